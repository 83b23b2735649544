"""The notices a report cites as its basis: those no longer in force, and misspelled ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.form import form_for
from gongkai.report import Remark
from tasks.formal.prescribed import prescribed
from tasks.formal.text import Text

_NOTICE = re.compile(
    r"(?P<kind>国[^,。;()《》“”\d、]{2,7}?)[〔\[(【](?P<year>\d{2,6})[〕\])】]第?(?P<number>\d{1,4})号"
)
_ORDER = re.compile(r"信息公开条例》?\(?[^。()《》\d]{0,10}令[,(]?第?(?P<order>\d{2,4})号")
_REPORT = re.compile("年度?报告|年报")
_OWN = "国办"
_REVISED = re.compile("711|修订|修改|废止")
_OLD_ARTICLE = re.compile("第?(?:三十[一二]|3[12])条")


def of_notices(text: Text, year: int | None) -> tuple[Remark, ...]:
    """What is not right about the notices a report cites."""
    found: dict[tuple[str, str], Remark] = {}
    for start, sentence in text.sentences:
        for remark, about in (*_outdated(sentence, year), *_misspelled(sentence)):
            quoted = Remark(remark[0], remark[1], quote=text.quote(start, sentence, about))
            found.setdefault((quoted.rule, quoted.message), quoted)
    return tuple(found.values())


def _outdated(sentence: str, year: int | None) -> Iterator[tuple[tuple[str, str], str]]:
    """The rule and message, and the words it is about."""
    due = form_for(year) if year is not None else None
    if due is None or year is None or not prescribed().basis.search(sentence):
        return
    if due.basis in sentence.replace("(", "〔").replace(")", "〕"):
        return
    for notice in prescribed().forms:
        match = notice.notice.search(sentence)
        if match is None or notice.until is None or year <= notice.until:
            continue
        if _REPORT.search(sentence):
            message = (
                f"{year} 年度的报告应依据{due.basis}编制，文中依据的是{notice.cited}，"
                "该格式已不适用，请改正并核对所用格式。"
            )
            yield ("publication.outdated_notice", message), match.group()
            return
    regulation = prescribed().regulation
    match = regulation.old.search(sentence)
    if match is None or year < regulation.since or _REVISED.search(sentence):
        return
    if _OLD_ARTICLE.search(match.group()) is None or "报告" in sentence:
        message = (
            f"{year} 年度的报告应依据2019年修订的《中华人民共和国政府信息公开条例》"
            f"（国务院令第711号）第五十条编制，文中依据的“{match.group()}”是"
            f"{regulation.cited}，请改正。"
        )
        yield ("publication.outdated_notice", message), match.group()


def _misspelled(sentence: str) -> Iterator[tuple[tuple[str, str], str]]:
    rule = "publication.notice_typo"
    wrong = prescribed().misspelled.search(sentence)
    if wrong is not None:
        message = (
            f"文号“{wrong.group()}”有误，国务院办公厅政府信息与政务公开办公室文件的文号"
            "是“国办公开办函”，请改正。"
        )
        yield (rule, message), wrong.group()
    elif "报告格式" in sentence or "年报格式" in sentence:
        for match in _NOTICE.finditer(sentence):
            if _is_near(match["kind"], int(match["year"]), int(match["number"])):
                known = "、".join(notice.name for notice in prescribed().kinds)
                message = f"文号“{match.group()}”有误，年度报告格式的文号是{known}，请改正。"
                yield (rule, message), match.group()
    order = _ORDER.search(sentence)
    if order is not None and int(order["order"]) not in prescribed().orders:
        message = (
            f"“第{order['order']}号”有误，现行《中华人民共和国政府信息公开条例》是国务院令第711号，"
            "请改正。"
        )
        yield (rule, message), order.group()


def _is_near(kind: str, year: int, number: int) -> bool:
    """Whether kind, year and number are those of a notice on the form but for one of them.

    A right kind and year with another number is another notice (〔2019〕61号).
    """
    words = kind[kind.find(_OWN) :] if _OWN in kind else kind
    known = prescribed().kinds
    if any((words, year, number) == (n.kind, n.year, n.number) for n in known):
        return False
    return any(
        number == n.number and (words == n.kind or (words.startswith(_OWN) and year == n.year))
        for n in known
    )
