"""Varied reports of each form, set so that they can be scanned, and made into other files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, Final

from tests.press.figures import published_figures
from tests.press.form_2021 import CellKey
from tests.press.forms import FormName
from tests.press.model import Layout, PrintedReport
from tests.press.prose import official_prose
from tests.press.random_2014 import random_cumulative
from tests.press.random_2019 import signed
from tests.press.random_reports import (
    ORGANS,
    PLACES,
    YEARS,
    Cells,
    Style,
    printed_cells,
    random_figures,
)

REPORT: Final = "年政府信息公开工作年度报告"
PLAIN: Final = Layout(
    margins=(72, 62, 72, 62),
    body_size=14,
    table_size=9.5,
    row_height=19,
    label_widths=(0.06, 0.15, 0.31),
    border_width=0.6,
)
"""What a layout is where nothing else is said."""
PLAIN_2014: Final = replace(PLAIN, row_height=17)


@dataclass(frozen=True)
class Document:
    """How one report is made; `layout` holds what differs from the plain layout."""

    scale: int = 60
    style: Style = "plain"
    zero: str = "0"
    sign: str = "minus"
    """How changes of the 2019 form are printed."""
    layout: Mapping[str, Any] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[CellKey, str] = field(default_factory=dict)
    leave_out: tuple[str, ...] = ()
    """Items that this report does not print."""
    published: str = ""
    """Real figures to print, from the folder `figures`."""
    one_row: bool = False


WIDE: Final = {"table_size": 8.5, "label_widths": (0.05, 0.12, 0.26)}
"""For numbers of five digits and more."""
_HELVETICA: Final = {"digit_font": "Helvetica"}
_TIMES: Final = {"digit_font": "Times-Roman"}
_DOCUMENTS: Final[dict[FormName, tuple[Document, ...]]] = {
    "2021": (
        Document(900),
        Document(60, zero="", layout={**_TIMES, "shading": "#D9D9D9"}),
        Document(12_000, "thousands", zero="/", layout={**WIDE, "header": "total_apart"}),
        Document(9, zero="—", layout=_HELVETICA, one_row=True),
        Document(published="suqian_2024", layout={**_TIMES, "table_size": 9}),
        Document(200, layout={"stub": "pairs", "blocks": "half", "border_width": 1}),
        Document(2, layout={"repeat_header": True}),
        Document(400, zero="无", layout={"number_align": "right", "table_size": 10}),
    ),
    "2019": (
        Document(60),
        Document(published="pingtan_2020", layout=_TIMES),
        Document(900, zero="/", sign="words", layout={"blocks": "half"}),
        Document(published="shanghai_office_2019"),
        Document(200, zero="", sign="wide", layout={**_HELVETICA, "shading": "#D9D9D9"}),
        Document(12_000, "thousands", sign="plus", layout={**WIDE, "blocks": "uneven"}),
        Document(40, zero="—", sign="slip", layout={"header": "total_apart", "border_width": 1}),
    ),
    "2014": (
        Document(60),
        Document(900, layout={"statistics": "numbered"}),
        Document(200, zero="", layout={"statistics": "cumulative", **_TIMES}),
        Document(12_000, "thousands", zero="/", layout={"indent": False, "group_sign": ""}),
        Document(
            9,
            layout={"shading": "#D9D9D9", **_HELVETICA},
            leave_out=("1.2.3", "2.2.1.a", "2.2.2.a", "8.1", "8.4", "9.1", "9.2", "9.3"),
        ),
        Document(400, zero="—", layout={"number_align": "right", "table_size": 10}),
    ),
}


def documents(form: FormName, seed: int = 0) -> Iterator[PrintedReport]:
    """Reports of a form in all magnitudes and manners; the same ones for the same seed."""
    for number, document in enumerate(_DOCUMENTS[form]):
        place = f"documents/{form}/{number}" + (f"/{seed}" if seed else "")
        yield made(form, document, place, number + seed)


def made(form: FormName, document: Document, seed: str, number: int) -> PrintedReport:
    """The report of a document.

    Args:
        form: The form it follows.
        document: How it is made.
        seed: Where its figures come from.
        number: Chooses its agency and year.
    """
    rng = Random(seed)
    figures = _figures(rng, form, document)
    for key in [key for key in figures if key[1] in document.leave_out]:
        del figures[key]
    cells: Cells = printed_cells(figures, document.style, document.zero)
    cells = {
        key: signed(text, document.sign) if key[2] == "change" and text else text
        for key, text in cells.items()
    }
    agency = f"示例市{PLACES[number % len(PLACES)]}{ORGANS[number % len(ORGANS)]}"
    first, last = YEARS[form]
    year = first + number % (last - first + 1)
    return PrintedReport(
        agency,
        year,
        (agency, f"{year}{REPORT}"),
        {**cells, **document.cells},
        labels=document.labels,
        prose=official_prose(agency, year, figures, form),
        layout=replace(PLAIN_2014 if form == "2014" else PLAIN, **document.layout),
        form=form,
        cumulative=random_cumulative(rng, figures) if form == "2014" else {},
    )


def _figures(rng: Random, form: FormName, document: Document) -> dict[CellKey, str]:
    if document.published:
        return published_figures(document.published)
    return random_figures(rng, scale=document.scale, other_as_one_row=document.one_row, form=form)
