"""A document without pages, a web page or a Word file: its lines, and its tables among them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from gongkai.form import Form
from gongkai.report import Box, Grid, Line, Reader
from tasks.extract.marks import TextLine, printed
from tasks.extract.slots import Placed, Slot, grids_of


@dataclass
class WrittenCell:
    """A cell as written: its text is the document's lines from `first` to before `last`.

    Attributes:
        pointer: where it stands in the source.
        columns, rows: as in `Slot`.
        drawn: whether a picture stands in it.
    """

    pointer: str
    first: int
    columns: int = 1
    rows: int = 1
    last: int = -1
    drawn: bool = False

    def slot(self, lines: Sequence[TextLine]) -> Slot:
        """What a person reads in it."""
        texts, doubts = printed(lines[self.first : self.last])
        if self.drawn and not texts:
            doubts = (*doubts, "drawn")
        return Slot(texts, doubts, self.pointer, self.columns, self.rows, self.drawn)


@dataclass
class WrittenTable(ABC):
    """A table as written, on the document's lines from `first` to before `last`.

    Attributes:
        number: it is the so-manieth of the source.
        inner: the lines of the tables that stand in it.
    """

    number: int
    first: int
    last: int = -1
    inner: list[tuple[int, int]] = field(default_factory=list)

    @abstractmethod
    def cells(self, lines: Sequence[TextLine]) -> Sequence[Placed]:
        """The visible cells at their places."""

    def is_layout(self, letters: Sequence[int]) -> bool:
        """Whether most of what stands in it stands in tables inside it.

        Args:
            letters: how many letters the document has before each line.
        """
        inner = sum(letters[last] - letters[first] for first, last in self.inner)
        return inner * 2 > letters[self.last] - letters[self.first]


class Unpaged:
    """An open web page or Word file: a `tasks.extract.source.Source` without pages.

    Attributes:
        texts: all visible text, a line break between blocks; one entry.
        head: the lines the title may stand on.
        grids: every table that is not mere layout, in the order of the source.
    """

    pages: int = 0

    def __init__(
        self,
        reader: Reader,
        lines: Sequence[TextLine],
        tables: Iterable[WrittenTable],
        head: Sequence[Line],
    ) -> None:
        self.reader: Reader = reader
        self.head = head
        self.texts = ["\n".join(line.text for line in lines if line.text)]
        letters = list(accumulate((letters_of(line.text) for line in lines), initial=0))
        shown = [table.cells(lines) for table in tables if not table.is_layout(letters)]
        self.grids, self._drawn = grids_of(shown)

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


def letters_of(text: str) -> int:
    """How many letters and figures a text has."""
    return sum(c.isalnum() for c in text)
