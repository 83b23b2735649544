"""A PDF with a text layer: its characters, and its tables by the PDF's own rules."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from statistics import median
from unicodedata import category

import numpy as np
import numpy.typing as npt

from gongkai.errors import ReadingError
from gongkai.form import Form
from gongkai.report import Box, Grid, Line, Reader
from tasks.extract.pdf.annotation import marked
from tasks.extract.pdf.drawn import Seen, drawn, seen
from tasks.extract.pdf.grid import grids
from tasks.extract.pdf.ink import SCALE, has_ink
from tasks.extract.pdf.page import Characters, Pdf, lines
from tasks.extract.pdf.pieced import is_dotted, pieced, rules_of
from tasks.extract.picture.stroke import Stroke
from tasks.extract.position import Position
from tasks.extract.unruled.aligned import aligned

_LOG = logging.getLogger("gongkai.reading")


class TextPdf:
    """An open PDF read by its text layer (a `tasks.extract.source.Source`).

    Attributes:
        went_astray: whether a way to read its tables came to grief.
    """

    reader: Reader = "text"

    def __init__(
        self, path: Path, document: Pdf, positions: Mapping[int, Position] | None = None
    ) -> None:
        """Read `document`, which was opened from `path`; `positions` of pages turned in it."""
        self.positions = positions or {}
        self.path = path
        self.document = document
        self.pages = len(document)
        self._characters: dict[int, Characters] = {}
        self._greys: dict[int, npt.NDArray[np.uint8]] = {}
        self._seen: dict[int, Seen] = {}
        self.went_astray = False

    def characters(self, page: int) -> Characters:
        """The characters of a page, read once."""
        if page not in self._characters:
            self._characters[page] = self.document.characters(page)
        return self._characters[page]

    @cached_property
    def texts(self) -> list[str]:
        """The text layer of each page."""
        return [self.document.text(page) for page in range(1, self.pages + 1)]

    @property
    def head(self) -> list[Line]:
        """The printed lines of the first page with the size of their letters."""
        chars = self.characters(1)
        return [
            Line("".join(chars.text[i] for i in line), median(chars.sizes[i] for i in line))
            for line in lines(chars, range(len(chars.text)))
        ]

    def attempts(
        self, form: Form, pages: Sequence[int], wider: Sequence[int]
    ) -> Iterator[tuple[str, list[Grid]]]:
        """The PDF's own rules, whole or in pieces; what a person sees as rules; none; all of them.

        A row of numbers alone prints no label: it may stand on a neighbouring page. A way
        that a damaged document leads astray gives nothing; the next is tried.

        Raises:
            ReadingError: the document forbids extraction.
        """
        ways: list[tuple[str, Callable[[], list[Grid]]]] = [
            ("vector", lambda: self._grids(pages, "vector")),
            *([("vector", lambda: self._grids(wider, "vector"))] if wider != pages else []),
            ("pieced", lambda: self._pieced(wider)),
            ("aligned", lambda: self._aligned_by_paths(wider, form)),
            ("drawn", lambda: self._drawn(wider)),
            ("aligned", lambda: self._aligned(wider, form, self._level_seen)),
            ("combined", lambda: self._grids(wider, "combined")),
        ]
        if is_dotted(self.document, wider):
            # Whoever looks for whole rules finds none here, after a long time.
            ways.insert(0, ("pieced", lambda: self._pieced(wider)))
        for name, way in ways:
            try:
                found = way()
            except (ReadingError, OSError, ImportError):
                raise
            except Exception:  # noqa: BLE001 - parsers raise whatever comes of damaged objects
                _LOG.info("tables cannot be read in the way %s", name, exc_info=True)
                self.went_astray = True
                continue
            yield name, marked(found, self.document.annotated)

    @property
    def has_private_letters(self) -> bool:
        """Whether the text layer has letters of private use, which only its own font knows."""
        return any(category(char) == "Co" for text in self.texts for char in text)

    @property
    def hidden_share(self) -> float:
        """Share of the digits looked at so far that are not to be seen on the page."""
        hidden = [
            chars.hidden[i]
            for chars in self._characters.values()
            for i, char in enumerate(chars.text)
            if char.isdigit()
        ]
        return sum(hidden) / len(hidden) if hidden else 0.0

    def has_ink(self, page: int, box: Box) -> bool:
        """Whether something is drawn in a cell that has no text."""
        if page not in self._greys:
            self._greys[page] = self.document.greys(page, SCALE)
        return has_ink(self._greys[page], box)

    def _drawn(self, pages: Sequence[int]) -> list[Grid]:
        rules = {page: self._rules_seen(page) for page in pages}
        return drawn(rules, {page: self.characters(page) for page in pages})

    def _pieced(self, pages: Sequence[int]) -> list[Grid]:
        return pieced(self.document, pages, {page: self.characters(page) for page in pages})

    def _aligned(
        self, pages: Sequence[int], form: Form, rules: Callable[[int], list[Stroke]]
    ) -> list[Grid]:
        columns: dict[str, list[float]] = {}
        return [
            grid
            for page in pages
            for grid in aligned(page, self.characters(page), rules(page), form, columns)
        ]

    def _aligned_by_paths(self, pages: Sequence[int], form: Form) -> list[Grid]:
        """The same by the paths of plain pages: their picture, slow to look at, shows no others."""
        if not all(map(self.document.is_plain, pages)):
            return []
        return self._aligned(pages, form, lambda page: rules_of(self.document.pieces(page)))

    def _level_seen(self, page: int) -> list[Stroke]:
        return self._rules_seen(page).level

    def _rules_seen(self, page: int) -> Seen:
        if page not in self._seen:
            self._seen[page] = seen(self.document, page)
        return self._seen[page]

    def _grids(self, pages: Sequence[int], engine: str) -> list[Grid]:
        chars = {page: self.characters(page) for page in pages}
        return grids(self.path, pages, engine, chars)
