"""How Word writes things in XML: names, values, switches, and elements around elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
FALLBACK = f"{_MC}Fallback"

OFF = frozenset(("0", "false", "off", "none", "baseline"))
_AROUND = frozenset(
    W + name
    for name in (
        *("ins", "moveTo", "customXml", "smartTag", "sdt", "sdtContent", "hyperlink"),
        *("dir", "bdo", "fldSimple", "ruby", "rubyBase"),
    )
)
"""Elements that stand around what they hold and change nothing in it."""


def inside(parent: Any) -> Iterator[Any]:
    """The elements of a parent that Word shows, whatever stands around them.

    Of alternatives it is what a newer program shows, else what an old one does.
    """
    for element in parent:
        if element.tag in _AROUND:
            yield from inside(element)
        elif element.tag == f"{_MC}AlternateContent":
            shown = element.find(f"{_MC}Choice")
            shown = element.find(FALLBACK) if shown is None else shown
            yield from inside(() if shown is None else shown)
        else:
            yield element


def value(element: Any, name: str) -> str | None:
    """`w:val` of a child element; empty where the child has none, None where there is no child."""
    child = element.find(W + name) if element is not None else None
    return None if child is None else (child.get(f"{W}val") or "")


def is_on(element: Any, name: str) -> bool | None:
    """Whether a child switches something on, or None where there is no such child."""
    given = value(element, name)
    return None if given is None else given not in OFF


def count(written: str | None, otherwise: int) -> int:
    """A whole number as far as it is one."""
    match = re.match(r"\s*(-?\d{1,6})", written or "")
    return int(match[1]) if match else otherwise
