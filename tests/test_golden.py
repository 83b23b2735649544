"""Every cell of every printed report, and of the real one, exactly as printed."""

from __future__ import annotations

import json
import tempfile
from decimal import Decimal
from pathlib import Path
from random import Random

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report import Reading
from tasks.read import read
from tests.compare import differences, gold_of
from tests.conftest import CORPUS, GOLD, ROOT, SHARED
from tests.press.canvas import print_canvas
from tests.press.corpus import canvas_reports
from tests.press.gold import gold
from tests.press.random_reports import random_report

HARMLESS = {
    "reading.sheet_missing",
    "reading.label_variant",
    "reading.spaced_number",
    "reading.extra_words",
    "publication.blank",
    "publication.image_only",
}
REAL = SHARED / "corpus" / "real" / "hongze_2023.pdf"


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.json")), ids=lambda path: path.stem)
def test_committed_reports(path: Path) -> None:
    """Those of the sample are compared cell by cell in `tests/flows/test_run.py`."""
    expected = gold_of(path)
    reading = read(path.parent / expected["file"])
    assert differences(reading, expected["cells"]) == []
    assert (reading.agency, reading.year) == (expected["agency"], expected["year"])
    surprising = {remark.rule for remark in reading.remarks} - HARMLESS
    assert surprising == ({"reading.missing_row"} if path.stem == "36_row_missing" else set())


def test_there_are_enough_of_them() -> None:
    assert len(list(GOLD.glob("*.json"))) >= 12
    assert len(list(CORPUS.glob("*.json"))) + 40 >= 60


def test_some_more_printed_now(tmp_path: Path) -> None:
    wrong = []
    for number, report in enumerate(canvas_reports(6)):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(print_canvas(report))
        wrong += [f"{number}: {text}" for text in differences(read(path), gold(report))]
    assert wrong == []


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32))
def test_random_figures_in_random_layouts_come_back(seed: int) -> None:
    report = random_report(Random(seed))
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(print_canvas(report))
        file.flush()
        reading = read(Path(file.name))
    assert differences(reading, gold(report)) == []
    assert (reading.agency, reading.year) == (report.agency, report.year)


def _misplaced(path: Path, reading: Reading) -> list[str]:
    """Cells whose box on the page does not hold their raw text, as an independent reader sees it."""
    wrong = []
    with pdfplumber.open(path) as document:
        for figure in reading.figures[::5]:
            if figure.page is None or figure.box is None:
                continue
            page = document.pages[figure.page - 1]
            inside = page.filter(lambda thing, box=figure.box: _centred(thing, box)).chars
            text = "".join(char["text"] for char in inside)
            if sorted(text.replace(" ", "")) != sorted(figure.raw.replace(" ", "")):
                wrong.append(f"{figure.page} {figure.box}: {text!r} is not {figure.raw!r}")
    return wrong


def _centred(thing, box: tuple[float, float, float, float]) -> bool:
    if thing["object_type"] != "char":
        return False
    x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


@pytest.mark.parametrize("name", ["suqian_2023", "pingtan_2022", "litong_2023"])
def test_boxes_hold_the_raw_text(name: str) -> None:
    path = ROOT / gold_of(GOLD / f"{name}.json")["file"]
    assert _misplaced(path, read(path)) == []


@pytest.mark.skipif(not REAL.exists(), reason="the real report is not beside this checkout")
def test_the_real_report() -> None:
    reading = read(REAL)
    figures = json.loads((SHARED / "corpus" / "figures" / "hongze_2023.json").read_text("utf-8"))
    printed = {
        (table, item, measure): Decimal(str(value))
        for table, items in figures["tables"].items()
        for item, measures in items.items()
        for measure, value in measures.items()
    }
    read_ = {(f.table, f.item, f.measure): f.value for f in reading.figures if f.state == "number"}
    assert len(printed) == 186
    assert read_ == printed
    pages = {
        f.table: {g.page for g in reading.figures if g.table == f.table and g.page}
        for f in reading.figures
    }
    assert pages == {
        "proactive_disclosure": {2, 3},
        "applications": {3, 4},
        "review_litigation": {4},
    }
    assert _misplaced(REAL, reading) == []
    assert [remark.rule for remark in reading.remarks] == ["reading.label_variant"]
