"""Cells of a Word file read again, from a tree that expat feeds.

What styles hide, what is turned from right to left and what a font shows as signs is
found in ways of its own.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from tasks.extract.word.markup import UNDERSTOOD

_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_LARGEST = 16 * 1024 * 1024
"""Bytes of XML."""

_OWN = re.compile(
    "http://(?:schemas.openxmlformats.org/wordprocessingml/2006|purl.oclc.org/ooxml/wordprocessingml)"
    "/main "
)
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_FALLBACK, _CHOICE = f"{_MC} Fallback", f"{_MC} Choice"
_NOT_SHOWN = "not shown"
_SKIPPED = frozenset((_NOT_SHOWN, "del", "moveFrom", "rt"))
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-", "sym": "?"}
_NO_ROOM = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SWITCHES = ("vanish", "strike")
_OFF = ("0", "false", "off")
_SIGNS_FOR_LETTERS = re.compile("(?i)(wingdings|webdings|symbol|zapf|marlett)")
_MOST_BASES = 20


def second_texts(path: Path, pointers: Collection[str]) -> dict[str, str]:
    """Read cells again, independently, with another parser.

    Args:
        path: of the Word file.
        pointers: of cells as `opened_word` names them.

    Returns:
        their texts; no entry where this reader finds no such cell.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            content = _member(archive, _DOCUMENT)
            styles = _member(archive, _STYLES) if _STYLES in archive.namelist() else b""
        if content is None or styles is None:
            return {}
        given = _Styles(_tree(styles) if styles else None)
        cells = {pointer: cell for pointer, cell in _cells(_tree(content)) if pointer in pointers}
        texts = {pointer: "".join(_letters(cell, given)) for pointer, cell in cells.items()}
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, expat.ExpatError, _DtdError):
        return {}  # the first reader has said what is wrong
    return {pointer: " ".join(_NO_ROOM.sub(" ", text).split()) for pointer, text in texts.items()}


def _member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A part of the file, None where it is too large."""
    with archive.open(name) as text:
        content = text.read(_LARGEST + 1)
    return content if len(content) <= _LARGEST else None


class _DtdError(Exception):
    """The text has a document type: no Word file has."""


def _refuse_dtd(*_: object) -> None:
    raise _DtdError


def _tree(content: bytes) -> Element:
    """The elements, those of Word by their bare names."""
    builder = TreeBuilder()
    spaces: dict[str | None, list[str]] = {}
    chosen: list[bool] = []

    def is_shown(name: str, attributes: dict[str, str]) -> bool:
        """Whether of several alternatives this is the one that Word shows."""
        if not chosen or name not in (_CHOICE, _FALLBACK) or chosen[-1]:
            return not chosen or name not in (_CHOICE, _FALLBACK)
        required = attributes.get("Requires", "").split() if name == _CHOICE else []
        known = all((spaces.get(prefix) or [""])[-1] in UNDERSTOOD for prefix in required)
        chosen[-1] = known
        return known

    def start(name: str, attributes: dict[str, str]) -> None:
        given = {_OWN.sub("", key): value for key, value in attributes.items()}
        builder.start(_OWN.sub("", name) if is_shown(name, attributes) else _NOT_SHOWN, given)
        if name == f"{_MC} AlternateContent":
            chosen.append(False)

    def end(name: str) -> None:
        if name == f"{_MC} AlternateContent":
            chosen.pop()
        builder.end(name)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartNamespaceDeclHandler = lambda prefix, uri: spaces.setdefault(prefix, []).append(uri)
    parser.EndNamespaceDeclHandler = lambda prefix: spaces[prefix].pop()
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


class _Styles:
    """Which switches the styles of the file turn."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall("style")
        self._styles = {style.get("styleId"): style for style in found}
        usual = [s.get("styleId") for s in found if s.get("default") in ("1", "true", "on")]
        self._usual = {
            kind: name for name in usual if (kind := self._styles[name].get("type")) is not None
        }
        defaults = None if root is None else root.find("docDefaults/rPrDefault/rPr")
        self.defaults = {name: _switch(defaults, name) for name in _SWITCHES}

    def turns(self, kind: str, name: str | None, switch: str) -> bool:
        """Whether a style of a kind, or the usual one, turns a switch."""
        name = name or self._usual.get(kind)
        for _ in range(_MOST_BASES):
            style = self._styles.get(name)
            if style is None:
                break
            given = _switch(style.find("rPr"), switch)
            if given is not None:
                return given
            based = style.find("basedOn")
            name = None if based is None else based.get("val")
        return False


def _letters(cell: Element, styles: _Styles) -> Iterator[str]:
    """What the runs of a cell show: no instructions of fields, nothing hidden or struck."""
    fields: list[bool] = []
    turned = {
        id(run)
        for order in _within(cell, "bdo")
        if order.get("val") != "ltr"
        for run in _within(order, "r")
    }
    named = {
        id(run): paragraph.find("pPr/pStyle")
        for paragraph in _within(cell, "p")
        for run in _within(paragraph, "r")
    }
    for run in _within(cell, "r"):
        unseen = _is_unseen(run, named.get(id(run)), styles)
        for element in run:
            kind = element.get("fldCharType")
            if kind == "begin":
                fields.append(False)
            elif fields and kind:
                fields[-1:] = [True] if kind == "separate" else []
            elif not unseen and all(fields):
                text = (element.text or "") if element.tag == "t" else _SIGNS.get(element.tag, "")
                if text.strip() and _is_in_signs(run):
                    text = "?"
                yield text[::-1] if id(run) in turned else text


def _is_in_signs(run: Element) -> bool:
    fonts = run.find("rPr/rFonts")
    font = "" if fonts is None else fonts.get("ascii") or ""
    return bool(_SIGNS_FOR_LETTERS.match(font))


def _is_unseen(run: Element, paragraph: Element | None, styles: _Styles) -> bool:
    """Whether a run is hidden or struck: styles turn each switch over, the run itself sets it."""
    own = run.find("rPr")
    if _switch(own, "dstrike"):
        return True
    letters = None if own is None else own.find("rStyle")
    for name in _SWITCHES:
        given = _switch(own, name)
        if given is None:
            kinds = (("paragraph", paragraph), ("character", letters))
            turns = [
                styles.turns(k, s.get("val") if s is not None else None, name) for k, s in kinds
            ]
            given = bool(styles.defaults[name]) or sum(turns) % 2 == 1
        if given:
            return True
    return False


def _switch(properties: Element | None, name: str) -> bool | None:
    """Whether a property is on, None where it is not given."""
    found = None if properties is None else properties.find(name)
    return None if found is None else found.get("val") not in _OFF
