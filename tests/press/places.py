"""Where the words of a printed PDF stand, read back with pdfium to check the press's work."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from tasks.extract.pdf.library import pdfium


@dataclass(frozen=True)
class Place:
    """Where some words begin on which page (from 0), and the position in the text after them."""

    page: int
    middle: float
    """Height of the first character's middle, in points from the page's top edge."""
    end: int


class PrintedText:
    """All text of a PDF in the order it was printed, without white space."""

    def __init__(self, chars: list[tuple[str, int, float]]) -> None:
        """Takes characters with their page and middle height."""
        self._chars = chars
        self.text = "".join(char for char, _, _ in chars)

    @classmethod
    def of(cls, pdf: bytes) -> Self:
        """Reads a PDF."""
        chars: list[tuple[str, int, float]] = []
        document = pdfium.PdfDocument(pdf)
        for number, page in enumerate(document):
            height = page.get_height()
            words = page.get_textpage()
            for index, char in enumerate(words.get_text_range()):
                if not char.isspace():
                    _, bottom, _, top = words.get_charbox(index, loose=True)
                    chars.append((char, number, height - (bottom + top) / 2))
        document.close()
        return cls(chars)

    def find(self, words: str, start: int = 0) -> Place:
        """The first place of some words after a position.

        Raises:
            LookupError: They are not there.
        """
        return self._place(words, self.text.find("".join(words.split()), start))

    def find_last(self, words: str) -> Place:
        """The last place of some words.

        Raises:
            LookupError: They are not there.
        """
        return self._place(words, self.text.rfind("".join(words.split())))

    def _place(self, words: str, index: int) -> Place:
        if index < 0:
            raise LookupError(f"not printed: {words!r}")
        _, page, middle = self._chars[index]
        return Place(page, middle, index + len("".join(words.split())))

    def leading(self, first: Place, last: Place) -> float:
        """Distance of the lines between two places on one page."""
        heights = sorted(
            {
                round(middle, 1)
                for _, page, middle in self._chars[first.end : last.end - 1]
                if page == last.page
            }
        )
        gaps = [low - high for high, low in pairwise(heights) if low - high > 1]
        return min(gaps, default=0.0)
