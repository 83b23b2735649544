"""What a file is, by its content alone: names lie, and every kind has its own way to be read."""

from __future__ import annotations

import errno
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from gongkai.errors import ReadingError


@dataclass(frozen=True)
class Kind:
    """A kind of file.

    Attributes:
        key: `pdf`, `html`, `docx` are read; the others are named only.
        name: what people call it, in Chinese.
        media_type: its media type (IANA), empty where it has none.
        reason: a key of `gongkai.reasons.REASONS` where it is not read, else empty.
    """

    key: str
    name: str
    media_type: str
    reason: str = ""


KINDS: Mapping[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind("pdf", "PDF", "application/pdf"),
        Kind("html", "网页（HTML）", "text/html"),
        Kind(
            "docx",
            "Word 文档（docx）",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        Kind("empty", "空文件", "", "empty"),
        Kind("doc", "旧版 Word 或 WPS 文字文档", "application/msword", "old_word"),
        Kind("rtf", "RTF 文档", "application/rtf", "old_word"),
        Kind("odt", "OpenDocument 文档", "application/vnd.oasis.opendocument.text", "old_word"),
        Kind("wordml", "Word 2003 XML 文档", "application/xml", "old_word"),
        Kind("ofd", "OFD 版式文件", "application/ofd", "ofd"),
        Kind(
            "xlsx",
            "电子表格（xlsx）",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "spreadsheet",
        ),
        Kind(
            "xls", "电子表格（旧版 Excel 或 WPS 表格）", "application/vnd.ms-excel", "spreadsheet"
        ),
        Kind("ppt", "演示文稿", "application/vnd.ms-powerpoint", "other_kind"),
        Kind("jpeg", "图片（JPEG）", "image/jpeg", "picture"),
        Kind("png", "图片（PNG）", "image/png", "picture"),
        Kind("gif", "图片（GIF）", "image/gif", "picture"),
        Kind("bmp", "图片（BMP）", "image/bmp", "picture"),
        Kind("tiff", "图片（TIFF）", "image/tiff", "picture"),
        Kind("webp", "图片（WebP）", "image/webp", "picture"),
        Kind("zip", "压缩包", "application/zip", "archive"),
        Kind("encrypted", "加密的 Office 文档", "application/x-ole-storage", "encrypted"),
        Kind("mhtml", "单个文件网页（MHTML）", "multipart/related", "other_kind"),
        Kind("xml", "XML 文件", "application/xml", "other_kind"),
        Kind("text", "纯文本", "text/plain", "other_kind"),
        Kind("ole", "旧版 Office 或 WPS 文件", "application/x-ole-storage", "other_kind"),
        Kind("unknown", "无法辨认的数据", "", "other_kind"),
    )
}

_MAGIC = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG", "png"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"Rar!", "zip"),
    (b"7z\xbc\xaf", "zip"),
    (b"\x1f\x8b", "zip"),
)
_OLE, _ZIP, _RTF = b"\xd0\xcf\x11\xe0", (b"PK\x03\x04", b"PK\x05\x06"), b"{\\rtf"
_OLE_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
"""Streams by which an old Office file is told, in UTF-16 in its directory."""

_MEMBERS = (
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "ppt"),
    ("OFD.xml", "ofd"),
    ("META-INF/manifest.xml", "odt"),
)
"""Beginnings of members' names that only such an archive has."""

_OFFICE = ("[Content_Types].xml", "_rels/", "docProps/")
"""Beginnings of members' names that Word files have, and spreadsheets and presentations."""

_WORD_NAMES, _OTHER_OFFICE_NAMES = (".docx", ".docm"), (".xlsx", ".xlsm", ".pptx", ".pptm")

_PDF_WITHIN = 1024
"""A PDF's header may stand anywhere in its first 1,024 bytes (ISO 32000, annex H)."""

_HEAD = 64 * 1024
"""So many bytes tell a text from data and a web page from a text."""

_OLE_WITHIN = 32 * 1024 * 1024
"""An old Office file's directory may stand at its end; further it is not searched."""

