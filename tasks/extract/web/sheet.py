"""What style sheets and style attributes say about an element (CSS, as far as pages need it)."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any

_SIMPLE = re.compile(r"[a-z]*[1-6]?(?:[.#][\w-]+)?", re.I)
"""Selectors of one tag, class or id."""

_MADE = re.compile(r"([^\s>+~]{0,100}?)::?(?:before|after)", re.I)
"""A selector of words that a style sheet puts before or behind an element's own."""

_LAST_NAME = re.compile(r"[.#][\w-]+$|^[a-z]+[1-6]?$", re.I)
_CODE = re.compile(r"\\([0-9a-f]{1,6})\s?", re.I)
_COMPUTED = re.compile(r"(?:attr|counters?)\(|url\(")
_SIGNS = ".．-−—%"
_ANY = "*"

_LONGEST_SHEET = 500_000
_LONGEST_STYLE = 2000

FONT_SIZES = (7.5, 10.0, 12.0, 13.5, 18.0, 24.0, 36.0)
_SIZE_NAMES = ("x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large")
_POINTS = {"pt": 1.0, "px": 0.75, "rem": 12.0, "cm": 28.35, "mm": 2.835}
_LENGTH = re.compile(r"(-?\d{0,6}\.?\d{1,6})\s*(pt|px|em|rem|%|cm|mm)?")
_NO_HEIGHT = re.compile(r"0+(?:px|pt|em)?")
_TRANSPARENT = re.compile(r"0+(?:\.0*)?%?|\.0+")
_INVISIBLE = re.compile(r"transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\)")
_AWAY = -999.0
"""Text shifted by so many points is not on the screen."""


class Sheet:
    """The rules of a page's own style sheets for a single tag, class or id.

    Rules with more conditions are left out, and so are those for other media. What one of
    them hides is read all the same, as a table or a number too many.
    """

    def __init__(self, root: Any) -> None:
        self._rules: dict[str, dict[str, str]] = {}
        self._making: set[str] = set()
        """Tags, classes and ids beside whose words the sheets show others."""
        written = "".join(e.text or "" for e in root.iter("style"))[:_LONGEST_SHEET]
        for selectors, body in _rules(written):
            for selector in map(str.strip, selectors.split(",")):
                if _SIMPLE.fullmatch(selector):
                    self._rules.setdefault(selector, {}).update(_declarations(body))
                elif (made := _MADE.search(selector)) and _has_words(body):
                    name = _LAST_NAME.search(made[1])
                    self._making.add(name[0] if name else _ANY)

    def properties(self, element: Any, tag: str) -> Mapping[str, str]:
        """What the sheets and the element itself say, the more particular last."""
        found: dict[str, str] = {}
        if self._rules:
            own, own_id = _names(element)
            for name in (tag, *own, *(tag + c for c in own), own_id, tag + own_id):
                found.update(self._rules.get(name, {}))
        found.update(_declarations((element.get("style") or "")[:_LONGEST_STYLE]))
        return found

    def makes_words(self, element: Any, tag: str) -> bool:
        """Whether the sheets may show words beside an element's own (`:before`, `:after`)."""
        if not self._making:
            return False
        own, own_id = _names(element)
        return not self._making.isdisjoint((_ANY, tag, own_id, *own))


def points(written: str, inherited: float) -> float:
    """A font size or another length, in points."""
    match = _LENGTH.match(written)
    if match is None:
        return dict(zip(_SIZE_NAMES, FONT_SIZES, strict=True)).get(written, inherited)
    relative = {"em": inherited, "%": inherited / 100}
    return float(match[1]) * ({**_POINTS, **relative}[match[2] or "px"])


def is_hidden(properties: Mapping[str, str]) -> bool:
    """Whether what is in an element keeps its place but cannot be seen."""
    height = properties.get("max-height") or properties.get("height", "")
    shifts = ("text-indent", "left", "top", "margin-left")
    return bool(
        properties.get("visibility") in ("hidden", "collapse")
        or ("font-size" in properties and points(properties["font-size"], 1.0) <= 0)
        or _TRANSPARENT.fullmatch(properties.get("opacity", ""))
        or (properties.get("overflow") == "hidden" and _NO_HEIGHT.fullmatch(height))
        or _INVISIBLE.fullmatch(properties.get("color", ""))
        or any(points(properties[name], 0) < _AWAY for name in shifts if name in properties)
    )


def _names(element: Any) -> tuple[list[str], str]:
    """The classes and the id of an element as selectors name them."""
    return ["." + c for c in (element.get("class") or "").split()], f"#{element.get('id') or ''}"


def _has_words(body: str) -> bool:
    """Whether a rule makes up what may be part of a number; the signs of icon fonts are none."""
    properties = _declarations(body)
    if is_hidden(properties) or properties.get("display") == "none":
        return False
    content = _CODE.sub(lambda code: _letter(code[1]), properties.get("content", ""))
    quoted = "".join(re.findall(r"\"[^\"]*\"|'[^']*'", content))
    return any(c.isalnum() or c in _SIGNS for c in quoted) or bool(_COMPUTED.search(content))


def _letter(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= sys.maxunicode else ""


def _declarations(written: str) -> dict[str, str]:
    parts = (part.partition(":") for part in _uncommented(written).lower().split(";"))
    return {
        name.strip(): value.replace("!important", "").strip()
        for name, colon, value in parts
        if colon
    }


def _uncommented(sheet: str) -> str:
    return re.sub(r"/\*.*?(?:\*/|\Z)", "", sheet, flags=re.S)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the rules that hold for every medium."""
    depth, selector, body = 0, "", ""
    for part in re.split("([{}])", _uncommented(sheet)):
        if part == "{":
            depth += 1
        elif part == "}":
            if depth == 1 and not selector.startswith("@"):
                yield selector, body
            depth, body = max(depth - 1, 0), ""
        elif depth == 0:
            selector = part.rpartition(";")[2].strip()
        elif depth == 1:
            body = part
