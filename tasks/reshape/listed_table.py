"""A table with its measures below each other, each with its one number: a list.

Agencies print table 四 so in several ways: the name of a kind of case in a row of its own,
below it the results; the kinds at the left, each beside its results; or the kinds side by
side, each over a column of results and one of numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gongkai.form import FormTable, Labelled
from gongkai.label import Label, normalise
from gongkai.label_words import label_words
from gongkai.likeness import SURE, likenesses
from gongkai.report import GridCell
from gongkai.unit import without_unit
from tasks.reshape.bands import Band, is_wordy
from tasks.reshape.placing import BROKEN, Key, Placed, Placing

FEWEST = 6
"""Results with one number each from which a table is a list."""

Pair = tuple[GridCell, GridCell]
"""A result and its number."""


def is_listed(table: FormTable, found: Sequence[Band]) -> bool:
    """Whether pairs of a label and one number name the measures, most of them more than once."""
    measures = [
        code
        for band in found
        for label, _ in pairs(band)
        if (code := known_as(label.text, table.measures))
    ]
    counts = Counter(measures)
    return len(measures) >= FEWEST and 2 * sum(n > 1 for n in counts.values()) > len(counts)


def pairs(band: Band) -> list[Pair]:
    """Each label of a row with the one cell behind it that holds a number or nothing.

    None where some label has no such cell, or more than one.
    """
    cells = sorted(band.cells, key=lambda cell: cell.box[0])
    if not cells or not is_wordy(cells[0]):
        return []
    found: list[list[GridCell]] = []
    for cell in cells:
        if is_wordy(cell):
            found.append([cell])
        else:
            found[-1].append(cell)
    # The kind of case may stand before the first result, in the same row.
    if len(found) > 1 and len(found[0]) == 1:
        found = found[1:]
    return [(group[0], group[1]) for group in found] if {len(g) for g in found} == {2} else []


def known_as(text: str, entries: Sequence[Labelled]) -> str:
    """The code of the one item or measure that words surely name; else empty."""
    label = Label.of(without_unit(text))
    found = likenesses(label, [(entry.code, entry.labels) for entry in entries])
    sure = [one for one in found if one.grade in SURE]
    best = [one for one in sure if one.order == sure[0].order]
    return best[0].code if len(best) == 1 else ""


class ListedTable(Placing):
    """Each number by the result before it and the kind of case beside or above it."""

    def place(self, found: Sequence[Band]) -> Placed:
        """Read the list from top to bottom.

        Numbers under words that are no item, or behind words that are no measure, are said.
        """
        heads: list[tuple[float, float, str]] = []
        cells: dict[Key, list[tuple[Band, GridCell]]] = {}
        for band in found:
            listed = pairs(band)
            if not band.has_numbers and not any(self.measure_named(label) for label, _ in listed):
                for left, right, item in self.heads(band):
                    heads = [head for head in heads if head[1] <= left or head[0] >= right]
                    heads.append((left, right, item))
                continue
            placed = [self.key_of(band, label, heads) for label, _ in listed]
            if not placed or None in placed:
                self.say_unplaced(band)
            for key, (_, cell) in zip(placed, listed, strict=True):
                if key is not None:
                    cells.setdefault(key, []).append((band, cell))
        for key, several in cells.items():
            if len(several) == 1:
                self.placed[key] = (*several[0], "")
            else:
                self.say_twice(key, [band for band, _ in several])
        self.say_not_placed([key for key in self.table.cells if key not in cells])
        return self.result()

    def measure_named(self, cell: GridCell) -> str:
        """The measure that a cell names."""
        return known_as(cell.text, self.table.measures)

    def heads(self, band: Band) -> Iterator[tuple[float, float, str]]:
        """What the cells of a row of words head: from where to where, and the item.

        Headings of the columns (结果, 件数) head none and leave what is above them; so does the
        section that several items share. Other words head no item.
        """
        for cell in band.cells:
            said = normalise(without_unit(cell.text))
            if not said or not label_words().headed.sub("", said):
                continue
            item = self.item_named(cell)
            if item:
                self.anchor(item, band.page, cell.box)
            yield cell.box[0], cell.box[2], item

    def item_named(self, cell: GridCell) -> str:
        """The item that a cell names, the section before it left out."""
        texts = [cell.text, *self.headings.without_section(cell.text)]
        return next((code for text in texts if (code := known_as(text, self.table.items))), "")

    def key_of(
        self, band: Band, label: GridCell, heads: Sequence[tuple[float, float, str]]
    ) -> Key | None:
        """The cell of the form that a result's number is of; None where that is not certain."""
        measure = self.measure_named(label)
        beside = [
            cell
            for cell in (*band.cells, *band.spanning)
            if is_wordy(cell) and cell.box[2] <= label.box[0] + 1 and not self.measure_named(cell)
        ]
        if beside:
            items = [item for cell in beside if (item := self.item_named(cell))]
        else:
            middle = (label.box[0] + label.box[2]) / 2
            items = [item for left, right, item in heads if left < middle < right]
        return (items[0], measure) if measure and len(items) == 1 and items[0] else None

    def say_unplaced(self, band: Band) -> None:
        """Quote numbers whose row or whose heading tells no one thing."""
        numbers = BROKEN(f"“{cell.text}”" for cell in band.numbers)
        self.remark(
            "reading.unknown_row",
            f"{self.table.name}有一行“{''.join(band.labels)}”，数字为{numbers}，它或它上方、左边的"
            "标题不能认定是表式的哪一项，未予采用，请核对原文。",
            places=[(band.page, band.box)],
        )

    def say_twice(self, key: Key, bands: Sequence[Band]) -> None:
        """Say that several rows may be the same thing."""
        self.remark(
            "reading.ambiguous_row",
            f"{self.table.name}{self.name(*key)}有 {len(bands)} 处，无法判断取哪一处，"
            "均未采用，请核对原文。",
            [key],
            [(band.page, band.box) for band in bands],
        )

    def say_not_placed(self, missing: Sequence[Key]) -> None:
        """Name the cells that the list does not have."""
        if missing:
            listed = BROKEN(self.name(*key) for key in missing)
            self.remark(
                "reading.missing_cell",
                f"{self.table.name}中以下各格没有找到或不能认定：{listed}，请核对。",
                missing,
            )
