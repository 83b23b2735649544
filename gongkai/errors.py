"""The one family of exceptions this product raises on purpose, told in two languages."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path

from gongkai.sentences import Said, strip_control


class GongkaiError(Exception):
    """Base of the family: a key of `gongkai.sentences.SENTENCES` and what fills it.

    `str(error)` is the Chinese sentence, `error.told(english=True)` the English one.
    """

    def __init__(self, key: str, **values: object) -> None:
        """Keep the key and the values; a pair of values is one of them in each language."""
        super().__init__(key)
        self.said = Said(key, values)

    def told(self, english: bool = False) -> str:
        """The full sentence for people."""
        return self.said.told(english)

    def __str__(self) -> str:
        """The Chinese sentence."""
        return self.told()


class ReadingError(GongkaiError):
    """One document cannot be read; the run goes on without it.

    Attributes:
        reason: a key of `gongkai.reasons.REASONS`.
        details: the values its sentence is filled with.
    """

    def __init__(self, reason: str, **details: object) -> None:
        """Keep the reason's key and what fills its sentence."""
        super().__init__(reason)
        self.reason = reason
        self.details: Mapping[str, object] = details


class DeclarationError(GongkaiError):
    """A form or a rule is declared wrongly (raised at start, names the file)."""


class SettingsError(GongkaiError):
    """Settings in the environment are wrong (raised before anything starts, names them all)."""


class BusyError(GongkaiError):
    """Another run holds the lock of the same output folder."""


class RunError(GongkaiError):
    """The job itself cannot go on (input folder missing, output not writable)."""


DISK: Mapping[int, tuple[str, str]] = {
    errno.ENOSPC: ("磁盘已满", "the disk is full"),
    errno.EDQUOT: ("磁盘配额已用完", "the disk quota is used up"),
    errno.EROFS: ("磁盘或目录是只读的", "it is read-only"),
    errno.EACCES: ("没有权限", "permission denied"),
    errno.EPERM: ("没有权限", "permission denied"),
    errno.ENOTDIR: ("路径中有一段不是目录", "part of the path is not a folder"),
    errno.EEXIST: ("同名的文件已经存在", "a file of that name is in the way"),
    errno.EISDIR: ("它是一个目录", "it is a folder"),
    errno.ENAMETOOLONG: ("文件名过长", "the name is too long"),
    errno.EIO: ("磁盘读写出错", "the disk has an input/output error"),
    errno.EMFILE: ("打开的文件过多", "too many files are open"),
    errno.ENOENT: ("它不存在", "it does not exist"),
}
"""What the system says of files and disks, in words."""


def disk_error(error: OSError, where: Path | str = "") -> RunError:
    """What went wrong with a file or a folder, as a sentence."""
    named = strip_control(str(error.filename or where))
    place = named or ("结果", "the results")
    number = error.errno or 0
    if number in (errno.ENOSPC, errno.EDQUOT):
        return RunError("disk_full", path=place, why=DISK[number])
    unknown = strip_control(error.strerror or type(error).__name__)
    return RunError("disk_refused", path=place, why=DISK.get(number, (unknown, unknown)))
