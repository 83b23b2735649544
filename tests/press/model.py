"""A report to be printed: what stands in it and how it is laid out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tests.press.form_2021 import CELLS, LABELS, CellKey

Producer = Literal["word", "browser", "canvas"]
A4 = (595.28, 841.89)
A4_LANDSCAPE = (841.89, 595.28)


@dataclass(frozen=True)
class Break:
    """A page ends before a row of a table, or inside it.

    `row` is an item code, or `head.1`… for header rows, a block id or `block.5.head` in table 二,
    `data` in table 四.
    """

    table: str
    row: str
    inside: bool = False


@dataclass(frozen=True)
class Layout:
    """How a report is set; lengths in points."""

    producer: Producer = "canvas"
    page: tuple[float, float] = A4
    margins: tuple[float, float, float, float] = (104.9, 73.7, 99.2, 79.4)
    """Top, right, bottom, left."""
    mirrored: bool = False
    """Left and right margins change places on even pages."""
    body_font: str = ""
    heading_font: str = ""
    table_font: str = ""
    digit_font: str = ""
    body_size: float = 16
    table_size: float = 10.5
    row_height: float = 20
    header_row_height: float = 22
    label_widths: tuple[float, float, float] = (0.07, 0.16, 0.33)
    """Shares of table 三's width for its three label columns; the numbers share the rest."""
    border_width: float = 0.5
    borders: Literal["lines", "boxes", "fills", "separate"] = "lines"
    """`boxes` strokes each cell, `fills` draws thin filled bars, `separate` is HTML only."""
    shading: str = ""
    """Colour of the header cells, `#RRGGBB`."""
    valign: Literal["middle", "top"] = "middle"
    number_align: Literal["center", "right"] = "center"
    stub: Literal["narrow", "vertical", "pairs"] = "narrow"
    """三、本年度办理结果: one character a line, vertical writing, or two characters a line."""
    header: Literal["official", "total_apart", "stacked"] = "official"
    """`total_apart`: 申请人情况 does not cover 总计; `stacked`: header texts in two cells each."""
    blocks: Literal["thirds", "half"] = "thirds"
    """Where the one-column blocks of table 二 are divided."""
    merged_groups: bool = True
    """Whether （三）不予公开 … are merged cells; otherwise the text stands in the first row."""
    repeat_header: bool = False
    rows_may_break: bool = False
    break_digits: bool = False
    """HTML only: numbers wider than their cell are broken over lines."""
    breaks: tuple[Break, ...] = ()
    footer: Literal["-{}-", "- {} -", "— {} —", "{}", ""] = "- {} -"


@dataclass(frozen=True)
class Prose:
    """The words around the tables, one string per paragraph."""

    preface: tuple[str, ...] = ()
    overview: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    statistics: tuple[tuple[str, ...], ...] = ()
    """An unrelated table printed at the end of part 一; the first row is its header."""
    review_note: str = ""
    """A note printed under table 四."""


@dataclass(frozen=True)
class PrintedReport:
    """One report as printed.

    `cells` gives the printed string of a cell; a cell left out, or `None`, is not printed. The
    rows and columns of the printed tables follow from it.
    """

    agency: str
    year: int
    title_lines: tuple[str, ...]
    cells: Mapping[CellKey, str | None]
    labels: Mapping[str, str] = field(default_factory=dict)
    prose: Prose = Prose()
    layout: Layout = Layout()

    def __post_init__(self) -> None:
        """Refuses cells and labels that the form does not know."""
        if strange := set(self.cells) - set(CELLS):
            raise ValueError(f"not cells of the form: {sorted(strange)}")
        if unknown := set(self.labels) - set(LABELS):
            raise ValueError(f"not labels of the form: {sorted(unknown)}")

    def label(self, key: str) -> str:
        """The text printed for a label of the form."""
        return self.labels.get(key, LABELS[key])

    def is_printed(self, table: str, item: str) -> bool:
        """Whether any cell of the item is printed."""
        return any(
            printed is not None
            for (its_table, its_item, _), printed in self.cells.items()
            if (its_table, its_item) == (table, item)
        )
