"""What is published is accepted when it is read back, and anything changed in it is not."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gongkai.form import forms
from gongkai.report import Document, Figure, Prose, Reading, Remark, Sidecar, Statement
from tasks.publish.release import describe, release_id
from tasks.publish.trusted import DIGEST, digest_of
from tasks.publish.verify import differences, verify
from tests.tasks.test_nights import OTHER, OTHERS, RIGHT, WRONG, Nights, said


@pytest.fixture
def nights(tmp_path: Path) -> Nights:
    return Nights(tmp_path)


NOTICED = (
    *("reading.missing_row", "reading.unclear_number", "reading.label_variant"),
    *("reading.disagreement", "publication.blank", "reading.lying_text"),
)


def _figures(form: str, rng: Random) -> tuple[list[Figure], list[Remark]]:
    """Cells with numbers, blanks and cells that are not there, in runs as reports have them."""
    figures, remarks = [], []
    wild = rng.choice((0.0, 0.05, 0.6))
    for table, item, measure in forms()[form].cells():
        unit = forms()[form].table[table].unit(item, measure)
        state = "number" if rng.random() >= wild else rng.choice(("number", "blank", "absent"))
        value = Decimal(rng.choice((0, 0, 0, 1, 2, 17, -1, 1452))) if state == "number" else None
        if state == "number" and unit == "万元":
            value = Decimal(rng.choice(("0", "3.5", "4166.241619", "0.0000000001")))
        raw = {"number": format(value or 0, "f"), "blank": rng.choice(("", "/", "—"))}.get(
            state, ""
        )
        second = rng.choice((None, raw, raw, "9")) if state == "number" else None
        box = None if state == "absent" else (1.0, 2.0, 3.0, 4.0)
        page = None if state == "absent" else rng.choice((1, 2))
        figures.append(
            Figure(table, item, measure, state, value, unit, raw, page, box, second=second)
        )
        if state == "absent" and rng.random() < 0.5:
            cells = ((table, item, measure),)
            remarks.append(Remark("reading.missing_cell", "原文没有此格。", table, cells))
    return figures, remarks


def _random(rng: Random) -> tuple[Document, Reading]:
    form = rng.choice(sorted(forms()))
    year = rng.choice({"2014": (2015, 2016), "2019": (2019, 2020), "2021": (2022, 2023)}[form])
    figures, remarks = _figures(form, rng)
    for rule in rng.sample(NOTICED, rng.choice((0, 0, 1, 3))):
        outcome = rng.choice(("fail", "fail", "not_checkable"))
        quote = rng.choice((None, ("原句。", 2), ("原句。", None)))
        remarks.append(Remark(rule, f"说明 {rng.random()}。", None, (), (), outcome, quote))
    statement = Statement(
        "received", "count", Decimal(rng.choice((0, 3, 12_000))), Decimal(rng.choice((0, 500))),
        "whole", rng.random() < 0.2, "收到申请若干件。", rng.choice((None, 3)),
    )  # fmt: skip
    prose = Prose(
        (statement,) if rng.random() < 0.5 else (),
        (("因机构改革，行政许可数量与上年相比减少。", 2),) if rng.random() < 0.3 else (),
        "本报告汇总全市数据。" if rng.random() < 0.2 else "",
    )
    agency = rng.choice((None, "甲县", "乙县", "丙县", "丁县"))
    sidecar = Sidecar(published_on=rng.choice((None, dt.date(2024, 1, rng.randint(1, 28)))))
    name = f"{rng.random()}.pdf"
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    reading = Reading(
        form=form, title="报告", agency=agency, year=rng.choice((year, year, None)), pages=3,
        figures=tuple(figures), remarks=tuple(remarks), prose=prose,
        reader="text",
    )  # fmt: skip
    return Document(name, sha256, 10, sidecar), reading


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_published_is_accepted(tmp_path: Path, seed: int) -> None:
    """Three nights of random reports; `night` verifies each release."""
    rng = Random(seed)
    nights = Nights(tmp_path)
    there = [_random(rng) for _ in range(5)]
    nights.night(*there)
    there[0] = (replace(there[0][0], sha256="e" * 64), _random(rng)[1])
    nights.night(*there, _random(rng), accept=True)
    nights.night(*there[1:], _random(rng), accept=True)


def test_a_cell_that_is_not_there_beside_a_missing_year_is_accepted(nights: Nights) -> None:
    """The rule says in its first place that applies that the report on the year before lacks."""
    absent = {**RIGHT, ("applications", "2", "natural_person"): "absent"}
    folder = nights.night(said("甲县", 2023, absent))
    found = pq.read_table(folder / "findings.parquet").to_pylist()
    rule = "applications.carried_over_by_applicant"
    assert [f["outcome"] for f in found if f["rule"] == rule] == ["not_checkable"]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of reports published, held, replaced and gone."""
    nights = Nights(tmp_path_factory.mktemp("tampered"))
    gone = said("丁县", 2023, RIGHT)
    nights.night(*OTHERS, said("甲县", 2023, WRONG), gone, said("乙县", 2022, WRONG))
    nights.night(*OTHERS, said("甲县", 2023, OTHER), gone, said("乙县", 2022, WRONG))
    return nights.night(*OTHERS, said("甲县", 2023, OTHER), said("乙县", 2022, WRONG))


def _changed(column: str, value: Any, row: int = 0) -> Callable[[pa.Table], pa.Table]:
    def change(table: pa.Table) -> pa.Table:
        values = table[column].to_pylist()
        values[row] = value(values[row]) if callable(value) else value
        place = table.schema.get_field_index(column)
        field = table.schema.field(column)
        return table.set_column(place, field, pa.array(values, field.type))

    return change


