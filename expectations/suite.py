"""The rule book as Great Expectations suites of one form, and their run on a batch.

The only module that imports Great Expectations (5 s: only what judges imports it). An
expectation is a rule. Rules that stand in the same places of a form (every row of a table,
every column) are validated on one frame with a row per report and place: a pair of columns
per rule, its two sides.
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
import pandas as pd

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")

import great_expectations as gx
import great_expectations.expectations as gxe
from great_expectations.core import ExpectationSuiteValidationResult, ExpectationValidationResult
from great_expectations.data_context.types.base import ProgressBarsConfig

from expectations.batch import Batch
from expectations.checks import Check
from expectations.evaluate import Sides
from expectations.rules import Rule, rule_book
from expectations.verdict import Counts, Verdict, counted_rules
from gongkai.form import Form

Places = tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Rules that stand in the same places of a form.

    Attributes:
        places: the codes in the brackets of their checks' keys; of a rule without, an empty one.
        checks: of each rule, by its id, the checks in the order of the places.
        counted: rules that count how often they failed in a report as a whole.
    """

    places: Places
    checks: Mapping[str, tuple[Check, ...]]
    counted: tuple[Rule, ...]


def groups(checks: Sequence[Check]) -> list[Group]:
    """Some checks of a form, and the rules that count, by where they stand."""
    by_rule: dict[str, list[Check]] = {}
    for check in checks:
        by_rule.setdefault(check.rule.id, []).append(check)
    by_places: dict[Places, dict[str, tuple[Check, ...]]] = {("",): {}}
    for rule, own in by_rule.items():
        places = tuple(_place(check) for check in own)
        by_places.setdefault(places, {})[rule] = tuple(own)
    return [
        Group(places, own, tuple(counted_rules()) if places == ("",) else ())
        for places, own in by_places.items()
    ]


def _place(check: Check) -> str:
    """The code in the brackets of a check's key."""
    return check.key.removeprefix(check.rule.id).strip("[]")


def suite_of(form: Form, group: Group) -> gx.ExpectationSuite:
    """An expectation per rule of a group, with severity, words and basis in its metadata."""
    expectations = [_of_rule(own[0]) for own in group.checks.values()]
    expectations += [
        gxe.ExpectColumnValuesToBeBetween(column=rule.id, max_value=0, meta=_meta(rule))
        for rule in group.counted
    ]
    return gx.ExpectationSuite(name=f"form_{form.form}", expectations=expectations)


def _of_rule(check: Check) -> Any:
    left, right = f"{check.rule.id}.left", f"{check.rule.id}.right"
    meta = _meta(check.rule)
    skipped = "either_value_is_missing"
    if check.operator == "=":
        return gxe.ExpectColumnPairValuesToBeEqual(
            column_A=left, column_B=right, ignore_row_if=skipped, meta=meta
        )
    larger, smaller = (right, left) if check.operator == "<=" else (left, right)
    return gxe.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A=larger, column_B=smaller, or_equal=True, ignore_row_if=skipped, meta=meta
    )


def _meta(rule: Rule) -> dict[str, str]:
    return {
        "rule": rule.id,
        "severity": rule.severity,
        "title": rule.title,
        "formula": rule.formula,
        "words": rule.words,
        "basis": rule.basis,
    }


def frame(
    group: Group, sides: Mapping[str, Sides], counts: Mapping[str, Counts], batch: Batch
) -> pd.DataFrame:
    """What Great Expectations validates: one row per report and place of a group.

    Columns: `report`; `place`; per rule `<rule>.left` and `<rule>.right` (NaN where it is not
    applicable or not checkable there); per rule that counts how often it failed.

    Args:
        group: rules that stand in the same places.
        sides: of every check, by its key.
        counts: of every rule that counts.
        batch: the reports.
    """
    columns: dict[str, object] = {
        "report": np.repeat(np.array(batch.index, dtype=object), len(group.places)),
        "place": list(group.places) * len(batch),
    }
    for rule, checks in group.checks.items():
        own = [sides[check.key] for check in checks]
        known = np.stack([side.checkable for side in own], axis=1).ravel()
        left = np.stack([side.left for side in own], axis=1).ravel()
        right = np.stack([side.right for side in own], axis=1).ravel()
        columns[f"{rule}.left"] = np.where(known, left, np.nan)
        columns[f"{rule}.right"] = np.where(known, right, np.nan)
    columns.update({rule.id: counts[rule.id] for rule in group.counted})
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


def judge(
    form: Form, sides: Sequence[Sides], counts: Mapping[str, Counts], batch: Batch
) -> Verdict:
    """Validate a whole batch, as `expectations.verdict.Judge` says."""
    of_key = {side.check.key: side for side in sides}
    found: list[ExpectationValidationResult] = []
    meta: Mapping[str, Any] = {}
    with _quiet():
        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(globally=False)
        source = context.data_sources.add_pandas("reports")
        for number, group in enumerate(groups([side.check for side in sides])):
            asset = source.add_dataframe_asset(f"form_{form.form}_{number}")
            rows = asset.add_batch_definition_whole_dataframe("batch").get_batch(
                {"dataframe": frame(group, of_key, counts, batch)}
            )
            result = rows.validate(suite_of(form, group), result_format=_FORMAT)
            found += result.results
            meta = meta or result.meta
    order = {rule: place for place, rule in enumerate(rule_book())}
    found.sort(key=lambda outcome: order[_rule_of(outcome)])
    failed, broken = _failures(found, batch)
    return Verdict(failed, broken, _native(form, found, meta))


_FORMAT = {
    "result_format": "COMPLETE",
    "unexpected_index_column_names": ["report", "place"],
    "return_unexpected_index_query": False,
}


def _rule_of(outcome: ExpectationValidationResult) -> str:
    return str(outcome.expectation_config.meta["rule"])


def _failures(
    found: Sequence[ExpectationValidationResult], batch: Batch
) -> tuple[dict[str, tuple[int, ...]], dict[str, str]]:
    """What failed, by check key or rule, and what broke, by rule."""
    position = {report: row for row, report in enumerate(batch.index)}
    failed: dict[str, set[int]] = {}
    broken: dict[str, str] = {}
    for outcome in found:
        rule = _rule_of(outcome)
        if outcome.exception_info.get("raised_exception", True) is not False:
            broken[rule] = str(outcome.exception_info)
        elif not outcome.success:
            for entry in outcome.result["unexpected_index_list"]:
                key = f"{rule}[{entry['place']}]" if entry["place"] else rule
                failed.setdefault(key, set()).add(position[entry["report"]])
    return {key: tuple(sorted(rows)) for key, rows in failed.items()}, broken


def _native(
    form: Form, found: Sequence[ExpectationValidationResult], meta: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The results of all groups as Great Expectations writes those of one suite."""
    passed = sum(bool(outcome.success) for outcome in found)
    told = ExpectationSuiteValidationResult(
        success=passed == len(found),
        results=list(found),
        suite_name=f"form_{form.form}",
        statistics={
            "evaluated_expectations": len(found),
            "successful_expectations": passed,
            "unsuccessful_expectations": len(found) - passed,
            "success_percent": 100 * passed / len(found) if found else None,
        },
        meta={"great_expectations_version": meta.get("great_expectations_version")},
    )
    content: dict[str, Any] = told.to_json_dict()
    return content
