"""The rule book: per rule a report that passes, one that fails, one that cannot tell, one it is not for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

import pytest

from expectations.batch import batch_of
from expectations.findings import Noted, check_batch
from expectations.prose import Accepted, accepted
from expectations.rules import Rule, rule_book
from expectations.verdict import comparisons
from gongkai.form import Form, forms
from gongkai.report import Remark, Statement
from tests.expectations.given import (
    CONSISTENT,
    COUNT,
    NEW,
    RESULT,
    A,
    Given,
    Outcome,
    P,
    Printed,
    R,
    S,
    checked,
    figures,
    findings,
    printed_before,
    without,
)

NOTHING: Printed = {}
STEADY = printed_before(CONSISTENT)
BOTH = ("natural_person", "total")


def column(items: Mapping[str, str]) -> Printed:
    """The same numbers in the natural persons' column and in the totals."""
    return {(A, item, measure): said for item, said in items.items() for measure in BOTH}


@dataclass(frozen=True)
class Case:
    """A report, and what a rule makes of it; `message` is part of what the finding says."""

    rule: str
    outcome: str
    change: Printed
    message: str = ""
    form: str = "2021"
    year: int = 2023
    last: Printed | None = None
    last_form: str = ""

    def given(self) -> Given:
        base = CONSISTENT if self.form != "2014" else NOTHING
        return Given({**base, **self.change}, self.year, self.last, self.last_form, form=self.form)


def gone(table: str, form: str = "2021", state: str = "absent") -> Printed:
    return without(forms()[form], table, state)


def _sums(rule: str, total: str, first: str, message: str) -> list[Case]:
    """A total of the 2014 table that fits, one that is too small, one that is blank, none at all."""
    old = {"form": "2014", "year": 2016}
    return [
        Case(rule, "pass", NOTHING, **old),
        Case(rule, "fail", {(S, first, COUNT): "3"}, message, **old),
        Case(rule, "not_checkable", {(S, total, COUNT): "blank"}, "空格不当作零", **old),
        Case(rule, "not_applicable", gone(S, "2014"), **old),
    ]


def _last(rule: str, change: Printed, message: str, table: str, **kind) -> list[Case]:
    """A number that goes with last year's zeros, one that does not, no last year, an early year."""
    kind = {"year": 2023, **kind}
    return [
        Case(rule, "pass", NOTHING, last=NOTHING, **kind),
        Case(rule, "fail", change, message, last=NOTHING, **kind),
        Case(rule, "not_checkable", NOTHING, f"缺少 {kind['year'] - 1} 年度的报告", **kind),
        Case(rule, "not_applicable", gone(table, kind.get("form", "2021")), last=NOTHING, **kind),
    ]


