"""How far a run is: one bar over all of it on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)

from flows.log import of_run
from flows.messages import MESSAGES

T = TypeVar("T")

STAGES: Mapping[str, tuple[str, str, int]] = {
    "collect": ("收集文件", "collecting", 2),
    "years": ("查年度", "looking up years", 4),
    "read": ("读取", "reading", 45),
    "picture": ("识别图片", "recognising pictures", 62),
    "second": ("再次读取", "reading again", 78),
    "validate": ("核对", "checking", 88),
    "draw": ("截图", "drawing", 95),
    "publish": ("发布", "publishing", 100),
}
"""What a run does one after the other, in both languages, and at which percentage it ends.

The percentages are what it took over the sample; a stage that comes again (pictures of
documents found to lie) moves the bar on, never back.
"""

EACH_SECONDS = 30.0
"""Where there is no terminal, a stage says how far it is at most this often."""


class Course:
    """One run's course through its stages."""

    def __init__(
        self,
        english: bool = False,
        say: Callable[[str], None] = of_run,
        move: Callable[[float, str], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Show by `move` (percentage, description), or else tell by `say`."""
        self.english = english
        self.say = say
        self.move = move
        self.clock = clock
        self.percentage = 0.0
        self.stage = next(iter(STAGES))
        self.done = self.total = 0
        self.said_at = clock()

    def enter(self, stage: str, total: int = 0) -> None:
        """Begin a stage with `total` things to do (0: it is one thing)."""
        self.stage, self.done, self.total = stage, 0, total
        self.said_at = self.clock()
        if self.move is None and total:
            self.say(f"{self._name()} {total}")
        self._show()

    def step(self) -> None:
        """One of the stage's things is done."""
        self.done += 1
        if self.move is None and self.clock() - self.said_at >= EACH_SECONDS:
            self.said_at = self.clock()
            self.say(f"{self._name()} {self.done}/{self.total}")
        self._show()

    def _name(self) -> str:
        chinese, english, _ = STAGES[self.stage]
        return english if self.english else chinese

    def _show(self) -> None:
        names = list(STAGES)
        at = names.index(self.stage)
        begins = STAGES[names[at - 1]][2] if at else 0
        ends = STAGES[self.stage][2]
        share = min(self.done / self.total, 1.0) if self.total else 0.0
        self.percentage = max(self.percentage, begins + (ends - begins) * share)
        if self.move is not None:
            count = f" {self.done}/{self.total}" if self.total else ""
            self.move(self.percentage, f"{self._name()}{count}")


_course: Course | None = None


def course() -> Course:
    """The course of the run that is on; one that tells Prefect alone where nobody shows it."""
    global _course  # noqa: PLW0603  # see `shown`
    if _course is None:
        _course = Course()
    return _course


@contextmanager
def shown(english: bool) -> Iterator[None]:
    """Show the run that follows on standard error, as a bar where that is a terminal."""
    global _course  # noqa: PLW0603  # a run is one per process, and its tasks are Prefect's to call
    if sys.stderr is None or not sys.stderr.isatty():
        _course = Course(english)
        try:
            yield
        finally:
            _course = None
        return
    columns: list[ProgressColumn | str] = [
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    ]
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        whole = bar.add_task(MESSAGES["starting"][english], total=100)
        _course = Course(
            english,
            say=lambda _said: None,
            move=lambda percentage, said: bar.update(whole, completed=percentage, description=said),
        )
        try:
            yield
        finally:
            _course = None


def progress(things: Iterable[T]) -> Iterator[T]:
    """Pass things of the stage that is on, counting them."""
    on = course()
    for thing in things:
        on.step()
        yield thing
