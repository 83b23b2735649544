"""The prose of a report that has tables: its sentences, without the text of the tables.

A table comes as lines of labels and numbers, wrapped and in any order. A line is of a
table if it is one where tables stand and says nothing but labels and numbers; what is left
between them is a note only if it is a whole sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gongkai.form import forms
from gongkai.text import BREAK, STOP, Joined, closed_up, joined, sentences

LONGEST = 400
"""Letters of a sentence that is still read; beyond it, it is something run together."""

_FOOT = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/,共]*\s*\d{1,4}\s*页?)?[-—–·\s]*")
"""A line that is a page's number."""

_EDGE = 2
"""Lines at the head and foot of a page among which its number stands."""

_NUMBERS = re.compile(r"[\s\d.,/\\—–_+-]*|[\s无件项条万元]*")
"""A line of numbers, and of signs for none."""

_ENDING = re.compile(
    r"(?:(?<!\s)\s*+(?:(?<![\d.,])[\d.,]++(?:万?元|件|项|条)?|(?<![/—–_-])[/—–_-]++|无)(?=\s|$))+\s*$"
)
"""The numbers of a row behind its label."""

_ROW = re.compile(r"(?:(?<=\s)|^)(?:[\d.,]+|[/—–_-]+)(?:\s+(?:[\d.,]+|[/—–_-]+)){2,}\s*$")
"""Three numbers or more at the end of a line."""

_LETTERS = re.compile(r"[^\w]|[\d_]")
"""What says nothing in a label."""

_LEAST = 4
"""Letters of a label that is one wherever it stands alone."""

_HEADING = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}(?:、|部分|\.)|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,2}[、.](?!\d))\s*(?P<words>[^。;!?]{0,60})"
)
"""A line that begins with the number of a heading or a paragraph."""

_TITLE = re.compile(r"[^,。;:!?\d]{2,30}$")
"""The words of a heading that stands in a line of its own."""

_LEAD = re.compile(
    r"(?:(?:第?[一二三四五六七八九十]{1,3}(?:、|部分|\.)|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,2}[、.](?!\d)|[一二三四五六七八九十](?:是|方面))"
    r"(?:[^,。;:!?\d]{0,30}?(?:情况|概述|概况|事项|建设|保障|管理|公开)[.:。]?(?=\d{4}年|[全本报我]))?)+"
)
"""The number of a heading, with its words where no full stop ends them."""

_NUMBERED = re.compile(r"^[第\d一二三四五六七八九十()、.]+(?:部分|[是、.])?")
_NONE = re.compile("(?:无|没有|暂无)(?:此类|相关|有关)?(?:情况)?[。.]?")
"""All that stands under a heading where there is none of it."""

_NOTE = re.compile(r"[*※]?\s*(?:注|说明|备注|附注)\s*\d?\s*[:、.]")
"""The beginning of a note below a table."""


@dataclass(frozen=True)
class Sentence:
    """A sentence in NFKC without white space.

    Attributes:
        page: where it begins.
        text: with `BREAK` where digits stood apart.
        begins: whether a heading or a number of a paragraph stands before it.
        heading: the words of that heading, if it has some.
    """

    page: int
    text: str
    begins: bool
    heading: str = ""


def body(texts: Sequence[str]) -> Iterator[Sentence]:
    """The sentences of the prose, in order.

    Args:
        texts: the text of each page, tables and all.
    """
    whole = _joined(_without_tables(_lines(texts)))
    begins, heading = False, ""
    for start, printed in sentences(whole.text):
        page = whole.page(start) or 1
        text = printed.strip(BREAK)
        lead = _LEAD.match(text)
        begins = begins or lead is not None
        rest = text[lead.end() :] if lead else text
        if not rest.strip("。!.:"):
            continue
        if lead is not None:
            heading = _words_of(lead.group())
        if lead is not None and _is_title(rest):
            heading = rest
            continue
        if heading and _NONE.fullmatch(rest):
            # Under a heading of its own: （二）依申请公开情况。无。
            rest, begins = f"{heading.rstrip('。.:')}。{rest}", True
        for place, part in enumerate(_parts(rest)):
            if len(part) <= LONGEST:
                yield Sentence(page, part, begins and place == 0, heading if begins else "")
        begins, heading = False, ""


def _words_of(lead: str) -> str:
    """The words of a heading without its number."""
    return _NUMBERED.sub("", lead)


def _parts(text: str) -> list[str]:
    """A sentence, or what its semicolons part where it is too long."""
    return [text] if len(text) <= LONGEST else [p for p in re.split("(?<=;)", text) if p]


def _is_title(text: str) -> bool:
    return (
        re.fullmatch(r"[^,;:\d]{0,20}(?:情况|概述|概况|事项|建设|保障|管理)[。.:]?", text)
        is not None
    )


@dataclass(frozen=True)
class _Line:
    page: int
    text: str


def _plain(text: str) -> str:
    """A text in NFKC, without the bars that some converters draw between cells."""
    return unicodedata.normalize("NFKC", text).replace("|", " ")


