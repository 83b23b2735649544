"""How declarations (`*.yaml` of this package) are parsed: by libyaml, ten times faster."""

from __future__ import annotations

from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Plain data only; PyYAML's own where libyaml is not there."""


def parse(content: bytes) -> Any:
    """The data that a declaration's bytes say.

    Args:
        content: of a YAML file.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    return yaml.load(content, Loader=LOADER)  # noqa: S506 - a safe loader, either way
