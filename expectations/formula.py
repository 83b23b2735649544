"""The formulas of the rule book, parsed: `3.7 = sum(3.**)`, `2 = last(4)`.

A formula is over the codes of a form: a code alone (`3.7`, `total`) where the rule
says of `each` what it holds for, `item/measure` elsewhere. `3.1.*` is every code one
level below 3.1, `3.**` every one at any level, `*` every code there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from gongkai.errors import DeclarationError

Operator = Literal["=", "<=", ">="]

_TERM = re.compile(
    r"\s*(?P<sign>[+-])?\s*(?:(?P<times>\d+)\s*\*\s*)?"
    r"(?:(?P<function>sum|max|last)\(\s*(?P<inside>[^()\s]+)\s*\)|(?P<code>[^\s()+]+))\s*"
)


@dataclass(frozen=True)
class Part:
    """A signed term of a formula.

    Attributes:
        codes: a code, or a pattern for several; `item/measure` where both are said.
        function: `sum` and `max` take patterns, `last` is of the year before.
    """

    coefficient: int
    codes: str
    function: Literal["", "sum", "max", "last"] = ""


@dataclass(frozen=True)
class Formula:
    """Both sides of a rule."""

    left: tuple[Part, ...]
    operator: Operator
    right: tuple[Part, ...]


@lru_cache(maxsize=512)
def parse_formula(text: str) -> Formula:
    """Parse `left = right`, `left <= right` or `left >= right`.

    Raises:
        DeclarationError: it is no formula; the message quotes it.
    """
    found = re.fullmatch(r"(.+?)\s(<=|>=|=)\s(.+)", text.strip())
    if found is None:
        raise DeclarationError("formula_shape", text=text)
    operator: Operator = "=" if found[2] == "=" else "<=" if found[2] == "<=" else ">="
    return Formula(parse_sum(found[1]), operator, parse_sum(found[3]))


@lru_cache(maxsize=512)
def parse_sum(text: str) -> tuple[Part, ...]:
    """Parse one side: terms with plus and minus between them; `0` is no term.

    Raises:
        DeclarationError: it is no sum; the message quotes it.
    """
    if text.strip() == "0":
        return ()
    parts: list[Part] = []
    position = 0
    while position < len(text):
        match = _TERM.match(text, position)
        if match is None or (match["sign"] is None and parts):
            raise DeclarationError("formula_place", text=text, position=position + 1)
        times = int(match["times"] or 1) * (-1 if match["sign"] == "-" else 1)
        function = match["function"] or ""
        parts.append(Part(times, match["inside"] or match["code"], function))  # type: ignore[arg-type]
        position = match.end()
    return tuple(parts)


def matching(pattern: str, codes: Iterable[str]) -> Iterator[str]:
    """The codes a pattern stands for, in their order.

    >>> list(matching("3.*", ["3", "3.1", "3.1.1"])), list(matching("3.**", ["3", "3.1", "3.1.1"]))
    (['3.1'], ['3.1', '3.1.1'])
    """
    if pattern in ("*", "**"):
        yield from codes
        return
    head, star, _ = pattern.partition("*")
    if not star:
        yield from (code for code in codes if code == pattern)
        return
    for code in codes:
        if code.startswith(head) and (pattern.endswith("**") or "." not in code[len(head) :]):
            yield code