def _lines(texts: Sequence[str]) -> list[_Line]:
    """All lines in NFKC, without the pages' numbers."""
    found: list[_Line] = []
    for page, text in enumerate(texts, 1):
        lines = [t for t in _plain(text).splitlines() if t.strip()]
        for place, line in enumerate(lines):
            is_edge = place < _EDGE or place >= len(lines) - _EDGE
            # Of two lines a bare number may be the end, or the beginning, of a longer one.
            is_told = len(lines) > _EDGE or not line.strip().isdigit()
            is_foot = is_edge and is_told and len(lines) > 1 and _FOOT.fullmatch(line.strip())
            if not is_foot:
                found.append(_Line(page, line))
    return found


@lru_cache(maxsize=1)
def _labels() -> tuple[str, frozenset[str]]:
    """The letters of all labels of all forms, and each label of some length."""
    labels: set[str] = set()
    for form in forms().values():
        for table in form.tables:
            rows = (label for item in table.items for label in (item.label, *item.aliases))
            columns = (label for m in table.measures for label in (m.label, *m.aliases))
            labels.update(map(_letters, (*rows, *columns)))
    labels.update(map(_letters, _PRINTED))
    corpus = "\n".join(sorted((*labels, *map(_letters, _TITLES))))
    return corpus, frozenset(label for label in labels if len(label) >= _LEAST)


_PRINTED = (
    "第二十条第(一)项",
    "第二十条第(五)项",
    "第二十条第(六)项",
    "第二十条第(八)项",
    "第二十条第(九)项",
    "信息内容",
    "申请人情况",
    "法人或其他组织",
    "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)",
    "三、本年度办理结果",
    "(三)不予公开",
    "(四)无法提供",
    "(五)不予处理",
    "(六)其他处理",
    "行政复议",
    "行政诉讼",
    "未经复议直接起诉",
    "复议后起诉",
    "政府信息公开情况统计表",
    "统计指标",
    "单位",
    "件条篇次个人人次万元",
)
"""What the forms print beside the labels of their rows and columns."""

_TITLES = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)
"""What stands above the tables, and above prose as well."""


def _letters(text: str) -> str:
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text))


def _is_label(line: str) -> bool:
    """Whether a line is a whole label, or several, with its numbers or not."""
    words = _ENDING.sub("", line).split()
    labels = _labels()[1]
    return _letters("".join(words)) in labels or (
        bool(words) and all(_letters(word) in labels for word in words)
    )


def _is_row(line: str) -> bool:
    """Whether a line says nothing but pieces of labels and numbers."""
    if _NUMBERS.fullmatch(line) or _ROW.search(line):
        return True
    corpus = _labels()[0]
    words = _ENDING.sub("", line).split()
    return _letters("".join(words)) in corpus or all(_letters(word) in corpus for word in words)


def _without_tables(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines of prose; an end of sentence stands where a table stood."""
    strong = [place for place, line in enumerate(lines) if _is_label(line.text)]
    if not strong:
        yield from lines
        return
    last = strong[-1] + 1
    while last < len(lines) and _is_row(lines[last].text):
        last += 1
    yield from lines[: strong[0]]
    yield _Line(lines[strong[0]].page, STOP)
    run: list[_Line] = []
    for line in lines[strong[0] : last]:
        if _is_row(line.text):
            yield from _kept(run)
            run = []
        elif _NOTE.match(line.text):
            yield from _kept(run)
            run = [line]
        else:
            run.append(line)
    yield from _kept(run)
    yield _Line(lines[last - 1].page, STOP)
    yield from lines[last:]


def _kept(run: Sequence[_Line]) -> Iterator[_Line]:
    """Lines between rows of tables, up to the last full stop; a note wholly."""
    ends = [place for place, line in enumerate(run) if "。" in line.text]
    last = len(run) if run and _NOTE.match(run[0].text) else ends[-1] + 1 if ends else 0
    yield from run[:last]
    if last:
        yield _Line(run[last - 1].page, STOP)


def _joined(lines: Iterator[_Line]) -> Joined:
    """The lines as one text without white space; headings end where their line does."""
    found: list[tuple[str, int | None]] = []
    last = ""
    for line in lines:
        text = closed_up(line.text)
        if not text:
            continue
        heading = _HEADING.match(line.text)
        if heading and text != STOP:
            text = STOP + text
            if heading.end() == len(line.text) and _TITLE.fullmatch(heading["words"].strip()):
                text += STOP
        elif last[-1:].isdigit() and text[:1].isdigit() and not _is_year(last, text):
            text = BREAK + text
        found.append((text, line.page))
        last = text
    return joined(found)


def _is_year(before: str, behind: str) -> bool:
    """Whether a line ends, and the next begins, within the number of a year."""
    first, second = re.search(r"\d+$", before), re.match(r"(\d+)年", behind)
    return bool(first and second and re.fullmatch(r"20\d\d", first.group() + second[1]))
