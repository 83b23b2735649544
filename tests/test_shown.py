"""What a person sees is what is read: some of each kind of input; all by `python -m tests.shown`."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from expectations.rules import rule_book
from tests.shown.alone import outcome
from tests.shown.hostile import FORMATS, Hostile, harmless_inputs, hostile_inputs
from tests.shown.sound import sound_pages
from tests.shown.sound_judge import judge

EVERY = {"web": 61, "word": 61, "pdf": 61}
"""Of so many inputs of a kind one is read here."""


def _some(inputs: tuple[Hostile, ...], every: int) -> list[Hostile]:
    return list(islice(inputs, 4, None, every))


@pytest.mark.parametrize("kind", FORMATS)
def test_no_other_number_than_the_one_shown_is_published(tmp_path: Path, kind: str) -> None:
    outcomes = {
        one.name: outcome(one, tmp_path) for one in _some(hostile_inputs(kind), EVERY[kind])
    }
    assert [name for name, found in outcomes.items() if found == "WRONG"] == []


@pytest.mark.parametrize("kind", FORMATS)
def test_what_is_harmless_is_published(tmp_path: Path, kind: str) -> None:
    outcomes = {one.name: outcome(one, tmp_path) for one in _some(harmless_inputs(kind), 11)}
    assert [name for name, found in outcomes.items() if found != "right"] == []


def test_sound_pages_with_the_sheets_of_real_sites_are_read_without_a_doubt() -> None:
    book = rule_book()
    for page in islice(sound_pages(0), 0, 40, 20):
        verdict = judge(page)
        held = [rule for rule in verdict.remarks if book[rule].severity == "error"]
        assert (verdict.refused, verdict.wrong, held) == ("", (), []), verdict
