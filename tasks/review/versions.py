"""Old and new of one report side by side, and what of the old version's problems is settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from expectations.rules import rule_book
from expectations.wording import cell_name
from gongkai.form import forms
from gongkai.number import plain
from gongkai.report import Figure, Report
from tasks.previous import Known
from tasks.publish.tables import carried_findings
from tasks.validate import Checked, key


@dataclass(frozen=True)
class Differing:
    """A cell that the two versions print otherwise, by the form's own words."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class OldProblem:
    """A problem of the old version.

    Attributes:
        rule: its id; title: in words.
        is_still_there: whether the new version fails in the same place.
    """

    rule: str
    title: str
    message: str
    is_still_there: bool


@dataclass(frozen=True)
class Comparison:
    """What the version before printed otherwise.

    Attributes:
        version: the old one's.
        source: its document.
        cells: those that differ, in the form's order.
        same: how many cells are alike.
    """

    version: int
    source: str
    cells: tuple[Differing, ...]
    same: int
    problems: tuple[OldProblem, ...]


def comparisons(checked: Checked) -> dict[str, Comparison]:
    """By the key of each report that replaces another, how it differs from the version before."""
    here = {
        (r.report_id, r.version): r for r in checked.reports if r.status in ("published", "held")
    }
    gone = {(k.report_id, checked.earlier.version(k)): k for k in checked.earlier.reports}
    old_figures = checked.earlier.previous.figures(
        {k.edition for (name, version), k in gone.items() if (name, version + 1) in here}
    )
    carried: dict[tuple[str, int], list[tuple[str, str, str]]] = {}
    for row in carried_findings(checked):
        if row["outcome"] == "resolved" and row["under"] is None:
            said = (row["rule"], row["key"], row["message"])
            carried.setdefault((row["report_id"], row["version"]), []).append(said)
    found: dict[str, Comparison] = {}
    for (name, version), report in here.items():
        before = (name, version - 1)
        failing = {f.key for f in checked.findings.get(key(report), ()) if f.outcome == "fail"}
        if before in here and key(here[before]) in checked.successors:
            old = here[before]
            problems = [
                (f.rule, f.key, f.message)
                for f in checked.findings.get(key(old), ())
                if f.outcome == "resolved" and not f.under
            ]
            figures, source = old.reading.figures, old.document.source
        elif before in gone and gone[before].edition in old_figures:
            known: Known = gone[before]
            problems = carried.get(before, [])
            figures, source = old_figures[known.edition], known.source
        else:
            continue
        cells = _differing(report, figures)
        same = len(report.reading.figures) - len(cells)
        told = _problems(problems, failing)
        found[key(report)] = Comparison(version - 1, source, cells, same, told)
    return found


def _problems(said: Iterable[tuple[str, str, str]], failing: set[str]) -> tuple[OldProblem, ...]:
    book = rule_book()
    return tuple(
        OldProblem(rule, book[rule].title if rule in book else rule, message, place in failing)
        for rule, place, message in said
    )


def _differing(report: Report, old: Sequence[Figure]) -> tuple[Differing, ...]:
    form = forms()[str(report.reading.form)]
    before: Mapping[tuple[str, str, str], Figure] = {(f.table, f.item, f.measure): f for f in old}
    found = []
    for figure in report.reading.figures:
        cell = (figure.table, figure.item, figure.measure)
        was = before.get(cell)
        if was is None or (was.state, was.value) != (figure.state, figure.value):
            found.append(Differing(cell_name(form, cell), _printed(was), _printed(figure)))
    return tuple(found)


def _printed(figure: Figure | None) -> str:
    if figure is None or figure.state == "absent":
        return "（原文没有此格）"
    if figure.value is not None:
        return plain(figure.value)
    return figure.raw or "（空）"
