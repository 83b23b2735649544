"""One pass over the text of a Word file: its visible lines, and which of them are in which cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from tasks.extract.marks import TextLine, tight
from tasks.extract.slots import MOST_COLUMNS
from tasks.extract.word_rooms.numbering import Numbering
from tasks.extract.word_rooms.style import RunStyle, Styles
from tasks.extract.word_rooms.table import Cell, Table
from tasks.extract.word_rooms.xml import FALLBACK, M, W, inside, is_on, value

_BREAKS = frozenset((f"{W}br", f"{W}cr"))
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "-", f"{W}sym": "\ufffd"}
"""What stands for a letter; which one a symbol of a font is cannot be known."""

_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))


class Walk:
    """What one pass over the text finds."""

    def __init__(self, body: Any, styles: Styles, numbering: Numbering) -> None:
        self.lines: list[TextLine] = []
        self.tables: list[Table] = []
        self.drawings = 0
        self._styles = styles
        self._numbering = numbering
        self._line: TextLine | None = None
        self._open: list[tuple[Table, Cell]] = []
        self._fields: list[bool] = []
        """Per open field, whether its result has begun."""
        self._boxes: list[Any] = []
        """Text boxes of the open paragraph, to follow it."""
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
        base = self._styles.paragraph(style)
        outer, self._boxes = self._boxes, []
        first = len(self.lines)
        self._line = None
        self._inline(paragraph, base)
        self._label(properties, style, base, first)
        for box in self._boxes:
            self._walk(box)
        self._boxes = outer
        self._line = None

    def _label(self, properties: Any, style: str | None, base: RunStyle, first: int) -> None:
        """Put the number Word counts before a paragraph's text."""
        numbering = properties.find(f"{W}numPr") if properties is not None else None
        if value(numbering, "numId") is None:
            numbering = self._styles.numbering(style)
        label = self._numbering.label(numbering) if numbering is not None else ""
        if not label or len(self.lines) == first or base.vanished:
            return
        line, piece = self.lines[first], (label, base.marks)
        if line.text[:1].isdigit():
            # Not part of the number behind it: a line of its own makes that doubtful.
            self.lines.insert(first, TextLine(line.table, [piece]))
        else:
            self.lines[first] = TextLine(line.table, [piece, *line.pieces])

    def _inline(self, parent: Any, base: RunStyle) -> None:
        """Take the letters of a paragraph, or of a run of it."""
        for element in inside(parent):
            tag = str(element.tag)
            if tag == f"{W}r":
                properties = element.find(f"{W}rPr")
                named = self._styles.named(value(properties, "rStyle"))
                self._inline(element, RunStyle.of(properties).over(named.over(base)))
            elif tag == f"{W}t":
                self._add(element.text, base)
            elif tag in _SIGNS:
                self._add(_SIGNS[tag], base)
            elif tag in _BREAKS:
                self._line = None
            elif tag == f"{W}fldChar":
                self._field(element.get(f"{W}fldCharType"))
            elif tag in _DRAWINGS and not base.vanished:
                self._drawing(element)
            elif tag.startswith(M):
                # What is a fraction or an exponent there would run together into one number.
                for text in element.iter(f"{M}t"):
                    self._add(text.text, replace(base, raised=True))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate":
            self._fields[-1:] = [True] * len(self._fields[-1:])
        elif kind == "end":
            del self._fields[-1:]

    def _drawing(self, drawing: Any) -> None:
        """Keep text boxes for the end of the paragraph; what else is drawn cannot be read."""
        boxes = list(_boxes(drawing))
        self._boxes += boxes
        if not boxes:
            self.drawings += 1
            for _, cell in self._open:
                cell.drawn = True

    def _add(self, text: str | None, style: RunStyle) -> None:
        if not text or style.vanished or not all(self._fields):
            return
        if self._line is None:
            if not tight(text):
                return
            self._line = TextLine(self._open[-1][0].number if self._open else 0)
            self.lines.append(self._line)
        self._line.pieces.append((text, style.marks))

    def _table(self, element: Any) -> None:
        table = Table(len(self.tables) + 1, len(self.lines))
        self.tables.append(table)
        rows = (row for row in inside(element) if row.tag == f"{W}tr")
        for number, row in enumerate(rows, start=1):
            properties = row.find(f"{W}trPr")
            if not (is_on(properties, "del") or is_on(properties, "hidden")):
                table.rows.append([])
                self._row(table, f"tbl[{table.number}]/tr[{number}]", row)
        table.last = len(self.lines)
        if self._open:
            self._open[-1][0].inner.append((table.first, table.last))

    def _row(self, table: Table, pointer: str, row: Any) -> None:
        cells = table.rows[-1]
        column = min(row.grid_before, MOST_COLUMNS)
        elements = (cell for cell in inside(row) if cell.tag == f"{W}tc")
        for number, element in enumerate(elements, start=1):
            columns = min(max(element.grid_span, 1), MOST_COLUMNS)
            cell = Cell(
                f"{pointer}/tc[{number}]",
                len(self.lines),
                columns,
                column=column,
                goes_on=element.vMerge == "continue",
            )
            column += columns
            self._line = None
            self._open.append((table, cell))
            self._walk(element)
            self._open.pop()
            self._line = None
            cell.last = len(self.lines)
            if value(element.find(f"{W}tcPr"), "hMerge") in ("continue", "") and cells:
                cells[-1].columns += columns
                cells[-1].last = cell.last
            else:
                cells.append(cell)


def _boxes(drawing: Iterable[Any]) -> Iterator[Any]:
    """The text boxes of a drawing, those inside them left out."""
    for element in drawing:
        if element.tag == f"{W}txbxContent":
            yield element
        elif element.tag != FALLBACK:
            yield from _boxes(element)