_PROLOGUE = re.compile(r"(?:\s|\ufeff|\0|<!--.*?-->|<\?.*?>|<!doctype[^>]*>)*", re.S | re.I)
_TAG = re.compile(r"<([a-z][\w:.-]*)", re.I)
_HTML_TAGS = re.compile(
    r"html|head|body|title|meta|link|script|style|base|noscript|div|p|span|table|tbody|thead|tr|td|th"
    r"|h[1-6]|a|b|i|u|em|strong|font|center|br|hr|img|ul|ol|li|dl|form|input|section|article|main|header"
    r"|footer|nav|iframe|frameset|basefont|blockquote|pre"
)
_WIDE_TAG = re.compile(rb"<\0[!?/a-z]\0", re.I)
_SOME_HTML = re.compile(r"<(?:html|body|table|div|p|br|h[1-6]|span)\b[^<>]*>", re.I)
_NO_TEXT = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(path: Path) -> Kind:
    """Tell what a file is by its first bytes and structure, never by its name.

    Only of an archive that is broken, and so says nothing, the name tells what it was.

    Raises:
        OSError: the file cannot be read from disk.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return KINDS[_key(path, head)]


def refuse(kind: Kind) -> ReadingError:
    """Return the error that says why a file of a kind that is not read is not, and what to do."""
    return ReadingError(kind.reason, kind=kind.name)


def _key(path: Path, head: bytes) -> str:
    if not head:
        return "empty"
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(_RTF):
        return "rtf"
    if head.startswith(_OLE):
        return _ole(path)
    if head.startswith(_ZIP):
        return _archive(path, head)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "webp"
    for magic, key in _MAGIC:
        # Two letters begin many a text; a bitmap has zeros behind its size.
        if head.startswith(magic) and (magic != b"BM" or head[6:10] == b"\0\0\0\0"):
            return key
    return _text(head)


def _ole(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(_OLE_WITHIN)
    for stream, key in _OLE_STREAMS:
        # A name in the directory is followed by a zero; in a text it seldom is.
        if f"{stream}\0".encode("utf-16-le") in content:
            return key
    return "ole"


def _archive(path: Path, head: bytes) -> str:
    broken = False
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.replace("\\", "/").lstrip("/") for name in archive.namelist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        if isinstance(error, OSError) and error.errno != errno.EINVAL:
            raise
        # Cut off: its directory stands at its end, but each member also names itself.
        names = [name.decode("latin-1") for name in re.findall(rb"[\w\[\]./-]{4,}", head)]
        broken = True
    for beginning, key in _MEMBERS:
        if any(name.startswith(beginning) for name in names):
            return key
    return "docx" if (broken or not names) and _was_word(path.name, names) else "zip"


def _was_word(name: str, members: Iterable[str]) -> bool:
    """Whether a broken archive was a Word file: by its name, or as the usual kind of its sort."""
    if name.lower().endswith(_WORD_NAMES):
        return True
    is_office = any(member.startswith(_OFFICE) for member in members)
    return is_office and not name.lower().endswith(_OTHER_OFFICE_NAMES)


def _text(head: bytes) -> str:
    """Tell web pages, XML and plain text from each other and from data."""
    text = _guessed(head)
    prologue = _PROLOGUE.match(text)
    assert prologue is not None  # it matches the empty string
    rest = text[prologue.end() :]
    if re.search(r"<!doctype\s+html", prologue.group(), re.I):
        return "html"
    tag = _TAG.match(rest)
    if tag is not None:
        return _marked_up(tag.group(1).lower(), prologue.group(), rest)
    if re.match(r"(?:MIME-Version|From: <?Saved by|From: \S+[\s\S]{0,400}MIME-Version)", text):
        return "mhtml"
    if _NO_TEXT.search(text):
        return "unknown"
    if _SOME_HTML.search(rest) or rest.startswith(("<!--", "</", "<![")):
        return "html"
    return "text" if rest.isprintable() or _is_legible(rest) else "unknown"


def _marked_up(tag: str, prologue: str, rest: str) -> str:
    if _HTML_TAGS.fullmatch(tag):
        return "html"
    if "Word.Document" in prologue or tag in ("w:worddocument", "pkg:package"):
        return "wordml"
    if "Excel.Sheet" in prologue or tag in ("workbook", "ss:workbook"):
        return "xls"
    if "<?xml" in prologue:
        return "xml"
    return "html" if _SOME_HTML.search(rest) else "xml"


def _guessed(head: bytes) -> str:
    """The beginning as letters, good enough to find tags; UTF-16 by its zeros."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    if wide := utf_16(head):
        return head.decode(wide, "replace")
    try:
        return head[: len(head) - 3].decode("utf-8-sig") if len(head) == _HEAD else head.decode()
    except UnicodeDecodeError:
        return head.decode("gb18030", "replace")


def utf_16(content: bytes) -> str:
    """Name the kind of UTF-16 a page without byte order mark is in, by its first tag, or empty."""
    tag = _WIDE_TAG.search(content[:_HEAD])
    if tag is None:
        return ""
    return "utf-16-be" if tag.start() % 2 else "utf-16-le"


def _is_legible(text: str) -> bool:
    strange = text.count("\ufffd")
    return strange * 20 <= len(text)
