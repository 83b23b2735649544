"""`make bench`: this product against its peers, and the whole job over 200 reports.

Seconds depend on the machine; the ratios are what counts. Every figure is the
best of three rounds, the contestants taking turns.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tasks.read import read
from tests.bench.ladder import camelot_lattice, ladder, pdfplumber_tables
from tests.compare import gold_of
from tests.conftest import CORPUS, GOLD, ROOT
from tests.press.canvas import print_canvas
from tests.press.corpus import canvas_reports

ROUNDS = 3
REPORTS = 200


def _sample() -> list[Path]:
    """The reports of the sample that are PDFs with a text layer."""
    golds = [gold_of(path) for path in sorted(GOLD.glob("*.json"))]
    return sorted(ROOT / gold["file"] for gold in golds if gold["family"] == "text")


def _read(path: Path) -> None:
    assert read(path).reason == ""


def compare(paths: Sequence[Path]) -> None:
    """Print seconds per report of each contestant and how often this product is faster."""
    contestants: dict[str, Callable[[Path], None]] = {
        "gongkai (read and placed)": _read,
        "pdfplumber extract_tables": pdfplumber_tables,
        "camelot lattice, all pages": camelot_lattice,
    }
    best = dict.fromkeys(contestants, float("inf"))
    for _ in range(ROUNDS):
        for name, run in contestants.items():
            began = time.perf_counter()
            for path in paths:
                run(path)
            best[name] = min(best[name], (time.perf_counter() - began) / len(paths))
    ours = best["gongkai (read and placed)"]
    print(f"\n{len(paths)} reports, one process, best of {ROUNDS}")
    for name, seconds in best.items():
        print(f"  {name:28} {seconds:.3f} s a report   {seconds / ours:5.2f} x ours")


def whole_job() -> None:
    """Run the command over 200 reports with two workers and print where the time went."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw"
        raw.mkdir()
        printed = [*_sample(), *sorted(CORPUS.glob("*.pdf"))]
        for number, path in enumerate(printed):
            shutil.copyfile(path, raw / f"{number:03}.pdf")
        more = canvas_reports(REPORTS - len(printed), seed=1)
        for number, report in enumerate(more, start=len(printed)):
            (raw / f"{number:03}.pdf").write_bytes(print_canvas(report))
        program = (
            "import json, sys, time; began = time.monotonic(); import flows.run;"
            "job = flows.run.nightly(raw=sys.argv[1], processed=sys.argv[2]);"
            "print(json.dumps({**job, 'wall': time.monotonic() - began}))"
        )
        command = [sys.executable, "-c", program, str(raw), str(Path(folder) / "out")]
        environment = {**os.environ, "GONGKAI_WORKERS": "2", "PREFECT_LOGGING_LEVEL": "CRITICAL"}
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    summary = json.loads(done.stdout.strip().splitlines()[-1])
    rest = summary["seconds"] - summary["reading_seconds"]
    print(f"\nwhole job, {summary['documents']} reports, 2 workers, Prefect included")
    print(
        f"  wall {summary['wall']:.1f} s, of which start-up {summary['wall'] - summary['seconds']:.1f} s"
    )
    print(
        f"  job {summary['seconds']:.1f} s = {summary['seconds'] / summary['documents']:.3f} s a report"
    )
    print(f"  not reading: {rest:.1f} s = {rest / summary['seconds']:.0%} of the job")
    print(f"  peak memory of a worker: {summary['worker_megabytes']} MB")


if __name__ == "__main__":
    ladder()
    compare([*_sample(), *sorted(CORPUS.glob("*.pdf"))[::3]])
    whole_job()
