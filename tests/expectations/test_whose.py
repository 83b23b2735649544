"""Whose mistake a finding is: that two readers agree proves the reading, and no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from expectations.batch import batch_of
from expectations.finding import Finding
from expectations.findings import Noted, check_batch
from expectations.rules import rule_book
from expectations.verdict import comparisons
from expectations.whose import proves
from gongkai.form import Form
from gongkai.report import Figure, Prose, Remark, Statement
from tests.expectations.given import CONSISTENT, A, P, Printed, R, figures

Cell = tuple[str, str, str]
REGULATIONS = (P, "regulations", "issued")


def read_twice(
    form: Form, printed: Printed, seconds: Mapping[Cell, str | None] | None = None
) -> list[Figure]:
    """A report all of whose figures the second reader confirms but for some."""
    others = seconds or {}
    return [
        replace(
            figure,
            second=others[cell]
            if (cell := (figure.table, figure.item, figure.measure)) in others
            else {"number": str(figure.value), "blank": "", "absent": None}[figure.state],
        )
        for figure in figures(form, printed)
    ]


def found(
    form: Form,
    own: Sequence[Figure],
    last: Sequence[Figure] | None = None,
    noted: Noted | None = None,
) -> list[Finding]:
    batch = batch_of(form, ["r0"], [own], [2023], [last])
    return list(check_batch(form, batch, {"r0": noted or Noted()}, (), comparisons).findings)


def of(rule: str, findings: Sequence[Finding]) -> Finding:
    return next(f for f in findings if f.rule == rule and f.outcome == "fail")


WRONG = {**CONSISTENT, (A, "4", "total"): "1"}


def test_numbers_read_twice_alike_that_break_an_identity_are_the_agencys_mistake(
    form: Form,
) -> None:
    assert of("applications.balance", found(form, read_twice(form, WRONG))).verdict == "source"


@pytest.mark.parametrize(("said", "verdict"), [(None, "undecided"), ("0", "extraction")])
def test_one_number_that_is_not_confirmed_proves_nothing(form: Form, said, verdict: str) -> None:
    own = read_twice(form, WRONG, {(A, "4", "total"): said})
    assert of("applications.balance", found(form, own)).verdict == verdict


def _statement(value: int, sentence: str) -> Prose:
    said = Statement(
        "reviewed", "count", Decimal(value), Decimal(0), "whole", False, sentence, 1
    )  # fmt: skip
    return Prose((said,))


REVIEWED = {
    **CONSISTENT,
    (R, "reconsideration", "upheld"): "170",
    (R, "reconsideration", "total"): "170",
}
SENTENCE = "全市全年备案政府信息依申请公开领域行政复议案件134件。"


def test_a_sentence_beside_a_table_is_a_question_and_not_the_agencys_mistake(form: Form) -> None:
    own = read_twice(form, REVIEWED)
    said = of("prose.reviewed", found(form, own, noted=Noted(prose=_statement(134, SENTENCE))))
    assert said.verdict == "agreed"
    assert "其中 134 读作“行政复议数”，表中是 170" in said.message
    assert "如是同一范围、同一时间" in said.message
    assert "只是其中一部分" in said.message
    assert not any(word in said.message + said.equation for word in ("不符", "≠", "有误，", "错"))


def test_a_sentence_beside_a_table_that_is_wrong_itself_is_still_a_question(form: Form) -> None:
    own = read_twice(form, {**REVIEWED, (R, "reconsideration", "total"): "171"})
    findings = found(form, own, noted=Noted(prose=_statement(134, SENTENCE)))
    assert of("review_litigation.row_sum", findings).verdict == "source"
    assert of("prose.reviewed", findings).verdict == "agreed"


def test_every_prose_rule_leaves_open_what_the_sentence_is_about() -> None:
    for rule in rule_book().values():
        if rule.kind == "prose":
            assert "说的是同一件事" not in rule.basis
            assert not proves(rule)


BEFORE = {**CONSISTENT, (A, "4", "total"): "3"}


@pytest.mark.parametrize(
    ("said", "verdict"), [("3", "agreed"), (None, "undecided"), ("8", "undecided")]
)
def test_two_years_that_do_not_fit_do_not_prove_which_is_wrong(form: Form, said, verdict) -> None:
    last = read_twice(form, BEFORE, {(A, "4", "total"): said})
    findings = found(form, read_twice(form, CONSISTENT), last)
    assert of("applications.carried_over", findings).verdict == verdict


def test_a_number_read_twice_alike_where_it_should_not_be_is_not_undecided(form: Form) -> None:
    """467 规章 of an agency that may issue none, and 0 + 0 < 467: printed so, beyond doubt."""
    noticed = Remark("publication.authority", "“规章”行填有数字 467。", P, (REGULATIONS,))
    own = read_twice(form, {**CONSISTENT, REGULATIONS: "467"})
    findings = found(form, own, noted=Noted((noticed,)))
    assert of("publication.authority", findings).verdict == "agreed"
    assert of("proactive_disclosure.in_force", findings).verdict == "agreed"
    once = read_twice(form, {**CONSISTENT, REGULATIONS: "467"}, {REGULATIONS: None})
    findings = found(form, once, noted=Noted((noticed,)))
    assert of("publication.authority", findings).verdict == "undecided"


def test_a_cell_that_is_in_doubt_for_another_reason_keeps_all_it_takes_part_in_undecided(
    form: Form,
) -> None:
    doubt = Remark("reading.spaced_number", "存疑。", A, ((A, "4", "total"),))
    findings = found(form, read_twice(form, WRONG), noted=Noted((doubt,)))
    assert of("applications.balance", findings).verdict == "undecided"
    assert of("reading.spaced_number", findings).verdict == "undecided"


TWO = {**CONSISTENT, (A, "3.1", "total"): "23"}


def test_a_root_cause_proves_no_more_than_what_stands_under_it(form: Form) -> None:
    findings = found(form, read_twice(form, TWO))
    under = [f for f in findings if f.under and f.outcome == "fail"]
    cause = next(f for f in findings if f.key == under[0].under)
    assert {f.verdict for f in (cause, *under)} == {"source"}
    for said, verdict in ((None, "undecided"), ("9", "extraction")):
        other = {(A, "3.3.1", "total"): said}
        findings = found(form, read_twice(form, TWO, other))
        cause = next(f for f in findings if f.key == under[0].under)
        assert cause.verdict == verdict


def test_a_sum_that_a_blank_takes_part_in_may_yet_be_right(form: Form) -> None:
    """2 is no sum of 0 and a blank, unless 2 belongs there: left out, and nothing more."""
    two = {(A, item, "business"): "2" for item in ("1", "3.7")}
    totals = {(A, item, "total"): "24" for item in ("1", "3.7")}
    blank = {(A, "3.2", "business"): "blank", (A, "3.2", "total"): "2"}
    findings = found(form, read_twice(form, {**CONSISTENT, **two, **totals, **blank}))
    failed = {f.rule: f.verdict for f in findings if f.outcome == "fail"}
    assert failed["applications.row_sum"] == "agreed"
    assert "source" not in failed.values()
    filled = {(A, "3.2", "business"): "1"}
    findings = found(form, read_twice(form, {**CONSISTENT, **two, **totals, **blank, **filled}))
    assert of("applications.row_sum", findings).verdict == "source"
    more = {(A, "3.2", "natural_person"): "3"}
    findings = found(form, read_twice(form, {**CONSISTENT, **two, **totals, **blank, **more}))
    said = next(f for f in findings if f.key == "applications.row_sum[3.2]")
    assert (said.verdict, [p.value for p in said.parts].count(None)) == ("source", 1)


def test_what_is_no_failure_is_nobodys_mistake(form: Form) -> None:
    blank = {**CONSISTENT, (A, "3.7", "total"): "blank"}
    findings = found(form, read_twice(form, blank))
    waiting = [f for f in findings if f.outcome == "not_checkable" and f.parts]
    assert waiting
    assert "source" not in {f.verdict for f in waiting}


def test_only_identities_within_the_tables_prove_anything() -> None:
    proving = {rule.id for rule in rule_book().values() if proves(rule)}
    assert {"applications.balance", "review_litigation.row_sum", "cells.count"} <= proving
    assert all(rule_book()[rule].level == "table" for rule in proving)
    assert "statistics.refused_sum" not in proving