TRIAL = {"form": "2019", "year": 2020}
COPIED = {(A, item, m): "3" for item in ("1", "3.1", "3.7") for m in (*BOTH, "business")}
CASES = [
    Case("applications.balance", "pass", {}),
    Case("applications.balance", "fail", column({"4": "1"}), "22 + 0 ≠ 22 + 1，差 1"),
    Case("applications.balance", "not_checkable", {(A, "2", "natural_person"): "blank"}, "空格不当作零"),
    Case("applications.balance", "not_applicable", gone(A)),
    Case("applications.row_sum", "pass", {}),
    Case("applications.row_sum", "fail", {(A, "1", "total"): "23", (A, "2", "total"): "-1"}, "23 ≠ 22 + 0 + 0 + 0 + 0 + 0，差 1"),
    Case("applications.row_sum", "not_checkable", {(A, "1", "total"): "blank"}, "“一、本年新收政府信息公开申请数量”行"),
    Case("applications.row_sum", "not_applicable", gone(A)),
    Case("applications.part", "pass", {(A, "1", "business"): "absent"}),
    Case("applications.part", "fail", {(A, "1", "business"): "absent", NEW: "23"}, "23 > 22，差 1"),
    Case("applications.part", "not_applicable", {}),
    Case("applications.column_sum", "pass", {}),
    Case("applications.column_sum", "fail", column({"3.2": "1"}), "22 ≠ 22 + 1（其余各项为 0 或空，合计 23），差 1"),
    Case("applications.column_sum", "not_checkable", {(A, "3.7", "natural_person"): "blank"}, "“自然人”列"),
    Case("applications.column_sum", "not_checkable", {(A, "3.4.1", "natural_person"): "absent"}, "在原文中没有"),
    Case("applications.column_sum", "not_applicable", gone(A)),
    Case("applications.carried_share", "pass", {}),
    Case("applications.carried_share", "fail", column({"3.1": "10", "3.7": "10", "4": "12"}), "22 + 0 < 2 × 12，差 2"),
    Case("applications.carried_share", "not_checkable", {(A, "4", "total"): "blank"}, "空格不当作零"),
    Case("applications.carried_share", "not_applicable", column({"1": "3"})),
    Case("applications.other_share", "pass", {}),
    Case("applications.other_share", "fail", column({"3.1": "12", "3.6.3": "10"}), "3 × 22 < 10 × 0 + 10 × 0 + 10 × 10，差 34"),
    Case("applications.other_share", "not_checkable", {(A, "3.6.1", "total"): "blank"}, "空格不当作零"),
    Case("applications.other_share", "not_applicable", column({"3.7": "3"})),
    Case("review_litigation.row_sum", "pass", {}),
    Case("review_litigation.row_sum", "fail", {(R, "reconsideration", "upheld"): "10", (R, "reconsideration", "corrected"): "1"}, "0 ≠ 10 + 1 + 0 + 0，差 11。疑为漏填，按各分项相加应为 11"),
    Case("review_litigation.row_sum", "not_checkable", {(R, "litigation_direct", "total"): "blank"}, "“未经复议直接起诉”"),
    Case("review_litigation.row_sum", "not_applicable", gone(R)),
    Case("review_litigation.part", "pass", {(R, "reconsideration", "other"): "absent"}),
    Case("review_litigation.part", "fail", {(R, "reconsideration", "other"): "absent", (R, "reconsideration", "upheld"): "2"}, "2 > 0，差 2"),
    Case("review_litigation.part", "not_applicable", {}),
    Case("proactive_disclosure.in_force", "pass", {}),
    Case("proactive_disclosure.in_force", "fail", {(P, "normative_documents", "issued"): "2"}, "0 + 0 < 2，差 2"),
    Case("proactive_disclosure.in_force", "not_checkable", {(P, "normative_documents", "in_force"): "blank"}, "空格不当作零"),
    Case("proactive_disclosure.in_force", "not_applicable", gone(P)),
    Case("proactive_disclosure.made", "pass", {}, **TRIAL),
    Case("proactive_disclosure.made", "fail", {(P, "regulations", "disclosed"): "2"}, "0 < 2，差 2", **TRIAL),
    Case("proactive_disclosure.made", "not_checkable", {(P, "regulations", "disclosed"): "blank"}, "空格不当作零", **TRIAL),
    Case("proactive_disclosure.made", "not_applicable", gone(P, "2019"), **TRIAL),
    Case("proactive_disclosure.disclosed", "pass", {}, **TRIAL),
    Case("proactive_disclosure.disclosed", "fail", {(P, "regulations", "disclosed"): "2"}, "0 < 2，差 2", **TRIAL),
    Case("proactive_disclosure.disclosed", "not_checkable", {(P, "regulations", "disclosed"): "blank"}, "空格不当作零", **TRIAL),
    Case("proactive_disclosure.disclosed", "not_applicable", gone(P, "2019"), **TRIAL),
    Case("proactive_disclosure.items_left", "pass", {(P, "licensing", "change"): "-8", (P, "licensing", "prior_year_items"): "8"}, **TRIAL),
    Case("proactive_disclosure.items_left", "fail", {(P, "licensing", "change"): "-8"}, "0 + （-8） < 0，差 8", **TRIAL),
    Case("proactive_disclosure.items_left", "not_checkable", {(P, "licensing", "change"): "blank"}, "空格不当作零", **TRIAL),
    Case("proactive_disclosure.items_left", "not_applicable", gone(P, "2019"), **TRIAL),
    *_sums("statistics.received_sum", "3.1", "3.1.2", "0 ≠ 0 + 3 + 0 + 0"),
    *_sums("statistics.completed_sum", "3.2", "3.2.1", "0 ≠ 3 + 0"),
    *_sums("statistics.answered_sum", "3.3", "3.3.8", "0 ≠ 0 + 0 + 0 + 0 + 0 + 0 + 0 + 3"),
    *_sums("statistics.refused_sum", "3.3.4", "3.3.4.1", "0 ≠ 3 + 0 + 0 + 0 + 0 + 0"),
    *_sums("statistics.review_sum", "4", "4.2", "0 ≠ 0 + 3 + 0"),
    *_sums("statistics.litigation_sum", "5", "5.3", "0 ≠ 0 + 0 + 3"),
    *_sums("statistics.staff_sum", "8.3", "8.3.1", "0 ≠ 3 + 0"),
    *_sums("statistics.completed_answered", "3.2", "3.3", "0 ≠ 3"),
    *_sums("statistics.channels_sum", "1.2.2", "1.1", "3 > 0 + 0 + 0 + 0 + 0"),
    *_sums("statistics.channel", "1.1", "1.2.3", "3 > 0"),
    *_sums("statistics.documents", "1.1", "1.1.a", "3 > 0"),
    *_sums("statistics.documents_made", "1.1.b", "1.1.a", "3 > 0"),
    *_sums("statistics.completed", "3.1", "3.2", "3 > 0"),
    *_sums("statistics.press_conferences", "2.2.1", "2.2.1.a", "3 > 0"),
    *_sums("statistics.interviews", "2.2.2", "2.2.2.a", "3 > 0"),
    Case("cells.count", "pass", {}),
    Case("cells.count", "fail", {(P, "licensing", "decisions"): "12.5"}, "12.5"),
    Case("cells.count", "fail", {(R, "reconsideration", "other"): "-1", (R, "reconsideration", "pending"): "1"}, "-1"),
    Case("cells.count", "fail", {(P, "licensing", "change"): "1.5"}, "1.5", **TRIAL),
    Case("cells.count", "not_checkable", gone(R, state="blank"), "空格不当作零"),
    Case("cells.count", "not_applicable", {**gone(A), **gone(R), **gone(P)}),
    Case("cells.amount", "pass", {}),
    Case("cells.amount", "fail", {(P, "fees", "amount"): "-0.5"}, "-0.5"),
    Case("cells.amount", "fail", {(P, "procurement", "amount"): "-1"}, "-1", **TRIAL),
    Case("cells.amount", "not_checkable", {(P, "fees", "amount"): "blank"}, "空格不当作零"),
    Case("cells.amount", "not_applicable", gone(P)),
    *_last("applications.carried_over", {(A, "2", "total"): "1"}, "与 2022 年度的报告相比", A),
    Case("applications.carried_over", "pass", {(A, "2", "total"): "5"}, year=2021, last={(A, "4", "total"): "5"}, last_form="2019"),
    Case("applications.carried_over", "not_applicable", {(A, "2", "total"): "1"}, form="2019", year=2019, last={}, last_form="2014"),
    *_last("applications.carried_over_by_applicant", {(A, "2", "business"): "1"}, "1 ≠ 0，差 1", A),
    *_last("proactive_disclosure.stock", {(P, "regulations", "issued"): "1"}, "0 ≠ 0 + 1 - 0，差 1", P),
    Case("proactive_disclosure.stock", "not_applicable", {(P, "regulations", "issued"): "1"}, year=2021, last={}, last_form="2019"),
    *_last("proactive_disclosure.repealed", {(P, "regulations", "repealed"): "1"}, "1 > 0 + 0，差 1", P),
    *_last("proactive_disclosure.items_stock", {(P, "fees", "prior_year_items"): "4"}, "4 ≠ 0 + 0，差 4", P, **TRIAL),
    *_last("proactive_disclosure.disclosed_stock", {(P, "regulations", "disclosed"): "4"}, "0 ≠ 0 + 4，差 4", P, **TRIAL),
    Case("review_litigation.pending", "pass", {}, last={}),
    Case("review_litigation.pending", "fail", {}, "0 < 3，差 3", last={(R, "reconsideration", "pending"): "3"}),
    Case("review_litigation.pending", "not_checkable", {}, "缺少 2022 年度的报告"),
    Case("review_litigation.pending", "not_applicable", gone(R), last={}),
    Case("report.unchanged", "pass", {}, last={}),
    Case("report.unchanged", "pass", {}, last=CONSISTENT),
    Case("report.unchanged", "fail", COPIED, "与 2022 年度的报告完全相同", last={**CONSISTENT, **COPIED}),
    Case("report.unchanged", "not_checkable", {}, "缺少 2022 年度的报告"),
    Case("report.unchanged", "not_applicable", {}, form="2019", year=2019, last={}, last_form="2014"),
    Case("cells.unit_slip", "pass", {(P, "fees", "amount"): "12.5"}, last={(P, "fees", "amount"): "17"}),
    Case("cells.unit_slip", "fail", {(P, "fees", "amount"): "125000"}, "上年是 12", last={(P, "fees", "amount"): "12"}),
    Case("cells.unit_slip", "not_checkable", {}, "缺少 2022 年度的报告"),
    Case("cells.unit_slip", "not_applicable", gone(P), last={}),
    Case("cells.jump", "pass", {}, last=CONSISTENT),
    Case("cells.jump", "fail", {(P, "licensing", "decisions"): "125"}, "印的是 125，上年是 12", last={(P, "licensing", "decisions"): "12"}),
    Case("cells.jump", "not_checkable", {}, "缺少 2022 年度的报告"),
    Case("cells.jump", "not_applicable", {**gone(A), **gone(P), **gone(R)}, last={}),
]  # fmt: skip

