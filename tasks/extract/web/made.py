"""Words that a style sheet puts beside an element's own, or sets its first ones otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tasks.extract.web.css.cascade import Won, quoted_words
from tasks.extract.web.css.sheet import Declaration
from tasks.extract.web.css.sight import is_hidden

_COMPUTED = re.compile(
    r"(?:attr|counters?|target-\w+|leader|string|env)\(|url\(|image-set\(|(?:open|close)-quote"
)
_SIGNS = ".．-−—–－%％,，/·+"
_CODE = re.compile(r"\\([0-9a-f]{1,6})\s?", re.I)


def makes_words(won: Won, size: float) -> Iterator[str]:
    """What to quote of an element whose words are not all that is seen in its place.

    Args:
        won: what holds for it.
        size: points of its letters.
    """
    for part in ("before", "after", "marker"):
        values = won.parts.get(part)
        if values and "content" in values and _shows(values, size):
            yield values["content"].quote
    for part in ("first-letter", "first-line"):
        for declared in won.parts.get(part, {}).values():
            yield declared.quote
            break


def _shows(values: Mapping[str, Declaration], size: float) -> bool:
    own = Won(values)
    if own.get("display") == "none" or is_hidden(own, size, True, False):
        return False
    content = own.get("content")
    if content in ("none", "normal"):
        return False
    if _COMPUTED.search(content):
        return True
    words = _CODE.sub(lambda code: _letter(code[1]), quoted_words(content))
    if any(c.isalnum() or c in _SIGNS for c in words):
        return True
    # An empty box that is laid over the cell in a colour covers what is in it.
    covers = own.get("background-color", "transparent") not in ("transparent", "none", "inherit")
    placed = own.get("position") in ("absolute", "fixed")
    return covers and placed and not (own.get("height") or own.get("width"))


def _letter(code: str) -> str:
    number = int(code, 16)
    return chr(number) if 0 < number < 0x110000 else ""
