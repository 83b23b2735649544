"""Columns by the gaps between what stands in them, and lattices from columns and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from gongkai.report import Box
from tasks.extract.lattice import Lattice
from tasks.extract.unruled.phrases import Word

TOUCH = 0.5
"""Points by which neighbouring columns may seem to overlap."""

PAD = 2.0
"""Points around the outermost words of a table."""

Span = tuple[float, float]
"""Left and right end."""


def spans_of(boxes: Sequence[Box]) -> list[Span]:
    """What boxes cover from left to right, those over each other as one."""
    found: list[Span] = []
    for left, right in sorted((box[0], box[2]) for box in boxes):
        if found and left < found[-1][1] - TOUCH:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def headed_spans(headings: Sequence[Box], figures: Sequence[Box]) -> list[Span] | None:
    """The columns of some headings and the figures below; None where they cannot be told.

    Each column has one heading. Figures at the side of a narrow heading belong to
    it where there are as many columns of figures as headings, or where figures
    beyond the outermost heading show to which side all of them stand.
    """
    columns = spans_of([*headings, *figures])
    if all(_within(headings, column) == 1 for column in columns):
        return columns
    heads, below = spans_of(headings), spans_of(figures)
    if len(heads) != len(headings):
        return None
    if len(heads) == len(below):
        owners = list(range(len(heads)))
    elif below[-1][1] > heads[-1][1] and below[0][0] >= heads[0][0] - TOUCH:
        owners = [sum(head[0] - TOUCH <= span[0] for head in heads) - 1 for span in below]
    elif below[0][0] < heads[0][0] and below[-1][1] <= heads[-1][1] + TOUCH:
        owners = [sum(head[1] + TOUCH < span[1] for head in heads) for span in below]
    else:
        return None
    for span, owner in zip(below, owners, strict=True):
        heads[owner] = (min(heads[owner][0], span[0]), max(heads[owner][1], span[1]))
    return heads if all(a[1] <= b[0] + TOUCH for a, b in pairwise(heads)) else None


def are_alone(edges: Sequence[float], words: Sequence[Word]) -> bool:
    """Whether no two figures stand side by side in one column: they would be read as one.

    A unit or a remark in brackets behind a number is no figure of its own.
    """
    for left, right in pairwise(edges):
        inside = [w for w in words if left <= (w.box[0] + w.box[2]) / 2 < right]
        for one, other in combinations(sorted(inside, key=lambda word: word.box[0]), 2):
            a, b = one.box, other.box
            on_a_line = a[2] <= b[0] and min(a[3], b[3]) > max(a[1], b[1])
            belongs = other.text[0].isalpha() or other.text[0] in "（("
            if on_a_line and not (belongs and one.text[-1].isdigit()):
                return False
    return True


def _within(boxes: Sequence[Box], span: Span) -> int:
    return sum(span[0] <= box[0] and box[2] <= span[1] for box in boxes)


def edges_between(left: float, columns: Sequence[Span], right: float) -> list[float]:
    """Edges of columns in the middle of the gaps between them, with the outer ones."""
    return [left, *((a[1] + b[0]) / 2 for a, b in pairwise(columns)), right]


def fit(columns: Sequence[Span], edges: Sequence[float]) -> bool:
    """Whether each column stands between two neighbouring edges."""
    between = list(pairwise(edges))
    return all(any(a - TOUCH <= c[0] and c[1] <= b + TOUCH for a, b in between) for c in columns)


def tight_edges(columns: Sequence[Span]) -> list[float]:
    """Edges at both sides of each column: what is between may be a column without figures."""
    return [side for column in columns for side in (column[0] - TOUCH, column[1] + TOUCH)]


@dataclass(frozen=True)
class Part:
    """A cell of a table to be: its four sides, in points."""

    left: float
    top: float
    right: float
    bottom: float


def lattice_of(parts: Sequence[Part]) -> Lattice:
    """The lattice of cells that cover a table, each known by its sides."""
    rows = np.unique([side for part in parts for side in (part.top, part.bottom)])
    columns = np.unique([side for part in parts for side in (part.left, part.right)])
    owner = np.arange((len(rows) - 1) * (len(columns) - 1)).reshape(len(rows) - 1, -1)
    for number, part in enumerate(parts, start=owner.size):
        top, bottom = np.searchsorted(rows, (part.top, part.bottom))
        left, right = np.searchsorted(columns, (part.left, part.right))
        owner[top:bottom, left:right] = number
    return Lattice(rows, columns, owner)


def joined(blocks: Sequence[Sequence[Part]]) -> list[Part]:
    """The cells of several blocks below each other as one table.

    All are made as wide as the widest; what is between two is a cell of its own.
    """
    blocks = [block for block in blocks if block]
    if not blocks:
        return []
    left = min(part.left for block in blocks for part in block)
    right = max(part.right for block in blocks for part in block)
    found: list[Part] = []
    for block in blocks:
        own_left, own_right = min(p.left for p in block), max(p.right for p in block)
        top = min(part.top for part in block)
        above = max((part.bottom for part in found), default=top)
        if above < top:
            found.append(Part(left, above, right, top))
        found += [
            Part(
                left if part.left == own_left else part.left,
                part.top,
                right if part.right == own_right else part.right,
                part.bottom,
            )
            for part in block
        ]
    return found


def row_of_parts(edges: Sequence[float], top: float, bottom: float) -> list[Part]:
    """A row of cells side by side."""
    return [Part(a, top, b, bottom) for a, b in pairwise(edges)]
