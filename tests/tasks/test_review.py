"""The quality report: what it says, shows and never lets through."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from gongkai.form import Form
from gongkai.report import Remark, Report
from tasks.picture import RED, SCALE, draw
from tasks.review.evidence import pictures
from tasks.review.pages import sheets, wanted_pictures, write_pages
from tasks.store import Store
from tasks.validate import validate
from tests.compare import gold_of
from tests.conftest import GOLD, ROOT
from tests.tasks.test_release import report

HOSTILE = "<script>alert('x')</script><img src=http://evil.example/x.png>"


def _write(folder: Path, *reports: Report) -> str:
    made = sheets(validate(reports))
    write_pages(folder, made, Store(folder / "store"), "r-test")
    return (folder / "index.html").read_text("utf-8")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def _tags(text: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Tags()
    parser.feed(text)
    return parser.tags


def test_counts_failures_and_links(tmp_path: Path, form: Form) -> None:
    index = _write(tmp_path, report(form, "甲县", 2023, 4), report(form, "乙县", 2023, 5))
    assert "暂缓发布的报告（1 份）" in index
    assert "没有问题的报告（1 份）" in index
    assert "收办平衡" in index
    (link,) = {a["href"] for tag, a in _tags(index) if tag == "a"}
    page = (tmp_path / str(link)).read_text("utf-8")
    assert "5 + 0 ≠ 6 + 0，差 1" in page
    assert "乙县　2023 年" in page
    assert "“总计”列" in page
    assert "尚不能判断" in page


def test_everything_from_a_document_is_escaped(tmp_path: Path, form: Form) -> None:
    bad = report(form, "甲县", 2023, 5)
    bad = replace(
        bad,
        agency=HOSTILE,
        document=replace(bad.document, source=f"{HOSTILE}.pdf"),
        reading=replace(bad.reading, title=HOSTILE),
        remarks=(Remark("reading.unknown_row", f"有一行“{HOSTILE}”。", "applications"),),
    )
    _write(tmp_path, bad)
    for path in tmp_path.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "&lt;script&gt;" in text
        tags = _tags(text)
        assert "script" not in {tag for tag, _ in tags}
        assert all(not str(a.get("src", "")).startswith("http") for _, a in tags)


def test_nothing_is_fetched_from_anywhere(tmp_path: Path, form: Form) -> None:
    _write(tmp_path, report(form, "甲县", 2023, 5))
    for path in tmp_path.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"""(src|href)=["']?(https?:)?//""", text)
        assert "url(" not in text
        assert "<script" not in text


def test_a_missing_picture_is_said(tmp_path: Path, form: Form) -> None:
    _write(tmp_path, report(form, "甲县", 2023, 5))
    page = next((tmp_path / "reports").glob("*.html")).read_text("utf-8")
    assert "这张图片没有生成" in page


@pytest.mark.slow
def test_the_cells_in_question_are_boxed_on_the_picture(tmp_path: Path) -> None:
    from tasks.collect import collect
    from tasks.read import read
    from tasks.register import register

    source = gold_of(GOLD / "qinghe_2025.json")["file"]
    folder = (ROOT / source).parent
    documents = collect(folder)
    readings = {d.sha256: read(folder / d.source) for d in documents}
    checked = validate(register(documents, readings))
    (sheet,) = [s for s in sheets(checked) if s.report.status == "held"]
    assert [p.finding.equation for p in sheet.problems if p.finding.holds] == [
        "60 + 0 ≠ 61 + 0，差 1",
        "1 + 0 ≠ 0 + 0，差 1",
    ]
    wanted = wanted_pictures([sheet])
    assert wanted
    for finding in (p.finding for p in sheet.problems if p.finding.holds):
        shown = list(pictures(sheet.report, finding))
        assert sum(len(picture.boxes) for picture in shown) == 4
        for picture in shown:
            target = tmp_path / f"{picture.name}.png"
            draw(ROOT / source, picture.page, [picture.drawn_to(target)])
            image = Image.open(target).convert("RGB")
            x0, y0, _, y1 = picture.boxes[0]
            left = (x0 - max(picture.crop[0] - 6, 0)) * SCALE
            middle = ((y0 + y1) / 2 - max(picture.crop[1] - 6, 0)) * SCALE
            near = [image.getpixel((round(left) + dx, round(middle))) for dx in range(-3, 4)]
            assert any(sum(abs(a - b) for a, b in zip(p, RED, strict=True)) < 90 for p in near)
