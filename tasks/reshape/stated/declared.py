"""The quantities that sentences state, as `quantities.yaml` declares them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gongkai.declaration import parse
from gongkai.errors import DeclarationError
from gongkai.numeral import NUMERALS
from gongkai.text import BREAK

DECLARED = Path(__file__).parent / "quantities.yaml"

Kind = Literal["all", "part"]
About = Literal["requests", "cases", "documents", "decisions", "fees"]

_LONG = 3
"""Letters of a harmless word that is long."""

_BLOCK = re.compile(r"\{([a-z_]+)\}")


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Follows(_Strict):
    after: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    beside: str = ""
    without: tuple[str, ...] = ()
    apart: str = ""
    also: bool = False
    patterns: tuple[str, ...]


class _Widened(_Strict):
    by: str
    to: str


class _None(_Strict):
    text: str
    beside: str


class _Entry(_Strict):
    name: str = Field(min_length=1)
    kind: Kind
    about: About
    bare: bool = False
    money: bool = False
    hint: str = ""
    own: str = ""
    whole: str = ""
    outcome: str = ""
    askers: tuple[str, str] | None = None
    widened: _Widened | None = None
    counted: tuple[str, ...]
    also: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    follows: tuple[_Follows, ...] = ()
    denied: str = ""
    none: str | _None = ""
    by_government: bool = False
    stock: bool = False
    row: str = ""
    named: str = ""
    unless: str = ""
    apart: str = ""


class _Narrows(_Strict):
    channel: str
    kind: str
    time: str
    span: str


class _Harmless(_Strict):
    phrases: tuple[str, ...]
    words: str


class Sum(_Strict):
    """Numbers of the prose that must come to others of it; see `sums` in the file.

    Attributes:
        name: what must be so, in Chinese.
        parts: quantities that are added up.
        totals: sums of which one must be what the parts come to.
        some: whether not all parts need be told; they must then not be more.
        first: words in a sentence with which only the first of `totals` can be meant.
    """

    name: str = Field(min_length=1)
    parts: tuple[str, ...]
    totals: tuple[tuple[str, ...], ...]
    some: bool = False
    first: str = ""

    @property
    def needed(self) -> frozenset[str]:
        """The quantities without which it cannot be told."""
        return frozenset(self.totals[0] if self.some else (*self.parts, *self.totals[0]))


class _File(_Strict):
    blocks: dict[str, str]
    harmless: _Harmless
    narrows: _Narrows
    supposed: str
    elsewhere: str
    quantities: dict[str, _Entry]
    sums: tuple[Sum, ...]


@dataclass(frozen=True)
class Way:
    """One way to write a quantity's number.

    Attributes:
        pattern: its group `n` is the number.
        after: it is meant only behind one of these; empty where it needs none.
        every: it is meant only behind all of these.
        beside: it is meant only in a sentence with these words.
        is_also: whether the number is of another quantity besides.
        without: it is not meant behind one of these.
        apart: nor in a sentence with these words.
        is_sure: whether it can mean nothing else.
    """

    pattern: re.Pattern[str]
    after: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    apart: re.Pattern[str] | None = None
    is_sure: bool = True
    every: frozenset[str] = frozenset()
    beside: re.Pattern[str] | None = None
    is_also: bool = False

    def is_meant(self, seen: frozenset[str], sentence: str) -> bool:
        """Whether it may be meant behind what was seen, in a sentence."""
        is_behind = not self.after or not self.after.isdisjoint(seen)
        is_apart = self.apart is not None and self.apart.search(sentence)
        is_beside = self.beside is None or self.beside.search(sentence) is not None
        is_behind = is_behind and is_beside and self.every <= seen
        return is_behind and self.without.isdisjoint(seen) and not is_apart


@dataclass(frozen=True)
class Quantity:
    """A quantity as sentences state it; the attributes are explained in the file.

    Attributes:
        ways: how it is written with its number.
        denied: what stands behind a negation; None where it is never denied.
        named: what stands before its percentage; None where it has none.
        unless: words before the number with which it is of something else.
        apart: words in its clause with which it is.
        askers: words for each sort of those who ask; a denial of one sort is of a part.
        none: a whole wording that denies it, in a sentence with the words of `none_beside`.
        is_by_government: whether nobody but a government has any.
        is_stock: whether it is what there is at a time.
        row: words of one row of it.
        widened: what brackets may add to it, and the code of what both are together.
    """

    code: str
    name: str
    kind: Kind
    about: About
    is_bare: bool
    is_money: bool
    hint: tuple[str, ...]
    own: re.Pattern[str] | None
    whole: re.Pattern[str] | None
    outcome: str
    ways: tuple[Way, ...]
    denied: re.Pattern[str] | None
    named: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    apart: re.Pattern[str] | None
    askers: tuple[re.Pattern[str], ...] = ()
    widened: tuple[re.Pattern[str], str] | None = None
    none: re.Pattern[str] | None = None
    none_beside: re.Pattern[str] | None = None
    is_by_government: bool = False
    is_stock: bool = False
    row: re.Pattern[str] | None = None

    def is_of_some(self, denial: str) -> bool:
        """Whether the words of a denial name only one of those who may ask."""
        return len({bool(sort.search(denial)) for sort in self.askers}) > 1

    def widened_by(self, aside: str) -> str:
        """The quantity that its number is of with what brackets beside it say, or its own."""
        is_wider = self.widened is not None and self.widened[0].search(aside)
        return self.widened[1] if self.widened is not None and is_wider else self.code

    def without_own(self, text: str) -> str:
        """A text without the words that change nothing about this quantity."""
        return self.own.sub(lambda m: m["kept"] or " ", text) if self.own else text

    def is_of_requests(self, kind: Kind) -> bool:
        """Whether it counts requests: all of them, or a part."""
        return self.about == "requests" and self.kind == kind


@dataclass(frozen=True)
class Vocabulary:
    """All quantities by code, and the words that decide what a number is about.

    Attributes:
        ways: all ways to write any of them; those that mean it only behind others come last.
        phrases: longer words that change nothing.
        harmless: those and all others.
        parts: words of channels and of kinds of cases.
        times: words of other times than the report's year.
        spans: words of times that may be longer or shorter.
        tail: what may follow a thing that is denied.
    """

    quantities: Mapping[str, Quantity]
    ways: tuple[tuple[Quantity, Way], ...]
    phrases: re.Pattern[str]
    harmless: re.Pattern[str]
    parts: re.Pattern[str]
    times: re.Pattern[str]
    spans: re.Pattern[str]
    supposed: re.Pattern[str]
    elsewhere: re.Pattern[str]
    tail: re.Pattern[str]
    about: str
    sums: tuple[Sum, ...]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """What the file declares.

    Raises:
        DeclarationError: the file is not as it must be.
    """
    try:
        return _vocabulary(_File.model_validate(parse(DECLARED.read_bytes())))
    except (ValidationError, yaml.YAMLError, re.error, KeyError) as error:
        raise DeclarationError("declaration", file=DECLARED.name, why=error) from error


def _vocabulary(file: _File) -> Vocabulary:
    blocks = {"numerals": NUMERALS, "break": BREAK}
    for name, text in file.blocks.items():
        blocks[name] = _filled(text, blocks)

    compiled = partial(_compiled, blocks)
    narrows = file.narrows
    # Longer words first, so that none is left over of which a part is harmless.
    words = [*map(re.escape, sorted(file.harmless.words.split(), key=len, reverse=True))]
    quantities = {
        code: _quantity(code, entry, blocks, words) for code, entry in file.quantities.items()
    }
    ways = [(quantity, way) for quantity in quantities.values() for way in quantity.ways]
    return Vocabulary(
        quantities,
        tuple(sorted(ways, key=lambda one: bool(one[1].after or one[1].every))),
        compiled("|".join(file.harmless.phrases)),
        compiled("|".join((*file.harmless.phrases, *words))),
        compiled(f"{narrows.channel}|{narrows.kind}"),
        compiled(narrows.time),
        compiled(narrows.span),
        compiled(file.supposed),
        compiled(file.elsewhere),
        compiled("{matter}"),
        blocks["about"],
        file.sums,
    )


def _compiled(blocks: Mapping[str, str], text: str) -> re.Pattern[str]:
    return re.compile(_filled(text, blocks))


def _filled(text: str, blocks: Mapping[str, str]) -> str:
    return _BLOCK.sub(lambda match: blocks[match[1]], text)


def _quantity(
    code: str, entry: _Entry, blocks: Mapping[str, str], words: Sequence[str]
) -> Quantity:
    compiled = partial(_compiled, blocks)
    ways = (
        *(Way(compiled(text)) for text in entry.counted),
        *(
            Way(
                compiled(text),
                frozenset(one.after),
                frozenset(one.without),
                compiled(one.apart) if one.apart else None,
                every=frozenset(one.every),
                beside=compiled(one.beside) if one.beside else None,
                is_also=one.also,
            )
            for one in entry.follows
            for text in one.patterns
        ),
        *(Way(compiled(text), is_also=True) for text in entry.also),
        *(Way(compiled(text), is_sure=False) for text in entry.unsure),
    )
    for way in ways:
        if "n" not in way.pattern.groupindex:
            raise DeclarationError(
                "way_without_number", file=DECLARED.name, code=code, way=way.pattern.pattern
            )
    none, beside = (
        (entry.none, "") if isinstance(entry.none, str) else (entry.none.text, entry.none.beside)
    )
    own = compiled(entry.own)
    long = [word for word in words if len(word) >= _LONG and not own.fullmatch(word)]
    return Quantity(
        code,
        entry.name,
        entry.kind,
        entry.about,
        entry.bare,
        entry.money,
        tuple(entry.hint.split("|")) if entry.hint else (),
        # Within a long harmless word nothing is a quantity's own: 无 in 无法提供.
        compiled(f"(?P<kept>{'|'.join(long)})|{entry.own}") if entry.own else None,
        compiled(entry.whole) if entry.whole else None,
        entry.outcome,
        ways,
        compiled(f"{{about}}(?:{entry.denied})") if entry.denied else None,
        compiled(entry.named) if entry.named else None,
        compiled(entry.unless) if entry.unless else None,
        compiled(entry.apart) if entry.apart else None,
        tuple(map(compiled, entry.askers or ())),
        (compiled(entry.widened.by), entry.widened.to) if entry.widened else None,
        compiled(none) if none else None,
        compiled(beside) if beside else None,
        entry.by_government,
        entry.stock,
        compiled(entry.row) if entry.row else None,
    )
