"""Years as a text names them, and a clause with them in words."""

from __future__ import annotations

import re

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
"""Chinese digits, as years are written with them."""

_YEAR = re.compile(
    r"(?<!\d)(?:(?:20|二[〇零○])[\d〇零○一二三四五六七八九]{2}(?:年|(?=[-~—至到、和]20\d\d年))"
    r"|(?:0[6-9]|1\d)年(?![来内以]))"
)
"""A year by its number, also where a span of years begins."""

_WHOLE_YEAR = re.compile(
    r"(?<!\d)1月1日|12月31日|(?<!\d)1月?[-~—至到]12月|(?<=2008年)5月1日(?=起?[-~—至到])"
)
"""Days that begin and end a year; the Regulations came into force on 1 May 2008."""


def years(text: str) -> set[int]:
    """The years a text names by their numbers."""
    return {_year(match) for match in _YEAR.finditer(text)}


def in_words(clause: str, year: int | None) -> str:
    """A clause with "报告年" for the report's year, "往年" for any other, the period left out."""
    return _YEAR.sub(
        lambda match: "报告年" if _year(match) == year else "往年", _WHOLE_YEAR.sub("", clause)
    )


def _year(match: re.Match[str]) -> int:
    return 2000 + int(match.group().rstrip("年")[-2:].translate(_DIGITS))
