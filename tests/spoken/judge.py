"""What the product makes of passages: each printed into reports, read, and compared with its gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, Final

from expectations.finding import Finding
from expectations.verdict import comparisons
from gongkai.report import Reading, Statement
from tasks.agencies import load_agencies
from tasks.collect import collect
from tasks.one import read_one
from tasks.register import register
from tasks.validate import key, validate
from tests.press.form_2021 import CellKey
from tests.press.model import PrintedReport, Prose
from tests.press.prose import PROBLEMS, preface
from tests.press.web_pages import Page, written
from tests.spoken.passage import Passage, Said
from tests.spoken.tables import Chance, ImpossibleError, tables

NEVER_AGREES: Final = "identity"
"""The kind whose numbers contradict each other: no tables agree with all of them."""


@dataclass(frozen=True)
class Found:
    """What came of one statement of the gold.

    Attributes:
        said: the statement.
        how: found as `sure`, found as `unsure` (scope `unsure` or `narrower`), or `missed`.
        noticed: whether tables with another number were found to contradict it; None where
            that was not tried.
    """

    said: Said
    how: str
    noticed: bool | None


@dataclass(frozen=True)
class Judged:
    """What came of one passage.

    Attributes:
        passage: that was read.
        fault: why its page gave no reading, else empty.
        found: for every statement of the gold.
        false: sure statements that are not in the gold, with the sentence.
        alarms: findings of the prose rules of at least a warning on the tables that agree.
        asked: such findings that only inform.
    """

    passage: Passage
    fault: str
    found: tuple[Found, ...]
    false: tuple[str, ...]
    alarms: tuple[str, ...]
    asked: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """All of it, with numbers as they were said."""
        return asdict(self)


def agreeing(one: Passage) -> dict[CellKey, str]:
    """The cells of tables that agree with a passage.

    Raises:
        ImpossibleError: None do.
    """
    return tables(_counts((*one.gold, *one.implied)), dict(one.cells), _chance(one))


def contradicting(one: Passage, said: Said) -> dict[CellKey, str]:
    """The cells of tables of which the one concerned is a little more than a passage says.

    What else is said is kept as far as the tables' sums can hold with it.
    """
    chance = _chance(one)
    more = said.value + (chance.number(1, 3) if said.value > 3 else 1)
    kept: dict[str, Decimal] = {said.quantity: more}
    fixed: dict[tuple[str, str], int] = {}
    cells = tables(kept, fixed, chance)
    for quantity, value in _counts(one.gold).items():
        if quantity != said.quantity:
            try:
                cells = tables({**kept, quantity: value}, fixed, chance)
            except ImpossibleError:
                continue
            kept[quantity] = value
    for cell, count in one.cells:
        try:
            cells = tables(kept, {**fixed, cell: count}, chance)
        except ImpossibleError:
            continue
        fixed[cell] = count
    return cells


def judge(
    passages: Iterable[Passage], folder: Path, *, contradict: bool = True
) -> Iterator[Judged]:
    """Read passages, one report after another.

    Args:
        passages: to be read.
        folder: an empty one to write a report's page to.
        contradict: whether to read them with contradicting tables as well, which takes the most
            time.
    """
    for one in passages:
        yield _judged(one, folder, contradict)


def _judged(one: Passage, folder: Path, contradict: bool) -> Judged:
    try:
        cells = agreeing(one)
    except ImpossibleError:
        if one.kind != NEVER_AGREES:
            raise
        cells = contradicting(one, one.gold[0])
    reading, findings = _read(one, cells, folder)
    if reading.reason:
        return Judged(one, reading.reason, (), (), (), ())
    statements = reading.prose.statements
    found = [
        Found(said, _how(said, statements), _noticed(one, said, folder) if contradict else None)
        for said in one.gold
    ]
    known = {
        (quantity, said.kind, said.value)
        for said in (*one.gold, *one.allowed)
        for quantity in _taken_for(said)
    }
    false = [
        f"{s.quantity} {s.kind} {s.value:f}: {s.sentence}"
        for s in statements
        if s.scope == "whole" and (s.quantity, s.kind, s.value) not in known
    ]
    failed = [f for f in findings if f.outcome in ("fail", "broken") and one.kind != NEVER_AGREES]
    return Judged(
        one,
        "",
        tuple(found),
        tuple(false),
        tuple(f"{f.key}: {f.message}" for f in failed if f.severity != "info"),
        tuple(f"{f.key}: {f.message}" for f in failed if f.severity == "info"),
    )


def _taken_for(said: Said) -> tuple[str, ...]:
    """The quantities a reader may take words for; 办理 is of what came or of what was answered."""
    is_handling = said.kind == "count" and said.quantity in ("received", "answered")
    return (*said.quantities, "handled") if is_handling else said.quantities


def _how(said: Said, statements: Sequence[Statement]) -> str:
    scopes = {
        s.scope
        for s in statements
        if s.quantity in _taken_for(said) and (s.kind, s.value) == (said.kind, said.value)
    }
    return "sure" if "whole" in scopes else "unsure" if scopes else "missed"


def _noticed(one: Passage, said: Said, folder: Path) -> bool | None:
    if said.kind != "count":
        return None
    _, findings = _read(one, contradicting(one, said), folder)
    rules = {f"prose.{quantity}" for quantity in _taken_for(said)}
    return any(f.rule in rules and f.outcome == "fail" for f in findings)


def _counts(gold: Iterable[Said]) -> dict[str, Decimal]:
    return {said.quantity: said.value for said in gold if said.kind == "count"}


def _chance(one: Passage) -> Chance:
    numbers = [*one.others, *(str(s.value) for s in (*one.gold, *one.allowed))]
    return Chance(Random(f"{one.name} {one.agency} {one.year}"), numbers)


def printed(one: Passage, cells: dict[CellKey, str]) -> bytes:
    """The page of a report with a passage and tables.

    Args:
        one: the passage, which is all of part 一.
        cells: of the tables, as printed.
    """
    name = f"{one.agency}{one.year}年政府信息公开工作年度报告"
    prose = Prose(
        preface=(one.preface or preface(one.agency, one.year),),
        overview=(one.text,),
        problems=PROBLEMS,
        other=("无其他需要报告的事项。",),
    )
    report = PrintedReport(one.agency, one.year, (name,), cells, prose=prose)
    return written(report, Page(), Random(one.name))


def _read(
    one: Passage, cells: dict[CellKey, str], folder: Path
) -> tuple[Reading, tuple[Finding, ...]]:
    """A report with these tables, read by itself, and the findings of the rules of prose."""
    path = folder / "report.html"
    path.write_bytes(printed(one, cells))
    reading = read_one(path)
    documents = collect(folder)
    reports = register(documents, {d.sha256: reading for d in documents}).reports
    checked = validate(reports, None, load_agencies(folder), comparisons)
    findings = checked.findings.get(key(checked.reports[0]), ())
    return reading, tuple(f for f in findings if f.rule.startswith("prose."))
