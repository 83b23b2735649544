"""Workers that die, hang or fail cost one order each."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

import tasks.pool
from gongkai.errors import RunError
from gongkai.reasons import REASONS, told
from tasks.collect import file_hash
from tasks.pool import Answer, Pool

WORKER = """
import json, os, sys, time
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    order = json.loads(line)
    if order["do"] == "die":
        os._exit(9)
    if order["do"] == "die once" and not os.path.exists(order["mark"]):
        open(order["mark"], "w").close()
        os._exit(9)
    if order["do"] == "hang":
        time.sleep(6000)
    print(json.dumps({"reason": "", "year": order.get("year")}), flush=True)
"""


def _run(orders: list[dict[str, object]], workers: int = 2, seconds: float = 20) -> list[Answer]:
    with Pool(workers, seconds, (sys.executable, "-c", WORKER)) as pool:
        return list(pool.run(orders))


def test_every_order_is_answered_once() -> None:
    answers = _run([{"do": "read", "year": n} for n in range(40)])
    assert sorted(answer.year or 0 for answer in answers) == list(range(40))


def test_a_killer_is_tried_twice_and_costs_itself_alone() -> None:
    orders = [{"do": "die" if n in (3, 4) else "read", "n": n} for n in range(12)]
    answers = _run(orders)
    assert {int(str(a.order["n"])): a.reason for a in answers} == {
        n: "crashed" if n in (3, 4) else "" for n in range(12)
    }


def test_a_worker_that_died_for_no_fault_of_the_document_is_forgiven(tmp_path: Path) -> None:
    (answer,) = _run([{"do": "die once", "mark": str(tmp_path / "mark")}], workers=1)
    assert answer.reason == ""


def test_a_document_that_never_ends_is_stopped() -> None:
    answers = _run([{"do": "hang"}, *({"do": "read"} for _ in range(6))], seconds=1)
    assert sorted(answer.reason for answer in answers) == ["", "", "", "", "", "", "timeout"]


def test_a_real_worker_survives_what_is_no_document(tmp_path: Path) -> None:
    orders = []
    for name, content in (("a.pdf", b""), ("b.pdf", b"<html>"), ("c.pdf", b"%PDF-1.7 nothing")):
        (tmp_path / name).write_bytes(content)
        path = tmp_path / name
        order = {"do": "read", "path": str(path), "store": str(tmp_path / "s")}
        orders.append({**order, "sha256": file_hash(path)})
    gbk = Path(tmp_path, os.fsdecode("年报".encode("gb18030") + b"/d.pdf"))
    gbk.parent.mkdir()
    gbk.write_bytes(b"%PDF-1.7 something")
    orders.append({**orders[0], "path": str(gbk), "sha256": file_hash(gbk)})
    orders.append({**orders[0], "path": str(tmp_path / "none.pdf")})
    (tmp_path / "changed.pdf").write_bytes(b"other bytes than were registered")
    orders.append({**orders[0], "path": str(tmp_path / "changed.pdf")})
    with Pool(1, 60) as pool:
        reasons = {str(a.order["path"])[-6:]: a.reason for a in pool.run(orders)}
    assert reasons == {
        "/a.pdf": "empty",
        "/b.pdf": "empty_page",
        "/c.pdf": "damaged",
        "/d.pdf": "damaged",
        "ne.pdf": "vanished",
        "ed.pdf": "vanished",
    }


HOSTILE = """
import json, os, resource, subprocess, sys, tempfile, time
import tasks.worker
tasks.worker.LIMITS = {resource.RLIMIT_AS: 2**29, resource.RLIMIT_FSIZE: 2**20,
                       resource.RLIMIT_NOFILE: 32, resource.RLIMIT_CORE: 0}
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
tasks.worker.guard()
print(json.dumps({"ready": True}), file=answers, flush=True)
for line in sys.stdin:
    reason = ""
    try:
        exec(json.loads(line)["do"])
    except BaseException as error:
        reason = type(error).__name__ + str(getattr(error, "errno", "") or "")
    print(json.dumps({"reason": reason}), file=answers, flush=True)
