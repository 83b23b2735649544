"""Which pictures the quality report shows: for each finding the table and the cells in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from expectations.checks import Cell
from expectations.finding import Finding
from expectations.wording import cell_name
from gongkai.form import FormTable, forms
from gongkai.number import plain
from gongkai.report import Box, Figure, Report

ROOM = Path(__file__).parent.parent

PAGE_EDGE = 12.0
"""Points shown above and below a place that lies in no table."""

PAGE_WIDTH = 10_000.0
"""Points, more than any page has: beside a place that lies in no table all of it is shown."""

APART = 6.0
"""Points between two rows that are more than a rule: a heading stands there."""

WORTH_CUTTING = 0.75
"""A table is cut to the rows concerned where they and their headings are less of it than this."""

MOST_NAMED = 6
"""So many of the boxed cells an alternative text names."""


@dataclass(frozen=True)
class _Place:
    """Where something stands, and for a cell what it is called and what is printed in it."""

    page: int
    box: Box
    said: str = ""


@dataclass(frozen=True)
class Picture:
    """A part of a page with some cells boxed.

    Attributes:
        name: derived from all it shows and how it is drawn, so the same picture is drawn once.
        alt: what it shows, for who does not see it.
        bands: the parts of the page, from the top: a whole table, or its headings and the
            rows concerned with what is between them left out.
        boxes: what to box, in points from the top left of the page.
        last: it is of the report on the year before.
    """

    name: str
    page: int
    caption: str
    alt: str
    bands: tuple[Box, ...]
    boxes: tuple[Box, ...]
    last: bool = False

    def drawn_to(self, target: Path) -> dict[str, Any]:
        """What a worker needs to draw it."""
        return {"bands": self.bands, "boxes": self.boxes, "target": str(target)}


def figures_of(report: Report | None) -> dict[Cell, Figure]:
    """The figures of a report by cell; none where there is no report."""
    if report is None:
        return {}
    return {(f.table, f.item, f.measure): f for f in report.reading.figures}


def pictures(report: Report, finding: Finding, last: Report | None = None) -> Iterator[Picture]:
    """The pictures of one finding, a page and table each, in page order.

    Only what fails is shown; a blank that keeps a check from being made is named.

    Args:
        report: the report the finding is about.
        finding: one of its findings.
        last: the same agency's report on the year before, whose cells are shown from there.
    """
    if finding.outcome != "fail":
        return
    own = [part.cell for part in finding.parts if not part.last]
    marked = [_Place(page, box) for page, box in finding.places]
    yield from _shown(report, [*_placed(report, own), *marked], is_last=False)
    before = [part.cell for part in finding.parts if part.last]
    if last is not None and before:
        yield from _shown(last, _placed(last, before), is_last=True)


def last_name(year: int | None) -> str:
    """`上年（2022 年）报告`: the report on the year before, from the report year."""
    return "上年报告" if year is None else f"上年（{year - 1} 年）报告"


def printed(figure: Figure) -> str:
    """What a cell holds, with the words for a cell that holds no number."""
    said = plain(figure.value) if figure.value is not None else figure.raw
    return {"number": said, "blank": said or "（空）", "absent": "（原文没有此格）"}[figure.state]


def _placed(report: Report, cells: Iterable[Cell]) -> list[_Place]:
    form = forms()[str(report.reading.form)]
    where = figures_of(report)
    return [
        _Place(figure.page, figure.box, f"{cell_name(form, cell)} {printed(figure)}")
        for cell in cells
        if (figure := where.get(cell)) is not None
        and figure.page is not None
        and figure.box is not None
    ]


def _shown(report: Report, places: Sequence[_Place], is_last: bool) -> Iterator[Picture]:
    """A picture per page and part of a table, and per place that lies in no table."""
    shown: dict[tuple[int, Box, str], list[_Place]] = {}
    for place in places:
        table, region = _region(report, place)
        shown.setdefault((place.page, region, table), []).append(place)
    for (page, region, table), own in sorted(shown.items(), key=lambda entry: entry[0]):
        boxes = tuple(dict.fromkeys(place.box for place in own))
        bands = _bands(report, page, table, region, boxes) if table else (region,)
        yield _picture(report, page, table, bands, boxes, own, is_last)


def _region(report: Report, place: _Place) -> tuple[str, Box]:
    """The table a box lies in and its part on the page; or none, and the lines it stands in."""
    box = place.box
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    for table, parts in report.reading.regions.items():
        for number, region in parts:
            inside = region[0] <= middle[0] <= region[2] and region[1] <= middle[1] <= region[3]
            if number == place.page and inside:
                return table, region
    return "", (0.0, max(box[1] - PAGE_EDGE, 0.0), PAGE_WIDTH, box[3] + PAGE_EDGE)


def _bands(
    report: Report, page: int, table: str, region: Box, boxes: Sequence[Box]
) -> tuple[Box, ...]:
    """The headings of a table and the rows of some cells; all of it where they are most of it.

    What stands above the first row, or between two rows where there is more than a rule, is
    a heading of the rows below it.
    """
    form = forms()[str(report.reading.form)]
    rows = sorted(
        (anchor.box[1], anchor.box[3])
        for anchor in report.reading.anchors
        if (anchor.table, anchor.page) == (table, page)
        and region[1] <= (anchor.box[1] + anchor.box[3]) / 2 <= region[3]
    )
    middles = [(box[1] + box[3]) / 2 for box in boxes]
    concerned = [row for row in rows if any(row[0] <= middle <= row[1] for middle in middles)]
    if any(not any(top <= middle <= foot for top, foot in rows) for middle in middles):
        return (region,)
    feet = [region[1], *(foot for _, foot in rows)]
    headings = [
        (above, top) for above, (top, _) in zip(feet, rows, strict=False) if top - above > APART
    ]
    over = [[one for one in headings if one[1] <= row[0] + 1][-1:] for row in concerned]
    of_all = headings[:1] if _has_one_heading(form.table[table]) else []
    spans = _joined([*of_all, *(one for found in over for one in found), *concerned])
    if sum(foot - top for top, foot in spans) > WORTH_CUTTING * (region[3] - region[1]):
        return (region,)
    return tuple((region[0], top, region[2], foot) for top, foot in spans)


def _has_one_heading(table: FormTable) -> bool:
    """Whether the columns mean the same in every row, so that one heading is that of all."""
    return len(table.cells) == len(table.items) * len(table.measures)


def _joined(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans from the top, those that touch made one."""
    joined: list[tuple[float, float]] = []
    for top, foot in sorted(spans):
        if joined and top - joined[-1][1] <= APART:
            joined[-1] = (joined[-1][0], max(foot, joined[-1][1]))
        else:
            joined.append((top, foot))
    return joined


