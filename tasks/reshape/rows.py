"""Which row is which item: by its label, in spite of page breaks and misprints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.explained import explained, is_narrowed
from gongkai.form import FormTable
from gongkai.label import Label, is_same, normalise
from gongkai.unit import without_unit
from tasks.reshape.bands import Band, stacked
from tasks.reshape.lines import NO_LINES, Lines
from tasks.reshape.placing import Placing
from tasks.reshape.years import relative

_OF_WHICH = re.compile(r"^\s*(?:其\s*中|其)\s*[:：、，,]?\s*")
"""What stands before the first of some rows that belong to the row above."""


@dataclass
class Row:
    """A band and what its label says it is.

    Attributes:
        kind: `item`, `recurring` (one of several items), `header`, `group`, `orphan`
            (no label), `unknown`, `torn` (between readings) or `refused`.
        item: the item's code, or the group's.
        among: the items it may be, where its label recurs in the form.
        rivals: the items it may be, where that cannot be decided.
        explained: the explanation in brackets behind its label, empty where there is none.
        narrowed: whether that may make its numbers those of another time or scope.
    """

    band: Band
    kind: str
    item: str = ""
    label: str = ""
    among: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    explained: str = ""
    narrowed: bool = False

    @property
    def is_known(self) -> bool:
        """Whether its label is a row's of the form, to the letter."""
        return self.kind in ("item", "recurring", "group")


class Rows(Placing):
    """The rows of a table whose items run down, by their own labels."""

    def __init__(self, table: FormTable, year: int | None = None, lines: Lines = NO_LINES) -> None:
        super().__init__(table, year, lines)
        self.labels = [(item.code, item.labels) for item in table.items]
        self.by_words: dict[str, list[tuple[Label, str]]] = {}
        for item in table.items:
            for label in item.labels:
                self.by_words.setdefault(label.words, []).append((label, item.code))
        self.headings_of = [
            (
                m.code,
                [
                    *m.labels,
                    *(Label("", part + normalise(m.label)) for part in self.headings.sections),
                ],
            )
            for m in table.measures
        ]
        self.groups = {normalise(t): g.code for g in table.groups for t in (g.label, *g.aliases)}
        self.replacing = {item.code for item in table.items if item.instead_of}

    def classified(self, band: Band) -> Row:
        """Say what a band is by its own words."""
        words = band.labels or ([] if band.has_numbers else band.words)
        among, label, beside = self.items_of(words)
        texts = beside if among else [*words, *(ln for cell in band.cells for ln in cell.lines)]
        others = {self.items_of([text])[0] for text in texts} - {()}
        if among:
            others.add(among)
        if len({codes for codes in others if not self.replacing.issuperset(codes)}) > 1:
            return Row(band, "unknown", label="".join(words))
        if among:
            return self.row_of(band, among, label)
        among, label, beside = self.explained_items(words)
        if among and not any(self.items_of([text])[0] for text in beside):
            return self.explained_row(band, among, label)
        if not words:
            among, label, _ = self.items_of(band.words_beside)
            return self.row_of(band, among, label) if among else Row(band, "orphan")
        said = {normalise(relative(word, self.headings.year)) for word in words}
        if said <= self.groups.keys():
            return Row(band, "group", self.groups[max(said, key=len)], "".join(words))
        if all(map(self.headings.is_title, said)):
            return Row(band, "header")
        if said & self.table.headings and not band.has_numbers:
            return Row(band, "header")
        if not band.has_numbers and not any(Label.of(word).number for word in words):
            return Row(band, "header", label="".join(words))
        return Row(band, "unknown", label="".join(words))

    def row_of(self, band: Band, among: tuple[str, ...], label: str) -> Row:
        """A row whose label is that of one item, or recurs."""
        if len(among) == 1:
            return Row(band, "item", among[0], label)
        return Row(band, "recurring", label=label, among=among)

    def items_of(self, words: Sequence[str]) -> tuple[tuple[str, ...], str, list[str]]:
        """The items whose label some neighbouring words are to the letter.

        Returns:
            their codes (several where a label recurs), that label, the other words.
        """
        for run, others in runs_of(words):
            codes = self.named(run)
            if codes:
                return codes, run, others
        return (), "", []

    def named(self, text: str) -> tuple[str, ...]:
        """The items a text is the label of, to the letter."""
        texts = [text]
        if self.table.partial and _OF_WHICH.match(text):
            texts.append(_OF_WHICH.sub("", text))
        texts += self.headings.without_section(text)
        own, group = self.headings.without_group(text)
        if own:
            return tuple(code for code in self.named(own) if code.startswith(f"{group}."))
        if (spoken := relative(text, self.headings.year)) != text:
            texts.append(spoken)
        for one in texts:
            printed = Label.of(without_unit(one))
            codes = [c for lb, c in self.by_words.get(printed.words, ()) if is_same(printed, lb)]
            if codes:
                return tuple(dict.fromkeys(codes))
        return ()

    def explained_items(self, words: Sequence[str]) -> tuple[tuple[str, ...], str, list[str]]:
        """The items whose label some neighbouring words are before a bracket that explains."""
        for run, others in runs_of(words):
            label, explanation = explained(run)
            codes = self.named(label) if explanation else ()
            if codes:
                return codes, run, others
        return (), "", []

    def explained_row(self, band: Band, among: tuple[str, ...], text: str) -> Row:
        """A row whose label is explained in brackets."""
        label, explanation = explained(text)
        declared = "".join(
            declared
            for code in among
            for declared in (self.table.item[code].label, *self.table.item[code].aliases)
        )
        row = self.row_of(band, among, text)
        row.explained = explanation
        row.narrowed = is_narrowed(explanation, label + declared, self.headings.year)
        return row

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
        if lower.is_known or upper.kind == "group":
            return None
        whole = stacked(upper.band, lower.band)
        same = Row(whole, upper.kind, upper.item, upper.label, upper.among)
        if upper.is_known and lower.band.is_torn_off_from(upper.band):
            return same
        if lower.kind == "orphan":
            if not lower.band.has_numbers:
                return upper
            if upper.kind == "orphan" or upper.band.has_numbers:
                return None
            return same
        for head, _ in runs_of(upper.band.labels, to_end=True):
            for tail, _ in runs_of(lower.band.labels):
                among = self.named(head + tail)
                if among:
                    return self.row_of(whole, among, head + tail)
        if upper.kind == "unknown" and lower.label and not Label.of(lower.label).number:
            return Row(whole, "unknown", label=upper.label + lower.label)
        return None


def runs_of(words: Sequence[str], to_end: bool = False) -> Iterable[tuple[str, list[str]]]:
    """Neighbouring words put together, the rightmost and shortest first; the other words."""
    ends = [len(words)] if to_end else range(len(words), 0, -1)
    for end in ends:
        for first in range(end - 1, -1, -1):
            yield "".join(words[first:end]), [*words[:first], *words[end:]]
