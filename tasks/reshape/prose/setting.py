"""What the text is speaking of: the agency itself, the report's year and all cases, or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongkai.numeral import NUMERALS
from tasks.reshape.prose.quantities import is_counting
from tasks.reshape.prose.words import COUNTED, OURS

COMPARED = re.compile(
    r"[与和同跟].*相比|比(?![例如])|较(?!好)|同期|增[加长]|新增|减少|上升|下降|降低|持平"
)
"""Comparisons; what they compare with is not what the text is of."""

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
"""Chinese digits, as years are written with them."""

_YEAR = re.compile(
    r"(?<!\d)(?:(?:20|二[〇零○])[\d〇零○一二三四五六七八九]{2}(?:年|(?=[-~—至到、和]20\d\d年))"
    r"|(?:0[6-9]|1\d)年(?![来内以]))"
)
"""A year by its number, also where a span of years begins."""

_WHOLE_YEAR = re.compile(
    r"(?<!\d)1月1日|12月31日|(?<!\d)1月?[-~—至到]12月|(?<=2008年)5月1日(?=起?[-~—至到])"
)
"""Days that begin and end a year; the Regulations came into force on 1 May 2008."""

_SECTION = re.compile(r"第?[一二三四五六七八九十]{1,3}(?:、|部分)")
"""The number of a section, at its beginning."""

_HANDLED = re.compile("收到|受理|接[到收待受]|办理|处理")
"""That things came in and were dealt with: where they are others, so are answers after them."""

_FRAMES = {
    "year": ("[上下去往前明次来]一?年|[此之以年]前", "本年|今年|报告[年期]"),
    "span": (
        rf"累计|(?<![今本]年)以来|截[至止]|至今|历[年次]|近.?年|年来|[\d{NUMERALS}]月|半年|季度|年初",
        "全年|本年|今年|报告[年期]",
    ),
    "scope": (
        r"[全我本][国省市区县州旗盟]|本级|各[级区县市镇乡街部单委]|[下所直局]属|辖区"
        r"|[全局厅委府]系统|系统内",
        OURS,
    ),
    "topic": (
        r"咨询|信访|来[信访电]|投诉|举报|建议|[提议]案|留言|热线|[信邮]箱|求助|许可|审批|办[件证]"
        r"|大厅|服务中心",
        "信息公开|依申请|复议|诉讼",
    ),
    "part": (r"其中|包[括含]|除.*外|最[多高低少大]|做到|每|[到理]一件$", r"(?!)"),
}
"""What takes a text away from what is wanted: words that begin it, and words that end it."""


@dataclass(frozen=True)
class Setting:
    """What the text is speaking of.

    Attributes:
        away: the frames in which it is not of the agency, the year and all cases.
        counted: those of them in which numbers were given.
    """

    away: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()


def begun(setting: Setting, sentence: str) -> Setting:
    """The setting where a sentence begins.

    A new section ends what was only mentioned; what numbers were given of goes on.
    """
    lasting = setting.counted if _SECTION.match(sentence) else setting.away
    return Setting(lasting - {"part"}, setting.counted)


def moved(setting: Setting, clause: str, year: int | None) -> Setting:
    """The setting after the words of a clause."""
    words = in_words(COMPARED.split(clause, maxsplit=1)[0], year)
    away = set(setting.away)
    for name, (begins, ends) in _FRAMES.items():
        if re.search(begins, words):
            away.add(name)
        elif re.search(ends, words):
            away.discard(name)
    if not COUNTED.search(clause):
        return Setting(frozenset(away), setting.counted & away)
    if _HANDLED.search(clause) and not is_counting(clause):
        away.add("topic")
    return Setting(frozenset(away), frozenset(away))


def years(text: str) -> set[int]:
    """The years a text names by their numbers."""
    return {_year(match) for match in _YEAR.finditer(text)}


def in_words(clause: str, year: int | None) -> str:
    """A clause with "报告年" for the report's year, "往年" for any other, the period left out."""
    return _YEAR.sub(
        lambda match: "报告年" if _year(match) == year else "往年", _WHOLE_YEAR.sub("", clause)
    )


def _year(match: re.Match[str]) -> int:
    return 2000 + int(match.group().rstrip("年")[-2:].translate(_DIGITS))
