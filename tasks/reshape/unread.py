"""Rows that a document prints and that were not read, in tables agencies may shorten.

Where any row may rightly be missing, a row that got lost would pass for one that
is not printed. The text of the whole document says which it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from gongkai.form import Form, FormTable
from gongkai.label import normalise
from gongkai.report import Figure, Remark
from tasks.reshape.placing import BROKEN

SHORTEST = 5
"""Letters of a label, its number among them, that prose hardly has by chance."""


def unread(form: Form, figures: Iterable[Figure], text: str) -> Iterator[Remark]:
    """Remarks on rows whose labels the text prints more often than they were read.

    Args:
        form: the form the document is on.
        figures: what was read.
        text: of the whole document, as printed.
    """
    there = {(f.table, f.item) for f in figures if f.state != "absent"}
    letters = normalise(text)
    for table in form.tables:
        if not table.partial or not any(name == table.table for name, _ in there):
            continue
        lost = list(_lost(table, {item for name, item in there if name == table.table}, letters))
        if lost:
            listed = BROKEN(f"“{table.item[code].label}”" for code in lost)
            yield Remark(
                "reading.lost_row",
                f"{table.name}的以下各行在原文中印出，但未能读取：{listed}，请对照原文核对。",
                table.table,
                tuple(cell for cell in form.cells() if cell[0] == table.table and cell[1] in lost),
            )


def _lost(table: FormTable, there: set[str], letters: str) -> Iterator[str]:
    """The absent items of a table whose label stands in a text more often than it was read."""
    read = Counter(normalise(table.item[code].label) for code in there)
    for code, item in table.item.items():
        labels = [normalise(text) for text in (item.label, *item.aliases)]
        long = [label for label in labels if len(label) >= SHORTEST]
        if code not in there and any(letters.count(label) > read[label] for label in long):
            yield code
