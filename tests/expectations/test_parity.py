"""Three evaluators of one rule book: numpy, Great Expectations and SQL come to the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from expectations.batch import ABSENT, BLANK, NUMBER, STATES, Batch, every_cell
from expectations.checks import checks_of
from expectations.evaluate import evaluate
from expectations.verdict import counted_rules, great_expectations
from gongkai.form import forms
from gongkai.number import LARGEST
from gongkai.unit import COUNTS
from tasks.publish.in_sql import ask

TABLES = {"2021": 4000, "2019": 3000, "2014": 3000}
"""Random reports of each form, 10,000 in all; half of them in the tests."""

SPANS = {"2021": (2021, 2024), "2019": (2019, 2020), "2014": (2014, 2018)}


@dataclass(frozen=True)
class Random:
    """Random reports of one form, half of them the other half's year before."""

    batch: Batch
    identities: list[tuple[str, int]]


def random_batch(form: str, count: int, seed: int) -> Random:
    """Reports of small numbers, zeros mostly, with blanks, missing rows, fractions and negatives."""
    rng = np.random.default_rng(seed)
    declared = forms()[form]
    cells = list(declared.cells())
    columns = {cell: place for place, cell in enumerate(cells)}
    values = np.where(
        rng.random((count, len(cells))) < 0.7, 0, rng.integers(0, 30, (count, len(cells)))
    )
    values = np.asfortranarray(values.astype(np.float64))
    _make_some_consistent(declared, columns, values, rng)
    odd = rng.random(values.shape)
    values[odd < 0.0005] += rng.choice((0.5, 0.1, 0.2, 0.7, 0.001), (odd < 0.0005).sum())
    values[(odd > 0.0005) & (odd < 0.001)] *= -1
    amounts = [columns[c] for c in cells if declared.table[c[0]].unit(c[1], c[2]) not in COUNTS]
    slips = rng.random((count, len(amounts))) < 0.05
    values[:, amounts] = np.where(slips, values[:, amounts] * 10_000, values[:, amounts] + 1)
    values[: count // 4, amounts] *= -1
    states = np.full(values.shape, NUMBER, dtype=np.int8, order="F")
    states[odd > 0.998] = BLANK
    states[odd > 0.999] = ABSENT
    for row in rng.integers(0, count, count // 20):
        table = rng.choice([table.table for table in declared.tables])
        own = [columns[cell] for cell in cells if cell[0] == table]
        states[row, own] = rng.choice([BLANK, ABSENT])
    for row in np.flatnonzero(rng.random(count) < 0.2):
        one_row = [columns[c] for c in cells if c[1] == "3.6" and "instead" in _kind(declared, c)]
        states[row, one_row] = ABSENT
    values[states != NUMBER] = np.nan
    first, last = SPANS[form]
    years = rng.integers(first, last + 1, count).astype(np.int32)
    half = count // 2
    years[half : 2 * half] = years[:half] - 1
    copied = rng.random(half) < 0.1
    values[:half][copied] = values[half : 2 * half][copied]
    states[:half][copied] = states[half : 2 * half][copied]
    wide = every_cell()
    before = np.full((count, len(wide)), np.nan, order="F")
    before_states = np.full((count, len(wide)), ABSENT, dtype=np.int8, order="F")
    for cell, place in columns.items():
        before[:half, wide[cell]] = values[half : 2 * half, place]
        before_states[:half, wide[cell]] = states[half : 2 * half, place]
    has_last = np.arange(count) < half
    index = [f"{number}-1" for number in range(count)]
    seconds = np.zeros_like(states)
    older = Batch("", index, years - 1, wide, before, before_states, np.zeros_like(before_states))
    batch = Batch(form, index, years, columns, values, states, seconds, older, has_last)
    return Random(batch, [(str(number), 1) for number in range(count)])


def _kind(declared, cell) -> str:
    return "instead" if declared.table[cell[0]].item[cell[1]].instead_of else ""


def _make_some_consistent(declared, columns, values, rng) -> None:
    """Totals that fit their parts, in most reports, so that not everything fails."""
    for check in reversed(checks_of(declared.form)):
        if check.is_sum:
            group = check.right.one_of[0] if check.right.one_of else ()
            total = sum(values[:, columns[term.cell]] for term in (*check.right.terms, *group))
            chosen = rng.random(len(values)) < 0.9
            values[chosen, columns[check.left.terms[0].cell]] = total[chosen]


def some_rows(batch: Batch, rows: Sequence[int]) -> Batch:
    """Some of the reports of a batch, with their years before."""
    last = batch.last and some_rows(batch.last, rows)
    return replace(
        batch,
        index=[batch.index[row] for row in rows],
        years=batch.years[rows],
        values=batch.values[rows],
        states=batch.states[rows],
        seconds=batch.seconds[rows],
        last=last,
        has_last=batch.known_last[rows],
    )


def by_numpy(batch: Batch) -> set[tuple[str, str, str]]:
    found = set()
    for sides in evaluate(checks_of(batch.form), batch):
        for outcome, rows in (
            ("fail", sides.fails),
            ("not_checkable", sides.applies & ~sides.checkable),
        ):
            found |= {(batch.index[row], sides.check.key, outcome) for row in np.flatnonzero(rows)}
    return found


def by_great_expectations(batch: Batch) -> set[tuple[str, str]]:
    checks = checks_of(batch.form)
    nothing = {rule.id: np.zeros(len(batch), dtype=np.int64) for rule in counted_rules()}
    verdict = great_expectations(forms()[batch.form], evaluate(checks, batch), nothing, batch)
    assert not verdict.broken
    return {(batch.index[row], key) for key, rows in verdict.failed.items() for row in rows}


def by_sql(batch: Batch, places: int = 10) -> set[tuple[str, str, str]]:
    cells = list(batch.columns)
    count, width = batch.values.shape
    numbers = np.arange(count)
    half = int(batch.known_last.sum())
    published = pa.table(
        {
            "report_id": np.repeat(numbers.astype(str), width),
            "version": np.ones(count * width, dtype=np.int32),
            "year": np.repeat(batch.years, width),
            "form": [batch.form] * (count * width),
            "tbl": [cell[0] for cell in cells] * count,
            "item": [cell[1] for cell in cells] * count,
            "measure": [cell[2] for cell in cells] * count,
            "number": batch.values.ravel(),
            "state": np.array(STATES)[batch.states.ravel()],
        }
    )
    last_of = pa.table(
        {
            "report_id": numbers[:half].astype(str),
            "version": np.ones(half, dtype=np.int32),
            "last_id": numbers[half : 2 * half].astype(str),
            "last_version": np.ones(half, dtype=np.int32),
        }
    )
    found = set()
    with duckdb.connect() as database:
        database.register("published", published)
        database.register("last_of", last_of)
        database.execute("CREATE TABLE cells AS FROM published")
        database.execute("ALTER TABLE cells RENAME number TO value")
        database.execute("UPDATE cells SET value = NULL WHERE isnan(value)")
        database.execute(f"ALTER TABLE cells ALTER value TYPE DECIMAL(38, {places})")
        for report, version, key, outcome in ask(database):
            found.add((f"{report}-{version}", key, outcome))
    return found


def every_rule_fails(form: str, failing: set[tuple[str, str]]) -> bool:
    """Whether each rule of a form is broken by one of the reports."""
    return {key.partition("[")[0] for _, key in failing} >= {
        check.rule.id for check in checks_of(form) if not check.rule.weaker_than
    }


@pytest.mark.parametrize("form", list(TABLES))
def test_sql_finds_the_same_as_numpy(form: str) -> None:
    batch = random_batch(form, TABLES[form] // 2, seed=20).batch
    found = by_numpy(batch)
    assert every_rule_fails(form, {(r, key) for r, key, outcome in found if outcome == "fail"})
    assert by_sql(batch) == found


@pytest.mark.parametrize("form", list(TABLES))
def test_great_expectations_finds_the_same(form: str) -> None:
    """A part of them, in which every rule fails; `make accuracy FAMILY=rules` has all 10,000."""
    batch = random_batch(form, TABLES[form] // 2, seed=20).batch
    failing = {(report, key) for report, key, outcome in by_numpy(batch) if outcome == "fail"}
    first = {key: report for report, key in sorted(failing, reverse=True)}
    rows = sorted({*range(40), *map(batch.index.index, first.values())})
    part = some_rows(batch, rows)
    own = {(report, key) for report, key in failing if report in part.index}
    assert every_rule_fails(form, own)
    assert by_great_expectations(part) == own


@pytest.mark.parametrize("form", list(TABLES))
def test_sql_takes_decimals_of_four_places_too(form: str) -> None:
    """Releases made before numbers had ten."""
    batch = random_batch(form, 100, seed=21).batch
    assert by_sql(batch, places=4) == by_numpy(batch)


@pytest.mark.parametrize("form", list(TABLES))
def test_the_largest_numbers_fit(form: str) -> None:
    """Every cell, of this year and the last, is the largest number, or one with ten places."""
    batch = random_batch(form, 4, seed=22).batch
    assert batch.last is not None
    for number in (float(LARGEST), 0.0000000001):
        for part in (batch, batch.last):
            part.values[part.states == NUMBER] = number
        assert by_sql(batch) == by_numpy(batch)


def test_fractions_add_up_as_they_are_printed() -> None:
    batch = replace(random_batch("2021", 2, seed=23).batch, last=None, has_last=None)
    batch.states[:] = NUMBER
    batch.values[:] = 0
    for item, value in (("natural_person", 0.1), ("business", 0.2), ("total", 0.3)):
        batch.values[:, batch.columns["applications", "3.1", item]] = value
    failing = {(key, outcome) for _, key, outcome in by_numpy(batch)}
    assert ("applications.row_sum[3.1]", "fail") not in failing
    assert by_sql(batch) == by_numpy(batch)
    assert by_great_expectations(batch) == {
        (report, key) for report, key, outcome in by_numpy(batch) if outcome == "fail"
    }
