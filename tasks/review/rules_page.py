"""The rules as the pages show them: which failed, how often, and the whole catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from expectations.catalogue import LEVEL_NAMES, by_level, forms_of, formula_of, years_of
from expectations.finding import Standing
from expectations.outcomes import NAMES, Tally, total
from expectations.rules import Rule
from gongkai.form import forms
from gongkai.report import Outcome
from tasks.review.problem import SEVERITIES
from tasks.review.sheet import Sheet

OUTCOME_NAMES: Mapping[Outcome, str] = {
    "pass": "通过",
    "fail": "未通过",
    "explained": "已说明",
    "not_checkable": "不能核对",
    "not_applicable": "不适用",
    "broken": "出错",
}


@dataclass(frozen=True)
class RuleRow:
    """A rule with what the pages say of it.

    Attributes:
        level, severity: in Chinese.
        formula: what it compares; empty where it is no arithmetic.
        table: the table it is about, as the newest form calls it; empty for none or several.
        valid: the forms and years it is valid for, in words.
        counts: how many reports came to each outcome; those not known are missing.
    """

    rule: Rule
    level: str
    severity: str
    formula: str
    table: str
    valid: str
    counts: Mapping[Outcome, int]

    @property
    def has_failed(self) -> bool:
        """Whether any report failed it."""
        return bool(self.counts.get("fail") or self.counts.get("broken"))


@dataclass(frozen=True)
class Level:
    """The rules of one level."""

    code: str
    name: str
    rows: tuple[RuleRow, ...]


def levels(made: Iterable[Sheet], tallies: Iterable[Tally]) -> tuple[Level, ...]:
    """The whole catalogue, level by level, with counts.

    Args:
        made: every report; what is not tallied is counted from these.
        tallies: how often each rule came to each outcome.
    """
    tallied, seen = total(tallies), _seen(made)
    return tuple(
        Level(
            code,
            LEVEL_NAMES[code],
            tuple(_row(rule, tallied.get(rule.id, seen.get(rule.id, {}))) for rule in rules),
        )
        for code, rules in by_level().items()
        if rules
    )


def form_title(form: str) -> str:
    """What stands above what is said of a form, from its name or its code."""
    return f"{form} 年表式" if form in forms() else form


def _table(code: str) -> str:
    """A table's name on the newest form that has it."""
    named = (forms()[form].table for form in sorted(forms(), reverse=True))
    return next((tables[code].name for tables in named if code in tables), "")


def _row(rule: Rule, counts: Mapping[Outcome, int]) -> RuleRow:
    every = "、".join(forms_of(rule))
    valid = f"{every} 年表式，{years_of(rule)}" if every else years_of(rule)
    return RuleRow(
        rule,
        LEVEL_NAMES[rule.level],
        SEVERITIES[rule.severity],
        formula_of(rule),
        _table(rule.table),
        valid,
        counts,
    )


def _seen(made: Iterable[Sheet]) -> dict[str, dict[Outcome, int]]:
    """Per rule, in how many reports findings came to which outcome, the gravest of a report."""
    counted: dict[str, dict[Outcome, int]] = {}
    for sheet in made:
        gravest: dict[str, int] = {}
        for rule, outcome in _outcomes(sheet):
            if outcome == "resolved":
                continue
            gravest[rule] = max(gravest.get(rule, 0), NAMES.index(outcome))
        for rule, code in gravest.items():
            counts = counted.setdefault(rule, {})
            counts[NAMES[code]] = counts.get(NAMES[code], 0) + 1
    return counted


def _outcomes(sheet: Sheet) -> Iterable[tuple[str, Standing]]:
    for problem in sheet.problems:
        yield problem.rule.id, problem.finding.outcome
        yield from ((one.rule.id, one.finding.outcome) for one in problem.under)
    for unchecked in sheet.unchecked:
        yield unchecked.finding.rule, unchecked.finding.outcome
        yield from ((rule.id, unchecked.finding.outcome) for rule in unchecked.rules)
