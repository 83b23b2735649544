"""The period a report says its figures are of."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from gongkai.report import Remark
from tasks.formal.text import Text

_DIGITS = str.maketrans("〇○Oo零一二三四五六七八九", "00000123456789")
_YEAR = r"\d{1,10}|二[〇○零0][一二三四五六七八九〇○零]{2}"
_PERIOD = re.compile(
    r"(?:(?:统计|所列|数据)[^。,;\d]{0,16}(?:期限|时限|时间|时段|区间|周期|范围|期间)|统计期|"
    r"报告(?:的)?(?:统计)?(?:期限|时限))"
    r"[^。;\d]{0,12}?"
    rf"(?P<first>(?P<year>{_YEAR})[年./-](?P<month>\d{{1,2}})[月./-](?P<day>\d{{1,2}})[日号]?)"
    r"(?:起|开始|零时|0时)?,?(?:[至到]|[-—–~一]+)"
    rf"(?P<last>(?:(?P<to_year>{_YEAR})[年./-])?(?P<to_month>\d{{1,2}})[月./-](?P<to_day>\d{{1,2}})[日号]?)"
)
_REASONED = re.compile("成立|组建|挂牌|机构改革|撤销|合并|设立|施行")
_FIRST = 2008
"""The first report year: the 条例 came into force on 1 May 2008."""


@dataclass(frozen=True)
class _Stated:
    first: dt.date | None
    last: dt.date | None
    years: tuple[str, str]


def of_period(text: Text, year: int | None) -> tuple[Remark, ...]:
    """What is not right about the period, where one is stated."""
    for start, sentence in text.sentences:
        match = _PERIOD.search(sentence)
        if match is None or _REASONED.search(sentence):
            continue
        message = _fault(match, year)
        if message:
            quote = text.quote(start, sentence, match.group())
            return (Remark("publication.period", message, quote=quote),)
        return ()
    return ()


def _fault(match: re.Match[str], year: int | None) -> str:
    stated = _stated(match)
    said = f"文中写的统计期限是“{match['first']}”至“{match['last']}”"
    due = f"{year}年1月1日至{year}年12月31日" if year else "当年1月1日至12月31日"
    wrong = [digits for digits in stated.years if len(digits) != 4]
    if wrong:
        return f"{said}，其中年份“{wrong[0]}”有误，应为{due}，请改正。"
    if stated.first is None or stated.last is None:
        return f"{said}，其中有不存在的日期，应为{due}，请改正。"
    if stated.last < stated.first:
        return f"{said}，止期早于起期，应为{due}，请改正。"
    if year is not None and (stated.first.year, stated.last.year) != (year, year):
        return f"{said}，不是报告年度，应为{due}，请核对是否沿用了其他年度的文字。"
    ends = (stated.first.month, stated.first.day, stated.last.month, stated.last.day)
    is_first = stated.first.year == _FIRST and ends[1:] == (1, 12, 31) and ends[0] == 5
    if ends != (1, 1, 12, 31) and not is_first:
        return f"{said}，不是全年，应为{due}，请核对表中数字是否为全年数。"
    return ""


def _stated(match: re.Match[str]) -> _Stated:
    year = match["year"].translate(_DIGITS)
    to_year = (match["to_year"] or match["year"]).translate(_DIGITS)
    return _Stated(
        _date(year, match["month"], match["day"]),
        _date(to_year, match["to_month"], match["to_day"]),
        (year, to_year),
    )


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return None
