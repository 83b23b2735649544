"""What was put over the pages of a PDF later: over a figure it is doubted, elsewhere it is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.reasons import DOUBTS
from tasks.extract.picture.installed import can_read_pictures
from tests.tasks.pdf_parts import grid, pdf, read_cells, write

CELL, DIGITS = "[112 692 168 718]", "[129 698 142 709]"
QUADS = "/QuadPoints [129 709 142 709 129 698 142 698]"
RAISED = "/QuadPoints [129 714 142 714 129 703 142 703]"
MULTIPLIED = "/AP << /N 8 0 R >>"
OPAQUE = "/AP << /N 9 0 R >>"


def _look(resources: str, content: str) -> str:
    return (
        f"<< /Type /XObject /Subtype /Form /BBox [129 698 142 709] /Resources << {resources} >> "
        f"/Length {len(content)} >>\nstream\n{content}\nendstream"
    )


LOOKS = (
    "null",
    _look("/ExtGState << /G << /BM /Multiply >> >>", "/G gs 1 1 0 rg 129 698 13 11 re f"),
    _look("", "1 1 0 rg 129 698 13 11 re f"),
    _look("", ""),
    _look("", "1 w 129 703 m 142 703 l S"),
    _look("", "0.4 w 129.2 698.2 12.6 10.6 re S"),
)


def _doubts(folder: Path, *notes: str, page: str = "") -> tuple[str, ...]:
    """The doubts of the middle cell; no other has any."""
    cells = read_cells(folder, pdf(grid(write("34")), notes, page, *LOOKS))
    assert len(cells) == 9
    middle = [cell for cell in cells if cell.text == "34"]
    assert {doubt for cell in cells if cell not in middle for doubt in cell.doubts} == set()
    return middle[0].doubts


@pytest.mark.parametrize(
    "note",
    [
        f"/Subtype /StrikeOut /Rect {DIGITS} {QUADS}",
        f"/Subtype /StrikeOut /Rect {DIGITS}",
        f"/Subtype /Squiggly /Rect {DIGITS} {RAISED}",
        f"/Subtype /Underline /Rect {DIGITS} {RAISED}",
        f"/Subtype /Underline /Rect {DIGITS} {QUADS} {OPAQUE}",
        f"/Subtype /Line /Rect {DIGITS} /L [0 0 1 1] /AP << /N 11 0 R >>",
        f"/Subtype /Square /Rect {DIGITS} /AP << /N 11 0 R >>",
        "/Subtype /Square /Rect [136 696 145 711]",
        f"/Subtype /Highlight /Rect {DIGITS} {QUADS} {OPAQUE}",
        f"/Subtype /FreeText /Rect {CELL} /Contents (99) /DA (/F 10 Tf)",
        "/Subtype /FreeText /Rect [145 695 165 715] /Contents (9) /DA (/F 10 Tf)",
        f"/Subtype /Stamp /Rect {CELL}",
        f"/Subtype /Redact /Rect {DIGITS}",
        f"/Subtype /Text /Rect {DIGITS}",
        f"/Subtype /Square /Rect {CELL} /IC [1 1 1]",
        f"/Subtype /Square /Rect {DIGITS}",
        "/Subtype /Circle /Rect [100 600 300 800] /IC [1 1 1]",
        "/Subtype /Line /Rect [40 690 240 710] /L [40 703 240 703]",
        "/Subtype /Ink /Rect [40 690 240 710] /InkList [[40 703 240 703]]",
        "/Subtype /PolyLine /Rect [40 690 240 710] /Vertices [40 703 139 703 139 703]",
        "/Subtype /Polygon /Rect [112 692 168 718] /Vertices [112 692 168 692 140 718] /IC [1 1 1]",
        f"/Subtype /Widget /FT /Tx /T (a) /Rect {CELL} /V (99)",
        f"/Subtype /Widget /FT /Tx /T (a) /Rect {CELL} {OPAQUE}",
        f"/Subtype /Unheard /Rect {CELL}",
    ],
)
def test_over_a_figure_it_is_doubted(tmp_path: Path, note: str) -> None:
    path = tmp_path / "hand.pdf"
    path.write_bytes(pdf(grid(write("34")), [note], "", *LOOKS))
    cells = read_cells(tmp_path, path.read_bytes())
    (middle,) = [cell for cell in cells if (cell.row, cell.column) == (1, 1)]
    assert "annotated" in middle.doubts
    assert "annotated" in DOUBTS


@pytest.mark.parametrize(
    "note",
    [
        f"/Subtype /Link /Rect {CELL}",
        f"/Subtype /Popup /Rect {CELL}",
        f"/Subtype /Underline /Rect {DIGITS} {QUADS}",
        f"/Subtype /Squiggly /Rect {DIGITS} {QUADS}",
        "/Subtype /Square /Rect [126 695 145 712]",
        "/Subtype /Square /Rect [126 695 145 712] /AP << /N 10 0 R >>",
        "/Subtype /Square /Rect [126 695 145 712] /AP << /N 12 0 R >>",
        f"/Subtype /Highlight /Rect {DIGITS} {QUADS}",
        f"/Subtype /Highlight /Rect {DIGITS} {QUADS} {MULTIPLIED}",
        f"/Subtype /StrikeOut /Rect {DIGITS} {QUADS} /F 2",
        f"/Subtype /FreeText /Rect {CELL} /Contents (99) /F 32",
        f"/Subtype /Widget /FT /Tx /T (a) /Rect {CELL}",
        f"/Subtype /Widget /FT /Sig /T (a) /Rect {CELL} /AP << /N 10 0 R >>",
        "/Subtype /Stamp /Rect [250 100 390 240]",
        "/Subtype /FreeText /Rect [260 695 300 715] /Contents (9) /DA (/F 10 Tf)",
        "/Subtype /Square /Rect [40 650 240 760]",
        "/Subtype /Square /Rect [110 690 170 720]",
        "/Subtype /Ink /Rect [20 20 380 780] /InkList [[20 780 20 20 380 20]]",
        "/Subtype /Line /Rect [20 20 380 780] /L [20 780 380 780]",
        "/Subtype /Polygon /Rect [40 650 240 760] /Vertices [40 650 240 650 240 760 40 760]",
    ],
)
def test_beside_figures_or_without_effect_it_is_nothing(tmp_path: Path, note: str) -> None:
    assert _doubts(tmp_path, note) == ()


@pytest.mark.parametrize(
    "page",
    [
        "/CropBox [30 40 390 790]",
        "/Rotate 90",
        "/Rotate 180",
        "/Rotate 270 /CropBox [30 40 390 790]",
    ],
)
def test_it_is_found_on_pages_that_are_cropped_or_turned(tmp_path: Path, page: str) -> None:
    struck = f"/Subtype /StrikeOut /Rect {DIGITS} {QUADS}"
    assert _doubts(tmp_path, struck, page=page) == ("annotated",)


def test_many_or_broken_ones_do_no_harm(tmp_path: Path) -> None:
    broken = ("/Subtype /Line", "/Subtype /Ink /InkList [[1]]", "/Subtype /Square /Rect [9]", "")
    assert _doubts(tmp_path, *broken, "/Subtype /Polygon /Vertices []") == ()


@pytest.mark.skipif(not can_read_pictures(), reason="needs the recogniser")
def test_on_a_scan_as_well(tmp_path: Path) -> None:
    from gongkai.form import forms
    from tasks.extract.pdf.page import opened
    from tasks.extract.picture.scan import Scan

    path = tmp_path / "scan.pdf"
    note = f"/Subtype /StrikeOut /Rect {DIGITS} {QUADS}"
    path.write_bytes(pdf(grid(write("34")), [note]))
    with opened(path) as document:
        ((_, grids),) = Scan(document).attempts(forms()["2021"], [1], [1])
    found = {(cell.row, cell.column): cell.doubts for cell in grids[0].cells}
    assert [place for place, doubts in found.items() if "annotated" in doubts] == [(1, 1)]
