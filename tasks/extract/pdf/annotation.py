"""Annotations of a PDF: what was put over its pages later, and the cells that lie under it.

A struck line, a typed-over number or a stamp is no part of the page's own text, yet a
person sees it. Whatever stands on figures puts them in doubt; on the margin it is nothing.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from gongkai.report import Box, Grid, GridCell
from tasks.extract.pdf.library import pdfium, raw

UNSEEN = frozenset(
    (
        *(raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP),
        *(raw.FPDF_ANNOT_PRINTERMARK, raw.FPDF_ANNOT_TRAPNET),
    )
)
"""Kinds that leave what is printed as it is: windows that open, places to click, marks for
printing houses."""

HIDING = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
"""With one of these flags an annotation is not shown."""

UNDER = frozenset((raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_SQUIGGLY))
"""Kinds that are lines under words."""

MARKING = frozenset((raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_STRIKEOUT)) | UNDER
"""Kinds that mark lines of text: they lie where these are, not in all their rectangle."""

FRAMES = frozenset((raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE))
"""Kinds that have an edge, and perhaps something inside."""

OUTLINES = frozenset((raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_POLYLINE))
STROKES = frozenset((raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_INK)) | OUTLINES
"""Kinds that are lines from point to point."""

EDGE = 2.0
"""Points along the edges of a cell: what reaches no further into it comes from beside it."""

PEN = 0.5
"""Half the width of a line, in points."""

STEP = 1.0
"""Points from one place to the next at which a line is looked at."""

NEAR = 0.5
"""Points between a letter and a line that does not touch it."""

FOOT = 0.25
"""Share of a letter's height, and of a marked line's, where a line is under it."""

SCALE = 2.0
"""Pixels per point at which it is looked at what annotations paint."""

PAINTED = 12
"""What is painted changes a part of the page by more than this (of 255)."""

MOST = 5000
"""A page has no more annotations, a line no more points and no more places are looked at."""

Point = tuple[float, float]


def marked(grids: Iterable[Grid], boxes: Callable[[int], Sequence[Box]]) -> list[Grid]:
    """Grids whose cells under annotations are in doubt.

    Args:
        grids: of some pages.
        boxes: by page, what its annotations cover (`covered`), as the grids have their boxes.
    """
    return [_marked(grid, boxes(grid.page)) for grid in grids]


def _marked(grid: Grid, boxes: Sequence[Box]) -> Grid:
    if not boxes:
        return grid
    places = np.array(boxes)

    def looked_at(cell: GridCell) -> GridCell:
        left, top, right, foot = cell.box
        across = (places[:, 2] > left + EDGE) & (places[:, 0] < right - EDGE)
        along = (places[:, 3] > top + EDGE) & (places[:, 1] < foot - EDGE)
        if not bool((across & along).any()):
            return cell
        return replace(cell, doubts=tuple(dict.fromkeys((*cell.doubts, "annotated"))))

    return replace(grid, cells=tuple(looked_at(cell) for cell in grid.cells))


def covered(page: pdfium.PdfPage) -> list[Box]:
    """What the annotations of a page cover, in the page's own points (left, bottom, right, top)."""
    found: list[Box] = []
    look = _Look(page)
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST)):
        with _annotation(page, index) as annotation:
            if annotation and _is_seen(annotation):
                found += _boxes(annotation, look)
    return found


@contextmanager
def _annotation(page: pdfium.PdfPage, index: int) -> Iterator[raw.FPDF_ANNOTATION | None]:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    try:
        yield annotation or None
    finally:
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)


def _is_seen(annotation: raw.FPDF_ANNOTATION) -> bool:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind in UNSEEN or raw.FPDFAnnot_GetFlags(annotation) & HIDING:
        return False
    if kind == raw.FPDF_ANNOT_HIGHLIGHT:
        # Viewers lay a highlight over the page as a marker does, unless it brings its own look.
        return any(not raw.FPDFPageObj_HasTransparency(shape) for shape in _shapes(annotation))
    if kind == raw.FPDF_ANNOT_WIDGET:
        return bool(_shapes(annotation)) or _has_value(annotation)
    return True


def _shapes(annotation: raw.FPDF_ANNOTATION) -> list[raw.FPDF_PAGEOBJECT]:
    """What an annotation's own look is made of; nothing where viewers draw it as its kind says."""
    count = min(raw.FPDFAnnot_GetObjectCount(annotation), MOST)
    return [raw.FPDFAnnot_GetObject(annotation, index) for index in range(count)]


