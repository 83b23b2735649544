"""Whether a cell of a fixed height holds what stands in it: Word cuts the rest off."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any
from unicodedata import east_asian_width

from tasks.extract.word.markup import W, count, is_on
from tasks.extract.word.paragraph import ParagraphStyle

_TWIPS = 20.0
"""Word's units in a point."""

_MARGINS = 10.8
"""Points a cell keeps free at both sides together."""

_HALF = 0.5
"""Width of a digit as a share of a Chinese letter's."""


_LEAST = 0.6
"""Letters squeezed to less than this share of their width are hard to tell from each other."""

Fit = tuple[str, float]
"""The name of a stretch of text that is fitted to a width, and that width in points."""


class Room:
    """The paragraphs of a cell, as high as they are at least."""

    def __init__(self) -> None:
        self._paragraphs: list[tuple[ParagraphStyle, list[tuple[str, float]]]] = []
        self._fitted: dict[Fit, list[tuple[str, float]]] = {}

    def begin(self, set_as: ParagraphStyle) -> None:
        """Begin a paragraph."""
        self._paragraphs.append((set_as, []))

    def add(self, text: str, size: float, fit: Fit | None = None) -> None:
        """Add letters of a size (points) to the paragraph; `fit`: what they are fitted to."""
        if fit is not None:
            self._fitted.setdefault(fit, []).append((text, size))
        if self._paragraphs:
            self._paragraphs[-1][1].append((text, size))

    @property
    def has_figures(self) -> bool:
        """Whether there are digits."""
        return any(
            c.isdigit() for _, pieces in self._paragraphs for text, _ in pieces for c in text
        )

    def is_squeezed(self, cell: Any) -> bool:
        """Whether figures are fitted to less room than they can be read in, or to unknown room.

        Args:
            cell: the `w:tcPr`, or None.
        """
        fitted = [(points, pieces) for (_, points), pieces in self._fitted.items()]
        if is_on(cell, "tcFitText"):
            fitted += [(self._width(cell), pieces) for _, pieces in self._paragraphs]
        return any(
            _long(pieces) * _LEAST > points
            for points, pieces in fitted
            if any(c.isdigit() for text, _ in pieces for c in text)
        )

    def is_cut(self, row: Any, cell: Any) -> bool:
        """Whether figures are not to be seen whole in a row with these `w:trPr`.

        Args:
            row: the same, or None.
            cell: the `w:tcPr`, or None.
        """
        height = None if row is None else row.find(f"{W}trHeight")
        if height is None or height.get(f"{W}hRule") != "exact":
            return False
        room = count(height.get(f"{W}val"), 0) / _TWIPS
        width = self._width(cell)
        needed, cut = 0.0, False
        for set_as, pieces in self._paragraphs:
            size = max((size for _, size in pieces), default=0.0)
            long = _long(pieces)
            if is_on(cell, "tcFitText"):
                long = min(long, width)
            lines = max(math.ceil(long / max(width, size)) if width and size else 1, 1)
            needed += set_as.height(lines, size)
            if any(c.isdigit() for text, _ in pieces for c in text):
                cut |= needed > room
        return cut

    def _width(self, cell: Any) -> float:
        """Points of a line, 0 where the cell does not say."""
        width = None if cell is None else cell.find(f"{W}tcW")
        if width is None or width.get(f"{W}type") not in (None, "dxa"):
            return 0.0
        given = count(width.get(f"{W}w"), 0) / _TWIPS
        return given - _MARGINS if given > _MARGINS else 0.0


def _long(pieces: Iterable[tuple[str, float]]) -> float:
    """Points that pieces of text take as they are."""
    return sum(_wide(text, size) for text, size in pieces)


def _wide(text: str, size: float) -> float:
    return sum(size if east_asian_width(c) in "WF" else _HALF * size for c in text)
