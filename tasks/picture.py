"""Pictures of tables as printed, with the cells in question boxed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from tasks.extract.page import opened
from tasks.store import write_whole

SCALE = 1.8
"""Pixels per point: 130 dpi, readable on paper and small on disk."""

MARGIN = 6.0
"""Points of the page shown around the table."""

RED = (200, 16, 30)


def draw(
    path: Path,
    page: int,
    crop: Sequence[float],
    boxes: Sequence[Sequence[float]],
    target: Path,
) -> None:
    """Render a part of a page and box some cells; write it as PNG.

    Args:
        path: the PDF.
        page: 1-based.
        crop: x0, y0, x1, y1 in points from the top left: what to show.
        boxes: the same for each cell to box.
        target: the PNG, written whole or not at all.

    Raises:
        ReadingError: the document cannot be opened.
    """
    with opened(path) as document:
        whole = document[page - 1].render(scale=SCALE).to_pil().convert("RGB")
    left, top = max(crop[0] - MARGIN, 0.0) * SCALE, max(crop[1] - MARGIN, 0.0) * SCALE
    right, bottom = (crop[2] + MARGIN) * SCALE, (crop[3] + MARGIN) * SCALE
    canvas = ImageDraw.Draw(whole)
    for x0, y0, x1, y1 in boxes:
        sides = (x0 * SCALE, y0 * SCALE, x1 * SCALE, y1 * SCALE)
        canvas.rectangle(sides, outline=RED, width=3)
    shown = whole.crop(
        (int(left), int(top), min(int(right), whole.width), min(int(bottom), whole.height))
    )
    content = io.BytesIO()
    shown.quantize(32, method=Image.Quantize.FASTOCTREE).save(content, "PNG", optimize=True)
    write_whole(target, content.getvalue())
