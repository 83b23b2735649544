"""Things in a row and their numbers in a row behind them: 复议、诉讼分别为3件和2件, 各1件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.reshape.stated.clauses import Found, Parted, value_of
from tasks.reshape.stated.declared import Quantity, vocabulary
from tasks.reshape.stated.frame import Frame
from tasks.reshape.stated.scope import Speaker, worst

_ROW = re.compile(
    r"(?P<names>[^\d,;:]{4,90}?)(?:案件|申请|数量?|件数|情况)*"
    r"(?:(?P<each>各)|分别)(?:为|是|有|收到|发生|计)*"
    r"(?P<counts>\d+件(?:(?:[、,和及]|以及)\d+件)*)(?![余多])"
)
_JOIN = re.compile(r"[、和及与]|以及")
_LEAST = 2


def respectively(plain: Parted, frame: Frame, speaker: Speaker) -> Iterator[Found]:
    """The numbers of things that stand in a row before them.

    Args:
        plain: the sentence.
        frame: what it speaks of at its end.
        speaker: whose report it is.
    """
    for match in _ROW.finditer(plain.text):
        names, counts = _JOIN.split(match["names"]), re.findall(r"\d+", match["counts"])
        if match["each"]:
            counts = counts * len(names) if len(counts) == 1 else []
        if len(names) != len(counts) or len(names) < _LEAST:
            continue
        read = [_named(name) for name in names]
        things = [thing for thing in read if thing is not None]
        if len(things) != len(names):
            continue
        lead = names[0]
        for thing, count in zip(things, counts, strict=True):
            value = value_of(count)
            if value is None:
                continue
            scope = frame.scope_of(thing, lead, speaker)
            if thing.about == "cases" and not (frame.is_linked or frame.topic == "requests"):
                scope = worst(scope, "unsure")
            yield Found(thing.code, "count", *value, scope, False, match.start(), match.end())


def _named(name: str) -> Quantity | None:
    """The quantity whose name ends a text, the longest first."""
    best: tuple[int, Quantity] | None = None
    for quantity in vocabulary().quantities.values():
        for match in quantity.named.finditer(name) if quantity.named else ():
            rest = name[match.end() :]
            is_end = not rest.strip("的案件申请数量")
            if match.group() and is_end and (best is None or match.start() < best[0]):
                best = match.start(), quantity
    return best[1] if best else None
