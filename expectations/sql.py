"""The rule book as SQL over published Parquet: what `gongkai verify` runs in DuckDB.

The third evaluator beside numpy and Great Expectations: it shares with them the
checks and nothing else. Two tables are needed: `cells` (report_id, version, year,
form, tbl, item, measure, value, state), one row per cell of every report, and
`last_of` (report_id, version, last_id, last_version), the report on the year before
where there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from expectations.batch import ABSENT, BLANK, NUMBER, STATES
from expectations.checks import Cell, Check, Side, Term, years_of

COLUMNS = ("report_id", "version", "key", "outcome", "left", "right")
"""What every statement of `statements` selects."""


class Names:
    """Names of the columns of the wide table: `n3` and `s3` are value and state of a cell."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        """Number some cells."""
        self.number = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}

    def value(self, term: Term) -> str:
        """The column with the number of a term; NULL where there is none."""
        return f"{'l' if term.last else 'n'}{self.number[term.cell]}"

    def state(self, term: Term) -> str:
        """The column with its state, a position in `STATES`."""
        return f"{'k' if term.last else 's'}{self.number[term.cell]}"


def cells_of(checks: Sequence[Check]) -> list[Cell]:
    """Every cell that some checks look at, of this year or the last."""
    terms = [term for check in checks for term in check.terms]
    terms += [term for check in checks if check.when for term in check.when.every]
    cells = [cell for term in terms for cell in (term.cell, *term.parts)]
    return list(dict.fromkeys(cells))


def wide_table(form: str, checks: Sequence[Check]) -> str:
    """Statements that make `wide`: one row per report on a form, two columns per cell."""
    names = Names(cells_of(checks))
    places = ", ".join(
        f"({number}, {_text(cell[0])}, {_text(cell[1])}, {_text(cell[2])})"
        for cell, number in names.number.items()
    )
    codes = " ".join(f"WHEN {_text(name)} THEN {code}" for code, name in enumerate(STATES))
    numbers = names.number.values()
    listed = ", ".join(str(number) for number in numbers)
    now = ", ".join(
        f'now."{n}_n" AS n{n}, COALESCE(now."{n}_s", {ABSENT}) AS s{n}' for n in numbers
    )
    last = ", ".join(
        f'before."{n}_n" AS l{n}, COALESCE(before."{n}_s", {ABSENT}) AS k{n}' for n in numbers
    )
    return f"""
