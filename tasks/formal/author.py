"""Who the text says has made the report: whether that is the agency that publishes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.agency import (
    DEPARTMENTS,
    GOVERNMENTS,
    kind_of_agency,
    office_of,
    place_of,
    plain_name,
    words,
)
from gongkai.report import Remark
from tasks.formal.prescribed import prescribed
from tasks.formal.text import Text
from tasks.reshape.own_words import CLAIMS, NAME

_CLAIMS = (
    *CLAIMS,
    re.compile(rf"请(?:直接)?(?:与|同|联系){NAME}(?:联系|\(|,|:|。)"),
)
_SHORT = re.compile(r"(?:[省市县区州旗镇乡]|街道|自治[区州县])?(?:人民)?政府(?:办公厅|办公室|办)?")
_ROOM = re.compile(
    r"(?<=[局委厅会])(?:党政|综合|行政|机关)?(?:办公室|办|秘书科|[一-龥]{2,6}[科股处室])$"
)
_SELF = re.compile("(?<![自由])我(?:局(?![部限面促势])|委(?![托派任员])|厅|镇|乡(?![村镇])|街道)")
_PLACE_END = re.compile("(?:自治[区州县]|街道办事处|街道|[省市县区州旗盟镇乡])$")
_DEPARTMENT_END = re.compile("(?:管理委员会|委员会|办公室|中心|[局厅委办处])$")


def of_author(text: Text, agency: str | None) -> tuple[Remark, ...]:
    """Names of other agencies where the report speaks of its own."""
    if agency is None or kind_of_agency(agency) is None:
        return ()
    return (*_named(text, agency), *_selves(text, agency))


def is_other(agency: str, name: str) -> bool:
    """Whether a name is certainly that of another agency than `agency`.

    Short names, the government above or below, its offices, the agencies that run
    disclosure for all, and names with a word in common are not certain.

    >>> is_other("示例市云溪县教育局", "云溪县审计局"), is_other("沭阳县民政局", "沭阳县政府")
    (True, False)
    """
    one, two = office_of(agency), office_of(_ROOM.sub("", plain_name(name)))
    kinds = kind_of_agency(one), kind_of_agency(two)
    if None in kinds or _SHORT.fullmatch(two) or _is_within(one, two) or _is_within(two, one):
        return False
    places = place_of(one), place_of(two)
    if any(word in two.removeprefix(places[1][0]) for word in _running()):
        return False
    if kinds == ("township", "township"):
        return _differ(_stem(one), _stem(two))
    if not all(kind in GOVERNMENTS | DEPARTMENTS for kind in kinds):
        return False
    of_one_level = all(place for place, _ in places) and places[0][1] == places[1][1]
    if of_one_level and _differ(_last_place(places[0][0]), _last_place(places[1][0])):
        return True
    if not all(kind in DEPARTMENTS for kind in kinds):
        return False
    return _do_other_things(one.removeprefix(places[0][0]), two.removeprefix(places[1][0]))


def _named(text: Text, agency: str) -> Iterator[Remark]:
    """Another agency named as the one that made the report."""
    seen = set()
    for start, sentence in text.sentences:
        for match in (claim.search(sentence) for claim in _CLAIMS):
            if match is None or match["name"] in seen or not is_other(agency, match["name"]):
                continue
            seen.add(match["name"])
            quote = text.quote(start, sentence, match.group())
            if match.re in CLAIMS:
                message = (
                    f"报告的机关是“{agency}”，文中却写明由“{match['name']}”编制，"
                    "数据可能是后者的，也可能只是照抄了文字，请核对。"
                )
                yield Remark("publication.other_author", message, quote=quote)
                continue
            message = (
                f"报告的机关是“{agency}”，文中却写着“{match['name']}”，"
                "可能照抄了其他机关的文字，请核对改正。"
            )
            yield Remark("publication.other_agency", message, quote=quote)


def _selves(text: Text, agency: str) -> Iterator[Remark]:
    """A word by which only another kind of agency speaks of itself (我局, 我镇)."""
    name = plain_name(agency)
    others = next((s.others for s in prescribed().selves if name.endswith(s.ends)), ())
    for start, sentence in text.sentences if others else ():
        for match in _SELF.finditer(sentence):
            if match.group() in others:
                message = (
                    f"报告的机关是“{agency}”，文中却自称“{match.group()}”，"
                    "可能照抄了其他机关的文字，请核对改正。"
                )
                quote = text.quote(start, sentence, match.group())
                yield Remark("publication.other_agency", message, quote=quote)
                return


def _running() -> tuple[str, ...]:
    return words().reporting


def _is_within(short: str, name: str) -> bool:
    """Whether the letters of a name stand in another in the same order (市发改委)."""
    letters = iter(name)
    return all(letter in letters for letter in short)


def _last_place(places: str) -> str:
    """The stem of the last place of some: 洪泽 of 淮安市洪泽区."""
    parts = re.findall("[^省市县区州旗盟]+(?:自治[区州县]|[省市县区州旗盟])+", places)
    return _stem(parts[-1] if parts else places)


def _stem(name: str) -> str:
    known = place_of(name)[0]
    rest = name.removeprefix(known) or known
    for end in ("人民政府", "政府"):
        rest = rest.removesuffix(end)
    return _PLACE_END.sub("", rest)


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and not _is_within(one, other) and not _is_within(other, one)


def _do_other_things(one: str, other: str) -> bool:
    """Whether two departments' names have nothing in common but words all of them have."""
    one, other = (_DEPARTMENT_END.sub("", name) for name in (one, other))
    if not _differ(one, other):
        return False
    for word in words().shared:
        one, other = one.replace(word, "|"), other.replace(word, "|")
    pairs = [{n[i : i + 2] for i in range(len(n) - 1)} for n in (one, other)]
    common = {pair for pair in pairs[0] & pairs[1] if "|" not in pair}
    return not common and bool(one.strip("|")) and bool(other.strip("|"))
