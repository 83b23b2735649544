"""What Word shows in a cell and writes nowhere as plain text: controls, fields, other documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tasks.extract.word.markup import W, is_on, is_other

_CHOOSING = ("dropDownList", "comboBox", "date", "docPartList", "docPartObj", "picture")
"""Controls that may show what was chosen in them."""

_FORM = ("ddList", "checkBox")
"""Form fields of old that show no result of the field, but what is set in them."""

_SHOWING_NOTHING = frozenset(("XE", "TC", "TA", "RD", "SET", "PRIVATE", "ADDIN", "ASK"))
"""Fields that mark a place or keep something, and print nothing."""

_COUNTED_ANEW = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "SEQ", "DATE", "TIME"),
        *("CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM", "FILESIZE"),
        *("NUMWORDS", "NUMCHARS", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"),
    )
)
"""Fields whose result Word finds anew, whatever is stored of it."""

RUN_PARTS = frozenset(
    W + name
    for name in (
        *("rPr", "r", "t", "delText", "instrText", "delInstrText", "fldChar", "br", "cr", "tab"),
        *("ptab", "noBreakHyphen", "softHyphen", "sym", "lastRenderedPageBreak", "drawing", "pict"),
        *("object", "rt", "rubyPr", "commentReference", "annotationRef", "footnoteReference"),
        *("endnoteReference", "proofErr", "bookmarkStart", "bookmarkEnd"),
        *("del", "moveFrom", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd"),
    )
)
"""What may stand in a run and is read, or shows nothing that could be part of a number."""


class Field:
    """An open field: whether its result has begun and shows anything, and what it is told to do."""

    def __init__(self, character: Any) -> None:
        self.begun = False
        self.shown = False
        self.told = ""
        self._is_form = any(character.find(f".//{W}{name}") is not None for name in _FORM)

    @property
    def is_counted_anew(self) -> bool:
        """Whether Word may show another result than the one that is stored."""
        return _is_counted_anew(self.told)

    @property
    def is_unread(self) -> bool:
        """Whether, when it ends, it shows something that was not read."""
        if self._is_form:
            return True
        name = self.told.split()[:1]
        return not self.shown and not _SHOWING_NOTHING.issuperset(name)


def has_unread(cell: Any) -> bool:
    """Whether a cell holds a control, a field or a document whose text is not in the cell."""
    around = _around(cell)
    return any(map(_is_unread, (*around, *_inside(cell))))


def _around(cell: Any) -> Iterator[Any]:
    """The controls around a cell, and around its row."""
    for element in cell.iterancestors():
        if element.tag == f"{W}tbl":
            return
        yield element


def _inside(parent: Any) -> Iterator[Any]:
    """What stands in a cell, but for what is deleted or in cells inside it."""
    for element in parent:
        is_shown = element.tag not in (f"{W}tc", f"{W}del", f"{W}moveFrom")
        if is_shown and not is_other(element):
            yield element
            yield from _inside(element)


def _is_unread(element: Any) -> bool:
    if element.tag in (f"{W}altChunk", f"{W}subDoc"):
        return True
    if element.tag == f"{W}fldSimple":
        return not _has_text(element) or _is_counted_anew(element.get(f"{W}instr") or "")
    if element.tag != f"{W}sdt":
        return False
    properties = element.find(f"{W}sdtPr")
    if properties is None:
        return False
    # Word shows what it finds where the control is bound to, and not what stands in it.
    if any(str(own.tag).endswith("}dataBinding") for own in properties):
        return True
    if is_on(properties, "showingPlcHdr") and _has_text(element):
        return True  # what asks for an entry, in the place of one
    chosen = any(properties.find(W + name) is not None for name in _CHOOSING)
    return chosen and not _has_text(element)


def _is_counted_anew(told: str) -> bool:
    name = next(iter(re.split(r"[\s\\]+", told.strip())), "")
    return name.upper() in _COUNTED_ANEW


def _has_text(element: Any) -> bool:
    return any((text.text or "").strip() for text in element.iter(f"{W}t"))
