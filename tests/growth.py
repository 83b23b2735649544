"""What must not explode, shown without a clock on the wall: by how CPU time grows."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

LIMIT = 3.0
"""Twice the input may take so many times the CPU time; what grows as its square takes four."""

_LEAST = 0.005
"""Seconds of CPU below which a measurement says nothing, and is repeated."""


def grows_too_fast(work: Callable[[T], object], once: T, twice: T) -> bool:
    """Whether twice the input takes more than `LIMIT` times the CPU time, in the best of three.

    Args:
        work: what is measured.
        once: its input.
        twice: an input twice as large.
    """
    return all(_ratio(work, once, twice) > LIMIT for _ in range(3))


def _ratio(work: Callable[[T], object], once: T, twice: T) -> float:
    repeats = 1
    while (small := _seconds(work, once, repeats)) < _LEAST:
        repeats *= 4
    return _seconds(work, twice, repeats) / small


def _seconds(work: Callable[[T], object], given: T, repeats: int) -> float:
    began = time.process_time()
    for _ in range(repeats):
        work(given)
    return time.process_time() - began
