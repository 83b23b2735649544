"""One pass over the tree of a web page: its visible lines, its tables, its containers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from gongkai.errors import ReadingError
from tasks.extract.unread import NotingWalk
from tasks.extract.web.foreign import Foreign
from tasks.extract.web.sheet import Sheet
from tasks.extract.web.shell import Facts
from tasks.extract.web.style import BLOCKS, Style, is_gone, names, styled
from tasks.extract.web.table import PARTS, Table

MOST_ELEMENTS = 100_000
"""Tags; a page of a report has a few thousand."""

_DRAWINGS = names("img image svg canvas object embed video iframe")
_CONTAINERS = names(
    "zoom trs_editor trs_editor_view article-content articlecontent xxgk-content xxgkcontent "
    "pages_content pages-content ivs_content ucapcontent zoomcon news_content view-content "
    "article_content articlecontainer content-article"
)
"""Ids and classes in which the site systems in use put an article's text."""


class PageWalk(NotingWalk[Style, Table]):
    """What one pass over the tree finds.

    Attributes:
        containers: the lines of each known container of articles.
    """

    def __init__(self, root: Any) -> None:
        super().__init__()
        self.containers: list[range] = []
        self.facts = Facts()
        self._stack: list[tuple[Style, int]] = [(Style(), -1)]
        """Per open element its style, and its first line if it is a container."""
        self._blocks = 0
        self._sheet = Sheet(root)
        self._foreign = Foreign(root)
        for place, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
            if place > 2 * MOST_ELEMENTS:
                raise ReadingError("too_complex")
            tag = str(element.tag).lower()
            if tag in BLOCKS:
                self.line = None
            if event == "start":
                self._start(element, tag)
            else:
                self._end(element, tag)

    def _start(self, element: Any, tag: str) -> None:
        table = self.open[-1] if self.open and tag in PARTS else None
        inherited = table.close(tag) if table is not None else self._stack[-1][0]
        properties = self._sheet.properties(element, tag)
        self._blocks += 1
        block = self._blocks if tag in BLOCKS and tag != "br" else 0
        style = styled(element, tag, properties, inherited, block)
        self._stack.append((style, len(self.lines) if _is_container(element) else -1))
        self.facts.note(element, tag)
        away = style.hidden or inherited.gone or is_gone(element, properties)
        if tag in _DRAWINGS and not away:
            self.draw()
        elif tag == "table":
            self.enter(Table(len(self.tables) + 1, style))
        elif table is not None:
            table.begin(element, tag, style)
        elif tag == "input" and (element.get("type") or "text").lower() in ("text", "number"):
            self._add(element.get("value"))
        if not away and self.open and self.open[-1].cell is not None:
            self._note_unread(element, tag, properties)
        self._add(element.text)

    def _note_unread(self, element: Any, tag: str, properties: Mapping[str, str]) -> None:
        shown = self._foreign.shows(element, tag, properties)
        if shown or self._sheet.makes_words(element, tag):
            self.leave()

    def _end(self, element: Any, tag: str) -> None:
        begins = self._stack.pop()[1]
        if begins >= 0:
            self.containers.append(range(begins, len(self.lines)))
        if self.open and tag in PARTS:
            self.open[-1].close(tag)
        elif self.open and tag == "table":
            self.open.pop()
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        style = self._stack[-1][0]
        if not text or style.gone or style.hidden:
            return
        for place, part in enumerate(re.split(r"\r\n?|\n", text) if style.pre else [text]):
            if place:
                self.line = None
            self.write(part, style)


def _is_container(element: Any) -> bool:
    named = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    return not _CONTAINERS.isdisjoint(named)