def _picture(
    report: Report,
    page: int,
    table: str,
    bands: tuple[Box, ...],
    boxes: tuple[Box, ...],
    places: Sequence[_Place],
    is_last: bool,
) -> Picture:
    shown = json.dumps([report.document.sha256, page, bands, boxes, _way_of_drawing()])
    name = hashlib.sha256(shown.encode()).hexdigest()[:32]
    caption = f"原文第 {page} 页"
    if table:
        caption = f"{forms()[str(report.reading.form)].table[table].name}，{caption}"
    if len(bands) > 1:
        caption += "（只截取表头和所涉各行）"
    if is_last:
        year = None if report.year is None else report.year + 1
        caption = f"{last_name(year)}：{caption}"
    return Picture(name, page, caption, _alt(caption, places), bands, boxes, is_last)


@lru_cache(maxsize=1)
def _way_of_drawing() -> str:
    """A digest of the code that draws."""
    return hashlib.sha256((ROOM / "picture.py").read_bytes()).hexdigest()


def _alt(caption: str, places: Sequence[_Place]) -> str:
    """The caption with the boxed cells and what is printed in them."""
    named = [place.said for place in places if place.said]
    if not named:
        return f"{caption}的截图"
    more = f"等 {len(named)} 格" if len(named) > MOST_NAMED else ""
    return f"{caption}的截图，红框内为{'；'.join(named[:MOST_NAMED])}{more}"
