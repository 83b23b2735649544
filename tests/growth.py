"""What must not explode, shown without a clock on the wall: by how CPU time grows."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

LIMIT = 3.0
"""Twice the input may take so many times the CPU time; what grows as its square takes four."""

_LEAST = 0.005
"""Seconds of CPU below which a measurement says nothing, and is repeated."""

_MOST_TIMES = 9
"""Measurements of an input that seems to grow too fast, before that is believed."""


def grows_too_fast(work: Callable[[T], object], once: T, twice: T) -> bool:
    """Whether twice the input takes more than `LIMIT` times the CPU time, however often measured.

    Of each input the least measurement counts: what else the machine does only adds.

    Args:
        work: what is measured.
        once: its input.
        twice: an input twice as large.
    """
    repeats = 1
    while (small := _seconds(work, once, repeats)) < _LEAST:
        repeats *= 4
    large = _seconds(work, twice, repeats)
    for _ in range(_MOST_TIMES):
        if large <= LIMIT * small:
            return False
        small = min(small, _seconds(work, once, repeats))
        large = min(large, _seconds(work, twice, repeats))
    return large > LIMIT * small


def _seconds(work: Callable[[T], object], given: T, repeats: int) -> float:
    """CPU seconds, without those of a collection of garbage that others left."""
    gc.disable()
    try:
        began = time.process_time()
        for _ in range(repeats):
            work(given)
        return time.process_time() - began
    finally:
        gc.enable()
