"""Digits of a text layer that the page does not show, or shows otherwise; and those it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tasks.pdf_parts import grid, pdf, read_cells, write

DARK_ROW = "0.12 0.22 0.39 rg 50 690 180 30 re f 0 g"
GLYPH = "<< /Length {0} >>\nstream\n{1}\nendstream"
BLANK, BAR = "600 0 0 0 500 700 d1", "600 0 0 0 500 700 d1 100 0 300 700 re f"


def _type3(glyph: str) -> tuple[str, str]:
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] "
        "/CharProcs << /one 8 0 R >> /Encoding << /Type /Encoding /Differences [49 /one] >> "
        "/FirstChar 49 /LastChar 49 /Widths [600] >>",
        GLYPH.format(len(glyph), glyph),
    )


def _doubts(folder: Path, middle: str, *more: str) -> tuple[str, ...]:
    cells = read_cells(folder, pdf(grid(middle), (), "", *more))
    (cell,) = [cell for cell in cells if (cell.row, cell.column) == (1, 1)]
    return cell.doubts


@pytest.mark.parametrize(
    "middle",
    [
        write("34", set_as="3 Tr"),
        write("34", set_as="7 Tr"),
        write("34", set_as="1 g"),
        "/OC /Off BDC " + write("34") + " EMC",
        "q 0 0 10 10 re W n " + write("34") + " Q",
        write("34") + " 1 g 125 695 30 20 re f 0 g",
        DARK_ROW + " 0.12 0.22 0.39 rg " + write("34"),
        "1 g 50 690 180 30 re f " + write("34"),
        write("34", set_as="1 Tr 1 G"),
    ],
)
def test_what_the_page_does_not_show_is_hidden(tmp_path: Path, middle: str) -> None:
    assert _doubts(tmp_path, middle) == ("hidden",)


@pytest.mark.parametrize(
    "middle",
    [
        write("34"),
        DARK_ROW + " 1 g " + write("34") + " 0 g",
        "0.45 g 50 690 180 30 re f 1 g " + write("34") + " 0 g",
        "0.9 g 50 690 180 30 re f 0 g " + write("34"),
        write("34", set_as="1 0 0 rg"),
        write("34", set_as="1 Tr"),
        write("34", set_as="4 Tr"),
        "q 100 600 100 200 re W n " + write("34") + " Q",
    ],
)
def test_what_the_page_shows_is_not_hidden(tmp_path: Path, middle: str) -> None:
    assert _doubts(tmp_path, middle) == ()


@pytest.mark.parametrize(
    ("path", "doubts"),
    [
        ("0 g 132 699 1.2 9 re f", ("struck",)),
        ("1 w 128 698 m 144 709 l S", ("struck",)),
        ("1 g 132 699 1.2 9 re f", ("struck",)),
        ("q 1 0 0 1 130 0 cm 2 699 1.2 9 re f Q", ("struck",)),
        ("0 g 132 699 1.2 9 re n", ()),
        ("0.5 w 128 698 16 11 re S", ()),
        ("0 g 128 696 16 1 re f", ()),
        ("0 g 148 699 1.2 9 re f", ()),
    ],
)
def test_digits_that_a_path_runs_through_are_struck(
    tmp_path: Path, path: str, doubts: tuple[str, ...]
) -> None:
    assert _doubts(tmp_path, write("34") + " " + path + " 0 g") == doubts
    assert _doubts(tmp_path, "0.9 g 132 699 1.2 9 re f 0 g " + write("34")) == ()


@pytest.mark.parametrize(
    ("matrix", "doubts"),
    [
        ("-1 0 0 1 142 700", ("turned",)),
        ("1 0 0 -1 130 708", ("turned",)),
        ("-1 0 0 -1 142 708", ("turned",)),
        ("0 1 -1 0 140 699", ("turned",)),
        ("1 0 0.2 1 130 700", ()),
    ],
)
def test_digits_that_do_not_lie_upright_are_doubted(
    tmp_path: Path, matrix: str, doubts: tuple[str, ...]
) -> None:
    found = _doubts(tmp_path, f"BT /F 10 Tf {matrix} Tm (34) Tj ET")
    assert tuple(doubt for doubt in found if doubt not in ("parted", "raised")) == doubts


def test_a_glyph_that_draws_nothing_is_hidden(tmp_path: Path) -> None:
    assert _doubts(tmp_path, write("11", font="T"), *_type3(BLANK)) == ("hidden",)
    assert _doubts(tmp_path, write("11", font="T"), *_type3(BAR)) == ()
