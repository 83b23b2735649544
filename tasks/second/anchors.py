"""Whether every figure stands where its row's and its column's labels say.

Arithmetic cannot see two rows that changed places, and a second reading of a
cell cannot see that it is another row's. The labels' own places can: rows come
in the form's order, a figure lies within its row, and the figures of a column
lie under each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from gongkai.form import FormTable, forms
from gongkai.report import Anchor, Figure, Reading, Remark
from tasks.extract.position import Position

Standing = TypeVar("Standing", Anchor, Figure)

BESIDE = 1.0
"""Points by which the middle of a figure's box may lie outside its row."""


def out_of_place(reading: Reading) -> Iterator[Remark]:
    """Rows that are not in the form's order, and figures beside their row or column."""
    if not reading.figures:
        return
    form = forms()[str(reading.form)]
    positions = {page: Position.of(numbers) for page, numbers in reading.upright.items()}
    level_anchors = [_level(anchor, positions) for anchor in reading.anchors]
    level_figures = [_level(f, positions) for f in reading.figures if f.box is not None]
    for table in form.tables:
        anchors = [anchor for anchor in level_anchors if anchor.table == table.table]
        own = [figure for figure in level_figures if figure.table == table.table]
        if table.layout == "rows":
            yield from _order(table, anchors)
            yield from _rows(table, anchors, own)
            pointed = [f for f in reading.figures if f.table == table.table and f.pointer]
            yield from _pointed(table, anchors, pointed)
            yield from _order_in_rows(table, pointed)
        yield from _columns(table, own)


def _level(placed: Standing, positions: Mapping[int, Position]) -> Standing:
    """The same where its page is upright: rows are level there."""
    assert placed.page is not None
    assert placed.box is not None
    position = positions.get(placed.page)
    return replace(placed, box=position.on_upright(placed.box)) if position else placed


def _order(table: FormTable, anchors: Sequence[Anchor]) -> Iterator[Remark]:
    """Rows that stand above one which the form prints before them."""
    order = {code: place for place, code in enumerate(table.item)}
    rows = [anchor for anchor in anchors if anchor.code in order]
    printed = sorted(rows, key=lambda row: (row.page, (row.box[1] + row.box[3]) / 2))
    wrong = {
        row.code
        for before, after in pairwise(printed)
        if order[before.code] > order[after.code]
        for row in (before, after)
    }
    if wrong:
        labels = "、".join(f"“{table.item[code].label}”" for code in order if code in wrong)
        message = (
            f"{table.name}中{labels}各行的先后与表式不同，可能是行标签与数字错位，"
            "请对照原文图片核定。"
        )
        cells = [cell for cell in table.cells if cell[0] in wrong]
        yield _remark(table, message, cells, "reading.row_order")


def _rows(table: FormTable, anchors: Sequence[Anchor], own: Sequence[Figure]) -> Iterator[Remark]:
    """Figures whose middle lies above or below the row of their label."""
    spans = defaultdict(list)
    for anchor in anchors:
        spans[anchor.code].append((anchor.page, anchor.box[1] - BESIDE, anchor.box[3] + BESIDE))
    for figure in own:
        assert figure.box is not None
        middle = (figure.box[1] + figure.box[3]) / 2
        rows = spans.get(figure.item)
        if rows and not any(p == figure.page and top <= middle <= foot for p, top, foot in rows):
            yield _elsewhere(table, figure)


def _elsewhere(table: FormTable, figure: Figure) -> Remark:
    """Say that a figure does not stand in the row of its label."""
    message = (
        f"{table.name}“{table.item[figure.item].label}”的"
        f"“{table.measure[figure.measure].label}”不在其行或列的标签所指的位置，"
        "请对照原文核定。"
    )
    return _remark(table, message, [(figure.item, figure.measure)])


def _pointed(
    table: FormTable, anchors: Sequence[Anchor], own: Iterable[Figure]
) -> Iterator[Remark]:
    """Figures in another row of a web page or a Word file than their label."""
    rows = {anchor.code: _row_of(anchor.pointer) for anchor in anchors if anchor.pointer}
    for figure in own:
        if figure.item in rows and _row_of(figure.pointer) != rows[figure.item]:
            yield _elsewhere(table, figure)


def _order_in_rows(table: FormTable, own: Sequence[Figure]) -> Iterator[Remark]:
    """Rows of a web page or a Word file whose cells come in another order than in most rows."""
    rows = defaultdict(list)
    for figure in own:
        rows[figure.item].append(figure)
    orders = {
        item: tuple(f.measure for f in sorted(found, key=lambda figure: _cell_of(figure.pointer)))
        for item, found in rows.items()
    }
    usual: dict[frozenset[str], Counter[tuple[str, ...]]] = defaultdict(Counter)
    for order in orders.values():
        usual[frozenset(order)][order] += 1
    for item, order in orders.items():
        due = usual[frozenset(order)].most_common(1)[0][0]
        placed = {figure.measure: figure for figure in rows[item]}
        for measure, other in zip(order, due, strict=True):
            if measure != other:
                yield _elsewhere(table, placed[measure])


def _cell_of(pointer: str) -> int:
    """The number of a cell in its row."""
    return int(pointer.rpartition("[")[2].rstrip("]"))


def _row_of(pointer: str) -> str:
    """The table and row of a pointer, without its cell."""
    return pointer.rpartition("/")[0]


def _columns(table: FormTable, own: Sequence[Figure]) -> Iterator[Remark]:
    """Two measures of one page whose figures stand under each other: one of them is misplaced."""
    if table.layout != "rows":
        return
    middles = defaultdict(list)
    for figure in own:
        assert figure.box is not None
        middles[figure.page, _block(table, figure.item), figure.measure].append(
            ((figure.box[0] + figure.box[2]) / 2, figure)
        )
    typical = {
        key: sorted(middle for middle, _ in found)[len(found) // 2]
        for key, found in middles.items()
    }
    for (page, block, measure), found in middles.items():
        rivals = {k[2]: m for k, m in typical.items() if k[:2] == (page, block) and k[2] != measure}
        for middle, figure in found:
            assert figure.box is not None
            nearer = [
                rival
                for rival, other in rivals.items()
                if abs(middle - other) < abs(middle - typical[page, block, measure])
            ]
            if nearer:
                message = (
                    f"{table.name}“{table.item[figure.item].label}”的"
                    f"“{table.measure[measure].label}”印在“{table.measure[nearer[0]].label}”"
                    "一列的位置，请对照原文图片核定。"
                )
                yield _remark(table, message, [(figure.item, measure)])


def _block(table: FormTable, item: str) -> tuple[str, ...]:
    """Items with the same measures share their columns; others may stand elsewhere."""
    return table.item[item].measures


def _remark(
    table: FormTable,
    message: str,
    cells: Sequence[tuple[str, str]],
    rule: str = "reading.out_of_place",
) -> Remark:
    named = tuple((table.table, item, measure) for item, measure in cells)
    return Remark(rule, message, table.table, named)
