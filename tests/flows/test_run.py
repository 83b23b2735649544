"""The main job from end to end: over the sample against a real Prefect server, else without."""

from __future__ import annotations

import io
import json
import random
import shutil
import sqlite3
from contextlib import closing, redirect_stdout
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from flows.cli import main
from flows.environment import prefect_home
from flows.server import DATABASE, at_server, own_server
from gongkai.errors import BusyError
from tasks.publish.lock import exclusive
from tasks.publish.trusted import current
from tasks.publish.verify import verify
from tests.compare import gold_of
from tests.conftest import GOLD, ROOT, SAMPLE
from tests.flows.plain import backfill, nightly
from tests.press.lying import lying_shapes
from tests.press.shapes import text_shapes
from tests.press.specimen import Specimen
from tests.press.web_pages import html_shapes
from tests.press.word_files import word_shapes

pytestmark = pytest.mark.slow

HELD = {"hongze_2023", "qinghe_2025", "yunxi_2024", "shili_office_2024"}


def _reports(processed: Path) -> dict[str, dict[str, Any]]:
    folder = current(processed)
    assert folder is not None
    return {row["source"]: row for row in pq.read_table(folder / "reports.parquet").to_pylist()}


def _parquet(processed: Path) -> dict[str, str]:
    folder = current(processed)
    assert folder is not None
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    return {f["path"]: f["sha256"] for f in manifest["files"] if f["path"].endswith(".parquet")}


