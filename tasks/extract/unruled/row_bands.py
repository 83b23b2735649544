"""The rows of a table without rules between its columns: each label with the figures beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tasks.extract.lattice import DOUBLE, Rule
from tasks.extract.unruled.phrases import Phrase, Word

NEAR = 0.4
"""Letters' heights by which a figure may stand above or below its label's lines."""

CLEARLY = 2.0
"""How many times farther the next label must be."""

COVERED = 0.6
"""Share of the columns of figures that a rule between two rows runs through, at least."""


@dataclass
class RowBand:
    """A row: its label, if it is known, and the words beside it.

    Attributes:
        top, bottom: of what stands in it, in points.
    """

    label: Phrase | None
    top: float
    bottom: float
    words: list[Word] = field(default_factory=list)

    def take(self, word: Word) -> None:
        """Have a word stand in it."""
        self.words.append(word)
        self.top, self.bottom = min(self.top, word.box[1]), max(self.bottom, word.box[3])


def row_bands(
    labels: Sequence[Phrase], words: Sequence[Word], strays: Sequence[Word], rules: Sequence[float]
) -> list[RowBand]:
    """Give each figure to the row it stands in.

    Args:
        labels: of the rows, top to bottom.
        words: what stands right of the labels.
        strays: what stands among the labels and is none that is known.
        rules: heights of the rules between rows.

    Returns:
        the rows from the top, those without a known label among them.
    """
    rows = [RowBand(label, label.box[1], label.box[3]) for label in labels]
    known = list(rows)
    edges = [_cut(rules, a.bottom, b.top) for a, b in pairwise(known)]
    limits = list(zip([None, *edges], [*edges, None], strict=True))
    spans = [(row.top, row.bottom) for row in known]
    lost = []
    for word in words:
        place = _row_at(word, spans, limits)
        if place is None:
            lost.append(word)
        else:
            known[place].take(word)
    for line in _lines(lost):
        row = RowBand(None, line[0].box[1], line[0].box[3])
        for word in line:
            row.take(word)
        rows.append(row)
    rows.sort(key=lambda row: row.top + row.bottom)
    for word in strays:
        unlabelled = [row for row in rows if row.label is None]
        near = min(unlabelled, key=lambda row: _distance(word, row.top, row.bottom), default=None)
        if near is not None and _distance(word, near.top, near.bottom) < word.em:
            near.take(word)
    return rows


def _cut(rules: Sequence[float], upper: float, lower: float) -> float | None:
    """The one rule between two rows, if there is one."""
    between = [level for level in rules if upper - 1 < level < lower + 1]
    if not between or max(between) - min(between) > DOUBLE:
        return None
    return sum(between) / len(between)


def _row_at(
    word: Word,
    spans: Sequence[tuple[float, float]],
    limits: Sequence[tuple[float | None, float | None]],
) -> int | None:
    """Which row a word stands in: between its rules, or beside its label."""
    for place, (above, below) in enumerate(limits):
        if above is not None and below is not None and above < word.middle < below:
            return place
    ranked = sorted(
        (_distance(word, top, bottom), place) for place, (top, bottom) in enumerate(spans)
    )
    if not ranked or ranked[0][0] > NEAR * word.em:
        return None
    if len(ranked) > 1 and ranked[1][0] < CLEARLY * ranked[0][0]:
        return None
    place = ranked[0][1]
    above, below = limits[place]
    inside = (above is None or word.middle > above) and (below is None or word.middle < below)
    return place if inside else None


def _distance(word: Word, top: float, bottom: float) -> float:
    return max(top - word.middle, word.middle - bottom, 0.0)


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words on one height together, top to bottom."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.middle):
        if found and word.middle - found[-1][0].middle < NEAR * word.em:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def cuts_between(
    rows: Sequence[RowBand], top: float, bottom: float, rules: Sequence[float]
) -> list[float] | None:
    """Where one row ends and the next begins; None where rows reach into each other."""
    found = [top]
    for upper, lower in pairwise(rows):
        if lower.top <= upper.bottom:
            return None
        ruled = _cut(rules, upper.bottom, lower.top)
        found.append((upper.bottom + lower.top) / 2 if ruled is None else ruled)
    return [*found, bottom]


def rules_across(rules: Sequence[Rule], left: float, right: float) -> list[float]:
    """Heights of the rules that run through most of a table's columns of figures."""
    levels: dict[float, float] = {}
    for rule in rules:
        shared = min(rule.end, right) - max(rule.start, left)
        if shared > 0:
            same = next((level for level in levels if abs(level - rule.level) < 1), rule.level)
            levels[same] = levels.get(same, 0.0) + shared
    return sorted(level for level, length in levels.items() if length > COVERED * (right - left))
