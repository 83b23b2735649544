"""What a person does not read as one plain number is never taken for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tasks.extract.pdf.grid import grids
from tasks.extract.pdf.ink import SCALE, has_ink
from tasks.extract.pdf.page import opened

WIDTH, HEIGHT = 60.0, 30.0
LEFT, TOP = 50.0, 750.0
Drawing = Callable[[Canvas, float, float], None]


def _cell(tmp_path: Path, draw: Drawing):
    """A grid of 3 × 3 cells with a 5 in each; `draw` draws the middle one from its lower left."""
    path = tmp_path / "grid.pdf"
    canvas = Canvas(str(path), pagesize=(400, 800))
    for line in range(4):
        canvas.line(LEFT, TOP - line * HEIGHT, LEFT + 3 * WIDTH, TOP - line * HEIGHT)
        canvas.line(LEFT + line * WIDTH, TOP, LEFT + line * WIDTH, TOP - 3 * HEIGHT)
    for place in range(9):
        x, y = LEFT + place % 3 * WIDTH, TOP - (place // 3 + 1) * HEIGHT
        if place == 4:
            draw(canvas, x, y)
        else:
            canvas.setFont("Helvetica", 10)
            canvas.drawString(x + 25, y + 10, "5")
    canvas.save()
    with opened(path) as document:
        (grid,) = grids(path, [1], "vector", {1: document.characters(1)})
        (cell,) = [cell for cell in grid.cells if (cell.row, cell.column) == (1, 1)]
        return cell, has_ink(document.greys(1, SCALE), cell.box)


def _write(text: str, size: float = 10, dx: float = 20, dy: float = 10) -> Drawing:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x + dx, y + dy, text)

    return draw


def _all(*drawings: Drawing) -> Drawing:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        for drawing in drawings:
            drawing(canvas, x, y)

    return draw


def _invisible(canvas: Canvas, x: float, y: float) -> None:
    text = canvas.beginText(x + 20, y + 10)
    text.setFont("Helvetica", 10)
    text.setTextRenderMode(3)
    text.textOut("12")
    canvas.drawText(text)


def _grey(level: float, text: str = "12") -> Drawing:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFillGray(level)
        _write(text)(canvas, x, y)
        canvas.setFillGray(0)

    return draw


def _strike(canvas: Canvas, x: float, y: float) -> None:
    canvas.setLineWidth(0.5)
    canvas.line(x + 18, y + 13.6, x + 34, y + 13.6)


@pytest.mark.parametrize(
    ("draw", "doubts"),
    [
        (_write("12"), ()),
        (_write("1,234"), ()),
        (_write("1111"), ()),
        (_write("22(16)"), ()),
        (_all(_write("18"), _write("1", 6, 31.2, 14)), ("raised",)),
        (_all(_write("18"), _write("1", 10, 31.2, 14)), ("raised",)),
        (_all(_write("18"), _write("1", 6, 31.2, 10)), ("raised",)),
        (_all(_write("12"), _strike), ("struck",)),
        (_all(_write("99"), _write("12", 10, 21)), ("overlapping",)),
        (_write("1234567890123"), ("overflowing",)),
        (_all(_write("1", 10, 20, 18), _write("2", 10, 20, 5)), ("parted",)),
        (_invisible, ("hidden",)),
        (_grey(1), ("hidden",)),
        (_grey(0.95), ("hidden",)),
        (_grey(0.6), ()),
        (_all(_write("12"), _write("5", 10, 40)), ("apart",)),
        (_all(_write("1"), _write("5", 10, 40)), ("apart",)),
        (_all(_write("1"), _write("2", 10, 32), _write("5", 10, 44)), ()),
    ],
)
def test_doubts(tmp_path: Path, draw: Drawing, doubts: tuple[str, ...]) -> None:
    cell, _ = _cell(tmp_path, draw)
    assert cell.doubts == doubts


def test_the_same_digits_drawn_twice_are_read_once(tmp_path: Path) -> None:
    cell, _ = _cell(tmp_path, _all(_write("12"), _write("12", 10, 20.3)))
    assert (cell.text, cell.doubts) == ("12", ())


def _shape(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x + 20, y + 8, 4, 9, fill=1)


def _stroke(canvas: Canvas, x: float, y: float) -> None:
    canvas.line(x, y, x + WIDTH, y + HEIGHT)


@pytest.mark.parametrize(
    ("draw", "ink"),
    [(lambda *_: None, False), (_write("7"), True), (_shape, True), (_stroke, False)],
)
def test_ink(tmp_path: Path, draw: Drawing, ink: bool) -> None:
    assert _cell(tmp_path, draw)[1] is ink
