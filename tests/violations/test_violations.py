"""A few of the adversary's violations, and a few sound reports; `python -m tests.violations` has more."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from expectations.rules import rule_book
from tests.violations.formal import image_only
from tests.violations.judged import judged, places
from tests.violations.sentences import decoys, truths
from tests.violations.smallest import APART, VIOLATIONS, violation
from tests.violations.sound import before, sound

QUICK = [make for make in dict.fromkeys(VIOLATIONS) if make is not image_only]
"""A report of pictures alone is one of those in `tests/flows/test_run.py`."""


@pytest.mark.parametrize("make", QUICK, ids=lambda make: make.__name__)
def test_the_smallest_violation_gives_exactly_what_it_must(make) -> None:
    made = make(Random(f"test {make.__name__}"), "2021")
    found = judged(made.reports, Random(1), made.register, on_web=True)
    assert places(found, made.asked) == made.expected


def test_every_rule_is_violated() -> None:
    missing = {r.id for r in rule_book().values() if r.level != "reading"}
    for number in range(2000):
        missing.discard(violation(number)[1].rule)
        if missing == set(APART):
            break
    assert missing == set(APART)


def test_a_violation_has_its_number() -> None:
    assert violation(7) == violation(7)


@pytest.mark.parametrize("number", range(4))
def test_sound_reports_with_prose_full_of_numbers_are_left_alone(number: int) -> None:
    rng = Random(f"sound {number}")
    form = ("2021", "2019")[number % 2]
    report = sound(rng, form)
    told = truths(report.numbers, report.year, rng, form) + decoys(report.year, rng)
    report = replace(report, sentences=tuple(told))
    found = judged((report, before(rng, report)), rng, on_web=True)
    assert places(found) == frozenset()
    assert not any(finding.holds for finding in found)
