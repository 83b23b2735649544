"""The bytes of a web page to letters, whatever encoding it declares."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from gongkai.errors import ReadingError
from tasks.extract.kind import utf_16

LARGEST = 20 * 1024 * 1024
"""Bytes; no report's page is larger, and a larger one only costs time."""

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]+)",
    re.I,
)
_CHARSET_WITHIN = 4096
_CHINESE = ("gb18030", "big5hkscs")
_ENCODINGS = {"utf-8": "utf-8"} | {name: name for name in _CHINESE}
_ENCODINGS |= {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""What pages declare that is worth believing, and what it is really: gb2312 pages use GBK's
letters. Others (iso-8859-1) are what a server adds to pages it knows nothing about."""

_FREQUENT = ("政府", "信息", "公开", "資訊", "公開", "年")
"""Words of every report's page: what has most of them is decoded rightly."""

_FAULTS = 500
"""One letter in so many may be broken and the encoding still be right."""

_DATA_URL = re.compile(r"data:(?!text/)[\w.+/-]{1,80};base64,[A-Za-z0-9+/=%]+")


def decoded(path: Path) -> str:
    """The letters of a page, without pictures written into it.

    A byte order mark decides, then UTF-8 where the bytes are just that (a page that
    was saved anew often keeps its old declaration), then what the page declares, then
    which encoding of Chinese pages gives the most words of a report.

    Raises:
        ReadingError: the page is too large.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise ReadingError("too_large", size=size // 2**20, limit=LARGEST // 2**20)
    return _DATA_URL.sub("data:,", _letters(path.read_bytes())).replace("\0", "")


def _letters(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if wide := utf_16(content):
        return content.decode(wide, "replace")
    declared = _declared(content)
    for encoding in filter(None, ("utf-8-sig", declared)):
        text = content.decode(encoding, "replace")
        if text.count("\ufffd") * _FAULTS <= sum(c > "\x7f" for c in text):
            return text
    tried = [content.decode(name, "replace") for name in filter(None, (declared, *_CHINESE))]
    return max(tried, key=lambda text: sum(text.count(word) for word in _FREQUENT))


def _declared(content: bytes) -> str:
    match = _CHARSET.search(content[:_CHARSET_WITHIN])
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name if match else ""
    except (LookupError, UnicodeDecodeError):
        return ""
    return _ENCODINGS.get(name, "")
