"""Lines of ink of a scanned cell: what speaks against reading them as one plain number."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from gongkai.report import GridCell
from tasks.extract.picture.cell import Part, cell_of
from tasks.extract.picture.ocr import Letters
from tasks.extract.picture.strip import strip_of

SCALE = 200 / 72
SIZE = (40, 260)


def _cell(
    text: str, *, gap: int = 0, at: int = 1, strike: bool = False, step: int = 16
) -> GridCell:
    """A cell with the digits of a text drawn in it.

    Args:
        text: digits, read rightly and surely.
        gap: more pixels before the digit `at`.
        at: see `gap`.
        strike: whether a line runs through them.
        step: pixels from digit to digit.
    """
    picture = np.full(SIZE, 255, np.uint8)
    x = 20
    for place, digit in enumerate(text):
        x += gap if place == at else 0
        cv2.putText(picture, digit, (x, 30), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 0, 2)
        x += step
    if strike:
        cv2.line(picture, (14, 22), (x + 6, 22), 0, 2)
    ink = picture < 150
    rows = np.flatnonzero(ink.any(axis=1))
    strip = strip_of(picture, ink, int(rows[0]), int(rows[-1]) + 1, 0, SCALE)
    part = Part(0, 0, 1, 1, (0.0, 0.0, 90.0, 15.0), (strip,), False)
    return cell_of(part, [Letters(text, 0.999, text, 0.999)])


@pytest.mark.parametrize("text", ["8", "12", "125", "2025", "1111", "4444", "70"])
def test_a_plain_number_is_not_doubted(text: str) -> None:
    assert _cell(text).doubts == ()


def test_digits_set_wide_but_evenly_are_one_number() -> None:
    assert _cell("12525", step=30).doubts == ()


@pytest.mark.parametrize(("text", "at", "gap"), [("125", 2, 16), ("2025", 2, 18), ("00", 1, 24)])
def test_a_gap_between_digits_is_a_doubt(text: str, at: int, gap: int) -> None:
    assert "apart" in _cell(text, at=at, gap=gap).doubts


@pytest.mark.parametrize("text", ["8", "12", "125131"])
def test_a_line_through_digits_is_a_doubt(text: str) -> None:
    assert "struck" in _cell(text, strike=True).doubts
