"""Printed labels: what is the same label in spite of how an agency prints it.

A label is compared by its letters and digits alone, after NFKC: brackets of
either width, quotes, dots, spaces and line breaks say nothing. The number in
front (`一、`, `（四）`, `2.`) is kept apart, because short labels (`3.其他`) are
only unique together with it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from gongkai.label_words import label_words
from gongkai.letters import unified

_NUMBER = re.compile(r"^(?:(\d{1,2})|([一二三四五六七八九十]{1,2}))(?=\D)")
_NUMBERED = re.compile(r"^\s*[（(]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[)）、.．,，]")

_CIRCLED = re.compile("^\\s*[①-⑳]")

SHORT = 4
"""Labels with fewer letters than this are only recognised with their number."""

SIMILAR = 0.75
"""Share of letters two labels must have in common to be read as one (difflib ratio)."""

LOST, LOST_LOCALLY = 0.4, 0.15
"""Share of a label's letters that may be lost without doubt about what it is; less where
agencies print rows of their own (微博 for 微博微信)."""

PER_CENT = "百分比"
"""A sign that makes another thing of a label, which letters and digits alone would not show."""


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """Return the letters and digits of `text` alone, each written in one way only.

    上一年 and 上年 are the same, and so are 下一年 and 下年.

    >>> normalise("（二）部分 公开(区分处理的，只计这一情形)")
    '二部分公开区分处理的只计这一情形'
    """
    plain = unicodedata.normalize("NFKC", unified(text)).replace("%", PER_CENT)
    letters = "".join(c for c in plain if c.isalnum())
    return letters.replace("上一年", "上年").replace("下一年", "下年")


@dataclass(frozen=True)
class Label:
    """A label split into its number (`二`, `2`, or empty) and its words."""

    number: str
    words: str

    @classmethod
    @lru_cache(maxsize=8192)
    def of(cls, text: str) -> Label:
        """Split `text`; the number only counts where punctuation sets it off."""
        text = _CIRCLED.sub(lambda mark: f"{ord(mark.group()) - ord('①') + 1}.", text)
        letters = normalise(text)
        match = _NUMBER.match(letters) if _NUMBERED.match(text) else None
        if match is None:
            return cls("", letters)
        return cls(match.group(), letters[match.end() :])


def is_same(printed: Label, declared: Label) -> bool:
    """Whether `printed` is `declared` to the letter, number aside where words suffice."""
    if printed.words != declared.words or not printed.words:
        return False
    if len(declared.words) < SHORT and declared.number:
        return printed.number == declared.number
    return True


def similarity(printed: Label, declared: Label) -> float:
    """How alike two labels are, 0 to 1; 0 where their numbers contradict each other."""
    if printed.number and declared.number and printed.number != declared.number:
        return 0.0
    if len(declared.words) < SHORT or not printed.words:
        return 0.0
    if differ_in_time(folded(printed.words), folded(declared.words)):
        return 0.0
    return SequenceMatcher(None, printed.words, declared.words, autojunk=False).ratio()


def is_misprint(printed: str, declared: str, most_lost: float = LOST) -> bool:
    """Whether a printed label, unlike the declared one, can still mean nothing else.

    Letters may be lost or printed twice; a row's number, and letters that change
    nothing, may be added. A letter in place of another may make it another thing
    (失效 for 有效, 撤销 for 维持).

    Args:
        printed: normalised.
        declared: normalised.
        most_lost: share of the declared letters that may be lost.
    """
    lost = 0
    matcher = SequenceMatcher(None, declared, printed, autojunk=False)
    for change, i, j, k, n in matcher.get_opcodes():
        old, new = declared[i:j], printed[k:n]
        if change == "equal":
            continue
        if change == "delete":
            lost += len(old)
        elif change == "insert":
            is_number = i == 0 and new.isdigit()
            if not is_number and core(new) and new not in declared:
                return False
        elif folded(old) != folded(new) and (core(old) or core(new)):
            return False
    return lost <= most_lost * len(declared)


def folded(words: str) -> str:
    """Normalised words with letters that are typed for each other as one."""
    return words.translate(label_words().alike)


def core(words: str) -> str:
    """Normalised words without those that change nothing; empty where nothing is left."""
    return label_words().harmless.sub("", words)


def differ_in_time(one: str, other: str) -> bool:
    """Whether a word of time or denial stands in one of two folded labels only."""
    return any((word in one) != (word in other) for word in label_words().turning)
