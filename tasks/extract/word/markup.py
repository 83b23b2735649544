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
_CHOICE = f"{_MC}Choice"

UNDERSTOOD = frozenset(
    (
        *(
            f"http://schemas.microsoft.com/office/word/{name}"
            for name in (
                *("2006/wordml", "2010/wordml", "2012/wordml", "2015/wordml/symex"),
                *("2016/wordml/cid", "2018/wordml", "2018/wordml/cex", "2020/wordml/sdtdatahash"),
                *("2010/wordprocessingShape", "2010/wordprocessingGroup"),
                *("2010/wordprocessingCanvas", "2010/wordprocessingInk"),
                *("2010/wordprocessingDrawing", "2012/wordprocessingDrawing"),
            )
        ),
        *(
            f"http://schemas.microsoft.com/office/drawing/{name}"
            for name in (
                *("2010/main", "2012/chart", "2014/chart", "2014/chartex", "2014/main"),
                *("2015/9/8/chartex", "2015/10/21/chartex", "2016/5/9/chartex"),
                *("2016/5/10/chartex", "2016/5/11/chartex", "2016/5/12/chartex"),
                *("2016/5/13/chartex", "2016/5/14/chartex", "2007/8/2/chart"),
                *("2016/ink", "2016/SVG/main", "2017/model3d"),
            )
        ),
        *(
            f"http://schemas.openxmlformats.org/{name}"
            for name in (
                *("drawingml/2006/main", "drawingml/2006/picture", "drawingml/2006/chart"),
                *("drawingml/2006/wordprocessingDrawing", "wordprocessingml/2006/main"),
                *("officeDocument/2006/math", "officeDocument/2006/relationships"),
            )
        ),
        *("urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"),
        "urn:schemas-microsoft-com:office:word",
    )
)
"""What Word knows: the choice that requires nothing else is shown, and not what stands for it."""


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

    Of alternatives it is the first that asks for nothing unknown, else what stands for them.
    """
    for element in parent:
        if element.tag in _AROUND:
            yield from inside(element)
        elif element.tag == f"{_MC}AlternateContent":
            shown = next((own for own in element if not is_other(own)), None)
            yield from inside(() if shown is None else shown)
        else:
            yield element


def is_other(element: Any) -> bool:
    """Whether an element is one of several alternatives, and not the one that Word shows."""
    if element.tag not in (_CHOICE, FALLBACK):
        return False
    for before in element.itersiblings(_CHOICE, preceding=True):
        if _is_understood(before):
            return True
    return bool(element.tag == _CHOICE and not _is_understood(element))


def _is_understood(choice: Any) -> bool:
    required = (choice.get("Requires") or "").split()
    return all(choice.nsmap.get(prefix) in UNDERSTOOD for prefix in required)


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
