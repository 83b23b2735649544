"""A reading as text for the screen: every figure with where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.form import forms
from gongkai.number import plain
from gongkai.report import Figure, Reading


def as_text(reading: Reading, reason: str) -> str:
    """Write a reading down for people, in Chinese."""
    return "\n".join(_lines(reading, reason))


def _lines(reading: Reading, reason: str) -> Iterator[str]:
    yield f"标题：{reading.title or '（未认出）'}"
    yield f"机关：{reading.agency or '（未认出）'}　年度：{reading.year or '（未认出）'}"
    yield f"页数：{reading.pages}"
    if reason:
        yield f"未能读取：{reason}"
        return
    form = forms()[str(reading.form)]
    yield f"表式：{form.name}（{form.basis}）"
    for table in form.tables:
        yield f"\n{table.name}"
        for item, label in ((item.code, item.label) for item in table.items):
            own = [f for f in reading.figures if f.table == table.table and f.item == item]
            if all(figure.state == "absent" for figure in own):
                continue
            yield f"  {label}"
            for figure in own:
                yield f"    {table.measure[figure.measure].label}：{_figure(figure)}"
    if reading.remarks:
        yield "\n读取时注意到"
        yield from (f"  {remark.message}" for remark in reading.remarks)


def _figure(figure: Figure) -> str:
    said = {
        "number": plain(figure.value) if figure.value is not None else "",
        "blank": "（空）",
        "absent": "（没有此格）",
    }[figure.state]
    raw = f"，原文“{figure.raw}”" if figure.raw and figure.raw != said else ""
    if figure.second is not None:
        raw += f"，再次读作“{figure.second}”"
    if figure.box is None:
        return f"{said}{raw}" + (f"　{figure.pointer}" if figure.pointer else "")
    unit = figure.unit if figure.value is not None else ""
    box = ", ".join(f"{side:g}" for side in figure.box)
    return f"{said}{unit}{raw}　第 {figure.page} 页 ({box})"
