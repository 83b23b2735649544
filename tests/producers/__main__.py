"""`python -m tests.producers`: what becomes of sound reports of other producers; see the package.

Every document is read by itself. It is held where the reader gives a reason or a finding whose
rule is an error; else what was read of it is published.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from tests.producers.families import Document, documents
from tests.producers.stock import content, gold_for

PHOTOGRAPH: Final = "photograph"
SHOWN: Final = 6


@dataclass(frozen=True)
class Verdict:
    """What became of one document.

    Attributes:
        name: The document's.
        family: Its family.
        kind: `text` or `picture`.
        cells: Cells of the form.
        right: Cells read as in the gold.
        wrong: Those read otherwise: cell, what was read, what is printed.
        held: Why it is held: the reader's reason, and rules of errors; empty if published.
        said: The first message of each of these rules.
        seconds: What reading took.
    """

    name: str
    family: str
    kind: str
    cells: int
    right: int
    wrong: tuple[str, ...]
    held: tuple[str, ...]
    said: tuple[str, ...]
    seconds: float

    @property
    def silent(self) -> int:
        """Wrong cells that are published."""
        return 0 if self.held else len(self.wrong)


def judged(document: Document, folder: Path) -> Verdict:
    """Reads a document.

    Args:
        document: The document.
        folder: Where to put its file.
    """
    from expectations.rules import rule_book
    from tasks.one import read_one

    path = folder / f"{document.name}.pdf"
    path.write_bytes(content(document))
    start = time.perf_counter()
    reading = read_one(path)
    seconds = time.perf_counter() - start
    path.unlink()
    book = rule_book()
    errors = [each for each in reading.remarks if book[each.rule].severity == "error"]
    messages = {each.rule: each.message for each in reversed(errors)}
    held = ([f"reason: {reading.reason}"] if reading.reason else []) + sorted(messages)
    read = {(each.table, each.item, each.measure): each for each in reading.figures}
    gold = gold_for(document)
    wrong = []
    for key, cell in gold.items():
        figure = read.get(key)
        state = str(figure.state) if figure else "absent"
        value = f"{figure.value:f}" if figure and figure.value is not None else None
        same = (
            value is not None and cell.value is not None and Decimal(value) == Decimal(cell.value)
        )
        if state != cell.state or (cell.state == "number" and not same):
            wrong.append(
                f"{'/'.join(key)}: read {state} {value}, printed {cell.state} {cell.value}"
            )
    return Verdict(
        document.name,
        document.family.name,
        document.family.kind,
        len(gold),
        len(gold) - len(wrong),
        tuple(wrong),
        tuple(held),
        tuple(messages.values()),
        round(seconds, 2),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Status 1 where a wrong cell was published, or a document was held that is no photograph."""
    parser = argparse.ArgumentParser(prog="python -m tests.producers", description=__doc__)
    parser.add_argument("--only", default="", help="families whose name has these words")
    parser.add_argument("--kind", choices=("text", "picture"), help="only such families")
    parser.add_argument("--number", type=int, help="only the first, second … of each family")
    parser.add_argument("--json", type=Path, help="a file to write all that was judged to")
    parser.add_argument(
        "--resume", action="store_true", help="keeps what the JSON file has, and judges the others"
    )
    parser.add_argument("--list", action="store_true", help="only names the documents")
    parser.add_argument("--write", type=Path, help="only writes the documents to a folder")
    given = parser.parse_args(arguments)
    os.environ["GONGKAI_BROWSER"] = "off"
    wanted = [
        each
        for each in documents()
        if given.only in each.family.name
        and given.kind in (None, each.family.kind)
        and given.number in (None, each.number)
    ]
    if given.list or given.write:
        for document in wanted:
            print(f"{document.family.kind:8} {document.name}")
            if given.write:
                given.write.mkdir(parents=True, exist_ok=True)
                (given.write / f"{document.name}.pdf").write_bytes(content(document))
        return 0
    verdicts = _kept(given.json) if given.resume else []
    done = {each.name for each in verdicts}
    with tempfile.TemporaryDirectory(prefix="producers-", ignore_cleanup_errors=True) as folder:
        for document in wanted:
            if document.name in done:
                continue
            verdict = judged(document, Path(folder))
            verdicts.append(verdict)
            _tell_one(verdict)
            if given.json:
                said = [asdict(each) for each in verdicts]
                text = json.dumps(said, ensure_ascii=False, indent=1)
                given.json.write_text(text, encoding="utf-8")
    tell(verdicts)
    return int(
        any(each.silent or (each.held and PHOTOGRAPH not in each.family) for each in verdicts)
    )


def _kept(path: Path | None) -> list[Verdict]:
    """The verdicts of a file that an earlier run wrote."""
    if path is None or not path.exists():
        return []
    kept = []
    for each in json.loads(path.read_text(encoding="utf-8")):
        lists = {key: tuple(value) for key, value in each.items() if isinstance(value, list)}
        kept.append(Verdict(**{**each, **lists}))
    return kept


def _tell_one(verdict: Verdict) -> None:
    """A line for a document that is not published as it is printed."""
    if verdict.silent:
        print(f"WRONG  {verdict.name}: {verdict.silent} cells", flush=True)
        for text in verdict.wrong[:SHOWN]:
            print(f"       {text}", flush=True)
    elif verdict.held:
        rules = ", ".join(verdict.held)
        print(
            f"held   {verdict.name}: {rules}; {verdict.right} of {verdict.cells} cells right",
            flush=True,
        )


def tell(verdicts: Sequence[Verdict]) -> None:
    """The figures by family, by kind and of all."""
    print(
        f"\n{'family':46}{'docs':>5}{'cells':>7}{'right':>7}{'w.held':>7}{'WRONG':>6}"
        f"{'publ.':>6}{'held':>5}{'median s':>9}{'95 %':>7}"
    )
    for family in dict.fromkeys(each.family for each in verdicts):
        _line(family, [each for each in verdicts if each.family == family])
    for kind in ("text", "picture"):
        _line(
            f"all {kind}, photographs not counted",
            [each for each in verdicts if each.kind == kind and PHOTOGRAPH not in each.family],
        )
    _line("all photographs", [each for each in verdicts if PHOTOGRAPH in each.family])
    _line("all", list(verdicts))
    rules = Counter(rule for each in verdicts for rule in each.held)
    for rule, count in rules.most_common():
        print(f"held with {rule}: {count}")


def _line(title: str, verdicts: Sequence[Verdict]) -> None:
    if not verdicts:
        return
    seconds = sorted(each.seconds for each in verdicts)
    late = seconds[min(round(0.95 * (len(seconds) - 1)), len(seconds) - 1)]
    held = sum(bool(each.held) for each in verdicts)
    print(
        f"{title:46}{len(verdicts):5}{sum(each.cells for each in verdicts):7}"
        f"{sum(each.right for each in verdicts):7}"
        f"{sum(len(each.wrong) for each in verdicts if each.held):7}"
        f"{sum(each.silent for each in verdicts):6}{len(verdicts) - held:6}{held:5}"
        f"{statistics.median(seconds):9.1f}{late:7.1f}"
    )


if __name__ == "__main__":
    sys.exit(main())
