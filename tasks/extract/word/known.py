"""The properties of a Word file that leave digits as they are, and those that are read.

Whatever else is set where digits stand may make a person see something else: it puts
their cell in doubt. So this list is all there is to keep up with Word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tasks.extract.word.markup import OFF, W, count, is_on

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

RUN = frozenset(
    (
        # read (`style`)
        *("rStyle", "rFonts", "strike", "dstrike", "vanish", "color", "spacing", "w", "position"),
        *("sz", "highlight", "shd", "vertAlign", "fitText", "w14:textFill", "w14:textOutline"),
        # harmless: weight, slant, lines and frames, languages, sizes of other scripts
        *("b", "bCs", "i", "iCs", "u", "em", "bdr", "caps", "smallCaps", "outline", "shadow"),
        *("lang", "noProof", "kern", "snapToGrid", "szCs", "ins", "moveTo", "rPrChange"),
        *("w14:ligatures", "w14:numForm", "w14:numSpacing", "w14:stylisticSets"),
        *("w14:cntxtAlts", "w14:glow", "w14:shadow", "w14:reflection", "w14:scene3d"),
        *("w14:props3d",),
    )
)
PARAGRAPH = frozenset(
    (
        # read (`paragraph`, `numbering`)
        *("pStyle", "numPr", "shd", "spacing", "ind", "cnfStyle"),
        # harmless: where pages and lines break, tabs, borders, alignment, the mark at the end
        *("keepNext", "keepLines", "pageBreakBefore", "widowControl", "suppressLineNumbers"),
        *("pBdr", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
        *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid"),
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "rPr", "sectPr", "pPrChange"),
    )
)
CELL = frozenset(
    (
        # read (`walk`)
        *("gridSpan", "hMerge", "vMerge", "shd", "tcBorders", "tcFitText", "cnfStyle"),
        *("tcW", "noWrap", "tcMar", "vAlign", "hideMark", "headers", "cellIns", "tcPrChange"),
    )
)
ROW = frozenset(
    (
        # read (`walk`)
        *("gridBefore", "trHeight", "hidden", "del", "cnfStyle"),
        *("divId", "gridAfter", "wBefore", "wAfter", "cantSplit", "tblHeader", "tblCellSpacing"),
        *("jc", "ins", "trPrChange"),
    )
)
TABLE = frozenset(
    (
        # read (`table_style`)
        *("tblStyle", "tblLook", "tblStyleRowBandSize", "tblStyleColBandSize", "shd"),
        *("tblpPr", "tblOverlap", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders"),
        *("tblLayout", "tblCellMar", "tblCaption", "tblDescription", "tblPrChange"),
        *("tblPrExChange",),
    )
)

TURNING = frozenset(("rtl", "bidi", "bidiVisual", "textDirection"))
"""Properties that let letters or columns run another way."""

_LEVEL = frozenset(("lrTb", "lrTbV", "tb"))
"""Directions of text that are the usual one."""

_FAR = 2000
"""Text further from the edges of its cell than this (in Word's units) may stand in another one."""

Strange = Mapping[str, bool]
"""Properties that are not known, and whether each is switched on."""


def strange(properties: Any, known: frozenset[str]) -> dict[str, bool]:
    """The properties that are not known to leave digits as they are.

    Args:
        properties: an element that holds them (`w:rPr` …), or None.
        known: those that are.
    """
    found = {}
    for element in () if properties is None else properties:
        name = str(element.tag).replace(W, "").replace(W14, "w14:")
        if isinstance(element.tag, str) and name not in known:
            found[name] = _is_set(element, name)
    return found


def _is_set(element: Any, name: str) -> bool:
    if name == "eastAsianLayout":
        return any(
            (element.get(W + part) or "0") not in OFF
            for part in ("combine", "vert", "vertCompress")
        )
    given = element.get(f"{W}val")
    return not (given in OFF or (name == "textDirection" and given in _LEVEL))


def doubts_of(properties: Strange) -> Iterator[str]:
    """Keys of `gongkai.reasons.DOUBTS` for digits that have these properties."""
    for name, is_set in properties.items():
        if is_set:
            yield "turned" if name in TURNING else "property"


def is_crossed(properties: Any) -> bool:
    """Whether a line runs through a cell from corner to corner."""
    borders = None if properties is None else properties.find(f"{W}tcBorders")
    return any(is_on(borders, name) and not _is_nil(borders, name) for name in ("tl2br", "tr2bl"))


def is_pushed_out(properties: Any, *margins: Any) -> bool:
    """Whether the text of a cell stands so far from its edges that it is not in the cell.

    Args:
        properties: the `w:tcPr`, or None.
        margins: what else says how far, each counting where those before it are silent.
    """
    own = None if properties is None else properties.find(f"{W}tcMar")
    width = None if properties is None else properties.find(f"{W}tcW")
    room = _FAR
    if width is not None and width.get(f"{W}type") in (None, "dxa"):
        room = min(count(width.get(f"{W}w"), 0) or _FAR, _FAR)
    kept = [_margin((own, *margins), names) for names in (("left", "start"), ("right", "end"))]
    return min(kept) < 0 or sum(kept) >= room


def _margin(margins: Iterable[Any], names: Iterable[str]) -> int:
    found = (given.find(W + name) for given in margins if given is not None for name in names)
    side = next((own for own in found if own is not None), None)
    return 0 if side is None else count(side.get(f"{W}w"), 0)


def _is_nil(borders: Any, name: str) -> bool:
    return bool(borders.find(W + name).get(f"{W}val") == "nil")


def numbers(element: Any, names: Iterable[str]) -> dict[str, int]:
    """Those attributes of an element that are whole numbers."""
    given = {} if element is None else {name: element.get(W + name) for name in names}
    return {name: count(text, 0) for name, text in given.items() if text is not None}
