"""Chinese numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.numeral import NUMERALS, number_of, written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("25", 25),
        ("1,234", 1234),
        ("零", 0),
        ("〇", 0),
        ("十", 10),
        ("十二", 12),
        ("一十二", 12),
        ("两百", 200),
        ("三百零五", 305),
        ("一千零三", 1003),
        ("一万零一十二", 10_012),
        ("十二万", 120_000),
        ("九千九百九十九万九千九百九十九", 99_999_999),
    ],
)
def test_numbers(text: str, value: int) -> None:
    assert number_of(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "二三", "一百二", "百", "百千", "零零", "三百十二", "一万万", "1,23", "-3", "三件", "壹"],
)
def test_what_may_be_another_number_is_none(text: str) -> None:
    assert number_of(text) is None


@given(st.integers(0, 99_999_999))
def test_a_number_comes_back(number: int) -> None:
    assert number_of(written(number)) == number


@given(st.text(NUMERALS, max_size=12))
def test_numerals_are_one_number_or_none(text: str) -> None:
    number = number_of(text)
    plain = text.replace("两", "二").replace("〇", "零")
    assert number is None or written(number) in (plain, f"一{plain}")
