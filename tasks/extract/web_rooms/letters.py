"""The bytes of a web page to letters, whatever encoding it declares."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import charset_normalizer

from gongkai.errors import ReadingError
from tasks.extract.kind import utf_16

LARGEST = 20 * 1024 * 1024
"""Bytes; no report's page is larger, and a larger one only costs time."""

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]+)",
    re.I,
)
_CHARSET_WITHIN = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "utf-8": "utf-8",
}
"""What pages declare that is worth believing, and what it is really: gb2312 pages use GBK's
letters. Others (iso-8859-1) are what a server adds to pages it knows nothing about."""

_GUESSED_FROM = 256 * 1024
_FREQUENT = ("政府", "信息", "公开", "年")
"""Words of every report's page: what has most of them is decoded rightly."""

_FAULTS = 500
"""One letter in so many may be broken and the encoding still be right."""

_DATA_URL = re.compile(r"data:[\w.+/-]{1,80};base64,[A-Za-z0-9+/=%]+")


def decoded(path: Path) -> str:
    """The letters of a page, without pictures written into it.

    A byte order mark decides, then UTF-8 where the bytes are just that (a page that
    was saved anew often keeps its old declaration), then what the page declares, then
    a guess among the encodings of Chinese pages.

    Raises:
        ReadingError: the page is empty or too large.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise ReadingError("too_large", size=size // 2**20, limit=LARGEST // 2**20)
    content = path.read_bytes()
    if not content:
        raise ReadingError("empty")
    return _DATA_URL.sub("data:,", _letters(content)).replace("\0", "")


def _letters(content: bytes) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if wide := utf_16(content):
        return content.decode(wide, "replace")
    declared = _declared(content)
    for encoding in filter(None, ("utf-8", declared)):
        text = content.decode(encoding, "replace")
        if text.count("\ufffd") * _FAULTS <= sum(c > "\x7f" for c in text):
            return text
    if declared:
        tried = [content.decode(name, "replace") for name in (declared, "gb18030")]
        return max(tried, key=lambda text: sum(text.count(word) for word in _FREQUENT))
    guess = charset_normalizer.from_bytes(
        content[:_GUESSED_FROM], cp_isolation=["gb18030", "big5hkscs", "utf_8"]
    ).best()
    return content.decode(guess.encoding if guess else "gb18030", "replace")


def _declared(content: bytes) -> str:
    match = _CHARSET.search(content[:_CHARSET_WITHIN])
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name if match else ""
    except (LookupError, UnicodeDecodeError):
        return ""
    return _ENCODINGS.get(name, "")
