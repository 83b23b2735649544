"""What the style of a table gives to its cells: as a whole, by bands, by its edges and corners."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tasks.extract.colour import WHITE, Colour
from tasks.extract.word.known import CELL, ROW, TABLE, Strange, strange
from tasks.extract.word.markup import W, count, value
from tasks.extract.word.paragraph import ParagraphStyle
from tasks.extract.word.style import RunStyle, Styles, merged, shading

_LOOKS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
"""What `w:tblLook` switches, and its bits in the older way to write it."""

_CONDITIONS = (
    *("band1Vert", "band2Vert", "band1Horz", "band2Horz", "firstRow", "lastRow"),
    *("firstCol", "lastCol", "nwCell", "neCell", "swCell", "seCell"),
)
"""Conditions in the order in which each overrides those before it."""


_MARGINS = (f"tcPr/{W}tcMar", f"tblPr/{W}tblCellMar")


@dataclass(frozen=True)
class CellStyle:
    """What a table's style gives to one cell."""

    run: RunStyle = field(default_factory=RunStyle)
    paragraph: ParagraphStyle = field(default_factory=ParagraphStyle)
    ground: Colour | None = None
    strange: Strange = field(default_factory=dict)

    def over(self, base: CellStyle) -> CellStyle:
        """These properties, and the base's where they are silent."""
        return CellStyle(
            self.run.over(base.run),
            self.paragraph.over(base.paragraph),
            base.ground if self.ground is None else self.ground,
            {**base.strange, **self.strange},
        )


class TableStyle:
    """The style of one table, and what the table uses of it.

    Args:
        styles: of the document.
        properties: the table's `w:tblPr`, or None.
    """

    def __init__(self, styles: Styles, properties: Any) -> None:
        self._styles = styles
        name = value(properties, "tblStyle") or styles.plain_table
        self._chain = list(styles.chain(name))
        self._look = _look(properties)
        self._bands = [
            next((count(n, 1) for n in (self._band_sizes(properties, kind)) if n), 1) or 1
            for kind in ("Row", "Col")
        ]
        self._known: dict[str, CellStyle | None] = {}

    @property
    def margins(self) -> list[Any]:
        """How far text is from the edges of cells by the style, the first to count first."""
        parts = [
            part for style in self._chain for part in (*(style.findall(f"{W}tblStylePr")), style)
        ]
        found = [part.find(f"{W}{at}") for part in parts for at in _MARGINS]
        return [given for given in found if given is not None]

    def of(self, row: int, column: int, end: int, rows: int, columns: int) -> CellStyle:
        """What it gives to a cell.

        Args:
            row: of the cell, from 0.
            column: its first one.
            end: the column behind it.
            rows: how many there are.
            columns: how many there are.
        """
        found = self._condition("")
        if found is None or not self._chain:
            return CellStyle()
        for condition in self._holding(row, column, end, rows, columns):
            given = self._condition(condition)
            if given is not None:
                found = given.over(found)
        return found

    def _band_sizes(self, properties: Any, kind: str) -> Iterator[str | None]:
        yield value(properties, f"tblStyle{kind}BandSize")
        for style in self._chain:
            yield value(style.find(f"{W}tblPr"), f"tblStyle{kind}BandSize")

    def _holding(self, row: int, column: int, end: int, rows: int, columns: int) -> list[str]:
        """The conditions that hold for a cell, each to override those before it."""
        look = self._look
        first, last = look["firstRow"] and row == 0, look["lastRow"] and row == rows - 1
        left = look["firstColumn"] and column == 0
        right = look["lastColumn"] and end == columns
        down = (row - look["firstRow"]) // self._bands[0] % 2
        across = (column - look["firstColumn"]) // self._bands[1] % 2
        holds = {
            f"band{across + 1}Vert": not (look["noVBand"] or left or right),
            f"band{down + 1}Horz": not (look["noHBand"] or first or last),
            "firstRow": first,
            "lastRow": last,
            "firstCol": left,
            "lastCol": right,
            "nwCell": first and left,
            "neCell": first and right,
            "swCell": last and left,
            "seCell": last and right,
        }
        return [condition for condition in _CONDITIONS if holds.get(condition)]

    def _condition(self, name: str) -> CellStyle | None:
        """What the style gives under a condition, or to the whole table."""
        if name not in self._known:
            parts = [part for style in self._chain for part in _parts(style, name)]
            given = merged(CellStyle(), map(self._given, parts)) if parts else None
            self._known[name] = CellStyle() if given is None and not name else given
        return self._known[name]

    def _given(self, part: Any) -> CellStyle:
        cell, row, table = (part.find(f"{W}{kind}Pr") for kind in ("tc", "tr", "tbl"))
        theme = self._styles.theme
        ground = shading(cell, theme, WHITE)
        return CellStyle(
            self._styles.own(part.find(f"{W}rPr")),
            ParagraphStyle.of(part.find(f"{W}pPr")),
            shading(table, theme) if ground is None else ground,
            {**strange(table, TABLE), **strange(row, ROW), **strange(cell, CELL)},
        )


def _parts(style: Any, condition: str) -> list[Any]:
    if not condition:
        whole = [p for p in style.findall(f"{W}tblStylePr") if p.get(f"{W}type") == "wholeTable"]
        return [*whole, style]
    return [p for p in style.findall(f"{W}tblStylePr") if p.get(f"{W}type") == condition]


def _look(properties: Any) -> dict[str, bool]:
    """What a table uses of its style."""
    look = None if properties is None else properties.find(f"{W}tblLook")
    if look is None:
        return dict.fromkeys(_LOOKS, False)
    try:
        bits = int(look.get(f"{W}val") or "0", 16)
    except ValueError:
        bits = 0
    given = {name: look.get(W + name) for name in _LOOKS}
    return {
        name: bool(bits & bit) if given[name] is None else given[name] in ("1", "true", "on")
        for name, bit in _LOOKS.items()
    }
