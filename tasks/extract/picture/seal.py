"""Seals on a page, red, grey or black: where their ink is, and the page without it."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from tasks.extract.picture.clean import flattened
from tasks.extract.picture.pixels import PAPER, Image

RED = 28
"""Red ink is redder than green and blue by so much (of 255) even where it is thin."""

SEAL = 50.0
"""Points; a seal is at least so wide and high (government seals are 119, departments' 85)."""

INK_APART = 6
"""Points; parts of one red seal are no further apart."""

ROUND = 0.6
"""A seal is at least this share as high as it is wide; half of one may be off the page."""

FILLED = 0.75
"""A seal's ring, star and letters cover less of its square than this; shading covers it all."""

RING_STROKE = 1.7
"""Points; a grey seal's ring is thicker than hairlines and edges of letters, which are grey too."""

THICK = 1.9
"""Points; a seal's ring is thicker, letters of a table and its rules are thinner."""

LONG = 11.0
"""Points; a fine rule is longer, a thin stroke of a seal's letters is not."""

CANDIDATES = 30
"""So many circles are looked at: noise has any number."""

LARGEST_SEAL = 150.0
"""Points; no seal is larger."""

RING, AROUND = 3.0, 0.75
"""Points within which a seal's ring lies on its circle, and the share of it seen at least."""

INKED = 0.25
"""So much of the strip in which a seal's ring lies is ink, at least."""

CLEARING = 0.2
"""Just outside of a seal there is at most this share of its ring's ink."""

MIDDLE = (0.42, 0.86)
"""A seal in a grey scan is so bright, as a share of the paper or shade it is on: paler than
ink."""

EDGE = 0.6
"""Points around black ink where grey is the edge of a letter."""

BARE = 40
"""Percentile of a seal's own red that has no black under it: most of a seal lies on paper."""


def seal_of(image: Image, scale: float) -> npt.NDArray[np.bool_]:
    """Where a seal's ink is; red or grey alone may be a heading, a number, or shading."""
    red, green, blue = cv2.split(image)
    ink = (cv2.subtract(red, cv2.max(green, blue)) > RED).astype(np.uint8)
    is_grey = int(ink.sum()) < SEAL * scale
    if is_grey:
        ink = _grey_ink(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), scale)
    if not is_grey:
        return _hanging_together(ink, scale)
    return _within_rings(_thick(ink, RING_STROKE * scale), ink, scale)


def black_seal_of(clean: Image, scale: float) -> npt.NDArray[np.bool_]:
    """Where a seal's ring and star are in black and white: strokes as thick as no letter's."""
    thick = _thick((clean < PAPER // 2).astype(np.uint8), THICK * scale)
    return _within_rings(thick, thick, scale)


def _thick(ink: Image, width: float) -> Image:
    """Only the strokes of some ink that are wider than so many pixels."""
    size = max(round(width), 2)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    return np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, disc), dtype=np.uint8)


