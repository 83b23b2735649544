"""Which pictures the quality report shows: for each finding the table and the cells in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from expectations.findings import Finding
from gongkai.form import forms
from gongkai.report import Box, Report

PAGE_EDGE = 12.0
"""Points shown around a place that lies in no table."""


@dataclass(frozen=True)
class Picture:
    """A part of a page with some cells boxed.

    Attributes:
        name: derived from all it shows, so the same picture is drawn once.
        boxes: what to box, in points from the top left of the page.
    """

    name: str
    page: int
    caption: str
    crop: Box
    boxes: tuple[Box, ...]

    def drawn_to(self, target: Path) -> dict[str, Any]:
        """What a worker needs to draw it."""
        return {"crop": self.crop, "boxes": self.boxes, "target": str(target)}


def pictures(report: Report, finding: Finding) -> Iterator[Picture]:
    """The pictures of one finding, a page and table each, in page order.

    Only what fails is shown; a blank that keeps a check from being made is named.
    """
    if finding.outcome != "fail":
        return
    where = {(f.table, f.item, f.measure): f for f in report.reading.figures}
    cells = [where[part.cell] for part in finding.parts if part.cell in where]
    places = [(f.page, f.box) for f in cells if f.page is not None and f.box is not None]
    places.extend(finding.places)
    shown: dict[tuple[int, Box, str], dict[Box, None]] = {}
    for page, box in places:
        crop, caption = _crop(report, page, box)
        shown.setdefault((page, crop, caption), {})[box] = None
    for (page, crop, caption), boxes in sorted(shown.items()):
        yield _picture(report, page, caption, crop, tuple(boxes))


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


def _picture(report: Report, page: int, caption: str, crop: Box, boxes: Sequence[Box]) -> Picture:
    shown = json.dumps([report.document.sha256, page, crop, boxes])
    name = hashlib.sha256(shown.encode()).hexdigest()[:32]
    return Picture(name, page, caption, crop, tuple(boxes))
