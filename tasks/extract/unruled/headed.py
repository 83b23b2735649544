"""Table 四 without rules: items over columns of measures, over one row of figures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gongkai.form import FormTable
from gongkai.label import normalise
from gongkai.number import parse
from tasks.extract.unruled.columns import (
    PAD,
    Part,
    are_alone,
    edges_between,
    headed_spans,
    row_of_parts,
)
from tasks.extract.unruled.phrases import Phrase, Word

HEADER_GAP = 4.0
"""Letters' heights between headings and the row of figures, at most."""

LINE_GAP = 1.6
"""The same between the lines of one figure."""


def headed_parts(
    table: FormTable, items: Sequence[Phrase], measures: Sequence[Phrase], rest: Sequence[Word]
) -> list[list[Part]]:
    """The cells of each block: all items side by side, or one item after the other.

    Args:
        table: whose columns are one (item, measure) each.
        items: where their labels stand on a page, top to bottom.
        measures: likewise.
        rest: the other words of the page.

    Returns:
        the cells of each block, none for one that is not certain.
    """
    found = []
    above = float("-inf")
    first = min(item.box[1] for item in items)
    for headings in _side_by_side([heading for heading in measures if heading.box[1] > first]):
        foot = max(heading.box[3] for heading in headings)
        figures = _figures_below(foot, headings, rest)
        over = [item for item in items if above < item.middle < foot]
        found.append(_block(table, over, headings, figures) if figures and over else [])
        above = foot
    return found


def _side_by_side(measures: Sequence[Phrase]) -> list[list[Phrase]]:
    """Headings that stand beside each other; one below another begins a new block."""
    groups: list[list[Phrase]] = []
    for heading in sorted(measures, key=lambda heading: heading.middle):
        beside = groups and not any(
            min(heading.box[2], other.box[2]) > max(heading.box[0], other.box[0])
            for other in groups[-1]
        )
        if beside:
            groups[-1].append(heading)
        else:
            groups.append([heading])
    return [sorted(group, key=lambda heading: heading.box[0]) for group in groups]


def _figures_below(foot: float, headings: Sequence[Phrase], rest: Sequence[Word]) -> list[Word]:
    """The one row of figures under some headings, whose lines may be several."""
    em = max(word.em for heading in headings for word in heading.words)
    found: list[Word] = []
    for word in sorted((w for w in rest if w.middle > foot), key=lambda word: word.middle):
        gap = word.middle - (found[-1].middle if found else foot)
        if gap > (LINE_GAP if found else HEADER_GAP) * em:
            break
        if parse(word.text).state == "unclear":
            break
        found.append(word)
    return found


def _block(
    table: FormTable, items: Sequence[Phrase], headings: Sequence[Phrase], figures: Sequence[Word]
) -> list[Part]:
    columns = headed_spans([h.box for h in headings], [word.box for word in figures])
    size = len(table.measures)
    if columns is None or len(columns) != len(headings) or len(headings) != size * len(items):
        return []
    code = {normalise(t): m.code for m in table.measures for t in (m.label, *m.aliases)}
    edges = edges_between(columns[0][0] - PAD, columns, columns[-1][1] + PAD)
    if not are_alone(edges, figures):
        return []
    top = min(item.box[1] for item in items) - PAD
    foot = max(heading.box[3] for heading in headings)
    data = min(word.box[1] for word in figures)
    if foot > data:
        return []
    head = (foot + data) / 2
    parts = row_of_parts(edges, head, max(word.box[3] for word in figures) + PAD)
    for place, item in enumerate(sorted(items, key=lambda item: item.box[0])):
        first, last = place * size, (place + 1) * size
        run = headings[first:last]
        centre = (item.box[0] + item.box[2]) / 2
        cut = (item.box[3] + min(heading.box[1] for heading in run)) / 2
        each_once = {code[heading.label] for heading in run} == set(table.measure)
        if not (each_once and _is_over(centre, edges[first : last + 1]) and item.box[3] < cut):
            return []
        parts.append(Part(edges[first], top, edges[last], cut))
        parts += [Part(a, cut, b, head) for a, b in pairwise(edges[first : last + 1])]
    return parts


def _is_over(centre: float, edges: Sequence[float]) -> bool:
    """Whether a heading is centred over some columns, by less than the half of one."""
    return abs(centre - (edges[0] + edges[-1]) / 2) < (edges[-1] - edges[0]) / (len(edges) - 1) / 2
