"""Where the cells of a table are: its edges, and which of the parts between them are one cell.

However the rules were found (Camelot, a picture, the gaps between columns of
text), from here on a table is a lattice, and one code fills it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Edges = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Lattice:
    """The cells of one table on one page.

    Attributes:
        rows: edges of the rows (n + 1), in points from the top of the page.
        columns: edges of the columns (m + 1), in points from its left.
        owner: number of the merged cell that each part belongs to (n, m).
    """

    rows: Edges
    columns: Edges
    owner: npt.NDArray[np.intp]


Open = Callable[[int, int], bool]
"""Whether no rule stands behind (right of, or below) the part in a row and a column."""


def merged(rows: int, columns: int, right: Open, below: Open) -> npt.NDArray[np.intp]:
    """Number the cells of a lattice: parts with no rule between them are one."""
    parent = list(range(rows * columns))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and right(row, column):
                parent[root(here + 1)] = root(here)
            if row + 1 < rows and below(row, column):
                parent[root(here + columns)] = root(here)
    return np.array([root(node) for node in range(rows * columns)]).reshape(rows, columns)


class Rule(Protocol):
    """A straight rule: `start` and `end` along it, `level` across it, in points."""

    @property
    def start(self) -> float:
        """Its left or upper end."""

    @property
    def level(self) -> float:
        """Its distance from the top (of a horizontal) or the left (of a vertical)."""

    @property
    def end(self) -> float:
        """Its right or lower end."""


TOUCH = 4.0
"""Points by which a rule may miss, or run over, the one it ends at."""

DOUBLE = 4.0
"""Points; rules on levels no further apart are one edge: double rules, borders of cells."""

MISSING = 0.2
"""Share of an edge between two parts that may lack its rule where they are two cells; a
letter's stroke in line with the rule below covers up to two thirds of a row."""

MISSING_END = 2.0
"""Points of an edge that may lack its rule in any case."""

OPEN_SIDE = 12.0
"""Points; rules that all run on so far beyond the last crossing one have an open cell there."""

OPEN_END = 7.0
"""The same of upright rules beyond the last level one: a row that the page's end has cut."""

HEADING = 60.0
"""Points; a row without any upright rule, such as a heading across the table, is no higher."""

NARROWEST = 100.0
"""Points; a table is wider. What strokes of large letters enclose (田, 王国) is not."""

MARGIN = 1.0
"""Points from the page's edge; a rule there is the edge of the paper."""


def lattices(
    horizontals: Sequence[Rule], verticals: Sequence[Rule], width: float, height: float
) -> list[Lattice]:
    """Connect rules to tables.

    Rules that meet no other are no part of a table; a frame around one cell is none.

    Args:
        horizontals: in points from the top left of the page.
        verticals: likewise.
        width: of the page, in points.
        height: of the page, in points.

    Returns:
        tables from the top of the page to its foot, then from left to right.
    """
    found = []
    across, down = _rules(horizontals, height), _rules(verticals, width)
    down = np.concatenate([down, _open_sides(across, down)])
    for level, upright in _connected(across, down):
        lattice = _lattice(level, upright)
        if lattice is not None:
            found.append(lattice)
    return sorted(found, key=lambda lattice: (lattice.rows[0], lattice.columns[0]))


_Rules = npt.NDArray[np.float64]
"""Start, level and end of rules that run in one direction (n, 3)."""


def _rules(rules: Sequence[Rule], limit: float) -> _Rules:
    kept = [
        (rule.start, rule.level, rule.end)
        for rule in rules
        if MARGIN < rule.level < limit - MARGIN and rule.end > rule.start
    ]
    return np.array(kept, dtype=np.float64).reshape(-1, 3)


