"""What the rule book sees on a form: its identities, given to the proof of coverage.

The proof takes seconds and changes with the rule book alone: `make rules` (this module run)
writes down the paragraph it gives for every form, with a digest of what it was given.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path

import expectations.coverage
from expectations.checks import Cell, Check, checks_of
from expectations.coverage import Coverage, Sight, coverage, sentence
from expectations.wording import cell_name
from gongkai.form import Form, forms

PROVED = Path(__file__).parent / "rules" / "coverage.json"
"""Per form the paragraph, and the digest of what it was proved from."""


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
    cells, equations = _given(form)
    return coverage(equations, cells)


def _given(form: str) -> tuple[list[Cell], list[dict[Cell, int]]]:
    """What the proof for a form starts from: its own cells, and identities over them."""
    cells = own_cells(forms()[form])
    known = set(cells)
    equations = [equation(check) for check in checks_of(form) if check.is_identity]
    return cells, [e for e in equations if set(e) <= known]


def digest(form: str) -> str:
    """Changes with whatever the paragraph of a form, by its code, depends on."""
    cells, equations = _given(form)
    identities = [sorted((*cell, factor) for cell, factor in e.items()) for e in equations]
    found = hashlib.sha256(Path(expectations.coverage.__file__).read_bytes())
    found.update(forms()[form].digest.encode())
    found.update(json.dumps([cells, identities]).encode())
    return found.hexdigest()


def coverage_text(form: Form) -> str:
    """The paragraph that a reviewer reads on what the rules of a form can see.

    The one written down, if it was proved from these rules; proved now if it was not.
    """
    known = _written().get(form.form, {})
    if known.get("digest") == digest(form.form):
        return str(known["text"])
    return proved(form)


def proved(form: Form) -> str:
    """The paragraph, proved now."""
    return sentence(coverage_of(form.form), form)


@lru_cache(maxsize=1)
def _written() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(PROVED.read_bytes()) if PROVED.exists() else {}
    return found


def write() -> None:
    """Prove what the rules of every form can see, and write it down."""
    told = {
        form.form: {"digest": digest(form.form), "text": proved(form)} for form in forms().values()
    }
    content = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
    PROVED.write_text(content + "\n", encoding="utf-8")


def coverage_table(form: Form) -> str:
    """The paragraph, and per table cells, identities, rank, and how cells are guarded."""
    found = coverage_of(form.form)
    lines = [f"{form.name}（{form.basis}）", "", proved(form)]
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


if __name__ == "__main__":
    write()
