"""What headings, rows and lines say of another year than the report's.

Agencies print last year's figures beside this year's, or below them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from gongkai.label import normalise

_OTHER_TIME = re.compile(r"历年|累计|上年|上一年|去年|上期|前年|同期|同比|环比|较")
"""Words of a heading whose column says something of another time than the report's."""

_PART_OF_YEAR = re.compile(r"[上下]半年|季度|\d月份|月度")

_YEAR = re.compile(r"(?<!\d)(20\d\d|\d\d)年度?")
_FULL_YEAR = re.compile(r"(20\d\d)年")

_HEADING = re.compile(
    r"(?:附[件表]?\d*[:、.]?|\()?[^,。;]{0,24}20\d\d年度?[^,。;]{0,24}"
    r"(?:年度报告|年报|数据|统计表|情况表|情况统计)(?:\(.{0,10}\))?"
)
"""A line that heads a report or a table of some year."""

LIST = 2
"""Links in a list stand so many lines apart, at most: a date may stand between them."""

_NO_HEADING = re.compile("上一?[篇条]|下一?[篇条]|相关|链接|比|较|[增减升降]")
"""What stands in links to other reports, and in sentences that compare."""


def without_own(path: str, year: int | None) -> str:
    """A normalised heading without the report's own year, which says nothing."""
    return _YEAR.sub(lambda said: "" if _is(said[1], year) else said[0], path)


def relative(text: str, year: int | None) -> str:
    """A label in which the report's year and its neighbours are words, as forms have them.

    >>> relative("二、2023年结转", 2024), relative("结转至2025年度", 2024)
    ('二、上年结转', '结转至下年度')
    """
    if year is None:
        return text
    for other, word in ((year, "本年"), (year - 1, "上年"), (year + 1, "下年")):
        text = re.sub(rf"(?<!\d){other}年", word, text)
    return text


def is_part_of_year(text: str) -> bool:
    """Whether a text speaks of some months."""
    return _PART_OF_YEAR.search(text) is not None


def is_of_another_time(path: str, year: int | None) -> bool:
    """Whether a normalised heading or label speaks of another year than the report's."""
    if _OTHER_TIME.search(path) is not None:
        return True
    return year is not None and any(not _is(said[1], year) for said in _YEAR.finditer(path))


def _is(said: str, year: int | None) -> bool:
    return year is not None and int(said) in (year, year % 100)


def headings_of_others(
    texts: Sequence[str], year: int, labels: frozenset[str]
) -> Iterator[tuple[int, str]]:
    """Lines that head a report or a table of another year, from the report's title on.

    Only such as stand before rows of the form count; what stands above the title or
    below the tables of a web page are links to other reports, and so are several
    such lines together.

    Args:
        texts: the text of each page.
        year: the report's.
        labels: of the form's rows, normalised.

    Returns:
        page and line.
    """
    lines = [
        (number, unicodedata.normalize("NFKC", "".join(line.split())))
        for number, text in enumerate(texts, start=1)
        for line in text.splitlines()
    ]
    rows = [place for place, (_, line) in enumerate(lines) if _is_row(line, labels)]
    if not rows:
        return
    heads = {place: head for place, (_, line) in enumerate(lines) if (head := _headed(line))}
    alone = [place for place in heads if not _is_listed(place, heads)]
    own = [place for place in alone if place < rows[0] and year in heads[place]]
    for place in alone:
        if (own[-1] if own else rows[0]) < place < rows[-1] and year not in heads[place]:
            yield lines[place]


def _headed(line: str) -> frozenset[int]:
    """The years of the report or table that a line heads; none where it heads nothing."""
    if not _HEADING.fullmatch(line) or _NO_HEADING.search(line):
        return frozenset()
    return frozenset(int(said) for said in _FULL_YEAR.findall(line))


def _is_listed(place: int, heads: Mapping[int, frozenset[int]]) -> bool:
    """Whether a line stands in a list of links: others of other years stand beside it."""
    beside = (place + step for step in range(-LIST, LIST + 1) if step)
    return any(heads.get(other, heads[place]) != heads[place] for other in beside)


def _is_row(line: str, labels: frozenset[str]) -> bool:
    """Whether a line is a row's label, with its figures or without."""
    return normalise(line).rstrip("0123456789") in labels
