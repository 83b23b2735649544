"""From failing identities to causes: search, name, weigh, and take apart what is independent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from types import MappingProxyType

from expectations.locate import edits, program, rank, search
from expectations.locate.edits import Error
from expectations.locate.lines import Grid, grid
from expectations.locate.model import Cause, Cell, Change, Delta, Identity, Repair
from expectations.locate.rank import Explanation
from expectations.locate.system import System, members, systems
from gongkai.form import Form

MOST_REPAIRS = 30
"""Enough to list the cells of a row or a column; more are no help to a person."""

MOST_PROGRAMS = 2
"""How many answers of the integer programme are asked for; each takes its time."""


def causes(
    identities: Sequence[Identity],
    values: Mapping[Cell, int | None],
    form: Form,
    confidence: Mapping[Cell, float] = MappingProxyType({}),
) -> tuple[Cause, ...]:
    """Say where the errors of one report are: the smallest changes that make it add up.

    Failing identities that have cells in common, directly or through other identities,
    are explained together; where the explanation falls into parts that touch no common
    identity, each part is a cause of its own.

    Args:
        identities: those that can be checked, failing and holding.
        values: the printed whole numbers; a blank cell is None and counts as 0.
        form: of the report, for what stands beside what.
        confidence: of the reader, by cell, 0 to 1; 1 where it is not given.

    Returns:
        one cause for every independent error, in the order of the identities.
    """
    order = {cell: place for place, cell in enumerate(form.cells())}
    position = {identity.key: place for place, identity in enumerate(identities)}
    found = [
        cause
        for system in systems(identities, values, order)
        if system.failing
        for cause in _causes(system, grid(system, form), confidence)
    ]
    return tuple(sorted(found, key=lambda cause: position[cause.settles[0]]))


def _causes(system: System, lines: Grid, confidence: Mapping[Cell, float]) -> list[Cause]:
    deltas, complete = _deltas(system, lines)
    named = [edits.named(system, lines, delta) for delta in deltas]
    kept = rank.best(rank.weigh(system, errors, confidence) for errors in named)
    if not kept:
        return [Cause("other", (), complete, _keys(system, system.failing))]
    parts = _parts(system, kept) if complete else [kept]
    return [_cause(system, part, complete) for part in parts]


def _deltas(system: System, lines: Grid) -> tuple[list[Delta], bool]:
    """Sets of changes worth weighing, and whether all as good as these are among them."""
    single = list(edits.proposed(system, lines))
    most = max((error.bits for d in single for error in edits.named(system, lines, d)), default=0)
    # Two changes at least are one mistake of two cells; cells that cannot do with fewer
    # mistakes than clearly worse ones need not be searched for.
    mistakes = -(-search.fewest(system, system.failing) // 2)
    if single and mistakes * rank.MISTAKE >= rank.MISTAKE + most + rank.MARGIN:
        return single, True
    found = search.smallest(system)
    if found.deltas or single or found.complete:
        return list(dict.fromkeys((*found.deltas, *single))), found.complete
    answers, complete = program.fewest_changes(system, search.MOST_CHANGES, MOST_PROGRAMS)
    return list(answers), complete


def _parts(system: System, kept: Sequence[Explanation]) -> list[list[Explanation]]:
    """Take explanations apart where every choice in one part goes with every one in another."""
    groups: list[tuple[int, set[Error]]] = []
    for error in {error for explanation in kept for error in explanation.errors}:
        identities, together = edits.touched(system, (error,)), {error}
        for group in [group for group in groups if group[0] & identities]:
            groups.remove(group)
            identities, together = identities | group[0], together | group[1]
        groups.append((identities, together))
    parts = [
        list(
            dict.fromkeys(
                Explanation(tuple(e for e in explanation.errors if e in together), 0)
                for explanation in kept
            )
        )
        for _, together in groups
    ]
    is_product = prod(len(part) for part in parts) == len(kept)
    explains = all(_settled(system, e) for part in parts for e in part)
    return parts if is_product and explains else [list(kept)]


def _settled(system: System, explanation: Explanation) -> int:
    return edits.touched(system, explanation.errors) & system.failing


def _cause(system: System, part: Sequence[Explanation], complete: bool) -> Cause:
    repairs = tuple(_repair(system, explanation) for explanation in part[:MOST_REPAIRS])
    settles = 0
    for explanation in part:
        settles |= _settled(system, explanation)
    return Cause(
        edit=_one({repair.edit for repair in repairs}),
        repairs=repairs,
        complete=complete and len(part) <= MOST_REPAIRS,
        settles=_keys(system, settles),
    )


def _repair(system: System, explanation: Explanation) -> Repair:
    changes = sorted(change for error in explanation.errors for change in error.delta)
    return Repair(
        edit=_one({error.edit for error in explanation.errors}),
        changes=tuple(
            Change(system.cells[cell], system.printed[cell], system.values[cell] + amount)
            for cell, amount in changes
        ),
    )


def _one(found: set[str]) -> str:
    return found.pop() if len(found) == 1 else "other"


def _keys(system: System, identities: int) -> tuple[str, ...]:
    return tuple(system.identities[identity].key for identity in members(identities))
