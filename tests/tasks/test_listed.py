"""Table 四 as a list: a kind of case, then its results below each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gongkai.form import Form
from tasks.reshape.place import place
from tests.tasks.test_place import by_key, grid, rules, value

RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
Rows = list[list[str | None]]


def _listed() -> Rows:
    rows: Rows = [["结果", "件数"]]
    for place_, item in enumerate(("行政复议", "未经复议直接起诉", "复议后起诉")):
        if place_ == 1:
            rows.append(["行政诉讼", None])
        rows.append([item, None])
        rows += [[result, str(10 * place_ + n)] for n, result in enumerate(RESULTS)]
    return rows


def test_a_list_is_read_by_its_headings(form: Form) -> None:
    rows = _listed()
    rows[3][1] = ""
    placed = place(form.table["review_litigation"], [grid(rows)])
    assert rules(placed) == []
    assert value(placed, "reconsideration", "upheld") == 0
    assert by_key(placed)["reconsideration", "corrected"].state == "blank"
    assert value(placed, "litigation_direct", "other") == 12
    assert value(placed, "litigation_after_reconsideration", "total") == Decimal(24)


@pytest.mark.parametrize("heading", ["上年度行政复议", "民事诉讼", "行政调解", "信访复查"])
def test_a_heading_that_is_another_thing_gives_nothing(form: Form, heading: str) -> None:
    rows = [[heading, None] if row[0] == "行政复议" else row for row in _listed()]
    placed = place(form.table["review_litigation"], [grid(rows)])
    assert value(placed, "reconsideration", "upheld") is None
    assert {"reading.unknown_row", "reading.missing_cell"} <= set(rules(placed))
    assert value(placed, "litigation_direct", "upheld") == 10


def test_two_lists_of_one_kind_are_refused(form: Form) -> None:
    rows = [["复议后起诉", None] if row[0] == "未经复议直接起诉" else row for row in _listed()]
    placed = place(form.table["review_litigation"], [grid(rows)])
    assert "reading.ambiguous_row" in rules(placed)
    assert value(placed, "litigation_direct", "total") is None
    assert value(placed, "litigation_after_reconsideration", "total") is None


@pytest.mark.parametrize("result", ["驳回申请", "撤销", "上年结果维持"])
def test_a_result_that_is_another_gives_nothing(form: Form, result: str) -> None:
    rows = _listed()
    rows[2][0] = result
    placed = place(form.table["review_litigation"], [grid(rows)])
    assert value(placed, "reconsideration", "upheld") is None
    assert "reading.unknown_row" in rules(placed)


def test_a_second_column_of_numbers_gives_nothing(form: Form) -> None:
    rows = [[row[0], row[1], row[1] and "7"] for row in _listed()]
    rows[0] = ["结果", "上年", "本年"]
    placed = place(form.table["review_litigation"], [grid(rows)])
    assert all(figure.value is None for figure in placed.figures)
