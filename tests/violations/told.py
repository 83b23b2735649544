"""Sentences that say something else than the tables."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.violations.sentences import DENYING, OF_2021, SAYING, quantity
from tests.violations.sound import A, Given, P, R, S, sound
from tests.violations.violation import Violation, made, one


def said(rng: Random, form: str) -> Violation:
    """A sentence that says one more, or denies what there is."""
    codes = [c for c in SAYING if form == "2021" or not c.startswith(OF_2021)]
    code = rng.choice(codes)
    report = sound(rng, form)
    value = quantity(code, report.numbers)
    excused = {value}
    if code in ("received", "by_persons", "by_organisations"):
        excused.add(value + _carried(code, report))
    if code == "handled":
        new = quantity("received", report.numbers)
        excused |= {new, new + quantity("carried_in", report.numbers)}
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
    return one(rule, replace(report, sentences=(text,)))


def _carried(code: str, report: Given) -> int:
    total = report.numbers[A, "2", "total"]
    persons = report.numbers[A, "2", "natural_person"]
    return {"received": total, "by_persons": persons, "by_organisations": total - persons}[code]


def corrected(rng: Random, form: str) -> Violation:
    """Another number of corrected reviews or lost lawsuits, or none where there are some."""
    report = sound(rng, form)
    code, text, none = rng.choice(
        (
            ("reviews_corrected", "因政府信息公开被申请行政复议被纠正{v}件。", "未发生因政府信息公开被行政复议纠错的情况。"),
            ("lawsuits_lost", "政府信息公开行政诉讼败诉{v}件。", "全年没有政府信息公开行政诉讼败诉的情形。"),
        )
    )  # fmt: skip
    items = ("litigation_direct", "litigation_after_reconsideration")
    items = ("reconsideration",) if code == "reviews_corrected" else items
    value = sum(report.numbers[R, item, "corrected"] for item in items)
    said = none if value and rng.random() < 0.5 else text.format(v=value + rng.randint(1, 5))
    return one(f"prose.{code}", replace(report, sentences=(said,)))


def published(rng: Random, _: str) -> Violation:
    """More documents made public than there are: a question only."""
    report = sound(rng, "2021")
    more = report.numbers[P, "normative_documents", "in_force"] + rng.randint(1, 9)
    text = f"主动公开行政规范性文件{more}件。"
    return one("prose.documents_published", replace(report, sentences=(text,)))


def fee_notices(rng: Random, _: str) -> Violation:
    """No notice of a fee, while requests ended because it was not paid."""
    report = sound(rng, "2021").answered("3.6.2", "natural_person")
    report = replace(report, other=("本年度未发出收费通知。无其他事项。",))
    return one("prose.fee_notices", report)


def sums(rng: Random, form: str) -> Violation:
    """Numbers of the prose that do not come to each other, beside tables that do."""
    report = sound(rng, form)
    new, before = (quantity(code, report.numbers) for code in ("received", "carried_in"))
    done, left = (quantity(code, report.numbers) for code in ("answered", "carried_over"))
    by = rng.randint(1, 9)
    text = (
        f"全年新收政府信息公开申请{new}件，上年结转{before}件，办结{done}件，"
        f"结转下年度继续办理{left + by}件。"
    )
    report = replace(report, sentences=(text,))
    return made("prose.sum", report, places={("prose.sum", ""), ("prose.carried_over", "")})


OLD = {
    "received": ("3.1",),
    "answered": ("3.2", "3.3"),
    "reviewed": ("4",),
    "litigated": ("5",),
}
"""Rows of the 2014 table that a quantity stands in."""


def said_2014(rng: Random, _: str) -> Violation:
    """Prose of a 2014 report that says one more."""
    report = sound(rng, "2014")
    code = rng.choice(list(OLD))
    by = rng.randint(1, 9)
    says = {(S, row, "count"): report.numbers[S, row, "count"] + by for row in OLD[code]}
    return one(f"prose.{code}_2014", replace(report, says=says))