ALL = {"pass", "fail", "not_checkable", "not_applicable"}
WEAKER = ALL - {"not_checkable"}


@lru_cache(maxsize=4)
def _together(form: str) -> tuple[Outcome, dict[int, int]]:
    """All cases of a form in one run, and the row of each."""
    own = [number for number, case in enumerate(CASES) if case.form == form]
    return checked(*(CASES[number].given() for number in own)), dict(
        zip(own, range(len(own)), strict=True)
    )


@pytest.mark.parametrize(
    "number", range(len(CASES)), ids=lambda n: f"{CASES[n].rule}-{CASES[n].outcome}"
)
def test_each_rule(number: int) -> None:
    case = CASES[number]
    came, rows = _together(case.form)
    row = rows[number]
    assert came.of(case.rule, row) == case.outcome
    found = [f for f in came.found if f.rule == case.rule and f.report == f"r{row}"]
    if case.outcome in ("fail", "not_checkable"):
        assert {f.outcome for f in found} == {case.outcome}
        assert any(case.message in f.message for f in found), [f.message for f in found]
    else:
        assert not found
    holds = case.outcome == "fail" and rule_book()[case.rule].severity == "error"
    assert all(f.holds == holds for f in found)


def test_every_rule_of_arithmetic_has_its_cases() -> None:
    """A rule that is added wants a report that passes, fails, cannot tell, and is not for it."""
    for rule in rule_book().values():
        if rule.is_checked:
            outcomes = {case.outcome for case in CASES if case.rule == rule.id}
            assert outcomes == (WEAKER if rule.weaker_than else ALL), rule.id


