"""The command run as a child, and everything it starts watched through /proc."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
"""The repository this package lies in."""
MARK: Final = "NIGHTS_MARK"
"""Variable that every process of one run inherits."""
TICKS: Final = os.sysconf("SC_CLK_TCK")
HANGS: Final = 300.0
"""Seconds by the clock after which a run is ended."""


@dataclass(frozen=True)
class Ended:
    """How a run ended.

    Attributes:
        status: Exit status; negative is a signal, `None` a run that had to be ended.
        out: What it printed.
        err: What it said.
        wall: Seconds by the clock.
        cpu: CPU seconds of the run and all it started.
        left: Command lines of what still ran ten seconds later.
    """

    status: int | None
    out: str
    err: str
    wall: float
    cpu: float
    left: tuple[str, ...] = ()

    @property
    def last(self) -> str:
        """The last line of stderr, else of stdout."""
        lines = [line for line in (self.err.strip() or self.out.strip()).splitlines() if line]
        return lines[-1].strip()[:200] if lines else ""


class Run:
    """One call of the command, running."""

    def __init__(
        self,
        checkout: Path,
        arguments: Sequence[str | bytes],
        temporary: Path,
        settings: Mapping[str, str] | None = None,
        streams: tuple[str | None, str | None] = (None, None),
    ) -> None:
        """Starts it.

        Args:
            checkout: The repository under test; the working directory.
            arguments: After `gongkai`.
            temporary: A folder for its temporary files and output, made if it is not there.
            settings: Environment variables besides ours; those of the caller's that the
                product knows are left out.
            streams: Files that stdout and stderr go to instead.
        """
        temporary.mkdir(parents=True, exist_ok=True)
        self.mark = uuid.uuid4().hex
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GONGKAI_", "PREFECT_"))
        }
        self._out, self._err = temporary / f"{self.mark}.out", temporary / f"{self.mark}.err"
        out, err = streams[0] or str(self._out), streams[1] or str(self._err)
        environment = {**kept, "TMPDIR": str(temporary), **(settings or {}), MARK: self.mark}
        self._began = time.monotonic()
        with Path(out).open("wb") as to, Path(err).open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "flows.cli", *arguments],
                cwd=checkout,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=to,
                stderr=errors,
                start_new_session=True,
            )
        self._used: dict[tuple[int, str], float] = {}
        self._known: dict[tuple[int, str], bool] = {}

    def seconds(self) -> float:
        """Since it began, by the clock."""
        return time.monotonic() - self._began

    def alive(self, *, fresh: bool = True) -> list[int]:
        """Process ids of this run: by its mark or its session; the command itself among them."""
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            stat = _stat(int(entry.name))
            if stat is None or stat[0] == "Z":
                continue
            key = (int(entry.name), stat[19])
            if fresh or key not in self._known:
                self._known[key] = int(stat[3]) == self.process.pid or self._marked(entry)
            if self._known[key]:
                found.append(int(entry.name))
                self._used[key] = (int(stat[11]) + int(stat[12])) / TICKS
        return found

    def _marked(self, entry: Path) -> bool:
        try:
            return f"{MARK}={self.mark}".encode() in (entry / "environ").read_bytes()
        except OSError:
            return False

    def wait(self, until: Callable[[], bool] = lambda: False, hangs: float = HANGS) -> bool:
        """Waits for its end, until something is so, or until it hangs.

        Returns:
            Whether it ended by itself.
        """
        try:
            while self.process.poll() is None:
                if until() or self.seconds() > hangs:
                    return False
                self.alive(fresh=False)
                time.sleep(0.1)
        except BaseException:
            self.kill_all()
            raise
        return True

    def end(self, hangs: float = HANGS, patience: float = 10) -> Ended:
        """Waits for its end and for that of all it started; what stays is ended and named."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = self.wait(hangs=hangs)
        wall = self.seconds()
        if not done:
            self.kill_all()
        status = self.process.wait() if done else None
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        waited = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        left = self.leave(patience) if done else ()
        cpu = max(sum(self._used.values()), waited)
        return Ended(status, _text(self._out), _text(self._err), wall, cpu, left)

    def leave(self, patience: float = 10) -> tuple[str, ...]:
        """Waits until nothing of it runs; ends and names what still does."""
        until = time.monotonic() + patience
        while (alive := self.alive()) and time.monotonic() < until:
            time.sleep(0.25)
        names = tuple(_command(pid) for pid in alive)
        self.kill_all()
        return names

    def kill_all(self) -> None:
        """Ends every process of this run, and no other."""
        for _ in range(5):
            alive = self.alive()
            for pid in alive:
                signal_to(pid, signal.SIGKILL)
            if not alive:
                return
            time.sleep(0.1)


def signal_to(pid: int, number: int) -> None:
    """A signal to a process that may have ended."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _stat(pid: int) -> list[str] | None:
    """The fields of /proc/PID/stat after the name, or `None`."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
    except OSError:
        return None
    return text.rpartition(")")[2].split()


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()[:160]
    except OSError:
        return f"{pid}"


def _text(path: Path) -> str:
    return path.read_text("utf-8", "backslashreplace") if path.exists() else ""


def run(
    checkout: Path,
    arguments: Sequence[str | bytes],
    temporary: Path,
    settings: Mapping[str, str] | None = None,
    *,
    hangs: float = HANGS,
) -> Ended:
    """Runs the command to its end."""
    return Run(checkout, arguments, temporary, settings).end(hangs)
