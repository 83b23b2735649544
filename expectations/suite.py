"""The rule book as a Great Expectations suite of one form, and its run on a batch.

The only module that imports Great Expectations (3 s: keep it out of workers).
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")

import great_expectations as gx
import great_expectations.expectations as gxe
from great_expectations.data_context.types.base import ProgressBarsConfig

from expectations.batch import Batch
from expectations.checks import Check
from expectations.evaluate import Sides
from expectations.rules import Rule, rule_book
from gongkai.form import Form

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Verdict:
    """What Great Expectations says of a batch.

    Attributes:
        failed: per check key or rule that counts, the row numbers that failed it.
        broken: keys whose expectation itself raised, with its message.
        native: the validation result as Great Expectations writes it.
    """

    failed: Mapping[str, tuple[int, ...]]
    broken: Mapping[str, str]
    native: Mapping[str, Any]


def build_suite(form: Form, checks: Sequence[Check]) -> gx.ExpectationSuite:
    """Compile the rule book for one form: an expectation per check, and per rule that counts.

    Each expectation carries its key, severity, words and basis in its metadata.
    """
    expectations = [_of_check(check) for check in checks]
    expectations += [
        gxe.ExpectColumnValuesToBeBetween(column=rule.id, max_value=0, meta=_meta(rule.id, rule))
        for rule in counted_rules()
    ]
    return gx.ExpectationSuite(name=f"form_{form.form}", expectations=expectations)


def counted_rules() -> list[Rule]:
    """Rules that are not arithmetic over one report, by how often they failed in it."""
    rules = (rule for rule in rule_book().values() if rule.severity == "error")
    return [rule for rule in rules if not rule.is_checked and rule.kind != "cause"]


def _of_check(check: Check) -> Any:
    left, right = f"{check.key}.left", f"{check.key}.right"
    meta = _meta(check.key, check.rule)
    skipped = "either_value_is_missing"
    if check.operator == "=":
        return gxe.ExpectColumnPairValuesToBeEqual(
            column_A=left, column_B=right, ignore_row_if=skipped, meta=meta
        )
    larger, smaller = (right, left) if check.operator == "<=" else (left, right)
    return gxe.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A=larger, column_B=smaller, or_equal=True, ignore_row_if=skipped, meta=meta
    )


def _meta(key: str, rule: Rule) -> dict[str, str]:
    return {
        "key": key,
        "rule": rule.id,
        "severity": rule.severity,
        "title": rule.title,
        "formula": rule.formula,
        "words": rule.words,
        "basis": rule.basis,
    }


def frame(sides: Sequence[Sides], counted: Mapping[str, Counts], batch: Batch) -> pd.DataFrame:
    """What Great Expectations validates: one row per report.

    Columns: `report`; per check `<key>.left` and `<key>.right` (NaN where it is not
    applicable or not checkable); per rule that counts how often it failed.
    """
    columns: dict[str, object] = {"report": list(batch.index)}
    for side in sides:
        known = side.checkable
        columns[f"{side.check.key}.left"] = np.where(known, side.left, np.nan)
        columns[f"{side.check.key}.right"] = np.where(known, side.right, np.nan)
    columns.update(counted)
    return pd.DataFrame(columns)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Great Expectations' own warnings and log lines to itself."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


def run_suite(suite: gx.ExpectationSuite, rows: pd.DataFrame) -> Verdict:
    """Validate a whole batch in one run.

    Args:
        suite: from `build_suite`.
        rows: from `frame`.
    """
    with _quiet():
        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(globally=False)
        asset = context.data_sources.add_pandas("reports").add_dataframe_asset(suite.name)
        definition = gx.ValidationDefinition(
            name=suite.name,
            data=asset.add_batch_definition_whole_dataframe("batch"),
            suite=context.suites.add(suite),
        )
        context.validation_definitions.add(definition)
        result = definition.run(
            batch_parameters={"dataframe": rows},
            result_format={
                "result_format": "COMPLETE",
                "unexpected_index_column_names": ["report"],
            },
        )
    position = {report: row for row, report in enumerate(rows["report"])}
    failed: dict[str, tuple[int, ...]] = {}
    broken: dict[str, str] = {}
    for outcome in result.results:
        key = outcome.expectation_config.meta["key"]
        if outcome.exception_info.get("raised_exception", True) is not False:
            broken[key] = str(outcome.exception_info)
        elif not outcome.success:
            failing = outcome.result["unexpected_index_list"]
            failed[key] = tuple(sorted(position[entry["report"]] for entry in failing))
    return Verdict(failed, broken, result.to_json_dict())
