"""All arithmetic of a release once more: SQL in DuckDB over its own files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from expectations import sql
from expectations.checks import checks_of
from gongkai.form import forms
from tasks.publish.published import EARLIER, GATES, table_names

_ALONE: dict[str, Any] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""DuckDB by itself: nothing is fetched."""


def run_sql(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Report, check and outcome (`fail` or `not_checkable`) of all arithmetic, by DuckDB.

    Args:
        folder: of a release.
    """
    with duckdb.connect(config=_ALONE) as database:
        database.execute(_cells_view(folder))
        database.execute(_LAST_OF)
        for report, version, key, outcome in ask(database):
            yield f"{report}-{version}", key, outcome


def ask(database: duckdb.DuckDBPyConnection) -> list[tuple[str, int, str, str]]:
    """Every check of every form in one statement.

    Args:
        database: with `cells` and `last_of`, as `expectations.sql` says.
    """
    for name, table in _checks().items():
        database.register(name, table)
    return list(database.execute(sql.statement()).fetchall())


@lru_cache(maxsize=1)
def _checks() -> dict[str, pa.Table]:
    """The checks of all forms as tables."""
    return sql.tables(chain.from_iterable(map(checks_of, forms())))


def _cells_view(folder: Path) -> str:
    """A view of every published cell; a number that did not fit its column from its raw text."""
    digits = r"regexp_replace(raw, '[,，\s件条次人项个篇元万]', '', 'g')"
    parts = [
        f"SELECT report_id, version, agency, year, form, '{name}' AS tbl, item, measure, state, "
        f"'{gate}' AS gate, CAST(CASE WHEN state = 'number' THEN "
        f"COALESCE(CAST(value AS DECIMAL(38, 10)), TRY_CAST({digits} AS DECIMAL(38, 10))) END "
        f"AS DECIMAL(38, 10)) AS value FROM read_parquet("
        f"'{(folder / gate / name).as_posix()}/*/*.parquet', hive_partitioning = false)"
        for name in table_names()
        for gate in (*GATES, EARLIER)
        if any((folder / gate / name).glob("*/*.parquet"))
    ]
    empty = (
        "SELECT '' AS report_id, 0 AS version, '' AS agency, 0 AS year, '' AS form, '' AS tbl, "
        "'' AS item, '' AS measure, '' AS state, '' AS gate, 0.0::DECIMAL(38, 10) AS value "
        "WHERE FALSE"
    )
    return f"CREATE VIEW cells AS {' UNION ALL BY NAME '.join([empty, *parts])}"


_LAST_OF = """
CREATE TABLE last_of AS
WITH known AS (SELECT DISTINCT agency, year, report_id, version FROM cells),
newest AS (
  SELECT agency, year, ARG_MAX(report_id, version) AS report_id, MAX(version) AS version
  FROM known GROUP BY agency, year
)
SELECT known.report_id, known.version, newest.report_id AS last_id, newest.version AS last_version
FROM known JOIN newest ON known.agency = newest.agency AND known.year = newest.year + 1
"""
