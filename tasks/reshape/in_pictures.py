"""Tables that a document has as pictures or in words: what was not read was not left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from gongkai.form import Form, FormTable
from gongkai.label import Label, normalise
from gongkai.report import Remark
from tasks.reshape.placing import Placed

_BESIDE = 8
"""So many letters a heading may have besides the table's title."""


def in_pictures(
    placed: Mapping[str, Placed], form: Form, text: str, drawn: Sequence[int]
) -> dict[str, Placed]:
    """The tables as placed; one that is missing where a picture stands may be in it.

    Args:
        placed: by table.
        form: the document's.
        text: the document's, line by line.
        drawn: for each picture, how many lines stand before it.
    """
    lines = text.splitlines()
    return {
        code: _lost(found, form.table[code])
        if any(remark.rule == "reading.missing_table" for remark in found.remarks)
        and _stands_otherwise(form.table[code], lines, drawn)
        else found
        for code, found in placed.items()
    }


_COUNT = re.compile(r"[1-9][\d,.]*(?:件|项|条|宗|起|万元|元)")


def _stands_otherwise(table: FormTable, lines: Sequence[str], drawn: Sequence[int]) -> bool:
    """Whether a picture, or numbers in words, stand between a table's heading and the next one."""
    title = normalise(table.title)
    headings = [place for place, line in enumerate(lines) if Label.of(line).number]
    own = [
        place
        for place, line in enumerate(lines)
        if title in normalise(line) and len(normalise(line)) <= len(title) + _BESIDE
    ]
    for place in own:
        end = min((other for other in headings if other > place), default=len(lines))
        if any(place < before <= end for before in drawn):
            return True
        if any(_COUNT.search(line) for line in lines[place + 1 : end]):
            return True
    return False


def _lost(placed: Placed, table: FormTable) -> Placed:
    message = (
        f"{table.name}的标题下没有表格，而有图片或文字叙述的数字，该表的数字可能在其中，没有读取，"
        "请对照原文核对；是图片的，可把网页（文件）另存为 PDF 后放入。"
    )
    remarks = tuple(
        Remark("reading.lost_table", message, table.table)
        if remark.rule == "reading.missing_table"
        else remark
        for remark in placed.remarks
    )
    return replace(placed, remarks=remarks)
