"""One input read by itself: would its number be published, and is it the one that is shown."""

from pathlib import Path

from expectations.rules import rule_book
from tasks.one import read_one
from tests.shown.judge import Outcome, write
from tests.shown.model import Hostile


def outcome(one: Hostile, folder: Path) -> Outcome:
    """Read an input by every round of reading, and no other report beside it.

    Args:
        one: the input.
        folder: where to put it.
    """
    write([one], folder)
    reading = read_one(folder / f"{one.name}{one.suffix}")
    book = rule_book()
    if reading.reason or any(book[r.rule].severity == "error" for r in reading.remarks):
        return "held"
    table, item, measure = one.cells[0]
    figure = next(
        f for f in reading.figures if (f.table, f.item, f.measure) == (table, item, measure)
    )
    read = f"{figure.value:f}" if figure.value is not None else None
    return "right" if read == (one.shown or None) else "WRONG"
