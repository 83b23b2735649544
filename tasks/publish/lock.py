"""One run at a time on one output folder; another waits its turn, and says whose it is."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import socket
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from gongkai.errors import DISK, BusyError, RunError
from gongkai.sentences import strip_control

EACH_SECONDS = 1.0
"""How often a folder that is held is asked for again."""

_lent: set[Path] = set()
"""Folders this process holds for what it starts in itself."""

Pair = tuple[str, str]


@contextmanager
def exclusive(
    processed: Path,
    wait: float = 0.0,
    tell: Callable[[Pair], None] | None = None,
    lend: bool = False,
) -> Iterator[None]:
    """Hold the folder; the system lets go of it when the process ends, however it ends.

    Args:
        processed: the output folder, made where it is not there.
        wait: seconds to wait where another run holds it.
        tell: is told once, before waiting, who holds it, in Chinese and in English.
        lend: let what this process does meanwhile on the same folder go on under this hold.

    Raises:
        BusyError: another run holds it, and does not end in time.
        RunError: the folder cannot be written.
    """
    place = Path(os.path.realpath(processed))
    if place in _lent:
        _lent.discard(place)
        try:
            yield
        finally:
            _lent.add(place)
        return
    with _opened(processed) as file:
        _take(file, processed, wait, tell)
        _sign(file, processed)
        if lend:
            _lent.add(place)
        try:
            yield
        finally:
            _lent.discard(place)


def _opened(processed: Path) -> IO[str]:
    try:
        processed.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NONBLOCK | os.O_CLOEXEC
        number = os.open(processed / ".lock", flags, 0o666)
        if not stat.S_ISREG(os.fstat(number).st_mode):
            os.close(number)
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        return os.fdopen(number, "a+", encoding="utf-8", errors="replace")
    except OSError as error:
        raise _not_writable(processed, error) from error


def _take(file: IO[str], processed: Path, wait: float, tell: Callable[[Pair], None] | None) -> None:
    until = time.monotonic() + wait
    waiting = False
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError as error:
            holder = _holder(file)
            left = until - time.monotonic()
            if left <= 0:
                raise BusyError(
                    "busy", folder=processed, holder=holder, waited=spoken(wait)
                ) from error
        except OSError as error:
            raise _not_writable(processed, error) from error
        if not waiting and tell is not None:
            tell(holder)
        waiting = True
        time.sleep(min(EACH_SECONDS, left))


def _sign(file: IO[str], processed: Path) -> None:
    """Write down who holds the folder, for those who wait."""
    started = datetime.now().astimezone().isoformat(timespec="seconds")
    who = {"pid": os.getpid(), "host": socket.gethostname(), "started": started}
    try:
        os.ftruncate(file.fileno(), 0)
        os.write(file.fileno(), json.dumps(who).encode())  # no buffer that is tried again at close
    except OSError as error:
        raise _not_writable(processed, error) from error


def _holder(file: IO[str]) -> Pair:
    """Who wrote down that it holds the folder, in both languages."""
    try:
        file.seek(0)
        who = json.loads(file.read(1000))
        pid, host = int(who["pid"]), strip_control(str(who["host"]), 100)
        started = datetime.fromisoformat(str(who["started"])).isoformat(" ", "seconds")
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return ("没有写明是哪个进程", "it does not say who it is")
    return (
        f"进程 {pid}，主机 {host}，{started} 开始",
        f"process {pid} on {host}, started {started}",
    )


def spoken(seconds: float) -> Pair:
    """A time as people say it."""
    units = ((3600, "小时", "h"), (60, "分钟", "min"), (1, "秒", "s"))
    size, chinese, english = next(unit for unit in units if seconds >= unit[0] or unit[0] == 1)
    return (f"{seconds / size:g} {chinese}", f"{seconds / size:g} {english}")


def _not_writable(processed: Path, error: OSError) -> RunError:
    unknown = error.strerror or type(error).__name__
    return RunError(
        "not_writable", folder=processed, why=DISK.get(error.errno or 0, (unknown, unknown))
    )
