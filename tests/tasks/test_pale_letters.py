"""Letters of a watermark beside numbers in web pages and Word files, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.extract.marks import Marks, TextLine, printed
from tasks.extract.web.page import opened_web

PALE = "color:#DDDDDD"
TURNED = f"position:absolute;left:3px;transform:rotate(-30deg);{PALE};opacity:.5"


def cell(tmp_path: Path, inside: str) -> tuple[str, tuple[str, ...], str]:
    path = tmp_path / "page.html"
    rows = "".join(f"<tr><td>{label}</td><td>1</td></tr>" for label in ("甲", "乙", "丙"))
    path.write_text(
        "<!DOCTYPE html><html><body><p>示例市教育局2023年政府信息公开工作年度报告，正文若干字。</p>"
        f"<table>{rows}<tr><td>丁</td><td>{inside}</td></tr></table></body></html>",
        encoding="utf-8",
    )
    with opened_web(path) as page:
        found = page.grids[0].cells[-1]
    return found.text, found.doubts, found.watermark


@pytest.mark.parametrize("style", [PALE, TURNED])
@pytest.mark.parametrize("order", ["{mark}10", "10{mark}"])
def test_pale_letters_beside_a_number_are_no_part_of_it(
    tmp_path: Path, style: str, order: str
) -> None:
    mark = f'<span style="{style}">示</span>'
    assert cell(tmp_path, order.format(mark=mark)) == ("10", (), "示")


@pytest.mark.parametrize(
    "inside",
    [
        f'<span style="{PALE}">4</span>75',
        f'75<span style="{PALE}">万</span>',
        f'<span style="{PALE}">减</span>75',
        f'<span style="{PALE}">.</span>75',
        f'7<span style="{TURNED}">5</span>',
        f'75<span style="position:absolute;left:0;background:#DDDDDD;{PALE}">示</span>',
    ],
)
def test_what_may_change_the_number_is_doubted_however_pale(tmp_path: Path, inside: str) -> None:
    text, doubts, watermark = cell(tmp_path, inside)
    assert doubts or not text.isdigit()
    assert watermark == "" or doubts


def test_letters_as_dark_as_the_number_belong_to_the_cell(tmp_path: Path) -> None:
    assert cell(tmp_path, "<span>约</span>75") == ("约75", (), "")


def test_a_cell_of_pale_letters_alone_keeps_them() -> None:
    lines = [TextLine(1, [("示例", Marks(pale=True))])]
    assert printed(lines) == (("示例",), (), "")
