"""Tables whose items run down and measures across (二, 三, the statistics of 2014)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from gongkai.form import FormTable, Item
from gongkai.label import Label, normalise
from gongkai.likeness import likenesses, most_like
from gongkai.report import Box, GridCell
from gongkai.unit import COUNTS, printed_unit, short_unit
from tasks.reshape.bands import Band, Halves, home, is_bare_unit, is_number, is_wordy, ordered
from tasks.reshape.header import Above, readings
from tasks.reshape.lines import NO_LINES, Lines
from tasks.reshape.placing import BROKEN, LEGIBLE, Key, Placed, Taken
from tasks.reshape.recognise import EDGE
from tasks.reshape.row_headings import merged, row_headings, says_of_rows
from tasks.reshape.rows import Row
from tasks.reshape.settle import SettledRows
from tasks.reshape.years import is_of_another_time

COUNT = "件"
"""What is counted where the form declares no unit for a row."""

Columns = Mapping[str, Sequence[tuple[GridCell, str]]]
"""Per measure the cells of a row that stand under it, each with the unit its heading prints."""


class RowTable(SettledRows):
    """The figures of each row, under the header that holds for it."""

    def __init__(self, table: FormTable, year: int | None = None, lines: Lines = NO_LINES) -> None:
        super().__init__(table, year, lines)
        self.likened: set[Above] = set()
        self.empty: list[tuple[Band, Key]] = []
        self.strays: dict[str, list[tuple[Row, GridCell]]] = {}

    def place(self, found: Sequence[Band]) -> Placed:
        """Know the rows, then read each under the header that holds for it."""
        rows = self.joined([self.classified(band) for band in found])
        self.settle_unknown(rows)
        self.decide_recurring(rows)
        self.tell_groups(rows)
        self.refuse_repeated(rows)
        headers: list[list[Band]] = []
        after_data = True
        for row in rows:
            if row.kind == "header":
                if after_data:
                    headers.append([])
                headers[-1].append(row.band)
                after_data = False
            elif row.kind == "item":
                after_data = True
                self.place_row(row, headers)
        self.say_narrowed(rows)
        self.say_headings(rows)
        self.say_unknown(rows)
        self.say_missing(rows)
        self.say_stray_columns()
        self.say_empty(rows)
        return self.result()

    def say_headings(self, rows: Sequence[Row]) -> None:
        """Say what heads rows and is not the form's: another group, time or scope."""
        for heading in merged(row_headings(rows, label_cells)):
            said = says_of_rows(heading, self.table, self.headings.year)
            keys = [key for key in self.table.cells if key[0] in heading.items]
            message = f"{self.table.name}有的行上方或旁边的标题印作“{heading.text}”"
            if said == "time":
                self.remark(
                    "reading.other_year",
                    f"{message}，这些行的数字可能是别的时段的，也可能是标题有误，请对照原文核定。",
                    keys,
                    [heading.place],
                )
            elif said == "scope":
                self.remark(
                    "reading.label_doubtful",
                    f"{message}，这些行的数字可能是另一范围的，也可能就是本机关的，请对照原文核定。",
                    keys,
                    [heading.place],
                )
            elif said == "group":
                self.say_once(
                    "reading.label_variant",
                    f"{message}，与其下各行的标签不符，各行按自己的标签读取。",
                    [heading.place],
                )

    def say_empty(self, rows: Sequence[Row]) -> None:
        """Say which cells have no place in their rows: one by one, or a whole column.

        A column that no row has, while everything that is printed has its place, the
        agency left out.
        """
        items = [row.item for row in rows if row.kind == "item"]
        for measure in self.table.measure:
            due = {(item, measure) for item in items} & set(self.table.cells)
            found = [(band, key) for band, key in self.empty if key[1] == measure]
            is_left_out = (
                len(items) > 1
                and due == {key for _, key in found}
                and not self.strays
                and not self.has_heading(measure)
            )
            if found and is_left_out:
                self.remark(
                    "reading.missing_column",
                    f"{self.table.name}没有印出“{self.table.measure[measure].label}”一栏，"
                    "请机关核对是否缺列。",
                    [key for _, key in found],
                )
                continue
            for band, key in found:
                self.remark(
                    "reading.missing_cell",
                    f"{self.table.name}{self.name(*key)}在原文中没有对应的格子，"
                    "可能漏印一格，也可能该行的数字与栏目错位，请核对。",
                    [key],
                    [(band.page, band.box)],
                )

    def has_heading(self, measure: str) -> bool:
        """Whether the document prints a heading for a measure, as far as its lines tell.

        Without pages no rule can be overlooked: what is in no cell is not in the table.
        """
        if not any(band.page for band, _ in self.empty):
            return False
        others = [m for code, m in self.table.measure.items() if code != measure]
        own = self.table.measure[measure]
        return self.lines.has_heading(
            (own.label, *own.aliases), [text for m in others for text in (m.label, *m.aliases)]
        )

    def place_row(self, row: Row, headers: Sequence[Sequence[Band]]) -> None:
        """Read one row under the latest header that names all its measures, else the best."""
        item = self.table.item[row.item]
        wanted = item.measures or tuple(self.table.measure)
        found = self.under(row, headers, wanted)
        unit = self.unit_of(row)
        for measure in wanted:
            candidates = [(cell, unit or header) for cell, header in found.get(measure, [])]
            self.choose(row, item, measure, candidates)
        used = [cell for pairs in found.values() for cell, _ in pairs]
        is_whole = all((item.code, measure) in self.placed for measure in wanted)
        self.say_strangers(row, headers, used, is_whole)
        for band in (row.band, row.band.lower) if isinstance(row.band, Halves) else (row.band,):
            labels = label_cells(row, band.cells)
            pointer = labels[-1].pointer if labels else ""
            self.anchor(item.code, band.page, band.own_box, pointer)

    def under(self, row: Row, headers: Sequence[Sequence[Band]], wanted: Sequence[str]) -> Columns:
        """The cells of a row under each measure: by position, else by the header's order.

        A header that names all the measures wanted holds for the row, whatever stands
        above it; where headings and cells have other widths, their order decides, if
        there are as many of one as of the other.
        """
        cells = right_of_label(row)
        best: Columns = {}
        for header in (part for block in reversed(headers) for part in readings(block)):
            columns = self.columns(header, row.band, cells, wanted)
            if len(columns) > len(best) or not best:
                best = columns
            if is_settled(row.band, columns, wanted):
                return columns
            named = [measure for measure, _ in self.headings.in_order(header)]
            if all(named.count(measure) == 1 for measure in wanted):
                return self.by_order(row, header, cells, wanted) or columns
        return best

    def columns(
        self, header: Sequence[Band], band: Band, cells: Sequence[GridCell], wanted: Sequence[str]
    ) -> dict[str, list[tuple[GridCell, str]]]:
        """Which cells of a row stand under which measure; the unit the header prints.

        A header is known by likeness only for a measure that none names to the letter.
        """
        found: dict[str, list[tuple[GridCell, str]]] = {}
        unnamed: list[tuple[GridCell, Above]] = []
        for cell in cells:
            above = self.headings.above(header, band, cell)
            measure = self.headings.measure_of(above.path)
            if measure in wanted:
                found.setdefault(str(measure), []).append((cell, self.unit_above(measure, above)))
            elif above.path and above.single and not self.is_known_otherwise(measure, above):
                unnamed.append((cell, above))
        named = set(found)
        for cell, above in unnamed:
            likely = most_like(Label("", above.path), self.headings_of)
            if likely in wanted and likely not in named:
                found.setdefault(str(likely), []).append((cell, self.unit_above(likely, above)))
                self.say_column_likeness(str(likely), above, (band.page, cell.box))
        return found

    def is_known_otherwise(self, measure: str | None, above: Above) -> bool:
        """Whether a column is another measure's, or says something of another year.

        Unless the form has a measure of another year (上一年项目数量) that it is like.
        """
        if measure is not None or not self.headings.is_of_another_time(above.path):
            return measure is not None
        likely = most_like(Label("", above.path), self.headings_of)
        return likely is None or not is_of_another_time(
            normalise(self.table.measure[likely].label), None
        )

    def unit_above(self, measure: str | None, above: Above) -> str:
        """The unit a heading prints for a measure."""
        return printed_unit(above.printed, self.table.measure[str(measure)].unit)

    def say_column_likeness(self, measure: str, above: Above, place: tuple[int, Box]) -> None:
        """Say once that a column was known by likeness only."""
        if above in self.likened:
            return
        self.likened.add(above)
        labels = next(labels for code, labels in self.headings_of if code == measure)
        likeness = Taken(
            "栏目",
            above.printed,
            above.path,
            f"“{self.table.measure[measure].label}”",
            tuple(label.words for label in labels),
            above.score,
        )
        self.say_likeness(likeness, [k for k in self.table.cells if k[1] == measure], place)

    def by_order(
        self, row: Row, header: Sequence[Band], cells: Sequence[GridCell], wanted: Sequence[str]
    ) -> Columns | None:
        """The cells of a row in the order of the header's lowest headings, if as many."""
        if isinstance(row.band, Halves):
            return None
        headings = self.headings.in_order(header)
        cells = sorted((c for c in cells if not is_bare_unit(c.text)), key=lambda c: c.box[0])
        apart = all(a.box[2] <= b.box[0] + EDGE for a, b in pairwise(cells))
        if len(headings) != len(cells) or not apart:
            return None
        self.say_once(
            "reading.by_order",
            f"{self.table.name}有的行与表头的分栏宽窄不一，列数相同，已按从左到右的次序对应。",
        )
        return {
            measure: [(cell, printed_unit(heading.text, self.table.measure[measure].unit))]
            for (measure, heading), cell in zip(headings, cells, strict=True)
            if measure in wanted and measure is not None
        }

    def unit_of(self, row: Row) -> str:
        """The unit a row prints: behind its label, or in a cell of its own."""
        declared = self.table.item[row.item].unit or COUNT
        alone = [cell.text.strip() for cell in row.band.cells if is_bare_unit(cell.text)]
        if declared not in COUNTS and not alone:
            alone = [unit for cell in row.band.cells if (unit := short_unit(cell.text))]
        if isinstance(row.band, Halves) or len(alone) != 1:
            return printed_unit(row.label, declared)
        return printed_unit(row.label, declared) or alone[0]

    def choose(
        self, row: Row, item: Item, measure: str, candidates: Sequence[tuple[GridCell, str]]
    ) -> None:
        """Take the one cell under a measure; a second one with text makes it unclear."""
        key = (item.code, measure)
        where = f"{self.table.name}{self.name(*key)}"
        filled = _filled(row.band, candidates)
        if not candidates:
            self.empty.append((row.band, key))
            return
        if len(filled) > 1:
            texts = BROKEN(f"“{cell.text}”" for cell, _ in filled)
            self.remark(
                "reading.ambiguous_cell",
                f"{where}对应多个有内容的格子：{texts}，均未采用，请核对。",
                [key],
                [(row.band.page, cell.box) for cell, _ in filled],
            )
            return
        cell, unit = (filled or candidates)[0]
        if cell in row.band.spanning and cell.text:
            self.remark(
                "reading.merged_cell",
                f"{where}所在的格子跨了几行，印有“{cell.text}”，无法判断属于哪一行，未予采用。",
                [key],
                [(row.band.page, cell.box)],
            )
            return
        self.placed[key] = (home(row.band, cell), cell, unit)

    def say_strangers(
        self,
        row: Row,
        headers: Sequence[Sequence[Band]],
        used: Sequence[GridCell],
        is_whole: bool,
    ) -> None:
        """A number in a row that stands under no measure is said, never dropped.

        Left of the row's label there may be running numbers, which are no figures. A column
        of the agency's own is no part of the form where the row has all its cells besides.

        Args:
            row: of an item.
            headers: above it.
            used: its cells that were taken.
            is_whole: whether it has a cell for each of its measures.
        """
        labels = label_cells(row, row.band.cells)
        left = min((cell.box[0] for cell in labels), default=float("-inf"))
        for cell in (*row.band.cells, *row.band.spanning):
            if cell.box[0] < left or cell in used or not is_number(cell):
                continue
            place = [(row.band.page, cell.box)]
            above = [self.headings.above(block, row.band, cell) for block in headers[-1:]]
            if above and is_whole and self.is_own_column(above[0]):
                self.say_once(
                    "reading.extra_column",
                    f"{self.table.name}另有“{above[0].printed}”一栏，不属于表式，其数字未予采用。",
                    place,
                )
                continue
            self.strays.setdefault(above[0].printed if above else "", []).append((row, cell))

    def say_stray_columns(self) -> None:
        """Say once for each heading, or for none, which numbers below it have no place."""
        for heading, found in self.strays.items():
            items = {row.item for row, _ in found}
            lacking = dict.fromkeys(m for _, (item, m) in self.empty if item in items)
            columns = BROKEN(f"“{self.table.measure[measure].label}”" for measure in lacking)
            rows = BROKEN(dict.fromkeys(self.name(row.item) for row, _ in found))
            numbers = BROKEN(f"“{cell.text}”" for _, cell in found)
            above = f"上方印作“{heading}”，不是可以认定的栏目" if heading else "上方没有栏目"
            may_be = columns or "该行某一栏"
            self.remark(
                "reading.unknown_column",
                f"{self.table.name}{rows}行的{numbers}{above}，可能是{may_be}的数字，"
                "也可能是表式以外的栏目，未予采用，请核对。",
                places=[(row.band.page, cell.box) for row, cell in found],
            )

    def is_own_column(self, above: Above) -> bool:
        """Whether a heading is an agency's own: of another time, or legible and like no measure's.

        In a row that lacks a cell even such a column may be the one that is missing.
        """
        if self.headings.is_of_another_time(above.path):
            return True
        if not (above.path and above.single and above.score >= LEGIBLE):
            return False
        return likenesses(Label("", above.path), self.headings_of)[0].grade == "other"


