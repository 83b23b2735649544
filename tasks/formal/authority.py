"""规章 in the report of an agency that has no power to issue them."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.agency import KINDS, kind_of_agency, may_issue_regulations
from gongkai.form import Form
from gongkai.report import Figure, Remark

TABLE, ITEM = "proactive_disclosure", "regulations"


def of_authority(form: Form, figures: Sequence[Figure], agency: str | None) -> tuple[Remark, ...]:
    """One remark with all cells of the row 规章 that are not zero, where they must be."""
    if agency is None or may_issue_regulations(agency) is not False or TABLE not in form.table:
        return ()
    row = [f for f in figures if (f.table, f.item) == (TABLE, ITEM) and f.value]
    if not row:
        return ()
    table = form.table[TABLE]
    said = "、".join(f"{table.measure[f.measure].label} {f.raw}" for f in row)
    kind = kind_of_agency(agency)
    message = (
        f"{table.name}“规章”行填有数字（{said}），{agency}"
        f"{f'是{KINDS[kind]}，' if kind is not None else ''}没有制定规章的权限，"
        "请核对是否把规范性文件填入了“规章”行。"
    )
    cells = tuple((f.table, f.item, f.measure) for f in row)
    return (Remark("publication.authority", message, TABLE, cells),)
