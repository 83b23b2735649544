"""Where a browser has laid out the cells of a page: from a snapshot of it to boxes.

Pure: of what the browser says of a page nothing is used but which element stands in which,
where they lie, and what cuts them off. What they say is read from the picture alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

STYLES = ("position", "overflow-x", "overflow-y")
"""The computed styles that a snapshot must have, in this order."""

Rect = tuple[float, float, float, float]
"""Left, top, right and bottom in CSS pixels from the top left of the page."""

_NEAR = 1.0
"""CSS pixels by which a box may stick out of what cuts it off: its rules."""

_EDGE = 0.5
"""CSS pixels along a rule that belong to it: half pixels are rounded either way."""

_NESTED = re.compile(r"<table[\s/>]", re.I)
_UNPARSED = frozenset(("NOSCRIPT",))
"""Elements whose content a browser with scripts does not parse, and the readers do."""

_CELLS = frozenset(("TD", "TH"))
_OUTERMOST = frozenset(("HTML", "BODY"))


@dataclass(frozen=True)
class Laid:
    """Where a cell lies on the page.

    Attributes:
        table: number of the table it stands in.
        box: without its rules; None where it is not on the page, or cut off: nothing is
            painted of it.
    """

    table: int
    box: Rect | None


@dataclass(frozen=True)
class Layout:
    """What a snapshot says of the cells asked for.

    Attributes:
        cells: by pointer; no entry where the page has no such cell, or it must be
            scrolled to inside the page.
        floating: elements that float over the page wherever it is scrolled to and hold
            no cell asked for, by the browser's number, with their `style` attributes.
    """

    cells: Mapping[str, Laid]
    floating: Sequence[tuple[int, str]]


def templates(snapshot: Mapping[str, Any]) -> list[int]:
    """The browser's numbers of the templates of a page: it keeps their content apart."""
    tree = _Tree(snapshot)
    return [tree.numbers[node] for node in tree.called("TEMPLATE")]


def tables_in(described: Mapping[str, Any]) -> tuple[int, list[int]]:
    """What stands in a template, or in the content of one, as `DOM.describeNode` describes it.

    Returns:
        how many tables, and the browser's numbers of content that is described apart.
    """
    found, apart, waiting = 0, [], [described]
    while waiting:
        node = waiting.pop()
        found += node.get("nodeName") == "TABLE"
        waiting += node.get("children", ())
        if "templateContent" in node:
            apart.append(int(node["templateContent"]["backendNodeId"]))
    return found, apart


def laid_out(
    snapshot: Mapping[str, Any], pointers: Collection[str], inside: Mapping[int, int]
) -> Layout:
    """Find cells by the structure of the page, and where they lie.

    Args:
        snapshot: what `DOMSnapshot.captureSnapshot` answers when asked for `STYLES` and
            `includeDOMRects`.
        pointers: of cells, as `tasks.extract.web` names them.
        inside: how many tables each template has (`templates`), by the browser's number.
    """
    tree = _Tree(snapshot)
    nodes = {p: n for p, n in _cells(tree, inside) if p in pointers}
    cells = {}
    for pointer, node in nodes.items():
        seen, box = _seen(tree, node)
        if seen:
            cells[pointer] = Laid(_table_of(pointer), box)
    holding = {above for node in nodes.values() for above in tree.above(node)}
    floating = [
        (tree.numbers[node], tree.attribute(node, "style"))
        for node in tree.laid
        if tree.style(node, 0) == "fixed" and node not in holding and tree.is_element(node)
    ]
    return Layout(cells, floating)


def _table_of(pointer: str) -> int:
    return int(pointer[len("table[") : pointer.index("]")])


