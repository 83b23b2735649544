"""What every kind of document gives the reader: its text, and its tables when asked.

A text PDF, a picture, a web page and a Word file differ in how their tables
are found and in nothing after that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from gongkai.form import Form
from gongkai.report import Box, Grid, Line, Reader


class Source(Protocol):
    """An open document.

    Attributes:
        reader: by what means it is read.
        pages: how many pages it has; 0 where there are none.
    """

    reader: Reader
    pages: int

    @property
    def texts(self) -> Sequence[str]:
        """The text of each page; one entry where the source has no pages."""

    @property
    def head(self) -> Sequence[Line]:
        """The printed lines of the first page (or of the beginning), top to bottom."""

    def attempts(
        self, form: Form, pages: Sequence[int], wider: Sequence[int]
    ) -> Iterator[tuple[str, list[Grid]]]:
        """Read the tables, the cheap way first; dearer ways only if more is asked for.

        Args:
            form: the form the document is on.
            pages: the pages that print its labels (1-based; empty without pages).
            wider: the same with their neighbours.

        Yields:
            what the way is called, and the tables in reading order.
        """

    def has_ink(self, page: int, box: Box) -> bool:
        """Whether something is drawn in a cell that has no text."""
