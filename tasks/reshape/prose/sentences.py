"""Pages to sentences, and sentences to clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongkai import text as cutting
from gongkai.numeral import NUMERALS
from gongkai.text import BREAK, CLAUSE_END, closed_up, joined, plain
from tasks.reshape.prose.words import UNIT

_FOOT = re.compile(rf"^[-—\d]*{BREAK}")
"""A page's number at the foot of the page before."""

_HEADING = re.compile(
    r"(?:(?:第?[一二三四五六七八九十]{1,3}(?:[、.]|部分)|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,2}[、.](?!\d))(?:[^,。;:\d]{0,40}?(?:情况|概述|概况))?)+"
)
"""Numbers and words of headings that run into the sentence below, as no full stop ends them."""

_CLAUSE_END = re.compile(
    rf"{CLAUSE_END}|、(?=[未没无])"
    rf"|(?<=[\d{NUMERALS}]{UNIT})(?:以?及|[、和与])|(?:以?及|[、和与])(?=[\d{NUMERALS}]+{UNIT})"
)
"""Commas that are no thousands separators, and what joins one count to the next."""


def sentences(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Sentences with the page they begin on, white space and line breaks taken out."""
    pages = [closed_up(text) for text in texts]
    # A page's number may stand at its end, where it would run into a number of the next.
    for place, (page, following) in enumerate(pairwise([*pages, ""])):
        if page[-1:].isdigit() or following[:1].isdigit():
            pages[place] += BREAK
    whole = joined((page, number) for number, page in enumerate(pages, 1))
    for start, printed in cutting.sentences(whole.text):
        text = _FOOT.sub("", printed)
        if text:
            yield whole.page(start + len(printed) - len(text)) or 1, text


def asides(text: str) -> list[str]:
    """The clauses of what stands in brackets in a sentence."""
    return [clause for aside in plain(text, "()").asides.values() for clause in _cut(aside)]


def clauses(text: str) -> Iterator[str]:
    """The clauses of a sentence without what stands in brackets, headings first."""
    heading = _HEADING.match(text)
    if heading is not None:
        yield heading.group()
        text = text[heading.end() :]
    yield from _cut(re.sub("其中[,:]", "其中", plain(text, "()").text))


def _cut(text: str) -> Iterator[str]:
    for _, clause, _ in cutting.clauses(text, _CLAUSE_END):
        yield clause.strip(BREAK)
