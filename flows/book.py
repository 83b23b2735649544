"""The rule book and what it can see in English: ids, formulas and figures, no Chinese titles."""

from __future__ import annotations

from collections.abc import Iterator

from expectations.catalogue import by_level, forms_of
from expectations.guarded import coverage_of
from expectations.rules import Rule
from gongkai.form import forms

LEGEND = (
    "Formulas are over the codes of the form: 1 and 3.7 are rows, total is a column, 3.7/total is "
    "a cell (no division); sum(...) adds up, max(...) is the largest; 3.* are the rows one level "
    "below, 3.** those of all levels below, * all columns (but the cell on the left); last(...) "
    "is the number of last year's report. What a rule means is printed without --lang en."
)

SEVERITIES = {"error": "holds back", "warning": "please check", "info": "note"}


def rules_in_english() -> str:
    """Every rule by level: its id, how grave it is, the forms and years it is for, its formula."""
    lines = [LEGEND]
    for level, rules in by_level().items():
        lines.append(f"\n{level} ({len(rules)})")
        width = max((len(rule.id) for rule in rules), default=0)
        for rule in rules:
            grave = "as what it unites" if rule.kind == "cause" else SEVERITIES[rule.severity]
            said = "  ".join(_said(rule))
            valid = "/".join(forms_of(rule))
            lines.append(f"  {rule.id:<{width}}  {grave:<17}  {valid:<14}  {said}".rstrip())
    return "\n".join(lines)


def _said(rule: Rule) -> Iterator[str]:
    if rule.kind == "prose":
        yield f"{rule.says} = {' or '.join(rule.accepts or rule.none)}"
    elif rule.formula:
        yield rule.formula
    if rule.formula and rule.each:
        each = {"measure": "column", "item": "row"}[rule.each]
        yield f"{each}s {', '.join(rule.over)}" if rule.over else f"every {each}"
    if rule.formula and rule.when:
        yield f"where {rule.when} >= {rule.least}"
    if rule.since or rule.until:
        yield f"{rule.since or ''}-{rule.until or ''}"


def coverage_in_english(name: str) -> str:
    """What the identities of a form see, table by table."""
    lines = [f"form {name}"]
    for part in coverage_of(name).tables:
        sight = part.guarded
        table = forms()[name].table[part.table]
        lines.append(
            f"{table.table}: {part.whole.cells} cells, {sight.cells} of them in "
            f"{sight.identities} identities of rank {sight.rank}"
        )
        if sight.detects:
            located = f", any {sight.locates} are pointed at" if sight.locates else ""
            lines.append(f"  any {sight.detects} wrong cells of these are noticed{located}")
    return "\n".join(lines)
