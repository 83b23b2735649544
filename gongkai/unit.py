"""Units that stand in brackets behind a label: part of what a number means."""

from __future__ import annotations

import re
import unicodedata

COUNTS = frozenset([*"件条项宗份个人次篇起", "人次"])
"""Units that count; which of them an agency prints makes no difference to the number."""

_ANY_UNIT = r"((?:人民币)?[十百千万亿]*元|[十百千万亿]*[件条项宗份个人次]|[十百千万亿]+)"
_UNIT = re.compile(rf"\((?:计量)?(?:单位)?:?{_ANY_UNIT}\)|单位:?{_ANY_UNIT}")


def printed_unit(text: str) -> str:
    """The last unit a header, a band or a row label names (`（单位：万元）`), or empty."""
    found = [one or other for one, other in _UNIT.findall(_compact(text))]
    return found[-1].removeprefix("人民币") if found else ""


def is_unit(text: str) -> bool:
    """Whether a text is a bare unit: the end of a number whose beginning is elsewhere."""
    return re.fullmatch(_ANY_UNIT, _compact(text)) is not None


def without_unit(text: str) -> str:
    """A label without the unit in brackets behind it."""
    compact = _compact(text)
    return _UNIT.sub("", compact) if _UNIT.search(compact) else text


def _compact(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(text.split()))
