"""`python -m tests.producers.twins`: what looks like a watermark, or a line's remains, and is none.

Each is a sound report of which one printed number of table 二 is changed so that what is usually
left out belongs to it. A person reads another number there, or none for certain: the report must
be held, or the number read that is shown.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from expectations.rules import rule_book
from tasks.one import read_one
from tests.press.form_2021 import CellKey
from tests.press.model import PrintedReport
from tests.producers.ink import drawn
from tests.producers.painter import (
    Ink,
    Letters,
    Mark,
    Page,
    Rule,
    Style,
    has_letters,
    painted,
    width_of,
)
from tests.producers.reports import invented
from tests.producers.type3 import with_type3

PALE: Final[Ink] = (0.78, 0.78, 0.78)
PLAIN: Final = Style()
TABLE: Final = "proactive_disclosure"
SEEDS: Final = ("twin 1", "twin 2", "twin 3", "twin 4")

Change = Callable[[Letters], Sequence[Mark]]
"""What is printed in place of a number, or beside it."""


@dataclass(frozen=True)
class Twin:
    """One change of a sound report.

    Attributes:
        name: In a word.
        why: What a person sees.
        change: Of the number.
        style: Of the tables.
        type3: Whether the fonts are drawings.
    """

    name: str
    why: str
    change: Change
    style: Style = PLAIN
    type3: bool = False


def _after(number: Letters, gap: float = 0.4) -> float:
    return number.x + width_of(number.text, number.size) + gap


def _beside(text: str, *, turn: float = 0, size: float = 1.0, ink: Ink = PALE) -> Change:
    """Letters right behind the number; `size` as a share of its own."""

    def change(number: Letters) -> Sequence[Mark]:
        letters = Letters(_after(number), number.y, text, number.size * size, ink, turn)
        return (number, letters)

    return change


def _thrice(text: str) -> Change:
    """The same in three places, two of them between the lines of the page."""

    def change(number: Letters) -> Sequence[Mark]:
        first = Letters(_after(number), number.y, text, number.size, PALE, 30)
        others = (replace(first, x=60.0 + 200 * place, y=40.0) for place in range(2))
        return (number, first, *others)

    return change


def _stroke(*, wide: float, high: float, low: float = 0.0, width: float = 0.8) -> Change:
    """A stroke in front of the number, as a path: a 1, or a minus."""

    def change(number: Letters) -> Sequence[Mark]:
        x, y = number.x - 2.2 - wide, number.y - low
        return (number, Rule(x, y, x + wide, y - high, width))

    return change


def _upon(text: str, shift: float) -> Change:
    """Another digit over the last one of the number."""

    def change(number: Letters) -> Sequence[Mark]:
        x = _after(number, 0) - width_of(number.text[-1], number.size) + shift
        return (number, replace(number, x=x, text=text))

    return change


TWINS: Final = (
    Twin("pale turned digit", "a digit that may be the number's", _beside("7", turn=30)),
    Twin("pale digit", "a digit that is the number's, in grey", _beside("7", turn=0)),
    Twin("pale large digit", "the same, larger", _beside("7", size=1.7)),
    Twin("pale turned unit", "ten thousand times as many", _beside("万", turn=30)),
    Twin("pale turned units", "the same with its unit", _beside("万元", turn=30)),
    Twin("pale units repeated", "the same in three places", _thrice("万元")),
    Twin("pale turned number", "a number and what it counts", _beside("3件", turn=30)),
    Twin("pale words with a digit", "words with a digit, once", _beside("其中7件", turn=30)),
    Twin("pale word of the cell", "a word that is the cell's own", _beside("未", turn=0)),
    Twin("pale words of the cell", "words that are the cell's own", _beside("未审结", turn=0)),
    Twin("drawn one", "a 1 that is a path", _stroke(wide=0, high=6.0)),
    Twin("drawn minus", "a minus that is a path", _stroke(wide=3.0, high=0, low=3.0)),
    Twin("digit upon digit", "two digits in one place", _upon("8", 0.6)),
    Twin("digit upon digit, Type 3", "the same as drawings", _upon("8", 0.6), type3=True),
    Twin("digit near digit, Type 3", "half over each other", _upon("8", 2.0), type3=True),
    Twin("drawn one, no sides", "a 1", _stroke(wide=0, high=6.0), Style(sides=False)),
    Twin("drawn one, dashes", "a 1 beside dashes", _stroke(wide=0, high=6.0), Style(rules="dots")),
)


def _numbers(report: PrintedReport, pages: Sequence[Page]) -> Iterator[tuple[CellKey, Page, int]]:
    """The numbers of table 二 that stand in one place only: cell, page and place of the mark."""
    for key, text in report.cells.items():
        if key[0] != TABLE or not text or not text.isdecimal() or len(text) < 2:
            continue
        places = [
            (page, place)
            for page in pages
            for place, mark in enumerate(page.marks)
            if isinstance(mark, Letters) and mark.text == text
        ]
        if len(places) == 1:
            yield (key, *places[0])


def changed(twin: Twin) -> tuple[bytes, CellKey]:
    """The report with its change, and the cell that has it."""
    for seed in SEEDS:
        report = invented(seed)
        pages = painted(report, twin.style, seed)
        for key, page, place in _numbers(report, pages):
            number = page.marks[place]
            assert isinstance(number, Letters)
            page.marks[place : place + 1] = twin.change(number)
            return (with_type3(pages) if twin.type3 else drawn(pages)), key
    raise ValueError(f"no number for {twin.name}")


def published(twin: Twin, folder: Path) -> Decimal | None:
    """The number that is published of the changed cell; None where the report is held.

    Args:
        twin: What is read.
        folder: Where to put its file.
    """
    content, key = changed(twin)
    path = folder / "twin.pdf"
    path.write_bytes(content)
    reading = read_one(path)
    book = rule_book()
    if reading.reason or any(book[each.rule].severity == "error" for each in reading.remarks):
        return None
    figures = {(each.table, each.item, each.measure): each for each in reading.figures}
    return figures[key].value or Decimal(0)


def is_printed(twin: Twin) -> bool:
    """Whether the press's font has every letter of a change; others would not be seen."""
    number = Letters(0, 0, "10", 9)
    texts = [mark.text for mark in twin.change(number) if isinstance(mark, Letters)]
    return set("".join(texts)) <= has_letters()


def main() -> int:
    """Status 1 where a twin is published: no number is shown there for certain."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for twin in TWINS:
            number = published(twin, Path(folder))
            wrong += number is not None
            print(f"{'held ' if number is None else 'WRONG'}  {twin.name}: {twin.why}", flush=True)
    print(f"{len(TWINS)} twins, {wrong} published")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