def _sample(name: str) -> Path:
    return ROOT / gold_of(GOLD / f"{name}.json")["file"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The only run in these tests with Prefect and Great Expectations: by the command itself.

    Returns:
        the processed folder, and what the command said.
    """
    processed = tmp_path_factory.mktemp("sample") / "processed"
    with redirect_stdout(io.StringIO()) as said:
        status = main(["run", "--raw", str(SAMPLE), "--processed", str(processed)])
    assert status == 0
    return processed, said.getvalue()


def test_the_sample_is_published_but_for_the_broken_ones(sample) -> None:
    processed, said = sample
    reports = _reports(processed)
    by_name = {
        path.stem: str(Path(gold_of(path)["file"]).relative_to("data/raw"))
        for path in GOLD.glob("*.json")
    }
    assert set(reports) == set(by_name.values())
    for name, source in by_name.items():
        assert reports[source]["status"] == ("held" if name in HELD else "published"), name
        assert bool(reports[source]["reason"]) == (name in HELD)
    assert "收到文件 19 份：发布 15，暂缓 4" in said
    assert "quality/index.html" in said


def test_every_published_cell_is_the_printed_one(sample) -> None:
    processed, _ = sample
    folder = current(processed)
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    for path in [*folder.glob("facts/*/*/*.parquet"), *folder.glob("held/*/*/*.parquet")]:
        for row in pq.read_table(path, partitioning=None).to_pylist():
            key = (row["agency"], path.parent.name, path.parts[-3], row["item"], row["measure"])
            assert rows.setdefault(key, row) is row
    for path in GOLD.glob("*.json"):
        gold = gold_of(path)
        for cell in gold["cells"]:
            key = (
                gold["agency"],
                f"year={gold['year']}",
                cell["table"],
                cell["item"],
                cell["measure"],
            )
            row = rows.pop(key)
            assert (row["state"], row["raw"]) == (cell["state"], cell["raw"] or "")
            exact = None if cell["value"] is None else float(cell["value"])
            assert (None if row["value"] is None else float(row["value"])) == pytest.approx(
                exact, abs=5e-5
            )
    assert rows == {}


def test_the_release_proves_itself(sample) -> None:
    folder = current(sample[0])
    assert verify(folder) == []
    pictured = {
        finding["report_id"]
        for finding in pq.read_table(folder / "findings.parquet").to_pylist()
        if finding["rule"] == "publication.image_only"
    }
    scans = [gold for path in GOLD.glob("*.json") if (gold := gold_of(path))["family"] == "scan"]
    reports = _reports(sample[0])
    assert pictured == {
        reports[str(Path(scan["file"]).relative_to("data/raw"))]["report_id"] for scan in scans
    }
    index = (folder / "quality" / "index.html").read_text("utf-8")
    assert "暂缓发布的报告（4 份）" in index
    assert len(list((folder / "quality" / "pictures").glob("*.png"))) >= 3


def test_a_second_run_reads_nothing_and_keeps_the_release(sample) -> None:
    processed, _ = sample
    first = current(processed)
    second = nightly(raw=str(SAMPLE), processed=str(processed))
    assert (second["read"], second["fresh"]) == (0, False)
    assert current(processed) == first


def test_prefect_kept_the_run_and_its_artifacts(sample) -> None:
    runs, keys = _kept(sample[0])
    assert [state for state, _ in runs] == ["Completed"]
    assert {"run-summary", "held-reports"} <= keys


def test_what_stops_a_run_on_purpose_is_the_failed_runs_message_without_a_traceback(
    sample, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from flows.run import nightly

    processed, _ = sample
    home = prefect_home(processed)
    monkeypatch.setenv("GONGKAI_WAIT", "0")
    with (
        own_server(home, False, lambda *_: None, ours=True) as ready,
        at_server(ready),
        exclusive(processed),
        pytest.raises(BusyError, match="另一次运行正在使用"),
    ):
        nightly(raw=str(SAMPLE), processed=str(processed))
    assert "Traceback" not in caplog.text
    runs, _ = _kept(processed)
    assert [message for state, message in runs if state == "Failed" and "正在使用" in message]


def _kept(processed: Path) -> tuple[list[tuple[str, str]], set[str]]:
    """What Prefect's database has: the runs' states with their messages, the artifacts' keys."""
    with closing(sqlite3.connect(prefect_home(processed) / DATABASE)) as database:
        runs = database.execute(
            "SELECT s.name, s.message FROM flow_run r JOIN flow_run_state s ON s.id = r.state_id"
        ).fetchall()
        keys = {key for (key,) in database.execute("SELECT key FROM artifact")}
    return [(state, message or "") for state, message in runs], keys


SOME = (
    "hongze_2023",
    "pingtan_2022",
    "pingtan_2023",
    "yunxi_2017",
    "shili_office_2024",
    "qinghe_2025",
)
"""Reports of every form and ending, published and held, two of them of one agency."""


def test_same_bytes_whatever_the_order_and_the_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [path for name in SOME for path in _with_sidecar(_sample(name))]
    for run, workers, shard in (("one", "2", "64"), ("other", "1", "3")):
        random.Random(run).shuffle(files)
        for path in files:
            target = tmp_path / run / path.relative_to(SAMPLE)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        monkeypatch.setenv("GONGKAI_WORKERS", workers)
        monkeypatch.setenv("GONGKAI_SHARD", shard)
        nightly(raw=str(tmp_path / run), processed=str(tmp_path / f"{run} out"))
    assert _parquet(tmp_path / "other out") == _parquet(tmp_path / "one out")


def _with_sidecar(path: Path) -> list[Path]:
    sidecar = path.with_name(f"{path.stem}.source.json")
    return [path, sidecar] if sidecar.is_file() else [path]


def test_backfill_adds_some_years_to_what_is_there(tmp_path: Path) -> None:
    raw, processed = tmp_path / "raw", tmp_path / "out"
    raw.mkdir()
    for name in ("suqian_2024", "litong_2023", "pingtan_2022"):
        shutil.copyfile(_sample(name), raw / f"{name}.pdf")
    first = backfill(2022, 2022, raw=str(raw), processed=str(processed))
    assert (first["documents"], first["read"]) == (1, 1)
    second = backfill(2023, 2023, raw=str(raw), processed=str(processed))
    assert (second["documents"], second["read"]) == (2, 1)
    assert {row["year"] for row in _reports(processed).values()} == {2022, 2023}
    everything = nightly(raw=str(raw), processed=str(processed))
    assert (everything["documents"], everything["read"]) == (3, 1)


def _write(
    path: Path, lines: list[str], pages: int = 1, lock: StandardEncryption | None = None
) -> None:
    registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), encrypt=lock)
    for _ in range(pages):
        canvas.setFont("STSong-Light", 14)
        for row, text in enumerate(lines):
            canvas.drawString(60, 780 - 22 * row, text)
        canvas.showPage()
    canvas.save()


