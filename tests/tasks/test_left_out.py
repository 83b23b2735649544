"""What an agency left out is told to it; what was lost in reading is ours."""

from __future__ import annotations

import pytest

from gongkai.form import Form
from tasks.reshape.in_pictures import in_pictures
from tasks.reshape.lines import Lines
from tasks.reshape.place import place
from tests.tasks.test_place import REVIEW_FEET, applications, disclosure, grid, numbers, rules


def test_a_row_that_is_not_printed_was_left_out(form: Form) -> None:
    rows = applications(form, skip=("3.6", "3.4.1"))
    placed = place(form.table["applications"], [grid(rows)], lines=Lines.of(["别的文字"]))
    assert rules(placed) == ["reading.missing_row"]


@pytest.mark.parametrize(
    "line", ["1.本机关不掌握相关政府信息 3 0 0", "1. 本机关不掌握相\n关政府信息"]
)
def test_a_row_that_is_printed_was_lost(form: Form, line: str) -> None:
    rows = applications(form, skip=("3.6", "3.4.1"))
    placed = place(form.table["applications"], [grid(rows)], lines=Lines.of([line]))
    assert rules(placed) == ["reading.lost_row"]


def test_a_table_of_which_nothing_is_printed_was_left_out(form: Form) -> None:
    table = form.table["review_litigation"]
    sentence = "四、政府信息公开行政复议、行政诉讼情况\n本年度未发生。"
    assert rules(place(table, [], lines=Lines.of([sentence]))) == ["reading.missing_table"]
    printed = "行政复议\n未经复议直接起诉\n复议后起诉\n结果维持"
    assert rules(place(table, [], lines=Lines.of([printed]))) == ["reading.lost_table"]


def test_a_picture_below_a_heading_may_be_the_table(form: Form) -> None:
    table = form.table["review_litigation"]
    placed = {table.table: place(table, [])}
    text = "三、别的\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题"
    for drawn, rule in (([2], "lost_table"), ([1], "missing_table"), ([3], "missing_table")):
        found = in_pictures(placed, form, text, drawn)
        assert rules(found[table.table]) == [f"reading.{rule}"], drawn


def test_a_column_that_no_row_has_was_left_out(form: Form) -> None:
    rows = [row[:-1] for row in applications(form)]
    placed = place(form.table["applications"], [grid(rows)])
    assert "reading.missing_column" in rules(placed)
    assert "reading.missing_cell" not in rules(placed)


def test_a_number_short_in_one_row_has_no_place(form: Form) -> None:
    rows = applications(form)
    rows[6] = [*rows[6][:-1], None]
    placed = place(form.table["applications"], [grid(rows)])
    assert "reading.missing_column" not in rules(placed)


def test_a_row_of_the_agencys_own_holds_nothing(form: Form) -> None:
    rows = disclosure()
    rows.append(["其他主动公开文件", "12", "0", "7"])
    placed = place(form.table["proactive_disclosure"], [grid(rows)])
    assert rules(placed) == ["reading.extra_row"]
    assert "“12”、“0”、“7”" in placed.remarks[0].message


@pytest.mark.parametrize("heading", ["2023年处理决定数量", "上年处理决定数量", "历年处理数量"])
def test_a_column_of_another_time_in_place_of_the_forms_is_not_left_out(
    form: Form, heading: str
) -> None:
    rows = [
        [heading if text == "本年处理决定数量" else text for text in row] for row in disclosure()
    ]
    placed = place(form.table["proactive_disclosure"], [grid(rows)], 2024)
    assert "reading.unknown_column" in rules(placed)
    assert "reading.missing_column" not in rules(placed)


def test_table_four_turned_is_read(form: Form) -> None:
    table = form.table["review_litigation"]
    heads = ["结果", "行政复议", "未经复议直接起诉", "复议后起诉"]
    results = [*REVIEW_FEET[:5]]
    rows = [heads] + [[str(name), *numbers(3, 3 * n)] for n, name in enumerate(results)]
    placed = place(table, [grid(rows)])
    assert rules(placed) == []
    values = {(f.item, f.measure): f.value for f in placed.figures}
    assert values["reconsideration", "upheld"] == 0
    assert values["litigation_after_reconsideration", "total"] == 14
