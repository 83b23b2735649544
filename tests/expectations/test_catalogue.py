"""The rule book as people read it, and the formulas it is written in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from expectations import guarded
from expectations.catalogue import as_markdown, as_text, entry
from expectations.checks import checks_of
from expectations.formula import Part, matching, parse_formula, parse_sum
from expectations.guarded import coverage_of, coverage_table, coverage_text, digest, proved
from expectations.rules import LEVELS, rule_book
from gongkai.errors import DeclarationError
from gongkai.form import forms
from tests.conftest import ROOT


def test_the_documentation_page_is_that_of_the_rules() -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert page.rstrip("\n") == as_markdown().rstrip("\n"), "run `make rules`"


def test_every_rule_is_in_the_catalogue_with_what_it_rests_on() -> None:
    text, page = as_text(), as_markdown()
    for rule in rule_book().values():
        assert rule.id in text
        assert f"`{rule.id}`" in page
        told = entry(rule)
        assert told["forms"], rule.id
        assert told["level"] in LEVELS


def test_rules_know_each_other() -> None:
    for rule in rule_book().values():
        assert rule.id not in rule.related
        assert set(rule.related) <= set(rule_book())


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("3.*", ["3.1", "3.2"]),
        ("3.**", ["3.1", "3.1.a", "3.2"]),
        ("3.1", ["3.1"]),
        ("*", ["3", "3.1", "3.1.a", "3.2", "4"]),
        ("9.*", []),
    ],
)
def test_patterns_stand_for_codes(pattern: str, found: list[str]) -> None:
    assert list(matching(pattern, ["3", "3.1", "3.1.a", "3.2", "4"])) == found


def test_a_formula_has_two_sides() -> None:
    formula = parse_formula("in_force = last(in_force) + 2 * issued - repealed")
    assert formula.operator == "="
    assert formula.left == (Part(1, "in_force"),)
    assert formula.right == (
        Part(1, "in_force", "last"),
        Part(2, "issued"),
        Part(-1, "repealed"),
    )
    assert parse_formula("a + b >= 0").right == ()
    assert parse_sum("sum(3.**)") == (Part(1, "3.**", "sum"),)


@pytest.mark.parametrize("text", ["1 + 2", "1 = 2 = 3 4", "1 ++ 2 = 3", "= 3", "sum(1 = 2", "1 =2"])
def test_what_is_no_formula_is_told(text: str) -> None:
    with pytest.raises(DeclarationError, match="公式"):
        parse_formula(text)


def test_formulas_are_compiled_to_the_cells_of_each_form() -> None:
    sums = {c.key: c for form in forms() for c in checks_of(form) if form != "2014"}
    total = sums["applications.column_sum[total]"]
    assert [term.cell[1] for term in total.left.terms] == ["3.7"]
    column = {c.form: c for c in (*checks_of("2019"), *checks_of("2021")) if c.key == total.key}
    assert not column["2019"].right.one_of
    assert {t.cell[1] for t in column["2019"].right.terms} >= {"3.1", "3.3.8", "3.6"}
    groups = column["2021"].right.one_of
    assert [[t.cell[1] for t in group] for group in groups] == [
        ["3.6.1", "3.6.2", "3.6.3"],
        ["3.6"],
    ]
    assert len(column["2021"].right.terms) == 18
    row = sums["applications.row_sum[1]"]
    assert "total" not in {term.cell[2] for term in row.right.terms}
    carried = sums["applications.carried_over[total]"]
    assert [(t.cell[1], t.last) for t in carried.right.terms] == [("4", True)]


@pytest.mark.parametrize(("form", "detects", "locates"), [("2021", 3, 1), ("2019", 3, 1)])
def test_table_three_finds_three_wrong_numbers_and_points_at_one(
    form: str, detects: int, locates: int
) -> None:
    sight = next(t.whole for t in coverage_of(form).tables if t.table == "applications")
    assert (sight.detects, sight.locates) == (detects, locates)
    table = coverage_table(forms()[form])
    assert "任意 3 个以内数字填错都必定能发现" in table
    assert "秩" in table


def test_what_is_written_of_the_proof_is_what_it_gives() -> None:
    written = json.loads(guarded.PROVED.read_bytes())
    for form in forms().values():
        told = {"digest": digest(form.form), "text": proved(form)}
        assert written[form.form] == told, "run `make rules`"


def test_a_run_does_not_prove_what_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "proved", lambda form: "proved now")
    assert all("数字" in coverage_text(form) for form in forms().values())


@pytest.mark.parametrize("change", ["rules", "form", "missing"])
def test_what_was_proved_of_other_rules_is_never_told(
    change: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Another rule, another form, no file: proved anew."""
    form = forms()["2014"]
    if change == "rules":
        fewer = [check for check in checks_of("2014") if check.rule.id != "statistics.staff_sum"]
        monkeypatch.setattr(guarded, "checks_of", lambda form: fewer)
    elif change == "form":
        other = form.model_copy(update={"digest": "other"})
        monkeypatch.setattr(guarded, "forms", lambda: {"2014": other})
    else:
        monkeypatch.setattr(guarded, "_written", dict)
    monkeypatch.setattr(guarded, "proved", lambda form: "proved now")
    assert coverage_text(form) == "proved now"
