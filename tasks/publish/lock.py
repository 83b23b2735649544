"""One run at a time on one output folder."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gongkai.errors import BusyError, RunError


@contextmanager
def exclusive(processed: Path) -> Iterator[None]:
    """Hold the folder; the system lets go of it when the process ends, however it ends.

    Raises:
        BusyError: another run holds it.
        RunError: the folder cannot be written.
    """
    try:
        processed.mkdir(parents=True, exist_ok=True)
        file = (processed / ".lock").open("a")
    except OSError as error:
        raise RunError(
            f"输出目录 {processed} 无法写入（{error.strerror}），请检查权限和磁盘空间。"
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(
                f"另一次运行正在使用输出目录 {processed}，本次未做任何改动，请等它结束后再运行。"
            ) from error
        yield
