"""A sentence as its clauses, without what stands in brackets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gongkai.numeral import NUMERALS, number_of
from gongkai.text import clauses, plain
from tasks.reshape.stated.scope import Scope

_SHOWN = re.compile(
    rf"(?:\d[\d,.]*万?|[{NUMERALS}]+)(?:%|万?元|[件份宗起例个条篇次项人部家户名场期])"
    r"|\d[\d,.]*(?=[、和及])"
)
"""Any number with what it counts."""

_COUNT = re.compile(rf"(?:{_SHOWN.pattern})$")

_BECAME = re.compile(
    r"(?:均|都|并|依法|将|拟|现|已)*(?:结转|转入|转至|转到|转下|顺延|延至|待|于(?=次|下|明|翌|20))"
)
"""What begins a clause that only tells when that of the one before will be dealt with."""

_COUNTS = re.compile(rf"\d|[{NUMERALS}](?:件|份|宗|起|例|条)|为零")
_ALL = re.compile(
    r"(?:申请人|申请主体|提出者|办理结果|处理结果|答复结果|结果)?(?:均|都|全部)(?:[已为系是由属了]|依法|按[时期]|作出|给予|决定)*"
    r"(?:(?:予以|部分|不予)公开|予以部分公开|无法提供|自然人)[^,;:\d]{0,6}"
)
"""A clause that says of all that the one before counted what it was."""

_CORRECTED = re.compile(
    r"(?:最终|已)*被(?:行政)?(?:复议机关)?(?:依法)?(?:(?:撤销并)?责令重新|纠正|确认违法)[^,;:\d]{0,8}"
)
"""A clause that says what became of the case before it."""

_ONE = re.compile(r"(?<!\d)[1一][件起宗例]$")
_ABOUT = re.compile(r"[^\d,;:]{2,10}方面")
"""A clause that only says what the next one is about."""

_STARTS = re.compile(r"(?!20\d\d年)\d")
"""The beginning of a clause that goes on with a number."""

_ASKED = re.compile(r"(?:政府信息|信息)?(?:依申请公开|公开申请)(?:工作|情况|数量|件数|方面)*")
_TOTAL = re.compile(r"(?:全年|本年度?|年度|今年|共|合计|总计)+计?\d+[件份宗]$")
"""A clause that says no more than the number of what stands before its colon."""

_NONE = re.compile("无|没有|暂无|零")

_YEARS = re.compile(r"\d{4}年度?|\d{1,2}[月日]|第\d+号")


@dataclass(frozen=True)
class Clause:
    """A part of a sentence between two commas.

    Attributes:
        start: its place in the sentence without brackets.
        closes: whether more than a comma stands behind it.
        shown: where in it numbers with a unit end.
    """

    start: int
    text: str
    closes: bool
    shown: tuple[int, ...]

    def lead(self, place: int) -> str:
        """The words before a place, up to the number before."""
        return self.text[max((end for end in self.shown if end <= place), default=0) : place]

    @property
    def opening(self) -> str:
        """The words before its first number, which may be said of all its numbers."""
        return _COUNT.sub("", self.text[: self.shown[0]]) if self.shown else self.text


@dataclass(frozen=True)
class Parted:
    """A sentence in its clauses.

    Attributes:
        text: without what stands in brackets.
        asides: what stood in brackets, by its place.
    """

    text: str
    clauses: tuple[Clause, ...]
    asides: Mapping[int, str]


@dataclass(frozen=True)
class Found:
    """A statement in its sentence.

    Attributes:
        start, end: of its words in the sentence without brackets.
        is_sure: whether its wording can mean nothing else, whatever is said around it.
    """

    code: str
    kind: Literal["count", "share", "growth"]
    value: Decimal
    tolerance: Decimal
    scope: Scope
    denied: bool
    start: int
    end: int
    is_sure: bool = True


def parted(sentence: str) -> Parted:
    """A sentence without brackets, in its clauses."""
    bare = plain(sentence)
    cut: list[tuple[int, int, str]] = []
    for start, text, end in clauses(bare.text):
        if cut and _goes_on(bare.text[cut[-1][0] : cut[-1][1]], cut[-1][2], text):
            cut[-1] = (cut[-1][0], start + len(text), end)
        elif text:
            cut.append((start, start + len(text), end))
    found = (_clause(bare.text[first:last], first, end not in ",:") for first, last, end in cut)
    return Parted(bare.text, tuple(found), bare.asides)


def _goes_on(before: str, end: str, text: str) -> bool:
    """Whether a clause says of the one before what became of it, or that it was none."""
    if end == ",":
        counts = _COUNTS.search(_YEARS.sub(_hidden, text))
        became = _BECAME.match(text) is not None and counts is None
        became |= counts is None and bool(_ALL.fullmatch(text) and _COUNT.search(before))
        became |= bool(_CORRECTED.fullmatch(text) and _ONE.search(before))
        return became or (_ABOUT.fullmatch(before) is not None and _STARTS.match(text) is None)
    if end == ":" and _ASKED.fullmatch(before) and _TOTAL.match(text):
        return True
    return end in (":", "。") and _NONE.fullmatch(text) is not None


def _clause(text: str, start: int, closes: bool) -> Clause:
    shown = tuple(match.end() for match in _SHOWN.finditer(_YEARS.sub(_hidden, text)))
    return Clause(start, text, closes, shown)


def _hidden(match: re.Match[str]) -> str:
    return "年" * len(match.group())


def value_of(text: str) -> tuple[Decimal, Decimal] | None:
    """A number as it is written, and half a unit of its last digit where 万 rounds it.

    Args:
        text: digits or Chinese numerals, perhaps with 万 behind digits.

    Returns:
        None where it is no number that is surely one.
    """
    is_rounded = text.endswith("万") and text[0].isdigit()
    digits = text.removesuffix("万") if is_rounded else text
    if not is_rounded:
        number = number_of(digits)
        return None if number is None else (Decimal(number), Decimal(0))
    digits = digits.replace(",", "")
    places = len(digits.partition(".")[2])
    value = Decimal(digits) * 10_000
    is_whole = value == value.to_integral()
    return value.to_integral() if is_whole else value, Decimal(10_000) / 2 / 10**places
