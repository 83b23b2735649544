"""Whose report it is and of which year by its own text, where the title does not say it.

Weaker than a title: it is told, and holds nothing as long as the text does not contradict
itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gongkai.agency import kind_of_agency
from gongkai.letters import tight
from tasks.reshape.title import period_year

NAME = r"(?P<name>[一-龥()]{3,40}?)"
YEAR = r"(?:20\d\d|二[〇○零0][一二三四五六七八九〇○零]{2})年"
CLAIMS = (
    re.compile(
        rf"本(?:年度)?报告(?:是)?由{NAME}"
        r"(?:根据|按照|依据|依照|遵照|严格|编制|编写|负责|组织|牵头|会同|汇总|综合|结合|统一|,|。)"
    ),
    re.compile(rf"编制(?:了|的|完成)?《?{NAME}{YEAR}(?:度)?(?:政府)?信息公开"),
    re.compile(rf"现将《?{NAME}{YEAR}(?:度)?(?:政府)?信息公开"),
)
"""Sentences in which a report names the agency that made it."""

_OPENS = re.compile(
    rf"^(?!本){NAME}(?:根据|按照|依据|依照|遵照)《?(?:中华人民共和国)?政府信息公开条例》?"
)
_MENTIONED = re.compile(r"(?<!\d)(20\d\d)年(?!\d{1,2}月\d{1,2}日发布)")
_QUOTED = re.compile("《[^》]{0,60}》")
_SENTENCE = re.compile("[^。!]+[。!]?")

BEGINNING = 1500
"""Letters of a report's beginning in which it says whose it is."""


def claimed_names(text: str) -> Iterator[str]:
    """Names that a text gives as that of the agency which made it."""
    for sentence in _SENTENCE.findall(text):
        for claim in (*CLAIMS, _OPENS):
            match = claim.search(sentence)
            if match is not None:
                yield match["name"]


def agency_of_text(texts: Sequence[str]) -> str | None:
    """The one agency that the beginning of a report names as its own; None where it is not one."""
    beginning = tight("".join(texts))[:BEGINNING]
    lines = (tight(line) for text in texts for line in text.splitlines())
    own = {name for name in claimed_names(beginning) if kind_of_agency(name) is not None}
    for line in lines:
        own |= {name for name in claimed_names(line[:BEGINNING]) if kind_of_agency(name)}
    return own.pop() if len(own) == 1 else None


def year_of_text(texts: Sequence[str]) -> int | None:
    """The year whose numbers the text says it reports, if it speaks of no other as often.

    The period of the statistics names it; copied from the year before, it would be named
    less often than the year the sentences are about.
    """
    whole = "".join(texts)
    year = period_year(whole)
    if year is None:
        return None
    counted = Counter(map(int, _MENTIONED.findall(_QUOTED.sub("", tight(whole)))))
    others = max((count for other, count in counted.items() if other != year), default=0)
    return year if counted[year] > others else None
