"""A report while it is being made: labels and figures first, then tables, then a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, Final, Literal

from tests.press.documents import PLAIN, PLAIN_2014
from tests.press.flow import Heading, NewPage, Title, Words, flow
from tests.press.flow import Table as PrintedTable
from tests.press.form_2021 import REVIEW, CellKey
from tests.press.forms import FORMS, FormName
from tests.press.grid import Grid
from tests.press.model import Layout, PrintedReport, Prose
from tests.press.numbers import reading
from tests.press.prose import official_prose
from tests.press.random_2014 import random_cumulative
from tests.press.random_reports import random_figures

Suffix = Literal[".html", ".docx", ".pdf"]
ONE_ROW: Final = "3.6"


@dataclass
class Box:
    """A cell of a table at its place; `key` is the form's cell whose number it holds."""

    row: int
    column: int
    text: str
    role: str
    rows: int = 1
    columns: int = 1
    key: CellKey | None = None


@dataclass
class Sheet:
    """A table whose rows and columns can be moved."""

    name: str
    widths: list[float]
    boxes: list[Box]
    head: int = 0

    @classmethod
    def of(cls, grid: Grid) -> Sheet:
        """The table that the press would print."""
        boxes = [Box(s.row, s.column, s.text, s.role, s.rows, s.columns, s.key) for s in grid.slots]
        return cls(grid.name, list(grid.widths), boxes, grid.header_rows)

    @property
    def height(self) -> int:
        return max(box.row + box.rows for box in self.boxes)

    @property
    def width(self) -> int:
        return len(self.widths)

    def row(self, row: int) -> list[Box]:
        """The cells that begin in a row, from left to right."""
        return sorted((b for b in self.boxes if b.row == row), key=lambda b: b.column)

    def covering(self, row: int, column: int) -> Box | None:
        """The cell that covers a place, if one does."""
        for box in self.boxes:
            if 0 <= row - box.row < box.rows and 0 <= column - box.column < box.columns:
                return box
        return None

    def row_of(self, item: str) -> int:
        """The row in which an item's numbers stand."""
        return next(b.row for b in self.boxes if b.key and b.key[1] == item)

    def number(self, key: CellKey) -> Box:
        """The cell of a number."""
        return next(b for b in self.boxes if b.key == key)

    def label(self, item: str) -> Box:
        """The last label to the left of an item's numbers."""
        row = self.row_of(item)
        return [b for b in self.row(row) if b.role in ("label", "header")][-1]

    def header(self, text: str) -> Box:
        """The first header cell with a text."""
        return next(b for b in self.boxes if b.role in ("header", "band") and b.text == text)

    def insert_row(self, at: int) -> None:
        """Makes room for a row; cells that reach over the place grow."""
        for box in self.boxes:
            if box.row >= at:
                box.row += 1
            elif box.row + box.rows > at:
                box.rows += 1

    def insert_column(self, at: int, width: float) -> None:
        """Makes room for a column; cells that reach over the place grow."""
        for box in self.boxes:
            if box.column >= at:
                box.column += 1
            elif box.column + box.columns > at:
                box.columns += 1
        self.widths.insert(at, width)

    def delete_row(self, at: int) -> None:
        """Takes a row out; cells that reach over it shrink."""
        kept = []
        for box in self.boxes:
            if box.row == at and box.rows == 1:
                continue
            if box.row <= at < box.row + box.rows:
                box.rows -= 1
            elif box.row > at:
                box.row -= 1
            kept.append(box)
        self.boxes = kept

    def copy_row(self, row: int, texts: dict[int, str]) -> None:
        """Puts a row like another one below it.

        Args:
            row: the row that is copied.
            texts: what its cells hold, by their place from the left among those that begin in the
                row and are no taller than it.
        """
        self.insert_row(row + 1)
        cells = [b for b in self.row(row) if b.rows == 1]
        for place, box in enumerate(cells):
            self.boxes.append(replace(box, row=row + 1, text=texts.get(place, ""), key=None))

    def grid(self) -> Grid:
        """The table as the press prints it."""
        from tests.press.grid import Slot

        total = sum(self.widths)
        slots = tuple(
            Slot(b.row, b.column, b.text, b.role, b.rows, b.columns, b.key)  # type: ignore[arg-type]
            for b in self.boxes
        )
        keys = tuple(f"row.{row}" for row in range(self.height))
        widths = tuple(width / total for width in self.widths)
        return Grid(self.name, widths, keys, slots, self.head)


@dataclass
class Line:
    """A line or paragraph outside the tables."""

    kind: Literal["title", "heading", "paragraph"]
    text: str


Block = Line | Sheet
State = tuple[str, str | None]


@dataclass(frozen=True)
class Concern:
    """What a hostile page must not get wrong.

    Attributes:
        what: a cell, or the agency or year of the report.
        allowed: the texts that may be published: a number, `blank`, `absent`, an agency or a year.
            Empty where only holding is right.
        unit: the unit that goes with the first allowed value, where units are in question.
    """

    what: CellKey | Literal["agency", "year"]
    allowed: tuple[str, ...] = ()
    unit: str = ""


