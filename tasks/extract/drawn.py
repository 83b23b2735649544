"""Tables whose rules are only to be seen: dotted, white, of fills or pictures.

The page is drawn and its rules are found on the picture; the text is still the
PDF's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gongkai.report import Grid
from tasks.extract.cells import filled
from tasks.extract.lattice import lattices
from tasks.extract.page import Characters, Pdf
from tasks.extract.stroke import Stroke, strokes

SCALE = 2.4
"""Pixels per point at which pages are drawn: a dot of a dotted rule is a pixel or two."""


def rules_seen(document: Pdf, page: int) -> list[Stroke]:
    """The horizontal rules a person sees on a page, in points from its top."""
    return strokes(document.greys(page, SCALE), SCALE)[0]


def drawn(document: Pdf, pages: Sequence[int], chars: Mapping[int, Characters]) -> list[Grid]:
    """Read the tables of some pages by the rules a person sees.

    Args:
        document: an open PDF.
        pages: 1-based page numbers.
        chars: the characters of those pages.

    Returns:
        grids in reading order; boxes in points of the page as displayed.
    """
    found = []
    for page in pages:
        horizontals, verticals = strokes(document.greys(page, SCALE), SCALE)
        rules = [(stroke.start, stroke.level, stroke.end) for stroke in horizontals]
        for lattice in lattices(horizontals, verticals, chars[page].width, chars[page].height):
            found.append(filled(page, lattice, chars[page], rules))
    return found
