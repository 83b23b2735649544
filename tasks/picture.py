"""Pictures of tables as printed, with the cells in question boxed."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from tasks.extract.pdf.page import opened
from tasks.store import clear, write_whole, writing

SCALE = 1.8
"""Pixels per point: 130 dpi, readable on paper and small on disk."""

MARGIN = 6.0
"""Points of the page shown around the table."""

GREYS = 16
"""The page is shown in so many greys, so that red is only what is pointed at."""

RED = (200, 16, 30)
_PALETTE = [level * 255 // (GREYS - 1) for level in range(GREYS) for _ in range(3)] + list(RED)


def draw(path: Path, page: int, pictures: Sequence[Mapping[str, Any]]) -> None:
    """Draw some parts of one page, each with some cells boxed, as PNG files.

    Args:
        path: the PDF.
        page: 1-based.
        pictures: each with `crop` (x0, y0, x1, y1 in points from the top left:
            what to show), `boxes` (the same for each cell to box) and `target`
            (the file, written whole or not at all).

    Raises:
        ReadingError: the document cannot be opened.
        RunError: a picture cannot be written.
    """
    with opened(path) as document:
        greys = document.greys(page, SCALE)
    levels = np.round(greys * ((GREYS - 1) / 255)).astype(np.uint8)
    for picture in pictures:
        content = _boxed(levels, picture["crop"], picture["boxes"])
        target = Path(picture["target"])
        with writing(target):
            clear(target, target.parent.parent)
            write_whole(target, content)


def _boxed(
    levels: npt.NDArray[np.uint8], crop: Sequence[float], boxes: Sequence[Sequence[float]]
) -> bytes:
    left, top = (round(max(side - MARGIN, 0.0) * SCALE) for side in crop[:2])
    right, bottom = (round((side + MARGIN) * SCALE) for side in crop[2:])
    image = Image.fromarray(np.ascontiguousarray(levels[top:bottom, left:right]))
    image.putpalette(_PALETTE)
    canvas = ImageDraw.Draw(image)
    for x0, y0, x1, y1 in boxes:
        sides = (x0 * SCALE - left, y0 * SCALE - top, x1 * SCALE - left, y1 * SCALE - top)
        canvas.rectangle(sides, outline=GREYS, width=3)
    content = io.BytesIO()
    image.save(content, "PNG", bits=8)
    return content.getvalue()
