"""What the prose of reports before 2014 says, which have no national form.

The same engine as beside tables, with a stricter profile: nothing stands beside the sentence to
be compared with it, so that what may be of all years or of all offices of a place, two
numbers that differ, and a number that a later sentence narrows mean no value. The whole report is
on the disclosure of information, so that its cases are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gongkai.report import Quotation, Statement
from gongkai.text import BREAK
from tasks.reshape.stated.body import body
from tasks.reshape.stated.said import stated
from tasks.reshape.stated.setting import years

QUANTITIES = ("received", "answered", "reviewed", "litigated")
"""What is quoted."""

_WIDER = re.compile(
    r"截[至止]|累计|全[国省市区县州盟旗](?!人民|政府|公开)|本级|各[县区市镇乡]|系统"
)
"""Sentences that may be of other years or of other offices as well."""

_ITEMS = re.compile(r"信息(?:共计?|有|为)?[\d,]+条")
"""Items of information are no requests."""

_NARROWED = re.compile(r"其中[,:]?(?:20\d\d年|[本今]年|我|本)")
"""What the sentence before counted was more than is wanted."""


def quotations(
    texts: Sequence[str], paged: bool = True, year: int | None = None
) -> tuple[Quotation, ...]:
    """The first sentence for each quantity on whose value the text agrees, in its order.

    Args:
        texts: the text of each page.
        paged: whether these are pages; else the quotations have none.
        year: the report's year; where it is not known, a text that names several gives none.
    """
    read = list(body(texts))
    if not year and len(set().union(*(years(one.text) for one in read))) > 1:
        return ()
    narrowed = {
        before.text.replace(BREAK, "")
        for before, behind in pairwise(read)
        if _NARROWED.match(behind.text)
    }
    values: dict[str, set[int]] = {}
    first: dict[str, Quotation] = {}
    for one in stated(texts, paged, year, None, is_about_requests=True):
        if not _is_quoted(one) or one.sentence in narrowed:
            continue
        quotation = Quotation(one.quantity, int(one.value), one.sentence, one.page)
        values.setdefault(one.quantity, set()).add(quotation.value)
        first.setdefault(one.quantity, quotation)
    return tuple(quotation for code, quotation in first.items() if len(values[code]) == 1)


def _is_quoted(one: Statement) -> bool:
    is_sure = one.quantity in QUANTITIES and one.kind == "count" and one.scope == "whole"
    is_strange = _WIDER.search(one.sentence) or _ITEMS.search(one.sentence)
    return is_sure and not one.tolerance and not is_strange
