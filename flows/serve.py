"""The deployments in one long-lived process: nightly on a schedule, backfill on demand."""

from __future__ import annotations

from typing import cast

from prefect import serve
from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron

from flows.environment import settings
from flows.run import backfill, nightly


def serve_deployments(raw: str, processed: str) -> None:
    """Serve until interrupted; the schedule is in Beijing time."""
    parameters = {"raw": raw, "processed": processed}
    deployments = (
        nightly.to_deployment(
            name="nightly",
            schedule=Cron(settings().cron, timezone="Asia/Shanghai"),
            parameters=parameters,
            concurrency_limit=1,
        ),
        backfill.to_deployment(
            name="backfill",
            parameters={**parameters, "first_year": 2021, "last_year": 2021},
            concurrency_limit=1,
        ),
    )
    serve(*(cast(RunnerDeployment, deployment) for deployment in deployments))
