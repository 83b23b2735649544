"""What a printed cell is worth, decided by the press and not by the product."""

import re
import unicodedata
from typing import Final, Literal

State = Literal["number", "blank", "absent"]

PLACEHOLDERS: Final = frozenset({"", "/", "-", "--", "—", "——", "－", "无", "_"})
_NUMBER: Final = re.compile(r"(-?\d+(?:\.\d+)?)(?:件|项|宗|万元)?(?:\(.*\))?\Z")


def reading(printed: str | None) -> tuple[State, str | None]:
    """State and value of a printed cell; `None` is a cell that the report does not print.

    Raises:
        ValueError: The press printed something it cannot itself value.
    """
    if printed is None:
        return "absent", None
    if printed.strip() in PLACEHOLDERS:
        return "blank", None
    plain = "".join(unicodedata.normalize("NFKC", printed).replace(",", "").split())
    match = _NUMBER.match(plain)
    if match is None:
        raise ValueError(f"the press cannot value {printed!r}")
    return "number", match.group(1)


def full_width(text: str) -> str:
    """The same digits, full width: １２."""
    return text.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
