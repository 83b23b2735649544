"""Printed figures: numbers, blanks and refusals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.number import LARGEST, fitting, parse, plain, whole


@pytest.mark.parametrize(
    ("raw", "value", "unit"),
    [
        ("0", "0", ""),
        ("22", "22", ""),
        ("１２", "12", ""),
        ("1,234", "1234", ""),
        ("1，234，567", "1234567", ""),
        ("12件", "12", "件"),
        ("22（其中修订16件）", "22", ""),
        ("2317.8万元", "2317.8", "万元"),
        ("59237.2449", "59237.2449", ""),
        ("-8", "-8", ""),
        ("－8", "-8", ""),
        ("〇", "0", ""),
        ("125000（元）", "125000", "元"),
        ("125（千元）", "125", "千元"),
        ("5（万件）", "5", "万件"),
        ("22（件）", "22", "件"),
        ("5万件", "5", "万件"),
        ("30（含调解2件）", "30", ""),
    ],
)
def test_numbers(raw: str, value: str, unit: str) -> None:
    printed = parse(raw)
    assert (printed.state, printed.value, printed.unit) == ("number", Decimal(value), unit)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("-8", "-8"),
        ("－8", "-8"),
        ("减8", "-8"),
        ("减少8项", "-8"),
        ("--253", "-253"),
        ("－－253", "-253"),
        ("增3", "3"),
        ("+3", "3"),
        ("0", "0"),
    ],
)
def test_changes(raw: str, value: str) -> None:
    printed = parse(raw, signed=True)
    assert (printed.state, printed.value) == ("number", Decimal(value))


@pytest.mark.parametrize("raw", ["减8", "增3", "--253"])
def test_only_a_change_is_written_in_words(raw: str) -> None:
    assert parse(raw).state == "unclear"


@pytest.mark.parametrize(
    "raw",
    ["8（减）", "8（减少8项）", "8（负数）", "8（增加）", "3（单位万）", "20（约）", "9（上年）"],
)
def test_a_remark_that_may_turn_a_number_makes_it_unclear(raw: str) -> None:
    assert parse(raw, signed=True).state == "unclear"


@pytest.mark.parametrize("raw", ["减-8", "增/减", "增3减2", "减"])
def test_unclear_changes(raw: str) -> None:
    assert parse(raw, signed=True).state == "unclear"


@pytest.mark.parametrize("raw", ["", " ", "/", "／", "—", "——", "－", "-", "_", "无", "N/A", "\n"])
def test_blanks_are_not_zero(raw: str) -> None:
    assert parse(raw).state == "blank"
    assert parse(raw).value is None


@pytest.mark.parametrize(
    "raw",
    [
        "详见附件",
        "1,23",
        "12,34,567",
        "5（2）",
        "5①",
        "5²",
        "约12",
        "1/2",
        "12.5.1",
        "12%",
        "一",
        "3、4",
    ],
)
def test_what_is_not_understood_is_refused(raw: str) -> None:
    assert parse(raw).state == "unclear"
    assert parse(raw).value is None


def test_white_space_between_digits_is_told() -> None:
    assert parse("1 2").spaced
    assert not parse(" 12 件").spaced


@given(st.integers(0, LARGEST), st.sampled_from(["{}", "{:,}", "{}件", " {} ", "{:,}件"]))
def test_a_count_comes_back(count: int, style: str) -> None:
    assert parse(style.format(count)).value == count


@given(st.decimals(0, 10**9, places=10))
def test_an_amount_comes_back_and_is_published_exactly(amount: Decimal) -> None:
    printed = parse(f"{plain(amount)}万元")
    assert printed.value == amount
    assert fitting(amount) == amount


@given(st.text(max_size=12))
def test_no_text_is_a_number_unless_it_says_one(raw: str) -> None:
    printed = parse(raw)
    assert (printed.value is not None) == (printed.state == "number")
    if printed.state == "number":
        assert any(c.isdigit() or c in "〇零" for c in raw)


def test_a_count_with_a_fraction_or_too_many_digits_is_no_count() -> None:
    assert whole(Decimal("12.5")) is None
    assert whole(Decimal("12.0")) == 12
    assert whole(Decimal(LARGEST * 10)) is None
    assert fitting(Decimal(LARGEST * 10)) is None


def test_what_does_not_fit_its_column_is_never_rounded() -> None:
    assert fitting(Decimal("4166.2416190001")) == Decimal("4166.2416190001")
    assert fitting(Decimal("4166.24161900011")) is None


@pytest.mark.parametrize(
    ("raw", "value"),
    [("↑16", 16), ("↓ 34", -34), ("—8", -8), ("增加3", 3), ("下降2", -2), ("减4", -4), ("+43", 43)],
)
def test_a_change_may_have_its_sign_in_other_ways_and_nothing_else_may(
    raw: str, value: int
) -> None:
    assert parse(raw, signed=True).value == value
    assert parse(raw).state == "unclear" or raw == "+43"


@pytest.mark.parametrize("raw", ["1’452", "1'452", "1，452", "1,452", "１４５２"])
def test_thousands_are_set_apart_in_several_ways(raw: str) -> None:
    assert parse(raw).value == 1452


@pytest.mark.parametrize("raw", ["12’34", "1’45", "增3减25", "↑", "3,6"])
def test_what_is_no_thousands_and_no_change_is_unclear(raw: str) -> None:
    assert parse(raw, signed=True).state == "unclear"
