"""The committed documents and their gold."""

import json
import lzma
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from tests.press.form_2021 import CellKey
from tests.press.gold import gold
from tests.press.model import PrintedReport
from tests.producers.families import Document

FILES: Final = Path(__file__).parent / "files"
GOLD: Final = FILES / "gold.jsonl"


class Cell(NamedTuple):
    """What is printed in a cell: its state, and its digits where it is a number."""

    state: str
    value: str | None


def gold_of(report: PrintedReport) -> dict[CellKey, Cell]:
    """The gold of every cell of the form."""
    return {
        (cell["table"], cell["item"], cell["measure"]): Cell(cell["state"], cell["value"])
        for cell in gold(report)
    }


def as_line(document: Document) -> str:
    """The gold of a document as one line of JSON; a cell is its digits, `""` or null."""
    cells: dict[str, dict[str, dict[str, str | None]]] = {}
    for (table, item, measure), cell in gold_of(document.report()).items():
        printed = {"number": cell.value, "blank": "", "absent": None}[cell.state]
        cells.setdefault(table, {}).setdefault(item, {})[measure] = printed
    head = {"name": document.name, "family": document.family.name, "kind": document.family.kind}
    return json.dumps({**head, "cells": cells}, ensure_ascii=False, separators=(",", ":"))


@cache
def _lines() -> dict[str, dict[str, dict[str, dict[str, str | None]]]]:
    lines = GOLD.read_text(encoding="utf-8").splitlines() if GOLD.exists() else []
    return {line["name"]: line["cells"] for line in map(json.loads, lines)}


def gold_for(document: Document) -> dict[CellKey, Cell]:
    """What a reader must find: of committed documents as it was when they were printed."""
    if not document.family.committed:
        return gold_of(document.report())
    found = {}
    for table, items in _lines()[document.name].items():
        for item, measures in items.items():
            for measure, printed in measures.items():
                state = "absent" if printed is None else "number" if printed else "blank"
                found[table, item, measure] = Cell(state, printed or None)
    return found


def content(document: Document) -> bytes:
    """The document's file."""
    if not document.family.committed:
        return document.printed()
    plain = FILES / f"{document.name}.pdf"
    if plain.exists():
        return plain.read_bytes()
    return lzma.decompress(plain.with_suffix(".pdf.xz").read_bytes())


def keep(document: Document, pdf: bytes) -> Path:
    """Writes a printed document to `files`, packed where that saves a tenth."""
    FILES.mkdir(parents=True, exist_ok=True)
    plain = FILES / f"{document.name}.pdf"
    packed = lzma.compress(pdf, preset=9)
    target = plain.with_suffix(".pdf.xz") if len(packed) < len(pdf) * 0.9 else plain
    for path in (plain, plain.with_suffix(".pdf.xz")):
        path.unlink(missing_ok=True)
    target.write_bytes(packed if target.suffix == ".xz" else pdf)
    return target
