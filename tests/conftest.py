"""What several rooms' tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.environment import keep_to_itself
from gongkai.form import Form, forms

keep_to_itself()
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "raw"
GOLD = ROOT / "tests" / "corpus" / "sample"
CORPUS = ROOT / "tests" / "corpus" / "pdf"
SHARED = ROOT.parent / "shared"


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes have no name of their own: they may hold a clock, and every process names tests."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def form() -> Form:
    """The 2021 form."""
    return forms()["2021"]
