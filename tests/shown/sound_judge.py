"""What becomes of sound reports: `python -m tests.shown.sound_judge [--seed N] [--count 500]`.

Every page is read by itself, then all go through the product's gate in one run. Told are the pages
refused and held, by what findings, the cells that are not the gold's, and the seconds a page.
"""

from __future__ import annotations

import argparse
import json
import logging
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from tests.shown.sound import COUNT, Sound, sound_pages

PROCESSES: Final = 2


@dataclass(frozen=True)
class Verdict:
    """What was read of one page, and what the gate made of it.

    Attributes:
        refused: the reader's reason, empty where it read the page.
        wrong: cells that are not as in the gold, the first ones.
        count: how many they are.
        remarks: the rules that the reader named.
        status: what the gate decided.
        held: the rules of the findings that hold it, else its reason.
    """

    name: str
    parts: tuple[str, ...]
    refused: str
    wrong: tuple[str, ...]
    count: int
    remarks: tuple[str, ...]
    seconds: float
    status: str = ""
    held: tuple[str, ...] = ()


@dataclass
class Account:
    """All verdicts, counted."""

    pages: int = 0
    refused: int = 0
    held: int = 0
    published: int = 0
    wrong_cells: int = 0
    pages_with_wrong_cells: int = 0
    seconds_a_page: float = 0
    slowest: float = 0
    refused_by: dict[str, int] = field(default_factory=dict)
    held_by: dict[str, int] = field(default_factory=dict)
    remarks: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    suspects: list[str] = field(default_factory=list)


def write(page: Sound, folder: Path) -> Path:
    """Lays a page and what it brings along into a folder; returns its path."""
    for name, content in page.assets.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    path = folder / f"{page.name}.html"
    path.write_bytes(page.content)
    return path


def judge(page: Sound) -> Verdict:
    """Reads a page by itself."""
    from tasks.one import read_one

    with tempfile.TemporaryDirectory() as folder:
        path = write(page, Path(folder))
        start = time.perf_counter()
        reading = read_one(path)
        seconds = time.perf_counter() - start
    have = {(f.table, f.item, f.measure): (f.state, f.value, f.raw) for f in reading.figures}
    wrong = list(_differences(page.gold["cells"], have)) if not reading.reason else []
    remarks = tuple(sorted({remark.rule for remark in reading.remarks}))
    return Verdict(
        page.name,
        page.parts,
        reading.reason,
        tuple(wrong[:5]),
        len(wrong),
        remarks,
        seconds,
    )


def _differences(
    gold: list[dict[str, Any]], have: Mapping[tuple[str, str, str], tuple[str, Decimal | None, str]]
) -> Iterable[str]:
    for cell in gold:
        key = (cell["table"], cell["item"], cell["measure"])
        value = None if cell["value"] is None else Decimal(cell["value"])
        state, found, raw = have.get(key, ("missing", None, ""))
        if (state, found) != (cell["state"], value):
            yield f"{'.'.join(key)}: {cell['raw']!r} is {state} {raw!r}"
    strange = set(have) - {(cell["table"], cell["item"], cell["measure"]) for cell in gold}
    for key in sorted(strange):
        yield f"{'.'.join(key)}: not in the gold"


