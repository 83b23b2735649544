"""What the prose says of what the tables count: numbers, percentages and denials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gongkai.numeral import NUMERALS
from gongkai.report import Statement
from gongkai.text import BREAK
from tasks.reshape.stated.body import Sentence, body
from tasks.reshape.stated.clauses import Clause, Found, Parted, parted, value_of
from tasks.reshape.stated.declared import vocabulary
from tasks.reshape.stated.denials import denials
from tasks.reshape.stated.frame import Frame
from tasks.reshape.stated.numbers import counts
from tasks.reshape.stated.percentages import behind, named
from tasks.reshape.stated.respectively import respectively
from tasks.reshape.stated.scope import Scope, Speaker, worst
from tasks.reshape.stated.setting import years

_WORTH = re.compile(
    rf"[\d{NUMERALS}](?:[件份宗起例个部项条封桩笔次人%(]|万?元|万件|[、和及,;。]|$)|未|没有|无|零|不存在"
)
_NAMED = re.compile(
    r"申请|复议|诉讼|应诉|规范性文件|规章|信息处理费|收费|答复|办结|公开|处理|提供|费用|结转|转结|遗留|许可|处罚|强制"
)
"""A sentence without one of both states nothing."""

_DELAYED = re.compile(r"(?:延期|超期|逾期)(?:答复|办结|办理|回复)[^,;\d]{0,4}\d+件")
_OTHERWISE = re.compile(r"[,、](?:不予受理|[^,;、\d]{0,8}不明确|撤回)[^,;、\d]{0,4}\d+件")
"""Ways to end that stand beside the answers, which are then not all of them."""

_FURTHER = re.compile(
    r"另外?+[有收]?+(?!(?:上一?|去|往)年)[^,;\d]{0,12}\d+[件起](?![^,;]{0,16}(?:顺延|结转|转|办理|未到期|延期|延至))"
)
_ANOTHER = re.compile("另[有外]")
_SUM = re.compile(r"[,、](?:共|合|总)计?(?P<n>\d+)件(?=[,;。]|$)")
_COUNTED = re.compile(rf"(?P<n>\d+|[{NUMERALS}]+)[件宗份起]")
_OF_ANSWERED = re.compile(r"(?:答复|办结)[^,;]*,(?:其中,?|(?:其中,?)?(?:包?含|包括)了?)$")
_EXCEPT = re.compile(r"除[^,;]{1,16}外")
_REFUSED = re.compile(r"(?:其中)?[^,;、\d]*不予(?:行政)?(?:许可|处罚|强制)[^,;、\d]{0,6}\d+件")
"""Decisions that are of their kind as well, counted beside the others."""

_FOR_REASON = re.compile(
    r"(?:^|[,;:。])(?:对于?|针对|凡|就)(?=[^,;:\d]{0,40}(?:属于|涉及|内容|不明确|不存在|不掌握|重复|未))"
    r"(?![^,;:\d]{0,40}等)[^,;:\d]{2,40}的,[^,;:\d]{0,16}$"
)
"""Words before a number that tell for which of several reasons it came about."""

_REVIEWED = re.compile("备案|审查")
_OF_BELOW = re.compile("其中[^,;]{0,4}[县区镇]")
_OF_OTHERS = re.compile(
    r"其中[^,;\d]{0,6}(?:投诉|举报|信访|工伤|拆迁|征收|处罚|许可|登记)[^,;\d]{0,4}\d"
)
"""Cases of which some were about something else than disclosure."""

_KINDS = {"reviewed": re.compile("复议"), "litigated": re.compile("诉讼|应诉|起诉")}
_ORDER = re.compile("复议(?:之)?后|未经(?:行政)?复议|行政应诉能力")
"""Words of reviews that are said of lawsuits."""

_OF_DISCLOSURE = re.compile(r"其中(?:因|涉及?)?(?:政府)?信息公开")
"""Behind a number of cases, it makes that one of others as well."""

_PLANNED = re.compile("力争|力求|争取|目标|每(?:收到|受理|接到)")
"""What is said behind one of these in its sentence is not yet so."""

_WIDER = re.compile(r"不?(?:含|包括|包含)")
_ADDED_TO = ("received", "handled", "answered", "reviewed", "litigated")
_TOTAL = re.compile(r"(?<!公)共(?![同享建])|合计|总[计数量]")


def stated(
    texts: Sequence[str],
    paged: bool,
    year: int | None,
    agency: str | None,
    is_about_requests: bool = False,
) -> tuple[Statement, ...]:
    """What the prose says of what the tables count, in its order.

    Args:
        texts: the text of each page, tables and all.
        paged: whether these are pages; else statements have none.
        year: the report's year; where it is not known, the only one that the text names.
        agency: the report's agency, as it is on the title page.
        is_about_requests: whether cases and answers are of requests for information where the
            text does not say otherwise.
    """
    read = list(body(texts))
    spoken = set() if year else set().union(*(years(one.text) for one in read))
    speaker = Speaker(agency or "", year or (spoken.pop() if len(spoken) == 1 else None))
    frame = Frame(topic="requests" if is_about_requests else "")
    found: dict[tuple[str, str, Decimal, str], Statement] = {}
    for sentence in read:
        frame = frame.next(sentence.begins, sentence.heading, is_about_requests)
        page = sentence.page if paged else None
        said, frame = _of_sentence(sentence, frame, speaker)
        quoted = sentence.text.replace(BREAK, "")
        for one in said:
            statement = _statement(one, quoted, page)
            key = (statement.quantity, statement.kind, statement.value, quoted)
            found.setdefault(key, statement)
    return tuple(found.values())


def _statement(one: Found, quoted: str, page: int | None) -> Statement:
    denied = one.denied or (one.kind == "count" and one.value == 0)
    scope = one.scope if one.is_sure else worst(one.scope, "unsure")
    return Statement(one.code, one.kind, one.value, one.tolerance, scope, denied, quoted, page)


def _of_sentence(sentence: Sentence, frame: Frame, speaker: Speaker) -> tuple[list[Found], Frame]:
    """What a sentence states, and what the text speaks of behind it."""
    is_named = frame.opens or frame.seen or _NAMED.search(sentence.text)
    if not (is_named and _WORTH.search(sentence.text)):
        return [], frame.passing(sentence.text)
    plain = parted(sentence.text)
    frame = frame.opening(plain.text)
    found: list[Found] = []
    for clause in plain.clauses:
        is_planned = _PLANNED.search(plain.text, 0, clause.start)
        said = [] if is_planned else _of_clause(clause, plain, frame, speaker)
        frame = frame.after(clause, said, speaker)
        found += said
    found += respectively(plain, frame, speaker)
    found = [_widened(one, plain) for one in found]
    is_all = _comes_to_total(found, plain.text)
    found = [one if is_all else _of_row(one, plain.text) for one in found]
    found = _totals([_doubted(one, plain, speaker, found) for one in found], plain)
    found += [percent for one in found for percent in behind(one, plain)]
    found += [part for one in found for part in _of_aside(one, plain, speaker)]
    return sorted(found, key=lambda one: one.start), frame


def _of_clause(clause: Clause, plain: Parted, frame: Frame, speaker: Speaker) -> list[Found]:
    if vocabulary().supposed.search(clause.text):
        return []
    return [
        *counts(clause, plain.text, frame, speaker),
        *denials(clause, plain, frame, speaker),
        *named(clause, plain, frame, speaker),
    ]


def _widened(one: Found, plain: Parted) -> Found:
    """A number, of more than its words alone say where brackets in or behind them add to it."""
    quantity = vocabulary().quantities[one.code]
    asides = "".join(text for at, text in plain.asides.items() if one.start < at <= one.end)
    return replace(one, code=quantity.widened_by(asides)) if asides else one


def _comes_to_total(found: Sequence[Found], text: str) -> bool:
    """Whether the numbers behind that of all requests come to it: none is left untold."""
    for one in found:
        if one.code in _ADDED_TO[:3] and one.kind == "count" and one.scope == "whole":
            parts = [value_of(match["n"]) for match in _COUNTED.finditer(text, one.end)]
            if parts and sum(part[0] for part in parts if part is not None) == one.value:
                return True
    return False


def _of_row(one: Found, text: str) -> Found:
    """A number with the words of one row of its quantity is of that row; it may not be all."""
    row = vocabulary().quantities[one.code].row
    if row is None or one.denied or one.kind != "count":
        return one
    begin = max(text.rfind(mark, 0, one.end) for mark in ",;:。") + 1
    words = text[max(begin, _last_count(text, begin, one.start)) : one.end]
    is_row = row.search(words) and "等" not in words
    return replace(one, scope=worst(one.scope, "unsure")) if is_row else one


def _last_count(text: str, begin: int, end: int) -> int:
    """Where the last number of cases before a place ends."""
    return max((match.end() for match in _COUNTED.finditer(text, begin, end)), default=begin)


def _doubted(one: Found, plain: Parted, speaker: Speaker, found: Sequence[Found]) -> Found:
    """A statement, unsure where the rest of the sentence adds to it or widens it."""
    text, aside = plain.text, plain.asides.get(one.end, "")
    delayed = _DELAYED.search(text) if one.code == "answered" else None
    is_delayed = delayed is not None and "其中" not in text[one.end : delayed.start()]
    is_delayed |= one.code == "answered" and _OTHERWISE.match(text, one.end) is not None
    is_further = one.code in _ADDED_TO and not one.denied and _is_added_to(one, text, found)
    is_of_answered = one.code == "carried_in" and _OF_ANSWERED.search(text[: one.start])
    is_wider = _WIDER.match(aside) and speaker.subject_of(aside) != "whole"
    is_left = _EXCEPT.search(text, 0, one.start)
    quantity = vocabulary().quantities[one.code]
    about = quantity.about
    is_of_others = about == "documents" and bool(
        _REVIEWED.search(text, 0, one.start) or _OF_BELOW.search(text, one.end)
    )
    is_of_others |= about == "cases" and _OF_DISCLOSURE.search(text, one.end) is not None
    is_further |= about == "cases" and any(
        o.code == one.code and o.end < one.end and _ANOTHER.search(text, o.end, one.end)
        for o in found
    )
    refused = _REFUSED.search(text, one.end) if about == "decisions" else None
    is_further |= refused is not None and "其中" not in text[one.end : refused.end()]
    is_for_reason = quantity.is_of_requests("part") and _FOR_REASON.search(text, 0, one.start)
    is_of_others |= bool(is_for_reason)
    is_of_others |= bool(quantity.outcome) and _is_of_either(one, text, found)
    whole = next((m for m in _OF_OTHERS.finditer(text)), None) if about == "cases" else None
    is_of_others |= whole is not None and (one.end <= whole.start() or bool(quantity.outcome))
    doubted = is_delayed or is_further or is_of_answered or is_wider or is_left or is_of_others
    return replace(one, scope=worst(one.scope, "unsure")) if doubted else one


def _is_of_either(one: Found, text: str, found: Sequence[Found]) -> bool:
    """Whether a bad outcome may be of the other kind of cases that were counted before it."""
    if one.denied or one.kind != "count":
        return False
    quantities = vocabulary().quantities
    ends = [o.end for o in found if quantities[o.code].outcome and o.end <= one.start]
    begin = max([text.rfind(";", 0, one.start) + 1, *ends])
    said = _ORDER.sub("", text[begin : one.end])
    own = quantities[one.code].outcome
    return any(bool(words.search(said)) and code != own for code, words in _KINDS.items())


def _is_added_to(one: Found, text: str, found: Sequence[Found]) -> bool:
    """Whether more is counted behind a number, so that it may not be all."""
    total = _SUM.search(text, one.end) if one.code == "received" else None
    carried = [other.value for other in found if other.code == "carried_in"]
    is_with_carried = total is not None and one.value + sum(carried) == Decimal(total["n"])
    is_summed = total is not None and "结转" not in text[one.end : total.start()]
    is_summed = is_summed and not (carried and is_with_carried)
    further = _FURTHER.search(text, one.end)
    if further is None:
        return is_summed
    # 复议7件,另有诉讼2件: other cases than those.
    is_other = one.code in _KINDS and any(
        o.code in _KINDS and o.code != one.code and further.start() < o.end <= further.end() + 24
        for o in found
    )
    return is_summed or not is_other


def _totals(found: Sequence[Found], plain: Parted) -> list[Found]:
    """Of several numbers of one quantity in a sentence only the total is sure, if there is one."""
    kept: list[Found] = []
    for one in found:
        alike = {other.value: other for other in found if other.is_sure and _is_alike(other, one)}
        if len(alike) > 1 and one in alike.values():
            largest = alike[max(alike)]
            begin = max(plain.text.rfind(mark, 0, largest.start) for mark in ",;、") + 1
            is_total = _TOTAL.search(plain.text[begin : largest.end])
            if one.value != largest.value or not is_total:
                kept.append(replace(one, scope="unsure"))
                continue
        kept.append(one)
    return kept


def _is_alike(other: Found, one: Found) -> bool:
    """Whether a number may be of all that another one is of, or both of parts of it.

    Of results, also one with words that nobody knows: 因…无法提供3件，因…无法提供18件.
    """
    is_result = vocabulary().quantities[one.code].is_of_requests("part") and not other.denied
    is_known = other.scope == "whole" or (other.scope == "unsure" and is_result)
    return (other.code, other.kind) == (one.code, "count") and is_known


def _of_aside(owner: Found, plain: Parted, speaker: Speaker) -> Iterator[Found]:
    """What brackets behind a number say of parts of it."""
    aside = plain.asides.get(owner.end, "")
    if owner.kind != "count" or not aside or owner.code not in _ADDED_TO:
        return
    inner = parted(aside)
    frame = Frame(topic="requests", seen=frozenset({owner.code}))
    for clause in inner.clauses:
        said = counts(clause, inner.text, frame, speaker)
        frame = frame.after(clause, said, speaker)
        for one in said:
            scope = worst(one.scope, owner.scope, _part_of(owner.code, one.code))
            yield replace(one, scope=scope, start=owner.start, end=owner.end)
            for percent in behind(one, inner):
                yield replace(percent, scope=scope, start=owner.start, end=owner.end)


def _part_of(owner: str, code: str) -> Scope:
    """Of what was answered, not all that was carried in need be told."""
    if vocabulary().quantities[code].kind == "all":
        return "narrower"
    return "unsure" if (owner, code) == ("answered", "carried_in") else "whole"
