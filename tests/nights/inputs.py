"""Small documents that are read fast, always the same ones for a seed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Final, Literal

from tests.press.canvas import print_canvas
from tests.press.documents import PLAIN, REPORT
from tests.press.form_2021 import APPLICATIONS, DISCLOSURE, CellKey
from tests.press.forms import FormName
from tests.press.model import PrintedReport
from tests.press.prose import official_prose
from tests.press.random_reports import random_figures
from tests.press.web_pages import Page, written
from tests.press.word_files import word_file

Kind = Literal["pdf", "html", "docx"]
TOTAL: Final[CellKey] = (APPLICATIONS, "3.7", "total")
CELL: Final[CellKey] = (DISCLOSURE, "regulations", "issued")
"""A cell that no rule guards, in which versions are told apart."""
FEES: Final[CellKey] = (DISCLOSURE, "fees", "amount")
NAMES: Final = "甲乙丙丁东西南北中上下大小新平安长青白石江河"


def report(
    agency: str,
    year: int = 2023,
    seed: object = 0,
    cells: Mapping[CellKey, str] | None = None,
    form: FormName = "2021",
) -> PrintedReport:
    """A sound report; `cells` are printed instead of what would stand there."""
    figures = random_figures(Random(f"nights {seed} {agency} {year}"), scale=60, form=form)
    title = (agency, f"{year}{REPORT}")
    prose = official_prose(agency, year, figures, form)
    return PrintedReport(
        agency, year, title, {**figures, **(cells or {})}, prose=prose, layout=PLAIN, form=form
    )


def wrong(sound: PrintedReport, by: int = 7) -> PrintedReport:
    """The same with a mistake in the total of table 三."""
    return with_cells(sound, {TOTAL: str(int(sound.cells[TOTAL] or 0) + by)})


def with_cells(sound: PrintedReport, cells: Mapping[CellKey, str]) -> PrintedReport:
    """The same with other figures."""
    return replace(sound, cells={**sound.cells, **cells})


def printed(made: PrintedReport, kind: Kind) -> bytes:
    """A report as a file of a kind."""
    if kind == "pdf":
        return print_canvas(made)
    if kind == "docx":
        return word_file(made, (), Random(1))
    return written(made, Page(), Random(1))


def agency(number: int) -> str:
    """示例市甲局 and so on."""
    return f"示例市{NAMES[number]}局"


@dataclass(frozen=True)
class Paper:
    """A document in a raw folder."""

    name: str
    kind: Kind
    made: PrintedReport
    sidecar: Mapping[str, object] | None = None

    def put(self, raw: Path) -> Path:
        """Writes it, with its sidecar."""
        path = raw / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(printed(self.made, self.kind))
        if self.sidecar is not None:
            put_sidecar(path, self.sidecar)
        return path


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a document lies."""
    return path.with_suffix(".source.json")


def put_sidecar(path: Path, says: Mapping[str, object]) -> None:
    """Writes the sidecar of a document."""
    sidecar_of(path).write_text(json.dumps(says, ensure_ascii=False), encoding="utf-8")


NOTE: Final = {
    "agency": agency(1),
    "year": 2023,
    "url": "https://www.example.gov.cn/nb/2023.html",
    "published_on": "2024-01-29",
}
PAPERS: Final = (
    Paper("甲/2023.pdf", "pdf", report(agency(0))),
    Paper("乙/2023.html", "html", report(agency(1)), NOTE),
    Paper("丙/2022.docx", "docx", report(agency(2), 2022)),
    Paper("丁/2023.html", "html", wrong(report(agency(3)))),
)
"""What the nights begin with: three sound reports and one that is held."""
ANOTHER: Final = Paper("戊/2023.html", "html", report(agency(4)))
"""One that comes later."""
