"""Invented figures of the 2019 form's table 二."""

from random import Random
from typing import Final

from tests.press.form_2019 import DISCLOSURE_BLOCKS
from tests.press.form_2021 import DISCLOSURE, CellKey

SIGNS: Final = {
    "minus": ("-", ""),
    "wide": ("－", "+"),
    "words": ("减", "增"),
    "plus": ("-", "+"),
    "slip": ("--", ""),
}
"""How agencies print that items became fewer or more."""


def random_disclosure_2019(rng: Random, size: int) -> dict[CellKey, str]:
    """Figures in which no number of items falls below nothing."""
    cells: dict[CellKey, str] = {}
    for _, items, measures in DISCLOSURE_BLOCKS:
        for item in items:
            numbers = [rng.randint(0, size * 20) if rng.random() < 0.75 else 0 for _ in measures]
            if "change" in measures:
                place = measures.index("change")
                fewer = -min(numbers[place], numbers[place - 1]) // 3
                numbers[place] = fewer if rng.random() < 0.5 else numbers[place] // 3
            if "disclosed_total" in measures:
                numbers[-1] += numbers[-2]
            for measure, number in zip(measures, numbers, strict=True):
                cells[DISCLOSURE, item, measure] = str(number)
    if rng.random() < 0.8:
        amount = rng.randint(1, size * 4_000_000)
        cells[DISCLOSURE, "procurement", "amount"] = rng.choice(
            (
                f"{amount / 100:.2f}元",
                f"{amount / 1_000_000:.2f}万元",
                f"{amount // 100}",
                f"{amount // 100}元",
            )
        )
    return cells


def signed(figure: str, style: str) -> str:
    """A change as an agency prints it."""
    fewer, more = SIGNS[style]
    if figure == "0" or not any(char.isdigit() for char in figure):
        return figure
    return fewer + figure[1:] if figure.startswith("-") else more + figure
