"""One finding as a page shows it: whose mistake, which cells, what they might rightly be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from expectations.checks import Cell
from expectations.finding import Finding, Part
from expectations.rules import Rule, rule_book
from expectations.wording import cell_name
from gongkai.confidence import Agreement, agreement
from gongkai.form import forms
from gongkai.number import plain
from gongkai.report import Figure, Report
from gongkai.verdict import VERDICTS
from tasks.review.evidence import Picture, figures_of, last_name, pictures, printed
from tasks.review.whose import sentence

SEVERITIES = {"error": "须核实", "warning": "请核对", "info": "说明"}
SETTLED = "报告已说明原因"
RESOLVED = "已由新版取代"

_MOST_CELLS = 12
"""More cells than this are listed only where they hold a number other than zero."""

_MOST_SETS = 12
"""So many sets of changes are listed; of more it is told how many there are."""

_MOST_ADVICE = 3


@dataclass(frozen=True)
class CellRow:
    """A cell in a table: its name, both readings and its place."""

    name: str
    shown: str
    second: str
    place: str


@dataclass(frozen=True)
class Lead:
    """A problem in one row of a list.

    Attributes:
        cell: the cell in question; of several the first, with how many there are.
        printed, likely: what is printed there and what it might rightly be; empty where
            that is not known, or not of one cell.
        place: the page, or the table, row and cell.
        whose: the name of the verdict; empty where there is none to speak of.
    """

    cell: str
    printed: str
    likely: str
    place: str
    whose: str


@dataclass(frozen=True)
class Change:
    """One change of a set that would settle a finding.

    Attributes:
        way: which set it belongs to, from 1.
        edit: what may have happened, in words.
        first: whether it is the first of its set.
        size: how many changes its set has.
    """

    way: int
    edit: str
    first: bool
    size: int
    cell: CellRow
    printed: str
    proposed: str


@dataclass(frozen=True)
class Under:
    """A single rule that stands under a root cause, with the equation or the message.

    Attributes:
        quote: the sentence it rests on, and its page, where the text does not say it.
        is_explained: whether that sentence gives the reason.
    """

    finding: Finding
    rule: Rule
    text: str
    quote: tuple[str, int | None] | None
    is_explained: bool


@dataclass(frozen=True)
class Problem:
    """One finding as a page shows it.

    Attributes:
        claim: what is wrong, in a sentence; the sentence quoted beside is not said again.
        severity: in Chinese; of what the report itself explains, that it does.
        tag: the severity as the style sheet knows it.
        whose: whose mistake it is, in a sentence; empty where there is none to speak of.
        advice: what to do about it.
        ways: how many sets of changes would settle it.
        changes: those sets.
        under: the single rules of which it is the root cause.
    """

    finding: Finding
    rule: Rule
    claim: str
    severity: str
    tag: str
    whose: str
    advice: tuple[str, ...]
    cells: tuple[CellRow, ...]
    ways: int
    changes: tuple[Change, ...]
    under: tuple[Under, ...]
    pictures: tuple[Picture, ...]

    @property
    def asks(self) -> bool:
        """Whether it asks a person to look, without keeping the report back."""
        is_open = self.finding.outcome not in ("explained", "resolved")
        return self.finding.severity == "warning" and is_open

    @property
    def is_explained(self) -> bool:
        """Whether the report itself gives the reason."""
        return self.severity == SETTLED

    @property
    def summary(self) -> str:
        """What it is, for a list of reports; what is suggested stands on the report's page."""
        finding = self.finding
        if not finding.suggestions or not finding.claim:
            return finding.message
        return (
            f"{finding.claim}：{finding.equation}。" if finding.equation else f"{finding.claim}。"
        )

    @property
    def lead(self) -> Lead:
        """The cell, the numbers, the page and whose mistake it is, for a list of reports."""
        rows = [change.cell for change in self.changes] or list(self.cells)
        cells = list(dict.fromkeys(row.name for row in rows))
        more = f"等 {len(cells)} 格" if len(cells) > 1 else ""
        shown = likely = ""
        if self.changes:
            shown, likely = self.changes[0].printed, self.changes[0].proposed
            if self.ways > 1:
                likely = f"{self.ways} 种改法"
        elif len(cells) == 1:
            shown = rows[0].shown
        place = next((row.place for row in rows if row.place), "")
        if not place and self.finding.page:
            place = f"第 {self.finding.page} 页"
        whose = VERDICTS[self.finding.verdict] if self.whose else ""
        return Lead(f"{cells[0]}{more}" if cells else "", shown, likely, place, whose)

    @property
    def more_ways(self) -> int:
        """How many sets of changes are not listed."""
        return max(0, self.ways - _MOST_SETS)


