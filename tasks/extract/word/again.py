"""Cells of a Word file read again, from a tree that expat feeds."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_DOCUMENT = "word/document.xml"
_LARGEST = 16 * 1024 * 1024
"""Bytes of XML."""

_OWN = re.compile(
    "http://(?:schemas.openxmlformats.org/wordprocessingml/2006|purl.oclc.org/ooxml/wordprocessingml)"
    "/main "
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SKIPPED = frozenset((_FALLBACK, "del", "moveFrom", "rt"))
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-", "sym": "?"}
_NO_ROOM = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def second_texts(path: Path, pointers: Collection[str]) -> dict[str, str]:
    """Read cells again, independently, with another parser.

    Args:
        path: of the Word file.
        pointers: of cells as `opened_word` names them.

    Returns:
        their texts; no entry where this reader finds no such cell.
    """
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_DOCUMENT) as text:
            content = text.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            return {}
        cells = {pointer: cell for pointer, cell in _cells(_tree(content)) if pointer in pointers}
        texts = {pointer: "".join(_letters(cell)) for pointer, cell in cells.items()}
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, expat.ExpatError, _DtdError):
        return {}  # the first reader has said what is wrong
    return {pointer: " ".join(_NO_ROOM.sub(" ", text).split()) for pointer, text in texts.items()}


class _DtdError(Exception):
    """The text has a document type: no Word file has."""


def _refuse_dtd(*_: object) -> None:
    raise _DtdError


def _tree(content: bytes) -> Element:
    """The elements, those of Word by their bare names."""
    builder = TreeBuilder()

    def start(name: str, attributes: dict[str, str]) -> None:
        given = {_OWN.sub("", key): value for key, value in attributes.items()}
        builder.start(_OWN.sub("", name), given)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse_dtd
    parser.Parse(content, True)
    return builder.close()


def _within(parent: Element, name: str, *ends: str) -> Iterator[Element]:
    """All elements of a name that are not deleted, in order; not those within the `ends`."""
    for element in parent:
        if element.tag == name:
            yield element
        if element.tag not in _SKIPPED and element.tag not in ends:
            yield from _within(element, name, *ends)


def _cells(root: Element) -> Iterator[tuple[str, Element]]:
    for table_number, table in enumerate(_within(root, "tbl"), start=1):
        for row_number, row in enumerate(_within(table, "tr", "tbl", "tr"), start=1):
            if row.find("trPr/del") is None:
                for number, cell in enumerate(_within(row, "tc", "tbl", "tc"), start=1):
                    yield f"tbl[{table_number}]/tr[{row_number}]/tc[{number}]", cell


def _letters(cell: Element) -> Iterator[str]:
    """What the runs of a cell show: no instructions of fields, nothing hidden or struck."""
    fields: list[bool] = []
    for run in _within(cell, "r"):
        unseen = _is_unseen(run)
        for element in run:
            kind = element.get("fldCharType")
            if kind == "begin":
                fields.append(False)
            elif fields and kind:
                fields[-1:] = [True] if kind == "separate" else []
            elif not unseen and all(fields):
                yield (element.text or "") if element.tag == "t" else _SIGNS.get(element.tag, "")


def _is_unseen(run: Element) -> bool:
    switches = (run.find(f"rPr/{name}") for name in ("vanish", "strike", "dstrike"))
    off = ("0", "false", "off")
    return any(s is not None and s.get("val") not in off for s in switches)
