"""Explanations that agencies print in brackets behind a label: what they leave and what they turn.

`规范性文件（指各行政机关印发的有正式文号的文件）` is the label before the bracket. A bracket
that speaks of another time, of a part or of a wider whole (`（历年累计）`, `（其中网上办理）`)
makes of it a number of something else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from gongkai.label_words import label_words
from gongkai.unit import COUNTS, is_unit, without_unit

NUMERAL = r"\s*[\d一二三四五六七八九十]{1,3}\s*"
_OPEN, _CLOSE = "（(【[〔［〈<", "）)】]〕］〉>"
_BRACKET = re.compile(rf"(?<=\S)\s*[{re.escape(_OPEN)}](?!{NUMERAL}[{re.escape(_CLOSE)}])")
"""A bracket that opens behind a word; with a numeral alone it is a part of the label."""

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_OWN_YEAR = re.compile(r"20\d\d(?:年度?)?[底末]?(?:的)?(?:事项|项目|办件)?数?量?")
"""A year that is the number's own, and what is counted."""

_YEAR_END = re.compile(r"到?20\d\d年(?:12月31日|12月底|年?[底末])[止的]*")
"""The end of the number's own year, until which what is in force is counted."""

_ISSUED = re.compile(r"[〔\[［(（【]20\d\d[〕\]］)）】]\d+号?")
"""The year in a document's number, which says nothing of the numbers counted."""

_BARE = re.compile(
    r"(?:计量)?(?:单位)?:?(?:[十百千万亿]*[元件条项宗份次页字卷册户起批人个]?|[^一-鿿]{1,3})"
)
"""A bracket with nothing but a unit or a sign, none of which is harmless unless it is known."""

_UNIT = re.compile(r"(?:计量)?单位:?([^,;、。]+)")
_COUNTED = re.compile(r"(?:计量)?(?:单位)?:?[件条项宗份次]?")


def explained(text: str) -> tuple[str, str]:
    """A label and the explanation behind it, empty where there is none.

    Numbers may stand in brackets too and are part of the label.

    >>> explained("（二）部分公开（区分处理的）"), explained("第二十条第（一）项")
    (('（二）部分公开', '区分处理的'), ('第二十条第（一）项', ''))
    """
    found = _BRACKET.search(text)
    if found is None:
        return text, ""
    return text[: found.start()], text[found.end() :].rstrip().rstrip(_CLOSE + "。；;")


def is_narrowed(explanation: str, label: str, year: int | None, says: Iterable[str] = ()) -> bool:
    """Whether an explanation may make of a label's number one of another time or scope.

    Args:
        explanation: what stands in the bracket.
        label: what it explains: words of its own turn nothing.
        year: the report's, where it is known; years of its own or, in a column on the year
            before, of that one are no others.
        says: words that this label's explanations may use (历史累计 of what is in force).
    """
    text = unicodedata.normalize("NFKC", "".join(explanation.split()))
    if _BARE.fullmatch(text):
        return _COUNTED.fullmatch(text) is None
    unit = _UNIT.match(text)
    if unit is not None and unit[1] not in COUNTS and not is_unit(unit[1]):
        return True
    rest = without_unit(text)
    counts_all = False
    for word in says:
        counts_all |= word == "截至"
        rest = rest.replace(word, "")
    rest = label_words().included.sub("", _ISSUED.sub("", rest))
    own = year - 1 if year is not None and "上" in label else year
    if any(own is None or int(said) != own for said in _YEAR.findall(rest)):
        return True
    words = label_words()
    if any(word not in label for word in words.narrows.findall(rest)):
        return True
    if _OWN_YEAR.fullmatch(rest) or (counts_all and _YEAR_END.fullmatch(rest)):
        return False
    says_unit = without_unit(f"({text})") != f"({text})"
    return bool(rest) and not says_unit and words.explains.search(text) is None
