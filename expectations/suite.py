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

import pandas as pd

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")

import great_expectations as gx
import great_expectations.expectations as gxe
from great_expectations.data_context.types.base import ProgressBarsConfig

from expectations.rules import Check, rule_book
from gongkai.form import Form


@dataclass(frozen=True)
class Verdict:
    """What Great Expectations says of a batch.

    Attributes:
        failed: per check key or reading rule, the row numbers that failed it.
        broken: keys whose expectation itself raised, with its message.
        native: the validation result as Great Expectations writes it.
    """

    failed: Mapping[str, tuple[int, ...]]
    broken: Mapping[str, str]
    native: Mapping[str, Any]


def build_suite(form: Form, checks: Sequence[Check]) -> gx.ExpectationSuite:
    """Compile the rule book for one form: an expectation per check and reading rule.

    Each expectation carries its key, severity, words and basis in its metadata.
    """
    expectations: list[Any] = []
    for check in checks:
        rule = check.rule
        meta = {
            "key": check.key,
            "rule": rule.id,
            "severity": rule.severity,
            "title": rule.title,
            "words": rule.words,
            "basis": rule.basis,
        }
        expectations.append(
            gxe.ExpectColumnPairValuesToBeEqual(
                column_A=f"{check.key}.left",
                column_B=f"{check.key}.right",
                ignore_row_if="either_value_is_missing",
                meta=meta,
            )
        )
    for rule in rule_book().values():
        if rule.kind == "reading" and rule.severity == "error":
            meta = {"key": rule.id, "rule": rule.id, "severity": "error", "title": rule.title}
            expectations.append(
                gxe.ExpectColumnValuesToBeBetween(column=rule.id, max_value=0, meta=meta)
            )
    return gx.ExpectationSuite(name=f"form_{form.form}", expectations=expectations)


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
        rows: from `expectations.evaluate.frame`.
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
