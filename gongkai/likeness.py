"""How a printed label speaks for a declared one by its text alone.

What agencies do to a label is of a few kinds, and each leaves a grade of evidence:

- `same`: letter by letter, or a declared alias;
- `reworded`: the same but for words that change nothing (政府规章, 本年度制发数);
- `mistyped`: one or two letters lost, doubled, exchanged or typed for others, none of which
  makes it a word of another sense (权利 for 权益, but not 失效 for 有效);
- `shortened`: letters are lost, more than by a slip (a label cut by a page);
- `alike`: much the same, but what differs may make it another thing;
- `other`: nothing of the kind.

The words themselves are declared in `label_words.yaml`. What a row's number, group and
neighbours say besides is weighed in `tasks.reshape.evidence`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from gongkai.label import (
    LOST,
    SIMILAR,
    Label,
    core,
    differ_in_time,
    folded,
    is_misprint,
    similarity,
)
from gongkai.label_words import label_words

Grade = Literal["same", "reworded", "mistyped", "shortened", "alike", "other"]

GRADES: tuple[Grade, ...] = ("same", "reworded", "mistyped", "shortened", "alike", "other")
"""From the surest to none."""

SURE: frozenset[Grade] = frozenset({"same", "reworded", "mistyped", "shortened"})
"""Grades whose difference cannot make a label another thing by itself."""

LONG, SHORT = 5, 3
"""So many letters a label has that may have two slips, and one."""


@dataclass(frozen=True)
class Likeness:
    """How a printed label is like a declared one.

    Attributes:
        code: of the item or measure.
        grade: of what kind the difference is.
        distance: letters that differ, exchanged neighbours as one.
    """

    code: str
    grade: Grade
    distance: int

    @property
    def order(self) -> tuple[int, int]:
        """Surest first, nearest first."""
        return GRADES.index(self.grade), self.distance


def likenesses(
    printed: Label, candidates: Sequence[tuple[str, Sequence[Label]]], most_lost: float = LOST
) -> list[Likeness]:
    """How a printed label is like each of some candidates, the likeliest first.

    Numbers in front are left aside: they are evidence of their own.

    Args:
        printed: the label on the page.
        candidates: codes, each with its declared label and aliases.
        most_lost: share of a label's letters that may be lost.
    """
    found = [
        min(
            (_of_one(code, printed, label, most_lost) for label in labels),
            key=lambda one: one.order,
        )
        for code, labels in candidates
    ]
    return sorted(found, key=lambda one: one.order)


def most_like(
    printed: Label, candidates: Sequence[tuple[str, Sequence[Label]]], most_lost: float = LOST
) -> str | None:
    """The code of the one candidate that a heading is like, and no other as near; else None."""
    best, *others = likenesses(printed, candidates, most_lost)
    if best.grade == "other":
        return None
    rivals = [one for one in others if one.order <= best.order]
    if best.grade != "reworded":
        rivals += [one for one in others if one.distance <= best.distance]
    return None if rivals else best.code


def _of_one(code: str, printed: Label, declared: Label, most_lost: float) -> Likeness:
    """The likeness to one label; a number that nothing sets off may begin the words."""
    ways = [declared.words]
    if declared.number and not printed.number and printed.words.startswith(declared.number):
        ways.append(declared.number + declared.words)
    found = (
        Likeness(code, grade_of(printed.words, words, most_lost), distance(printed.words, words))
        for words in ways
    )
    return min(found, key=lambda one: one.order)


@lru_cache(maxsize=16384)
def grade_of(printed: str, declared: str, most_lost: float = LOST) -> Grade:
    """The grade of evidence of a label's words for declared ones, both normalised.

    >>> grade_of("政府规章", "规章"), grade_of("保护第三方合法权利", "保护第三方合法权益")
    ('reworded', 'mistyped')
    >>> grade_of("现行失效件数", "现行有效件数"), grade_of("其他规章", "规章")
    ('alike', 'other')
    """
    one, other = folded(printed), folded(declared)
    if one == other:
        return "same"
    if not one or differ_in_time(one, other):
        return "other"
    if not is_of_another_sense(one, other):
        if _is_reworded(printed, declared):
            return "reworded"
        if _is_mistyped(one, other):
            return "mistyped"
        if len(other) > SHORT and is_misprint(one, other, most_lost):
            return "shortened"
    # Numbers are left aside here: `similarity` would compare them.
    alike = similarity(Label("", one), Label("", other)) >= SIMILAR
    return "alike" if alike else "other"


def words_added(printed: str, labels: Sequence[Label]) -> list[str]:
    """The words without meaning that a printed label has and none of some labels."""
    said = label_words().harmless.findall(printed)
    return [word for word in said if not any(word in label.words for label in labels)]


def is_of_another_sense(printed: str, declared: str) -> bool:
    """Whether a printed label has a word that makes it another thing than the declared one.

    What is lost makes none by itself: it may be a slip, unless another term stands instead.
    """
    words = label_words()
    if any(word in printed and word not in declared for word in words.senses):
        return True
    if any(word in declared and word not in printed for word in words.kept):
        return not _is_typed_wrong(printed, declared)
    for terms in words.terms:
        mine, theirs = ({t for t in terms if t in said} for said in (printed, declared))
        if mine - theirs and theirs - mine:
            return True
    return False


def _is_typed_wrong(printed: str, declared: str) -> bool:
    """Whether as many letters stand there, one of them another (行攻处罚)."""
    return len(printed) == len(declared) and distance(printed, declared) == 1


def _is_reworded(one: str, other: str) -> bool:
    for word in label_words().added:
        if word not in other:
            one = one.replace(word, "")
    mine, theirs = core(_in_one_word(one)), core(_in_one_word(other))
    return bool(mine) and len(mine) > 1 and sorted(mine) == sorted(theirs)


def _in_one_word(words: str) -> str:
    """Normalised words with one word for all that mean the same kind of thing."""
    for synonyms, first in label_words().synonyms:
        words = synonyms.sub(first, words)
    return words


def _is_mistyped(one: str, other: str) -> bool:
    """Whether letters of `other` were lost, doubled, exchanged or replaced, each by itself."""
    allowed = 2 if len(other) >= LONG else 1 if len(other) >= SHORT else 0
    if not 0 < distance(one, other) <= allowed:
        return False
    if sorted(one) == sorted(other):
        return True
    for change, i, j, k, n in SequenceMatcher(None, other, one, autojunk=False).get_opcodes():
        old, new = other[i:j], one[k:n]
        if change == "insert" and (len(new) > 1 or new not in other):
            return False
        if change == "delete" and len(old) > 1:
            return False
        if change == "replace" and (len(old), len(new)) != (1, 1):
            return False
    return True


def differences(printed: str, declared: str) -> list[tuple[str, str]]:
    """What stands in one of two normalised labels in place of what stands in the other.

    >>> differences("现行失效件数", "现行有效件数"), differences("行政性收费", "行政事业性收费")
    ([('失', '有')], [('', '事业')])
    """
    matcher = SequenceMatcher(None, printed, declared, autojunk=False)
    changes = (change for change in matcher.get_opcodes() if change[0] != "equal")
    return [(printed[i:j], declared[k:n]) for _, i, j, k, n in changes]


@lru_cache(maxsize=16384)
def distance(one: str, other: str) -> int:
    """Letters that must be lost, added, replaced, or exchanged with their neighbour.

    Optimal string alignment distance.

    >>> distance("属于国家密秘", "属于国家秘密"), distance("规张", "规章")
    (1, 1)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                least = min(least, earlier[j - 2] + 1)
            row.append(least)
    return row[-1]
