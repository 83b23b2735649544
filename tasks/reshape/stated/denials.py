"""What a clause says that there was none of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tasks.reshape.stated.clauses import Clause, Found, Parted
from tasks.reshape.stated.declared import Quantity, vocabulary
from tasks.reshape.stated.frame import Frame
from tasks.reshape.stated.scope import Scope, Speaker, worst

_NOT = re.compile(
    r"未(?!经|来|能|满|办|答|结|到|公开|审|予|按)(?:曾|有)?|(?<!从)未有|没有(?!公开(?!政府|信息))|(?<![有是])无(?!法(?!人)|障|偿|关|论|正|效|需|须)(?:一[例件起])?"
    r"|不存在|零(?=行政|复议|诉讼|申请|败诉|纠错)"
)
_NONE = re.compile(
    r"[:。]?(?:案件|案|(?<!公开)申请|情况|数量?|件数)*(?:均|都|也|全部|继续)*"
    r"(?:未(?:有)?(?:发生|出现|产生|收到)|没有(?:发生|出现|产生)?|(?:保持|实现|做到)?[“\"]?零(?:发生|出现|败诉|申请|受理|收件)?[”\"]?"
    r"|(?:数量?)?(?:均|都)?(?:为|是)[“\"]?(?:零|0|〇)[件起宗例次]?[”\"]?|暂?无)$"
)
_ATTRIBUTE = re.compile(r"(?:对|对于|针对|凡|有)$")
"""Before a negation that only tells which of something are meant: 对未收到申请的单位."""

_CAUSED = re.compile("引起|引发|导致|产生|而")
"""Behind a thing that is only why there was none of the next."""

_JOIN = re.compile(r"[“”\"]?(?:[、和及与或/,]|以及|或者|零)+")
_BEGINS = re.compile("行政|复议|诉讼|收到|规范性|规章|政府信息|信息公开|依申请|申请|上年结转")
"""Where things that stand before a negation may begin."""

_SOME = re.compile(
    r"有的|个别|多数|少数|部分(?!公开)|一些|大多|[\d一二两三四五六七八九十几][个家]|基本|几乎"
)
_CLOSING = ',:.”"'
"""Where what is denied may end before the sentence does."""

_STOP = re.compile(r"[;。!?]")


def denials(clause: Clause, plain: Parted, frame: Frame, speaker: Speaker) -> list[Found]:
    """The quantities of which a clause says that there was none."""
    here = frame.within(clause)
    found = (
        _behind(clause, speaker.masked(plain.text))
        or _before(clause)
        or _wholly(clause, plain.text)
    )
    if found is None:
        return []
    things, begin, end = found
    lead = clause.text[:begin]
    if _ATTRIBUTE.search(lead):
        return []
    if _SOME.search(lead) or vocabulary().elsewhere.search(vocabulary().phrases.sub(" ", lead)):
        return []
    made = []
    for quantity, is_sure in _outcomes(things):
        scope = here.scope_of(quantity, lead, speaker)
        sure: Scope = "whole" if is_sure else "unsure"
        if quantity.is_of_some(clause.text[begin:end]):
            sure = "narrower"
        made.append(
            Found(
                quantity.code,
                "count",
                Decimal(0),
                Decimal(0),
                worst(scope, sure),
                True,
                clause.start + begin,
                clause.start + end,
            )
        )
    return made


def _behind(clause: Clause, sentence: str) -> tuple[list[Quantity], int, int] | None:
    """Things behind a negation, up to the end of its clause or, in a list, of a later one."""
    for match in _NOT.finditer(clause.text):
        rest = sentence[clause.start + match.end() :]
        stop = _STOP.search(rest)
        read = _things(rest[: stop.start()] if stop else rest)
        if read is not None:
            return read[0], match.start(), match.end() + read[1]
    return None


def _before(clause: Clause) -> tuple[list[Quantity], int, int] | None:
    """Things before a negation that ends the clause."""
    for match in _NONE.finditer(clause.text):
        text = clause.text[: match.start()]
        starts = [thing.start() for thing in _BEGINS.finditer(text)]
        for start in starts:
            read = _things(text[start:])
            if read is not None and read[1] == len(text) - start:
                return read[0], start, len(clause.text)
    return None


def _wholly(clause: Clause, sentence: str) -> tuple[list[Quantity], int, int] | None:
    """The quantity that a whole wording at the end of the clause denies."""
    for quantity in vocabulary().quantities.values():
        match = quantity.none.search(clause.text) if quantity.none else None
        is_beside = quantity.none_beside is None or quantity.none_beside.search(sentence)
        if match is not None and is_beside:
            return [quantity], match.start(), match.end()
    return None


def _things(text: str) -> tuple[list[Quantity], int] | None:
    """The things that stand in a row at the beginning of a text, and where they end."""
    found: list[Quantity] = []
    pending: list[Quantity] = []
    place, end = 0, 0
    while (read := _thing(text, place)) is not None:
        things, place = read
        pending += things
        if place >= len(text) or text[place] in _CLOSING:
            found, pending, end = [*found, *pending], [], place
        join = _JOIN.match(text, place)
        if join is None and _CAUSED.match(text, place):
            break
        place = join.end() if join else place
    return (found, end) if found else None


def _thing(text: str, place: int) -> tuple[list[Quantity], int] | None:
    """What is named at a place by most letters, and where its words end."""
    ends = {
        code: match.end()
        for code, quantity in vocabulary().quantities.items()
        if quantity.denied and (match := quantity.denied.match(text, place))
    }
    if not ends:
        return None
    last = max(ends.values())
    tail = vocabulary().tail.match(text, last)
    things = [vocabulary().quantities[code] for code, end in ends.items() if end == last]
    return things, tail.end() if tail else last


def _outcomes(things: Sequence[Quantity]) -> list[tuple[Quantity, bool]]:
    """Things with whether that is sure; beside a bad outcome, cases are meant by theirs."""
    quantities = vocabulary().quantities
    bad = {q.outcome: q for q in quantities.values() if q.outcome}
    if not any(thing.outcome for thing in things):
        return [(thing, True) for thing in dict.fromkeys(things)]
    said = {thing.code for thing in things}
    kept: list[tuple[Quantity, bool]] = []
    for thing in dict.fromkeys(things):
        meant = bad.get(thing.code)
        if meant is None:
            kept.append((thing, True))
        elif meant.code not in said:
            kept.append((meant, False))
    return kept
