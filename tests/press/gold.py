"""What a reader must find in a printed report."""

import json
from pathlib import Path
from typing import Any, TypedDict

from tests.press.model import PrintedReport
from tests.press.numbers import State, reading


class GoldCell(TypedDict):
    """One cell of the form as printed."""

    table: str
    item: str
    measure: str
    state: State
    value: str | None
    raw: str


def gold(report: PrintedReport) -> list[GoldCell]:
    """One entry for every cell of the form, in the form's order."""
    entries = []
    for key in report.official.cells:
        printed = report.cells.get(key)
        state, value = reading(printed)
        table, item, measure = key
        entries.append(
            GoldCell(
                table=table,
                item=item,
                measure=measure,
                state=state,
                value=value,
                raw=printed or "",
            )
        )
    return entries


def said(report: PrintedReport) -> dict[str, Any]:
    """Agency, year, form and cells of a report."""
    return {
        "agency": report.agency,
        "year": report.year,
        "form": report.form,
        "cells": gold(report),
    }


def write_gold(report: PrintedReport, path: Path, *, file: str, family: str) -> None:
    """Writes the gold of a committed document, one cell a line; families as in `Specimen`."""
    head = {
        "file": file,
        "family": family,
        "agency": report.agency,
        "year": report.year,
        "form": report.form,
    }
    lines = ",\n  ".join(json.dumps(cell, ensure_ascii=False) for cell in gold(report))
    text = json.dumps(head, ensure_ascii=False)[:-1] + f', "cells": [\n  {lines}\n]}}\n'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
