"""What a printed row is: its words, number, group and neighbours weighed together, in one place.

A row is held where two readings are possible, not where a string is unknown. What speaks
for a row being an item of the form:

1. its words, in grades from the same letters to merely alike (`gongkai.likeness`), and that no
   other label of the table is as near;
2. the number in front of it, unless the document numbers its rows in a way of its own;
3. its place: between its neighbours that item is missing, so it also is in the right group.

A slip of letters counts only together with the place and with no number against it. A row
that is as near to a second item, or nearest to one that is there already, has two readings,
and both are named.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from gongkai.label import LOST, LOST_LOCALLY, Label
from gongkai.likeness import SURE, Likeness, likenesses, words_added

Labels = Sequence[tuple[str, Sequence[Label]]]
"""Codes with their declared labels."""


@dataclass(frozen=True)
class Weighed:
    """What a row, or one of its words, was found to be.

    Attributes:
        item: its code; empty where it is none, or where that cannot be decided.
        likeness: how its words are like that item's; None without an item.
        rivals: the items it may be, where there are several, or where the one it is nearest
            to is there already.
    """

    item: str = ""
    likeness: Likeness | None = None
    rivals: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether nothing else is possible."""
        return self.likeness is not None and self.likeness.grade in SURE


NOTHING = Weighed()


@dataclass(frozen=True)
class Place:
    """What a row's surroundings say.

    Attributes:
        due: items that have no row yet and belong between its neighbours.
        taken: items that have a row.
        numbered_otherwise: whether the document numbers its rows in a way of its own.
    """

    due: Collection[str]
    taken: Collection[str]
    numbered_otherwise: bool = False


def weigh(printed: Label, items: Labels, place: Place, local: bool = False) -> Weighed:
    """Say what one label is, from its words, its number and its place.

    Args:
        printed: the label on the page, without explanations in brackets.
        items: every item of the table.
        place: where the row stands.
        local: whether agencies print rows of their own in this table: then letters alone
            that are typed for others make no row of the form.
    """
    if not printed.words:
        return NOTHING
    found = likenesses(printed, items, LOST_LOCALLY if local else LOST)
    near = [one for one in found if one.grade != "other"]
    labels = dict(items)
    fitting = [one for one in near if _fits(printed, labels[one.code], place, local)]
    due = [one for one in fitting if one.code in place.due]
    if not due:
        there = [one for one in fitting if one.code in place.taken and one.grade in SURE]
        return Weighed(rivals=tuple(one.code for one in there[:1]))
    best = due[0]
    if best.grade == "same":
        same = tuple(one.code for one in due if one.grade == "same")
        return Weighed(best.code, best) if len(same) == 1 else Weighed(rivals=same)
    rivals = tuple(one.code for one in _rivals(best, found, labels, printed, place))
    return Weighed(rivals=(best.code, *rivals)) if rivals else Weighed(best.code, best)


def _fits(printed: Label, labels: Sequence[Label], place: Place, local: bool) -> bool:
    """Whether the number in front does not speak against an item.

    Where agencies add rows of their own, the number must speak for it.
    """
    numbers = {label.number for label in labels}
    if place.numbered_otherwise:
        return True
    if local:
        return printed.number in numbers
    return not printed.number or numbers == {""} or printed.number in numbers


def _rivals(
    best: Likeness,
    found: Sequence[Likeness],
    labels: Mapping[str, Sequence[Label]],
    printed: Label,
    place: Place,
) -> list[Likeness]:
    """Other items whose label is as near: by words that change nothing, or by letters.

    An item with another number in front is none, if the document numbers rows as the form does.
    """
    others = [
        one
        for one in found
        if one.code != best.code
        and (_fits(printed, labels[one.code], place, local=False) or not printed.number)
    ]
    if best.grade == "reworded":
        added = set(words_added(printed.words, labels[best.code]))
        return [
            one
            for one in others
            if one.grade in ("same", "reworded")
            or (
                one.distance <= best.distance
                and any(word in label.words for label in labels[one.code] for word in added)
            )
        ]
    return [one for one in others if one.distance <= best.distance or one.order < best.order]
