"""The register of agencies: which government aggregates which, given by a file.

`agencies.yaml` in the raw folder is a list of entries

    - agency: 示例市人民政府
      children: [示例市教育局, 示例市青禾区人民政府]
      complete: [2023, 2024]     # report years for which the list is complete; may be left out
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from gongkai.errors import RunError

REGISTER = "agencies.yaml"


class Aggregator(BaseModel):
    """A government and the agencies whose numbers its own include."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    agency: str
    children: tuple[str, ...]
    complete: tuple[int, ...] = ()


Agencies = Mapping[str, Aggregator]


def load_agencies(raw: Path) -> Agencies:
    """Read the register of a raw folder; empty where there is none.

    Raises:
        RunError: the file is no register; the message says what is wrong.
    """
    path = raw / REGISTER
    if not path.is_file():
        return {}
    try:
        entries = TypeAdapter(tuple[Aggregator, ...]).validate_python(
            yaml.safe_load(path.read_bytes()) or ()
        )
    except (ValidationError, yaml.YAMLError) as error:
        expected = (
            "应是 agency、children、complete 组成的清单",
            "expected is a list of agency, children and complete",
        )
        raise RunError("register", file=path, expected=expected, why=error) from error
    found = {entry.agency: entry for entry in entries}
    if len(found) != len(entries):
        raise RunError("register_twice", file=path)
    return found
