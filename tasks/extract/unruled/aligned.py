"""Tables without rules between their columns, by the form's words and the gaps between figures.

The labels of the form are looked for first: where they stand says where a table
begins and ends, which rows it has and what heads its columns. The figures then
fall into columns by the gaps between them. Of a part whose rows or columns cannot be
told for certain only the labels are given, without figures; whoever places the rows
says that their cells are missing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from gongkai.form import Form
from gongkai.report import Grid
from tasks.extract.cells import filled
from tasks.extract.lattice import Rule
from tasks.extract.pdf.drawn import striking
from tasks.extract.pdf.page import Characters
from tasks.extract.unruled.columns import lattice_of
from tasks.extract.unruled.on_page import TableOnPage
from tasks.extract.unruled.phrases import phrases, words_of


def aligned(
    page: int,
    chars: Characters,
    rules: Sequence[Rule],
    form: Form,
    carried: dict[str, list[float]] | None = None,
) -> list[Grid]:
    """Read the tables of a form on one page that has no rules between their columns.

    Args:
        page: 1-based.
        chars: all characters of the page.
        rules: its horizontal rules, in points from the top; there may be none.
        form: the form whose tables these are.
        carried: by table the edges of its last columns on the pages before, for a part
            without headings; those of this page are put in. One for all pages of a
            document, which are to be read in order.

    Returns:
        grids from the top of the page down, boxes in points; figures that cannot be
        placed for certain are not in them.
    """
    texts = frozenset[str]().union(*(table.vocabulary for table in form.tables))
    found, rest = phrases(words_of(chars), texts)
    struck = striking(rules, chars)
    carried = {} if carried is None else carried
    grids = []
    for table in form.tables:
        on_page = TableOnPage(table, found, rest, carried.get(table.table))
        parts = on_page.parts(rules)
        if on_page.carried:
            carried[table.table] = on_page.carried
        if parts:
            kept = without(chars, on_page.beside())
            grids.append(filled(page, lattice_of(parts), kept, struck))
    return sorted(grids, key=lambda grid: grid.box[1])


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
        turned=[chars.turned[i] for i in kept],
        crossed=chars.crossed[kept],
    )
