"""What stands in a printed report from its title to its last line, for all producers."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.press.form_2021 import DISCLOSURE
from tests.press.grid import (
    Grid,
    applications_tables,
    disclosure_grid,
    glued_grid,
    plain_grid,
    review_grid,
)
from tests.press.model import PrintedReport
from tests.press.statistics_grid import statistics_grid


@dataclass(frozen=True)
class Title:
    """The report's title."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Heading:
    """The heading of a part; `before` is the word processor's space above it."""

    text: str
    before: float = 0


@dataclass(frozen=True)
class Words:
    """Paragraphs; `above` names the table whose pushes follow them."""

    texts: tuple[str, ...]
    above: str = ""


@dataclass(frozen=True)
class Table:
    """A table with what stands above it and must not be parted from it."""

    grid: Grid
    heading: str = ""
    centred: bool = False
    """Whether the heading is a title of the table rather than that of a part."""


@dataclass(frozen=True)
class NewPage:
    """The next block begins a page."""


Block = Title | Heading | Words | Table | NewPage


def flow(report: PrintedReport) -> Iterator[Block]:
    """The blocks of a report in order."""
    yield Title(report.title_lines)
    yield Words(report.prose.preface)
    if report.form == "2014":
        yield from _old_parts(report)
    else:
        yield from _parts(report)
    if last := list(_extras(report, "end")):
        yield NewPage()
        yield from last


def _parts(report: PrintedReport) -> Iterator[Block]:
    """The six parts with tables 二, 三 and 四."""
    prose, layout = report.prose, report.layout
    yield Heading(report.label("section.1"))
    yield Words(prose.overview, above=DISCLOSURE)
    if prose.statistics:
        yield Table(plain_grid(prose.statistics))
    yield from _extras(report, "section.2")
    yield Table(disclosure_grid(report), report.label("section.2"))
    yield from _extras(report, "section.3")
    if layout.glued:
        yield Table(glued_grid(report))
    else:
        heading = report.label("section.3")
        for grid in applications_tables(report):
            yield Table(grid, heading)
            heading = ""
        yield from _extras(report, "section.4")
        yield Table(review_grid(report), report.label("section.4"))
    yield Words((prose.review_note,) if prose.review_note else ())
    yield from _extras(report, "section.5")
    yield Heading(report.label("section.5"), before=6)
    yield Words(prose.problems)
    yield Heading(report.label("section.6"))
    yield Words(prose.other)


def _old_parts(report: PrintedReport) -> Iterator[Block]:
    """The six parts of the reports before 2019 and their table at the end."""
    for section, texts in zip(report.official.parts, report.prose.parts, strict=True):
        yield from _extras(report, section)
        yield Heading(report.label(section))
        yield Words(texts)
    yield NewPage()
    yield Heading(report.label("appendix"))
    if report.prose.filler:
        yield Words((report.prose.filler,))
    yield Table(statistics_grid(report), report.label("table"), centred=True)
    yield Words(report.prose.signatures)


def _extras(report: PrintedReport, above: str) -> Iterator[Block]:
    for extra in report.extras:
        if extra.above == above:
            yield Table(plain_grid(extra.rows), extra.caption, centred=True)
