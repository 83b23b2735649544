"""Cells of a web page read again, with Python's parser and without a tree."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from gongkai.errors import ReadingError
from tasks.extract.web.attribute import is_taken_away
from tasks.extract.web.letters import decoded
from tasks.extract.web.page import restyled

LARGEST = 4_000_000
"""Letters; Python's parser is slow, and a longer page is not read again."""

_LONGEST_TAG = 10_000
_DEEPEST = 100
"""Tables inside each other; libxml2 gives up before that."""


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_UNSEEN = _names(
    "head noscript template select svg object video audio canvas rt rp script style del s strike"
    " iframe noembed noframes xmp title"
)
_UNPARSED = _names("iframe noembed noframes xmp textarea title")
_LINE_ENDS = _names(
    "address article blockquote caption center dd div dl dt fieldset footer form h1 h2 h3 h4 "
    "h5 h6 header hr li main ol p pre section ul br"
)
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_OUTER: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_GROUPS, frozenset()),
    "tr": _GROUPS,
    **dict.fromkeys(_CELLS, _GROUPS | {"tr"}),
}
"""The parts of a table, each with those that may stay open around it."""


def _restyled(path: Path) -> frozenset[str]:
    try:
        return restyled(path)
    except ReadingError:  # the first reader has said what is wrong
        return frozenset()


def second_texts(path: Path, pointers: Collection[str]) -> dict[str, str]:
    """Read cells again, independently, with another parser.

    Args:
        path: of the page.
        pointers: of cells as `opened_web` names them.

    Returns:
        their texts; no entry where this reader finds no such cell, or where a style sheet
        hides part of one: of styles it knows nothing.
    """
    text = decoded(path)
    if len(text) > LARGEST:
        return {}
    try:
        reader = _Again(frozenset(pointers) - _restyled(path))
        reader.feed(text)
        # What is left is a tag that never ends; the library would try it at every letter.
        if len(reader.rawdata) < _LONGEST_TAG:
            reader.close()
    except _TooDeepError:
        return {}
    return {pointer: _joined("".join(pieces)) for pointer, pieces in reader.read.items()}


def _joined(written: str) -> str:
    """The lines of a cell without spaces around them and characters without width."""
    seen = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", written)
    return "".join(" ".join(line.split()) for line in seen.split("\n"))


class _TooDeepError(Exception):
    """More tables inside each other than any page has."""


@dataclass
class _Place:
    """Where in an open table the parser is."""

    table: int
    row: int = 0
    cell: int = 0
    in_row: bool = False
    in_cell: bool = False

    @property
    def pointer(self) -> str:
        return f"table[{self.table}]/tr[{self.row}]/td[{self.cell}]"


class _Again(HTMLParser):
    """Cells by their place among the tags.

    Only what is needed to know which cell a letter is in: open elements since the last
    cell, and a table's row and cell number. A cell's text ends where the next begins.
    """

    def __init__(self, wanted: Collection[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.wanted = wanted
        self.read: dict[str, list[str]] = {}
        self.tables = 0
        self.places: list[_Place] = []
        self.elements: list[tuple[str, bool]] = []
        """Open ones, each with whether what stands in it is not seen."""

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002
        """Skip `<![if …]>` as browsers do; the library's own raises on some."""
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and the row or cell it is."""
        given = {name: value or "" for name, value in attrs}
        if tag == "table":
            self.tables += 1
            self.places.append(_Place(self.tables))
            if len(self.places) > _DEEPEST:
                raise _TooDeepError
        elif self.places and tag in _OUTER:
            self._start_part(tag, self.places[-1])
        elif tag in ("p", "li", "option", "dd", "dt"):
            self._close(tag)
        if tag in _LINE_ENDS:
            self._put("\n")
        if tag == "input" and given.get("type", "text").lower() in ("text", "number"):
            self._put(given.get("value", ""))
        if tag not in _VOID:
            above = bool(self.elements) and self.elements[-1][1]
            taken_away = "hidden" in given or is_taken_away(given.get("style", ""))
            self.elements.append((tag, above or tag in _UNSEEN or taken_away))
        if tag in _UNPARSED:
            self.set_cdata_mode(tag)

    def _start_part(self, tag: str, place: _Place) -> None:
        """Close what a row group, a row or a cell ends, and count it."""
        self._unwind_to(_OUTER[tag] | {"table"})
        place.in_cell = False
        if tag == "tr" or (tag in _CELLS and not place.in_row):
            place.row, place.cell, place.in_row = place.row + 1, 0, True
        if tag in _CELLS:
            place.cell, place.in_cell = place.cell + 1, True
            if place.pointer in self.wanted:
                self.read[place.pointer] = []
        elif tag != "tr":
            place.in_row = False

    def handle_endtag(self, tag: str) -> None:
        """Close an element; one that is not open is ignored."""
        if tag in _LINE_ENDS:
            self._put("\n")
        if self.places and tag == "table":
            self.places.pop()
            self._unwind_to({"table"})
            del self.elements[-1:]
        elif self._close(tag) and self.places and tag in _OUTER:
            self.places[-1].in_cell = False
            self.places[-1].in_row &= tag in _CELLS

    def handle_data(self, data: str) -> None:
        """Put visible letters into every open cell they stand in."""
        self._put(re.sub(r"\s", " ", data))

    def _put(self, data: str) -> None:
        if self.elements and self.elements[-1][1]:
            return
        for place in self.places:
            if place.in_cell and place.pointer in self.read:
                self.read[place.pointer].append(data)

    def _close(self, tag: str) -> bool:
        """Close the nearest such element that no cell or table parts from here."""
        parted = _CELLS | {"table"} if tag not in _GROUPS | {"tr"} else {"table"}
        for place in range(len(self.elements) - 1, -1, -1):
            name = self.elements[place][0]
            if name == tag:
                del self.elements[place:]
                return True
            if name in parted:
                return False
        return False

    def _unwind_to(self, outer: Collection[str]) -> None:
        while self.elements and self.elements[-1][0] not in outer:
            self.elements.pop()
