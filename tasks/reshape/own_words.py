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
from gongkai.one_body import is_one_body
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

LETTERHEAD = 6
"""Lines at the head of a report among which its letterhead is."""

_DATE = re.compile(
    r"20\d\d年\d{1,2}月\d{1,2}日|二[〇○零0-九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)

BEGINNING = 1500
"""Letters of a report's beginning in which it says whose it is."""


def _claimed(text: str, claims: Sequence[re.Pattern[str]]) -> Iterator[str]:
    """Names of agencies that a text gives as that of the one which made it."""
    for sentence in _SENTENCE.findall(text):
        for claim in claims:
            match = claim.search(sentence)
            if match is not None and kind_of_agency(match["name"]) is not None:
                yield match["name"]


def agency_of_text(texts: Sequence[str]) -> str | None:
    """The one agency that a report names as its own; None where it is not one.

    In its beginning, where sentences may run over lines (only at the beginning of a line does
    a name open one), in a letterhead above the title, or in the signature above its date.
    """
    beginning = tight("".join(texts))[:BEGINNING]
    lines = [line for text in texts for one in text.splitlines() if (line := tight(one))]
    own = set(_claimed(beginning, CLAIMS))
    for line in lines:
        own.update(_claimed(line[:BEGINNING], (*CLAIMS, _OPENS)))
    own.update(filter(_is_name, lines[:LETTERHEAD]))
    dates = [place for place, line in enumerate(lines) if place and _DATE.fullmatch(line)]
    own.update(lines[place - 1] for place in dates[-1:] if _is_name(lines[place - 1]))
    full = {name for name in own if not any(_is_short_for(name, other) for other in own)}
    return full.pop() if len(full) == 1 else None


def _is_name(line: str) -> bool:
    """Whether a line is the name of an agency and nothing else."""
    return re.fullmatch("[一-龥()]{4,40}", line) is not None and kind_of_agency(line) is not None


def _is_short_for(name: str, other: str) -> bool:
    return len(name) < len(other) and is_one_body(name, other)


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
