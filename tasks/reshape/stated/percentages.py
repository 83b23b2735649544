"""Shares and changes against last year, behind a number or behind the thing itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from tasks.reshape.stated.clauses import Clause, Found, Parted
from tasks.reshape.stated.declared import vocabulary
from tasks.reshape.stated.frame import Frame
from tasks.reshape.stated.scope import Speaker

_PERCENT = r"(?P<percent>\d+(?:\.\d+)?)%"
_LAST = (
    r"(?:同比|(?:比|较|与)(?:上年|去年|上一年|20\d\d年)度?(?:同期)?(?:的\d+[件宗起份])?(?:相比)?,?)"
)
_WAY = (
    r"(?:有所|略有|大幅|明显|小幅)?(?P<way>增长|增加|上升|提高|增幅|下降|减少|降低|降幅)"
    r"(?:幅度)?(?:了|为|达到?|\d+件,?(?:增长|下降|增幅|降幅)?(?:为|达)?)*"
)
_BY = r"(?:(?:增加|减少|增长|多|少)了?\d+件[,、])?"
_GROWTH = re.compile(rf"[,、]?{_LAST}?{_BY}{_WAY}{_PERCENT}")
_NAMED_GROWTH = re.compile(rf"{_LAST}{_WAY}{_PERCENT}")
_COMPARED = re.compile(rf"{_LAST}$|相比,$|同比,$")
_SHARE = re.compile(rf"[,、]?(?:占(?:[^,;\d约近超]{{0,16}}))?{_PERCENT}")
_NAMED_SHARE = re.compile(rf"(?:占比?(?:[^,;\d约近超]{{0,14}})|[比率]例?(?:为|达到?)?){_PERCENT}")
_FALL = ("下降", "减少", "降低", "降幅")
_FAR = 40
"""Letters behind a number in which its percentage stands."""


def behind(one: Found, plain: Parted) -> Iterator[Found]:
    """The percentages that stand right behind a number, in brackets or not."""
    if one.kind != "count" or one.denied:
        return
    for text, in_brackets in (
        (plain.asides.get(one.end, ""), True),
        (plain.text[one.end : one.end + _FAR], False),
    ):
        growth = _GROWTH.match(text)
        share = _SHARE.match(text)
        if growth is not None:
            yield _percentage(one, "growth", growth)
        elif share is not None and _has_share(one.code) and (in_brackets or "占" in share.group()):
            yield _percentage(one, "share", share)


def named(clause: Clause, plain: Parted, frame: Frame, speaker: Speaker) -> Iterator[Found]:
    """The percentages that stand behind the thing itself, without its number."""
    if "%" not in clause.text:
        return
    here = frame.within(clause)
    is_compared = _COMPARED.search(plain.text, 0, clause.start)
    way = _GROWTH if is_compared else _NAMED_GROWTH
    for code, quantity in vocabulary().quantities.items():
        for match in quantity.named.finditer(clause.text) if quantity.named else ():
            lead = clause.lead(match.end())
            if quantity.unless and quantity.unless.search(lead):
                continue
            rest = clause.text[match.end() :]
            growth = way.match(rest)
            share = _NAMED_SHARE.match(rest) if _has_share(code) else None
            percent = growth or share
            if percent is None or not lead:
                continue
            scope = here.scope_of(quantity, lead, speaker)
            if quantity.about == "cases" and not (here.is_linked or here.topic == "requests"):
                scope = "unsure" if scope == "whole" else scope
            start = clause.start + match.start()
            one = Found(code, "count", Decimal(0), Decimal(0), scope, False, start, start)
            yield _percentage(one, "growth" if growth else "share", percent)


def _has_share(code: str) -> bool:
    """Whether it is a part of all requests, so that a percentage is its share of them."""
    quantity = vocabulary().quantities[code]
    return quantity.kind == "part" and quantity.about != "cases"


def _percentage(one: Found, kind: Literal["share", "growth"], match: re.Match[str]) -> Found:
    text = match["percent"]
    value = Decimal(text)
    places = len(text.partition(".")[2])
    if match.groupdict().get("way") in _FALL:
        value = -value
    tolerance = Decimal(1) / 2 / 10**places
    return replace(one, kind=kind, value=value, tolerance=tolerance, denied=False)
