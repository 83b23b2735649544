"""The prose of a report: its sentences without the text of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gongkai.form import forms
from gongkai.label import normalise
from tasks.reshape.prose.sentences import sentences

LONGEST = 600
"""Letters of a sentence that is still read; beyond it, it is a table run together."""

_TABLES = re.compile(r"二、(?:政府信息)?主动公开政府?信息(?:的)?情况")
_AFTER = re.compile(r"五、.{0,16}?(?:问题|不足)")
_STATISTICS = re.compile(r"政府信息公开(?:工作)?情况统计表")
_NOTE = re.compile(r"^(?:注|说明|备注)[:1-9]")
_FEWEST_LABELS = 3


def prose_of(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Sentences with the page they begin on, in NFKC without white space.

    What stands between the heading of the first table and that of part 五 is left out,
    but for notes; and sentences in which the labels of a table run together.
    """
    read = list(sentences(texts))
    first, last = _tables(read)
    for place, (page, text) in enumerate(read):
        own = text
        if first is not None and first <= place < last and not _NOTE.match(text):
            own = _before_tables(text) if place == first else ""
        elif first is not None and place == last:
            own = text[_start_after(text) :]
        if own and len(own) <= LONGEST and not _is_table(own):
            yield page, own


def _tables(read: Sequence[tuple[int, str]]) -> tuple[int | None, int]:
    """Where the tables begin, and where the text after them does, as places in the sentences."""
    starts = [place for place, (_, text) in enumerate(read) if _TABLES.search(text)]
    ends = [place for place, (_, text) in enumerate(read) if _AFTER.search(text)]
    if not starts:
        return None, 0
    after = [place for place in ends if place >= starts[-1]]
    return starts[-1], after[0] if after else len(read)


def _before_tables(text: str) -> str:
    match = _TABLES.search(text)
    return text[: match.start()] if match else ""


def _start_after(text: str) -> int:
    match = _AFTER.search(text)
    return match.start() if match else 0


def _is_table(text: str) -> bool:
    """Whether the labels of a form's rows stand in it, one after the other."""
    if _STATISTICS.search(text) and len(text) > 80:
        return True
    compact = normalise(text)
    return sum(label in compact for label in _labels()) >= _FEWEST_LABELS


def _labels() -> tuple[str, ...]:
    if not _LABELS:
        for form in forms().values():
            for table in form.tables:
                _LABELS.extend(normalise(item.label) for item in table.items if len(item.label) > 5)
    return tuple(dict.fromkeys(_LABELS))


_LABELS: list[str] = []
