"""A Word file, opened: a document without pages, or the reason why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from gongkai.errors import ReadingError
from gongkai.report import Line
from tasks.extract.marks import Marks, TextLine
from tasks.extract.unpaged import Unpaged
from tasks.extract.unread import doubted
from tasks.extract.word.markup import W
from tasks.extract.word.numbering import Numbering
from tasks.extract.word.package import opened_package
from tasks.extract.word.style import Styles
from tasks.extract.word.theme import Theme
from tasks.extract.word.walk import WordWalk

_HEAD_LINES = 14
_FEW_LETTERS = 20
"""A document with fewer letters than this is none, or a picture of one."""


@contextmanager
def opened_word(path: Path) -> Iterator[Unpaged]:
    """Open a Word file.

    Raises:
        ReadingError: it is damaged, encrypted, unpacks to too much, has a DTD, or has no text.
    """
    with opened_package(path) as package:
        body = package.document().find(f"{W}body")
        if body is None:
            raise ReadingError("damaged")
        theme = Theme(package.beside("theme"), package.beside("settings"))
        styles, numbering = (package.beside(kind) for kind in ("styles", "numbering"))
        walk = WordWalk(body, Styles(styles, theme), Numbering(numbering))
        file = Unpaged("docx", walk, _head(walk.lines))
        file.grids = doubted(file.grids, walk.noted)
    if sum(line.letters for line in walk.lines) < _FEW_LETTERS:
        raise ReadingError("only_pictures" if walk.drawings else "empty_page")
    yield file


def _head(lines: Sequence[TextLine[Marks]]) -> list[Line]:
    """The first lines that are in no table; those of tables where there are no others."""
    filled = [line for line in lines if line.text]
    outside = [line for line in filled if not line.table]
    return [Line(line.text, line.size) for line in (outside or filled)[:_HEAD_LINES]]
