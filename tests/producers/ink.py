"""Draws painted pages with reportlab."""

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from tests.press.lettering import SERIF, register_fonts
from tests.press.stamp import without_clock
from tests.producers.painter import Dot, Letters, Page, Rule


def drawn(pages: Sequence[Page], *, rotate: int = 0) -> bytes:
    """The pages as a PDF.

    Args:
        pages: What is drawn.
        rotate: `/Rotate` of landscape pages, which are then stored upright and shown landscape.
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
            _draw(canvas, mark, height)
        canvas.showPage()
    canvas.save()
    return without_clock(buffer.getvalue())


def _draw(canvas: Canvas, mark: Letters | Rule | Dot, height: float) -> None:
    if isinstance(mark, Letters):
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