def _said(rule: Rule, value: int, **change) -> Statement:
    denied = not rule.accepts
    said = Statement(rule.says, "count", Decimal(value), Decimal(0), "whole", denied, "原句。", 2)
    return replace(said, **change)


def _prose_cases(form: str, rule: Accepted) -> list[Given]:
    """What is said is so, is not, cannot be told, is not said, is said of a part."""
    year = {"2021": 2023, "2019": 2020, "2014": 2016}[form]
    cells = [t.cell for side in (*rule.counts, *rule.none) for t in side.every]
    denied = not rule.rule.accepts
    three = {cell: "3" for cell in cells if denied}
    wrong = _said(rule.rule, 0 if denied else 3)
    return [
        Given({}, year, form=form, statements=[_said(rule.rule, 0)]),
        Given(three, year, form=form, statements=[wrong]),
        Given(dict.fromkeys(cells, "blank"), year, form=form, statements=[_said(rule.rule, 0)]),
        Given({}, year, form=form),
        Given(three, year, form=form, statements=[replace(wrong, scope="narrower")]),
    ]


@pytest.mark.parametrize("form", ["2021", "2019", "2014"])
def test_each_prose_rule(form: str) -> None:
    rules = accepted(form)
    came = checked(*(given for rule in rules for given in _prose_cases(form, rule)))
    for place, rule in enumerate(rules):
        rows = range(5 * place, 5 * place + 5)
        wrong = "explained" if rule.rule.asks == "always" else "fail"
        got = [came.of(rule.rule.id, row) for row in rows]
        assert got == ["pass", wrong, "not_checkable", "not_applicable", "explained"], rule.rule.id
        names = {f"r{row}" for row in rows}
        found = [f for f in came.found if f.rule == rule.rule.id and f.report in names]
        assert [f.report for f in found] == [f"r{rows[1]}", f"r{rows[4]}"]
        assert found[0].severity == rule.rule.severity != "error"
        assert found[1].severity == "info"
        assert all(f.quote == ("原句。", 2) and "第 2 页" in f.message for f in found)
        assert not any(f.holds for f in found)


