"""What the words of a label mean for its reading, as `label_words.yaml` declares them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from gongkai.declaration import parse
from gongkai.errors import DeclarationError

DECLARATION = Path(__file__).parent / "label_words.yaml"


class _Declared(BaseModel):
    """The file; every entry is explained at its top."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    harmless: str
    added: str
    kept: str
    headed: str
    turning: str
    senses: str
    terms: tuple[str, ...]
    alike: str
    synonyms: tuple[str, ...]
    ways: str
    explains: str
    narrows: str


@dataclass(frozen=True)
class LabelWords:
    """The declaration, made ready; `turning`, `senses` and `terms` are of folded letters.

    Attributes:
        harmless: words that may be added to a label or left out, as a pattern.
        added: words that may be added and not left out.
        kept: words that may not be left out.
        headed: the same as harmless in headings over several columns.
        turning: words that two labels must share or both lack to be alike at all.
        senses: words that no printed label has which is one that lacks them.
        terms: each term with the others of its list.
        alike: a letter to the first of those typed for it.
        synonyms: a word to the first of its list, as a pattern and the words.
        included: a bracket's words that include ways of applying, as a pattern.
        explains: words by which a bracket is known to explain, as a pattern.
        narrows: words of an explanation that change what a label counts, as a pattern.
    """

    harmless: re.Pattern[str]
    added: tuple[str, ...]
    kept: tuple[str, ...]
    headed: re.Pattern[str]
    turning: tuple[str, ...]
    senses: tuple[str, ...]
    terms: tuple[frozenset[str], ...]
    alike: dict[int, str]
    synonyms: tuple[tuple[re.Pattern[str], str], ...]
    included: re.Pattern[str]
    explains: re.Pattern[str]
    narrows: re.Pattern[str]


@lru_cache(maxsize=1)
def label_words() -> LabelWords:
    """The words, loaded once.

    Raises:
        DeclarationError: the declaration is not as it must be.
    """
    try:
        declared = _Declared(**parse(DECLARATION.read_bytes()))
    except (ValidationError, TypeError, yaml.YAMLError) as error:
        raise DeclarationError("declaration", file=DECLARATION.name, why=error) from error
    alike = {ord(c): group[0] for group in declared.alike.split() for c in group[1:]}
    return LabelWords(
        harmless=_any_of(declared.harmless),
        added=tuple(sorted(declared.added.split(), key=len, reverse=True)),
        kept=tuple(declared.kept.split()),
        headed=_any_of(f"{declared.harmless} {declared.headed}"),
        turning=tuple(declared.turning.translate(alike).split()),
        senses=tuple(declared.senses.translate(alike).split()),
        terms=tuple(frozenset(terms.translate(alike).split()) for terms in declared.terms),
        alike=alike,
        synonyms=tuple(_synonyms(words) for words in declared.synonyms),
        included=re.compile(f"(?:包含|包括|含)(?:{_any_of(declared.ways).pattern})+"),
        explains=_any_of(declared.explains),
        narrows=_any_of(declared.narrows),
    )


def _synonyms(words: str) -> tuple[re.Pattern[str], str]:
    """A pattern of the words of a list, and the one that stands for all."""
    return _any_of(words), words.split(maxsplit=1)[0]


def _any_of(words: str) -> re.Pattern[str]:
    """A pattern of any of some words, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(words.split(), key=len, reverse=True))))
