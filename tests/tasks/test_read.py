"""One document of any kind, from its bytes to a reading."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from gongkai.reasons import told
from gongkai.report import Reading
from tasks.one import read_one
from tasks.read import read, read_picture, title_year
from tasks.store import Store
from tests.press.bad_files import BAD_FILES
from tests.press.documents import documents
from tests.press.scan import scan_shapes
from tests.press.specimen import Specimen
from tests.press.web_pages import Page, html_shapes, written
from tests.press.word_files import word_shapes

REASONS = {
    "truncated_html": "",
    "garbage_in_html": "",
    "surrogates_in_html": "",
    "endless_word": "too_complex",
    "long_attachment": "attachment_only",
    "javascript_shell": "script_page",
    "not_found_page": "error_page",
    "blocked_page": "error_page",
    "challenge_page": "script_page",
    "no_bytes": "empty",
    "empty_page": "empty_page",
    "zip_bomb": "too_large_unpacked",
    "entity_bomb": "unsafe_document",
    "outside_entity": "unsafe_document",
    "truncated_docx": "damaged",
    "damaged_docx": "damaged",
    "displaced_docx": "damaged",
    "other_zip": "archive",
    "ole_file": "old_word",
    "ofd_file": "ofd",
    "xlsx_file": "spreadsheet",
    "rtf_file": "old_word",
    "photograph_jpeg": "picture",
    "screenshot_png": "picture",
    "cat_pdf": "no_text_in_picture",
    "white_pages": "no_text_in_picture",
    "enormous_scan": "picture_too_large",
    "enormous_grey_scan": "picture_too_large",
    "many_pages": "too_many_pages",
    "truncated_pdf": "damaged",
    "page_without_end": "no_text_in_picture",
}


def saved(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", REASONS)
def test_bad_input_is_told_what_to_do(tmp_path: Path, name: str) -> None:
    bad = BAD_FILES[name]
    reading = read_one(saved(tmp_path, f"a{bad.suffix}", bad.make()))
    assert reading.reason == REASONS[name]
    if reading.reason:
        status, sentence = told(reading.reason, reading.details)
        assert status in ("unreadable", "not_a_report")
        assert "请" in sentence
        assert sentence.endswith("。")
        assert len(sentence) < 300
    kept = Store(tmp_path / "store")
    kept.put("ab" * 32, reading)
    assert kept.get("ab" * 32) == reading, "all that was read can be written down"


def test_a_library_that_is_not_there_is_no_fault_of_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    specimen = next(word_shapes())
    for module in [name for name in sys.modules if name.startswith("tasks.extract.word")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "docx.oxml", None)
    reading = read(saved(tmp_path, "a.docx", specimen.content))
    assert reading.reason == "library_missing"
    assert reading.details["name"].startswith("docx")
    status, sentence = told(reading.reason, reading.details)
    assert status == "unreadable"
    assert "不是文件的问题" in sentence
    kept = Store(tmp_path / "store")
    kept.put("ab" * 32, reading)
    assert kept.get("ab" * 32) is None, "it is read again when the library is there"


def test_every_bad_file_is_tried() -> None:
    assert set(REASONS) == set(BAD_FILES)


@pytest.mark.parametrize("shapes", [html_shapes, word_shapes, scan_shapes])
def test_the_year_is_told_from_the_beginning_alone(tmp_path: Path, shapes) -> None:
    specimen: Specimen = next(shapes())
    path = saved(tmp_path, f"a{specimen.suffix}", specimen.content)
    assert title_year(path) == specimen.gold["year"]


def test_a_scan_asks_for_its_picture(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.pdf", next(scan_shapes()).content)
    reading = read(path)
    assert (reading.reason, reading.picture) == ("no_text", "needed")


def test_a_text_that_is_no_report_costs_one_page_of_pictures(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    for page in range(3):
        canvas.drawString(60, 700, f"An ordinary English text of some length, page {page}.")
        canvas.showPage()
    canvas.save()
    reading = read(tmp_path / "a.pdf")
    assert (reading.reason, reading.picture) == ("not_a_report", "probe")
    assert read_picture(tmp_path / "a.pdf", probe=True).reason == "not_a_report"


TABLE_TWO = "二、主动公开政府信息情况"


def _page_with(line: str, tmp_path: Path) -> Reading:
    """A right report as a web page with a line of its own above its first table."""
    report = next(documents("2021"))
    html = written(report, Page(), Random(1)).decode()
    assert TABLE_TWO in html
    path = tmp_path / "report.html"
    path.write_text(html.replace(TABLE_TWO, f"{TABLE_TWO}</p><p>{line}", 1), encoding="utf-8")
    return read(path)


@pytest.mark.parametrize("line", ["单位：元", "注：收费金额以元为单位"])
def test_a_unit_said_above_a_table_is_a_doubt_about_its_amounts(line: str, tmp_path: Path) -> None:
    reading = _page_with(line, tmp_path)
    (remark,) = [r for r in reading.remarks if r.rule == "reading.other_unit"]
    assert remark.cells == (("proactive_disclosure", "fees", "amount"),)


def test_another_years_heading_above_a_table_is_a_doubt(tmp_path: Path) -> None:
    reading = _page_with("附：2016年数据", tmp_path)
    (remark,) = [r for r in reading.remarks if r.rule == "reading.other_year"]
    assert "“附:2016年数据”" in remark.message


@pytest.mark.parametrize("line", ["单位：万元", "全年收取费用1200元，已全部上缴。"])
def test_other_lines_are_none(line: str, tmp_path: Path) -> None:
    said = {remark.rule for remark in _page_with(line, tmp_path).remarks}
    assert said <= {"reading.sheet_missing"}
