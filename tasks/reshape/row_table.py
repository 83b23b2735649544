"""Tables whose items run down and measures across (二 and 三)."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.form import Item
from gongkai.label import Label, most_alike, normalise
from gongkai.number import parse
from gongkai.report import GridCell
from gongkai.unit import printed_unit
from tasks.reshape.bands import Band, Halves, home, is_wordy, ordered
from tasks.reshape.header import readings
from tasks.reshape.placing import BROKEN, Placed
from tasks.reshape.recognise import EDGE
from tasks.reshape.rows import Row, Rows


class RowTable(Rows):
    """The figures of each row, under the header that holds for it."""

    def place(self, found: Sequence[Band]) -> Placed:
        """Know the rows, then read each under the header that holds for it."""
        rows = self.joined([self.classified(band) for band in found])
        self.settle_unknown(rows)
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
        self.say_missing(rows)
        return self.result()

    def place_row(self, row: Row, headers: Sequence[Sequence[Band]]) -> None:
        """Read one row under the latest header that names all its measures, else the best."""
        item = self.table.item[row.item]
        wanted = item.measures or tuple(self.table.measure)
        cells = right_of_label(row)
        best: dict[str, list[tuple[GridCell, str]]] = {}
        for header in (part for block in reversed(headers) for part in readings(block)):
            columns = self.columns(header, row.band, cells, wanted)
            if len(columns) > len(best):
                best = columns
            if len(best) == len(wanted):
                break
        unit = printed_unit(row.label)
        for measure in wanted:
            candidates = [(cell, unit or header) for cell, header in best.get(measure, [])]
            self.choose(row, item, measure, candidates)
        self.say_strangers(row, [cell for pairs in best.values() for cell, _ in pairs])

    def columns(
        self, header: Sequence[Band], band: Band, cells: Sequence[GridCell], wanted: Sequence[str]
    ) -> dict[str, list[tuple[GridCell, str]]]:
        """Which cells of a row stand under which measure; the unit the header prints.

        A header is known by likeness only for a measure that none names to the letter.
        """
        found: dict[str, list[tuple[GridCell, str]]] = {}
        unnamed: list[tuple[GridCell, str, str]] = []
        for cell in cells:
            path, single, printed = self.headings.path(header, band, cell)
            measure = self.by_heading.get(path)
            if measure in wanted:
                found.setdefault(str(measure), []).append((cell, printed_unit(printed)))
            elif path and single:
                unnamed.append((cell, path, printed))
        named = set(found)
        for cell, path, printed in unnamed:
            likely = most_alike(Label("", path), self.likenesses)
            if likely in wanted and likely not in named:
                found.setdefault(str(likely), []).append((cell, printed_unit(printed)))
                label = self.table.measure[str(likely)].label
                self.say_likeness(band, cell, printed, label)
        return found

    def choose(
        self, row: Row, item: Item, measure: str, candidates: Sequence[tuple[GridCell, str]]
    ) -> None:
        """Take the one cell under a measure; a second one with text makes it unclear."""
        key = (item.code, measure)
        where = f"{self.table.name}{self.name(*key)}"
        filled = [pair for pair in candidates if pair[0].text]
        if len(filled) == 2 and isinstance(row.band, Halves):
            filled = row.band.joined(filled)
        if not candidates:
            self.remark(
                "reading.missing_cell",
                f"{where}在原文中没有找到对应的格子，请核对。",
                [key],
                [(row.band.page, row.band.box)],
            )
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

    def say_strangers(self, row: Row, used: Sequence[GridCell]) -> None:
        """A number in a row that stands under no measure is said, never dropped.

        Left of the row's label there may be running numbers, which are no figures.
        """
        labels = label_cells(row, row.band.cells)
        left = min((cell.box[0] for cell in labels), default=float("-inf"))
        for cell in (*row.band.cells, *row.band.spanning):
            if cell.box[0] < left:
                continue
            if cell not in used and parse(cell.text).state == "number":
                self.remark(
                    "reading.unknown_column",
                    f"{self.table.name}{self.name(row.item)}行的“{cell.text}”上方没有可以认定的栏目，未予采用，请核对。",
                    places=[(row.band.page, cell.box)],
                )


def label_cells(row: Row, cells: Sequence[GridCell]) -> list[GridCell]:
    """Those of some cells that the row's own label was read from."""
    label = normalise(row.label)
    return [cell for cell in cells if is_wordy(cell) and normalise(cell.text) in label]


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
        numbers = (c.box[0] for c in half if parse(c.text).state == "number" and c.box[0] > left)
        first = min(numbers, default=float("inf"))
        own = [c.box[2] for c in labels if c.box[0] < first]
        edge = max(own, default=float("-inf")) - EDGE
        found.extend(cell for cell in half if cell.box[0] >= edge)
    return ordered(found)
