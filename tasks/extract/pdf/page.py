"""The text layer of a PDF: cheap text of whole pages, and characters with boxes.

This is the only module that opens a document with PDFium. It is not
thread-safe: one document at a time in one process.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gongkai.errors import ReadingError
from gongkai.report import Box
from tasks.extract.pdf.annotation import covered
from tasks.extract.pdf.crossed import address, crossed
from tasks.extract.pdf.library import pdfium, raw
from tasks.extract.pdf.pieces import is_plain, pieces
from tasks.extract.pdf.shown import Paint, scale_for, unseen
from tasks.extract.pdf.type3 import in_type3, room, within
from tasks.extract.pdf.watermark import Run, by_page, pale_runs, switch, watermarks

_NO_LETTER = frozenset({0, 0xFFFE, 0xFFFF})
_NO_CHARACTER = _NO_LETTER | {10, 13}
_MADE_UP = frozenset({9, 32, 45, 0xAD})
"""Codes PDFium makes up between words and at line ends: only these need asking."""

_FIRST_HALVES, _SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_HALF = re.compile("[\ud800-\udfff]")
"""A letter beyond the first 65,536 may come in two halves; half a letter is none."""

_UNPAINTED = frozenset((raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP))
_STROKED = frozenset(
    (
        *(raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE_CLIP),
        *(raw.FPDF_TEXTRENDERMODE_FILL_STROKE, raw.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP),
    )
)
_NOTHING = np.zeros((0, 0), dtype=np.uint8)

WHITE = 216
"""A colour with every part at least this is hardly told from paper."""

SAME_LINE = 0.4
"""Characters belong to one line when their middles are this share of their height apart."""

SLANTED = 20
"""Degrees; a digit that leans more than this is no longer read as it lies."""

THINNEST = 0.3
"""Points; a character whose ink has no more is looked for where its line is."""

PICTURED = 0.1
"""A picture over less of the page than this is a stamp or an emblem, not a table."""


@dataclass(frozen=True)
class Characters:
    """The characters of one page, in the order of its text layer.

    Attributes:
        text: one string per character.
        boxes: float array (n, 4): x0, y0, x1, y1 in points from the top left of
            the page as displayed.
        middles: per character, the vertical centre of the character's line box; unlike
            that of its ink it is the same for a comma and the digits beside it.
        sizes: per character, the height of the character's line box in points.
        baselines: per character, the height digits stand on; NaN for other characters.
        hidden: per character, whether it is a digit that is not to be seen on the page.
        turned: per character, whether it is a digit that lies on its side, upside down or
            mirrored.
        crossed: per character, whether it is a digit that something drawn runs through.
        width, height: of the page as displayed, in points.
    """

    text: list[str]
    boxes: npt.NDArray[np.float64]
    middles: list[float]
    sizes: list[float]
    baselines: list[float]
    hidden: list[bool]
    turned: list[bool]
    crossed: npt.NDArray[np.bool_]
    width: float
    height: float

    @cached_property
    def box(self) -> list[list[float]]:
        """`boxes` as lists: quicker to look at one by one."""
        found: list[list[float]] = self.boxes.tolist()
        return found


@dataclass(frozen=True)
class Picture:
    """A picture on a page: its size in pixels, and the points² it covers."""

    wide: int
    high: int
    area: float


class Pdf:
    """An open document; pages count from 1 and are loaded once."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self.document = document
        self.pages: dict[int, pdfium.PdfPage] = {}
        self.layers: dict[int, pdfium.PdfTextPage] = {}
        self._annotated: dict[int, list[Box]] = {}
        self._pieces: dict[int, npt.NDArray[np.float64]] = {}

    def __len__(self) -> int:
        """How many pages it has."""
        return len(self.document)

    def is_cropped(self) -> bool:
        """Whether any page shows less than its sheet; Camelot would misplace what it reads."""
        pages = (self.page(number) for number in range(1, len(self) + 1))
        return any(page.get_cropbox() != page.get_mediabox() for page in pages)

    def save_upright(self, path: Path, turned: Mapping[int, int]) -> None:
        """Write a copy whose sheets are just what is shown, some pages turned clockwise.

        The document itself is not to be read any more: its pages are changed too.

        Args:
            path: of the copy.
            turned: by page, degrees.
        """
        for number in range(1, len(self) + 1):
            page = self.page(number)
            shown = page.get_bbox()
            page.set_mediabox(*shown)
            page.set_cropbox(*shown)
            if number in turned:
                page.set_rotation((page.get_rotation() + turned[number]) % 360)
        self.document.save(path)

    def page(self, number: int) -> pdfium.PdfPage:
        """Load a page.

        Raises:
            ReadingError: the page is damaged.
        """
        if number not in self.pages:
            try:
                self.pages[number] = self.document[number - 1]
                self.layers[number] = self.pages[number].get_textpage()
            except pdfium.PdfiumError as error:
                raise ReadingError("damaged") from error
        return self.pages[number]

    def greys(self, number: int, scale: float) -> npt.NDArray[np.uint8]:
        """A page as it is shown, form fields included, in greys (rows, columns)."""
        image = self.page(number).render(scale=scale, grayscale=True).to_numpy()
        return np.asarray(image.squeeze(), dtype=np.uint8)

    def unmarked_greys(self, number: int, scale: float) -> npt.NDArray[np.uint8]:
        """The same without the letters of a watermark."""
        page = self.page(number)
        marks = frozenset[int]().union(*(run.objects for run in self._watermark(number)))
        switch(page, marks, shown=False)
        try:
            return self.greys(number, scale)
        finally:
            switch(page, marks, shown=True)

    def colours(self, number: int, scale: float) -> npt.NDArray[np.uint8]:
        """A page as it is shown in red, green and blue (rows, columns, 3)."""
        image = self.page(number).render(scale=scale, rev_byteorder=True).to_numpy()
        return np.asarray(image[:, :, :3], dtype=np.uint8)

    def has_pictures(self) -> bool:
        """Whether any page has a picture that may hold a table."""
        for number in range(1, len(self) + 1):
            width, height = self.page(number).get_size()
            least = PICTURED * width * height
            if any(picture.area >= least for picture in self.pictures(number)):
                return True
        return False

    def pictures(self, number: int) -> list[Picture]:
        """The pictures on a page, none of them decoded."""
        found = []
        for drawn in self.page(number).get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
            left, bottom, right, top = drawn.get_bounds()
            wide, high = drawn.get_px_size()
            found.append(Picture(wide, high, (right - left) * (top - bottom)))
        return found

    def annotated(self, number: int) -> list[Box]:
        """What the annotations of a page cover, in points from the top left as displayed."""
        if number not in self._annotated:
            page = self.page(number)
            found = np.array(covered(page), dtype=np.float64).reshape(-1, 4)
            self._annotated[number] = [
                (x0, y0, x1, y1) for x0, y0, x1, y1 in _displayed(page, found).tolist()
            ]
        return self._annotated[number]

    def pieces(self, number: int) -> npt.NDArray[np.float64]:
        """What a page draws of rules, in points from the top left as displayed (n, 4)."""
        if number not in self._pieces:
            page = self.page(number)
            self._pieces[number] = _displayed(page, pieces(page))
        return self._pieces[number]

    def is_plain(self, number: int) -> bool:
        """Whether a page has nothing but letters and thin lines."""
        return is_plain(self.page(number))

    def directions(self, number: int, most: int) -> list[float]:
        """The way some characters of a page run, in degrees, spread over all of it.

        Args:
            number: of the page.
            most: so many characters are asked.
        """
        self.page(number)
        layer = self.layers[number].raw
        count = raw.FPDFText_CountChars(layer)
        return [
            math.degrees(raw.FPDFText_GetCharAngle(layer, index))
            for index in range(0, count, max(count // most, 1))
            if not chr(raw.FPDFText_GetUnicode(layer, index)).isspace()
        ]

    def text(self, number: int) -> str:
        """The text layer of a page, as PDFium orders it."""
        self.page(number)
        layer = self.layers[number]
        marks = self._marks(number)
        if not marks:
            text: str = layer.get_text_range()
            return well_formed(text)
        codes = (
            raw.FPDFText_GetUnicode(layer.raw, index)
            for index in range(raw.FPDFText_CountChars(layer.raw))
            if index not in marks
        )
        return well_formed("".join(chr(code) for code in codes if code not in _NO_LETTER))

    def _watermark(self, number: int) -> Sequence[Run]:
        """The rows of letters of a page that are a watermark's."""
        return self._watermarks.get(number, ())

    @cached_property
    def _watermarks(self) -> Mapping[int, Sequence[Run]]:
        """The watermark of each page: what repeats is seen on all of them only."""
        runs: list[Run] = []
        for number in range(1, len(self) + 1):
            page = self.page(number)
            runs += pale_runs(number, page, self.layers[number].raw)
        return by_page(watermarks(runs))

    def _marks(self, number: int) -> frozenset[int]:
        """The places of a watermark's letters in the text layer of a page."""
        return frozenset(index for run in self._watermark(number) for index in run.chars)

    def characters(self, number: int) -> Characters:
        """The printed characters of a page with boxes.

        Spaces and line ends that PDFium itself makes up are left out, and the letters of a
        watermark.
        """
        page = self.page(number)
        layer = self.layers[number].raw
        text: list[str] = []
        ink: list[tuple[float, float, float, float]] = []
        line: list[tuple[float, float, float, float]] = []
        feet: list[tuple[float, float, float, float]] = []
        paints: list[Paint | None] = []
        owners: list[int] = []
        turned: list[bool] = []
        rotation = page.get_rotation()
        marks = self._marks(number)
        drawings = in_type3(page)
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        loose = raw.FS_RECTF()
        for index in range(raw.FPDFText_CountChars(layer)):
            code = raw.FPDFText_GetUnicode(layer, index)
            made_up = code in _MADE_UP and raw.FPDFText_IsGenerated(layer, index) == 1
            if code in _NO_CHARACTER or made_up or index in marks:
                continue
            raw.FPDFText_GetCharBox(layer, index, left, right, bottom, top)
            raw.FPDFText_GetLooseCharBox(layer, index, loose)
            if code in _SECOND_HALVES and text and ord(text[-1]) in _FIRST_HALVES:
                text[-1] = well_formed(text[-1] + chr(code))
                continue
            text.append(chr(code))
            ink.append((left.value, bottom.value, right.value, top.value))
            line.append((loose.left, loose.bottom, loose.right, loose.top))
            if drawings and address(raw.FPDFText_GetTextObject(layer, index)) in drawings:
                ink[-1] = within(ink[-1], room(layer, index))
            is_digit = text[-1].isdigit()
            if is_digit:
                raw.FPDFText_GetCharOrigin(layer, index, left, bottom)
                feet.append((left.value, bottom.value, left.value, bottom.value))
            else:
                feet.append((np.nan,) * 4)
            if is_digit:
                owners.append(address(raw.FPDFText_GetTextObject(layer, index)))
            paints.append(_paint(layer, index) if is_digit else None)
            turned.append(is_digit and _is_turned(layer, index, rotation))
        boxes, line_boxes, feet_boxes = (
            _displayed(page, np.array(found, dtype=np.float64).reshape(-1, 4))
            for found in (ink, line, feet)
        )
        struck = np.array([paint is not None for paint in paints], dtype=bool)
        struck[struck] = crossed(
            page, np.array(ink, dtype=np.float64).reshape(-1, 4)[struck], owners
        )
        width, height = page.get_size()
        scale = scale_for(width, height)
        has_digits = any(paint is not None for paint in paints)
        picture = self.greys(number, scale) if has_digits else _NOTHING
        empty = np.ptp(boxes.reshape(-1, 2, 2), axis=1).min(axis=1, initial=np.inf) < THINNEST
        seen_in = np.where(empty[:, None], line_boxes, boxes)
        return Characters(
            [well_formed(char) for char in text],
            boxes,
            ((line_boxes[:, 1] + line_boxes[:, 3]) / 2).tolist(),
            (line_boxes[:, 3] - line_boxes[:, 1]).tolist(),
            feet_boxes[:, 1].tolist(),
            unseen(picture, scale, seen_in, paints),
            turned,
            struck,
            float(width),
            float(height),
        )


@contextmanager
def opened(path: Path) -> Iterator[Pdf]:
    """Open a PDF.

    Raises:
        ReadingError: it is damaged, or wants a password.
    """
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        wants_password = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise ReadingError("encrypted" if wants_password else "damaged") from error
    try:
        if len(document) == 0:
            raise ReadingError("damaged")
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()  # without it, what is typed into fields is not drawn
        yield Pdf(document)
    finally:
        document.close()


def well_formed(text: str) -> str:
    """A text whose letters are whole: halves that belong together joined, others U+FFFD.

    What is printed there then has no letter, and no number with it in it is read.
    """
    if text.isascii() or not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _paint(layer: raw.FPDF_TEXTPAGE, index: int) -> Paint:
    """How a character is painted: what is not is an OCR layer, or a mask for something else."""
    drawn = raw.FPDFText_GetTextObject(layer, index)
    mode = raw.FPDFTextObj_GetTextRenderMode(drawn) if drawn else raw.FPDF_TEXTRENDERMODE_FILL
    if mode in _UNPAINTED:
        return Paint.NONE
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if mode in _STROKED or not raw.FPDFText_GetFillColor(layer, index, red, green, blue, alpha):
        return Paint.INK
    if alpha.value == 0:
        return Paint.NONE
    return Paint.WHITE if min(red.value, green.value, blue.value) >= WHITE else Paint.INK


def _is_turned(layer: raw.FPDF_TEXTPAGE, index: int, rotation: int) -> bool:
    """Whether a character is not upright on the page as displayed, or mirrored."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(layer, index, matrix):
        return False
    if matrix.a * matrix.d - matrix.b * matrix.c < 0:
        return True
    angle = math.degrees(math.atan2(matrix.b, matrix.a)) - rotation
    return abs((angle + 180) % 360 - 180) > SLANTED


def _displayed(page: pdfium.PdfPage, boxes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Move boxes from the page's user space to the page as displayed, origin top left."""
    crop_left, crop_bottom, crop_right, crop_top = page.get_bbox()
    x0, y0, x1, y1 = boxes.T
    turn = page.get_rotation()
    if turn == 90:
        sides = (y0 - crop_bottom, x0 - crop_left, y1 - crop_bottom, x1 - crop_left)
    elif turn == 180:
        sides = (crop_right - x1, y0 - crop_bottom, crop_right - x0, y1 - crop_bottom)
    elif turn == 270:
        sides = (crop_top - y1, crop_right - x1, crop_top - y0, crop_right - x0)
    else:
        sides = (x0 - crop_left, crop_top - y1, x1 - crop_left, crop_top - y0)
    return np.stack(sides, axis=1)


def lines(chars: Characters, chosen: Iterable[int]) -> list[list[int]]:
    """Group the chosen characters into printed lines, top to bottom, each left to right."""
    grouped: list[list[int]] = []
    for index in sorted(chosen, key=lambda i: chars.middles[i]):
        first = grouped[-1][0] if grouped else index
        apart = chars.middles[index] - chars.middles[first]
        if grouped and apart <= SAME_LINE * max(chars.sizes[first], chars.sizes[index]):
            grouped[-1].append(index)
        else:
            grouped.append([index])
    return [sorted(line, key=lambda i: (chars.box[i][0], i)) for line in grouped]