def test_received_may_include_what_was_carried_in_and_the_finding_says_what_was_tried() -> None:
    carried = column({"2": "5", "4": "5"})
    rule = rule_book()["prose.received"]
    both, neither = (
        Given({**CONSISTENT, **carried}, statements=[_said(rule, value)]) for value in (27, 30)
    )
    came = checked(both, neither)
    assert [came.of(rule.id, row) for row in (0, 1)] == ["pass", "fail"]
    message = next(f.message for f in came.found if f.rule == rule.id)
    assert "22（" in message
    assert "27（" in message


CARRIED, STOCK = "applications.carried_over", "proactive_disclosure.stock"
LEAST, PENDING = "agencies.at_least", "review_litigation.pending"


@pytest.mark.parametrize(
    ("sentence", "explained"),
    [
        ("因原教育局与体育局合并，上年结转为两局之和。", {CARRIED}),
        ("由于街道合并，上年结转件数为原两个街道结转数之和。", {CARRIED}),
        ("因机构改革，本年度上年结转申请5件为原两局结转件数合计。", {CARRIED}),
        ("经核查，上年度报告中结转下年度继续办理数量填报有误，现更正为5件。", {CARRIED}),
        ("说明：2022年度结转下年度继续办理数误填为9件，实际应为5件。", {CARRIED}),
        ("注：上年结转数含原旅游局结转2件。", {CARRIED}),
        ("因1件申请撤回，故上年结转数为1件，与上年度数据不一致。", {CARRIED}),
        ("部分行政规范性文件有效期届满自动失效，现行有效件数相应减少。", {STOCK}),
        ("注：本表数据不含已划转的乡镇，因统计口径调整未包含下属单位。", {LEAST}),
        ("注：行政复议、行政诉讼数量含上年度结转数量。", {PENDING}),
        ("由于申请人撤回较多，结转下年度的申请数量较上年减少3件。", set()),
        ("由于部分申请并案处理，本年结转下年度继续办理的申请数量有所减少。", set()),
        ("因机构改革，规范性文件数量与上年不一致，上年结转的申请均已办结。", {STOCK}),
        ("因统计口径调整，行政处罚数量较上年有所减少。", set()),
        ("因执法职能划转，行政处罚数量比上年减少。", set()),
        ("因口径不同，申请数量与上年不一致，已剔除新收中的重复件。", set()),
    ],
)
def test_a_reason_explains_the_number_it_is_about(sentence: str, explained: set[str]) -> None:
    rules = (CARRIED, STOCK, LEAST, PENDING)
    found = {name: rule_book()[name].explained_by for name in rules}
    assert {name for name, one in found.items() if one and one.holds(sentence)} == explained


def test_a_part_is_not_told_where_the_whole_is_said_rightly() -> None:
    rule = rule_book()["prose.received"]
    part = _said(rule, 5, scope="narrower", sentence="其中一部分。")
    came = checked(
        Given(CONSISTENT, statements=[part]),
        Given(CONSISTENT, statements=[part, _said(rule, 22)]),
    )
    assert [came.of(rule.id, row) for row in range(2)] == ["explained", "pass"]


def test_no_lawsuits_are_denied_for_both_kinds() -> None:
    one = {(R, "litigation_after_reconsideration", m): "1" for m in ("upheld", "total")}
    rule = rule_book()["prose.litigated"]
    came = checked(Given({**CONSISTENT, **one}, statements=[_said(rule, 0, denied=True)]))
    assert came.of(rule.id) == "fail"


