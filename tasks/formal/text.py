"""A report's text as the rules on form see it: tight, with lines, sentences and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from gongkai.letters import tight
from gongkai.text import Joined, Line, joined, sentences

LONGEST = 600
"""Letters of a sentence that are searched: what stands before them is a table or a menu."""

QUOTED = 160
"""Letters of a sentence that are quoted at most."""

_FOOT = re.compile(r"第?[-—_/\d]*页?(?:,?共\d+页)?")


@dataclass(frozen=True)
class Text:
    """The text of a report.

    Attributes:
        pages: as the source gives them.
        paged: whether they are pages; else every line is a paragraph or a cell.
    """

    pages: tuple[str, ...]
    paged: bool

    @cached_property
    def joined(self) -> Joined:
        """All lines but empty ones and the numbers of pages, as one text."""
        return joined(
            (line, number if self.paged else None)
            for number, page in enumerate(self.pages, start=1)
            for printed in page.splitlines()
            if (line := tight(printed)) and not (self.paged and _FOOT.fullmatch(line))
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines, in order."""
        return self.joined.lines

    @property
    def tight(self) -> str:
        """All lines as one, without white space."""
        return self.joined.text

    @cached_property
    def sentences(self) -> tuple[tuple[int, str], ...]:
        """Sentences with their starts; of an overlong one the end."""
        return tuple(self._sentences())

    def page(self, place: int) -> int | None:
        """The page on which a place of `tight` stands."""
        return self.joined.page(place)

    def begins_line(self, place: int) -> bool:
        """Whether a line begins at a place of `tight`."""
        return self.joined.line(place).start == place

    def quote(self, place: int, sentence: str, about: str = "") -> tuple[str, int | None]:
        """A sentence to quote, shortened around what it is quoted for."""
        if len(sentence) > QUOTED:
            middle = max(0, sentence.find(about))
            first = max(0, min(middle - QUOTED // 2, len(sentence) - QUOTED))
            sentence, place = sentence[first : first + QUOTED], place + first
        return sentence, self.page(place)

    def _sentences(self) -> Iterator[tuple[int, str]]:
        if self.paged:
            parts: Sequence[tuple[int, str]] = [(0, self.tight)]
        else:
            parts = [(line.start, line.text) for line in self.lines]
        for start, part in parts:
            for place, whole in sentences(part):
                sentence = whole[-LONGEST:]
                yield start + place + len(whole) - len(sentence), sentence
