"""One root cause, one finding: what several findings of one report have in common.

Failed identities that one smallest change would settle stand under that change;
checks that the same blanks keep from being made stand under the blanks. What is
suggested stands beside the printed numbers and never in their place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import numpy as np

from expectations.batch import DIFFER, Batch
from expectations.checks import Cell
from expectations.evaluate import Sides, taken
from expectations.finding import Finding, Part, Suggestion
from expectations.locate import Cause, Identity, Repair, causes
from expectations.rules import Rule, rule_book
from expectations.wording import cell_name
from gongkai.form import Form, FormTable
from gongkai.number import plain

SHOWN = 3
"""So many sets of changes, and changes of a set, are told in words."""

MISSING_CELL = "reading.missing_cell"

DOUBTED = 0.3
"""How sure a number is on which two readings differ."""


def with_causes(
    form: Form, batch: Batch, row: int, found: Sequence[Finding], sides: Sequence[Sides]
) -> list[Finding]:
    """The findings of one report with their root causes before them.

    Args:
        form: the report's form.
        batch: the reports.
        row: which of them.
        found: its findings, with keys.
        sides: every check on every report.
    """
    failing = {f.key for f in found if f.outcome in ("fail", "explained")}
    located = _located(form, batch, row, failing, sides)
    made: list[Finding] = []
    under: dict[str, str] = {}
    suggested: dict[str, tuple[Suggestion, ...]] = {}
    for cause in located:
        own = [f for f in found if f.key in cause.settles or _also_settled(f, cause)]
        suggestions = _suggestions(cause)
        if len(own) == 1 and cause.edit not in ("row_shifted", "column_shifted"):
            suggested[own[0].key] = suggestions
        elif own and cause.repairs:
            finding = _finding(form, own, cause, suggestions)
            key = f"{finding.rule}#{len(made) + 1}"
            made.append(replace(finding, key=key))
            under.update(dict.fromkeys((f.key for f in own), key))
    blank = _blank(form, found)
    if blank is not None:
        made.append(blank)
        kept = (f for f in found if _waits(f) or _is_part(f, blank))
        under.update((f.key, blank.key) for f in kept if f.key not in under)
    missing = _missing_year(batch, row, found)
    if missing is not None:
        made.append(missing)
        under.update((f.key, missing.key) for f in found if _lacks_last(f))
    placed = []
    for finding in found:
        own_suggestions = suggested.get(finding.key, ())
        told = _with_proposal(form, finding, own_suggestions) if own_suggestions else finding
        placed.append(replace(told, under=under.get(finding.key, "")))
    return [*made, *placed]


def _also_settled(finding: Finding, cause: Cause) -> bool:
    """Whether the only repair of a cause settles a failure other than of its identities too."""
    if len(cause.repairs) != 1 or finding.outcome not in ("fail", "explained"):
        return False
    rule, changes = rule_book()[finding.rule], cause.repairs[0].changes
    proposed = {change.cell: change.proposed - (change.printed or 0) for change in changes}
    changed = [part for part in finding.parts if not part.last and part.cell in proposed]
    if not changed:
        return False
    if rule.kind in ("count", "amount"):
        return True
    is_equation = rule.kind == "formula" and rule.needs_last and " = " in rule.formula
    change = sum(part.coefficient * proposed[part.cell] for part in changed)
    return is_equation and finding.difference is not None and finding.difference + change == 0


def _located(
    form: Form, batch: Batch, row: int, failing: set[str], sides: Sequence[Sides]
) -> tuple[Cause, ...]:
    """The smallest changes that settle the failed identities of one report."""
    if not any(s.check.key in failing and s.check.is_identity for s in sides):
        return ()
    identities: list[Identity] = []
    waiting: list[Identity] = []
    values: dict[Cell, int | None] = {}
    confidence: dict[Cell, float] = {}
    for side in sides:
        if not (side.check.is_identity and side.applies[row]):
            continue
        identity = Identity(side.check.key, {cell: times for cell, times, _ in taken(side, row)})
        printed = {cell: batch.value(cell)[row] for cell in identity.coefficients}
        if any(value % 1 for value in printed.values() if not np.isnan(value)):
            continue
        (identities if side.checkable[row] else waiting).append(identity)
        for cell, value in printed.items():
            values[cell] = None if np.isnan(value) else int(value)
            if batch.seconds[row, batch.columns[cell]] == DIFFER:
                confidence[cell] = DOUBTED
    found = causes(identities, values, form, confidence)
    return _totals_together([_possible(cause, waiting, values) for cause in found])


def _possible(
    cause: Cause, waiting: Sequence[Identity], values: Mapping[Cell, int | None]
) -> Cause:
    """A cause without repairs that fill a blank so that an identity which waits for it fails."""
    kept = tuple(r for r in cause.repairs if not any(_breaks(r, i, values) for i in waiting))
    if len(kept) == len(cause.repairs):
        return cause
    edits = {repair.edit for repair in kept}
    return replace(cause, repairs=kept, edit=edits.pop() if len(edits) == 1 else "other")


def _breaks(repair: Repair, identity: Identity, values: Mapping[Cell, int | None]) -> bool:
    proposed = {change.cell: change.proposed for change in repair.changes}
    if not proposed.keys() & identity.coefficients.keys():
        return False
    after = {cell: proposed.get(cell, values[cell]) for cell in identity.coefficients}
    known = {cell: value for cell, value in after.items() if value is not None}
    is_decided = len(known) == len(after)
    return is_decided and sum(identity.coefficients[c] * v for c, v in known.items()) != 0


def _totals_together(found: Sequence[Cause]) -> tuple[Cause, ...]:
    """Totals of one table that were not filled in are one cause, though no identity joins them."""
    by_table: dict[str, list[Cause]] = {}
    rest = []
    for cause in found:
        if cause.edit == "total_missing" and len(cause.repairs) == 1:
            by_table.setdefault(cause.repairs[0].changes[0].cell[0], []).append(cause)
        else:
            rest.append(cause)
    joined = [
        Cause(
            "total_missing",
            (Repair("total_missing", tuple(c for one in own for c in one.repairs[0].changes)),),
            all(one.complete for one in own),
            tuple(key for one in own for key in one.settles),
        )
        for own in by_table.values()
    ]
    return (*joined, *rest)


def _suggestions(cause: Cause) -> tuple[Suggestion, ...]:
    return tuple(
        Suggestion(
            number,
            repair.edit,
            change.cell,
            None if change.printed is None else Decimal(change.printed),
            Decimal(change.proposed),
        )
        for number, repair in enumerate(cause.repairs, start=1)
        for change in repair.changes
    )


def _rule_of(edit: str) -> Rule:
    return next(r for r in rule_book().values() if r.kind == "cause" and r.edit == edit)


def _finding(
    form: Form, own: Sequence[Finding], cause: Cause, suggestions: tuple[Suggestion, ...]
) -> Finding:
    filled = all(s.printed is None for s in suggestions)
    rule = _rule_of("left_blank" if filled else cause.edit)
    tables = list(dict.fromkeys(form.table[s.cell[0]].name for s in suggestions))
    claim = f"{'、'.join(tables)}有 {len(own)} 处不符，{rule.title}"
    proposal = _proposal(form, cause.repairs, cause.complete, len(own))
    severities = ("error", "warning", "info")
    first = min(own, key=lambda f: severities.index(f.severity))
    outcomes = {f.outcome for f in own}
    cells = {change.cell: change.printed for repair in cause.repairs for change in repair.changes}
    parts = tuple(
        Part(cell, None if printed is None else Decimal(printed), 1)
        for cell, printed in cells.items()
    )
    return Finding(
        own[0].report,
        rule.id,
        first.severity,
        "fail" if "fail" in outcomes else "explained",
        f"{claim}。{proposal}",
        suggestions[0].cell[0],
        parts=parts,
        claim=claim,
        proposal=proposal,
        suggestions=suggestions,
    )


def _proposal(form: Form, repairs: Sequence[Repair], complete: bool, settles: int) -> str:
    """`若…由 22 改为 2，则 2 处不符同时消除。`, or the several ways it could be."""
    if len(repairs) == 1:
        return f"若{_changes(form, repairs[0])}，则 {settles} 处不符{_together(settles)}消除。"
    ways = "；".join(
        f"（{number}）{_changes(form, repair)}"
        for number, repair in enumerate(repairs[:SHOWN], start=1)
    )
    many = f"{len(repairs)} 种" if complete else f"{len(repairs)} 种以上"
    more = "；等" if len(repairs) > SHOWN else ""
    return f"有 {many}改法都能使这些不符消除，无法判断是哪一种：{ways}{more}。"


def _together(settles: int) -> str:
    return "同时" if settles > 1 else ""


def _changes(form: Form, repair: Repair) -> str:
    told = [
        f"{cell_name(form, change.cell)}由 {_said(change.printed)} 改为 {change.proposed}"
        for change in repair.changes[:SHOWN]
    ]
    more = f"等共 {len(repair.changes)} 格" if len(repair.changes) > SHOWN else ""
    return "、".join(told) + more


def _said(printed: int | None) -> str:
    return "空" if printed is None else plain(Decimal(printed))


def _with_proposal(form: Form, finding: Finding, suggestions: tuple[Suggestion, ...]) -> Finding:
    """A finding that stands alone, with what would settle it."""
    sets = max(s.set for s in suggestions)
    if sets > 1 or finding.outcome != "fail":
        return replace(finding, suggestions=suggestions)
    told = "、".join(
        f"{cell_name(form, s.cell)}由 {'空' if s.printed is None else plain(s.printed)} "
        f"改为 {plain(s.proposed)}"
        for s in suggestions[:SHOWN]
    )
    proposal = f"若{told}，则此处不符消除。"
    if suggestions[0].edit == "total_missing":
        proposal = f"疑为漏填，按各分项相加应为 {plain(suggestions[0].proposed)}。"
    message = f"{finding.message}{proposal}"
    return replace(finding, suggestions=suggestions, proposal=proposal, message=message)


def _waits(finding: Finding) -> bool:
    """Whether a check within the tables could not be made for a blank."""
    is_within = rule_book()[finding.rule].level == "table"
    return finding.outcome == "not_checkable" and is_within and bool(finding.parts)


def _is_part(finding: Finding, blank: Finding) -> bool:
    """Whether a finding says of one of the cells of a larger blank that it was not printed."""
    return finding.rule == MISSING_CELL and {p.cell for p in finding.parts} <= {
        p.cell for p in blank.parts
    }


def _blank(form: Form, found: Sequence[Finding]) -> Finding | None:
    """One finding for all checks that blanks keep from being made, if there are several.

    It holds the report where cells that are not printed at all are among them.
    """
    waiting = [finding for finding in found if _waits(finding)]
    if len(waiting) < 2:
        return None
    cells = dict.fromkeys(p.cell for f in waiting for p in f.parts if p.value is None)
    rule = rule_book()["cause.blank"]
    is_warning = any(f.severity == "warning" for f in waiting)
    claim = f"{_extent(form, list(cells))}没有填写（空格或缺格 {len(cells)} 个）"
    message = f"{claim}，因此有 {len(waiting)} 处等式无法核对；空格不当作零。"
    parts = tuple(Part(cell, None, 0) for cell in cells)
    severity = "warning" if is_warning else "info"
    blank = Finding(
        waiting[0].report, rule.id, severity, "not_checkable", message, None, parts=parts,
        key=rule.id, claim=claim,
    )  # fmt: skip
    is_held = any(f.holds and _is_part(f, blank) for f in found)
    return replace(blank, severity="error", outcome="fail") if is_held else blank


def _lacks_last(finding: Finding) -> bool:
    """Whether a rule across years could not be checked for want of the other report."""
    is_across = rule_book()[finding.rule].level == "years"
    return finding.outcome == "not_checkable" and is_across and not finding.parts


def _missing_year(batch: Batch, row: int, found: Sequence[Finding]) -> Finding | None:
    """One finding for all rules that want the report on the year before."""
    waiting = [finding for finding in found if _lacks_last(finding)]
    if len(waiting) < 2:
        return None
    rule, year = rule_book()["cause.missing_year"], int(batch.years[row]) - 1
    message = (
        f"缺少 {year} 年度的报告，有 {len(waiting)} 条跨年的规则不能核对；"
        "补入该年度的报告后即可核对。"
    )
    return Finding(waiting[0].report, rule.id, "info", "not_checkable", message, key=rule.id)


def _extent(form: Form, cells: Sequence[Cell]) -> str:
    """What some cells are, in the form's words: tables, rows or columns, or single cells."""
    tables: dict[str, list[Cell]] = {}
    for cell in cells:
        tables.setdefault(cell[0], []).append(cell)
    return "、".join(_extent_in(form.table[code], own, form) for code, own in tables.items())


