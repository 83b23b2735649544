"""The second reader: the same places read again by means that share nothing with the first.

A text layer and a picture are read from the rendered cell by the recogniser
alone, which is told nothing but that numbers are expected; a web page so too
where there is a browser to paint it, else, as a Word file, by another parser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import cv2

from gongkai.label import normalise
from gongkai.number import parse
from gongkai.report import Second
from tasks.extract.pdf.page import Pdf, opened
from tasks.extract.position import Position
from tasks.second.crop import Image, printed_lines

SURE = 0.9
"""A reading with a lower score is tried again in the next way; the surer one counts."""

SURE_OF_PIXELS = 0.97
"""The same of a web page, where a reading that is less sure in all ways counts for nothing:
another parser's stands."""

Read = Callable[[Sequence[Image]], Sequence[tuple[str, float]]]


def look(
    path: Path,
    reader: str,
    cells: Sequence[Mapping[str, Any]],
    upright: Mapping[int, Sequence[float]],
    browser: str = "",
) -> dict[str, Second]:
    """Read some cells of a document a second time.

    Args:
        path: the document.
        reader: by what means it was read first (`gongkai.report.Reader`).
        cells: each with its `key`, and its `page` and `box`, or its `pointer`.
        upright: as in `Reading.upright`; a scan is made upright anew.
        browser: the program that paints web pages, empty where there is none.

    Returns:
        what was read, by key, and by what means. A cell that cannot be read a second
        time is left out.
    """
    if reader == "html":
        from tasks.extract.web.again import second_texts

        pointers = [c["pointer"] for c in cells]
        texts = _by_parser(second_texts(path, pointers))
        if browser:
            texts |= _off_pixels(path, pointers, browser, texts)
        return _by_pointer(texts, cells)
    if reader == "docx":
        from tasks.extract.word.again import second_texts as word_texts

        return _by_pointer(_by_parser(word_texts(path, [c["pointer"] for c in cells])), cells)
    with opened(path) as document:
        if reader == "ocr":  # the first reader looks at some 200 dots per inch
            read = scored(partial(_scanned, document), cells, _ways(300, 240))
        else:
            read = scored(partial(_printed, document, upright), cells, _ways(200, 300))
        return {key: Second(text, "pixels") for key, (_, text) in read.items()}


def _by_pointer(
    texts: Mapping[str, Second], cells: Sequence[Mapping[str, Any]]
) -> dict[str, Second]:
    return {c["key"]: texts[c["pointer"]] for c in cells if c["pointer"] in texts}


def _by_parser(texts: Mapping[str, str]) -> dict[str, Second]:
    return {pointer: Second(text, "parser") for pointer, text in texts.items()}


def _off_pixels(
    path: Path, pointers: Sequence[str], browser: str, parsed: Mapping[str, Second]
) -> dict[str, Second]:
    """What is painted in cells of a web page, where that can be told.

    Of a number with words beside it that are recognised as other words, what another
    parser reads (`parsed`) counts.
    """
    from tasks.second.painted import painted_texts

    read = partial(scored, sure=SURE_OF_PIXELS)
    return {
        pointer: Second(text, "pixels")
        for pointer, (score, text) in painted_texts(path, pointers, browser, read).items()
        if score >= SURE_OF_PIXELS
        and not (pointer in parsed and _is_misspelt(text, parsed[pointer].text))
    }


def _is_misspelt(painted: str, parsed: str) -> bool:
    """Whether a text that is no number has the digits of another one, and other words."""
    digits = [c for c in normalise(painted) if c.isdigit()]
    same = digits == [c for c in normalise(parsed) if c.isdigit()]
    return bool(digits) and same and parse(painted).state == "unclear"


def _ways(first: float, then: float) -> tuple[tuple[float, Read], ...]:
    """Pixels per point and recogniser: of all cells first, then of those not read surely.

    What a number is made of is looked for first; words beside it come last.

    Args:
        first: dots per inch at which all cells are looked at.
        then: the same for those that were not read surely.
    """
    from tasks.extract.picture.ocr import numbers_of, texts_of

    return (first / 72, numbers_of), (then / 72, numbers_of), (then / 72, texts_of)


def _printed(
    document: Pdf, upright: Mapping[int, Sequence[float]], page: int, scale: float
) -> tuple[Image, Position | None, float]:
    """A printed page in greys, upright and without its watermark."""
    image = document.unmarked_greys(page, scale)
    if page not in upright:
        return image, None, scale
    position = Position.of(upright[page])
    return position.straighten(image, scale), position, scale


def _scanned(document: Pdf, page: int, scale: float) -> tuple[Image, Position | None, float]:
    """A scanned page in greys, made upright anew and not cleaned."""
    from tasks.extract.picture.scan import upright_picture

    image, position, drawn = upright_picture(document, page, scale)
    return cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), position, drawn


Draw = Callable[[Any, float], tuple[Image, Position | None, float]]
"""A page at so many pixels per point: its picture, how it lies, and its real scale."""


def scored(
    draw: Draw,
    cells: Sequence[Mapping[str, Any]],
    ways: Sequence[tuple[float, Read]],
    sure: float = SURE,
) -> dict[str, tuple[float, str]]:
    """Read cells off drawn pages: by key, the surest reading of all ways with its score.

    Args:
        draw: draws a page.
        cells: with their `key`, `page` and `box`.
        ways: pixels per point, and what recognises lines of text.
        sure: a reading with a lower score is tried again in the next way.
    """
    found: dict[str, tuple[float, str]] = {}
    waiting = list(cells)
    for scale, recognise in ways:
        lines = _lines(draw, waiting, scale)
        read = iter(recognise([line for cell in waiting for line in lines[cell["key"]]]))
        for key in (cell["key"] for cell in waiting):
            parts = [next(read) for _ in lines[key]]
            score = min((score for _, score in parts), default=1.0)
            text = "".join(text for text, _ in parts)
            found[key] = max(found.get(key, (-1.0, "")), (score, text))
        waiting = [cell for cell in waiting if found[cell["key"]][0] < sure]
    return found


def _lines(draw: Draw, cells: Sequence[Mapping[str, Any]], scale: float) -> dict[str, list[Image]]:
    """The printed lines of each cell, a page drawn once."""
    found: dict[str, list[Image]] = {}
    for page in sorted({cell["page"] for cell in cells}):
        image, position, drawn = draw(page, scale)
        for cell in cells:
            if cell["page"] == page:
                box = position.on_upright(cell["box"]) if position else cell["box"]
                found[cell["key"]] = printed_lines(image, box, drawn)
    return found
