"""Tables from rules that are not all drawn: without sides, cut by a page's end, in pieces."""

from __future__ import annotations

import numpy as np

from tasks.extract.lattice import lattices
from tasks.extract.pdf.pieced import rules_of
from tasks.extract.picture.stroke import Stroke

WIDE, HIGH = 600.0, 800.0


def rows(*levels: float, start: float = 50, end: float = 550) -> list[Stroke]:
    return [Stroke(start, level, end) for level in levels]


def columns(top: float, foot: float, *levels: float) -> list[Stroke]:
    return [Stroke(top, level, foot) for level in levels]


def test_a_table_without_side_rules_has_its_outer_columns() -> None:
    (table,) = lattices(rows(100, 120, 140), columns(100, 140, 200, 350), WIDE, HIGH)
    assert table.columns.tolist() == [50, 200, 350, 550]
    assert table.rows.tolist() == [100, 120, 140]


def test_a_heading_across_a_table_without_side_rules_is_a_row_of_it() -> None:
    level = rows(100, 120, 140, 160)
    upright = [*columns(100, 120, 200), *columns(140, 160, 300)]
    (table,) = lattices(level, upright, WIDE, HIGH)
    assert table.rows.tolist() == [100, 120, 140, 160]
    assert len(np.unique(table.owner[1])) == 1


def test_rules_without_any_between_columns_are_no_table() -> None:
    assert lattices(rows(100, 120, 140), [], WIDE, HIGH) == []


def test_a_row_that_the_page_ends_is_closed_where_all_upright_rules_end() -> None:
    upright = columns(100, 152, 50, 200, 350, 550)
    (table,) = lattices(rows(100, 120, 140), upright, WIDE, HIGH)
    assert table.rows.tolist() == [100, 120, 140, 152]


def test_upright_rules_that_end_in_different_places_close_no_row() -> None:
    upright = [*columns(100, 152, 50, 200), *columns(100, 175, 350, 550)]
    (table,) = lattices(rows(100, 120, 140), upright, WIDE, HIGH)
    assert table.rows.tolist() == [100, 120, 140]


def test_dots_and_dashes_behind_each_other_are_one_rule() -> None:
    dots = [(x, 100.0, x + 0.7, 100.7) for x in np.arange(50.0, 150.0, 2.0)]
    dashes = [(x, 200.0, x + 3.0, 200.5) for x in np.arange(50.0, 150.0, 5.0)]
    found = rules_of(np.array([*dots, *dashes]))
    assert [round(rule.level) for rule in found] == [100, 200]
    assert all(rule.length > 95 for rule in found)


def test_dots_far_from_each_other_are_no_rule() -> None:
    assert rules_of(np.array([(x, 100.0, x + 0.7, 100.7) for x in np.arange(50.0, 150, 8.0)])) == []
