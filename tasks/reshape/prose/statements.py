"""What the clauses of a text state, and what of it agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gongkai.numeral import NUMERALS
from gongkai.report import Quotation
from gongkai.text import BREAK
from tasks.reshape.prose.quantities import counted, denied
from tasks.reshape.prose.sentences import asides, clauses, sentences
from tasks.reshape.prose.setting import COMPARED, Setting, begun, moved, years
from tasks.reshape.prose.words import COUNTED, OURS, UNIT

LONGEST = 300
"""Letters of a sentence that is still quoted; beyond it, it is a table run together."""

_SUPPOSED = re.compile(
    r"[预估]计|大约|约(?=收|受|接|有|答|办)|计划|力争|目标|拟|即使|倘|如|若|凡|应当|确保|避免|防止|杜绝"
    r"|非|不是|基本|几乎|不完全统计|[平日月]均|有的|个别|多数|少数|^(?:对|针对)(?!我|本)"
    rf"|[\d{NUMERALS}几多数][个家]"
)
"""Plans, suppositions, rough figures, and what only some offices say."""

_TOTAL = re.compile(r"(?<!公)共(?![同享建])|合计|总[计数量]")
"""That a number is a total."""

_NARROWED = re.compile(rf"其中\D{{0,4}}(?:{OURS}|本级|报告[年期]|[本今]年|20\d\d年|信息公开)")
"""A part that is the very thing wanted: the number before it was of something wider."""

_FURTHER = re.compile(rf"(?!.*(?:在办理中?|{UNIT}按规定延期)$).*(?:[另又再]|[延超逾]期)")
"""More of what was counted before, unless it is what is still to be answered."""


def quotations(
    texts: Sequence[str], paged: bool = True, year: int | None = None
) -> tuple[Quotation, ...]:
    """The first sentence for each quantity on whose value the text agrees, in its order.

    Args:
        texts: the text of each page.
        paged: whether these are pages; else the quotations have none.
        year: the report's year; where it is not known, a text that names several gives none.
    """
    read = [(page if paged else None, text) for page, text in sentences(texts)]
    named = {year} if year else set().union(*(years(text) for _, text in read))
    if len(named) > 1:
        return ()
    values: dict[str, set[int]] = {}
    first: dict[str, Quotation] = {}
    for quotation in _stated(read, next(iter(named), None)):
        values.setdefault(quotation.quantity, set()).add(quotation.value)
        first.setdefault(quotation.quantity, quotation)
    return tuple(quotation for code, quotation in first.items() if len(values[code]) == 1)


def _stated(read: Sequence[tuple[int | None, str]], year: int | None) -> Iterator[Quotation]:
    """What the clauses state, a sentence with parts and total by its total only."""
    setting = Setting()
    stated: list[tuple[Quotation, bool]] = []
    for page, text in read:
        if not text.startswith("其中"):
            yield from _summed(stated)
            stated, setting = [], begun(setting, text)
        # Words in brackets may make of a number one of something else.
        is_wider = any(moved(Setting(), aside, year).away - {"part"} for aside in asides(text))
        for clause in clauses(text):
            setting = moved(setting, clause, year)
            if _NARROWED.search(clause) or (COUNTED.search(clause) and _FURTHER.match(clause)):
                stated = []
            if is_wider or setting.away - {"topic"} or len(text) > LONGEST:
                continue
            if COMPARED.search(clause) or _SUPPOSED.search(clause):
                continue
            said = [
                *((code, 0) for code in denied(clause)),
                *counted(clause, "topic" in setting.away),
            ]
            for code, value in said:
                quotation = Quotation(code, value, text.replace(BREAK, ""), page)
                stated.append((quotation, _TOTAL.search(clause) is not None))
    yield from _summed(stated)


def _summed(stated: Sequence[tuple[Quotation, bool]]) -> Iterator[Quotation]:
    """The statements of a sentence; of several values only the total, if it can be one."""
    for quotation, is_total in stated:
        alike = [(q.value, total) for q, total in stated if q.quantity == quotation.quantity]
        totals = {value for value, total in alike if total}
        if is_total or totals != {max(alike)[0]}:
            yield quotation
