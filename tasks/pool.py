"""Some worker processes, each with one order at a time, a time limit, and no grudge.

A worker that dies or does not end in time costs the document it was on: that
document is tried once more alone, then given up; the worker is replaced.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

WORKER = (sys.executable, "-P", "-m", "tasks.worker")
"""What a worker is; `-P` keeps a folder of the same name where it is started out of it."""

START_SECONDS = 120
"""A worker that is not ready by then will never be."""

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
    """

    order: Mapping[str, Any]
    reason: str
    details: dict[str, str] = field(default_factory=dict)
    year: int | None = None
    way: str = ""
    seconds: float = 0.0
    peak: int = 0


class _Worker:
    """One worker process and the order it is on."""

    def __init__(self, command: Sequence[str]) -> None:
        package_root = str(Path(__file__).parent.parent)
        paths = [package_root, *filter(None, [os.environ.get("PYTHONPATH")])]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_SINGLE_THREAD, "PYTHONPATH": os.pathsep.join(paths)},
        )
        self.order: Mapping[str, Any] | None = None
        self.ready = False
        self.deadline = time.monotonic() + START_SECONDS

    def give(self, order: Mapping[str, Any], seconds: float) -> None:
        assert self.process.stdin is not None
        self.order = order
        self.deadline = time.monotonic() + seconds
        try:
            self.process.stdin.write(json.dumps(order).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # it died just now: its closed output says so to the loop

    def hear(self) -> dict[str, Any] | None:
        """Read one answer; None when the process is gone."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        return json.loads(line) if line.endswith(b"\n") else None

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue


class Pool:
    """A fixed number of workers, started when entered, gone when left."""

    def __init__(self, workers: int, seconds: float, command: Sequence[str] = WORKER) -> None:
        """Have `workers` processes of `command`; give up on an order after `seconds`."""
        self.size = workers
        self.seconds = seconds
        self.command = command
        self.workers: list[_Worker] = []

    def __enter__(self) -> Pool:
        """Start the workers; they get ready while the caller goes on."""
        self.workers = [_Worker(self.command) for _ in range(self.size)]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all workers, busy or not."""
        for worker in self.workers:
            worker.end()
        self.workers = []

    def run(self, orders: Iterable[Mapping[str, Any]]) -> Iterator[Answer]:
        """Carry out orders on all workers; yield an answer per order, as they come.

        An order may have its own time limit under `seconds`.
        """
        waiting = deque(orders)
        tried: set[int] = set()
        while waiting or any(worker.order is not None for worker in self.workers):
            for worker in self.workers:
                if waiting and worker.ready and worker.order is None:
                    given = waiting.popleft()
                    worker.give(given, given.get("seconds", self.seconds))
            for worker, lost in self._events():
                if not lost:
                    answer = worker.hear()
                    if answer is not None:
                        yield from self._heard(worker, answer)
                        continue
                order = worker.order
                self._replace(worker)
                if order is None:
                    continue
                if lost == "timeout":
                    limit = order.get("seconds", self.seconds)
                    yield Answer(order, "timeout", {"seconds": f"{limit:g}"}, seconds=limit)
                elif id(order) in tried:
                    yield Answer(order, "crashed")
                else:
                    tried.add(id(order))
                    waiting.append(order)

    def _heard(self, worker: _Worker, answer: dict[str, Any]) -> Iterator[Answer]:
        if answer.get("ready"):
            worker.ready = True
            return
        order, worker.order = worker.order, None
        assert order is not None
        details = {"error": str(answer["error"])} if "error" in answer else {}
        yield Answer(
            order,
            answer["reason"],
            details,
            answer.get("year"),
            answer.get("way", ""),
            answer.get("seconds", 0.0),
            answer.get("peak", 0),
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

    def _replace(self, worker: _Worker) -> None:
        worker.end()
        self.workers[self.workers.index(worker)] = _Worker(self.command)
