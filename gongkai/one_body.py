"""Whether two names are those of one body: in full, without its region, or shortened.

Titles shorten names (县卫生健康委, 市住建局, 大庙乡); sidecars and registers have them in full.
Never one are a government and its office, a bureau and its branch, or the same department of
two regions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from gongkai.agency import Level, place_of, plain_name, words

_BARE: dict[str, Level] = {
    "省": "province", "自治区": "province", "市": "city", "州": "city", "盟": "city",
    "县": "county", "区": "county", "旗": "county",
}  # fmt: skip
"""What a name says of its region that leaves the region's own name out (市财政局)."""

_BARE_BEGINNING = re.compile(
    "(?P<level>自治区|[省市州盟县区旗])(?=人民政府|政府|.{1,20}(?:[局委厅办处院]|委员会|办公室|中心)$)"
)
_GOVERNMENT = re.compile("(?:人民)?政府$")
_ENDINGS = (
    (re.compile("管委会$"), "管理委员会"),
    (re.compile("(?<!管理)(?<=[一-龥]{2})委$"), "委员会"),
    (re.compile("(?<=[一-龥])办$"), "办公室"),
    (re.compile("街道办事处$|街道办公室$"), "街道"),
    (re.compile("人民政府(?=办公[厅室])"), "政府"),
)


def is_one_body(one: str, other: str) -> bool:
    """Whether two names are one body's, as far as the names alone can tell.

    >>> is_one_body("县卫健委", "示例市云溪县卫生健康委员会")
    True
    >>> is_one_body("云溪县公安局", "云溪县公安局城关分局")
    False
    """
    first, second = _parts(one), _parts(other)
    if first.body != second.body:
        return False
    return _is_one_place(first, second)


class FullNames:
    """Full names of bodies, to write short ones out; made once for many."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._by_body: dict[str, list[str]] = {}
        for name in sorted(self._names):
            self._by_body.setdefault(_parts(name).body, []).append(name)

    def resolved(self, name: str) -> str:
        """The one full name that a name is short for; the name itself if none, or several."""
        if name in self._names:
            return name
        short = _parts(name)
        alike = self._by_body.get(short.body, ())
        same = [full for full in alike if _is_one_place(short, _parts(full))]
        return same[0] if len(same) == 1 else name


class _Parts(NamedTuple):
    """The place, the level where only that is said, and the rest of a name, written out."""

    place: str
    level: str
    body: str


@lru_cache(maxsize=65536)
def _parts(name: str) -> _Parts:
    plain = _GOVERNMENT.sub("", plain_name(name)) or plain_name(name)
    for pattern, full in _ENDINGS:
        plain = pattern.sub(full, plain)
    bare = None if _written_out(plain) != plain else _BARE_BEGINNING.match(plain)
    place, level, rest = "", "", plain
    if bare is not None:
        level, rest = _BARE[bare["level"]], plain[bare.end() :]
    else:
        place, _ = place_of(plain)
        rest = plain.removeprefix(place)
    return _Parts(place, level, _written_out(rest))


def _written_out(rest: str) -> str:
    """The part of a name behind its region, without what shortens it."""
    short = words().short
    for word in sorted(short, key=len, reverse=True):
        full = short[word]
        if rest.startswith(word) and not rest.startswith(full):
            return full + rest.removeprefix(word)
    return rest


def _is_one_place(first: _Parts, second: _Parts) -> bool:
    if first.level or second.level:
        if first.level and second.level:
            return first.level == second.level
        bare, named = (first, second) if first.level else (second, first)
        return not named.place or place_of(named.place)[1] in (bare.level, "")
    longer, shorter = sorted((first.place, second.place), key=len, reverse=True)
    return longer.endswith(shorter)
