"""The lists of a Word file, counted as its paragraphs come."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tasks.extract.word.markup import W, count, is_on, value
from tasks.extract.word.numerals import written

_LEVELS = 9


@dataclass(frozen=True)
class _Level:
    """A level of a list: where it starts, how it is counted and written.

    Attributes:
        legal: whether all its numbers are written in plain digits.
    """

    start: int
    format: str
    text: str
    legal: bool


@dataclass(frozen=True)
class _List:
    """A `w:num`: the counters it shares, its levels, and those it begins anew."""

    counters: str
    levels: Mapping[int, _Level]
    anew: Collection[int]


class Numbering:
    """The lists and how far each is counted."""

    def __init__(self, root: Any) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        abstract = {a.get(f"{W}abstractNumId"): _levels(a) for a in root.findall(f"{W}abstractNum")}
        for number in root.findall(f"{W}num"):
            counters = value(number, "abstractNumId") or ""
            levels = dict(abstract.get(counters, {}))
            anew = set()
            for override in number.findall(f"{W}lvlOverride"):
                at = count(override.get(f"{W}ilvl"), 0)
                levels.update(_levels(override))
                start = value(override, "startOverride")
                if start is not None and at in levels:
                    levels[at] = replace(levels[at], start=count(start, 1))
                    anew.add(at)
            self._lists[number.get(f"{W}numId") or ""] = _List(counters, levels, anew)

    def label(self, properties: Any) -> str:
        """Count a paragraph with these `w:numPr`; return what Word prints before it."""
        number, at = value(properties, "numId") or "", count(value(properties, "ilvl"), 0)
        own = self._lists.get(number)
        if own is None or at not in own.levels or not 0 <= at < _LEVELS:
            return ""
        counts = self._counters.setdefault(own.counters, [None] * _LEVELS)
        if at in own.anew and (number, at) not in self._begun:
            counts[at] = None
        self._begun.add((number, at))
        _count(own.levels, counts, at)
        return _label(own.levels, counts, at)


def _levels(parent: Any) -> dict[int, _Level]:
    """The `w:lvl` in a list or an override of one."""
    return {
        count(level.get(f"{W}ilvl"), 0): _Level(
            count(value(level, "start"), 0),
            value(level, "numFmt") or "decimal",
            value(level, "lvlText") or "",
            bool(is_on(level, "isLgl")),
        )
        for level in parent.findall(f"{W}lvl")
    }


def _count(levels: Mapping[int, _Level], counts: list[int | None], at: int) -> None:
    """Count one more on a level; those above it begin, those below begin anew."""
    for level in range(at + 1):
        before = counts[level]
        if before is None:
            counts[level] = levels[level].start if level in levels else 0
        elif level == at:
            counts[level] = before + 1
    counts[at + 1 :] = [None] * (_LEVELS - at - 1)


def _label(levels: Mapping[int, _Level], counts: Sequence[int | None], at: int) -> str:
    if levels[at].format == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        counted = counts[level] if 0 <= level < _LEVELS else None
        if counted is None or level not in levels:
            return ""
        form = "decimal" if levels[at].legal else levels[level].format
        return written(form, counted) if counted > 0 else str(counted)

    return re.sub(r"%(\d)", number, levels[at].text)
