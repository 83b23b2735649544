"""Measures the rule book over 100,000 reports: `python -m tests.bench.rules [count]`.

The reports are random tables of the 2021 form with last year's beside them, statements of
the prose and families of agencies. The same rules in plain Great Expectations are the
yardstick: columns added up by its own pandas engine, an expectation each, per report; it knows
no blanks, no other years and no words, so that only the identities can be set beside it.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import great_expectations as gx
import great_expectations.expectations as gxe
import numpy as np
import pandas as pd

from expectations.agencies import Family
from expectations.batch import ABSENT, NUMBER, Batch
from expectations.checks import Side, checks_of
from expectations.evaluate import evaluate
from expectations.findings import Noted, check_batch, run_rules
from expectations.guarded import coverage_text
from expectations.outcomes import tallies
from expectations.verdict import counted_rules, great_expectations
from gongkai.form import forms
from gongkai.report import Document, Prose, Reading, Report, Statement
from tasks.review.pages import sheets, write_pages
from tasks.store import Store
from tasks.validate import Checked
from tests.expectations.test_parity import random_batch

FORM = "2021"
COUNT = 100_000
FAILING = 0.1
"""Share of reports in which something is left wrong."""

T = TypeVar("T")


def main(count: int) -> None:
    """Times every stage."""
    batch = realistic(count)
    notes = [Noted(prose=_prose(batch, row)) for row in range(count)]
    families = [_family(batch, row) for row in range(0, count, 100)]
    form = forms()[FORM]
    ran, seconds = timed(lambda: run_rules(form, batch, notes, families, great_expectations))
    failing = sum(len(rows) for rows in ran.verdict.failed.values())
    rules = len(ran.marks)
    print(f"{rules} rules on {count} reports, gate in Great Expectations: {seconds:.1f} s")
    print(f"  {failing} failures in {len(checks_of(FORM))} checks")
    _, ours = timed(lambda: identities_alone(batch))
    _, plain = timed(lambda: plain_great_expectations(batch))
    print(
        f"the identities alone: ours {ours:.1f} s, plain Great Expectations {plain:.1f} s: "
        f"{plain / ours:.2f} x ours"
    )
    noted = dict(zip(batch.index, notes, strict=True))
    judged, told = timed(lambda: check_batch(form, batch, noted, families, great_expectations))
    reports = {f.report for f in judged.findings if f.outcome == "fail"}
    print(f"rules, findings in words and error location: {told:.1f} s, {len(reports)} reports fail")
    checked = _checked(batch, judged)
    made, first = timed(lambda: sheets(checked))
    coverage = {form.name: coverage_text(form)}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _, second = timed(
            lambda: write_pages(
                place / "quality", made, Store(place / "store"), "r-0", checked.tallies, coverage
            )
        )
        index = (place / "quality" / "index.html").stat().st_size
        pages = [p.stat().st_size for p in (place / "quality").rglob("*.html")]
    print(
        f"quality report: {first + second:.1f} s, {len(pages)} pages, "
        f"index.html {index / 1000:.0f} kB, largest page {max(pages) / 1000:.0f} kB"
    )


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What some work gives, and the seconds it took."""
    began = time.monotonic()
    done = work()
    return done, time.monotonic() - began


def realistic(count: int) -> Batch:
    """Sound reports of an agency with seven requests a year, some with one to three wrong numbers."""
    batch = random_batch(FORM, count, seed=4).batch
    rng = np.random.default_rng(5)
    assert batch.last is not None
    one_row = [place for cell, place in batch.columns.items() if cell[1] == "3.6"]
    for part, rows in ((batch, slice(None)), (batch.last, batch.known_last)):
        columns = [part.columns[cell] for cell in batch.columns]
        part.values[np.ix_(np.arange(count)[rows], columns)] = 0.0
        part.states[np.ix_(np.arange(count)[rows], columns)] = NUMBER
        hidden = [columns[place] for place in one_row]
        part.values[:, hidden] = np.nan
        part.states[:, hidden] = ABSENT
        for item in ("1", "3.1", "3.7"):
            for measure in ("natural_person", "total"):
                part.values[rows, part.columns["applications", item, measure]] = 7
    wrong = np.flatnonzero(rng.random(count) < FAILING)
    guarded = [
        p for cell, p in batch.columns.items() if cell[0] == "applications" and p not in one_row
    ]
    for _ in range(3):
        some = wrong[rng.random(len(wrong)) < 0.5]
        batch.values[some, rng.choice(guarded, len(some))] += rng.integers(1, 40, len(some))
    return batch


