"""Draws painted pages with reportlab."""

import io
from collections.abc import Sequence
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from tests.press.lettering import SERIF, SONG, register_fonts
from tests.press.stamp import without_clock
from tests.producers.painter import Dot, Letters, Page, Rule, width_of


def drawn(pages: Sequence[Page], *, rotate: int = 0, embedded: bool = True) -> bytes:
    """The pages as a PDF.

    Args:
        pages: What is drawn.
        rotate: `/Rotate` of landscape pages, which are then stored upright and shown landscape.
        embedded: Whether the file has its font; else the reader takes one of its own.
    """
    register_fonts()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1)
    for page in pages:
        width, height = page.width, page.height
        turned = rotate in (90, 270) and width > height
        # The library itself swaps the sides of a page that it turns.
        canvas.setPageSize((width, height))
        canvas.setPageRotation(rotate if turned else 0)
        if turned and rotate == 90:
            canvas.transform(0, 1, -1, 0, height, 0)
        elif turned:
            canvas.transform(0, -1, 1, 0, 0, width)
        for mark in page.marks:
            _draw(canvas, mark, height, embedded=embedded)
        canvas.showPage()
    canvas.save()
    return without_clock(buffer.getvalue())


def _draw(canvas: Canvas, mark: Letters | Rule | Dot, height: float, *, embedded: bool) -> None:
    if isinstance(mark, Letters) and not embedded:
        _unembedded(canvas, mark, height)
    elif isinstance(mark, Letters):
        canvas.setFillColorRGB(*mark.ink)
        canvas.setFont(SERIF, mark.size)
        if mark.turn:
            canvas.saveState()
            canvas.translate(mark.x, height - mark.y)
            canvas.rotate(mark.turn)
            canvas.drawString(0, 0, mark.text)
            canvas.restoreState()
        else:
            canvas.drawString(mark.x, height - mark.y, mark.text)
    elif isinstance(mark, Rule):
        canvas.setStrokeColorRGB(*mark.ink)
        canvas.setLineWidth(mark.width)
        canvas.setDash(list(mark.dash))
        canvas.line(mark.x0, height - mark.y0, mark.x1, height - mark.y1)
    else:
        canvas.setFillColorRGB(*mark.ink)
        side = mark.size
        canvas.rect(mark.x - side / 2, height - mark.y - side / 2, side, side, stroke=0, fill=1)


def _unembedded(canvas: Canvas, mark: Letters, height: float) -> None:
    """Letters of fonts that every reader of PDFs must have, in the places of the press's font."""
    canvas.setFillColorRGB(*mark.ink)
    x = mark.x
    for ascii_only, chars in groupby(mark.text, key=str.isascii):
        run = "".join(chars)
        canvas.setFont("Times-Roman" if ascii_only else SONG, mark.size)
        canvas.drawString(x, height - mark.y, run)
        x += width_of(run, mark.size)
