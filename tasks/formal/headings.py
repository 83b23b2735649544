"""Where the six parts of a report begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.formal.prescribed import ORDINALS, prescribed
from tasks.formal.text import Text

_IN_BRACKETS = rf"\((?P<bracketed>[{ORDINALS}])\)[、.,]?"
_NUMBER = rf"(?:第?(?P<number>[{ORDINALS}])(?:[、.,:]|部分[:,、]?)?|{_IN_BRACKETS})"
_HEADING = re.compile(
    rf"(?:第?(?P<number>[{ORDINALS}])(?:[、.,:]|部分[:,、]?)|{_IN_BRACKETS})"
    r"(?P<title>[^。;:!]{2,32})[。:]?"
)
_BARE = re.compile(r"(?P<title>[^。;:!\d]{4,24})[。:]?")
_ENDS = '。;:!)》”"'


@dataclass(frozen=True)
class Heading:
    """The heading of a part.

    Attributes:
        part: which of the six it is by its words, from 0.
        number: what it is numbered, from 0; None where it has no number.
        start, end: in the tight text.
        title: its words as printed.
    """

    part: int
    number: int | None
    start: int
    end: int
    title: str


@dataclass(frozen=True)
class Numbered:
    """A numbered line that is none of the form's headings."""

    number: int
    start: int
    title: str


def headings(text: Text) -> tuple[Heading, ...]:
    """All headings that are one of the form's, in the order of the text."""
    found: dict[int, Heading] = {}
    for part, section in enumerate(prescribed().sections):
        pattern = re.compile(f"{_NUMBER}(?P<title>{section.accepted.pattern})")
        for match in pattern.finditer(text.tight):
            number = _number(match, part)
            if number is not None and _is_set_off(text, match.start()):
                found[match.start()] = Heading(
                    part, number, match.start(), match.end(), match["title"]
                )
    taken = {heading.end for heading in found.values()}
    for line in text.lines:
        end = line.start + len(line.text)
        if end not in taken and line.start not in found:
            heading = _by_line(line.text, line.start)
            if heading is not None:
                found[line.start] = heading
    return tuple(found[start] for start in sorted(found))


def chain(found: Sequence[Heading]) -> dict[int, Heading]:
    """One heading per part, in the order of the parts as far as there is such an order.

    Headings that a table of contents prints first are passed over: the last chance
    of each part before the next part begins is taken.
    """
    taken: dict[int, Heading] = {}
    limit = float("inf")
    for part in sorted({heading.part for heading in found}, reverse=True):
        places = [heading for heading in found if heading.part == part]
        before = [heading for heading in places if heading.start < limit]
        if before:
            taken[part] = before[-1]
            limit = before[-1].start
    return {part: taken[part] for part in sorted(taken)}


def other_headings(text: Text) -> tuple[Numbered, ...]:
    """Numbered lines that are no heading of the form, and no row of a table."""
    found = []
    for line in text.lines:
        match = _HEADING.fullmatch(line.text)
        if match is None or match["number"] is None or prescribed().rows.match(match["title"]):
            continue
        if any(section.accepted.fullmatch(match["title"]) for section in prescribed().sections):
            continue
        found.append(Numbered(ORDINALS.index(match["number"]), line.start, match["title"]))
    return tuple(found)


def _is_set_off(text: Text, start: int) -> bool:
    """Whether a heading may begin here: at a line, or behind the end of a sentence."""
    return text.begins_line(start) or text.tight[start - 1] in _ENDS


def _by_line(line: str, start: int) -> Heading | None:
    """A line that is a heading as a whole, with its number or without."""
    numbered = _HEADING.fullmatch(line)
    match = numbered or _BARE.fullmatch(line)
    if match is None:
        return None
    title = match["title"]
    for part, section in enumerate(prescribed().sections):
        if section.accepted.fullmatch(title):
            number = None if numbered is None else _number(numbered, part)
            if numbered is None or number is not None:
                return Heading(part, number, start, start + len(line), title)
    return None


def _number(match: re.Match[str], part: int) -> int | None:
    """The number of a heading; None where one in brackets heads something within a part."""
    number = ORDINALS.index(match["number"] or match["bracketed"])
    return number if match["number"] or number == part else None
