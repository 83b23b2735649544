"""Letters as a web page or a Word file sets them, and what a person reads of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median
from typing import Generic, TypeVar

BODY_SIZE = 12.0
"""Points of letters whose size nothing says."""

SMALL = 0.75
"""Digits smaller than this share of the largest in a cell are another size."""

_NO_WIDTH = dict.fromkeys(
    (
        *(0xAD, 0x61C, 0x2060, 0xFEFF),
        *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    )
)
"""Characters that take no room: soft hyphens, zero-width spaces and joiners, direction marks."""

_TURNING = re.compile(
    r"[\u061c\u200f\u202b\u202e\u2067\u2068].*\d"
    r"|\d\s*[\u200e\u202a\u202c\u202d\u2066\u2069]+\s*\d",
    re.DOTALL,
)
"""What is not seen itself, but may let digits after it stand in another order; or stands
between two digits, whose order it decides."""

_FIGURES = "0123456789０１２３４５６７８９.,．，"


@dataclass(frozen=True)
class Marks:
    """How letters are set, as far as it bears on what a person reads.

    Attributes:
        struck: a line runs through them; they do not count as printed.
        raised: above or below the line, as footnote marks are.
        pale: in white.
        size: height in points.
    """

    struck: bool = False
    raised: bool = False
    pale: bool = False
    size: float = BODY_SIZE


M_co = TypeVar("M_co", bound=Marks, covariant=True)


@dataclass
class TextLine(Generic[M_co]):
    """A line of text, in pieces of letters set alike.

    Attributes:
        table: the number of the innermost table it stands in, or 0.
    """

    table: int
    pieces: list[tuple[str, M_co]] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """What is printed; asked for when all pieces are there."""
        return tight("".join(text for text, marks in self.pieces if not marks.struck))

    @cached_property
    def letters(self) -> int:
        """How many letters and figures are printed."""
        return sum(c.isalnum() for c in self.text)

    @property
    def size(self) -> float:
        """The height of most of its letters, in points."""
        return median(marks.size for text, marks in self.pieces for c in text if c.strip())


def tight(text: str) -> str:
    """Text with its white space collapsed and characters without width left out."""
    return " ".join(text.translate(_NO_WIDTH).split())


def turns_order(text: str) -> bool:
    """Whether direction marks may show the digits of a text in another order than it has them."""
    return bool(_TURNING.search(text))


_WATERMARK = re.compile(r"[一-鿿]{1,4}")
_BEARING = frozenset(
    "一二三四五六七八九十〇零百千万亿元件条项宗份个人次篇起增减負负约余近多无未不升降页"
)
"""Letters that may be part of a number, its unit or its sign, however pale they are."""


def is_watermark(text: str) -> bool:
    """Whether pale letters beside a number are none of its own: part of a word over the page.

    >>> is_watermark("示"), is_watermark("万"), is_watermark("4")
    (True, False, False)
    """
    letters = tight(text).replace(" ", "")
    return _WATERMARK.fullmatch(letters) is not None and _BEARING.isdisjoint(letters)


def _without_watermark(lines: Sequence[TextLine[Marks]]) -> tuple[list[TextLine[Marks]], str]:
    """Lines without pale letters beside digits that are not pale; those letters."""
    pieces = [piece for line in lines for piece in line.pieces if not piece[1].struck]
    strong = "".join(text for text, marks in pieces if not marks.pale)
    faint = [text for text, marks in pieces if marks.pale and text.strip()]
    if not any(c.isdigit() for c in strong) or not faint or not all(map(is_watermark, faint)):
        return list(lines), ""
    kept = [
        TextLine(line.table, [p for p in line.pieces if not (p[1].pale and p[0].strip())])
        for line in lines
    ]
    return kept, "".join(tight(text) for text in faint)


def printed(
    lines: Sequence[TextLine[Marks]],
) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """What a person reads in a cell: its lines, and what makes its digits doubtful.

    Returns:
        the lines that are not empty, keys of `gongkai.reasons.DOUBTS`, and the letters of a
        watermark that stand beside a number and are no part of it.
    """
    lines, watermark = _without_watermark(lines)
    kept: list[str] = []
    doubts: dict[str, None] = {}
    sizes: set[float] = set()
    for line in lines:
        # Two lines of figures put together would make one number of what may be two.
        if kept and line.text and kept[-1][-1] in _FIGURES and line.text[0] in _FIGURES:
            doubts["parted"] = None
        if line.text:
            kept.append(line.text)
        if turns_order("".join(text for text, marks in line.pieces if not marks.struck)):
            doubts["turned"] = None
        for marks in _set_figures(line.pieces):
            named = {"struck": marks.struck, "raised": marks.raised, "hidden": marks.pale}
            doubts.update(dict.fromkeys(name for name, given in named.items() if given))
            if not marks.struck:
                sizes.add(marks.size)
    if sizes and min(sizes) < SMALL * max(sizes):
        doubts["raised"] = None
    return tuple(kept), tuple(doubts), watermark


def _set_figures(pieces: Sequence[tuple[str, Marks]]) -> Iterator[Marks]:
    """How the digits of a line are set, up to a bracket: a remark in it may be smaller."""
    for text, marks in pieces:
        before, *remark = re.split("[（(]", text, maxsplit=1)
        if any(c.isdigit() for c in before):
            yield marks
        if remark:
            return
