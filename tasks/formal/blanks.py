"""Cells left blank where a zero was to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.form import Form
from gongkai.report import Figure, Remark

SHOWN = 3
"""So many of them are named."""


def of_blanks(form: Form, figures: Sequence[Figure]) -> Iterator[Remark]:
    """Say per table, once, how many cells beside printed numbers are blank.

    A cell with words that are no number is not blank: the reader has quoted it.
    """
    for table in form.tables:
        own = [f for f in figures if f.table == table.table]
        blank = [f for f in own if f.state == "blank"]
        if not blank or not any(f.state == "number" for f in own):
            continue
        names = [
            f"“{table.item[f.item].label}”的“{table.measure[f.measure].label}”"
            for f in blank[:SHOWN]
        ]
        more = f"等 {len(blank)} 格" if len(blank) > SHOWN else f"共 {len(blank)} 格"
        message = (
            f"{table.name}中{'、'.join(names)}{more}没有填数（空格或“/”“—”），"
            "是零还是漏填无从判断，没有数据的请填 0。"
        )
        cells = tuple((f.table, f.item, f.measure) for f in blank)
        yield Remark("publication.blank", message, table.table, cells)
