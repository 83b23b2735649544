"""Whose report it is."""

from __future__ import annotations

import pytest

from gongkai.report import Line
from tasks.reshape.title import find_title, mentions_report, parse_title, period_year


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        ("洪泽区人民政府2023年政府信息公开工作年度报告", "洪泽区人民政府", 2023),
        ("2023年度利通区人民政府信息公开工作年度报告", "利通区人民政府", 2023),
        ("2024年利通区人民政府政府信息公开工作年度报告", "利通区人民政府", 2024),
        ("示例市教育局关于2022年度政府信息公开工作年度报告", "示例市教育局", 2022),
        ("示例市教育局政府信息公开工作年度报告（2022年度）", "示例市教育局", 2022),
        ("示例市教育局政府信息公开2021年年度报告", "示例市教育局", 2021),
        ("示例市教育局二〇二三年政府信息公开工作年度报告", "示例市教育局", 2023),
        ("示例市公安局青禾分局2025年政府信息公开年报", "示例市公安局青禾分局", 2025),
        ("示例市教育局２０２４年政府信息公开工作年度报告", "示例市教育局", 2024),
        ("示例市⻘禾区⼈⺠政府2024年政府信息公开工作年度报告", "示例市青禾区人民政府", 2024),
        ("示例市教育局二Ο二四年政府信息公开工作年度报告", "示例市教育局", 2024),
        ("示例市教育局2024年政府信息公开工作年度报告（公开版）", "示例市教育局", 2024),
        ("2023年政府信息公开工作年度报告", None, 2023),
        ("示例市教育局政府信息公开工作年度报告", "示例市教育局", None),
    ],
)
def test_titles(title: str, agency: str | None, year: int | None) -> None:
    found = parse_title(title)
    assert (found.agency, found.year) == (agency, year)


@pytest.mark.parametrize("text", ["示例市2024年部门预算", "本报告由办公室编制。", "信息公开指南"])
def test_other_words_are_no_title(text: str) -> None:
    assert parse_title(text).text == ""


def _lines(*texts: tuple[str, float]) -> list[Line]:
    return [Line(text, size) for text, size in texts]


def test_a_title_over_several_lines_of_one_size() -> None:
    lines = _lines(
        ("附件2", 16), ("江苏省示例市青禾区住房和", 22), ("城乡建设局2023年政府信息", 22), ("公开工作年度报告", 22),
        ("本报告根据《条例》编制。", 16),
    )  # fmt: skip
    found = find_title(lines)
    assert (found.agency, found.year) == ("江苏省示例市青禾区住房和城乡建设局", 2023)


def test_a_title_of_the_size_of_the_text() -> None:
    lines = _lines(
        ("政府信息公开", 12),
        ("示例市教育局", 12),
        ("2023年政府信息公开工作年度报告", 12),
        ("一、总体情况", 12),
    )
    assert find_title(lines).agency is not None


def test_the_largest_letters_are_the_title() -> None:
    lines = _lines(
        ("示例市2024年政府信息公开年报", 9), ("公开", 22), ("示例市审计局", 22),
        ("2023年政府信息公开工作年度报告", 22),
    )  # fmt: skip
    found = find_title(lines)
    assert (found.agency, found.year) == ("示例市审计局", 2023)


def test_an_issue_number_is_no_year() -> None:
    lines = _lines(("2025年第3号", 14), ("示例市审计局政府信息公开工作年度报告", 14))
    found = find_title(lines)
    assert (found.agency, found.year) == ("示例市审计局", None)


def test_a_first_page_without_title() -> None:
    assert find_title(_lines(("目录", 16), ("一、总体情况", 16))).text == ""


def test_the_period_of_the_figures() -> None:
    text = "统计期限自 2023 年 1 月 1 日起至 2023 年 12 月 31 日止。"
    assert period_year(text) == 2023
    assert period_year("统计期限为2022年1月1日至12月31日") == 2022
    assert period_year("统计期限自2022年1月1日至2023年12月31日") is None
    assert period_year("2023年1月1日起施行") is None


def test_a_mention() -> None:
    assert mentions_report("现公布本局政府信息公开工作年度报告。")
    assert not mentions_report("现公布本局部门预算。")
