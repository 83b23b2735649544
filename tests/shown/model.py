"""What a hostile input is, and the sound report that it is made of."""

from dataclasses import dataclass, field
from random import Random
from typing import Final, Literal

from tests.press.documents import PLAIN, REPORT
from tests.press.form_2021 import APPLICATIONS, DISCLOSURE, REVIEW, CellKey
from tests.press.model import Layout, PrintedReport
from tests.press.prose import official_prose
from tests.press.random_reports import random_figures

YEAR: Final = 2024
MARK: Final = "9081"
"""Stands in the changed cells until the change is made."""

Where = Literal["alone", "applications", "review"]
"""A figure that no sum binds; one of table 三 with all its totals; one of table 四 with its total."""


@dataclass(frozen=True)
class Hostile:
    """An input, and what a person sees in the cells in which it was changed."""

    name: str
    suffix: str
    content: bytes
    shown: str | None
    """The digits; empty for an empty cell; None where no number can be said with certainty."""
    why: str
    assets: dict[str, bytes] = field(default_factory=dict)
    """Files that lie beside the page, in the folder `<name>_assets`."""
    agency: str = ""
    cells: tuple[CellKey, ...] = ()
    """Where the figure is printed; the first one is judged, the others are the same."""
    kind: str = ""
    """The module it comes from."""
    spot: tuple[int, float, float] = (0, 0, 0)
    """PDF: the page and the place on it, from the lower left corner."""


_ALONE: Final[tuple[CellKey, ...]] = (
    (DISCLOSURE, "normative_documents", "issued"),
    (DISCLOSURE, "licensing", "decisions"),
    (DISCLOSURE, "penalty", "decisions"),
    (DISCLOSURE, "normative_documents", "repealed"),
    (DISCLOSURE, "coercion", "decisions"),
    (DISCLOSURE, "regulations", "issued"),
    (DISCLOSURE, "normative_documents", "in_force"),
)
_LEAVES: Final = ("3.1", "3.2", "3.3.7", "3.4.1", "3.5.1", "3.3.2", "3.4.3")
_PERSONS: Final = ("natural_person", "business", "legal_service", "other_organisation", "research")
_CASES: Final = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
_RESULTS: Final = ("upheld", "corrected", "other", "pending")


def agency_of(number: int) -> str:
    """Every input is another agency's, so that one run judges all."""
    return f"示例市第{number:03d}局"


def places(number: int, where: Where) -> tuple[CellKey, ...]:
    """The cells that are changed: one, or one with every total that it goes into."""
    if where == "alone":
        return (_ALONE[number % len(_ALONE)],)
    if where == "review":
        item = _CASES[number % len(_CASES)]
        return (REVIEW, item, _RESULTS[number % len(_RESULTS)]), (REVIEW, item, "total")
    leaf, person = _LEAVES[number % len(_LEAVES)], _PERSONS[number % len(_PERSONS)]
    return tuple(
        (APPLICATIONS, item, measure)
        for item in (leaf, "1", "3.7")
        for measure in (person, "total")
    )


def report(number: int, cells: tuple[CellKey, ...], layout: Layout = PLAIN) -> PrintedReport:
    """A sound report with the mark in some cells; where these have totals, nothing else counts."""
    figures = random_figures(Random(f"shown/{number}"), scale=40)
    table, item, _ = cells[0]
    for key in figures:
        if table == APPLICATIONS == key[0] or (table == REVIEW and key[:2] == (table, item)):
            figures[key] = "0"
    agency = agency_of(number)
    prose = official_prose(agency, YEAR, figures)
    marked = {**figures, **dict.fromkeys(cells, MARK)}
    title = (agency, f"{YEAR}{REPORT}")
    return PrintedReport(agency, YEAR, title, marked, prose=prose, layout=layout)


class Digits:
    """The digits of one input, put where its templates have `{A}`, `{H}`, `{B}` and the like.

    `{A}{B}` is a number, `{A}{H}{B}` another; `{S}` is a number of three digits, `{1}{2}{3}`,
    and `{R}` the same in turned order; `{T}` is another number of three digits.
    """

    def __init__(self, name: str) -> None:
        rng = Random(f"digits/{name}")
        first, second, third, hidden, fourth = rng.sample("123456789", 5)
        self.values = {
            "{A}": first + second,
            "{B}": third,
            "{H}": hidden,
            "{S}": first + second + third,
            "{R}": third + second + first,
            "{1}": first,
            "{2}": second,
            "{3}": third,
            "{T}": hidden + fourth + first,
        }

    def fill(self, template: str) -> str:
        """The template with the digits."""
        for sign, digits in self.values.items():
            template = template.replace(sign, digits)
        return template
