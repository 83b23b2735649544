"""A reading process: takes orders on standard input, answers on standard output.

It is a process of its own so that a document that crashes a parser, eats the
memory or never ends costs that document alone. One JSON object per line each
way; it ends when its input ends, even in the middle of a document.
"""

from __future__ import annotations

import errno
import gc
import json
import logging
import os
import resource
import select
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tasks.second.browser import is_up
from tasks.second.browser import kill as end_browser

if TYPE_CHECKING:
    from gongkai.errors import GongkaiError

MOST_MEMORY = 4 * 2**30
"""Address space of a worker in bytes; beyond it a document fails, not the machine."""

MOST_WRITTEN = 2**30
"""Bytes of one file a worker writes: several times what a copy of the largest document has."""

MOST_FILES = 256
"""Files a worker has open at a time."""

LIMITS = {
    resource.RLIMIT_AS: MOST_MEMORY,
    resource.RLIMIT_FSIZE: MOST_WRITTEN,
    resource.RLIMIT_NOFILE: MOST_FILES,
    resource.RLIMIT_CORE: 0,
}
"""What the system holds a worker to; its time and its processes are the pool's to end."""

BROWSERS = frozenset((resource.RLIMIT_AS, resource.RLIMIT_NOFILE))
"""Of these only the soft limit is set: a browser started from here needs more of them, and has
bounds of its own (`tasks.second.browser`)."""

_MOST_NOTED = 10
"""Notes of one document that are kept."""

TEMPORARY = "gongkai-worker-"
"""Beginning of the name of the folder a worker has for temporary files, made by the pool."""

_OWN = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""What an input never does: these are of the disk that is written to."""


def main() -> None:
    """Serve orders until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # libraries that print must not write into the answers
    guard()
    import cv2

    cv2.setNumThreads(1)
    from gongkai.errors import RunError
    from tasks.picture import draw
    from tasks.read import read, read_picture, title_year
    from tasks.second.look import look
    from tasks.store import Store, unwritable

    gc.collect()
    gc.freeze()  # what is imported stays: a tenth of the time would go into looking at it again

    def carry_out(order: dict[str, Any]) -> dict[str, Any]:
        path, job = Path(order["path"]), order["do"]
        if job == "draw":
            draw(path, order["page"], order["pictures"])
            return {"reason": ""}
        if job == "year":
            return {"reason": "", "year": title_year(path)}
        if not _is_there(order):
            return {"reason": "vanished"}  # it is no longer the file that was registered
        store = Store(Path(order["store"]))
        if job == "second":
            upright = {int(page): numbers for page, numbers in order["upright"].items()}
            browser, means = _painter(order)
            read_again = look(path, order["reader"], order["cells"], upright, browser)
            store.add_seconds(order["sha256"], read_again, means)
            return {"reason": "", "way": "second"}
        if job == "picture":
            reading = read_picture(path, order["probe"])
            store.put(order["sha256"], reading, "pictures")
        else:
            reading = read(path)
            store.put(order["sha256"], reading)
        return {"reason": reading.reason, "way": reading.engine or "refused"}

    noted = _Noted()

    def answered(line: str) -> dict[str, Any]:
        order: dict[str, Any] = {}
        try:
            order = json.loads(line)
            return carry_out(order)
        except RunError as error:  # what was read cannot be kept: no document's fault
            return {"unwritten": _told_by(error)}
        except OSError as error:
            if error.errno in _OWN:
                return {"unwritten": _told_by(unwritable(Path(tempfile.gettempdir()), error))}
            reason = "failed" if _is_there(order) else "vanished"
            return {"reason": reason, "error": _said(error)}
        except Exception as error:  # the boundary: any fault is this document's alone
            return {"reason": "failed", "error": _said(error)}

    print(json.dumps({"ready": True}), file=answers, flush=True)
    for line in sys.stdin:
        began = time.monotonic()
        noted.messages.clear()
        answer = answered(line)
        answer["error"] = "; ".join((*noted.messages, *filter(None, [answer.get("error")])))
        answer["seconds"] = time.monotonic() - began
        answer["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps(answer), file=answers, flush=True)


class _Noted(logging.Handler):
    """What the readers note of one document, for the log of the run."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []
        logger = logging.getLogger("gongkai")
        logger.addHandler(self)
        logger.setLevel(logging.INFO)

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        said = f": {_said(error)}" if error is not None else ""
        if len(self.messages) < _MOST_NOTED:
            self.messages.append(f"{record.getMessage()}{said}")


def guard() -> None:
    """Hold this process to its limits, and let it end with its parent."""
    for limit, most in LIMITS.items():
        hard = resource.getrlimit(limit)[1]
        kept = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (kept, hard if limit in BROWSERS else kept))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _painter(order: dict[str, Any]) -> tuple[str, str]:
    """The browser to paint with, and under which means what is read is kept."""
    browser, means = order.get("browser", ""), order.get("means", "")
    # One that cannot be started now may be there another time: the page is read again then.
    return (browser, means) if not browser or is_up(browser) else ("", "")


def _is_there(order: dict[str, Any]) -> bool:
    """Whether the file is still the one that was registered."""
    from tasks.collect import file_hash

    try:
        sha256 = file_hash(Path(order["path"]))
    except OSError:
        return False
    return bool(sha256 == order.get("sha256", sha256))


def _told_by(error: GongkaiError) -> dict[str, Any]:
    """An error as its key and what fills its sentence, for the parent to raise."""
    return {"key": error.said.key, **{name: str(v) for name, v in error.said.values.items()}}


def _said(error: BaseException) -> str:
    """An exception for the log: what, where it was raised, and the beginning of what it says."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = ""
    if trace is not None:
        where = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})"
    return f"{type(error).__name__}{where}: {str(error)[:160]!a}"


def _end_with_parent() -> None:
    """Wait until nobody is left at the other end of standard input, then end at once."""
    waiting = select.poll()
    waiting.register(0, 0)
    waiting.poll()
    end_browser()
    own = Path(tempfile.gettempdir())
    if own.name.startswith(TEMPORARY):
        shutil.rmtree(own, ignore_errors=True)
    os._exit(1)


if __name__ == "__main__":
    main()