def _has_value(annotation: raw.FPDF_ANNOTATION) -> bool:
    """Whether something is typed into a field (two bytes are the end of an empty text)."""
    return bool(raw.FPDFAnnot_GetStringValue(annotation, b"V", None, 0) > 2)


class _Look:
    """What a page prints and what its annotations paint, looked at where it matters."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page

    @cached_property
    def letters(self) -> npt.NDArray[np.float64]:
        """What the letters of the page cover."""
        layer = self._page.get_textpage()
        found = [
            layer.get_charbox(index)
            for index in range(layer.count_chars())
            if layer.get_text_range(index, 1).strip()
        ]
        return np.array(found, dtype=np.float64).reshape(-1, 4)

    @cached_property
    def _changed(self) -> npt.NDArray[np.bool_]:
        """Where annotations change the picture of the page."""
        width, height = self._page.get_size()
        scale = min(SCALE, (12e6 / max(width * height, 1.0)) ** 0.5)
        with_them, without = (
            self._page.render(scale=scale, draw_annots=drawn).to_numpy().astype(np.int16)
            for drawn in (True, False)
        )
        return np.asarray((np.abs(with_them - without) > PAINTED).any(axis=2))

    def painted(self, box: Box) -> list[Box]:
        """What annotations paint in a box, in small pieces; all of it where that is not known."""
        if self._page.get_rotation():
            return [box]
        width, height = self._page.get_size()
        left, _, _, top = self._page.get_bbox()
        high, wide = self._changed.shape[:2]
        across, down = wide / width, high / height
        x0, x1 = (int(min(max((x - left) * across, 0), wide)) for x in (box[0], box[2] + 1))
        y0, y1 = (int(min(max((top - y) * down, 0), high)) for y in (box[3] + 1, box[1] - 1))
        rows, columns = np.nonzero(self._changed[y0:y1, x0:x1])
        return [
            (
                *(left + (x + x0) / across, top - (y + y0 + 1) / down),
                *(left + (x + x0 + 1) / across, top - (y + y0) / down),
            )
            for y, x in zip(rows.tolist(), columns.tolist(), strict=True)
        ]

    def touches(self, boxes: Sequence[Box], *, but_feet: bool = False) -> bool:
        """Whether something lies on letters, or on more of them than their feet."""
        foot = (self.letters[:, 3] - self.letters[:, 1]) * FOOT if but_feet else -NEAR
        grown = 0.0 if but_feet else NEAR
        return any(
            bool(
                (
                    (self.letters[:, 0] - grown < box[2])
                    & (self.letters[:, 2] + grown > box[0])
                    & (self.letters[:, 1] + foot < box[3])
                    & (self.letters[:, 3] + grown > box[1])
                ).any()
            )
            for box in boxes
        )

    def is_around(self, box: Box) -> bool:
        """Whether a box holds letters, and stands between none of one line."""
        left, bottom, right, top = box
        size = self.letters[:, 3] - self.letters[:, 1]
        beside = (self.letters[:, 1] < top) & (self.letters[:, 3] > bottom)
        beside &= (self.letters[:, 0] - size < right) & (self.letters[:, 2] + size > left)
        inside = (self.letters[:, :2] >= (left, bottom)).all(axis=1)
        inside &= (self.letters[:, 2:] <= (right, top)).all(axis=1)
        return bool(inside.any()) and not bool((beside & ~inside).any())


def _boxes(annotation: raw.FPDF_ANNOTATION, look: _Look) -> list[Box]:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    whole = _whole(annotation)
    has_look = bool(_shapes(annotation))
    painted = [part for box in whole for part in look.painted(box)] if has_look else []
    if kind in UNDER:
        lines = list(_quads(annotation)) or whole
        under = painted or [(box[0], box[1], box[2], box[1] + 2 * PEN) for box in lines]
        low = max((box[1] + (box[3] - box[1]) / 3 for box in lines), default=0.0)
        is_under = all(box[1] <= low for box in under)
        return [] if is_under and not look.touches(under, but_feet=True) else under
    found = _by_kind(annotation)
    if kind in FRAMES and not _is_filled(annotation):
        found = painted if has_look else found
        is_frame = all(map(look.is_around, whole)) and not look.touches(found)
        return [] if is_frame else found
    return [*found, *painted] if kind in STROKES else found


def _by_kind(annotation: raw.FPDF_ANNOTATION) -> list[Box]:
    """What an annotation covers as its kind says, whatever it looks like."""
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind in MARKING:
        return [_middle(kind, quad) for quad in _quads(annotation)] or _whole(annotation)
    if kind in FRAMES and not _is_filled(annotation):
        return [edge for box in _whole(annotation) for edge in _edges(box)]
    if kind in STROKES and not _is_filled(annotation):
        places = [place for line in _lines(annotation, kind) for place in _along(line)]
        return [_around(place) for place in places] or _whole(annotation)
    return _whole(annotation)


def _whole(annotation: raw.FPDF_ANNOTATION) -> list[Box]:
    rectangle = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(annotation, rectangle):
        return []
    xs = sorted((rectangle.left, rectangle.right))
    ys = sorted((rectangle.bottom, rectangle.top))
    return [(xs[0], ys[0], xs[1], ys[1])]


def _quads(annotation: raw.FPDF_ANNOTATION) -> Iterator[Box]:
    """The lines of text an annotation marks."""
    for index in range(min(raw.FPDFAnnot_CountAttachmentPoints(annotation), MOST)):
        quad = raw.FS_QUADPOINTSF()
        if raw.FPDFAnnot_GetAttachmentPoints(annotation, index, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(xs), min(ys), max(xs), max(ys)


def _middle(kind: int, box: Box) -> Box:
    """Where the line through a text runs: in the middle half, lengthwise; else all of it."""
    left, bottom, right, top = box
    if kind != raw.FPDF_ANNOT_STRIKEOUT:
        return box
    if right - left >= top - bottom:
        quarter = (top - bottom) / 4
        return left, bottom + quarter, right, top - quarter
    quarter = (right - left) / 4
    return left + quarter, bottom, right - quarter, top


def _is_filled(annotation: raw.FPDF_ANNOTATION) -> bool:
    if raw.FPDFAnnot_HasKey(annotation, b"IC"):
        return True
    return any(_fills(shape) for shape in _shapes(annotation))


def _fills(shape: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether a part of an annotation's own look is more than lines."""
    if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_PATH:
        return True
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, fill, stroke)
    return bool(fill.value != raw.FPDF_FILLMODE_NONE)


