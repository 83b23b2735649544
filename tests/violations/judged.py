"""Printed, read, registered and judged: what comes of some reports."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from expectations.finding import Finding
from tasks.agencies import REGISTER, load_agencies
from tasks.collect import collect
from tasks.read import read
from tasks.register import register
from tasks.validate import key, validate
from tests.press.canvas import print_canvas
from tests.violations.sound import Given


def judged(reports: Sequence[Given], rng: Random, listed: str = "") -> list[Finding]:
    """The findings of the first report, with the others beside it, through the whole pipeline."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder)
        for number, report in enumerate(reports):
            (raw / f"{number}.pdf").write_bytes(print_canvas(report.printed(rng)))
            note = {"agency": report.agency, "year": report.year, "published_on": report.day}
            (raw / f"{number}.source.json").write_text(json.dumps(note), encoding="utf-8")
        if listed:
            (raw / REGISTER).write_text(listed, encoding="utf-8")
        documents = collect(raw)
        readings = {document.sha256: read(raw / document.source) for document in documents}
        checked = validate(register(documents, readings), None, load_agencies(raw))
        first = next(r for r in checked.reports if r.document.source == "0.pdf")
        return list(checked.findings.get(key(first), ()))


def places(found: Sequence[Finding]) -> frozenset[tuple[str, str]]:
    """Rules and places of what failed and is at least a warning, root causes left out."""
    return frozenset(
        (f.rule, f.key.partition("[")[2].partition("]")[0])
        for f in found
        if f.outcome in ("fail", "broken")
        and f.severity != "info"
        and not f.rule.startswith("cause.")
    )
