"""Cells of a Word file read again, as expat reports its elements."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

_DOCUMENT = "word/document.xml"
_LARGEST = 16 * 1024 * 1024
"""Bytes of XML."""

_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SKIPPED = frozenset(("del", "moveFrom", "delText", "instrText", "delInstrText", "rt"))
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-", "sym": "?"}


def second_texts(path: Path, pointers: Collection[str]) -> dict[str, str]:
    """Read cells again, independently, with another parser.

    Args:
        path: of the Word file.
        pointers: of cells as `opened_word` names them.

    Returns:
        their texts; no entry where this reader finds no such cell.
    """
    again = _Again(frozenset(pointers))
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = again.start
    parser.EndElementHandler = again.end
    parser.CharacterDataHandler = again.letters
    parser.StartDoctypeDeclHandler = _refuse_dtd
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_DOCUMENT) as text:
            content = text.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            return {}
        parser.Parse(content, True)
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, expat.ExpatError, _DtdError):
        return {}  # the first reader has said what is wrong
    return {
        pointer: re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+", " ", "".join(pieces)).strip()
        for pointer, pieces in again.read.items()
    }


class _DtdError(Exception):
    """The text has a document type: no Word file has."""


def _refuse_dtd(*_: object) -> None:
    raise _DtdError


@dataclass
class _Place:
    """Where in an open table the parser is."""

    table: int
    row: int = 0
    cell: int = 0
    in_cell: bool = False
    is_deleted: bool = False
    """Of the row."""

    @property
    def pointer(self) -> str:
        return f"tbl[{self.table}]/tr[{self.row}]/tc[{self.cell}]"


class _Again:
    """Cells by their place among the elements."""

    def __init__(self, wanted: Collection[str]) -> None:
        self.wanted = wanted
        self.read: dict[str, list[str]] = {}
        self.path: list[str] = []
        self.skipped = 0
        self.tables = 0
        self.places: list[_Place] = []
        self.runs: list[bool] = []
        """Per open run, whether its letters are seen."""
        self.fields: list[bool] = []
        """Per open field, whether what stands there is its result."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        space, _, local = name.rpartition(" ")
        own = local if space in _SPACES else ""
        above = self.path[-1] if self.path else ""
        self.path.append(own)
        if self.skipped or name == _FALLBACK or (own in _SKIPPED and above != "trPr"):
            self.skipped += 1
            return
        given = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if own == "tbl":
            self.tables += 1
            self.places.append(_Place(self.tables))
        elif own in ("tr", "tc", "del") and self.places:
            self.part(own, self.places[-1])
        elif own == "r":
            self.runs.append(True)
        elif own in ("vanish", "strike", "dstrike") and self.path[-3:-1] == ["r", "rPr"]:
            self.runs[-1] = self.runs[-1] and given.get("val") in ("0", "false", "off")
        elif own == "fldChar":
            self.field(given.get("fldCharType", ""))
        elif own in _SIGNS and above == "r":
            self.put(_SIGNS[own])

    def part(self, own: str, place: _Place) -> None:
        """Enter a row or a cell, or learn that a row is deleted."""
        if own == "del":
            place.is_deleted = True
        elif own == "tr":
            place.row, place.cell, place.in_cell, place.is_deleted = place.row + 1, 0, False, False
        else:
            place.cell, place.in_cell = place.cell + 1, True
            if place.pointer in self.wanted and not place.is_deleted:
                self.read[place.pointer] = []

    def field(self, kind: str) -> None:
        """Follow a field: what stands before its result is an instruction."""
        if kind == "begin":
            self.fields.append(False)
        elif self.fields and kind == "separate":
            self.fields[-1] = True
        elif self.fields and kind == "end":
            del self.fields[-1]

    def end(self, _: str) -> None:
        """Leave an element."""
        own = self.path.pop()
        if self.skipped:
            self.skipped -= 1
        elif own == "tbl" and self.places:
            self.places.pop()
        elif own == "tc" and self.places:
            self.places[-1].in_cell = False
        elif own == "r" and self.runs:
            self.runs.pop()

    def letters(self, text: str) -> None:
        """Take the letters of a `w:t`."""
        if self.path and self.path[-1] == "t" and not self.skipped:
            self.put(text)

    def put(self, text: str) -> None:
        """Put seen letters into every open cell they stand in."""
        if (self.runs and not self.runs[-1]) or False in self.fields:
            return
        for place in self.places:
            if place.in_cell and place.pointer in self.read:
                self.read[place.pointer].append(text)
