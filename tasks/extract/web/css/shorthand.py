"""Properties that stand for several, taken apart as far as their parts count here; validity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from tasks.extract.colour import colour
from tasks.extract.web.css.harmless import names

WIDE = frozenset(("inherit", "initial", "unset", "revert", "revert-layer"))
"""Values that every property has."""

_KEYWORDS = {
    "display": names(
        "none block inline inline-block flex inline-flex grid inline-grid flow-root contents "
        "list-item table inline-table table-row-group table-header-group table-footer-group "
        "table-row table-cell table-column-group table-column table-caption ruby ruby-base "
        "ruby-text box inline-box -webkit-box -webkit-inline-box -webkit-flex "
        "-webkit-inline-flex run-in math flow inline-list-item"
    ),
    "visibility": frozenset(("visible", "hidden", "collapse")),
    "position": frozenset(("static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky")),
    "float": frozenset(("none", "left", "right", "inline-start", "inline-end")),
    "direction": frozenset(("ltr", "rtl")),
    "overflow-x": frozenset(("visible", "hidden", "clip", "scroll", "auto", "overlay")),
    "overflow-y": frozenset(("visible", "hidden", "clip", "scroll", "auto", "overlay")),
    "content-visibility": frozenset(("visible", "hidden", "auto")),
    "white-space": names(
        "normal pre nowrap pre-wrap pre-line break-spaces collapse preserve preserve-breaks wrap "
        "balance"
    ),
}
"""Values other than these are passed over by browsers."""

_OPACITY = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?|calc\(.*")
_SIZE = re.compile(
    r"(?:^|\s)((?:xx?-|xxx-)?(?:small|large)|medium|smaller|larger"
    r"|[+-]?(?:\d+\.?\d*|\.\d+)(?:[a-z]+|%)|0|(?:calc|min|max|clamp)\(.*?\))(?:\s*/\s*([^\s]+))?\s"
)
_SYSTEM_FONTS = frozenset(("caption", "icon", "menu", "message-box", "small-caption", "status-bar"))
_SIDES = ("top", "right", "bottom", "left")


def longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The properties a declaration sets; none where browsers pass it over."""
    if value in WIDE:
        yield from ((part, value) for part in _PARTS.get(name, (name,)))
    elif name in _ALIASES:
        yield from longhands(_ALIASES[name], value)
    elif name in _TAKEN_APART:
        yield from _TAKEN_APART[name](value)
    elif name in _PAIRS:
        words = _words(value)
        if 0 < len(words) <= 2:
            yield _PAIRS[name][0], words[0]
            yield _PAIRS[name][1], words[-1]
    elif _is_valid(name, value):
        yield name, _last(value) if name in _KEYWORDS and name != "white-space" else value


def _last(value: str) -> str:
    """The word that says how children stand (`inline flex`)."""
    return value.rpartition(" ")[2]


def _is_valid(name: str, value: str) -> bool:
    if name in ("color", "text-fill-color", "background-color"):
        return is_colour(value)
    if name == "opacity":
        return _OPACITY.fullmatch(value) is not None
    return name not in _KEYWORDS or all(word in _KEYWORDS[name] for word in value.split())


def _overflow(value: str) -> Iterator[tuple[str, str]]:
    words = value.split()
    if 0 < len(words) <= 2 and all(word in _KEYWORDS["overflow-x"] for word in words):
        yield "overflow-x", words[0]
        yield "overflow-y", words[-1]


def _four(before: str) -> Callable[[str], Iterator[tuple[str, str]]]:
    """Of a property with a value for each side, from the top with the clock."""

    def sides(value: str) -> Iterator[tuple[str, str]]:
        words = _words(value)
        if 0 < len(words) <= 4:
            four = [words[0], words[min(1, len(words) - 1)], words[2 if len(words) > 2 else 0]]
            four.append(words[3] if len(words) > 3 else four[1])
            yield from ((f"{before}{side}", own) for side, own in zip(_SIDES, four, strict=True))

    return sides


def _flex_flow(value: str) -> Iterator[tuple[str, str]]:
    for word in value.split():
        yield ("flex-wrap" if "wrap" in word else "flex-direction"), word


