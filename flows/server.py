"""A Prefect server for one command: it ends with the process that started it, however that ends.

Prefect would start one by itself, which stays behind where its parent is killed and waits
for two minutes where its database is damaged. This one holds a pipe whose other end is its
parent's: when the parent is gone the pipe closes, and it ends. It is used only where no
`PREFECT_API_URL` names another.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from gongkai.errors import RunError, disk_error
from gongkai.names import file_bytes
from gongkai.sentences import strip_control

START_SECONDS = 120
"""A server that does not answer by then never will."""

END_SECONDS = 5
"""How long a server may take to write down what it still has."""

DATABASE = "prefect.db"

NAMED = ("PREFECT_API_DATABASE_CONNECTION_URL", "PREFECT_SERVER_DATABASE_CONNECTION_URL")
"""By these somebody names a database of their own."""

LEAST_FREE = 2**20
"""Bytes a disk must have free for a database to begin with."""

_CLASSES = re.compile(r"(?:\(?(?:\w+\.)+\w*(?:Error|Exception)\)?:?\s*)+")
"""Names of exceptions before what they say."""

SetAside = Callable[[Path, Path], None]
"""Is told what was set aside, and under which name."""


class Server:
    """A Prefect server of this process's own."""

    def __init__(self, home: Path, schedules: bool, ours: bool) -> None:
        """Start it in `home`.

        Args:
            home: where it keeps what it has.
            schedules: whether it starts runs by itself, and shows itself in a browser.
            ours: whether its database is the file in there that nobody has named.
        """
        self.home = home
        self.errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # closed by `end`
        listening = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = int(listening.getsockname()[1])
        roots = [str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
        own = {
            "PREFECT_API_URL": self.url,
            "PREFECT_UI_ENABLED": "1" if schedules else "0",
            "PREFECT_LOGGING_SERVER_LEVEL": "ERROR",
            "PREFECT__SERVER_FINAL": "1",
            "PYTHONPATH": os.pathsep.join(filter(None, roots)),
        }
        if ours:
            # Relative to where it is started: a folder's name may have letters of an address.
            own["PREFECT_SERVER_DATABASE_CONNECTION_URL"] = f"sqlite+aiosqlite:///{DATABASE}"
        if not schedules:
            own["PREFECT__SERVER_EPHEMERAL"] = "1"
            own["PREFECT_SERVER_API_BLOCKS_REGISTER_ON_START"] = "false"
        with listening:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "flows.serving", str(listening.fileno())],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=self.errors,
                pass_fds=[listening.fileno()],
                cwd=home,
                env={**os.environ, **own},
                start_new_session=True,  # Ctrl-C is for the command, which still has to tell it
            )

    @property
    def url(self) -> str:
        """Where its API is."""
        return f"http://127.0.0.1:{self.port}/api"

    def wait(self) -> str:
        """Wait until it answers; return empty, or what it said when it ended instead."""
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=1)
            with closing(connection):
                try:
                    connection.request("GET", "/api/health")
                    if connection.getresponse().status == http.client.OK:
                        return ""
                except (OSError, http.client.HTTPException):
                    time.sleep(0.05)
        return self._said() or "?"

    def _said(self) -> str:
        self.errors.seek(0)
        lines = self.errors.read().decode(errors="replace").strip().splitlines()
        telling = [line for line in lines if "Error" in line and not line.startswith(" ")]
        return strip_control(_CLASSES.sub("", (telling or lines or [""])[-1]))

    def end(self) -> None:
        """End it, giving it time to write down what it has."""
        self.process.terminate()
        try:
            self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.errors.close()


