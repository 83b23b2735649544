"""What several rooms' tests share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import cv2
import pytest

from flows.environment import keep_to_itself
from gongkai.form import Form, forms

keep_to_itself()
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
os.environ["GONGKAI_BROWSER"] = "off"  # tests that are about a browser say so themselves

cv2.setNumThreads(1)  # the tests themselves are on every core

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "raw"
GOLD = ROOT / "tests" / "corpus" / "sample"
CORPUS = ROOT / "tests" / "corpus" / "pdf"
SHARED = ROOT.parent / "shared"


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes have no name of their own: they may hold a clock, and every process names tests."""
    return argname if isinstance(val, bytes) else None


TOGETHER = (
    "tests/flows/test_run.py",
    "tests/expectations/test_verdict.py",
    "tests/expectations/test_parity.py::test_great",
    "tests/expectations/test_parity.py::test_fractions",
)
"""Tests that want Great Expectations or the run of the sample: one process has them all."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Of several processes one has the tests of `TOGETHER`; others go where there is time."""
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return "together" if nodeid.startswith(TOGETHER) else nodeid

    return Scheduling(config, log)


@pytest.fixture(scope="session")
def form() -> Form:
    """The 2021 form."""
    return forms()["2021"]
