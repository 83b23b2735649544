"""The smallest violation of each rule, with what must come of it, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from gongkai.form import forms
from tests.violations.sentences import DENYING, SAYING, quantity
from tests.violations.sound import CITY, A, Given, P, R, S, before, sound

Place = tuple[str, str]
"""A rule, and where: what stands in brackets behind it in a finding's key."""

DETAILS = ("natural_person", "business", "research", "social_welfare", "legal_service")
DECLARED = "本报告汇总了全市各县区政府和市政府各部门的政府信息公开工作情况。"


@dataclass(frozen=True)
class Violation:
    """Documents of which one violates a rule.

    Attributes:
        rule: the one that is meant.
        reports: the first is the one that is judged.
        expected: every finding of at least a warning that must come out, and no other.
        register: the register of agencies, as YAML.
    """

    rule: str
    reports: tuple[Given, ...]
    expected: frozenset[Place]
    register: str = ""


Make = Callable[[Random, str], Violation]


def _made(rule: str, *reports: Given, places: set[Place], register: str = "") -> Violation:
    return Violation(rule, reports, frozenset(places), register)


def _leaf(rng: Random, form: str) -> str:
    items = forms()[form].table[A].item
    one_row = "3.6" if form == "2021" else ""
    return rng.choice([i for i in items if i.startswith("3.") and i not in ("3.7", one_row)])


def detail(rng: Random, form: str) -> Violation:
    """One detail of 表三 too large."""
    item, measure = _leaf(rng, form), rng.choice(DETAILS)
    report = sound(rng, form).plus((A, item, measure), by=rng.randint(1, 9))
    places = {("applications.row_sum", item), ("applications.column_sum", measure)}
    return _made("applications.row_sum", report, places=places)


def balance(rng: Random, form: str) -> Violation:
    """A case more received than is accounted for."""
    measure = rng.choice(DETAILS)
    report = sound(rng, form).plus((A, "1", measure), (A, "1", "total"))
    places = {("applications.balance", measure), ("applications.balance", "total")}
    return _made("applications.balance", report, places=places)


def column_sum(rng: Random, form: str) -> Violation:
    """A result that stands in no row."""
    measure = rng.choice(DETAILS)
    cells = [(A, item, m) for item in ("1", "3.7") for m in (measure, "total")]
    report = sound(rng, form).plus(*cells)
    places = {("applications.column_sum", m) for m in (measure, "total")}
    return _made("applications.column_sum", report, places=places)


def review_sum(rng: Random, form: str) -> Violation:
    """A total of 表四 that is not its parts."""
    item = rng.choice(list(forms()[form].table[R].item))
    report = sound(rng, form).plus((R, item, "total"), by=rng.randint(1, 9))
    return _made("review_litigation.row_sum", report, places={("review_litigation.row_sum", item)})


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
    return _made("cells.count", report.changed(numbers), places={("cells.count", place)})


def amount(rng: Random, form: str) -> Violation:
    """An amount below zero."""
    item = "fees" if form == "2021" else "procurement"
    report = replace(sound(rng, form), texts={(P, item, "amount"): "-0.5"})
    return _made("cells.amount", report, places={("cells.amount", f"{P}/{item}/amount")})


def disclosed(rng: Random, _: str) -> Violation:
    """More made public this year than in all."""
    report = sound(rng, "2019")
    total = report.numbers[P, "normative_documents", "disclosed_total"]
    report = report.changed({(P, "normative_documents", "disclosed"): total + 1})
    places = {("proactive_disclosure.disclosed", "normative_documents")}
    return _made("proactive_disclosure.disclosed", report, places=places)


