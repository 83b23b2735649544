"""A reading against gold, cell by cell."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from gongkai.report import Reading


def gold_of(path: Path) -> dict[str, Any]:
    """The gold file of a printed report: file, agency, year, cells."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def differences(reading: Reading, cells: Iterable[Mapping[str, Any]]) -> list[str]:
    """Every cell whose state, value or raw text is not the gold one; empty when all are."""
    assert reading.reason == "", reading
    read = {(f.table, f.item, f.measure): f for f in reading.figures}
    wrong = []
    seen = set()
    for cell in cells:
        key = (cell["table"], cell["item"], cell["measure"])
        seen.add(key)
        figure = read[key]
        value = None if cell["value"] is None else Decimal(cell["value"])
        expected = (cell["state"], value, cell["raw"] or "")
        found = (figure.state, figure.value, figure.raw)
        if found != expected:
            wrong.append(f"{key}: expected {expected}, found {found}")
    assert seen == set(read), "gold and form disagree about which cells there are"
    return wrong
