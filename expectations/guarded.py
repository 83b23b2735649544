"""What the rule book sees on a form: its identities, given to the proof of coverage."""

from __future__ import annotations

from functools import lru_cache

from expectations.checks import Cell, Check, checks_of
from expectations.coverage import Coverage, Sight, coverage, sentence
from expectations.wording import cell_name
from gongkai.form import Form, forms


def equation(check: Check) -> dict[Cell, int]:
    """The coefficients of an identity, both sides on the left; of alternatives the form's own."""
    found: dict[Cell, int] = {}
    for side, sign in ((check.left, 1), (check.right, -1)):
        for term in (*side.terms, *(side.one_of[0] if side.one_of else ())):
            found[term.cell] = found.get(term.cell, 0) + sign * term.coefficient
    return found


def own_cells(form: Form) -> list[Cell]:
    """The cells a report that follows the form prints: no row that stands in place of others."""
    return [c for c in form.cells() if not form.table[c[0]].item[c[1]].instead_of]


@lru_cache(maxsize=8)
def coverage_of(form: str) -> Coverage:
    """What the identities of a form, by its code, can see."""
    declared = forms()[form]
    cells = own_cells(declared)
    known = set(cells)
    equations = [equation(check) for check in checks_of(form) if check.is_identity]
    return coverage([e for e in equations if set(e) <= known], cells)


def coverage_text(form: Form) -> str:
    """The paragraph that a reviewer reads on what the rules of a form can see."""
    return sentence(coverage_of(form.form), form)


def coverage_table(form: Form) -> str:
    """The paragraph, and per table cells, identities, rank, and how cells are guarded."""
    found = coverage_of(form.form)
    lines = [f"{form.name}（{form.basis}）", "", coverage_text(form)]
    for part in found.tables:
        sight = part.guarded
        lines += [
            "",
            f"{form.table[part.table].name}：{part.whole.cells} 格，受等式约束的 {sight.cells} 格，"
            f"等式 {sight.identities} 条，秩 {sight.rank}{_promised(sight)}",
        ]
        guards = [guard for guard in found.guards if guard.cell[0] == part.table]
        for number in sorted({guard.independent for guard in guards}):
            own = [cell_name(form, g.cell) for g in guards if g.independent == number]
            more = "等" if len(own) > _SHOWN else ""
            lines.append(
                f"  受 {number} 条独立等式约束的 {len(own)} 格：{'、'.join(own[:_SHOWN])}{more}"
            )
    return "\n".join(lines)


_SHOWN = 3
"""Of cells guarded alike so many are named."""


def _promised(sight: Sight) -> str:
    if not sight.detects:
        return ""
    located = f"，{sight.locates} 处以内必能指出" if sight.locates else "，不一定能指出是哪一格"
    return f"；受约束的格填错，{sight.detects} 处以内必能发现{located}"
