"""How requests, answers, reviews and lawsuits are written with their numbers, or denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.numeral import number_of
from tasks.reshape.prose.words import ABOUT, ALL, ASKED, COUNT, LINK, MATTER, PARTIAL, UNIT

_REQUEST = r"申请(?!人|行政|复议|提)"
"""A request for information."""

_RECEIVED = r"(?<![未不予没有曾])(?:收到|受理|接到|接收)"
"""That requests came."""

_ANSWER = r"(?:答复|办结)"
"""That requests were answered."""

_ANSWERED = rf"{COUNT}(?<!条)(?:{ASKED}申请)?"
"""How many were answered; not items of information."""

_DULY = r"(?:依法|按[时期]|及时|在|法定|规定|期限|时限|内|予以|进行|作出|给予|得到|已经?|了)*"
"""How all of them may have been answered."""

_CASE = rf"(?:(?:行政)?(?:复议|诉讼)|申诉|投诉|举报|信访){MATTER}"
"""A kind of cases."""

_CASES = rf"(?P<cases>{_CASE}(?:(?:[、和与及或/]|以及|或者)+{ABOUT}{_CASE})*)"
"""One kind of cases, or several in a row."""

_NO = r"(?<![有非是])(?:没有?|无|不存在)(?!公开)"
"""That there was nothing of what follows."""

_DENIED = (
    rf"(?:未有|未(?=[发出产引导收接被涉存因提])|{_NO}){ABOUT}{_CASES}$",
    rf"{ALL}(?<!行政){_CASES}(?:数量?)?:?(?:均|都|全部|也)?"
    rf"(?:(?:未|没有)(?:发生|出现|产生)|为?无|[为是]?[0零]{UNIT}?)$",
    rf"(?:未曾?|{_NO})(?:收到|受理|接到|接收)(?:过|任何|一[件份例起宗])*{ASKED}{_REQUEST}"
    r"(?:公开|政府|信息|的?(?:事项|情况|案件|要求|件|表|书))*$",
    rf"{_NO}{ASKED}(?:人(?:提[出交])?)?{_REQUEST}(?:事项|情况|案件|要求|件)*$",
)
"""Denials of the events themselves, up to the end of the clause."""

_DECIDING = r"受理|[办审代]理|[办审]结|结案|判决|开庭|参[加与]|不服|民事|刑事|申诉|投诉|举报|信访"
"""Words of agencies that decide on cases, which are those against others."""


@dataclass(frozen=True)
class _Quantity:
    """How a quantity is written with its number, and words with which it is another one."""

    code: str
    counted: tuple[str, ...]
    unless: str


_QUANTITIES = (
    _Quantity(
        "received",
        (
            rf"{_RECEIVED}{ASKED}{_REQUEST}{LINK}{COUNT}",
            rf"{_RECEIVED}(?:了|过|有|共计?)*{COUNT}{ASKED}{_REQUEST}",
            r"(?:^|公开的?|年度?|[局委办厅府关])申请的?(?:件数|数量|总[数量]|总?共计?|[总合]计)"
            rf"{LINK}{COUNT}",
        ),
        r"复议|诉讼|咨询|投诉|举报|信访|信息(?:共计?|有|为)?[\d,]+条",
    ),
    _Quantity(
        "answered",
        (
            r"(?:^|[已共并计均度局委办厅]|(?<!当)年|已经|全部|实际|机关|单位|政府)(?:作出|予以|给予)?"
            rf"{_ANSWER}(?![书表函]){LINK}(?:依申请公开|申请人?)?{LINK}{_ANSWERED}"
            r"(?:信息)?中?(?:$|均|全部|并|\()",
            rf"{_ANSWERED}(?:{_DULY}(?:均|全部|都){_DULY}|已经?){_ANSWER}(?:了|完毕)?$",
        ),
        r"(?!)",
    ),
    _Quantity(
        "reviewed",
        (rf"{ALL}行政复议(?:申请)?{LINK}{COUNT}", rf"{COUNT}{ABOUT}行政复议{MATTER}$"),
        rf"{_DECIDING}|诉讼|[收接]到.*复议",
    ),
    _Quantity(
        "litigated",
        (
            rf"{ALL}(?:行政|(?<!行政))诉讼{LINK}{COUNT}",
            rf"{COUNT}{ABOUT}(?:行政)?诉讼{MATTER}$",
        ),
        rf"{_DECIDING}|复议",
    ),
)
"""The quantities; what is counted in items (条) of information is no number of requests."""


def is_counting(clause: str) -> bool:
    """Whether a clause counts one of the four quantities, or a part of one."""
    return any(re.search(p, clause) for quantity in _QUANTITIES for p in quantity.counted)


def counted(clause: str, is_elsewhere: bool) -> Iterator[tuple[str, int]]:
    """The quantities a clause gives with a number, the text being of another topic or not."""
    for quantity in () if PARTIAL.search(clause) else _QUANTITIES:
        # Answers, and requests that are not said to be for information, are of the last topic.
        named = {"received": "公开" in clause, "answered": False}.get(quantity.code, True)
        if re.search(quantity.unless, clause) or (is_elsewhere and not named):
            continue
        for pattern in quantity.counted:
            for match in re.finditer(pattern, clause):
                value = number_of(match["count"])
                if value is not None:
                    yield quantity.code, value


def denied(clause: str) -> Iterator[str]:
    """The quantities of which a clause says that there was none, of whatever kind."""
    for pattern in _DENIED:
        match = re.search(pattern, clause)
        if match is None or PARTIAL.search(clause[: match.start()]):
            continue
        cases = match.groupdict().get("cases")
        words = {"reviewed": "复议", "litigated": "诉讼"} if cases else {"received": "申请"}
        yield from (code for code, word in words.items() if word in match.group())
