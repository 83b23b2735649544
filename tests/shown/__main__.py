"""`python -m tests.shown`: judges the product by what is shown; see the package's words."""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from tests.shown.hostile import FORMATS, Format, Hostile, harmless_inputs, hostile_inputs
from tests.shown.judge import Judged, as_json, judge


def main(arguments: Sequence[str] | None = None) -> int:
    """Status 1 where a number was published that nobody sees, or a sound report was held."""
    parser = argparse.ArgumentParser(prog="python -m tests.shown", description=__doc__)
    parser.add_argument(
        "--only", choices=FORMATS, action="append", help="one format; may be given again"
    )
    parser.add_argument(
        "--name", default="*", help="only inputs of such names, as of files: note-*"
    )
    parser.add_argument("--list", action="store_true", help="only names the inputs")
    parser.add_argument("--json", type=Path, help="a file to write all that was judged to")
    parser.add_argument("--write", type=Path, help="only writes the inputs to a folder")
    parser.add_argument("--draw", type=Path, help="only draws the inputs' cells, to a folder")
    given = parser.parse_args(arguments)
    formats = given.only or FORMATS
    wanted = {kind: _wanted(kind, given.name) for kind in formats}
    inputs = [one for kind in formats for one in wanted[kind]]
    if given.list:
        for one in inputs:
            print(f"{one.kind:12} {one.name:32} {one.shown!s:8} {one.why}")
        return 0
    if given.write:
        from tests.shown.judge import write

        write(inputs, given.write)
        return 0
    if given.draw:
        from tests.shown.draw import draw

        draw(inputs, given.draw)
        return 0
    hostile: list[Judged] = []
    harmless: list[Judged] = []
    for kind in formats:
        with tempfile.TemporaryDirectory(prefix="shown-", ignore_cleanup_errors=True) as folder:
            judged = judge(wanted[kind], Path(folder)) if wanted[kind] else []
        hostile += [one for one in judged if one.kind != "harmless"]
        harmless += [one for one in judged if one.kind == "harmless"]
    tell(hostile, harmless)
    if given.json:
        given.json.write_text(as_json(hostile, harmless), encoding="utf-8")
    return int(
        any(one.outcome == "WRONG" for one in hostile)
        or any(one.outcome != "right" for one in harmless)
    )


def _wanted(kind: Format, pattern: str) -> list[Hostile]:
    inputs = (*hostile_inputs(kind), *harmless_inputs(kind))
    return [one for one in inputs if fnmatch(one.name, pattern)]


def tell(hostile: Sequence[Judged], harmless: Sequence[Judged]) -> None:
    """A line for every input that is wrong, and how many of each kind there are."""
    for one in hostile:
        if one.outcome == "WRONG":
            shown = "no number for certain" if one.shown is None else one.shown or "nothing"
            print(
                f"WRONG  {one.kind:12} {one.name:32} published {one.published}, shown: {shown} ({one.why})"
            )
    for one in harmless:
        if one.outcome == "WRONG":
            print(
                f"WRONG  {one.kind:12} {one.name:32} published {one.published}, shown: {one.shown} ({one.why})"
            )
        elif one.outcome == "held":
            print(f"held though sound  {one.name:32} {one.status}: {one.reason} ({one.why})")
    print(f"\n{'kind':14}{'inputs':>7}{'WRONG':>7}{'held':>7}{'right':>7}")
    for kind in dict.fromkeys(one.kind for one in (*hostile, *harmless)):
        counts = Counter(one.outcome for one in (*hostile, *harmless) if one.kind == kind)
        print(
            f"{kind:14}{counts.total():7}{counts['WRONG']:7}{counts['held']:7}{counts['right']:7}"
        )
    counts = Counter(one.outcome for one in hostile)
    print(
        f"{'all hostile':14}{counts.total():7}{counts['WRONG']:7}{counts['held']:7}{counts['right']:7}"
    )


if __name__ == "__main__":
    sys.exit(main())
