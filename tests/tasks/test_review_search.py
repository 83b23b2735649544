"""Searching the quality report in a browser: what it finds, and that nothing else can run."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai.form import Form
from tasks.review.pages import sheets, write_pages
from tasks.second import browser
from tasks.second.browser import AUTO
from tasks.store import Store
from tasks.validate import Checked
from tests.tasks.test_review_paging import _many

HERE = browser.found(AUTO)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(HERE is None, reason="no Chromium or Chrome on the PATH"),
]
HOSTILE = "<img src=x onerror=document.title=1>局"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, form: Form) -> Path:
    """A quality report of 60 reports, one of an agency whose name is markup."""
    made = tmp_path_factory.mktemp("quality")
    reports, findings = _many(form, 60)
    reports[7] = replace(reports[7], agency=HOSTILE)
    reports[11] = replace(reports[11], agency="宿迁市财政局", year=2021)
    write_pages(made, sheets(Checked(tuple(reports), findings, {})), Store(made / "store"), "r")
    return made


def shown(folder: Path, **chosen: str) -> str:
    """The page as it stands after something was typed and chosen."""
    assert HERE is not None
    lines = [
        f'form.elements.namedItem("{name}").value = {value!r};' for name, value in chosen.items()
    ]
    (folder / "drive.js").write_text(
        'const form = document.getElementById("search");'
        'const type = () => form.dispatchEvent(new Event("input", { bubbles: true }));'
        'form.dispatchEvent(new Event("focusin"));'
        f"setTimeout(() => {{ {''.join(lines)} type(); }}, 1000);",
        encoding="utf-8",
    )
    page = (folder / "index.html").read_text("utf-8")
    script = '<script src="search/search.js" defer></script>'
    assert script in page
    driven = page.replace(script, f'{script}<script src="drive.js" defer></script>')
    (folder / "drive.html").write_text(driven, encoding="utf-8")
    ran = subprocess.run(
        [
            HERE.path, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=10000",
            "--dump-dom", (folder / "drive.html").as_uri(),
        ],
        check=True, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    return ran.stdout


def found(page: str) -> list[str]:
    """The rows that the search shows."""
    table = page.partition('id="search-found"')[2].partition("</table>")[0]
    return table.partition("<tbody>")[2].split("<tr>")[1:]


def test_what_is_typed_without_a_space_is_found_and_nothing_hides_all_else(folder: Path) -> None:
    page = shown(folder, words="财政局2021年")
    (row,) = found(page)
    assert "宿迁市财政局" in row
    assert '<div id="lists" hidden' in page
    page = shown(folder, words="没有这样的局")
    assert found(page) == []
    assert "找到 0 份" in page
    assert 'class="found" hidden' in page


def test_a_report_is_found_by_words_of_its_name(folder: Path) -> None:
    page = shown(folder, words="第00010局")
    (row,) = found(page)
    assert "示例市第00010局　2023 年</a>" in row
    assert 'href="reports/' in row
    assert "收办平衡" in row
    assert "找到 1 份。" in page


def test_reports_are_filtered_by_region_year_status_and_verdict(folder: Path) -> None:
    (row,) = found(shown(folder, region="宿迁市", year="2021", status="暂缓发布"))
    assert "宿迁市财政局　2021 年" in row
    assert len(found(shown(folder, status="无法读取"))) == 12
    held = found(shown(folder, verdict="尚不能判断"))
    assert len(held) == 36
    assert found(shown(folder, verdict="原文即错")) == []


def test_a_name_that_is_markup_is_text(folder: Path) -> None:
    page = shown(folder, words="onerror")
    (row,) = found(page)
    assert "&lt;img src=x onerror=document.title=1&gt;局" in row
    assert "<title>1</title>" not in page


def test_without_the_script_no_form_is_shown(folder: Path) -> None:
    assert '<form id="search" hidden>' in (folder / "index.html").read_text("utf-8")
