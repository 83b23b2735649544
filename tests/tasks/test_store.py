"""Readings that are kept, and when they are no longer good."""

from __future__ import annotations

import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

import tasks.store
from gongkai.errors import RunError
from gongkai.form import Form
from gongkai.report import Figure, Reading, Remark, Second
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
    for reason in ("timeout", "crashed", "vanished", "library_missing"):
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


def only_file(folder: Path) -> Path:
    (path,) = (path for path in folder.rglob("*.json") if path.is_file())
    return path


def test_no_damage_of_a_file_gets_through(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("44" * 32, READING)
    path = only_file(tmp_path)
    whole = path.read_bytes()
    random = Random(11)
    damaged = [b"", b"\n", b"{}", whole[:200], whole[:-1], whole + b" ", whole[1:], b"\xff" * 100]
    damaged.append(whole.replace(b'"year":2023', b'"year":2024'))
    damaged.append(whole.replace(b'"7730.28"', b'"7730.29"'))
    damaged.append(whole.split(b"\n", 1)[0].split(b" ")[0] + b"\n" + whole.split(b"\n", 1)[1])
    for _ in range(200):
        flipped = bytearray(whole)
        flipped[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        damaged.append(bytes(flipped))
    for content in damaged:
        assert content != whole
        path.write_bytes(content)
        assert store.get("44" * 32) is None
    store.put("44" * 32, READING)
    assert store.get("44" * 32) == READING


def test_a_changed_value_of_the_second_reader_is_no_value(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add_seconds("55" * 32, {"a": Second("12", "parser"), "b": Second("7", "pixels")})
    path = only_file(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"12"', b'"13"'))
    assert store.seconds("55" * 32) == {}
    store.add_seconds("55" * 32, {"a": Second("12", "parser")})
    assert store.seconds("55" * 32) == {"a": Second("12", "parser")}


def test_what_other_means_read_is_not_taken(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add_seconds("56" * 32, {"a": Second("12", "parser")})
    assert store.seconds("56" * 32, "Chromium 150") == {}
    painted = {"a": Second("13", "pixels")}
    store.add_seconds("56" * 32, painted, "Chromium 150")
    assert store.seconds("56" * 32, "Chromium 150") == painted
    assert store.seconds("56" * 32, "Chromium 151") == store.seconds("56" * 32) == {}


@pytest.mark.parametrize("depth", range(4))
@pytest.mark.parametrize("kind", ["file", "folder", "link to nowhere", "pipe"])
def test_what_stands_in_the_way_is_set_aside(tmp_path: Path, depth: int, kind: str) -> None:
    folder = tmp_path / "store"
    store = Store(folder)
    kept = folder / "readings" / "66" / f"{'66' * 32}.json"
    place = (tmp_path / "store", folder / "readings", kept.parent, kept)[depth]
    place.parent.mkdir(parents=True, exist_ok=True)
    if kind == "folder":
        place.mkdir()
        (place / "kept.txt").write_text("kept")
    elif kind == "file":
        place.write_text("kept")
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("nowhere")
    assert store.get("66" * 32) is None
    assert store.year("66" * 32) is None
    store.put("66" * 32, READING)
    assert store.get("66" * 32) == READING
    if kind == "folder":
        assert [path.read_text() for path in tmp_path.rglob("kept.txt")] == ["kept"]


def test_a_disk_that_takes_nothing_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    for number, said in ((28, "磁盘已满"), (122, "磁盘已满"), (30, "没有权限"), (5, "无法写入")):

        def fail(_: int, number: int = number) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(RunError, match=said) as caught:
            store.put("77" * 32, READING)
        assert "Errno" not in str(caught.value)
        with pytest.raises(RunError, match=said):
            store.add_seconds("77" * 32, {"a": Second("1", "parser")})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