@pytest.mark.parametrize(
    ("kind", "value", "outcome"),
    [("share", "45.5", "pass"), ("share", "44.9", "fail"), ("growth", "10.0", "pass"), ("growth", "12.0", "fail")],
)  # fmt: skip
def test_percentages_are_recomputed(kind: str, value: str, outcome: str) -> None:
    ten = column({"3.1": "10", "3.2": "12"})
    quantity = "granted" if kind == "share" else "received"
    said = Statement(quantity, kind, Decimal(value), Decimal("0.05"), "whole", False, "原句。", 1)
    last = {(A, "1", "total"): "20"}
    came = checked(Given({**CONSISTENT, **ten}, 2023, last, statements=[said]))
    assert came.of(f"prose.{quantity}") == outcome


CHILD = {(A, "1", "total"): 30.0, (A, "4", "total"): 0.0}


def test_a_government_is_compared_with_the_agencies_below() -> None:
    small = {(A, "1", "total"): 10.0}
    rest = {(A, "1", "total"): 12.0}
    came = checked(
        Given(CONSISTENT, children={"甲局": small}),
        Given(CONSISTENT, children={"甲局": CHILD}),
        Given(CONSISTENT, children={}, missing=("甲局",), complete=True),
        Given(CONSISTENT),
        Given(CONSISTENT, children={"甲局": small, "乙局": rest}, complete=True),
        Given(CONSISTENT, children={"甲局": small, "乙局": small}, complete=True),
    )
    least = [came.of("agencies.at_least", row) for row in range(6)]
    assert least == ["pass", "fail", "not_checkable", "not_applicable", "pass", "pass"]
    summed = [came.of("agencies.sum", row) for row in range(6)]
    assert summed == ["not_applicable", "not_applicable", "not_checkable", "not_applicable", "pass", "fail"]  # fmt: skip
    held = [f for f in came.found if f.holds]
    assert [(f.report, f.rule) for f in held] == [("r1", "agencies.at_least")]
    assert "“甲局”的数为 30" in held[0].message


def test_a_government_counts_at_least_what_the_known_agencies_add_up_to() -> None:
    child = {(A, "1", "total"): 15.0}
    both = {"甲局": child, "乙局": child}
    came = checked(
        Given(CONSISTENT, children=both),
        Given(CONSISTENT, children=both, missing=("丙局",), complete=True),
        Given(CONSISTENT, children={"甲局": child}, missing=("丙局",), complete=True),
        Given(CONSISTENT, children={"甲局": child, "乙局": {(A, "1", "total"): 30.0}}),
    )
    summed = [came.of("agencies.sum", row) for row in range(4)]
    assert summed == ["fail", "fail", "not_checkable", "not_applicable"]
    assert [f.report for f in came.found if f.holds] == ["r3"]


def test_a_blank_total_is_no_zero_beside_its_own_parts() -> None:
    """Neither of a row (表三) nor of a group (2014), in the sum of which it takes part."""
    blank = {(A, "3.1", "total"): "blank"}
    whole = {**blank, (A, "3.1", "natural_person"): "0"}
    came = checked(
        Given({**CONSISTENT, **blank}),
        Given(
            {**CONSISTENT, **whole, (A, "3.2", "natural_person"): "22", (A, "3.2", "total"): "22"}
        ),
    )
    rule = "applications.column_sum"
    assert [came.of(rule, row) for row in range(2)] == ["not_checkable", "pass"]
    assert not any(f.holds for f in came.found)
    group = {(S, "3.3", COUNT): "5", (S, "3.3.2", COUNT): "3", (S, "3.2", COUNT): "5"}
    parts = {(S, "3.3.4", COUNT): "blank", (S, "3.3.4.1", COUNT): "2"}
    old = checked(Given({**NOTHING, **group, **parts}, 2016, form="2014"))
    assert old.of("statistics.answered_sum") == "not_checkable"


def test_of_rows_that_stand_for_each_other_the_one_with_numbers_counts() -> None:
    """A form prints 3.6 as one row or as three; where both are there, one may be blank."""
    rows = {
        (A, f"3.6.{n}", m): "blank" for n in (1, 2, 3) for m in forms()["2021"].table[A].measure
    }
    one = {(A, "3.6", m): "0" for m in forms()["2021"].table[A].measure}
    two = {(A, "3.6", m): "2" for m in ("natural_person", "total")}
    both = {(A, i, m): "24" for i in ("1", "3.7") for m in ("natural_person", "total")}
    came = checked(Given({**CONSISTENT, **rows, **one, **two, **both}))
    assert came.of("applications.column_sum") == "pass"


