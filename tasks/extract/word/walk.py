"""One pass over the text of a Word file: its visible lines, and which of them are in which cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from tasks.extract.colour import WHITE, Colour
from tasks.extract.marks import Marks, TextLine, tight
from tasks.extract.slots import MOST_COLUMNS
from tasks.extract.unread import NotingWalk, is_of_numbers
from tasks.extract.word.control import RUN_PARTS, Field, has_unread
from tasks.extract.word.known import (
    CELL,
    ROW,
    TABLE,
    Strange,
    doubts_of,
    is_crossed,
    is_pushed_out,
    strange,
)
from tasks.extract.word.markup import M, W, inside, is_on, is_other, value
from tasks.extract.word.numbering import Numbering
from tasks.extract.word.paragraph import ParagraphStyle
from tasks.extract.word.room import Room
from tasks.extract.word.style import RunStyle, Styles, shading
from tasks.extract.word.table import Cell, Table
from tasks.extract.word.table_style import CellStyle, TableStyle

_BREAKS = frozenset((f"{W}br", f"{W}cr"))
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "-", f"{W}sym": "\ufffd"}
"""What stands for a letter; which one a symbol of a font is cannot be known."""

_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_NAMED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class WordWalk(NotingWalk[Marks, Table]):
    """What one pass over the text finds."""

    def __init__(self, body: Any, styles: Styles, numbering: Numbering) -> None:
        super().__init__()
        self._styles = styles
        self._numbering = numbering
        self._label: tuple[str, Marks] | None = None
        """The number to stand before the text of the open paragraph."""
        self._fields: list[Field] = []
        self._ground = WHITE
        """What the open cell has behind its letters."""
        self._boxes: list[Any] = []
        """Text boxes of the open paragraph, to follow it."""
        self._given = CellStyle()
        """What the style of the open table gives to the open cell."""
        self._cell_doubts: tuple[str, ...] = ()
        """What speaks against all digits in the open cell."""
        self._set_as = ParagraphStyle()
        """How the open paragraph is set."""
        self._room = Room()
        """What the open cell has to hold."""
        self._walk(body)

    def _walk(self, parent: Any) -> None:
        for element in inside(parent):
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif element.tag == f"{W}tbl":
                self._table(element)

    def _paragraph(self, paragraph: Any) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = value(properties, "pStyle")
        base = self._styles.paragraph(style, self._given.run)
        ground = self._styles.shaded(style, properties) or self._ground
        base = base if base.ground is not None else replace(base, ground=ground)
        if self.open:
            self._set_as = self._styles.set_as(style, properties, self._given.paragraph)
            self._room.begin(self._set_as)
        numbering = properties.find(f"{W}numPr") if properties is not None else None
        if value(numbering, "numId") is None:
            numbering = self._styles.numbering(style)
        label = self._numbering.label(numbering) if numbering is not None else ""
        label = "" if base.vanished or not tight(label) else label
        self._label = (label, base.marks) if label else None
        outer, self._boxes = self._boxes, []
        first = len(self.lines)
        self.line = None
        self._inline(paragraph, base)
        if label and self._label is None:
            self._join(*self.lines[first : first + 2])
        self._label = None
        for box in self._boxes:
            self._walk(box)
        self._boxes = outer
        self.line = None

    def _join(self, label: TextLine[Marks], text: TextLine[Marks]) -> None:
        """Put a number Word counted and the line behind it together.

        If that begins with a digit the two stay apart, which makes the number doubtful:
        neither is part of the other.
        """
        if not replace(text).text[:1].isdigit():
            label.pieces += text.pieces
            text.pieces.clear()

    def _inline(self, parent: Any, base: RunStyle, in_run: bool = False) -> None:
        """Take the letters of a paragraph, or of a run of it."""
        for element in inside(parent):
            tag = str(element.tag)
            if tag == f"{W}r":
                properties = element.find(f"{W}rPr")
                named = self._styles.named(value(properties, "rStyle"))
                own = self._styles.own(properties).over(self._styles.layered(named, base))
                self._inline(element, own, True)
            elif tag == f"{W}t":
                if self.open and is_of_numbers(element.text or "") and _is_turned(element):
                    self.note("turned")
                self._add(element.text, base)
            elif tag in _SIGNS:
                self._add(_SIGNS[tag], base)
            elif tag == f"{W}fldChar":
                self._field(element, base)
            elif tag == f"{W}instrText" and self._fields:
                self._fields[-1].told += element.text or ""
            else:
                self._other(element, tag, base, in_run)

    def _other(self, element: Any, tag: str, base: RunStyle, in_run: bool) -> None:
        """Take what is no plain text: breaks, drawings, formulas, and what nobody knows."""
        if tag in _BREAKS:
            self.line = None
        elif tag in _DRAWINGS and not base.vanished:
            self._drawing(element)
        elif tag == f"{W}rt":
            self._ruby(element, base)
        elif tag.startswith(M):
            # What is a fraction or an exponent there would run together into one number.
            for text in element.iter(f"{M}t"):
                self._add(text.text, replace(base, raised=True))
        elif in_run and tag.startswith("{") and tag not in RUN_PARTS and not base.vanished:
            self.leave()

    def _ruby(self, element: Any, base: RunStyle) -> None:
        """Note figures that stand small above others; words there say how these are spoken."""
        text = "".join(own.text or "" for own in element.iter(f"{W}t"))
        if is_of_numbers(text) and not base.vanished:
            self.note("raised")

    def _field(self, character: Any, style: RunStyle) -> None:
        kind = character.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(Field(character))
        elif kind == "separate" and self._fields:
            self._fields[-1].begun = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if ended.is_unread and self._is_shown and not style.vanished:
                self.leave()

    @property
    def _is_shown(self) -> bool:
        """Whether what comes is no field's instruction."""
        return all(field.begun for field in self._fields)

    def _drawing(self, drawing: Any) -> None:
        """Keep text boxes for the end of the paragraph.

        What else is drawn cannot be read, and a box may lie anywhere on the page.
        """
        named = next(drawing.iter(_NAMED), None)
        if named is None or named.get("hidden") not in ("1", "true"):
            self._boxes += _boxes(drawing)
            self.draw()

    def _add(self, text: str | None, style: RunStyle) -> None:
        if not text or not self._is_shown:
            return
        for field in self._fields:
            field.shown |= bool(tight(text))
            if field.is_counted_anew and is_of_numbers(text) and not style.vanished:
                self.leave()
        if style.vanished:
            return
        if self._label is not None and tight(text):
            self.write(*self._label)
            self.line, self._label = None, None
        if self.open:
            self._room.add(text, style.height, style.fit)
            if is_of_numbers(text):
                self._doubt(style)
        self.write(text, style.marks)

    def _doubt(self, style: RunStyle) -> None:
        """Note what speaks against figures set like this where they stand."""
        if style.struck or style.struck_twice:
            return
        at = (*self._cell_doubts, *self._set_as.doubts(style.height), *style.doubts())
        for doubt in at:
            self.note(doubt)

    def _table(self, element: Any) -> None:
        table = Table(len(self.tables) + 1)
        self.enter(table)
        outer = (self._ground, self._given, self._cell_doubts, self._set_as, self._room)
        properties = element.find(f"{W}tblPr")
        form = _Form(
            table,
            TableStyle(self._styles, properties),
            shading(properties, self._styles.theme),
            strange(properties, TABLE),
            [row for row in inside(element) if row.tag == f"{W}tr"],
            properties,
        )
        for number, row in enumerate(form.rows, start=1):
            own = row.find(f"{W}trPr")
            if not (is_on(own, "del") or is_on(own, "hidden")):
                table.rows.append(self._row(form, number, row))
        self._ground, self._given, self._cell_doubts, self._set_as, self._room = outer
        self.open.pop()

    def _row(self, form: _Form, row_number: int, row: Any) -> list[Cell]:
        found: list[Cell] = []
        table, own = form.table, row.find(f"{W}trPr")
        ground = shading(row.find(f"{W}tblPrEx"), self._styles.theme) or form.ground
        unknown = {
            **form.strange,
            **strange(row.find(f"{W}tblPrEx"), TABLE),
            **strange(own, ROW),
        }
        column = min(row.grid_before, MOST_COLUMNS)
        elements = (cell for cell in inside(row) if cell.tag == f"{W}tc")
        for number, element in enumerate(elements, start=1):
            pointer = f"tbl[{table.number}]/tr[{row_number}]/tc[{number}]"
            columns = min(max(element.grid_span, 1), MOST_COLUMNS)
            cell = Cell(pointer, columns, column=column, goes_on=element.vMerge == "continue")
            column += columns
            self.line, table.cell = None, cell
            properties = element.find(f"{W}tcPr")
            self._given = form.given(row_number, cell)
            self._enter(properties, ground, unknown)
            self._walk(element)
            if has_unread(element):
                self.leave()
            if is_pushed_out(properties, *form.margins(row)) and self._room.has_figures:
                self.note("displaced")
            if self._room.is_squeezed(properties):
                self.note("property")
            if element.vMerge is None and self._room.is_cut(own, properties):
                self.note("clipped")
            self.line, table.cell = None, None
            if found and value(properties, "hMerge") in ("continue", ""):
                found[-1].columns += columns
                found[-1].lines += cell.lines
                found[-1].drawn |= cell.drawn
                self.noted.setdefault(found[-1].pointer, set()).update(self.noted.get(pointer, ()))
            else:
                found.append(cell)
        return found

    def _enter(self, properties: Any, ground: Colour | None, unknown: Strange) -> None:
        """Begin a cell with these `w:tcPr`."""
        given = self._given
        behind = WHITE if given.ground is None else given.ground
        behind = behind if ground is None else ground
        self._ground = shading(properties, self._styles.theme, WHITE) or behind
        self._room, self._set_as = Room(), ParagraphStyle()
        doubts = dict.fromkeys(doubts_of({**given.strange, **unknown, **strange(properties, CELL)}))
        if is_crossed(properties):
            doubts["struck"] = None
        self._cell_doubts = tuple(doubts)


