"""The numbers of a clause that are of a quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.numeral import NUMERALS
from tasks.reshape.stated.clauses import Clause, Found, value_of
from tasks.reshape.stated.declared import Quantity, Way, vocabulary
from tasks.reshape.stated.frame import Frame
from tasks.reshape.stated.scope import NOW, Scope, Speaker, is_change, worst

_DECIDES = re.compile(r"(?<!被)(?:办理|审理|受理|审结|承办|立案|新收|办结)")
"""What those do who decide on cases, not those who have them against them."""

_AGAINST = re.compile(
    r"被(?:申请|提起|提出|诉|起诉)|为被(?:告|申请人)|涉及?[本我](?:局|厅|部|机关|单位)(?!办理|承办)"
)
"""Words of cases against the agency, where it also decides on those against others."""

_NUMBER = re.compile(rf"[\d{NUMERALS}](?:[件份宗起例个部项条封桩笔次人]|万?元|万件|[、和及]|$)")
"""Without it a clause has no number of anything."""

_WAN = 10_000
"""元 of 万元, in which the tables count amounts."""

_OF_YEARS = ("carried_in", "carried_over")
"""Quantities that are of two years."""

_CASE = re.compile("复议|诉讼|应诉")
_KIND = re.compile("复议|诉讼|应诉|起诉|败诉")
_REQUESTS = re.compile("申请|信息公开的?(?:答复|回复)")
_TAKES = re.compile(r"(?<!被)(?:收到|接到|接收)")


@dataclass(frozen=True)
class _Candidate:
    quantity: Quantity
    way: Way
    match: re.Match[str]
    words: str
    opening: str

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """How near its words are; words before the number are of it rather than those behind."""
        start, number = self.match.start(), self.match.start("n")
        return self.way.is_sure, start < number, start


def counts(clause: Clause, sentence: str, frame: Frame, speaker: Speaker) -> list[Found]:
    """The numbers of a clause, each of at most one quantity: the one whose words are nearest."""
    here = frame.within(clause)
    nearest: dict[tuple[int, bool], tuple[_Candidate, Scope]] = {}
    for candidate in _candidates(clause, sentence, here):
        scope = _scope(candidate, here, speaker)
        if scope is None:
            continue
        place = candidate.match.start("n"), candidate.way.is_also
        known = nearest.get(place)
        if known is None or _is_nearer(candidate, scope, *known):
            nearest[place] = candidate, scope
    return [
        found
        for candidate, scope in nearest.values()
        for found in _found(candidate, scope, clause.start)
    ]


def _is_nearer(one: _Candidate, scope: Scope, other: _Candidate, known: Scope) -> bool:
    """Whether one reading of a number is better than another; of equal ones the surer."""
    if one.rank != other.rank:
        return one.rank > other.rank
    return scope != known and worst(scope, known) == known


def _found(candidate: _Candidate, scope: Scope, start: int) -> Iterator[Found]:
    match = candidate.match
    value = value_of(match["n"])
    if value is not None:
        unit = _WAN if candidate.quantity.is_money else 1
        yield Found(
            candidate.quantity.code,
            "count",
            value[0] / unit,
            value[1] / unit,
            scope,
            False,
            start + match.start(),
            start + match.end(),
            candidate.way.is_sure,
        )


def _candidates(clause: Clause, sentence: str, frame: Frame) -> Iterator[_Candidate]:
    """What numbers may be of; words that mean it only behind others come behind those."""
    if not _NUMBER.search(clause.text):
        return
    topic = {"topic"} if frame.topic == "requests" else set()
    before = frame.seen | topic | ({"opens"} if frame.opens else set())
    here: list[tuple[int, str]] = []
    for quantity, way in vocabulary().ways:
        if (
            quantity.hint
            and not way.beside
            and not any(word in clause.text for word in quantity.hint)
        ):
            continue
        for match in way.pattern.finditer(clause.text):
            if quantity.apart and quantity.apart.search(clause.text):
                break
            place = match.start("n")
            seen = before | {code for end, code in here if end < place}
            if not way.is_meant(seen, sentence):
                continue
            if quantity.outcome and not _is_last(
                quantity.outcome, sentence[: clause.start + place]
            ):
                continue
            here.append((match.end(), quantity.code))
            behind = clause.text[match.end("n") + 1 : match.end()]
            yield _Candidate(quantity, way, match, f"{clause.lead(place)}·{behind}", clause.opening)


def _is_last(code: str, before: str) -> bool:
    """Whether the cases named last before a number are of a kind, if any are named."""
    named = _KIND.findall(before)
    return not named or (named[-1] == "复议") == (code == "reviewed")


def _scope(candidate: _Candidate, frame: Frame, speaker: Speaker) -> Scope | None:
    """What a number is about; None where it is of nothing the tables count."""
    quantity, words = candidate.quantity, candidate.words
    before = words.partition("·")[0]
    unless = None if candidate.way.is_also else quantity.unless
    if is_change(before) or (unless and unless.search(words)):
        return None
    said = vocabulary().phrases.sub(" ", words)
    if quantity.about in ("decisions", "fees"):
        said = quantity.without_own(said)
    if vocabulary().elsewhere.search(said):
        return None
    # What a case was about, and whose it was, is said once before several numbers of cases.
    has_opening = quantity.about == "cases" and _CASE.search(candidate.opening)
    opening = candidate.opening if has_opening else ""
    about = _about(quantity, opening + words, frame, speaker)
    dated = _dated(candidate.match, speaker)
    if about is None or dated is None:
        return None
    opened = frame.scope_of(quantity, opening, speaker) if opening else "whole"
    is_behind = candidate.match.start() >= len(candidate.opening)
    if is_behind and quantity.code not in _OF_YEARS and not NOW.search(speaker.plain(before)):
        opened = worst(opened, speaker.time_of(candidate.opening))
    return worst(about, dated, opened, frame.scope_of(quantity, words, speaker))


def _about(quantity: Quantity, words: str, frame: Frame, speaker: Speaker) -> Scope | None:
    if quantity.is_bare and not _REQUESTS.search(words):
        return {"requests": "whole", "": "unsure", "other": None}[frame.topic]
    if quantity.about == "cases":
        # 未经复议直接起诉 and 复议后起诉 are the form's own words, and nobody else's.
        is_own = quantity.kind == "part" and not quantity.outcome
        return _about_cases(words, frame, speaker, is_own)
    return "whole"


def _about_cases(words: str, frame: Frame, speaker: Speaker, is_own: bool) -> Scope | None:
    """Cases are against the agency and because of disclosure, or they are others."""
    is_linked = is_own or frame.is_linked or frame.topic == "requests"
    if _DECIDES.search(words):
        return "unsure" if is_linked else None
    if _TAKES.search(words) and not (is_own or frame.is_linked):
        return "unsure" if is_linked else None
    is_against = not speaker.is_judge or (
        _AGAINST.search(words) is not None and (frame.is_ours or speaker.is_named(words))
    )
    return "whole" if is_linked and is_against else "unsure"


def _dated(match: re.Match[str], speaker: Speaker) -> Scope | None:
    """Whether the years it names are those before and after the report's."""
    named = match.groupdict()
    for group, offset in (("last", -1), ("next", 1)):
        year = named.get(group)
        if year is not None:
            if speaker.year is None:
                return "unsure"
            if int(year) != speaker.year + offset:
                return None
    return "whole"
