"""The words of a page, and where on it some known labels stand.

A word is what no gap parts. A label may run over several words, beside and
below each other; it is found where the letters of a chain of neighbouring words
are exactly its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from gongkai.label import normalise
from gongkai.report import Box
from tasks.extract.pdf.page import Characters, lines

GAP = 0.35
"""Words are at least this share of a letter's width apart."""

PUNCTUATED = 0.8
"""The same beside full-width punctuation, half of which is blank."""

BESIDE = 2.0
"""Letters' widths between parts of one label on a line, at most."""

BELOW = 3.0
"""Letters' heights from one line of a label to the next, at most (a line may hold but a mark)."""

INDENT = 6.0
"""Letters' widths by which the first line of a label may be indented, at most."""

WRAPPED = 8.0
"""Letters' widths that an indented line has at least where its label goes on below."""

SAME_LINE = 0.5
"""Words whose middles are less than this share of a letter's height apart are on one line."""

IDEOGRAPH, DIGIT = 0.93, 0.72
"""Share of a letter's square that the ink of an ideograph, or of a digit's height, fills."""


@dataclass(frozen=True)
class Word:
    """Letters without a gap.

    Attributes:
        chars: their places among the characters of the page.
        text: as printed.
        letters: letters and digits alone, as labels are compared.
        box: what encloses their ink, in points.
        em: the size of their square, in points.
    """

    chars: tuple[int, ...]
    text: str
    letters: str
    box: Box
    em: float

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True)
class Phrase:
    """A label and the words that print it."""

    label: str
    words: tuple[Word, ...]

    @property
    def box(self) -> Box:
        """What encloses its words."""
        return enclosing([word.box for word in self.words])

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.box[1] + self.box[3]) / 2


def enclosing(boxes: Collection[Box]) -> Box:
    """What encloses some boxes."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def words_of(chars: Characters) -> list[Word]:
    """The words of a page, top to bottom, each line from left to right."""
    sizes = [_em(text, box) for text, box in zip(chars.text, chars.box, strict=True)]
    inked = [i for i, text in enumerate(chars.text) if not text.isspace()]
    found = []
    for line in lines(chars, inked):
        start = 0
        for place in range(1, len(line) + 1):
            if place == len(line) or _are_apart(chars, sizes, line[place - 1], line[place]):
                found.append(_word(chars, sizes, line[start:place]))
                start = place
    return found


def _em(text: str, box: Sequence[float]) -> float:
    """The size of a letter's square by its ink; 0 for marks, whose ink says nothing."""
    width, height = box[2] - box[0], box[3] - box[1]
    if text.isascii():
        return height / DIGIT if text.isalnum() else 0.0
    return max(width, height) / IDEOGRAPH if text.isalpha() else 0.0


def _are_apart(chars: Characters, sizes: Sequence[float], one: int, other: int) -> bool:
    em = max(sizes[one], sizes[other]) or chars.sizes[one] / 1.3
    marked = not sizes[one] or not sizes[other]
    wide = marked and not (chars.text[one].isascii() and chars.text[other].isascii())
    return chars.box[other][0] - chars.box[one][2] > (PUNCTUATED if wide else GAP) * em


def _word(chars: Characters, sizes: Sequence[float], members: Sequence[int]) -> Word:
    text = "".join(chars.text[i] for i in members)
    boxes: list[Box] = [(b[0], b[1], b[2], b[3]) for b in (chars.box[i] for i in members)]
    em = max(sizes[i] for i in members) or chars.sizes[members[0]] / 1.3
    return Word(tuple(members), text, normalise(text), enclosing(boxes), em)


def phrases(words: Sequence[Word], labels: Collection[str]) -> tuple[list[Phrase], list[Word]]:
    """Find labels among the words of a page; longer ones first.

    Args:
        words: of one page.
        labels: normalised, as `gongkai.label.normalise` gives them.

    Returns:
        what was found, top to bottom, and the words that are part of no label.
    """
    free = dict.fromkeys(word for word in words if word.letters)
    marks = [word for word in words if not word.letters]
    found = []
    for label in sorted(labels, key=lambda label: (-len(label), label)):
        for start in [word for word in free if label.startswith(word.letters)]:
            if start not in free:
                continue
            chain = next(_chains(label[len(start.letters) :], (start,), free), None)
            if chain is not None:
                found.append(Phrase(label, chain))
                for word in chain:
                    del free[word]
    found.sort(key=lambda phrase: (phrase.box[1], phrase.box[0]))
    return found, [*free, *marks]


def _chains(
    rest: str, chain: tuple[Word, ...], free: Collection[Word]
) -> Iterator[tuple[Word, ...]]:
    """The ways to go on from some words of a label to its end, the nearest words first."""
    if not rest:
        yield chain
        return
    last = chain[-1]
    left = min(word.box[0] for word in chain)
    right = max(word.box[2] for word in chain)
    # A line that is long enough to wrap may be indented; the next one begins further left.
    first = left - (INDENT * last.em if right - left > WRAPPED * last.em else 1.0)
    near = []
    for word in free:
        if word in chain or not rest.startswith(word.letters):
            continue
        down = word.middle - last.middle
        if abs(down) < SAME_LINE * last.em:
            gap = word.box[0] - last.box[2]
            if 0 <= gap < BESIDE * last.em:
                near.append((False, 0.0, gap, word))
        elif 0 < down < BELOW * last.em and first < word.box[2] and word.box[0] < right + 1:
            is_beside = word.box[2] <= left - 1
            near.append((is_beside, down, abs(word.box[0] - left), word))
    for _, _, _, word in sorted(near, key=lambda entry: entry[:3]):
        yield from _chains(rest[len(word.letters) :], (*chain, word), free)
