"""What the prose says against what the tables say: rules of kind `prose`.

A sentence that is about a part only, or that cannot be told to be about all, is
never a failure: where it differs, it is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

import numpy as np

from expectations.batch import Batch, Codes, Numbers
from expectations.checks import Check, Side, sums
from expectations.evaluate import Sides, evaluate
from expectations.finding import Finding, Part
from expectations.outcomes import EXPLAINED, FAIL, NOT_CHECKABLE, PASS
from expectations.rules import Rule, rule_book
from expectations.wording import cell_name, exact
from gongkai.form import Form, forms
from gongkai.number import plain
from gongkai.report import Statement

ROUNDING = Decimal("0.1")
"""Percentage points by which a share may be off beside its own last digit."""


@dataclass(frozen=True)
class Accepted:
    """A prose rule on a form: the sums of which one must be what is said."""

    rule: Rule
    counts: tuple[Side, ...]
    none: tuple[Side, ...]
    shares: tuple[Side, ...]

    @property
    def every(self) -> tuple[Side, ...]:
        """All sums it looks at."""
        return (*self.counts, *self.none, *self.shares)


@lru_cache(maxsize=8)
def accepted(form: str) -> tuple[Accepted, ...]:
    """The prose rules of a form by its code."""
    declared = forms()[form]
    found = []
    for rule in rule_book().values():
        is_valid = rule.kind == "prose" and (not rule.forms or form in rule.forms)
        if is_valid and rule.table in declared.table:
            counts, none, shares = (
                sums(rule, declared, texts) for texts in (rule.accepts, rule.none, rule.shares)
            )
            found.append(Accepted(rule, counts, none or counts, shares))
    return tuple(found)


@dataclass(frozen=True)
class Said:
    """A statement in its report's row, with what came of comparing it.

    Attributes:
        tried: the numbers of the tables it was compared with, and their sums' cells.
        outcome: `PASS`, `NOT_CHECKABLE`, `FAIL`, or `EXPLAINED` where it differs but is
            no more than a question.
    """

    row: int
    statement: Statement
    rule: Rule
    tried: tuple[tuple[Side, Decimal], ...]
    outcome: int


def compare(batch: Batch, statements: Sequence[Sequence[Statement]]) -> list[Said]:
    """Compare every statement of every report (one sequence a row) with the tables."""
    found: list[Said] = []
    by_quantity: dict[str, list[tuple[int, Statement]]] = {}
    for row, said in enumerate(statements):
        for statement in said:
            by_quantity.setdefault(statement.quantity, []).append((row, statement))
    for rule in accepted(batch.form):
        own = by_quantity.get(rule.rule.says, ())
        if own:
            now = _sums(rule, batch, last=False)
            last = _sums(rule, batch, last=True)
            for row, statement in own:
                made = _compared(rule, statement, now[row], last[row])
                if made is not None:
                    found.append(Said(row, statement, rule.rule, *made))
    return _asked(found)


def _asked(found: Sequence[Said]) -> list[Said]:
    """Where one sentence says the tables' number, others that differ are less than that.

    One of the whole is only a question; one of a part is a part.
    """
    whole = [s for s in found if s.outcome == PASS and s.statement.scope == "whole"]
    right = {(s.row, s.rule.id, s.statement.kind) for s in found if s.outcome == PASS}
    sure = {(s.row, s.rule.id, s.statement.kind) for s in whole}
    made = []
    for one in found:
        key = (one.row, one.rule.id, one.statement.kind)
        if one.outcome == FAIL and key in right:
            made.append(replace(one, outcome=EXPLAINED))
        elif one.statement.scope == "narrower" and key in sure:
            made.append(replace(one, outcome=PASS))
        else:
            made.append(one)
    return made


def _sums(rule: Accepted, batch: Batch, last: bool) -> Numbers:
    """The sums of a rule (n, sums), NaN where a cell is no number; of last year's report or not."""
    source = batch.last if last else batch
    if source is None:
        return np.full((len(batch), len(rule.every)), np.nan)
    checks = [Check("", _SUM, batch.form, side) for side in rule.every]
    return np.stack([sides.left for sides in _evaluated(checks, source)], axis=1)


_SUM = Rule(id="", level="prose", kind="formula", title="", formula="x = 0")


def _evaluated(checks: Sequence[Check], batch: Batch) -> list[Sides]:
    return [evaluate([check], batch)[0] for check in checks]


