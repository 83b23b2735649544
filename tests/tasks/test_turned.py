"""Pages drawn sideways are read upright, and their boxes are where people see them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from gongkai.report import Anchor, Figure, Reading, Remark
from tasks.extract.pdf.page import opened
from tasks.extract.pdf.turned import turns
from tasks.extract.position import Position, displayed

WIDTH, HEIGHT = 400.0, 300.0


def _write(path: Path, angle: int, rotate: int = 0) -> None:
    """A page with one long upright line, and one whose text runs at an angle."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    canvas.drawString(20, 20, "an upright page")
    canvas.showPage()
    canvas.setPageRotation(rotate)
    canvas.drawString(5, 5, "2")
    canvas.translate(200, 150)
    canvas.rotate(angle)
    for line in range(4):
        canvas.drawString(-60, 12 * line, "turned text 123")
    canvas.save()


@pytest.mark.parametrize(
    ("angle", "rotate", "expected"),
    [
        (0, 0, {}),
        (90, 0, {2: 90}),
        (180, 0, {2: 180}),
        (270, 0, {2: 270}),
        (90, 90, {}),
        (270, 270, {}),
        (0, 90, {2: 270}),
    ],
)
def test_pages_that_are_turned(
    tmp_path: Path, angle: int, rotate: int, expected: dict[int, int]
) -> None:
    path = tmp_path / "turned.pdf"
    _write(path, angle, rotate)
    with opened(path) as document:
        assert turns(document) == expected


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_boxes_of_the_copy_are_moved_back(tmp_path: Path, angle: int) -> None:
    path, copy = tmp_path / "turned.pdf", tmp_path / "copy.pdf"
    _write(path, angle)
    with opened(path) as document:
        before = document.characters(2).boxes
        turned = turns(document)
        position = Position.turned(turned[2], *document.page(2).get_size())
        document.save_upright(copy, turned)
    with opened(copy) as document:
        assert turns(document) == {}
        after = document.characters(2)
    moved = [position.on_page((x0, y0, x1, y1)) for x0, y0, x1, y1 in after.box]
    # PDFium may give the lines in another order.
    for old, new in zip(sorted(before.tolist()), sorted(moved), strict=True):
        assert new == pytest.approx(old, abs=0.02)


def test_a_reading_is_moved_in_all_its_parts() -> None:
    box, moved = (10.0, 20.0, 30.0, 25.0), (20.0, 270.0, 25.0, 290.0)
    position = Position.turned(90, WIDTH, HEIGHT)
    assert position.on_page(box) == moved
    assert position.on_upright(moved) == pytest.approx(box)
    figure = Figure("applications", "1", "total", "number", None, "件", "1", 2, box)
    without = Figure("applications", "2", "total", "absent", None, "件", "", None, None)
    reading = Reading(
        figures=(figure, without),
        remarks=(Remark("reading.unknown_row", "。", places=((1, box), (2, box))),),
        regions={"applications": ((2, box),)},
        anchors=(Anchor("applications", "1", 2, box),),
    )
    found = displayed(reading, {2: position})
    assert [f.box for f in found.figures] == [moved, None]
    assert found.remarks[0].places == ((1, box), (2, moved))
    assert found.regions == {"applications": ((2, moved),)}
    assert found.anchors[0].box == moved
