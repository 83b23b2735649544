"""Letters of a watermark (水印): which of a page's letters are printed over or under its text.

A watermark is pale and lies aslant; or it is pale and level, is larger than the text or
repeated over the page, and runs through other letters. Its letters belong to no cell, and
would else be read with the label or the number they happen to lie upon. Nothing that could
be part of a number is ever taken for a watermark: a pale digit, a sign or a unit stays where
it is printed, and whoever reads the cell says that it is in doubt.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from gongkai.number import parse
from gongkai.report import Box
from tasks.extract.pdf.crossed import address
from tasks.extract.pdf.library import pdfium, raw

PALE = 150
"""Letters every part of whose colour on white paper is at least this are pale (of 255)."""

ASLANT = 8.0
"""Degrees from upright and from level by which letters lie aslant."""

LARGE = 1.6
"""Letters so many times as high as most of the page are a watermark's even where they are level."""

OFTEN = 3
"""Level letters no larger than the text are a watermark's where a page has them so often."""

FEWEST = 2
"""A watermark has at least so many letters."""

TWICE = 2
"""A watermark with digits in it is printed at least so often."""

STEP = 2.5
"""Letters of one watermark are no further apart than so many of their heights."""

DEEP = 4
"""Objects are looked for in so many levels of forms within forms."""


@dataclass(frozen=True)
class Run:
    """Pale letters that stand in one row, in one direction.

    Attributes:
        page: 1-based.
        chars: their places in the text layer, with those of the spaces between them.
        text: what they say, without spaces.
        objects: `address` of each object of the page that prints one of them.
        angle: in degrees, from 0 to 90: how far they are from the nearest level or upright.
        large: whether they are much larger than the page's letters.
        collides: whether one of them lies upon other letters.
    """

    page: int
    chars: tuple[int, ...]
    text: str
    objects: frozenset[int]
    angle: float
    large: bool
    collides: bool


def watermarks(runs: Sequence[Run]) -> list[Run]:
    """Those of a document's pale runs that are a watermark's."""
    everywhere = Counter(run.text for run in runs)
    on_page = Counter((run.page, run.text) for run in runs)
    upon = {run.text for run in runs if run.collides}
    return [
        run
        for run in runs
        if sum(char.isalpha() for char in run.text) >= FEWEST
        and not _says_a_number(run.text)
        and not (_has_digits(run.text) and everywhere[run.text] < TWICE)
        and (
            run.angle > ASLANT
            or (run.text in upon and (run.large or on_page[run.page, run.text] >= OFTEN))
        )
    ]


def _has_digits(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _says_a_number(text: str) -> bool:
    """Whether letters beside a number, or alone, would say another number or a unit."""
    said = (text, f"1{text}", f"{text}1")
    return any(parse(each, signed=True).state == "number" for each in said)


def pale_runs(number: int, page: pdfium.PdfPage, layer: raw.FPDF_TEXTPAGE) -> list[Run]:
    """The pale letters of a page that stand in rows.

    Args:
        number: of the page, 1-based.
        page: the page.
        layer: its text layer.
    """
    pale = {
        address(drawn.raw)
        for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=DEEP)
        if _is_pale(drawn.raw)
    }
    if not pale:
        return []
    letters = [
        letter
        for index in range(raw.FPDFText_CountChars(layer))
        if (letter := _letter(layer, index)) is not None
    ]
    inked = [letter for letter in letters if letter.text.strip()]
    if not inked:
        return []
    usual = median(letter.size for letter in inked)
    others = [letter for letter in inked if letter.owner not in pale]
    spaces: dict[int, list[int]] = {}
    for letter in letters:
        if not letter.text.strip():
            spaces.setdefault(letter.owner, []).append(letter.index)
    return [
        _run(number, run, spaces, usual, others)
        for run in _rows([letter for letter in inked if letter.owner in pale])
    ]


@dataclass(frozen=True)
class _Letter:
    """A character of a text layer: its place in it, its object, box, size and direction."""

    index: int
    owner: int
    text: str
    box: Box
    size: float
    angle: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def _letter(layer: raw.FPDF_TEXTPAGE, index: int) -> _Letter | None:
    """A character that an object of the page prints; None for what PDFium makes up."""
    text = chr(raw.FPDFText_GetUnicode(layer, index))
    drawn = raw.FPDFText_GetTextObject(layer, index)
    if not drawn:
        return None
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(layer, index, left, right, bottom, top)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(layer, index, matrix)
    # The font's size is in the object's own units; the matrix says how large they are.
    size = raw.FPDFText_GetFontSize(layer, index) * math.hypot(matrix.a, matrix.b)
    angle = math.degrees(math.atan2(matrix.b, matrix.a))
    box = (left.value, bottom.value, right.value, top.value)
    return _Letter(index, address(drawn), text, box, size, angle)


def _is_pale(drawn: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether an object's letters are pale on white paper; what is clear is no letter."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha):
        return False
    ink = alpha.value / 255
    least = min(255 - (255 - part.value) * ink for part in (red, green, blue))
    return bool(alpha.value) and least >= PALE


def _rows(letters: Sequence[_Letter]) -> Iterator[list[_Letter]]:
    """Letters that follow each other in one direction and size."""
    row: list[_Letter] = []
    for letter in letters:
        if row and not _goes_on(row[-1], letter):
            yield row
            row = []
        row.append(letter)
    if row:
        yield row


def _goes_on(one: _Letter, other: _Letter) -> bool:
    """Whether a letter stands behind another one in the direction in which that one is written."""
    across, up = (b - a for a, b in zip(one.middle, other.middle, strict=True))
    turn = math.radians(one.angle)
    along = across * math.cos(turn) + up * math.sin(turn)
    aside = abs(up * math.cos(turn) - across * math.sin(turn))
    same = abs(one.angle - other.angle) < 1 and abs(one.size - other.size) < 0.1 * one.size
    return same and 0 < along < STEP * one.size and aside < one.size / 2


def _run(
    number: int,
    row: Sequence[_Letter],
    spaces: Mapping[int, Sequence[int]],
    usual: float,
    others: Sequence[_Letter],
) -> Run:
    """A row with the spaces its objects print besides, which would part the lines of a cell."""
    angle = row[0].angle % 90
    objects = frozenset(letter.owner for letter in row)
    between = [index for owner in objects for index in spaces.get(owner, ())]
    return Run(
        page=number,
        chars=tuple(sorted([*(letter.index for letter in row), *between])),
        text="".join(letter.text for letter in row),
        objects=objects,
        angle=min(angle, 90 - angle),
        large=row[0].size > LARGE * usual,
        collides=any(_overlap(letter.box, other.box) for letter in row for other in others),
    )


def _overlap(one: Box, other: Box) -> bool:
    return min(one[2], other[2]) > max(one[0], other[0]) and min(one[3], other[3]) > max(
        one[1], other[1]
    )


def by_page(runs: Sequence[Run]) -> Mapping[int, list[Run]]:
    """Runs by the number of their page."""
    found: dict[int, list[Run]] = {}
    for run in runs:
        found.setdefault(run.page, []).append(run)
    return found


def switch(page: pdfium.PdfPage, objects: frozenset[int], *, shown: bool) -> None:
    """Have some objects of a page drawn, or not."""
    if objects:
        for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=DEEP):
            if address(drawn.raw) in objects:
                raw.FPDFPageObj_SetIsActive(drawn.raw, shown)
