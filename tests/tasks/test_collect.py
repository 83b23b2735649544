"""Documents, hashes and sidecars."""

from __future__ import annotations

import errno
import hashlib
import os
import socket
from pathlib import Path
from random import Random

import pytest

import tasks.collect
from gongkai.errors import RunError
from gongkai.names import unwritten, written
from tasks.collect import collect, file_hash, path_of, sidecar_of
from tasks.sidecar import SIDECAR


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
    (tmp_path / "nowhere.pdf").symlink_to(tmp_path / "gone.pdf")
    (tmp_path / "loop.pdf").symlink_to(tmp_path / "loop.pdf")
    (tmp_path / "good.pdf").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "back").symlink_to(tmp_path)
    found = {document.source: bool(document.sha256) for document in collect(tmp_path)}
    assert found == {"good.pdf": True, "loop.pdf": False, "nowhere.pdf": False}


def test_what_is_no_file_is_no_document_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    os.mkfifo(tmp_path / "b.pdf.source.json")
    (tmp_path / "b.pdf").write_bytes(b"x")
    (tmp_path / "c.pdf").symlink_to("/dev/zero")
    (tmp_path / "d.source.json").mkdir()
    (tmp_path / "d.pdf").write_bytes(b"y")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "e.pdf"))
        found = {document.source: document.sidecar.fault for document in collect(tmp_path)}
    assert list(found) == ["b.pdf", "d.pdf"]
    assert all("不是可以读取的文件" in fault for fault in found.values())
    with pytest.raises(OSError, match="Invalid"):
        file_hash(tmp_path / "a.pdf")


def test_a_file_that_vanishes_while_it_is_hashed_is_kept_without_hash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    (tmp_path / "b.pdf").write_bytes(b"x")
    hashed = tasks.collect.file_hash

    def vanishing(path: Path) -> str:
        if path.name == "a.pdf":
            path.unlink()
        return hashed(path)

    monkeypatch.setattr(tasks.collect, "file_hash", vanishing)
    assert [bool(document.sha256) for document in collect(tmp_path)] == [False, True]


@pytest.mark.parametrize("closed", ["", "2023"])
def test_a_folder_that_cannot_be_looked_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    (tmp_path / "2023").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"x")
    scan = os.scandir

    def denied(folder: str) -> object:
        if Path(folder) == tmp_path / closed:
            raise PermissionError(errno.EACCES, "denied", folder)
        return scan(folder)

    monkeypatch.setattr(os, "scandir", denied)
    if not closed:
        with pytest.raises(RunError, match="无权读取"):
            collect(tmp_path)
        return
    assert {d.source: bool(d.sha256) for d in collect(tmp_path)} == {"2023": False, "a.pdf": True}


NAMES = {
    "gbk": "示例市教育局2023年年报.pdf".encode("gb18030"),
    "utf-8": "示例市教育局2023年年报.pdf".encode(),
    "longest": "报".encode() * 83 + b".pdf",
    "longest without a sidecar of its own": b"a" * 240 + b".pdf",
    "line break": b"a\nb.pdf",
    "escape": b"\x1b[31m.pdf",
    "turned": "a\u202efdp.exe".encode(),
    "dash": b"-rf.pdf",
    "spaces": "\u3000 a\u00a0b .pdf".encode(),
    "backslash": b"a\\x0ab.pdf",
    "composed": "\u00e9.pdf".encode(),
    "apart": "e\u0301.pdf".encode(),
    "surrogate": b"\xed\xa0\x80.pdf",
    "beyond": "\U0001d7d8\U000e0001.pdf".encode(),
    "markup": b"<script>&amp;'\".pdf",
    "url": b"http:a.pdf",
}


def test_every_name_is_a_source_of_its_own_and_leads_back(tmp_path: Path) -> None:
    for kind, name in NAMES.items():
        Path(tmp_path, os.fsdecode(name)).write_bytes(kind.encode())
    found = collect(tmp_path)
    assert len({document.source for document in found}) == len(NAMES)
    for document in found:
        assert document.source.encode("utf-8")
        assert not set("\n\x1b\u202e") & set(document.source)
        assert file_hash(path_of(tmp_path, document)) == document.sha256
        assert document.sidecar.fault == ""


def test_a_plain_name_stays_as_it_is() -> None:
    for name in ("市/示例 2023（1）.pdf", "a\u3000b.pdf", "\U00020000.pdf"):
        assert written(name.encode()) == name


def test_every_name_can_be_had_back_from_its_text() -> None:
    random = Random(11)
    pieces = [b"\\", b"x", b"u", b"0a", b"d800", b"\xff", b"\n", "报".encode(), "\u202e".encode()]
    names = [b"".join(random.choices(pieces, k=6)) for _ in range(2000)]
    names += [random.randbytes(8) for _ in range(2000)]
    assert all(unwritten(written(name)) == name for name in names)
    assert len({written(name) for name in names}) == len(set(names))


def test_a_long_name_may_have_a_sidecar_without_its_ending(tmp_path: Path) -> None:
    (tmp_path / ("a" * 240 + ".pdf")).write_bytes(b"x")
    (tmp_path / ("a" * 240 + SIDECAR)).write_text('{"year": 2022}')
    (document,) = collect(tmp_path)
    assert document.sidecar.year == 2022


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="找不到"):
        collect(tmp_path / "none")


def test_a_sidecar_is_found_with_and_without_the_ending(tmp_path: Path) -> None:
    document = tmp_path / "r.pdf"
    (tmp_path / "r.source.json").write_text('{"year": 2022}', encoding="utf-8")
    assert sidecar_of(document).year == 2022
    (tmp_path / "r.pdf.source.json").write_text('{"year": 2023}', encoding="utf-8")
    assert sidecar_of(document).year == 2023
