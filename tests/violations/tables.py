"""The smallest violations within the tables and across years, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from gongkai.form import forms
from tests.violations.sound import A, Given, P, R, S, before, sound
from tests.violations.violation import DETAILS, Violation, made, one


def leaves(form: str) -> list[str]:
    """The rows of results in table 三."""
    items = forms()[form].table[A].item
    one_row = "3.6" if form == "2021" else ""
    return [i for i in items if i.startswith("3.") and i not in ("3.7", one_row)]


def leaf(rng: Random, form: str) -> str:
    """One of the rows of results."""
    return rng.choice(leaves(form))


def detail(rng: Random, form: str) -> Violation:
    """One detail of 表三 too large."""
    item, measure = leaf(rng, form), rng.choice(DETAILS)
    report = sound(rng, form).plus((A, item, measure), by=rng.randint(1, 9))
    places = {("applications.row_sum", item), ("applications.column_sum", measure)}
    return made("applications.row_sum", report, places=places)


def balance(rng: Random, form: str) -> Violation:
    """A case more received than is accounted for."""
    measure = rng.choice(DETAILS)
    report = sound(rng, form).plus((A, "1", measure), (A, "1", "total"))
    places = {("applications.balance", measure), ("applications.balance", "total")}
    return made("applications.balance", report, places=places)


def column_sum(rng: Random, form: str) -> Violation:
    """A result that stands in no row."""
    measure = rng.choice(DETAILS)
    cells = [(A, item, m) for item in ("1", "3.7") for m in (measure, "total")]
    report = sound(rng, form).plus(*cells)
    places = {("applications.column_sum", m) for m in (measure, "total")}
    return made("applications.column_sum", report, places=places)


def review_sum(rng: Random, form: str) -> Violation:
    """A total of 表四 that is not its parts."""
    item = rng.choice(list(forms()[form].table[R].item))
    report = sound(rng, form).plus((R, item, "total"), by=rng.randint(1, 9))
    return made("review_litigation.row_sum", report, places={("review_litigation.row_sum", item)})


def negative(rng: Random, form: str) -> Violation:
    """A number of cases below zero."""
    item = rng.choice(list(forms()[form].table[R].item))
    report = sound(rng, form)
    numbers = {(R, item, "other"): -1}
    numbers[R, item, "total"] = (
        report.numbers[R, item, "total"] - report.numbers[R, item, "other"] - 1
    )
    report = report.changed({(R, item, "upheld"): report.numbers[R, item, "upheld"] + 1})
    numbers[R, item, "total"] += 1
    place = f"{R}/{item}/other"
    return made("cells.count", report.changed(numbers), places={("cells.count", place)})


def amount(rng: Random, form: str) -> Violation:
    """An amount below zero."""
    item = "fees" if form == "2021" else "procurement"
    report = replace(sound(rng, form), texts={(P, item, "amount"): "-0.5"})
    return made("cells.amount", report, places={("cells.amount", f"{P}/{item}/amount")})


def disclosed(rng: Random, _: str) -> Violation:
    """More made public this year than in all."""
    report = sound(rng, "2019")
    total = report.numbers[P, "normative_documents", "disclosed_total"]
    report = report.changed({(P, "normative_documents", "disclosed"): total + 1})
    places = {("proactive_disclosure.disclosed", "normative_documents")}
    return made("proactive_disclosure.disclosed", report, places=places)


def items_left(rng: Random, _: str) -> Violation:
    """More taken away than there was."""
    item = rng.choice(("licensing", "penalty", "coercion", "fees"))
    report = sound(rng, "2019")
    prior = report.numbers[P, item, "prior_year_items"]
    report = report.changed({(P, item, "change"): -prior - 1})
    return made(
        "proactive_disclosure.items_left",
        report,
        places={("proactive_disclosure.items_left", item)},
    )


def carried(rng: Random, form: str) -> Violation:
    """One case lost between two years."""
    measure = rng.choice(DETAILS)
    report = sound(rng, form)
    last = before(rng, report).plus(*[(A, i, m) for i in ("1", "4") for m in (measure, "total")])
    places = {
        ("applications.carried_over", "total"),
        ("applications.carried_over_by_applicant", measure),
    }
    return made("applications.carried_over", report, last, places=places)


def carried_elsewhere(rng: Random, form: str) -> Violation:
    """One case carried into another applicant's column."""
    one, other = rng.sample(DETAILS, 2)
    report = sound(rng, form).plus(
        (A, "2", one), (A, "2", "total"), (A, "4", one), (A, "4", "total")
    )
    last = before(rng, report)
    last = last.plus((A, "4", other), (A, "1", other)).plus((A, "4", one), (A, "1", one), by=-1)
    if last.numbers[A, "1", one] < 0:
        return carried_elsewhere(rng, form)
    rule = "applications.carried_over_by_applicant"
    return made(rule, report, last, places={(rule, one), (rule, other)})


def stock(rng: Random, _: str) -> Violation:
    """One document in force that came from nowhere."""
    report = _since(rng, 2022)
    last = before(rng, report)
    report = report.plus((P, "normative_documents", "in_force"))
    places = {("proactive_disclosure.stock", "normative_documents")}
    return made("proactive_disclosure.stock", report, last, places=places)


