"""A report's text as the rules on form see it: tight, with lines, sentences and pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from gongkai.letters import tight

LONGEST = 600
"""Letters of a sentence that are searched: what stands before them is a table or a menu."""

QUOTED = 160
"""Letters of a sentence that are quoted at most."""

_FOOT = re.compile(r"第?[-—_/\d]*页?(?:,?共\d+页)?")
_SENTENCE = re.compile("[^。!]+[。!]?")


@dataclass(frozen=True)
class Line:
    """A printed line without white space.

    Attributes:
        start: where it begins in the whole text.
        page: None where the source has no pages.
    """

    text: str
    start: int
    page: int | None


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
    def lines(self) -> tuple[Line, ...]:
        """All lines but empty ones and the numbers of pages."""
        found = []
        start = 0
        for number, page in enumerate(self.pages, start=1):
            for printed in page.splitlines():
                line = tight(printed)
                if line and not (self.paged and _FOOT.fullmatch(line)):
                    found.append(Line(line, start, number if self.paged else None))
                    start += len(line)
        return tuple(found)

    @cached_property
    def tight(self) -> str:
        """All lines as one, without white space."""
        return "".join(line.text for line in self.lines)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where lines begin in `tight`."""
        return tuple(line.start for line in self.lines)

    @cached_property
    def sentences(self) -> tuple[tuple[int, str], ...]:
        """Sentences with their starts; of an overlong one the end."""
        return tuple(self._sentences())

    def page(self, place: int) -> int | None:
        """The page on which a place of `tight` stands."""
        return self.lines[self._line(place)].page if self.lines else None

    def begins_line(self, place: int) -> bool:
        """Whether a line begins at a place of `tight`."""
        return self.lines[self._line(place)].start == place

    def quote(self, place: int, sentence: str, about: str = "") -> tuple[str, int | None]:
        """A sentence to quote, shortened around what it is quoted for."""
        if len(sentence) > QUOTED:
            middle = max(0, sentence.find(about))
            first = max(0, min(middle - QUOTED // 2, len(sentence) - QUOTED))
            sentence, place = sentence[first : first + QUOTED], place + first
        return sentence, self.page(place)

    def _line(self, place: int) -> int:
        return max(0, bisect_right(self.starts, place) - 1)

    def _sentences(self) -> Iterator[tuple[int, str]]:
        if self.paged:
            parts: Sequence[tuple[int, str]] = [(0, self.tight)]
        else:
            parts = [(line.start, line.text) for line in self.lines]
        for start, part in parts:
            for match in _SENTENCE.finditer(part):
                sentence = match.group()[-LONGEST:]
                yield start + match.end() - len(sentence), sentence