CREATE OR REPLACE TEMP TABLE placed AS
SELECT report_id, version, year, form, place, value, CASE state {codes} END AS code
FROM cells JOIN (VALUES {places}) AS places (place, tbl, item, measure)
USING (tbl, item, measure);
CREATE OR REPLACE TEMP TABLE pivoted AS
PIVOT placed ON place IN ({listed}) USING ANY_VALUE(value) AS n, ANY_VALUE(code) AS s
GROUP BY report_id, version, year, form;
CREATE OR REPLACE TEMP TABLE wide AS
SELECT now.report_id, now.version, now.year, before.report_id IS NOT NULL AS has_last, {now}, {last}
FROM pivoted AS now LEFT JOIN last_of USING (report_id, version)
LEFT JOIN pivoted AS before
ON before.report_id = last_of.last_id AND before.version = last_of.last_version
WHERE now.form = {_text(form)};
"""


def statements(checks: Sequence[Check]) -> list[str]:
    """One SELECT per check over `wide`: the reports in which it fails or cannot be made."""
    names = Names(cells_of(checks))
    by_place = {(c.rule.id, c.key.partition("[")[2]): c for c in checks}
    made = []
    for check in checks:
        stronger = by_place.get((check.rule.weaker_than, check.key.partition("[")[2]))
        made.append(_statement(check, names, stronger))
    return made


def _statement(check: Check, names: Names, stronger: Check | None) -> str:
    left, right = _sides(check, names)
    known = f"({left} IS NOT NULL AND {right} IS NOT NULL)"
    applies = _applies(check, names)
    if stronger is not None:
        first, second = _sides(stronger, names)
        unknown = f"({first} IS NULL OR {second} IS NULL OR NOT {_applies(stronger, names)})"
        applies = f"({applies} AND {unknown} AND {known})"
    wrong = {"=": "<>", "<=": ">", ">=": "<"}[check.operator]
    outcome = (
        f"CASE WHEN NOT {applies} THEN NULL WHEN NOT {known} THEN 'not_checkable' "
        f"WHEN {left} {wrong} {right} THEN 'fail' END"
    )
    return (
        f"SELECT report_id, version, {_text(check.key)} AS key, {outcome} AS outcome, "
        f'CAST({left} AS DOUBLE) AS "left", CAST({right} AS DOUBLE) AS "right" '
        "FROM wide WHERE outcome IS NOT NULL"
    )


def _sides(check: Check, names: Names) -> tuple[str, str]:
    if check.rule.kind != "formula":
        wrong = _wrong_values(check, names)
        if check.rule.needs_last:
            wrong = f"CASE WHEN has_last THEN {wrong} END"
        return f"({wrong})", "0"
    left = _side(check.left, names, None)
    return left, _side(check.right, names, left if check.rule.blank_details else None)


def _applies(check: Check, names: Names) -> str:
    conditions = [_printed(check.terms, names)]
    years = years_of(check)
    if years is not None:
        conditions.append(f"COALESCE(year IN ({', '.join(map(str, sorted(years)))}), FALSE)")
    if check.when is not None:
        conditions.append(
            f"COALESCE({_side(check.when, names, None)} >= {check.rule.least}, FALSE)"
        )
    return f"({' AND '.join(conditions)})"


def _side(side: Side, names: Names, beside: str | None) -> str:
    if side.largest:
        return f"GREATEST({', '.join(names.value(term) for term in side.terms)})"
    if not side.one_of:
        return _sum(side.terms, names, beside)
    sums = [_sum((*side.terms, *group), names, beside) for group in side.one_of]
    groups = list(zip(side.one_of, sums, strict=True))
    cases = "".join(f" WHEN {_any(group, names, NUMBER)} THEN {total}" for group, total in groups)
    cases += "".join(f" WHEN {_printed(group, names)} THEN {total}" for group, total in groups)
    return f"(CASE{cases} ELSE {sums[0]} END)"


def _sum(terms: Sequence[Term], names: Names, beside: str | None) -> str:
    if not terms:
        return "0"
    plain = " + ".join(f"{term.coefficient} * {names.value(term)}" for term in terms)
    if beside is None:
        return f"({plain})"
    filled = " + ".join(
        f"{term.coefficient} * CASE WHEN {_counts_as_zero(term, names)} THEN 0 "
        f"ELSE {names.value(term)} END"
        for term in terms
    )
    blank = _any(terms, names, BLANK)
    counts = f"({beside} IS NOT NULL AND ({_any(terms, names, NUMBER)} OR {beside} = 0))"
    return f"(CASE WHEN {blank} AND NOT {counts} THEN NULL ELSE {filled} END)"


def _counts_as_zero(term: Term, names: Names) -> str:
    parts = [f"COALESCE({names.value(Term(cell))}, 0) = 0" for cell in term.parts]
    return " AND ".join([f"{names.state(term)} = {BLANK}", *parts])


def _any(terms: Sequence[Term], names: Names, state: int) -> str:
    return f"({' OR '.join(f'{names.state(term)} = {state}' for term in terms)})"


def _printed(terms: Sequence[Term], names: Names) -> str:
    own = [f"{names.state(term)} <> {ABSENT}" for term in terms if not term.last]
    return f"({' OR '.join(own)})" if own else "FALSE"


def _wrong_values(check: Check, names: Names) -> str:
    """How many cells are not as they may be; for `unchanged`, whether all are last year's."""
    pairs = [(names.value(t), names.value(Term(t.cell, last=True))) for t in check.left.terms]
    known = f"COALESCE({', '.join(now for now, _ in pairs)}) IS NOT NULL"
    if check.rule.kind == "unchanged":
        same = " AND ".join(f"{now} IS NOT DISTINCT FROM {last}" for now, last in pairs)
        some = " + ".join(f"CASE WHEN {now} <> 0 THEN 1 ELSE 0 END" for now, _ in pairs)
        all_same = f"CASE WHEN {same} AND {some} >= {check.rule.least} THEN 1 ELSE 0 END"
        return f"CASE WHEN {known} THEN {all_same} END"
    counted = [_wrong_value(check, names, term) for term in check.left.terms]
    total = " + ".join(f"CASE WHEN {wrong} THEN 1 ELSE 0 END" for wrong in counted)
    if check.rule.needs_last:
        both = " OR ".join(f"({now} IS NOT NULL AND {last} IS NOT NULL)" for now, last in pairs)
        return f"CASE WHEN {both} THEN {total} END"
    return f"CASE WHEN {known} THEN {total} END"


def _wrong_value(check: Check, names: Names, term: Term) -> str:
    now, last = names.value(term), names.value(Term(term.cell, last=True))
    kind, ratio = check.rule.kind, check.rule.ratio
    below = "FALSE" if check.signed else f"{now} < 0"
    if kind == "count":
        return f"COALESCE({below} OR {now} <> FLOOR({now}), FALSE)"
    if kind == "amount":
        return f"COALESCE({below}, FALSE)"
    if kind == "slip":
        times = f"(CAST(GREATEST({now}, {last}) AS DOUBLE) / LEAST({now}, {last}))"
        both = f"{now} > 0 AND {last} > 0"
        return f"COALESCE({both} AND {times} * 3 > {ratio} AND {times} < {ratio * 3}, FALSE)"
    if kind == "jump":
        apart = f"ABS({now} - {last}) >= GREATEST({check.rule.least}, ABS({last}) / 10.0)"
        changed = f"({now} > {ratio} * {last} OR {now} * {ratio} < {last})"
        return f"COALESCE({apart} AND {changed}, FALSE)"
    return "FALSE"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
