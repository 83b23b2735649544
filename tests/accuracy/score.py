"""One document of the accuracy set, read through the whole pipeline and compared with gold."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from expectations.verdict import comparisons
from gongkai.report import Document, Figure, Reading
from tasks.collect import file_hash
from tasks.one import read_one
from tasks.register import register
from tasks.validate import key, validate
from tests.press.specimen import Specimen

Cell = tuple[str, str, str]


@dataclass(frozen=True)
class Score:
    """What came of one document.

    Attributes:
        wrong: cells whose state or value is not the gold one, in words.
        silent: those of them that would be published with no finding on the cell.
        status: of the report after the gate.
        named: whether agency and year are the gold ones.
        seconds: of one core, to read it.
    """

    name: str
    form: str
    family: str
    shape: str
    cells: int
    wrong: tuple[str, ...]
    silent: tuple[str, ...]
    status: str
    reason: str
    way: str
    named: bool
    seconds: float

    @property
    def right(self) -> int:
        """How many cells are as printed."""
        return self.cells - len(self.wrong)


def score(specimen: Specimen, browser: str = "") -> Score:
    """Read one specimen (a web page with this browser), run the rule book and the gate over it, and compare with gold."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{specimen.name}{specimen.suffix}"
        path.write_bytes(specimen.content)
        began = time.process_time()
        reading = read_one(path, browser=browser)
        seconds = time.process_time() - began
        document = Document(path.name, file_hash(path), path.stat().st_size)
    checked = validate(register([document], {document.sha256: reading}).reports, by=comparisons)
    report = checked.reports[0]
    findings = checked.findings.get(key(report), ())
    # That blanks should be zeros says nothing of a number that was read as a blank.
    telling = [finding for finding in findings if finding.rule != "publication.blank"]
    noticed = {part.cell for finding in telling for part in finding.parts}
    wrong = _wrong(specimen, reading)
    published = report.status == "published"
    silent = {cell: said for cell, said in wrong.items() if published and cell not in noticed}
    gold = specimen.gold
    return Score(
        specimen.name,
        specimen.form,
        specimen.family,
        specimen.shape,
        len(gold["cells"]),
        tuple(wrong.values()),
        tuple(silent.values()),
        str(report.status),
        report.reason,
        reading.engine or reading.reader,
        (reading.agency, reading.year) == (gold["agency"], gold["year"]),
        seconds,
    )


def _wrong(specimen: Specimen, reading: Reading) -> dict[Cell, str]:
    """Cells that are not the gold ones; all of them where the form is another."""
    same_form = reading.form == specimen.form
    read = {(f.table, f.item, f.measure): f for f in reading.figures} if same_form else {}
    found = {}
    for gold in specimen.gold["cells"]:
        cell = (gold["table"], gold["item"], gold["measure"])
        value = None if gold["value"] is None else Decimal(gold["value"])
        figure = read.get(cell)
        if not _is(figure, gold["state"], value, gold["raw"] or "", specimen.family):
            said = (figure.state, figure.value, figure.raw) if figure else "nothing"
            found[cell] = f"{cell}: printed {gold['raw']!r}, read {said}"
    return found


def _is(figure: Figure | None, state: str, value: Decimal | None, raw: str, family: str) -> bool:
    """Whether a figure is the gold one; its text too, where it is not recognised from pixels."""
    if figure is None or (figure.state, figure.value) != (state, value):
        return False
    if family in ("scan", "stamped", "lying"):
        return True
    return "".join(figure.raw.split()) == "".join(raw.split())