def _hanging_together(ink: Image, scale: float) -> npt.NDArray[np.bool_]:
    """Those parts of some red ink that are as large as a seal."""
    stamped = np.zeros(ink.shape, dtype=bool)
    small, step = _shrunk(ink, scale)
    linked = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((INK_APART,) * 2, np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(linked)
    for left, top, width, height, area in stats[1:].tolist():
        even = min(width, height) > ROUND * max(width, height)
        if min(width, height) >= SEAL and even and area < FILLED * width * height:
            x, y = left * step, top * step
            around = np.s_[y : y + height * step, x : x + width * step]
            stamped[around] = ink[around] > 0
    return stamped


def _within_rings(thick: Image, ink: Image, scale: float) -> npt.NDArray[np.bool_]:
    """Those parts of some ink that stand in a ring of a seal's size.

    Args:
        thick: 1 where a stroke is that may be a ring's.
        ink: 1 where there is ink of its colour.
        scale: pixels per point.
    """
    stamped = np.zeros(ink.shape, dtype=bool)
    small, step = _shrunk(thick, scale)
    points = scale / step
    found = cv2.HoughCircles(
        small * np.uint8(255),
        cv2.HOUGH_GRADIENT,
        1,
        SEAL / 2 * points,
        param1=100,
        param2=12,
        minRadius=round(SEAL / 2 * points),
        maxRadius=round(LARGEST_SEAL / 2 * points),
    )
    if found is None:
        return stamped
    height, width = small.shape
    for x, y, radius in found[0][:CANDIDATES].tolist():
        down, right = np.ogrid[:height, :width]
        far = np.hypot(right - x, down - y)
        if _is_ring(small, np.arctan2(down - y, right - x), far, radius, RING * points):
            inside = np.repeat(np.repeat(far < radius + RING * points, step, 0), step, 1)
            rows, columns = (min(a, b) for a, b in zip(inside.shape, ink.shape, strict=True))
            within = np.s_[:rows, :columns]
            stamped[within] |= inside[within] & (ink[within] > 0)
    return stamped


def _is_ring(
    small: Image,
    angle: npt.NDArray[np.float64],
    far: npt.NDArray[np.float64],
    radius: float,
    reach: float,
) -> bool:
    """Whether ink goes all around on a circle, and there is less of it just outside."""
    on, beyond = np.abs(far - radius) < reach, np.abs(far - radius - 3 * reach) < reach
    if not on.any() or not beyond.any():
        return False
    inked, outside = float(small[on].mean()), float(small[beyond].mean())
    if inked < INKED or outside > CLEARING * inked:
        return False
    directions = (angle[on & (small > 0)] * (18 / np.pi)).astype(int)
    return len(np.unique(directions)) > AROUND * 36


def _shrunk(ink: Image, scale: float) -> tuple[Image, int]:
    """Ink at about a pixel per point, none of it lost, and the step in pixels."""
    step = max(round(scale), 1)
    grown = cv2.dilate(ink, np.ones((step, step), np.uint8))
    return np.ascontiguousarray(grown[::step, ::step]), step


def _grey_ink(grey: Image, scale: float) -> Image:
    """Ink of one even grey on a page whose letters are black: a seal without its colour."""
    smooth = cv2.medianBlur(flattened(grey, scale).astype(np.uint8), 3)
    dark = (smooth < MIDDLE[0] * PAPER).astype(np.uint8)
    if int(dark.sum()) < SEAL * scale:
        return np.zeros_like(grey)
    reach = 2 * max(round(EDGE * scale), 1) + 1
    near = cv2.dilate(dark, np.ones((reach, reach), np.uint8))
    middle = (smooth >= MIDDLE[0] * PAPER) & (smooth < MIDDLE[1] * PAPER) & (near == 0)
    ink = cv2.morphologyEx(middle.astype(np.uint8), cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    return _without_rules(np.asarray(ink, np.uint8), scale)


def _without_rules(ink: Image, scale: float) -> Image:
    """Grey ink without the long thin strokes: fine rules are grey, too, in a scan."""
    long = np.zeros_like(ink)
    for shape in ((1, round(LONG * scale)), (round(LONG * scale), 1)):
        long |= cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
    reach = 2 * max(round(EDGE * scale), 1) + 1
    thick = cv2.dilate(_thick(ink, RING_STROKE * scale), np.ones((reach, reach), np.uint8))
    return np.asarray(ink & ~(long & ~thick & 1))


def without_seal(image: Image, seal: npt.NDArray[np.bool_]) -> Image:
    """A picture without a seal: red ink does not show in the red channel, black under it does."""
    if not seal.any():
        return image
    near = cv2.dilate(seal.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    red = image[..., 0][near].astype(np.float32)
    paper = float(np.percentile(image[::8, ::8, 0], 90))
    without = image.copy()
    bare = float(np.percentile(image[..., 0][seal], BARE))
    without[near] = np.clip(red * (paper / max(bare, 1.0)), 0, paper).astype(np.uint8)[:, None]
    return without
