"""The archive a Word file is: its parts, found by their relations and unpacked within limits."""

from __future__ import annotations

import errno
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from lxml import etree

from gongkai.errors import ReadingError
from tasks.extract.word.markup import MAIN

MOST_UNPACKED = 100 * 1024 * 1024
"""Bytes all members say they have; more is a picture book or a trap."""

LARGEST_PART = 16 * 1024 * 1024
"""Bytes of XML; a report's text has less than a tenth of this."""

MOST_MEMBERS = 5000

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_DTD = tuple(
    text.encode(code)
    for text in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_DOCUMENT = "word/document.xml"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,  # a compression Python has not
    EOFError,
    etree.XMLSyntaxError,
    ValueError,
)
"""What a broken archive, or XML that is none, raises."""


@contextmanager
def opened_package(path: Path) -> Iterator[Package]:
    """Open a Word file's archive.

    Raises:
        ReadingError: it is `damaged`, `encrypted`, `unsafe_document` (it has a DTD) or
            `too_large_unpacked`; also while its parts are read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            yield Package(archive)
    except RuntimeError as error:
        # NotImplementedError is one, and zipfile raises the bare one where it wants a password.
        broken = isinstance(error, _BROKEN)
        raise ReadingError("damaged" if broken else "encrypted") from error
    except _BROKEN as error:
        raise ReadingError("damaged") from error
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        raise ReadingError("damaged") from error  # a member is said to begin before the file


class Package:
    """The parts of an open Word file."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        members = archive.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED:
            raise _too_large(unpacked, MOST_UNPACKED)
        self._members = {m.filename.replace("\\", "/").lstrip("/"): m for m in members}
        main = self._related("", "/officeDocument")
        self._main = main if main in self._members else _DOCUMENT

    def document(self) -> Any:
        """The root of the text."""
        if self._main not in self._members:
            raise ReadingError("damaged")
        return self._xml(self._main)

    def beside(self, kind: str) -> Any:
        """The root of a part the text refers to (`styles`, `numbering`), or None."""
        name = self._related(self._main, f"/{kind}")
        return self._xml(name) if name in self._members else None

    def _related(self, source: str, kind: str) -> str:
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._members:
            return ""
        for relation in self._xml(relations):
            if (relation.get("Type") or "").endswith(kind) and relation.get("TargetMode") is None:
                target = relation.get("Target") or ""
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return ""

    def _xml(self, name: str) -> Any:
        member = self._members[name]
        if member.file_size > LARGEST_PART:
            raise _too_large(member.file_size, LARGEST_PART)
        content = self._archive.read(member)
        # No Word file has a DTD; it is how XML is made to expand without end.
        if any(mark in content for mark in _DTD):
            raise ReadingError("unsafe_document")
        return parse_xml(content.replace(_STRICT, MAIN.encode()))


def _too_large(size: int, limit: int) -> ReadingError:
    return ReadingError("too_large_unpacked", size=size // 2**20, limit=limit // 2**20)
