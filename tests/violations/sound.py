"""Sound reports: figures that keep every rule, of the size of published ones, printed at random."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random

from gongkai.form import Form, forms
from tests.expectations.invented import report as table_three
from tests.press.form_2021 import CellKey
from tests.press.lettering import SONG
from tests.press.model import PrintedReport, Prose
from tests.press.prose import PROBLEMS, preface
from tests.press.prose_2014 import old_prose
from tests.press.random_2014 import random_statistics
from tests.press.random_reports import random_layout

P, A, R, S = "proactive_disclosure", "applications", "review_litigation", "statistics"
AGENCIES = ("示例市青禾区教育局", "示例市云溪县审计局", "示例市白石县民政局", "示例市望江县水利局")
CITY = "示例市人民政府"


@dataclass(frozen=True)
class Given:
    """A report to be printed.

    Attributes:
        numbers: by cell; a cell that is left out is not printed.
        texts: by cell, what is printed instead of the number.
        sentences: of part 一; in a 2014 report beside those that say its numbers.
        says: by cell, what the prose of a 2014 report says instead of the number.
        labels: headings printed instead of the form's.
        day: it was published on, as in a sidecar.
        scanned: whether its pages are pictures.
    """

    agency: str
    year: int
    form: str
    numbers: Mapping[CellKey, int]
    sentences: tuple[str, ...] = ()
    texts: Mapping[CellKey, str] = field(default_factory=dict)
    preface: str = ""
    problems: tuple[str, ...] = PROBLEMS
    other: tuple[str, ...] = ("本年度未收取政府信息公开信息处理费。无其他需要报告的事项。",)
    says: Mapping[CellKey, int] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    day: str = ""
    scanned: bool = False

    def printed(self, rng: Random) -> PrintedReport:
        """The report in a random layout."""
        cells = {key: str(value) for key, value in self.numbers.items()} | dict(self.texts)
        name = f"{self.agency}{self.year}年政府信息公开工作年度报告"
        if self.form == "2014":
            said = {key: str(value) for key, value in self.says.items()}
            prose = old_prose(self.agency, self.year, cells | said)
            parts = ((*prose.parts[0], *self.sentences), *prose.parts[1:])
            prose = replace(prose, parts=parts)
            layout = random_layout(rng, cells, "2014")
            layout = replace(layout, statistics="three", body_font=SONG)
            return PrintedReport(self.agency, self.year, (name,), cells, {}, prose, layout, "2014")
        prose = Prose(
            preface=(self.preface or preface(self.agency, self.year, self.form),),
            overview=self.sentences or ("认真贯彻落实条例，扎实推进政府信息公开工作。",),
            problems=self.problems,
            other=self.other,
        )
        # The press's own font has not every character; the unembedded one has.
        layout = replace(
            random_layout(rng, cells, self.form),
            breaks=(),
            body_font=SONG,
            digit_font=rng.choice(("Times-Roman", "Helvetica")),
        )
        return PrintedReport(
            self.agency, self.year, (name,), cells, self.labels, prose, layout, self.form
        )

    def changed(self, changes: Mapping[CellKey, int]) -> Given:
        """The report with some numbers set."""
        return replace(self, numbers={**self.numbers, **changes})

    def plus(self, *cells: CellKey, by: int = 1) -> Given:
        """The report with something added to some numbers."""
        return self.changed({cell: self.numbers[cell] + by for cell in cells})

    def answered(self, item: str, measure: str, by: int = 1) -> Given:
        """The report with so many more requests of an applicant that ended so, all added up."""
        return self.plus(
            *[(A, i, m) for i in (item, "3.7", "1") for m in (measure, "total")], by=by
        )


def sound(rng: Random, form: str, agency: str = "", year: int = 0) -> Given:
    """A report that keeps every rule within one report."""
    agency = agency or rng.choice(AGENCIES)
    declared = forms()[form]
    year = year or rng.randint(declared.since + 1, min(declared.until or 2025, 2025))
    if form == "2014":
        day = f"{year + 1}-01-{rng.randint(8, 30):02d}"
        figures = random_statistics(rng, rng.choice((20, 200, 2000)))
        counts = {cell: int(said) for cell, said in figures.items() if "." not in said}
        amounts = {cell: said for cell, said in figures.items() if "." in said}
        return Given(agency, year, form, counts, texts=amounts, day=day)
    numbers: dict[CellKey, int] = dict(table_three(declared, rng))
    numbers.update(_table_four(declared, rng))
    numbers.update(_disclosure(form, rng))
    return Given(agency, year, form, numbers, day=f"{year + 1}-01-{rng.randint(8, 30):02d}")


def _table_four(form: Form, rng: Random) -> dict[CellKey, int]:
    made: dict[CellKey, int] = {}
    for item in form.table[R].item:
        parts = {m: rng.choice((0, 0, 1, rng.randint(0, 20))) for m in form.table[R].measure}
        parts["total"] = sum(value for m, value in parts.items() if m != "total")
        made |= {(R, item, m): value for m, value in parts.items()}
    return made


def _disclosure(form: str, rng: Random) -> dict[CellKey, int]:
    issued, repealed, kept = rng.randint(0, 9), rng.randint(0, 5), rng.randint(0, 80)
    if form == "2021":
        return {
            **{(P, "regulations", m): 0 for m in ("issued", "repealed", "in_force")},
            (P, "normative_documents", "issued"): issued,
            (P, "normative_documents", "repealed"): repealed,
            (P, "normative_documents", "in_force"): kept + issued,
            **{
                (P, i, "decisions"): rng.randint(0, 999)
                for i in ("licensing", "penalty", "coercion")
            },
            (P, "fees", "amount"): rng.randint(1, 500),
        }
    made = {(P, "regulations", m): 0 for m in ("made", "disclosed", "disclosed_total")}
    made |= {
        (P, "normative_documents", "made"): issued,
        (P, "normative_documents", "disclosed"): issued,
        (P, "normative_documents", "disclosed_total"): issued + kept,
    }
    for item in ("licensing", "other_services", "penalty", "coercion", "fees"):
        made[P, item, "prior_year_items"] = rng.randint(5, 90)
        made[P, item, "change"] = rng.randint(-5, 5)
        if item != "fees":
            made[P, item, "decisions"] = rng.randint(0, 999)
    return made | {(P, "procurement", "projects"): 3, (P, "procurement", "amount"): 12}


def before(rng: Random, report: Given) -> Given:
    """The same agency's report on the year before, such that both go together."""
    last = sound(rng, report.form, report.agency, report.year - 1)
    numbers = dict(last.numbers)
    for measure in forms()[report.form].table[A].measure:
        carried = report.numbers[A, "2", measure]
        numbers[A, "1", measure] += carried - numbers[A, "4", measure]
        numbers[A, "4", measure] = carried
    if any(numbers[A, "1", m] < 0 for m in forms()[report.form].table[A].measure):
        return before(rng, report)
    if report.form == "2021":
        now = {
            m: report.numbers[P, "normative_documents", m]
            for m in ("issued", "repealed", "in_force")
        }
        stock = now["in_force"] - now["issued"] + now["repealed"]
        numbers[P, "normative_documents", "in_force"] = stock
        numbers[P, "normative_documents", "issued"] = min(stock, 3)
        numbers[P, "normative_documents", "repealed"] = 0
    else:
        for item in ("licensing", "other_services", "penalty", "coercion", "fees"):
            numbers[P, item, "prior_year_items"] = report.numbers[P, item, "prior_year_items"]
            numbers[P, item, "change"] = 0
    return replace(last, numbers=numbers)
