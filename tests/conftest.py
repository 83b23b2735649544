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


@pytest.fixture(scope="session")
def form() -> Form:
    """The 2021 form."""
    return forms()["2021"]
