"""Pages being filled from top to bottom, drawn with reportlab."""

import io
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, Literal

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from tests.press.encryption import encryption
from tests.press.grid import Grid, Slot
from tests.press.lettering import SERIF, Face, register_fonts, text_width, wrap
from tests.press.model import Layout, PrintedReport
from tests.press.ruling import Edge, Frame, draw_rules

LEADING: Final = 1.25
BOLD: Final = 0.3
"""How far apart a fake bold text is drawn twice."""
HEADS: Final = ("band", "header", "identity")
Turn = Literal["", "left", "right"]


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


class Sheet:
    """Pages being filled from top to bottom; `top` is measured from the page's top edge."""

    def __init__(self, report: PrintedReport) -> None:
        self.report = report
        self.layout: Layout = report.layout
        east = self.layout.body_font or SERIF
        self.face = Face(east, self.layout.digit_font or east)
        self.buffer = io.BytesIO()
        self.width, self.height = self.layout.page
        self.turned: Turn = ""
        self.canvas = Canvas(
            self.buffer,
            pagesize=self.layout.page,  # as displayed: reportlab turns it for `/Rotate`
            invariant=1,
            encrypt=encryption(self.layout.encryption),
        )
        self.canvas.setTitle("".join(report.title_lines))
        self.canvas.setAuthor(report.agency)
        self.number = 1
        self.top = self.layout.margins[0]
        self._open_page()

    @property
    def left(self) -> float:
        _, right, _, left = self.layout.margins
        return right if self.layout.mirrored and self.number % 2 == 0 else left

    @property
    def measure(self) -> float:
        return self.width - self.layout.margins[1] - self.layout.margins[3]

    @property
    def pad(self) -> float:
        """Room between a cell's edge and its text."""
        return self.layout.padding

    @property
    def room(self) -> float:
        return self.height - self.layout.margins[2] - self.top

    def finish(self) -> bytes:
        self._close_page()
        self.canvas.save()
        return self.buffer.getvalue()

    def new_page(self, turn: Turn | None = None) -> None:
        """Begins a page, turned as the last one where nothing else is said."""
        self._close_page()
        self.number += 1
        self.turned = self.turned if turn is None else turn
        self.top = self.layout.margins[0]
        self._open_page()

    def face_pages(self, turn: Turn) -> None:
        """Begins a page with its content turned, unless the present one has it so already."""
        if turn != self.turned:
            self.new_page(turn)

    def _open_page(self) -> None:
        width, height = self.layout.page
        if self.layout.rotate:
            self.canvas.setPageRotation(self.layout.rotate)
            self.canvas.transform(*_upright(self.layout.rotate, width, height))
        self.width, self.height = width, height
        if self.turned:
            self.width, self.height = height, width
            self.canvas.saveState()
            angle = 90 if self.turned == "left" else 270
            self.canvas.transform(*_upright(angle, height, width))

    def space(self, height: float) -> None:
        self.top += height

    def _close_page(self) -> None:
        if self.turned:
            self.canvas.restoreState()
            self.width, self.height = self.layout.page
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

    def table(self, grid: Grid, heading: str = "", *, centred: bool = False) -> None:
        """Prints a table under its heading, broken over pages where the layout asks for it."""
        lines = {slot: self._lines(grid, slot) for slot in grid.slots}
        heights = self._heights(grid, lines)
        size = self.layout.body_size
        head = size * 1.8 if heading else 0
        self._make_room(grid, heights, head)
        if heading and centred:
            self.centred(heading, size)
        elif heading:
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
        width = share * self.measure - 2 * self.pad
        return wrap(slot.text, width, self.face, self.layout.table_size)

    def _heights(self, grid: Grid, lines: dict[Slot, list[str]]) -> list[float]:
        layout = self.layout
        leading = layout.table_size * LEADING
        heights = [
            layout.header_row_height
            if key.startswith(("head.", "review.head."))
            else layout.row_height
            for key in grid.row_keys
        ]
        for slot in sorted(grid.slots, key=lambda slot: slot.rows):
            covered = range(slot.row, slot.row + slot.rows)
            missing = (
                len(lines[slot]) * leading + 2 * self.pad - sum(heights[row] for row in covered)
            )
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
        return self.layout.table_size * LEADING + 2 * self.pad

    def _header(self, grid: Grid, heights: list[float]) -> _Segment:
        return _Segment([_Band(row, heights[row]) for row in range(grid.header_rows)])

    def _segments(self, grid: Grid, heights: list[float]) -> list[_Segment]:
        stops = {b.row: b.inside for b in self.layout.breaks if b.table == grid.name}
        full = self.height - self.layout.margins[0] - self.layout.margins[2]
        repeated = sum(heights[: grid.header_rows]) if self.layout.repeat_header else 0
        segments, room = [_Segment()], self.room
        for row, (key, height) in enumerate(zip(grid.row_keys, heights, strict=True)):
            may_break = self.layout.rows_may_break and height > 2 * self._first_line - self.pad
            if stops.get(key) or (height > room + 0.01 and may_break and room > self._first_line):
                segments[-1].bands.append(_Band(row, self._first_line))
                rest = height - self._first_line + 2 * self.pad
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
            self._fill(grid, slot, box)
            self._text(slot, box, lines[slot], drawn, ends_here=ends_here)
            edges |= self._edges(box)
        frame = Frame(
            (self.left, y, self.left + self.measure, self.height - self.top),
            tuple(bottoms[row] for row in grid.rows_of_headers if row in bottoms),
        )
        draw_rules(self.canvas, self.layout, edges, frame)
        self.top += segment.height

    def _fill(self, grid: Grid, slot: Slot, box: Edge) -> None:
        if colour := self._colour(grid, slot):
            x0, y0, x1, y1 = box
            self.canvas.setFillColor(HexColor(colour))
            self.canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=0, fill=1)
            self.canvas.setFillColor(black)

    def _colour(self, grid: Grid, slot: Slot) -> str:
        layout = self.layout
        if layout.shading and slot.role in HEADS:
            return layout.shading
        if layout.zebra and slot.rows == 1 and (slot.row - grid.header_rows) % 2:
            return layout.zebra
        return layout.cell_colour

    def _text(
        self, slot: Slot, box: Edge, lines: list[str], drawn: dict[Slot, int], *, ends_here: bool
    ) -> None:
        x0, y0, x1, y1 = box
        layout = self.layout
        size = layout.table_size
        leading = size * LEADING
        left = lines[drawn.get(slot, 0) :]
        fitting = int((y1 - y0 - 2 * self.pad + 0.01) / leading)
        now = left if ends_here and fitting >= len(left) else left[:fitting]
        drawn[slot] = drawn.get(slot, 0) + len(now)
        free = y1 - y0 - len(now) * leading
        y = y1 - (self.pad if layout.valign == "top" and slot.role == "number" else free / 2)
        for line in now:
            width = text_width(line, self.face, size)
            if slot.role == "identity" or (slot.role == "label" and slot.rows == 1):
                x = x0 + self.pad
            elif slot.role == "number" and layout.number_align == "right":
                x = x1 - self.pad - width
            else:
                x = (x0 + x1 - width) / 2
            self._write(line, x, y - leading / 2 - size * 0.35, size)
            if layout.fake_bold and slot.role in (*HEADS, "number"):
                self._write(line, x + BOLD, y - leading / 2 - size * 0.35, size)
            y -= leading

    def _edges(self, box: Edge) -> set[Edge]:
        x0, y0, x1, y1 = (round(value, 3) for value in box)
        layout = self.layout
        if layout.borders == "boxes":
            gap = layout.inset
            self.canvas.setLineWidth(layout.border_width)
            self.canvas.rect(
                x0 + gap, y0 + gap, x1 - x0 - 2 * gap, y1 - y0 - 2 * gap, stroke=1, fill=0
            )
            return set()
        return {(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)}


def _upright(rotate: int, width: float, height: float) -> tuple[float, ...]:
    """The matrix that draws a page of a size as seen, on a page displayed turned clockwise."""
    if rotate == 90:
        return (0, 1, -1, 0, height, 0)
    if rotate == 270:
        return (0, -1, 1, 0, 0, width)
    return (-1, 0, 0, -1, width, height)
