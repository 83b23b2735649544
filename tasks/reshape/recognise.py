"""Which form a document is on, which of its pages matter, which grid is which table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gongkai.form import Form
from gongkai.label import normalise
from gongkai.report import Grid

FEWEST_LABELS = 2
"""A page with fewer labels of the form than this is prose that mentions one."""

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
    """Return the 1-based pages from the first to the last that print labels of the form."""
    found = [
        number
        for number, text in enumerate(texts, start=1)
        if len(_labels_in(normalise(text), form)) >= FEWEST_LABELS
    ]
    return list(range(found[0], found[-1] + 1)) if found else []


def _labels_in(text: str, form: Form) -> set[str]:
    labels = frozenset[str]().union(*(table.vocabulary for table in form.tables))
    return {label for label in labels if len(label) > FEWEST_LABELS and label in text}


def assign(grids: Iterable[Grid], form: Form) -> dict[str, list[Grid]]:
    """Give each grid to the table whose labels it prints, parts in reading order.

    A grid without labels belongs to the table before it when it goes on from the
    foot of the page before with the same columns. Other grids are not the form's.
    """
    parts: dict[str, list[Grid]] = {table.table: [] for table in form.tables}
    previous: tuple[Grid, str] | None = None
    for grid in grids:
        table = _best_table(grid, form)
        if table is None and previous is not None and _continues(previous[0], grid):
            table = previous[1]
        if table is not None:
            parts[table].append(grid)
            previous = (grid, table)
        elif previous is not None and previous[0].page == grid.page:
            previous = None
    return parts


def _best_table(grid: Grid, form: Form) -> str | None:
    texts = {normalise(cell.text) for cell in grid.cells}
    scores = [(len(texts & table.vocabulary), table.table) for table in form.tables]
    best, runner_up = sorted(scores, reverse=True)[:2]
    return best[1] if best[0] > runner_up[0] else None


def _continues(before: Grid, grid: Grid) -> bool:
    if grid.page != before.page + 1:
        return False
    edges = {x for cell in before.cells for x in (cell.box[0], cell.box[2])}
    own = {x for cell in grid.cells for x in (cell.box[0], cell.box[2])}
    for shift in (0.0, before.box[0] - grid.box[0], before.box[2] - grid.box[2]):
        if all(any(abs(x + shift - edge) <= EDGE for edge in edges) for x in own):
            return True
    return False