TITLE = "示例市青禾区水务局2024年政府信息公开工作年度报告"


def test_bad_input_costs_itself_alone(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    good = _sample("litong_2023")
    shutil.copyfile(good, raw / "a_good.pdf")
    (raw / "zero.pdf").write_bytes(b"")
    (raw / "truncated.pdf").write_bytes(good.read_bytes()[:20000])
    (raw / "page.pdf").write_text("<!DOCTYPE html><html><body>报告</body></html>", encoding="utf-8")
    (raw / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 100)
    (raw / "noise.pdf").write_bytes(random.Random(1).randbytes(5000))
    _write(raw / "secret.pdf", [TITLE], lock=StandardEncryption("open", ownerPassword="own"))
    _write(
        raw / "budget.pdf",
        ["示例市青禾区财政局2024年部门预算", "一、部门概况", "二、收入支出预算总表"],
    )
    _write(raw / "no_tables.pdf", [TITLE, "一、总体情况", "收到申请3件，均已答复。"])
    _write(raw / "many.pdf", ["第一页"], pages=2000)
    (raw / ("长" * 60 + "x" * 16 + ".pdf")).write_bytes(_sample("suqian_2024").read_bytes())
    shutil.copyfile(_sample("pingtan_2022"), raw / "escape.pdf")
    (raw / "escape.source.json").write_text(
        '{"agency": "../../etc", "year": 2022}', encoding="utf-8"
    )
    shutil.copyfile(good, raw / "b_copy.pdf")
    shutil.copyfile(_sample("nanping_2023"), raw / "one.pdf")
    shutil.copyfile(_sample("wangjiang_2023"), raw / "two.pdf")
    gold = gold_of(GOLD / "nanping_2023.json")
    (raw / "two.source.json").write_text(
        json.dumps({"agency": gold["agency"], "year": gold["year"]}), encoding="utf-8"
    )
    summary = nightly(raw=str(raw), processed=str(tmp_path / "out"))
    reports = _reports(tmp_path / "out")
    statuses = {source: row["status"] for source, row in reports.items()}
    long_name = next(source for source in statuses if source.startswith("长"))
    assert statuses == {
        "a_good.pdf": "published",
        "b_copy.pdf": "duplicate",
        long_name: "published",
        "escape.pdf": "held",
        "one.pdf": "held",
        "two.pdf": "held",
        "budget.pdf": "not_a_report",
        **dict.fromkeys(
            (
                "zero.pdf",
                "truncated.pdf",
                "page.pdf",
                "picture.pdf",
                "noise.pdf",
                "secret.pdf",
                "no_tables.pdf",
                "many.pdf",
            ),
            "unreadable",
        ),
    }
    assert summary["documents"] == len(statuses)
    for source, row in reports.items():
        if row["status"] != "published":
            assert row["reason"].endswith("。"), source
            assert "请" in row["reason"], source
            assert "Traceback" not in row["reason"]
    assert verify(current(tmp_path / "out")) == []
    assert not (tmp_path / "etc").exists()


OLD_PROSE = [
    "示例市青禾区水务局2010年政府信息公开工作年度报告",
    "一、概述",
    "2010年，我局共收到政府信息公开申请23件，均已答复，答复23件。",
    "未发生因政府信息公开引起的行政诉讼。",
]


def test_every_kind_of_document_in_one_run(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    _write(raw / "prose_2010.pdf", OLD_PROSE)
    specimens = {
        "new.html": next(html_shapes()),
        "new.docx": next(word_shapes()),
        "old.pdf": next(s for s in text_shapes() if s.form == "2014"),
        "trial.pdf": next(s for s in text_shapes() if s.form == "2019" and s.shape == "ruled"),
        "lying.pdf": next(lying_shapes()),
    }
    for name, specimen in specimens.items():
        (raw / name).write_bytes(specimen.content)
        sidecar = {"agency": f"示例市{name}局", "year": specimen.gold["year"]}
        (raw / f"{name}.source.json").write_text(json.dumps(sidecar), encoding="utf-8")
    summary = nightly(raw=str(raw), processed=str(tmp_path / "out"))
    assert {"html", "docx", "vector", "ocr", "second"} <= set(summary["ways"])
    reports = _reports(tmp_path / "out")
    assert {name: (row["status"], row["reader"]) for name, row in reports.items()} == {
        "prose_2010.pdf": ("no_form", "text"),
        "new.html": ("published", "html"),
        "new.docx": ("published", "docx"),
        "old.pdf": ("published", "text"),
        "trial.pdf": ("published", "text"),
        "lying.pdf": ("published", "ocr"),
    }
    assert {name: row["form"] for name, row in reports.items() if row["form"]} == {
        name: specimen.form for name, specimen in specimens.items()
    }
    folder = current(tmp_path / "out")
    assert verify(folder) == []
    lied = {
        finding["report_id"]
        for finding in pq.read_table(folder / "findings.parquet").to_pylist()
        if finding["rule"] == "reading.lying_text"
    }
    assert lied == {reports["lying.pdf"]["report_id"]}
    assert {
        row["report_id"] for row in pq.read_table(folder / "quotations.parquet").to_pylist()
    } == {reports["prose_2010.pdf"]["report_id"]}
    _compare_facts(folder, {reports[name]["report_id"]: s for name, s in specimens.items()})
    pages = "".join(p.read_text("utf-8") for p in (folder / "quality").rglob("*.html"))
    assert "没有统一表式" in pages


def _compare_facts(folder: Path, specimens: dict[str, Specimen]) -> None:
    """Every published cell is the gold one and says where it stands and how sure it is."""
    rows = {}
    for path in folder.glob("facts/*/*/*.parquet"):
        for row in pq.read_table(path, partitioning=None).to_pylist():
            rows[row["report_id"], path.parts[-3], row["item"], row["measure"]] = row
    assert len(rows) == sum(len(s.gold["cells"]) for s in specimens.values())
    for report_id, specimen in specimens.items():
        for cell in specimen.gold["cells"]:
            row = rows[report_id, cell["table"], cell["item"], cell["measure"]]
            value = None if row["value"] is None else Decimal(row["value"])
            assert row["state"] == cell["state"]
            assert value == (None if cell["value"] is None else Decimal(cell["value"]))
            assert 0 < row["confidence"] <= 1
            if row["state"] != "absent":
                on_page = row["page"] is not None and row["x0"] is not None
                assert on_page == (row["pointer"] is None)
            if row["reader"] != "text" and row["state"] == "number":
                assert row["second"] is not None


def test_a_document_over_its_time_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copyfile(_sample("litong_2023"), raw / "a.pdf")
    monkeypatch.setenv("GONGKAI_SECONDS", "0.01")
    nightly(raw=str(raw), processed=str(tmp_path / "out"))
    (row,) = _reports(tmp_path / "out").values()
    assert row["status"] == "unreadable"
    assert "0.01 秒" in row["reason"]
    monkeypatch.setenv("GONGKAI_SECONDS", "60")
    assert nightly(raw=str(raw), processed=str(tmp_path / "out"))["published"] == 1
