"""One run at a time: another waits, says for whom, and goes on when it may."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai.errors import BusyError, RunError
from tasks.publish import lock
from tasks.publish.lock import exclusive, spoken
from tests.conftest import ROOT


class _Clock:
    """A clock that goes on when somebody sleeps, and what happens then."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, then=lambda _now: None) -> None:
        self.now = 0.0
        self.then = then
        monkeypatch.setattr(lock.time, "monotonic", lambda: self.now)
        monkeypatch.setattr(lock.time, "sleep", self.sleep)

    def sleep(self, seconds: float) -> None:
        assert 0 < seconds <= 1
        self.now += seconds
        self.then(self.now)


def test_it_waits_as_long_as_it_may_and_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, told = _Clock(monkeypatch), []
    with exclusive(tmp_path):
        with pytest.raises(BusyError) as busy, exclusive(tmp_path, 90, told.append):
            pass
        assert clock.now == 90
    ((chinese, english),) = told
    assert f"进程 {os.getpid()}" in chinese
    assert f"process {os.getpid()} on " in english
    assert "等了 1.5 分钟" in str(busy.value)
    assert "within 1.5 min" in busy.value.told(english=True)
    with exclusive(tmp_path, 0, told.append):
        assert len(told) == 1


def test_it_goes_on_when_the_other_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = exclusive(tmp_path)
    other.__enter__()
    clock = _Clock(monkeypatch, lambda now: other.__exit__(None, None, None) if now == 7 else None)
    with exclusive(tmp_path, 90):
        assert clock.now == 7


def test_what_it_starts_itself_goes_on_under_its_hold(tmp_path: Path) -> None:
    with exclusive(tmp_path, lend=True):
        with exclusive(tmp_path), pytest.raises(BusyError), exclusive(tmp_path):
            pass
        with exclusive(tmp_path):
            pass
    with exclusive(tmp_path), pytest.raises(BusyError), exclusive(tmp_path):
        pass


@pytest.mark.parametrize(
    "content",
    [b"", b"99999", b"\xff\xfe\x00", b"[" * 900, b'{"pid": "x"}', b'{"pid": 1e400, "host": 1}', b"0" * 10**6,
     json.dumps({"pid": 1, "host": "\x1b[2J" * 99, "started": "2026-01-01T02:00:00"}).encode()],
)  # fmt: skip
def test_whatever_the_lock_file_says(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ".lock").write_bytes(content)
    with (tmp_path / ".lock").open("a") as other:
        lock.fcntl.flock(other, lock.fcntl.LOCK_EX)
        with pytest.raises(BusyError) as busy, exclusive(tmp_path):
            pass
    assert "\x1b" not in str(busy.value)
    assert len(str(busy.value)) < 500
    with exclusive(tmp_path):
        assert json.loads((tmp_path / ".lock").read_text("utf-8"))["pid"] == os.getpid()


def test_something_else_in_the_place_of_the_lock(tmp_path: Path) -> None:
    (tmp_path / ".lock").mkdir()
    with pytest.raises(RunError, match="无法写入"), exclusive(tmp_path):
        pass


def test_a_process_that_waits_is_interrupted(tmp_path: Path) -> None:
    waits = (
        "from pathlib import Path\nfrom tasks.publish.lock import exclusive\nimport sys\n"
        "def tell(holder): print('waiting', flush=True)\n"
        "try:\n  with exclusive(Path(sys.argv[1]), 999, tell): pass\n"
        "except KeyboardInterrupt: print('interrupted')"
    )
    with exclusive(tmp_path):
        process = subprocess.Popen(
            [sys.executable, "-c", waits, str(tmp_path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "waiting\n"
        process.send_signal(signal.SIGINT)
        assert process.stdout.read() == "interrupted\n"
        assert process.wait() == 0


def _hold(folder: str, held, go) -> None:
    with exclusive(Path(folder)):
        held.set()
        go.wait()


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    held, go = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(str(tmp_path), held, go))
    other.start()
    held.wait()
    with pytest.raises(BusyError, match=f"进程 {other.pid}"), exclusive(tmp_path):
        pass
    other.kill()
    other.join()
    with exclusive(tmp_path):
        pass


def test_times_as_people_say_them() -> None:
    said = [spoken(seconds)[1] for seconds in (0, 0.5, 59, 60, 90, 3600, 21600, 5400)]
    assert said == ["0 s", "0.5 s", "59 s", "1 min", "1.5 min", "1 h", "6 h", "1.5 h"]