def _decoration(value: str) -> Iterator[tuple[str, str]]:
    lines = [w for w in value.split() if w in ("none", "underline", "overline", "line-through")]
    yield "text-decoration-line", " ".join(lines) or "none"


def _list_style(value: str) -> Iterator[tuple[str, str]]:
    words = [w for w in _words(value) if w not in ("inside", "outside") and "url(" not in w]
    yield "list-style-type", words[0] if words else "disc"


_ALIASES = {
    "padding-inline-start": "padding-left",
    "padding-inline-end": "padding-right",
    "margin-inline-start": "margin-left",
    "margin-inline-end": "margin-right",
    "margin-block-start": "margin-top",
    "margin-block-end": "margin-bottom",
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "inline-size": "width",
    "block-size": "height",
    "max-inline-size": "max-width",
    "max-block-size": "max-height",
    "overflow-inline": "overflow-x",
    "overflow-block": "overflow-y",
    "word-wrap": "overflow-wrap",
}
_PAIRS = {
    "padding-inline": ("padding-left", "padding-right"),
    "margin-inline": ("margin-left", "margin-right"),
    "margin-block": ("margin-top", "margin-bottom"),
    "inset-inline": ("left", "right"),
    "inset-block": ("top", "bottom"),
}
_PARTS = {
    "font": ("font-size", "font-family", "font-variant", "line-height"),
    "overflow": ("overflow-x", "overflow-y"),
    "margin": tuple(f"margin-{side}" for side in _SIDES),
    "inset": _SIDES,
    "text-decoration": ("text-decoration-line",),
    "list-style": ("list-style-type",),
    "background": ("background-color", "background-image"),
    "flex-flow": ("flex-wrap", "flex-direction"),
    **{name: (full,) for name, full in _ALIASES.items()},
    **_PAIRS,
}


def is_colour(value: str) -> bool:
    """Whether a value is a colour; `currentcolor` and mixtures are, though not known which."""
    return (
        colour(value) is not None
        or value in ("currentcolor", *SYSTEM_COLOURS)
        or _FUNCTION.match(value) is not None
    )


_FUNCTION = re.compile(
    r"(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|device-cmyk)\("
)

SYSTEM_COLOURS = {
    **dict.fromkeys(("canvas", "field", "window"), "white"),
    **dict.fromkeys(("canvastext", "fieldtext", "buttontext", "windowtext", "marktext"), "black"),
    **dict.fromkeys(("graytext", "highlight", "linktext", "visitedtext", "activetext"), "gray"),
    **dict.fromkeys(("buttonface", "buttonborder", "threedface", "menu"), "#efefef"),
    **dict.fromkeys(("highlighttext", "selecteditemtext"), "white"),
}
"""Colours by the part of a window that has them, in a window of light colours."""


def _words(value: str) -> list[str]:
    """The parts of a value, what is in brackets kept together."""
    found = [""]
    depth = 0
    for letter in value:
        depth += (letter == "(") - (letter == ")")
        if letter == " " and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return [word for word in found if word]


def _font(value: str) -> Iterator[tuple[str, str]]:
    if value in _SYSTEM_FONTS:
        yield "font-size", "medium"
        return
    match = _SIZE.search(f"{value} ")
    if match is None:
        return
    yield "font-size", match[1]
    if match[2]:
        yield "line-height", match[2]
    yield "font-family", value[match.end(2) if match[2] else match.end(1) :].strip(" /")


def _background(value: str) -> Iterator[tuple[str, str]]:
    words = _words(value.replace("/", " "))
    known = [word for word in words if colour(word) is not None or word.startswith("var(")]
    yield "background-color", known[-1] if known else "transparent"
    pictures = [word for word in words if "url(" in word or "gradient(" in word]
    yield "background-image", " ".join(pictures) or "none"


_TAKEN_APART: Mapping[str, Callable[[str], Iterator[tuple[str, str]]]] = {
    "font": _font,
    "background": _background,
    "overflow": _overflow,
    "margin": _four("margin-"),
    "inset": _four(""),
    "padding": _four("padding-"),
    "flex-flow": _flex_flow,
    "text-decoration": _decoration,
    "list-style": _list_style,
}
