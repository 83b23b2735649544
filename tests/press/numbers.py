"""What a printed cell is worth, decided by the press and not by the product."""

import re
import unicodedata
from typing import Final, Literal

State = Literal["number", "blank", "absent"]

PLACEHOLDERS: Final = frozenset({"", "/", "-", "--", "—", "——", "－", "无", "_"})
_NUMBER: Final = re.compile(
    r"(--?|减少?|\+|增加?)?(\d+(?:\.\d+)?)(?:件|项|宗|万元|元|条|次|篇|个|人次|人)?(?:\(.*\))?\Z"
)


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
    sign, digits = match.groups()
    return "number", f"-{digits}" if sign and sign[0] in "-减" else digits


def full_width(text: str) -> str:
    """The same digits, full width: １２."""
    return text.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
