"""The labels above a cell: what column it stands in, wherever the header is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gongkai.form import FormTable
from gongkai.label import normalise
from gongkai.report import GridCell
from gongkai.unit import without_unit
from tasks.reshape.bands import Band, ordered
from tasks.reshape.recognise import EDGE


class Headings:
    """The header of one table, asked cell by cell."""

    def __init__(self, table: FormTable) -> None:
        self.table = table
        self.sections = sorted((normalise(text) for text in table.sections), key=len, reverse=True)
        self.paths: dict[tuple[object, ...], tuple[str, bool, str]] = {}

    def path(self, header: Sequence[Band], band: Band, cell: GridCell) -> tuple[str, bool, str]:
        """The labels above a cell: normalised without sections, whether in one file, as printed.

        The header may stand on another page, with other margins.
        """
        column = (id(header[0]), id(header[-1]), len(header), band.edges, cell.box[0], cell.box[2])
        if column not in self.paths:
            self.paths[column] = self._path(header, band, cell)
        return self.paths[column]

    def _path(self, header: Sequence[Band], band: Band, cell: GridCell) -> tuple[str, bool, str]:
        above: dict[GridCell, None] = {}
        for part in header:
            shift = _shift(part.edges, band.edges)
            foot = max(b.box[3] for b in header if b.part == part.part) + EDGE
            within = (c for c in part.spanning if c.box[3] <= foot)
            beside = ordered((*part.cells, *within))
            above.update(dict.fromkeys(c for c in beside if c.text and _is_above(c, cell, shift)))
        rest = normalise("".join(without_unit(c.text) for c in above if not self.is_note(c)))
        for section in self.sections:
            rest = rest.replace(section, "")
        rows = Counter(c.row for c in above)
        printed = "".join(c.text for c in above)
        return rest, all(count == 1 for count in rows.values()), printed

    def is_note(self, cell: GridCell) -> bool:
        """Whether a text inside the table is a title or a note and heads no column."""
        text = normalise(cell.text)
        return text.startswith(("注", "备注", "说明", "单位")) or text in (
            normalise(self.table.title),
            normalise(f"{self.table.number}{self.table.title}"),
        )


def readings(header: Sequence[Band]) -> Iterator[Sequence[Band]]:
    """How a header that may stand on several pages can be meant: repeated, or cut in two."""
    parts = sorted({band.part for band in header}, reverse=True)
    if len(parts) > 1:
        yield [band for band in header if band.part == parts[0]]
    yield header
    for part in parts[1:]:
        yield [band for band in header if band.part == part]


def _is_above(header: GridCell, cell: GridCell, shift: float) -> bool:
    """Whether a header cell stands over a cell: they share most of the narrower one's width."""
    left, right = header.box[0] + shift, header.box[2] + shift
    shared = min(right, cell.box[2]) - max(left, cell.box[0])
    return shared > 0.5 * min(right - left, cell.box[2] - cell.box[0])


def _shift(header: tuple[float, float], part: tuple[float, float]) -> float:
    """How far the columns of a header are moved on another page of the same table.

    Margins may be mirrored; a part may have lost its first column's left rule.
    """
    left, right = part[0] - header[0], part[1] - header[1]
    if abs(right) <= EDGE or abs(left) <= EDGE:
        return 0.0
    return right