def _without(row: int) -> Callable[[pa.Table], pa.Table]:
    return lambda table: pa.concat_tables([table.slice(0, row), table.slice(row + 1)])


def _twice(row: int) -> Callable[[pa.Table], pa.Table]:
    return lambda table: pa.concat_tables([table, table.slice(row, 1)])


FACTS, HELD = (
    "facts/applications/year=2023/part-0.parquet",
    "held/applications/year=2022/part-0.parquet",
)
GONE = "earlier/applications/year=2023/part-0.parquet"
CELL = {
    "year": 2023, "table": "applications", "item": "1", "measure": "total", "value": Decimal(1),
    "coefficient": 1,
}  # fmt: skip
TAMPERED: dict[str, tuple[str, Callable[[pa.Table], pa.Table]]] = {
    "a value": (FACTS, _changed("value", 99)),
    "a held value": (HELD, _changed("value", 99)),
    "a value of before": (GONE, _changed("value", 99)),
    "a state": (FACTS, _changed("state", "blank")),
    "a raw text": (FACTS, _changed("raw", "7")),
    "a cell of no form": (FACTS, _changed("item", "9.9")),
    "an agency": (FACTS, _changed("agency", "子虚县")),
    "a year": (FACTS, _changed("year", 2019)),
    "a table": (FACTS, _changed("table", "review_litigation")),
    "a confidence": (FACTS, _changed("confidence", 0.5)),
    "a cell less": (FACTS, _without(3)),
    "a cell twice": (FACTS, _twice(3)),
    "a version": (FACTS, _changed("version", 7)),
    "a status": ("reports.parquet", _changed("status", "published", -2)),
    "a status without figures": ("reports.parquet", _changed("status", "unreadable", -2)),
    "a status that is none": ("reports.parquet", _changed("status", "fine")),
    "another form": ("reports.parquet", _changed("form", "2019")),
    "a form that is none": ("reports.parquet", _changed("form", "1999")),
    "a report less": ("reports.parquet", _without(0)),
    "a finding less": ("findings.parquet", _without(0)),
    "a finding twice": ("findings.parquet", _twice(0)),
    "an outcome": ("findings.parquet", _changed("outcome", "explained")),
    "a severity": (
        "findings.parquet",
        _changed("severity", lambda was: "info" if was != "info" else "warning"),
    ),
    "a rule that is none": ("findings.parquet", _changed("rule", "no.rule")),
    "a key": ("findings.parquet", _changed("key", lambda was: f"{was}x")),
    "a side": ("findings.parquet", _changed("left", Decimal(5))),
    "a cell of a finding": (
        "findings.parquet",
        _changed("cells", lambda was: [] if was else [CELL]),
    ),
    "a count": ("rule_summary.parquet", _changed("pass", lambda n: n + 1)),
    "a successor": ("earlier/reports.parquet", _changed("successor", 9)),
    "a column": ("statements.parquet", lambda table: table.drop_columns(["page"])),
}


@pytest.mark.parametrize(("path", "change"), TAMPERED.values(), ids=list(TAMPERED))
def test_one_thing_changed_is_noticed(
    release: Path, tmp_path: Path, path: str, change: Callable[[pa.Table], pa.Table]
) -> None:
    """Also where the manifest was mended, and even the release's id."""
    folder = _copied(release, tmp_path)
    table = pq.ParquetFile(folder / path).read()
    pq.write_table(change(table), folder / path)
    noticed = differences(_mended(folder, True))
    assert noticed
    for one in noticed:
        for english in (False, True):
            assert one.told(english) and "{" not in one.told(english)


def test_an_id_that_is_not_of_what_the_release_holds_is_noticed(
    release: Path, tmp_path: Path
) -> None:
    path, change = TAMPERED["a value"]
    folder = _copied(release, tmp_path)
    pq.write_table(change(pq.ParquetFile(folder / path).read()), folder / path)
    noticed = [one.key for one in differences(_mended(folder, False))]
    assert "other_id" in noticed


def test_one_thing_less_or_more_is_noticed(release: Path, tmp_path: Path) -> None:
    folder = _copied(release, tmp_path)
    assert verify(folder) == []
    (folder / "extra.parquet").write_bytes(b"x")
    assert verify(folder)
    assert verify(_mended(folder, True))
    for number, name in enumerate(("statements.parquet", HELD)):
        (tmp_path / f"b{number}").mkdir()
        folder = _copied(release, tmp_path / f"b{number}")
        (folder / name).rename(folder / f"{name}.bak")
        assert verify(folder)
        assert verify(_mended(folder, True))
    (tmp_path / "c").mkdir()
    folder = _copied(release, tmp_path / "c")
    moved = folder / HELD.replace("held", "facts")
    moved.parent.mkdir()
    (folder / HELD).rename(moved)
    assert verify(_mended(folder, True))


def _copied(release: Path, folder: Path) -> Path:
    import shutil

    return Path(shutil.copytree(release, folder / release.name))


def _mended(folder: Path, renamed: bool) -> Path:
    """The manifest as if it had always been so; with `renamed` the id and the folder too."""
    manifest = json.loads((folder / "manifest.json").read_bytes())
    manifest["files"] = [
        {
            "path": name,
            **({"rows": _rows(path)} if name.endswith(".parquet") else {}),
            **describe(path),
        }
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (name := path.relative_to(folder).as_posix()) != "manifest.json"
    ]
    if renamed:
        manifest["release"] = release_id(manifest)
    manifest[DIGEST] = digest_of(manifest)
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder.rename(folder.with_name(manifest["release"]))


def _rows(path: Path) -> int:
    try:
        return pq.read_metadata(path).num_rows
    except pa.ArrowInvalid:
        return 0