def test_a_blank_is_not_filled_so_that_its_own_row_fails() -> None:
    blanks = {(A, "3.1", "total"): "blank", (A, "3.2", "total"): "blank"}
    came = checked(Given({**CONSISTENT, **blanks, (A, "3.3.1", "total"): "5"}))
    assert came.of("applications.row_sum") == "fail"
    proposed = {s.cell[1] for f in came.found for s in f.suggestions if s.printed is None}
    assert "3.2" not in proposed


def test_a_decimal_in_one_table_leaves_the_others_their_suggestions() -> None:
    decimal = {(R, "reconsideration", "upheld"): "0.5"}
    came = checked(Given({**CONSISTENT, **decimal, RESULT: "12"}))
    assert any(f.rule == "cause.mistyped" for f in came.found)


def test_what_the_same_change_settles_stands_under_one_cause() -> None:
    negative = checked(Given({**CONSISTENT, RESULT: "-22"}))
    roots = [f for f in negative.found if f.holds and not f.under]
    assert [f.rule for f in roots] == ["cause.mistyped"]
    assert {f.rule for f in negative.found if f.under == roots[0].key} >= {"cells.count"}
    carried = checked(Given({**CONSISTENT, (A, "2", "total"): "3"}, last={}))
    roots = [f for f in carried.found if f.holds and not f.under]
    assert [f.rule for f in roots] == ["cause.mistyped"]
    (count,) = [f for f in negative.found if f.rule == "cells.count"]
    assert "上年" not in count.message


def test_a_blank_report_shows_no_change_and_no_slip() -> None:
    empty = dict.fromkeys(forms()["2021"].cells(), "blank")
    came = checked(Given(empty, last={}))
    rules = ("cells.jump", "cells.unit_slip", "report.unchanged")
    assert {came.of(rule) for rule in rules} == {"not_checkable"}


def test_the_words_of_a_sum_have_its_signs_and_its_cells() -> None:
    rules = {rule.rule.id: rule.rule for rule in accepted("2021")}
    said = [_said(rules[name], 3) for name in ("prose.by_organisations", "prose.otherwise")]
    came = checked(Given(CONSISTENT, statements=said))
    told = {f.rule: f.message for f in came.found}
    first, second = (told[name] for name in ("prose.by_organisations", "prose.otherwise"))
    assert "“总计”列－“一、本年新收政府信息公开申请数量”行“自然人”列" in first
    assert "行“总计”列等 3 格合计" in second


def test_every_notice_of_the_reader_passes_fails_and_may_not_be_checkable() -> None:
    noticed = [rule for rule in rule_book().values() if rule.kind == "noticed"]
    assert len(noticed) > 30
    given = [Given(CONSISTENT, remarks=[Remark(rule.id, "注意到。")]) for rule in noticed]
    came = checked(Given(CONSISTENT), *given)
    for row, rule in enumerate(noticed, start=1):
        assert came.of(rule.id, 0) == "pass"
        assert came.of(rule.id, row) == ("explained" if rule.severity == "info" else "fail")
    unsure = [replace(g, remarks=[replace(g.remarks[0], outcome="not_checkable")]) for g in given]
    came = checked(*unsure)
    assert {came.of(rule.id, row) for row, rule in enumerate(noticed)} == {"not_checkable"}
    assert not any(f.holds for f in came.found)


def test_a_reason_in_the_report_explains_and_does_not_hold() -> None:
    reason = "因机构改革，本年上年结转数与上一年度报告不一致。"
    wrong = {(A, "2", "total"): "1"}
    came = checked(
        Given({**CONSISTENT, **wrong}, last={}),
        Given({**CONSISTENT, **wrong}, last={}, reasons=[reason]),
        Given({**CONSISTENT, **wrong}, last={}, reasons=["因受理渠道增加，申请数上升。"]),
    )
    rule = "applications.carried_over"
    assert [came.of(rule, row) for row in range(3)] == ["fail", "explained", "fail"]
    explained = next(f for f in came.found if f.rule == rule and f.report == "r1")
    assert explained.quote == (reason, 1)
    assert reason in explained.message


def test_a_consistent_report_has_no_findings(form: Form) -> None:
    assert findings(form, CONSISTENT) == []


