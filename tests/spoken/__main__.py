"""`python -m tests.spoken`: judges the product by what passages of prose say."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from tests.spoken.judge import Judged, agreeing, judge, printed
from tests.spoken.passages import passages


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the passages and tells what came of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.spoken", description=__doc__)
    parser.add_argument("--name", default="*", help="only passages of such names: 'denied *'")
    parser.add_argument("--seed", type=int, default=0, help="of agencies, years and other figures")
    parser.add_argument("--sound", action="store_true", help="no tables that contradict: faster")
    parser.add_argument("--list", action="store_true", help="only prints the passages")
    parser.add_argument("--verbose", action="store_true", help="prints all that is not as in gold")
    parser.add_argument("--json", type=Path, help="a file to write all that was judged to")
    parser.add_argument("--write", type=Path, help="only writes the agreeing pages to a folder")
    given = parser.parse_args(arguments)
    chosen = [one for one in passages(given.seed) if fnmatch(one.name, given.name)]
    if given.list:
        for one in chosen:
            said = ", ".join(f"{s.quantity} {s.value}" for s in one.gold)
            print(f"{one.name} [{said}] not: {', '.join(one.others)}\n  {one.preface}{one.text}")
        traps = sum(one.trap for one in chosen)
        telling = sum(bool(one.gold) for one in chosen)
        print(f"{len(chosen)} passages, {traps} with traps, {telling} with statements")
        return
    if given.write:
        given.write.mkdir(parents=True, exist_ok=True)
        for one in chosen:
            (given.write / f"{one.name}.html").write_bytes(printed(one, agreeing(one)))
        return
    with tempfile.TemporaryDirectory(prefix="spoken-") as folder:
        judged = []
        for result in judge(chosen, Path(folder), contradict=not given.sound):
            judged.append(result)
            if given.verbose:
                tell(result)
    if given.json:
        told = [one.as_json() for one in judged]
        text = json.dumps(told, ensure_ascii=False, indent=1, default=str)
        given.json.write_text(text, encoding="utf-8")
    table(judged)


def tell(one: Judged) -> None:
    """Print what is not as in the gold."""
    lost = [f"{f.how} {f.said.quantity} {f.said.value}" for f in one.found if f.how != "sure"]
    lost += [f"unnoticed {f.said.quantity}" for f in one.found if f.noticed is False]
    lost += [f"FALSE {text}" for text in one.false]
    lost += [f"ALARM {text}" for text in one.alarms]
    lost += [f"asked {text}" for text in one.asked]
    lost += [f"no reading: {one.fault}"] if one.fault else []
    if lost:
        print(f"{one.passage.name}: {one.passage.text}")
        for text in lost:
            print(f"    {text}")


COLUMNS = ("passages", "gold", "sure", "unsure", "missed", "false", "tried", "noticed", "alarms")


def counts(judged: Sequence[Judged]) -> dict[str, int]:
    """The figures of some passages, by the names of `COLUMNS`."""
    found = [f for one in judged for f in one.found]
    how = Counter(f.how for f in found)
    return {
        "passages": len(judged),
        "gold": len(found),
        **{name: how[name] for name in ("sure", "unsure", "missed")},
        "false": sum(len(one.false) for one in judged),
        "tried": sum(f.noticed is not None for f in found),
        "noticed": sum(f.noticed is True for f in found),
        "alarms": sum(len(one.alarms) for one in judged),
    }


def table(judged: Sequence[Judged]) -> None:
    """Print the figures by kind of passage, by quantity, and of all."""
    print(f"{'':24}" + "".join(f"{name:>9}" for name in COLUMNS))
    for kind in dict.fromkeys(one.passage.kind for one in judged):
        _row(kind, counts([one for one in judged if one.passage.kind == kind]))
    _row("ALL", counts(judged))
    print(f"\n{'':32}{'sure':>9}{'unsure':>9}{'missed':>9}{'noticed':>9}")
    found = [f for one in judged for f in one.found]
    for name in sorted({(f.said.quantity, f.said.kind) for f in found}):
        of = [f for f in found if (f.said.quantity, f.said.kind) == name]
        how = Counter(f.how for f in of)
        noticed = sum(f.noticed is True for f in of)
        row = "".join(f"{how[h]:>9}" for h in ("sure", "unsure", "missed"))
        print(f"{' '.join(name):32}{row}{noticed:>9}")
    faults = [one.passage.name for one in judged if one.fault]
    print(f"\nfindings that only inform: {sum(len(one.asked) for one in judged)}")
    print(f"pages without a reading: {', '.join(faults) or 'none'}")


def _row(name: str, figures: dict[str, int]) -> None:
    print(f"{name:24}" + "".join(f"{figures[column]:>9}" for column in COLUMNS))


if __name__ == "__main__":
    main()
