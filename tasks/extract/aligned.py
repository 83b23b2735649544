"""Tables without rules between their columns, by the form's words and the gaps between figures.

The labels of the form are looked for first: where they stand says where a table
begins and ends, which rows it has and what heads its columns. The figures then
fall into columns by the gaps between them. A part whose rows or columns cannot be
told for certain is left out; whoever places the rows says that they are missing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gongkai.form import Form, FormTable
from gongkai.report import Box, Grid
from tasks.extract.cells import filled
from tasks.extract.columns import (
    PAD,
    Part,
    are_alone,
    edges_between,
    headed_spans,
    joined,
    lattice_of,
    row_of_parts,
    spans_of,
    tight_edges,
)
from tasks.extract.headed import headed_parts
from tasks.extract.lattice import Rule
from tasks.extract.page import Characters
from tasks.extract.phrases import Phrase, Word, enclosing, phrases, words_of
from tasks.extract.row_bands import cuts_between, row_bands, rules_across
from tasks.reshape.letters import normalise

HEADER_GAP = 4.0
"""Letters' heights by which the parts of a table's header may be apart."""


def aligned(page: int, chars: Characters, rules: Sequence[Rule], form: Form) -> list[Grid]:
    """Read the tables of a form on one page that has no rules between their columns.

    Args:
        page: 1-based.
        chars: all characters of the page.
        rules: its horizontal rules, in points from the top; there may be none.
        form: the form whose tables these are.

    Returns:
        grids from the top of the page down, boxes in points; what cannot be told
        for certain is not in them.
    """
    texts = frozenset[str]().union(*(table.vocabulary for table in form.tables))
    found, rest = phrases(words_of(chars), texts)
    struck = [(rule.start, rule.level, rule.end) for rule in rules]
    grids = []
    for table in form.tables:
        on_page = TableOnPage(table, found, rest)
        parts = on_page.parts(rules)
        if parts:
            kept = without(chars, on_page.beside())
            grids.append(filled(page, lattice_of(parts), kept, struck))
    return sorted(grids, key=lambda grid: grid.box[1])


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
    """

    def __init__(self, table: FormTable, found: Sequence[Phrase], rest: Sequence[Word]) -> None:
        self.table = table
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
        words = [*(word for phrase in removed for word in phrase.words), *inside]
        return {index for word in words for index in word.chars}

    def parts(self, rules: Sequence[Rule]) -> list[Part]:
        """The cells of the table; none where it is not on the page."""
        if self.table.layout == "columns" and self.items_stand_above():
            return joined(headed_parts(self.table, self.items, self.measures, self.rest))
        return joined([self.rows_of(block, rules) for block in self.blocks()])

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
        if not boxes:
            return []
        right = max(box[2] for box in boxes) + PAD
        levels = rules_across(rules, edge, right)
        rows = row_bands(block.labels, figures, strays, levels)
        columns = self.columns(block, figures, right)
        if columns is None or columns[0] < edge - 1:
            return []
        if not are_alone(columns, [word.box for word in figures]):
            return []
        edges = [left - PAD, (edge + columns[0]) / 2, *columns[1:]]
        if not block.headings:
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

    def columns(self, block: Block, figures: Sequence[Word], right: float) -> list[float] | None:
        """Edges of the columns of figures; None where they cannot be told.

        Without headings each column ends where its figures do: beside it there may
        be another one, without figures.
        """
        boxes = [word.box for word in figures]
        if not block.headings:
            return tight_edges(spans_of(boxes))
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


def _share_width(one: Box, other: Box) -> bool:
    return min(one[2], other[2]) - max(one[0], other[0]) > 0


def without(chars: Characters, removed: Collection[int]) -> Characters:
    """The characters of a page without some."""
    kept = [i for i in range(len(chars.text)) if i not in removed]
    return replace(
        chars,
        text=[chars.text[i] for i in kept],
        boxes=chars.boxes[kept],
        middles=[chars.middles[i] for i in kept],
        sizes=[chars.sizes[i] for i in kept],
        baselines=[chars.baselines[i] for i in kept],
        hidden=[chars.hidden[i] for i in kept],
    )
