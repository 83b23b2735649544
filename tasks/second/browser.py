"""A browser that paints pages without a network: found, started, spoken to, ended.

It is driven over a pair of pipes by the DevTools protocol (one JSON object a message, ended
by a zero byte), so that no port is open. One browser serves a whole process; it ends when
the pipes close, however this process ends, and its folder is removed then.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from signal import SIGKILL
from typing import Any

from gongkai.errors import RunError
from gongkai.names import of_file

_LOG = logging.getLogger("gongkai.browser")

OFF, AUTO = "off", "auto"
"""Settings: use none; look for one."""

MOST_FAILED = 3
"""A browser that could not be started so often is not started again by this process."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""What is looked for on the PATH, in this order."""

START_SECONDS = 30.0
"""A browser that has not answered by then never will."""

DEEPEST = 45
"""Letters of a folder's path in which a browser's sockets can have names (of 107 in all)."""

LONGEST_MESSAGE = 256 * 2**20
"""Bytes of one answer; the picture of a page has a few million."""

MOST_DATA = 3 * 2**20
"""Kilobytes of data one process of the browser may have."""

_FLAGS = (
    *("--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-default-apps", "--disable-extensions", "--disable-domain-reliability"),
    *("--disable-breakpad", "--disable-crash-reporter", "--no-pings", "--mute-audio"),
    *("--disable-back-forward-cache", "--hide-scrollbars", "--disable-lcd-text"),
    *("--font-render-hinting=none", "--force-color-profile=srgb", "--lang=zh-CN"),
    *("--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>"),
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-pipe"),
)
"""Nothing is fetched (neither by name nor by number, not from this machine either), and what
is painted depends on the page and the fonts alone."""

_SHELL = """\
ulimit -S -v "$(ulimit -H -v)" 2>/dev/null
ulimit -S -n "$(ulimit -H -n)" 2>/dev/null
ulimit -S -d "$2" 2>/dev/null
folder=$1
shift 2
exec 3<&0 4>&1 </dev/null >/dev/null 2>&1
"$@" &
echo $! >&4
exec 3<&- 4>&-
wait
rm -rf "$folder"
sleep 0.3
rm -rf "$folder"
"""
"""Starts the browser with the pipes as its files 3 and 4, tells its number, and removes its
folder when it ended (twice: what it had started may write for a moment more). A worker's
address space is too small for it (it reserves a terabyte and uses little of it): what it
really uses is bounded instead."""


@dataclass(frozen=True)
class Browser:
    """A browser on this machine: where, and what it calls itself."""

    path: str
    version: str


class BrowserError(Exception):
    """The browser is gone, does not answer in time, or refuses: the page is given up."""


def found(setting: str = AUTO) -> Browser | None:
    """The browser to use.

    Args:
        setting: the path of one, `off`, or `auto`: then one is looked for.

    Returns:
        None where there is none, or none is wanted.

    Raises:
        RunError: the one that was named cannot be run.
    """
    if setting == OFF:
        return None
    if setting != AUTO:
        if version := _version(setting):
            return Browser(setting, version)
        raise RunError("no_browser", name=of_file(setting))
    for path in filter(None, map(shutil.which, NAMES)):
        if version := _version(path):
            return Browser(path, version)
    return None


