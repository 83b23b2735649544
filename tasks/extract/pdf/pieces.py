"""What a page draws as paths that may be a rule, or a piece of one: thin bars, dashes and dots."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tasks.extract.pdf.crossed import lightest, paths
from tasks.extract.pdf.library import pdfium, raw

THIN = 3.2
"""Points; what has no more in one direction is a bar or a dot."""

FAINT = 245
"""What is no darker in any part of its colour is not seen on white paper."""

MOST = 100_000
"""Of a page with more paths, or points of larger ones, none are given: a part would mislead."""

Piece = tuple[float, float, float, float]
"""Left, bottom, right and top, in the page's own points."""


def pieces(page: pdfium.PdfPage) -> npt.NDArray[np.float64]:
    """The bars and dots of a page (n, 4): left, bottom, right and top in its own points.

    Of larger shapes the sides are given, where they are drawn as lines.
    """
    found: list[Piece] = []
    left = MOST
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        x0, y0, x1, y1 = drawn.get_bounds()
        is_thin = min(x1 - x0, y1 - y0) <= THIN
        left -= 1 if is_thin else raw.FPDFPath_CountSegments(drawn.raw)
        if left < 0:
            return np.zeros((0, 4))
        is_line, is_area = _is_drawn(drawn.raw)
        if is_thin and (is_line or is_area):
            found.append((x0, y0, x1, y1))
        elif is_line or is_area:
            found += _of_path(drawn.raw, is_line)
    return np.array(found, dtype=np.float64).reshape(-1, 4)


def is_plain(page: pdfium.PdfPage) -> bool:
    """Whether a page has nothing but letters and thin lines, all of which `pieces` gives.

    Then a picture of it shows no other rules: no areas in colours, no pictures, no shades.
    """
    left = MOST
    for drawn in page.get_objects(max_depth=1):
        if drawn.type == raw.FPDF_PAGEOBJ_TEXT:
            continue
        left -= 1
        if drawn.type != raw.FPDF_PAGEOBJ_PATH or left < 0:
            return False
        x0, y0, x1, y1 = drawn.get_bounds()
        if min(x1 - x0, y1 - y0) > THIN and _is_drawn(drawn.raw)[1]:
            return False
    return True


def _is_drawn(drawn: raw.FPDF_PAGEOBJECT) -> tuple[bool, bool]:
    """Whether the line of a path, and whether what it encloses, is seen."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, mode, stroke)
    return (
        bool(stroke.value) and _is_seen(drawn, raw.FPDFPageObj_GetStrokeColor),
        bool(mode.value) and _is_seen(drawn, raw.FPDFPageObj_GetFillColor),
    )


def _of_path(drawn: raw.FPDF_PAGEOBJECT, is_stroked: bool) -> Iterator[Piece]:
    """The sides of a path that is drawn as lines, and the bars of one that is filled."""
    for path in paths(drawn):
        if is_stroked:
            for (ax, ay), (bx, by) in pairwise(path):
                if min(abs(ax - bx), abs(ay - by)) <= THIN:
                    yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
            continue
        xs, ys = zip(*path, strict=True)
        if min(max(xs) - min(xs), max(ys) - min(ys)) <= THIN:
            yield min(xs), min(ys), max(xs), max(ys)


def _is_seen(drawn: raw.FPDF_PAGEOBJECT, colour: Callable[..., int]) -> bool:
    least = lightest(drawn, colour)
    return least is not None and least <= FAINT
