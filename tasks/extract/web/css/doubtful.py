"""Declarations that may make another number of the digits of a cell than is read.

Every declaration is harmless (`harmless`), or one of those looked at here and found harmless by
its value and its place, or it puts the cells it bears on in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tasks.extract.colour import colour
from tasks.extract.web.css.cascade import Cascade, Won
from tasks.extract.web.css.harmless import UNDERSTOOD, is_harmless, is_misspelt
from tasks.extract.web.css.sheet import Declaration, family_name
from tasks.extract.web.css.shorthand import SYSTEM_COLOURS, WIDE
from tasks.extract.web.css.sight import cuts, is_hidden
from tasks.extract.web.css.values import length

Reach = Literal["within", "cell", "piece"]
"""Which cells a declaration bears on: all within the element, those it stands in (or is), or
those it stands in if something else stands there as well."""

Where = Literal["around", "part", "inside"]
"""An element with tables in it, a row or a cell (or a group of rows), or a piece of a cell."""

_NUMBERS = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_IDENTITY = re.compile(
    r"none|(?:(?:translate(?:3d|x|y|z)?|rotate(?:3d|x|y|z)?|skew(?:x|y)?)"
    r"\((?:[+-]?0(?:\.0+)?[a-z%]*[, ]*)+\) ?"
    r"|scale(?:3d|x|y)?\((?:1(?:\.0+)?[, ]*)+\) ?|translatez\([^()]*\) ?|perspective\([^()]*\) ?"
    r"|matrix\(1, ?0, ?0, ?1, ?0, ?0\) ?)+"
)
_MOVED = re.compile(r"(?:translate(?:3d|x|y|z)?\([^()]*\) ?)+")
_ENLARGED = re.compile(r"(?:(?:translate(?:3d|x|y|z)?|scale(?:3d|x|y)?)\([^()]*\) ?)+")
_TINTED = re.compile(
    r"(?:(?:grayscale|sepia|saturate|hue-rotate|drop-shadow)\((?:[^()]|\([^()]*\))*\) ?)+"
)
_INVALID_FILTER = re.compile(r"(?:alpha|progid|gray|mask|chroma|shadow|xray|flip|glow)\b.*")
_APART = re.compile(r"(?:inline-)?(?:flex|grid)|-webkit-(?:inline-)?(?:flex|box)|(?:inline-)?box")
"""Ways to lay out pieces as boxes of their own, which may stand apart."""

_LETTERS = re.compile(r"[^\d\s,.，．]")

_INLINE = frozenset(("span", "i", "b", "u", "em", "strong", "font", "a", "s", "small", "big"))
"""Tags that show nothing without letters, unless a sheet makes a box of them."""

SMALL_SHIFT = 2.0
"""Points by which a piece of a cell may be shifted and still stand where it is written."""

_COMMON_FONTS = re.compile(
    r"宋体|黑体|楷体|仿宋|雅黑|等线|sim(?:sun|hei)|nsimsun|fangsong|kaiti|yahei|dengxian|arial|helvetica|times"
    r"|verdana|tahoma|courier|georgia|calibri|cambria|consolas|segoe|pingfang|heiti|stsong|sans-serif|serif"
    r"|monospace|system-ui|ui-"
)


@dataclass(frozen=True)
class Doubtful:
    """A declaration that may change what is seen, and the cells it bears on."""

    quote: str
    reach: Reach
    name: str = ""


@dataclass(frozen=True)
class Standing:
    """An element as far as its declarations are judged.

    Attributes:
        size: points of its letters.
        tag: its own.
        is_box: whether it has a height and a width of its own.
        text: what stands in it.
        pieces: how many pieces its text is in.
    """

    where: Where
    tag: str
    size: float
    is_box: bool
    text: Callable[[], str]
    pieces: Callable[[], int]


def doubtful(won: Won, standing: Standing, cascade: Cascade) -> Iterator[Doubtful]:
    """The declarations of an element that may change what is seen of the cells it bears on."""
    for name, declared in won.values.items():
        reach = _reach(name, declared.value, won, standing, cascade)
        if reach is not None:
            yield Doubtful(declared.quote, reach, name)
    drawn = standing.where == "inside" and {"height", "width"} <= won.values.keys()
    if drawn and standing.is_box and standing.tag in _INLINE and not standing.text().strip():
        yield Doubtful(won.values["height"].quote, "cell")
    if standing.where == "inside" and standing.is_box:
        run = max((len(word) for word in standing.text().split()), default=0)
        if run and not is_hidden(won, standing.size, True, False) and cuts(won, standing.size, run):
            yield Doubtful(_first(won, "height", "max-height", "width", "max-width"), "cell")
    for declared in won.perhaps:
        if declared.name.startswith("--") or (declared.by_script and _is_whole(standing)):
            continue
        if not _is_idle(declared, won, standing, cascade):
            yield Doubtful(declared.quote, "within")


def _is_whole(standing: Standing) -> bool:
    """Whether a script that bears on an element shows or hides tables, and no part of one."""
    return standing.where == "around" or standing.tag == "table"


def _first(won: Won, *names: str) -> str:
    return next(won.values[name].quote for name in names if name in won.values)


def _is_idle(declared: Declaration, won: Won, standing: Standing, cascade: Cascade) -> bool:
    """Whether a declaration that may hold would change nothing."""
    name, value = declared.name, declared.value
    if name == "display":
        hides = (value == "none") != (won.get("display") == "none")
        return not hides and _reach(name, value, won, standing, cascade) is None
    changed = {**won.values, name: declared}
    if name in ("overflow", "height", "max-height", "width", "max-width", "font", "font-size"):
        return standing.where != "inside" and not _is_nothing(value, standing.size)
    if name in ("color", "background", "background-color", "opacity", "visibility", "content"):
        return standing.where == "around" and name not in ("opacity", "visibility")
    now = is_hidden(won, standing.size, standing.is_box, standing.where == "part")
    then = is_hidden(Won(changed), standing.size, standing.is_box, standing.where == "part")
    return now == then and _reach(name, value, Won(changed), standing, cascade) is None


def _is_nothing(value: str, size: float) -> bool:
    found = length(value, size, size)
    return found is not None and abs(found) < 1


def _reach(name: str, value: str, won: Won, standing: Standing, cascade: Cascade) -> Reach | None:
    """Which cells a property's value may change, or None where it changes none."""
    if is_harmless(name):
        return None
    if name not in UNDERSTOOD:
        return None if is_misspelt(name) else "within"
    if name == "all":
        return "within"
    if value in WIDE:
        return _wide(name, value, standing)
    judge = _JUDGES.get(name)
    return judge(Asked(value, won, standing, cascade)) if judge is not None else None


