"""The quality report as a browser shows it on a telephone and prints it on A4."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from gongkai.form import Form
from tasks.second import browser
from tasks.second.browser import AUTO
from tests.tasks.test_release import report
from tests.tasks.test_review import _failed, _given, _page
from tests.tasks.test_review_paging import _many, _write

HERE = browser.found(AUTO)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(HERE is None, reason="no Chromium or Chrome on the PATH"),
]
NARROW = 375
LETTERS = 3 * 16
"""Pixels of three letters: a column of less is no column."""


def _run(folder: Path, *options: str) -> str:
    assert HERE is not None
    command = [
        HERE.path, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        f"--user-data-dir={folder / 'profile'}",
    ]  # fmt: skip
    ran = subprocess.run(
        [*command, *options], check=True, capture_output=True, text=True, timeout=60
    )
    return ran.stdout


def test_every_printed_sheet_carries_agency_release_and_number(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 5)
    several = [_failed(found, "applications.balance", key=f"b{n}") for n in range(12)]
    sheet, _ = _page(tmp_path, _given("held", found, *several))
    target = tmp_path / "printed.pdf"
    _run(
        tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={target}",
        (tmp_path / sheet.page).as_uri(),
    )  # fmt: skip
    printed = pypdfium2.PdfDocument(target)
    texts = [page.get_textpage().get_text_range() for page in printed]
    assert len(texts) > 1
    for number, text in enumerate(texts, start=1):
        said = re.sub(r"\s+", "", text)
        assert "乙县2023年" in said
        assert "发布编号r-test" in said
        assert f"第{number}页，共{len(texts)}页" in said


def test_tables_keep_their_columns_on_a_telephone(tmp_path: Path, form: Form) -> None:
    _write(tmp_path, *_many(form, 20))
    index = tmp_path / "index.html"
    (tmp_path / "measure.js").write_text(
        "const widths = [...document.querySelectorAll('#lists > .wide thead th')]"
        ".map((head) => Math.round(head.getBoundingClientRect().width));"
        "parent.postMessage([document.documentElement.scrollWidth, ...widths].join(' '), '*');",
        encoding="utf-8",
    )
    script = '<script src="search/search.js" defer></script>'
    page = index.read_text("utf-8").replace(script, '<script src="measure.js" defer></script>')
    (tmp_path / "narrow.html").write_text(page, encoding="utf-8")
    frame = tmp_path / "telephone.html"
    frame.write_text(
        "<title></title><script>onmessage = (told) => { document.title = told.data; };</script>"
        f'<iframe src="narrow.html" width="{NARROW}" height="800" frameborder="0"></iframe>',
        encoding="utf-8",
    )
    shown = _run(tmp_path, "--virtual-time-budget=5000", "--dump-dom", frame.as_uri())
    (said,) = re.findall(r"<title>([\d ]+)</title>", shown)
    whole, *widths = map(int, said.split())
    assert len(widths) > 10
    assert min(widths) >= LETTERS
    assert whole <= NARROW
