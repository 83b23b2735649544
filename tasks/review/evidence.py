"""Which pictures the quality report shows: for each finding the table and the cells in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from expectations.checks import Cell
from expectations.finding import Finding
from gongkai.form import forms
from gongkai.report import Box, Figure, Report

PAGE_EDGE = 12.0
"""Points shown around a place that lies in no table."""

Place = tuple[int, Box]


@dataclass(frozen=True)
class Picture:
    """A part of a page with some cells boxed.

    Attributes:
        name: derived from all it shows, so the same picture is drawn once.
        boxes: what to box, in points from the top left of the page.
        last: it is of the report on the year before.
    """

    name: str
    page: int
    caption: str
    crop: Box
    boxes: tuple[Box, ...]
    last: bool = False

    def drawn_to(self, target: Path) -> dict[str, Any]:
        """What a worker needs to draw it."""
        return {"crop": self.crop, "boxes": self.boxes, "target": str(target)}


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
    yield from _shown(report, [*_placed(report, own), *finding.places], is_last=False)
    before = [part.cell for part in finding.parts if part.last]
    if last is not None and before:
        yield from _shown(last, _placed(last, before), is_last=True)


def last_name(year: int | None) -> str:
    """`上年（2022 年）报告`: the report on the year before, from the report year."""
    return "上年报告" if year is None else f"上年（{year - 1} 年）报告"


def _placed(report: Report, cells: Iterable[Cell]) -> list[Place]:
    where = figures_of(report)
    figures = (where[cell] for cell in cells if cell in where)
    return [(f.page, f.box) for f in figures if f.page is not None and f.box is not None]


def _shown(report: Report, places: Sequence[Place], is_last: bool) -> Iterator[Picture]:
    shown: dict[tuple[int, Box, str], dict[Box, None]] = {}
    for page, box in places:
        crop, caption = _crop(report, page, box)
        shown.setdefault((page, crop, caption), {})[box] = None
    for (page, crop, caption), boxes in sorted(shown.items()):
        yield _picture(report, page, caption, crop, tuple(boxes), is_last)


def _crop(report: Report, page: int, box: Box) -> tuple[Box, str]:
    """The part of a table a box lies in, or the box with some of the page around it."""
    form = forms()[str(report.reading.form)]
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    for table, parts in report.reading.regions.items():
        for number, region in parts:
            inside = region[0] <= middle[0] <= region[2] and region[1] <= middle[1] <= region[3]
            if number == page and inside:
                return region, f"{form.table[table].name}，原文第 {page} 页"
    edge = PAGE_EDGE
    return (box[0] - edge, box[1] - edge, box[2] + edge, box[3] + edge), f"原文第 {page} 页"


def _picture(
    report: Report, page: int, caption: str, crop: Box, boxes: tuple[Box, ...], is_last: bool
) -> Picture:
    shown = json.dumps([report.document.sha256, page, crop, boxes])
    name = hashlib.sha256(shown.encode()).hexdigest()[:32]
    if is_last:
        year = None if report.year is None else report.year + 1
        caption = f"{last_name(year)}：{caption}"
    return Picture(name, page, caption, crop, boxes, is_last)
