"""The fast producer: draws a report with reportlab, needs no system package."""

import io
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from reportlab.lib.colors import HexColor, black
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.press.form_2021 import SECTIONS
from tests.press.grid import Grid, Slot, grids, statistics_grid
from tests.press.model import Layout, PrintedReport

SERIF: Final = "GongkaiTestSerif"
SONG: Final = "STSong-Light"
FONT: Final = Path(__file__).parent / "fonts" / "GongkaiTestSerif.ttf"
NEVER_FIRST: Final = "，。、；：？！）》”’"
LEADING: Final = 1.25
PAD: Final = 2.5

Edge = tuple[float, float, float, float]


def print_canvas(report: PrintedReport) -> bytes:
    """The report as PDF; the same report gives the same bytes."""
    register_fonts()
    sheet = _Sheet(report)
    layout, prose = report.layout, report.prose
    for line in report.title_lines:
        sheet.centred(line, layout.body_size * 1.35)
    sheet.space(layout.body_size)
    disclosure, applications, review = grids(report)
    sheet.paragraphs(prose.preface)
    sheet.heading(report.label("section.1"))
    sheet.paragraphs(prose.overview)
    if prose.statistics:
        sheet.table(statistics_grid(prose.statistics))
    for section, grid in zip(list(SECTIONS)[1:4], (disclosure, applications, review), strict=True):
        sheet.table(grid, heading=report.label(section))
    sheet.paragraphs((prose.review_note,) if prose.review_note else ())
    sheet.heading(report.label("section.5"))
    sheet.paragraphs(prose.problems)
    sheet.heading(report.label("section.6"))
    sheet.paragraphs(prose.other)
    return sheet.finish()


@cache
def register_fonts() -> frozenset[int]:
    """Registers the press's fonts with reportlab; returns the characters of its own one."""
    font = TTFont(SERIF, str(FONT))
    pdfmetrics.registerFont(font)
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    return frozenset(font.face.charToGlyph)


class Face(NamedTuple):
    """A font for Chinese and one for ASCII, as word processors pair them."""

    east: str
    west: str

    def of(self, char: str) -> str:
        """The font that prints a character."""
        return self.west if char.isascii() else self.east


@cache
def _char_width(char: str, font: str) -> float:
    return float(pdfmetrics.stringWidth(char, font, 1000)) / 1000


def text_width(text: str, face: Face, size: float) -> float:
    """Width of a line."""
    return sum(_char_width(char, face.of(char)) for char in text) * size


def wrap(text: str, width: float, face: Face, size: float, indent: float = 0) -> list[str]:
    """Breaks a text after any character, as Chinese is, but never before closing punctuation."""
    lines: list[str] = []
    line, used = "", indent
    for char in text:
        advance = _char_width(char, face.of(char)) * size
        if line and used + advance > width:
            if char in NEVER_FIRST and len(line) > 1:
                line, carried = line[:-1], line[-1]
                lines.append(line)
                line, used = carried, text_width(carried, face, size)
            else:
                lines.append(line)
                line, used = "", 0.0
        line += char
        used += advance
    return [*lines, line] if line else lines


@dataclass(frozen=True)
class _Band:
    """A row, or one part of a row broken over pages, on one page."""

    row: int
    height: float


@dataclass
class _Segment:
    """The part of a table that stands on one page."""

    bands: list[_Band] = field(default_factory=list)

    @property
    def height(self) -> float:
        return sum(band.height for band in self.bands)