class Starting:
    """A server that gets ready while its parent imports what it needs."""

    def __init__(self, home: Path, schedules: bool, tell: SetAside, ours: bool = True) -> None:
        """Look after what lies in `home`, where it is our own, then start the server there.

        Raises:
            RunError: the folder cannot be written, or the disk is full.
        """
        self.home, self.schedules, self.tell = home, schedules, tell
        self.ours = ours and not any(os.environ.get(name) for name in NAMED)
        self.database = home / DATABASE
        try:
            if self.ours and not home.is_dir() and (home.is_symlink() or home.is_file()):
                self._set_aside(home)
            home.mkdir(parents=True, exist_ok=True)
            if self.ours and is_damaged(self.database):
                self._set_aside(self.database)
        except OSError as error:
            raise disk_error(error, home) from error
        self._free()
        self.server = Server(home, schedules, self.ours)

    def ready(self) -> str:
        """Wait for the server; return the address of its API.

        A database that it does not get on with is set aside once, and said.

        Raises:
            RunError: it does not start.
        """
        said = self.server.wait()
        if said:
            self.server.end()
            self._free()
            if self.ours and os.path.lexists(self.database):
                self._set_aside(self.database)
                self.server = Server(self.home, self.schedules, self.ours)
                said = self.server.wait()
            if said:
                raise RunError("prefect_start", why=said, folder=self.home)
        return self.server.url

    def _free(self) -> None:
        free = shutil.disk_usage(self.home).free
        if free < LEAST_FREE:
            raise disk_error(OSError(28, "No space left on device", str(self.home)))

    def _set_aside(self, path: Path) -> None:
        """Rename what is damaged, with what belongs to it."""
        aside = free_name(path)
        os.replace(path, aside)
        for suffix in ("-wal", "-shm", "-journal"):
            beside = Path(f"{path}{suffix}")
            if os.path.lexists(beside):
                os.replace(beside, f"{aside}{suffix}")
        self.tell(path, aside)


def free_name(path: Path) -> Path:
    """A name beside a path under which it can be set aside."""
    number = 1
    while os.path.lexists(f"{path}.damaged-{number}"):
        number += 1
    return Path(f"{path}.damaged-{number}")


def is_damaged(database: Path) -> bool:
    """Whether a file is no database that can be read and written.

    One that somebody else is writing is sound; so is one that is not there.
    """
    if not os.path.lexists(database):
        return False
    if not database.is_file() or not os.access(database, os.R_OK | os.W_OK):
        return True
    try:
        with closing(sqlite3.connect(database, timeout=1)) as opened:
            opened.execute("BEGIN IMMEDIATE").close()
            opened.execute("ROLLBACK").close()
            found = opened.execute("PRAGMA quick_check(1)").fetchone()
            return bool(found != ("ok",))
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    except sqlite3.DatabaseError:
        return True


@contextmanager
def own_server(
    home: Path, schedules: bool, tell: SetAside, ours: bool
) -> Iterator[Callable[[], str]]:
    """Have a Prefect server in `home`; the value waits for it, to be called when it is needed."""
    starting = Starting(home, schedules, tell, ours)
    try:
        yield starting.ready
    finally:
        starting.server.end()


def named_server() -> str:
    """The address of a server that the settings name, empty where they name none.

    Raises:
        RunError: the one they name does not answer.
    """
    from prefect.client.orchestration import get_client
    from prefect.settings import get_current_settings

    url = get_current_settings().api.url
    if not url:
        return ""
    with get_client(sync_client=True) as client:
        if client.api_healthcheck() is not None:
            raise RunError("prefect_away", url=strip_control(url))
    return str(url)


def look_after(home: Path, tell: SetAside) -> None:
    """Set aside what Prefect keeps beside its database and could not read.

    Raises:
        RunError: the folder cannot be changed.
    """
    try:
        for name in ("profiles.toml", "memo_store.toml"):
            if os.path.lexists(home / name) and not _is_toml(home / name):
                aside = free_name(home / name)
                os.replace(home / name, aside)
                tell(home / name, aside)
    except OSError as error:
        raise disk_error(error, home) from error


def _is_toml(path: Path) -> bool:
    try:
        tomllib.loads(file_bytes(path).decode("utf-8"))
    except (ValueError, OSError, RecursionError):
        return False
    return True


@contextmanager
def at_server(ready: Callable[[], str]) -> Iterator[str]:
    """Have Prefect in this process, and in what it starts, talk to a server once it is ready."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker
    from prefect.settings import PREFECT_API_URL, temporary_settings

    url = ready()
    with temporary_settings(updates={PREFECT_API_URL: url}):
        try:
            yield url
        finally:
            APILogWorker.drain_all(timeout=END_SECONDS)
            EventsWorker.drain_all(timeout=END_SECONDS)
