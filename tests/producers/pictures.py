"""Scans and photographs of printed reports, in ways that `tests.press.scan` has not."""

import io
import struct
import zlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import cv2
import numpy as np

from tasks.extract.pdf.library import pdfium
from tests.press.scan import (
    Picture,
    Pixels,
    Scan,
    _group4,
    jpeg,
    picture_pdf,
    rendered,
    scanned_pages,
)
from tests.press.stamp import without_clock

WHITE: Final = 255


def jbig2_pages(pdf: bytes, options: Scan, seed: int = 0) -> list[Picture]:
    """The pages in black and white as JBIG2: one generic region a page, coded as MMR.

    Args:
        pdf: What is scanned.
        options: How; mode and encoding are ignored.
        seed: Of the noise.
    """
    black = replace(options, mode="1-bit", encoding="flate")
    pages = []
    for page in scanned_pages(pdf, black, seed):
        pixels = _bitmap(page)
        data: Any = _jbig2(pixels)
        name: Any = "JBIG2Decode"
        pages.append(replace(page, data=data, filter=name))
    return pages


def _bitmap(page: Picture) -> Pixels:
    rows = np.frombuffer(zlib.decompress(page.data), np.uint8).reshape(page.height, -1)
    return np.unpackbits(rows, axis=1)[:, : page.width] * np.uint8(WHITE)


def _jbig2(pixels: Pixels) -> bytes:
    """An embedded JBIG2 stream of a page's information and one region (ISO/IEC 14492, 7.4)."""
    height, width = pixels.shape
    # Group 4 codes here what is white as ink, see `picture_pdf`; JBIG2 wants ink as ink.
    coded = _group4(WHITE - pixels)
    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", width, height, 0, 0, 0, 1) + coded
    first = struct.pack(">IBBBI", 0, 48, 0, 1, len(page)) + page
    return first + struct.pack(">IBBBI", 1, 38, 0, 1, len(region)) + region


def mixed(pdf: bytes, pictures: Sequence[Picture], as_picture: Sequence[bool]) -> bytes:
    """The PDF with some pages as pictures.

    Args:
        pdf: What was printed.
        pictures: All its pages as pictures.
        as_picture: For each page whether it is to be a picture.
    """
    whole = pdfium.PdfDocument.new()
    text, scans = pdfium.PdfDocument(pdf), pdfium.PdfDocument(picture_pdf(pictures))
    try:
        for number, chosen in enumerate(as_picture):
            whole.import_pages(scans if chosen else text, [number])
        buffer = io.BytesIO()
        whole.save(buffer)
        return without_clock(buffer.getvalue())
    finally:
        for document in (whole, text, scans):
            document.close()


def photographs(
    pdf: bytes, *, dpi: int, angle: float, curve: float, shadow: float, seed: int
) -> bytes:
    """The pages photographed by hand: seen at an angle, bent as in an open book, half in shadow.

    Args:
        pdf: What was printed.
        dpi: Pixels to the inch of the photograph.
        angle: How much shorter the far edge is, as a share.
        curve: How far the middle of a line is raised, as a share of the page's height.
        shadow: How much darker the shadow is, as a share.
        seed: Of the shadow's place and the noise.
    """
    document = pdfium.PdfDocument(pdf)
    try:
        pages = []
        for number in range(len(document)):
            rng = np.random.default_rng((seed, number))
            pixels = _photographed(rendered(document, number, dpi), angle, curve, shadow, rng)
            height, width = pixels.shape[:2]
            size = (width * 72 / dpi, height * 72 / dpi)
            data = jpeg(pixels, 80)
            pages.append(Picture(data, width, height, "DCTDecode", "DeviceRGB", 8, size))
        return picture_pdf(pages)
    finally:
        document.close()


def _photographed(
    pixels: Pixels, angle: float, curve: float, shadow: float, rng: np.random.Generator
) -> Pixels:
    height, width = pixels.shape[:2]
    u, v = np.meshgrid(
        np.linspace(-0.06, 1.06, width, dtype=np.float32),
        np.linspace(-0.06, 1.06, height, dtype=np.float32),
    )
    # Backwards: for every place of the photograph the place of the sheet that is seen there.
    v = v - curve * np.sin(np.pi * np.clip(u, 0, 1)) * (0.6 + 0.4 * v)
    u = 0.5 + (u - 0.5) * (1 + angle * (1 - v))
    u = u + curve * 0.3 * np.sin(np.pi * np.clip(u, 0, 1)) * 0.3
    turn = np.float32(rng.uniform(-0.02, 0.02))
    x = (u - turn * (v - 0.5)) * width
    y = (v + turn * (u - 0.5)) * height
    seen = cv2.remap(
        pixels,
        x.astype(np.float32),
        y.astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(92, 84, 78),
    )
    edge, slope = rng.uniform(0.3, 0.7), rng.uniform(-0.5, 0.5)
    far = (u - edge - slope * (v - 0.5)) / 0.06
    light = 1 - shadow / (1 + np.exp(-np.clip(far, -30, 30)))
    light = light * (1 - 0.15 * np.abs(u - 0.5))
    lit = seen * light[:, :, None] * np.array([1, 0.98, 0.93], np.float32)
    noisy = cv2.GaussianBlur(lit.astype(np.float32), (0, 0), 0.7)
    noisy = noisy + rng.standard_normal(noisy.shape, dtype=np.float32) * 4
    return np.asarray(np.clip(noisy, 0, WHITE), np.uint8)
