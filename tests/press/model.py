"""A report to be printed: what stands in it and how it is laid out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tests.press.form_2021 import CellKey
from tests.press.forms import FORMS, Form, FormName

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
    blocks: Literal["thirds", "half", "uneven"] = "thirds"
    """Where the blocks of table 二 with fewer columns are divided; in `uneven` the header's cells
    span other columns than the cells below them."""
    merged_groups: bool = True
    """Whether （三）不予公开 … are merged cells; otherwise the text stands in the first row."""
    repeat_header: bool = False
    rows_may_break: bool = False
    break_digits: bool = False
    """HTML only: numbers wider than their cell are broken over lines."""
    breaks: tuple[Break, ...] = ()
    footer: Literal["-{}-", "- {} -", "— {} —", "{}", ""] = "- {} -"
    rules: Literal["all", "horizontal", "open", "three", "none"] = "all"
    """`horizontal` has no vertical rules, `open` no outer border, `three` only the top rule, those
    under header rows and the bottom rule. Canvas only, as all that follows up to `encryption`."""
    stroke: Literal["solid", "dotted", "dashed", "double"] = "solid"
    rule_colour: str = ""
    cell_colour: str = ""
    """Colour of all cells that have no other."""
    zebra: str = ""
    """Colour of every second row."""
    inset: float = 0
    """With `boxes`: how far inside its cell each box is drawn."""
    padding: float = 2.5
    fake_bold: bool = False
    """Numbers and headers are drawn twice, 0.3 points apart."""
    rotate: Literal[0, 90, 180, 270] = 0
    """The pages' `/Rotate`; they are drawn so that they display upright."""
    sideways: Literal["", "left", "right"] = ""
    """Whether the pages of `sideways_tables` are turned on an unrotated page."""
    sideways_tables: tuple[str, ...] = ("applications", "statistics")
    encryption: Literal["", "RC4 40", "RC4 128", "AES 128"] = ""
    """With an empty user password."""
    review: Literal["official", "rows", "blocks"] = "official"
    """Table 四: `rows` has an item a row, `blocks` an item a block of its own."""
    glued: bool = False
    """Tables 三 and 四 are one table with their headings as rows."""
    applications_cut: str = ""
    """The item before which table 三 ends and begins again as a second table."""
    statistics: Literal["three", "numbered", "cumulative"] = "three"
    """Columns of the 2014 table: the form's, 序号 before them, or 历年累计 behind them."""
    indent: bool = True
    """Whether labels of the 2014 table are indented by full-width spaces."""
    group_sign: Literal["——", ""] = "——"
    """What stands in the unit column of a 2014 row without a number."""


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
    parts: tuple[tuple[str, ...], ...] = ()
    """The paragraphs of the six parts of a 2014 report, which has no others but the preface."""
    filler: str = ""
    """Who filled in the 2014 table, printed above it."""
    signatures: tuple[str, ...] = ()
    """Printed under the 2014 table."""


@dataclass(frozen=True)
class Extra:
    """A table that is none of the form's, printed above a part or at the end."""

    above: Literal["section.2", "section.3", "section.4", "section.5", "end"]
    rows: tuple[tuple[str, ...], ...]
    """The first row is its header."""
    caption: str = ""


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
    form: FormName = "2021"
    extras: tuple[Extra, ...] = ()
    cumulative: Mapping[str, str] = field(default_factory=dict)
    """By item what the 2014 table prints under 历年累计, which is not what the form asks for."""

    def __post_init__(self) -> None:
        """Refuses cells and labels that the form does not know."""
        if strange := set(self.cells) - set(self.official.cells):
            raise ValueError(f"not cells of the form: {sorted(strange)}")
        if unknown := set(self.labels) - set(self.official.labels):
            raise ValueError(f"not labels of the form: {sorted(unknown)}")

    @property
    def official(self) -> Form:
        """The form as it was issued."""
        return FORMS[self.form]

    def label(self, key: str) -> str:
        """The text printed for a label of the form."""
        return self.labels.get(key, self.official.labels[key])

    def is_printed(self, table: str, item: str) -> bool:
        """Whether any cell of the item is printed."""
        return any(
            printed is not None
            for (its_table, its_item, _), printed in self.cells.items()
            if (its_table, its_item) == (table, item)
        )