def _wide(name: str, value: str, standing: Standing) -> Reach | None:
    """`inherit` of what is not inherited brings what nobody looks up."""
    taken = value == "inherit" and name in ("display", "position", "float", "transform", "opacity")
    return "cell" if taken and standing.where != "around" else None


@dataclass(frozen=True)
class Asked:
    """A value, and what else is known where it holds."""

    value: str
    won: Won
    standing: Standing
    cascade: Cascade


Judge = Callable[[Asked], Reach | None]


def _display(asked: Asked) -> Reach | None:
    if asked.value.startswith("ruby"):
        return "cell"
    inside = asked.standing.where == "inside"
    if inside and _APART.fullmatch(asked.value) and asked.standing.pieces() > 1:
        return "cell"
    usual = {"thead": "table-header-group", "tfoot": "table-footer-group"}.get(
        asked.standing.tag, ""
    )
    if (
        asked.value in ("table-header-group", "table-footer-group")
        and asked.standing.where != "around"
    ):
        return (
            None if asked.value == usual else "within" if asked.standing.where == "part" else "cell"
        )
    return None


def _position(asked: Asked) -> Reach | None:
    if asked.value not in ("absolute", "fixed") or asked.standing.where == "around":
        return None
    return "within" if asked.standing.where == "part" else "cell"


