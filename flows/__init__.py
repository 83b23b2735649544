"""Orchestration: the flows, their deployments, and the `gongkai` command.

Flows only compose what `tasks` does. Importing this package makes Prefect keep
to itself: no telemetry, and its database inside the output folder.
"""

from flows.environment import keep_to_itself

keep_to_itself()
