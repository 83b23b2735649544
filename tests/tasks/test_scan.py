"""Pictures of reports to exact figures, whatever the scanner did; and pictures of anything else."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import cv2
import numpy as np
import pytest

from gongkai.errors import ReadingError
from gongkai.form import forms
from gongkai.label import normalise
from gongkai.report import Anchor, Figure, Reading, Remark
from tasks.extract.pdf.page import opened
from tasks.extract.picture.ocr import numbers_of
from tasks.extract.picture.scan import Scan, upright_picture
from tasks.extract.picture.upright import straightened, upright
from tasks.extract.position import Position, displayed
from tasks.reshape.place import place
from tasks.reshape.recognise import assign, form_of
from tasks.reshape.title import find_title
from tasks.second.crop import printed_lines
from tests.press.canvas import print_canvas
from tests.press.gold import gold
from tests.press.random_reports import random_report
from tests.press.scan import Picture, Seal, compact, picture_pdf, scan
from tests.press.scan import Scan as Scanner

SHAPES = {
    "skewed, noise, seal": Scanner(
        dpi=150,
        encoding="jpeg",
        skew=1.1,
        noise=6,
        seals=(Seal(page=1, x=0.66, y=0.33, strength=0.4),),
    ),
}
"""A hard one; photographs, clean and turned pages are read by `make accuracy FAMILY=scan`."""


def _figures(path: Path) -> tuple[dict[tuple[str, str, str], Figure], set, Any]:
    """Figures by place, the cells something was remarked of, and the title."""
    with opened(path) as document:
        source = Scan(document)
        form = form_of(normalise("".join(source.texts)), forms())
        assert form is not None
        pages = range(1, source.pages + 1)
        ((_, grids),) = source.attempts(form, pages, pages)
        parts = assign(grids, form)
        placed = [place(table, parts[table.table]) for table in form.tables]
        title = find_title(list(source.head))
    figures = {(f.table, f.item, f.measure): f for part in placed for f in part.figures}
    remarked = {cell for part in placed for remark in part.remarks for cell in remark.cells}
    return figures, remarked, title


def _is_gold(figure: Figure, cell: Mapping[str, Any]) -> bool:
    value = None if cell["value"] is None else Decimal(cell["value"])
    return (figure.state, figure.value) == (cell["state"], value)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_figure_of_a_scan(tmp_path: Path, shape: str) -> None:
    report = compact(random_report(Random(5)))
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan(print_canvas(report), SHAPES[shape], seed=3))
    figures, remarked, title = _figures(path)
    cells = {(cell["table"], cell["item"], cell["measure"]): cell for cell in gold(report)}
    wrong = {key for key, cell in cells.items() if not _is_gold(figures[key], cell)}
    assert wrong == set()
    assert len(remarked) <= (12 if "seal" in shape else 2)
    assert (title.agency, title.year) == (report.agency, report.year)


def _pdf_of(path: Path, pixels: np.ndarray, size: tuple[float, float] | None = None) -> Path:
    height, width = pixels.shape[:2]
    data = zlib.compress(np.ascontiguousarray(pixels).tobytes())
    shown = size or (width * 72 / 200, height * 72 / 200)
    colours = "DeviceRGB" if pixels.ndim == 3 else "DeviceGray"
    path.write_bytes(picture_pdf([Picture(data, width, height, "FlateDecode", colours, 8, shown)]))
    return path


@pytest.mark.parametrize("kind", ["blank", "black", "noise", "photograph", "tiny"])
def test_what_is_no_document_says_nothing_and_breaks_nothing(tmp_path: Path, kind: str) -> None:
    rng = np.random.default_rng(7)
    pixels = {
        "blank": np.full((800, 600, 3), 255, np.uint8),
        "black": np.zeros((800, 600, 3), np.uint8),
        "noise": rng.integers(0, 255, (800, 600, 3), np.uint8),
        "photograph": cv2.resize(rng.integers(0, 255, (9, 7, 3), np.uint8), (600, 800)),
        "tiny": np.full((3, 2, 3), 200, np.uint8),
    }[kind]
    with opened(_pdf_of(tmp_path / "cat.pdf", pixels)) as document:
        source = Scan(document)
        assert len("".join(source.texts)) < 20
        assert len(source.head) < 5
        assert source.page(1).grids == []


def test_a_page_measured_in_pixels_is_a_sheet_all_the_same(tmp_path: Path) -> None:
    pixels = np.full((2339, 1654), 255, np.uint8)
    for x in (200, 700, 1200, 1454):
        cv2.line(pixels, (x, 300), (x, 500), 0, 2)
    for y in (300, 400, 500):
        cv2.line(pixels, (200, y), (1454, y), 0, 2)
    with opened(_pdf_of(tmp_path / "pixels.pdf", pixels, (1654, 2339))) as document:
        source = Scan(document)
        (grid,) = source.page(1).grids
        assert len(grid.cells) == 6
        reading = Reading(regions={"some": ((1, grid.box),)})
        ((_, box),) = displayed(reading, source.positions).regions["some"]
    assert np.abs(np.subtract(box, (200, 300, 1454, 500))).max() < 4


def test_a_picture_too_large_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    page = Picture(b"nothing", 19866, 28087, "FlateDecode", "DeviceRGB", 8, (2384, 3370))
    path = tmp_path / "large.pdf"
    path.write_bytes(picture_pdf([page]))
    with opened(path) as document, pytest.raises(ReadingError) as refused:
        _ = Scan(document).texts
    assert refused.value.reason == "picture_too_large"
    assert refused.value.details == {"page": 1, "size": 557, "limit": 200}


def _cell(text: str | None, draw=None) -> np.ndarray:
    """A page with a table of one row and two columns, the left one with a text or a mark."""
    page = np.full((400, 1200, 3), 255, np.uint8)
    for x in (100, 400, 700, 1100):
        cv2.line(page, (x, 100), (x, 200), (0, 0, 0), 2)
    for y in (100, 150, 200):
        cv2.line(page, (100, y), (1100, y), (0, 0, 0), 2)
    if text:
        cv2.putText(
            page, text, (200, 136), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (0, 0, 0), 2, cv2.LINE_AA
        )
    if draw:
        draw(page)
    return page


def _first_cell(tmp_path: Path, page: np.ndarray):
    with opened(_pdf_of(tmp_path / "cell.pdf", page)) as document:
        source = Scan(document)
        (grid,) = source.page(1).grids
        return grid.cells[0], source.has_ink(1, grid.cells[0].box)


@pytest.mark.parametrize("text", ["1", "0", "7", "11", "405", "1,234"])
def test_lone_digits_are_not_lost(tmp_path: Path, text: str) -> None:
    cell, inked = _first_cell(tmp_path, _cell(text))
    assert cell.text == text
    assert inked
    assert cell.again == cell.text


def test_a_dash_is_read_and_dirt_is_not(tmp_path: Path) -> None:
    cell, _ = _first_cell(
        tmp_path, _cell(None, lambda p: cv2.line(p, (240, 126), (264, 126), 0, 2))
    )
    assert cell.text == "—"
    cell, inked = _first_cell(tmp_path, _cell(None, lambda p: cv2.circle(p, (240, 126), 1, 0, -1)))
    assert (cell.text, inked) == ("", False)


def test_ink_that_is_no_text_is_doubted_or_no_number(tmp_path: Path) -> None:
    def scribble(page: np.ndarray) -> None:
        points = np.random.default_rng(4).integers((150, 108), (330, 142), (14, 2))
        cv2.polylines(page, [points.astype(np.int32)], False, (0, 0, 0), 2)

    cell, inked = _first_cell(tmp_path, _cell(None, scribble))
    assert inked
    assert "unsure" in cell.doubts or any(c.isalpha() for c in cell.text)


def test_a_number_under_a_seal_is_marked(tmp_path: Path) -> None:
    def seal(page: np.ndarray) -> None:
        red = page.copy()
        cv2.circle(red, (220, 180), 120, (210, 30, 40), 8)
        cv2.line(red, (150, 125), (290, 125), (210, 30, 40), 6)
        page[:] = np.minimum(page, red)

    cell, _ = _first_cell(tmp_path, _cell("405", seal))
    assert cell.text == "405"
    assert "stamped" in cell.doubts


def test_a_red_number_is_ink(tmp_path: Path) -> None:
    def red(page: np.ndarray) -> None:
        cv2.putText(page, "58", (200, 136), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (200, 20, 20), 2)

    cell, _ = _first_cell(tmp_path, _cell(None, red))
    assert cell.text == "58"


def _printed_page() -> np.ndarray:
    page = _cell("405")
    for line, text in enumerate(("Government information", "disclosure annual report", "12345678")):
        where = (150, 260 + 50 * line)
        cv2.putText(page, text, where, cv2.FONT_HERSHEY_SIMPLEX, 1, (0, 0, 0), 2, cv2.LINE_AA)
    return cv2.copyMakeBorder(page, 300, 300, 200, 200, cv2.BORDER_CONSTANT, value=(255,) * 3)


@pytest.mark.parametrize("skew", [-2.5, -0.8, 0.0, 0.4, 3.0])
def test_a_skewed_page_becomes_level_and_boxes_find_back(skew: float) -> None:
    page = _printed_page()
    turn = cv2.getRotationMatrix2D((page.shape[1] / 2, page.shape[0] / 2), skew, 1)
    skewed = cv2.warpAffine(page, turn, page.shape[1::-1], borderValue=(255,) * 3)
    straight, position = straightened(skewed, 200 / 72)
    assert straight.shape == page.shape
    off = np.abs(straight.astype(int) - page).mean()
    assert off < 2.0
    box = (150.0, 150.0, 220.0, 168.0)
    assert np.allclose(position.on_upright(position.on_page(box)), box, atol=0.1)


def test_boxes_of_a_turned_page_are_where_they_are_displayed() -> None:
    width, height = 400.0, 300.0
    quarter = Position(np.linalg.inv(np.array([[0.0, 1, 0], [-1, 0, width], [0, 0, 1]])))
    assert quarter.on_page((10, 20, 30, 60)) == (width - 60, 10, width - 20, 30)
    found = quarter.on_upright((width - 60, 10, width - 20, 30))
    assert np.allclose(found, (10, 20, 30, 60))
    del height


def test_everything_of_a_reading_is_moved_to_the_page_as_displayed(tmp_path: Path) -> None:
    page = np.ascontiguousarray(np.rot90(_printed_page(), 2))
    path = _pdf_of(tmp_path / "turned.pdf", page)
    with opened(path) as document:
        source = Scan(document)
        box = source.page(1).grids[0].cells[0].box
        figure = Figure("t", "i", "m", "number", Decimal(405), "件", "405", 1, box)
        reading = Reading(
            figures=(figure, replace(figure, page=None, box=None)),
            regions={"t": ((1, box),)},
            anchors=(Anchor("t", "i", 1, box),),
            remarks=(Remark("r", "m", places=((1, box),)),),
        )
        shown = displayed(reading, source.positions)
        assert shown.figures[0].box != box
        assert shown.figures[1].box is None
        boxes = {
            shown.figures[0].box,
            shown.regions["t"][0][1],
            shown.anchors[0].box,
            shown.remarks[0].places[0][1],
        }
        assert len(boxes) == 1
        image, position, scale = upright_picture(document, 1, 250 / 72)
        grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
        (line,) = printed_lines(grey, position.on_upright(boxes.pop()), scale)
    ((text, score),) = numbers_of([line])
    assert text == "405"
    assert score > 0.9


def test_the_same_picture_gives_the_same_reading() -> None:
    page = _printed_page()
    one, other = upright(page, 200 / 72), upright(page.copy(), 200 / 72)
    assert (one.clean == other.clean).all()
    assert (one.position.back == other.position.back).all()
