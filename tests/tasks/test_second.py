"""The second reader: what it is asked, what it sees, and what its answer does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import numpy as np
import pytest

import tasks.extract.word.again as word_again
from gongkai.report import Anchor, Figure, Reading, Second
from tasks.one import again
from tasks.read import read
from tasks.second.anchors import out_of_place
from tasks.second.choose import chosen
from tasks.second.crop import printed_lines
from tasks.second.look import look
from tasks.second.settle import is_lying, place_of, settled
from tests.press.canvas import print_canvas
from tests.press.random_reports import random_report
from tests.press.web_pages import html_shapes
from tests.press.word_files import word_shapes

CASE = ("applications", "1", "total")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Reading]:
    """An ordinary report and its first reading."""
    path = tmp_path_factory.mktemp("second") / "a.pdf"
    path.write_bytes(print_canvas(random_report(Random(4), plain=True)))
    return path, read(path)


def changed(reading: Reading, cell: tuple[str, str, str], **fields: object) -> Reading:
    """The reading with one figure other than it was read."""
    figures = tuple(
        replace(f, **fields) if (f.table, f.item, f.measure) == cell else f  # type: ignore[arg-type]
        for f in reading.figures
    )
    return replace(reading, figures=figures)


def rules(reading: Reading) -> set[str]:
    return {remark.rule for remark in reading.remarks}


def test_a_good_reading_is_confirmed(printed: tuple[Path, Reading]) -> None:
    path, reading = printed
    twice = again(path, reading, share=1.0)
    there = [f for f in twice.figures if f.state != "absent"]
    assert all(f.second is not None for f in there)
    assert twice.remarks == reading.remarks
    assert not is_lying(twice)


def test_a_misread_digit_is_a_disagreement(printed: tuple[Path, Reading]) -> None:
    path, reading = printed
    value = next(f.value for f in reading.figures if (f.table, f.item, f.measure) == CASE)
    wrong = changed(reading, CASE, value=value + 1, raw=str(value + 1))
    twice = again(path, wrong, share=0.0)
    (remark,) = [r for r in twice.remarks if r.rule == "reading.disagreement"]
    assert remark.cells == (CASE,)
    assert f"“{value + 1}”" in remark.message
    assert f"“{value}”" in remark.message


def test_a_number_read_as_blank_is_a_disagreement(printed: tuple[Path, Reading]) -> None:
    path, reading = printed
    wrong = changed(reading, CASE, value=None, state="blank", raw="")
    assert "reading.disagreement" in rules(again(path, wrong, share=0.0))


def test_many_disagreements_are_a_lying_text_layer(printed: tuple[Path, Reading]) -> None:
    path, reading = printed
    figures = tuple(
        replace(f, value=f.value + 1, raw=str(f.value + 1)) if f.value is not None else f
        for f in reading.figures
    )
    assert is_lying(again(path, replace(reading, figures=figures), share=0.0))


def test_totals_and_what_nothing_guards_are_always_asked(printed: tuple[Path, Reading]) -> None:
    _, reading = printed
    asked = {(f.table, f.item, f.measure) for f in chosen({"x": reading}, 0.0)["x"]}
    assert ("proactive_disclosure", "licensing", "decisions") in asked
    assert ("review_litigation", "reconsideration", "total") in asked
    assert ("applications", "3.1", "natural_person") not in asked
    assert all(f.state != "absent" for f in chosen({"x": reading}, 1.0)["x"])
    everything = chosen({"x": replace(reading, reader="ocr")}, 0.0)["x"]
    assert len(everything) > 2 * len(asked)


def test_a_figure_from_another_row_is_out_of_place(printed: tuple[Path, Reading]) -> None:
    _, reading = printed
    assert list(out_of_place(reading)) == []
    cells = {(f.table, f.item, f.measure): f for f in reading.figures}
    other = cells["applications", "3.1", "business"]
    wrong = changed(reading, ("applications", "2", "business"), page=other.page, box=other.box)
    (remark,) = out_of_place(wrong)
    assert remark.cells == (("applications", "2", "business"),)


def test_rows_that_changed_places_are_out_of_order(printed: tuple[Path, Reading]) -> None:
    _, reading = printed
    swap = {"3.3.1": "3.3.2", "3.3.2": "3.3.1"}
    anchors = tuple(
        Anchor(a.table, swap.get(a.code, a.code), a.page, a.box) if a.table == "applications" else a
        for a in reading.anchors
    )
    figures = tuple(
        replace(f, item=swap.get(f.item, f.item)) if f.table == "applications" else f
        for f in reading.figures
    )
    (remark,) = out_of_place(replace(reading, anchors=anchors, figures=figures))
    assert remark.rule == "reading.row_order"
    assert {item for _, item, _ in remark.cells} == {"3.3.1", "3.3.2"}


def test_a_figure_from_another_column_is_out_of_place(printed: tuple[Path, Reading]) -> None:
    _, reading = printed
    cells = {(f.table, f.item, f.measure): f for f in reading.figures}
    other = cells["applications", "3.1", "research"]
    wrong = changed(reading, ("applications", "3.1", "business"), page=other.page, box=other.box)
    assert {r.rule for r in out_of_place(wrong)} == {"reading.out_of_place"}


def test_cells_of_a_web_page_that_changed_places_are_out_of_place(tmp_path: Path) -> None:
    specimen = next(html_shapes())
    path = tmp_path / "a.html"
    path.write_bytes(specimen.content)
    reading = read(path)
    assert list(out_of_place(reading)) == []
    cells = {(f.table, f.item, f.measure): f for f in reading.figures}
    one, other = ("applications", "2", "business"), ("applications", "2", "total")
    swapped = changed(reading, one, pointer=cells[other].pointer)
    swapped = changed(swapped, other, pointer=cells[one].pointer)
    assert {cell for r in out_of_place(swapped) for cell in r.cells} == {one, other}
    below = ("applications", "3.1", "business")
    moved = changed(reading, one, pointer=cells[below].pointer)
    assert one in {cell for r in out_of_place(moved) for cell in r.cells}


def test_a_doubt_that_is_only_unsureness_goes_when_both_agree(printed) -> None:
    _, reading = printed
    figure = next(f for f in reading.figures if (f.table, f.item, f.measure) == CASE)
    from gongkai.report import Remark

    doubt = Remark("reading.unsure", "不清。", "applications", (CASE,))
    raised = Remark("reading.doubtful_number", "有注释号。", "applications", (CASE,))
    doubted = replace(reading, remarks=(doubt, raised))
    assert rules(settled(doubted, {place_of(figure): Second(figure.raw, "pixels")})) == {
        "reading.doubtful_number"
    }
    assert rules(settled(doubted, {})) == {"reading.unsure", "reading.doubtful_number"}


def test_a_word_file_too_large_for_the_second_reader_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    specimen = next(word_shapes())
    path = tmp_path / "report.docx"
    path.write_bytes(specimen.content)
    reading = read(path)
    assert "reading.read_once" not in rules(again(path, reading, share=0.0))
    monkeypatch.setattr(word_again, "_LARGEST", 1000)
    held = again(path, reading, share=0.0)
    (remark,) = [remark for remark in held.remarks if remark.rule == "reading.read_once"]
    assert len(remark.cells) == sum(f.state != "absent" for f in reading.figures)


Paint = Callable[[np.ndarray], None]


def _cell(paint: Paint) -> np.ndarray:
    """A page of 100 × 60 points at 2 pixels a point with a ruled cell on it."""
    page = np.full((120, 200), 255, np.uint8)
    page[20:22, 20:180] = page[100:102, 20:180] = 0
    page[20:102, 20:22] = page[20:102, 178:180] = 0
    paint(page)
    return page


BOX = (10.5, 10.5, 89.5, 50.5)


def test_an_empty_cell_has_no_lines_whatever_its_rules() -> None:
    assert printed_lines(_cell(lambda _: None), BOX, 2) == []
    shifted = (9.0, 9.5, 88.5, 51.5)
    assert printed_lines(_cell(lambda _: None), shifted, 2) == []


def test_lines_are_cut_apart_and_specks_are_none() -> None:
    def paint(page: np.ndarray) -> None:
        page[40:56, 90:98] = 0
        page[70:86, 90:98] = 0
        page[60, 60] = 0

    upper, lower = printed_lines(_cell(paint), BOX, 2)
    assert upper.shape == lower.shape
    assert upper.min() == 0


def _digit(page: np.ndarray, left: int) -> None:
    """Something as large as a digit: 7 points high and 4 wide."""
    page[50:64, left : left + 8] = 0


@pytest.mark.parametrize(
    "remains",
    [
        (slice(30, 36), slice(26, 28)),
        (slice(52, 58), slice(172, 174)),
        (slice(22, 28), slice(120, 121)),
    ],
    ids=["at the left side", "at the right side", "between"],
)
def test_a_low_thin_stroke_beside_a_number_is_no_digit(remains: tuple[slice, slice]) -> None:
    def paint(page: np.ndarray) -> None:
        _digit(page, 90)
        page[remains] = 0

    def alone(page: np.ndarray) -> None:
        _digit(page, 90)

    found, expected = (printed_lines(_cell(each), BOX, 2) for each in (paint, alone))
    assert [line.shape for line in found] == [line.shape for line in expected]


@pytest.mark.parametrize(
    "stroke",
    [
        (slice(50, 64), slice(84, 86)),
        (slice(56, 58), slice(80, 86)),
        (slice(50, 60), slice(84, 86)),
    ],
    ids=["a one", "a minus", "most of a one"],
)
def test_a_stroke_as_high_as_a_digit_or_level_is_read(stroke: tuple[slice, slice]) -> None:
    def paint(page: np.ndarray) -> None:
        _digit(page, 90)
        page[stroke] = 0

    (line,) = printed_lines(_cell(paint), BOX, 2)
    (alone,) = printed_lines(_cell(lambda page: _digit(page, 90)), BOX, 2)
    assert line.shape[1] > alone.shape[1]


def test_a_one_in_two_pieces_beside_a_digit_is_read() -> None:
    def paint(page: np.ndarray) -> None:
        _digit(page, 90)
        page[50:56, 84:86] = page[58:64, 84:86] = 0

    (line,) = printed_lines(_cell(paint), BOX, 2)
    (alone,) = printed_lines(_cell(lambda page: _digit(page, 90)), BOX, 2)
    assert line.shape[1] > alone.shape[1]


def test_dashes_of_a_rule_that_runs_through_a_cell_are_no_digits() -> None:
    def paint(page: np.ndarray) -> None:
        _digit(page, 90)
        for top in range(24, 100, 10):
            page[top : top + 6, 40:42] = 0

    (line,) = printed_lines(_cell(paint), BOX, 2)
    (alone,) = printed_lines(_cell(lambda page: _digit(page, 90)), BOX, 2)
    assert line.shape == alone.shape


def test_a_dark_cell_has_its_own_paper() -> None:
    def paint(page: np.ndarray) -> None:
        page[22:100, 22:178] = 150
        page[50:66, 90:98] = 10

    (line,) = printed_lines(_cell(paint), BOX, 2)
    assert line.max() == 150


def test_nothing_can_be_said_of_a_cell_that_is_not_there(printed: tuple[Path, Reading]) -> None:
    path, _ = printed
    outside = {"key": "k", "page": 1, "box": (9000.0, 9000.0, 9010.0, 9010.0), "pointer": ""}
    assert look(path, "text", [outside], {}) == {"k": Second("", "pixels")}


def test_places_are_keys(printed: tuple[Path, Reading]) -> None:
    figure = printed[1].figures[0]
    assert place_of(figure).startswith(f"{figure.page}:")
    web = Figure("t", "i", "m", "number", Decimal(1), "件", "1", None, None, "table[1]/tr[2]/td[3]")
    assert place_of(web) == "table[1]/tr[2]/td[3]"
