"""The lines of a web page on which the title of the report may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gongkai.report import Line
from tasks.extract.marks import tight
from tasks.extract.web_rooms.shell import NAMES_REPORT
from tasks.extract.web_rooms.walk import PageLine, Walk

_LINES = 6
"""With what stands before and between them no more than `find_title` looks at."""

_SEPARATOR = Line("。", 0.0)
"""A line no title can run over."""

_META_SIZE, _TITLE_SIZE = 2.0, 1.0
"""What a page says of itself is smaller than all it prints: it counts where that is silent."""

_ENDS_TITLE = re.compile(r"(?:报告|年报)(?:[（(].{0,12}[）)])?》?$")
_SITE = re.compile(r"\s*(?:[_|｜]|——|--|(?<=\D)[-–—](?=\D)|\s-\s|>|»)\s*")


def head_of(walk: Walk) -> list[Line]:
    """The lines the title may stand on.

    First, small, what the page calls itself, then a heading before the article, then the
    article's first lines.
    """
    found = []
    for name, size in (("title", _TITLE_SIZE), ("meta", _META_SIZE)):
        if own := _own_name(walk.facts.titles.get(name, "")):
            found.append(Line(own, size))
    # The article is the known container with the most lines, or the whole page.
    known = max(walk.containers, key=lambda span: span[1] - span[0], default=(0, 0))
    first, last = known if known[0] < known[1] else (0, len(walk.lines))
    headings = [line for line in _plain(walk.lines[:first]) if line.style.heading][-2:]
    if len(headings) > 1 and not headings[0].style.is_beside(headings[1].style):
        headings = headings[1:]
    return [
        *found,
        _SEPARATOR,
        *_set_apart(headings),
        _SEPARATOR,
        *_set_apart(_beginning(walk, [line for line in walk.lines[first:last] if line.text])),
    ]


def _own_name(written: str) -> str:
    """What a page calls itself, without the site's name before or behind it."""
    parts = [part for part in _SITE.split(tight(written)) if part]
    return next((p for p in parts if NAMES_REPORT.search(p)), parts[0] if parts else "")


def _plain(lines: Sequence[PageLine]) -> list[PageLine]:
    """Those that are printed and neither links nor in what surrounds an article."""
    return [line for line in lines if line.text and not line.is_link and not line.style.aside]


def _beginning(walk: Walk, own: list[PageLine]) -> list[PageLine]:
    """The lines around the first that may end a title, else the first of the article.

    Links are left out, and tables of figures where there is anything else.
    """
    figures = {t.number for t in walk.tables if not t.inner and t.rows > 1}
    chosen = [line for line in _plain(own) if line.table not in figures] or own
    for place, line in enumerate(chosen):
        start = max(place - 3, 0)
        near = "".join(other.text for other in chosen[start : place + 1])
        if _ENDS_TITLE.search(line.text) and "公开" in near:
            return chosen[start : start + _LINES]
    return chosen[:_LINES]


def _set_apart(lines: Sequence[PageLine]) -> Iterator[Line]:
    """Lines to look for a title in, with separators where they stand in different places."""
    for place, line in enumerate(lines):
        if place and not lines[place - 1].style.is_beside(line.style):
            yield _SEPARATOR
        yield Line(line.text, line.size)
