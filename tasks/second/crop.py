"""The printed lines of one cell, cut out of the picture of its page without its rules."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]

INSET = 1.0
"""Points left out along the edges of a cell: the middle of its rules is its edge."""

DARKER = 60
"""Ink is so much darker than the cell's own background (of 255)."""

ALONG = 0.5
"""Ink at the edge of a cell that runs along more of it than this is its rule."""

ACROSS = 0.95
"""Ink that reaches over so much of a cell is a rule, and no letter."""

THICK = 3.5
"""A rule is no thicker than this (points)."""

BROKEN = 4.5
"""Points; dashes and dots of a broken rule are no longer."""

APART = 5.0
"""Points from one dash of a broken rule to the next, at most."""

RUN = 0.5
"""A broken rule runs over so much of the cell, at least."""

LOW = 0.65
"""What is lower than this share of the letters beside it is no digit."""

LOWEST_DIGIT = 3.7
"""Points; no digit that stands alone in a cell is lower (digits of 6-point letters have 4)."""

NARROW = 1.2
"""Points; what remains of an upright rule is no wider."""

SMALL = 1.8
"""Marks smaller than this in both directions (points) are points, commas or dirt."""

SPECK = 0.5
"""Marks smaller than this in both directions (points) are dirt."""

GAP = 1.2
"""Lines of text are at least so far apart (points)."""

ONE_LINE = 9.0
"""Two lines of the smallest print together are higher than this (points)."""

MARGIN = 1.5
"""Points of paper left around a line."""

LOWEST = 7.0
"""A line is given at least this height (points), so that a dash stays a dash."""


def printed_lines(page: Image, box: Sequence[float], scale: float) -> list[Image]:
    """Cut the lines out of one cell, top to bottom; none where nothing is printed.

    Args:
        page: the page in greys.
        box: the cell, in points from the top left.
        scale: pixels per point of `page`.
    """
    x0, y0, x1, y1 = (round(side * scale) for side in box)
    inset = round(INSET * scale)
    cell = page[max(y0 + inset, 0) : y1 - inset, max(x0 + inset, 0) : x1 - inset]
    if min(cell.shape) < 3:
        return []
    paper = int(np.median(cell))
    ink = (cell.astype(np.int16) < paper - DARKER).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    marks = [
        label for label in range(1, len(stats)) if not _is_rule(stats[label], cell.shape, scale)
    ]
    broken = _of_broken_rules(stats, marks, cell.shape, scale)
    marks = [label for label in marks if label not in broken]
    letters = [label for label in marks if max(stats[label][2:4]) >= SMALL * scale]
    remains = _remains(stats, letters, scale)
    marks, letters = (
        [label for label in some if label not in remains] for some in (marks, letters)
    )
    if not letters:
        return []
    rows = _rows(np.isin(labels, letters), scale)
    kept = letters + [
        label
        for label in marks
        if label not in letters and _is_point(stats[label], stats[letters], rows, scale)
    ]
    clean = cell.copy()
    gone = cv2.dilate((ink.astype(bool) & ~np.isin(labels, kept)).astype(np.uint8), np.ones((3, 3)))
    inked = np.isin(labels, kept)
    clean[gone.astype(bool) & ~cv2.dilate(inked.astype(np.uint8), np.ones((3, 3))).astype(bool)] = (
        paper
    )
    return [_line(clean, inked, top, foot, scale, paper) for top, foot in rows]


def _is_rule(stat: npt.NDArray[np.int32], shape: tuple[int, ...], scale: float) -> bool:
    """Whether a mark lies along an edge of the cell, thin and long, or runs through it."""
    left, top, wide, high = (int(side) for side in stat[:4])
    height, width = shape[:2]
    thick = THICK * scale
    level = (top <= 1 or top + high >= height - 1) and high <= thick and wide >= ALONG * width
    upright = (left <= 1 or left + wide >= width - 1) and wide <= thick and high >= ALONG * height
    # From edge to edge there are only rules, wherever in the cell they stand.
    through = high >= ACROSS * height or wide >= ACROSS * width
    return level or upright or through


