"""Printed figures: the text of a cell to a number, a blank, or an honest refusal.

What agencies print is listed in the domain notes: thousands separators, digits
of either width, a unit behind the number, a remark in brackets behind it,
placeholders for nothing. Whatever is not one of these is not understood, and
not understood is never zero and never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

UNITS = (
    *("亿元", "万元", "元"),
    *("人次", "件", "条", "项", "宗", "次", "篇", "个", "人", "份", "起"),
)
"""Units that may stand behind a number, longest first where one ends another."""

_PLACEHOLDER = re.compile(r"[-‐-―−_/\\.·~—－]+|无|空|N/?A", re.IGNORECASE)
_ZERO = frozenset("〇零")
_UNIT = "|".join(
    [*(f"{size}元" for size in "十百千"), *UNITS, *(f"{size}[件项条]" for size in "百千万")]
)
_NUMBER = re.compile(
    r"(?P<sign>[-+−–]?)"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<fraction>\.\d+)?"
    rf"(?P<unit>{_UNIT})?(?:\((?:单位:?)?(?P<enclosed>{_UNIT})\))?"
    r"(?P<remark>\([^()\d]*[^\W\d_][^()]*\))?"
)
_PART = re.compile(r"\((?:其中|含|包括)")
_TURNING = re.compile(
    "更正|改为|应为|不含|不包括|除外|[减減负降增加升少多倍约]|[十百千万亿]|元|累计|上年|去年|单位"
)
"""What in a remark behind a number may give it another sign, size or meaning."""
_THOUSANDS = re.compile(r"[-+−–]?\d{1,3}(?:\s\d{3})+(?![\s\d])")
_ENCLOSED = re.compile("[①-⓿❶-➓²³¹⁰-₉㉈-㊿]")
"""Footnote marks that NFKC would turn into a further digit of the number."""


@dataclass(frozen=True)
class Printed:
    """What a cell's text says.

    Attributes:
        state: `number`, `blank`, or `unclear` (text that is not understood).
        value: the number, exactly; None unless `state` is `number`.
        unit: the unit printed behind the number, or empty.
        spaced: whether white space stands between digits other than thousands.
    """

    state: str
    value: Decimal | None = None
    unit: str = ""
    spaced: bool = False


_CHANGE = re.compile(
    r"(?:(?P<less>[减減]少?了?|下?降低?|负|↓|[-−–]-|[—―]{1,2})|(?P<more>增[加长多]?了?|上?升|↑))(?=\d)"
)
"""How agencies write the sign of a change besides `-8` and `+8`: 减8, 增3, ↑16, —8, `--253`."""

_APOSTROPHES = re.compile(r"(?<!\d)\d{1,3}(?:['’‘ʼ＇`´]\d{3})+(?!\d)")
"""Thousands set apart as in 1’452."""


@lru_cache(maxsize=8192)
def parse(raw: str, signed: bool = False) -> Printed:
    """Read the text of one cell.

    Args:
        raw: what is printed in it.
        signed: whether it says a change, which may be written in words (减8).

    >>> parse("22（其中修订16件）").value
    Decimal('22')
    >>> parse("—").state, parse("详见附件").state
    ('blank', 'unclear')
    >>> parse("减8", signed=True).value
    Decimal('-8')
    """
    if _ENCLOSED.search(raw):
        return Printed("unclear")
    parted = _APOSTROPHES.sub(lambda found: re.sub(r"\D", "", found.group()), raw)
    text = unicodedata.normalize("NFKC", parted).strip()
    tight = re.sub(r"\s+", "", text)
    if not tight or _PLACEHOLDER.fullmatch(tight):
        return Printed("blank")
    if tight in _ZERO:
        return Printed("number", Decimal(0))
    change = _CHANGE.match(tight) if signed else None
    if change is not None:
        tight = ("-" if change["less"] else "") + tight[change.end() :]
    match = _NUMBER.fullmatch(tight)
    if match is None or _is_turned(match["remark"] or ""):
        return Printed("unclear")
    if match["sign"] == "+" and not signed:
        return Printed("unclear")
    digits = match["whole"].replace(",", "") + (match["fraction"] or "")
    value = Decimal(("-" if match["sign"] in ("-", "−", "–") else "") + digits)
    spaced = re.search(r"[\d.,]\s+[\d.,]", text) is not None and not _THOUSANDS.match(text)
    return Printed("number", value, match["unit"] or match["enclosed"] or "", spaced)


def _is_turned(remark: str) -> bool:
    """Whether a remark is more than a part of the number, or a word beside it."""
    return _TURNING.search(remark) is not None and _PART.match(remark) is None


LARGEST = 10**12
"""Numbers beyond this are no counts and no amounts in 万元; up to here floats are exact."""

DECIMALS = 10
"""How many decimals the published column of an amount has (`gongkai.columns.AMOUNT`)."""


def fitting(value: Decimal) -> Decimal | None:
    """A number as a published amount, exactly; None where it is too large or has more decimals."""
    if abs(value) > LARGEST:
        return None
    told = value.quantize(Decimal(1).scaleb(-DECIMALS))
    return told if told == value else None


def whole(value: Decimal) -> int | None:
    """A number as a count; None where it is none."""
    return int(value) if abs(value) <= LARGEST and value == value.to_integral_value() else None


def plain(value: Decimal | int | float) -> str:
    """Write a number as people do: no exponent, no trailing zeros of a fraction."""
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
