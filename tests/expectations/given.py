"""Reports made of a few numbers, and the rule book over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from expectations.agencies import Family
from expectations.batch import Batch, batch_of
from expectations.finding import Finding
from expectations.findings import Judged, Noted, check_batch
from expectations.outcomes import NAMES
from expectations.verdict import Judge, comparisons
from gongkai.form import Form, forms
from gongkai.report import Figure, Prose, Remark, Statement

Printed = Mapping[tuple[str, str, str], str]

A, R, P, S = "applications", "review_litigation", "proactive_disclosure", "statistics"
COUNT = "count"
NEW, RESULT = (A, "1", "natural_person"), (A, "3.1", "natural_person")
CONSISTENT: Printed = {
    NEW: "22",
    (A, "1", "total"): "22",
    RESULT: "22",
    (A, "3.1", "total"): "22",
    (A, "3.7", "natural_person"): "22",
    (A, "3.7", "total"): "22",
}


def figures(form: Form, printed: Printed) -> list[Figure]:
    """A report whose cells are all 0 but for those given; `blank` and `absent` are states."""
    made = []
    for table, item, measure in form.cells():
        absent = item == "3.6" and "3.6.1" in form.table[table].item
        said = printed.get((table, item, measure), "absent" if absent else "0")
        state = said if said in ("blank", "absent") else "number"
        value = Decimal(said) if state == "number" else None
        unit = form.table[table].unit(item, measure)
        made.append(Figure(table, item, measure, state, value, unit, "", None, None))
    return made


def without(form: Form, table: str, state: str = "absent") -> dict[tuple[str, str, str], str]:
    """A table that the document does not have, or that is blank."""
    return {cell: state for cell in form.cells() if cell[0] == table}


@dataclass(frozen=True)
class Given:
    """One report, and what else is known."""

    printed: Printed
    year: int = 2023
    last: Printed | None = None
    last_form: str = ""
    statements: Sequence[Statement] = ()
    reasons: Sequence[str] = ()
    remarks: Sequence[Remark] = ()
    children: Mapping[str, Mapping[tuple[str, str, str], float]] | None = None
    missing: tuple[str, ...] = ()
    complete: bool = False
    form: str = "2021"


@dataclass(frozen=True)
class Outcome:
    """What came of some reports."""

    batch: Batch
    judged: Judged
    found: tuple[Finding, ...] = field(default=())

    def of(self, rule: str, row: int = 0) -> str:
        """The outcome of a rule on a report."""
        return NAMES[self.judged.marks[rule][row]]


def checked(*reports: Given, judge: Judge = comparisons) -> Outcome:
    """Run the rule book over reports that are all on the form of the first."""
    form = forms()[reports[0].form]
    index = [f"r{number}" for number in range(len(reports))]
    last = [
        None if r.last is None else figures(forms()[r.last_form or r.form], r.last) for r in reports
    ]
    batch = batch_of(
        form, index, [figures(form, r.printed) for r in reports], [r.year for r in reports], last
    )
    noted = {
        name: Noted(
            r.remarks,
            Prose(tuple(r.statements), tuple((sentence, 1) for sentence in r.reasons)),
        )
        for name, r in zip(index, reports, strict=True)
    }
    families = [
        Family(row, r.children, r.missing, r.complete)
        for row, r in enumerate(reports)
        if r.children is not None
    ]
    judged = check_batch(form, batch, noted, families, judge)
    return Outcome(batch, judged, judged.findings)


def findings(form: Form, *reports: Printed) -> list[Finding]:
    """Findings of reports of which nothing else is known."""
    given = [Given(printed, 2023, printed_before(printed), form=form.form) for printed in reports]
    return list(checked(*given).found)


def printed_before(printed: Printed) -> Printed:
    """The numbers of a year before that go with those of a report: nothing is carried over."""
    return {cell: said for cell, said in printed.items() if cell in _STEADY}


_STEADY = ((A, "1", "total"), (A, "3.7", "total"))
"""Main numbers, which would otherwise jump."""
