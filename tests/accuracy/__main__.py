"""`make accuracy`: print every form and shape, read it, and write `docs/accuracy.md`.

Everything is printed from seeds, without any other program, and kept in `.cache/press`;
besides, the committed prints of a word processor and a browser are read. `make accuracy
FAMILY=web` takes one family (text, scan, stamped, lying, web, word), or statistics beside the
table: verdicts (whose mistake it is), rules (Great Expectations beside the comparisons), location
(of the error), violations and clean (as `python -m tests.violations`). `--seed N` prints other
scans and lying layers, which nobody has tuned to, and writes nothing.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import lru_cache
from itertools import repeat
from typing import Final

import cv2

from gongkai.form import forms
from tasks.second import browser
from tests.accuracy.score import Score, score
from tests.accuracy.verdicts import Trial, summary, trial
from tests.compare import gold_of
from tests.conftest import CORPUS, GOLD, ROOT
from tests.expectations.measure_location import CLASSES, LEAST, measure
from tests.expectations.measure_location import Score as Located
from tests.expectations.test_parity import (
    TABLES,
    by_great_expectations,
    by_numpy,
    random_batch,
    some_rows,
)
from tests.press.lying import lying_shapes
from tests.press.scan import scan_shapes, stamped_shapes
from tests.press.shapes import text_shapes
from tests.press.specimen import Specimen
from tests.press.web_pages import html_shapes
from tests.press.word_files import word_shapes
from tests.violations.__main__ import clean, violations

TARGET = ROOT / "docs" / "accuracy.md"
WORKERS = 2
TRIALS = 100
VIOLATIONS, CLEAN = 300, 100
PART = 250
"""Random reports that Great Expectations judges at once."""

PRINTED, SAMPLED = "printed by a word processor or a browser", "in the sample"

FAMILIES = {
    "text": "PDF with a text layer",
    "scan": "Scan or photograph",
    "stamped": "Scan with seals anywhere on its tables",
    "lying": "PDF whose text layer lies",
    "html": "Web page",
    "docx": "Word file (.docx)",
}

NAMES = {"web": "html", "word": "docx"}
"""Other names of families."""


def specimens(seed: int = 0) -> Iterator[Specimen]:
    """The whole set: printed now, and the committed prints; what takes longest first."""
    yield from scan_shapes(seed)
    yield from stamped_shapes()
    yield from lying_shapes(seed)
    yield from text_shapes()
    for path in [*sorted(GOLD.glob("*.json")), *sorted(CORPUS.glob("*.json"))]:
        gold = gold_of(path)
        home = ROOT if path.parent == GOLD else path.parent
        file = home / gold["file"]
        shape = PRINTED if gold["family"] == "text" else SAMPLED
        yield Specimen(
            path.stem, gold["form"], gold["family"], shape, file.suffix, file.read_bytes, gold
        )
    yield from html_shapes()
    yield from word_shapes()


@lru_cache(maxsize=1)
def _every(seed: int) -> tuple[Specimen, ...]:
    """The set as every process has it; none of it printed yet."""
    return tuple(specimens(seed))


def _score(place: int, seed: int) -> Score:
    here = browser.found()
    return score(_every(seed)[place], here.path if here else "")


def _one_thread() -> None:
    """A process of the pool is as many threads as a worker of the product."""
    cv2.setNumThreads(1)


def main(arguments: Sequence[str]) -> int:
    """Score the set; return 1 if a number is silently wrong, or something else is."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--only", choices=(*FAMILIES, *NAMES, *OTHERS), help="writes nothing")
    parser.add_argument("--name", default="", help="only names that contain this")
    parser.add_argument("--seed", type=int, default=0, help="of scans and lying layers")
    call = parser.parse_args(arguments)
    with ProcessPoolExecutor(WORKERS, initializer=_one_thread) as pool:
        if call.only in OTHERS:
            return 0 if OTHERS[call.only](pool) else 1
        family = NAMES.get(call.only, call.only)
        text, good = _documents(pool, family, call.name, call.seed)
        if family is None and not call.name and not call.seed:
            lines, right = summary(_verdicts(pool))
            good = good and right
            text += "\n".join(["", "## Whose mistake it is", "", *lines, ""])
            TARGET.parent.mkdir(exist_ok=True)
            TARGET.write_text(text, encoding="utf-8")
    print(text)
    return 0 if good else 1


def _documents(pool: Executor, family: str | None, name: str, seed: int) -> tuple[str, bool]:
    """The accuracy table of a family or of all, and whether nothing is silently wrong."""
    chosen = [
        place
        for place, specimen in enumerate(_every(seed))
        if family in (None, specimen.family) and name in specimen.name
    ]
    began = time.monotonic()
    scores = []
    for done in pool.map(_score, chosen, repeat(seed)):
        scores.append(done)
        _tell(done)
    return _page(scores, time.monotonic() - began), not any(done.silent for done in scores)


