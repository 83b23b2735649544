"""Digits that something drawn on the page runs through: a bar, a slanted stroke, a patch.

What is drawn as a path beside the text may make another digit of one, or strike it out.
Rules of tables run between digits, and grounds lie under all of them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tasks.extract.pdf.library import pdfium, raw

THIN = 3.0
"""Points; what is filled and has no more in one direction is a bar."""

CORE = 0.2
"""Share of a digit left out at each of its sides: what only touches it does not count."""

LIGHT = 200
"""A colour with every part at least this leaves what is printed over it as it is."""

MOST = 50_000
"""No more points of paths are looked at on a page."""


def address(drawn: raw.FPDF_PAGEOBJECT) -> int:
    """What tells an object of a page from others."""
    return ctypes.cast(drawn, ctypes.c_void_p).value or 0


def crossed(
    page: pdfium.PdfPage, digits: npt.NDArray[np.float64], owners: Sequence[int]
) -> npt.NDArray[np.bool_]:
    """Which digits a path of the page runs through.

    Args:
        page: the page.
        digits: what they cover in the page's own points (left, bottom, right, top).
        owners: the `address` of the object that prints each.
    """
    found = np.zeros(len(digits), dtype=bool)
    if not len(digits):
        return found
    inset = (digits[:, 2:] - digits[:, :2]) * CORE
    cores = np.hstack([digits[:, :2] + inset, digits[:, 2:] - inset])
    printed, by, left = found.copy(), np.array(owners), MOST
    for drawn in page.get_objects(max_depth=1):
        if drawn.type == raw.FPDF_PAGEOBJ_TEXT:
            printed |= by == address(drawn.raw)
        if drawn.type != raw.FPDF_PAGEOBJ_PATH or not _meets(cores, drawn.get_bounds()).any():
            continue
        left -= raw.FPDFPath_CountSegments(drawn.raw)
        if left < 0:
            break
        found |= _runs_through(drawn.raw, cores, digits, printed)
    return found


def _runs_through(
    drawn: raw.FPDF_PAGEOBJECT,
    cores: npt.NDArray[np.float64],
    digits: npt.NDArray[np.float64],
    printed: npt.NDArray[np.bool_],
) -> npt.NDArray[np.bool_]:
    """Which digits one path runs through; what is light counts only over what is `printed`."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, mode, stroke)
    fill = lightest(drawn, raw.FPDFPageObj_GetFillColor) if mode.value else None
    line = lightest(drawn, raw.FPDFPageObj_GetStrokeColor) if stroke.value else None
    found = np.zeros(len(cores), dtype=bool)
    if fill is None and line is None:
        return found
    for path in paths(drawn):
        if fill is not None:
            found |= _filled(path, cores, digits) & (printed | (fill < LIGHT))
        if line is not None:
            for one, other in pairwise(path):
                found |= _cut(cores, one, other) & (printed | (line < LIGHT))
    return found


def lightest(drawn: raw.FPDF_PAGEOBJECT, colour: Callable[..., int]) -> int | None:
    """The least part of a path's colour, None where it is clear."""
    parts = tuple(ctypes.c_uint() for _ in range(4))
    if not colour(drawn, *parts):
        return 0
    red, green, blue, alpha = (part.value for part in parts)
    return min(red, green, blue) if alpha else None


def _meets(cores: npt.NDArray[np.float64], box: Sequence[float]) -> npt.NDArray[np.bool_]:
    left, bottom, right, top = box
    return (
        (cores[:, 0] <= right)
        & (cores[:, 2] >= left)
        & (cores[:, 1] <= top)
        & (cores[:, 3] >= bottom)
    )


def _filled(
    path: Sequence[tuple[float, float]],
    cores: npt.NDArray[np.float64],
    digits: npt.NDArray[np.float64],
) -> npt.NDArray[np.bool_]:
    """Which digits a filled bar lies upon, but not under or over as a whole."""
    places = np.array(path)
    low, high = places.min(axis=0), places.max(axis=0)
    if float((high - low).min()) > THIN:
        return np.zeros(len(cores), dtype=bool)
    contained = (digits[:, :2] >= low).all(axis=1) & (digits[:, 2:] <= high).all(axis=1)
    return np.asarray(_meets(cores, (*low, *high)) & ~contained)


def _cut(
    cores: npt.NDArray[np.float64], one: tuple[float, float], other: tuple[float, float]
) -> npt.NDArray[np.bool_]:
    """Which boxes a straight line runs through."""
    first, last = np.zeros(len(cores)), np.ones(len(cores))
    for axis in (0, 1):
        start, step = one[axis], other[axis] - one[axis]
        low, high = cores[:, axis], cores[:, axis + 2]
        if abs(step) < 1e-6:
            last = np.where((low <= start) & (start <= high), last, -1.0)
            continue
        ends = np.stack([(low - start) / step, (high - start) / step])
        first = np.maximum(first, ends.min(axis=0))
        last = np.minimum(last, ends.max(axis=0))
    return np.asarray(first <= last)


def paths(path: raw.FPDF_PAGEOBJECT) -> Iterator[list[tuple[float, float]]]:
    """The points of each part of a path, in the page's own points."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points
