"""Which figures arithmetic cannot vouch for."""

from __future__ import annotations

import pytest

from expectations.batch import batch_of
from expectations.unguarded import always, failing, sampled
from gongkai.form import forms
from tests.expectations.given import CONSISTENT, figures


def test_every_cell_of_table_two_and_every_total() -> None:
    form = forms()["2021"]
    cells = always("2021")
    disclosure = {cell for cell in form.cells() if cell[0] == "proactive_disclosure"}
    assert disclosure <= cells
    assert ("applications", "3.1", "total") in cells
    assert ("applications", "3.7", "business") in cells
    assert ("review_litigation", "reconsideration", "total") in cells
    assert ("applications", "3.1", "business") not in cells
    assert ("review_litigation", "reconsideration", "pending") not in cells


def test_what_no_identity_of_the_statistics_table_guards() -> None:
    cells = {item for _, item, _ in always("2014")}
    assert {"1.1", "2.1", "6", "7", "9.3", "3.1", "8.3"} <= cells
    assert not {"3.1.1", "3.3.4.1", "8.3.2"} & cells


def test_the_cells_of_a_rule_that_fails() -> None:
    form = forms()["2021"]
    wrong = {**CONSISTENT, ("applications", "3.1", "natural_person"): "23"}
    reports = [figures(form, CONSISTENT), figures(form, wrong)]
    right, suspect = failing(form, batch_of(form, ["a", "b"], reports))
    assert right == set()
    assert {item for _, item, measure in suspect if measure == "natural_person"} >= {"3.1", "3.7"}
    assert {measure for _, item, measure in suspect if item == "3.1"} >= {"business", "total"}
    assert ("applications", "3.2", "business") not in suspect


@pytest.mark.parametrize("rate", [0.0, 0.05, 0.5, 1.0])
def test_the_sample_is_as_large_as_asked_and_always_the_same(rate: float) -> None:
    cells = [("applications", str(item), "total") for item in range(4000)]
    drawn = [cell for cell in cells if sampled("f00d", cell, rate)]
    assert abs(len(drawn) / len(cells) - rate) < 0.02
    assert drawn == [cell for cell in cells if sampled("f00d", cell, rate)]
    if 0 < rate < 1:
        assert drawn != [cell for cell in cells if sampled("beef", cell, rate)]
