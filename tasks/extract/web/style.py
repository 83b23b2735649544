"""How an element of a web page is shown: hidden, struck, raised, as a heading, in which block."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tasks.extract.colour import BLACK, WHITE, Colour, colour, ground, is_faint
from tasks.extract.marks import Marks
from tasks.extract.web.css.cascade import Won
from tasks.extract.web.css.harmless import names
from tasks.extract.web.css.shorthand import SYSTEM_COLOURS, WIDE
from tasks.extract.web.css.sight import is_box, is_covered
from tasks.extract.web.css.values import length, number

BLOCKS = names(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main "
    "menu nav ol option p pre section summary table tbody td textarea tfoot th thead tr ul"
)
_NOT_SHOWN = names(
    "script style template noscript head title meta link iframe object audio video canvas svg "
    "map datalist noframes noembed select rp rt param source track area base col colgroup"
)
_ASIDE = names("nav footer aside button option")
_HEADINGS = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 10.0, "h6": 8.0}
STRUCK, _RAISED = names("del s strike"), names("sup sub")
_SPEAKING = names("a pre font").union(_NOT_SHOWN, _ASIDE, _HEADINGS, STRUCK, _RAISED)
"""Tags that say how their letters are shown without any attribute."""

_INLINE_TABLE = names("td th tr tbody thead tfoot")
FONT_SIZES = (7.5, 10.0, 12.0, 13.5, 18.0, 24.0, 36.0)
_SIZE_NAMES = {
    **dict(
        zip(
            ("x-small", "small", "medium", "large", "x-large", "xx-large"), FONT_SIZES, strict=False
        )
    ),
    "xx-small": 6.75,
    "xxx-large": 36.0,
}
_SMALLER, _LARGER = 0.83, 1.2
_TOO_SMALL = 1.2
"""Points; letters that are smaller leave no trace on a screen."""

_UNSEEN = 0.02
"""Letters of which so little is seen are not seen."""


@dataclass(frozen=True)
class Style(Marks):
    """How the letters of an element are shown; inherited.

    Attributes:
        hidden: they keep their place but cannot be seen.
        gone: they are not laid out at all.
        link, aside, heading, pre: whether they stand in a link, in what surrounds an
            article, in a heading, in text whose line breaks count.
        block, parent: the numbers of the nearest block around them and of the one around that.
        ink: their colour, as it is written; `ground`: what a table has behind them.
        opacity: how much of them is seen, 0 to 1.
        covered: whether they are hidden by what nothing within can undo.
        invisible: whether they are hidden by `visibility`, which may be undone within.
        quotes: declarations that put every cell within in doubt.
        placed: declarations that put the cells of a table's part in doubt, not those within.
    """

    hidden: bool = False
    gone: bool = False
    link: bool = False
    aside: bool = False
    heading: bool = False
    pre: bool = False
    block: int = 0
    parent: int = 0
    ink: Colour = BLACK
    ground: Colour = WHITE
    opacity: float = 1.0
    covered: bool = False
    invisible: bool = False
    quotes: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()


def is_gone(element: Any, tag: str, won: Won) -> bool:
    """Whether an element is taken away by a style sheet, or by an attribute that none overrules."""
    if (element.get("hidden") or "").lower() == "until-found":
        return True
    display = won.get("display")
    if display and display not in WIDE:
        return display == "none"
    if element.get("hidden") is not None:
        return True
    return element.get("popover") is not None or (tag == "dialog" and element.get("open") is None)


def is_folded(element: Any, tag: str) -> bool:
    """Whether an element stands in a closed `details` and is not what is seen of it."""
    around = element.getparent()
    return (
        around is not None
        and str(around.tag).lower() == "details"
        and around.get("open") is None
        and (tag != "summary" or element.getprevious() is not None)
    )


def styled(element: Any, tag: str, won: Won, inherited: Style, block: int) -> Style:
    """The style of an element's own letters; `block` is its number if it is a block, else 0."""
    if not (block or element.attrib or won.values or tag in _SPEAKING):
        return inherited
    decoration = won.get("text-decoration-line")
    aligned = won.get("vertical-align") if tag not in BLOCKS else ""
    ink = _ink(element, tag, won) or inherited.ink
    behind = _ground(element, tag, won, inherited.ground)
    opacity = inherited.opacity * share(won.get("opacity"))
    size = _size(element, tag, won, inherited.size)
    own_box = is_box("block" if tag in BLOCKS else "inline", won)
    covered = inherited.covered or is_covered(won, size, own_box, tag in _INLINE_TABLE)
    visible = won.get("visibility")
    invisible = inherited.invisible if visible in ("", *WIDE) else visible != "visible"
    unseen = (
        covered
        or invisible
        or size < _TOO_SMALL
        or opacity < _UNSEEN
        or (ink.cover < _UNSEEN and "text" not in won.get("background-clip"))
    )
    return Style(
        inherited.struck or tag in STRUCK or "line-through" in decoration,
        inherited.raised or tag in _RAISED or aligned in ("super", "sub"),
        is_faint(ink._replace(cover=ink.cover * opacity), behind),
        size,
        unseen,
        inherited.gone
        or tag in _NOT_SHOWN
        or is_gone(element, tag, won)
        or is_folded(element, tag),
        inherited.link or (tag == "a" and bool(element.get("href"))),
        inherited.aside or tag in _ASIDE,
        inherited.heading or tag in ("h1", "h2", "h3"),
        inherited.pre or tag == "pre" or won.get("white-space").startswith("pre"),
        block or inherited.block,
        inherited.block if block else inherited.parent,
        ink,
        behind,
        opacity,
        covered,
        invisible,
        quotes=inherited.quotes,
    )


