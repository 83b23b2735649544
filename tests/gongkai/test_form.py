"""The declared form against the contract."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gongkai.errors import DeclarationError
from gongkai.form import FORMS, Form, form_for, forms, load_form
from gongkai.label import Label, is_same
from gongkai.unit import COUNTS
from tests.conftest import SHARED
from tests.press.forms import FORMS as FORMS_OF_THE_PRESS


@pytest.mark.parametrize(("code", "count"), [("2021", 207), ("2019", 198), ("2014", 58)])
def test_its_cells_are_those_of_the_contract(code: str, count: int) -> None:
    assert set(forms()[code].cells()) == set(FORMS_OF_THE_PRESS[code].cells)
    assert len(list(forms()[code].cells())) == count


@pytest.mark.parametrize("form", forms().values(), ids=forms())
def test_every_cell_has_a_label_and_a_unit(form: Form) -> None:
    for table, item, measure in form.cells():
        assert form.table[table].item[item].label
        unit = form.table[table].unit(item, measure)
        assert unit in (*COUNTS, "万元") or (item, measure) == ("procurement", "amount")


@pytest.mark.parametrize("form", forms().values(), ids=forms())
def test_no_two_items_of_a_table_share_a_label(form: Form) -> None:
    for table in form.tables:
        for item in table.items:
            for other in table.items:
                if item is not other and (not item.under or item.under == other.under):
                    assert not any(is_same(a, b) for a in item.labels for b in other.labels)


@pytest.mark.parametrize(
    ("year", "code"),
    [
        (2013, None),
        (2014, "2014"),
        (2018, "2014"),
        (2019, "2019"),
        (2020, "2019"),
        (2021, "2021"),
        (2030, "2021"),
    ],
)
def test_the_form_of_a_year(year: int, code: str | None) -> None:
    form = form_for(year)
    assert (form.form if form else None) == code


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda d: d["tables"][0]["items"].append(
                {"code": "x", "label": "x", "measures": ["no"]}
            ),
            "no",
        ),
        (lambda d: d.update(colour="red"), "colour"),
        (lambda d: d["tables"][1]["items"].append({"code": "1", "label": "又一"}), "applications"),
    ],
)
def test_a_wrong_declaration_is_refused_by_name(tmp_path: Path, change, words: str) -> None:
    declared = yaml.safe_load((FORMS / "2021.yaml").read_text(encoding="utf-8"))
    change(declared)
    path = tmp_path / "2021.yaml"
    path.write_text(yaml.safe_dump(declared, allow_unicode=True), encoding="utf-8")
    with pytest.raises(DeclarationError, match=words) as error:
        load_form(path)
    assert "2021.yaml" in str(error.value)


@pytest.mark.skipif(not SHARED.exists(), reason="the reference data is not beside this checkout")
@pytest.mark.parametrize(
    ("code", "letter", "reference", "table"),
    [
        ("2021", "C", "T3", "applications"),
        ("2019", "B", "T3", "applications"),
        ("2014", "A", "S", "statistics"),
    ],
)
def test_labels_agree_with_the_reference(
    code: str, letter: str, reference: str, table: str
) -> None:
    known = yaml.safe_load((SHARED / "spec" / "forms.yaml").read_text(encoding="utf-8"))
    rows = next(t for t in known["forms"][letter]["tables"] if t["id"] == reference)["rows"]
    mine = {entry.code: entry for entry in forms()[code].table[table].items}
    mine.update({group.code: group for group in forms()[code].table[table].groups})
    for row in rows:
        for text in (row.get("printed_no", "") + row["label"], *row.get("aliases", ())):
            assert any(is_same(Label.of(text), label) for label in mine[row["code"]].labels), text
