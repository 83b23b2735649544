"""Headings, rows and lines of another year than the report's."""

from __future__ import annotations

import pytest

from gongkai.form import forms
from tasks.reshape.recognise import rows_of
from tasks.reshape.years import headings_of_others, is_of_another_time, without_own

LABELS = frozenset[str]().union(*(rows_of(table) for table in forms()["2021"].tables))
TITLE = "示例市某局2023年政府信息公开工作年度报告"
OLD = "示例市某局2022年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("本年处理决定数量", False),
        ("2023年处理决定数量", False),
        ("23年处理决定数量", False),
        ("2022年处理决定数量", True),
        ("22年处理决定数量", True),
        ("上期处理决定数量", True),
        ("历年累计", True),
    ],
)
def test_columns_of_another_time(path: str, other: bool) -> None:
    assert is_of_another_time(path, 2023) is other
    assert is_of_another_time("2022年处理决定数量", None) is False


def test_the_reports_own_year_says_nothing() -> None:
    assert without_own("2023年处理决定数量", 2023) == "处理决定数量"
    assert without_own("2022年处理决定数量", 2023) == "2022年处理决定数量"
    assert without_own("2022年处理决定数量", None) == "2022年处理决定数量"


def _found(*lines: str) -> list[str]:
    return [line for _, line in headings_of_others(["\n".join(lines)], 2023, LABELS)]


def test_another_years_report_or_table_above_rows_is_found() -> None:
    text = ("根据条例编制本报告。", "一、总体情况", "本年收到申请5件。")
    assert _found(TITLE, *text, "（一）予以公开 5", OLD, "行政许可 77") == [OLD]
    assert _found(TITLE, *text, "附：2022年数据", "行政许可", "77") == ["附:2022年数据"]


def test_links_and_sentences_are_none() -> None:
    assert _found(OLD, TITLE, "行政许可 77", OLD) == []
    assert _found(TITLE, f"上一篇：{OLD}", "行政许可 77") == []
    assert _found(TITLE, "比2022年增长三成的数据", "行政许可 77") == []
    assert _found(TITLE, "2022年，我局公开的各类数据", "行政许可 77") == []
    assert _found(OLD, "没有表格") == []


def test_a_list_of_links_is_none_wherever_it_stands() -> None:
    others = [TITLE.replace("2023", str(year)) for year in (2025, 2024, 2023, 2022, 2021)]
    assert _found(*others, "行政许可 77") == []
    dated = [line for title in others for line in (title, "2024-01-10")]
    assert _found(TITLE, "正文", *dated, "行政许可 77") == []