def _prose(batch: Batch, row: int) -> Prose:
    value = batch.values[row, batch.columns["applications", "1", "total"]]
    number = Decimal(0 if np.isnan(value) else int(value))
    said = [
        Statement(quantity, "count", number, Decimal(0), "whole", False, "原句。", 1)
        for quantity in ("received", "answered", "granted")
    ]
    return Prose(tuple(said))


def _family(batch: Batch, row: int) -> Family:
    children = {
        f"示例市第{child}局": {
            cell: float(batch.values[child, place])
            for cell, place in batch.columns.items()
            if not np.isnan(batch.values[child, place])
        }
        for child in range(row, min(row + 5, len(batch)))
    }
    return Family(row, children, (), True)


def identities_alone(batch: Batch) -> int:
    """Our gate over the identities, and nothing else: how many failures there are."""
    checks = [check for check in checks_of(batch.form) if check.is_identity]
    none = {rule.id: np.zeros(len(batch), dtype=np.int64) for rule in counted_rules()}
    verdict = great_expectations(forms()[batch.form], evaluate(checks, batch), none, batch)
    return sum(len(failed) for failed in verdict.failed.values())


def plain_great_expectations(batch: Batch) -> int:
    """The identities as one would write them: `expect_multicolumn_sum_to_equal` on signed columns.

    That expectation takes a constant and counts blanks as failures; what it says is only timed.
    """
    columns = {f"{'/'.join(cell)}": batch.values[:, place] for cell, place in batch.columns.items()}
    signed = pd.DataFrame({**columns, **{f"-{name}": -values for name, values in columns.items()}})
    expectations = []
    for check in checks_of(batch.form):
        if check.is_identity:
            names = [*_named(check.left, ""), *_named(check.right, "-")]
            expectations.append(gxe.ExpectMulticolumnSumToEqual(column_list=names, sum_total=0))
    context = gx.get_context(mode="ephemeral")
    asset = context.data_sources.add_pandas("reports").add_dataframe_asset("reports")
    definition = gx.ValidationDefinition(
        name="plain",
        data=asset.add_batch_definition_whole_dataframe("batch"),
        suite=context.suites.add(gx.ExpectationSuite(name="plain", expectations=expectations)),
    )
    context.validation_definitions.add(definition)
    result = definition.run(
        batch_parameters={"dataframe": signed}, result_format={"result_format": "COMPLETE"}
    )
    return sum(not outcome.success for outcome in result.results)


def _named(side: Side, sign: str) -> list[str]:
    group = side.one_of[0] if side.one_of else ()
    return [f"{sign}{'/'.join(term.cell)}" for term in (*side.terms, *group)]


def _checked(batch: Batch, judged) -> Checked:
    """The reports with their findings; their figures are left out, as no page of a sound one needs them."""
    found: dict[str, list] = {report: [] for report in batch.index}
    for finding in judged.findings:
        found[finding.report].append(finding)
    reports = []
    for row, name in enumerate(batch.index):
        held = any(finding.holds for finding in found[name])
        report_id, _, version = name.rpartition("-")
        year = int(batch.years[row])
        reading = Reading(form=batch.form, title=name, agency=f"示例市第{row}局", year=year)
        document = Document(f"{name}.pdf", f"{row:064x}", 1)
        status = "held" if held else "published"
        reason = "暂缓。" if held else ""
        reports.append(
            Report(
                report_id, int(version), document, reading, f"示例市第{row}局", year, status, reason
            )
        )
    return Checked(
        tuple(reports),
        {name: tuple(own) for name, own in found.items()},
        {},
        tuple(tallies(batch.form, batch.years, judged.marks)),
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