def _open_sides(level: _Rules, upright: _Rules) -> _Rules:
    """The sides of tables that have rules between their columns and none at their sides.

    Such a table is a stack of rules that all begin, and all end, in one place; what stands at
    such a place and is drawn is a side already.
    """
    sides = [
        (float(stack[0, 1]), edge, float(stack[-1, 1]))
        for stack in _stacks(level, upright)
        if _has_columns(stack, upright)
        for edge in (float(np.median(stack[:, 0])), float(np.median(stack[:, 2])))
        if not _is_walled(stack, edge, upright)
    ]
    return np.array(sides, dtype=np.float64).reshape(-1, 3)


def _stacks(level: _Rules, upright: _Rules) -> list[_Rules]:
    """Rules of one length and place below each other, where no other part of a page is between.

    Between two of them are a heading's height, or upright rules that run from one to the other.
    """
    stacks: list[list[npt.NDArray[np.float64]]] = []
    for rule in level[np.argsort(level[:, 1], kind="stable")]:
        for stack in stacks:
            last = stack[-1]
            is_same = max(abs(last[0] - rule[0]), abs(last[2] - rule[2])) <= TOUCH
            if is_same and (rule[1] - last[1] <= HEADING or _is_joined(last, rule, upright)):
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [np.array(stack) for stack in stacks if stack[-1][1] - stack[0][1] > DOUBLE]


def _is_joined(
    upper: npt.NDArray[np.float64], lower: npt.NDArray[np.float64], upright: _Rules
) -> bool:
    """Whether an upright rule runs from one rule to another."""
    x = upright[:, 1]
    between = (upper[0] < x) & (x < upper[2])
    reaches = (upright[:, 0] <= upper[1] + TOUCH) & (upright[:, 2] >= lower[1] - TOUCH)
    return bool((between & reaches).any())


def _has_columns(stack: _Rules, upright: _Rules) -> bool:
    """Whether an upright rule runs between two rules of a stack, away from its sides."""
    x = upright[:, 1]
    inside = (stack[0, 0] + OPEN_SIDE < x) & (x < stack[0, 2] - OPEN_SIDE)
    met = (upright[:, :1] - TOUCH <= stack[:, 1]) & (stack[:, 1] <= upright[:, 2:] + TOUCH)
    return bool((inside & (met.sum(axis=1) > 1)).any())


def _is_walled(stack: _Rules, edge: float, upright: _Rules) -> bool:
    """Whether a rule is drawn at a side of a stack, anywhere along it."""
    overlap = np.minimum(upright[:, 2], stack[-1, 1]) - np.maximum(upright[:, 0], stack[0, 1])
    return bool(((np.abs(upright[:, 1] - edge) <= TOUCH) & (overlap > DOUBLE)).any())


def _touching(level: _Rules, upright: _Rules) -> npt.NDArray[np.bool_]:
    """Which horizontal meets which vertical."""
    x, y = upright[:, 1], level[:, 1]
    across = (level[:, :1] - TOUCH <= x) & (x <= level[:, 2:] + TOUCH)
    down = (upright[:, 0] - TOUCH <= y[:, None]) & (y[:, None] <= upright[:, 2] + TOUCH)
    return np.asarray(across & down)


def _connected(level: _Rules, upright: _Rules) -> list[tuple[_Rules, _Rules]]:
    """Rules that meet each other, directly or not, at least two ways each."""
    while True:
        touching = _touching(level, upright)
        ends_level = _meets_two(touching, upright[:, 1])
        ends_upright = _meets_two(touching.T, level[:, 1])
        if ends_level.all() and ends_upright.all():
            break
        level, upright = level[ends_level], upright[ends_upright]
    groups = []
    left = set(range(len(level)))
    while left:
        members, crossing = {min(left)}, set[int]()
        while True:
            reached = set(np.flatnonzero(touching[sorted(members)].any(axis=0)).tolist())
            if reached == crossing:
                break
            crossing = reached
            members = set(np.flatnonzero(touching[:, sorted(crossing)].any(axis=1)).tolist())
        left -= members
        groups.append((level[sorted(members)], upright[sorted(crossing)]))
    return groups