"""

ENDED = {
    "too much memory": ("b'x' * 2**30", "MemoryError"),
    "too many files": ("[open(os.devnull) for _ in range(64)]", "OSError24"),
    "too large a file": ("open(tempfile.mktemp(), 'wb').write(b'x' * 2**22)", "OSError27"),
    "a flood on its output": ("os.write(1, b'x' * 2**22); print('x' * 2**22)", ""),
    "no answer but words": ("answers.write('words\\n'); answers.flush()", "crashed"),
    "too many answers": ('print(\'{"reason": ""}\\n\' * 9, file=answers, flush=True)', "crashed"),
    "an answer of another kind": ("print('{\"reason\": 1}', file=answers, flush=True)", "crashed"),
    "an answer without end": ("answers.write('x' * 2**22); answers.flush()", "crashed"),
    "half an answer": ("answers.write('{\"rea'); answers.flush(); time.sleep(6000)", "timeout"),
    "no end": ("time.sleep(6000)", "timeout"),
    "a signal": ("os.kill(os.getpid(), 11)", "crashed"),
    "stopped": ("os.kill(os.getpid(), 19)", "timeout"),
    "closed output": ("answers.close(); time.sleep(6000)", "crashed"),
    "exit": ("os._exit(0)", "crashed"),
}


def test_whatever_a_document_does_costs_itself_alone() -> None:
    orders: list[dict[str, object]] = []
    for kind, (do, _) in ENDED.items():
        orders += [{"do": do, "kind": kind, "seconds": 2}, {"do": "pass", "kind": f"after {kind}"}]
    with Pool(2, 60, (sys.executable, "-c", HOSTILE)) as pool:
        reasons = {str(answer.order["kind"]): answer.reason for answer in pool.run(orders)}
    assert {kind: reasons[kind] for kind in ENDED} == {
        k: reason for k, (_, reason) in ENDED.items()
    }
    assert {reasons[f"after {kind}"] for kind in ENDED} == {""}


def gone(process: int) -> bool:
    """Whether a process, held by a file descriptor, ends by itself."""
    return bool(select.select([process], [], [], 60)[0])


def test_what_a_worker_starts_and_writes_ends_with_it(tmp_path: Path) -> None:
    note = tmp_path / "note"
    do = (
        "child = subprocess.Popen(['sleep', '6000']);"
        f"open({str(note)!r}, 'w').write(str(child.pid) + ' ' + tempfile.mkdtemp());"
    )
    with Pool(1, 60, (sys.executable, "-c", HOSTILE)) as pool:
        (answer,) = pool.run([{"do": do}])
        child, folder = note.read_text().split(" ", 1)
        process = os.pidfd_open(int(child))
        assert Path(folder).is_dir()
        assert Path(folder).is_relative_to(tempfile.gettempdir())
    assert answer.reason == ""
    assert gone(process)
    os.close(process)
    assert not Path(folder).parent.exists()


OWNER = """
import sys
from tasks.pool import Pool
with Pool(1, 6000, (sys.executable, "-c", sys.argv[1])) as pool:
    for _ in pool.run([{"do": sys.argv[2]}]):
        pass
