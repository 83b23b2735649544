"""The flows without Prefect: the same stages in the same order, as plain functions."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.judged import validate


@contextmanager
def without_prefect() -> Iterator[Any]:
    """`flows.run` with every task as the function that it is, its log and artifacts let go.

    Its judge are the comparisons: Great Expectations judges in the run with Prefect.
    """
    from prefect import Task

    import flows.run as room

    with pytest.MonkeyPatch.context() as patch:
        for name, value in list(vars(room).items()):
            if isinstance(value, Task):
                patch.setattr(room, name, value.fn)
            elif name.startswith("create_") and name.endswith("_artifact"):
                patch.setattr(room, name, lambda **_: None)
        patch.setattr(room, "validate", validate)
        if "GONGKAI_WORKERS" not in os.environ:
            patch.setenv("GONGKAI_WORKERS", "1")  # the tests themselves are on every core
        patch.setattr(room, "_unseen", lambda value: value)
        patch.setattr(room, "get_run_logger", lambda: logging.getLogger("flows"))
        yield room


def nightly(**given: Any) -> dict[str, Any]:
    """The main job over everything."""
    with without_prefect() as room:
        done: dict[str, Any] = room.nightly.fn(**given)
        return done


def backfill(*years: int, **given: Any) -> dict[str, Any]:
    """The main job over some years."""
    with without_prefect() as room:
        done: dict[str, Any] = room.backfill.fn(*years, **given)
        return done
