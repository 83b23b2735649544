"""What one page prints of one table that has no rules between its columns: cells from words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gongkai.form import FormTable
from gongkai.label import normalise
from gongkai.report import Box
from tasks.extract.lattice import Rule
from tasks.extract.unruled.columns import (
    PAD,
    Part,
    are_alone,
    edges_between,
    fit,
    headed_spans,
    joined,
    row_of_parts,
    spans_of,
    tight_edges,
)
from tasks.extract.unruled.headed import headed_parts
from tasks.extract.unruled.phrases import Phrase, Word, enclosing
from tasks.extract.unruled.row_bands import cuts_between, row_bands, rules_across

HEADER_GAP = 4.0
"""Letters' heights by which the parts of a table's header may be apart."""


@dataclass(frozen=True)
class Block:
    """The headings of some columns and the labels of the rows below.

    The headings may stand on another page, then there are none.
    """

    headings: list[Phrase]
    labels: list[Phrase]

    @property
    def em(self) -> float:
        """The size of its letters."""
        return max(word.em for label in self.labels for word in label.words)

    @property
    def box(self) -> Box:
        """What encloses its labels."""
        return enclosing([label.box for label in self.labels])

    @property
    def header(self) -> Box:
        """What encloses its headings."""
        return enclosing([heading.box for heading in self.headings])


class TableOnPage:
    """What one page prints of one table.

    Args:
        table: the form's.
        found: all labels of the form on the page, top to bottom.
        rest: the words of the page that are part of none.
        carried: edges of the table's last columns so far, if it began on a page before.
    """

    def __init__(
        self,
        table: FormTable,
        found: Sequence[Phrase],
        rest: Sequence[Word],
        carried: list[float] | None = None,
    ) -> None:
        self.table = table
        self.carried = carried
        self.rest = rest
        self.groups = _named(found, (t for g in table.groups for t in (g.label, *g.aliases)))
        self.items = self.rows_named(found)
        self.measures = _named(found, (t for m in table.measures for t in (m.label, *m.aliases)))
        self.sections = _named(found, table.sections)

    def rows_named(self, found: Sequence[Phrase]) -> list[Phrase]:
        """The labels of rows; one that others may replace heads them where they are there."""
        of = {item.code: _named(found, (item.label, *item.aliases)) for item in self.table.items}
        for item in self.table.items:
            if any(of[code] for code in item.instead_of):
                self.groups += of.pop(item.code)
        rows = {phrase: None for several in of.values() for phrase in several}
        return [phrase for phrase in found if phrase in rows]

    def beside(self) -> set[int]:
        """Characters that are neither in a row nor over one column: groups and sections."""
        removed = (*([] if self.table.partial else self.groups), *self.sections)
        marks = [word for word in self.rest if not word.letters]
        inside = [w for w in marks if any(_is_inside(w.box, phrase.box) for phrase in removed)]
        words = [*(word for phrase in removed for word in phrase.words), *inside, *self.torn()]
        return {index for word in words for index in word.chars}

    def torn(self) -> list[Word]:
        """Parts of group labels that a page break cut, left of the labels of rows."""
        labels = [normalise(text) for group in self.table.groups for text in (group.label,)]
        found = []
        for word in () if self.table.partial else self.rest:
            beside = [
                i for i in self.items if i.box[1] - word.em < word.middle < i.box[3] + word.em
            ]
            is_left = bool(beside) and all(word.box[2] <= item.box[0] for item in beside)
            if is_left and (not word.letters or any(word.letters in label for label in labels)):
                found.append(word)
        return found

    def parts(self, rules: Sequence[Rule]) -> list[Part]:
        """The cells of the table; none where it is not on the page."""
        if self.table.layout == "columns" and self.items_stand_above():
            return joined(headed_parts(self.table, self.items, self.measures, self.rest))
        return joined(
            [self.rows_of(block, rules) or self.labels_of(block) for block in self.blocks()]
        )

    def items_stand_above(self) -> bool:
        """Whether the items head columns: all measures stand below the first of them."""
        first = min((item.box[1] for item in self.items), default=float("inf"))
        below = {heading.label for heading in self.measures if heading.box[1] > first}
        return len(below) >= len(self.table.measures)

    def blocks(self) -> list[Block]:
        """The rows under each header, from the top of the page."""
        labels = [*self.items, *self.groups] if self.table.partial else self.items
        ordered = sorted((*labels, *self.measures), key=lambda phrase: phrase.middle)
        blocks = [Block([], [])]
        for phrase in ordered:
            if phrase in labels:
                blocks[-1].labels.append(phrase)
                continue
            if blocks[-1].labels:
                blocks.append(Block([], []))
            blocks[-1].headings.append(phrase)
        return [replace(b, headings=_nearest(b)) for b in blocks if b.labels]

    def rows_of(self, block: Block, rules: Sequence[Rule]) -> list[Part]:
        """The cells of a header and its rows; none where rows or columns are not certain."""
        left, top, edge, bottom = block.box
        beside = [w for w in self.rest if top - block.em < w.middle < bottom + block.em]
        figures = [word for word in beside if word.box[0] > edge - 1]
        strays = [word for word in beside if left < word.box[2] and word.box[0] <= edge - 1]
        boxes = [phrase.box for phrase in block.headings] + [word.box for word in figures]
        if not boxes and not self.carried:
            return []
        right = max((box[2] for box in boxes), default=0.0) + PAD
        levels = rules_across(rules, edge, right)
        rows = row_bands(block.labels, figures, strays, levels)
        columns = self.columns(block, figures, right)
        if columns is None or columns[0] < edge - 1:
            return []
        if not are_alone(columns, figures):
            return []
        edges = [left - PAD, (edge + columns[0]) / 2, *columns[1:]]
        if block.headings:
            self.carried = columns
        elif columns is not self.carried:
            edges = [left - PAD, *columns, max(right, columns[-1] + PAD)]
        head, parts = rows[0].top - PAD, []
        if block.headings:
            _, first, _, last = block.header
            if last > rows[0].top:
                return []
            head = (last + rows[0].top) / 2
            parts = row_of_parts(edges, first - PAD, head)
        cuts = cuts_between(rows, head, rows[-1].bottom + PAD, levels)
        if cuts is None:
            return []
        return parts + [
            p for above, below in pairwise(cuts) for p in row_of_parts(edges, above, below)
        ]

    def labels_of(self, block: Block) -> list[Part]:
        """Cells for the labels alone, so that nobody takes their rows for not printed.

        None where nothing stands beside them: words of a text, not of a table.
        """
        left, _, right, _ = block.box
        beside = [w for w in self.rest if w.box[0] > right - 1]
        labels = [row for row in block.labels if any(_is_level(w, row) for w in beside)]
        boxes = sorted((label.box for label in labels), key=lambda box: box[1])
        apart = [box for box, after in pairwise(boxes) if box[3] < after[1]] + boxes[-1:]
        return [Part(left - PAD, box[1], right + 1, box[3]) for box in apart]

    def columns(self, block: Block, figures: Sequence[Word], right: float) -> list[float] | None:
        """Edges of the columns of figures; None where they cannot be told.

        Without headings they are those of the page before. Where these do not fit, each
        column ends where its figures do: beside it there may be one without figures.
        """
        boxes = [word.box for word in figures]
        if not block.headings:
            below = spans_of(boxes)
            if self.carried and block.box[2] < self.carried[0] + 1 and fit(below, self.carried):
                return self.carried
            return tight_edges(below)
        named = [heading.box for heading in block.headings]
        others = [
            box for box in self.other_headings(block) if any(_share_width(box, b) for b in boxes)
        ]
        spans = headed_spans([*named, *others], boxes)
        if spans is None:
            return None
        return edges_between(spans[0][0], spans, max(right, spans[-1][1] + PAD))

    def other_headings(self, block: Block) -> list[Box]:
        """What heads further columns, such as units or other years, beside the measures."""
        _, top, _, bottom = block.header
        words = [*self.rest, *(w for section in self.sections for w in section.words)]
        beside = [w.box for w in words if top < w.middle < bottom and w.box[0] > block.box[2] - 1]
        named = [heading.box for heading in block.headings]
        over = [box for box in beside if not any(_share_width(box, head) for head in named)]
        spans = spans_of(over)
        return [(left, top, right, bottom) for left, right in spans]


def _named(found: Iterable[Phrase], texts: Iterable[str]) -> list[Phrase]:
    """Those of some labels that are one of these."""
    labels = {normalise(text) for text in texts}
    return [phrase for phrase in found if phrase.label in labels]


def _nearest(block: Block) -> list[Phrase]:
    """The headings that stand right above the rows, without those of a table further up."""
    kept: list[Phrase] = []
    top = block.box[1]
    for heading in sorted(block.headings, key=lambda heading: -heading.box[3]):
        if top - heading.box[3] > HEADER_GAP * block.em:
            break
        kept.append(heading)
        top = min(top, heading.box[1])
    return kept


def _is_inside(one: Box, other: Box) -> bool:
    return all(a >= b - 1 for a, b in zip(one[:2], other[:2], strict=True)) and all(
        a <= b + 1 for a, b in zip(one[2:], other[2:], strict=True)
    )


def _is_level(word: Word, phrase: Phrase) -> bool:
    return phrase.box[1] < word.middle < phrase.box[3]


def _share_width(one: Box, other: Box) -> bool:
    return min(one[2], other[2]) - max(one[0], other[0]) > 0
