"""The text layer: kinds of files, display coordinates, lines."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gongkai.errors import ReadingError
from tasks.extract.pdf.library import pdfium
from tasks.extract.pdf.page import lines, opened


def _pdf(path: Path, turn: int = 0, crop: tuple[float, float, float, float] | None = None) -> Path:
    """A page of 400 × 300 points with `12` upright at (100, 50) from its top left as displayed."""
    content = io.BytesIO()
    wide, high = (400, 300) if turn % 180 == 0 else (300, 400)
    canvas = Canvas(content, pagesize=(wide, high))
    left, bottom = (crop[0], crop[1]) if crop else (0, 0)
    canvas.translate(left, bottom)
    if turn == 90:
        canvas.transform(0, 1, -1, 0, wide, 0)
    elif turn == 180:
        canvas.transform(-1, 0, 0, -1, wide, high)
    elif turn == 270:
        canvas.transform(0, -1, 1, 0, 0, high)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(100, 250, "12")
    canvas.showPage()
    canvas.save()
    document = pdfium.PdfDocument(content.getvalue())
    page = document[0]
    if crop:
        page.set_mediabox(0, 0, wide + crop[0] * 2, high + crop[1] * 2)
        page.set_cropbox(crop[0], crop[1], crop[0] + wide, crop[1] + high)
    page.set_rotation(turn)
    document.save(path)
    return path


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (30.0, 20.0, 0.0, 0.0)])
def test_boxes_are_where_the_page_shows_them(tmp_path: Path, turn: int, crop) -> None:
    with opened(_pdf(tmp_path / "a.pdf", turn, crop)) as document:
        chars = document.characters(1)
    assert (chars.width, chars.height) == (400, 300)
    assert "".join(chars.text) == "12"
    assert chars.boxes[0] == pytest.approx([101.1, 43, 103.5, 50], abs=1.5)
    assert chars.boxes[0, 0] < chars.boxes[1, 0]


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_whole_pdf_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(ReadingError) as error, opened(path):
        pass
    assert error.value.reason == "damaged"


def test_a_comma_stays_on_its_line(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(200, 200))
    canvas.drawString(20, 100, "1,234")
    canvas.drawString(20, 80, "5")
    canvas.save()
    with opened(tmp_path / "a.pdf") as document:
        chars = document.characters(1)
    found = ["".join(chars.text[i] for i in line) for line in lines(chars, range(len(chars.text)))]
    assert found == ["1,234", "5"]


def test_fonts_that_are_not_embedded_are_the_same_on_every_machine(tmp_path: Path) -> None:
    """Without a font PDFium drops what follows a space, and draws nothing."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    path = tmp_path / "unembedded.pdf"
    sheet = Canvas(str(path))
    sheet.setFont("STSong-Light", 12)
    sheet.drawString(72, 700, "总 计１ ２３４件，龘")
    sheet.save()
    with opened(path) as document:
        found = document.characters(1)
        ink = document.greys(1, 2.0) < 128
    assert "".join(found.text).replace(" ", "") == "总计１２３４件，龘"
    heights = [
        y1 - y0
        for (_, y0, _, y1), text in zip(found.box, found.text, strict=True)
        if text.isnumeric()
    ]
    assert min(heights) > 5
    columns = np.flatnonzero(ink.any(axis=0))
    assert columns.min() < 2 * 80
    assert columns.max() > 2 * 160