def is_settled(band: Band, columns: Columns, wanted: Sequence[str]) -> bool:
    """Whether each measure wanted has a cell, and none has two with text."""
    return all(
        measure in columns and len(_filled(band, columns[measure])) <= 1 for measure in wanted
    )


def _filled(band: Band, pairs: Sequence[tuple[GridCell, str]]) -> list[tuple[GridCell, str]]:
    """Those of some cells that hold text, halves of one on two pages as one."""
    filled = [pair for pair in pairs if pair[0].text]
    if len(filled) == 2 and isinstance(band, Halves):
        return band.joined(filled)
    return filled


def label_cells(row: Row, cells: Sequence[GridCell]) -> list[GridCell]:
    """Those of some cells that the row's own label was read from."""
    label = normalise(row.label)
    return [cell for cell in cells if _is_in(cell, label)]


def _is_in(cell: GridCell, label: str) -> bool:
    return is_wordy(cell) and not is_bare_unit(cell.text) and normalise(cell.text) in label


def right_of_label(row: Row) -> list[GridCell]:
    """The cells of a row right of its own label: what is left of that is no figure.

    The halves of a row that a page break cut may stand at different margins.
    """
    every = (*row.band.cells, *row.band.spanning)
    halves: Sequence[Sequence[GridCell]] = [every]
    if isinstance(row.band, Halves):
        lower = [cell for cell in every if row.band.is_lower(cell)]
        halves = [[cell for cell in every if cell not in lower], lower]
    found: list[GridCell] = []
    for half in halves:
        labels = label_cells(row, half)
        left = min((c.box[0] for c in labels), default=float("-inf"))
        numbers = (c.box[0] for c in half if is_number(c) and c.box[0] > left)
        first = min(numbers, default=float("inf"))
        own = [c.box[2] for c in labels if c.box[0] < first]
        edge = max(own, default=float("-inf")) - EDGE
        found.extend(cell for cell in half if cell.box[0] >= edge)
    return ordered(found)
