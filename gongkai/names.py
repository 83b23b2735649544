"""Files by names that came from outside, and names made fit to be written down.

A file name is bytes; a release holds text. What cannot be printed is escaped, so that
two names are never the same text and a name can be had back from its text.
"""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LONGEST = 100
"""Letters of an agency's name; the longest known have about forty."""

_SHOWN = 40
"""Letters of a wrong value that a message repeats."""

_ESCAPED = re.compile(r"\\(?:\\|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")
_MARKUP = ("/", "\\", "..", "<", ">")
_UNDECODED = range(0xDC80, 0xDD00)
"""What bytes that are no UTF-8 are decoded to (PEP 383)."""


def written(name: bytes) -> str:
    r"""A file's name, or a path, as printable text.

    Bytes that are no UTF-8 are written `\xb1`, control characters and marks that turn
    the direction of text `\u202e`, a backslash `\\`; all else stays as it is.
    """
    return "".join(map(_written, name.decode("utf-8", "surrogateescape")))


def unwritten(text: str) -> bytes:
    """The name that `written` wrote."""
    return _ESCAPED.sub(_unwritten, text).encode("utf-8", "surrogateescape")


def of_file(path: str | os.PathLike[str]) -> str:
    """A path as printable text, for messages and logs."""
    return written(os.fsencode(path))


def shown(value: Any) -> str:
    """A wrong value as a message repeats it: short, printable, never the whole of a long one."""
    if isinstance(value, str):
        return f"“{cut(value, _SHOWN)}”"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return "一个对象"
    return "一个列表" if isinstance(value, list | tuple) else "别的内容"


def cut(text: str, most: int) -> str:
    """A text from outside as a sentence may hold it: printable, and no longer than `most`."""
    short = "".join(map(_written, text[:most]))
    return f"{short}…" if len(text) > most else short


def opened_file(path: Path) -> io.BufferedReader:
    """Open a file to be read; nothing but a file, and without waiting for anything.

    Raises:
        OSError: it cannot be opened, or is a pipe, a device or a folder.
    """
    number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), os.fspath(path))
    return io.BufferedReader(io.FileIO(number, "rb"))


def file_bytes(path: Path) -> bytes:
    """The bytes of a file; of nothing but a file, and without waiting for anything.

    Raises:
        OSError: it cannot be read, or is a pipe, a device or a folder.
    """
    with opened_file(path) as file:
        return file.read()


def agency_fault(name: str) -> str:
    """What is wrong with an agency's name, as part of a Chinese sentence; empty if nothing."""
    if not 2 <= len(name) <= LONGEST:
        return f"应为 2 到 {LONGEST} 个字的机关名称"
    if not name.isprintable() or any(mark in name for mark in _MARKUP):
        return "含有机关名称中不应有的字符"
    return ""


def _written(letter: str) -> str:
    code = ord(letter)
    if letter == "\\":
        return "\\\\"
    if code in _UNDECODED:
        return f"\\x{code - 0xDC00:02x}"
    if letter.isprintable() or unicodedata.category(letter) == "Zs":
        return letter
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _unwritten(match: re.Match[str]) -> str:
    byte, short, long = match.groups()
    if byte is not None:
        return chr(0xDC00 + int(byte, 16))
    code = short or long
    return chr(int(code, 16)) if code is not None else "\\"
