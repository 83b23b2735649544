"""One document of the accuracy set: its bytes, how it was made, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.press.cache import kept


@dataclass(frozen=True)
class Specimen:
    """A document with exact gold.

    Attributes:
        name: unique in the set, fit for a file name, without ending.
        form: `2014`, `2019` or `2021`.
        family: `text`, `scan`, `stamped`, `lying`, `html` or `docx`.
        shape: what is special about it, in a few English words; specimens of one
            family and shape are one line of the accuracy table.
        suffix: ending of the file, with the dot.
        make: prints it, always the same bytes.
        gold: as `tests.press.gold.gold` gives it (agency, year, cells).
    """

    name: str
    form: str
    family: str
    shape: str
    suffix: str
    make: Callable[[], bytes]
    gold: dict[str, Any]

    @cached_property
    def content(self) -> bytes:
        """The bytes of the file, printed when they are first asked for."""
        return kept(f"{self.family} {self.name}", self.make)
