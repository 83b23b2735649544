"""Ruled lines of a picture: thin, broken, dotted, coloured, white, or mere edges of colour.

Used for scans, and for text PDFs whose rules are not drawn as rules. What is found
is a little too much on purpose (a long stroke of a letter is a stroke too): only
strokes that meet others become a table, which `tasks.extract.lattice` decides.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

THICKEST = 3.2
"""Points; a rule is no thicker (borders of agencies' tables go up to 3)."""

SHORTEST = 11.0
"""Points; a solid rule is longer. Strokes of 10.5-point letters are not."""

SHORTEST_BROKEN = 24.0
"""Points; a row of dots or dashes is longer."""

FINEST = 150 / 72
"""Pixels per point; a finer picture is looked at no closer: hairlines still show."""

SMOOTH = 2.5
"""Points over which a rule is averaged along its length, against noise."""

EVEN = 0.75
"""So much of a solid rule is inked wherever one looks; a row of letters has more gaps."""

PALE = 0.25
"""A hairline is at least this share as dark as the darkest stroke that crosses it nearby."""

DOT = 0.8
"""Points; the length over which a part of a rule is looked at."""

GAP = 6.0
"""Points; what lies so near behind each other on one level is one rule."""

DOT_GAP = 4.5
"""Points between the dots or dashes of one rule, at most."""

CROSS = 5.2
"""Points; where two dashes cross, their cross is no larger. Digits are, down to 7 points."""

DOTTED = 0.25
"""Share of a dotted rule's length that is ink, at least."""

LEVEL = 1.0
"""Points; parts of one rule differ by no more in height."""

FAINTEST = 10.0
"""Least contrast of a rule (of 255): a grey hairline at 150 dpi has 15 to 20."""

NOISE = 4.0
"""A rule stands out by so many standard deviations of the paper."""

LETTERS = 5.0
"""Points; ink and light narrower than this in both directions is no shading."""

STEP = 6.0
"""Least difference (of 255) between two shades: #F7F7F7 on white has 8."""

REACH = 0.7
"""Points at which the shades on both sides of an edge are compared."""

SHADED = 6
"""A ground so much darker than the page's paper is shaded: rules on it may be white."""


class Stroke(NamedTuple):
    """A straight rule, in points from the top left of the picture.

    Attributes:
        start: its left (of a horizontal) or upper end (of a vertical).
        level: its height (of a horizontal) or distance from the left (of a vertical).
        end: its right or lower end.
    """

    start: float
    level: float
    end: float

    @property
    def length(self) -> float:
        """From end to end."""
        return self.end - self.start


def strokes(image: npt.NDArray[np.uint8], scale: float) -> tuple[list[Stroke], list[Stroke]]:
    """Find the ruled lines of an upright picture.

    Args:
        image: in greys (rows, columns) or RGB (rows, columns, 3); seals may be on it.
        scale: pixels per point.

    Returns:
        horizontal and vertical strokes, each in reading order.
    """
    # The darkest channel: coloured rules and grounds are dark in one of them.
    grey = image if image.ndim == 2 else cv2.min(cv2.min(*cv2.split(image)[:2]), image[..., 2])
    if scale > FINEST:
        shrunk = FINEST / scale
        grey = cv2.resize(grey, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA)
        scale = FINEST
    ground = _ground(grey, scale)
    return _along(grey, ground, scale), _along(
        np.ascontiguousarray(grey.T), np.ascontiguousarray(ground.T), scale
    )


def _ground(grey: npt.NDArray[np.uint8], scale: float) -> npt.NDArray[np.uint8]:
    """The paper and its shading without letters and rules, dark or light."""
    box = np.ones((_odd(LETTERS * scale),) * 2, np.uint8)
    light = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, box)
    return np.asarray(cv2.morphologyEx(light, cv2.MORPH_OPEN, box), dtype=np.uint8)


def _along(
    grey: npt.NDArray[np.uint8], ground: npt.NDArray[np.uint8], scale: float
) -> list[Stroke]:
    """The horizontal strokes of a picture."""
    across = np.ones((_odd(THICKEST * scale) + 2, 1), np.uint8)
    dark = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, across)
    light = cv2.morphologyEx(grey, cv2.MORPH_TOPHAT, across)
    paper = int(np.percentile(ground[::8, ::8], 90)) if ground.size else 0
    light[ground > paper - SHADED] = 0
    found = []
    for ridge in (dark, light):
        if int(ridge.max(initial=0)) <= FAINTEST:
            continue
        mask = _solid(ridge, scale) | _broken(ridge, scale)
        found += _components(mask, scale)
    found += _components(_edges(ground, scale), scale)
    return sorted(_joined(found), key=lambda stroke: (stroke.level, stroke.start))