def _offset(asked: Asked) -> Reach | None:
    if asked.standing.where == "around" or asked.won.get("position") not in (
        "relative",
        "absolute",
        "fixed",
    ):
        return None
    moved = length(asked.value, asked.standing.size)
    if asked.value == "auto" or (moved is not None and abs(moved) <= SMALL_SHIFT):
        return None
    return "within" if asked.standing.where == "part" else "piece"


def _margin(asked: Asked) -> Reach | None:
    if asked.standing.where != "inside":
        return None
    moved = length(asked.value, asked.standing.size)
    if moved is None:
        return "piece" if "(" in asked.value else None
    least = -3 * asked.standing.size if asked.standing.is_box else -0.25 * asked.standing.size
    wide = not asked.standing.is_box and moved > 0.5 * asked.standing.size
    return "piece" if moved < least or wide else None


def _apart(asked: Asked) -> Reach | None:
    """Of room between pieces of one line: so much that they are two numbers."""
    if asked.standing.where != "inside" or asked.standing.is_box:
        return None
    wide = length(asked.value, asked.standing.size)
    return "piece" if wide is not None and wide > 0.5 * asked.standing.size else None


def _picture(asked: Asked) -> Reach | None:
    drawn = "gradient(" in asked.value and asked.standing.where == "inside"
    return "cell" if drawn else None


def _quotes(asked: Asked) -> Reach | None:
    return "within" if any(c.isdigit() for c in asked.value) else None


def _margin_up(asked: Asked) -> Reach | None:
    if asked.standing.where != "inside" or not asked.standing.is_box:
        return None
    moved = length(asked.value, asked.standing.size)
    return (
        "piece"
        if (moved is None and "(" in asked.value) or (moved or 0) < -0.5 * asked.standing.size
        else None
    )


def _turning(*harmless: str, of_pieces: bool = False) -> Judge:
    """Of what changes the order of pieces within an element (or its own): all but these values."""

    def judge(asked: Asked) -> Reach | None:
        if asked.value in harmless or asked.standing.where == "around":
            return None
        if asked.standing.where == "part":
            return "within"
        return "cell" if of_pieces else "piece"

    return judge


def _direction(asked: Asked) -> Reach | None:
    if asked.value != "rtl":
        return None
    if asked.standing.where == "around" or asked.standing.tag in (
        "table",
        "tr",
        "tbody",
        "thead",
        "tfoot",
    ):
        return "within"
    turned = _LETTERS.search(asked.standing.text()) or asked.standing.pieces() > 1
    return "cell" if turned else None


def _bidi(asked: Asked) -> Reach | None:
    return "cell" if asked.value not in ("normal", "embed", "isolate", "-webkit-isolate") else None


def _writing(asked: Asked) -> Reach | None:
    flat = asked.value in ("horizontal-tb", "lr-tb", "lr")
    if not flat and asked.standing.where != "around" and asked.standing.pieces() > 1:
        return "cell"
    return (
        "within"
        if not flat and asked.standing.tag in ("table", "tr", "tbody", "thead", "tfoot")
        else None
    )


def _transform(asked: Asked) -> Reach | None:
    if _IDENTITY.fullmatch(asked.value):
        return None
    if asked.standing.where == "around" and _ENLARGED.fullmatch(asked.value):
        numbers = [
            float(number)
            for number in _NUMBERS.findall(re.sub(r"3d|translate[^)]*\)", "", asked.value))
        ]
        if all(0.3 <= number <= 3 for number in numbers):
            return None
    if _MOVED.fullmatch(asked.value) and asked.standing.where != "around":
        moved = [
            length(part.strip(), asked.standing.size)
            for part in re.findall(r"[(,]([^(),]+)", asked.value)
        ]
        if all(part is not None and abs(part) <= SMALL_SHIFT for part in moved):
            return None
    return "within" if asked.standing.where != "inside" else "cell"