def items_left(rng: Random, _: str) -> Violation:
    """More taken away than there was."""
    item = rng.choice(("licensing", "penalty", "coercion", "fees"))
    report = sound(rng, "2019")
    prior = report.numbers[P, item, "prior_year_items"]
    report = report.changed({(P, item, "change"): -prior - 1})
    return _made(
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
    return _made("applications.carried_over", report, last, places=places)


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
    return _made(rule, report, last, places={(rule, one), (rule, other)})


def stock(rng: Random, _: str) -> Violation:
    """One document in force that came from nowhere."""
    report = _since(rng, 2022)
    last = before(rng, report)
    report = report.plus((P, "normative_documents", "in_force"))
    places = {("proactive_disclosure.stock", "normative_documents")}
    return _made("proactive_disclosure.stock", report, last, places=places)


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
    return _made(rules[1], report, last, places={(rule, "normative_documents") for rule in rules})


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
    return _made(
        "report.unchanged", report, replace(report, year=report.year - 1, day=f"{report.year}-01-12"),
        places={("report.unchanged", "")},
    )  # fmt: skip


def slip(rng: Random, _: str) -> Violation:
    """An amount in 元 where it is to be in 万元."""
    report = sound(rng, "2021", year=rng.randint(2022, 2025))
    last = before(rng, report)
    amount_of = (P, "fees", "amount")
    report = report.changed({amount_of: last.numbers[amount_of] * 10_000})
    return _made("cells.unit_slip", report, last, places={("cells.unit_slip", "/".join(amount_of))})


def items_stock(rng: Random, _: str) -> Violation:
    """A number of items that is not what last year's came to."""
    report = sound(rng, "2019", year=2020)
    last = before(rng, report)
    item = rng.choice(("licensing", "penalty", "coercion"))
    report = report.plus((P, item, "prior_year_items"))
    rule = "proactive_disclosure.items_stock"
    return _made(rule, report, last, places={(rule, item)})


def said(rng: Random, form: str) -> Violation:
    """A sentence that says one more, or denies what there is."""
    codes = [c for c in SAYING if form == "2021" or not c.startswith(("documents", "regulations"))]
    code = rng.choice(codes)
    report = sound(rng, form)
    value = quantity(code, report.numbers)
    excused = {value}
    if code in ("received", "by_persons", "by_organisations"):
        excused.add(value + _carried(code, report))
    if code == "litigated":
        excused |= {
            quantity(c, report.numbers) for c in ("litigated_directly", "litigated_after_review")
        }
    if value and code in DENYING and rng.random() < 0.3:
        text = rng.choice(DENYING[code]).format(y=report.year)
    else:
        wrong = next(n for n in range(value + rng.randint(1, 3), value + 999) if n not in excused)
        text = rng.choice(SAYING[code]).format(y=report.year, v=wrong)
    rule = f"prose.{code}"
    return _made(rule, replace(report, sentences=(text,)), places={(rule, "")})


def _carried(code: str, report: Given) -> int:
    total = report.numbers[A, "2", "total"]
    persons = report.numbers[A, "2", "natural_person"]
    return {"received": total, "by_persons": persons, "by_organisations": total - persons}[code]


def _whole(rng: Random, children: tuple[Given, ...], year: int) -> Given:
    numbers = {cell: sum(child.numbers[cell] for child in children) for cell in children[0].numbers}
    return replace(
        children[0],
        agency=CITY,
        numbers=numbers,
        sentences=(DECLARED,),
        year=year,
        day=f"{year + 1}-03-20",
    )


def _family(rng: Random, complete: bool) -> tuple[Given, tuple[Given, ...], str]:
    year = rng.randint(2022, 2025)
    names = ("示例市青禾区教育局", "示例市云溪县审计局")
    children = tuple(sound(rng, "2021", name, year) for name in names)
    listed = f"- agency: {CITY}\n  children: [{', '.join(names)}]\n"
    return (
        _whole(rng, children, year),
        children,
        listed + (f"  complete: [{year}]\n" if complete else ""),
    )


def less_than_child(rng: Random, _: str) -> Violation:
    """A government that counts fewer than one agency below it."""
    whole, (one, other), register = _family(rng, complete=False)
    more = whole.numbers[R, "reconsideration", "upheld"] + 1
    added = more - one.numbers[R, "reconsideration", "upheld"]
    one = one.plus((R, "reconsideration", "upheld"), (R, "reconsideration", "total"), by=added)
    rule = "agencies.at_least"
    return _made(rule, whole, one, other, places={(rule, one.agency)}, register=register)


def not_the_sum(rng: Random, _: str) -> Violation:
    """A government that counts one more than all agencies below it."""
    whole, children, register = _family(rng, complete=True)
    whole = whole.plus((R, "reconsideration", "upheld"), (R, "reconsideration", "total"))
    return _made("agencies.sum", whole, *children, places={("agencies.sum", "")}, register=register)


def outdated(rng: Random, _: str) -> Violation:
    """The notice of the form before."""
    report = sound(rng, "2021")
    text = (
        f"本报告由{report.agency}根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于"
        f"政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。所列数据的统计期限"
        f"自{report.year}年1月1日起至{report.year}年12月31日止。"
    )
    rule = "publication.outdated_notice"
    return _made(rule, replace(report, preface=text), places={(rule, "")})


def period(rng: Random, form: str) -> Violation:
    """A period that ends too early."""
    report = sound(rng, form)
    text = f"本报告由{report.agency}编制。所列数据的统计期限自{report.year}年1月1日起至{report.year}年11月30日止。"
    rule = "publication.period"
    return _made(rule, replace(report, preface=text), places={(rule, "")})


def other_agency(rng: Random, form: str) -> Violation:
    """Another agency's name as the author's."""
    report = sound(rng, form, "示例市青禾区教育局")
    text = f"本报告由示例市临川县水利局编制。所列数据的统计期限自{report.year}年1月1日起至{report.year}年12月31日止。"
    rule = "publication.other_agency"
    return _made(rule, replace(report, preface=text), places={(rule, "")})


def late(rng: Random, form: str) -> Violation:
    """One day late."""
    report = sound(rng, form)
    rule = "publication.late"
    return _made(rule, replace(report, day=f"{report.year + 1}-02-01"), places={(rule, "")})


def early(rng: Random, form: str) -> Violation:
    """Before the year is over."""
    report = sound(rng, form)
    rule = "publication.early"
    return _made(rule, replace(report, day=f"{report.year}-12-20"), places={(rule, "")})


def blank(rng: Random, form: str) -> Violation:
    """A zero left out."""
    report = sound(rng, form)
    zeros = [
        c
        for c, v in report.numbers.items()
        if v == 0 and c[0] == A and c[2] == "research" and c[1][:2] in ("3.",) and c[1] != "3.7"
    ]
    cell = rng.choice([c for c in zeros if report.numbers[A, c[1], "total"] > 0] or zeros)
    rule = "publication.blank"
    return _made(rule, replace(report, texts={cell: ""}), places={(rule, "")})


def authority(rng: Random, _: str) -> Violation:
    """A rule (规章) of an agency that may make none."""
    report = sound(rng, "2021").changed({(P, "regulations", "in_force"): 1})
    rule = "publication.authority"
    return _made(rule, report, places={(rule, "")})


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
    return _made(f"statistics.{SUMS[total][0]}", report, places=places)


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
    return _made(f"statistics.{rule}", report, places={(f"statistics.{rule}", "count")})


def statistics_channels(rng: Random, _: str) -> Violation:
    """More, or less, made public than the channels together, or one of them, allow."""
    report = sound(rng, "2014").changed({(S, "1.1.a", "count"): 0})
    channels = [report.numbers[S, f"1.2.{n}", "count"] for n in range(1, 6)]
    if max(channels) and rng.random() < 0.5:
        number, rule = max(channels) - 1, "channel"
    else:
        number, rule = sum(channels) + 1, "channels_sum"
    report = report.changed({(S, "1.1", "count"): number})
    return _made(f"statistics.{rule}", report, places={(f"statistics.{rule}", "count")})


VIOLATIONS: tuple[Make, ...] = (
    *(detail, balance, column_sum, review_sum, negative, amount, disclosed, items_left),
    *(carried, carried_elsewhere, stock, repealed, unchanged, slip, items_stock),
    *(said, said, said, said, said, said),
    *(less_than_child, not_the_sum, statistics_sum, statistics_sum),
    *(statistics_part, statistics_channels),
    *(outdated, period, other_agency, late, early, blank, authority),
)
"""Prose rules are many: they come up as often."""


def violation(number: int) -> tuple[str, Violation]:
    """The violation of a number, always the same; and its name."""
    rng = Random(f"violation {number}")
    make = rng.choice(VIOLATIONS)
    form = rng.choice(("2021", "2021", "2019"))
    return f"{number} {make.__name__}", make(rng, form)