def _compared(
    rule: Accepted, statement: Statement, now: Numbers, last: Numbers
) -> tuple[tuple[tuple[Side, Decimal], ...], int] | None:
    """What a statement was compared with, and the outcome; None where there is nothing to."""
    first, second = len(rule.counts), len(rule.counts) + len(rule.none)
    counts = list(zip(rule.counts, now[:first], strict=True))
    if statement.denied:
        counts = list(zip(rule.none, now[first:second], strict=True))
    if statement.kind == "share":
        wholes = now[second:]
        counts = [
            (side, 100 * part / whole)
            for side, part in counts
            for whole in wholes
            if whole and not np.isnan(whole)
        ]
    elif statement.kind == "growth":
        counts = [
            (side, 100 * (part / before - 1))
            for (side, part), before in zip(counts, last[:first], strict=True)
            if before
        ]
    if not counts:
        return None
    tried = [(side, value) for side, value in counts if not np.isnan(value)]
    if not tried:
        return (), NOT_CHECKABLE
    values = [(side, _decimal(value, statement.kind)) for side, value in tried]
    slack = statement.tolerance + (ROUNDING if statement.kind != "count" else 0)
    agrees = any(abs(value - statement.value) <= slack for _, value in values)
    asks = rule.rule.asks == "always" or statement.scope != "whole"
    return tuple(values), PASS if agrees else EXPLAINED if asks else FAIL


def _decimal(value: float, kind: str) -> Decimal:
    if kind == "count":
        return exact(value) or Decimal(0)
    return Decimal(str(round(value, 4)))


def marks(batch: Batch, said: Sequence[Said]) -> Mapping[str, Codes]:
    """Per prose rule the outcome in each report; not applicable where nothing is said."""
    found = {rule.rule.id: np.zeros(len(batch), dtype=np.int8) for rule in accepted(batch.form)}
    for one in said:
        known = found[one.rule.id]
        known[one.row] = max(known[one.row], one.outcome)
    return found


_KINDS = {"count": "", "share": "占比", "growth": "同比"}

_DIFFERS = (
    "两个数所指的如是同一范围、同一时间，请核对哪一处有误；"
    "如不是同一件事（例如只是其中一部分），请机关在文中写明。"
)
"""Said where they differ: who wrote the sentence knows what it is about, we do not."""

_ASKED = {
    "whole": "请看两处所指是否相同、是否应当一致。",
    "narrower": "这句话说的可能只是其中一部分，故只作说明。",
    "unsure": "不能肯定两处说的是同一个数，故只作说明。",
}
"""Said by what the sentence is about, where it is no more than a question."""


def findings(form: Form, batch: Batch, said: Sequence[Said]) -> list[Finding]:
    """What the prose says otherwise than the tables, a finding per sentence and rule."""
    found: dict[tuple[int, str, str], Finding] = {}
    for one in said:
        if one.outcome not in (EXPLAINED, FAIL):
            continue
        where = (one.row, one.rule.id, one.statement.sentence)
        finding = _finding(form, batch, one)
        known = found.get(where)
        if known is None or (known.severity == "info" and finding.severity != "info"):
            found[where] = finding
    return list(found.values())


def _finding(form: Form, batch: Batch, one: Said) -> Finding:
    statement, rule = one.statement, one.rule
    tried = "，或 ".join(_sum_in_words(form, side, v, statement.kind) for side, v in one.tried)
    where = f"第 {statement.page} 页" if statement.page else "正文"
    kind = _KINDS[statement.kind]
    value = plain(statement.value) + ("%" if statement.kind != "count" else "")
    read_as = f"其中 {value} 读作“{rule.title.removeprefix('正文')}”{kind}"
    claim = f"{where}说“{statement.sentence}”，{'读作没有' if statement.denied else read_as}"
    ending = _ASKED[statement.scope] if one.outcome == EXPLAINED else _DIFFERS
    parts = {
        term.cell: Part(term.cell, batch.printed(term.cell, one.row), term.coefficient)
        for side, _ in one.tried
        for term in side.every
        if batch.state(term.cell)[one.row]
    }
    asks = one.outcome == EXPLAINED
    right = one.tried[0][1]
    return Finding(
        batch.index[one.row],
        rule.id,
        "info" if asks else rule.severity,
        "fail" if not asks else "explained",
        f"{claim}，表中是 {tried}。{ending}",
        rule.table,
        statement.value,
        right,
        tuple(parts.values()),
        claim=claim,
        equation=f"正文 {value}，表中 {tried}",
        quote=(statement.sentence, statement.page),
    )


def _sum_in_words(form: Form, side: Side, value: Decimal, kind: str) -> str:
    terms = side.terms or (side.one_of[0] if side.one_of else ())
    names = [cell_name(form, term.cell) for term in terms]
    if len(names) > 2:
        named = f"{names[0]}等 {len(names)} 格合计"
    else:
        signs = ("－" if term.coefficient < 0 else "＋" for term in terms)
        named = "".join(f"{sign}{name}" for sign, name in zip(signs, names, strict=True))[1:]
    shown = plain(value) if kind == "count" else f"{value:.2f}%"
    return f"{shown}（{named}）"