def _single(*harmless: str, low: float = 1.0, high: float = -1.0) -> Judge:
    """Of a property of one number: these words, or a number within bounds."""

    def judge(asked: Asked) -> Reach | None:
        if asked.value in harmless:
            return None
        numbers = [float(number) for number in _NUMBERS.findall(asked.value)]
        share = 100.0 if asked.value.endswith("%") else 1.0
        if numbers and all(low <= number / share <= high for number in numbers):
            return None
        return "within" if asked.standing.where != "inside" else "cell"

    return judge


def _filter(asked: Asked) -> Reach | None:
    if (
        asked.value == "none"
        or _TINTED.fullmatch(asked.value)
        or _INVALID_FILTER.match(asked.value)
    ):
        return None
    rest = _TINTED.sub("", asked.value)
    for function, number, percent in re.findall(r"([a-z-]+)\(\s*([\d.]*)(%?)[^()]*\)", rest):
        amount = float(number or 1) / (100 if percent else 1)
        fine = {
            "opacity": amount >= 0.5,
            "brightness": 0.6 <= amount <= 1.3,
            "contrast": 0.6 <= amount <= 2,
            "blur": amount == 0,
            "invert": amount == 0,
        }
        if not fine.get(function, False):
            return "within"
    return None if re.fullmatch(r"(?:[a-z-]+\([^()]*\) ?)*", rest) else "within"


def _clip(asked: Asked) -> Reach | None:
    if asked.value in ("auto", "none", "border-box", "padding-box", "margin-box", "content-box"):
        return None
    return "within" if asked.standing.where != "inside" else "cell"


def _clip_old(asked: Asked) -> Reach | None:
    if asked.won.get("position") not in ("absolute", "fixed"):
        return None
    return _clip(asked)


def _spacing(asked: Asked) -> Reach | None:
    if asked.value == "normal":
        return None
    wide = length(asked.value, asked.standing.size, asked.standing.size)
    if wide is not None and -0.12 * asked.standing.size <= wide <= 3 * asked.standing.size:
        return None
    return "within"


def _line_height(asked: Asked) -> Reach | None:
    if asked.value == "normal":
        return None
    if re.fullmatch(_NUMBERS, asked.value):
        high: float | None = float(asked.value) * asked.standing.size
    else:
        high = length(asked.value, asked.standing.size, asked.standing.size)
    if high is not None and high >= 0.3 * asked.standing.size:
        return None
    # Around tables it is the rule of a row of boxes, which the boxes themselves overrule.
    return None if asked.standing.where == "around" else "within"


def _indent(asked: Asked) -> Reach | None:
    if asked.standing.where == "around":
        return None
    words = [length(word, asked.standing.size, 0.0) for word in asked.value.split()]
    if all(
        word is None or -8 * asked.standing.size <= word <= 20 * asked.standing.size
        for word in words
    ):
        return None
    return "cell"


def _size(asked: Asked) -> Reach | None:
    known = (
        length(asked.value, asked.standing.size, asked.standing.size) is not None
        or asked.value.isidentifier()
    )
    return (
        None
        if known or asked.value in ("x-small", "xx-small", "x-large", "xx-large", "xxx-large")
        else "within"
    )


def _colour(asked: Asked) -> Reach | None:
    if asked.standing.where == "around" or asked.value in ("currentcolor", *SYSTEM_COLOURS):
        return None
    return "within" if colour(asked.value) is None and "(" in asked.value else None


def _family(asked: Asked) -> Reach | None:
    """A font of the page's own may draw one digit for another."""
    for family in asked.value.split(","):
        if family_name(family) in asked.cascade.fonts:
            return "within"
        if _COMMON_FONTS.search(family):
            return None
    return None


def _features(asked: Asked) -> Reach | None:
    return "within" if re.search(r"frac|sups|subs|sinf|numr|dnom|ordn", asked.value) else None


def _variant(asked: Asked) -> Reach | None:
    return "within" if re.search(r"\b(?:super|sub|ordinal|diagonal|stacked)", asked.value) else None


