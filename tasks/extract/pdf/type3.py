"""Letters of Type 3 fonts: drawings, of which a PDF need not say how large they are.

What it gives as a letter's box is often the same for all letters, wider than any of them. Where
the next letter of a run begins is said for certain: a letter that has room up to there ends there.
"""

from __future__ import annotations

import ctypes

from tasks.extract.pdf.crossed import address
from tasks.extract.pdf.library import pdfium, raw

DIGIT, MARK = 0.35, 0.15
"""Share of the letters' size that a digit, and anything else, takes on its line, at least."""

DEEP = 4
"""Objects are looked for in so many levels of forms within forms."""

Ink = tuple[float, float, float, float]
"""Left, bottom, right and top, in the page's own points."""


def in_type3(page: pdfium.PdfPage) -> frozenset[int]:
    """The objects (`address`) of a page that print letters of Type 3 fonts."""
    fonts: dict[int, bool] = {}
    found = set()
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=DEEP):
        font = raw.FPDFTextObj_GetFont(drawn.raw)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in fonts:
            fonts[key] = _is_type3(font)
        if fonts[key]:
            found.add(address(drawn.raw))
    return frozenset(found)


def _is_type3(font: raw.FPDF_FONT) -> bool:
    """Whether a font lies in the file, and there is no font program of it."""
    size = ctypes.c_size_t()
    known = raw.FPDFFont_GetFontData(font, None, 0, size)
    return bool(known) and size.value == 0 and raw.FPDFFont_GetIsEmbedded(font) == 1


def room(layer: raw.FPDF_TEXTPAGE, index: int) -> tuple[float, float] | None:
    """From where to where a level letter stands: its origin, and that of the next of its run.

    The last of a run has as much room as it is high. None where the next one begins before it
    has room: these lie over each other.
    """
    here, there, level, beside = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharOrigin(layer, index, here, level)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(layer, index, matrix)
    size = raw.FPDFText_GetFontSize(layer, index) * matrix.a
    if size <= 0 or abs(matrix.b) > 0.01 * matrix.a:
        return None
    own = address(raw.FPDFText_GetTextObject(layer, index))
    if address(raw.FPDFText_GetTextObject(layer, index + 1)) != own:
        return here.value, here.value + size
    raw.FPDFText_GetCharOrigin(layer, index + 1, there, beside)
    is_digit = chr(raw.FPDFText_GetUnicode(layer, index)).isdigit()
    least = (DIGIT if is_digit else MARK) * size
    if abs(level.value - beside.value) > 0.1 or there.value - here.value < least:
        return None
    return here.value, there.value


def within(box: Ink, sides: tuple[float, float] | None) -> Ink:
    """A letter's box without what lies left or right of its room."""
    if sides is None:
        return box
    left, right = max(box[0], sides[0]), min(box[2], sides[1])
    return (left, box[1], right, box[3]) if left < right else box