def _since(rng: Random, year: int) -> Given:
    return sound(rng, "2021", year=rng.randint(year, 2025))


def repealed(rng: Random, _: str) -> Violation:
    """More repealed than there was."""
    report = _since(rng, 2022)
    last = before(rng, report)
    had = last.numbers[P, "normative_documents", "in_force"]
    issued = report.numbers[P, "normative_documents", "issued"]
    changes = {"repealed": had + issued + 1, "in_force": 0}
    report = report.changed({(P, "normative_documents", m): v for m, v in changes.items()})
    rules = ("proactive_disclosure.stock", "proactive_disclosure.repealed")
    return made(rules[1], report, last, places={(rule, "normative_documents") for rule in rules})


def unchanged(rng: Random, form: str) -> Violation:
    """Last year's tables over again."""
    report = sound(rng, form)
    numbers = dict(report.numbers)
    for measure in forms()[form].table[A].measure:
        numbers[A, "1", measure] += numbers[A, "2", measure] - numbers[A, "4", measure]
        numbers[A, "2", measure] = numbers[A, "4", measure] = 0
    for item in ("licensing", "other_services", "penalty", "coercion", "fees"):
        if (P, item, "change") in numbers:
            numbers[P, item, "change"] = 0
    if form == "2021":
        numbers[P, "normative_documents", "repealed"] = numbers[P, "normative_documents", "issued"]
    if (
        min(numbers[A, "1", m] for m in forms()[form].table[A].measure) < 0
        or numbers[A, "1", "total"] < 9
    ):
        return unchanged(rng, form)
    report = replace(report, numbers=numbers)
    return made(
        "report.unchanged", report, replace(report, year=report.year - 1, day=f"{report.year}-01-12"),
        places={("report.unchanged", "")},
    )  # fmt: skip


def slip(rng: Random, _: str) -> Violation:
    """An amount in 元 where it is to be in 万元."""
    report = sound(rng, "2021", year=rng.randint(2022, 2025))
    last = before(rng, report)
    amount_of = (P, "fees", "amount")
    report = report.changed({amount_of: last.numbers[amount_of] * 10_000})
    return made("cells.unit_slip", report, last, places={("cells.unit_slip", "/".join(amount_of))})


def items_stock(rng: Random, _: str) -> Violation:
    """A number of items that is not what last year's came to."""
    report = sound(rng, "2019", year=2020)
    last = before(rng, report)
    item = rng.choice(("licensing", "penalty", "coercion"))
    report = report.plus((P, item, "prior_year_items"))
    rule = "proactive_disclosure.items_stock"
    return one(rule, report, last, place=item)


SUMS = {
    "3.1": ("received_sum",),
    "3.2": ("completed_sum",),
    "3.3": ("answered_sum",),
    "3.3.4": ("refused_sum", "answered_sum"),
    "4": ("review_sum",),
    "5": ("litigation_sum",),
    "8.3": ("staff_sum",),
}
"""Totals of the 2014 table, and the rules that break where one is too large."""


def statistics_sum(rng: Random, _: str) -> Violation:
    """A total of the 2014 table too large by one."""
    total = rng.choice(list(SUMS))
    report = sound(rng, "2014").plus((S, total, "count"))
    places = {(f"statistics.{rule}", "count") for rule in SUMS[total]}
    return made(f"statistics.{SUMS[total][0]}", report, places=places)


def statistics_part(rng: Random, _: str) -> Violation:
    """A part of the 2014 table larger than the whole."""
    part, whole, rule = rng.choice(
        (
            ("1.1.a", "1.1", "documents"),
            ("2.2.1.a", "2.2.1", "press_conferences"),
            ("2.2.2.a", "2.2.2", "interviews"),
        )
    )
    report = sound(rng, "2014")
    report = report.changed({(S, part, "count"): report.numbers[S, whole, "count"] + 1})
    return made(f"statistics.{rule}", report, places={(f"statistics.{rule}", "count")})


def statistics_channels(rng: Random, _: str) -> Violation:
    """More, or less, made public than the channels together, or one of them, allow."""
    report = sound(rng, "2014").changed({(S, "1.1.a", "count"): 0})
    channels = [report.numbers[S, f"1.2.{n}", "count"] for n in range(1, 6)]
    if max(channels) and rng.random() < 0.5:
        number, rule = max(channels) - 1, "channel"
    else:
        number, rule = sum(channels) + 1, "channels_sum"
    report = report.changed({(S, "1.1", "count"): number})
    return made(f"statistics.{rule}", report, places={(f"statistics.{rule}", "count")})


def part(rng: Random, _: str) -> Violation:
    """A part larger than its whole, in a table printed without another of its columns."""
    gone, kept = rng.sample(DETAILS, 2)
    report = sound(rng, "2021")
    row = leaf(rng, "2021")
    numbers = {c: v for c, v in report.numbers.items() if (c[0], c[2]) != (A, gone)}
    numbers[A, row, kept] = numbers[A, row, "total"] + rng.randint(1, 9)
    places = {
        ("applications.part", row),
        ("applications.column_sum", kept),
        ("reading.missing_column", ""),
    }
    return made("applications.part", replace(report, numbers=numbers), places=places)


