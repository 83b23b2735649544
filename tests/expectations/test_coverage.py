"""What the rules can see: known answers for the forms, brute force on small systems."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations.coverage import coverage, rank, sentence, smallest_unseen
from gongkai.form import Form, forms
from tests.expectations import invented

CELLS = [("t", str(number), "m") for number in range(6)]


def of(form: Form):
    printed = [cell for cell in form.cells() if not (cell[1] == "3.6" and form.form == "2021")]
    return coverage([i.coefficients for i in invented.identities(form)], printed)


@pytest.fixture(scope="module")
def newest():
    return of(forms()["2021"])


def table(found, name):
    return next(part for part in found.tables if part.table == name)


def test_table_three_detects_three_wrong_cells_and_locates_one(newest):
    sight = table(newest, "applications").whole
    assert (sight.cells, sight.identities, sight.rank) == (175, 39, 37)
    assert (sight.detects, sight.locates) == (3, 1)


def test_what_table_three_does_not_see_is_counted(newest):
    """213 pairs of rows are interchangeable (210 of details, 3 of 1, 2 and 4), 21 of columns."""
    kinds = {p.kind: p.count for p in table(newest, "applications").whole.unseen}
    assert kinds == {"rectangle": 211 * 21, "parallel": 2 * 21}


def test_every_pattern_given_really_breaks_nothing(newest):
    identities = [i.coefficients for i in invented.identities(forms()["2021"])]
    for part in newest.tables:
        for pattern in part.guarded.unseen:
            assert all(pattern.example.values())
            for identity in identities:
                assert not sum(c * pattern.example.get(cell, 0) for cell, c in identity.items())


def test_unguarded_cells_of_one_table_do_not_hide_what_another_sees(newest):
    assert newest.whole.detects == 0
    assert [(p.kind, p.count) for p in newest.whole.unseen] == [("unguarded", 10)]
    assert table(newest, "proactive_disclosure").guarded.cells == 0
    assert table(newest, "review_litigation").guarded.detects == 1


def test_cells_know_their_guards(newest):
    guards = {guard.cell: (guard.identities, guard.independent) for guard in newest.guards}
    assert guards["applications", "3.7", "total"] == (3, 3)
    assert guards["applications", "3.1", "business"] == (2, 2)
    assert guards["review_litigation", "reconsideration", "other"] == (1, 1)
    assert guards["proactive_disclosure", "fees", "amount"] == (0, 0)


def test_a_reviewer_is_told_in_words(newest):
    said = sentence(newest, forms()["2021"])
    assert "表二的 10 个数字不受表内等式约束" in said
    assert "表三的 175 个数字受 39 条等式（其中 37 条互相独立）约束" in said
    assert "任意 3 个以内数字填错都必定能发现，任意 1 个填错都必定能指出是哪一格" in said
    assert "表四的 15 个数字受 3 条互相独立的等式约束；任意 1 个数字填错都必定能发现" in said


def test_an_older_form_has_its_own_numbers():
    sight = table(of(forms()["2019"]), "applications").whole
    assert (sight.cells, sight.rank, sight.detects, sight.locates) == (161, 35, 3, 1)


def test_nothing_is_unseen_where_identities_determine_every_cell():
    found = coverage([{CELLS[0]: 1}, {CELLS[0]: 1, CELLS[1]: -1}], CELLS[:2])
    assert (found.whole.detects, found.whole.locates, found.whole.unseen) == (2, 1, ())


def test_a_chain_is_an_unseen_pattern_of_its_own():
    identities = [{CELLS[n]: 1, CELLS[n + 1]: -1} for n in range(4)]
    [pattern] = coverage(identities, CELLS[:5]).whole.unseen
    assert (pattern.kind, pattern.size, pattern.count) == ("chain", 5, 1)


def test_an_identity_over_a_cell_that_is_not_printed_is_refused():
    with pytest.raises(ValueError, match="not printed"):
        coverage([{CELLS[0]: 1, CELLS[1]: -1}], CELLS[:1])


systems = st.lists(
    st.dictionaries(st.sampled_from(CELLS), st.sampled_from([-2, -1, 1, 2]), min_size=1),
    max_size=4,
)


@settings(deadline=None, max_examples=150)
@given(systems)
def test_the_smallest_unseen_sets_are_those_of_brute_force(identities):
    dependent = [
        set(chosen)
        for size in range(1, len(CELLS) + 1)
        for chosen in combinations(CELLS, size)
        if columns_rank(identities, chosen) < size
    ]
    least = min((len(chosen) for chosen in dependent), default=0)
    expected = [chosen for chosen in dependent if len(chosen) == least]
    found = [set(pattern) for pattern in smallest_unseen(identities, CELLS)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))
    assert coverage(identities, CELLS).whole.detects == (least - 1 if least else len(CELLS))


@settings(deadline=None, max_examples=100)
@given(systems)
def test_rank_is_that_of_rows_and_of_columns(identities):
    assert rank(identities) == columns_rank(identities, CELLS)


def columns_rank(identities, cells) -> int:
    """By plain elimination on a dense matrix of fractions."""
    matrix = [[Fraction(identity.get(cell, 0)) for cell in cells] for identity in identities]
    found = 0
    for column in range(len(cells)):
        pivot = next((r for r in range(found, len(matrix)) if matrix[r][column]), None)
        if pivot is None:
            continue
        matrix[found], matrix[pivot] = matrix[pivot], matrix[found]
        for r in range(found + 1, len(matrix)):
            factor = matrix[r][column] / matrix[found][column]
            matrix[r] = [a - factor * b for a, b in zip(matrix[r], matrix[found], strict=True)]
        found += 1
    return found
