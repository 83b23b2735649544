"""Cells, places and sums in the words and numbers that a report prints."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from expectations.checks import Cell, Check
from expectations.finding import Part
from gongkai.form import Form, forms
from gongkai.number import DECIMALS, plain

LISTED = 8
"""More terms than this are not written out one by one when they are zero."""

BETWEEN = {"=": "≠", "<=": ">", ">=": "<"}
"""What stands between two sides that are not as they must be."""


def exact(value: float) -> Decimal | None:
    """A sum of floats as a decimal, without what adding them up left behind; None for NaN."""
    return None if np.isnan(value) else Decimal(plain(round(float(value), DECIMALS)))


def cell_name(form: Form, cell: Cell) -> str:
    """`“（七）总计”行“自然人”列`: a cell in the form's own words.

    A cell of last year's report may be of another form.
    """
    if cell[0] not in form.table or cell[1:] not in form.table[cell[0]].cells:
        form = next(f for f in forms().values() if cell in set(f.cells()))
    table = form.table[cell[0]]
    row = "行" if table.layout == "rows" else "的"
    column = "列" if table.layout == "rows" else ""
    return f"“{table.item[cell[1]].label}”{row}“{table.measure[cell[2]].label}”{column}"


def place(form: Form, check: Check) -> str:
    """`表三（…）“自然人”列`: where a check is, in the form's own words."""
    first = check.terms[0].cell
    table = form.table[first[0]]
    if check.rule.each is None:
        return table.name
    if check.rule.each == "measure":
        return f"{table.name}“{table.measure[first[2]].label}”列"
    return f"{table.name}“{table.item[first[1]].label}”" + (
        "行" if table.layout == "rows" else "一组"
    )


def terms(parts: Sequence[Part], largest: bool = False) -> str:
    """`21 + 0 - 2`; of many terms only those that are not zero; of the largest, `23（最大）`."""
    if not parts:
        return "0"
    if largest:
        return plain(max(p.value for p in parts if p.value is not None))
    if len(parts) <= LISTED:
        return _joined(parts)
    shown = [p for p in parts if p.value]
    sum_of = plain(sum(((p.value or Decimal(0)) * abs(p.coefficient) for p in parts), Decimal(0)))
    listed = _joined(shown) if shown else "0"
    return (
        f"{listed}（其余各项为 0 或空，合计 {sum_of}）"
        if len(shown) != 1
        else f"{listed}（其余各项为 0 或空）"
    )


def _joined(parts: Sequence[Part]) -> str:
    text = ""
    for part in parts:
        value = "（空）" if part.value is None else plain(part.value)
        if part.value is not None and part.value < 0:
            value = f"（{value}）"
        times = f"{abs(part.coefficient)} × " if abs(part.coefficient) != 1 else ""
        sign = "" if not text and part.coefficient > 0 else " - " if part.coefficient < 0 else " + "
        text += f"{sign}{times}{value}"
    return text.strip()
