"""One document through every round of reading, in this process: for the screen and for tests.

Neither Prefect nor Great Expectations is needed for it: what does not add up is told by the
same arithmetic that writes the findings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from expectations.batch import batch_of
from expectations.checks import Check, checks_of
from expectations.evaluate import Sides, evaluate, taken
from expectations.wording import exact, place
from gongkai.form import forms
from gongkai.number import plain
from gongkai.report import Reading
from tasks.collect import file_hash
from tasks.extract.picture.installed import can_read_pictures
from tasks.read import lied, preferred, read, read_picture
from tasks.second.choose import chosen
from tasks.second.look import look
from tasks.second.settle import is_lying, place_of, settled


def read_one(path: Path, share: float = 0.05, browser: str = "") -> Reading:
    """Read a document by itself, by its picture where it must be, and again in part.

    Args:
        path: the document.
        share: share of the figures read twice beside those that always are.
        browser: the program that paints web pages, empty where there is none.

    Raises:
        OSError: the file cannot be read from disk.
    """
    reading = read(path)
    if not can_read_pictures():
        return reading
    if reading.picture:
        reading = preferred(reading, read_picture(path, reading.picture == "probe"))
    twice = again(path, reading, share, browser)
    if is_lying(twice):
        picture = read_picture(path)
        if not picture.reason:
            return again(path, lied(picture), share)
    return twice


def again(path: Path, reading: Reading, share: float, browser: str = "") -> Reading:
    """A reading with the second reader's beside it."""
    sha256 = file_hash(path)
    figures = chosen({sha256: reading}, share).get(sha256, [])
    cells = [
        {"key": place_of(f), "page": f.page, "box": f.box, "pointer": f.pointer} for f in figures
    ]
    if not cells:
        return settled(reading, {})
    return settled(reading, look(path, reading.reader, cells, reading.upright, browser))


SEVERITIES = ("error", "warning", "info")
"""In the order in which departures are told."""


@dataclass(frozen=True)
class Departure:
    """One identity of the form that the document does not keep, with both sides.

    Attributes:
        check: the rule and its place, by the form's codes.
        where: the place in the form's own words.
        words: what the rule wants, in Chinese.
        formula: what the rule compares.
        left, right: both sides as added up, with the numbers that are not zero.
    """

    check: str
    rule: str
    severity: str
    where: str
    words: str
    formula: str
    operator: str
    left: str
    right: str
    left_terms: str
    right_terms: str


@dataclass(frozen=True)
class Added:
    """How many identities within one document could be checked, and those that do not hold."""

    checked: int
    departures: tuple[Departure, ...]


def add_up(reading: Reading) -> Added:
    """Check the identities within a document: no other report is asked, nothing is decided."""
    if reading.form is None or not reading.figures:
        return Added(0, ())
    form = forms()[reading.form]
    checks = [c for c in checks_of(form.form) if c.rule.kind == "formula" and not c.rule.needs_last]
    batch = batch_of(form, ["document"], [reading.figures], [reading.year])
    sides = evaluate(checks, batch)
    values = {
        (figure.table, figure.item, figure.measure): plain(figure.value)
        for figure in reading.figures
        if figure.value is not None
    }
    departures = [
        _departure(side, place(form, side.check), values) for side in sides if side.fails[0]
    ]
    departures.sort(key=lambda found: SEVERITIES.index(found.severity))
    return Added(sum(bool(side.checkable[0]) for side in sides), tuple(departures))


def _departure(side: Sides, where: str, values: Mapping[tuple[str, str, str], str]) -> Departure:
    check: Check = side.check
    on_left = {term.cell for term in check.left.every}
    written: tuple[list[str], list[str]] = ([], [])
    for cell, coefficient, _ in taken(side, 0):
        value = values.get(cell, "0")
        if value == "0":
            continue
        is_left = cell in on_left
        times = coefficient if is_left else -coefficient
        sign = "-" if times < 0 else "+"
        written[not is_left].append(
            f"{sign} {value if abs(times) == 1 else f'{abs(times)}×{value}'}"
        )
    return Departure(
        check.key,
        check.rule.id,
        check.rule.severity,
        where,
        check.rule.words,
        check.rule.formula,
        check.operator,
        _number(side.left),
        _number(side.right),
        *(" ".join(terms).removeprefix("+ ") or "0" for terms in written),
    )


def _number(side: np.ndarray) -> str:
    value = exact(float(side[0]))
    return "" if value is None else plain(value)
