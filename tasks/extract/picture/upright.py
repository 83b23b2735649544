"""The picture of a page made upright, flat and clean, with the way back to the page.

Upright: turned so that its text reads from left to right, the sheet of a photograph
cut out, skew and perspective taken out by its long rules (or its lines of text).
Clean: paper is 255 and ink near 0 everywhere, a seal's red is gone and the black
under it stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from tasks.extract.picture import ocr
from tasks.extract.position import Matrix, Position

Image = npt.NDArray[np.uint8]

PAPER = 255

LOOK = 1.5
"""Pixels per point at which a page is looked at to find out how it lies."""

TEXT_GAP = 3.5
"""Points; the letters of a line are nearer to each other than lines mostly are."""

TEXT_RUN = 30.0
"""Points; lines of text are longer."""

RULE_RUN = 25.0
"""Points; straight ink that is longer is a rule and says nothing of the text's direction."""

TALLEST = 24.0
"""Points; lines of text are lower."""

SAMPLES = 12
"""So many lines of text are asked which way up they are."""

DESK = 0.006
"""The corners of a photographed sheet are all so far from the picture's (share of its width)."""

SHEET = 0.4
"""A photographed sheet covers at least this share of the picture."""

DARKER_DESK = 40
"""What lies around a sheet is so much darker (of 255)."""

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
"""A seal in a grey scan is so bright, as a share of the paper: paler than ink."""

EDGE = 0.6
"""Points around black ink where grey is the edge of a letter."""

BARE = 40
"""Percentile of a seal's own red that has no black under it: most of a seal lies on paper."""

GROUND = 14.0
"""Points; letters and rules are narrower, shading and shadows are wider."""

FAINT = 25
"""Ink is at least so much darker than paper; less contrast is an empty page."""


@dataclass(frozen=True)
class Upright:
    """A page made upright.

    Attributes:
        colours: the upright page without the seal (rows, columns, 3).
        clean: the same in greys, ink dark on white paper.
        seal: where a seal's ink is; it is taken out of the pictures unless it is black.
        scale: pixels per point of these pictures.
        position: how the page lies in the picture it was made from.
    """

    colours: Image
    clean: Image
    seal: npt.NDArray[np.bool_]
    scale: float
    position: Position

    @property
    def width(self) -> float:
        """Of the upright page, in points."""
        return float(self.colours.shape[1] / self.scale)

    @property
    def height(self) -> float:
        """Of the upright page, in points."""
        return float(self.colours.shape[0] / self.scale)


def upright(image: Image, scale: float) -> Upright:
    """Make the picture of a page upright and clean.

    Args:
        image: RGB (rows, columns, 3).
        scale: pixels per point.
    """
    straight, position = straightened(image, scale)
    seal = _seal(straight, scale)
    colours = _without(straight, seal)
    clean = _clean(colours, scale)
    if not seal.any():
        seal = _black_seal(clean, scale)
    return Upright(colours, clean, seal, scale, position)


def straightened(image: Image, scale: float) -> tuple[Image, Position]:
    """Make the picture of a page upright and leave it as dirty as it is.

    Args:
        image: RGB (rows, columns, 3).
        scale: pixels per point.
    """
    turned, forth = _turned(image, scale)
    straight, more = _straight(turned, scale)
    points = np.diag([scale, scale, 1.0])
    back = np.linalg.inv(points) @ np.linalg.inv(more @ forth) @ points
    return straight, Position(back)


def _turned(image: Image, scale: float) -> tuple[Image, Matrix]:
    """The picture with its text upright, and where its pixels went (by quarter turns)."""
    small = _small(image, scale)
    ink = _letters(small)
    along, down = _runs(ink), _runs(np.ascontiguousarray(ink.T))
    # Turned anticlockwise, a text that ran down runs to the right, or upside down to the left.
    quarters = 1 if int(down.sum()) > int(along.sum()) else 0
    small, ink = (np.ascontiguousarray(np.rot90(part, quarters)) for part in (small, ink))
    if ocr.is_upside_down(_samples(small, ink)):
        quarters += 2
    turned = np.ascontiguousarray(np.rot90(image, quarters))
    return turned, _quarter_turns(quarters, image.shape[1], image.shape[0])


