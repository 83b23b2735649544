"""Pages to sentences, and sentences to clauses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from gongkai.numeral import NUMERALS
from tasks.reshape.prose.words import BREAK, UNIT

_FOOT = re.compile(rf"^[-—\d]*{BREAK}")
"""A page's number at the foot of the page before."""

_HEADING = re.compile(
    r"(?:(?:第?[一二三四五六七八九十]{1,3}(?:[、.]|部分)|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,2}[、.](?!\d))(?:[^,。;:\d]{0,40}?(?:情况|概述|概况))?)+"
)
"""Numbers and words of headings that run into the sentence below, as no full stop ends them."""

_ASIDE = re.compile(r"\(([^()]*)\)")
"""Words in brackets."""

_CLAUSE_END = re.compile(
    rf"(?<!\d),|,(?!\d{{3}}(?!\d))|[;。!?]|:(?!\d)|、(?=[未没无])"
    rf"|(?<=[\d{NUMERALS}]{UNIT})(?:以?及|[、和与])|(?:以?及|[、和与])(?=[\d{NUMERALS}]+{UNIT})"
)
"""Commas that are no thousands separators, and what joins one count to the next."""


def sentences(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Sentences with the page they begin on, white space and line breaks taken out."""
    pages = [_tight(text) for text in texts]
    # A page's number may stand at its end, where it would run into a number of the next.
    for place, (page, following) in enumerate(pairwise([*pages, ""])):
        if page[-1:].isdigit() or following[:1].isdigit():
            pages[place] += BREAK
    starts = [0, *accumulate(map(len, pages))][: len(pages)]
    for match in re.finditer("[^。!]+[。!]?", "".join(pages)):
        text = _FOOT.sub("", match.group())
        begin = match.end() - len(text)
        if text:
            yield max(p for p, start in enumerate(starts, 1) if start <= begin), text


def asides(text: str) -> list[str]:
    """The clauses of what stands in brackets in a sentence."""
    return [clause for aside in _ASIDE.findall(text) for clause in _CLAUSE_END.split(aside)]


def clauses(text: str) -> Iterator[str]:
    """The clauses of a sentence without what stands in brackets, headings first."""
    heading = _HEADING.match(text)
    if heading is not None:
        yield heading.group()
        text = text[heading.end() :]
    for clause in _CLAUSE_END.split(re.sub("其中[,:]", "其中", _ASIDE.sub("()", text))):
        yield clause.strip(BREAK)


def _tight(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return "".join(re.sub(r"(?<=\d)\s+(?=\d)", BREAK, plain).split())
