"""A release: whole or not at all, the same bytes for the same input, and provable afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from gongkai.columns import FINDINGS, REPORTS, dictionary, facts
from gongkai.errors import BusyError
from gongkai.form import Form
from gongkai.report import Document, Figure, Reading, Report
from tasks.publish import release as room
from tasks.publish.lock import exclusive
from tasks.publish.release import publish
from tasks.publish.trusted import current, damaged_files
from tasks.publish.verify import verify
from tasks.register import report_id
from tasks.validate import Checked
from tests.conftest import ROOT
from tests.judged import validate


def report(form: Form, agency: str, year: int | None, new: int = 3) -> Report:
    """A report of zeros with `new` applications, all of them granted; inconsistent if odd."""
    said = {
        ("applications", item, measure): new
        for item in ("1", "3.1", "3.7")
        for measure in ("natural_person", "total")
    }
    if new % 2:
        said["applications", "3.7", "total"] += 1
    figures = []
    for table, item, measure in form.cells():
        value = said.get((table, item, measure), 0)
        unit = form.table[table].unit(item, measure)
        if item == "3.6":
            figures.append(Figure(table, item, measure, "absent", None, unit, "", None, None))
        else:
            box = (1.0, 2.0, 3.0, 4.0)
            figures.append(
                Figure(table, item, measure, "number", Decimal(value), unit, str(value), 1, box)
            )
    name = f"{agency}{year}"
    document = Document(f"{name}.pdf", (name.encode().hex() * 64)[:64], 10)
    reading = Reading(
        form="2021", title=name, agency=agency, year=year, pages=3, figures=tuple(figures)
    )
    return Report(report_id(agency, year or 0), 1, document, reading, agency, year, None)


@pytest.fixture(scope="module")
def checked(form: Form) -> Checked:
    unread = Report(
        "f" * 16,
        1,
        Document("x.pdf", "e" * 64, 1),
        Reading(reason="damaged"),
        None,
        None,
        "unreadable",
        "坏了。",
    )
    return validate(
        [
            report(form, "甲县", 2022, 2),
            report(form, "甲县", 2023, 4),
            report(form, "乙县", 2023, 5),
            unread,
        ],
    )


def _quality(folder: Path, release_id: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(release_id, encoding="utf-8")


def test_the_layout_of_the_contract(tmp_path: Path, checked: Checked) -> None:
    made = publish(tmp_path, checked, _quality)
    assert json.loads((tmp_path / "current.json").read_text()) == {"release": made.release_id}
    assert current(tmp_path) == made.folder
    paths = {p.relative_to(made.folder).as_posix() for p in made.folder.rglob("*.parquet")}
    years = {"facts": (2022, 2023), "held": (2023,)}
    tables = ("applications", "proactive_disclosure", "review_litigation")
    expected = {
        f"{g}/{t}/year={y}/part-0.parquet" for g, ys in years.items() for y in ys for t in tables
    }
    single = ("reports", "findings", "quotations", "statements", "rule_summary", "agencies")
    carried = ("reports", "findings", "statements", "quotations")
    single = (*single, *(f"earlier/{name}" for name in carried))
    assert paths == {f"{name}.parquet" for name in single} | expected
    assert (made.folder / "quality" / "great_expectations" / "form_2021.json").exists()


def test_columns_and_types_are_those_declared(tmp_path: Path, checked: Checked) -> None:
    folder = publish(tmp_path, checked, _quality).folder
    assert pq.read_schema(folder / "reports.parquet").equals(REPORTS)
    assert pq.read_schema(folder / "findings.parquet").equals(FINDINGS)
    for table, kind in (
        ("applications", pa.int64()),
        ("proactive_disclosure", pa.decimal128(38, 10)),
    ):
        schema = pq.read_schema(folder / "facts" / table / "year=2022" / "part-0.parquet")
        assert schema.field("value").type == kind
    for schema in (REPORTS, FINDINGS, facts("integer")):
        assert all(dictionary(schema).values()), "a column without a meaning"


def test_every_cell_of_every_report_has_one_row(
    tmp_path: Path, form: Form, checked: Checked
) -> None:
    folder = publish(tmp_path, checked, _quality).folder
    for gate, reports in (("facts", 2), ("held", 1)):
        for table in form.tables:
            rows = ds.dataset(folder / gate / table.table, partitioning="hive").to_table()
            assert rows.num_rows == reports * len(table.cells)
            keys = set(
                zip(
                    *(rows[c].to_pylist() for c in ("report_id", "year", "item", "measure")),
                    strict=True,
                )
            )
            assert len(keys) == rows.num_rows


def test_findings_carry_the_two_sides(tmp_path: Path, checked: Checked) -> None:
    folder = publish(tmp_path, checked, _quality).folder
    found = pq.read_table(folder / "findings.parquet").to_pylist()
    (balance,) = (f for f in found if f["rule"] == "applications.balance")
    assert (balance["left"], balance["right"], balance["difference"]) == (5, 6, -1)
    assert [(c["item"], c["coefficient"]) for c in balance["cells"]] == [
        ("1", 1),
        ("2", 1),
        ("3.7", -1),
        ("4", -1),
    ]


def test_the_same_again_is_the_same_release(tmp_path: Path, checked: Checked) -> None:
    first = publish(tmp_path, checked, _quality)
    shuffled = replace(checked, reports=tuple(reversed(checked.reports)))
    second = publish(tmp_path, shuffled, _quality)
    assert (first.release_id, first.fresh, second.fresh) == (second.release_id, True, False)


def test_a_damaged_release_is_built_anew(tmp_path: Path, checked: Checked) -> None:
    first = publish(tmp_path, checked, _quality)
    (first.folder / "findings.parquet").unlink()
    assert publish(tmp_path, checked, _quality).fresh
    assert damaged_files(first.folder) == frozenset()


def test_verify_proves_a_release_and_finds_any_change(tmp_path: Path, checked: Checked) -> None:
    folder = publish(tmp_path, checked, _quality).folder
    assert verify(folder) == []
    (folder / "extra.txt").write_text("x")
    assert "extra.txt" in verify(folder)[0]
    (folder / "extra.txt").unlink()
    path = folder / "facts" / "applications" / "year=2022" / "part-0.parquet"
    table = pq.read_table(path)
    values = [99 if n == 0 else v for n, v in enumerate(table["value"].to_pylist())]
    changed = table.set_column(
        table.schema.get_field_index("value"), table.schema.field("value"), [values]
    )
    pq.write_table(changed, path)
    assert "内容与清单不符" in verify(folder)[0]
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for entry in manifest["files"]:
        entry.update(room.describe(folder / entry["path"]))
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    differences = verify(folder)
    assert any("发布的数字 99 与原文" in text for text in differences)
    assert any("发布编号" in text for text in differences)
    assert any("用 SQL 重新计算的结果与发布的不同" in text for text in differences)


@pytest.mark.parametrize("moment", ["_write_manifest", "_flush", "_flush_folder"])
def test_a_failure_at_any_moment_leaves_the_last_release(
    tmp_path: Path, form: Form, checked: Checked, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    last = publish(tmp_path, checked, _quality)
    more = validate([report(form, "丙县", 2024, 8)])

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space"):
        patch.setattr(room, moment, fail)
        publish(tmp_path, more, _quality)
    assert current(tmp_path) == last.folder
    assert verify(last.folder) == []
    assert not list((tmp_path / "releases").glob(".staging*"))
    assert publish(tmp_path, more, _quality).folder == current(tmp_path)


KILLED = """
import os, signal, sys
from pathlib import Path
from tasks.publish import release
from tests.tasks.test_release import report, _quality
from tests.judged import validate
from gongkai.form import forms
real = getattr(release, sys.argv[2])
def killed(*given):
    if sys.argv[3] == "after":
        real(*given)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(release, sys.argv[2], killed)
release.publish(Path(sys.argv[1]), validate([report(forms()["2021"], "丁县", 2024, 8)]), _quality)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("moment", "when"),
    [
        ("write_tables", "after"),
        ("_write_manifest", "before"),
        ("_flush", "after"),
        ("write_whole", "before"),
    ],
)
def test_a_kill_at_any_moment_leaves_the_last_release(
    tmp_path: Path, checked: Checked, moment: str, when: str
) -> None:
    last = publish(tmp_path, checked, _quality)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), moment, when],
        cwd=ROOT,
        check=False,
        env=os.environ,
    )
    assert killed.returncode == -9
    assert current(tmp_path) == last.folder
    assert verify(last.folder) == []
    again = publish(tmp_path, checked, _quality)
    assert not again.fresh
    assert not list((tmp_path / "releases").glob(".staging*"))


def test_two_runs_at_once(tmp_path: Path) -> None:
    with exclusive(tmp_path), pytest.raises(BusyError, match="另一次运行"), exclusive(tmp_path):
        pass
    with exclusive(tmp_path):
        pass
