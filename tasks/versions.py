"""The order of what an agency published of one year: 1, 2, … whenever the content is another.

By the day of publication where all have one, else by which was seen first; what is
known keeps its place. Where neither tells two documents apart, both are contested.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Content:
    """One content of a report, of this run or of the release before.

    Attributes:
        name: what it is found by; of a document of this run its source.
        version: the one it had in the release before; None where it is new.
        published_on: by the agency; None where that is not known.
        first_seen: when it first came in.
        is_here: whether a document of this run brings it.
        contested: whether the release before could not place it.
    """

    name: str
    version: int | None
    published_on: dt.date | None
    first_seen: dt.datetime
    is_here: bool = True
    contested: bool = False


def in_order(contents: Sequence[Content]) -> tuple[list[Content], bool]:
    """The contents of one report from the oldest to the newest.

    Returns:
        them in order, and whether the order of those that are here is uncertain.
    """
    dates = [content.published_on for content in contents]
    if None not in dates and len(set(dates)) == len(dates):
        return sorted(contents, key=lambda c: (c.published_on or dt.date.min, c.name)), False
    known = sorted((c for c in contents if c.version is not None), key=lambda c: c.version or 0)
    new = [c for c in contents if c.version is None]
    new.sort(key=lambda c: (c.published_on or dt.date.max, c.name))
    here = [c for c in contents if c.is_here]
    pairs = ((a, b) for place, a in enumerate(here) for b in here[place + 1 :])
    return [*known, *new], any(_are_uncertain(a, b) for a, b in pairs)


def _are_uncertain(one: Content, other: Content) -> bool:
    """Whether it cannot be told which of two contents that are both here is the newer."""
    if one.published_on and other.published_on and one.published_on != other.published_on:
        later_is_new = (one.version is None) == (one.published_on > other.published_on)
        return (one.version is None) != (other.version is None) and not later_is_new
    if one.version is None and other.version is None:
        return True
    if one.version is not None and other.version is not None:
        return one.contested and other.contested
    new, known = (one, other) if one.version is None else (other, one)
    dated = new.published_on is not None and known.published_on is None
    return dated and new.published_on < _day(known.first_seen)  # type: ignore[operator]


BEIJING = dt.timezone(dt.timedelta(hours=8))


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(BEIJING).date()
