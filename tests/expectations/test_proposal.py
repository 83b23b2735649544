"""Proposals: one cell that explains several failures, or nothing."""

from __future__ import annotations

from decimal import Decimal

from expectations.proposal import Failure, Proposal, propose

WRONG, LEFT, BELOW, OTHER = (("t", name, "m") for name in ("wrong", "left", "below", "other"))
ROW = Failure("row", {WRONG: 1, LEFT: -1}, Decimal(1))
COLUMN = Failure("column", {BELOW: 1, WRONG: -1}, Decimal(-1))
VALUES = {WRONG: Decimal(33), LEFT: Decimal(32), BELOW: Decimal(32)}


def test_the_cell_in_a_failing_row_and_a_failing_column() -> None:
    expected = Proposal(WRONG, Decimal(32), 2)
    assert propose([ROW, COLUMN], frozenset(), VALUES) == {"row": expected, "column": expected}


def test_a_cell_of_an_identity_that_holds_is_not_blamed() -> None:
    assert propose([ROW, COLUMN], frozenset({WRONG}), VALUES) == {}


def test_changes_that_contradict_each_other_explain_nothing() -> None:
    other = Failure("column", {BELOW: 1, WRONG: -1}, Decimal(-2))
    assert propose([ROW, other], frozenset(), VALUES) == {}


def test_one_failure_alone_could_be_any_of_its_cells() -> None:
    assert propose([ROW], frozenset(), VALUES) == {}


def test_a_negative_number_is_never_proposed() -> None:
    assert propose([ROW, COLUMN], frozenset(), {**VALUES, WRONG: Decimal(0)}) == {}


def test_failures_that_share_no_cell_are_apart() -> None:
    apart = Failure("apart", {OTHER: 1}, Decimal(5))
    assert set(propose([ROW, apart, COLUMN], frozenset(), VALUES)) == {"row", "column"}
