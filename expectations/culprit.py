"""Which of two years' reports is likelier to be wrong, where they do not fit together.

Evidence is what else is known of either: an identity within its tables that fails in a
number that takes part, and whether the same rule holds between it and the year on its
other side. Without evidence, or with as much for both, nothing is said to be likelier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from expectations.batch import Batch
from expectations.checks import Cell
from expectations.evaluate import Sides
from expectations.finding import Finding
from expectations.findings import Judged
from expectations.rules import rule_book

AgencyYear = tuple[str, int]

WITHIN = 2
"""How much a failed identity within a report's own tables weighs, against 1 for another year."""


@dataclass(frozen=True)
class Results:
    """Every check on every report of a run.

    Attributes:
        whose: agency and year of each report.
        rows: of each agency and year, where its newest report stands: sides and row.
    """

    whose: Mapping[str, AgencyYear]
    rows: Mapping[AgencyYear, tuple[Mapping[str, Sides], Sequence[Sides], int]]

    @classmethod
    def of(cls, judged: Iterable[tuple[Batch, Judged]], whose: Mapping[str, AgencyYear]) -> Results:
        """The results of all forms, by whose they are."""
        rows: dict[AgencyYear, tuple[Mapping[str, Sides], Sequence[Sides], int]] = {}
        for batch, found in judged:
            by_key = {sides.check.key: sides for sides in found.sides}
            identities = [sides for sides in found.sides if sides.check.is_identity]
            for row, report in sorted(enumerate(batch.index), key=lambda pair: pair[1]):
                if report in whose:
                    rows[whose[report]] = (by_key, identities, row)
        return cls(whose, rows)

    def difference(self, place: AgencyYear, key: str) -> float | None:
        """Left minus right of a check in a year; None where it cannot be made."""
        found = self.rows.get(place)
        if found is None or key not in found[0]:
            return None
        sides, row = found[0][key], found[2]
        return float(sides.left[row] - sides.right[row]) if sides.checkable[row] else None

    def fails_within(self, place: AgencyYear, cells: set[Cell]) -> bool:
        """Whether an identity within a report fails in which some of these cells take part."""
        found = self.rows.get(place)
        if found is None:
            return False
        _, identities, row = found
        return any(
            sides.fails[row] and cells & {term.cell for term in sides.check.terms}
            for sides in identities
        )


def with_culprits(found: Sequence[Finding], results: Results) -> list[Finding]:
    """Findings across years, with a sentence on which year's report is likelier wrong."""
    return [
        replace(finding, message=f"{finding.message}{said}", proposal=f"{finding.proposal}{said}")
        if (said := _said(finding, results))
        else finding
        for finding in found
    ]


def _said(finding: Finding, results: Results) -> str:
    rule = rule_book()[finding.rule]
    is_across = rule.level == "years" and rule.kind == "formula" and rule.formula.find(" = ") > 0
    place = results.whose.get(finding.report)
    if finding.outcome != "fail" or not is_across or place is None:
        return ""
    agency, year = place
    now = {part.cell for part in finding.parts if not part.last}
    before = {part.cell for part in finding.parts if part.last}
    mine = float(finding.difference or 0)
    # Of another pair of years only a check that takes the same number says anything of it.
    beside = finding.key if now & before else ""
    this = _score(results, (agency, year), now, beside, (agency, year + 1), mine)
    last = _score(results, (agency, year - 1), before, beside, (agency, year - 1), mine)
    if this.score == last.score:
        return ""
    is_this = this.score > last.score
    likelier, case, other = (year, this, last) if is_this else (year - 1, last, this)
    reasons = "，".join((*case.against, *other.for_it))
    return f"更可能是 {likelier} 年度的报告有误（{reasons}）。"


@dataclass(frozen=True)
class _Case:
    """What speaks against one year's report and what for it, and how much against it in all."""

    score: int
    against: tuple[str, ...]
    for_it: tuple[str, ...]


def _score(
    results: Results,
    place: AgencyYear,
    cells: set[Cell],
    beside: str,
    neighbour: AgencyYear,
    mine: float,
) -> _Case:
    score, against, for_it = 0, [], []
    if results.fails_within(place, cells):
        score += WITHIN
        against.append(f"{place[1]} 年度报告的这些数在表内也不平")
    other = results.difference(neighbour, beside) if beside else None
    years = f"{neighbour[1] - 1} 与 {neighbour[1]} 年度之间"
    if other == 0:
        score -= 1
        for_it.append(f"{years}是衔接的")
    elif other is not None:
        cancels = other == -mine
        score += WITHIN if cancels else 1
        against.append(f"{years}也不衔接" + ("，且差数恰好相反" if cancels else ""))
    return _Case(score, tuple(against), tuple(for_it))