def test_blank_details_beside_a_total_count_as_zero_and_say_so_once(form: Form) -> None:
    others = ("business", "research", "social_welfare", "legal_service", "other_organisation")
    blank = {
        (table, item, measure): "blank"
        for table, item, measure in form.cells()
        if table == A and item != "3.6" and measure in others
    }
    found = findings(form, {**CONSISTENT, **blank})
    said = [f for f in found if f.rule == "cells.blank_as_zero"]
    assert len(said) == 1
    assert said[0].severity == "info"
    assert not any(f.holds for f in found)
    waiting = [f for f in found if f.rule in ("applications.balance", "applications.column_sum")]
    assert {f.outcome for f in waiting} == {"not_checkable"}
    assert {f.under for f in waiting} == {"cause.blank"}


def test_a_row_of_blanks_beside_a_total_is_not_checkable(form: Form) -> None:
    row = {(A, "3.1", m): "blank" for m in form.table[A].measure if m != "total"}
    found = [f for f in findings(form, {**CONSISTENT, **row}) if f.rule == "applications.row_sum"]
    assert [f.outcome for f in found] == ["not_checkable"]


def test_other_handling_may_be_one_row(form: Form) -> None:
    one_row = {(A, "3.6", m): "0" for m in form.table[A].measure}
    one_row.update({(A, f"3.6.{n}", m): "absent" for n in (1, 2, 3) for m in form.table[A].measure})
    assert findings(form, {**CONSISTENT, **one_row}) == []
    wrong = {**CONSISTENT, **one_row, (A, "3.6", "natural_person"): "2", (A, "3.6", "total"): "2"}
    failed = {f.rule for f in findings(form, wrong) if f.rule.startswith("applications.")}
    assert failed == {"applications.column_sum"}


WRONG = {(A, "4", "total"): "1"}
CELLS = (((A, "1", "total"), "22"), ((A, "2", "total"), "0"), ((A, "3.7", "total"), "22"))


@pytest.mark.parametrize(
    ("seconds", "remarked", "verdict"),
    [
        ({**dict(CELLS), (A, "4", "total"): "1"}, [], "source"),
        ({**dict(CELLS), (A, "4", "total"): "0"}, [], "extraction"),
        ({**dict(CELLS), (A, "4", "total"): ""}, [], "extraction"),
        (dict(CELLS), [], "undecided"),
        ({(A, "4", "total"): "0"}, [], "extraction"),
        ({**dict(CELLS), (A, "4", "total"): "1"}, ["reading.out_of_place"], "extraction"),
        ({**dict(CELLS), (A, "4", "total"): "1"}, ["reading.spaced_number"], "undecided"),
    ],
)
def test_whose_mistake_it_is(form: Form, seconds, remarked, verdict: str) -> None:
    printed = [
        replace(f, second=seconds.get((f.table, f.item, f.measure)))
        for f in figures(form, {**CONSISTENT, **WRONG})
    ]
    remarks = [Remark(rule, "存疑。", A, ((A, "4", "total"),)) for rule in remarked]
    batch = batch_of(form, ["r0"], [printed])
    found = check_batch(form, batch, {"r0": Noted(remarks)}, (), comparisons).findings
    balance = next(f for f in found if f.rule == "applications.balance")
    assert balance.verdict == verdict


def test_a_remark_becomes_a_finding_and_gates(form: Form) -> None:
    noticed = Remark("reading.unknown_row", "有一行不认识。", A)
    came = checked(
        Given(CONSISTENT, last=STEADY, remarks=[noticed]), Given(CONSISTENT, last=STEADY)
    )
    found = [(f.report, f.rule, f.holds) for f in came.found]
    assert found == [("r0", "reading.unknown_row", True)]
    assert came.judged.verdict.failed["reading.unknown_row"] == (0,)


def test_every_rule_reads_as_chinese() -> None:
    for rule in rule_book().values():
        assert rule.title
        if rule.kind != "cause":
            assert rule.advice.endswith("。"), rule.id
        if rule.is_checked or rule.kind == "prose":
            assert rule.words, rule.id
            assert rule.basis, rule.id


def test_what_is_printed_decides_not_what_is_left_out(form: Form) -> None:
    assert RESULT in CONSISTENT
    assert findings(form, {**CONSISTENT, RESULT: "21"})
