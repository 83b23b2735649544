"""Numbers of the prose that do not come to others of it: 78 + 3 is not 75 + 3."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from gongkai.number import plain
from gongkai.report import Remark, Statement
from tasks.reshape.stated.declared import Sum, vocabulary

RULE = "prose.sum"


def contradictions(statements: Sequence[Statement]) -> tuple[Remark, ...]:
    """What the prose says that does not hold by itself, whatever the tables say.

    Only exact numbers count that are surely of all that the report is about; a quantity of
    which it gives two, or one beside others that it denies, says nothing here.

    Args:
        statements: all that the prose states, in its order.
    """
    known = _known(statements)
    return tuple(
        remark
        for one in vocabulary().sums
        if (remark := _contradiction(one, known, statements)) is not None
    )


def _known(statements: Sequence[Statement]) -> Mapping[str, Decimal]:
    """The one number of each quantity that has one."""
    found: dict[str, set[Decimal]] = {}
    for one in statements:
        if one.kind == "count" and one.scope == "whole" and not one.tolerance:
            found.setdefault(one.quantity, set()).add(one.value)
    return {code: next(iter(values)) for code, values in found.items() if len(values) == 1}


def _contradiction(
    one: Sum, known: Mapping[str, Decimal], statements: Sequence[Statement]
) -> Remark | None:
    if not one.needed <= known.keys():
        return None
    parts = [code for code in one.parts if code in known]
    totals = [total for total in one.totals if set(total) <= known.keys()]
    said = "".join(sentence for sentence, _ in _sentences(totals[0], known, statements))
    if one.first and re.search(one.first, said):
        totals = totals[:1]
    left = sum((known[code] for code in parts), Decimal(0))
    rights = [sum((known[code] for code in total), Decimal(0)) for total in totals]
    if left in rights or (one.some and left <= max(rights)):
        return None
    used = [*totals[0], *parts]
    sentences = dict.fromkeys(_sentences(used, known, statements))
    shown = "，".join(f"{vocabulary().quantities[code].name} {plain(known[code])}" for code in used)
    quoted = "”“".join(sentence for sentence, _ in sentences)
    message = (
        f"正文说“{quoted}”，即{shown}；{one.name}，"
        f"而前者合计 {plain(rights[0])}，后者合计 {plain(left)}，请机关核对这几句话。"
    )
    return Remark(RULE, message, "applications", quote=next(iter(sentences)))


def _sentences(
    used: Sequence[str], known: Mapping[str, Decimal], statements: Sequence[Statement]
) -> Iterator[tuple[str, int | None]]:
    """The sentences that say the numbers, with their pages."""
    for one in statements:
        is_meant = one.quantity in used and one.kind == "count" and one.scope == "whole"
        if is_meant and one.value == known[one.quantity]:
            yield one.sentence, one.page
