"""All passages."""

from __future__ import annotations

from tests.spoken import (
    by_whom,
    cases,
    fifth_hand,
    fourth_hand,
    near,
    requests,
    results,
    second_hand,
    seventh_hand,
    sixth_hand,
    table_two,
    third_hand,
    traps,
)
from tests.spoken.passage import Passage, Written, passage

KINDS: dict[str, tuple[Written | str, ...]] = {
    **requests.KINDS,
    **by_whom.KINDS,
    **results.KINDS,
    **cases.KINDS,
    **table_two.KINDS,
    **traps.KINDS,
    **near.KINDS,
    **second_hand.KINDS,
    **third_hand.KINDS,
    **fourth_hand.KINDS,
    **fifth_hand.KINDS,
    **sixth_hand.KINDS,
    **seventh_hand.KINDS,
}
"""The passages by the kind of their wording, as written down."""


def passages(seed: int = 0) -> list[Passage]:
    """Every passage, with agencies and years by chance.

    Args:
        seed: of what is left to chance.
    """
    return [
        passage(kind, number, Written(one) if isinstance(one, str) else one, seed)
        for kind, written in KINDS.items()
        for number, one in enumerate(written, 1)
    ]
