"""Whether a clause is about all that the tables are about, or about a part, or cannot be told."""

from __future__ import annotations

import re
from typing import Literal

from tasks.reshape.prose.setting import years
from tasks.reshape.stated.quantities import Quantity

Scope = Literal["whole", "narrower", "unsure"]

_OTHER_TIME = re.compile(
    r"上半年|下半年|季度|累计|历年|以来|截[至止]|至今|近.年|(?<!\d)\d{1,2}月(?!\d{1,2}日[起至])|前[一二三\d]年|同期|往年"
    r"|去年(?!度?结转)|上一?年(?!度?结转)(?!度?(?:相比|增|减|下降|上升))"
)
_SMALLER = re.compile(
    r"政府办|办公[室厅]|代表|本级|机关本部|部门|街道|乡镇|各[县区镇乡]|下属|所属|直属|单位(?!和个人)|[县区]级|分局|中心|系统"
)
_WIDER = re.compile(r"[全各][省市区县州镇]|全系统|辖区|本行政区")
_OURS = re.compile(
    r"本机关|[本我](?:单位|部门|局|委|办|厅|院|会|所|站|中心|镇|乡|街道|区|县|市|省)"
)
_SUPPOSED = re.compile(
    r"[预估]计|计划|力争|目标|拟|即使|倘|如果|若|凡|应当|确保|避免|防止|杜绝|减少(?!\d)|降低(?!\d)|努力|做到|争取|要求"
)
PUBLIC = re.compile(r"公民、法人(?:[、和及或与]|以及|或者)?其[他它]组织")


def is_supposed(clause: str) -> bool:
    """Whether a clause is about plans or what should be, not about what was."""
    return _SUPPOSED.search(clause) is not None


def scope_of(
    quantity: Quantity, clause: str, before: str, year: int | None, agency: str | None
) -> Scope:
    """What a number in a clause is about.

    Args:
        quantity: what it is a number of.
        clause: the clause it stands in, without brackets.
        before: the sentence up to the clause.
        year: the report's year.
        agency: the report's agency.
    """
    said = PUBLIC.sub("公众", clause)
    lead = PUBLIC.sub("公众", before)
    named = years(said) or years(lead[-40:])
    opening = re.split("[,;:]", lead.rstrip(",;:"))[-1]
    told = said if any(letter.isdigit() for letter in opening) else f"{opening},{said}"
    if (year and named and named != {year}) or _OTHER_TIME.search(_plain_period(told)):
        return "narrower"
    if quantity.narrows is not None and quantity.narrows.search(said):
        return "narrower"
    if not quantity.is_part and "其中" in said:
        return "narrower"
    if quantity.about not in before + clause:
        return "unsure"
    return _of_agency(said, lead, agency or "")


def _of_agency(said: str, lead: str, agency: str) -> Scope:
    text = _OURS.sub("", lead[-60:] + said)
    smaller = _SMALLER.search(text)
    if smaller and not _is_own(smaller.group(), agency):
        wider = _WIDER.search(text)
        return "whole" if wider and _is_government(agency) else "narrower"
    if _WIDER.search(text) and not _is_government(agency):
        return "unsure"
    return "whole"


def _is_own(word: str, agency: str) -> bool:
    return word in agency or (word == "政府办" and "办公" in agency)


def _is_government(agency: str) -> bool:
    return not agency or agency.endswith(("政府", "区", "县", "市", "省", "州", "盟", "旗"))


def _plain_period(text: str) -> str:
    """A clause without the period of the report itself."""
    return re.sub(r"(?:20\d\d年)?1月1日.{0,3}?(?:20\d\d年)?12月31日", "", text)
