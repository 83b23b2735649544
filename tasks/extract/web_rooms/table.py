"""A table of a web page as its tags come: row groups, rows and cells by their order alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tasks.extract.marks import TextLine
from tasks.extract.slots import Placed, expanded
from tasks.extract.unpaged import WrittenCell, WrittenTable
from tasks.extract.web_rooms.style import Style

GROUPS = {"thead": 0, "tbody": 1, "tfoot": 2}
"""Row groups, and in which order they are shown."""

_LEVELS = {**dict.fromkeys(GROUPS, 1), "tr": 2, "td": 3, "th": 3}
PARTS = frozenset(_LEVELS)


@dataclass
class _Row:
    """A row; `flat` ones say they have no height, as the last of Word's that sets the widths."""

    number: int
    flat: bool
    gone: bool
    count: int = 0
    cells: list[WrittenCell] = field(default_factory=list)

    def is_shown(self, lines: Sequence[TextLine]) -> bool:
        """Whether it is seen: a flat one only if something stands in it."""
        own = (line for cell in self.cells for line in lines[cell.first : cell.last])
        return not self.gone and not (self.flat and not any(line.text for line in own))


class Table(WrittenTable):
    """An open table.

    The tree of a sloppy page nests cells in each other (`<td><div>1<td>2`). As in a
    browser, what begins closes what is open, and inherits from what it would stand in.

    Attributes:
        cell: the open one.
        rows: how many have begun.
    """

    def __init__(self, number: int, first: int, style: Style) -> None:
        super().__init__(number, first)
        self.cell: WrittenCell | None = None
        self.rows = 0
        self._row: _Row | None = None
        self._groups: list[tuple[int, list[_Row]]] = [(GROUPS["tbody"], [])]
        self._styles = [style, style, style]
        """Of the table, the row group and the row."""

    def close(self, tag: str, place: int) -> None:
        """Close what a part ends that begins or ends before the line at `place`."""
        if self.cell is not None:
            self.cell.last = place
            self.cell = None
        if _LEVELS.get(tag, 0) < _LEVELS["td"]:
            self._row = None
            self._styles[2] = self._styles[1]
        if tag in GROUPS:
            self._groups.append((GROUPS["tbody"], []))
            self._styles[1:] = self._styles[:1] * 2

    def above(self, tag: str) -> Style:
        """What a part inherits."""
        return self._styles[_LEVELS[tag] - 1]

    def open(self, element: Any, tag: str, style: Style, place: int) -> None:
        """Begin a part at the line at `place`."""
        level = _LEVELS[tag]
        self._styles[level:] = [style] * (3 - level)
        if tag in GROUPS:
            self._groups.append((GROUPS[tag], []))
        elif tag == "tr":
            self._row = self._new_row(element.get("height") == "0")
        else:
            self._row = self._row or self._new_row(flat=False)
            self._row.count += 1
            self.cell = WrittenCell(
                f"table[{self.number}]/tr[{self._row.number}]/td[{self._row.count}]",
                place,
                _span(element.get("colspan")) or 1,
                _span(element.get("rowspan")),
            )
            if not style.gone:
                self._row.cells.append(self.cell)

    def _new_row(self, flat: bool) -> _Row:
        self.rows += 1
        row = _Row(self.rows, flat, self._styles[2].gone)
        self._groups[-1][1].append(row)
        return row

    def cells(self, lines: Sequence[TextLine]) -> Sequence[Placed]:
        """The visible cells at their places."""
        return expanded(
            [
                [[cell.slot(lines) for cell in row.cells] for row in rows if row.is_shown(lines)]
                for _, rows in sorted(self._groups, key=lambda group: group[0])
            ]
        )


def _span(written: str | None) -> int:
    """How many rows or columns an attribute names: its leading digits, as browsers read it."""
    match = re.match(r"\s*\+?(\d{1,5})", written or "")
    return int(match[1]) if match else 1
