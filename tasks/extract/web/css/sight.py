"""Whether what holds for an element hides what stands in it: boxes without room, or far away."""

from __future__ import annotations

import re

from tasks.extract.web.css.cascade import Won
from tasks.extract.web.css.values import length

_AWAY = 999.0
"""Text shifted by so many points is not on the screen."""

_FLAT = 0.35
"""A box lower (or narrower) than this share of its letters' height shows nothing of them."""

_CUTTING = frozenset(("hidden", "clip", "scroll", "auto", "overlay"))
_INLINE = frozenset(("", "inline", "contents", "ruby"))
_NOTHING_LEFT = re.compile(
    r"rect\(\s*(?:0|1px|0px|auto)?[ ,]*(?:0|1px|0px)[ ,]*(?:0|1px|0px)[ ,]*(?:0|1px|0px)?\s*\)"
    r"|rect\((\d+px)[ ,]+(\d+px)[ ,]+\1[ ,]+\2\)"
    r"|inset\((?:100%|50%)(?: .*)?\)|circle\(0(?:px|%)?(?: .*)?\)"
    r"|polygon\((?:0(?:px|%)? 0(?:px|%)?,? ?)+\)"
)
_SCALE = re.compile(r"scale(?:3d|x|y)?\(([^()]*)\)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_PLACED = ("left", "top", "right", "bottom")
_MOVED = ("margin-left", "margin-top", "text-indent")


def is_hidden(won: Won, size: float, is_box: bool, is_part: bool) -> bool:
    """Whether what is in an element keeps its place but cannot be seen.

    Args:
        won: what holds for the element.
        size: points of its letters.
        is_box: whether it has a height and a width of its own.
        is_part: whether it is a row or a cell of a table, which grow with what is in them.
    """
    return won.get("visibility") in ("hidden", "collapse") or is_covered(won, size, is_box, is_part)


def is_covered(won: Won, size: float, is_box: bool, is_part: bool) -> bool:
    """The same by anything that nothing within an element can undo."""
    if not won.values:
        return False
    return bool(
        won.get("content-visibility") == "hidden"
        or (is_box and not is_part and has_no_room(won, size))
        or _is_cut_away(won)
        or is_scaled_away(won)
        or any(_is_away(won.get(name), size) for name in _MOVED)
        or (
            won.get("position", "static") not in ("static", "sticky")
            and any(_is_away(won.get(name), size) for name in _PLACED)
        )
    )


def is_box(tag_display: str, won: Won) -> bool:
    """Whether an element has a height and a width of its own.

    Args:
        tag_display: `block` or `inline`, what its tag is without a style sheet.
        won: what holds for it.
    """
    display = won.get("display") or tag_display
    out_of_line = won.get("float", "none") not in ("none", *_WIDE)
    return display not in _INLINE or out_of_line or won.get("position") in ("absolute", "fixed")


_WIDE = ("inherit", "initial", "unset", "revert")


def has_no_room(won: Won, size: float) -> bool:
    """Whether a box cuts off what does not fit, and next to nothing fits."""
    return any(
        (low := _room(won, sides, size)) is not None and low < _FLAT * size and is_cutting(won)
        for sides in (("height", "max-height"), ("width", "max-width"))
    )


def cuts(won: Won, size: float, letters: int) -> bool:
    """Whether a box may cut off part of a number of so many letters."""
    high = _room(won, ("height", "max-height"), size)
    wide = _room(won, ("width", "max-width"), size)
    return bool(
        (high is not None and high < 0.9 * size and is_cutting(won))
        or (wide is not None and wide < 0.62 * size * letters and is_cutting(won))
    )


def is_cutting(won: Won) -> bool:
    """Whether what does not fit into a box is cut off; of two axes one cuts as both do."""
    return any(won.get(name) in _CUTTING for name in ("overflow-x", "overflow-y"))


def _room(won: Won, names: tuple[str, ...], size: float) -> float | None:
    given = [length(won.get(name), size) for name in names if name in won.values]
    if any(won.get(name) in ("0%", "0.0%") for name in names):
        return 0.0
    known = [value for value in given if value is not None]
    return min(known) if known else None


def _is_cut_away(won: Won) -> bool:
    placed = won.get("position") in ("absolute", "fixed")
    return bool(
        (placed and _NOTHING_LEFT.fullmatch(won.get("clip")))
        or _NOTHING_LEFT.fullmatch(won.get("clip-path"))
    )


def is_scaled_away(won: Won) -> bool:
    """Whether an element is drawn at no size at all."""
    factors: list[str] = _SCALE.findall(won.get("transform"))
    factors += [won.get("scale")] if "scale" in won.values else []
    return any(
        abs(float(number)) < 0.05 for factor in factors for number in _NUMBER.findall(factor)[:2]
    )


def _is_away(value: str, size: float) -> bool:
    found = length(value, size) if value else None
    return found is not None and not -_AWAY <= found <= 5 * _AWAY
