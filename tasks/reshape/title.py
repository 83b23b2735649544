"""Whose report it is and of which year, from its own title page.

A title is `机关 ＋ 年度 ＋ 政府信息公开工作年度报告` in some order, on one to
four lines of one size. What is not printed there is not made up: agency or year
stay None, and the report is held until a sidecar names them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.letters import RADICALS
from gongkai.report import Line

_DIGITS = r"20\d\d|二[〇○Oo零0][一二三四五六七八九〇○零]{2}"
_YEAR = rf"(?P<year>{_DIGITS})\s*年(?:度|份)?"
_ALONE = r"(?P<year>20\d\d)"
"""A year without 年, only where it stands in brackets or before a name."""
_NAME = r"(?P<agency>[一-龥A-Za-z0-9（）()·、“”]{2,60}?)(?:关于(?:印发|公布|发布)?《?)?"
_SUBJECT = r"(?:政府|政务)?(?:信息)?公开(?:工作)?(?:情况)?(?:的)?"
_REPORT = r"(?:年度工作报告|年度报告|年报|工作报告|报告)(?:\((?:公开版|本级|全文)\))?"
_TITLES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME}(?:关于)?{_YEAR}{_SUBJECT}{_REPORT}",
        rf"{_YEAR}{_NAME}{_SUBJECT}{_REPORT}",
        rf"{_NAME}{_SUBJECT}{_YEAR}{_REPORT}",
        rf"{_NAME}{_SUBJECT}{_REPORT}[（(]?{_YEAR}[)）]?",
        rf"{_NAME}{_SUBJECT}{_REPORT}\({_ALONE}\)",
        rf"{_ALONE}(?=[一-龥]){_NAME}{_SUBJECT}{_REPORT}",
        rf"{_YEAR}{_SUBJECT}{_REPORT}",
        rf"{_SUBJECT}{_REPORT}[（(]?{_YEAR}[)）]?",
        rf"{_SUBJECT}{_REPORT}\({_ALONE}\)",
        rf"{_NAME}{_SUBJECT}{_REPORT}",
    )
)
_PERIOD = re.compile(
    r"(?:(?:统计|数据)[^。,，]{0,8}(?:期限|时限|时间|时段|区间|周期|范围)|期限)[^。]{0,20}?(20\d\d)年1月1日[^。]{0,6}?"
    r"(?:(20\d\d)年)?12月31日"
)
_BRACKETS = str.maketrans("〔〕【】[]［］", "()()()()")
_CHINESE = str.maketrans("〇○Oo零一二三四五六七八九", "00000123456789")
_MENTION = re.compile(rf"信息公开(?:工作)?(?:情况)?(?:的)?(?:20\d\d年度?)?{_REPORT}")
_FEWEST_YEAR, _LAST_YEAR = 2008, 2099
_BESIDE = re.compile(
    r"附件.*|目录|公开|内部资料.*|.{0,8}信息公开(?:年报|目录|专栏|工作)?|.*第\d+[号期页].*|第.*页.*"
    r"|[一-龥()]{4,40}文件|[一-龥]{0,12}\(20\d\d\)第?\d{1,4}号"
    r"|网站.*|首页.*|索引号.*|.*[:：].*|[-—\d\s]+"
)
"""Lines above a title that are no part of it."""

_LETTERHEAD = re.compile(
    r"(?:[一-龥()]{4,40}文件)?[一-龥]{0,12}\(20\d\d\)第?\d{1,4}号|[一-龥()]{4,40}文件(?=[一-龥()]{4})"
)
"""An agency's letterhead with the document's number, which is no part of the title below it."""

ALIKE = 1.2
"""Letters of one title differ in size by less than this factor."""

SHORTEST_NAME = 3
"""An agency's name has at least so many letters; less is a torn-off end of one."""

_LINES = 14
"""The title stands within this many lines of the first page."""


@dataclass(frozen=True)
class Title:
    """What the title says; `text` is empty where there is none."""

    text: str = ""
    agency: str | None = None
    year: int | None = None


def find_title(lines: Sequence[Line]) -> Title:
    """Find the title in the first lines of the first page, the one in the largest letters.

    Lines of the size of the line that names the report belong to the title
    together, as far as they can be part of a name.
    """
    head = [Line(_tight(line.text), line.size) for line in lines[:_LINES]]
    head = [line for line in head if line.text and not _BESIDE.fullmatch(line.text)]
    best, largest = Title(), 0.0
    for last, line in enumerate(head):
        title = _title_ending(head, last)
        better = title.text and (title.agency is not None, line.size) > (
            best.agency is not None,
            largest * ALIKE,
        )
        if better:
            best, largest = title, line.size
    return best


def _title_ending(head: Sequence[Line], last: int) -> Title:
    """The title that ends in this line, with the lines of its size above it."""
    nearest = max(0, last - 3)
    block = last
    while block > nearest and _alike(head[block - 1].size, head[last].size):
        block -= 1
    for first in dict.fromkeys([block, *range(last, nearest - 1, -1)]):
        title = parse_title("".join(line.text for line in head[first : last + 1]))
        if title.text and (title.agency or first in (block, nearest)):
            return title
    return Title()


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= (ALIKE - 1) * max(one, other)


def parse_title(text: str) -> Title:
    """Read one candidate; an empty title where it is none."""
    text = _tight(text).removesuffix("》").removesuffix("的通知")
    text = _without_letterhead(text)
    for pattern in _TITLES:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        found = match.groupdict()
        agency = _agency(found.get("agency") or "", match.group())
        year = int(found["year"].translate(_CHINESE)) if found.get("year") else None
        if year is not None and not _FEWEST_YEAR <= year <= _LAST_YEAR:
            year = None
        return Title(match.group(), agency, year)
    return Title()


def _without_letterhead(text: str) -> str:
    """A title without the letterhead that was read as one line with it."""
    match = _LETTERHEAD.match(text)
    return text[match.end() :] if match else text


def mentions_report(text: str) -> bool:
    """Whether a text names such a report at all."""
    return _MENTION.search(_tight(text)) is not None


def period_year(text: str) -> int | None:
    """The year of the statistics period the prose states (1月1日至12月31日), if one."""
    years = {
        (first, last or first)
        for first, last in _PERIOD.findall(unicodedata.normalize("NFKC", _tight(text)))
    }
    if len(years) != 1:
        return None
    first, last = years.pop()
    return int(first) if first == last else None


def _agency(name: str, title: str) -> str | None:
    name = name.strip("、“”·")
    if name.endswith("关于"):
        name = name.removesuffix("关于")
    if name.endswith("人民") and "人民政府信息公开" in title:
        name += "政府"
    return name if len(name) >= SHORTEST_NAME and not _BESIDE.fullmatch(name) else None


def _tight(text: str) -> str:
    """Without white space; digits and brackets of either width and look-alikes as one."""
    plain = unicodedata.normalize("NFKC", "".join(text.split())).translate(RADICALS)
    plain = plain.translate(_BRACKETS)
    return re.sub(r"(?<=[二〇0一-九])[ΟОO○◯](?=[二〇0ΟОO○◯一-九年])", "〇", plain)