@lru_cache(maxsize=8)
def _version(path: str) -> str:
    """What a browser says it is, such as `Chromium 150.0.7871.100`; empty where it does not."""
    try:
        done = subprocess.run(
            [path, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=START_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        _LOG.info("%s does not tell its version", path, exc_info=True)
        return ""
    words = done.stdout.decode("utf-8", "replace").split()
    numbers = [place for place, word in enumerate(words) if word[:1].isdigit()]
    return " ".join(words[: numbers[0] + 1]) if numbers else ""


def _folder() -> str:
    """A folder for all that it writes; where temporary files lie deep, sockets have no room."""
    usual = Path(tempfile.gettempdir())
    while len(str(usual)) > DEEPEST and os.access(usual.parent, os.W_OK):
        usual = usual.parent
    return tempfile.mkdtemp(prefix=_prefix(os.getpid()), dir=usual)


def _prefix(pid: int) -> str:
    return f"gongkai-b-{pid}-"


def remove_left(pid: int) -> None:
    """Remove what the browser of a process that was killed has left in a folder above its own.

    Args:
        pid: of the process, which is gone together with its browser.
    """
    usual = Path(tempfile.gettempdir())
    for folder in (usual, *usual.parents):
        for left in folder.glob(f"{_prefix(pid)}*"):
            shutil.rmtree(left, ignore_errors=True)


Event = Mapping[str, Any]


class Session:
    """A started browser with one page open.

    Attributes:
        deadline: until when (monotonic seconds) it must have answered.
        is_used: whether it has painted a page before.
        listen: called with every event that comes while an answer is waited for.
    """

    def __init__(self, path: str) -> None:
        """Start the browser.

        Raises:
            BrowserError: it cannot be started.
        """
        self.deadline = time.monotonic() + START_SECONDS
        self.is_used = False
        self.listen: Callable[[Event], None] = lambda _: None
        self._sent = 0
        self._heard = bytearray()
        self._pid = 0
        self._session = ""
        folder = _folder()
        own = {"XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder, "TMPDIR": folder}
        flags = [*_FLAGS, f"--user-data-dir={folder}"]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")  # it refuses to start otherwise
        try:
            self._process = subprocess.Popen(
                ["/bin/sh", "-c", _SHELL, "sh", folder, str(MOST_DATA), path, *flags],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **own},
                bufsize=0,
            )
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise BrowserError("cannot be started") from error
        try:
            self._open()
        except BaseException:
            self.end()
            raise

    def _open(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        for pipe in (self._process.stdin, self._process.stdout):
            os.set_blocking(pipe.fileno(), False)
        number = self._until(b"\n")
        if not number.isdigit():
            raise BrowserError("cannot be started")
        self._pid = int(number)
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = {"targetId": target, "flatten": True}
        self._session = self.call("Target.attachToTarget", attached)["sessionId"]

    def call(self, method: str, parameters: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Have the browser do something to the page, and return what it answers.

        Raises:
            BrowserError: it refuses, is gone, or the deadline has passed.
        """
        number = self.send(method, parameters)
        while True:
            message = self._message()
            if message.get("id") != number:
                continue
            if "error" in message:
                raise BrowserError(f"{method}: {message['error']}")
            result: dict[str, Any] = message["result"]
            return result

    def send(self, method: str, parameters: Mapping[str, Any] | None = None) -> int:
        """Have it do something and do not wait for the answer; return the message's number."""
        self._sent += 1
        message = {"id": self._sent, "method": method, "params": parameters or {}}
        if self._session:
            message["sessionId"] = self._session
        self._write(json.dumps(message).encode() + b"\0")
        return self._sent

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        """Let it go on until something is so that `listen` notices."""
        while not is_so():
            self._message()

    def _message(self) -> Event:
        try:
            message = json.loads(self._until(b"\0"))
        except (ValueError, RecursionError) as error:
            raise BrowserError("talks nonsense") from error
        if not isinstance(message, dict):
            raise BrowserError("talks nonsense")
        if message.get("method") in ("Inspector.targetCrashed", "Target.targetCrashed"):
            raise BrowserError("the page has crashed it")
        if "method" in message:
            self.listen(message)
        return message

    def _left(self) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise BrowserError("takes too long")
        return left

    def _until(self, end: bytes) -> bytes:
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        looked = 0
        while (place := self._heard.find(end, looked)) < 0:
            looked = len(self._heard)
            if looked > LONGEST_MESSAGE:
                raise BrowserError("says too much")
            if not select.select([pipe], [], [], self._left())[0]:
                continue
            said = os.read(pipe, 2**20)
            if not said:
                raise BrowserError("is gone")
            self._heard += said
        found = bytes(self._heard[:place])
        del self._heard[: place + 1]
        return found

    def _write(self, message: bytes) -> None:
        assert self._process.stdin is not None
        pipe = self._process.stdin.fileno()
        rest = memoryview(message)
        while rest:
            if not select.select([], [pipe], [], self._left())[1]:
                continue
            try:
                rest = rest[os.write(pipe, rest) :]
            except BrokenPipeError as error:
                raise BrowserError("is gone") from error

    def kill(self) -> None:
        """End the browser's process at once; what it started ends with it."""
        if self._pid:
            with suppress(ProcessLookupError):
                os.kill(self._pid, SIGKILL)

    def end(self) -> None:
        """End the browser, and wait until its folder is gone."""
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        try:
            self._process.wait(10)  # for its folder to be removed
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


_open: dict[str, Session] = {}
"""The browser of this process, by its path."""

_failed: Counter[str] = Counter()
"""How often it could not be started."""


def session(path: str) -> Session:
    """The browser of this process, started where it is not there yet.

    Raises:
        BrowserError: it cannot be started.
    """
    if path not in _open:
        if _failed[path] >= MOST_FAILED:
            raise BrowserError("could not be started before")
        try:
            _open[path] = Session(path)
        except BrowserError:
            _failed[path] += 1
            raise
    return _open[path]


def is_up(path: str) -> bool:
    """Whether the browser of this process can be used; it is started where it is not there yet."""
    try:
        session(path)
    except BrowserError as error:
        _LOG.info("the browser %s", error)
        return False
    return True


def end() -> None:
    """End the browser of this process; the next page starts another."""
    while _open:
        _open.popitem()[1].end()


def kill() -> None:
    """End the browser of this process at once, from any thread, and wait for nothing."""
    for browser in list(_open.values()):
        browser.kill()


atexit.register(end)
