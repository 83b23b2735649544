"""The rule book: per identity a report that passes, one that fails, one that cannot tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from expectations.findings import Finding, check_batch
from expectations.rules import Rule, checks, rule_book
from gongkai.form import Form, forms
from gongkai.report import Figure, Remark
from tasks.validate import batch_of

Printed = Mapping[tuple[str, str, str], str]


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


def findings(form: Form, *reports: Printed) -> list[Finding]:
    index = [f"r{number}" for number in range(len(reports))]
    found, _ = check_batch(form, batch_of(form, index, [figures(form, r) for r in reports]), {})
    return found


A, R, P = "applications", "review_litigation", "proactive_disclosure"
NEW, RESULT = (A, "1", "natural_person"), (A, "3.1", "natural_person")
CONSISTENT = {
    NEW: "22",
    (A, "1", "total"): "22",
    RESULT: "22",
    (A, "3.1", "total"): "22",
    (A, "3.7", "natural_person"): "22",
    (A, "3.7", "total"): "22",
}


def test_a_consistent_report_has_no_findings(form: Form) -> None:
    assert findings(form, CONSISTENT) == []


@dataclass(frozen=True)
class Case:
    """A change of the consistent report, and what must come of it."""

    rule: str
    change: Printed
    outcome: str
    message: str
    form: str = "2021"


S, COUNT = "statistics", "count"


def _sums(rule: str, total: str, first: str, message: str) -> list[Case]:
    """A total of the 2014 table that is too small, and one that is blank."""
    old = {"form": "2014"}
    return [
        Case(rule, {(S, first, COUNT): "3"}, "fail", message, **old),
        Case(rule, {(S, total, COUNT): "blank"}, "not_checkable", "空格不当作零", **old),
    ]


CASES = [
    Case("applications.balance", {(A, "4", "natural_person"): "1", (A, "4", "total"): "1"}, "fail", "22 + 0 ≠ 22 + 1，差 1"),
    Case("applications.balance", {(A, "2", "natural_person"): "blank"}, "not_checkable", "空格不当作零"),
    Case("applications.row_sum", {(A, "1", "total"): "23", (A, "2", "total"): "-1"}, "fail", "23 ≠ 22 + 0 + 0 + 0 + 0 + 0，差 1"),
    Case("applications.row_sum", {(A, "1", "total"): "blank"}, "not_checkable", "“一、本年新收政府信息公开申请数量”行"),
    Case("applications.column_sum", {(A, "3.2", "natural_person"): "1", (A, "3.2", "total"): "1"}, "fail", "22 ≠ 22 + 1（其余各项为 0 或空，合计 23），差 1"),
    Case("applications.column_sum", {(A, "3.7", "natural_person"): "blank"}, "not_checkable", "“自然人”列"),
    Case("applications.column_sum", {(A, "3.4.1", "natural_person"): "absent"}, "not_checkable", "在原文中没有"),
    Case("review_litigation.row_sum", {(R, "reconsideration", "upheld"): "10", (R, "reconsideration", "corrected"): "1"}, "fail", "0 ≠ 10 + 1 + 0 + 0，差 11。疑为漏填，按各分项相加应为 11"),
    Case("review_litigation.row_sum", {(R, "litigation_direct", "total"): "blank"}, "not_checkable", "“未经复议直接起诉”"),
    Case("cells.count", {(P, "licensing", "decisions"): "12.5"}, "fail", "12.5"),
    Case("cells.count", {(R, "reconsideration", "other"): "-1", (R, "reconsideration", "pending"): "1"}, "fail", "-1"),
    Case("cells.amount", {(P, "fees", "amount"): "-0.5"}, "fail", "-0.5"),
    Case("cells.count", {(P, "licensing", "change"): "1.5"}, "fail", "1.5", "2019"),
    Case("cells.amount", {(P, "procurement", "amount"): "-1"}, "fail", "-1", "2019"),
    *_sums("statistics.received_sum", "3.1", "3.1.2", "0 ≠ 0 + 3 + 0 + 0"),
    *_sums("statistics.completed_sum", "3.2", "3.2.1", "0 ≠ 3 + 0"),
    *_sums("statistics.answered_sum", "3.3", "3.3.8", "0 ≠ 0 + 0 + 0 + 0 + 0 + 0 + 0 + 3"),
    *_sums("statistics.refused_sum", "3.3.4", "3.3.4.1", "0 ≠ 3 + 0 + 0 + 0 + 0 + 0"),
    *_sums("statistics.review_sum", "4", "4.2", "0 ≠ 0 + 3 + 0"),
    *_sums("statistics.litigation_sum", "5", "5.3", "0 ≠ 0 + 0 + 3"),
    *_sums("statistics.staff_sum", "8.3", "8.3.1", "0 ≠ 3 + 0"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.outcome}")
def test_each_rule(case: Case) -> None:
    both = (CONSISTENT, {**CONSISTENT, **case.change})
    found = [f for f in findings(forms()[case.form], *both) if f.rule == case.rule]
    assert found, "the rule said nothing"
    assert {f.report for f in found} == {"r1"}
    assert {f.outcome for f in found} == {case.outcome}
    assert any(case.message in f.message for f in found), [f.message for f in found]
    holds = case.outcome == "fail" and rule_book()[case.rule].severity == "error"
    assert all(f.holds == holds for f in found)


def test_every_identity_has_its_three_cases() -> None:
    for rule in rule_book().values():
        outcomes = {case.outcome for case in CASES if case.rule == rule.id}
        if rule.kind == "identity":
            assert outcomes == {"fail", "not_checkable"}, rule.id
        elif rule.kind in ("count", "amount"):
            assert outcomes == {"fail"}, rule.id


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
    columns = {
        f.outcome for f in found if f.rule in ("applications.balance", "applications.column_sum")
    }
    assert columns == {"not_checkable"}


def test_a_row_of_blanks_beside_a_total_is_not_checkable(form: Form) -> None:
    row = {(A, "3.1", m): "blank" for m in form.table[A].measure if m != "total"}
    found = [f for f in findings(form, {**CONSISTENT, **row}) if f.rule == "applications.row_sum"]
    assert [f.outcome for f in found] == ["not_checkable"]


def test_other_handling_may_be_one_row(form: Form) -> None:
    one_row = {(A, "3.6", m): "0" for m in form.table[A].measure}
    one_row.update({(A, f"3.6.{n}", m): "absent" for n in (1, 2, 3) for m in form.table[A].measure})
    assert findings(form, {**CONSISTENT, **one_row}) == []
    wrong = {**CONSISTENT, **one_row, (A, "3.6", "natural_person"): "2", (A, "3.6", "total"): "2"}
    assert {f.rule for f in findings(form, wrong)} == {"applications.column_sum"}


def test_a_change_may_be_negative() -> None:
    less = {**CONSISTENT, (P, "licensing", "change"): "-8"}
    assert findings(forms()["2019"], less) == []


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
    remarks = {"r0": [Remark(rule, "存疑。", A, ((A, "4", "total"),)) for rule in remarked]}
    found, _ = check_batch(form, batch_of(form, ["r0"], [printed]), remarks)
    balance = next(f for f in found if f.rule == "applications.balance")
    assert balance.verdict == verdict


def test_a_remark_becomes_a_finding_and_gates(form: Form) -> None:
    batch = batch_of(form, ["r0", "r1"], [figures(form, CONSISTENT)] * 2)
    remarks = {"r0": [Remark("reading.unknown_row", "有一行不认识。", A)], "r1": []}
    found, verdict = check_batch(form, batch, remarks)
    assert [(f.report, f.rule, f.holds) for f in found] == [("r0", "reading.unknown_row", True)]
    assert verdict.failed["reading.unknown_row"] == (0,)


def test_a_rule_that_breaks_holds_every_report(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    import expectations.findings as room

    def without_a_column(sides, noticed, batch):
        return frame(sides, noticed, batch).drop(columns=["applications.balance[total].left"])

    frame = room.frame
    monkeypatch.setattr(room, "frame", without_a_column)
    found = findings(form, CONSISTENT)
    assert [(f.rule, f.outcome, f.holds) for f in found] == [
        ("applications.balance", "broken", True)
    ]


counts = st.integers(0, 50).map(str)
changes = st.dictionaries(
    st.sampled_from([NEW, RESULT, (A, "1", "total"), (A, "3.7", "natural_person"), (A, "3.6.3", "business"),
                     (A, "2", "total"), (R, "reconsideration", "total"), (R, "reconsideration", "upheld")]),
    counts | st.sampled_from(["blank", "absent"]),
    max_size=4,
)  # fmt: skip


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(changes, min_size=1, max_size=6))
def test_great_expectations_and_plain_arithmetic_agree(form: Form, reports: list[Printed]) -> None:
    """The verdicts of GX are those of the identities worked out by hand."""
    full = [{**CONSISTENT, **change} for change in reports]
    failed = {
        (f.report, f.rule, f.parts[0].cell)
        for f in findings(form, *full)
        if f.outcome == "fail" and rule_book()[f.rule].kind == "identity"
    }
    by_hand = set()
    for number, report in enumerate(full):
        values = {(f.table, f.item, f.measure): f for f in figures(form, report)}
        for check in checks(form):
            if check.rule.kind == "identity" and _fails(check, values):
                by_hand.add((f"r{number}", check.rule.id, check.left[0]))
    assert failed == by_hand


def _fails(check, values: Mapping[tuple[str, str, str], Figure]) -> bool:
    groups = [g for g in check.one_of if any(values[c].state != "absent" for c in g)]
    right = [values[c] for c in (*check.right, *(groups or [*check.one_of[:1], ()])[0])]
    left = [values[c] for c in check.left]
    if any(f.state != "number" for f in left):
        return False
    total = sum(f.value for f in left)
    if check.rule.blank_details and (any(f.state == "number" for f in right) or total == 0):
        right = [
            replace(f, state="number", value=Decimal(0)) if f.state == "blank" else f for f in right
        ]
    if any(f.state != "number" for f in right):
        return False
    return total != sum(f.value for f in right)


def test_every_rule_reads_as_chinese(form: Form) -> None:
    for rule in rule_book().values():
        assert isinstance(rule, Rule)
        assert rule.advice.endswith("。")
        assert rule.title