def _quarter_turns(quarters: int, width: int, height: int) -> Matrix:
    """Where the pixels of a picture go that is turned anticlockwise."""
    matrix = np.eye(3)
    for _ in range(quarters):
        matrix = np.array([[0.0, 1, 0], [-1, 0, width], [0, 0, 1]]) @ matrix
        width, height = height, width
    return matrix


def _letters(small: Image) -> Image:
    """Ink of a small picture without rules (1 where there is some)."""
    light = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((round(GROUND * LOOK),) * 2, np.uint8))
    _, ink = cv2.threshold(light - small, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    rule = np.ones((1, round(RULE_RUN * LOOK)), np.uint8)
    rules = [cv2.morphologyEx(ink, cv2.MORPH_OPEN, box) for box in (rule, rule.T)]
    ink[cv2.dilate(rules[0] | rules[1], np.ones((3, 3), np.uint8)) > 0] = 0
    return np.asarray(ink, dtype=np.uint8)


def _runs(ink: Image) -> Image:
    """Where ink runs on from left to right as a line of text does."""
    near = np.ones((1, round(TEXT_GAP * LOOK)), np.uint8)
    run = np.ones((1, round(TEXT_RUN * LOOK)), np.uint8)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, near)
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, run), dtype=np.uint8)


def _samples(small: Image, ink: Image) -> list[Image]:
    """Some lines of text, the longest ones."""
    lines = cv2.dilate(_runs(ink), np.ones((3, 1), np.uint8))
    outlines, _ = cv2.findContours(lines, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [cv2.boundingRect(outline) for outline in outlines]
    boxes = [b for b in boxes if 6 * LOOK <= b[3] <= TALLEST * LOOK]
    boxes.sort(key=lambda b: (-b[2], b[1], b[0]))
    return [
        small[max(y - 2, 0) : y + high + 2, max(x - 2, 0) : x + min(wide, 8 * high) + 2]
        for x, y, wide, high in boxes[:SAMPLES]
    ]


def _straight(image: Image, scale: float) -> tuple[Image, Matrix]:
    """The picture with rules and lines of text straight, and where its pixels went."""
    small = _small(image, scale)
    size = (small.shape[1], small.shape[0])
    sheet = _sheet(small)
    matrix = np.eye(3)
    if sheet is not None:
        matrix, size = sheet
        small = cv2.warpPerspective(small, matrix, size, borderValue=PAPER)
    slopes = _slopes(small)
    if slopes is not None:
        matrix = slopes @ matrix
    elif sheet is None:
        return image, np.eye(3)
    grow = np.diag([scale / LOOK, scale / LOOK, 1.0])
    matrix = grow @ matrix @ np.linalg.inv(grow)
    full = (round(size[0] * scale / LOOK), round(size[1] * scale / LOOK))
    straight = cv2.warpPerspective(
        image,
        matrix,
        full,
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(PAPER, PAPER, PAPER),
    )
    return straight, matrix


def _sheet(small: Image) -> tuple[Matrix, tuple[int, int]] | None:
    """How a sheet that lies on something darker fills the picture; None where none does."""
    height, width = small.shape
    smooth = cv2.medianBlur(small, 5)
    rim = np.concatenate([smooth[:3].ravel(), smooth[-3:].ravel(), smooth[:, :3].ravel()])
    rim = np.concatenate([rim, smooth[:, -3:].ravel()])
    desk, paper = float(np.percentile(rim, 75)), float(np.percentile(smooth, 75))
    if paper - desk < DARKER_DESK:
        return None
    # Light falls off over a photograph: the sheet is whatever is lighter than the desk.
    bright = (smooth > desk + DARKER_DESK / 2).astype(np.uint8)
    bright = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = cv2.convexHull(max(outlines, key=cv2.contourArea))
    corners = cv2.approxPolyDP(outline, 0.02 * cv2.arcLength(outline, True), True).reshape(-1, 2)
    if len(corners) != 4 or cv2.contourArea(corners) < SHEET * width * height:
        return None
    sums, differences = corners.sum(axis=1), corners[:, 0] - corners[:, 1]
    order = [sums.argmin(), differences.argmax(), sums.argmax(), differences.argmin()]
    seen = corners[order].astype(np.float32)
    whole = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    if len(set(map(int, order))) < 4 or np.abs(seen - whole).max(axis=1).min() < DESK * width:
        return None
    sides = np.linalg.norm(seen - np.roll(seen, -1, axis=0), axis=1)
    size = (round(float(sides[0] + sides[2]) / 2), round(float(sides[1] + sides[3]) / 2))
    flat = np.array([[0, 0], [size[0], 0], size, [0, size[1]]], np.float32)
    return cv2.getPerspectiveTransform(seen, flat).astype(np.float64), size


def _slopes(small: Image) -> Matrix | None:
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


_Slope = tuple[float, float]
"""Slope of the rules through the middle of the picture, and by how much it grows per pixel."""


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
    ink = _letters(small).astype(np.float32)
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


def _small(image: Image, scale: float) -> Image:
    """The picture in greys at the scale it is looked at."""
    height, width = image.shape[:2]
    size = (max(round(width * LOOK / scale), 8), max(round(height * LOOK / scale), 8))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def _seal(image: Image, scale: float) -> npt.NDArray[np.bool_]:
    """Where a seal's ink is; red or grey alone may be a heading, a number, or shading."""
    red, green, blue = cv2.split(image)
    ink = (cv2.subtract(red, cv2.max(green, blue)) > RED).astype(np.uint8)
    is_grey = int(ink.sum()) < SEAL * scale
    if is_grey:
        ink = _grey_ink(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), scale)
    if not is_grey:
        return _hanging_together(ink, scale)
    return _within_rings(_thick(ink, RING_STROKE * scale), ink, scale)


