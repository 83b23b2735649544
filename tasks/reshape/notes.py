"""Lines beside the tables that may make other numbers of theirs: corrections, times, bodies.

Captions above a table, notes below it and headings inside it are lines of their own. What
they say of a year, a unit, a scope or a mistake is about the numbers, and nobody can tell
from the cells whether it was minded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gongkai.agency import kind_of_agency
from gongkai.form import Form
from gongkai.label import Label, normalise
from gongkai.letters import tight
from gongkai.one_body import is_one_body
from gongkai.report import Remark
from tasks.reshape.lines import beginnings, words_of
from tasks.reshape.years import is_of_another_time

LONGEST = 80
"""Letters of a line that may be a caption or a note; longer ones are prose."""

BESIDE = 3
"""So many lines above the first row and below the last one are captions and notes."""

TITLE = 16
"""Letters that a table's heading may have besides its title."""

_CORRECTION = re.compile(
    r"^[(\[【]?(?:更正|勘误|订正)|填反|颠倒|错行|错位|串行|[上下]移一[行格栏]|(?:应为|应是|更正为|改为)[:：]?\d|估算数|数据有误"
)
_TABLE = r"(?:[本上下该]表|表中|以上|以下|上述|数据|数字)"
_YEARS = (
    re.compile(rf"{_TABLE}[^。;]{{0,24}}?(20\d\d)年"),
    re.compile(r"(20\d\d)年(?:度|上半年|下半年)?的?(?:数据|统计数据|数字)"),
    re.compile(r"截[至止](20\d\d)年(?!12月31日)"),
)
_PART_OF_YEAR = re.compile(r"(?:上半年|下半年|[一二三四]季度|\d{1,2}月份?)的?(?:数据|数字)")
_SCOPE = re.compile(
    rf"{_TABLE}[^。;]{{0,20}}?(?:不含|未含|不包括|未包括|未计入|不计入|合计数|汇总数)"
    r"|(?:不含|未含|未计入)[^。;]{0,24}\d+[件项条]"
)
_UNIT = re.compile(r"单位[:：]?([十百千万亿]+[件条项次])")
_BODY = re.compile(r"(?:[上下]表|以[上下])(?:为|系|是)(?P<name>[一-龥]{3,30}?)(?:的)?(?:数据|情况)")


def notes(
    form: Form,
    texts: Sequence[str],
    year: int | None,
    agency: str | None,
    said: Iterable[str] = (),
) -> Iterator[Remark]:
    """Remarks on captions, notes and headings that may make other numbers of a table's.

    Args:
        form: the document's.
        texts: of its pages.
        year: the report's.
        agency: the report's.
        said: lines of which it is said already that they are of another year.
    """
    lines = [line for text in texts for one in text.splitlines() if (line := tight(one))]
    seen = set(said)
    for beside in (*_beside(form, lines), *_corrections(lines)):
        if beside not in seen:
            seen.add(beside)
            yield from _said(beside, year, agency)
    yield from _headings(form, lines, year, agency)


def _beside(form: Form, lines: Sequence[str]) -> Iterator[str]:
    """Short lines from above the first row of a table to below its last."""
    for table in form.tables:
        labels = beginnings(
            tuple(text for item in table.items for text in (item.label, *item.aliases))
        )
        rows = [
            place
            for place, line in enumerate(lines)
            if len(line) <= LONGEST and words_of(line) in labels
        ]
        if not rows:
            continue
        for place in range(max(rows[0] - 2 * BESIDE, 0), min(rows[-1] + 4 * BESIDE, len(lines))):
            if len(lines[place]) <= LONGEST:
                yield lines[place]


def _corrections(lines: Sequence[str]) -> Iterator[str]:
    """Corrections, which may stand anywhere."""
    for line in lines:
        if re.match("[(\\[【]?(?:更正|勘误|订正)", line):
            yield line[:LONGEST]


def _said(line: str, year: int | None, agency: str | None) -> Iterator[Remark]:
    """What one line says that may make other numbers of the table's."""
    others = {int(y) for pattern in _YEARS for y in pattern.findall(line)} - {year}
    if year is not None and (others or _PART_OF_YEAR.search(line)):
        yield Remark(
            "reading.other_year",
            f"表旁写有“{line}”，表中的数字可能是别的年度或时段的，也可能只是说明，请对照原文核定。",
        )
    if _CORRECTION.search(line) or _SCOPE.search(line):
        yield Remark(
            "reading.note",
            f"表旁写有“{line}”，表中的数字可能须按它更正或不是全部，也可能已经按它填写，"
            "请对照原文核定。",
        )
    if unit := _UNIT.search(line):
        yield Remark(
            "reading.other_unit",
            f"表旁写有“{line}”，表中的数字可能以“{unit[1]}”为单位，也可能仍以件为单位，"
            "请对照原文核定。",
        )
    if (body := _BODY.search(line)) and _is_other(body["name"], agency):
        yield Remark(
            "reading.note",
            f"表旁写有“{line}”，表中的数字可能是“{body['name']}”的，也可能是本机关的，请对照原文核定。",
        )


def _headings(
    form: Form, lines: Sequence[str], year: int | None, agency: str | None
) -> Iterator[Remark]:
    """Headings of tables that name another time or body."""
    for table in form.tables:
        title = normalise(table.title)
        for line in lines:
            said = Label.of(line).words
            if title not in said or len(said) > len(title) + TITLE:
                continue
            before = said.partition(title)[0]
            if before and is_of_another_time(before, year):
                yield Remark(
                    "reading.other_year",
                    f"{table.name}的标题印作“{line}”，表中的数字可能是别的年度的，"
                    "也可能是标题有误，请对照原文核定。",
                    table.table,
                )
            elif before and _is_other(before, agency):
                yield Remark(
                    "reading.note",
                    f"{table.name}的标题印作“{line}”，表中的数字可能是“{before}”的，"
                    "也可能是本机关的，请对照原文核定。",
                    table.table,
                )


def _is_other(name: str, agency: str | None) -> bool:
    """Whether a name is that of another body than the report's."""
    if agency is None or kind_of_agency(name) is None:
        return False
    return not is_one_body(name, agency)
