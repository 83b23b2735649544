"""Prefect's own server: damaged databases are set aside, and it ends with its parent."""

from __future__ import annotations

import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from flows import server
from flows.server import Starting, free_name, is_damaged
from gongkai.errors import RunError
from tests.conftest import ROOT


def _database(path: Path, rows: int = 3000) -> Path:
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE run (id INTEGER PRIMARY KEY, name TEXT)")
        made.executemany("INSERT INTO run (name) VALUES (?)", [("x" * 60,)] * rows)
        made.commit()
    return path


class _Server:
    """Stands for a Prefect server; `refuses` is how many of them do not start."""

    refuses = 0
    started = 0
    url = "http://127.0.0.1:1/api"

    def __init__(self, *_: object) -> None:
        type(self).started += 1

    def wait(self) -> str:
        type(self).refuses -= 1
        return "sqlite3.DatabaseError: no such revision" if self.refuses >= 0 else ""

    def end(self) -> None:
        """Nothing was started."""


@pytest.fixture(autouse=True)
def _no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "Server", _Server)
    monkeypatch.setattr(_Server, "started", 0)
    monkeypatch.setattr(_Server, "refuses", 0)
    for name in ("PREFECT_API_DATABASE_CONNECTION_URL", "PREFECT_SERVER_DATABASE_CONNECTION_URL"):
        monkeypatch.delenv(name, raising=False)


def _garbage(path: Path) -> None:
    path.write_bytes(os.urandom(40_000))


def _text(path: Path) -> None:
    path.write_text("not a database", encoding="utf-8")


def _truncated(path: Path) -> None:
    content = _database(path).read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _overwritten(path: Path) -> None:
    content = bytearray(_database(path).read_bytes())
    content[5000:90000] = b"\xff" * 85000
    path.write_bytes(content)


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "x").write_bytes(b"x")


def _dangling(path: Path) -> None:
    path.symlink_to("/no/such/database")


@pytest.mark.parametrize("damage", [_garbage, _text, _truncated, _overwritten, _folder, _dangling])
def test_a_damaged_database_is_set_aside_and_said(tmp_path: Path, damage) -> None:
    told = []
    damage(tmp_path / "prefect.db")
    (tmp_path / "prefect.db-wal").write_bytes(b"wal")
    assert is_damaged(tmp_path / "prefect.db")
    Starting(tmp_path, False, lambda *paths: told.append(paths)).ready()
    aside = tmp_path / "prefect.db.damaged-1"
    assert told == [(tmp_path / "prefect.db", aside)]
    assert os.path.lexists(aside)
    assert not os.path.lexists(tmp_path / "prefect.db")
    assert not os.path.lexists(tmp_path / "prefect.db-wal")


def test_a_sound_database_stays(tmp_path: Path) -> None:
    path = tmp_path / "prefect.db"
    assert not is_damaged(path)
    for rows in (0, 3000):
        path.unlink(missing_ok=True)
        _database(path, rows)
        content = path.read_bytes()
        assert not is_damaged(path)
        assert path.read_bytes() == content
    path.write_bytes(b"")
    assert not is_damaged(path)


def test_a_database_somebody_else_is_writing_is_sound(tmp_path: Path) -> None:
    path = _database(tmp_path / "prefect.db")
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not is_damaged(path)


def test_a_database_the_server_does_not_get_on_with_is_set_aside_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    _database(tmp_path / "prefect.db")
    monkeypatch.setattr(_Server, "refuses", 1)
    assert Starting(tmp_path, False, lambda *paths: told.append(paths)).ready() == _Server.url
    assert (_Server.started, len(told)) == (2, 1)
    _database(tmp_path / "prefect.db")
    monkeypatch.setattr(_Server, "refuses", 9)
    with pytest.raises(RunError, match="no such revision"):
        Starting(tmp_path, False, lambda *paths: told.append(paths)).ready()
    assert [aside.name for _, aside in told] == ["prefect.db.damaged-1", "prefect.db.damaged-2"]


def test_a_database_of_somebody_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_DATABASE_CONNECTION_URL", "postgresql+asyncpg://…")
    _text(tmp_path / "prefect.db")
    Starting(tmp_path, False, lambda *_: pytest.fail("it was set aside")).ready()


def test_a_file_in_the_place_of_the_folder_is_set_aside(tmp_path: Path) -> None:
    home = tmp_path / ".prefect"
    home.write_bytes(b"")
    told = []
    Starting(home, False, lambda *paths: told.append(paths)).ready()
    assert told == [(home, tmp_path / ".prefect.damaged-1")]
    assert home.is_dir()


def test_a_full_disk_is_said_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = server.shutil.disk_usage(tmp_path)._replace(free=4096)
    monkeypatch.setattr(server.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(RunError, match="磁盘已满"):
        Starting(tmp_path, False, lambda *_: None)
    assert _Server.started == 0


def test_names_that_are_taken(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        name = free_name(tmp_path / "a")
        assert name == tmp_path / f"a.damaged-{number}"
        name.mkdir()


def test_the_server_ends_when_nobody_holds_its_pipe() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        process = subprocess.Popen(
            [sys.executable, "-m", "flows.serving", str(listening.fileno())],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            pass_fds=[listening.fileno()],
        )
    assert process.poll() is None
    assert process.stdin is not None
    process.stdin.close()  # what the system does where the parent is killed
    assert process.wait() == 0
