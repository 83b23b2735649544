"""A reading and what the second reader says, put together: nothing is corrected, all is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from gongkai.confidence import agreement
from gongkai.form import Form, forms
from gongkai.label import normalise
from gongkai.reasons import DOUBTS
from gongkai.report import Figure, Reading, Remark, Second
from tasks.reshape.placing import WATERMARK
from tasks.second.anchors import out_of_place

Seconds = Mapping[str, Second]
"""What the second reader read, by `place_of` a figure."""

SETTLED = frozenset({"reading.unsure"})
"""Remarks that say no more than that the first reader was not sure."""

READ_TWICE = frozenset({"docx", "html"})
"""Readers all of whose figures are read a second time: one that was not is not sure.

Of a web page cells are left out of which a style sheet hides a part: there only a page is not
sure of which nothing was read again.
"""

FEWEST_LIES = 3
"""So many differing numbers in one text layer are no slip of the second reader."""

SHARE_OF_LIES = 0.02
"""The same as a share of the numbers that were read twice."""


def place_of(figure: Figure) -> str:
    """Where a figure stands, as a key: page and box, or the pointer."""
    if figure.page is None or figure.box is None:
        return figure.pointer
    return f"{figure.page}:" + ",".join(f"{side:g}" for side in figure.box)


def settled(reading: Reading, seconds: Seconds) -> Reading:
    """A reading with the second one beside it; every disagreement is a remark that holds it."""
    if not reading.figures:
        return reading
    form = forms()[str(reading.form)]
    beside = {
        cell: r.quote[0]
        for r in reading.remarks
        if r.rule == WATERMARK and r.quote
        for cell in r.cells
    }
    figures = tuple(
        replace(figure, second=_without(second.text, beside, figure), second_by=second.by)
        if (second := seconds.get(place_of(figure))) is not None and figure.state != "absent"
        else figure
        for figure in reading.figures
    )
    sure = {(f.table, f.item, f.measure) for f in figures if _agreement(form, f) == "agree"}
    remarks = [r for r in reading.remarks if not (r.rule in SETTLED and sure.issuperset(r.cells))]
    remarks += [*_disagreements(form, figures), *out_of_place(reading)]
    remarks += _read_once(reading, figures)
    return replace(reading, figures=figures, remarks=tuple(remarks))


def _without(text: str, beside: Mapping[tuple[str, str, str], str], figure: Figure) -> str:
    """A second reading without the letters of a watermark that the first one left out."""
    for letter in beside.get((figure.table, figure.item, figure.measure), ""):
        text = text.replace(letter, "", 1)
    return text.strip()


def is_lying(reading: Reading) -> bool:
    """Whether a text layer says other numbers than are printed: the picture must be read.

    Args:
        reading: with the second reading beside it.
    """
    if reading.reader != "text" or not reading.figures:
        return False
    form = forms()[str(reading.form)]
    drawn = _drawn_otherwise(reading)
    said = [
        _agreement(form, figure)
        for figure in reading.figures
        if (figure.table, figure.item, figure.measure) not in drawn
    ]
    lies, asked = said.count("differ"), len(said) - said.count("unasked")
    return lies >= FEWEST_LIES and lies >= SHARE_OF_LIES * asked


DRAWN = ("turned", "overlapping", "struck", "annotated", "displaced")
"""Doubts about how a page draws its own letters: where readers differ by them, no layer lies."""


def _drawn_otherwise(reading: Reading) -> set[tuple[str, str, str]]:
    """Cells whose letters a page draws turned, over each other or struck: they are held as such."""
    return {
        cell
        for remark in reading.remarks
        if any(DOUBTS[doubt] in remark.message for doubt in DRAWN)
        for cell in remark.cells
    }


def _agreement(form: Form, figure: Figure) -> str:
    return agreement(figure, form.table[figure.table].measure[figure.measure].signed)


def _read_once(reading: Reading, figures: tuple[Figure, ...]) -> Iterator[Remark]:
    """Figures the second reader did not come to, as in a text too large for it."""
    if reading.reader not in READ_TWICE:
        return
    cells = tuple(
        (figure.table, figure.item, figure.measure)
        for figure in figures
        if figure.state != "absent" and figure.pointer and figure.second is None
    )
    if reading.reader == "html" and any(figure.second is not None for figure in figures):
        return
    if cells:
        message = (
            f"有 {len(cells)} 格没有能够第二次独立读取（文件可能过大或结构特殊），"
            "数字只读了一次，请对照原文核定，核定之前暂缓发布。"
        )
        yield Remark("reading.read_once", message, None, cells)


def _disagreements(form: Form, figures: tuple[Figure, ...]) -> Iterator[Remark]:
    for figure in figures:
        if _agreement(form, figure) != "differ":
            continue
        table = form.table[figure.table]
        item, measure = table.item[figure.item].label, table.measure[figure.measure].label
        first = f"“{figure.raw}”" if normalise(figure.raw) else "空格"
        second = f"“{figure.second}”" if figure.second else "没有内容"
        message = (
            f"{table.name}“{item}”的“{measure}”第一次读作{first}，第二次独立读取为{second}，"
            "两次不同，请对照原文图片核定，核定之前暂缓发布。"
        )
        cell = (figure.table, figure.item, figure.measure)
        yield Remark("reading.disagreement", message, figure.table, (cell,))
