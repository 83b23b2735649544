"""Whether a part of a style sheet holds: media queries and `@supports` (Media Queries 4).

Asked is a person at a desk: a screen of 1280 × 800 pixels, a mouse, light colours. Answers are
yes, no, or None where that cannot be told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import tinycss2

from tasks.extract.web.css.harmless import bare, is_known
from tasks.extract.web.css.shorthand import longhands
from tasks.extract.web.css.values import POINTS_PER_PIXEL, SCREEN, length, plain

Answer = bool | None

_LENGTHS = {
    "width": SCREEN[0],
    "height": SCREEN[1],
    "device-width": SCREEN[0],
    "device-height": SCREEN[1],
}
"""Pixels."""

_NUMBERS = {
    "color": 8.0,
    "monochrome": 0.0,
    "color-index": 0.0,
    "grid": 0.0,
    "device-pixel-ratio": 1.0,
    "aspect-ratio": SCREEN[0] / SCREEN[1],
    "device-aspect-ratio": SCREEN[0] / SCREEN[1],
    "resolution": 1.0,
}
_WORDS = {
    "orientation": "landscape",
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "prefers-reduced-transparency": "no-preference",
    "prefers-reduced-data": "no-preference",
    "prefers-contrast": "no-preference",
    "forced-colors": "none",
    "inverted-colors": "none",
    "scripting": "enabled",
    "update": "fast",
    "overflow-block": "scroll",
    "overflow-inline": "scroll",
    "display-mode": "browser",
    "scan": "progressive",
    "dynamic-range": "standard",
    "high-contrast": "none",
}
_DEEPEST = 12
_ORDERS: dict[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}


def screen_holds(tokens: Sequence[Any]) -> Answer:
    """Whether any of the media queries of a list holds; an empty list always does."""
    queries = _parted(tokens)
    if not any(queries):
        return True
    return _any([_query(query) for query in queries])


def media_holds(written: str) -> Answer:
    """The same of an attribute."""
    return screen_holds(tinycss2.parse_component_value_list(written, skip_comments=True))


def supports_holds(tokens: Sequence[Any]) -> Answer:
    """Whether a browser of today does what an `@supports` asks for."""
    return _condition(_tight(tokens), _supported, _DEEPEST)


def _query(tokens: Sequence[Any]) -> Answer:
    """One media query: `[not | only] type [and (condition)]…`, or conditions alone."""
    words = list(tokens)
    turned = False
    if words and _is_word(words[0], "not") and len(words) > 1 and words[1].type == "ident":
        turned, words = True, words[1:]
    elif words and _is_word(words[0], "only"):
        words = words[1:]
    found: Answer = True
    if words and words[0].type == "ident" and not _is_word(words[0], "not"):
        found = words[0].lower_value in ("screen", "all")
        words = words[1:]
        if words and _is_word(words[0], "and"):
            words = words[1:]
    if words:
        found = _all([found, _condition(words, _feature, _DEEPEST)])
    return _not(found) if turned else found


def _condition(tokens: Sequence[Any], ask: Callable[[Any], Answer], deep: int) -> Answer:
    """Conditions in brackets joined by `not`, `and` and `or`."""
    if deep == 0 or not tokens:
        return None
    if _is_word(tokens[0], "not"):
        return _not(_condition(tokens[1:], ask, deep - 1))
    answers: list[Answer] = []
    joints = set()
    for token in tokens:
        if token.type == "ident" and token.lower_value in ("and", "or"):
            joints.add(token.lower_value)
        elif token.type == "() block" and _is_group(token.content):
            answers.append(_condition(_tight(token.content), ask, deep - 1))
        elif _is_word(token, "not"):
            return None
        else:
            answers.append(ask(token))
    if joints == {"or"}:
        return _any(answers)
    return _all(answers) if len(joints) < 2 else None


def _is_group(content: Sequence[Any]) -> bool:
    inner = _tight(content)
    return bool(inner) and (
        inner[0].type == "() block"
        or _is_word(inner[0], "not")
        or (inner[0].type == "function" and inner[0].lower_name == "selector")
    )


def _feature(token: Any) -> Answer:
    """A feature in brackets: `(min-width: 400px)`, `(400px <= width < 900px)`, `(hover)`."""
    if token.type != "() block":
        return None
    written = plain(token.content)
    name, colon, value = written.partition(":")
    if colon:
        return _named(name.strip(), value.strip())
    for order in ("<=", ">=", "<", ">", "="):
        if order in written:
            return _compared(_tight(token.content))
    if written in _WORDS:
        return _WORDS[written] not in ("none", "no-preference")
    known = {**_LENGTHS, **_NUMBERS}
    return bool(known[written]) if written in known else None


def _named(name: str, value: str) -> Answer:
    bare = name.removeprefix("-webkit-").removeprefix("min-").removeprefix("max-")
    if name in _WORDS:
        return _WORDS[name] == value
    own = _own(bare)
    asked = _asked(value)
    if own is None or asked is None:
        return None
    if "min-" in name:
        return own >= asked
    return own <= asked if "max-" in name else own == asked


def _compared(tokens: Sequence[Any]) -> Answer:
    """A range: two sides of one sign, or three of two."""
    sides: list[list[Any]] = [[]]
    orders: list[str] = []
    for token in tokens:
        if token.type == "literal" and token.value in "<>=":
            if orders and not sides[-1]:
                orders[-1] += token.value
            else:
                orders.append(token.value)
                sides.append([])
        else:
            sides[-1].append(token)
    written = [plain(side) for side in sides]
    if len(orders) not in (1, 2) or any(order not in _ORDERS for order in orders):
        return None
    answers: list[Answer] = []
    for order, left, right in zip(orders, written, written[1:], strict=False):
        own, asked, sign = (_own(left), _asked(right), order)
        if own is None:
            own, asked, sign = _own(right), _asked(left), _TURNED[order]
        answers.append(None if own is None or asked is None else _ORDERS[sign](own, asked))
    return _all(answers)


def _own(name: str) -> float | None:
    return _LENGTHS.get(name, _NUMBERS.get(name))


def _asked(value: str) -> float | None:
    """A length in pixels, a ratio, a resolution in dots per pixel, or a number."""
    numbers = [part.strip() for part in value.split("/")]
    try:
        ratio = [float(number) for number in numbers]
        return ratio[0] if len(ratio) == 1 else ratio[0] / ratio[1]
    except (ValueError, ZeroDivisionError):
        pass
    for unit, dots in (("dppx", 1.0), ("dpi", 1 / 96), ("dpcm", 2.54 / 96), ("x", 1.0)):
        number = value.removesuffix(unit)
        if number != value and number.replace(".", "", 1).isdigit():
            return float(number) * dots
    points = length(value, 12.0)
    return None if points is None else points / POINTS_PER_PIXEL


def _supported(token: Any) -> Answer:
    if token.type == "() block":
        name, _, value = (part.strip() for part in plain(token.content).partition(":"))
        if name.startswith("--"):
            return True
        return any(longhands(bare(name), value)) if is_known(name) else None
    return None


def _parted(tokens: Sequence[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in _tight(tokens):
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _tight(tokens: Sequence[Any]) -> list[Any]:
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def _is_word(token: Any, word: str) -> bool:
    return bool(token.type == "ident" and token.lower_value == word)


def _not(answer: Answer) -> Answer:
    return None if answer is None else not answer


def _all(answers: Sequence[Answer]) -> Answer:
    if False in answers:
        return False
    return None if None in answers else True


def _any(answers: Sequence[Answer]) -> Answer:
    if True in answers:
        return True
    return None if None in answers else False
