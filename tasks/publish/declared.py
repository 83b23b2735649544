"""Whether the tables of a release have the declared columns, and only declared codes in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pyarrow.parquet as pq

from expectations.batch import STATES
from expectations.rules import rule_book
from gongkai.columns import AGENCIES, REPORTS, RULE_SUMMARY
from gongkai.columns import EARLIER as CARRIED
from gongkai.form import forms
from gongkai.report import Status
from gongkai.sentences import Said
from tasks.previous import SAID
from tasks.publish.published import EARLIER, GATE_OF, GATES, fact_schema, rows, table_names

STATUSES = get_args(Status)
KINDS = ("count", "share", "growth")


def wrong_columns(folder: Path) -> Iterator[Said]:
    """Every table must have the declared columns and types."""
    declared = {
        "reports": REPORTS,
        "rule_summary": RULE_SUMMARY,
        "agencies": AGENCIES,
        f"{EARLIER}/reports": CARRIED,
        **SAID,
        **{f"{EARLIER}/{name}": schema for name, schema in SAID.items()},
    }
    for name, schema in declared.items():
        path = folder / f"{name}.parquet"
        if not path.is_file():
            yield Said("file_missing", {"name": f"{name}.parquet"})
        elif not pq.read_schema(path).equals(schema):
            yield Said("file_columns", {"name": f"{name}.parquet"})
    for gate in (*GATES, EARLIER):
        for path in sorted((folder / gate).glob("*/*/*.parquet")):
            table = path.parent.parent.name
            if table not in table_names() or not pq.read_schema(path).equals(fact_schema(table)):
                yield Said("file_columns", {"name": path.relative_to(folder).as_posix()})


def wrong_codes(folder: Path) -> Iterator[Said]:
    """Every code in a table must be one that is declared."""
    for row in pq.read_table(folder / "reports.parquet").to_pylist():
        is_shown = row["status"] in GATE_OF
        if row["status"] not in STATUSES or (is_shown and row["form"] not in forms()):
            yield Said("unknown_code", row)
    for gate in (*GATES, EARLIER):
        for name in table_names():
            for row in rows(folder, gate, name):
                form = forms().get(row["form"])
                cells = form.table[name].cells if form and name in form.table else ()
                is_cell = (row["item"], row["measure"]) in cells
                if not is_cell or row["table"] != name or row["state"] not in STATES:
                    yield Said("unknown_cell", {**row, "file": f"{gate}/{name}"})
    for row in pq.read_table(folder / "statements.parquet").to_pylist():
        numbers = [row[name] for name in ("value", "tolerance", "scope", "denied")]
        is_known = row["kind"] in KINDS and None not in numbers
        if not is_known and (row["kind"] is not None or numbers != [None] * len(numbers)):
            yield Said("half_statement", row)
    for row in pq.read_table(folder / "findings.parquet").to_pylist():
        if row["rule"] not in rule_book():
            yield Said("unknown_rule", row)
