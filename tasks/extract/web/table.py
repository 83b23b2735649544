"""A table of a web page as its tags come: row groups, rows and cells by their order alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tasks.extract import unpaged
from tasks.extract.slots import Cell, Placed, expanded
from tasks.extract.web.style import Style

_GROUPS = {"thead": 0, "tbody": 1, "tfoot": 2}
"""Row groups, and in which order they are shown."""

_LEVELS = {**dict.fromkeys(_GROUPS, 1), "tr": 2, "td": 3, "th": 3}
PARTS = frozenset(_LEVELS)


@dataclass
class _Row:
    """A row and its visible cells.

    Attributes:
        flat: whether it says it has no height, as the last of Word's that sets the widths.
        begun: how many cells it has, with those that are not visible.
    """

    number: int
    flat: bool
    gone: bool
    begun: int = 0
    cells: list[Cell] = field(default_factory=list)

    @property
    def is_shown(self) -> bool:
        """Whether it is seen: a flat one only if something stands in it."""
        return not self.gone and not (self.flat and not any(cell.text for cell in self.cells))


class Table(unpaged.Table):
    """A table of a web page.

    The tree of a sloppy page nests cells in each other (`<td><div>1<td>2`). As in a
    browser, what begins closes what is open, and inherits from what it would stand in.
    """

    def __init__(self, number: int, style: Style) -> None:
        super().__init__(number)
        self._rows = 0
        self._row: _Row | None = None
        self._groups: list[tuple[int, list[_Row]]] = [(_GROUPS["tbody"], [])]
        self._styles = [style, style, style]
        """Of the table, the row group and the row."""
        self.quotes: list[str] = []
        """What its columns say that may change what is seen of its cells."""

    def close(self, tag: str) -> Style:
        """Close what a part ends that begins or ends here; return what one inherits."""
        level = _LEVELS[tag]
        self.cell = None
        if level < 3:
            self._row = None
            self._styles[2] = self._styles[1]
        if level < 2:
            self._groups.append((_GROUPS["tbody"], []))
            self._styles[1:] = self._styles[:1] * 2
        return self._styles[level - 1]

    def begin(self, element: Any, tag: str, style: Style) -> None:
        """Begin a part."""
        level = _LEVELS[tag]
        self._styles[level:] = [style] * (3 - level)
        if tag in _GROUPS:
            self._groups.append((_GROUPS[tag], []))
        elif tag == "tr":
            self._begin_row(element.get("height") == "0")
        else:
            row = self._row or self._begin_row(flat=False)
            row.begun += 1
            self.cell = Cell(
                f"table[{self.number}]/tr[{row.number}]/td[{row.begun}]",
                _span(element.get("colspan")) or 1,
                _span(element.get("rowspan")),
            )
            if not style.gone:
                row.cells.append(self.cell)

    def _begin_row(self, flat: bool) -> _Row:
        self._rows += 1
        self._row = _Row(self._rows, flat, self._styles[2].gone)
        self._groups[-1][1].append(self._row)
        return self._row

    @property
    def is_plain(self) -> bool:
        """Whether it has rows and no table stands in it."""
        return self._rows > 1 and not self.is_outer

    def placed(self) -> Sequence[Placed]:
        """The visible cells at their places."""
        groups = sorted(self._groups, key=lambda group: group[0])
        return expanded([[row.cells for row in rows if row.is_shown] for _, rows in groups])


def _span(written: str | None) -> int:
    """How many rows or columns an attribute names: its leading digits, as browsers read it."""
    match = re.match(r"\s*\+?(\d{1,5})", written or "")
    return int(match[1]) if match else 1
