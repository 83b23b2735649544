"""A reading process: takes orders on standard input, answers on standard output.

It is a process of its own so that a document that crashes a parser, eats the
memory or never ends costs that document alone. One JSON object per line each
way; it ends when its input ends, so it never outlives its parent for long.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

MOST_MEMORY = 4 * 2**30
"""Address space of a worker in bytes; beyond it a document fails, not the machine."""


def main() -> None:
    """Serve orders until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # libraries that print must not write into the answers
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    import cv2

    cv2.setNumThreads(1)
    from tasks.collect import file_hash
    from tasks.picture import draw
    from tasks.read import read, read_picture, title_year
    from tasks.second.look import look
    from tasks.store import Store

    gc.collect()
    gc.freeze()  # what is imported stays: a tenth of the time would go into looking at it again

    def carry_out(order: dict[str, Any]) -> dict[str, Any]:
        path, job = Path(order["path"]), order["do"]
        if job == "draw":
            draw(path, order["page"], order["pictures"])
            return {"reason": ""}
        if job == "year":
            return {"reason": "", "year": title_year(path)}
        if file_hash(path) != order["sha256"]:
            return {"reason": "vanished"}  # it is no longer the file that was registered
        store = Store(Path(order["store"]))
        if job == "second":
            upright = {int(page): numbers for page, numbers in order["upright"].items()}
            read_again = look(path, order["reader"], order["cells"], upright)
            store.add_seconds(order["sha256"], read_again)
            return {"reason": "", "way": "second"}
        if job == "picture":
            reading = read_picture(path, order["probe"])
            store.put(order["sha256"], reading, "pictures")
        else:
            reading = read(path)
            store.put(order["sha256"], reading)
        return {"reason": reading.reason, "way": reading.engine or "refused"}

    print(json.dumps({"ready": True}), file=answers, flush=True)
    for line in sys.stdin:
        began = time.monotonic()
        try:
            answer = carry_out(json.loads(line))
        except OSError as error:
            answer = {"reason": "vanished", "error": type(error).__name__}
        except Exception as error:  # the boundary: any fault is this document's alone
            answer = {"reason": "failed", "error": f"{type(error).__name__}: {error}"[:200]}
        answer["seconds"] = time.monotonic() - began
        answer["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
