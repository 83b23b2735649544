"""Rules of a table where a seal lies over them.

A black seal stays in the picture: the sides of its ring look like short rules, and
its star hides the rules under it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tasks.extract.picture.stroke import Stroke

ARC = 0.85
"""A stroke with more of its length on a seal's ink is an arc of its ring, or part of its star."""

INKED, HIDDEN = 0.9, 0.2
"""A rule goes on where so much of the gap in it is inked, by a seal at least in part."""

SHIFT = 1.5
"""Points by which the pieces of one rule differ in height."""


def rules_under_seal(
    strokes: Sequence[Stroke],
    seal: npt.NDArray[np.bool_],
    ink: npt.NDArray[np.bool_],
    scale: float,
) -> list[Stroke]:
    """Rules without the arcs of a seal, whole where its ink hides a part of them.

    Args:
        strokes: horizontal ones, in points.
        seal: where a seal's ink is (rows, columns); for vertical strokes turned over (`.T`).
        ink: where any ink is, likewise.
        scale: pixels per point of both.
    """
    rules: list[Stroke] = []
    for stroke in sorted(strokes):
        if _share_on(seal, stroke, scale) > ARC:
            continue
        for place, other in enumerate(rules):
            level = (stroke.level + other.level) / 2
            gap = Stroke(other.end, level, stroke.start)
            if abs(stroke.level - other.level) > SHIFT or gap.length <= 0:
                continue
            inked, hidden = (_share_on(part, gap, scale) for part in (ink, seal))
            if inked >= INKED and hidden >= HIDDEN:
                rules[place] = Stroke(other.start, level, stroke.end)
                break
        else:
            rules.append(stroke)
    return [_extended(rule, seal, ink, scale) for rule in rules]


def _extended(
    rule: Stroke, seal: npt.NDArray[np.bool_], ink: npt.NDArray[np.bool_], scale: float
) -> Stroke:
    """A rule as far as it goes on in a seal's ink, or in print between such ink."""
    level = round(rule.level * scale)
    inked, sealed = _on(ink, level), _on(seal, level)
    start, end = round(rule.start * scale), round(rule.end * scale)
    before = _reach(inked[:start][::-1], sealed[:start][::-1])
    behind = _reach(inked[end:], sealed[end:])
    return Stroke(rule.start - before / scale, rule.level, rule.end + behind / scale)


def _reach(inked: npt.NDArray[np.bool_], sealed: npt.NDArray[np.bool_]) -> int:
    """How many pixels the ink goes on, up to the last one of a seal."""
    bare = np.flatnonzero(~inked)
    run = sealed[: bare[0]] if len(bare) else sealed
    last = np.flatnonzero(run)
    return int(last[-1]) + 1 if len(last) else 0


def _share_on(ink: npt.NDArray[np.bool_], stroke: Stroke, scale: float) -> float:
    """How much of a horizontal stroke's length lies on some ink."""
    start, level, end = (round(side * scale) for side in stroke)
    line = _on(ink, level)[max(start, 0) : end]
    return float(line.mean()) if line.size else 0.0


def _on(ink: npt.NDArray[np.bool_], level: int) -> npt.NDArray[np.bool_]:
    """Where there is some ink on a level, a pixel above or below it."""
    return np.asarray(ink[max(level - 1, 0) : level + 2].any(axis=0), dtype=np.bool_)
