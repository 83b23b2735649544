"""Pictures of the quality report: which rows they show, and that they cut through nothing."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from expectations.finding import Finding, Part
from gongkai.form import Form
from gongkai.report import Anchor, Box, Report
from tasks.picture import GREYS, PADDING, RED, SCALE, _boxed, _Part
from tasks.review.evidence import PAGE_WIDTH, pictures
from tasks.validate import key
from tests.tasks.test_release import report

TABLE = "applications"
LEFT, RIGHT, TOP, HEAD, ROW = 50.0, 550.0, 100.0, 60.0, 20.0


def _row(number: int) -> tuple[float, float]:
    top = TOP + HEAD + ROW * number
    return top, top + ROW


def _laid_out(form: Form, gap_after: str = "") -> Report:
    """A report whose table 三 stands on page 2, a row of 20 points per item below its head."""
    found = report(form, "甲县", 2023, 5)
    items = [item.code for item in form.table[TABLE].items if item.code != "3.6"]
    tops: dict[str, tuple[float, float]] = {}
    shift = 0.0
    for number, code in enumerate(items):
        top, foot = _row(number)
        tops[code] = (top + shift, foot + shift)
        shift += ROW if code == gap_after else 0.0
    foot = max(foot for _, foot in tops.values())
    figures = tuple(
        replace(f, page=2, box=(500.0, tops[f.item][0], 550.0, tops[f.item][1]))
        if f.table == TABLE and f.state != "absent"
        else f
        for f in found.reading.figures
    )
    anchors = tuple(
        Anchor(TABLE, code, 2, (LEFT, *at[:1], 300.0, at[1])) for code, at in tops.items()
    )
    reading = replace(
        found.reading, figures=figures, anchors=anchors,
        regions={TABLE: ((2, (LEFT, TOP, RIGHT, foot)),)},
    )  # fmt: skip
    return replace(found, reading=reading)


def _finding(found: Report, *items: str, places=()) -> Finding:
    parts = tuple(Part((TABLE, item, "total"), None, 1) for item in items)
    return Finding(
        key(found), "applications.balance", "error", "fail", "不平。", parts=parts, places=places
    )


def test_a_picture_is_cut_to_the_heading_and_the_rows_concerned(form: Form) -> None:
    found = _laid_out(form)
    (picture,) = pictures(found, _finding(found, "1", "2", "3.7", "4"))
    first, last = picture.bands
    assert first == (LEFT, TOP, RIGHT, _row(1)[1])
    assert last[3] - last[1] == 2 * ROW
    assert "只截取表头和所涉各行" in picture.caption
    whole = found.reading.regions[TABLE][0][1]
    assert sum(b[3] - b[1] for b in picture.bands) < 0.3 * (whole[3] - whole[1])


def test_a_heading_between_rows_is_shown_above_the_row_it_is_of(form: Form) -> None:
    found = _laid_out(form, gap_after="3.2")
    (picture,) = pictures(found, _finding(found, "3.3.2"))
    tops = [band[1] for band in picture.bands]
    assert tops == [TOP, _row(3)[1], _row(6)[0]]


def test_a_table_most_of_which_is_concerned_is_shown_whole(form: Form) -> None:
    found = _laid_out(form)
    every = [item.code for item in form.table[TABLE].items if item.code != "3.6"]
    (picture,) = pictures(found, _finding(found, *every))
    assert picture.bands == (found.reading.regions[TABLE][0][1],)
    assert "只截取" not in picture.caption


def test_the_alternative_text_has_caption_cells_and_numbers(form: Form) -> None:
    found = _laid_out(form)
    (picture,) = pictures(found, _finding(found, "1", "3.7"))
    assert picture.alt.startswith("表三（收到和处理政府信息公开申请情况），原文第 2 页")
    assert "红框内为“一、本年新收政府信息公开申请数量”行“总计”列 5；" in picture.alt
    assert "“（七）总计”行“总计”列 6" in picture.alt


def test_a_place_in_no_table_is_shown_in_its_whole_lines(form: Form) -> None:
    found = _laid_out(form)
    box: Box = (200.0, 30.0, 260.0, 42.0)
    (picture,) = pictures(found, _finding(found, places=((2, box),)))
    assert picture.bands == ((0.0, 18.0, PAGE_WIDTH, 54.0),)
    assert picture.alt == "原文第 2 页的截图"


WHITE, INK = GREYS - 1, 0


def _page() -> np.ndarray:
    """A page of 300 x 200 points: a heading close above a table of three rows with a merged label."""
    levels = np.full((round(200 * SCALE), round(300 * SCALE)), WHITE, dtype=np.uint8)

    def ink(x0: float, y0: float, x1: float, y1: float) -> None:
        levels[round(y0 * SCALE) : round(y1 * SCALE), round(x0 * SCALE) : round(x1 * SCALE)] = INK

    ink(50, 36, 150, 48)  # the heading, 2 points above the table
    for y in (50, 80, 110, 140):
        ink(120 if y in (80, 110) else 50, y, 250, y + 1)
    for x in (50, 120, 250):
        ink(x, 50, x + 1, 141)
    ink(60, 76, 110, 88)  # the first line of a label merged over the three rows
    for y in (60, 90, 120):
        ink(200, y, 210, y + 10)
    return levels


def test_the_upper_edge_of_a_table_does_not_cut_through_the_heading_above_it() -> None:
    part = _Part.of(_page(), (50.0, 50.0, 250.0, 140.0))
    assert 48 * SCALE <= part.top <= 50 * SCALE
    assert part.foot >= 141 * SCALE


def test_a_row_is_cut_where_no_label_is_cut_with_it() -> None:
    part = _Part.of(_page(), (50.0, 50.0, 250.0, 80.0))
    assert 88 * SCALE <= part.foot <= 90 * SCALE + 1


def test_bands_stand_one_below_the_other_with_their_boxes() -> None:
    bands = [(50.0, 50.0, 250.0, 80.0), (50.0, 110.0, 250.0, 140.0)]
    boxes = [(190.0, 52.0, 220.0, 78.0), (190.0, 112.0, 220.0, 138.0), (0.0, 0.0, 5.0, 5.0)]
    image = Image.open(io.BytesIO(_boxed(_page(), bands, boxes))).convert("RGB")
    assert image.height < 200 * SCALE * 0.75
    column = [
        image.getpixel((round((190 - 50) * SCALE) + PADDING + 3, y)) for y in range(image.height)
    ]
    runs = "".join("#" if pixel == RED else "." for pixel in column).split(".")
    assert len([run for run in runs if len(run) > 40]) == 2


@pytest.mark.parametrize("band", [(0.0, 0.0, 1e4, 5.0), (290.0, 190.0, 400.0, 400.0)])
def test_a_band_at_the_edge_of_the_page_ends_with_it(band) -> None:
    part = _Part.of(_page(), band)
    assert 0 <= part.left < part.right
    assert 0 <= part.top < part.foot <= round(200 * SCALE)
    assert _boxed(_page(), [band], [band])
