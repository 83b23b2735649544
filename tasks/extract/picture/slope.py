"""How the long rules of a page are slanted, or else its lines of text; also in perspective."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from tasks.extract.picture.glance import LOOK, letters
from tasks.extract.picture.pixels import Image
from tasks.extract.position import Matrix

LONG = 36.0
"""Points; straight lines that are longer are rules."""

ENOUGH = 250.0
"""Points of rules in one direction from which their angle counts."""

STEEPEST = 0.14
"""Slope of the most slanted rule that is looked for: 8 degrees, for photographs."""

SPREAD = 120.0
"""Points; only rules spread so far say whether they run together (perspective)."""

STEEPEST_TEXT = 4.0
"""Degrees; lines of text are looked for up to this skew."""

STRAIGHT = 0.0004
"""Slopes less than this (a fifth of a point over the width of a page) are left alone."""

_Slope = tuple[float, float]
"""Slope of the rules through the middle of the picture, and by how much it grows per pixel."""


def slopes_of(small: Image) -> Matrix | None:
    """What makes rules, or else lines of text, level; None where they are."""
    height, width = small.shape
    segments = _segments(small)
    level = _slope(segments, width, height)
    wall = _slope(segments[:, [1, 0, 3, 2]], height, width)
    if level is None and wall is None:
        skew = _text_slope(small)
        level, wall = (skew, 0.0), (-skew, 0.0)
    elif level is None and wall is not None:
        level = (-wall[0], 0.0)
    elif wall is None and level is not None:
        wall = (-level[0], 0.0)
    assert level is not None
    assert wall is not None
    if max(abs(level[0]), abs(wall[0])) < STRAIGHT and level[1] == wall[1] == 0.0:
        return None
    lines = [(level[0] + level[1] * offset, offset) for offset in (-height / 2, height / 2)]
    walls = [(wall[0] + wall[1] * offset, offset) for offset in (-width / 2, width / 2)]
    middle = np.array([width / 2, height / 2])
    seen = [
        _crossing(one, other) + middle
        for one, other in (
            (lines[0], walls[0]),
            (lines[0], walls[1]),
            (lines[1], walls[1]),
            (lines[1], walls[0]),
        )
    ]
    whole = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(np.array(seen, np.float32), whole)
    return np.asarray(matrix, dtype=np.float64)


def _crossing(line: tuple[float, float], wall: tuple[float, float]) -> npt.NDArray[np.float64]:
    """Where y = a x + b and x = c y + d meet."""
    a, b = line
    c, d = wall
    y = (a * d + b) / (1 - a * c)
    return np.array([c * y + d, y])


def _segments(small: Image) -> npt.NDArray[np.float64]:
    """Long straight edges: x0, y0, x1, y1 in pixels (n, 4)."""
    smooth = cv2.GaussianBlur(small, (3, 3), 0)
    found = cv2.createLineSegmentDetector(cv2.LSD_REFINE_STD, 1.0).detect(smooth)[0]
    if found is None:
        return np.zeros((0, 4))
    segments = np.asarray(found, dtype=np.float64).reshape(-1, 4)
    length = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1])
    return np.asarray(segments[length > LONG * LOOK])


def _slope(segments: npt.NDArray[np.float64], width: int, height: int) -> _Slope | None:
    """How the rules that run along x are slanted; None where there are too few."""
    x0, y0, x1, y1 = segments.T
    run = np.where(np.abs(x1 - x0) < 1e-6, 1e-6, x1 - x0)
    slopes = (y1 - y0) / run
    chosen = np.abs(slopes) < STEEPEST
    slopes, weights = slopes[chosen], np.abs(run)[chosen]
    if weights.sum() < ENOUGH * LOOK:
        return None
    offsets = ((y0 + y1)[chosen] / 2 - slopes * ((x0 + x1)[chosen] - width) / 2) - height / 2
    kept = np.ones(len(slopes), dtype=bool)
    middle, growth = float(np.average(slopes, weights=weights)), 0.0
    for _ in range(6):
        apart = np.abs(slopes - middle - growth * offsets)
        limit = max(2.5 * float(np.median(apart[kept])), 0.001)
        kept = apart <= limit
        share = weights[kept]
        centre = float(np.average(offsets[kept], weights=share))
        mean = float(np.average(slopes[kept], weights=share))
        spread = float(np.average((offsets[kept] - centre) ** 2, weights=share))
        growth = 0.0
        if np.ptp(offsets[kept]) > SPREAD * LOOK and spread > 0:
            both = (offsets[kept] - centre) * (slopes[kept] - mean)
            growth = float(np.average(both, weights=share)) / spread
        middle = mean - growth * centre
    if abs(growth) * height < STRAIGHT * 2:
        growth = 0.0
    return middle, growth


def _text_slope(small: Image) -> float:
    """The slope of lines of text: where their rows of pixels differ most from each other."""
    ink = letters(small).astype(np.float32)
    if not ink.any():
        return 0.0
    height, width = ink.shape
    half = cv2.resize(ink, (max(width // 2, 1), max(height // 2, 1)), interpolation=cv2.INTER_AREA)

    def sharpness(angle: float, picture: npt.NDArray[np.float32]) -> float:
        rows, columns = picture.shape
        turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), angle, 1)
        profile = cv2.warpAffine(picture, turn, (columns, rows)).sum(axis=1)
        return float((np.diff(profile) ** 2).sum())

    coarse = np.arange(-STEEPEST_TEXT, STEEPEST_TEXT + 0.01, 0.5)
    best = max(coarse.tolist(), key=lambda angle: sharpness(angle, half))
    fine = np.arange(best - 0.5, best + 0.51, 0.1)
    best = max(fine.tolist(), key=lambda angle: sharpness(angle, ink))
    if sharpness(best, ink) < 1.05 * sharpness(0.0, ink):
        return 0.0
    return float(np.tan(np.radians(best)))
