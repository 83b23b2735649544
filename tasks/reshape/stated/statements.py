"""Statements: clause by clause what is said of the quantities, with the sentence to quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gongkai.numeral import number_of
from gongkai.report import Statement
from tasks.reshape.prose.words import BREAK
from tasks.reshape.stated.prose_of import prose_of
from tasks.reshape.stated.quantities import Quantity, quantities
from tasks.reshape.stated.scope import PUBLIC, Scope, is_supposed, scope_of

_ASIDE = re.compile(r"\(([^()]*)\)")
_CLAUSES = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))|[;。!?:]")
_NOT = re.compile(r"(?<!从)(?:未(?!经|能|来)|没有|(?<![有是无])无(?!法|障|偿|关|论)|零(?=[复诉]))")
_PERCENT = r"(?P<percent>\d+(?:\.\d+)?)%"
_SHARE = re.compile(
    rf"^,?(?:约?占(?:全部|办结|申请|总数|总量|比|比例|比重|总计|办理|结果|的|为|件数|总)*)?(?:的)?{_PERCENT}"
)
_GROWTH = re.compile(
    rf"^,?(?:同比|(?:比|较)(?:上年|去年|上一年|20\d\d年)(?:度)?(?:同期)?)"
    rf"(?P<way>增长|增加|上升|提高|下降|减少|降低)(?:了)?{_PERCENT}"
)
_FALL = ("下降", "减少", "降低")
_SHORTEST = 3


@dataclass(frozen=True)
class _Found:
    """A match in a sentence: where it ends, in the sentence without brackets."""

    statement: Statement
    start: int
    end: int


def stated(
    texts: Sequence[str], paged: bool, year: int | None, agency: str | None
) -> tuple[Statement, ...]:
    """What the prose says of what the tables count, in its order.

    Args:
        texts: the text of each page, tables and all.
        paged: whether these are pages; else statements have none.
        year: the report's year.
        agency: the report's agency.
    """
    found: dict[tuple[str, str, Decimal, str], Statement] = {}
    for page, text in prose_of(texts):
        for statement in _of_sentence(text, page if paged else None, year, agency):
            key = (statement.quantity, statement.kind, statement.value, statement.sentence)
            found.setdefault(key, statement)
    return tuple(found.values())


def _of_sentence(
    text: str, page: int | None, year: int | None, agency: str | None
) -> Iterator[Statement]:
    quoted = text.replace(BREAK, "")
    plain, asides = _without_asides(text)
    found: list[_Found] = []
    for start, clause in _clauses(plain):
        if is_supposed(clause):
            continue
        found += _counted(clause, plain[:start], start, (year, agency, quoted, page), found)
        found += _denied(clause, plain[:start], start, (year, agency, quoted, page))
    for one in sorted(_largest(found), key=lambda one: one.start):
        yield one.statement
        yield from _percentages(one, plain, asides)
    yield from _of_asides(found, asides, quoted, page)


def _without_asides(text: str) -> tuple[str, dict[int, str]]:
    """A sentence without what stands in brackets, and what stood where."""
    plain, asides, last = "", {}, 0
    for match in _ASIDE.finditer(text):
        plain += text[last : match.start()]
        asides[len(plain)] = match[1]
        last = match.end()
    return plain + text[last:], asides


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _CLAUSES.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


Told = tuple[int | None, str | None, str, int | None]


def _counted(
    clause: str, before: str, start: int, told: Told, known: Sequence[_Found]
) -> Iterator[_Found]:
    year, agency, quoted, page = told
    groups = {quantities()[one.statement.quantity].group for one in known} - {""}
    for quantity in quantities().values():
        if _is_of_else(quantity, clause, before):
            continue
        patterns = quantity.counted
        if quantity.follows is not None and quantity.group in groups:
            patterns = (*patterns, quantity.follows)
        for pattern in patterns:
            for match in pattern.finditer(clause):
                value, tolerance = _value(match["count"])
                if value is None or match["count"] is None:
                    continue
                scope = scope_of(quantity, clause, before, year, agency)
                statement = Statement(
                    quantity.code, "count", value, tolerance, scope, False, quoted, page
                )
                yield _Found(statement, start + match.start(), start + match.end())


def _is_of_else(quantity: Quantity, clause: str, before: str) -> bool:
    """Whether a clause, or what the sentence last spoke of before it, is of something else."""
    if quantity.unless is None:
        return False
    if quantity.unless.search(clause):
        return True
    if quantity.group == "result" and quantity.unless.search(before):
        return True
    others = [match.end() for match in quantity.unless.finditer(before)]
    named = max(before.rfind("信息公开"), before.rfind("依申请"))
    return bool(others) and "公开" not in clause and others[-1] > named


def _value(text: str | None) -> tuple[Decimal | None, Decimal]:
    """A number and half a unit of its last digit, where 万 rounds it."""
    if not text:
        return None, Decimal(0)
    if text.endswith("万") and text[:-1].replace(".", "").isdigit():
        digits = text[:-1]
        places = len(digits.partition(".")[2])
        exact = Decimal(digits) * 10_000
        return exact, Decimal(10_000) / 2 / Decimal(10) ** places if places else Decimal(0)
    if "." in text:
        return None, Decimal(0)
    number = number_of(text)
    return (None if number is None else Decimal(number)), Decimal(0)


def _denied(clause: str, before: str, start: int, told: Told) -> Iterator[_Found]:
    year, agency, quoted, page = told
    negation = _NOT.search(clause)
    if negation is None:
        return
    rest = PUBLIC.sub("公众", clause[negation.end() :])
    if len(rest) < _SHORTEST - 1:
        return
    for quantity in quantities().values():
        if any(pattern.match(rest) for pattern in quantity.denied) and _is_denied(quantity, rest):
            scope = _denied_scope(quantity, clause, before, year, agency)
            statement = Statement(
                quantity.code, "count", Decimal(0), Decimal(0), scope, True, quoted, page
            )
            yield _Found(statement, start + negation.start(), start + len(clause))


_WRONGED = re.compile(r"纠错|纠正|败诉|撤销|追责|责任")
_CLEAR = re.compile(
    r"^[^,;]{0,60}?(?:申请|复议|诉讼|案件|情况|情形|案|事项|文件|规章|通知|费|件|收费|发生|现象|行为)"
    r"(?:的)?(?:情况|情形|案件|事项|现象|发生|问题)*$"
)


def _is_denied(quantity: Quantity, rest: str) -> bool:
    """Whether it is the thing itself that there was none of, not its outcome."""
    is_outcome = quantity.code in ("reviews_corrected", "lawsuits_lost")
    if bool(_WRONGED.search(rest)) != is_outcome:
        return False
    if quantity.unless is not None and quantity.unless.search(rest):
        return False
    if re.search(r"不服|未经|直接|复议后|其[他它]|结转", rest):
        return False
    return is_outcome or _CLEAR.match(rest) is not None


def _denied_scope(
    quantity: Quantity, clause: str, before: str, year: int | None, agency: str | None
) -> Scope:
    found = scope_of(quantity, clause, before, year, agency)
    return "unsure" if found == "narrower" else found


def _largest(found: Sequence[_Found]) -> list[_Found]:
    """One statement for each place: of patterns that overlap for one quantity the first."""
    kept: list[_Found] = []
    for one in found:
        same = [
            other
            for other in kept
            if other.statement.quantity == one.statement.quantity
            and other.start < one.end
            and one.start < other.end
        ]
        if not same:
            kept.append(one)
    return kept


def _percentages(one: _Found, plain: str, asides: dict[int, str]) -> Iterator[Statement]:
    """Shares and changes against last year that stand right behind a number."""
    said = one.statement
    aside = asides.get(one.end, "")
    behind = plain[one.end : one.end + 40]
    for text in (aside, behind):
        growth, share = _GROWTH.match(text), _SHARE.match(text)
        if growth is not None:
            value = Decimal(growth["percent"])
            value = -value if growth["way"] in _FALL else value
            yield _percentage(said, "growth", value)
        elif share is not None and (text is aside or "占" in text[: share.end()]):
            yield _percentage(said, "share", Decimal(share["percent"]))


def _percentage(said: Statement, kind: str, value: Decimal) -> Statement:
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    tolerance = Decimal(1) / 2 / Decimal(10) ** places
    return Statement(
        said.quantity,
        "growth" if kind == "growth" else "share",
        value,
        tolerance,
        said.scope,
        False,
        said.sentence,
        said.page,
    )


def _of_asides(
    found: Sequence[_Found], asides: dict[int, str], quoted: str, page: int | None
) -> Iterator[Statement]:
    """What brackets say of requests carried in or over: of the number they stand behind."""
    for place, aside in asides.items():
        before = [one for one in found if one.end == place]
        owner = before[-1].statement if before else None
        if owner is None or owner.quantity not in ("received", "answered"):
            continue
        for code in ("carried_in", "carried_over"):
            for pattern in quantities()[code].counted:
                for match in pattern.finditer(aside):
                    value, tolerance = _value(match["count"])
                    if value is not None:
                        # Of what was answered, only a part of what was carried in need be told.
                        sure = owner.scope == "whole" and (
                            owner.quantity == "received" or code == "carried_over"
                        )
                        scope: Scope = "whole" if sure else "unsure"
                        yield Statement(code, "count", value, tolerance, scope, False, quoted, page)