def _meets_two(touching: npt.NDArray[np.bool_], levels: Edges) -> npt.NDArray[np.bool_]:
    """Which rules meet others on at least two levels; or one, as in a table with open sides."""
    far = np.where(touching, levels, -np.inf).max(axis=1, initial=-np.inf)
    near = np.where(touching, levels, np.inf).min(axis=1, initial=np.inf)
    return np.asarray(far - near > DOUBLE)


def _lattice(level: _Rules, upright: _Rules) -> Lattice | None:
    """The table some rules make; None where it has but one cell."""
    level, upright = _closed(level, upright, OPEN_END), _closed(upright, level, OPEN_SIDE)
    rows, columns = _edges(level), _edges(upright)
    while True:
        if len(rows) < 2 or len(columns) < 2:
            return None
        ruled = _ruled(level, rows, columns)
        walled = _ruled(upright, columns, rows)
        used_rows, used_columns = ruled.any(axis=1), walled.any(axis=1)
        if used_rows.all() and used_columns.all():
            break
        rows, columns = rows[used_rows], columns[used_columns]
    if columns[-1] - columns[0] < NARROWEST:
        return None
    owner = merged(
        len(rows) - 1,
        len(columns) - 1,
        lambda row, column: not walled[column + 1, row],
        lambda row, column: not ruled[row + 1, column],
    )
    return Lattice(rows, columns, owner) if len(np.unique(owner)) > 1 else None


def _closed(rules: _Rules, crossing: _Rules, least: float) -> _Rules:
    """Rules, and the sides that a table without sides lacks, where those across all end.

    Args:
        rules: of one direction.
        crossing: those across, most of which run on beyond the outermost rule they come to.
        least: points by which they do.
    """
    starts, ends = crossing[:, 0], crossing[:, 2]
    reach = np.array([rules[:, 0].min(), rules[:, 2].max()])
    sides = []
    for edge, points, outer in (
        (rules[:, 1].min(), starts, -1.0),
        (rules[:, 1].max(), ends, 1.0),
    ):
        by = (points - edge) * outer
        beyond, coming = points[by > least], by > -TOUCH
        if len(beyond) > 1 and 2 * len(beyond) > coming.sum():
            level = float(np.median(beyond))
            if (np.abs(beyond - level) <= TOUCH).all():
                sides.append((reach[0], level, reach[1]))
    return np.concatenate([rules, np.array(sides, dtype=np.float64).reshape(-1, 3)])


def _edges(rules: _Rules) -> Edges:
    """The levels of rules, those of double rules as one."""
    ordered = rules[np.argsort(rules[:, 1], kind="stable")]
    edges, first = [], 0
    for place in range(1, len(ordered) + 1):
        if place == len(ordered) or ordered[place, 1] - ordered[first, 1] > DOUBLE:
            part = ordered[first:place]
            weights = np.maximum(part[:, 2] - part[:, 0], 1.0)
            edges.append(float(np.average(part[:, 1], weights=weights)))
            first = place
    return np.array(edges, dtype=np.float64)


def _ruled(rules: _Rules, edges: Edges, across: Edges) -> npt.NDArray[np.bool_]:
    """Which part of every edge, between two edges across, has a rule on most of its length."""
    nearest = np.abs(rules[:, 1][:, None] - edges).argmin(axis=1)
    covered = np.zeros((len(edges), len(across) - 1), dtype=bool)
    for edge in range(len(edges)):
        spans = rules[nearest == edge][:, (0, 2)]
        for part in range(len(across) - 1):
            left, right = across[part], across[part + 1]
            length = _union(np.clip(spans, left, right))
            missing = right - left - length
            covered[edge, part] = missing <= max(MISSING * (right - left), MISSING_END)
    return covered


def _union(spans: npt.NDArray[np.float64]) -> float:
    """The length that intervals cover together."""
    total, reached = 0.0, -np.inf
    for start, end in sorted(map(tuple, spans.tolist())):
        total += max(end - max(start, reached), 0.0)
        reached = max(reached, end)
    return total
