"""What a number is about: all that the tables are about, a part of it, or nobody can tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from gongkai.agency import place_of
from tasks.reshape.stated.declared import vocabulary
from tasks.reshape.stated.setting import in_words

Scope = Literal["whole", "narrower", "unsure"]

_ORDER: tuple[Scope, ...] = ("whole", "unsure", "narrower")

_GOVERNMENT = re.compile(
    r"(?P<place>.*?(?P<level>[省市区县州盟旗镇乡]|街道))"
    r"(?:人民政府|政府|管理委员会|管委会|办事处)?(?P<office>办公[厅室])?"
)
"""A government, its office, or the place by its name."""

_PLACE = re.compile(r"[省市区县州盟旗镇乡]|街道|自治区|新区|开发区")

_COMPARED = re.compile(
    r"[与和同跟较比](?:报告年|往年|上一?年|去年)度?(?:同期)?(?:相比|比较|相较)"
    r"|[较比](?:报告年|往年|上一?年|去年)度?(?:同期)?(?:的\d+[件宗起份])?(?:相比)?"
    r"(?=有所|略有|大幅|明显|均有|同比|增[加长]|上升|减少|下降|降低|提高|持平|翻|多|少)"
)
"""Comparisons; what they compare with is not what the text is of."""

_YEAR_END = re.compile(
    r"(?<!\d)12月(?:底|末)前?|(?<=报告年)[底末]前?(?!结转)|(?<!报告)年[底末]前?(?!结转)"
)
_UNTIL = re.compile(r"截[至止]到?(?:报告年度?)?(?=$|[^\d目今现往往年])")
"""Until the end of the report's year, which is no other time."""

_CARRIED = re.compile(
    r"往年度?底?(?=结转|转入|转到|转至|转来|顺延|遗留)|(?<=[转延期][至到入])往年度?|(?<=结转)往年度?"
)
"""The years before and after, of what is carried over."""

NOW = re.compile(r"报告年|本年|今年|全年")
"""The report's year, as `setting.in_words` has it."""

_CHANGE = re.compile(
    r"(?<!新)增[加长多](?![到至])|(?:减少|上升|下降|降低|提高)(?![到至])|同比|环比|相差"
)
"""A number behind one of these is a change."""

_OFFICE = re.compile(
    r"政府办(?:公[厅室])?|府办(?:公室)?|办公[厅室]|代表.{0,3}(?:政府|管委会)|本级|机关本身"
)
"""The office of a government, whose own numbers are a part of those of the government."""

_UNIT = re.compile(
    r"部门|单位|[各两几][个省市区县镇乡旗]|\d+个[省市区县镇乡旗街]|街道|乡镇|下属|所属|直属|系统|科室|处室|园区|开发区|村|社区"
    r"|(?:局|委|委员会|办|厅|院|所|站|队|镇|乡|中心|公司|学校|医院|大队|支队|分局|会)$"
    r"|(?:局|委员会|厅|分局|大队|支队|镇|乡|中心|公司|学校|医院)(?=[、共收受接办答有为在])"
)
"""Other offices, or some of them."""

_WIDE = re.compile(
    r"[全我本](?P<level>[省市区县州盟旗镇乡]|街道?)"
    r"(?:范围内?|各级|各?(?:职能|有关|相关|区直|县直|市直|省直)?(?:部门|单位)|行政机关|政府机关"
    r"|各?(?:镇街|乡镇|街镇|县区|街道)|、|和)*"
    r"|各级(?:行政机关)?|全系统|辖区|全国"
)
"""All offices of a place."""

_RULER = re.compile(
    r"[省市区县州盟旗镇乡]?(?:人民政府|政府(?!信息|公开|网|办|规章|文件|公报))|[区会]管委会"
)
"""A government that is not named in full."""


def worst(*scopes: Scope) -> Scope:
    """The least sure of some scopes."""
    return max(scopes, key=_ORDER.index)


