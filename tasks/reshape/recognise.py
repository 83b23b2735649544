"""Which form a document is on, which of its pages matter, which grid is which table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from gongkai.form import Form, FormTable
from gongkai.label import normalise
from gongkai.letters import unified
from gongkai.report import Grid
from tasks.reshape.bands import is_number
from tasks.reshape.split import parts_of

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
    text = unified(text)
    counted = [
        (sum(normalise(mark) in text for mark in form.marks), form) for form in forms.values()
    ]
    best = max(counted, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] > 0 else None


def has_tables(text: str, forms: Mapping[str, Form]) -> bool:
    """Whether the normalised text holds rows of any declared form."""
    found = (len(_labels_in(unified(text), form)) for form in forms.values())
    return any(count > FEWEST_LABELS * 2 for count in found)


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
    beginning; so is one that goes on with that table's rows in other columns.
    Other grids are not the form's, whatever words they share with it. A grid that
    prints two tables is cut in two first.
    """
    whole = [part for grid in grids for part in _cut(grid, form)]
    tables = [_table_of(grid, form) for grid in whole]
    for place in range(1, len(whole)):
        before = tables[place - 1]
        if tables[place] is None and before is not None:
            goes_on = _continues(whole[place - 1], whole[place])
            if goes_on or _has_rows_of(form.table[before], whole[place - 1], whole[place]):
                tables[place] = before
    for place in range(len(whole) - 2, -1, -1):
        if tables[place] is None and _continues(whole[place], whole[place + 1]):
            tables[place] = tables[place + 1]
    parts: dict[str, list[Grid]] = {table.table: [] for table in form.tables}
    for grid, table in zip(whole, tables, strict=True):
        if table is not None:
            parts[table].append(grid)
    return parts


def _cut(grid: Grid, form: Form) -> list[Grid]:
    """A grid, or its parts where it prints several tables."""
    printed = [table for table in form.tables if _shared(grid, table)]
    return parts_of(grid, printed) if len(printed) > 1 else [grid]


def _score(grid: Grid, table: FormTable) -> int:
    """How many labels of a table a grid prints, if it is that table.

    Figures under a table's headings are not its own without the label of one of its rows.
    """
    texts = {normalise(cell.text) for cell in grid.cells}
    if not texts & rows_of(table) and any(map(is_number, grid.cells)):
        return 0
    return _shared(grid, table)


def _shared(grid: Grid, table: FormTable) -> int:
    """How many labels of a table a grid prints; 0 where they are too few to tell."""
    texts = {normalise(cell.text) for cell in grid.cells}
    shared = len(texts & table.vocabulary)
    enough = shared >= MANY_LABELS or (shared >= ENOUGH_LABELS and texts & table.headings)
    return shared if enough else 0


def rows_of(table: FormTable) -> frozenset[str]:
    """The labels of a table's items and groups, normalised."""
    entries = (*table.items, *table.groups)
    return frozenset(normalise(t) for entry in entries for t in (entry.label, *entry.aliases))


def _table_of(grid: Grid, form: Form) -> str | None:
    scores = sorted(((_score(grid, table), table.table) for table in form.tables), reverse=True)
    runner_up = scores[1][0] if len(scores) > 1 else 0
    return scores[0][1] if scores[0][0] > runner_up else None


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


def _has_rows_of(table: FormTable, before: Grid, grid: Grid) -> bool:
    """Whether a grid right after a part of a table goes on with its rows, in other columns.

    On the next page, or below where there are no pages; every row but one at most
    must be the table's own, and none of them printed before.
    """
    if grid.page != before.page + 1 and not grid.page == before.page == 0:
        return False
    own = {normalise(cell.text) for cell in grid.cells} & rows_of(table)
    earlier = {normalise(cell.text) for cell in before.cells}
    count = max(cell.row_end for cell in grid.cells)
    return bool(own) and not own & earlier and count <= 2 * len(own) + 1
