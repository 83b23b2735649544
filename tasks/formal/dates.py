"""When a report was published, and when it was due."""

from __future__ import annotations

import datetime as dt

from gongkai.agency import DEPARTMENTS, GOVERNMENTS, KINDS, Kind, kind_of_agency
from gongkai.report import Remark
from tasks.formal.prescribed import Deadline, prescribed

NEW = 2019
"""The first report year under the present 条例."""


def of_dates(agency: str | None, year: int | None, published_on: dt.date | None) -> list[Remark]:
    """What is not right about the day of publication.

    Townships and street offices, zones and organisations that are no 行政机关 are not
    named in 条例第四十九条: past 31 March is only remarked.
    """
    if year is None:
        return []
    if published_on is None:
        message = (
            "没有登记公布日期，无法核对是否按时公布，"
            "请在文件旁的 .source.json 中写明 published_on。"
        )
        return [Remark("publication.late", message, outcome="not_checkable")]
    day = _said(published_on)
    if published_on <= dt.date(year, 12, 31):
        message = (
            f"{year} 年度的报告公布于{day}，早于统计期止日{year}年12月31日，"
            "请核对公布日期和报告年度。"
        )
        return [Remark("publication.early", message)]
    return _late(agency, year, published_on)


def _late(agency: str | None, year: int, published_on: dt.date) -> list[Remark]:
    kind = kind_of_agency(agency) if agency is not None else None
    due, whose = _deadline(kind, year)
    if due is None:
        return _unregulated(kind, year, published_on)
    last = _due(due, year)
    if published_on <= last:
        return []
    message = (
        f"{year} 年度的报告公布于{_said(published_on)}，{whose}应在{_said(last)}前公布"
        f"（{due.basis}），晚了 {(published_on - last).days} 天。"
    )
    return [Remark("publication.late", message)]


def _deadline(kind: Kind | None, year: int) -> tuple[Deadline | None, str]:
    """The deadline an agency of a kind has, and who has it; None where none is laid down."""
    deadlines = prescribed().deadlines
    if year < NEW:
        return deadlines.all_before_2019, "各级行政机关"
    if kind in DEPARTMENTS:
        return deadlines.departments, KINDS[kind]
    if kind in GOVERNMENTS:
        return deadlines.governments, KINDS[kind]
    return None, ""


def _unregulated(kind: Kind | None, year: int, published_on: dt.date) -> list[Remark]:
    """What is to be said of an agency for which no deadline is laid down, or it is unclear."""
    latest = _due(prescribed().deadlines.governments, year)
    day = _said(published_on)
    if published_on > latest:
        name = KINDS[kind] if kind is not None else "该机关"
        message = (
            f"{year} 年度的报告公布于{day}；条例没有规定{name}的公布期限，"
            f"但已晚于县级以上政府的期限{_said(latest)}，请核对本地规定的期限。"
        )
        return [Remark("publication.late_unregulated", message)]
    if kind is None and published_on > _due(prescribed().deadlines.departments, year):
        message = (
            f"{year} 年度的报告公布于{day}；从机关名称看不出是政府还是部门，"
            "无法确定期限是1月31日还是3月31日，请人工核对。"
        )
        return [Remark("publication.late", message, outcome="not_checkable")]
    return []


def _due(deadline: Deadline, year: int) -> dt.date:
    return dt.date(year + 1, deadline.month, deadline.day)


def _said(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
