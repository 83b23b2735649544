"""How sure a figure is: two readers that share nothing, and what it means that they agree.

The first reader gives the figure; the second, where it was asked, reads the
same place by other means: the picture of the cell for a text layer, another
resolution for a picture, the picture that a browser paints for a web page, or where
there is no browser another parser, and that for a Word file too.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Literal

from gongkai.number import parse
from gongkai.report import Figure, Reader, SecondBy
from gongkai.unit import COUNTS

Agreement = Literal["agree", "differ", "unasked"]

AGREED = {"text": 0.9999, "html": 0.9999, "docx": 0.9999, "ocr": 0.9995}
"""Share of right figures where both readers agree, by the first one's means."""

BY_PARSER = {"html": 0.9995}
"""The same where the second was another parser and might have looked at pixels: two parsers
are blind for the same things, such as what a style sheet hides in a way that neither knows."""

ALONE = {"text": 0.999, "html": 0.999, "docx": 0.999, "ocr": 0.99}
"""The same where the second was not asked; for a picture times the first one's own score."""

UNSTYLED = 0.9999
"""How sure a web page's figures are, times all else, whose style sheets are not all at hand."""

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
        if second.value != figure.value:
            second = parse(_as_number(figure.second, figure.unit), signed)
        return "agree" if second.value == figure.value else "differ"
    if parse(figure.raw, signed).state == "blank":
        return "agree" if second.state == "blank" else "differ"
    return "differ" if second.state == "number" else "unasked"


_DASH_BEHIND = re.compile(r"(?<=\d)[-‐‑‒–—―−]+$")
"""A dash behind a number is no sign of it: it is the next rule, or what remains of one."""

_IN_THOUSANDS = re.compile(r"[-+−]?\d{1,3}(?:[.,、'’·]\d{3})+")
"""A number whose groups of three digits are parted by one mark or another."""


def _as_number(second: str, unit: str) -> str:
    """What a picture says of a place where the other reader has a number.

    A small mark between digits is recognised as one or another: where no decimals are possible
    they part thousands, whatever they look like. Of an amount each counts as it looks.
    """
    text = "".join(unicodedata.normalize("NFKC", second).split())
    text = _DASH_BEHIND.sub("", text)
    if unit in COUNTS and _IN_THOUSANDS.fullmatch(text):
        return re.sub(r"[.,、'’·]", "", text)
    return text


def confidence(reader: Reader, figure: Figure, signed: bool = False) -> float:
    """The share of figures like this one that are as printed, 0 to 1.

    An absent figure claims no number: it counts as read alone.
    """
    said, most = agreement(figure, signed), AGREED[reader]
    if said == "agree":
        sure = most if figure.second_by == "pixels" else BY_PARSER.get(reader, most)
        return round(sure * figure.score, 4) if reader == "html" else sure
    if said == "differ":
        return DIFFERING
    return round(ALONE[reader] * figure.score, 4)


def confidences(reader: Reader, figure: Figure, signed: bool = False) -> frozenset[float]:
    """All that the confidence of a published figure may be: it does not say who read it again."""
    means: tuple[SecondBy, ...] = ("pixels", "parser")
    scores = (1.0, UNSTYLED) if reader == "html" else (figure.score,)
    return frozenset(
        confidence(reader, replace(figure, second_by=by, score=score), signed)
        for by in means
        for score in scores
    )