def _edges(box: Box) -> Iterator[Box]:
    left, bottom, right, top = box
    yield left, bottom, right, bottom + 2 * PEN
    yield left, top - 2 * PEN, right, top
    yield left, bottom, left + 2 * PEN, top
    yield right - 2 * PEN, bottom, right, top


def _lines(annotation: raw.FPDF_ANNOTATION, kind: int) -> list[list[Point]]:
    """The points of an annotation that is made of lines."""
    if kind == raw.FPDF_ANNOT_LINE:
        start, end = raw.FS_POINTF(), raw.FS_POINTF()
        given = raw.FPDFAnnot_GetLine(annotation, start, end)
        return [[(start.x, start.y), (end.x, end.y)]] if given else []
    if kind in OUTLINES:
        corners = _points(partial(raw.FPDFAnnot_GetVertices, annotation))
        return [corners + corners[:1] * (kind == raw.FPDF_ANNOT_POLYGON)]
    count = min(raw.FPDFAnnot_GetInkListCount(annotation), MOST)
    return [
        _points(partial(raw.FPDFAnnot_GetInkListPath, annotation, index)) for index in range(count)
    ]


def _points(given: Callable[[object, int], int]) -> list[Point]:
    count = min(given(None, 0), MOST)
    into = (raw.FS_POINTF * count)()
    # PDFium writes only where all points have room.
    if count == 0 or given(into, count) > count:
        return []
    return [(point.x, point.y) for point in into]


def _along(line: Sequence[Point]) -> Iterator[Point]:
    """Places on a line, closer together than anything it could pass between."""
    yield from line
    for (x0, y0), (x1, y1) in pairwise(line):
        steps = int(min(max(abs(x1 - x0), abs(y1 - y0)) / STEP, MOST))
        for step in range(1, steps):
            share = step / steps
            yield x0 + (x1 - x0) * share, y0 + (y1 - y0) * share


def _around(place: Point) -> Box:
    x, y = place
    return x - PEN, y - PEN, x + PEN, y + PEN
