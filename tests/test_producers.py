"""The inputs of `tests.producers` are sound and complete; all are judged by `python -m tests.producers`."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.press.form_2021 import (
    APPLICATION_ITEMS,
    APPLICATION_MEASURES,
    APPLICATIONS,
    CELLS,
    RESULT_LEAVES,
    REVIEW,
    REVIEW_ITEMS,
    REVIEW_MEASURES,
    CellKey,
)
from tests.producers.families import documents
from tests.producers.make import LARGEST
from tests.producers.stock import FILES, GOLD, Cell, content, gold_for
from tests.producers.twins import TWINS, is_printed, published


def _value(gold: dict[CellKey, Cell], table: str, item: str, measure: str) -> Decimal:
    cell = gold[table, item, measure]
    return Decimal(cell.value) if cell.value else Decimal(0)


def test_the_committed_files_are_those_that_have_gold() -> None:
    names = {each.name for each in documents() if each.family.committed}
    assert {path.name.split(".pdf")[0] for path in FILES.glob("*.pdf*")} == names
    assert len(GOLD.read_text(encoding="utf-8").splitlines()) == len(names)
    assert sum(path.stat().st_size for path in FILES.iterdir()) < LARGEST


def test_every_gold_obeys_the_identities_of_the_form() -> None:
    for document in documents():
        gold = gold_for(document)
        assert set(gold) == set(CELLS), document.name
        for measure in APPLICATION_MEASURES:
            first, second, done, later = (
                _value(gold, APPLICATIONS, item, measure) for item in ("1", "2", "3.7", "4")
            )
            leaves = sum(_value(gold, APPLICATIONS, item, measure) for item in RESULT_LEAVES)
            assert first + second == done + later, document.name
            assert leaves == done, document.name
        for table, items, measures in (
            (APPLICATIONS, APPLICATION_ITEMS, APPLICATION_MEASURES),
            (REVIEW, REVIEW_ITEMS, REVIEW_MEASURES),
        ):
            for item in items:
                *parts, whole = (_value(gold, table, item, measure) for measure in measures)
                assert sum(parts) == whole, document.name


def test_what_needs_no_other_program_is_printed_alike_every_time() -> None:
    wanted = ("no side rules", "Type 3 fonts", "fonts not embedded")
    for document in documents():
        if document.family.name in wanted and document.number == 1:
            assert content(document) == content(document), document.name


def test_every_change_of_a_twin_is_to_be_seen() -> None:
    assert [twin.name for twin in TWINS if not is_printed(twin)] == []


@pytest.mark.parametrize("name", ["pale turned digit", "pale turned units", "drawn one"])
def test_what_belongs_to_a_number_is_not_left_out_as_a_watermark(name: str, tmp_path: Path) -> None:
    (twin,) = (each for each in TWINS if each.name == name)
    assert published(twin, tmp_path) is None
