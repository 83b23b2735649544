"""Printed, read, registered and judged: what comes of some reports."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path
from random import Random

from expectations.finding import Finding
from expectations.verdict import comparisons
from gongkai.report import Reading
from tasks.agencies import REGISTER, load_agencies
from tasks.collect import collect
from tasks.read import preferred, read, read_picture
from tasks.register import register
from tasks.validate import key, validate
from tests.press.cache import kept
from tests.press.canvas import print_canvas
from tests.press.model import PrintedReport
from tests.press.scan import Scan, scan
from tests.press.web_pages import Page, written
from tests.violations.sound import Given
from tests.violations.violation import Place

SCAN = Scan(dpi=200)


def judged(
    reports: Sequence[Given], rng: Random, listed: str = "", on_web: bool = False
) -> list[Finding]:
    """The findings of the first report, with the others beside it, through the whole pipeline.

    Args:
        reports: each is printed into a document.
        rng: of how they are printed.
        listed: the register of agencies, as YAML.
        on_web: print web pages in place of PDFs: they are read at a fifth of the cost.
    """
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder)
        for number, report in enumerate(reports):
            name, content = _document(report, rng, on_web)
            (raw / f"{number}{name}").write_bytes(content)
            note = {"agency": report.agency, "year": report.year}
            note |= {"published_on": report.day} if report.day else {}
            (raw / f"{number}.source.json").write_text(json.dumps(note), encoding="utf-8")
        if listed:
            (raw / REGISTER).write_text(listed, encoding="utf-8")
        documents = collect(raw)
        readings = {d.sha256: _read(raw / d.source) for d in documents}
        checked = validate(
            register(documents, readings).reports, None, load_agencies(raw), comparisons
        )
        first = next(r for r in checked.reports if Path(r.document.source).stem == "0")
        return list(checked.findings.get(key(first), ()))


def _document(report: Given, rng: Random, on_web: bool) -> tuple[str, bytes]:
    """The ending of a document and its bytes."""
    printed = report.printed(rng)
    if on_web and not report.scanned:
        return ".html", written(printed, Page(), rng)
    return ".pdf", _printed(printed, report.scanned)


def _printed(report: PrintedReport, scanned: bool) -> bytes:
    pdf = kept(f"canvas {report!r}", lambda: print_canvas(report))
    return kept(f"scan {report!r}", lambda: scan(pdf, SCAN)) if scanned else pdf


def _read(path: Path) -> Reading:
    reading = read(path)
    return preferred(reading, read_picture(path)) if reading.picture else reading


def places(found: Sequence[Finding], asked: Collection[str] = ()) -> frozenset[Place]:
    """Rules and places of what failed and is at least a warning, root causes left out.

    Args:
        found: the findings.
        asked: rules of which every finding counts, also where it only informs or is a cause.
    """
    return frozenset(
        (f.rule, "" if f.rule.startswith("cause.") else f.key.partition("[")[2].partition("]")[0])
        for f in found
        if (f.rule in asked and (f.outcome != "not_checkable" or f.rule.startswith("cause.")))
        or (
            f.outcome in ("fail", "broken")
            and f.severity != "info"
            and not f.rule.startswith("cause.")
        )
    )
