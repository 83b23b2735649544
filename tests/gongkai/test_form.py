"""The declared form against the contract."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gongkai.errors import DeclarationError
from gongkai.form import FORMS, Form, load_form
from gongkai.label import Label, is_same
from tests.conftest import SHARED
from tests.press.form_2021 import CELLS


def test_its_cells_are_those_of_the_contract(form: Form) -> None:
    assert set(form.cells()) == set(CELLS)
    assert len(list(form.cells())) == 207


def test_every_cell_has_a_label_and_a_unit(form: Form) -> None:
    for table, item, measure in form.cells():
        assert form.table[table].item[item].label
        assert form.table[table].measure[measure].unit in ("件", "万元")


def test_no_two_items_of_a_table_share_a_label(form: Form) -> None:
    for table in form.tables:
        for item in table.items:
            for other in table.items:
                if item is not other:
                    assert not any(is_same(a, b) for a in item.labels for b in other.labels)


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
def test_labels_agree_with_the_reference(form: Form) -> None:
    reference = yaml.safe_load((SHARED / "spec" / "forms.yaml").read_text(encoding="utf-8"))
    table = next(t for t in reference["forms"]["C"]["tables"] if t["id"] == "T3")
    mine = {item.code: item for item in form.table["applications"].items}
    mine.update({group.code: group for group in form.table["applications"].groups})
    for row in table["rows"]:
        for text in (row["label"], *row.get("aliases", ())):
            assert any(is_same(Label.of(text), label) for label in mine[row["code"]].labels), text
