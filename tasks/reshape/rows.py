"""Which row is which item: by its label, in spite of page breaks and misprints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.form import FormTable
from gongkai.label import Label, is_same, most_alike, normalise
from gongkai.unit import without_unit
from tasks.reshape.bands import Band, stacked
from tasks.reshape.placing import BROKEN, Placing


@dataclass
class Row:
    """A band and what its label says it is: an item's code, `header`, or empty."""

    band: Band
    kind: str
    item: str = ""
    label: str = ""


class Rows(Placing):
    """The rows of a table whose items run down, by their own labels."""

    def __init__(self, table: FormTable) -> None:
        super().__init__(table)
        self.by_words: dict[str, list[tuple[Label, str]]] = {}
        for item in table.items:
            for label in item.labels:
                self.by_words.setdefault(label.words, []).append((label, item.code))
        self.by_heading = {
            normalise(text): measure.code
            for measure in table.measures
            for text in (measure.label, *measure.aliases)
        }
        self.likenesses = [
            (
                m.code,
                [
                    *m.labels,
                    *(Label("", part + normalise(m.label)) for part in self.headings.sections),
                ],
            )
            for m in table.measures
        ]
        self.groups = {normalise(t) for g in table.groups for t in (g.label, *g.aliases)}
        self.replacing = {item.code for item in table.items if item.instead_of}

    def classified(self, band: Band) -> Row:
        """Say what a band is by its own words."""
        words = band.words
        item, label = self.item_of(_runs(words))
        lines = (line for cell in band.cells for line in cell.lines)
        items = {self.item_of([text])[0] for text in (*words, *lines)} - {"", *self.replacing}
        if len(items) > 1:
            return Row(band, "unknown", label="".join(words))
        if item:
            return Row(band, "item", item, label)
        if not words:
            item, label = self.item_of(_runs(band.words_beside))
            return Row(band, "item", item, label) if item else Row(band, "orphan")
        texts = {normalise(word) for word in words}
        if texts <= self.groups:
            return Row(band, "group", label="".join(words))
        if texts & self.table.headings and not band.has_numbers:
            return Row(band, "header")
        if not band.has_numbers and not any(Label.of(word).number for word in words):
            return Row(band, "header", label="".join(words))
        return Row(band, "unknown", label="".join(words))

    def item_of(self, runs: Iterable[str]) -> tuple[str, str]:
        """The item whose label one of the runs is to the letter, and that run."""
        for run in runs:
            printed = Label.of(without_unit(run))
            for label, code in self.by_words.get(printed.words, ()):
                if is_same(printed, label):
                    return code, run
        return "", ""

    def joined(self, rows: Sequence[Row]) -> list[Row]:
        """Put rows back together that a page break cut in two."""
        whole: list[Row] = []
        for row in rows:
            before = next((r for r in reversed(whole) if r.band.part < row.band.part), None)
            opens = before is not None and all(
                r is before or r.kind == "header"
                for r in whole
                if r.band.part == row.band.part or r is before
            )
            follows = before is not None and row.band.page == before.band.page + 1
            if before is not None and follows and opens and before.kind != "header":
                merged = self.merged(before, row)
                if merged is not None:
                    whole[whole.index(before)] = merged
                    continue
            whole.append(row)
        return whole

    def merged(self, upper: Row, lower: Row) -> Row | None:
        """The row that two bands on both sides of a page break are halves of, if they are."""
        if lower.kind in ("item", "group") or upper.kind == "group":
            return None
        if upper.kind == "item" and lower.band.is_torn_off_from(upper.band):
            return Row(stacked(upper.band, lower.band), upper.kind, upper.item, upper.label)
        if lower.kind == "orphan":
            if not lower.band.has_numbers:
                return upper
            if upper.kind == "orphan" or upper.band.has_numbers:
                return None
            return Row(stacked(upper.band, lower.band), upper.kind, upper.item, upper.label)
        runs = [
            head + tail
            for head in _runs(upper.band.words, to_end=True)
            for tail in _runs(lower.band.words)
        ]
        item, label = self.item_of(runs)
        whole = stacked(upper.band, lower.band)
        if item:
            return Row(whole, "item", item, label)
        if upper.kind == "unknown" and lower.label and not Label.of(lower.label).number:
            return Row(whole, "unknown", label=upper.label + lower.label)
        return None

    def settle_unknown(self, rows: Sequence[Row]) -> None:
        """Know a misprinted label by its likeness, among the items that are still missing there."""
        order = list(self.table.item)
        for position, row in enumerate(rows):
            if row.kind == "header" and row.label and self.looks_like_row(rows, position):
                row.kind = "unknown"
            if row.kind != "unknown":
                continue
            known = [r.item for r in rows if r.kind == "item"]
            before = [r.item for r in rows[:position] if r.kind == "item"]
            after = [r.item for r in rows[position:] if r.kind == "item"]
            first = order.index(before[-1]) + 1 if before else 0
            last = order.index(after[0]) if after else len(order)
            missing = [code for code in order[first:last] if code not in known]
            candidates = [(code, self.table.item[code].labels) for code in missing]
            for run in [row.label, *_runs(row.band.words)]:
                code = most_alike(Label.of(run), candidates)
                if code is not None:
                    row.kind, row.item, row.label = "item", code, run
                    self.remark(
                        "reading.label_variant",
                        f"{self.table.name}的行标签印作“{run}”，按{self.name(code)}读取。",
                        places=[(row.band.page, row.band.box)],
                    )
                    break
            if row.kind == "unknown":
                self.say_unknown(row)

    def looks_like_row(self, rows: Sequence[Row], position: int) -> bool:
        """Whether words that are no known header stand between two rows of the same part."""
        row = rows[position]
        neighbours = [*rows[max(0, position - 1) : position], *rows[position + 1 : position + 2]]
        return (
            bool(neighbours)
            and all(n.kind in ("item", "group") for n in neighbours)
            and (all(n.band.part == row.band.part for n in neighbours))
        )

    def say_unknown(self, row: Row) -> None:
        """Quote a row that is no item: its numbers are lost to the table, so it matters."""
        place = [(row.band.page, row.band.box)]
        if row.band.has_numbers:
            self.remark(
                "reading.unknown_row",
                f"{self.table.name}有一行标签印作“{row.label}”，不能认定是表式中的哪一行，其数字未予采用，请核对。",
                places=place,
            )
        else:
            self.remark(
                "reading.extra_words",
                f"{self.table.name}中另有文字“{row.label}”，不属于表式。",
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
        same = [row for row in rows if row.item in repeated]
        listed = BROKEN(f"{self.name(code)}（{counted[code]} 行）" for code in repeated)
        self.remark(
            "reading.ambiguous_row",
            f"{self.table.name}中有多行都可能是同一项：{listed}，无法判断取哪一行，均未采用，请核对原文。",
            [key for key in self.table.cells if key[0] in repeated],
            [(row.band.page, row.band.box) for row in same],
        )
        for row in same:
            row.kind = "refused"

    def say_missing(self, rows: Sequence[Row]) -> None:
        """Name the items without a row, and numbers in rows that are no item."""
        there = {row.item for row in rows}
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
            listed = BROKEN(self.name(code) for code in missing)
            self.remark(
                "reading.missing_row",
                f"{self.table.name}中没有找到以下各行：{listed}，请核对原文是否缺行。",
                [key for key in self.table.cells if key[0] in missing],
            )
        for row in rows:
            if row.kind in ("header", "unknown") and row.band.is_torn_off:
                self.say_torn_off(row.band)
            elif row.kind == "group" and row.band.has_numbers:
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


def _runs(words: Sequence[str], to_end: bool = False) -> list[str]:
    """Neighbouring words put together, the rightmost and shortest first."""
    ends = [len(words)] if to_end else range(len(words), 0, -1)
    return ["".join(words[first:end]) for end in ends for first in range(end - 1, -1, -1)]
