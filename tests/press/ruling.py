"""The rules of a printed table, in all the ways producers draw them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from tests.press.model import Layout

Edge = tuple[float, float, float, float]
"""Left, bottom, right, top; a rule has no width or no height."""
DASHES: Final = {"dotted": (0.8, 1.6), "dashed": (3.0, 2.0)}
APART: Final = 1.8
"""Distance of the two lines of a double rule."""
HAIRLINE: Final = 0.25


class Frame(NamedTuple):
    """The part of a table that stands on one page."""

    box: Edge
    under_headers: tuple[float, ...]
    """Heights of the lower edges of its header rows."""


def draw_rules(canvas: Canvas, layout: Layout, edges: set[Edge], frame: Frame) -> None:
    """Draws the edges of cells as the layout asks for it."""
    width = layout.border_width
    canvas.setLineWidth(width)
    if layout.rules == "all" and layout.stroke == "solid":
        chosen = sorted(edges)
    else:
        chosen = sorted(_joined(_chosen(layout, edges, frame)))
    if layout.rule_colour:
        canvas.setStrokeColor(HexColor(layout.rule_colour))
        canvas.setFillColor(HexColor(layout.rule_colour))
    if layout.stroke in DASHES:
        canvas.setDash(*DASHES[layout.stroke])
    for edge in chosen:
        if layout.stroke == "double":
            _double(canvas, edge)
        elif layout.borders == "fills":
            _bar(canvas, edge, width)
        else:
            canvas.line(*edge)
    if layout.stroke in DASHES:
        canvas.setDash()
    if layout.rule_colour:
        canvas.setStrokeColor(black)
        canvas.setFillColor(black)


def _bar(canvas: Canvas, edge: Edge, width: float) -> None:
    x0, y0, x1, y1 = edge
    half = width / 2
    canvas.rect(x0 - half, y0 - half, x1 - x0 + width, y1 - y0 + width, stroke=0, fill=1)


def _double(canvas: Canvas, edge: Edge) -> None:
    x0, y0, x1, y1 = edge
    canvas.setLineWidth(HAIRLINE)
    level = y0 == y1
    for side in (-APART / 2, APART / 2):
        if level:
            canvas.line(x0 - APART / 2, y0 + side, x1 + APART / 2, y1 + side)
        else:
            canvas.line(x0 + side, y0 - APART / 2, x1 + side, y1 + APART / 2)


def _chosen(layout: Layout, edges: set[Edge], frame: Frame) -> Iterable[Edge]:
    left, bottom, right, top = (round(value, 3) for value in frame.box)
    if layout.rules == "three":
        heights = {bottom, top, *(round(y, 3) for y in frame.under_headers)}
        return {(left, y, right, y) for y in heights}
    if layout.rules == "none":
        return set()
    if layout.rules == "horizontal":
        return {edge for edge in edges if edge[1] == edge[3]}
    if layout.rules == "open":
        return {
            (x0, y0, x1, y1)
            for x0, y0, x1, y1 in edges
            if not (x0 == x1 and x0 in (left, right)) and not (y0 == y1 and y0 in (bottom, top))
        }
    return edges


def _joined(edges: Iterable[Edge]) -> Iterable[Edge]:
    """The same rules, each drawn once and in one piece, so that dashes do not overlap."""
    level: dict[float, list[tuple[float, float]]] = defaultdict(list)
    upright: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for x0, y0, x1, y1 in edges:
        if y0 == y1:
            level[y0].append((x0, x1))
        else:
            upright[x0].append((y0, y1))
    for y, spans in level.items():
        yield from ((start, y, end, y) for start, end in _union(spans))
    for x, spans in upright.items():
        yield from ((x, start, x, end) for start, end in _union(spans))


def _union(spans: list[tuple[float, float]]) -> Iterable[tuple[float, float]]:
    start, end = min(spans)
    for low, high in sorted(spans):
        if low > end + 0.01:
            yield start, end
            start = low
        end = max(end, high)
    yield start, end
