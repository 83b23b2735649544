"""Workers that die, hang or fail cost one order each."""

from __future__ import annotations

import sys
from pathlib import Path

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
        time.sleep(60)
        open(order["mark"], "w").close()
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


def test_a_document_that_never_ends_is_stopped(tmp_path: Path) -> None:
    """And not waited for: the worker that hangs does not come to the end of it."""
    mark = tmp_path / "ended"
    answers = _run([{"do": "hang", "mark": str(mark)}, *({"do": "read"} for _ in range(6))], 2, 3)
    assert sorted(answer.reason for answer in answers) == ["", "", "", "", "", "", "timeout"]
    assert not mark.exists()


def test_a_real_worker_survives_what_is_no_document(tmp_path: Path) -> None:
    orders = []
    for name, content in (("a.pdf", b""), ("b.pdf", b"<html>"), ("c.pdf", b"%PDF-1.7 nothing")):
        (tmp_path / name).write_bytes(content)
        path = tmp_path / name
        order = {"do": "read", "path": str(path), "store": str(tmp_path / "s")}
        orders.append({**order, "sha256": file_hash(path)})
    orders.append({**orders[0], "path": str(tmp_path / "none.pdf")})
    (tmp_path / "changed.pdf").write_bytes(b"other bytes than were registered")
    orders.append({**orders[0], "path": str(tmp_path / "changed.pdf")})
    with Pool(1, 60) as pool:
        reasons = {str(a.order["path"])[-6:]: a.reason for a in pool.run(orders)}
    assert reasons == {
        "/a.pdf": "empty",
        "/b.pdf": "empty_page",
        "/c.pdf": "damaged",
        "ne.pdf": "vanished",
        "ed.pdf": "vanished",
    }
