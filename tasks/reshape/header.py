"""The labels above a cell: what column it stands in, wherever the header is printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.explained import explained, is_narrowed
from gongkai.form import FormTable
from gongkai.label import normalise
from gongkai.label_words import label_words
from gongkai.likeness import LONG, grade_of
from gongkai.report import GridCell
from gongkai.unit import without_unit
from tasks.reshape.bands import Band, is_bare_unit, is_wordy, ordered
from tasks.reshape.recognise import EDGE
from tasks.reshape.years import is_of_another_time, without_own

_TITLE = re.compile(r"[一二三四五六七八九十]?.{6,}(?:情况|统计表|情况表)(?:续表?)?")
"""A table's own title inside its grid, as long as it may be worded otherwise."""


class Above(NamedTuple):
    """What stands above a cell.

    Attributes:
        path: its headings, normalised and without sections and units.
        single: whether they stand in one file, so that they are one label.
        printed: as printed.
        score: how sure the reader is of the least legible of them.
    """

    path: str
    single: bool
    printed: str
    score: float


class Headings:
    """The header of one table, asked cell by cell."""

    def __init__(self, table: FormTable, year: int | None = None) -> None:
        self.table = table
        self.year = year
        self.sections = sorted((normalise(text) for text in table.sections), key=len, reverse=True)
        self.section_cores = {_headed_core(text) for text in self.sections}
        self.says = {
            normalise(text): measure.says
            for measure in table.measures
            for text in (measure.label, *measure.aliases)
        }
        self.measures = {
            normalise(text): measure.code
            for measure in table.measures
            for text in (measure.label, *measure.aliases)
        }
        self.paths: dict[tuple[object, ...], Above] = {}

    def above(self, header: Sequence[Band], band: Band, cell: GridCell) -> Above:
        """The labels above a cell.

        The header may stand on another page, with other margins.
        """
        column = (id(header[0]), id(header[-1]), len(header), band.edges, cell.box[0], cell.box[2])
        if column not in self.paths:
            self.paths[column] = self._above(header, band, cell)
        return self.paths[column]

    def _above(self, header: Sequence[Band], band: Band, cell: GridCell) -> Above:
        above: dict[GridCell, None] = {}
        for part in header:
            shift = _shift(part.edges, band.edges)
            beside = _header_cells(header, part)
            above.update(dict.fromkeys(c for c in beside if c.text and _is_above(c, cell, shift)))
        rest = normalise("".join(self.words(c.text) for c in above if not self.is_note(c)))
        for section in self.sections:
            rest = rest.replace(section, "")
        rest = without_own(rest, self.year)
        rows = Counter(c.row for c in above)
        printed = "".join(c.text for c in above)
        single = all(count == 1 for count in rows.values())
        return Above(rest, single, printed, min((c.score for c in above), default=1.0))

    def words(self, text: str) -> str:
        """What a heading says of its columns: nothing if it is a section, however worded.

        An explanation in brackets is left out if what it explains is known and it changes nothing.
        """
        text = without_unit(text)
        said = normalise(text)
        if said in self.measures or said in self.sections:
            return text
        label, explanation = explained(text)
        plain = normalise(label)
        for section in self.sections:
            plain = plain.removeprefix(section)
        if explanation and plain in self.measures:
            says = self.says[plain]
            return text if is_narrowed(explanation, plain, self.year, says) else label
        if self.is_section(said) or (explanation and self.is_section(normalise(label))):
            return text if is_narrowed(explanation, "", self.year) else ""
        return text

    def without_section(self, text: str) -> list[str]:
        """A label without the section it begins with, normalised; nothing where there is none."""
        said = normalise(text)
        found = [said.removeprefix(s) for s in self.sections if said.startswith(s)]
        return [rest for rest in found if rest]

    def without_group(self, text: str) -> tuple[str, str]:
        """A row's label without the group's that stands before it, and the group's code.

        `（三）不予公开 1.属于国家秘密` is the row 1 of group 3.3.
        """
        said = normalise(text)
        heads = (*self.table.groups, *(i for i in self.table.items if i.instead_of))
        for group in heads:
            for label in map(normalise, (group.label, *group.aliases)):
                if said.startswith(label) and said != label:
                    ends = (n for n in range(len(text)) if normalise(text[:n]) == label)
                    return text[next(ends) :].lstrip("　 :：-—、"), group.code
        return "", ""

    def is_section(self, said: str) -> bool:
        """Whether a normalised text heads several columns, in other words or with a slip."""
        core = _headed_core(said)
        if core and core in self.section_cores:
            return True
        return any(
            len(section) >= LONG
            and not any(c in NUMERALS for c in section)
            and grade_of(said, section) in ("reworded", "mistyped")
            for section in self.sections
        )

    def measure_of(self, path: str) -> str | None:
        """The measure a path names to the letter.

        A table that agencies print as they like may say it in several words above
        each other (统计数 over 本年度).
        """
        if path in self.measures or not self.table.partial:
            return self.measures.get(path)
        rest, said = path, set()
        for label in sorted(self.measures, key=len, reverse=True):
            if label in rest:
                rest = rest.replace(label, "")
                said.add(self.measures[label])
        return said.pop() if not rest and len(said) == 1 else None

    def is_note(self, cell: GridCell) -> bool:
        """Whether a text inside the table is a title or a note and heads no column."""
        text = normalise(cell.text)
        if text.startswith(("注", "备注", "说明", "单位")):
            return True
        return self.is_title(text)

    def is_title(self, text: str) -> bool:
        """Whether a normalised text is the title of a table, perhaps in other words."""
        if text in self.sections:
            return False
        return text == normalise(self.table.title) or _TITLE.fullmatch(text) is not None

    def is_of_another_time(self, path: str) -> bool:
        """Whether a column says something of another year, which no table of the form does."""
        return path not in self.measures and is_of_another_time(path, self.year)

    def in_order(self, header: Sequence[Band]) -> list[tuple[str | None, GridCell]]:
        """The lowest headings of a header from left to right, and the measure each names.

        Headings over several others, sections, notes, and what heads the labels are left out.
        """
        part = header[-1].part
        own = [band for band in header if band.part == part]
        cells = dict.fromkeys(cell for band in own for cell in _header_cells(own, band))
        words = [cell for cell in cells if is_wordy(cell) and not is_bare_unit(cell.text)]
        words = [cell for cell in words if normalise(cell.text) not in self.sections]
        words = [cell for cell in words if not self.is_note(cell)]
        words = [cell for cell in words if cell.box[0] > own[0].edges[0] + EDGE]
        lowest = [
            cell
            for cell in words
            if not any(c.row >= cell.row_end and _is_above(cell, c, 0.0) for c in words)
        ]
        lowest.sort(key=lambda cell: cell.box[0])
        return [(self.measure_of(normalise(without_unit(c.text))), c) for c in lowest]


NUMERALS = "一二三四五六七八九十"
"""Numbers in headings: 第二十条第（一）项 and 第（五）项 differ by one letter and are two."""


def _headed_core(said: str) -> str:
    """A normalised heading over several columns without words that change nothing."""
    return label_words().headed.sub("", said)


def _header_cells(header: Sequence[Band], part: Band) -> list[GridCell]:
    """The cells of one band of a header, with those that reach down from it no further."""
    foot = max(b.box[3] for b in header if b.part == part.part) + EDGE
    within = (c for c in part.spanning if c.box[3] <= foot)
    return ordered((*part.cells, *within))


def readings(header: Sequence[Band]) -> Iterator[Sequence[Band]]:
    """How a header that may stand on several pages can be meant: repeated, or cut in two."""
    parts = sorted({band.part for band in header}, reverse=True)
    if len(parts) > 1:
        yield [band for band in header if band.part == parts[0]]
    if header:
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