def carried_share(rng: Random, form: str) -> Violation:
    """More carried over than answered."""
    report = sound(rng, form)
    numbers = report.numbers
    by = numbers[A, "1", "total"] + numbers[A, "2", "total"] + 10
    cells = [(A, item, m) for item in ("1", "4") for m in ("natural_person", "total")]
    return one("applications.carried_share", report.plus(*cells, by=by))


def other_share(rng: Random, form: str) -> Violation:
    """More dealt with otherwise than by any of the form's results."""
    report = sound(rng, form)
    item = "3.6.3" if form == "2021" else "3.6"
    by = report.numbers[A, "3.7", "total"] + 10
    return one("applications.other_share", report.answered(item, "natural_person", by))


def in_force(rng: Random, _: str) -> Violation:
    """More documents issued than are in force."""
    report = sound(rng, "2021")
    row = "normative_documents"
    numbers = {m: report.numbers[P, row, m] for m in ("in_force", "repealed")}
    report = report.changed({(P, row, "issued"): sum(numbers.values()) + rng.randint(1, 9)})
    return one("proactive_disclosure.in_force", report, place=row)


def disclosed_stock(rng: Random, _: str) -> Violation:
    """A total of documents that does not follow from last year's."""
    report = sound(rng, "2019", year=2020)
    row = "normative_documents"
    last = before(rng, report)
    stock = report.numbers[P, row, "disclosed_total"] - report.numbers[P, row, "disclosed"]
    last = last.changed(
        {(P, row, "disclosed_total"): stock + 1, (P, row, "disclosed"): 0, (P, row, "made"): 0}
    )
    return one("proactive_disclosure.disclosed_stock", report, last, place=row)


def pending(rng: Random, form: str) -> Violation:
    """Fewer cases than were left of last year."""
    report = sound(rng, form)
    last = before(rng, report)
    items = list(forms()[form].table[R].item)
    for row in items:
        left = last.numbers[R, row, "pending"]
        last = last.plus((R, row, "pending"), (R, row, "total"), by=-left)
    item = rng.choice(items)
    more = report.numbers[R, item, "total"] + 1
    last = last.plus((R, item, "pending"), (R, item, "total"), by=more)
    return one("review_litigation.pending", report, last, place=item)


def jump(rng: Random, _: str) -> Violation:
    """Three times as many licences as last year."""
    report = _since(rng, 2022)
    last = before(rng, report)
    same = {
        (P, i, "decisions"): report.numbers[P, i, "decisions"]
        for i in ("licensing", "penalty", "coercion")
    }
    same[P, "fees", "amount"] = report.numbers[P, "fees", "amount"]
    last = last.changed(same)
    cell = (P, rng.choice(("licensing", "penalty", "coercion")), "decisions")
    report = report.changed({cell: 3 * same[cell] + 20})
    places = {("cells.jump", "/".join(cell))}
    for item in ("1", "3.7"):
        now, then = (r.numbers[A, item, "total"] for r in (report, last))
        if abs(now - then) >= 20 and not 2 * min(now, then) >= max(now, then):
            places.add(("cells.jump", f"{A}/{item}/total"))
    return made("cells.jump", report, last, places=places)


def completed_answered(rng: Random, _: str) -> Violation:
    """More completed than answered."""
    report = sound(rng, "2014").plus((S, "3.2", "count"), (S, "3.2.1", "count"))
    return one("statistics.completed_answered", report, place="count")


def blank_as_zero(rng: Random, form: str) -> Violation:
    """A zero left out beside a total."""
    report, row = sound(rng, form), leaf(rng, form)
    report = report.answered(row, "research", by=-report.numbers[A, row, "research"])
    blank = replace(report, texts={(A, row, "research"): ""})
    places = {("cells.blank_as_zero", ""), ("publication.blank", "")}
    return made("cells.blank_as_zero", blank, places=places)


def made_before(rng: Random, _: str) -> Violation:
    """More made public than made."""
    report = sound(rng, "2019")
    row = "normative_documents"
    total = report.numbers[P, row, "disclosed_total"]
    report = report.changed({(P, row, "disclosed"): total, (P, row, "made"): max(total - 1, 0)})
    if not total:
        return made_before(rng, "2019")
    return one("proactive_disclosure.made", report, place=row)


def completed(rng: Random, _: str) -> Violation:
    """More completed than received."""
    report = sound(rng, "2014")
    more = report.numbers[S, "3.1", "count"] + 1 - report.numbers[S, "3.2", "count"]
    cells = [(S, row, "count") for row in ("3.2", "3.2.1", "3.3", "3.3.1")]
    return one("statistics.completed", report.plus(*cells, by=more), place="count")


def documents_made(rng: Random, _: str) -> Violation:
    """More documents made public than made."""
    report = sound(rng, "2014")
    number = report.numbers[S, "1.1.a", "count"]
    if not number:
        return documents_made(rng, "2014")
    return one("statistics.documents_made", report.changed({(S, "1.1.b", "count"): number - 1}))
