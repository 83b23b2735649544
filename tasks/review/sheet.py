"""Every report as the pages show it: problems with their root causes, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from expectations.finding import Finding
from expectations.rules import Rule, rule_book
from gongkai.report import Report
from tasks.review.evidence import Picture
from tasks.review.problem import Problem, Sources, problem
from tasks.review.versions import Comparison, comparisons
from tasks.validate import Checked, key

STATUSES = {
    "published": "已发布",
    "held": "暂缓发布",
    "no_form": "没有统一表式",
    "unreadable": "无法读取",
    "duplicate": "重复",
    "not_a_report": "不是年度报告",
}
_SHOWN = ("published", "held")
_RANK = {"error": 0, "warning": 1, "info": 2}

AgencyYear = tuple[str, int]


@dataclass(frozen=True)
class Unchecked:
    """Why rules were not checked, and which.

    Attributes:
        rules: every rule once; of a finding that is no root cause, its own.
        lacks_last: it is for want of the report on the year before.
    """

    finding: Finding
    rules: tuple[Rule, ...]
    lacks_last: bool


@dataclass(frozen=True)
class Sheet:
    """One report as the pages show it; problems first, the gravest first.

    Attributes:
        unchecked: what could not be checked and asks nothing of anybody.
        last: the same agency's report on the year before, if it is in the batch.
        newer: the version that replaces it.
        before: how it differs from the version before it.
    """

    report: Report
    name: str
    status: str
    problems: tuple[Problem, ...]
    unchecked: tuple[Unchecked, ...] = ()
    last: Report | None = None
    newer: Report | None = None
    before: Comparison | None = None

    @property
    def errors(self) -> int:
        """How many findings hold it back; a root cause counts once."""
        return sum(problem.finding.holds for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many findings ask a person to look; a root cause counts once."""
        return sum(problem.asks for problem in self.problems)

    @property
    def page(self) -> str:
        """Its page, relative to the index."""
        return f"reports/{key(self.report)}.html"

    @property
    def speaks(self) -> bool:
        """Whether it has a page; that last year's report is missing is said in a list."""
        if self.newer is not None or self.before is not None:
            return True
        return bool(self.problems) or any(not one.lacks_last for one in self.unchecked)

    @property
    def newer_page(self) -> str:
        """The page of the version that replaces it, relative to its own."""
        return "" if self.newer is None else f"{key(self.newer)}.html"

    @property
    def lacks_last(self) -> bool:
        """Whether rules could not be checked for want of the report on the year before."""
        return any(one.lacks_last for one in self.unchecked)

    @property
    def unchecked_rules(self) -> int:
        """How many rules were not checked."""
        return len({rule.id for one in self.unchecked for rule in one.rules})


def sheets(checked: Checked) -> list[Sheet]:
    """Every document as a sheet, by status, the gravest first, then by agency and year."""
    order = list(STATUSES)
    newest = _newest(checked.reports)
    before = comparisons(checked)
    made = [
        replace(
            _sheet(report, checked.findings.get(key(report), ()), newest),
            newer=checked.successors.get(key(report)),
            before=before.get(key(report)),
        )
        for report in checked.reports
    ]
    return sorted(
        made,
        key=lambda s: (
            order.index(str(s.report.status)),
            -s.errors,
            -s.warnings,
            s.report.agency or "",
            s.report.year or 0,
            s.report.document.source,
        ),
    )


def wanted_pictures(made: Iterable[Sheet]) -> dict[str, tuple[Report, Picture]]:
    """Every picture the pages show, by name, with the report it is of."""
    return {
        picture.name: (sheet.last if picture.last and sheet.last else sheet.report, picture)
        for sheet in made
        for problem in sheet.problems
        for picture in problem.pictures
    }


def _newest(reports: Iterable[Report]) -> Mapping[AgencyYear, Report]:
    """Of every agency and year the highest version that has figures to compare with."""
    found: dict[AgencyYear, Report] = {}
    for report in reports:
        if report.status not in _SHOWN or report.agency is None or report.year is None:
            continue
        place = (report.agency, report.year)
        if place not in found or found[place].version < report.version:
            found[place] = report
    return found


def _sheet(
    report: Report, findings: Sequence[Finding], newest: Mapping[AgencyYear, Report]
) -> Sheet:
    name, status = _name(report), STATUSES[str(report.status)]
    if report.status not in _SHOWN or not findings:
        return Sheet(report, name, status, ())
    last = None
    if report.agency is not None and report.year is not None:
        last = newest.get((report.agency, report.year - 1))
    tops, under = _standing(findings)
    sources = Sources(report, last)
    ordered = sorted(
        (finding for finding in tops if not _is_quiet(finding)),
        key=lambda f: (not f.holds, f.outcome == "explained", _RANK[f.severity]),
    )
    return Sheet(
        report,
        name,
        status,
        tuple(problem(sources, finding, under.get(finding.key, ())) for finding in ordered),
        tuple(
            _unchecked(finding, under.get(finding.key, ()))
            for finding in tops
            if _is_quiet(finding)
        ),
        last,
    )


def _standing(findings: Sequence[Finding]) -> tuple[list[Finding], dict[str, list[Finding]]]:
    """The findings that stand by themselves, and by key of a root cause those under it."""
    keys = {finding.key for finding in findings}
    tops: list[Finding] = []
    under: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.under in keys and finding.under:
            under.setdefault(finding.under, []).append(finding)
        else:
            tops.append(finding)
    return tops, under


def _is_quiet(finding: Finding) -> bool:
    return finding.outcome == "not_checkable" and finding.severity == "info"


def _unchecked(finding: Finding, under: Sequence[Finding]) -> Unchecked:
    own = dict.fromkeys(one.rule for one in under) or {finding.rule: None}
    rules = tuple(rule_book()[rule] for rule in own)
    rule = rule_book()[finding.rule]
    lacks_last = rule.edit == "missing_year" or (rule.level == "years" and not finding.parts)
    return Unchecked(finding, rules, lacks_last)


def _name(report: Report) -> str:
    if report.agency is not None and report.year is not None:
        return f"{report.agency}　{report.year} 年"
    return report.reading.title or report.document.source
