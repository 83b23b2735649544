"""One real, ephemeral Prefect server for all flow tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from prefect.testing.utilities import prefect_test_harness


@pytest.fixture(scope="session")
def prefect() -> Iterator[None]:
    """Run flows against a server of their own, with a database of its own."""
    with prefect_test_harness(server_startup_timeout=120):
        yield
