"""Units beside labels and in the text."""

from __future__ import annotations

import pytest

from gongkai.unit import printed_unit, said_units, short_unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("本年收费金额（单位：万元）", "万元"),
        ("本年收费金额/元", "元"),
        ("本年收费金额（人民币：元）", "元"),
        ("本年收费金额（元人民币）", "元"),
        ("本年收费金额 元", "元"),
        ("本年收费金额（以元为单位）", "元"),
        ("单位：件、项、万元采购总金额", "万元"),
        ("本年收费金额", ""),
    ],
)
def test_the_unit_of_an_amount_stands_anywhere_in_its_heading(text: str, unit: str) -> None:
    assert printed_unit(text, "万元") == unit


def test_a_count_has_the_unit_in_brackets_alone() -> None:
    assert printed_unit("单位：件、项、万元 本年制发件数") == "件"
    assert printed_unit("政府网站公开数") == ""


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("（单位：万元）", {"万元"}),
        ("单位：元 信息内容", {"元"}),
        ("注：收费金额单位为元。", {"元"}),
        ("以万元为单位", {"万元"}),
        ("单位：件、万元", {"万元"}),
        ("全年收取费用1200元，均已上缴。各单位收费3元", set()),
    ],
)
def test_what_a_text_says_its_amounts_are_in(text: str, units: set[str]) -> None:
    assert said_units(text) == units


@pytest.mark.parametrize(
    ("text", "unit"), [("元/年", "元"), ("元。", "元"), ("万元", "万元"), ("元旦放假三天", "")]
)
def test_a_short_cell_with_a_unit(text: str, unit: str) -> None:
    assert short_unit(text) == unit
