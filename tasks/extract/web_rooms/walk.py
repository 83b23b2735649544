"""One pass over the tree of a web page: its visible lines, its tables, its containers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from gongkai.errors import ReadingError
from tasks.extract.marks import TextLine, tight
from tasks.extract.web_rooms.sheet import Sheet
from tasks.extract.web_rooms.shell import Facts
from tasks.extract.web_rooms.style import BLOCKS, Style, is_gone, names, styled
from tasks.extract.web_rooms.table import PARTS, Table

MOST_ELEMENTS = 100_000
"""Tags; a page of a report has a few thousand."""

_DRAWINGS = names("img svg canvas object embed video iframe")
_CONTAINERS = names(
    "zoom trs_editor trs_editor_view article-content articlecontent xxgk-content xxgkcontent "
    "pages_content pages-content ivs_content ucapcontent zoomcon news_content view-content "
    "article_content articlecontainer content-article"
)
"""Ids and classes in which the site systems in use put an article's text."""


@dataclass
class PageLine(TextLine):
    """A line of a page, with the style of its first letters and whether all are a link's."""

    style: Style = Style()  # noqa: RUF009 - frozen
    is_link: bool = True


class Walk:
    """What one pass over the tree finds.

    Attributes:
        containers: from which line to before which each known container of articles goes.
    """

    def __init__(self, root: Any) -> None:
        self.lines: list[PageLine] = []
        self.tables: list[Table] = []
        self.containers: list[tuple[int, int]] = []
        self.facts = Facts()
        self._stack: list[tuple[Style, int]] = [(Style(), -1)]
        """Per open element its style, and its first line if it is a container."""
        self._open: list[Table] = []
        self._blocks = 0
        self._line: PageLine | None = None
        self._sheet = Sheet(root)
        for place, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
            if place > 2 * MOST_ELEMENTS:
                raise ReadingError("too_complex")
            tag = str(element.tag).lower()
            if tag in BLOCKS:
                self._line = None
            if event == "start":
                self._start(element, tag)
            else:
                self._end(element, tag)

    def _start(self, element: Any, tag: str) -> None:
        inherited = self._stack[-1][0]
        table = self._open[-1] if self._open and tag in PARTS else None
        if table is not None:
            table.close(tag, len(self.lines))
            inherited = table.above(tag)
        block = 0
        if tag in BLOCKS and tag != "br":
            self._blocks += 1
            block = self._blocks
        properties = self._sheet.properties(element, tag)
        style = styled(element, tag, properties, inherited, block)
        self.facts.note(element, tag)
        if tag in _DRAWINGS and not (
            style.hidden or inherited.gone or is_gone(element, properties)
        ):
            self._draw()
        self._stack.append((style, len(self.lines) if _is_container(element) else -1))
        if tag == "table":
            self.tables.append(Table(len(self.tables) + 1, len(self.lines), style))
            self._open.append(self.tables[-1])
        elif table is not None:
            table.open(element, tag, style, len(self.lines))
        if tag == "input" and (element.get("type") or "text").lower() in ("text", "number"):
            self._add(element.get("value"))
        self._add(element.text)

    def _end(self, element: Any, tag: str) -> None:
        begins = self._stack.pop()[1]
        if begins >= 0:
            self.containers.append((begins, len(self.lines)))
        if self._open and (tag == "table" or tag in PARTS):
            table = self._open[-1]
            table.close(tag, len(self.lines))
            if tag == "table":
                self._open.pop()
                table.last = len(self.lines)
                if self._open:
                    self._open[-1].inner.append((table.first, table.last))
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        style = self._stack[-1][0]
        if not text or style.gone or style.hidden:
            return
        for place, part in enumerate(re.split(r"\r\n?|\n", text) if style.pre else [text]):
            if place:
                self._line = None
            if self._line is None:
                if not tight(part):
                    continue
                number = self._open[-1].number if self._open else 0
                self._line = PageLine(number, style=style)
                self.lines.append(self._line)
            self._line.pieces.append((part, style))
            if part.strip():
                self._line.is_link &= style.link

    def _draw(self) -> None:
        self.facts.pictures += 1
        for table in self._open:
            if table.cell is not None:
                table.cell.drawn = True


def _is_container(element: Any) -> bool:
    named = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    return not _CONTAINERS.isdisjoint(named)
