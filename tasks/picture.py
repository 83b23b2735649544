"""Pictures of parts of pages as printed, with the cells in question boxed.

A picture cuts through no letter: its edges are moved outward to where there is none.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from tasks.extract.pdf.page import opened
from tasks.store import clear, write_whole, writing

SCALE = 1.8
"""Pixels per point: 130 dpi, readable on paper and small on disk."""

REACH = 60.0
"""Points that the edge of a band may be moved outward, so that it cuts through no letter."""

DARK = 0.7
"""What is darker, as a share of white, is ink."""

UPRIGHT = 0.9
"""A column of pixels so much of which is ink, beside an edge, is an upright rule."""

BESIDE = 14.0
"""Points beyond an edge where upright rules are looked for: more than a letter is high."""

PADDING = 5
"""White pixels around a picture."""

GAP = 18
"""White pixels between two bands."""

GREYS = 16
"""The page is shown in so many greys, so that red is only what is pointed at."""

RED = (200, 16, 30)
_PALETTE = [level * 255 // (GREYS - 1) for level in range(GREYS) for _ in range(3)] + list(RED)


def draw(path: Path, page: int, pictures: Sequence[Mapping[str, Any]]) -> None:
    """Draw some parts of one page, each with some cells boxed, as PNG files.

    Args:
        path: the PDF.
        page: 1-based.
        pictures: each with `bands` (x0, y0, x1, y1 in points from the top left:
            what to show, one below the other), `boxes` (the same for each cell to box)
            and `target` (the file, written whole or not at all).

    Raises:
        ReadingError: the document cannot be opened.
        RunError: a picture cannot be written.
    """
    with opened(path) as document:
        greys = document.greys(page, SCALE)
    levels = np.round(greys * ((GREYS - 1) / 255)).astype(np.uint8)
    for picture in pictures:
        content = _boxed(levels, picture["bands"], picture["boxes"])
        target = Path(picture["target"])
        with writing(target):
            clear(target, target.parent.parent)
            write_whole(target, content)


def _boxed(
    levels: npt.NDArray[np.uint8],
    bands: Sequence[Sequence[float]],
    boxes: Sequence[Sequence[float]],
) -> bytes:
    """Bands of a page one below the other, what is left out between them marked by dots."""
    parts = [_Part.of(levels, band) for band in bands]
    width = max(part.right - part.left for part in parts)
    height = sum(part.foot - part.top for part in parts) + GAP * (len(parts) - 1)
    white = GREYS - 1
    sheet = np.full((height + 2 * PADDING, width + 2 * PADDING), white, dtype=np.uint8)
    at = PADDING
    tops = []
    for part in parts:
        shown = levels[part.top : part.foot, part.left : part.right]
        sheet[at : at + shown.shape[0], PADDING : PADDING + shown.shape[1]] = shown
        tops.append(at)
        at += shown.shape[0] + GAP
    for top in tops[1:]:
        sheet[top - GAP // 2 - 1 : top - GAP // 2 + 1, PADDING:-PADDING:6] = GREYS // 2
    image = Image.fromarray(sheet)
    image.putpalette(_PALETTE)
    canvas = ImageDraw.Draw(image)
    for part, top in zip(parts, tops, strict=True):
        for box in boxes:
            x0, y0, x1, y1 = (side * SCALE for side in box)
            if part.top <= (y0 + y1) / 2 < part.foot:
                right, down = PADDING - part.left, top - part.top
                canvas.rectangle(
                    (x0 + right, y0 + down, x1 + right, y1 + down), outline=GREYS, width=3
                )
    content = io.BytesIO()
    image.save(content, "PNG", bits=8)
    return content.getvalue()


@dataclass(frozen=True)
class _Part:
    """A band in pixels of the page; right and foot are exclusive."""

    left: int
    top: int
    right: int
    foot: int

    @classmethod
    def of(cls, levels: npt.NDArray[np.uint8], band: Sequence[float]) -> _Part:
        """A band whose upper and lower edges run through nothing but upright rules."""
        height, width = levels.shape
        left, right = max(round(band[0] * SCALE) - 2, 0), min(round(band[2] * SCALE) + 3, width)
        ink = levels[:, left:right] < DARK * (GREYS - 1)
        top = _clear_of_ink(ink, min(max(round(band[1] * SCALE), 0), height - 1), -1)
        foot = _clear_of_ink(ink, min(max(round(band[3] * SCALE), 0), height - 1), 1)
        return cls(left, top, max(right, left + 1), max(foot + 1, top + 1))


def _clear_of_ink(ink: npt.NDArray[np.bool_], edge: int, step: int) -> int:
    """The row of pixels nearest to an edge, outward, that no letter touches.

    Where letters touch every one within reach, the one they touch least.

    Args:
        ink: which pixels of the band's columns are ink, for the whole page.
        edge: a row of pixels.
        step: -1 upward, 1 downward.
    """
    reach, beside = round(REACH * SCALE), round(BESIDE * SCALE)
    ahead = ink[edge : edge + beside] if step > 0 else ink[max(edge - beside, 0) : edge + 1]
    letters = ink[:, ahead.mean(axis=0) < UPRIGHT]
    rows = [row for row in range(edge, edge + step * (reach + 1), step) if 0 <= row < len(ink)]
    return min(rows, key=lambda row: int(letters[row].sum()))
