"""How the paragraphs of a Word file are set, as far as it bears on what is seen of digits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tasks.extract.word.known import PARAGRAPH, Strange, doubts_of, numbers, strange
from tasks.extract.word.markup import W

_TWIPS = 20.0
"""Word's units in a point."""

_LOWEST = 0.8
"""Lines lower than this share of the letters' size cut them."""

_LEAST_LINES = 0.65
"""The same where the height is a share of the usual one, which is some 1.2 sizes."""

_USUAL_LINE = 240

_OUT, _FAR = -20.0, 100.0
"""Points; text moved further out of its cell, or further in, may stand in another one."""

_LETTER = 10.5
"""Points of a letter's width where an indent is given in letters."""

_INDENTS = ("left", "right", "start", "end", "firstLine", "hanging")
_IN_LETTERS = tuple(f"{name}Chars" for name in _INDENTS)


@dataclass(frozen=True)
class ParagraphStyle:
    """Properties of a paragraph, or those that a style gives.

    Attributes:
        strange: those that are not known.
        lines: `line` and `before` of its `w:spacing`, in Word's units.
        rule: of its line height.
        indents: by the names of their attributes.
    """

    strange: Strange = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    rule: str = ""
    indents: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, properties: Any) -> ParagraphStyle:
        """Read a `w:pPr`; there may be none."""
        if properties is None:
            return cls()
        spacing, indents = properties.find(f"{W}spacing"), properties.find(f"{W}ind")
        lines = numbers(spacing, ("line", "before"))
        rule = "" if spacing is None else spacing.get(f"{W}lineRule") or ""
        return cls(
            strange(properties, PARAGRAPH),
            lines,
            rule or ("auto" if "line" in lines else ""),
            numbers(indents, _INDENTS + _IN_LETTERS),
        )

    def over(self, base: ParagraphStyle) -> ParagraphStyle:
        """These properties, and the base's where they are silent."""
        return ParagraphStyle(
            {**base.strange, **self.strange},
            {**base.lines, **self.lines},
            self.rule or base.rule,
            {**base.indents, **self.indents},
        )

    def doubts(self, size: float) -> Iterator[str]:
        """Keys of `gongkai.reasons.DOUBTS` for digits of this size (points) in the paragraph."""
        yield from doubts_of(self.strange)
        line = self.lines.get("line")
        if line is not None and line >= 0:
            if self.rule == "exact" and line / _TWIPS < _LOWEST * size:
                yield "clipped"
            if self.rule == "auto" and line / _USUAL_LINE < _LEAST_LINES:
                yield "clipped"
        if any(not _OUT <= points <= _FAR for points in self._indented()):
            yield "displaced"

    def _indented(self) -> Iterator[float]:
        """How far its lines are moved in from either side, in points."""
        points = {name: value / _TWIPS for name, value in self.indents.items()}
        for name in _INDENTS:
            if letters := self.indents.get(f"{name}Chars"):
                points[name] = letters / 100 * _LETTER
        left = points.get("left", points.get("start", 0.0))
        yield left
        yield left + points.get("firstLine", 0.0) - points.get("hanging", 0.0)
        yield points.get("right", points.get("end", 0.0))

    def height(self, lines: int, size: float) -> float:
        """Points that so many lines of letters of a size take at least."""
        exact = self.rule == "exact" and self.lines.get("line", 0) > 0
        one = self.lines["line"] / _TWIPS if exact else size
        return lines * one + self.lines.get("before", 0) / _TWIPS