def _ink(element: Any, tag: str, won: Won) -> Colour | None:
    """The colour an element gives its letters, or None where it gives none."""
    for given in (won.get("text-fill-color"), won.get("color")):
        if given == "initial":
            return BLACK
        if given and given not in WIDE and given != "currentcolor":
            return colour(SYSTEM_COLOURS.get(given, given))
    written = element.get("color") if tag == "font" else None
    return (colour(written) or legacy_colour(written)) if written else None


def _ground(element: Any, tag: str, won: Won, inherited: Colour) -> Colour:
    """What is behind the letters of an element.

    Whatever is behind a table counts as white: pages lay so much over each other that
    it is seldom what is named around them.
    """
    behind = WHITE if tag == "table" else inherited
    named = won.get("background-color")
    if any(mark in won.get("background-image") for mark in ("url(", "gradient(")):
        named = won.get("background-image")
    return ground(named or element.get("bgcolor") or "", behind)


def share(written: str) -> float:
    """An opacity, from 0 to 1."""
    if not written or written in WIDE:
        return 1.0
    found = number(written)
    return 1.0 if found is None else min(max(found, 0.0), 1.0)


def legacy_colour(written: str) -> Colour:
    """What browsers make of a colour that is none (HTML, rules for parsing a legacy colour)."""
    digits = "".join(
        c if c in "0123456789abcdef" else "0" for c in written.strip("# ").lower()[:128]
    )
    digits += "0" * (-len(digits) % 3 if digits else 3)
    third = len(digits) // 3
    parts = [digits[place : place + third][-8:] for place in range(0, len(digits), third)]
    while third > 2 and all(part.startswith("0") for part in parts):
        parts, third = [part[1:] for part in parts], third - 1
    red, green, blue = (int(part[:2], 16) for part in parts)
    return Colour(red, green, blue)


def _size(element: Any, tag: str, won: Won, inherited: float) -> float:
    """The height of an element's letters, in points."""
    written = won.get("font-size")
    if written and written not in WIDE:
        if written in ("smaller", "larger"):
            return inherited * (_SMALLER if written == "smaller" else _LARGER)
        named = _SIZE_NAMES.get(written)
        found = named if named is not None else length(written, inherited, inherited)
        return inherited if found is None or found < 0 else found
    if written == "initial":
        return 12.0
    if tag == "font" and (given := re.match(r"\s*(\d)", element.get("size") or "")):
        return FONT_SIZES[min(max(int(given[1]), 1), 7) - 1]
    return _HEADINGS.get(tag, inherited)
