"""How often the search for the error is right: `python -m tests.expectations.measure_location`.

Prints one line per form and class of mistakes: of reports that show a failure, how
many are answered uniquely and rightly, by a set that has the truth in it, uniquely but
wrongly, or without the truth; and how long it takes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from random import Random
from statistics import median, quantiles

from expectations.locate import Cause, Cell, causes
from gongkai.form import Form, forms
from tests.expectations import invented
from tests.expectations.invented import SLIPS, Values

Damage = Callable[[Form, Values, Random], Values]


def cells_wrong(count: int, *names: str) -> Damage:
    slips = [SLIPS[name] for name in names or SLIPS]
    return lambda _, values, random: invented.damage(values, count, random, slips)


def total_at_0(form: Form, values: Values, random: Random) -> Values:
    totals = [c for c in values if values[c] and (c[2] == "total" or c[1] == "3.7")]
    return {**values, random.choice(totals): 0}


def column_shifted(form: Form, values: Values, random: Random) -> Values:
    used = sorted({c[2] for c in values if values[c]})
    return invented.shift(values, invented.column(form, random.choice(used)), random, 3)


def row_shifted(form: Form, values: Values, random: Random) -> Values:
    used = sorted({c[1] for c in values if values[c]})
    return invented.shift(values, invented.row(form, random.choice(used)), random)


def swapped(form: Form, values: Values, random: Random) -> Values:
    lines = [invented.row(form, item) for item in invented.items(form)]
    lines += [invented.column(form, measure) for measure in form.table[invented.TABLE].measure]
    pairs = [p for line in lines for p in pairwise(line)]
    one, other = random.choice([p for p in pairs if values[p[0]] != values[p[1]]])
    return {**values, one: values[other], other: values[one]}


def split(form: Form, values: Values, random: Random) -> Values:
    lines = [invented.row(form, item) for item in invented.items(form)]
    pairs = [p for line in lines for p in pairwise(line)]
    pairs = [p for p in pairs if values[p[0]] > 9]
    if not pairs:
        return dict(values)
    one, other = random.choice(pairs)
    digits = str(values[one])
    place = random.randrange(1, len(digits))
    return {**values, one: int(digits[:place]), other: int(digits[place:])}


def all_totals_at_0(form: Form, values: Values, random: Random) -> Values:
    return {c: 0 if c[2] == "total" else value for c, value in values.items()}


CLASSES: Mapping[str, Damage] = {
    **{f"one {name}": cells_wrong(1, name) for name in SLIPS},
    "one total at 0": total_at_0,
    "one of any kind": cells_wrong(1),
    "two of any kind": cells_wrong(2),
    "two slips": cells_wrong(2, "typed", "added", "lost", "turned"),
    "two drawn": cells_wrong(2, "drawn"),
    "three of any kind": cells_wrong(3),
    "three slips": cells_wrong(3, "typed", "added", "lost", "turned"),
    "four of any kind": cells_wrong(4),
    "column shifted": column_shifted,
    "row shifted": row_shifted,
    "swapped": swapped,
    "split": split,
    "all totals at 0": all_totals_at_0,
}


@dataclass(frozen=True)
class Score:
    """Counts of answers, and the seconds of each."""

    right: int
    among: int
    wrong: int
    without: int
    seconds: tuple[float, ...]

    @property
    def count(self) -> int:
        return self.right + self.among + self.wrong + self.without


@dataclass(frozen=True)
class Least:
    """How right the search must be on so many samples of a class.

    Attributes:
        unique: share that must be answered uniquely and rightly.
        wrong: share that may be answered uniquely but wrongly.
        without: share that may be answered without the truth.
    """

    samples: int
    unique: float
    wrong: float
    without: float

    def is_met(self, score: Score) -> bool:
        """Whether a score is at least so good."""
        return (
            score.right >= self.unique * score.count
            and score.wrong <= self.wrong * score.count
            and score.without <= self.without * score.count
        )


LEAST: Mapping[str, Least] = {
    "one of any kind": Least(300, 1.0, 0.0, 0.0),
    "one total at 0": Least(150, 1.0, 0.0, 0.0),
    "two of any kind": Least(600, 0.985, 0.003, 0.0),
    "three of any kind": Least(600, 0.95, 0.008, 0.003),
    "column shifted": Least(300, 0.6, 0.0, 0.0),
    "row shifted": Least(150, 0.9, 0.0, 0.0),
    "swapped": Least(150, 0.5, 0.0, 0.0),
    "split": Least(150, 0.98, 0.005, 0.0),
    "all totals at 0": Least(150, 0.98, 0.0, 0.0),
}


def answers(found: Sequence[Cause]) -> list[dict[Cell, int]]:
    """Every way to repair the report as a whole."""
    if not all(cause.repairs for cause in found):
        return []
    return [
        {change.cell: change.proposed for repair in chosen for change in repair.changes}
        for chosen in product(*(cause.repairs for cause in found))
    ]


def measure(form: Form, damage: Damage, samples: int, seed: int) -> Score:
    """Damage invented reports and see whether the damage is found."""
    random = Random(seed)
    identities = invented.identities(form)
    counts = {"right": 0, "among": 0, "wrong": 0, "without": 0}
    seconds: list[float] = []
    while len(seconds) < samples:
        values = invented.report(form, random)
        printed = damage(form, values, random)
        if not list(invented.fails(identities, printed)):
            continue
        start = time.perf_counter()
        found = causes(identities, printed, form)
        seconds.append(time.perf_counter() - start)
        truth = {cell: value for cell, value in values.items() if printed[cell] != value}
        counts[verdict(found, truth)] += 1
    return Score(**counts, seconds=tuple(seconds))


def verdict(found: Sequence[Cause], truth: Mapping[Cell, int]) -> str:
    repairs = answers(found)
    if len(repairs) == 1 and all(cause.complete for cause in found):
        return "right" if repairs[0] == truth else "wrong"
    return "among" if truth in repairs else "without"


def main() -> None:
    samples = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    chosen = sys.argv[2] if len(sys.argv) > 2 else ""
    print(f"{'form':5} {'class':18} {'unique':>7} {'in set':>7} {'wrong':>7} {'no':>7}", end="")
    print(f" {'median':>8} {'95 %':>8}  (ms)")
    for code, (name, damage) in product(("2021", "2019"), CLASSES.items()):
        if not name.startswith(chosen):
            continue
        score = measure(forms()[code], damage, samples, seed=1)
        parts = (score.right, score.among, score.wrong, score.without)
        shares = " ".join(f"{100 * part / score.count:6.1f}%" for part in parts)
        times = (median(score.seconds), quantiles(score.seconds, n=20)[-1])
        print(
            f"{code:5} {name:18} {shares}", " ".join(f"{1000 * t:8.1f}" for t in times), flush=True
        )


if __name__ == "__main__":
    main()
