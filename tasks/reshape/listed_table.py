"""A table with an item, then its measures below it, each with its one number: a list.

Some agencies print table 四 so: the name of a kind of case in a row of its own, below it
the results, a row each; then the next kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gongkai.form import FormTable, Labelled
from gongkai.label import Label
from gongkai.likeness import SURE, likenesses
from gongkai.report import GridCell
from tasks.reshape.bands import Band, is_wordy
from tasks.reshape.placing import BROKEN, Key, Placed, Placing

FEWEST = 6
"""Rows with a result and one number from which a table is a list."""


def is_listed(table: FormTable, found: Sequence[Band]) -> bool:
    """Whether rows of one label and one number name the measures, most of them more than once."""
    measures = [
        code
        for band in found
        if (code := known_as(band, table.measures)) and len(values(band)) == 1
    ]
    counts = Counter(measures)
    return len(measures) >= FEWEST and 2 * sum(n > 1 for n in counts.values()) > len(counts)


def values(band: Band) -> list[GridCell]:
    """The cells of a row that hold a number or nothing."""
    return [cell for cell in band.cells if not is_wordy(cell)]


def known_as(band: Band, entries: Sequence[Labelled]) -> str:
    """The code of the one item or measure that a row's words surely name; else empty."""
    label = Label.of("".join(band.labels))
    found = likenesses(label, [(entry.code, entry.labels) for entry in entries])
    sure = [one for one in found if one.grade in SURE]
    best = [one for one in sure if one.order == sure[0].order]
    return best[0].code if len(best) == 1 else ""


class ListedTable(Placing):
    """Each number by the result in its row and the kind of case in the row above."""

    def place(self, found: Sequence[Band]) -> Placed:
        """Read the list from top to bottom.

        Numbers under words that are no item, or in a row whose words are no measure, are said.
        """
        item = ""
        twice: dict[Key, list[Band]] = {}
        for band in found:
            if not band.labels and not band.has_numbers:
                continue
            measure = known_as(band, self.table.measures)
            if not band.has_numbers and not (measure and values(band)):
                item = self.item_named(band)
                continue
            cells = values(band)
            if not item or not measure or len(cells) != 1:
                self.say_unplaced(band)
                continue
            key = (item, measure)
            twice.setdefault(key, []).append(band)
            self.placed[key] = (band, cells[0], "")
        for key, bands in twice.items():
            if len(bands) > 1:
                del self.placed[key]
                self.say_twice(key, bands)
        self.say_not_placed([key for key in self.table.cells if key not in twice])
        return self.result()

    def item_named(self, band: Band) -> str:
        """The item that a row of words heads; none for other words, so that nothing is guessed."""
        code = known_as(band, self.table.items)
        if code:
            self.anchor(code, band.page, band.box)
        return code

    def say_unplaced(self, band: Band) -> None:
        """Quote a number whose row or whose heading tells no one thing."""
        numbers = BROKEN(f"“{cell.text}”" for cell in band.numbers)
        self.remark(
            "reading.unknown_row",
            f"{self.table.name}有一行“{''.join(band.labels)}”，数字为{numbers}，它或它上方的标题"
            "不能认定是表式的哪一项，未予采用，请核对原文。",
            places=[(band.page, band.box)],
        )

    def say_twice(self, key: Key, bands: Sequence[Band]) -> None:
        """Say that several rows may be the same thing."""
        self.remark(
            "reading.ambiguous_row",
            f"{self.table.name}{self.name(*key)}有 {len(bands)} 行，无法判断取哪一行，"
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
