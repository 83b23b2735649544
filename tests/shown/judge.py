"""Runs the product over all inputs at once and compares what it publishes with what is shown."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Literal

import pyarrow.dataset as ds
import pyarrow.parquet as pq

from tests.shown.model import Hostile

ROOT: Final = Path(__file__).resolve().parents[2]
Outcome = Literal["WRONG", "held", "right"]


@dataclass(frozen=True)
class Judged:
    """What became of one input."""

    name: str
    kind: str
    outcome: Outcome
    status: str
    """The report's status, as the product says it."""
    shown: str | None
    published: str | None
    """The number of the cell, where the report was published and the cell holds one."""
    cell: str
    why: str
    reason: str
    """What the product says of a report that it did not publish."""


def write(inputs: Sequence[Hostile], folder: Path) -> None:
    """The inputs as files of a folder, with what lies beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in inputs:
        (folder / f"{one.name}{one.suffix}").write_bytes(one.content)
        for path, content in one.assets.items():
            beside = folder / f"{one.name}_assets" / path
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(content)


def judge(inputs: Sequence[Hostile], folder: Path) -> list[Judged]:
    """Runs the product over the inputs.

    Args:
        inputs: Inputs of different agencies.
        folder: An empty folder to work in.
    """
    raw, processed = folder / "raw", folder / "processed"
    write(inputs, raw)
    _run(raw, processed)
    current = json.loads((processed / "current.json").read_text(encoding="utf-8"))
    release = processed / "releases" / current["release"]
    reports = pq.read_table(release / "reports.parquet").to_pylist()
    by_source = {str(report["source"]): report for report in reports}
    facts = _facts(release)
    return [_judged(one, by_source.get(f"{one.name}{one.suffix}"), facts) for one in inputs]


def _run(raw: Path, processed: Path) -> None:
    command = "import sys; from flows.cli import main; sys.exit(main())"
    arguments = ["--lang", "en", "run", "--raw", str(raw), "--processed", str(processed)]
    done = subprocess.run(
        [sys.executable, "-c", command, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the run failed with {done.returncode}:\n{done.stderr[-3000:]}")


Key = tuple[str, str, str, str]


def _facts(release: Path) -> dict[Key, dict[str, Any]]:
    """Every published cell by report, table, item and measure."""
    found: dict[Key, dict[str, Any]] = {}
    for table in ("applications", "proactive_disclosure", "review_litigation"):
        folder = release / "facts" / table
        if not folder.exists():
            continue
        columns = ["report_id", "item", "measure", "value", "state"]
        for row in ds.dataset(folder, partitioning="hive").to_table(columns=columns).to_pylist():
            found[row["report_id"], table, row["item"], row["measure"]] = row
    return found


def _judged(
    one: Hostile, report: dict[str, Any] | None, facts: dict[Key, dict[str, Any]]
) -> Judged:
    table, item, measure = one.cells[0]
    status = str(report["status"]) if report else "not in the release"
    published, outcome = None, "held"
    if report and status == "published":
        row = facts.get((report["report_id"], table, item, measure))
        if row and row["state"] == "number" and row["value"] is not None:
            published = _plain(row["value"])
        outcome = "right" if published == (one.shown or None) else "WRONG"
    return Judged(
        one.name,
        one.kind,
        outcome,  # type: ignore[arg-type]
        status,
        one.shown,
        published,
        f"{table} {item} {measure}",
        one.why,
        str(report["reason"] or "") if report else "",
    )


def _plain(value: Any) -> str:
    """A number without the zeros that its column adds."""
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_json(hostile: Sequence[Judged], harmless: Sequence[Judged]) -> str:
    """All that was judged, for programs."""
    found = {
        "hostile": [asdict(one) for one in hostile],
        "harmless": [asdict(one) for one in harmless],
    }
    return json.dumps(found, ensure_ascii=False, indent=1)
