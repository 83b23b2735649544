"""Sets a report as letters and lines at places of its pages, for every drawing library alike.

Lengths are points, places are from the upper left corner. A `Style` says in what geometry the
tables are drawn; nothing in it changes what is printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate
from random import Random
from typing import Final, Literal

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from tests.press.flow import Heading, NewPage, Table, Title, Words, flow
from tests.press.form_2021 import REVIEW, REVIEW_ITEMS, REVIEW_MEASURES
from tests.press.grid import Grid, Slot
from tests.press.lettering import FONT, NEVER_FIRST
from tests.press.model import PrintedReport

Ink = tuple[float, float, float]
BLACK: Final[Ink] = (0, 0, 0)
LINE_HEIGHT: Final = 1.2
ASCENT: Final = 0.36
"""How far below the middle of a line its letters stand, in sizes."""


@dataclass(frozen=True)
class Letters:
    """A run of letters whose left end is at a place of the base line.

    `turn` is in degrees, anticlockwise about that place.
    """

    x: float
    y: float
    text: str
    size: float
    ink: Ink = BLACK
    turn: float = 0


@dataclass(frozen=True)
class Rule:
    """A straight line, `dash` the lengths of its strokes and gaps."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    ink: Ink = BLACK
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Dot:
    """A filled square with its middle at a place."""

    x: float
    y: float
    size: float
    ink: Ink = BLACK


Mark = Letters | Rule | Dot


@dataclass
class Page:
    """A page as it is shown, and whether there are tables on it."""

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)
    tables: bool = False


@dataclass(frozen=True)
class Style:
    """The geometry of the tables.

    Attributes:
        sides: Whether tables have rules at their left and right edge.
        inner: Whether there are rules between columns.
        rules: How rules are drawn; `dots` are filled squares side by side.
        width: Of rules.
        split_last: Headers of table 四 are set so that the last letter has a line of its own.
        remnants: Short pieces of vertical line beside numbers, as of an erased table.
        watermark: Letters repeated over every page.
        watermark_ink: Their colour.
        watermark_turn: In degrees, anticlockwise.
        watermark_size: Of its letters.
        repeat_header: Whether table 三's header stands on every page it reaches.
        tables_landscape: Whether tables 三 and 四 have landscape pages of their own.
        spaced: Whether letters of short labels stand apart.
        tables_apart: Whether no prose stands on pages with tables.
        fake_bold: Whether letters are drawn twice, 0.25 points apart.
        by_letter: Whether every letter is a run of its own.
        tight: Whether rows are only as high as their letters need.
        cut_rows: Whether the end of a page may cut a row between the lines of its label; the
            number stands in the first part.
        pairs: Whether table 四 has two columns, a result and its number in a row.
    """

    sides: bool = True
    inner: bool = True
    rules: Literal["solid", "dots", "dashed", "dotted", "double", "none"] = "solid"
    width: float = 0.5
    split_last: bool = False
    remnants: bool = False
    watermark: str = ""
    watermark_ink: Ink = (0.82, 0.82, 0.82)
    watermark_turn: float = 40
    watermark_size: float = 26
    repeat_header: bool = False
    tables_landscape: bool = False
    spaced: bool = False
    tables_apart: bool = False
    fake_bold: bool = False
    by_letter: bool = False
    tight: bool = False
    cut_rows: bool = False
    pairs: bool = False


