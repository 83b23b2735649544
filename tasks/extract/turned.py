"""Pages whose content is drawn sideways: which, a copy that is upright, and the way back.

A wide table is often turned by a quarter on a page that itself is not. Everything
is read from a copy whose pages are turned so that their text is upright; boxes are
then moved to where they are on the page as people see it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pypdfium2 import raw

from gongkai.report import Box, Reading
from tasks.extract.page import Pdf

LOOKED_AT = 60
"""Characters of a page whose direction is asked for, spread over all of it."""

MOST = 0.7
"""Share of a page's characters that must run the same way for the page to be turned."""

Turns = Mapping[int, int]
"""By page (1-based) the degrees (90, 180, 270) it must be turned clockwise to be upright."""

Sizes = Mapping[int, tuple[float, float]]
"""By page the width and height in points, as displayed before turning."""


def turns(document: Pdf) -> dict[int, int]:
    """The pages whose text is not upright as displayed, and how to turn them.

    Raises:
        ReadingError: a page is damaged.
    """
    found = {number: _turn(document, number) for number in range(1, len(document) + 1)}
    return {number: turn for number, turn in found.items() if turn}


def _turn(document: Pdf, number: int) -> int:
    page = document.page(number)
    layer = document.layers[number].raw
    count = raw.FPDFText_CountChars(layer)
    asked = [
        index
        for index in range(0, count, max(count // LOOKED_AT, 1))
        if not chr(raw.FPDFText_GetUnicode(layer, index)).isspace()
    ]
    if not asked:
        return 0
    angles = (math.degrees(raw.FPDFText_GetCharAngle(layer, index)) for index in asked)
    directions = Counter(round(angle / 90) * 90 % 360 for angle in angles)
    direction, many = directions.most_common(1)[0]
    if many < MOST * len(asked):
        return 0
    return int(-(direction + page.get_rotation()) % 360)


def sizes(document: Pdf, turned: Turns) -> dict[int, tuple[float, float]]:
    """The sizes of some pages as displayed; to be asked before they are turned."""
    return {number: document.page(number).get_size() for number in turned}


def save_turned(document: Pdf, path: Path, turned: Turns) -> None:
    """Write a copy in which the text of every page is upright.

    The document itself is not to be read any more: its pages are turned too.
    """
    for number, turn in turned.items():
        page = document.page(number)
        page.set_rotation((page.get_rotation() + turn) % 360)
    document.document.save(path)


def as_displayed(reading: Reading, turned: Turns, of: Sizes) -> Reading:
    """A reading of such a copy with all boxes where they are on the pages as displayed."""

    def moved(page: int, box: Box) -> Box:
        return shown(box, turned[page], of[page]) if page in turned else box

    return replace(
        reading,
        figures=tuple(
            replace(figure, box=moved(figure.page, figure.box))
            if figure.page is not None and figure.box is not None
            else figure
            for figure in reading.figures
        ),
        remarks=tuple(
            replace(remark, places=tuple((page, moved(page, box)) for page, box in remark.places))
            for remark in reading.remarks
        ),
        regions={
            table: tuple((page, moved(page, box)) for page, box in parts)
            for table, parts in reading.regions.items()
        },
        anchors=tuple(
            replace(anchor, box=moved(anchor.page, anchor.box)) for anchor in reading.anchors
        ),
    )


def shown(box: Box, turn: int, size: tuple[float, float]) -> Box:
    """Where a box of a turned page is on the page before it was turned.

    Args:
        box: in points from the top left of the turned page.
        turn: how far it was turned clockwise: 90, 180 or 270.
        size: width and height of the page before.
    """
    width, height = size
    x0, y0, x1, y1 = box
    if turn == 90:
        sides = (y0, height - x1, y1, height - x0)
    elif turn == 180:
        sides = (width - x1, height - y1, width - x0, height - y0)
    else:
        sides = (width - y1, x0, width - y0, x1)
    left, top, right, bottom = (round(side, 2) for side in sides)
    return left, top, right, bottom
