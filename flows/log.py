"""The few lines a run leaves on standard error, with the time; none of it is a result."""

from __future__ import annotations

import logging
import sys
from datetime import datetime
from typing import Any

LOGGER = logging.getLogger("gongkai")
"""What the `gongkai` command writes to standard error; silent where nobody set it up."""
LOGGER.propagate = False
LOGGER.addHandler(logging.NullHandler())


class _ToStderr(logging.Handler):
    """`2026-01-01T02:00:03+08:00 INFO …`; a terminal that has gone away stops no run."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        at = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="seconds")
        to_stderr(f"{at} {record.levelname} {record.getMessage()}")


def set_up() -> None:
    """Have what is logged written to standard error, once however often it is asked for."""
    if not any(isinstance(handler, _ToStderr) for handler in LOGGER.handlers):
        LOGGER.addHandler(_ToStderr())
    LOGGER.setLevel(logging.INFO)


def to_stderr(text: str) -> None:
    """Write a line to standard error where there is one that takes it."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except (OSError, ValueError):  # it is full, or closed: there is nowhere left to say so
        return


def of_run(said: str, *values: Any) -> None:
    """Keep a line with the flow run in Prefect, and write it to standard error."""
    from prefect import get_run_logger
    from prefect.exceptions import MissingContextError

    LOGGER.info(said, *values)
    try:
        get_run_logger().info(said, *values)
    except MissingContextError:  # called outside of a run: there is nothing to keep it with
        return
