"""Tables whose rules are only to be seen: dotted, white, of fills or pictures.

The page is drawn and its rules are found on the picture; the text is still the
PDF's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gongkai.report import Grid
from tasks.extract.cells import filled
from tasks.extract.lattice import Rule, lattices
from tasks.extract.pdf.page import Characters, Pdf
from tasks.extract.picture.stroke import Stroke, strokes

SCALE = 2.4
"""Pixels per point at which pages are drawn: a dot of a dotted rule is a pixel or two."""

LONG = 40.0
"""Points; a longer stroke is a rule even where it is dotted, a shorter one may be of letters."""

SOLID = 0.97
"""Share of a short rule that is inked; a row of digits has gaps between them."""

INKED = 60
"""Ink is so much darker than the paper (of 255)."""

DASHES = frozenset("-‐‑‒–—―−－一")
"""Characters that look like a rule."""

MOSTLY = 0.6
"""Share of a dash that a rule must run along to be that dash."""

LONGER = 4.0
"""A rule so many times longer than a dash is no dash, even where they stand on one line."""


@dataclass(frozen=True)
class Seen:
    """The rules a person sees on a page, in points from its top left.

    Attributes:
        horizontals, verticals: all strokes; some may be of letters.
        level: the horizontal ones that are rules for certain.
    """

    horizontals: list[Stroke]
    verticals: list[Stroke]
    level: list[Stroke]


def seen(document: Pdf, page: int) -> Seen:
    """Look for rules on the picture of a page; it takes most of a second."""
    picture = document.greys(page, SCALE)
    horizontals, verticals = strokes(picture, SCALE)
    return Seen(horizontals, verticals, _ruled(horizontals, picture))


def _ruled(found: Sequence[Stroke], picture: npt.NDArray[np.uint8]) -> list[Stroke]:
    """Strokes without those that are the level parts of some letters on one line."""
    return [stroke for stroke in found if stroke.length > LONG or _is_solid(stroke, picture)]


def _is_solid(stroke: Stroke, picture: npt.NDArray[np.uint8]) -> bool:
    level, left, right = (round(side * SCALE) for side in (stroke.level, stroke.start, stroke.end))
    band = picture[max(level - 2, 0) : level + 2, left + 1 : max(right - 1, left + 2)]
    if band.size == 0:
        return False
    paper = int(np.median(picture[::8, ::8]))
    return float((band.min(axis=0) < paper - INKED).mean()) >= SOLID


def striking(rules: Sequence[Rule], chars: Characters) -> list[tuple[float, float, float]]:
    """The rules that may strike digits out: those that are no dash of the text itself."""
    dashes = [box for text, box in zip(chars.text, chars.box, strict=True) if text in DASHES]
    return [
        (rule.start, rule.level, rule.end)
        for rule in rules
        if not any(
            box[1] - 1 < rule.level < box[3] + 1
            and min(rule.end, box[2]) - max(rule.start, box[0]) > MOSTLY * (box[2] - box[0])
            and rule.end - rule.start < LONGER * (box[2] - box[0])
            for box in dashes
        )
    ]


def drawn(rules: Mapping[int, Seen], chars: Mapping[int, Characters]) -> list[Grid]:
    """Read the tables of some pages by the rules a person sees.

    Args:
        rules: what is seen on those pages, by number.
        chars: their characters.

    Returns:
        grids in reading order; boxes in points of the page as displayed.
    """
    found: list[Grid] = []
    for page, on_page in rules.items():
        of_page = chars[page]
        struck = striking(on_page.level, of_page)
        tables = lattices(on_page.horizontals, on_page.verticals, of_page.width, of_page.height)
        found += [filled(page, lattice, of_page, struck) for lattice in tables]
    return found