def _black_seal(clean: Image, scale: float) -> npt.NDArray[np.bool_]:
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
    smooth = cv2.medianBlur(grey, 3)
    paper = float(np.percentile(smooth[::8, ::8], 75))
    dark = (smooth < MIDDLE[0] * paper).astype(np.uint8)
    if int(dark.sum()) < SEAL * scale:
        return np.zeros_like(grey)
    reach = 2 * max(round(EDGE * scale), 1) + 1
    near = cv2.dilate(dark, np.ones((reach, reach), np.uint8))
    middle = (smooth >= MIDDLE[0] * paper) & (smooth < MIDDLE[1] * paper) & (near == 0)
    return np.asarray(
        cv2.morphologyEx(middle.astype(np.uint8), cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    )


def _without(image: Image, seal: npt.NDArray[np.bool_]) -> Image:
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


def _clean(image: Image, scale: float) -> Image:
    """Greys on even white paper, ink at black."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    ground = _ground(grey, scale)
    flat = np.minimum(grey.astype(np.float32) * PAPER / np.maximum(ground, 1), PAPER)
    sample = flat[::2, ::2].astype(np.uint8)
    level, _ = cv2.threshold(sample, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark = sample[sample <= level]
    if dark.size == 0:
        return np.full(grey.shape, PAPER, np.uint8)
    black = min(float(np.percentile(dark, 10)), PAPER - FAINT)
    stretched = (flat - black) * (PAPER / (PAPER - black))
    return np.asarray(np.clip(stretched, 0, PAPER), dtype=np.uint8)


def _ground(grey: Image, scale: float) -> npt.NDArray[np.float32]:
    """The paper's own brightness everywhere."""
    height, width = grey.shape
    step = max(round(scale), 1)
    small = cv2.resize(
        grey, (max(width // step, 1), max(height // step, 1)), interpolation=cv2.INTER_AREA
    )
    box = np.ones((round(GROUND),) * 2, np.uint8)
    light = cv2.morphologyEx(small, cv2.MORPH_CLOSE, box).astype(np.float32)
    smooth = cv2.blur(light, (5, 5))
    return np.asarray(cv2.resize(smooth, (width, height)), dtype=np.float32)
