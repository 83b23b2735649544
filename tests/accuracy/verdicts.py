"""Whose mistake it is: mistakes put into the source, and misreadings put into the extraction.

Half of the reports are printed with one number that breaks an identity; the
other half are right, and one number (or a row, or a pair of cells) is changed
between the first reading and everything after it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from random import Random

from expectations.checks import checks
from expectations.finding import Finding
from expectations.verdict import comparisons
from expectations.whose import may_add_up
from gongkai.form import forms
from gongkai.report import Document, Figure, Reading, Report
from tasks.collect import file_hash
from tasks.one import again, read_one
from tasks.read import read, read_picture
from tasks.register import register
from tasks.validate import key, validate
from tests.press.browser import web_page
from tests.press.cache import kept
from tests.press.canvas import print_canvas
from tests.press.documents import documents
from tests.press.model import PrintedReport
from tests.press.pushes import Pushes
from tests.press.scan import Scan, compact, scan
from tests.press.word import word_document

Cell = tuple[str, str, str]
Misreading = Callable[[Random, Reading], Reading]

SCAN = Scan(dpi=200)
KINDS = ("text", "text", "html", "text", "docx", "text", "scan", "text")
"""How the reports are published, over and over."""


@dataclass(frozen=True)
class Trial:
    """One mistake and what was said of it.

    Attributes:
        ours: whether it was put into the extraction.
        right: whether the report is held and the verdict names the one who made it.
        blamed: whether the agency was blamed for a mistake of ours.
    """

    name: str
    ours: bool
    right: bool
    blamed: bool
    said: tuple[str, ...]


def trial(number: int) -> Trial:
    """Make a trial, every other one with a mistake of ours."""
    rng = Random(f"verdict {number}")
    kind, ours = KINDS[number // 2 % len(KINDS)], number % 2 == 1
    form = ("2021", "2019")[number // 16 % 2]
    report = rng.choice(_consistent(form))
    with tempfile.TemporaryDirectory() as folder:
        make = _misread if ours else _misprinted
        return make(f"{number} {kind} {form}", rng, report, kind, Path(folder))


def _misprinted(name: str, rng: Random, report: PrintedReport, kind: str, folder: Path) -> Trial:
    cell, text = _mistake(rng, report)
    wrong = replace(report, cells={**report.cells, cell: text})
    path = _published(wrong, kind, folder)
    held, findings = _checked(path, read_one(path))
    identities = [f for f in findings if f.holds and f.left is not None]
    right = held and bool(identities) and all(_is_named(f) for f in identities)
    return Trial(f"{name} {cell} {text}", False, right, False, _said(findings))


def _is_named(finding: Finding) -> bool:
    """Whether the agency is named, or nobody where a number left out might settle it."""
    return finding.verdict == ("agreed" if may_add_up(finding) else "source")


def _misread(name: str, rng: Random, report: PrintedReport, kind: str, folder: Path) -> Trial:
    path = _published(report, kind, folder)
    misreading = rng.choice(MISREADINGS)
    reading = read_picture(path) if kind == "scan" else read(path)
    changed = misreading(rng, reading)
    assert changed != reading
    held, findings = _checked(path, again(path, changed, 0.05))
    holding = [f for f in findings if f.holds]
    blamed = any(f.verdict == "source" for f in holding)
    right = held and not blamed and any(f.verdict == "extraction" for f in holding)
    return Trial(f"{name} {misreading.__name__}", True, right, blamed, _said(findings))


def _said(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(f"{f.rule} {f.verdict} {f.message}" for f in findings if f.holds)


def _checked(path: Path, reading: Reading) -> tuple[bool, tuple[Finding, ...]]:
    document = Document(path.name, file_hash(path), path.stat().st_size)
    checked = validate(register([document], {document.sha256: reading}).reports, by=comparisons)
    report: Report = checked.reports[0]
    return report.status == "held", checked.findings.get(key(report), ())


def _published(report: PrintedReport, kind: str, folder: Path) -> Path:
    if kind == "html":
        path = folder / "a.html"
        path.write_text(web_page(report, Pushes()), encoding="utf-8")
        return path
    if kind == "docx":
        path = folder / "a.docx"
        path.write_bytes(word_document(report, Pushes()))
        return path
    path = folder / "a.pdf"
    if kind == "scan":
        pdf = kept(f"scan {report!r}", lambda: scan(print_canvas(compact(report)), SCAN, 1))
    else:
        pdf = kept(f"canvas {report!r}", lambda: print_canvas(report))
    path.write_bytes(pdf)
    return path


@lru_cache(maxsize=4)
def _consistent(form: str) -> list[PrintedReport]:
    return [report for report in documents(form) if _is_consistent(report)]


def _is_consistent(report: PrintedReport) -> bool:
    """Whether a report as printed breaks no rule: real ones do."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.html"
        path.write_text(web_page(report, Pushes()), encoding="utf-8")
        held, _ = _checked(path, read(path))
    return not held


