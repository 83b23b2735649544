"""Values of declarations as plain strings, and lengths among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2.ast import Node

POINTS_PER_PIXEL = 0.75
SCREEN = (1280.0, 800.0)
"""Pixels of the window in which a page is looked at."""

ROOT_SIZE = 12.0
"""Points of the letters of the root element (`rem`)."""

_UNITS = {
    "px": POINTS_PER_PIXEL,
    "pt": 1.0,
    "pc": 12.0,
    "in": 72.0,
    "cm": 28.35,
    "mm": 2.835,
    "q": 0.709,
    "rem": ROOT_SIZE,
    "vw": SCREEN[0] * POINTS_PER_PIXEL / 100,
    "vh": SCREEN[1] * POINTS_PER_PIXEL / 100,
    "vmin": SCREEN[1] * POINTS_PER_PIXEL / 100,
    "vmax": SCREEN[0] * POINTS_PER_PIXEL / 100,
}
_OF_LETTERS = {"em": 1.0, "ex": 0.5, "ch": 0.5, "ic": 1.0, "lh": 1.2, "cap": 0.7}
_SIMPLE = re.compile(r"([+-]?(?:\d{1,9}(?:\.\d{0,20})?|\.\d{1,20})(?:e[+-]?\d)?)\s*([a-z]*|%)")
_ADDING = {"+": 1.0, "-": -1.0}
_DEEPEST = 10
"""Brackets inside each other; a longer calculation is not understood."""


def plain(tokens: Iterable[Node]) -> str:
    """A value as one string: lower case outside strings, one space between, no comments."""
    return " ".join("".join(map(_written, tokens)).split())


def _written(token: Any) -> str:
    if token.type == "ident":
        name: str = token.lower_value
        # What is escaped into a name that no browser knows (`none\\9`) stays as it is written.
        return name if name.replace("-", "").replace("_", "").isalnum() else f"\\{name}"
    if token.type in ("whitespace", "comment"):
        return " "
    if token.type == "function":
        return f"{token.lower_name}({plain(token.arguments)})"
    if token.type == "dimension":
        return f"{token.representation}{token.lower_unit}"
    written: str = token.serialize()
    return written


def length(written: str, em: float, whole: float | None = None) -> float | None:
    """A length in points, or None where it is none or cannot be known.

    Args:
        written: as `plain` has it.
        em: the height of the letters, in points.
        whole: what 100 % are, in points, if that is known.
    """
    match = _SIMPLE.fullmatch(written)
    if match:
        return _scaled(float(match[1]), match[2], em, whole)
    if written.startswith(("calc(", "min(", "max(", "clamp(")):
        return _calculated(written, em, whole)
    return None


def number(written: str) -> float | None:
    """A number or a percentage, also calculated; None where it is neither."""
    match = _SIMPLE.fullmatch(written)
    if match:
        return float(match[1]) / (100 if match[2] == "%" else 1) if match[2] in ("", "%") else None
    return length(written, 12.0, 1.0)


def _scaled(number: float, unit: str, em: float, whole: float | None) -> float | None:
    if unit == "":
        return number * POINTS_PER_PIXEL  # only 0, and in quirks mode
    if unit == "%":
        return None if whole is None else number * whole / 100
    if unit in _OF_LETTERS:
        return number * _OF_LETTERS[unit] * em
    return number * _UNITS[unit] if unit in _UNITS else None


@lru_cache(maxsize=4096)
def _calculated(written: str, em: float, whole: float | None) -> float | None:
    tokens = [
        token
        for token in tinycss2.parse_component_value_list(written, skip_comments=True)
        if token.type != "whitespace"
    ]
    value = _sum(tokens, em, whole, _DEEPEST)
    return None if value is None else value[0]


def _sum(tokens: list[Any], em: float, whole: float | None, deep: int) -> tuple[float, bool] | None:
    """A sum of terms: its value, and whether it is a length; None where it is not understood."""
    total, is_length, sign = 0.0, False, 1.0
    term: list[Any] = []
    for token in [*tokens, None]:
        adds = token is None or (token.type == "literal" and token.value in _ADDING)
        if not adds:
            term.append(token)
            continue
        value = _product(term, em, whole, deep)
        if value is None:
            return None
        total, is_length, term = total + sign * value[0], is_length or value[1], []
        sign = 1.0 if token is None else _ADDING[token.value]
    return total, is_length


def _product(
    tokens: list[Any], em: float, whole: float | None, deep: int
) -> tuple[float, bool] | None:
    value, is_length, divide = 1.0, False, False
    for token in tokens:
        if token.type == "literal" and token.value in ("*", "/"):
            divide = token.value == "/"
            continue
        factor = _factor(token, em, whole, deep)
        if factor is None or (divide and factor[0] == 0):
            return None
        value = value / factor[0] if divide else value * factor[0]
        is_length, divide = is_length or factor[1], False
    return (value, is_length) if tokens else None


def _factor(token: Any, em: float, whole: float | None, deep: int) -> tuple[float, bool] | None:
    if token.type == "number":
        return float(token.value), False
    if token.type in ("dimension", "percentage"):
        unit = "%" if token.type == "percentage" else token.lower_unit
        found = _scaled(float(token.value), unit, em, whole)
        return None if found is None else (found, True)
    if deep == 0:
        return None
    if token.type == "() block":
        return _sum(_tight(token.content), em, whole, deep - 1)
    if token.type == "function" and token.lower_name in ("calc", "min", "max", "clamp"):
        return _chosen(token, em, whole, deep - 1)
    return None


def _chosen(token: Any, em: float, whole: float | None, deep: int) -> tuple[float, bool] | None:
    parts: list[list[Any]] = [[]]
    for part in _tight(token.arguments):
        if part.type == "literal" and part.value == ",":
            parts.append([])
        else:
            parts[-1].append(part)
    sums = [_sum(part, em, whole, deep) for part in parts]
    known = [value for value in sums if value is not None]
    if len(known) < len(sums):
        return None
    values, is_length = [value for value, _ in known], any(given for _, given in known)
    if token.lower_name == "clamp" and len(values) == 3:
        return max(values[0], min(values[1], values[2])), is_length
    choose = {"min": min, "max": max}.get(token.lower_name, min)
    return choose(values), is_length


def _tight(tokens: Iterable[Any]) -> list[Any]:
    return [token for token in tokens if token.type not in ("whitespace", "comment")]
