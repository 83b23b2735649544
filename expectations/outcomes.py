"""The six outcomes of a rule on a report, and their counts per rule and year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, get_args

import numpy as np
import numpy.typing as npt

from gongkai.report import Outcome

Codes = npt.NDArray[np.int8]

NOT_APPLICABLE, PASS, NOT_CHECKABLE, EXPLAINED, FAIL, BROKEN = range(6)
"""Ordered: of several places in one report, the last of these is the rule's outcome."""

NAMES: Final[tuple[Outcome, ...]] = (
    *("not_applicable", "pass", "not_checkable"),
    *("explained", "fail", "broken"),
)
assert set(NAMES) == set(get_args(Outcome))


@dataclass(frozen=True)
class Tally:
    """How often a rule came to each outcome, over the reports of a year on a form."""

    rule: str
    form: str
    year: int
    counts: Mapping[Outcome, int]


def tallies(form: str, years: npt.NDArray[np.int32], marks: Mapping[str, Codes]) -> list[Tally]:
    """Count outcomes.

    Args:
        form: the form's code.
        years: the report years (n,), 0 where unknown.
        marks: per rule its outcome in each report (n,).
    """
    found = []
    for year in sorted(set(years.tolist())):
        of_year = years == year
        for rule, codes in marks.items():
            counted = np.bincount(codes[of_year], minlength=len(NAMES)).tolist()
            found.append(Tally(rule, form, year, dict(zip(NAMES, counted, strict=True))))
    return found


def total(tallied: Iterable[Tally]) -> dict[str, dict[Outcome, int]]:
    """The counts per rule, over all years and forms."""
    found: dict[str, dict[Outcome, int]] = {}
    for tally in tallied:
        counts = found.setdefault(tally.rule, dict.fromkeys(NAMES, 0))
        for outcome, count in tally.counts.items():
            counts[outcome] += count
    return found
