"""What heads rows: a group's title over or beside them, or the words above their labels.

A row is known by its own label. A heading of another group is a slip and only told; one of
another time or scope may make other numbers of the rows below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from gongkai.explained import explained, is_narrowed
from gongkai.form import FormTable
from gongkai.label import Label, normalise
from gongkai.label_words import label_words
from gongkai.likeness import SURE, grade_of
from gongkai.report import Box, GridCell
from tasks.reshape.bands import is_wordy
from tasks.reshape.recognise import EDGE
from tasks.reshape.rows import Row
from tasks.reshape.years import is_of_another_time, is_part_of_year, relative

Says = Literal["", "time", "scope", "group"]
"""What a heading says of its rows that their labels do not: nothing, or another of these."""


@dataclass(frozen=True)
class RowHeading:
    """A text that heads rows.

    Attributes:
        text: as printed.
        items: codes of the rows that it heads.
        place: page and box.
    """

    text: str
    items: tuple[str, ...]
    place: tuple[int, Box]


def row_headings(
    rows: Sequence[Row], label_cells: Callable[[Row, Sequence[GridCell]], list[GridCell]]
) -> Iterator[RowHeading]:
    """The headings of a table's rows: rows of words, cells beside labels, cells above them.

    Args:
        rows: of the table, as they are known.
        label_cells: which of a row's cells its own label was read from.
    """
    edge = max(
        (c.box[2] for row in rows if row.kind == "item" for c in label_cells(row, row.band.cells)),
        default=0.0,
    )
    for position, row in enumerate(rows):
        if row.kind == "item":
            yield from _beside(row, label_cells(row, row.band.cells))
        elif row.kind == "header" and not row.label:
            below = [r.item for r in rows[position + 1 :] if r.kind == "item"]
            for cell in (*row.band.cells, *row.band.spanning):
                if is_wordy(cell) and cell.box[2] <= edge + EDGE:
                    yield RowHeading(cell.text, tuple(below), (row.band.page, cell.box))
        elif not row.band.has_numbers and row.band.words:
            place = (row.band.page, row.band.box)
            yield RowHeading("".join(row.band.words), _covered(rows[position + 1 :]), place)


def merged(headings: Iterable[RowHeading]) -> Iterator[RowHeading]:
    """Each heading once, with all the rows that it stands beside."""
    items: dict[tuple[str, tuple[int, Box]], dict[str, None]] = {}
    for heading in headings:
        own = items.setdefault((heading.text, heading.place), {})
        own.update(dict.fromkeys(heading.items))
    for (text, place), codes in items.items():
        yield RowHeading(text, tuple(codes), place)


def _beside(row: Row, labels: Sequence[GridCell]) -> Iterator[RowHeading]:
    """Words left of a row's label, most of which reach over several rows."""
    left = min((cell.box[0] for cell in labels), default=0.0)
    for cell in (*row.band.cells, *row.band.spanning):
        if is_wordy(cell) and cell not in labels and cell.box[2] <= left + EDGE:
            yield RowHeading(cell.text, (row.item,), (row.band.page, cell.box))


def _covered(rows: Sequence[Row]) -> tuple[str, ...]:
    """The items below a heading: to the next heading, and all of the group of the first."""
    items = [row.item for row in rows if row.kind == "item"]
    if not items:
        return ()
    group = items[0].rpartition(".")[0]
    found = []
    for row in rows:
        if row.kind != "item" and not row.band.has_numbers:
            break
        if row.kind == "item":
            found.append(row.item)
    rest = [item for item in items if group and item.startswith(f"{group}.")]
    return tuple(dict.fromkeys((*found, *rest)))


def says_of_rows(heading: RowHeading, table: FormTable, year: int | None) -> Says:
    """What a heading says of its rows that their labels do not say.

    Args:
        heading: of some rows.
        table: theirs.
        year: the report's, where it is known.
    """
    text = relative(heading.text, year)
    label, explanation = explained(text)
    says_more = not explanation or is_narrowed(explanation, normalise(label), year)
    words = Label.of(text if says_more else label).words
    groups = [
        group
        for group in table.groups
        if any(grade_of(words, label.words) in SURE for label in group.labels)
    ]
    if groups:
        first = heading.items[:1]
        own = any(_is_within(item, group.code) for group in groups for item in first)
        return "" if own or not first else "group"
    declared = [normalise(section) for section in table.sections]
    entries = (*table.items, *table.measures)
    declared += [label.words for entry in entries for label in entry.labels]
    if any(grade_of(normalise(text), label) in SURE for label in declared) or words in declared:
        return ""
    if is_of_another_time(normalise(text), year) or is_part_of_year(text):
        return "time"
    if explanation and says_more:
        return "scope" if heading.items else ""
    known = "".join(declared) + "其中"
    narrowing = [word for word in label_words().narrows.findall(text) if word not in known]
    return "scope" if narrowing else ""


def _is_within(item: str, group: str) -> bool:
    return item == group or item.startswith(f"{group}.")
