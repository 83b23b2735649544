"""Rules under a black seal: its arcs are none, and what its ink hides goes on."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from tasks.extract.picture.stroke import Stroke
from tasks.extract.picture.under_seal import rules_under_seal

SIZE = (200, 300)
RULE = Stroke(10.0, 100.0, 290.0)


def _page(*rules: Stroke, seal: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A seal and all ink of a page with some horizontal rules, a pixel per point."""
    ink = seal.copy()
    for rule in rules:
        ink[round(rule.level) - 1 : round(rule.level) + 1, round(rule.start) : round(rule.end)] = 1
    return seal > 0, ink > 0


def _ring(x: int, y: int, radius: int = 50) -> np.ndarray:
    return cv2.circle(np.zeros(SIZE, np.uint8), (x, y), radius, 1, 4)


def test_without_a_seal_rules_stay_as_they_are() -> None:
    none = np.zeros(SIZE, dtype=bool)
    other = Stroke(10.0, 50.0, 290.0)
    assert set(rules_under_seal([RULE, other], none, none, 1.0)) == {RULE, other}


def test_the_top_of_a_ring_is_no_rule() -> None:
    seal, ink = _page(RULE, seal=_ring(150, 100))
    arc = Stroke(140.0, 50.0, 160.0)
    assert rules_under_seal([arc, RULE], seal, ink, 1.0) == [RULE]


def test_a_rule_beside_a_ring_that_it_crosses_is_one() -> None:
    short = Stroke(95.0, 100.0, 130.0)
    seal, ink = _page(short, seal=_ring(150, 100))
    assert rules_under_seal([short], seal, ink, 1.0) == [short]


@pytest.mark.parametrize("hidden", [True, False])
def test_two_pieces_are_one_rule_only_where_a_seal_hides_what_is_between(hidden: bool) -> None:
    left, right = Stroke(10.0, 100.0, 120.0), Stroke(180.0, 100.5, 290.0)
    star = np.zeros(SIZE, np.uint8)
    if hidden:
        star[80:120, 118:182] = 1
    seal, ink = _page(left, right, seal=star)
    found = rules_under_seal([left, right], seal, ink, 1.0)
    assert found == ([Stroke(10.0, 100.25, 290.0)] if hidden else [left, right])


def test_pieces_on_other_levels_stay_apart() -> None:
    left, right = Stroke(10.0, 100.0, 120.0), Stroke(180.0, 106.0, 290.0)
    star = np.zeros(SIZE, np.uint8)
    star[80:120, 118:182] = 1
    seal, ink = _page(left, right, seal=star)
    assert len(rules_under_seal([left, right], seal, ink, 1.0)) == 2


def test_a_rule_goes_on_to_where_the_seal_ends() -> None:
    left = Stroke(10.0, 100.0, 120.0)
    star = np.zeros(SIZE, np.uint8)
    star[80:120, 118:151] = 1
    seal, ink = _page(left, seal=star)
    (rule,) = rules_under_seal([left], seal, ink, 1.0)
    assert rule == Stroke(10.0, 100.0, 151.0)