def _of_broken_rules(
    stats: npt.NDArray[np.int32], marks: Sequence[int], shape: tuple[int, ...], scale: float
) -> set[int]:
    """The dashes and dots, one behind the other on one level, that are a rule of the table.

    They run from the cell's edge, or near it, past the letters; a row of dots within a line
    (……) does not, nor does a dash that stands for nothing.
    """
    found: set[int] = set()
    for along, across in ((0, 1), (1, 0)):
        length = shape[1 - along]
        thin = [
            label
            for label in marks
            if stats[label][2 + across] <= NARROW * scale
            and stats[label][2 + along] <= BROKEN * scale
        ]
        for row in _on_one_level(stats, thin, across, scale):
            row.sort(key=lambda label: int(stats[label][along]))
            ends = [int(stats[label][along] + stats[label][2 + along]) for label in row]
            starts = [int(stats[label][along]) for label in row]
            gaps = [start - end for start, end in zip(starts[1:], ends, strict=False)]
            edge = APART * scale
            reaches = starts[0] <= edge and ends[-1] >= length - edge
            is_run = ends[-1] - starts[0] >= RUN * length and max(gaps, default=0) <= edge
            if len(row) > 1 and reaches and is_run:
                found.update(row)
    return found


def _on_one_level(
    stats: npt.NDArray[np.int32], marks: Sequence[int], across: int, scale: float
) -> list[list[int]]:
    """Marks whose middles lie on one level, or under each other."""
    rows: list[list[int]] = []
    middles = {label: stats[label][across] + stats[label][2 + across] / 2 for label in marks}
    for label in sorted(marks, key=lambda label: middles[label]):
        if rows and middles[label] - middles[rows[-1][0]] <= SPECK * scale:
            rows[-1].append(label)
        else:
            rows.append([label])
    return rows


def _remains(stats: npt.NDArray[np.int32], letters: Sequence[int], scale: float) -> set[int]:
    """What remains of an upright rule: a thin stroke beside all letters, much lower than they.

    A digit that lies in two pieces has them in one column; neither is taken for remains.
    """
    left, wide, high = stats[:, 0], stats[:, 2], stats[:, 3]
    right = left + wide
    thin = {i for i in letters if wide[i] <= NARROW * scale and high[i] > wide[i]}
    others = [i for i in letters if i not in thin]
    if not others:
        is_low = len(letters) == 1 and high[letters[0]] <= LOWEST_DIGIT * scale
        return set(letters) if is_low else set()
    first, last = left[others].min(), right[others].max()
    tallest = high[others].max()
    return {
        i
        for i in thin
        if (right[i] <= first or left[i] >= last)
        and high[i] <= LOW * tallest
        and not any(left[o] < right[i] and right[o] > left[i] for o in letters if o != i)
    }


def _is_point(
    stat: npt.NDArray[np.int32],
    letters: npt.NDArray[np.int32],
    rows: Sequence[tuple[int, int]],
    scale: float,
) -> bool:
    """Whether a small mark is a point or a comma: low between two letters of a line."""
    left, top, wide, high = (int(side) for side in stat[:4])
    if max(wide, high) < SPECK * scale:
        return False
    for first, last in rows:
        if not (first + last) / 2 < top + high / 2 < last + SMALL * scale:
            continue
        line = letters[(letters[:, 1] >= first) & (letters[:, 1] < last)]
        return bool(line[:, 0].min() < left and (line[:, 0] + line[:, 2]).max() > left + wide)
    return False


def _rows(inked: npt.NDArray[np.bool_], scale: float) -> list[tuple[int, int]]:
    """First and last row (exclusive) of each line of ink; a digit may lie in two pieces."""
    rows = np.flatnonzero(inked.any(axis=1))
    breaks = np.flatnonzero(np.diff(rows) > GAP * scale) + 1
    found: list[tuple[int, int]] = []
    for part in np.split(rows, breaks):
        first, last = int(part[0]), int(part[-1]) + 1
        if found and last - found[-1][0] <= ONE_LINE * scale:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _line(
    cell: Image, inked: npt.NDArray[np.bool_], top: int, foot: int, scale: float, paper: int
) -> Image:
    """A line with paper around it."""
    columns = np.flatnonzero(inked[top:foot].any(axis=0))
    left, right = int(columns[0]), int(columns[-1]) + 1
    margin = round(MARGIN * scale)
    missing = max(round(LOWEST * scale) - (foot - top), 0) // 2
    part = cell[max(top - margin, 0) : foot + margin, max(left - margin, 0) : right + margin]
    return np.pad(part, ((missing, missing), (margin, margin)), constant_values=paper)
