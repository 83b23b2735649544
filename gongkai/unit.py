"""Units that stand in brackets behind a label: part of what a number means."""

from __future__ import annotations

import re
import unicodedata

COUNTS = frozenset([*"件条项宗份个人次篇起", "人次"])
"""Units that count; which of them an agency prints makes no difference to the number."""

_ANY_UNIT = r"((?:人民币)?[十百千万亿]*元|[十百千万亿]*[件条项宗份个人次]|[十百千万亿]+)"
_UNIT = re.compile(rf"\((?:计量)?(?:单位)?:?{_ANY_UNIT}\)|单位:?{_ANY_UNIT}")


_MONEY = re.compile("[十百千万亿]*元")
_SAID = re.compile(
    r"(?:单位(?:[:为是]|均?[为是])*|以)(?:[^\s。;,(]{0,6}[、/和])?(?:人民币)?(?P<unit>[十百千万亿]*元)"
)


def printed_unit(text: str, declared: str = "件") -> str:
    """The last unit a header, a band or a row label names (`（单位：万元）`), or empty.

    Args:
        text: what is printed.
        declared: the form's unit. An amount's may stand anywhere (`收费金额/元`).
    """
    text = _compact(text)
    if declared not in COUNTS:
        money: list[str] = _MONEY.findall(text)
        if money:
            return money[-1]
    found = [one or other for one, other in _UNIT.findall(text)]
    return found[-1].removeprefix("人民币") if found else ""


def short_unit(text: str) -> str:
    """The unit of money in a cell that holds little else (`元/年`, `元。`), or empty."""
    match = re.fullmatch(r"(?:人民币)?([十百千万亿]*元)\W?.{0,2}", _compact(text))
    return match[1] if match else ""


def said_units(text: str) -> frozenset[str]:
    """The units of money that a text says its figures are in (`单位：元`, `以元为单位`)."""
    return frozenset(match["unit"] for match in _SAID.finditer(_compact(text)))


def is_unit(text: str) -> bool:
    """Whether a text is a bare unit: the end of a number whose beginning is elsewhere."""
    return re.fullmatch(_ANY_UNIT, _compact(text)) is not None


def without_unit(text: str) -> str:
    """A label without the unit in brackets behind it."""
    compact = _compact(text)
    return _UNIT.sub("", compact) if _UNIT.search(compact) else text


def _compact(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(text.split()))