class _Form:
    """A table as its rows are read.

    Attributes:
        table: the same as it is kept.
        ground: what it has behind its letters by itself.
        strange: properties of it that are not known.
        rows: its rows.
    """

    def __init__(
        self,
        table: Table,
        style: TableStyle,
        ground: Colour | None,
        unknown: Strange,
        rows: Sequence[Any],
        properties: Any,
    ) -> None:
        self.table = table
        self.ground = ground
        self.strange = unknown
        self.rows = rows
        self._style = style
        self._properties = properties
        self._columns = max((_width(row) for row in rows), default=0)

    def margins(self, row: Any) -> list[Any]:
        """What may say how far the text of a row's cells is from their edges, after themselves."""
        given = (row.find(f"{W}tblPrEx"), self._properties)
        own = [None if part is None else part.find(f"{W}tblCellMar") for part in given]
        return [*own, *self._style.margins]

    def given(self, row_number: int, cell: Cell) -> CellStyle:
        """What the table's style gives to a cell of a row (from 1)."""
        at = (row_number - 1, cell.column, cell.end)
        return self._style.of(*at, len(self.rows), self._columns)


def _width(row: Any) -> int:
    spans = (max(int(cell.grid_span), 1) for cell in inside(row) if cell.tag == f"{W}tc")
    return int(row.grid_before) + sum(spans)


def _is_turned(text: Any) -> bool:
    """Whether letters stand in something that turns their order."""
    for element in text.iterancestors():
        if element.tag == f"{W}p":
            return False
        if element.tag in (f"{W}bdo", f"{W}dir") and element.get(f"{W}val") != "ltr":
            return True
    return False


def _boxes(drawing: Iterable[Any]) -> Iterator[Any]:
    """The text boxes of a drawing, those inside them left out."""
    for element in drawing:
        if element.tag == f"{W}txbxContent":
            yield element
        elif not is_other(element):
            yield from _boxes(element)
