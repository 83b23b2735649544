"""Single mistakes that break several rules: one finding says what they have in common."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from gongkai.form import forms
from tests.violations.sound import A, Given, R, sound
from tests.violations.tables import leaf, leaves
from tests.violations.violation import DETAILS, Violation, made


def _with(report: Given, numbers: dict[tuple[str, str], int]) -> Given:
    """A report with other numbers of cases in rows of results, everything added up again."""
    for (item, measure), value in numbers.items():
        report = report.answered(item, measure, by=value - report.numbers[A, item, measure])
    return report


def total_missing(rng: Random, form: str) -> Violation:
    """All totals of a row's kind left at zero: one cause."""
    report = sound(rng, form)
    numbers = {}
    for item in forms()[form].table[R].item:
        report = report.plus((R, item, "upheld"), (R, item, "total"))
        numbers[R, item, "total"] = 0
    places = {("review_litigation.row_sum", item) for item in forms()[form].table[R].item}
    return made(
        "cause.total_missing",
        report.changed(numbers),
        places=places | {("cause.total_missing", "")},
    )


def mistyped(rng: Random, form: str) -> Violation:
    """A number with another digit: one cause for its row and its column."""
    item, measure = leaf(rng, form), rng.choice(DETAILS)
    report = sound(rng, form).answered(item, measure, by=100)
    value = report.numbers[A, item, measure]
    wrong = value + (20 if value % 100 < 80 else -20)
    places = {
        ("applications.row_sum", item),
        ("applications.column_sum", measure),
        ("cause.mistyped", ""),
    }
    return made("cause.mistyped", report.changed({(A, item, measure): wrong}), places=places)


def left_blank(rng: Random, form: str) -> Violation:
    """A number left blank: one cause for its row and its column."""
    item, measure = leaf(rng, form), rng.choice(DETAILS)
    report = sound(rng, form).answered(item, measure, by=7)
    report = replace(report, texts={(A, item, measure): ""})
    places = {
        ("applications.row_sum", item),
        ("applications.column_sum", measure),
        ("publication.blank", ""),
        ("cause.left_blank", ""),
    }
    return made("cause.left_blank", report, places=places)


def transposed(rng: Random, form: str) -> Violation:
    """Two digits in the other order."""
    item, measure = leaf(rng, form), rng.choice(DETAILS)
    report = _with(sound(rng, form), {(item, measure): 381})
    places = {
        ("applications.row_sum", item),
        ("applications.column_sum", measure),
        ("cause.transposed", ""),
    }
    wrong = report.changed({(A, item, measure): 831})
    return made("cause.transposed", wrong, places=places)


def swapped(rng: Random, form: str) -> Violation:
    """Two numbers of a column, each in the row of the other."""
    rows = leaves(form)
    place, measure = rng.randrange(len(rows) - 1), rng.choice(DETAILS)
    one, other = rows[place : place + 2]
    report = _with(sound(rng, form), {(one, measure): 5, (other, measure): 642})
    wrong = report.changed({(A, one, measure): 642, (A, other, measure): 5})
    places = {("applications.row_sum", row) for row in (one, other)}
    return made("cause.swapped", wrong, places=places | {("cause.swapped", "")})


def offset(rng: Random, form: str) -> Violation:
    """Four cases in the column of another applicant."""
    row = leaf(rng, form)
    one, other = rng.sample(DETAILS, 2)
    report = _with(sound(rng, form), {(row, one): 8, (row, other): 9})
    wrong = report.plus((A, row, one), by=4).plus((A, row, other), by=-4)
    places = {("applications.column_sum", m) for m in (one, other)}
    return made("cause.offset", wrong, places=places | {("cause.offset", "")})


def column_shifted(rng: Random, form: str) -> Violation:
    """The numbers of a column one row too low."""
    rows, measure = leaves(form), rng.choice(DETAILS)
    numbers = {(row, measure): rng.randint(0, 40) for row in rows}
    numbers[rows[-1], measure] = 0
    report = _with(sound(rng, form), numbers)
    kept = [report.numbers[A, row, measure] for row in rows]
    moved = [0, *kept[:-1]]
    wrong = report.changed({(A, row, measure): v for row, v in zip(rows, moved, strict=True)})
    places = {
        ("applications.row_sum", row)
        for row, was, now in zip(rows, kept, moved, strict=True)
        if was != now
    }
    return made("cause.column_shifted", wrong, places=places | {("cause.column_shifted", "")})


def blank(rng: Random, form: str) -> Violation:
    """A column of table 三 in which nothing stands."""
    report, measure = sound(rng, form), rng.choice(DETAILS)
    column = {c: v for c, v in report.numbers.items() if (c[0], c[2]) == (A, measure)}
    for (_, item, _), value in column.items():
        report = report.plus((A, item, "total"), by=-value)
    report = replace(report, texts=dict.fromkeys(column, ""))
    places = {("publication.blank", ""), ("cause.blank", "")}
    return made("cause.blank", report, places=places)


def missing_year(rng: Random, form: str) -> Violation:
    """Last year's report is not at hand."""
    return made("cause.missing_year", sound(rng, form), places={("cause.missing_year", "")})
