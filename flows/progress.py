"""A progress bar on the terminal, and nothing at all where there is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")


def progress(what: str, things: Iterable[T], total: int) -> Iterator[T]:
    """Pass `things` on, showing on stderr how many of `total` have come."""
    if total == 0 or not sys.stderr.isatty():
        yield from things
        return
    yield from track(things, description=what, total=total, console=Console(stderr=True))
