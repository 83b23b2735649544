"""How sure a figure is: two readers that share nothing, and what it means that they agree.

The first reader gives the figure; the second, where it was asked, reads the
same place by other means: the picture of the cell for a text layer, another
resolution for a picture, another parser for a web page or a Word file.
"""

from __future__ import annotations

from typing import Literal

from gongkai.number import parse
from gongkai.report import Figure, Reader

Agreement = Literal["agree", "differ", "unasked"]

AGREED = {"text": 0.9999, "html": 0.9999, "docx": 0.9999, "ocr": 0.9995}
"""Share of right figures where both readers agree, by the first one's means."""

ALONE = {"text": 0.999, "html": 0.999, "docx": 0.999, "ocr": 0.99}
"""The same where the second was not asked; for a picture times the first one's own score."""

DIFFERING = 0.3
"""The same where they differ: most often the first is right, and nobody can tell."""


def agreement(figure: Figure, signed: bool = False) -> Agreement:
    """Whether the second reader confirms a figure.

    Numbers are compared by value, blanks by whether anything is there. Words in
    place of a number are not compared: a picture's words are not read exactly.
    """
    if figure.second is None or figure.state == "absent":
        return "unasked"
    second = parse(figure.second, signed)
    if figure.state == "number":
        return "agree" if second.value == figure.value else "differ"
    if parse(figure.raw, signed).state == "blank":
        return "agree" if second.state == "blank" else "differ"
    return "differ" if second.state == "number" else "unasked"


def confidence(reader: Reader, figure: Figure, signed: bool = False) -> float:
    """The share of figures like this one that are as printed, 0 to 1.

    An absent figure claims no number: it counts as read alone.
    """
    said = agreement(figure, signed)
    if said == "agree":
        return AGREED[reader]
    if said == "differ":
        return DIFFERING
    return round(ALONE[reader] * figure.score, 4)
