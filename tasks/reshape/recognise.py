"""Which form a document is on, which of its pages matter, which grid is which table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from gongkai.form import Form
from gongkai.label import normalise
from gongkai.report import Grid

FEWEST_LABELS = 2
"""A page with fewer labels of the form than this is prose that mentions one."""

ENOUGH_LABELS = 3
"""A grid with fewer labels of a table may be some other table that shares words with it."""

MANY_LABELS = 6
"""A grid with so many labels of a table is that table even without its headings."""

OPENING = 3
"""So many lines at a page's head may hold a running title before the rest of a table."""

_FIGURES = re.compile(r"[\s\d.,/_—-]*[\d件条万亿元][\s\d.,/_—件条万亿元-]*")

EDGE = 3.0
"""Column edges of two parts of a table may differ by this much (points)."""


def form_of(text: str, forms: Mapping[str, Form]) -> Form | None:
    """Return the form whose own phrases stand in the text, or None.

    Decided by content: a report on an old form in a new year is on the old form.

    Args:
        text: the normalised text of the whole document.
        forms: the declared forms.
    """
    counted = [
        (sum(normalise(mark) in text for mark in form.marks), form) for form in forms.values()
    ]
    best = max(counted, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] > 0 else None


def has_tables(text: str, forms: Mapping[str, Form]) -> bool:
    """Whether the normalised text holds rows of any declared form."""
    return any(len(_labels_in(text, form)) > FEWEST_LABELS * 2 for form in forms.values())


def pages_with_tables(texts: Sequence[str], form: Form) -> list[int]:
    """Return the 1-based pages from the first to the last that print labels of the form.

    A last row may be cut by the page's end: a page that opens with bare figures or
    units belongs to the one before.
    """
    found = [
        number
        for number, text in enumerate(texts, start=1)
        if len(_labels_in(normalise(text), form)) >= FEWEST_LABELS
    ]
    if not found:
        return []
    last = found[-1]
    while last < len(texts) and _opens_with_figures(texts[last]):
        last += 1
    return list(range(found[0], last + 1))


def _opens_with_figures(text: str) -> bool:
    opening = [line for line in text.splitlines() if line.strip()][:OPENING]
    return any(_FIGURES.fullmatch(unicodedata.normalize("NFKC", line)) for line in opening)


def _labels_in(text: str, form: Form) -> set[str]:
    labels = frozenset[str]().union(*(table.vocabulary for table in form.tables))
    return {label for label in labels if len(label) > FEWEST_LABELS and label in text}


def assign(grids: Sequence[Grid], form: Form) -> dict[str, list[Grid]]:
    """Give each grid to the table it is a part of, parts in reading order.

    A grid that prints enough labels of a table, headings among them, is that
    table. One that goes on from the foot of the page before with the same columns
    is more of the table there, and one that such a grid goes on from is its
    beginning. Other grids are not the form's, whatever words they share with it.
    """
    tables = [_table_of(grid, form) for grid in grids]
    for place in range(1, len(grids)):
        if tables[place] is None and _continues(grids[place - 1], grids[place]):
            tables[place] = tables[place - 1]
    for place in range(len(grids) - 2, -1, -1):
        if tables[place] is None and _continues(grids[place], grids[place + 1]):
            tables[place] = tables[place + 1]
    parts: dict[str, list[Grid]] = {table.table: [] for table in form.tables}
    for grid, table in zip(grids, tables, strict=True):
        if table is not None:
            parts[table].append(grid)
    return parts


def _table_of(grid: Grid, form: Form) -> str | None:
    texts = {normalise(cell.text) for cell in grid.cells}
    scores = []
    for table in form.tables:
        shared = len(texts & table.vocabulary)
        enough = shared >= MANY_LABELS or (shared >= ENOUGH_LABELS and texts & table.headings)
        scores.append((shared if enough else 0, table.table))
    best, runner_up = sorted(scores, reverse=True)[:2]
    return best[1] if best[0] > runner_up[0] else None


def _continues(before: Grid, grid: Grid) -> bool:
    """Whether the columns of a grid are those of the one at the foot of the page before.

    The part with fewer columns (a header merges some) must fit into the other.
    """
    if grid.page != before.page + 1:
        return False
    edges, own = (
        sorted({x for cell in part.cells for x in (cell.box[0], cell.box[2])})
        for part in (before, grid)
    )
    for shift in (0.0, before.box[0] - grid.box[0], before.box[2] - grid.box[2]):
        moved = [x + shift for x in own]
        fewer, more = sorted((edges, moved), key=len)
        if all(any(abs(x - edge) <= EDGE for edge in more) for x in fewer):
            return True
    return False
