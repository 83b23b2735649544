"""Long lists cut into pages that open at once, each with its way to every other.

A page ends after so many entries or so many bytes, whichever comes first, so that no
entry, however long, makes a page slow. A list that is longer than a page and whose entries
have regions begins a page with a region wherever that fits, and is found by its regions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from markupsafe import Markup

MOST_BYTES = 150_000
"""Of the entries on a page; what stands around them is less than as much again."""

MOST_LISTED = 200
"""More pages than this are listed in groups."""

MOST_REGIONS = 600
"""More regions than this are not listed one by one: there are some 340 of the second level."""


@dataclass(frozen=True)
class Entry:
    """One row of a table or name in a list.

    Attributes:
        label: what it is found by, for the range of its page.
        html: the whole entry, escaped.
        region: where its agency is; None in lists that are not by region.
    """

    label: str
    html: Markup
    region: str | None = None

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

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions its entries are of, in their order."""
        return tuple(dict.fromkeys(e.region for e in self.entries if e.region is not None))


@dataclass(frozen=True)
class Region:
    """A region in the list of all: the page it begins on and how many entries it has."""

    name: str
    file: str
    count: int


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
    def count(self) -> int:
        """How many entries it has."""
        return sum(len(page.entries) for page in self.pages)

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

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The regions with the way to each; none where there are none, or too many to list."""
        counts: dict[str, int] = {}
        files: dict[str, str] = {}
        for page in self.pages:
            for entry in page.entries:
                if entry.region is not None:
                    counts[entry.region] = counts.get(entry.region, 0) + 1
                    files.setdefault(entry.region, page.file)
        if len(counts) > MOST_REGIONS:
            return ()
        return tuple(Region(name, files[name], count) for name, count in counts.items())

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
    for block in _blocks(entries):
        has_room = len(part) + len(block) <= most
        if part and not (has_room and size + sum(e.size for e in block) <= MOST_BYTES):
            yield tuple(part)
            part, size = [], 0
        for entry in block:
            if part and (len(part) == most or size + entry.size > MOST_BYTES):
                yield tuple(part)
                part, size = [], 0
            part.append(entry)
            size += entry.size
    if part:
        yield tuple(part)


def _blocks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """What is to stay on one page if it can: a region, or an entry where there are none."""
    for region, block in groupby(entries, key=lambda entry: entry.region):
        if region is None:
            yield from ([entry] for entry in block)
        else:
            yield list(block)
