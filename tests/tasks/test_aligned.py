"""Tables without rules between their columns: read by their words, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gongkai.form import Form
from gongkai.report import Grid
from tasks.extract.pdf.drawn import drawn, seen
from tasks.extract.pdf.page import opened
from tasks.extract.unruled.aligned import aligned
from tasks.extract.unruled.columns import are_alone, headed_spans, spans_of
from tasks.extract.unruled.phrases import Word, phrases, words_of
from tasks.reshape.place import place
from tasks.reshape.placing import Placed
from tasks.reshape.recognise import assign
from tests.tasks.test_place import applications, by_key, rules, value

FONT = "STSong-Light"
SIZE, LINE = 9.0, 22.0
LEFT, TOP, FIRST, WIDTH = 40.0, 780.0, 330.0, 34.0
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def _write(path: Path, rows: Sequence[Sequence[str | None]], skip: Sequence[int] = ()) -> None:
    """Print a table without rules: labels at the left, figures centred in their columns.

    Headings and labels wrap; `skip` are columns left out below the header.
    """
    canvas = Canvas(str(path), pagesize=(600, 840))
    canvas.setFont(FONT, SIZE)
    for row, texts in enumerate(rows):
        y = TOP - row * LINE - (8 if row else 0)
        for column, text in enumerate(texts):
            if not text or (row and column in skip):
                continue
            if column == 0:
                _wrapped(canvas, LEFT, y, text, 30, centred=False)
            else:
                _wrapped(canvas, FIRST + (column - 0.5) * WIDTH, y, text, 3, centred=True)
    canvas.save()


def _wrapped(canvas: Canvas, x: float, y: float, text: str, most: int, *, centred: bool) -> None:
    if text.isascii():
        canvas.drawCentredString(x, y, text)
        return
    parts = [text[i : i + most] for i in range(0, len(text), most)]
    for place_, part in enumerate(parts):
        level = y + (len(parts) - 1) * SIZE * 0.55 - place_ * SIZE * 1.1
        (canvas.drawCentredString if centred else canvas.drawString)(x, level, part)


def _read(path: Path, form: Form) -> list[Grid]:
    with opened(path) as document:
        carried: dict[str, list[float]] = {}
        return [
            grid
            for page in range(1, len(document) + 1)
            for grid in aligned(
                page, document.characters(page), seen(document, page).level, form, carried
            )
        ]


def _placed(path: Path, form: Form) -> Placed:
    return place(form.table["applications"], assign(_read(path, form), form)["applications"])


def test_a_table_without_rules(tmp_path: Path, form: Form) -> None:
    path = tmp_path / "none.pdf"
    _write(path, applications(form))
    placed = _placed(path, form)
    assert rules(placed) == []
    order = [item.code for item in form.table["applications"].items]
    assert value(placed, "3.4.2", "research") == order.index("3.4.2") * 10 + 2
    assert value(placed, "3.2", "total") == order.index("3.2") * 10 + 6


def test_a_column_without_figures_is_blank_and_the_others_stay(tmp_path: Path, form: Form) -> None:
    path = tmp_path / "blank.pdf"
    _write(path, applications(form), skip=(3, 5))
    placed = _placed(path, form)
    assert rules(placed) == []
    states = [figure.state for figure in placed.figures if figure.item == "1"]
    assert states == ["number", "number", "blank", "number", "blank", "number", "number"]
    assert value(placed, "1", "social_welfare") == 3


def _word(text: str, left: float, top: float = 0.0) -> Word:
    return Word((), text, text, (left, top, left + 5.0 * len(text), top + 7.0), 10.0)


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ([_word("12", 0), _word("34", 20)], False),
        ([_word("—", 0), _word("34", 20)], False),
        ([_word("12", 0), _word("34", 20, top=20)], True),
        ([_word("12", 0), _word("34", 60)], True),
        ([_word("12", 0), _word("件", 20)], True),
        ([_word("22", 0), _word("（其中修订16件）", 20)], True),
    ],
)
def test_two_figures_in_one_column_are_never_one(words: list[Word], alone: bool) -> None:
    assert are_alone([0.0, 50.0, 100.0], words) is alone


def test_a_row_of_figures_without_a_label_is_said(tmp_path: Path, form: Form) -> None:
    path = tmp_path / "orphan.pdf"
    rows = applications(form)
    rows[5] = [None, *rows[5][1:]]
    _write(path, rows)
    placed = _placed(path, form)
    item = form.table["applications"].items[4].code
    assert by_key(placed)[item, "total"].state == "absent"
    assert {"reading.missing_row", "reading.unlabelled_row"} <= set(rules(placed))


def test_boxes_hold_their_figures(tmp_path: Path, form: Form) -> None:
    path = tmp_path / "boxes.pdf"
    _write(path, applications(form))
    grids = _read(path, form)
    with opened(path) as document:
        chars = document.characters(1)
    for figure in place(form.table["applications"], grids).figures:
        if figure.box is None:
            continue
        x0, y0, x1, y1 = figure.box
        inside = [
            text
            for text, box in zip(chars.text, chars.box, strict=True)
            if x0 < (box[0] + box[2]) / 2 < x1 and y0 < (box[1] + box[3]) / 2 < y1
        ]
        assert "".join(inside).strip() == figure.raw


def test_a_label_over_several_lines_is_one_phrase(tmp_path: Path) -> None:
    path = tmp_path / "label.pdf"
    canvas = Canvas(str(path), pagesize=(300, 200))
    canvas.setFont(FONT, SIZE)
    for x, y, text in [
        (20, 150, "（二）部分公开（区分处"),
        (20, 139, "理的，只计这一情形）"),
        (150, 144, "12"),
        (200, 150, "社会"),
        (200, 139, "公益组织"),
        (240, 150, "社会"),
    ]:
        canvas.drawString(x, y, text)
    canvas.save()
    with opened(path) as document:
        words = words_of(document.characters(1))
    found, rest = phrases(words, {"二部分公开区分处理的只计这一情形", "社会公益组织", "公益组织"})
    assert sorted(phrase.label for phrase in found) == [
        "二部分公开区分处理的只计这一情形",
        "社会公益组织",
    ]
    assert sorted(word.text for word in rest) == ["12", "社会"]


Box = tuple[float, float, float, float]


def _boxes(*spans: tuple[float, float]) -> list[Box]:
    return [(left, 0.0, right, 1.0) for left, right in spans]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([(12, 18), (42, 48)], [(10, 20), (40, 50)]),
        ([(12, 18)], [(10, 20), (40, 50)]),
        ([(22, 28), (52, 58)], [(10, 28), (40, 58)]),
        ([(52, 58)], [(10, 20), (40, 58)]),
        ([(2, 8)], [(2, 20), (40, 50)]),
        ([(22, 28)], None),
        ([(15, 45)], None),
    ],
)
def test_columns_belong_to_one_heading_each(figures, expected) -> None:
    assert headed_spans(_boxes((10, 20), (40, 50)), _boxes(*figures)) == expected


def test_spans_over_each_other_are_one() -> None:
    assert spans_of(_boxes((1, 3), (2, 5), (5, 6))) == [(1, 5), (5, 6)]


def _dotted(canvas: Canvas) -> None:
    canvas.setDash(0.8, 1.6)


def _white(canvas: Canvas) -> None:
    canvas.setFillGray(0.85)
    canvas.rect(40, 640, 180, 90, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setStrokeGray(1)
    canvas.setLineWidth(1.5)


@pytest.mark.parametrize("style", [_dotted, _white])
def test_rules_only_to_be_seen(tmp_path: Path, style: Callable[[Canvas], None]) -> None:
    path = tmp_path / "drawn.pdf"
    canvas = Canvas(str(path), pagesize=(400, 800))
    style(canvas)
    for line in range(4):
        canvas.line(40, 640 + line * 30, 220, 640 + line * 30)
        canvas.line(40 + line * 60, 640, 40 + line * 60, 730)
    for place_ in range(9):
        canvas.drawString(65 + place_ % 3 * 60, 710 - place_ // 3 * 30, str(place_ + 1))
    canvas.save()
    with opened(path) as document:
        (grid,) = drawn({1: seen(document, 1)}, {1: document.characters(1)})
    assert [cell.text for cell in grid.cells] == [str(n) for n in range(1, 10)]
    assert {cell.doubts for cell in grid.cells} == {()}


@pytest.mark.parametrize(("text", "struck"), [("－631", False), ("669", True), ("669", False)])
def test_a_dash_is_no_strike_and_a_strike_is_one(tmp_path: Path, text: str, struck: bool) -> None:
    path = tmp_path / "dash.pdf"
    canvas = Canvas(str(path), pagesize=(400, 800))
    for line in range(3):
        canvas.line(40, 640 + line * 30, 160, 640 + line * 30)
        canvas.line(40 + line * 60, 640, 40 + line * 60, 700)
    canvas.setFont(FONT, 10)
    canvas.drawString(60, 680, text)
    if struck:
        canvas.line(59, 683.5, 77, 683.5)
    canvas.save()
    with opened(path) as document:
        (grid,) = drawn({1: seen(document, 1)}, {1: document.characters(1)})
    assert grid.cells[0].doubts == (("struck",) if struck else ())
