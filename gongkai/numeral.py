"""Chinese numerals: a number as words say it, where they say it in the regular way."""

from __future__ import annotations

import re

NUMERALS = "零〇一二两三四五六七八九十百千万"
"""The letters numbers are written with; others (亿, 廿, 壹) are not read."""

_DIGITS = "零一二三四五六七八九"
_POWERS = (("万", 10_000), ("千", 1_000), ("百", 100), ("十", 10))


def number_of(text: str) -> int | None:
    """A number in digits or in Chinese numerals; None where it may be more than one.

    "二三" is two or three, and "一百二" is 120 to some and 102 to others.

    >>> number_of("1,234"), number_of("三百零五"), number_of("十二"), number_of("二三")
    (1234, 305, 12, None)
    """
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+", text):
        return int(text.replace(",", ""))
    plain = text.replace("两", "二").replace("〇", "零")
    plain = f"一{plain}" if plain.startswith("十") else plain
    value = _read(plain)
    return value if written(value) == plain else None


def written(number: int) -> str:
    """A number below 万 times 万 in Chinese numerals.

    >>> written(305), written(10_012)
    ('三百零五', '一万零一十二')
    """
    for letter, power in _POWERS:
        head, rest = divmod(number, power)
        if head:
            zero = "零" if 0 < rest < power // 10 else ""
            return f"{written(head)}{letter}{zero}{written(rest) if rest else ''}"
    return _DIGITS[number]


def _read(text: str) -> int:
    """What numerals say if they are regular, and some number if they are not."""
    text = text.strip("零")
    for letter, power in _POWERS:
        head, found, rest = text.partition(letter)
        if found:
            return _read(head) * power + _read(rest)
    return _DIGITS.index(text) if text in tuple(_DIGITS) else 0
