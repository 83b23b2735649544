"""The lines of a web page on which the title of the report may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gongkai.report import Line
from tasks.extract.marks import TextLine, tight
from tasks.extract.web.shell import NAMES_REPORT
from tasks.extract.web.style import Style
from tasks.extract.web.walk import PageWalk

_LINES = 6
"""With what stands before and between them no more than `find_title` looks at."""

_SEPARATOR = Line("。", 0.0)
"""A line no title can run over."""

_META_SIZE, _TITLE_SIZE = 2.0, 1.0
"""What a page says of itself is smaller than all it prints: it counts where that is silent."""

_ENDS_TITLE = re.compile(r"(?:报告|年报)(?:[（(].{0,12}[）)])?》?$")
_SITE = re.compile(r"\s*(?:[_|｜]|——|--|(?<=\D)[-–—](?=\D)|\s-\s|>|»)\s*")
_CALLED_SITE = re.compile(
    r".{0,40}?(?:(?:门户|政府|政务|官方|(?:信息|政务)公开|(?:公众|政府|政务)信息)\s*"
    r"(?:网站?|专栏|专题|平台|门户)|官网|门户)"
    r"(?=[^一-龥〇]|$|关于|二[〇○零]|(?:政府|政务)?(?:信息)?公开)(?:\s|[:：·])*"
)
"""A site's name, and where it ends: a publisher's name is no agency's (`…政府门户网站 2023年…`)."""


_Lines = Sequence[TextLine[Style]]


def head_of(walk: PageWalk) -> list[Line]:
    """The lines the title may stand on.

    First, small, what the page calls itself, then a heading before the article, then the
    article's first lines.
    """
    named = (("title", _TITLE_SIZE), ("meta", _META_SIZE))
    own = (_printed(_own_name(walk.facts.titles.get(name, "")), size) for name, size in named)
    # The article is the known container with the most lines, or the whole page.
    article = max(walk.containers, key=len, default=range(0)) or range(len(walk.lines))
    before = [line for line in _plain(walk.lines[: article.start]) if _style(line).heading][-2:]
    if len(before) > 1 and not _are_beside(*before):
        before = before[1:]
    inside = [walk.lines[place] for place in article if walk.lines[place].text]
    figures = {table.number for table in walk.tables if table.is_plain}
    plain = [line for line in _plain(inside) if line.table not in figures]
    beginning = _beginning(plain or inside)
    return [
        *(line for line in own if line.text),
        *(_SEPARATOR, *_set_apart(before), _SEPARATOR, *_set_apart(beginning)),
    ]


def is_link(line: TextLine[Style]) -> bool:
    """Whether all letters of a line are a link's."""
    return all(style.link for text, style in line.pieces if text.strip())


def _own_name(written: str) -> str:
    """What a page calls itself, without the site's name before or behind it."""
    parts = [part for part in _SITE.split(tight(written)) if part]
    return next((p for p in parts if NAMES_REPORT.search(p)), parts[0] if parts else "")


def _style(line: TextLine[Style]) -> Style:
    return line.pieces[0][1]


def _plain(lines: _Lines) -> _Lines:
    """Those that are printed and neither links nor in what surrounds an article."""
    return [line for line in lines if line.text and not is_link(line) and not _style(line).aside]


def _beginning(lines: _Lines) -> _Lines:
    """The lines around the first that may end a title, else the first lines."""
    for place, line in enumerate(lines):
        near = lines[max(place - 3, 0) : place + 1]
        if _ENDS_TITLE.search(line.text) and "公开" in "".join(other.text for other in near):
            return lines[max(place - 3, 0) :][:_LINES]
    return lines[:_LINES]


def _set_apart(lines: _Lines) -> Iterator[Line]:
    """Lines to look for a title in, with separators where they stand in different places."""
    for place, line in enumerate(lines):
        if place and not _are_beside(lines[place - 1], line):
            yield _SEPARATOR
        yield _printed(line.text, line.size)


def _printed(text: str, size: float) -> Line:
    """A line without a site's name before the report's; one of nothing else is a separator."""
    site = _CALLED_SITE.match(text)
    if site is None:
        return Line(text, size)
    if site.end() == len(text):
        return _SEPARATOR
    return Line(text[site.end() :] if NAMES_REPORT.search(text) else text, size)


def _are_beside(one: TextLine[Style], other: TextLine[Style]) -> bool:
    """Whether two lines stand in one block, or in two of the same parent."""
    style, next_to = _style(one), _style(other)
    return style.block == next_to.block or style.parent == next_to.parent
