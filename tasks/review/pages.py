"""The pages of the quality report: an index, and a page per report with something to say.

Plain files that open from disk: one style sheet inlined, pictures beside, no
script, no font and no address from elsewhere. Whatever comes out of a document
is escaped by the templates.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import jinja2

from expectations.findings import Finding, cell_name
from expectations.rules import Rule, rule_book
from gongkai.form import forms
from gongkai.number import plain
from gongkai.report import Figure, Report
from tasks.review.evidence import Picture, pictures
from tasks.store import Store
from tasks.validate import Checked, key

STATUSES = {
    "published": "已发布",
    "held": "暂缓发布",
    "no_form": "没有统一表式",
    "unreadable": "无法读取",
    "duplicate": "重复",
    "not_a_report": "不是年度报告",
}
SEVERITIES = {"error": "须核实", "warning": "请核对", "info": "说明"}
VERDICTS = {
    "source": "原文即错：两次独立读取结果一致，原文所印即所读，请机关核对更正。",
    "extraction": "提取有误：两次独立读取结果不同，是我们没有读准，核定之前不发布，不必退机关。",
    "undecided": "尚不能判断：请先对照原文核定；确属原文问题的，再请机关更正。",
}
VERDICT_NAMES = {"source": "原文即错", "extraction": "提取有误", "undecided": "待核定"}
READER_NAMES = {"text": "文字层", "ocr": "图片识别", "html": "网页", "docx": "Word 文件"}
_RANK = {"error": 0, "warning": 1, "info": 2}
_MOST_CELLS = 12
"""More cells than this are listed only where they hold a number other than zero."""


@dataclass(frozen=True)
class Problem:
    """One finding as a page shows it.

    Attributes:
        whose: whose mistake it is, in a sentence; empty where there is none to speak of.
        cells: name, first reading, second reading and place of each cell.
    """

    finding: Finding
    rule: Rule
    severity: str
    whose: str
    cells: tuple[tuple[str, str, str, str], ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Sheet:
    """One report as the pages show it; problems first, the gravest first."""

    report: Report
    name: str
    status: str
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many findings hold it back."""
        return sum(problem.finding.holds for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many findings ask a person to look."""
        return sum(problem.finding.severity == "warning" for problem in self.problems)

    @property
    def page(self) -> str:
        """Its page, relative to the index."""
        return f"reports/{key(self.report)}.html"


def sheets(checked: Checked) -> list[Sheet]:
    """Every document as a sheet, held ones first, then by agency and year."""
    order = list(STATUSES)
    made = [_sheet(report, checked.findings.get(key(report), ())) for report in checked.reports]
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


def _sheet(report: Report, findings: Sequence[Finding]) -> Sheet:
    shows = report.status in ("published", "held")
    ordered = sorted(findings, key=lambda f: (not f.holds, _RANK[f.severity])) if shows else []
    problems = tuple(_problem(report, finding) for finding in ordered)
    return Sheet(report, _name(report), STATUSES[str(report.status)], problems)


def _name(report: Report) -> str:
    if report.agency is not None and report.year is not None:
        return f"{report.agency}　{report.year} 年"
    return report.reading.title or report.document.source


def _problem(report: Report, finding: Finding) -> Problem:
    form = forms()[str(report.reading.form)]
    where = {(f.table, f.item, f.measure): f for f in report.reading.figures}
    cells = []
    for part in finding.parts:
        figure = where[part.cell]
        if len(finding.parts) > _MOST_CELLS and not figure.value:
            continue
        said = plain(figure.value) if figure.value is not None else figure.raw
        shown = {"number": said, "blank": said or "（空）", "absent": "（原文没有此格）"}[
            figure.state
        ]
        second = {None: "", "": "（空）"}.get(figure.second, figure.second or "")
        cells.append((cell_name(form, part.cell), shown, second, _place(figure)))
    return Problem(
        finding,
        rule_book()[finding.rule],
        SEVERITIES[finding.severity],
        _whose(finding),
        tuple(cells),
        tuple(pictures(report, finding)),
    )


def _place(figure: Figure) -> str:
    """Where a person finds a cell: its page, or its table, row and cell."""
    if figure.page:
        return f"第 {figure.page} 页"
    table, row, cell = (re.findall(r"\d+", figure.pointer) + [""] * 3)[:3]
    return f"第 {table} 个表格第 {row} 行第 {cell} 格" if cell else figure.pointer


def _whose(finding: Finding) -> str:
    """Whose mistake a failure is, in a sentence."""
    if finding.outcome != "fail" or finding.rule.startswith("report."):
        return ""
    return VERDICTS[finding.verdict]


def wanted_pictures(made: Iterable[Sheet]) -> dict[str, tuple[Report, Picture]]:
    """Every picture the pages show, by name, with the report it is of."""
    return {
        picture.name: (sheet.report, picture)
        for sheet in made
        for problem in sheet.problems
        for picture in problem.pictures
    }


def write_pages(folder: Path, made: Sequence[Sheet], store: Store, release_id: str) -> None:
    """Write the whole quality report into `folder`.

    Args:
        folder: may exist; the index is `index.html` in it.
        made: from `sheets`.
        store: where the pictures were drawn; one that is missing is said so.
        release_id: shown on every page.
    """
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    drawn = _take_pictures(folder / "pictures", wanted_pictures(made), store)
    shared = {"release": release_id, "style": _style(), "drawn": drawn, "readers": READER_NAMES}
    index = (
        _templates()
        .get_template("index.html")
        .render(
            shared,
            sheets=made,
            statuses=STATUSES,
            counts=Counter(str(sheet.report.status) for sheet in made),
            failures=failures(made),
            verdicts=verdicts(made),
        )
    )
    (folder / "index.html").write_text(index, encoding="utf-8")
    page = _templates().get_template("report.html")
    for sheet in made:
        if sheet.problems:
            (folder / sheet.page).write_text(page.render(shared, sheet=sheet), encoding="utf-8")


def failures(made: Iterable[Sheet]) -> list[tuple[Rule, str, int, int]]:
    """Per rule: its severity in Chinese, how many reports and how many places."""
    places: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for sheet in made:
        failed = [p.finding.rule for p in sheet.problems if p.finding.outcome in ("fail", "broken")]
        places.update(failed)
        reports.update(set(failed))
    return [
        (rule, SEVERITIES[rule.severity], reports[rule.id], places[rule.id])
        for rule in rule_book().values()
        if places[rule.id]
    ]


def verdicts(made: Iterable[Sheet]) -> list[tuple[str, int]]:
    """Per verdict, in Chinese, how many of the findings that hold a report have it."""
    counted = Counter(p.finding.verdict for s in made for p in s.problems if p.finding.holds)
    return [(name, counted[verdict]) for verdict, name in VERDICT_NAMES.items()]


def _take_pictures(
    folder: Path, wanted: Mapping[str, tuple[Report, Picture]], store: Store
) -> set[str]:
    """Link the pictures into the release; return the names of those that are there."""
    folder.mkdir(parents=True, exist_ok=True)
    there = {name for name in wanted if store.picture(name).is_file()}
    for name in there:
        target = folder / f"{name}.png"
        try:
            os.link(store.picture(name), target)
        except OSError:  # another file system, or one without links
            shutil.copyfile(store.picture(name), target)
    return there


@lru_cache(maxsize=1)
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _style() -> str:
    return (Path(__file__).parent / "templates" / "style.css").read_text(encoding="utf-8")
