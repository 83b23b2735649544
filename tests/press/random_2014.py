"""Invented figures of the 2014 table."""

from random import Random
from typing import Final

from tests.press.form_2014 import AMOUNTS, COUNT, ITEMS, STATISTICS
from tests.press.form_2021 import CellKey

SUMS: Final = {
    "3.1": ("3.1.1", "3.1.2", "3.1.3", "3.1.4"),
    "3.3.4": tuple(f"3.3.4.{number}" for number in range(1, 7)),
    "3.3": tuple(f"3.3.{number}" for number in range(1, 9)),
    "4": ("4.1", "4.2", "4.3"),
    "5": ("5.1", "5.2", "5.3"),
    "8.3": ("8.3.1", "8.3.2"),
}
"""Totals and their parts, the inner ones first."""
FEW: Final = ("2.2.1", "2.2.1.a", "2.2.2", "2.2.2.a", "8.1", "8.2", "8.3.1", "8.3.2", "9.1", "9.2")
MANY: Final = ("1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "9.3")


def random_statistics(rng: Random, size: int) -> dict[CellKey, str]:
    """Figures that obey the identities of the table."""
    numbers: dict[str, int] = {}
    for item in ITEMS:
        limit = size
        if item in FEW:
            limit = 3 + size // 40
        elif item in MANY:
            limit = size * 30
        elif item.startswith(("4.", "5.")) or item == "6":
            limit = 1 + size // 20
        numbers[item] = rng.randint(0, limit) if rng.random() < 0.6 else 0
    replies = sum(numbers[part] for part in (*SUMS["3.3.4"], *SUMS["3.3"]) if part != "3.3.4")
    received = replies + rng.randint(0, replies // 20)
    for channel in SUMS["3.1"][:-1]:
        numbers[channel] = rng.randint(0, received) if numbers[channel] else 0
        received -= numbers[channel]
    numbers["3.1.4"] = received
    for total, parts in SUMS.items():
        numbers[total] = sum(numbers[part] for part in parts)
    numbers["2.2.1.a"] = min(numbers["2.2.1.a"], numbers["2.2.1"])
    numbers["2.2.2.a"] = min(numbers["2.2.2.a"], numbers["2.2.2"])
    numbers["3.2"] = numbers["3.3"]
    numbers["3.2.2"] = numbers["3.2"] // 9
    numbers["3.2.1"] = numbers["3.2"] - numbers["3.2.2"]
    channels = [numbers[f"1.2.{number}"] for number in range(1, 6)]
    numbers["1.1"] = rng.randint(max(channels), sum(channels))
    numbers["1.1.a"] = min(numbers["1.1.a"], numbers["1.1"])
    numbers["1.1.b"] = max(numbers["1.1.b"], numbers["1.1.a"])
    cells = {(STATISTICS, item, COUNT): str(number) for item, number in numbers.items()}
    for item in AMOUNTS:
        if rng.random() < 0.6:
            amount = f"{rng.randint(1, size * 900) / 100:.{rng.choice((1, 2))}f}"
            cells[STATISTICS, item, COUNT] = amount
    return cells


def random_cumulative(rng: Random, cells: dict[CellKey, str]) -> dict[str, str]:
    """What a column 历年累计 might say beside these figures."""
    return {
        item: f"{float(figure) * rng.randint(2, 7):.2f}"
        if "." in figure
        else str(int(figure) * rng.randint(2, 7) + rng.randint(0, 9))
        for (_, item, _), figure in cells.items()
    }
