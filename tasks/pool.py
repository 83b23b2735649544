"""Some worker processes, each with one order at a time, a time limit, and no grudge.

A worker that dies or does not end in time costs the document it was on: that
document is tried once more alone, then given up; the worker is replaced.
"""

from __future__ import annotations

import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from gongkai.errors import RunError
from tasks.second.browser import remove_left
from tasks.store import FULL, unwritable
from tasks.worker import TEMPORARY

WORKER = (sys.executable, "-P", "-m", "tasks.worker")
"""What a worker is; `-P` keeps a folder of the same name where it is started out of it."""

START_SECONDS = 120
"""A worker that is not ready by then will never be."""

_MOST_LOST_STARTS = 5
"""So many workers may die before they are ready, one after the other."""

_AT_ONCE = 64 * 1024
_LONGEST_ANSWER = 1024 * 1024
"""Bytes; an answer has a few hundred."""

_SINGLE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True)
class Answer:
    """What became of one order.

    Attributes:
        reason: empty, or a key of `gongkai.reasons`.
        year: the report year, where that was the order.
        way: by what means a document was read, where that was the order.
        seconds: how long it took.
        peak: the most memory the worker has used so far, in MB.
        error: what the program met, for the log and for nobody else.
    """

    order: Mapping[str, Any]
    reason: str
    details: dict[str, str] = field(default_factory=dict)
    year: int | None = None
    way: str = ""
    seconds: float = 0.0
    peak: int = 0
    error: str = ""


class _Worker:
    """One worker process, the order it is on, and a folder for its temporary files.

    It leads a session of its own, so that what it starts ends with it.
    """

    def __init__(self, command: Sequence[str]) -> None:
        package_root = str(Path(__file__).parent.parent)
        paths = [package_root, *filter(None, [os.environ.get("PYTHONPATH")])]
        self.folder = tempfile.mkdtemp(prefix=TEMPORARY)
        try:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                env={
                    **os.environ,
                    **_SINGLE_THREAD,
                    "PYTHONPATH": os.pathsep.join(paths),
                    "TMPDIR": self.folder,
                },
            )
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        self.order: Mapping[str, Any] | None = None
        self.ready = False
        self.deadline = time.monotonic() + START_SECONDS
        self._heard = b""

    def give(self, order: Mapping[str, Any], seconds: float) -> None:
        assert self.process.stdin is not None
        self.order = order
        self.deadline = time.monotonic() + seconds
        try:
            self.process.stdin.write(json.dumps(order).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # it died just now: its closed output says so to the loop

    def hear(self) -> list[dict[str, Any]] | None:
        """Read what it has said so far; None when it is gone, or talks nonsense."""
        assert self.process.stdout is not None
        said = os.read(self.process.stdout.fileno(), _AT_ONCE)
        *lines, self._heard = (self._heard + said).split(b"\n")
        if not said or len(self._heard) > _LONGEST_ANSWER:
            return None
        try:
            answers = [json.loads(line) for line in lines]
        except (ValueError, RecursionError):
            return None
        return answers if all(self._is_due(answer) for answer in answers) else None

    def _is_due(self, answer: Any) -> bool:
        if not isinstance(answer, dict):
            return False
        if not self.ready:
            return bool(answer.get("ready"))
        is_told = isinstance(answer.get("unwritten"), dict)
        return self.order is not None and (isinstance(answer.get("reason"), str) or is_told)

    def end(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        remove_left(self.process.pid)


class Pool:
    """A fixed number of workers, started when entered, gone when left."""

    def __init__(self, workers: int, seconds: float, command: Sequence[str] = WORKER) -> None:
        """Have `workers` processes of `command`; give up on an order after `seconds`."""
        self.size = workers
        self.seconds = seconds
        self.command = command
        self.workers: list[_Worker] = []
        self._lost_starts = 0

    def __enter__(self) -> Pool:
        """Start the workers; they get ready while the caller goes on.

        Raises:
            RunError: they cannot be started.
        """
        try:
            for _ in range(self.size):
                self.workers.append(self._started())
        except RunError:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all workers, busy or not."""
        self._end()

    def _end(self) -> None:
        for worker in self.workers:
            worker.end()
        self.workers = []

    def run(self, orders: Iterable[Mapping[str, Any]]) -> Iterator[Answer]:
        """Carry out orders on all workers; yield an answer per order, as they come.

        An order may have its own time limit under `seconds`.

        Raises:
            RunError: workers cannot be started, or cannot keep what they read.
        """
        waiting = deque(orders)
        tried: set[int] = set()
        while waiting or any(worker.order is not None for worker in self.workers):
            for worker in self.workers:
                if waiting and worker.ready and worker.order is None:
                    given = waiting.popleft()
                    worker.give(given, given.get("seconds", self.seconds))
            for worker, event in self._events():
                lost = event
                if not lost:
                    answers = worker.hear()
                    if answers is not None:
                        for answer in answers:
                            yield from self._heard(worker, answer)
                        if worker.order is None or time.monotonic() < worker.deadline:
                            continue
                        lost = "timeout"
                order = worker.order
                status = self._replace(worker)
                if order is None:
                    continue
                if lost == "timeout":
                    limit = order.get("seconds", self.seconds)
                    yield Answer(order, "timeout", {"seconds": f"{limit:g}"}, seconds=limit)
                elif id(order) in tried:
                    yield Answer(order, "crashed", error=f"worker ended with status {status}")
                else:
                    tried.add(id(order))
                    waiting.append(order)

    def _heard(self, worker: _Worker, answer: dict[str, Any]) -> Iterator[Answer]:
        if not worker.ready:
            worker.ready = True
            self._lost_starts = 0
            return
        order, worker.order = worker.order, None
        assert order is not None
        if "unwritten" in answer:
            raise RunError(**answer["unwritten"])
        yield Answer(
            order,
            answer["reason"],
            {},
            answer.get("year"),
            answer.get("way", ""),
            answer.get("seconds", 0.0),
            answer.get("peak", 0),
            answer.get("error", ""),
        )

    def _events(self) -> list[tuple[_Worker, str]]:
        """Wait until a worker has something to say or is overdue."""
        with selectors.DefaultSelector() as selector:
            pending = [w for w in self.workers if w.order is not None or not w.ready]
            for worker in pending:
                assert worker.process.stdout is not None
                selector.register(worker.process.stdout, selectors.EVENT_READ, worker)
            patience = min(worker.deadline for worker in pending) - time.monotonic()
            speaking = [key.data for key, _ in selector.select(max(patience, 0.0))]
        now = time.monotonic()
        overdue = [w for w in pending if w not in speaking and w.deadline <= now]
        return [(w, "") for w in speaking] + [(w, "timeout") for w in overdue]

    def _replace(self, worker: _Worker) -> int:
        """Have another worker in a worker's place; return the status it ended with."""
        worker.end()
        self._lost_starts += not worker.ready
        if self._lost_starts > _MOST_LOST_STARTS:
            raise RunError("no_workers")
        place = self.workers.index(worker)
        del self.workers[place]
        self.workers.insert(place, self._started())
        return worker.process.returncode

    def _started(self) -> _Worker:
        try:
            return _Worker(self.command)
        except OSError as error:
            if error.errno in FULL:
                folder = Path(tempfile.gettempdir())
                raise unwritable(folder, error) from error
            raise RunError("no_process") from error
