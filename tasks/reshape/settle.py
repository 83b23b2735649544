"""Rows whose label is misprinted, recurs in the form, is printed twice, or is not there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gongkai.label import Label, most_alike, similarity
from gongkai.letters import unified
from tasks.reshape.bands import is_wordy
from tasks.reshape.placing import BROKEN, Likeness
from tasks.reshape.rows import Row, Rows, runs_of

_FOOT = re.compile("负责人|审核人|填报人|填表人|联系电话|填报日期|填表日期")
"""What is printed below a table about who filled it in."""

ALIKE = 0.85
"""Likeness a label must have where agencies add rows of their own, which look alike too."""


class SettledRows(Rows):
    """The rows of a table, each known as one item of the form or said to be none."""

    def settle_unknown(self, rows: Sequence[Row]) -> None:
        """Know a misprinted label by its likeness, among the items that are still missing there."""
        for position, row in enumerate(rows):
            if row.kind == "header" and row.label and _looks_like_row(rows, position):
                row.kind = "unknown"
            if row.kind != "unknown":
                continue
            missing = self.missing_at(rows, position)
            for run in dict.fromkeys([row.label, *(text for text, _ in runs_of(row.band.labels))]):
                code = self.most_alike(run, missing)
                if code is not None:
                    row.kind, row.item, row.label = "item", code, run
                    self.say_row_likeness(row)
                    break
            if row.kind == "unknown":
                self.say_unknown(row)

    def say_row_likeness(self, row: Row) -> None:
        """Say that a row was known by likeness only."""
        labels = self.table.item[row.item].labels
        likeness = Likeness(
            "行标签",
            row.label,
            Label.of(row.label).words,
            self.name(row.item),
            tuple(label.words for label in labels),
            min((cell.score for cell in row.band.cells if is_wordy(cell)), default=1.0),
        )
        keys = [key for key in self.table.cells if key[0] == row.item]
        self.say_likeness(likeness, keys, (row.band.page, row.band.box))

    def missing_at(self, rows: Sequence[Row], position: int) -> list[str]:
        """The items that have no row and belong between a row's neighbours."""
        order = list(self.table.item)
        known = {row.item for row in rows if row.kind == "item"}
        before = [row.item for row in rows[:position] if row.kind == "item"]
        after = [row.item for row in rows[position:] if row.kind == "item"]
        first = order.index(before[-1]) + 1 if before else 0
        last = order.index(after[0]) if after else len(order)
        return [code for code in order[first:last] if code not in known]

    def most_alike(self, run: str, missing: Sequence[str]) -> str | None:
        """The one missing item whose label is clearly most like a printed one.

        Where agencies add rows of their own it must also be so among all items.
        """
        printed = Label.of(run)
        among = self.table.item if self.table.partial else missing
        code = most_alike(printed, [(code, self.table.item[code].labels) for code in among])
        if code is None or code not in missing:
            return None
        best = max(similarity(printed, label) for label in self.table.item[code].labels)
        return code if best >= ALIKE or not self.table.partial else None

    def decide_recurring(self, rows: Sequence[Row]) -> None:
        """Know a label that recurs by the item it belongs to, which stands above it."""
        path: set[str] = set()
        for row in rows:
            if row.kind == "recurring":
                under = [code for code in row.among if self.table.item[code].under in path]
                if len(under) == 1:
                    row.kind, row.item = "item", under[0]
                else:
                    row.kind = "refused"
                    self.say_undecided(row)
            if row.kind in ("item", "group") and row.item:
                path = set(self.ancestors(row.item))

    def ancestors(self, code: str) -> Iterator[str]:
        """An item and what it belongs to, upwards."""
        while code:
            yield code
            code = self.table.item[code].under if code in self.table.item else ""

    def say_undecided(self, row: Row) -> None:
        """Quote a row whose label recurs in the form and that stands under none of its items."""
        self.remark(
            "reading.ambiguous_row",
            f"{self.table.name}中“{row.label}”一行可能是表式中的几行之一，"
            "从它前面的各行看不出是哪一行，未予采用，请核对原文。",
            [key for key in self.table.cells if key[0] in row.among],
            [(row.band.page, row.band.box)],
        )

    def say_unknown(self, row: Row) -> None:
        """Quote a row that is no item: its numbers are lost to the table, so it matters."""
        place = [(row.band.page, row.band.box)]
        if not row.band.numbers or _FOOT.search(unified(row.label)):
            self.remark(
                "reading.extra_words",
                f"{self.table.name}中另有文字“{row.label}”，不属于表式。",
                places=place,
            )
        elif self.table.partial:
            numbers = BROKEN(f"“{cell.text}”" for cell in row.band.numbers)
            self.remark(
                "reading.local_row",
                f"{self.table.name}有一行标签印作“{row.label}”，数字为{numbers}，"
                "不是表式中的行，未予采用，请看是否为表式某行的另一种写法。",
                places=place,
            )
        else:
            self.remark(
                "reading.unknown_row",
                f"{self.table.name}有一行标签印作“{row.label}”，不能认定是表式中的哪一行，其数字未予采用，请核对。",
                places=place,
            )

    def tell_groups(self, rows: Sequence[Row]) -> None:
        """A row that others may replace is a mere heading where they stand below it."""
        there = {row.item for row in rows if row.kind == "item"}
        for row in rows:
            replaces = self.table.item[row.item].instead_of if row.kind == "item" else ()
            if there & set(replaces) and not row.band.has_numbers:
                row.kind, row.item = "group", ""

    def refuse_repeated(self, rows: Sequence[Row]) -> None:
        """Two rows that could both be the same item are both refused."""
        counted = Counter(row.item for row in rows if row.kind == "item")
        repeated = [code for code, count in counted.items() if count > 1]
        if not repeated:
            return
        same = [row for row in rows if row.kind == "item" and row.item in repeated]
        listed = BROKEN(f"{self.row_name(code)}（{counted[code]} 行）" for code in repeated)
        self.remark(
            "reading.ambiguous_row",
            f"{self.table.name}中有多行都可能是同一项：{listed}，无法判断取哪一行，均未采用，请核对原文。",
            [key for key in self.table.cells if key[0] in repeated],
            [(row.band.page, row.band.box) for row in same],
        )
        for row in same:
            row.kind = "refused"

    def row_name(self, code: str) -> str:
        """A row as printed, with what it belongs to where its label recurs."""
        item = self.table.item[code]
        recurs = sum(other.label == item.label for other in self.table.items) > 1
        recurs = recurs and item.under in self.table.item
        return f"{self.name(item.under)}下的{self.name(code)}" if recurs else self.name(code)

    def say_missing(self, rows: Sequence[Row]) -> None:
        """Name the items without a row, and numbers in rows that are no item."""
        there = {code for row in rows for code in (row.item, *row.among)}
        excused = {
            code
            for item in self.table.items
            if item.instead_of and (item.code in there) != bool(there & set(item.instead_of))
            for code in (item.code, *item.instead_of)
            if (code == item.code) != (item.code in there)
        }
        missing = [code for code in self.table.item if code not in there | excused]
        missing = [c for c in missing if not self.table.item[c].instead_of]
        if missing:
            listed = BROKEN(self.row_name(code) for code in missing)
            self.remark(
                "reading.shorter_table" if self.table.partial else "reading.missing_row",
                f"{self.table.name}中没有找到以下各行：{listed}，请核对原文是否缺行。",
                [key for key in self.table.cells if key[0] in missing],
            )
        for row in rows:
            if row.kind in ("header", "unknown") and row.band.is_torn_off:
                self.say_torn_off(row.band)
            elif row.kind == "group" and row.band.numbers:
                self.remark(
                    "reading.group_numbers",
                    f"{self.table.name}的“{row.label}”是分组标题，不应有数字，该行数字未予采用。",
                    places=[(row.band.page, row.band.box)],
                )
            elif row.kind == "orphan" and row.band.has_numbers:
                self.remark(
                    "reading.unknown_row",
                    f"{self.table.name}有一行数字前面没有标签，不能认定属于哪一行，未予采用，请核对。",
                    places=[(row.band.page, row.band.box)],
                )


def _looks_like_row(rows: Sequence[Row], position: int) -> bool:
    """Whether words that are no known header stand between two rows of the same part."""
    row = rows[position]
    neighbours = [*rows[max(0, position - 1) : position], *rows[position + 1 : position + 2]]
    beside = all(n.band.part == row.band.part and n.is_known for n in neighbours)
    return bool(neighbours) and beside
