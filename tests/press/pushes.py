"""Room put above tables, so that a page ends where the layout wants it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pushes:
    """What stands above the tables besides the report itself.

    Attributes:
        fillers: Paragraphs above a table's heading, by table; those of table 二 end part 一.
        space: Points above a table's heading, by table.
    """

    fillers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    space: Mapping[str, float] = field(default_factory=dict)
