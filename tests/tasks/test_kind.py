"""What a file is, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from gongkai.errors import ReadingError
from tasks.extract.kind import KINDS, kind_of, refuse
from tests.press.bad_files import BAD_FILES

PAGE = "<html><head><title>年报</title></head><body>示例市教育局</body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def _archive(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return content.getvalue()


def _kind(folder: Path, content: bytes, name: str = "report.pdf") -> str:
    path = folder / name
    path.write_bytes(content)
    return kind_of(path).key


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n", "pdf"),
        (b"junk " * 200 + b"%PDF-1.4", "pdf"),
        (b"junk " * 210 + b"%PDF-1.4", "text"),
        (PAGE.encode(), "html"),
        (b"\n\n  <HTML>", "html"),
        (b"\xef\xbb\xbf<!-- made by an editor -->\r\n<!DOCTYPE html>", "html"),
        (b'<?xml version="1.0" encoding="gb2312"?>\n<!DOCTYPE html PUBLIC ""><html>', "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "html"),
        (PAGE.encode("gb18030"), "html"),
        (PAGE.encode("utf-16"), "html"),
        (PAGE.encode("utf-16-le"), "html"),
        (PAGE.encode("utf-16-be"), "html"),
        ("<table><tr><td>自然人</td></tr></table>".encode(), "html"),
        ("一、总体情况<br>二、主动公开<table>".encode("gb18030"), "html"),
        (("中" * 30000 + "<p>").encode()[: 64 * 1024 + 7], "text"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', "xml"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>',
            "wordml",
        ),
        ("年度报告，全文 3 件，a < b。".encode("gb18030"), "text"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "mhtml"),
        (bytes(range(256)) * 8, "unknown"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"GIF89a", "gif"),
        (b"BM\x36\x10\0\0\0\0\0\0\x36\0", "bmp"),
        (b"BM is short for building material", "text"),
        (b"II*\0\x08\0\0\0", "tiff"),
        (b"{\\rtf1\\ansi", "rtf"),
        (OLE + "WordDocument\0".encode("utf-16-le"), "doc"),
        (OLE + "Workbook\0".encode("utf-16-le"), "xls"),
        (OLE + "EncryptedPackage\0".encode("utf-16-le"), "encrypted"),
        (OLE, "ole"),
        (_archive("[Content_Types].xml", "word/document.xml"), "docx"),
        (_archive("[Content_Types].xml", "word/document.xml")[:90], "docx"),
        (_archive("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (_archive("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        (_archive("年报.pdf"), "zip"),
        (b"Rar!\x1a\x07", "zip"),
    ],
)
def test_a_file_is_what_its_bytes_say(tmp_path: Path, content: bytes, key: str) -> None:
    assert _kind(tmp_path, content) == key


def test_the_name_says_nothing(tmp_path: Path) -> None:
    assert _kind(tmp_path, PAGE.encode(), "report.docx") == "html"
    assert _kind(tmp_path, b"%PDF-1.7\n", "report.html") == "pdf"


@pytest.mark.parametrize(
    ("content", "name", "key"),
    [
        (b"PK\x03\x04broken", "report.docx", "docx"),
        (b"PK\x03\x04broken", "REPORT.DOCX", "docx"),
        (b"PK\x03\x04broken", "report.zip", "zip"),
        (b"PK\x05\x06" + bytes(18), "report.docx", "docx"),
        (b"PK\x05\x06" + bytes(18), "report.zip", "zip"),
        (_archive("[Content_Types].xml")[:50], "report", "docx"),
        (_archive("[Content_Types].xml")[:50], "report.xlsx", "zip"),
        (_archive("年报.pdf"), "report.docx", "zip"),
        (_archive("[Content_Types].xml", "xl/workbook.xml"), "report.docx", "xlsx"),
    ],
)
def test_a_broken_archive_is_the_word_file_it_was(
    tmp_path: Path, content: bytes, name: str, key: str
) -> None:
    assert _kind(tmp_path, content, name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ole_file", "doc"),
        ("ofd_file", "ofd"),
        ("xlsx_file", "xlsx"),
        ("rtf_file", "rtf"),
        ("other_zip", "zip"),
        ("truncated_docx", "docx"),
        ("javascript_shell", "html"),
        ("challenge_page", "html"),
    ],
)
def test_bad_files_are_told_as_well(tmp_path: Path, name: str, key: str) -> None:
    assert _kind(tmp_path, BAD_FILES[name].make()) == key


def test_only_what_can_be_read_has_no_reason() -> None:
    assert {key for key, kind in KINDS.items() if not kind.reason} == {"pdf", "html", "docx"}
    error = refuse(KINDS["doc"])
    assert isinstance(error, ReadingError)
    assert (error.reason, error.details) == ("old_word", {"kind": "旧版 Word 或 WPS 文字文档"})
