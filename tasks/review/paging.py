"""Long lists cut into pages that open at once, each with its way to every other.

A page ends after so many entries or so many bytes, whichever comes first, so that no
entry, however long, makes a page slow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

MOST_BYTES = 150_000
"""Of the entries on a page; what stands around them is less than as much again."""

MOST_LISTED = 200
"""More pages than this are listed in groups."""


@dataclass(frozen=True)
class Entry:
    """One row of a table or name in a list.

    Attributes:
        label: what it is found by, for the range of its page.
        html: the whole entry, escaped.
    """

    label: str
    html: Markup

    @cached_property
    def size(self) -> int:
        """Its bytes on a page."""
        return len(self.html.encode())


@dataclass(frozen=True)
class Page:
    """A part of a section, in a file of its own or in the index.

    Attributes:
        file: relative to the index.
    """

    number: int
    file: str
    entries: tuple[Entry, ...]

    @property
    def size(self) -> int:
        """The bytes of its entries."""
        return sum(entry.size for entry in self.entries)


@dataclass(frozen=True)
class Listed:
    """A page, or a group of pages, in the list of all: where it begins and what it holds."""

    number: int
    file: str
    first: str
    last: str


@dataclass(frozen=True)
class Section:
    """Reports of which the same is to be said.

    Attributes:
        name: of its files and its anchor in the index.
        title: with the count.
        note: a sentence before the list; may be empty.
        heads: the columns of its table; empty for a list of names.
        first_in_index: whether the first page is the index itself.
    """

    name: str
    title: str
    note: str
    heads: tuple[str, ...]
    pages: tuple[Page, ...]
    first_in_index: bool = False

    @property
    def further(self) -> tuple[Page, ...]:
        """The pages with files of their own."""
        return self.pages[1:] if self.first_in_index else self.pages

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """The list of all pages with what they hold, in groups where there are very many."""
        step = -(-len(self.pages) // MOST_LISTED)
        groups = (self.pages[at : at + step] for at in range(0, len(self.pages), step or 1))
        return tuple(
            Listed(g[0].number, g[0].file, g[0].entries[0].label, g[-1].entries[-1].label)
            for g in groups
        )

    def neighbour(self, page: Page, step: int) -> Page | None:
        """The page before or after another, None beyond the ends."""
        position = page.number - 1 + step
        return self.pages[position] if 0 <= position < len(self.pages) else None

    def begun_in_index(self) -> Section:
        """The same section with its first page in the index."""
        first = replace(self.pages[0], file=f"index.html#{self.name}")
        return replace(self, pages=(first, *self.pages[1:]), first_in_index=True)


def section(
    name: str,
    title: str,
    entries: Iterable[Entry],
    most: int,
    note: str = "",
    heads: Sequence[str] = (),
) -> Section | None:
    """Cut entries into pages with files of their own; None where there is no entry.

    Args:
        name: of its files and its anchor.
        title: without the count of pages.
        entries: in the order of the pages.
        most: so many on a page at most.
        note: a sentence before the list.
        heads: the columns of its table; empty for a list of names.
    """
    pages = tuple(
        Page(number, f"{name}-{number}.html", part)
        for number, part in enumerate(_cut(entries, most), start=1)
    )
    return Section(name, title, note, tuple(heads), pages) if pages else None


def _cut(entries: Iterable[Entry], most: int) -> Iterator[tuple[Entry, ...]]:
    part: list[Entry] = []
    size = 0
    for entry in entries:
        if part and (len(part) == most or size + entry.size > MOST_BYTES):
            yield tuple(part)
            part, size = [], 0
        part.append(entry)
        size += entry.size
    if part:
        yield tuple(part)
