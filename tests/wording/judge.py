"""What the product makes of an input, read by itself or with all others through the gate."""

from __future__ import annotations

import json
import logging
import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Literal

from tests.press.form_2021 import CellKey
from tests.wording.draft import Concern
from tests.wording.write import Page

Outcome = Literal["right", "held", "WRONG"]
SIDECAR_RULES: Final = (
    "report.sidecar_differs",
    "publication.other_agency",
    "publication.other_author",
)
"""Rules that say that the sidecar, or the text, names another body than the title."""


@dataclass(frozen=True)
class Found:
    """What the product has of a cell: its state, number and unit."""

    state: str
    value: Decimal | None
    unit: str

    def __str__(self) -> str:
        return f"{self.value:f}" if self.value is not None else self.state


@dataclass(frozen=True)
class Verdict:
    """What became of one input.

    Attributes:
        outcome: a sound one is right where all its cells, its agency and its year are published
            as in the gold; a hostile one where the concerned cells hold an allowed text.
        wrong: what is published otherwise.
        why_held: rules and messages that hold it, or the reader's reason.
    """

    name: str
    kinds: tuple[str, ...]
    hostile: bool
    outcome: Outcome
    wrong: tuple[str, ...] = ()
    why_held: tuple[str, ...] = ()
    milliseconds: float = 0
    why: str = ""


@dataclass
class Read:
    """A report as the product reads or publishes it."""

    held: tuple[str, ...]
    agency: str | None
    year: int | None
    cells: dict[CellKey, Found]
    said: set[str] = field(default_factory=set)
    """The rules of all findings, whatever their severity."""


def decided(page: Page, read: Read, milliseconds: float = 0) -> Verdict:
    """Compares an input's gold, or its concerns, with what was read."""
    wrong = list(_against_gold(page, read) if page.gold else _against_concerns(page, read))
    outcome: Outcome = "held" if read.held else "WRONG" if wrong else "right"
    return Verdict(
        page.name,
        page.kinds,
        page.is_hostile,
        outcome,
        tuple(wrong) if not read.held else (),
        read.held,
        round(milliseconds, 1),
        page.why,
    )


def _against_gold(page: Page, read: Read) -> list[str]:
    wrong = []
    for key, (state, value) in page.gold.items():
        have = read.cells.get(key, Found("absent", None, ""))
        number = Decimal(value) if value is not None else None
        if (have.state, have.value) != (state, number):
            wrong.append(f"{' '.join(key)}: {value or state}, published {have}")
    if read.agency != page.agency:
        wrong.append(f"agency: {page.agency}, published {read.agency}")
    if read.year != page.year:
        wrong.append(f"year: {page.year}, published {read.year}")
    return wrong


def _against_concerns(page: Page, read: Read) -> list[str]:
    return [text for concern in page.concerns if (text := _concern(concern, read))]


def _concern(concern: Concern, read: Read) -> str:
    allowed = " or ".join(concern.allowed) or "held only"
    if concern.what in ("agency", "year"):
        have = str(read.agency if concern.what == "agency" else read.year)
        if concern.what == "agency" and "said" in concern.allowed and read.said & {*SIDECAR_RULES}:
            return ""
        return "" if have in concern.allowed else f"{concern.what}: {allowed}, published {have}"
    key = concern.what
    assert isinstance(key, tuple)
    found = read.cells.get(key, Found("absent", None, ""))
    for place, text in enumerate(concern.allowed):
        same = found.state == text
        if found.value is not None and text not in ("blank", "absent"):
            same = found.value == Decimal(text)
        if same and (place or not concern.unit or concern.unit == found.unit):
            return ""
    unit = f" {concern.unit}" if concern.unit else ""
    return f"{' '.join(key)}: {allowed}{unit}, published {found} {found.unit}"


