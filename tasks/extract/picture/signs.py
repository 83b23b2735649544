"""Signs told by their shape, which the recogniser confuses: dashes, slashes, points and commas."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from tasks.extract.picture.pixels import SMALLEST, Image, grey_of

FAINTEST = 40
"""A crop whose darkest and lightest parts differ by less is empty."""

FLAT = 1.8
"""A lone mark so many times wider than high is a dash: no digit is wider than high."""

FOOT = 3.5
"""The foot of a printed 一 is up to so many times as high as its stroke."""

SLANT = 0.14
"""A lone straight stroke that leans by this much of its height is a slash and no 1."""

STRAIGHT = 0.3
"""Unevenness of a stroke (of its width, and of its middle) up to which it is a mere line."""

TALL = 0.6
"""Patches of ink at least this share as high as the highest are digits (or letters)."""

LOW = 0.45
"""Points and commas begin no higher above the foot of the digits (share of their height)."""

HANGING, STANDING = 0.1, 0.05
"""A comma reaches so far below the digits' foot (share of their height), a point no further."""

UNTOLD = 0.5
"""Score where nobody can say: a point or a comma, a 1 or a slash."""

CLEAR = 0.99
"""Score of a sign told by its shape alone."""


def sign_of(crop: Image) -> tuple[str, float]:
    """Tell a lone dash or slash (either way) by its shape, and how clear that is.

    Returns:
        `—`, `/`, a backslash, or an empty text where a crop is anything else; and
        a score as `numbers_of` gives it.
    """
    grey = grey_of(crop)
    if int(grey.max()) - int(grey.min()) < FAINTEST:
        return "", 1.0
    _, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    largest = max((int(stats[i, cv2.CC_STAT_AREA]) for i in range(1, count)), default=0)
    marks = [i for i in range(1, count) if stats[i, cv2.CC_STAT_AREA] * 6 >= largest]
    if not marks or largest < SMALLEST:
        return "", 1.0
    boxes = stats[marks, :4]
    if all(_is_dash(labels == i, box) for i, box in zip(marks, boxes.tolist(), strict=True)):
        middles = boxes[:, 1] + boxes[:, 3] / 2
        level = np.ptp(middles) < max(boxes[:, 3].max(), SMALLEST)
        return ("—", CLEAR) if level else ("", 1.0)
    return _slash(labels == marks[0]) if len(marks) == 1 else ("", 1.0)


def _is_dash(mark: npt.NDArray[np.bool_], box: Sequence[int]) -> bool:
    """Whether a mark is one flat stroke, perhaps with the foot of a printed 一 at its end."""
    left, top, wide, high = box
    if wide < FLAT * high:
        return False
    part = mark[top : top + high, left : left + wide]
    heights = part.sum(axis=0)
    return _runs(part.T).max() == 1 and bool(heights.max() <= FOOT * np.median(heights) + 1)


def _slash(mark: npt.NDArray[np.bool_]) -> tuple[str, float]:
    """A slash if a mark is one straight slanted stroke of even width."""
    rows = np.flatnonzero(mark.any(axis=1))
    if len(rows) < 2 * SMALLEST or _runs(mark[rows]).max() > 1:
        return "", 1.0
    widths = mark[rows].sum(axis=1)
    width = float(np.median(widths))
    middles = np.array([np.flatnonzero(row).mean() for row in mark[rows]])
    inner = slice(2, -2)  # the ends of a stroke are cut as its font likes
    lean, offset = np.polyfit(rows[inner], middles[inner], 1)
    apart = np.abs(middles - (lean * rows + offset))[inner]
    widest, farthest = (1 + STRAIGHT) * width + 1, max(STRAIGHT * width, 1)
    # Noise frays a row or two; so may the flag of a small 1, which then is not clear.
    frayed = np.percentile(widths, 90) <= widest and np.percentile(apart, 90) <= farthest
    if abs(lean) < SLANT or not frayed:
        return "", 1.0
    clear = widths.max() <= widest and apart.max() <= farthest
    return "/" if lean < 0 else "\\", CLEAR if clear else UNTOLD


def _runs(mark: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """How many separate runs of ink every row has."""
    edges = np.diff(mark.astype(np.int8), axis=1, prepend=0)
    return np.asarray((edges == 1).sum(axis=1), dtype=np.intp)


def marks_of(crop: Image) -> str:
    """The points and commas of a number from left to right, by what hangs below its digits."""
    _, ink = cv2.threshold(grey_of(crop), 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    boxes = sorted(stats[1:, :4].tolist())
    tallest = max((high for _, _, _, high in boxes), default=0)
    digits = [(top, high) for _, top, _, high in boxes if high >= TALL * tallest]
    if not digits:
        return ""
    foot = float(np.median([top + high for top, high in digits]))
    found = ""
    for _, top, wide, high in boxes:
        if high >= TALL * tallest or max(wide, high) < SMALLEST - 1:
            continue
        if top < foot - LOW * tallest:
            return ""  # something else stands between the digits
        hanging = (top + high - foot) / tallest
        found += "," if hanging > HANGING else "." if hanging < STANDING else "?"
    return found