def gate(pages: Iterable[Sound]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Status and what holds each page, by its name, after one run over all."""
    import pyarrow.parquet as pq

    from tasks.publish.trusted import current
    from tests.flows.plain import nightly

    logging.disable(logging.WARNING)
    os.environ.setdefault("GONGKAI_WORKERS", str(PROCESSES))
    with tempfile.TemporaryDirectory() as folder:
        raw, processed = Path(folder) / "raw", Path(folder) / "processed"
        raw.mkdir()
        names = {write(page, raw).name: page.name for page in pages}
        nightly(raw=str(raw), processed=str(processed))
        release = current(processed)
        assert release is not None
        reports = pq.read_table(release / "reports.parquet").to_pylist()
        findings = pq.read_table(release / "findings.parquet").to_pylist()
    holding: dict[tuple[str, int], set[str]] = {}
    for finding in findings:
        if finding["severity"] == "error" and finding["outcome"] in ("fail", "broken"):
            key = (finding["report_id"], finding["version"])
            holding.setdefault(key, set()).add(finding["rule"])
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for report in reports:
        name = names.get(report["source"])
        if name is not None:
            by = sorted(holding.get((report["report_id"], report["version"]), ()))
            reason = () if report["status"] == "published" else (report["reason"],)
            found[name] = (report["status"], tuple(by) or reason)
    return found


def account(verdicts: list[Verdict]) -> Account:
    """What the verdicts come to."""
    done = Account(pages=len(verdicts))
    done.refused = sum(bool(v.refused) for v in verdicts)
    done.published = sum(v.status == "published" for v in verdicts)
    done.held = sum(v.status not in ("published", "") and not v.refused for v in verdicts)
    done.wrong_cells = sum(v.count for v in verdicts)
    done.pages_with_wrong_cells = sum(v.count > 0 for v in verdicts)
    done.seconds_a_page = round(sum(v.seconds for v in verdicts) / max(1, len(verdicts)), 3)
    done.slowest = round(max((v.seconds for v in verdicts), default=0), 3)
    done.refused_by = _counted(v.refused for v in verdicts if v.refused)
    done.held_by = _counted(rule for v in verdicts for rule in v.held if not v.refused)
    done.remarks = _counted(rule for v in verdicts for rule in v.remarks)
    done.kinds = _kinds(verdicts)
    done.suspects = _suspects(verdicts)
    return done


def _counted(found: Iterable[str]) -> dict[str, int]:
    return dict(Counter(found).most_common())


_KINDS: Final = {
    "frame inline blocks": "no font size around, one within",
    "writer element apart": "header in a table of its own",
    "writer element": "copy of a table for its fixed column",
    "hidden copy": "hidden copy for phones",
}
"""By a part of the page: what makes it harder to read than its style sheets alone."""


def _is_bad(verdict: Verdict) -> bool:
    return bool(verdict.refused or verdict.count or verdict.status not in ("published", ""))


def _kinds(verdicts: list[Verdict]) -> dict[str, str]:
    """Of each kind of pages how many are refused, held or read wrong."""
    kinds = [
        next((kind for part, kind in _KINDS.items() if part in v.parts), "others") for v in verdicts
    ]
    whole = Counter(kinds)
    bad = Counter(kind for kind, v in zip(kinds, verdicts, strict=True) if _is_bad(v))
    return {kind: f"{bad[kind]} of {number}" for kind, number in whole.most_common()}


def _suspects(verdicts: list[Verdict]) -> list[str]:
    """Parts of pages that are refused, held or read wrong at least twice as often as all pages."""
    bad = [v for v in verdicts if _is_bad(v)]
    among = Counter(part for v in bad for part in v.parts)
    whole = Counter(part for v in verdicts for part in v.parts)
    share = len(bad) / max(1, len(verdicts))
    found = [
        (number / whole[part], part, number)
        for part, number in among.items()
        if number > 1 and number / whole[part] >= 2 * share
    ]
    return [f"{part}: {number} of {whole[part]}" for _, part, number in sorted(found)[::-1][:25]]


def main(arguments: list[str] | None = None) -> int:
    """Judges, prints, and writes JSON where asked; the exit status is 1 beyond the limits."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--no-gate", action="store_true", help="reads only")
    asked = parser.parse_args(arguments)
    pages = list(sound_pages(asked.seed, asked.count))
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        verdicts = pool.map(judge, pages, chunksize=4)
    if not asked.no_gate:
        gated = gate(pages)
        verdicts = [
            Verdict(**{**vars(v), "status": status, "held": held})
            for v in verdicts
            for status, held in [gated.get(v.name, ("no row", ("no row",)))]
        ]
    done = account(verdicts)
    print(json.dumps(asdict(done), ensure_ascii=False, indent=1))
    for verdict in verdicts:
        if _is_bad(verdict):
            why = verdict.refused or verdict.held
            print(
                verdict.name,
                *verdict.parts[:3],
                verdict.status,
                why,
                verdict.count,
                verdict.wrong[:2],
            )
    if asked.json:
        rows = {"account": asdict(done), "verdicts": [asdict(v) for v in verdicts]}
        asked.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(done.refused > 0 or done.held * 100 > done.pages or done.wrong_cells > 0)


if __name__ == "__main__":
    sys.exit(main())