@dataclass(frozen=True)
class Speaker:
    """Whose report it is, and of which year."""

    agency: str
    year: int | None

    @property
    def is_government(self) -> bool:
        """Whether its tables may count what other offices received."""
        match = _GOVERNMENT.fullmatch(self.agency)
        return match is not None and not match["office"]

    @property
    def is_judge(self) -> bool:
        """Whether it decides on reviews and lawsuits against others."""
        return bool(re.search("司法[局厅部]|法院", self.agency))

    def plain(self, text: str) -> str:
        """A text without the agency's own names and without what it compares with."""
        return _plain(text, self.agency, self.year)

    def masked(self, text: str) -> str:
        """A text of the same length with 本 for each letter of the agency's own names."""
        own = _own_names(self.agency)
        return own.sub(lambda match: "本" * len(match.group()), text) if own else text

    def scope_of(self, text: str) -> Scope:
        """What a number is about by the words around it, without the number."""
        return _scope_of(self, text)

    def time_of(self, text: str) -> Scope:
        """Whether a text names another time than the report's year."""
        said = self.plain(text)
        known = said if self.year else said.replace("往年", "")
        if vocabulary().times.search(known):
            return "narrower"
        return "whole" if known == said else "unsure"

    def subject_of(self, text: str) -> Scope:
        """Whose cases a text is about, which may be in the agency's own words."""
        said = self._without_wide(self.plain(text))
        if _OFFICE.search(said):
            return "narrower" if self.is_government or not self.agency else "unsure"
        rest = vocabulary().harmless.sub("", _RULER.sub("", said))
        if _UNIT.search(rest):
            return "narrower"
        if _RULER.search(said) and not self._is_ruled():
            return "unsure"
        return "unsure" if _WIDE.search(said) else "whole"

    def is_named(self, text: str) -> bool:
        """Whether a text says that it is of the agency, or of all it answers for."""
        own = _own_names(self.agency)
        ours = re.search(r"[本我](?:机关|单位|部门|局|委|办|厅|院|会|所|站|中心)", text)
        return bool(ours or (own and own.search(text)) or self._without_wide(text) != text)

    def without_government(self, text: str) -> str:
        """A text without "the government of the city", where that is the agency."""
        match = _GOVERNMENT.fullmatch(self.agency)
        if match is None or match["office"]:
            return text
        return re.sub(rf"(?:[全本我]?{match['level']})(?:人民)?政府", "", text)

    def _without_wide(self, text: str) -> str:
        """A text without "全区" and the like, where that is what the tables count."""
        match = _GOVERNMENT.fullmatch(self.agency)
        if match is None or match["office"]:
            return text
        level = match["level"][0]
        return _WIDE.sub(lambda m: "" if (m["level"] or "-")[0] == level else m.group(), text)

    def _is_ruled(self) -> bool:
        """Whether "the government" can only be the agency, or whom it is the office of."""
        match = _GOVERNMENT.fullmatch(self.agency)
        return match is not None and bool(match["office"] or match["level"] in ("镇", "乡", "街道"))

    def left(self, said: str) -> Scope:
        """Whether a plain text has words that are not known to be harmless."""
        words = vocabulary()
        rest = words.harmless.sub("", words.spans.sub("", _RULER.sub("", self._without_wide(said))))
        return "unsure" if re.sub(r"[\d\W_]", "", _WIDE.sub("", rest)) else "whole"


@lru_cache(maxsize=1024)
def _scope_of(speaker: Speaker, text: str) -> Scope:
    words = vocabulary()
    said = speaker.plain(text)
    if words.parts.search(words.phrases.sub(" ", said)):
        return "narrower"
    span = words.spans.search(said)
    if span is not None and not NOW.search(said):
        return "narrower" if span.group() == "累计" else "unsure"
    return worst(speaker.time_of(text), speaker.subject_of(said), speaker.left(said))


