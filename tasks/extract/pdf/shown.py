"""Whether the digits of a text layer are to be seen on the page as it is drawn.

A text layer also says what is clipped away, covered, in a layer that is switched off,
or white on white. What the page itself shows decides, not how the digit is painted: a
white digit is plain to see in a dark row.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

import numpy as np
import numpy.typing as npt

SCALE = 2.0
"""Pixels per point at which pages are looked at."""

MOST_PIXELS = 12_000_000
"""A page is drawn no larger, so that no sheet takes all memory."""

FAINT = 30
"""Digits differ by more than this (of 255) from what is around them."""

DARK = 60
"""What is behind white digits is darker than they by this (of 255)."""

AROUND = 0.5
"""Points around the ink of a digit that are looked at with it."""


class Paint(IntEnum):
    """How a digit is painted: not at all, in (nearly) white, or in another colour."""

    NONE = 0
    WHITE = 1
    INK = 2


def scale_for(width: float, height: float) -> float:
    """Pixels per point at which a page of this size (points) is looked at."""
    return float(min(SCALE, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5))


def unseen(
    picture: npt.NDArray[np.uint8],
    scale: float,
    boxes: npt.NDArray[np.float64],
    paints: Sequence[Paint | None],
) -> list[bool]:
    """Which digits a person does not see.

    Args:
        picture: the page as shown, in greys.
        scale: its pixels per point.
        boxes: of all characters, in points from the top left.
        paints: of each, None where it is no digit.
    """
    edges = [-AROUND, -AROUND, AROUND, AROUND]
    pixels = np.round((np.nan_to_num(boxes) + edges) * scale).astype(np.int64).tolist()
    return [
        paint is not None and _is_unseen(picture, box, paint)
        for box, paint in zip(pixels, paints, strict=True)
    ]


def _is_unseen(picture: npt.NDArray[np.uint8], box: Sequence[int], paint: Paint) -> bool:
    left, top, right, foot = box
    part = picture[max(top, 0) : max(foot, 0), max(left, 0) : max(right, 0)]
    if paint == Paint.NONE or part.size == 0:
        return True
    lightest, darkest = int(part.max()), int(part.min())
    if lightest - darkest < FAINT:
        return True
    return paint == Paint.WHITE and int(np.median(part)) > lightest - DARK
