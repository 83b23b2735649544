"""What headings, rows and lines say of another year than the report's.

Agencies print last year's figures beside this year's, or below them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from gongkai.label import normalise

_OTHER_TIME = re.compile(r"历年|累计|上年|上一年|去年|上期|前年|同期|同比|环比|较")
"""Words of a heading whose column says something of another time than the report's."""

_YEAR = re.compile(r"(?<!\d)(20\d\d|\d\d)年度?")

_HEADING = re.compile(
    r"(?:附[件表]?\d*[:、.]?|\()?[^,。;]{0,24}(?P<year>20\d\d)年度?[^,。;]{0,24}"
    r"(?:年度报告|年报|数据|统计表|情况表|情况统计)(?:\(.{0,10}\))?"
)
"""A line that heads a report or a table of some year."""

_NO_HEADING = re.compile("上一?[篇条]|下一?[篇条]|相关|链接|比|较|[增减升降]")
"""What stands in links to other reports, and in sentences that compare."""


def without_own(path: str, year: int | None) -> str:
    """A normalised heading without the report's own year, which says nothing."""
    return _YEAR.sub(lambda said: "" if _is(said[1], year) else said[0], path)


def is_of_another_time(path: str, year: int | None) -> bool:
    """Whether a normalised heading or label speaks of another year than the report's."""
    if _OTHER_TIME.search(path) is not None:
        return True
    return year is not None and any(not _is(said[1], year) for said in _YEAR.finditer(path))


def _is_row(line: str, labels: frozenset[str]) -> bool:
    """Whether a line is a row's label, with its figures or without."""
    return normalise(line).rstrip("0123456789") in labels


def _is_title(line: str, year: int) -> bool:
    match = _HEADING.fullmatch(line)
    return match is not None and int(match["year"]) == year


def _is(said: str, year: int | None) -> bool:
    return year is not None and int(said) in (year, year % 100)


def headings_of_others(
    texts: Sequence[str], year: int, labels: frozenset[str]
) -> Iterator[tuple[int, str]]:
    """Lines that head a report or a table of another year, from the report's title on.

    Only such as stand before rows of the form count; what stands above the title or
    below the tables of a web page are links to other reports.

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
    own = [place for place, (_, line) in enumerate(lines[: rows[0]]) if _is_title(line, year)]
    for number, line in lines[own[-1] if own else rows[0] : rows[-1]]:
        match = _HEADING.fullmatch(line)
        if match is None or int(match["year"]) == year or f"{year}年" in line:
            continue
        if _NO_HEADING.search(line) is None:
            yield number, line
