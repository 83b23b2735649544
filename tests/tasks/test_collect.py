"""Documents, hashes and sidecars."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest

from gongkai.errors import RunError
from tasks.collect import collect, sidecar_of


def test_every_file_is_a_document_but_sidecars_and_hidden_ones(tmp_path: Path) -> None:
    for name in (
        "b/报告.pdf",
        "a.PDF",
        "b/报告.source.json",
        ".hidden.pdf",
        ".x/y.pdf",
        "page.html",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    found = collect(tmp_path)
    assert [d.source for d in found] == ["a.PDF", "b/报告.pdf", "page.html"]
    assert found[0].sha256 == hashlib.sha256(b"a.PDF").hexdigest()


def test_a_file_that_cannot_be_read_is_kept_without_hash(tmp_path: Path) -> None:
    (tmp_path / "loop.pdf").symlink_to(tmp_path / "gone.pdf")
    (tmp_path / "good.pdf").write_bytes(b"x")
    assert [d.source for d in collect(tmp_path)] == ["good.pdf"]


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="找不到"):
        collect(tmp_path / "none")


def test_a_sidecar_is_found_with_and_without_the_ending(tmp_path: Path) -> None:
    document = tmp_path / "r.pdf"
    (tmp_path / "r.source.json").write_text('{"year": 2022}', encoding="utf-8")
    assert sidecar_of(document).year == 2022
    (tmp_path / "r.pdf.source.json").write_text('{"year": 2023}', encoding="utf-8")
    assert sidecar_of(document).year == 2023


def test_a_full_sidecar(tmp_path: Path) -> None:
    content = {
        "agency": "示例市青禾区人民政府",
        "year": 2024,
        "url": "https://www.example.gov.cn/a.pdf",
        "published_on": "2025-01-20",
        "collected_at": "2025-02-01T08:00:00+08:00",
        "something_else": 1,
    }
    (tmp_path / "r.source.json").write_text(json.dumps(content), encoding="utf-8")
    sidecar = sidecar_of(tmp_path / "r.pdf")
    assert sidecar.fault == ""
    assert sidecar.published_on == dt.date(2025, 1, 20)
    assert sidecar.collected_at == dt.datetime(2025, 2, 1, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"agency": "../../etc/passwd"}',
        '{"agency": "<script>alert(1)</script>"}',
        '{"agency": ""}',
        '{"agency": 7}',
        '{"year": "2023"}',
        '{"year": true}',
        '{"year": 1023}',
        '{"url": "javascript:alert(1)"}',
        '{"published_on": "昨天"}',
        '{"published_on": 20240101}',
        "[" * 100_000,
    ],
)
def test_a_wrong_sidecar_is_not_half_believed(tmp_path: Path, content: str) -> None:
    (tmp_path / "r.source.json").write_text(content, encoding="utf-8")
    sidecar = sidecar_of(tmp_path / "r.pdf")
    assert sidecar.fault.endswith("。")
    assert (sidecar.agency, sidecar.year, sidecar.url) == (None, None, None)
