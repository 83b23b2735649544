"""Agency and year by the text of a report whose title has none."""

from __future__ import annotations

import pytest

from tasks.reshape.own_words import agency_of_text, year_of_text

PERIOD = "本报告中所列数据的统计期限自2023年1月1日至2023年12月31日止。"


@pytest.mark.parametrize(
    "sentence",
    [
        "本报告由示例市教育局根据《中华人民共和国政府信息公开条例》编制。",
        "示例市教育局根据《中华人民共和国政府信息公开条例》的规定，编制本报告。",
        "现将示例市教育局2023年政府信息公开工作情况报告如下。",
    ],
)
def test_the_preface_says_whose_report_it_is(sentence: str) -> None:
    assert agency_of_text([f"政府信息公开工作年度报告\n{sentence}\n"]) == "示例市教育局"


def test_two_names_are_none() -> None:
    text = "本报告由示例市教育局编制。\n现将示例市财政局2023年政府信息公开工作情况报告如下。"
    assert agency_of_text([text]) is None


def test_the_period_of_the_statistics_is_the_year() -> None:
    assert year_of_text([f"{PERIOD}2023年，共收到申请3件。"]) == 2023


def test_a_period_that_was_left_from_the_year_before_is_not() -> None:
    assert year_of_text([f"{PERIOD}2024年，收到申请3件。2024年，办结3件。2024年工作。"]) is None


def test_years_of_notices_and_dates_alone_are_none() -> None:
    assert year_of_text(["2023年，共收到申请3件。"]) is None


def test_a_letterhead_or_a_signature_says_whose_report_it_is() -> None:
    signed = "2023年政府信息公开工作年度报告\n一、总体情况\n示例市教育局\n2024年1月25日\n"
    assert agency_of_text([signed]) == "示例市教育局"
    headed = "示例市教育局\n2023年政府信息公开工作年度报告\n一、总体情况\n市教育局\n2024年1月25日"
    assert agency_of_text([headed]) == "示例市教育局"
    other = "示例市教育局\n2023年政府信息公开工作年度报告\n示例市财政局\n2024年1月25日"
    assert agency_of_text([other]) is None
