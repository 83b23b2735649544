"""Open a document by what it is: every kind gives a `Source`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gongkai.errors import ReadingError
from tasks.extract.kind import kind_of, refuse
from tasks.extract.pdf.page import opened
from tasks.extract.pdf.text_pdf import TextPdf
from tasks.extract.pdf.turned import turns
from tasks.extract.position import Position
from tasks.extract.source import Source

MOST_PAGES = 200
"""A longer document is no single report; reading it would only cost time."""

LARGEST = 200 * 1024 * 1024
"""Bytes; a larger file is not opened."""


@contextmanager
def opened_source(path: Path) -> Iterator[Source]:
    """Open a document by what it is.

    Raises:
        ReadingError: it cannot be opened, or is of a kind that cannot be read.
    """
    size = path.stat().st_size
    if size == 0:
        raise ReadingError("empty")
    if size > LARGEST:
        limit = LARGEST // 2**20
        raise ReadingError("too_large", size=size // 2**20, limit=limit)
    kind = kind_of(path)
    if kind.reason:
        raise refuse(kind)
    if kind.key == "html":
        from tasks.extract.web.page import opened_web

        with opened_web(path) as page:
            yield page
    elif kind.key == "docx":
        from tasks.extract.word.file import opened_word

        with opened_word(path) as file:
            yield file
    else:
        with _readable_pdf(path) as source:
            yield source


@contextmanager
def _readable_pdf(path: Path) -> Iterator[TextPdf]:
    """A PDF as Camelot needs it: sheets no larger than what is shown, text upright."""
    with opened(path) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise ReadingError("too_many_pages", pages=count, limit=MOST_PAGES)
        turned = turns(document)
        if not turned and not document.is_cropped():
            yield TextPdf(path, document)
            return
        positions = {
            page: Position.turned(turn, *document.page(page).get_size())
            for page, turn in turned.items()
        }
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "upright.pdf"
            document.save_upright(copy, turned)
            with opened(copy) as upright:
                yield TextPdf(copy, upright, positions)
