"""Tries the command from outside, by the contract alone: `python -m tests.nights COMMAND`.

Statistics, no tests: everything is drawn from `--seed`, a line is printed for every case, and the
exit status is 1 where something was wrong. The product is called as `python -m flows.cli` in the
repository given by `--checkout` (the one this package lies in, if none is given).

    states    broken states and side files: no traceback, no lost release, no hang
    kills     kill -9 of the main process at random moments: the next run ends with the same bytes
    five      nights in sequence: corrections, removals, returns; versions, values, findings
    tamper    releases with one thing changed and the checksums repaired: `verify` must notice
    accepts   what `run` publishes of every corpus, `verify` accepts

`states` uses tmpfs and bind mounts and `chattr` where it may (root); what it may not is left out,
and said. Everything is made in a temporary folder (`--folder`, kept with `--keep`).
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from tests.nights.runs import ROOT


def main() -> int:
    """Runs one command."""
    parser = argparse.ArgumentParser(prog="python -m tests.nights", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, count in (
        ("states", 100),
        ("kills", 40),
        ("five", 0),
        ("tamper", 200),
        ("accepts", 0),
    ):
        command = commands.add_parser(name)
        command.add_argument("--checkout", type=Path, default=ROOT)
        command.add_argument("--folder", type=Path, help="where everything is made")
        command.add_argument("--keep", action="store_true", help="leave what was made")
        command.add_argument("--seed", type=int, default=1)
        command.add_argument("--only", default="", help="names, comma separated")
        if count:
            command.add_argument("--count", type=int, default=count)
        if name == "tamper":
            command.add_argument("releases", nargs="*", type=Path)
    asked = parser.parse_args()
    # Ended from outside, it still unmounts, ends what it started and removes what it made.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = Path(tempfile.mkdtemp(prefix="nights-", dir=asked.folder))
    try:
        return _command(asked, folder)
    finally:
        if asked.keep:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _command(asked: argparse.Namespace, folder: Path) -> int:
    only = [name for name in asked.only.split(",") if name]
    if asked.command == "states":
        from tests.nights.states import states

        return states(asked.checkout, folder, asked.count, asked.seed, only)
    if asked.command == "kills":
        from tests.nights.kills import kills

        return kills(asked.checkout, folder, asked.count, asked.seed)
    if asked.command == "five":
        from tests.nights.five import five

        return five(asked.checkout, folder, only)
    if asked.command == "tamper":
        from tests.nights.tamper import tamper

        return tamper(asked.checkout, folder, asked.count, asked.seed, only, asked.releases)
    from tests.nights.accepts import accepts

    return accepts(asked.checkout, folder, asked.seed, only)


if __name__ == "__main__":
    raise SystemExit(main())
