"""Rows whose label is misprinted, recurs in the form, is printed twice, or is not there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gongkai.explained import explained, is_narrowed
from gongkai.label import Label
from gongkai.letters import unified
from tasks.reshape.bands import is_wordy
from tasks.reshape.evidence import Place, Weighed, weigh
from tasks.reshape.placing import BROKEN, Taken
from tasks.reshape.rows import Row, Rows, runs_of
from tasks.reshape.years import relative

_FOOT = re.compile("负责人|审核人|填报人|填表人|联系电话|填报日期|填表日期")
"""What is printed below a table about who filled it in."""

FEWEST_NUMBERED = 4
"""Rows known by their words from which it can be told that a document numbers otherwise."""


class SettledRows(Rows):
    """The rows of a table, each known as one item of the form or said to be none."""

    def settle_unknown(self, rows: Sequence[Row]) -> None:
        """Weigh what each row is whose label is not the form's, to the letter."""
        for position, row in enumerate(rows):
            if row.kind == "header" and row.label and _looks_like_row(rows, position):
                row.kind = "unknown"
            if row.kind != "unknown":
                continue
            taken = {row.item for row in rows if row.kind == "item"}
            otherwise = self.is_numbered_otherwise(rows, position)
            place = Place(self.missing_at(rows, position), taken, otherwise)
            self.settle_row(row, place)

    def settle_row(self, row: Row, place: Place) -> None:
        """Know one row by its words, number and place together, or name what it may be."""
        runs = dict.fromkeys([row.label, *(text for text, _ in runs_of(row.band.labels))])
        ways = [(run, *self.weighed(run, place)) for run in runs]
        run, weighed, label, explanation = min(
            ways, key=lambda way: (not way[1].is_sure, not (way[1].item or way[1].rivals))
        )
        if not weighed.item and not weighed.rivals:
            return
        row.label = run
        recurs = {self.table.item[code].labels[0].words for code in weighed.rivals}
        if weighed.item:
            row.kind, row.item, row.explained = "item", weighed.item, explanation
            row.narrowed = bool(explanation) and is_narrowed(explanation, label, self.headings.year)
            self.say_row_likeness(row, label)
        elif len(recurs) == 1 < len(weighed.rivals):
            row.kind, row.among = "recurring", weighed.rivals
        else:
            row.kind, row.rivals = "torn", weighed.rivals

    def weighed(self, run: str, place: Place) -> tuple[Weighed, str, str]:
        """What a label is with its brackets, which may be its own, or without: the surer.

        Returns:
            that, with the label it was told by and the explanation left out.
        """
        spoken = relative(run, self.headings.year)
        ways = [
            (weigh(Label.of(label), self.labels, place, self.table.partial), label, explanation)
            for label, explanation in dict.fromkeys([(run, ""), explained(run), (spoken, "")])
        ]
        return min(ways, key=lambda way: (not way[0].is_sure, not way[0].item, not way[0].rivals))

    def is_numbered_otherwise(self, rows: Sequence[Row], position: int) -> bool:
        """Whether the rows around one have other numbers in front than the form's.

        Most of those known by their words, or the nearest above it, from which it counts on.
        """
        known = [row for row in rows if row.kind == "item"]
        agreeing = sum(self.has_its_number(row) for row in known)
        if len(known) >= FEWEST_NUMBERED and agreeing * 2 < len(known):
            return True
        above = [row for row in rows[:position] if row.kind == "item"][-1:]
        if not above or self.has_its_number(above[0]):
            return False
        before, own = (Label.of(row.label).number for row in (above[0], rows[position]))
        return before == own == "" or (
            before.isdigit() and own.isdigit() and int(own) == int(before) + 1
        )

    def has_its_number(self, row: Row) -> bool:
        """Whether a row of an item has the number in front that the form prints."""
        declared = {label.number for label in self.table.item[row.item].labels}
        return Label.of(row.label).number in declared

    def say_row_likeness(self, row: Row, label: str) -> None:
        """Say that a row was known by likeness only."""
        labels = self.table.item[row.item].labels
        taken = Taken(
            "行标签",
            row.label,
            Label.of(label).words,
            self.name(row.item),
            tuple(words for label in labels for words in (label.words, label.number + label.words)),
            min((cell.score for cell in row.band.cells if is_wordy(cell)), default=1.0),
        )
        keys = [key for key in self.table.cells if key[0] == row.item]
        self.say_likeness(taken, keys, (row.band.page, row.band.box))

    def say_narrowed(self, rows: Sequence[Row]) -> None:
        """Say what an explanation in brackets makes of a row: nothing, or perhaps another thing."""
        for row in rows:
            if row.kind != "item" or not row.explained:
                continue
            place = (row.band.page, row.band.box)
            keys = [key for key in self.table.cells if key[0] == row.item]
            message = f"{self.table.name}的行标签印作“{row.label}”，按{self.name(row.item)}读取"
            if row.narrowed:
                self.say_doubtful(f"{message}，但括号内写有“{row.explained}”", keys, place)
            else:
                self.say_once("reading.label_variant", f"{message}。", [place])

    def missing_at(self, rows: Sequence[Row], position: int) -> list[str]:
        """The items that have no row and belong between a row's neighbours."""
        order = list(self.table.item)
        known = {row.item for row in rows if row.kind == "item"}
        before = [row.item for row in rows[:position] if row.kind == "item"]
        after = [row.item for row in rows[position:] if row.kind == "item"]
        first = order.index(before[-1]) + 1 if before else 0
        last = order.index(after[0]) if after else len(order)
        return [code for code in order[first:last] if code not in known]

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

    def say_unknown(self, rows: Sequence[Row]) -> None:
        """Quote each row that is no item for sure: its numbers are lost to the table."""
        for position, row in enumerate(rows):
            if row.kind == "torn":
                self.say_torn(row)
            elif row.kind == "unknown":
                self.say_stranger(row, self.due_at(rows, position))

    def due_at(self, rows: Sequence[Row], position: int) -> list[str]:
        """The items a row may be whose words tell nothing: such as are missing at its place."""
        missing = set(self.missing(rows))
        return [code for code in self.missing_at(rows, position) if code in missing]

    def say_torn(self, row: Row) -> None:
        """Say between which readings a row cannot be decided."""
        place = [(row.band.page, row.band.box)]
        if not row.band.numbers:
            self.say_words(row)
            return
        keys = [key for key in self.table.cells if key[0] in row.rivals]
        named = "，也可能是".join(self.row_name(code) for code in row.rivals)
        if len(row.rivals) == 1:
            named += "，但该项已另有一行，也可能是表式以外的内容"
        self.remark(
            "reading.ambiguous_row",
            f"{self.table.name}有一行标签印作“{row.label}”，可能是{named}，"
            "无法判断，未予采用，请核对原文。",
            keys,
            place,
        )

    def say_words(self, row: Row) -> None:
        """Quote words in a table that head no numbers."""
        self.remark(
            "reading.extra_words",
            f"{self.table.name}中另有文字“{row.label}”，不属于表式。",
            places=[(row.band.page, row.band.box)],
        )

    def say_stranger(self, row: Row, due: Sequence[str]) -> None:
        """Quote a row in words of its own: an agency's own, or perhaps an item missing there."""
        place = [(row.band.page, row.band.box)]
        numbers = BROKEN(f"“{cell.text}”" for cell in row.band.numbers)
        if not row.band.numbers or _FOOT.search(unified(row.label)):
            self.say_words(row)
        elif self.table.partial:
            self.remark(
                "reading.local_row",
                f"{self.table.name}有一行标签印作“{row.label}”，数字为{numbers}，"
                "不是表式中的行，未予采用，请看是否为表式某行的另一种写法。",
                places=place,
            )
        elif due:
            named = BROKEN(self.row_name(code) for code in due)
            self.remark(
                "reading.unknown_row",
                f"{self.table.name}有一行标签印作“{row.label}”，数字为{numbers}，"
                f"可能是此处没有的{named}，也可能是表式以外的行，无法判断，未予采用，请核对原文。",
                [key for key in self.table.cells if key[0] in due],
                place,
            )
        else:
            self.remark(
                "reading.extra_row",
                f"{self.table.name}另有“{row.label}”一行，数字为{numbers}，"
                "不属于表式，表式各行都另有其行，该行数字未予采用。",
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

    def missing(self, rows: Sequence[Row]) -> list[str]:
        """The items that have no row, and none that stands for them."""
        there = {code for row in rows for code in (row.item, *row.among, *row.rivals)}
        excused = {
            code
            for item in self.table.items
            if item.instead_of and (item.code in there) != bool(there & set(item.instead_of))
            for code in (item.code, *item.instead_of)
            if (code == item.code) != (item.code in there)
        }
        missing = [code for code in self.table.item if code not in there | excused]
        return [code for code in missing if not self.table.item[code].instead_of]

    def say_missing(self, rows: Sequence[Row]) -> None:
        """Name the items without a row, and numbers in rows that are no item.

        A row that the document prints somewhere was lost in reading; one that it does not
        print the agency left out.
        """
        missing = self.missing(rows)
        lost = [] if self.table.partial else [c for c in missing if self.is_printed(c)]
        left_out = [code for code in missing if code not in lost]
        if left_out:
            listed = BROKEN(self.row_name(code) for code in left_out)
            self.remark(
                "reading.shorter_table" if self.table.partial else "reading.missing_row",
                f"{self.table.name}中没有印出以下各行：{listed}，请机关核对是否缺行。",
                [key for key in self.table.cells if key[0] in left_out],
            )
        if lost:
            listed = BROKEN(self.row_name(code) for code in lost)
            self.remark(
                "reading.lost_row",
                f"{self.table.name}的以下各行在原文中印出，但未能读取：{listed}，请对照原文核对。",
                [key for key in self.table.cells if key[0] in lost],
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
                self.say_unlabelled(rows, row)

    def is_printed(self, code: str) -> bool:
        """Whether a line of the document is an item's label."""
        item = self.table.item[code]
        return self.lines.has_row((item.label, *item.aliases))

    def say_unlabelled(self, rows: Sequence[Row], row: Row) -> None:
        """Quote numbers without a label, and which rows they may be."""
        due = self.due_at(rows, rows.index(row))
        numbers = BROKEN(f"“{cell.text}”" for cell in row.band.numbers)
        may_be = f"可能是此处没有的{BROKEN(map(self.row_name, due))}，" if due else ""
        self.remark(
            "reading.unlabelled_row",
            f"{self.table.name}有一行数字（{numbers}）前面没有标签，{may_be}"
            "不能认定属于哪一行，未予采用，请核对原文。",
            [key for key in self.table.cells if key[0] in due],
            [(row.band.page, row.band.box)],
        )


def _looks_like_row(rows: Sequence[Row], position: int) -> bool:
    """Whether words that are no known header stand between two rows of the same part."""
    row = rows[position]
    neighbours = [*rows[max(0, position - 1) : position], *rows[position + 1 : position + 2]]
    beside = all(n.band.part == row.band.part and n.is_known for n in neighbours)
    return bool(neighbours) and beside
