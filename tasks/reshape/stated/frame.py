"""What the text is speaking of from clause to clause: whose cases, of when, and of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from gongkai.numeral import NUMERALS
from tasks.reshape.stated.clauses import Clause, Found
from tasks.reshape.stated.declared import About, Quantity, vocabulary
from tasks.reshape.stated.scope import NOW, Scope, Speaker, worst

Topic = Literal["", "requests", "other"]

COUNTED = re.compile(rf"[\d{NUMERALS}][件条份宗起例]")
"""Any number of cases, exact or not."""

_REQUESTS = re.compile(r"公开申请|依申请|申请公开|信息申请|申请信息公开|依法申请")
_RESULTS = re.compile(r"予以公开|部分公开|不予公开|无法提供|不予处理")
_ANSWERED = re.compile(r"(?:答复|办结)[^,;\d]{0,6}\d+件")
_CARRIES = re.compile(r"上一?年度?结转[^,;]{0,8}\d+件[^;]*?新收|新收[^;]*?上一?年度?结转")
_ALL_LINKED = re.compile(
    r"(?:均|都|全部)(?:系|为|是|因|由于?|属于?|涉及)[^,;\d]{0,6}(?:信息公开|依申请)(?!无关)"
)
_PAPERS = re.compile(r"公文|主动公开|属性|目录|条|文件")
_LINKED = re.compile(r"信息公开|依申请|政务公开|公开申请")
_RULES = re.compile("规章|制度|公文")
_CASES = ("reviewed", "litigated")
_ALL = frozenset({"received", "answered"})
_CARRIED = ("carried_in", "carried_over", "by_persons", "by_organisations")
_MOST = re.compile(r"最[多少高低大](?:的|为|是)[^,;\d]*$")
"""A clause that picks one sort, of which the next will speak."""

_PAST = re.compile("^(?:回顾|回望|回首|在)*(?:往年|去年|上一?年度?)(?:工作|情况|度)*$")
_THIS = re.compile("报告年|本年|今年")
"""The report's year by a name that is never another's; 全年 may be of the year named before."""

_KINDS = {"复议": "of_reviews", "诉讼": "of_lawsuits"}
_TOTAL = re.compile("全年共|合计|总计|共计")
_CASE = re.compile("复议|诉讼|应诉|败诉|纠错")
_ENDED = re.compile(r"复议机关(?:均|都|依法|已)*(?:维持|驳回)")
"""How cases ended that were counted before."""

_ADDRESSED = re.compile(
    r"向[^,;:、\d]{1,8}?(?:政府|法院|复议机关)(?=申请行政复议|提[起出交](?:行政)?(?:复议|诉讼)|起诉)"
    r"|[^,;、\d]{1,6}(?:部门|单位)(?=转来|转办|移送|移交|交办)"
)
"""Others that only had something sent to them, or sent it."""

_LED = re.compile(
    r"(?:报告年度?|全年|本年度?|其中)*(?P<who>[^,;\d]{1,14}?(?:办公?[厅室]?|局|委|部门|街道|镇|乡|中心))"
    r"(?=$|代表|共|情况|全年|认真|严格|坚持|积极|依法|切实|按)"
)
"""A clause that begins with who does something."""


@dataclass(frozen=True)
class Frame:
    """What is being spoken of.

    Attributes:
        time, subject: whether that is the report's year, and the agency.
        topic: requests for information, or other things that offices deal with.
        is_here: whether this sentence has named its topic.
        doubted: what the sentence's last number of all requests, cases or documents was of,
            where it was not surely of all.
        is_part: whether 其中 goes on.
        parent: what 其中 would be of: the scope of the last count of requests.
        under: what the last 其中 was of, and its parts are, until all requests are counted again.
        is_strange: whether the sentence has counted something unknown, and no requests since.
        is_listed: whether it is ways or kinds that are being counted.
        leads: whether the sentence began with 其中.
        is_linked: whether the sentence is about the disclosure of information.
        is_now: whether the sentence has named the report's year.
        counted: whether numbers were given while it was of something else.
        seen: the quantities of which the sentence has given numbers.
        opens: whether it is the first sentence under a heading that names requests.
        is_ours: whether the sentence has named the agency.
        is_past: whether the sentence has begun to tell of another year.
    """

    time: Scope = "whole"
    subject: Scope = "whole"
    topic: Topic = ""
    is_here: bool = False
    doubted: frozenset[About] = frozenset()
    is_part: bool = False
    parent: Scope = "whole"
    under: Scope = "whole"
    is_strange: bool = False
    is_listed: bool = False
    leads: bool = False
    is_linked: bool = False
    is_now: bool = False
    counted: bool = False
    seen: frozenset[str] = frozenset()
    opens: bool = False
    is_ours: bool = False
    is_past: bool = False

    def next(self, begins: bool, heading: str, is_about_requests: bool) -> Frame:
        """The frame of the next sentence; what numbers were given of may go on.

        Args:
            begins: whether a heading stands before it.
            heading: its words.
            is_about_requests: whether all of the text is on requests where it does not say
                otherwise.
        """
        if begins:
            is_named = is_about_requests or bool(_REQUESTS.search(heading))
            frame = Frame(topic="requests" if is_named else "", opens=is_named)
            # Without tables beside it, what was of others before a heading may be so behind it.
            is_away = is_about_requests and self.counted
            return replace(frame, subject="unsure", counted=True) if is_away else frame
        lasting: Scope = "unsure" if self.counted else "whole"
        return Frame(
            time=lasting if self.time != "whole" else "whole",
            subject=lasting if self.subject != "whole" else "whole",
            topic=self.topic,
            parent=self.parent,
            under=self.under,
            is_linked=self.is_linked and not self.seen.isdisjoint(_CASES),
            seen=_before(self.seen),
        )

    def opening(self, sentence: str) -> Frame:
        """The frame in which a sentence begins: what it goes on to say may tell what it is of."""
        is_free = not self.topic and not vocabulary().elsewhere.search(
            vocabulary().phrases.sub(" ", sentence)
        )
        kinds = set(_RESULTS.findall(sentence))
        is_told = len(kinds) > 1 or (kinds and _ANSWERED.search(sentence))
        is_told = is_told or _CARRIES.search(sentence)
        is_of_requests = is_free and is_told and not _PAPERS.search(sentence)
        return replace(
            self,
            topic="requests" if is_of_requests else self.topic,
            is_linked=self.is_linked or bool(_ALL_LINKED.search(sentence)),
        )

    def passing(self, text: str) -> Frame:
        """The frame behind a sentence that states nothing."""
        topic = self.topic
        if _REQUESTS.search(text):
            topic = "requests"
        elif vocabulary().elsewhere.search(text):
            topic = "other"
        named = {"papers"} if "规范性文件" in text and not _RULES.search(text) else set()
        return replace(self, topic=topic, seen=self.seen | named)

    def after(self, clause: Clause, said: Sequence[Found], speaker: Speaker) -> Frame:
        """The frame behind a clause in which something was said."""
        text = clause.text
        has_count = bool(COUNTED.search(text))
        here = self.within(clause)
        time, subject = self._time(text, speaker), self._subject(text, has_count, speaker)
        topic = self.topic
        quantities = vocabulary().quantities
        if _REQUESTS.search(text) or any(quantities[s.code].about == "requests" for s in said):
            topic = "requests"
        elif vocabulary().elsewhere.search(vocabulary().phrases.sub(" ", text)):
            topic = "other"
        is_here = self.is_here or topic != self.topic
        words = vocabulary().phrases.sub(" ", speaker.plain(text))
        is_listed = here.is_listed or (has_count and bool(vocabulary().parts.search(words)))
        # What 其中 counts of others says nothing of the next sentence.
        is_aside = here.is_part and not here.leads
        is_away = "whole" not in (time, subject) or time != subject
        return replace(
            here._counting(said, has_count),
            time=time,
            subject=subject,
            topic=topic,
            is_here=is_here,
            doubted=self._doubted(said, clause),
            is_part=here.is_part and (here.leads or not clause.closes),
            is_listed=is_listed and not clause.closes,
            is_now=self.is_now or bool(NOW.search(speaker.plain(text))),
            is_past=self.is_past or (not has_count and _is_past(speaker.plain(text))),
            is_ours=self.is_ours or speaker.is_named(text),
            counted=is_away and (self.counted or (has_count and not is_aside)),
            seen=self.seen
            | {one.code for one in said}
            | {"whole" for one in said if one.code == "received" and one.scope == "whole"}
            | {f"{one.code}!" for one in said if one.scope == "whole"}
            | _cases_of(clause.text)
            | ({"papers"} if "规范性文件" in text else set()),
        )

    def within(self, clause: Clause) -> Frame:
        """The frame in which the numbers of a clause stand."""
        return replace(
            self,
            topic="requests" if self._is_of_requests(clause.text) else self.topic,
            is_part=self.is_part or "其中" in clause.text,
            under=worst(self.under, self.parent) if "其中" in clause.text else self.under,
            leads=self.leads or (clause.start == 0 and clause.text.startswith("其中")),
            is_linked=self.is_linked or bool(_LINKED.search(clause.text)),
        )

    def scope_of(self, quantity: Quantity, words: str, speaker: Speaker) -> Scope:
        """What a number is about, by the words before it and by what was said before."""
        said = words
        if quantity.own:
            said = quantity.without_own(vocabulary().phrases.sub(" ", speaker.plain(words)))
        if quantity.is_by_government:
            said = speaker.without_government(said)
        own = speaker.scope_of(f"全年{said}" if self.is_now else said)
        is_now = NOW.search(speaker.plain(words)) or (quantity.is_stock and self.time == "unsure")
        time = "whole" if is_now else self.time
        if is_now and self.is_past and not _THIS.search(speaker.plain(words)):
            time = "unsure"
        subject = "whole" if speaker.is_named(words) else self.subject
        is_told = quantity.about != "cases" and f"{quantity.code}!" in self.seen
        is_whole = not is_told and quantity.whole and quantity.whole.search(words)
        is_part_of = self.is_part and quantity.kind == "all" and not is_whole
        part: Scope = "narrower" if is_part_of else "whole"
        is_total = bool(_TOTAL.search(words)) and not self.is_part
        is_listed = self.is_listed and quantity.about != "cases" and not is_total
        listed: Scope = "unsure" if is_listed else "whole"
        is_other = quantity.about == "requests" and self.is_here and self.topic == "other"
        is_named_case = quantity.about == "cases" and bool(_LINKED.search(words))
        is_doubted = quantity.about in self.doubted and quantity.code != "received"
        is_doubted |= quantity.about == "cases" and "requests" in self.doubted
        is_part = quantity.is_of_requests("part")
        is_strange = self.is_strange and is_part
        is_unsure = is_other or (is_doubted and not is_named_case) or is_strange
        others: Scope = "unsure" if is_unsure else "whole"
        under = self.under if is_part else "whole"
        return worst(own, time, subject, part, listed, others, under)

    def _is_of_requests(self, text: str) -> bool:
        is_free = not (self.is_here and self.topic == "other")
        return bool(_REQUESTS.search(text) or (is_free and _RESULTS.search(text)))

    def _counting(self, said: Sequence[Found], has_count: bool) -> Frame:
        """The frame with what 其中 would now be of."""
        quantities, counts = vocabulary().quantities, _counts(said)
        every = [one for one in counts if quantities[one.code].is_of_requests("all")]
        if every:
            scope = every[-1].scope
            return replace(self, parent=scope, under="whole", is_strange=False)
        if self.is_part or not _ALL.isdisjoint(self.seen):
            return self
        if has_count and not counts:
            return replace(self, parent="unsure", is_strange=True)
        if any(one.code in _CARRIED for one in counts):
            return replace(self, parent="unsure")
        return self

    def _doubted(self, said: Sequence[Found], clause: Clause) -> frozenset[About]:
        quantities, counts = vocabulary().quantities, _counts(said)
        doubted = set(self.doubted)
        for one in counts:
            quantity = quantities[one.code]
            if quantity.kind == "all":
                doubted.discard(quantity.about)
            if one.scope != "whole" and (quantity.kind == "all" or quantity.about == "cases"):
                doubted.add(quantity.about)
        cases = [one for one in counts if quantities[one.code].about == "cases"]
        if not cases and _has_cases(clause.text):
            doubted.add("cases")
        if clause.closes and "whole" in self.seen:
            doubted.discard("requests")
        return frozenset(doubted)

    def _time(self, text: str, speaker: Speaker) -> Scope:
        said, time = speaker.plain(text), speaker.time_of(text)
        span = vocabulary().spans.search(said)
        if span is not None and span.group() != "累计" and not NOW.search(said):
            time = worst(time, "unsure")
        if _MOST.search(said):
            time = worst(time, "unsure")
        return time if time != "whole" or NOW.search(said) else self.time

    def _subject(self, text: str, has_count: bool, speaker: Speaker) -> Scope:
        text = _ADDRESSED.sub("", text)
        led = _LED.match(speaker.plain(text))
        said = speaker.subject_of(text) if has_count else "whole"
        if said == "whole" and led and speaker.subject_of(led["who"]) != "whole":
            said = "unsure"
        return said if said != "whole" or speaker.is_named(text) else self.subject


def _cases_of(text: str) -> set[str]:
    """Which kind of cases a clause has counted, if it is one kind."""
    named = {code for word, code in _KINDS.items() if word in text}
    return named if len(named) == 1 and COUNTED.search(text) else set()


def _before(seen: frozenset[str]) -> frozenset[str]:
    """What the next sentence may go on with: documents, or cases where it was one kind."""
    cases = seen & {"reviewed", "litigated"}
    found = {f"{code}_before" for code in cases if len(cases) == 1}
    is_documents = any(code.startswith("documents_") for code in seen)
    found |= {"papers_before"} if "papers" in seen else set()
    return frozenset(found | ({"documents_before"} if is_documents else set()))


def _is_past(text: str) -> bool:
    """Whether a plain clause names another year than the report's, and only that."""
    return _PAST.search(text) is not None and not NOW.search(text)


def _has_cases(text: str) -> bool:
    """Whether a clause counts cases that none before it may have counted."""
    return bool(COUNTED.search(text) and _CASE.search(text)) and not _ENDED.search(text)


def _counts(said: Sequence[Found]) -> list[Found]:
    return [one for one in said if one.kind == "count" and not one.denied]
