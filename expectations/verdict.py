"""The verdict on a batch, and who may give it.

In the product Great Expectations judges; the comparisons alone come to the same, at once:
for reading a release back, and for tests of what is made of a verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from expectations.batch import Batch
from expectations.evaluate import Sides
from expectations.rules import Rule, rule_book
from gongkai.form import Form

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Verdict:
    """What a judge says of a batch.

    Attributes:
        failed: per check key or rule that counts, the row numbers that failed it.
        broken: rules whose expectation itself raised, with its message.
        native: the validation result as Great Expectations writes it.
    """

    failed: Mapping[str, tuple[int, ...]]
    broken: Mapping[str, str]
    native: Mapping[str, Any]


class Judge(Protocol):
    """Says what fails in a batch."""

    def __call__(
        self, form: Form, sides: Sequence[Sides], counts: Mapping[str, Counts], batch: Batch
    ) -> Verdict:
        """Judge a batch.

        Args:
            form: the form all reports are on.
            sides: every check on every report.
            counts: per rule that counts, how often it fails in each report.
            batch: the reports.
        """
        ...


def counted_rules() -> list[Rule]:
    """Rules that are not arithmetic over one report, by how often they failed in it."""
    rules = (rule for rule in rule_book().values() if rule.severity == "error")
    return [rule for rule in rules if not rule.is_checked and rule.kind != "cause"]


def great_expectations(
    form: Form, sides: Sequence[Sides], counts: Mapping[str, Counts], batch: Batch
) -> Verdict:
    """The gate of the product: a Great Expectations run. Imports it (5 s) when first asked."""
    from expectations import suite

    return suite.judge(form, sides, counts, batch)


def comparisons(
    form: Form,  # noqa: ARG001
    sides: Sequence[Sides],
    counts: Mapping[str, Counts],
    batch: Batch,  # noqa: ARG001
) -> Verdict:
    """The same by the comparisons of `Sides.fails` alone."""
    failing = {side.check.key: side.fails for side in sides}
    failing.update({rule: count > 0 for rule, count in counts.items()})
    rows = {key: tuple(np.flatnonzero(fails).tolist()) for key, fails in failing.items()}
    return Verdict({key: found for key, found in rows.items() if found}, {}, {})
