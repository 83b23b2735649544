"""A document without pages, a web page or a Word file: as it is written, and as a source."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from gongkai.form import Form
from gongkai.report import Box, Grid, Line, Reader
from tasks.extract.marks import M_co, Marks, TextLine, tight
from tasks.extract.parted import put_together
from tasks.extract.slots import Cell, Placed, grids_of


class Table(ABC):
    """A table as it is written.

    Attributes:
        number: it is the so-manieth of the source.
        lines: all that stand in it.
        cell: the one that is open.
        is_outer: whether a table stands in it.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.lines: list[TextLine[Marks]] = []
        self.cell: Cell | None = None
        self.is_outer = False

    @abstractmethod
    def placed(self) -> Sequence[Placed]:
        """The visible cells at their places."""

    @property
    def is_layout(self) -> bool:
        """Whether most of what stands in it stands in tables inside it."""
        inner = sum(line.letters for line in self.lines if line.table != self.number)
        return inner * 2 > sum(line.letters for line in self.lines)


T = TypeVar("T", bound=Table)


class Walk(Generic[M_co, T]):
    """What one pass over a document finds: visible lines, and which of them are in which cell.

    Attributes:
        tables: all, in the order in which they begin; `open`: those not yet ended.
        line: the open line, None where a new one begins with the next letter.
        drawn: for each picture, how many lines stand before it.
    restyled: pointers of cells in which a style sheet hides letters.
    """

    def __init__(self) -> None:
        self.lines: list[TextLine[M_co]] = []
        self.tables: list[T] = []
        self.open: list[T] = []
        self.line: TextLine[M_co] | None = None
        self.drawn: list[int] = []
        self.restyled: set[str] = set()

    @property
    def drawings(self) -> int:
        """How many pictures there are."""
        return len(self.drawn)

    def enter(self, table: T) -> None:
        """Begin a table."""
        if self.open:
            self.open[-1].is_outer = True
        self.tables.append(table)
        self.open.append(table)

    def write(self, text: str, marks: Any) -> None:
        """Add visible letters to the open line, and a new line to every open cell."""
        if self.line is None:
            if not tight(text):
                return
            self.line = TextLine(self.open[-1].number if self.open else 0)
            self.lines.append(self.line)
            for table in self.open:
                table.lines.append(self.line)
                if table.cell is not None:
                    table.cell.lines.append(self.line)
        self.line.pieces.append((text, marks))

    def draw(self) -> None:
        """Put a picture into every open cell."""
        self.drawn.append(len(self.lines))
        for table in self.open:
            if table.cell is not None:
                table.cell.drawn = True


class Unpaged:
    """An open web page or Word file: a `tasks.extract.source.Source` without pages.

    Attributes:
        texts: all visible text, a line break between blocks; one entry.
        head: the lines the title may stand on.
        grids: every table that is not mere layout, in the order of the source.
        drawn: for each picture, how many lines of the text stand before it.
        missing: addresses of style sheets that it names and that are not at hand.
    """

    pages: int = 0

    def __init__(self, reader: Reader, walk: Walk[Marks, Any], head: Sequence[Line]) -> None:
        self.reader: Reader = reader
        self.head = head
        self.missing: tuple[str, ...] = ()
        self.texts = ["\n".join(line.text for line in walk.lines if line.text)]
        self.drawn = [sum(bool(line.text) for line in walk.lines[:n]) for n in walk.drawn]
        tables = [table.placed() for table in walk.tables if not table.is_layout]
        self.grids, self._drawn = grids_of(put_together(tables, walk.restyled))

    def attempts(
        self,
        form: Form,  # noqa: ARG002
        pages: Sequence[int],  # noqa: ARG002
        wider: Sequence[int],  # noqa: ARG002
    ) -> Iterator[tuple[str, list[Grid]]]:
        """The tables as written: there is one way to read them."""
        yield self.reader, list(self.grids)

    def has_ink(self, page: int, box: Box) -> bool:  # noqa: ARG002
        """Whether a picture stands in a cell that has no text."""
        return box in self._drawn