@cache
def _advances() -> dict[str, float]:
    font = TTFont(FONT)
    units = font["head"].unitsPerEm
    widths = font["hmtx"].metrics
    return {chr(code): widths[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def has_letters() -> frozenset[str]:
    """The letters of the press's font; others are not seen."""
    return frozenset(_advances())


def width_of(text: str, size: float) -> float:
    """Width of letters in the press's font."""
    widths = _advances()
    return sum(widths.get(char, 1.0) for char in text) * size


def wrapped(text: str, width: float, size: float, indent: float = 0) -> list[str]:
    """Lines of at most a width; the first one is indented."""
    lines: list[str] = []
    line, used = "", indent
    for char in text:
        advance = width_of(char, size)
        if line and used + advance > width + 0.01:
            if char in NEVER_FIRST and len(line) > 1:
                lines.append(line[:-1])
                line = line[-1]
                used = width_of(line, size)
            else:
                lines.append(line)
                line, used = "", 0.0
        line += char
        used += advance
    return [*lines, line] if line else lines


def painted(report: PrintedReport, style: Style, seed: str = "") -> list[Page]:
    """The report's pages."""
    return _Painter(report, style, Random(f"painter/{seed}")).paint()


def in_pairs(report: PrintedReport) -> Grid:
    """Table 四 with two columns: below the name of a case, its results with their numbers."""
    slots: list[Slot] = []
    for item in REVIEW_ITEMS:
        row = 1 + max((slot.row for slot in slots), default=-1)
        if item == "litigation_direct":
            slots.append(Slot(row, 0, report.label("litigation"), "band", columns=2))
            row += 1
        slots.append(Slot(row, 0, report.label(item), "band", columns=2))
        for offset, measure in enumerate(REVIEW_MEASURES, start=1):
            text = report.label("review.total" if measure == "total" else measure)
            key = (REVIEW, item, measure)
            slots.append(Slot(row + offset, 0, text, "label"))
            slots.append(
                Slot(row + offset, 1, report.cells.get(key) or "", "number", key=key),
            )
    rows = 1 + max(slot.row for slot in slots)
    keys = tuple(f"row.{row}" for row in range(rows))
    return Grid(REVIEW, (0.6, 0.4), keys, tuple(slots), header_rows=0)


class _Painter:
    def __init__(self, report: PrintedReport, style: Style, rng: Random) -> None:
        self.report, self.style, self.rng = report, style, rng
        self.layout = report.layout
        self.pages: list[Page] = []
        self.landscape = False
        self.ruled: set[tuple[float, ...]] = set()
        self.y = 0.0
        self.new_page()

    # Pages

    def new_page(self) -> None:
        width, height = self.layout.page
        if self.landscape:
            width, height = height, width
        self.pages.append(Page(width, height))
        self.top, right, self.bottom, self.left = self.layout.margins
        self.width = width - self.left - right
        self.y = self.top

    @property
    def page(self) -> Page:
        return self.pages[-1]

    @property
    def room(self) -> float:
        return self.page.height - self.bottom - self.y

    def paint(self) -> list[Page]:
        for block in flow(self.report):
            match block:
                case Title(lines):
                    for line in lines:
                        self.centred(line, self.layout.body_size * 1.3)
                    self.y += 6
                case Heading(text):
                    self.turn_back()
                    if self.style.tables_apart and self.page.tables:
                        self.new_page()
                    self.paragraph(text)
                case Words(texts):
                    if texts:
                        self.turn_back()
                    for text in texts:
                        self.paragraph(text)
                case Table(grid, heading):
                    if self.style.pairs and grid.name == REVIEW:
                        grid = in_pairs(self.report)
                    self.table(grid, heading)
                case NewPage():
                    self.new_page()
        for number, page in enumerate(self.pages, start=1):
            text = f"- {number} -"
            x = (page.width - width_of(text, 9)) / 2
            page.marks.append(Letters(x, page.height - 26, text, 9))
        if self.style.watermark:
            for page in self.pages:
                page.marks[:0] = self.watermark(page)
        return self.pages

    def turn_back(self) -> None:
        if self.landscape:
            self.landscape = False
            self.new_page()

    def watermark(self, page: Page) -> Iterator[Letters]:
        style = self.style
        step_x = width_of(style.watermark, style.watermark_size) * 0.9 + 30
        row = 0
        y = 80.0
        while y < page.height + 100:
            x = 20.0 + (row % 2) * step_x / 2
            while x < page.width:
                yield Letters(
                    x,
                    y,
                    style.watermark,
                    style.watermark_size,
                    style.watermark_ink,
                    style.watermark_turn,
                )
                x += step_x
            y += 110
            row += 1

    # Words

    def centred(self, text: str, size: float) -> None:
        self.y += size * 1.5
        x = (self.page.width - width_of(text, size)) / 2
        self.letters(x, self.y, text, size)

    def paragraph(self, text: str) -> None:
        size = self.layout.body_size
        for number, line in enumerate(wrapped(text, self.width, size, indent=2 * size)):
            if self.room < size * 1.6:
                self.new_page()
            self.y += size * 1.6
            self.letters(self.left + (2 * size if number == 0 else 0), self.y, line, size)

    def letters(self, x: float, y: float, text: str, size: float) -> None:
        runs = [(x, text)]
        if self.style.by_letter:
            ends = accumulate((width_of(char, size) for char in text), initial=x)
            runs = [(place, char) for place, char in zip(ends, text, strict=False)]
        for place, run in runs:
            self.page.marks.append(Letters(place, y, run, size))
            if self.style.fake_bold:
                self.page.marks.append(Letters(place + 0.25, y, run, size))

    # Tables

    def table(self, grid: Grid, heading: str) -> None:
        wide = self.style.tables_landscape and grid.name != "proactive_disclosure"
        if wide != self.landscape:
            self.landscape = wide
            self.new_page()
        elif self.style.tables_apart and not self.page.tables:
            self.new_page()
        edges = [
            share / sum(grid.widths) * self.width for share in accumulate(grid.widths, initial=0.0)
        ]
        edges = [self.left + edge for edge in edges]
        texts = {id(slot): self.lines(slot, grid, edges) for slot in grid.slots}
        heights = self.heights(grid, texts)
        body = self.layout.body_size
        head = sum(heights[: max(grid.header_rows, 1) + 1])
        if heading:
            if self.room < body * 1.8 + head:
                self.new_page()
            self.paragraph(heading)
        self.y += 5
        first = 0
        while first < len(heights):
            count, used = 0, 0.0
            repeated = list(range(grid.header_rows)) if first and self.style.repeat_header else []
            offset = sum(heights[row] for row in repeated)
            while first + count < len(heights) and used + heights[first + count] <= (
                self.room - offset
            ):
                used += heights[first + count]
                count += 1
            if not count:
                self.new_page()
                continue
            last = first + count
            if self.style.cut_rows and last < len(heights):
                grid, texts, heights, cut = self.cut(grid, texts, heights, last, self.room - used)
                count += cut
            if repeated:
                self.rows(grid, texts, heights, edges, 0, grid.header_rows)
            self.rows(grid, texts, heights, edges, first, first + count)
            first += count
            if first < len(heights):
                self.new_page()
        self.y += 6

    def cut(
        self, grid: Grid, texts: dict[int, list[str]], heights: list[float], row: int, room: float
    ) -> tuple[Grid, dict[int, list[str]], list[float], int]:
        """The table with a row made two, if a line of it has room; and how many more rows fit."""
        step = self.layout.table_size * LINE_HEIGHT
        own = [slot for slot in grid.slots if slot.row == row and slot.rows == 1]
        most = max(len(texts[id(slot)]) for slot in own)
        fit = min(int((room - 3) / step), most - 1)
        if most < 2 or fit < 1:
            return grid, texts, heights, 0
        slots: list[Slot] = []
        new: dict[int, list[str]] = {}

        def put(slot: Slot, lines: list[str]) -> None:
            slots.append(slot)
            new[id(slot)] = lines

        for slot in grid.slots:
            lines = texts[id(slot)]
            if slot.row > row:
                put(replace(slot, row=slot.row + 1), lines)
            elif slot in own:
                put(replace(slot), lines[:fit])
                put(replace(slot, row=row + 1, text="", key=None), lines[fit:])
            else:
                spans = slot.row + slot.rows > row
                put(replace(slot, rows=slot.rows + 1) if spans else replace(slot), lines)
        pieces = [fit * step + 3, (most - fit) * step + 3]
        keys = (*grid.row_keys[: row + 1], "cut", *grid.row_keys[row + 1 :])
        parted = replace(grid, slots=tuple(slots), row_keys=keys)
        return parted, new, [*heights[:row], *pieces, *heights[row + 1 :]], 1

    def lines(self, slot: Slot, grid: Grid, edges: list[float]) -> list[str]:
        size = self.layout.table_size
        inside = edges[slot.column + slot.columns] - edges[slot.column] - 5
        text = slot.text
        if slot.role == "stub":
            return list(text)
        if (
            self.style.split_last
            and grid.name == REVIEW
            and slot.role in ("header", "label")
            and len(text) >= 4
            and slot.columns == 1
        ):
            return [text[:-1], text[-1]]
        if self.style.spaced and slot.role in ("label", "header") and 2 <= len(text) <= 5:
            spaced = " ".join(text)
            if width_of(spaced, size) <= inside:
                return [spaced]
        if slot.role == "number" and width_of(text, size) > inside + 3:
            raise ValueError(f"{text} is wider than its cell")
        return wrapped(text, max(inside, size * 1.01), size)

    def heights(self, grid: Grid, texts: dict[int, list[str]]) -> list[float]:
        size = self.layout.table_size
        pad = 1.6 if self.style.tight else max(self.layout.row_height - size * LINE_HEIGHT, 2)
        heights = [size * LINE_HEIGHT + pad] * len(grid.row_keys)
        for slot in sorted(grid.slots, key=lambda slot: slot.rows):
            if slot.role == "stub":
                continue
            need = len(texts[id(slot)]) * size * LINE_HEIGHT + pad
            have = sum(heights[slot.row : slot.row + slot.rows])
            if need > have:
                heights[slot.row + slot.rows - 1] += need - have
        return heights

    def rows(
        self,
        grid: Grid,
        texts: dict[int, list[str]],
        heights: list[float],
        edges: list[float],
        first: int,
        last: int,
    ) -> None:
        self.page.tables = True
        tops = list(accumulate(heights[first:last], initial=self.y))
        for slot in grid.slots:
            begin, end = max(slot.row, first), min(slot.row + slot.rows, last)
            if begin >= end:
                continue
            top, bottom = tops[begin - first], tops[end - first]
            x0, x1 = edges[slot.column], edges[slot.column + slot.columns]
            self.frame(x0, top, x1, bottom, edges)
            whole = texts[id(slot)]
            lines = whole
            if begin > slot.row or end < slot.row + slot.rows:
                lines = self.part(slot, whole, heights, first, last)
            self.cell(slot, lines, x0, top, x1, bottom)
        self.y = tops[-1]

    def part(
        self, slot: Slot, whole: list[str], heights: list[float], first: int, last: int
    ) -> list[str]:
        """The lines of a cut cell that stand between two rows: as many as its share has room for."""
        size = self.layout.table_size * LINE_HEIGHT
        before = sum(heights[slot.row : first]) if slot.row < first else 0.0
        here = sum(heights[max(slot.row, first) : min(slot.row + slot.rows, last)])
        skipped = int(before / size)
        if slot.row + slot.rows <= last:
            return whole[skipped:]
        return whole[skipped : skipped + max(int(here / size), 0)]

    def cell(
        self, slot: Slot, lines: list[str], x0: float, top: float, x1: float, bottom: float
    ) -> None:
        size = self.layout.table_size
        step = size * LINE_HEIGHT
        y = (top + bottom) / 2 - (len(lines) - 1) * step / 2 + size * ASCENT
        for line in lines:
            width = width_of(line, size)
            x = (x0 + x1 - width) / 2
            if slot.role in ("label", "identity") and slot.rows == 1:
                x = x0 + 2.5
            elif slot.role == "number" and self.layout.number_align == "right":
                x = x1 - width - 3
            if line.strip():
                self.letters(x, y, line, size)
            y += step
        if self.style.remnants and slot.role == "number" and self.rng.random() < 0.4:
            x = self.rng.choice((x0 + 2.2, x1 - 2.2))
            y = self.rng.uniform(top + 2, max(bottom - 6, top + 2.1))
            self.page.marks.append(Rule(x, y, x, y + self.rng.uniform(2, 3.5), 0.4))

    def frame(self, x0: float, top: float, x1: float, bottom: float, edges: list[float]) -> None:
        style = self.style
        self.rule(x0, top, x1, top)
        self.rule(x0, bottom, x1, bottom)
        for x in (x0, x1):
            outer = min(abs(x - edges[0]), abs(x - edges[-1])) < 0.01
            if style.sides if outer else style.inner:
                self.rule(x, top, x, bottom)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        style = self.style
        marks = self.page.marks
        rule = Rule(x0, y0, x1, y1, style.width)
        key = (len(self.pages), *(round(place, 1) for place in (x0, y0, x1, y1)))
        if key in self.ruled or style.rules == "none":
            return
        self.ruled.add(key)
        if style.rules == "solid":
            marks.append(rule)
        elif style.rules == "dashed":
            marks.append(replace(rule, dash=(3, 2)))
        elif style.rules == "dotted":
            marks.append(replace(rule, dash=(style.width, style.width * 2)))
        elif style.rules == "double":
            dx, dy = (0.0, 0.6) if y0 == y1 else (0.6, 0.0)
            for sign in (-1, 1):
                marks.append(
                    Rule(x0 + sign * dx, y0 + sign * dy, x1 + sign * dx, y1 + sign * dy, 0.35)
                )
        else:
            length = max(abs(x1 - x0), abs(y1 - y0))
            count = max(round(length / 2), 1)
            for number in range(count + 1):
                share = number / count
                x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
                marks.append(Dot(x, y, max(style.width, 0.7)))