@dataclass
class Draft:
    """A report that variants change, in stages.

    Attributes:
        figures: what the cells are worth; a cell that is left out is absent.
        printed: what they print, where it is not the plain figure.
        labels: the form's texts that are printed otherwise.
        marks: markup by the private character that stands for it in texts.
        kinds: the kinds of wording in it.
        taken: what variants have changed already, so that no other one does.
    """

    rng: Random
    name: str
    form: FormName
    agency: str
    year: int
    figures: dict[CellKey, str]
    suffix: Suffix = ".html"
    printed: dict[CellKey, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    title: tuple[str, ...] = ()
    heading_names: str = ""
    preface: tuple[str, ...] | None = None
    layout: dict[str, Any] = field(default_factory=dict)
    sidecar: dict[str, Any] | None = None
    blocks: list[Block] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    kinds: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    concerns: list[Concern] = field(default_factory=list)
    why: str = ""
    watermark: str = ""
    """A word that PDF pages show pale and turned behind the tables."""

    def text(self, label: str) -> str:
        """What is printed for a label of the form."""
        return self.labels.get(label, FORMS[self.form].labels[label])

    def value(self, key: CellKey) -> str:
        """The number of a cell."""
        return self.figures[key]

    def leave_out(self, *keys: CellKey) -> None:
        """The agency does not print these cells."""
        for key in keys:
            self.figures.pop(key, None)
            self.printed.pop(key, None)

    def keys(self, table: str, item: str = "", measure: str = "") -> list[CellKey]:
        """The printed cells of a table, an item or a measure."""
        return [
            k
            for k in self.figures
            if k[0] == table and item in ("", k[1]) and measure in ("", k[2])
        ]

    def sheet(self, table: str) -> Sheet:
        """The table of that name."""
        return next(b for b in self.blocks if isinstance(b, Sheet) and b.name == table)

    def place(self, table: str) -> int:
        """Where among the blocks the table stands."""
        return self.blocks.index(self.sheet(table))

    def lines(self, kind: str) -> Iterator[Line]:
        """The lines of a kind."""
        return (b for b in self.blocks if isinstance(b, Line) and b.kind == kind)

    def build(self) -> None:
        """Makes the blocks out of figures and labels."""
        report = self.report()
        has_review = self.form == "2014" or bool(self.keys(REVIEW))
        if not has_review:
            nothing = dict.fromkeys((k for k in report.official.cells if k[0] == REVIEW), "0")
            report = replace(report, cells={**report.cells, **nothing})
        self.blocks = []
        for block in flow(report):
            match block:
                case Title(lines):
                    self.blocks += [Line("title", line) for line in lines]
                case Heading(text):
                    self.blocks.append(Line("heading", text))
                case Words(texts):
                    self.blocks += [Line("paragraph", text) for text in texts]
                case PrintedTable(grid, heading):
                    self.blocks += [Line("heading", heading)] if heading else []
                    self.blocks.append(Sheet.of(grid))
                case NewPage():
                    pass
        if not has_review:
            self.blocks.remove(self.sheet(REVIEW))

    def report(self) -> PrintedReport:
        """The report as the press knows it, without what its model cannot say."""
        layout = replace(PLAIN_2014 if self.form == "2014" else PLAIN, **self.layout)
        prose = official_prose(self.agency, self.year, self.figures, self.form)
        if self.preface is not None:
            prose = replace(prose, preface=self.preface)
        prose = self._fitting(prose)
        cells = {**self.figures, **{k: v for k, v in self.printed.items() if k in self.figures}}
        cumulative = (
            random_cumulative(Random(self.name), self.figures) if self.form == "2014" else {}
        )
        title = self.title or (self.agency, f"{self.year}年政府信息公开工作年度报告")
        return PrintedReport(
            self.agency,
            self.year,
            title,
            cells,
            self.labels,
            prose,
            layout if isinstance(layout, Layout) else PLAIN,
            self.form,
            cumulative=cumulative,
        )

    def _fitting(self, prose: Prose) -> Prose:
        """The prose without numbers where it would state cells that are not printed."""
        wanted = [("applications", item, "total") for item in ("1", "2", "3.7", "4")]
        wanted += [(REVIEW, "reconsideration", "total"), (REVIEW, "litigation_direct", "total")]
        if self.form == "2014" or all(reading(self.figures.get(k))[0] == "number" for k in wanted):
            return prose
        return replace(prose, overview=prose.overview[:1])

    def gold(self) -> dict[CellKey, State]:
        """State and value of every cell of the form."""
        return {key: self._state(key) for key in FORMS[self.form].cells}

    def _state(self, key: CellKey) -> State:
        if key not in self.figures:
            return "absent", None
        if self.printed.get(key, "0") in ("", "/", "—", "无", "－", "-"):
            return "blank", None
        return reading(self.figures[key])

    def mark(self, markup: str) -> str:
        """A character that stands for markup in a text."""
        sign = chr(0xE000 + len(self.marks))
        self.marks[sign] = markup
        return sign


def new_draft(
    rng: Random, name: str, form: FormName, agency: str, year: int, scale: int, *, one_row: bool
) -> Draft:
    """A draft with consistent figures and nothing changed.

    Args:
        rng: the source of chance.
        name: the file's name without its ending.
        form: the form that it follows.
        agency: whose report it is.
        year: of which year.
        scale: how large the figures are, about.
        one_row: whether （六）其他处理 is one row.
    """
    figures = random_figures(rng, scale=scale, other_as_one_row=one_row, form=form)
    if form == "2019":
        key = ("proactive_disclosure", "procurement", "amount")
        figures[key] = "".join(c for c in figures[key] if c.isdigit() or c == ".")
    return Draft(rng, name, form, agency, year, figures)