def _mistake(rng: Random, report: PrintedReport) -> tuple[Cell, str]:
    """A cell that takes part in an identity, with another number printed in it."""
    guarded = sorted(
        {
            cell
            for check in checks(forms()[report.form])
            if check.is_identity and check.rule.severity == "error"
            for cell in (term.cell for term in check.terms)
            if (report.cells.get(cell) or "").isdecimal()
        }
    )
    cell = rng.choice(guarded)
    number = int(str(report.cells[cell]))
    return cell, str(rng.choice([number + 1, number + 10, number * 10 + 3, number + 100]))


def _numbers(reading: Reading) -> list[Figure]:
    """Figures of tables that have identities."""
    return [f for f in reading.figures if f.value is not None and f.table == "applications"]


def _with(reading: Reading, *changed: Figure) -> Reading:
    new = {(f.table, f.item, f.measure): f for f in changed}
    figures = tuple(new.get((f.table, f.item, f.measure), f) for f in reading.figures)
    return replace(reading, figures=figures)


def _saying(figure: Figure, number: int) -> Figure:
    return replace(figure, value=Decimal(number), raw=str(number))


def digit_mistaken(rng: Random, reading: Reading) -> Reading:
    """One digit read as another."""
    figure = rng.choice(_numbers(reading))
    digits = list(str(figure.value))
    place = rng.randrange(len(digits))
    digits[place] = rng.choice([d for d in "123456789" if d != digits[place]])
    return _with(reading, _saying(figure, int("".join(digits))))


def digit_lost(rng: Random, reading: Reading) -> Reading:
    """The last digit of a longer number not read."""
    figure = rng.choice([f for f in _numbers(reading) if f.value is not None and f.value >= 10])
    return _with(reading, _saying(figure, int(str(figure.value)[:-1])))


def digit_doubled(rng: Random, reading: Reading) -> Reading:
    """A digit read twice."""
    figure = rng.choice([f for f in _numbers(reading) if f.value])
    return _with(reading, _saying(figure, int(f"{figure.value}{str(figure.value)[-1]}")))


def number_overlooked(rng: Random, reading: Reading) -> Reading:
    """A number read as a blank."""
    figure = rng.choice([f for f in _numbers(reading) if f.value and f.measure != "total"])
    return _with(reading, replace(figure, state="blank", value=None, raw=""))


def neighbours_exchanged(rng: Random, reading: Reading) -> Reading:
    """Two cells of one row read in each other's place, boxes and all."""
    cells = {(f.item, f.measure): f for f in _numbers(reading)}
    pairs = [
        (f, cells[f.item, "total"])
        for f in cells.values()
        if f.measure != "total"
        and (f.item, "total") in cells
        and cells[f.item, "total"].value != f.value
    ]
    one, other = rng.choice(pairs)
    return _with(reading, _at(one, other), _at(other, one))


def rows_exchanged(rng: Random, reading: Reading) -> Reading:
    """Two rows read under each other's label, boxes and all."""
    cells = {(f.item, f.measure): f for f in _numbers(reading)}
    items = sorted({item for item, _ in cells if item != "3.7"})
    rows = [
        (a, b)
        for a in items
        for b in items
        if a < b
        and cells.get((a, "total"))
        and cells.get((b, "total"))
        and cells[a, "total"].value != cells[b, "total"].value
    ]
    a, b = rng.choice(rows)
    measures = [m for (item, m) in cells if item == a and (b, m) in cells]
    pairs = [(cells[a, m], cells[b, m]) for m in measures]
    return _with(reading, *(_at(x, y) for x, y in pairs), *(_at(y, x) for x, y in pairs))


def _at(figure: Figure, other: Figure) -> Figure:
    """What stands in another cell, as if it stood in this one's row and column."""
    return replace(
        other, table=figure.table, item=figure.item, measure=figure.measure, unit=figure.unit
    )


MISREADINGS: tuple[Misreading, ...] = (
    digit_mistaken,
    digit_mistaken,
    digit_lost,
    digit_doubled,
    number_overlooked,
    neighbours_exchanged,
    rows_exchanged,
)


def summary(made: Sequence[Trial]) -> tuple[list[str], bool]:
    """Lines of Markdown on some trials, and whether they are good enough."""
    count = len(made)
    right = sum(trial.right for trial in made)
    blamed = sum(trial.blamed for trial in made)
    ours = [trial for trial in made if trial.ours]
    lines = [
        "| mistakes | trials | right verdict |",
        "|---|---:|---:|",
        f"| put into the source | {count - len(ours)} | {right - sum(t.right for t in ours)} |",
        f"| put into the extraction | {len(ours)} | {sum(t.right for t in ours)} |",
        "",
        f"Agencies blamed for a mistake of ours: {blamed}.",
    ]
    wrong = [f"- {t.name}: {'; '.join(t.said)[:300]}" for t in made if not t.right]
    return [*lines, *([""] if wrong else []), *wrong], right >= 0.98 * count and blamed == 0
