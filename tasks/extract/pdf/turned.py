"""Pages whose content is drawn sideways: which, and by how much.

A wide table is often turned by a quarter on a page that itself is not. Everything
is read from a copy whose pages are turned so that their text is upright.
"""

from __future__ import annotations

from collections import Counter

from tasks.extract.pdf.page import Pdf

LOOKED_AT = 60
"""Characters of a page whose direction is asked for, spread over all of it."""

MOST = 0.7
"""Share of a page's characters that must run the same way for the page to be turned."""


def turns(document: Pdf) -> dict[int, int]:
    """The pages (1-based) whose text is not upright as displayed.

    Returns:
        by page the degrees (90, 180, 270) it must be turned clockwise to be upright.

    Raises:
        ReadingError: a page is damaged.
    """
    found = {number: _turn(document, number) for number in range(1, len(document) + 1)}
    return {number: turn for number, turn in found.items() if turn}


def _turn(document: Pdf, number: int) -> int:
    asked = document.directions(number, LOOKED_AT)
    if not asked:
        return 0
    counted = Counter(round(angle / 90) * 90 % 360 for angle in asked)
    direction, many = counted.most_common(1)[0]
    if many < MOST * len(asked):
        return 0
    return int(-(direction + document.page(number).get_rotation()) % 360)
