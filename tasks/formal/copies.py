"""Reports whose text is that of another: of the agency's last year, or of another agency.

Two signatures of 128 places that agree in 90 % differ in 12 places at most, so of 13
bands at least one is the same in both: comparing only reports that share a band
finds every pair, and few others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from gongkai.agency import office_of, plain_name
from gongkai.report import Remark
from gongkai.signature import PLACES, likeness

COPIED = 0.9
"""Likeness from which a text is a copy."""

BANDS = PLACES - int(PLACES * COPIED + 0.999) + 1
"""One more than the places in which copies may differ."""

CROWD = 128
"""In a band that so many different texts share, each is compared with so many that follow
it in the order of signatures: a text that circulates has copies enough to be found by."""

SHOWN = 3
"""So many other agencies are named."""

_Matrix = NDArray[np.uint32]


@dataclass(frozen=True)
class Copied:
    """A report as far as copies are looked for.

    Attributes:
        key: to tell it by; one per report.
        signature: of its prose (`gongkai.signature`); empty where it is too short.
    """

    key: str
    agency: str | None
    year: int | None
    signature: tuple[int, ...]


def copies(reports: Sequence[Copied]) -> dict[str, tuple[Remark, ...]]:
    """What is to be said of copied text, by key; reports without a copy are left out.

    Which of two agencies copied from the other cannot be told: both get a remark.
    """
    known = sorted((r for r in reports if r.signature and r.agency and r.year), key=lambda r: r.key)
    found: dict[str, list[Remark]] = defaultdict(list)
    for key, remark in _of_last_year(known):
        found[key].append(remark)
    years: dict[int, list[Copied]] = defaultdict(list)
    for report in known:
        years[report.year or 0].append(report)
    for year in sorted(years):
        for key, remark in _of_others(years[year]):
            found[key].append(remark)
    return {key: tuple(found[key]) for key in sorted(found)}


def _of_last_year(reports: Sequence[Copied]) -> Iterator[tuple[str, Remark]]:
    by_place: dict[tuple[str, int], list[Copied]] = defaultdict(list)
    for report in reports:
        by_place[_name(report), report.year or 0].append(report)
    for report in reports:
        earlier = by_place.get((_name(report), (report.year or 0) - 1), [])
        share = max((likeness(report.signature, other.signature) for other in earlier), default=0.0)
        if share >= COPIED:
            message = (
                f"正文与本机关 {(report.year or 0) - 1} 年度的报告雷同，"
                f"文字约 {share:.0%} 相同（机关名称、年份、数字和通用语句不计），"
                "请按本年度的实际情况重写。"
            )
            yield report.key, Remark("publication.copied_last_year", message)


def _of_others(reports: Sequence[Copied]) -> Iterator[tuple[str, Remark]]:
    """Copies among the reports of one year."""
    texts, groups = _distinct(reports)
    agencies = [{_name(report): report.agency or "" for report in group} for group in groups]
    others: dict[int, dict[int, float]] = defaultdict(dict)
    for one, two, share in _pairs(texts):
        others[one][two] = others[two][one] = share
    for text, group in enumerate(groups):
        near = [(1.0, text), *((share, other) for other, share in others[text].items())]
        named: dict[str, tuple[str, float]] = {}
        for share, other in sorted(near, key=lambda pair: (-pair[0], pair[1])):
            for name in sorted(agencies[other]):
                named.setdefault(name, (agencies[other][name], share))
        for report in group:
            if len(named) > 1:
                yield report.key, _of_other(report, named)


def _of_other(report: Copied, named: Mapping[str, tuple[str, float]]) -> Remark:
    """What to say of a report; `named` are all with its text, itself included, nearest first."""
    first = list(islice((of for name, of in named.items() if name != _name(report)), SHOWN))
    listed = "、".join(f"“{agency}”" for agency, _ in first)
    more = f"等 {len(named) - 1} 个机关" if len(named) - 1 > SHOWN else ""
    message = (
        f"正文与{listed}{more} {report.year} 年度的报告雷同，"
        f"文字最多约 {first[0][1]:.0%} 相同（机关名称、年份、数字和通用语句不计），"
        "请核对是谁照抄，并请照抄的机关按实际情况重写。"
    )
    return Remark("publication.copied_other", message)


def _name(report: Copied) -> str:
    """The agency, a government and its office being one: they may share a text."""
    return office_of(plain_name(report.agency or ""))


def _distinct(reports: Sequence[Copied]) -> tuple[_Matrix, list[list[Copied]]]:
    """The different signatures in their order, and the reports that have each."""
    groups: dict[tuple[int, ...], list[Copied]] = defaultdict(list)
    for report in reports:
        groups[report.signature].append(report)
    ordered = sorted(groups)
    return np.array(ordered, dtype=np.uint32), [groups[text] for text in ordered]


def _pairs(texts: _Matrix) -> Iterator[tuple[int, int, float]]:
    """Pairs of different texts that are copies, each once."""
    seen: set[tuple[int, int]] = set()
    for band in np.array_split(np.arange(PLACES), BANDS):
        for shared in _sharing(texts[:, band]):
            for one, two in _compared(texts, shared):
                pair = (one, two)
                if pair not in seen:
                    seen.add(pair)
                    yield one, two, float((texts[one] == texts[two]).mean())


def _sharing(band: _Matrix) -> Iterable[Sequence[int]]:
    """Texts that have the same numbers in a band, two or more at a time."""
    by_numbers: Mapping[bytes, list[int]] = defaultdict(list)
    for text, numbers in enumerate(np.ascontiguousarray(band)):
        by_numbers[numbers.tobytes()].append(text)
    return [texts for texts in by_numbers.values() if len(texts) > 1]


def _compared(texts: _Matrix, shared: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of copies among texts that share a band."""
    places = np.array(shared)
    part = texts[places]
    for place in range(len(shared) - 1):
        following = slice(place + 1, place + 1 + CROWD)
        alike = (part[following] == part[place]).mean(axis=1) >= COPIED
        for other in places[following][alike]:
            yield int(places[place]), int(other)
