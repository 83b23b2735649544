"""What the prose says in numbers, each with the sentence to quote.

Reports before 2014 have no national form; what their prose says about requests,
answers, reviews and lawsuits is kept, where a sentence says it in digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.report import Quotation

LONGEST = 300
"""Letters of a sentence that is still quoted; beyond it, it is a table run together."""

_COUNT = r"(?P<count>\d{1,3}(?:,\d{3})+|\d+)\s*[件条份宗起例]"
_REQUEST = r"(?:(?:政府)?信息公开)?(?:的)?申请"


@dataclass(frozen=True)
class _Quantity:
    """How a quantity is written: with its number, or as not having happened."""

    code: str
    counted: tuple[str, ...]
    none: tuple[str, ...]


_QUANTITIES = (
    _Quantity(
        "received",
        (
            rf"(?:收到|受理|接到|接收)[^\d。；，]{{0,30}}?申请[^\d。；，]{{0,10}}?{_COUNT}",
            rf"(?:收到|受理|接到|接收)[^\d。；，]{{0,6}}?{_COUNT}[^\d。；，]{{0,20}}?申请",
            rf"申请[^\d。；，]{{0,6}}?(?:总数|数量|总量|共)[^\d。；，]{{0,4}}?{_COUNT}",
        ),
        (r"(?:未|没有)(?:收到|受理|接到)[^。；]{0,30}?申请", rf"无[^。；，]{{0,10}}?{_REQUEST}"),
    ),
    _Quantity(
        "answered",
        (
            rf"(?:答复|办结)(?!率)[^\d。；，]{{0,10}}?{_COUNT}",
            rf"{_COUNT}[^\d。；，]{{0,8}}?(?:已|均|全部)[^\d。；，]{{0,8}}?(?:答复|办结)",
        ),
        (),
    ),
    _Quantity(
        "reviewed",
        (
            rf"行政复议(?!.{{0,4}}诉讼)[^\d。；，]{{0,12}}?{_COUNT}",
            rf"{_COUNT}[^\d。；，]{{0,8}}?行政复议",
        ),
        (r"(?:未|没有|无)[^。；]{0,30}?行政复议",),
    ),
    _Quantity(
        "litigated",
        (rf"诉讼[^\d。；，]{{0,12}}?{_COUNT}", rf"{_COUNT}[^\d。；，]{{0,8}}?(?:行政)?诉讼"),
        (r"(?:未|没有|无)[^。；]{0,40}?诉讼",),
    ),
)


def quotations(texts: Sequence[str], paged: bool = True) -> tuple[Quotation, ...]:
    """The first sentence for each quantity that says it, in the order of the text.

    Args:
        texts: the text of each page.
        paged: whether these are pages; else the quotations have none.
    """
    found: dict[str, Quotation] = {}
    for page, sentence in _sentences(texts):
        for quantity in _QUANTITIES:
            value = _value(quantity, sentence)
            if value is not None and quantity.code not in found:
                place = page if paged else None
                found[quantity.code] = Quotation(quantity.code, value, sentence, place)
    return tuple(found.values())


def _value(quantity: _Quantity, sentence: str) -> int | None:
    for pattern in quantity.counted:
        match = re.search(pattern, sentence)
        if match is not None:
            return int(match["count"].replace(",", ""))
    return 0 if any(re.search(pattern, sentence) for pattern in quantity.none) else None


def _sentences(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Sentences with the page they begin on, white space and line breaks taken out."""
    pages = [unicodedata.normalize("NFKC", "".join(text.split())) for text in texts]
    starts = [sum(map(len, pages[:place])) for place in range(len(pages))]
    whole = "".join(pages)
    for match in re.finditer(r"[^。;!]+[。;!]?", whole):
        if len(match.group()) <= LONGEST:
            page = max(p for p, start in enumerate(starts) if start <= match.start())
            yield page + 1, match.group()