def _extent_in(table: FormTable, cells: Sequence[Cell], form: Form) -> str:
    given = {cell[1:] for cell in cells}
    if given >= {c for c in table.cells if c[0] not in table.alternatives}:
        return f"{table.name}整表"
    columns = _lines(
        given, {m.label: [c for c in table.cells if c[1] == m.code] for m in table.measures}, table
    )
    rows = _lines(
        given, {i.label: [c for c in table.cells if c[0] == i.code] for i in table.items}, table
    )
    told = []
    if columns:
        told.append(f"“{'”“'.join(columns)}”列")
    if rows:
        more = f"等 {len(rows)} 行" if len(rows) > SHOWN else ""
        told.append(f"“{'”“'.join(rows[:SHOWN])}”行{more}")
    if given:
        more = f"等 {len(given)} 格" if len(given) > 1 else ""
        first = next(cell for cell in cells if cell[1:] in given)
        told.append(f"{cell_name(form, first)}{more}")
    return f"{table.name}{'、'.join(told)}"


def _lines(
    given: set[tuple[str, str]], lines: Mapping[str, list[tuple[str, str]]], table: FormTable
) -> list[str]:
    """Rows or columns of which all is given, by label; they are taken out of what is given."""
    found = []
    for label, line in lines.items():
        own = _optional_out(table, line)
        if len(own) > 1 and given.issuperset(own):
            found.append(label)
            given.difference_update(line)
    return found


def _optional_out(table: FormTable, cells: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Cells without those of rows of which either may be printed."""
    return [cell for cell in cells if cell[0] not in table.alternatives]
