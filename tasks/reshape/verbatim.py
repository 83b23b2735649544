"""Sentences as they are printed, for those who read them: the rooms that search work on NFKC."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gongkai.letters import tight
from gongkai.report import Prose, Remark


@dataclass(frozen=True)
class Verbatim:
    """The letters of a text without white space, normalised, and each as it is printed.

    Attributes:
        letters: in NFKC.
        printed: for each of them the printed one; empty behind the first of several that one
            printed letter stands for (㎡ for m2).
    """

    letters: str
    printed: tuple[str, ...]

    def sentence(self, text: str) -> str:
        """A sentence as it is printed, its width of digits and commas.

        One that stands nowhere as a whole (a page's number is in its middle) is given back.

        Args:
            text: in NFKC without white space.
        """
        start = self.letters.find(text) if text else -1
        return text if start < 0 else "".join(self.printed[start : start + len(text)])

    def prose(self, prose: Prose) -> Prose:
        """Prose with its sentences as they are printed."""
        return replace(
            prose,
            statements=tuple(
                replace(one, sentence=self.sentence(one.sentence)) for one in prose.statements
            ),
            reasons=tuple((self.sentence(text), page) for text, page in prose.reasons),
            aggregates=self.sentence(prose.aggregates),
        )

    def remark(self, remark: Remark) -> Remark:
        """A remark with its quotation as it is printed."""
        if remark.quote is None:
            return remark
        return replace(remark, quote=(self.sentence(remark.quote[0]), remark.quote[1]))


def verbatim(texts: Sequence[str]) -> Verbatim:
    """The texts of pages, to find sentences in."""
    letters: list[str] = []
    printed: list[str] = []
    for letter in "".join(texts):
        plain = _plain(letter)
        if plain:
            letters += plain
            # Radicals look like the characters they stand for, and are told as these.
            shown = letter if plain.isascii() else plain
            printed += [shown, *[""] * (len(plain) - 1)]
    return Verbatim("".join(letters), tuple(printed))


_plain = lru_cache(maxsize=8192)(tight)
"""Of single letters, of which a text has few."""