def _verdicts(pool: Executor) -> list[Trial]:
    return list(pool.map(trial, range(TRIALS)))


def _whose(pool: Executor) -> bool:
    lines, right = summary(_verdicts(pool))
    print("\n".join(lines))
    return right


def _rules(pool: Executor) -> bool:
    """Great Expectations beside the comparisons, on 10,000 random reports of the three forms."""
    parts = [(form, first) for form, count in TABLES.items() for first in range(0, count, PART)]
    different = sum(pool.map(_differences, parts))
    print(f"{sum(TABLES.values())} random reports, judged differently: {different}")
    return not different


def _differences(part: tuple[str, int]) -> int:
    form, first = part
    batch = random_batch(form, TABLES[form], seed=20).batch
    some = some_rows(batch, range(first, min(first + PART, TABLES[form])))
    failing = {(report, key) for report, key, outcome in by_numpy(some) if outcome == "fail"}
    return len(by_great_expectations(some) ^ failing)


def _location(pool: Executor) -> bool:
    """How often the search for the error is right, class by class."""
    asked = [(form, name) for form in ("2021", "2019") for name in LEAST]
    good = True
    for (form, name), found in zip(asked, pool.map(_located, asked), strict=True):
        met = LEAST[name].is_met(found)
        shares = f"{found.right} right, {found.among} in a set, {found.wrong} wrong"
        print(f"{form} {name}: {shares}, {found.without} without{'' if met else ': too bad'}")
        good = good and met
    return good


def _located(asked: tuple[str, str]) -> Located:
    form, name = asked
    return measure(forms()[form], CLASSES[name], LEAST[name].samples, seed=1)


OTHERS: Final[Mapping[str, Callable[[Executor], bool]]] = {
    "verdicts": _whose,
    "rules": _rules,
    "location": _location,
    "violations": lambda _: violations(VIOLATIONS),
    "clean": lambda _: clean(CLEAN),
}
"""Statistics beside the table of documents, each by itself."""


def _tell(done: Score) -> None:
    """One line on the screen for a document that is not wholly right, with its first slips."""
    if done.wrong or done.status != "published" or not done.named:
        print(f"{done.name} [{done.way}] {len(done.wrong)} wrong, {done.status} {done.reason[:90]}")
        for slip in (*done.silent[:3], *done.wrong[:3]):
            print(f"    {slip}")


def _page(scores: Sequence[Score], seconds: float) -> str:
    """The accuracy table as Markdown."""
    lines = [
        "# Accuracy",
        "",
        f"{len(scores)} documents with exact gold, read through the whole pipeline, the second",
        "reader and the gate included. Made by `make accuracy`; every document but the committed",
        "prints is printed anew from seeds. A cell is right if its state and number are the",
        "printed ones (for text, web and Word also its text). *Silent* are wrong cells in a",
        "published report without a finding on them. Seconds are of one core.",
        "",
        "| family | documents | cells | right | wrong, held back | silent | published | s a document |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for family, name in FAMILIES.items():
        own = [s for s in scores if s.family == family]
        if own:
            lines.append(f"| {name} | {_figures(own)} |")
    lines += ["", "## By shape and form", ""]
    for family, name in FAMILIES.items():
        own = [s for s in scores if s.family == family]
        if own:
            lines += [f"### {name}", "", *_shapes(own), ""]
    lines.append(f"Read in {seconds:.0f} s by {WORKERS} processes.")
    return "\n".join(lines) + "\n"


def _shapes(scores: Iterable[Score]) -> Iterator[str]:
    yield "| shape | form | documents | cells | right | wrong, held back | silent | published | s a document |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|---:|"
    groups: dict[tuple[str, str], list[Score]] = defaultdict(list)
    for done in scores:
        groups[done.shape, done.form].append(done)
    for (shape, form), own in sorted(groups.items()):
        yield f"| {shape} | {form} | {_figures(own)} |"


def _figures(own: Sequence[Score]) -> str:
    cells = sum(s.cells for s in own)
    wrong, silent = sum(len(s.wrong) for s in own), sum(len(s.silent) for s in own)
    share = (cells - wrong) / cells
    seconds = sum(s.seconds for s in own) / len(own)
    right = "100 %" if wrong == 0 else f"{share:.3%}"
    published = sum(s.status == "published" for s in own)
    counts = f"{len(own)} | {cells:,} | {right} | {wrong - silent} | {silent} | {published}"
    return f"{counts} | {seconds:.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