@lru_cache(maxsize=1024)
def _plain(text: str, agency: str, year: int | None) -> str:
    said = in_words(text, year)
    own = _own_names(agency)
    government = _GOVERNMENT.fullmatch(agency)
    if own and government is not None and not government["office"]:
        wide = re.compile(rf"(?:{own.pattern})(?=各级)")
        said = wide.sub(f"全{government['level']}", said)
    said = _UNTIL.sub("", _YEAR_END.sub("", own.sub("", said) if own else said))
    return _CARRIED.sub("", _COMPARED.sub("", said))


def is_change(text: str) -> bool:
    """Whether the number behind a text is a change against another one."""
    return (
        _CHANGE.search(_COMPARED.sub(lambda m: m.group() if m.end() == len(text) else "", text))
        is not None
    )


@lru_cache(maxsize=64)
def _own_names(agency: str) -> re.Pattern[str] | None:
    """The agency's own names: in full, without 人民, and without the places above it."""
    if not agency:
        return None
    match = _GOVERNMENT.fullmatch(agency)
    is_government = match is not None and not match["office"]
    whole = {agency}
    whole.update(agency[m.end() :] for m in _PLACE.finditer(agency))
    whole.update(agency[m.start() :] for m in _PLACE.finditer(agency) if not is_government)
    if is_government and match is not None:
        place = match["place"]
        whole.update(place[m.end() :] for m in _PLACE.finditer(place[:-1]))
        whole.add(place)
        if match["level"] == "街道":
            whole |= {
                f"{ours}{name}" for ours in ("", *"全本我") for name in ("街道", "街道办事处")
            }
    if branch := _BRANCH.search(agency):
        whole.add(branch.group())
    short = "" if is_government else _short_name(agency)
    whole = {name for name in whole if len(name) > 1 and not re.match("人民政府$|办事处$|管", name)}
    names = {name.replace("人民政府", "政府") for name in whole} | whole
    names |= {name.replace("办公室", "办") for name in names if name.endswith("政府办公室")}
    every = [*map(re.escape, sorted(names, key=len, reverse=True)), *([short] if short else [])]
    return re.compile("|".join(every))


_BRANCH = re.compile(r"(?<=[局厅])[^局厅]{2,6}分局$")
"""What a branch office is called: 青禾分局 of 生态环境局青禾分局."""

_BODY = re.compile(r"(?P<stem>.+?)(?P<end>委员会|办公室|管理局|局|厅|部|署|办)$")
_LEAST = 3
"""Letters of a short name, its last one included."""


def _short_name(agency: str) -> str:
    """What agencies make of their name: its first letter, some of the others, and its last.

    县应急局 is 云溪县应急管理局, 南屏区人社局 the 人力资源和社会保障局; the place before it, if one
    is named, must be the agency's own, as 市应急局 is another agency than 县应急局.
    """
    places = place_of(agency)[0]
    match = _BODY.fullmatch(agency.removeprefix(places))
    if match is None or len(match["stem"]) < _LEAST - 1:
        return ""
    end = match["end"]
    stem = match["stem"] + ("管理" if end == "管理局" else "")
    last = {"委员会": "委(?:员会)?", "办公室": "办(?:公室)?", "管理局": "局"}.get(end, end)
    some = "".join(f"{re.escape(letter)}?" for letter in stem[1:])
    cuts = sorted({places[m.end() :] for m in _PLACE.finditer(places)} - {""}, key=len)
    own = [places, *cuts, *(f"[我本]?{level[0]}" for level in _PLACE.findall(places)[-1:])]
    named = "|".join(re.escape(name) if "[" not in name else name for name in own if name)
    before = f"(?:(?:{named})|(?<![省市县区州盟旗镇乡]))" if named else "(?<![省市县区州盟旗镇乡])"
    shortest = f"(?=[{re.escape(stem)}]{{{_LEAST - 1}}})"
    return f"{before}{shortest}{re.escape(stem[0])}{some}{last}(?!分局|大队|支队|所属|下属|直属)"
