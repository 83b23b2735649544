"""Invented sound reports, few pages long; the name of a document is its seed."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any, Final

from tests.press.documents import REPORT
from tests.press.model import Layout, PrintedReport
from tests.press.prose import official_prose
from tests.press.random_reports import ORGANS, PLACES, Style, printed_cells, random_figures

YEARS: Final = (2021, 2025)
ZEROS: Final = ("0", "0", "", "/", "—", "0", "无")
SCALES: Final = (9, 60, 60, 200, 900)
NARROW: Final = Layout(
    margins=(56, 54, 50, 54),
    body_size=12,
    table_size=9,
    row_height=17,
    header_row_height=19,
    label_widths=(0.06, 0.14, 0.30),
    border_width=0.6,
)
"""The layout where nothing else is said: three to five pages."""


def varied(name: str) -> dict[str, Any]:
    """What differs from `NARROW` by chance, so that pages end at other rows."""
    rng = Random(f"producers/layout/{name}")
    side = rng.uniform(46, 60)
    return {
        "margins": (rng.uniform(48, 80), side, rng.uniform(44, 90), side),
        "body_size": rng.choice((11, 12, 12, 14)),
        "table_size": rng.choice((8, 8.5, 9)),
        "row_height": rng.uniform(14, 20),
        "header_row_height": rng.uniform(16, 22),
        "border_width": rng.choice((0.4, 0.5, 0.75, 1)),
        "number_align": rng.choice(("center", "center", "right")),
    }


def invented(
    name: str,
    *,
    scale: int | None = None,
    zero: str | None = None,
    style: Style = "plain",
    layout: Mapping[str, Any] | None = None,
    labels: Mapping[str, str] | None = None,
    one_row: bool = False,
) -> PrintedReport:
    """A sound report of the 2021 form.

    Args:
        name: The seed.
        scale: Magnitude of the figures; by chance if not given.
        zero: What is printed for nothing; by chance if not given.
        style: How numbers are printed.
        layout: What differs from `NARROW`.
        labels: Labels printed otherwise than the form has them, by their ids.
        one_row: Whether （六）其他处理 is one row.
    """
    rng = Random(f"producers/{name}")
    size = scale or rng.choice(SCALES)
    nothing = rng.choice(ZEROS) if zero is None else zero
    figures = random_figures(rng, scale=size, other_as_one_row=one_row)
    agency = f"示例市{rng.choice(PLACES)}{rng.choice(ORGANS)}"
    year = rng.randint(*YEARS)
    prose = official_prose(agency, year, figures)
    return PrintedReport(
        agency,
        year,
        (agency, f"{year}{REPORT}"),
        printed_cells(figures, style, nothing),
        labels=labels or {},
        prose=replace(prose, problems=prose.problems[:1]),
        layout=replace(NARROW, **(layout or {})),
    )
