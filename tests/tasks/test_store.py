"""Readings that are kept, and when they are no longer good."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import tasks.store
from gongkai.form import Form
from gongkai.report import Figure, Reading, Remark
from tasks.store import Store

FIGURE = Figure(
    "proactive_disclosure",
    "fees",
    "amount",
    "number",
    Decimal("7730.28"),
    "万元",
    "7730.28",
    3,
    (1.5, 2.0, 3.25, 4.0),
)
READING = Reading(
    form="2021",
    title="示例",
    agency="示例市教育局",
    year=2023,
    pages=5,
    figures=(FIGURE,),
    remarks=(Remark("reading.extra_words", "多字。", None, (("a", "b", "c"),), ((1, (0, 0, 1, 1)),)),),
    regions={"applications": ((2, (0.0, 1.0, 2.0, 3.0)),)},
    engine="vector",
)  # fmt: skip


def test_what_is_put_comes_back(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    assert store.get("ab" * 32) is None
    store.put("ab" * 32, READING)
    assert store.get("ab" * 32) == READING


def test_what_may_have_been_the_machine_is_tried_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for reason in ("timeout", "crashed", "vanished"):
        store.put("cd" * 32, Reading(reason=reason))
        assert store.get("cd" * 32) is None
    store.put("cd" * 32, Reading(reason="damaged"))
    assert store.get("cd" * 32) is not None


def test_other_code_makes_it_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    store.put("ef" * 32, READING)
    monkeypatch.setattr(tasks.store, "code_digest", lambda: "other")
    assert store.get("ef" * 32) is None


def test_a_change_of_a_form_touches_that_form_alone(
    tmp_path: Path, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    declared = {"2021": form, "1999": form.model_copy(update={"form": "1999", "digest": "d1"})}
    monkeypatch.setattr(tasks.store, "forms", lambda: declared)
    store = Store(tmp_path)
    store.put("11" * 32, READING)
    store.put("22" * 32, replace(READING, form="1999"))
    store.put("33" * 32, Reading(reason="unknown_form", details={"forms": "x"}))
    declared["1999"] = declared["1999"].model_copy(update={"digest": "d2"})
    assert store.get("11" * 32) is not None
    assert store.get("22" * 32) is None
    assert store.get("33" * 32) is None, "a document no form fitted may fit the changed one"


def test_a_half_written_file_is_no_reading(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("44" * 32, READING)
    path = next((tmp_path / "readings").rglob("*.json"))
    path.write_bytes(path.read_bytes()[:200])
    assert store.get("44" * 32) is None
