"""The only reader and writer of environment variables of the flows.

Set before Prefect is imported; whatever the user has set stays.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

_QUIET = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
}


@dataclass(frozen=True)
class Settings:
    """What can be set from outside.

    Attributes:
        workers: reading processes.
        seconds: time limit per document.
        picture_seconds: the same where its pictures are read.
        second_share: share of the figures to read twice beside those that always are.
        shard: documents per Prefect task run.
        cron: when the nightly run starts, in Beijing time.
    """

    workers: int
    seconds: float
    picture_seconds: float
    second_share: float
    shard: int
    cron: str


def keep_to_itself(processed: Path | None = None) -> None:
    """Keep Prefect and Great Expectations from phoning home or writing into the user's home."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    if processed is not None:
        os.environ.setdefault("PREFECT_HOME", str((processed / ".prefect").resolve()))


def quiet_terminal() -> None:
    """Keep Prefect's own log lines off the terminal; the command says what matters."""
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW", "ignore")


def today() -> dt.datetime:
    """Today's midnight in Beijing; `SOURCE_DATE_EPOCH` (seconds) repeats the run of another day."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    beijing = dt.timezone(dt.timedelta(hours=8))
    now = dt.datetime.fromtimestamp(int(given), beijing) if given else dt.datetime.now(beijing)
    return now.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(dt.UTC)


def settings() -> Settings:
    """Read the settings, `GONGKAI_…`, as the README lists them."""
    return Settings(
        workers=int(os.environ.get("GONGKAI_WORKERS", "0")) or os.cpu_count() or 1,
        seconds=float(os.environ.get("GONGKAI_SECONDS", "60")),
        picture_seconds=float(os.environ.get("GONGKAI_PICTURE_SECONDS", "600")),
        second_share=float(os.environ.get("GONGKAI_SECOND_SHARE", "0.05")),
        shard=int(os.environ.get("GONGKAI_SHARD", "64")),
        cron=os.environ.get("GONGKAI_CRON", "0 2 * * *"),
    )
