"""What the second reader's answer means for a figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from gongkai.confidence import agreement, confidence
from gongkai.report import Figure

NUMBER = Figure("applications", "1", "total", "number", Decimal(12), "件", "12", 1, (0, 0, 1, 1))
BLANK = replace(NUMBER, state="blank", value=None, raw="")
WORDS = replace(BLANK, raw="详见附件")
ABSENT = replace(BLANK, state="absent", page=None, box=None)


@pytest.mark.parametrize(
    ("figure", "second", "expected"),
    [
        (NUMBER, None, "unasked"),
        (NUMBER, "12", "agree"),
        (NUMBER, "１２件", "agree"),
        (NUMBER, "17", "differ"),
        (NUMBER, "", "differ"),
        (NUMBER, "1Z", "differ"),
        (BLANK, "", "agree"),
        (BLANK, "—", "agree"),
        (BLANK, "3", "differ"),
        (BLANK, "口", "differ"),
        (WORDS, "详见附什", "unasked"),
        (WORDS, "7", "differ"),
        (ABSENT, "3", "unasked"),
    ],
)
def test_agreement(figure: Figure, second: str | None, expected: str) -> None:
    assert agreement(replace(figure, second=second)) == expected


@pytest.mark.parametrize("second", ["1.452", "1，452", "1 452", "1’452", "1452—", "１．４５２"])
def test_marks_between_thousands_and_a_dash_behind_are_no_other_number(second: str) -> None:
    figure = replace(NUMBER, value=Decimal(1452), raw="1，452", second=second)
    assert agreement(figure) == "agree"


@pytest.mark.parametrize("second", ["1.45", "1.4520", "14.52", "—1452", "1.453", "1.452—3"])
def test_other_numbers_with_such_marks_differ(second: str) -> None:
    figure = replace(NUMBER, value=Decimal(1452), raw="1，452", second=second)
    assert agreement(figure) == "differ"


def test_where_decimals_are_possible_a_point_is_one() -> None:
    figure = replace(NUMBER, value=Decimal(1452), unit="万元", raw="1，452", second="1.452")
    assert agreement(figure) == "differ"


def test_a_change_written_in_words_is_the_same_number() -> None:
    figure = replace(NUMBER, value=Decimal(-8), raw="减8", second="-8")
    assert agreement(figure, signed=True) == "agree"


@pytest.mark.parametrize("reader", ["text", "ocr", "html", "docx"])
def test_agreeing_readers_are_surer_than_one_and_differing_ones_less(reader) -> None:
    both = confidence(reader, replace(NUMBER, second="12"))
    one = confidence(reader, NUMBER)
    differing = confidence(reader, replace(NUMBER, second="13"))
    assert 1 > both > one > 0.5 > differing > 0


def test_a_picture_read_once_is_as_sure_as_its_reader() -> None:
    assert confidence("ocr", replace(NUMBER, score=0.5)) < confidence("ocr", NUMBER) / 1.9