def _animation(asked: Asked) -> Reach | None:
    names = [name for name in asked.cascade.frames if name in re.split(r"[\s,]+", asked.value)]
    frames = [declared for name in names for declared in asked.cascade.frames[name]]
    for declared in frames:
        if asked.standing.where == "around":
            hides = declared.name in ("display", "visibility", "content-visibility")
            if hides and declared.value in ("none", "hidden"):
                return "within"
        elif not _is_idle(declared, asked.won, asked.standing, asked.cascade):
            return "within"
    return None


def _columns(asked: Asked) -> Reach | None:
    few = asked.value in ("auto", "1", "1 auto", "auto auto", "auto 1")
    return None if few or asked.standing.where == "around" else "cell"


def _content(asked: Asked) -> Reach | None:
    return None if asked.value in ("normal", "none") or asked.standing.where == "around" else "cell"


def _overflowing(asked: Asked) -> Reach | None:
    return (
        None
        if asked.value == "clip"
        or asked.standing.where == "around"
        or asked.won.get("overflow-x") in ("", "visible")
        else ("within" if asked.standing.where == "part" and asked.won.get("max-width") else None)
    )


def _outline(asked: Asked) -> Reach | None:
    offset = length(asked.value, asked.standing.size)
    return None if offset is None or offset > -12 or asked.standing.where == "around" else "within"


def _clamped(asked: Asked) -> Reach | None:
    return None if asked.value == "none" or asked.standing.where != "inside" else "cell"


_JUDGES: Mapping[str, Judge] = {
    "display": _display,
    "position": _position,
    **dict.fromkeys(("left", "right", "top", "bottom"), _offset),
    **dict.fromkeys(("margin-left", "margin-right"), _margin),
    **dict.fromkeys(("padding-left", "padding-right"), _apart),
    "background-image": _picture,
    "quotes": _quotes,
    **dict.fromkeys(("margin-top", "margin-bottom"), _margin_up),
    "float": _turning("none"),
    "order": _turning("0"),
    "box-ordinal-group": _turning("1"),
    "box-direction": _turning("normal", of_pieces=True),
    "flex-direction": _turning("row", "column", of_pieces=True),
    "flex-wrap": _turning("nowrap", "wrap", of_pieces=True),
    "grid-auto-flow": _turning("row", of_pieces=True),
    **dict.fromkeys(
        (
            *(
                "grid",
                "grid-area",
                "grid-column",
                "grid-column-end",
                "grid-column-start",
                "grid-row",
            ),
            *("grid-row-end", "grid-row-start"),
        ),
        _turning("auto", "auto / auto"),
    ),
    **dict.fromkeys(("grid-template", "grid-template-areas"), _turning("none", of_pieces=True)),
    "direction": _direction,
    "unicode-bidi": _bidi,
    "writing-mode": _writing,
    "transform": _transform,
    "translate": _single("none", "0", "0px"),
    "scale": _single("none", low=0.3, high=3),
    "rotate": _single("none", low=0, high=0),
    "zoom": _single("normal", "auto", "reset", low=0.3, high=4),
    "filter": _filter,
    "mix-blend-mode": _single("normal"),
    "clip-path": _clip,
    "clip": _clip_old,
    **dict.fromkeys(("mask", "mask-image", "mask-border", "mask-box-image"), _single("none")),
    "text-security": _single("none"),
    **dict.fromkeys(("letter-spacing", "word-spacing"), _spacing),
    "line-height": _line_height,
    "text-indent": _indent,
    "font-size": _size,
    "font-size-adjust": _single("none", low=0.3, high=1),
    **dict.fromkeys(("color", "text-fill-color", "background-color"), _colour),
    "font-family": _family,
    "font-feature-settings": _features,
    **dict.fromkeys(
        (
            "font-variant",
            "font-variant-numeric",
            "font-variant-position",
            "font-variant-alternates",
        ),
        _variant,
    ),
    "initial-letter": _single("normal"),
    **dict.fromkeys(("animation", "animation-name"), _animation),
    **dict.fromkeys(("column-count", "column-width", "columns"), _columns),
    "content": _content,
    "text-overflow": _overflowing,
    "outline-offset": _outline,
    **dict.fromkeys(("line-clamp", "max-lines"), _clamped),
}