class _Sheet:
    """Pages being filled from top to bottom; `top` is measured from the page's top edge."""

    def __init__(self, report: PrintedReport) -> None:
        self.report = report
        self.layout: Layout = report.layout
        east = self.layout.body_font or SERIF
        self.face = Face(east, self.layout.digit_font or east)
        self.buffer = io.BytesIO()
        self.width, self.height = self.layout.page
        self.canvas = Canvas(self.buffer, pagesize=self.layout.page, invariant=1)
        self.canvas.setTitle("".join(report.title_lines))
        self.canvas.setAuthor(report.agency)
        self.number = 1
        self.top = self.layout.margins[0]

    @property
    def left(self) -> float:
        _, right, _, left = self.layout.margins
        return right if self.layout.mirrored and self.number % 2 == 0 else left

    @property
    def measure(self) -> float:
        return self.width - self.layout.margins[1] - self.layout.margins[3]

    @property
    def room(self) -> float:
        return self.height - self.layout.margins[2] - self.top

    def finish(self) -> bytes:
        self._close_page()
        self.canvas.save()
        return self.buffer.getvalue()

    def new_page(self) -> None:
        self._close_page()
        self.number += 1
        self.top = self.layout.margins[0]

    def space(self, height: float) -> None:
        self.top += height

    def _close_page(self) -> None:
        if self.layout.footer:
            text = self.layout.footer.format(self.number)
            below = self.layout.margins[2] / 2
            middle = self.left + self.measure / 2
            self._write(text, middle - text_width(text, self.face, 10.5) / 2, below, 10.5)
        self.canvas.showPage()

    def _write(self, text: str, x: float, y: float, size: float) -> None:
        """Draws one line; `y` is the baseline from the page's bottom."""
        known = register_fonts()
        for font, chars in groupby(text, key=self.face.of):
            run = "".join(chars)
            if font == SERIF and (strange := {c for c in run if ord(c) not in known}):
                raise LookupError(f"run tests.press.make_font: the font has no {sorted(strange)}")
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, y, run)
            x += text_width(run, self.face, size)

    def _line(self, text: str, x: float, size: float, leading: float) -> None:
        if self.room < leading:
            self.new_page()
        baseline = self.height - self.top - leading / 2 - size * 0.35
        self._write(text, x, baseline, size)
        self.top += leading

    def centred(self, text: str, size: float) -> None:
        for line in wrap(text, self.measure, self.face, size):
            width = text_width(line, self.face, size)
            self._line(line, self.left + (self.measure - width) / 2, size, size * 1.6)

    def heading(self, text: str) -> None:
        size = self.layout.body_size
        self._line(text, self.left + 2 * size, size, size * 1.8)

    def paragraphs(self, texts: tuple[str, ...]) -> None:
        size = self.layout.body_size
        for text in texts:
            for index, line in enumerate(wrap(text, self.measure, self.face, size, 2 * size)):
                self._line(line, self.left + (0 if index else 2 * size), size, size * 1.7)

    def table(self, grid: Grid, heading: str = "") -> None:
        """Prints a table under its heading, broken over pages where the layout asks for it."""
        lines = {slot: self._lines(grid, slot) for slot in grid.slots}
        heights = self._heights(grid, lines)
        size = self.layout.body_size
        head = size * 1.8 if heading else 0
        self._make_room(grid, heights, head)
        if heading:
            self.heading(heading)
        segments = self._segments(grid, heights)
        drawn: dict[Slot, int] = {}
        for index, segment in enumerate(segments):
            if index:
                self.new_page()
                if self.layout.repeat_header:
                    repeated = self._header(grid, heights)
                    self._draw(grid, repeated, {s: lines[s] for s in grid.slots}, {}, last=True)
            self._draw(grid, segment, lines, drawn, last=index == len(segments) - 1)
        self.space(size * 0.6)

    def _lines(self, grid: Grid, slot: Slot) -> list[str]:
        if slot.role == "stub":
            step = 2 if self.layout.stub == "pairs" else 1
            return [slot.text[i : i + step] for i in range(0, len(slot.text), step)]
        share = sum(grid.widths[slot.column : slot.column + slot.columns])
        width = share * self.measure - 2 * PAD
        return wrap(slot.text, width, self.face, self.layout.table_size)

    def _heights(self, grid: Grid, lines: dict[Slot, list[str]]) -> list[float]:
        layout = self.layout
        leading = layout.table_size * LEADING
        heights = [
            layout.header_row_height if key.startswith("head.") else layout.row_height
            for key in grid.row_keys
        ]
        for slot in sorted(grid.slots, key=lambda slot: slot.rows):
            covered = range(slot.row, slot.row + slot.rows)
            missing = len(lines[slot]) * leading + 2 * PAD - sum(heights[row] for row in covered)
            if missing > 0:
                heights[covered[-1]] += missing
        return heights

    def _make_room(self, grid: Grid, heights: list[float], head: float) -> None:
        """Moves the table down so that the page is full at the table's first break."""
        stops = {b.row: b.inside for b in self.layout.breaks if b.table == grid.name}
        above = head
        for key, height in zip(grid.row_keys, heights, strict=True):
            if key in stops:
                above += self._first_line if stops[key] else 0
                break
            above += height
        else:
            # Without a break only the heading must not be parted from its table.
            if self.room < head + sum(heights[: max(1, grid.header_rows)]):
                self.new_page()
            return
        if above > self.room:
            self.new_page()
        if above < self.room:
            self.space(self.room - above)

    @property
    def _first_line(self) -> float:
        return self.layout.table_size * LEADING + 2 * PAD

    def _header(self, grid: Grid, heights: list[float]) -> _Segment:
        return _Segment([_Band(row, heights[row]) for row in range(grid.header_rows)])

    def _segments(self, grid: Grid, heights: list[float]) -> list[_Segment]:
        stops = {b.row: b.inside for b in self.layout.breaks if b.table == grid.name}
        full = self.height - self.layout.margins[0] - self.layout.margins[2]
        repeated = sum(heights[: grid.header_rows]) if self.layout.repeat_header else 0
        segments, room = [_Segment()], self.room
        for row, (key, height) in enumerate(zip(grid.row_keys, heights, strict=True)):
            may_break = self.layout.rows_may_break and height > 2 * self._first_line - PAD
            if stops.get(key) or (height > room + 0.01 and may_break and room > self._first_line):
                segments[-1].bands.append(_Band(row, self._first_line))
                rest = height - self._first_line + 2 * PAD
                segments.append(_Segment([_Band(row, rest)]))
                room = full - repeated - rest
                continue
            if key in stops or height > room + 0.01:
                segments.append(_Segment())
                room = full - (repeated if row >= grid.header_rows else 0)
            segments[-1].bands.append(_Band(row, height))
            room -= height
        return [segment for segment in segments if segment.bands]

    def _draw(
        self,
        grid: Grid,
        segment: _Segment,
        lines: dict[Slot, list[str]],
        drawn: dict[Slot, int],
        *,
        last: bool,
    ) -> None:
        """Draws one page's part; `drawn` counts the lines of each cell that stand already."""
        tops: dict[int, float] = {}
        bottoms: dict[int, float] = {}
        y = self.height - self.top
        for band in segment.bands:
            tops[band.row] = y
            y -= band.height
            bottoms[band.row] = y
        edges: set[Edge] = set()
        for slot in grid.slots:
            rows = [row for row in range(slot.row, slot.row + slot.rows) if row in tops]
            if not rows:
                continue
            x0 = self.left + sum(grid.widths[: slot.column]) * self.measure
            x1 = self.left + sum(grid.widths[: slot.column + slot.columns]) * self.measure
            box = (x0, bottoms[rows[-1]], x1, tops[rows[0]])
            ends_here = last or rows[-1] == slot.row + slot.rows - 1
            self._fill(slot, box)
            self._text(slot, box, lines[slot], drawn, ends_here=ends_here)
            edges |= self._edges(box)
        self._rule(edges)
        self.top += segment.height

    def _fill(self, slot: Slot, box: Edge) -> None:
        if self.layout.shading and slot.role in ("band", "header", "identity"):
            x0, y0, x1, y1 = box
            self.canvas.setFillColor(HexColor(self.layout.shading))
            self.canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=0, fill=1)
            self.canvas.setFillColor(black)

    def _text(
        self, slot: Slot, box: Edge, lines: list[str], drawn: dict[Slot, int], *, ends_here: bool
    ) -> None:
        x0, y0, x1, y1 = box
        layout = self.layout
        size = layout.table_size
        leading = size * LEADING
        left = lines[drawn.get(slot, 0) :]
        fitting = int((y1 - y0 - 2 * PAD + 0.01) / leading)
        now = left if ends_here and fitting >= len(left) else left[:fitting]
        drawn[slot] = drawn.get(slot, 0) + len(now)
        free = y1 - y0 - len(now) * leading
        y = y1 - (PAD if layout.valign == "top" and slot.role == "number" else free / 2)
        for line in now:
            width = text_width(line, self.face, size)
            if slot.role == "identity" or (slot.role == "label" and slot.rows == 1):
                x = x0 + PAD
            elif slot.role == "number" and layout.number_align == "right":
                x = x1 - PAD - width
            else:
                x = (x0 + x1 - width) / 2
            self._write(line, x, y - leading / 2 - size * 0.35, size)
            y -= leading

    def _edges(self, box: Edge) -> set[Edge]:
        x0, y0, x1, y1 = (round(value, 3) for value in box)
        if self.layout.borders == "boxes":
            self.canvas.setLineWidth(self.layout.border_width)
            self.canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=1, fill=0)
            return set()
        return {(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)}

    def _rule(self, edges: set[Edge]) -> None:
        width = self.layout.border_width
        self.canvas.setLineWidth(width)
        for x0, y0, x1, y1 in sorted(edges):
            if self.layout.borders == "fills":
                half = width / 2
                self.canvas.rect(
                    x0 - half, y0 - half, x1 - x0 + width, y1 - y0 + width, stroke=0, fill=1
                )
            else:
                self.canvas.line(x0, y0, x1, y1)
