"""What a document prints line by line: tells rows that were lost from rows that are not there.

An agency may leave a row, a column or a whole table out; a reader may lose one. The text of the
document, which does not depend on rules and cells, says which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gongkai.label import normalise

_FIGURES = re.compile(r"[\d件条项万元]+$")

HALF = 6
"""So many letters of a label's beginning, alone in a line, are that label cut by its cell."""


def words_of(line: str) -> str:
    """A line normalised and without the figures behind its words."""
    return _FIGURES.sub("", normalise(line))


@lru_cache(maxsize=1024)
def beginnings(labels: tuple[str, ...]) -> frozenset[str]:
    """Some labels, normalised, and what may be left of each where its cell is cut."""
    whole = [normalise(label) for label in labels]
    return frozenset(label[:end] for label in whole for end in range(HALF, len(label))).union(whole)


@dataclass(frozen=True)
class Lines:
    """The lines of a document, normalised and without the figures behind their words."""

    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Sequence[str]) -> Lines:
        """From the text of each page."""
        lines = (line for text in texts for line in text.splitlines())
        return cls(frozenset(map(words_of, lines)) - {""})

    def has_row(self, labels: Iterable[str]) -> bool:
        """Whether a line is one of some labels, whole or cut, with its figures or without."""
        return not self.words.isdisjoint(beginnings(tuple(labels)))

    def has_heading(self, labels: Iterable[str], others: Iterable[str]) -> bool:
        """Whether a heading is printed: in a line with others of its table, else by itself."""
        mine = [normalise(label) for label in labels]
        beside = [normalise(label) for label in others]
        headers = [line for line in self.words if sum(label in line for label in beside) > 1]
        if headers:
            return any(label in line for line in headers for label in mine)
        return any(label in self.words for label in mine)


NO_LINES = Lines()
"""Of a document whose text says nothing of what was lost."""
