"""What a cell's lines of ink say, and whether that is doubted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.number import parse
from gongkai.report import Box, GridCell
from tasks.extract.picture.ocr import Letters, letters_of
from tasks.extract.picture.strip import Strip

SURE = 0.9
"""A number read with a lower score is doubted."""

NUMBER = 0.5
"""A line is a number where that is more likely than everything else it could be."""

LONG_LINE = 4.5
"""A line so many times longer than high is words, which are read squeezed."""

LABEL_SQUEEZE = 0.7
"""Labels are read this much narrower."""

SURE_LABEL = 0.95
"""A squeezed label with a lower score is read again as it is: coarse scans lose 三 and 一."""

MOST_PATCHES = 3
"""Patches of ink beside each other in one Chinese letter, at most (件 has two)."""

NARROW_DIGIT = 0.22
"""Width of the narrowest digits as a share of their height: less ink is fewer digits."""


SPREAD, LEAST_STEP = 1.7, 0.6
"""No step from digit to digit is so many times the usual one, which is at least this share of
their height."""

LONE_STEP = 1.6
"""The step between two digits alone, as a share of their height: of full-width ones it is 1.43."""

STRUCK, STRUCK_THROUGH = 0.95, 1.1
"""A level stroke that is longer, as a share of the height, strikes out one digit, or several."""

FOUR = 0.85
"""The bars of neighbouring fours join: a stroke through each is no longer than this."""


@dataclass(frozen=True)
class Part:
    """A cell before it is read."""

    row: int
    column: int
    row_end: int
    column_end: int
    box: Box
    strips: tuple[Strip, ...]
    stamped: bool


def read_strips(strips: Sequence[Strip]) -> list[Letters]:
    """Read strips, long ones squeezed; whatever may be a long number is read as it is."""
    long = [strip.picture.shape[1] > LONG_LINE * strip.picture.shape[0] for strip in strips]
    squeezed = iter(
        letters_of(
            [s.picture for s, is_long in zip(strips, long, strict=True) if is_long], LABEL_SQUEEZE
        )
    )
    quick = [next(squeezed) if is_long else None for is_long in long]
    asked = [
        letters is None or letters.number_score >= NUMBER or letters.score < SURE_LABEL
        for letters in quick
    ]
    whole = iter(
        letters_of([s.picture for s, is_asked in zip(strips, asked, strict=True) if is_asked])
    )
    found = []
    for letters, is_asked in zip(quick, asked, strict=True):
        if is_asked:
            found.append(next(whole))
        else:
            assert letters is not None
            found.append(letters)
    return found


def cell_of(part: Part, read: Sequence[Letters]) -> GridCell:
    """A cell with the text of its lines, and what is doubted of it."""
    chosen = [_chosen(letters) for letters in read]
    texts = tuple(text for text, _ in chosen)
    whole = "".join(texts)
    score = min((score for _, score in chosen), default=1.0)
    doubts = []
    if part.strips and (not whole or parse(whole, signed=True).state != "unclear"):
        lines = list(zip(texts, part.strips, strict=True))
        odd = any(_is_odd(text, strip) for text, strip in lines)
        if odd or score < SURE or not whole:
            doubts.append("unsure")
        if part.stamped:
            doubts.append("stamped")
        if any(_is_apart(text, strip) for text, strip in lines):
            doubts.append("apart")
        if any(_is_struck(text, strip) for text, strip in lines):
            doubts.append("struck")
    return GridCell(
        part.row,
        part.column,
        part.row_end,
        part.column_end,
        part.box,
        texts,
        tuple(round(strip.middle, 2) for strip in part.strips),
        whole,
        tuple(doubts),
        score=score,
    )


def _chosen(letters: Letters) -> tuple[str, float]:
    """The text of a line: as a number where it may be one."""
    if letters.number_score >= NUMBER:
        return letters.number, letters.number_score
    return letters.text, letters.score


def _is_odd(text: str, strip: Strip) -> bool:
    """Whether a number has fewer digits than patches of ink, or more than there is room for."""
    if not any(c.isdigit() for c in text):
        return False
    parts = sum(1 if c.isascii() else MOST_PATCHES for c in text)
    return strip.patches > parts or strip.shape < NARROW_DIGIT * sum(map(str.isdigit, text))


def _is_apart(text: str, strip: Strip) -> bool:
    """Whether there is a gap between two digits as between two numbers."""
    if not text.isdigit() or not strip.steps or len(strip.steps) != len(text) - 1:
        return False
    if len(strip.steps) == 1:
        return strip.steps[0] > LONE_STEP
    return max(strip.steps) > SPREAD * max(min(strip.steps), LEAST_STEP)


def _is_struck(text: str, strip: Strip) -> bool:
    """Whether a line runs through the middle of a number."""
    digits = sum(map(str.isdigit, text))
    if not digits or any(map(str.isalpha, text)):  # 件 and the like have long strokes themselves
        return False
    joined = max(map(len, re.findall("4+", text)), default=0) * FOUR
    return strip.stroke > (STRUCK if digits == 1 else max(STRUCK_THROUGH, joined))