class _Tree:
    """The main document of a snapshot; nodes are numbered in document order."""

    def __init__(self, snapshot: Mapping[str, Any]) -> None:
        document = snapshot["documents"][0]
        nodes, layout = document["nodes"], document["layout"]
        self.strings: Sequence[str] = snapshot["strings"]
        self.parents: Sequence[int] = nodes["parentIndex"]
        self.numbers: Sequence[int] = nodes["backendNodeId"]
        self.laid: dict[int, int] = {}
        """By node, the place of its first box."""
        for place, node in enumerate(layout["nodeIndex"]):
            self.laid.setdefault(node, place)
        self._names: Sequence[int] = nodes["nodeName"]
        self._values: Sequence[int] = nodes["nodeValue"]
        self._attributes: Sequence[Sequence[int]] = nodes["attributes"]
        self._bounds: Sequence[Sequence[float]] = layout["bounds"]
        self._offsets: Sequence[Sequence[float]] = layout["offsetRects"]
        self._clients: Sequence[Sequence[float]] = layout["clientRects"]
        self._styles: Sequence[Sequence[int]] = layout["styles"]

    def __iter__(self) -> Iterator[tuple[int, str]]:
        for node, name in enumerate(self._names):
            yield node, self.strings[name]

    def called(self, name: str) -> Iterator[int]:
        return (node for node, own in self if own == name)

    def name(self, node: int) -> str:
        return self.strings[self._names[node]]

    def is_element(self, node: int) -> bool:
        """Whether it is one that stands in the page, and not made by a style sheet."""
        return not self.name(node).startswith(("#", "::"))

    def value(self, node: int) -> str:
        place = self._values[node]
        return self.strings[place] if place >= 0 else ""

    def attribute(self, node: int, name: str) -> str:
        pairs = self._attributes[node]
        given = {self.strings[n]: v for n, v in zip(pairs[::2], pairs[1::2], strict=True)}
        return self.strings[given[name]] if given.get(name, -1) >= 0 else ""

    def above(self, node: int) -> Iterator[int]:
        """What a node stands in, from the inside out."""
        while (node := self.parents[node]) >= 0:
            yield node

    def style(self, node: int, which: int) -> str:
        """A computed style, by its place in `STYLES`; empty where it has no box."""
        own = self._styles[self.laid[node]] if node in self.laid else ()
        return self.strings[own[which]] if which < len(own) and own[which] >= 0 else ""

    def bounds(self, node: int) -> Rect | None:
        if node not in self.laid:
            return None
        left, top, width, height = self._bounds[self.laid[node]]
        return left, top, left + width, top + height

    def inner(self, node: int) -> Rect:
        """The box of a node without its rules; half of one that it shares with another."""
        place = self.laid[node]
        left, top, width, height = self._bounds[place]
        if len(self._clients[place]) != 4 or len(self._offsets[place]) != 4:
            return left + _EDGE, top + _EDGE, left + width - _EDGE, top + height - _EDGE
        side, head, wide, high = self._clients[place]
        x = width / max(self._offsets[place][2], 1)  # a table may be drawn larger or smaller
        y = height / max(self._offsets[place][3], 1)
        right = min(left + (side + wide) * x, left + width)
        foot = min(top + (head + high) * y, top + height)
        return left + side * x + _EDGE, top + head * y + _EDGE, right - _EDGE, foot - _EDGE


def _cells(tree: _Tree, inside: Mapping[int, int]) -> Iterator[tuple[str, int]]:
    """Every cell of every table with its pointer: tables, rows and cells as they begin."""
    tables: dict[int, int] = {}
    rows: dict[int, tuple[int, int]] = {}
    begun: dict[int, int] = {}
    """How many rows a table, and cells a row, has so far."""
    count = 0
    for node, name in tree:
        if name == "TABLE":
            count += 1
            tables[node] = count
        elif name == "TEMPLATE":
            count += inside.get(tree.numbers[node], 0)
        elif name == "#text" and tree.name(tree.parents[node]) in _UNPARSED:
            count += len(_NESTED.findall(tree.value(node)))
        elif name == "TR":
            table = next((above for above in tree.above(node) if above in tables), None)
            if table is not None:
                begun[table] = begun.get(table, 0) + 1
                rows[node] = (tables[table], begun[table])
        elif name in _CELLS and tree.parents[node] in rows:
            row = tree.parents[node]
            begun[row] = begun.get(row, 0) + 1
            yield "table[{}]/tr[{}]".format(*rows[row]) + f"/td[{begun[row]}]", node


def _seen(tree: _Tree, node: int) -> tuple[bool, Rect | None]:
    """Whether it can be told what is painted of a cell, and where; None where nothing is."""
    box = tree.bounds(node)
    if box is None or min(box[2] - box[0], box[3] - box[1]) < 1 or box[2] <= 0 or box[3] <= 0:
        return True, None
    position = tree.style(node, 0)
    for above in tree.above(node):
        around = tree.bounds(above)
        own = tree.style(above, 0)
        if around is None or tree.name(above) in _OUTERMOST:
            continue
        if position == "fixed" or (position == "absolute" and own == "static"):
            continue  # it hangs on something further out, and this does not cut it off
        position = own
        cut = (_cut(tree.style(above, 1)), _cut(tree.style(above, 2)))
        if any(cut):
            left = _within(box, around, cut)
            if "scroll" in cut and left != box:
                return False, None
            if left is None:
                return True, None
    return True, tree.inner(node)


def _cut(overflow: str) -> str:
    return {"auto": "scroll", "scroll": "scroll", "hidden": "hidden", "clip": "hidden"}.get(
        overflow, ""
    )


def _within(box: Rect, around: Rect, cut: tuple[str, str]) -> Rect | None:
    """What is left of a box that is cut off to both sides, or upwards and downwards."""
    sides = list(box)
    for first, is_cut in enumerate(cut):
        if is_cut:
            sides[first] = max(box[first], around[first])
            sides[first + 2] = min(box[first + 2], around[first + 2])
            if sides[first] - box[first] <= _NEAR and box[first + 2] - sides[first + 2] <= _NEAR:
                sides[first], sides[first + 2] = box[first], box[first + 2]
    left, top, right, bottom = sides
    return (left, top, right, bottom) if min(right - left, bottom - top) >= 1 else None
