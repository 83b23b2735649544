"""A text, cut once: lines to one text, that to sentences, and those to clauses.

Whoever reads prose cuts it here: what it states, what the rules on form look for, and its
fingerprint. Every cut keeps its place, so that what is found can be told by page and line.
Only what a reader takes out before (tables, feet of pages) and where else it cuts is its own.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

BREAK = "\0"
"""Stands where digits were apart: what is on either side is not read as one number."""

STOP = "\1"
"""Stands where a sentence ends without a full stop, such as behind a heading."""

FULL = "。!"
"""What ends a sentence."""

CLAUSE_END = r"(?<!\d),|,(?!\d{3}(?!\d))|[;。!?]|:(?!\d)"
"""What ends a clause: no comma of thousands, no colon of a time."""

_ASIDE = re.compile(r"\(([^()]*)\)")
_APART = re.compile(r"(?<=\d)\s+(?=\d)")
_CLAUSE = re.compile(CLAUSE_END)


def closed_up(text: str) -> str:
    r"""A text in NFKC without white space, with `BREAK` where digits stood apart.

    >>> closed_up("共 收到１２ ３件")
    '共收到12\x003件'
    """
    return "".join(_APART.sub(BREAK, unicodedata.normalize("NFKC", text)).split())


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
class Joined:
    """Lines as one text, with a map back to where they are printed."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """All lines as one."""
        return "".join(line.text for line in self.lines)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where lines begin in it."""
        return tuple(line.start for line in self.lines)

    def line(self, place: int) -> Line:
        """The line on which a place of the text stands."""
        return self.lines[max(0, bisect_right(self.starts, place) - 1)]

    def page(self, place: int) -> int | None:
        """The page on which a place of the text stands."""
        return self.line(place).page if self.lines else None


def joined(lines: Iterable[tuple[str, int | None]]) -> Joined:
    """Lines, each with its page, as one text."""
    found, start = [], 0
    for text, page in lines:
        if text:
            found.append(Line(text, start, page))
            start += len(text)
    return Joined(tuple(found))


def sentences(text: str, ends: str = FULL) -> Iterator[tuple[int, str]]:
    """The sentences of a text with their starts, each with what ends it.

    Args:
        text: tight, with `STOP` where there is no full stop to end one.
        ends: the letters that end a sentence.
    """
    for match in re.finditer(f"[^{ends}{STOP}]+[{ends}]?", text):
        yield match.start(), match.group()


@dataclass(frozen=True)
class Plain:
    """A sentence without what stands in brackets.

    Attributes:
        asides: what stood in brackets, by its place in the text.
    """

    text: str
    asides: Mapping[int, str]


def plain(sentence: str, mark: str = "") -> Plain:
    """A sentence without what stands in brackets, which is kept beside it.

    Args:
        sentence: one in NFKC.
        mark: what is left where brackets stood.

    >>> plain("收到12件(含结转2件)。")
    Plain(text='收到12件。', asides={5: '含结转2件'})
    """
    text, asides, last = "", {}, 0
    for match in _ASIDE.finditer(sentence):
        text += sentence[last : match.start()] + mark
        asides[len(text)] = match[1]
        last = match.end()
    return Plain(text + sentence[last:], asides)


def clauses(text: str, ends: re.Pattern[str] = _CLAUSE) -> Iterator[tuple[int, str, str]]:
    """The clauses of a sentence: start, text, and what ends it (empty at the sentence's end).

    Args:
        text: a sentence without brackets.
        ends: what ends a clause.
    """
    start = 0
    for match in ends.finditer(text):
        yield start, text[start : match.start()], match.group()
        start = match.end()
    yield start, text[start:], ""