"""


def test_a_worker_ends_with_its_parent_even_in_the_middle(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    do = (
        f"open({str(pipe)!r}, 'w').write(str(os.getpid()) + ' ' + tempfile.gettempdir());"
        "time.sleep(6000)"
    )
    owner = subprocess.Popen((sys.executable, "-c", OWNER, HOSTILE, do))
    worker, folder = pipe.read_text().split(" ", 1)
    process = os.pidfd_open(int(worker))
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    assert gone(process)
    os.close(process)
    assert not Path(folder).exists()


def test_workers_that_never_get_ready_stop_the_run() -> None:
    with (
        Pool(2, 60, (sys.executable, "-c", "raise SystemExit")) as pool,
        pytest.raises(RunError, match="无法启动"),
    ):
        list(pool.run([{"do": "read"}]))


def test_a_worker_that_cannot_be_started_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RunError, match="无法启动"), Pool(2, 60, ("/no/such/program",)):
        pass

    def full(**_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tasks.pool.tempfile, "mkdtemp", full)
    with pytest.raises(RunError, match="磁盘已满"), Pool(2, 60):
        pass


FAULTY = """
import errno, sys
import tasks.read, tasks.store, tasks.worker
def read(path):
    def closed(path, content):
        raise PermissionError(errno.EROFS, "Read-only file system")
    kind = open(path).read()
    if kind == "closed":
        tasks.store.write_whole = closed
    if kind == "full":
        raise OSError(errno.ENOSPC, "No space left on device")
    if kind == "odd":
        raise OSError(errno.EIO, "an error of the machine")
    if kind == "gone":
        path.unlink()
        raise FileNotFoundError(path)
    if kind == "bug":
        raise ValueError("list index out of range \\ud800")
    return tasks.read.Reading(reason="damaged", title="\\ud800" if kind == "surrogate" else "")
tasks.read.read = read
tasks.worker.main()
"""


def _faulty(folder: Path, *kinds: str) -> list[dict[str, object]]:
    orders = []
    for kind in kinds:
        path = folder / kind
        path.write_text(kind)
        order = {"do": "read", "path": str(path), "store": str(folder / "store")}
        orders.append({**order, "sha256": file_hash(path)})
    return orders


def test_what_the_program_met_is_for_the_log_alone_and_a_full_disk_is_told(tmp_path: Path) -> None:
    orders = _faulty(tmp_path, "odd", "gone", "bug", "surrogate", "sound")
    with Pool(1, 60, (sys.executable, "-c", FAULTY)) as pool:
        answers = {Path(str(answer.order["path"])).name: answer for answer in pool.run(orders)}
        with pytest.raises(RunError, match="磁盘已满"):
            list(pool.run(_faulty(tmp_path, "full")))
        with pytest.raises(RunError, match="没有权限写入"):
            list(pool.run(_faulty(tmp_path, "closed")))
    reasons = {kind: answer.reason for kind, answer in answers.items()}
    assert reasons == {
        "odd": "failed", "gone": "vanished", "bug": "failed", "surrogate": "failed", "sound": "damaged"
    }  # fmt: skip
    assert "ValueError" in answers["bug"].error
    answers["bug"].error.encode()
    for answer in answers.values():
        assert answer.details == {}
        sentence = told(answer.reason, answer.details)[1]
        assert "Error" not in sentence
        assert "请" in sentence


def test_every_reason_is_told_whatever_is_known_of_it() -> None:
    for reason in (*REASONS, "", "no such reason", "{0.__class__}"):
        for details in ({}, {"error": "ValueError"}, {"files": "<b>\ud800\n" + "x" * 10_000}):
            status, sentence = told(reason, details)
            sentence.encode()
            assert status
            assert "{" not in sentence
            assert "ValueError" not in sentence
            assert "\n" not in sentence
            assert len(sentence) < 500


LEAVES = """
import os, pathlib, tempfile, time
above = pathlib.Path(tempfile.gettempdir()).parent
(above / f"gongkai-b-{os.getpid()}-left").mkdir()
print('{"ready": true}', flush=True)
time.sleep(600)
"""


def test_what_a_killed_workers_browser_left_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    other = tmp_path / "gongkai-b-1-other"
    other.mkdir()
    with Pool(1, 5, [sys.executable, "-c", LEAVES]):
        for _ in range(500):
            if len(list(tmp_path.glob("gongkai-b-*"))) == 2:
                break
            time.sleep(0.02)
        else:
            raise AssertionError("the worker has not started")
    assert list(tmp_path.iterdir()) == [other]