class Sources:
    """The report of a sheet and the one on the year before, with their figures by cell."""

    def __init__(self, report: Report, last: Report | None) -> None:
        self.report = report
        self.last = last
        self.form = forms()[str(report.reading.form)]
        self._figures = figures_of(report)
        self._before: dict[Cell, Figure] | None = None

    def figure(self, cell: Cell, last: bool = False) -> Figure | None:
        """A figure of this report or the last, None where that does not have it."""
        if not last:
            return self._figures.get(cell)
        if self._before is None:
            self._before = figures_of(self.last)
        return self._before.get(cell)

    def agreements(self, finding: Finding) -> list[Agreement]:
        """Of each cell of a finding whether the second reader confirms it."""
        found: list[Agreement] = []
        for part in finding.parts:
            figure = self.figure(part.cell, part.last)
            known = self.form.table.get(part.cell[0])
            measure = known.measure.get(part.cell[2]) if known else None
            is_signed = measure is not None and measure.signed
            found.append("unasked" if figure is None else agreement(figure, is_signed))
        return found

    def row(self, cell: Cell, value: Decimal | None, last: bool = False) -> CellRow:
        """A cell as a table shows it; `value` stands where its report is not at hand."""
        name = cell_name(self.form, cell)
        if last:
            name = f"{last_name(self.report.year)}：{name}"
        figure = self.figure(cell, last)
        if figure is None:
            return CellRow(name, _said(value), "", "")
        second = {None: "", "": "（空）"}.get(figure.second, figure.second or "")
        return CellRow(name, printed(figure), second, _place(figure))


def problem(sources: Sources, finding: Finding, under: Sequence[Finding] = ()) -> Problem:
    """One finding as a page shows it.

    Args:
        sources: the report it is about, and the one before.
        finding: stands under no other.
        under: the findings that stand under it.
    """
    rule = rule_book()[finding.rule]
    is_settled = _is_settled(finding, rule)
    is_closed = is_settled or finding.outcome == "resolved"
    changes = _changes(sources, finding)
    changed = {s.cell for s in finding.suggestions}
    parts = [p for p in finding.parts if not (rule.kind == "cause" and p.cell in changed)]
    return Problem(
        finding,
        rule,
        _claim(finding),
        SETTLED if is_settled else RESOLVED if is_closed else SEVERITIES[finding.severity],
        "info" if is_closed else finding.severity,
        sentence(finding, sources.agreements(finding)),
        () if is_closed or finding.severity == "info" else _advice(rule, under),
        _cells(sources, parts),
        max((s.set for s in finding.suggestions), default=0),
        changes,
        tuple(_under(f) for f in under),
        tuple(pictures(sources.report, finding, sources.last)),
    )


def _is_settled(finding: Finding, rule: Rule) -> bool:
    """Whether the report gives a reason; other rules are `explained` where they only inform."""
    is_grave = finding.severity != "info" or bool(rule.explained_by)
    return finding.outcome == "explained" and is_grave


def _claim(finding: Finding) -> str:
    """What is wrong; the equation and the sentence it rests on are shown beside."""
    has_more = finding.equation or (finding.suggestions and finding.claim)
    claim = finding.claim if has_more else finding.message
    if finding.quote is not None:
        claim = claim.replace(f"“{finding.quote[0]}”", "（见下引）")
    if has_more:
        return f"{claim}：" if finding.equation else f"{claim}。"
    return claim


def _under(finding: Finding) -> Under:
    rule = rule_book()[finding.rule]
    where = finding.claim.removesuffix(f"不符合“{rule.words}”")
    text = f"{where}：{finding.equation}。" if finding.equation else finding.message
    quote = finding.quote
    if quote is not None and quote[0] in text:
        quote = None
    return Under(finding, rule, text, quote, _is_settled(finding, rule))


def _advice(rule: Rule, under: Sequence[Finding]) -> tuple[str, ...]:
    """A rule's advice; of a root cause, that of the rules under it."""
    if rule.advice or not under:
        return (rule.advice,) if rule.advice else ()
    own = dict.fromkeys(rule_book()[finding.rule].advice for finding in under)
    return tuple(advice for advice in own if advice)[:_MOST_ADVICE]


def _cells(sources: Sources, parts: Sequence[Part]) -> tuple[CellRow, ...]:
    """The cells that take part; of very many only those with a number other than zero."""
    shown = []
    for part in parts:
        figure = sources.figure(part.cell, part.last)
        value = part.value if figure is None else figure.value
        if len(parts) <= _MOST_CELLS or value:
            shown.append(sources.row(part.cell, part.value, part.last))
    return tuple(shown)


def _changes(sources: Sources, finding: Finding) -> tuple[Change, ...]:
    """The sets of changes that would settle a finding, each change a row."""
    made: list[Change] = []
    sizes: dict[int, int] = {}
    for suggestion in finding.suggestions:
        sizes[suggestion.set] = sizes.get(suggestion.set, 0) + 1
    for suggestion in finding.suggestions:
        if suggestion.set > _MOST_SETS:
            continue
        is_first = not made or made[-1].way != suggestion.set
        row = sources.row(suggestion.cell, suggestion.printed)
        made.append(
            Change(
                suggestion.set,
                _edits().get(suggestion.edit, ""),
                is_first,
                sizes[suggestion.set],
                row,
                _said(suggestion.printed),
                plain(suggestion.proposed),
            )
        )
    return tuple(made)


@lru_cache(maxsize=1)
def _edits() -> Mapping[str, str]:
    """What may have happened, in the words of the rule book; of `other` there is nothing to say."""
    causes = (rule for rule in rule_book().values() if rule.kind == "cause")
    return {rule.edit: rule.title for rule in causes if rule.edit != "other"}


def _said(value: Decimal | None) -> str:
    return "（空）" if value is None else plain(value)


def _place(figure: Figure) -> str:
    """Where a person finds a cell: its page, or its table, row and cell."""
    if figure.page:
        return f"第 {figure.page} 页"
    table, row, cell = (re.findall(r"\d+", figure.pointer) + [""] * 3)[:3]
    return f"第 {table} 个表格第 {row} 行第 {cell} 格" if cell else figure.pointer
