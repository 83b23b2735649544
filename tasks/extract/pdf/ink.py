"""Ink where there is no text: a cell that looks filled in but says nothing.

Numbers can stand on a page without being in its text layer: form fields,
pictures, drawn shapes. Such a cell is no blank.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gongkai.report import Box

SCALE = 1.5
"""Pixels per point at which pages are looked at."""

INSET = 3.0
"""Points left out along the edges of a cell: its rules."""

DARKER = 80
"""Ink is so much darker than the cell's own background (of 255)."""

FEWEST = 6
"""A digit has at least so many pixels."""

WIDEST = 0.85
"""Ink that reaches over more of the cell than this is a stroke or a seal, not a number."""


def has_ink(page: npt.NDArray[np.uint8], box: Box) -> bool:
    """Whether something is drawn inside a cell.

    Args:
        page: the rendered page in greys, `SCALE` pixels a point.
        box: the cell, in points from the top left.
    """
    x0, y0, x1, y1 = (
        round((side + inset) * SCALE)
        for side, inset in zip(box, (INSET, INSET, -INSET, -INSET), strict=True)
    )
    inside = page[max(y0, 0) : y1, max(x0, 0) : x1]
    if inside.size == 0:
        return False
    dark = inside < int(np.median(inside)) - DARKER
    if dark.sum() < FEWEST:
        return False
    wide, high = np.flatnonzero(dark.any(axis=0)), np.flatnonzero(dark.any(axis=1))
    too_wide = np.ptp(wide) + 1 > WIDEST * inside.shape[1]
    too_high = np.ptp(high) + 1 > WIDEST * inside.shape[0]
    return not (too_wide or too_high)
