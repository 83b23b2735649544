"""The passages themselves: what they say stands in the tables printed with them, which add up."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from tests.press.form_2021 import (
    APPLICATION_MEASURES,
    APPLICATIONS,
    DISCLOSURE,
    RESULT_LEAVES,
    REVIEW,
    REVIEW_ITEMS,
    CellKey,
)
from tests.spoken.judge import NEVER_AGREES, agreeing, contradicting
from tests.spoken.passages import passages
from tests.spoken.tables import SINGLE

Cells = Mapping[CellKey, Decimal]
ITEM = {
    "received": ("1",),
    "carried_in": ("2",),
    "answered": ("3.7",),
    "carried_over": ("4",),
    "granted": ("3.1",),
    "partly_granted": ("3.2",),
    "granted_or_partly": ("3.1", "3.2"),
    "refused": tuple(i for i in RESULT_LEAVES if i.startswith("3.3")),
    "unable": tuple(i for i in RESULT_LEAVES if i.startswith("3.4")),
    "unprocessed": tuple(i for i in RESULT_LEAVES if i.startswith("3.5")),
    "otherwise": tuple(i for i in RESULT_LEAVES if i.startswith("3.6")),
}
CASE = {
    "reviewed": (("reconsideration",), "total"),
    "reviews_corrected": (("reconsideration",), "corrected"),
    "litigated": (REVIEW_ITEMS[1:], "total"),
    "litigated_directly": (("litigation_direct",), "total"),
    "litigated_after_review": (("litigation_after_reconsideration",), "total"),
    "lawsuits_lost": (REVIEW_ITEMS[1:], "corrected"),
}


def accepted(quantity: str, cells: Cells) -> set[Decimal]:
    """The numbers by which tables agree with a quantity."""
    if quantity in ITEM:
        counted = sum(cells[APPLICATIONS, item, "total"] for item in ITEM[quantity])
        earlier = cells[APPLICATIONS, "2", "total"] if quantity == "received" else Decimal()
        return {Decimal(counted), counted + earlier}
    if quantity in CASE:
        items, measure = CASE[quantity]
        return {Decimal(sum(cells[REVIEW, item, measure] for item in items))}
    if quantity == "documents_published":
        return {cells[DISCLOSURE, "normative_documents", m] for m in ("issued", "in_force")}
    if quantity in SINGLE:
        return {cells[DISCLOSURE, *SINGLE[quantity]]}
    persons = [cells[APPLICATIONS, item, "natural_person"] for item in ("1", "2")]
    totals = [cells[APPLICATIONS, item, "total"] for item in ("1", "2")]
    of = {
        "by_persons": persons,
        "by_organisations": [t - p for t, p in zip(totals, persons, strict=True)],
    }[quantity]
    return {of[0], of[0] + of[1]}


def _numbers(cells: Mapping[CellKey, str]) -> Cells:
    return {cell: Decimal(text) for cell, text in cells.items()}


def _adds_up(cells: Cells) -> None:
    assert min(cells.values()) >= 0
    for measure in APPLICATION_MEASURES:
        row = {item: cells[APPLICATIONS, item, measure] for item in ("1", "2", "3.7", "4")}
        assert row["1"] + row["2"] == row["3.7"] + row["4"]
        assert row["3.7"] == sum(cells[APPLICATIONS, item, measure] for item in RESULT_LEAVES)
    for item in REVIEW_ITEMS:
        parts = [cells[REVIEW, item, m] for m in ("upheld", "corrected", "other", "pending")]
        assert cells[REVIEW, item, "total"] == sum(parts)


@pytest.mark.parametrize("seed", [0, 1])
def test_tables_agree_with_what_is_said(seed: int) -> None:
    for one in passages(seed):
        if one.kind == NEVER_AGREES:
            continue
        cells = _numbers(agreeing(one))
        _adds_up(cells)
        for said in (*one.gold, *one.implied):
            if said.kind == "count":
                for quantity in said.quantities:
                    assert said.value in accepted(quantity, cells), one.name
        for (item, measure), count in one.cells:
            table = APPLICATIONS if item[0].isdigit() else REVIEW
            assert cells[table, item, measure] == count, one.name


def test_shares_are_of_all_results() -> None:
    for one in passages():
        cells = _numbers(agreeing(one)) if one.kind != NEVER_AGREES else {}
        for said in one.gold:
            if said.kind == "share":
                (part,) = accepted(said.quantity, cells)
                share = 100 * part / cells[APPLICATIONS, "3.7", "total"]
                assert abs(share - said.value) < Decimal("0.1"), one.name


def test_tables_contradict_what_is_said() -> None:
    for one in passages():
        for said in one.gold:
            if said.kind == "count":
                cells = _numbers(contradicting(one, said))
                _adds_up(cells)
                for quantity in said.quantities:
                    assert said.value not in accepted(quantity, cells), one.name


def test_there_are_enough_of_each_sort() -> None:
    every = passages()
    assert len(every) >= 260
    assert sum(one.trap for one in every) >= 90
    assert sum(bool(one.gold) for one in every) >= 170
    assert len({one.text for one in every}) == len(every)