def alone(page: Page) -> Verdict:
    """Reads an input by every round of reading, and no other report beside it."""
    from expectations.rules import rule_book
    from tasks.one import read_one

    with tempfile.TemporaryDirectory() as folder:
        path = page.write(Path(folder))
        start = time.perf_counter()
        reading = read_one(path)
        milliseconds = (time.perf_counter() - start) * 1000
    book = rule_book()
    held = [
        f"{remark.rule}: {remark.message}"
        for remark in reading.remarks
        if book[remark.rule].severity == "error"
    ]
    if reading.reason:
        held.insert(0, f"reason: {reading.reason}")
    # What a sidecar says counts in the gate, which also holds what has no agency or year.
    beside = json.loads(page.sidecar) if page.sidecar else {}
    agency, year = beside.get("agency", reading.agency), beside.get("year", reading.year)
    if not reading.reason:
        held += ["report.agency_unknown: no agency was read"] * (agency is None)
        held += ["report.year_unknown: no year was read"] * (year is None)
    cells = {(f.table, f.item, f.measure): Found(f.state, f.value, f.unit) for f in reading.figures}
    held += [
        f"cells.count: {' '.join(key)} is {found}"
        for key, found in cells.items()
        if _is_no_count(key, found)
    ]
    said = {remark.rule for remark in reading.remarks}
    read = Read(tuple(held), agency, year, cells, said)
    return decided(page, read, milliseconds)


def _is_no_count(key: CellKey, found: Found) -> bool:
    """Whether the gate's rule `cells.count` holds a number: below nothing, or with decimals."""
    if found.value is None or key[0] == "statistics" or key[2] in ("amount", "change"):
        return False
    return found.value < 0 or found.value != int(found.value)


def needs_the_gate(page: Page) -> bool:
    """Whether only the gate can judge a page: it alone knows what the sidecar says."""
    return any(concern.what == "agency" for concern in page.concerns)


def through_the_gate(pages: Sequence[Page]) -> list[Verdict]:
    """Puts all inputs through the whole product in one run."""
    import pyarrow.dataset as ds
    import pyarrow.parquet as pq

    from tasks.publish.trusted import current
    from tests.flows.plain import nightly

    logging.disable(logging.WARNING)
    os.environ.setdefault("GONGKAI_WORKERS", "1")
    with tempfile.TemporaryDirectory() as folder:
        raw, processed = Path(folder) / "raw", Path(folder) / "processed"
        for page in pages:
            page.write(raw)
        start = time.perf_counter()
        nightly(raw=str(raw), processed=str(processed))
        each = (time.perf_counter() - start) * 1000 / max(1, len(pages))
        release = current(processed)
        assert release is not None
        reports = pq.read_table(release / "reports.parquet").to_pylist()
        findings = pq.read_table(release / "findings.parquet").to_pylist()
        facts: dict[tuple[str, int], dict[CellKey, Found]] = {}
        for table in sorted(p for p in (release / "facts").iterdir() if p.is_dir()):
            for row in ds.dataset(table, partitioning="hive").to_table().to_pylist():
                key = (row["report_id"], row["version"])
                value = None if row["value"] is None else Decimal(row["value"])
                found = Found(row["state"], value, row["unit"])
                facts.setdefault(key, {})[row["table"], row["item"], row["measure"]] = found
    by_source = {str(report["source"]): report for report in reports}
    return [
        decided(page, _published(by_source.get(f"{page.name}{page.suffix}"), findings, facts), each)
        for page in pages
    ]


def _published(
    report: dict[str, Any] | None,
    findings: Sequence[dict[str, Any]],
    facts: dict[tuple[str, int], dict[CellKey, Found]],
) -> Read:
    if report is None:
        return Read(("not in the release",), None, None, {})
    key = (report["report_id"], report["version"])
    own = [f for f in findings if (f["report_id"], f["version"]) == key]
    held: tuple[str, ...] = ()
    if report["status"] != "published":
        held = tuple(
            f"{f['rule']}: {f['message']}"
            for f in own
            if f["severity"] == "error" and f["outcome"] in ("fail", "broken")
        ) or (f"{report['status']}: {report['reason']}",)
    said = {f["rule"] for f in own}
    return Read(held, report["agency"], report["year"], facts.get(key, {}), said)
