"""The gate: what its verdict says holds a report, whatever the comparisons say."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from expectations.batch import Batch
from expectations.checks import checks_of
from expectations.evaluate import evaluate
from expectations.rules import rule_book
from expectations.verdict import Verdict, comparisons, counted_rules, great_expectations
from gongkai.form import forms
from gongkai.report import Remark
from tests.conftest import ROOT
from tests.expectations.given import CONSISTENT, RESULT, A, Given, checked, printed_before
from tests.expectations.test_parity import random_batch

STEADY = printed_before(CONSISTENT)
SOUND = Given(CONSISTENT, last=STEADY)
WRONG = Given({**CONSISTENT, RESULT: "21"}, last=STEADY)
NOTICED = Given(
    CONSISTENT, last=STEADY, remarks=[Remark("reading.unknown_row", "有一行不认识。", A)]
)


@pytest.fixture
def suite():
    """Imported when a test wants it, not when tests are collected."""
    from expectations import suite

    return suite


def keys() -> list[str]:
    """Every check of a form, and every rule that counts."""
    return [*(check.key for check in checks_of("2021")), *(rule.id for rule in counted_rules())]


def alone(key: str):
    """The comparisons' verdict, but that one key fails in the second report."""

    def judge(form, sides, counts, batch: Batch) -> Verdict:
        verdict = comparisons(form, sides, counts, batch)
        return replace(verdict, failed={**verdict.failed, key: (1,)})

    return judge


@pytest.mark.parametrize("key", keys())
def test_a_failing_expectation_alone_holds_a_report(key: str) -> None:
    came = checked(SOUND, SOUND, judge=alone(key))
    rule = key.partition("[")[0]
    assert [(f.report, f.rule, f.outcome) for f in came.found] == [("r1", rule, "fail")]
    assert came.found[0].holds == (rule_book()[rule].severity == "error")
    assert (came.of(rule, 0), came.of(rule, 1)) == (came.of(rule, 0), "fail")
    assert came.of(rule, 0) != "fail"


def test_great_expectations_decides_and_nothing_beside_it(
    suite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sound report is held because an expectation, and no comparison, finds fault with it."""

    def stricter(group, sides, counts, batch):
        rows = real(group, sides, counts, batch)
        name = "applications.balance.left"
        if name in rows:
            rows[name] = np.where((rows.report == "r1") & (rows.place == "total"), 23, rows[name])
        return rows

    real = suite.frame
    monkeypatch.setattr(suite, "frame", stricter)
    came = checked(SOUND, SOUND, judge=great_expectations)
    assert [(f.report, f.key, f.holds) for f in came.found] == [
        ("r1", "applications.balance[total]", True)
    ]


def test_an_expectation_that_breaks_holds_every_report(
    suite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_a_column(*given):
        return real(*given).drop(columns=["applications.balance.left"], errors="ignore")

    real = suite.frame
    monkeypatch.setattr(suite, "frame", without_a_column)
    came = checked(SOUND, SOUND, judge=great_expectations)
    assert [(f.report, f.rule, f.outcome, f.holds) for f in came.found] == [
        (name, "applications.balance", "broken", True) for name in ("r0", "r1")
    ]
    assert came.of("applications.balance") == "broken"


def test_both_judges_lead_to_the_same_findings() -> None:
    reports = (SOUND, WRONG, NOTICED)
    by_numpy, by_gx = (
        checked(*reports, judge=judge) for judge in (comparisons, great_expectations)
    )
    assert by_gx.found == by_numpy.found
    assert dict(by_gx.judged.verdict.failed) == dict(by_numpy.judged.verdict.failed)


def test_the_native_result_names_rule_report_and_place_and_is_always_the_same() -> None:
    one, other = (checked(SOUND, WRONG, judge=great_expectations) for _ in range(2))
    native = one.judged.verdict.native
    assert native == other.judged.verdict.native
    by_rule = {r["expectation_config"]["meta"]["rule"]: r for r in native["results"]}
    rules = {check.rule.id for check in checks_of("2021")} | {rule.id for rule in counted_rules()}
    assert list(by_rule) == [rule for rule in rule_book() if rule in rules]
    failed = by_rule["applications.row_sum"]["result"]["unexpected_index_list"]
    assert [(f["report"], f["place"]) for f in failed] == [("r1", "3.1")]
    assert native["statistics"]["evaluated_expectations"] == len(rules)
    assert native["success"] is False


def test_an_expectation_is_a_rule(suite) -> None:
    """Not a check: what Great Expectations takes goes by the number of expectations."""
    for form in ("2021", "2019", "2014"):
        checks = checks_of(form)
        rules = [rule for group in suite.groups(checks) for rule in group.checks]
        assert sorted(rules) == sorted({check.rule.id for check in checks})
        own = [c for group in suite.groups(checks) for each in group.checks.values() for c in each]
        assert len(own) == len(checks)


def test_the_comparisons_are_those_of_every_side() -> None:
    batch = random_batch("2021", 200, seed=3).batch
    sides = evaluate(checks_of("2021"), batch)
    failed = comparisons(forms()["2021"], sides, {}, batch).failed
    assert failed == {
        side.check.key: tuple(np.flatnonzero(side.fails).tolist())
        for side in sides
        if side.fails.any()
    }


ALONE = """
import sys
import {module}
print(sorted({{name.partition('.')[0] for name in sys.modules}} & {{'great_expectations', 'prefect'}}))
"""


@pytest.mark.parametrize(
    "module",
    ["expectations.findings", "tasks.validate", "tasks.one", "tests.expectations.given", "tests.conftest"],
)  # fmt: skip
def test_who_does_not_judge_does_not_import_great_expectations(module: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ALONE.format(module=module)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert ran.stdout.strip() == "[]"
