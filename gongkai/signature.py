"""A small fingerprint of a report's prose, by which copied text is found.

The prose alone counts: sentences that hold a table, and sentences that the form
or the 条例 puts into almost every report, are left out; the agency's name, places,
years and numbers are masked, because a copy changes these first. What is left is
seen as the set of all its strings of `WIDTH` letters, and the fingerprint is a
MinHash of that set: the share of equal places of two fingerprints estimates how
much of both sets is the same (Jaccard), with a standard error of 3 % at most at 0.9.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from gongkai.agency import place_of, plain_name
from gongkai.declaration import parse
from gongkai.errors import DeclarationError
from gongkai.text import sentences

DECLARATION = Path(__file__).parent / "signature.yaml"

PLACES = 128
"""How many numbers a signature has."""

WIDTH = 6
"""Letters in a string: a changed letter changes as many strings."""

FEWEST = 500
"""Letters of its own that a report must have: with less, likeness is chance or custom."""

LONGEST = 600
"""A longer sentence is no prose but a table, or text whose full stops are lost."""

SHORTEST = 6
"""Letters below which a sentence says nothing of its own."""

_FOOT = re.compile(r"[-—\s\d]*")
_ENDS = "。!;"
"""What ends a sentence here: a copied part of one counts as well."""

_YEAR = re.compile(r"(?:20\d\d|二[〇○零0][一二三四五六七八九〇○零]{2})年?(?:度)?")
_NUMBER = re.compile(r"\d[\d,.]*%?|[一二三四五六七八九十百]+(?=[件条次个项起篇人场期家份])")
_SELF = re.compile("[我本全](?:单位|机关|部门|街道|中心|[局委办厅处院镇乡县区市省州旗])")
_GOVERNMENT = re.compile("(?:[省市县区州旗镇乡]|街道)?(?:人民)?政府(?=办|及|和|对|的|各|网|门)")
_OTHERS = re.compile(r"[^\w]|_")
_MASK = "某"


class _Omitted(BaseModel):
    """The declaration, see the top of `signature.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tables: tuple[str, ...]
    standard: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What marks a sentence that is left out."""
        return re.compile("|".join((*self.tables, *self.standard)))


@lru_cache(maxsize=1)
def omitted() -> _Omitted:
    """What likeness leaves out.

    Raises:
        DeclarationError: the declaration is not as it must be.
    """
    try:
        declared = _Omitted(**parse(DECLARATION.read_bytes()))
        re.compile(declared.pattern.pattern)
    except (ValidationError, TypeError, yaml.YAMLError, re.error) as error:
        raise DeclarationError("declaration", file=DECLARATION.name, why=error) from error
    return declared


def signature(texts: Sequence[str], agency: str | None) -> tuple[int, ...]:
    """The fingerprint of a report's own prose; empty where that is too short.

    Args:
        texts: the text of each page.
        agency: whose report it is; its name is masked, as every year and number is.
    """
    own = own_sentences(texts, agency)
    if sum(map(len, own)) < FEWEST:
        return ()
    hashes = np.fromiter(map(_hash, sorted(set(_strings(own)))), dtype=np.uint64)
    return tuple(int(place) for place in _smallest(hashes))


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """How much of two reports' prose is the same, 0 to 1; 0 where one has no signature."""
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def own_sentences(texts: Sequence[str], agency: str | None) -> list[str]:
    """The sentences that count, masked, without punctuation."""
    lines = (line for text in texts for line in text.splitlines() if not _FOOT.fullmatch(line))
    text = unicodedata.normalize("NFKC", "".join("".join(lines).split()))
    found = []
    for _, printed in sentences(text, _ENDS):
        # What follows the last full stop is no sentence: the foot of a web page.
        if len(printed) > LONGEST + 1 or printed[-1] not in _ENDS:
            continue
        sentence = _masked(printed, agency)
        if len(sentence) >= SHORTEST and not omitted().pattern.search(sentence):
            found.append(sentence)
    return found


def _masked(sentence: str, agency: str | None) -> str:
    for name in _names(agency or ""):
        sentence = sentence.replace(name, _MASK)
    sentence = _NUMBER.sub("0", _YEAR.sub("", sentence))
    sentence = _GOVERNMENT.sub(_MASK, _SELF.sub(_MASK, sentence))
    return _OTHERS.sub("", sentence)


@lru_cache(maxsize=1024)
def _names(agency: str) -> tuple[str, ...]:
    """What a report may call its agency, the longest first."""
    name = plain_name(agency)
    places = place_of(name)[0]
    own = name.removeprefix(places)
    parts = re.findall("[^市县区]{2,}?(?:自治[区州县]|[省市县区州旗盟])", places)
    names = {name, places, own, *parts}
    return tuple(sorted((n for n in names if len(n) > 2), key=lambda n: (-len(n), n)))


def _strings(sentences: Sequence[str]) -> Iterator[str]:
    for sentence in sentences:
        for start in range(max(1, len(sentence) - WIDTH + 1)):
            yield sentence[start : start + WIDTH]


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def _smallest(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Of each of `PLACES` fixed hash functions the smallest value, in 32 bits."""
    factors, terms = _functions()
    smallest = np.full(PLACES, np.iinfo(np.uint64).max, dtype=np.uint64)
    # Some at a time, that a very long report needs no more memory than another.
    for start in range(0, len(hashes), 4096):
        part = hashes[start : start + 4096]
        values = (part[:, None] * factors + terms) >> np.uint64(32)
        smallest = np.minimum(smallest, values.min(axis=0))
    return smallest


@lru_cache(maxsize=1)
def _functions() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Factors (odd) and terms of the hash functions: the same everywhere and for ever."""
    factors = [_hash(f"factor {place}") | 1 for place in range(PLACES)]
    terms = [_hash(f"term {place}") for place in range(PLACES)]
    return np.array(factors, dtype=np.uint64), np.array(terms, dtype=np.uint64)
