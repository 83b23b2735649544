"""The rule book as SQL over published Parquet: what `gongkai verify` runs in DuckDB.

The third evaluator beside numpy and Great Expectations: it shares with them the
checks and nothing else. Two tables are needed: `cells` (report_id, version, year,
form, tbl, item, measure, value, state), one row per cell of every report, and
`last_of` (report_id, version, last_id, last_version), the report on the year before
where there is one. The checks of all forms are tables as well, a row per term, so
that one statement answers for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import pyarrow as pa

from expectations.batch import ABSENT, BLANK, NUMBER
from expectations.checks import Cell, Check, Side, Term, years_of
from gongkai.number import LARGEST

COLUMNS = ("report_id", "version", "key", "outcome")
"""What `STATEMENT` selects: the checks that fail (`fail`), and those that cannot be made."""


def tables(checks: Iterable[Check]) -> dict[str, pa.Table]:
    """The tables that `STATEMENT` takes beside those of the release, by their names.

    `checks`: a row per check. `check_years`: the years a check is applicable in, none if
    in all. `terms`: a row per cell that a check takes, on its `left`, its `right` or as its
    condition (`when`); `grp` is -1, or the number of the alternative the cell is of.
    `parts`: the cells a cell of `terms` is the total of.
    """
    every = list(checks)
    terms, parts = _terms(every)
    return {
        "checks": pa.Table.from_pylist(_rows(every), schema=_CHECKS),
        "check_years": pa.Table.from_pylist(
            [
                {"number": number, "year": year}
                for number, check in enumerate(every)
                for year in sorted(years_of(check) or ())
            ],
            schema=pa.schema([("number", pa.int32()), ("year", pa.int32())]),
        ),
        "terms": pa.Table.from_pylist(terms, schema=_TERMS),
        "parts": pa.Table.from_pylist(parts, schema=_PARTS),
    }


_CELL = [("tbl", pa.string()), ("item", pa.string()), ("measure", pa.string())]
_CHECKS = pa.schema(
    [
        ("number", pa.int32()),
        ("form", pa.string()),
        ("key", pa.string()),
        ("kind", pa.string()),
        ("operator", pa.string()),
        ("ratio", pa.int32()),
        ("least", pa.int32()),
        ("signed", pa.bool_()),
        ("needs_last", pa.bool_()),
        ("blanks_count", pa.bool_()),
        ("left_largest", pa.bool_()),
        ("right_largest", pa.bool_()),
        ("has_when", pa.bool_()),
        ("stronger", pa.int32()),
        ("has_years", pa.bool_()),
    ]
)
_TERMS = pa.schema(
    [
        ("term", pa.int32()),
        ("number", pa.int32()),
        ("form", pa.string()),
        ("side", pa.string()),
        ("grp", pa.int32()),
        ("coefficient", pa.int32()),
        ("is_last", pa.bool_()),
        *_CELL,
    ]
)
_PARTS = pa.schema([("term", pa.int32()), *_CELL])


def _rows(checks: Sequence[Check]) -> list[dict[str, Any]]:
    places = {_place(check): number for number, check in enumerate(checks)}
    return [
        {
            "number": number,
            "form": check.form,
            "key": check.key,
            "kind": check.rule.kind,
            "operator": check.operator,
            "ratio": check.rule.ratio,
            "least": check.rule.least,
            "signed": check.signed,
            "needs_last": check.rule.needs_last,
            "blanks_count": check.rule.blank_details is not None,
            "left_largest": check.left.largest,
            "right_largest": check.right.largest,
            "has_when": check.when is not None,
            "stronger": places.get((check.form, check.rule.weaker_than, _place(check)[2])),
            "has_years": years_of(check) is not None,
        }
        for number, check in enumerate(checks)
    ]


def _place(check: Check) -> tuple[str, str, str]:
    return check.form, check.rule.id, check.key.partition("[")[2]


def _terms(checks: Sequence[Check]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    terms: list[dict[str, Any]] = []
    parts: list[dict[str, Any]] = []
    for number, check in enumerate(checks):
        sides = {"left": check.left, "right": check.right, "when": check.when or Side()}
        for name, side in sides.items():
            for group, term in _grouped(side):
                parts += [{"term": len(terms), **_cell(cell)} for cell in term.parts]
                terms.append(
                    {
                        "term": len(terms),
                        "number": number,
                        "form": check.form,
                        "side": name,
                        "grp": group,
                        "coefficient": term.coefficient,
                        "is_last": term.last,
                        **_cell(term.cell),
                    }
                )
    return terms, parts


def _grouped(side: Side) -> Iterator[tuple[int, Term]]:
    """The terms of a side, each with the number of its alternative, -1 for none."""
    yield from ((-1, term) for term in side.terms)
    for number, group in enumerate(side.one_of):
        yield from ((number, term) for term in group)


def _cell(cell: Cell) -> dict[str, str]:
    return dict(zip(("tbl", "item", "measure"), cell, strict=True))


@lru_cache(maxsize=1)
def statement() -> str:
    """One statement over `cells`, `last_of` and `tables`: every check on every report.

    Numbers are decimals with ten places. Comparisons with last year by a factor are made
    in floating point, everything else exactly.
    """
    return _STATEMENT.format(absent=ABSENT, blank=BLANK, number=NUMBER, largest=LARGEST)


_STATEMENT = """
WITH
-- Cells and reports by numbers.
reports AS (
  SELECT ROW_NUMBER() OVER () AS report, report_id, version, form, ANY_VALUE(year) AS year
  FROM cells GROUP BY report_id, version, form
),
linked AS (
  SELECT now.report, now.report_id, now.version, now.form, now.year, before.report AS last_report
  FROM reports AS now
  LEFT JOIN last_of USING (report_id, version)
  LEFT JOIN reports AS before
  ON before.report_id = last_of.last_id AND before.version = last_of.last_version
),
places AS (
  SELECT ROW_NUMBER() OVER () AS place, tbl, item, measure
  FROM (SELECT tbl, item, measure FROM terms UNION SELECT tbl, item, measure FROM parts)
),
printed AS (
  SELECT report, place,
    CASE WHEN ABS(value) <= {largest} THEN CAST(value AS DECIMAL(24, 10)) END AS value,
    CASE state WHEN 'number' THEN {number} WHEN 'blank' THEN {blank} ELSE {absent} END AS code
  FROM cells JOIN reports USING (report_id, version, form) JOIN places USING (tbl, item, measure)
),
-- Every cell that a check takes, in every report on its form.
filled AS (
  SELECT DISTINCT report, term
  FROM parts JOIN places USING (tbl, item, measure) JOIN printed USING (place)
  WHERE value <> 0
),
wanted AS (
  SELECT terms.*, place FROM terms JOIN places USING (tbl, item, measure)
),
taken AS (
  SELECT linked.report, wanted.number, side, grp, coefficient, is_last, wanted.place,
    printed.value, COALESCE(printed.code, {absent}) AS code,
    filled.term IS NOT NULL AS has_parts, last_report
  FROM linked
  JOIN wanted ON wanted.form = linked.form
  LEFT JOIN printed ON printed.place = wanted.place
    AND printed.report = CASE WHEN is_last THEN last_report ELSE linked.report END
  LEFT JOIN filled ON filled.report = linked.report AND filled.term = wanted.term
),
shown AS (
  SELECT report, number,
    BOOL_OR(code <> {absent} AND NOT is_last) FILTER (side <> 'when') AS any_printed
  FROM taken GROUP BY report, number
),
-- Formulas: of alternatives the first with a number, or else the first that is printed.
chosen AS (
  SELECT report, number, side,
    COALESCE(
      MIN(grp) FILTER (code = {number} AND NOT is_last),
      MIN(grp) FILTER (code <> {absent} AND NOT is_last),
      0
    ) AS grp
  FROM taken WHERE grp >= 0 GROUP BY report, number, side
),
added AS (
  SELECT taken.report, taken.number, taken.side,
    SUM(coefficient * value) AS total,
    MAX(value) AS largest,
    COUNT(*) = COUNT(value) AS all_known,
    BOOL_AND(value IS NOT NULL OR (code = {blank} AND NOT has_parts)) AS all_filled,
    BOOL_OR(code = {blank}) AS any_blank,
    BOOL_OR(code = {number}) AS any_number
  FROM taken LEFT JOIN chosen USING (report, number, side)
  WHERE taken.grp = -1 OR taken.grp = chosen.grp
  GROUP BY taken.report, taken.number, taken.side
),
lefts AS (
  SELECT report, number,
    CASE WHEN left_largest THEN largest WHEN all_known THEN total END AS amount
  FROM added JOIN checks USING (number) WHERE side = 'left' AND kind = 'formula'
),
conditions AS (
  SELECT report, number, COALESCE(total >= least AND all_known, FALSE) AS holds
  FROM added JOIN checks USING (number) WHERE side = 'when'
),
formulas AS (
  SELECT report, number, lefts.amount AS one,
    CASE
      WHEN other.report IS NULL THEN 0
      WHEN right_largest THEN other.largest
      WHEN NOT blanks_count OR NOT any_blank THEN CASE WHEN all_known THEN other.total END
      WHEN lefts.amount IS NOT NULL AND (any_number OR lefts.amount = 0) AND all_filled
      THEN COALESCE(other.total, 0)
    END AS two
  FROM lefts JOIN checks USING (number)
  LEFT JOIN (SELECT * FROM added WHERE side = 'right') AS other USING (report, number)
),
-- Single values: how many are not as they may be, and whether they can be told.
pairs AS (
  SELECT taken.report, number, kind, ratio, least, signed, needs_last, last_report,
    taken.value AS now, before.value AS last,
    CAST(taken.value AS DOUBLE) AS n, CAST(before.value AS DOUBLE) AS l
  FROM taken JOIN checks USING (number)
  LEFT JOIN printed AS before
  ON before.report = taken.last_report AND before.place = taken.place
  WHERE kind <> 'formula' AND side = 'left'
),
counted AS (
  SELECT report, number, kind, least, needs_last, ANY_VALUE(last_report) AS last_report,
    COUNT(now) > 0 AS any_now,
    COUNT(*) FILTER (now IS NOT NULL AND last IS NOT NULL) > 0 AS any_both,
    BOOL_AND(now IS NOT DISTINCT FROM last) AND COUNT(*) FILTER (now <> 0) >= least AS is_same,
    COUNT(*) FILTER (
      CASE kind
        WHEN 'count' THEN (NOT signed AND now < 0) OR now <> FLOOR(now)
        WHEN 'amount' THEN NOT signed AND now < 0
        WHEN 'slip' THEN n > 0 AND l > 0
          AND GREATEST(n, l) / LEAST(n, l) * 3 > ratio
          AND GREATEST(n, l) / LEAST(n, l) < ratio * 3
        WHEN 'jump' THEN ABS(n - l) >= GREATEST(least, ABS(l) / 10.0)
          AND (n > ratio * l OR n * ratio < l)
      END
    ) AS wrong
  FROM pairs GROUP BY report, number, kind, least, needs_last
),
singles AS (
  SELECT report, number,
    CASE
      WHEN needs_last AND last_report IS NULL THEN NULL
      WHEN kind IN ('slip', 'jump') THEN CASE WHEN any_both THEN wrong END
      WHEN NOT any_now THEN NULL
      WHEN kind = 'unchanged' THEN CAST(is_same AS INTEGER)
      ELSE wrong
    END AS one
  FROM counted
),
-- What comes of it.
compared AS (
  SELECT report, number, one IS NOT NULL AND two IS NOT NULL AS is_known,
    CASE operator WHEN '=' THEN one <> two WHEN '<=' THEN one > two ELSE one < two END AS is_wrong
  FROM formulas JOIN checks USING (number)
  UNION ALL
  SELECT report, number, one IS NOT NULL, one <> 0 FROM singles
),
judged AS (
  SELECT compared.report, compared.number, stronger, is_known, is_wrong,
    any_printed
    AND (NOT has_years OR check_years.year IS NOT NULL)
    AND (NOT has_when OR COALESCE(conditions.holds, FALSE)) AS applies
  FROM compared
  JOIN checks USING (number)
  JOIN linked USING (report)
  JOIN shown ON shown.report = compared.report AND shown.number = compared.number
  LEFT JOIN check_years
  ON check_years.number = compared.number AND check_years.year = linked.year
  LEFT JOIN conditions
  ON conditions.report = compared.report AND conditions.number = compared.number
),
told AS (
  SELECT own.report, own.number,
    CASE
      WHEN NOT own.applies THEN NULL
      WHEN strong.report IS NOT NULL AND strong.applies AND strong.is_known THEN NULL
      WHEN NOT own.is_known THEN CASE WHEN own.stronger IS NULL THEN 'not_checkable' END
      WHEN own.is_wrong THEN 'fail'
    END AS outcome
  FROM judged AS own
  LEFT JOIN judged AS strong ON strong.report = own.report AND strong.number = own.stronger
)
SELECT report_id, version, key, outcome
FROM told JOIN checks USING (number) JOIN linked USING (report)
WHERE outcome IS NOT NULL
"""
