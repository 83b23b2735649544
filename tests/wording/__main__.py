"""Judges the product by reports in real wording: `python -m tests.wording`; see the package."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.wording.hostile import COUNT as HOSTILE
from tests.wording.hostile import hostile_pages
from tests.wording.judge import Verdict, alone, needs_the_gate, through_the_gate
from tests.wording.second_hand import COUNT_HOSTILE, COUNT_SOUND, second_hostile, second_sound
from tests.wording.sound import COUNT as SOUND
from tests.wording.sound import sound_pages
from tests.wording.write import Page


def main(arguments: Sequence[str] | None = None) -> int:
    """Status 1 where a wrong number was published or a sound report was held."""
    parser = argparse.ArgumentParser(prog="python -m tests.wording", description=__doc__)
    parser.add_argument("--only", choices=("sound", "hostile"))
    parser.add_argument("--hand", choices=("first", "second"), default="first", help="who wrote")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, help="how many of each, in place of the usual number")
    parser.add_argument("--names", default="", help="only these, with commas between")
    parser.add_argument("--json", type=Path, help="a file to write all verdicts to")
    parser.add_argument("--write", type=Path, help="only writes the inputs to a folder")
    parser.add_argument("--gate", action="store_true", help="all through the product in one run")
    asked = parser.parse_args(arguments)
    os.environ["GONGKAI_BROWSER"] = "off"
    pages = _pages(asked.only, asked.seed, asked.count, asked.hand)
    if asked.names:
        wanted = asked.names.split(",")
        pages = [page for page in pages if page.name in wanted]
    if asked.write:
        for page in pages:
            page.write(asked.write)
        return 0
    if asked.gate:
        verdicts = through_the_gate(pages)
    else:
        verdicts = [alone(page) for page in pages if not needs_the_gate(page)]
        print(
            f"left to --gate: {len(pages) - len(verdicts)} pages whose sidecar names another body"
        )
    tell(verdicts)
    if asked.json:
        rows = [asdict(verdict) for verdict in verdicts]
        asked.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(
        any(v.outcome == "WRONG" or (v.outcome == "held" and not v.hostile) for v in verdicts)
    )


def _pages(only: str | None, seed: int, count: int | None, hand: str = "first") -> list[Page]:
    sets: dict[str, Callable[[], list[Page]]] = {
        "sound": lambda: list(sound_pages(seed, SOUND if count is None else count)),
        "hostile": lambda: list(hostile_pages(seed, HOSTILE if count is None else count)),
    }
    if hand == "second":
        sets = {
            "sound": lambda: list(second_sound(seed, COUNT_SOUND if count is None else count)),
            "hostile": lambda: list(
                second_hostile(seed, COUNT_HOSTILE if count is None else count)
            ),
        }
    return [page for name, made in sets.items() if only in (None, name) for page in made()]


def tell(verdicts: Sequence[Verdict]) -> None:
    """A line for every input that is not as it should be, then how many of each kind there are."""
    for verdict in verdicts:
        kinds = " + ".join(verdict.kinds)
        if verdict.outcome == "WRONG":
            shown = "; ".join(verdict.wrong[:3])
            print(f"WRONG {verdict.name} [{kinds}] {len(verdict.wrong)}: {shown} {verdict.why}")
        elif verdict.outcome == "held" and not verdict.hostile:
            print(
                f"held  {verdict.name} [{kinds}] {'; '.join(v[:160] for v in verdict.why_held[:3])}"
            )
    for hostile in (False, True):
        chosen = [v for v in verdicts if v.hostile == hostile]
        if chosen:
            _table("hostile" if hostile else "sound", chosen)
    spent = sorted(v.milliseconds for v in verdicts)
    if spent:
        middle, late = spent[len(spent) // 2], spent[min(len(spent) - 1, len(spent) * 95 // 100)]
        print(f"milliseconds a document: median {middle:.0f}, 95th percentile {late:.0f}")


def _table(name: str, verdicts: Sequence[Verdict]) -> None:
    """By a sound report's kinds (each of them) and a hostile one's only kind."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in verdicts:
        for kind in verdict.kinds:
            counts[kind][verdict.outcome] += 1
    counts[f"all {name}"] = Counter(v.outcome for v in verdicts)
    print(f"\n{name:44}{'inputs':>7}{'right':>7}{'held':>7}{'WRONG':>7}")
    for kind, found in counts.items():
        wide = sum(ord(char) > 0x2E80 for char in kind)
        line = f"{found.total():7}{found['right']:7}{found['held']:7}{found['WRONG']:7}"
        print(kind + " " * max(1, 44 - len(kind) - wide) + line)


if __name__ == "__main__":
    sys.exit(main())