def _solid(ridge: npt.NDArray[np.uint8], scale: float) -> npt.NDArray[np.uint8]:
    """Where a ridge runs on for the length of a rule."""
    smooth = cv2.blur(ridge.astype(np.float32), (_odd(SMOOTH * scale), 1))
    long = np.ones((1, round(SHORTEST * scale)), np.uint8)
    close = cv2.blur(ridge.astype(np.float32), (_odd(DOT * scale), 1))
    occupied = (close > PALE * cv2.dilate(close, long)).astype(np.float32)
    share = cv2.blur(occupied, (_odd(SMOOTH * scale), 1))
    inked = ((smooth > _threshold(smooth)) & (share > EVEN)).astype(np.uint8)
    return np.asarray(cv2.morphologyEx(inked, cv2.MORPH_OPEN, long), dtype=np.uint8)


def _broken(ridge: npt.NDArray[np.uint8], scale: float) -> npt.NDArray[np.uint8]:
    """Where dots or dashes follow each other on one level, with nothing attached to them."""
    inked = (ridge > _threshold(ridge.astype(np.float32))).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(inked, connectivity=8)
    wide, high = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    thin = (high <= max(THICKEST * scale * 0.7, 2)) | (np.maximum(wide, high) <= CROSS * scale)
    thin[0] = False
    dots = thin[labels].astype(np.uint8)
    # Dots of one rule may lie a pixel higher or lower.
    level = cv2.dilate(dots, np.ones((3, 1), np.uint8))
    near = np.ones((1, _odd(DOT_GAP * scale)), np.uint8)
    long = np.ones((1, round(SHORTEST_BROKEN * scale)), np.uint8)
    closed = cv2.morphologyEx(level, cv2.MORPH_CLOSE, near)
    run = cv2.morphologyEx(closed, cv2.MORPH_OPEN, long)
    share = cv2.blur(level.astype(np.float32), (round(SHORTEST_BROKEN * scale), 1))
    run &= (share >= DOTTED).astype(np.uint8)
    # Dashes that touch a crossing rule are no dots; the rule goes on to them all the same.
    beside = cv2.dilate(run, np.ones((1, 2 * round(GAP * scale) + 1), np.uint8))
    on = cv2.morphologyEx(cv2.dilate(inked, np.ones((3, 1), np.uint8)), cv2.MORPH_CLOSE, near)
    return np.asarray(run | (beside & on), dtype=np.uint8)


def _edges(ground: npt.NDArray[np.uint8], scale: float) -> npt.NDArray[np.uint8]:
    """Where one shade ends and another begins."""
    reach = max(round(REACH * scale), 1)
    smooth = cv2.blur(ground.astype(np.float32), (_odd(SMOOTH * scale), 1))
    step = np.zeros_like(smooth)
    step[reach:-reach] = np.abs(smooth[2 * reach :] - smooth[: -2 * reach])
    sharp = (step > max(STEP, _threshold(step))).astype(np.uint8)
    long = np.ones((1, round(SHORTEST_BROKEN * scale)), np.uint8)
    return np.asarray(cv2.morphologyEx(sharp, cv2.MORPH_OPEN, long), dtype=np.uint8)


def _threshold(response: npt.NDArray[np.float32]) -> float:
    """What stands out from the paper, most of which has neither ink nor edges."""
    sample = response[::3, ::3]
    middle = float(np.median(sample))
    spread = float(np.median(np.abs(sample - middle))) / 0.6745
    return max(FAINTEST, middle + NOISE * spread)


def _components(mask: npt.NDArray[np.uint8], scale: float) -> list[Stroke]:
    """The connected parts of a mask as strokes."""
    linked = cv2.dilate(mask, np.ones((3, 1), np.uint8))
    outlines, _ = cv2.findContours(linked, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for outline in outlines:
        left, top, width, height = cv2.boundingRect(outline)
        if width < SHORTEST * scale or height > width:
            continue
        ink = mask[top : top + height, left : left + width].sum(axis=1, dtype=np.float64)
        level = top + float(ink @ np.arange(height)) / float(ink.sum()) + 0.5
        found.append(Stroke(left / scale, level / scale, (left + width) / scale))
    return found


def _joined(found: list[Stroke]) -> list[Stroke]:
    """Strokes with what follows them closely on their level."""
    joined: list[Stroke] = []
    for stroke in sorted(found):
        for place, other in enumerate(joined):
            near = stroke.start - other.end <= GAP
            if near and abs(stroke.level - other.level) <= LEVEL:
                weight = other.length + stroke.length
                level = (other.level * other.length + stroke.level * stroke.length) / weight
                joined[place] = Stroke(other.start, level, max(other.end, stroke.end))
                break
        else:
            joined.append(stroke)
    return joined


def _odd(length: float) -> int:
    """The odd number of pixels nearest a length, at least 3."""
    return max(2 * round((length - 1) / 2) + 1, 3)
