"""How Word writes the numbers it counts itself."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_WIDE = "０１２３４５６７８９"
_ROMAN = {100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}


def written(form: str, number: int) -> str:
    """A number of at least one in a format of `w:numFmt`; in plain digits where it is unknown."""
    return _FORMATS.get(form, str)(number)


def _in_digits(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _chinese(number: int) -> str:
    """一 to 九十九; larger numbers digit by digit."""
    if number >= 100:
        return _in_digits(_DIGITS)(number)
    tens, ones = divmod(number, 10)
    return (
        (_DIGITS[tens] if tens > 1 else "")
        + "十" * (tens > 0)
        + (_DIGITS[ones] if ones or not tens else "")
    )


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN.items():
        times, number = divmod(number, value)
        found += letters * min(times, 10)
    return found


def _lettered(number: int) -> str:
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(times + 1, 5)


def _from(first: str, last: int) -> Callable[[int], str]:
    """Ready-made numbers of Unicode (①, ⑴, ⒈), plain ones beyond the last."""
    return lambda number: chr(ord(first) + number - 1) if number <= last else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _in_digits(_WIDE)),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _from("①", 20)),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting"), _chinese),
    **dict.fromkeys(("taiwaneseCounting", "taiwaneseCountingThousand"), _chinese),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand"), _in_digits(_DIGITS)),
    "chineseLegalSimplified": _in_digits(_LEGAL),
    "lowerLetter": _lettered,
    "upperLetter": lambda number: _lettered(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
    "bullet": lambda _: "",
}
