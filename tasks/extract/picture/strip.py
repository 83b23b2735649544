"""The lines of ink of a cell, without its rules and its dirt, each cut out to be read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from tasks.extract.picture.pixels import Image

RULE = 4.0
"""Points; the rules of a cell reach no further into it."""

RULED = 0.55
"""A row (or column) of pixels at a cell's edge with more ink than this share is a rule."""

SPECK = 0.35
"""Square points; a smaller patch of ink is dirt. The dot of a 9-point number has 0.6."""

MARK = 2.2
"""Points; a cell whose largest patch of ink is smaller in both directions is empty."""

FRINGE = 1.0
"""Points around ink that are kept: the thin tail of a comma is paler than ink."""

ONE_LINE = 9.0
"""Points; two lines of the smallest print together are higher."""

LINE_GAP = 1.2
"""Points of empty paper that part two lines of a cell."""

LETTER = 7.0
"""Points; lines are read as if they were at least so high, or a lone dash would fill the crop."""

AROUND = 0.16
"""Share of a line's height that is kept free around it for the recogniser."""


@dataclass(frozen=True)
class Strip:
    """A line of ink in a cell.

    Attributes:
        picture: the crop to read.
        middle: its vertical middle in points from the top of the upright page.
        patches: how many patches of ink stand side by side.
        shape: width of the ink as a share of its height.
        steps: from the middle of each patch to that of the next, as shares of the height.
        stroke: the longest level stroke through its middle, likewise.
    """

    picture: Image
    middle: float
    patches: int
    shape: float
    steps: tuple[float, ...]
    stroke: float


THROUGH = (0.33, 0.62)
"""Where a line that strikes a number out runs, as shares of its height: over the bar of a 4."""

EDGE = 2.0
"""Points along the edge of a cell in which no dash stands."""

LENGTHY = 2.5
"""What is left of a rule is so many times longer than thick."""


def without_rules(
    ink: npt.NDArray[np.bool_], scale: float
) -> tuple[npt.NDArray[np.bool_], int, int]:
    """The inside of a cell, and how much was cut off at its left and top."""
    height, width = ink.shape
    reach = round(RULE * scale)
    top, bottom = (_rule(side[: min(reach, height // 3)]) for side in (ink, ink[::-1]))
    ink = ink[top : height - bottom]
    left, right = (_rule(side[: min(reach, width // 3)]) for side in (ink.T, ink.T[::-1]))
    return ink[:, left : width - right], left, top


def _rule(edge: npt.NDArray[np.bool_]) -> int:
    """How many rows from the edge of a cell inwards are its rule."""
    if edge.size == 0:
        return 0
    ruled = np.flatnonzero(edge.mean(axis=1) > RULED)
    return int(ruled[-1]) + 2 if len(ruled) else 1


def without_specks(ink: npt.NDArray[np.bool_], scale: float) -> npt.NDArray[np.bool_]:
    """Ink without dirt; none where only dirt is left."""
    if not ink.any():
        return ink
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    kept = stats[:, cv2.CC_STAT_AREA] >= SPECK * scale**2
    kept &= ~_remnants(stats, ink.shape, scale)
    kept[0] = False
    sides = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    if not (kept & (sides >= MARK * scale)).any():
        return np.zeros_like(ink)
    return np.asarray(kept[labels])


def _remnants(
    stats: npt.NDArray[np.int32], shape: tuple[int, ...], scale: float
) -> npt.NDArray[np.bool_]:
    """Marks that are what a seal or a gap has left of a rule: flat ones along an edge."""
    left, top, wide, high = stats[:, :4].T
    height, width = shape
    flat = (wide >= LENGTHY * high) & (
        (top + high <= EDGE * scale) | (top >= height - EDGE * scale)
    )
    upright = (high >= LENGTHY * wide) & ((left == 0) | (left + wide == width))
    return np.asarray(flat | upright)


def lines_of_ink(rows: npt.NDArray[np.intp], scale: float) -> list[tuple[int, int]]:
    """First and last (exclusive) of the rows of each line of a cell.

    A faint digit may lie in two pieces: what is no higher than one letter is one line.
    """
    found: list[tuple[int, int]] = []
    for first, last in bands(rows, LINE_GAP * scale):
        if found and last - found[-1][0] <= ONE_LINE * scale:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def bands(rows: npt.NDArray[np.intp], gap: float) -> list[tuple[int, int]]:
    """First and last (exclusive) of rows that follow each other without a gap."""
    breaks = np.flatnonzero(np.diff(rows) > gap) + 1
    return [(int(part[0]), int(part[-1]) + 1) for part in np.split(rows, breaks)]


def strip_of(
    picture: Image, ink: npt.NDArray[np.bool_], first: int, last: int, top: int, scale: float
) -> Strip:
    """Cut one line out, with free paper around it."""
    columns = np.flatnonzero(ink[first:last].any(axis=0))
    left, right = int(columns[0]), int(columns[-1]) + 1
    height = max(last - first, round(LETTER * scale))
    above = round((height - (last - first)) / 2 + AROUND * height)
    beside = round(AROUND * height)
    fringe = min(round(FRINGE * scale), above, beside)
    wide = cv2.copyMakeBorder(picture, *(fringe,) * 4, cv2.BORDER_CONSTANT, value=255)
    line = wide[first : last + 2 * fringe, left : right + 2 * fringe]
    above, beside = above - fringe, beside - fringe
    crop = cv2.copyMakeBorder(line, above, above, beside, beside, cv2.BORDER_CONSTANT, value=255)
    patches = bands(columns, 1)
    high = last - first
    steps = tuple(
        (after[0] + after[1] - before[0] - before[1]) / 2 / high
        for before, after in pairwise(patches)
    )
    stroke = _longest_run(ink[first + round(THROUGH[0] * high) : first + round(THROUGH[1] * high)])
    middle = (top + (first + last) / 2) / scale
    return Strip(crop, middle, len(patches), (right - left) / high, steps, stroke / high)


def _longest_run(ink: npt.NDArray[np.bool_]) -> int:
    """Pixels of the longest row of ink without a gap."""
    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    return int((ends - starts).max(initial=0))
