"""The six parts of a report: missing, renamed, out of order, empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gongkai.agency import kind_of_agency
from gongkai.report import Remark
from tasks.formal.headings import Heading, Numbered, chain, headings, other_headings
from tasks.formal.prescribed import ORDINALS, Section, prescribed
from tasks.formal.text import Text

FEWEST = 3
"""With fewer of the form's headings a text is not built, or not read, by its parts."""

BRIEF = 15
"""Letters that a part about problems and improvements needs to say something."""

_PROBLEMS, _OTHER = 4, 5
_COUNT = re.compile(
    r"(?:报告|全文)[^。]{0,30}?(?:由|包括|包含|分为|分|共)[^。]{0,200}?"
    r"(?P<count>[一二三四五六七八九]|[1-9])(?:个|大)?部分"
)
_OF_REPORT = re.compile("^(?:报告|全文)[^。,;]{0,6}(?:包括|包含|分为|分|共|由)")
_PUNCTUATION = re.compile(r"[\W_]")


def of_sections(text: Text) -> tuple[Remark, ...]:
    """What is not as prescribed about the six parts.

    Args:
        text: of a report on the form of 2019 or 2021.
    """
    found = headings(text)
    known = chain(found)
    others = other_headings(text)
    return (
        *_counted(text),
        *_absent(text, found, known, others),
        *_disordered(text, found, known),
        *_empty(text, known),
    )


def _counted(text: Text) -> Iterator[Remark]:
    """The preface says of how many parts the report is, and may name them."""
    for start, sentence in text.sentences:
        match = _COUNT.search(sentence)
        if match is None:
            continue
        named = [s.accepted.search(sentence) is not None for s in prescribed().sections]
        message = _about_count(match, sentence, named)
        if message:
            quote = text.quote(start, sentence, match.group())
            yield Remark("publication.missing_section", message, quote=quote)
            return


def _about_count(match: re.Match[str], sentence: str, named: list[bool]) -> str:
    said, expected = match["count"], len(named)
    number = int(said) if said.isdigit() else ORDINALS.index(said) + 1
    if number != expected and (sum(named) > 2 or _OF_REPORT.search(match.group())):
        titles = "；".join(f"{ORDINALS[n]}、{s.title}" for n, s in enumerate(prescribed().sections))
        return (
            f"文中说本报告分为“{said}部分”，规定的格式是六个部分（{titles}），请按规定的格式补齐。"
        )
    if number == expected and expected - 2 <= sum(named) < expected and "等" not in sentence:
        sections = zip(prescribed().sections, named, strict=True)
        left = "”“".join(section.title for section, is_named in sections if not is_named)
        return (
            f"文中说本报告由“{said}部分”组成，但只列出 {sum(named)} 个，"
            f"没有列出“{left}”，请核对并补齐。"
        )
    return ""


def _absent(
    text: Text,
    found: tuple[Heading, ...],
    known: Mapping[int, Heading],
    others: tuple[Numbered, ...],
) -> Iterator[Remark]:
    """Parts whose heading is not found: renamed, or missing altogether."""
    present = {heading.part for heading in found}
    built = len(present) >= FEWEST or {0, 1, 2, 3} <= {other.number for other in others}
    if not built:
        return
    for part, section in enumerate(prescribed().sections):
        if part in present:
            continue
        number = ORDINALS[part]
        instead = _in_place(part, known, others)
        if instead is not None and section.about.search(instead.title):
            message = (
                f"第{number}部分的标题应为“{number}、{section.title}”，"
                f"文中是“{number}、{instead.title}”，请使用规定的标题。"
            )
            quote = (f"{number}、{instead.title}", text.page(instead.start))
            yield Remark("publication.renamed_section", message, quote=quote)
        elif not section.instead.search(text.tight):
            yield _missing(text, part, section, instead)


def _missing(text: Text, part: int, section: Section, instead: Numbered | None) -> Remark:
    number = ORDINALS[part]
    found, quote = "文中没有找到", None
    if instead is not None:
        found = f"文中第{number}部分是“{instead.title}”，没有找到该部分"
        quote = (f"{number}、{instead.title}", text.page(instead.start))
    message = (
        f"报告应有第{number}部分“{section.title}”，{found}，请补上该部分；没有内容的，也应保留标题并"
        "写明情况。"
    )
    return Remark("publication.missing_section", message, quote=quote)


def _in_place(
    part: int, known: Mapping[int, Heading], others: tuple[Numbered, ...]
) -> Numbered | None:
    """The other heading with a part's number between the parts before and after it."""
    first = max((h.start for p, h in known.items() if p < part), default=-1)
    last = min((h.start for p, h in known.items() if p > part), default=float("inf"))
    for other in others:
        if other.number == part and first < other.start < last:
            return other
    return None


def _disordered(
    text: Text, found: tuple[Heading, ...], known: Mapping[int, Heading]
) -> Iterator[Remark]:
    """Headings with another number than theirs, or before the part they should follow."""
    for part, section in enumerate(prescribed().sections):
        of_part = [heading for heading in found if heading.part == part]
        numbers = [heading.number for heading in of_part]
        number = ORDINALS[part]
        if numbers and None not in numbers and part not in numbers:
            printed = of_part[-1]
            wrong = ORDINALS[printed.number or 0]
            message = (
                f"“{section.title}”应为第{number}部分，文中编号为“{wrong}、”，请核对是否缺少部分或"
                "次序颠倒。"
            )
            quote = (f"{wrong}、{printed.title}", text.page(printed.start))
            yield Remark("publication.section_order", message, quote=quote)
        elif of_part and part not in known and _is_elsewhere(text, of_part[-1], known):
            message = f"第{number}部分“{section.title}”排在后面的部分之后，请按规定的次序排列。"
            quote = (f"{number}、{of_part[-1].title}", text.page(of_part[-1].start))
            yield Remark("publication.section_order", message, quote=quote)


def _is_elsewhere(text: Text, heading: Heading, known: Mapping[int, Heading]) -> bool:
    """Whether a heading stands on another page than the part after it.

    Within a page a PDF may give its text in another order than it is printed.
    """
    following = [other for part, other in known.items() if part > heading.part]
    page = text.page(heading.start)
    return not text.paged or all(text.page(other.start) != page for other in following)


def _empty(text: Text, known: Mapping[int, Heading]) -> Iterator[Remark]:
    problems, other = known.get(_PROBLEMS), known.get(_OTHER)
    if problems is not None and other is not None:
        body = text.tight[problems.end : other.start]
        message = _about_problems(body)
        if message:
            quote = (f"五、{problems.title}{body}"[:60], text.page(problems.start))
            yield Remark("publication.empty_section", message, quote=quote)
    if other is not None and not _rest(text, other.end):
        message = (
            f"第六部分“{other.title}”只有标题，没有内容；"
            "没有其他事项的，请写明“无其他需要报告的事项”，并报告收取信息处理费的情况。"
        )
        quote = (f"六、{other.title}", text.page(other.start))
        yield Remark("publication.empty_section", message, quote=quote)


def _about_problems(body: str) -> str:
    """What to say of the words under “存在的主要问题及改进情况”; empty where they are enough."""
    title = prescribed().sections[_PROBLEMS].title
    letters = _PUNCTUATION.sub("", body)
    ask = "条例第五十条要求报告存在的主要问题及改进情况，请写明具体问题和改进措施。"
    if not letters:
        return f"第五部分“{title}”只有标题，没有内容；{ask}"
    if prescribed().nothing.fullmatch(letters):
        return f"第五部分“{title}”只写了“{body}”，没有写明问题和改进情况；{ask}"
    if len(letters) < BRIEF and len(re.findall("[。;!]", body)) <= 1:
        return f"第五部分“{title}”只有一句“{body}”，没有写明问题和改进情况；{ask}"
    return ""


def _rest(text: Text, end: int) -> str:
    """What stands below the last heading, without what is no part of the report."""
    kept = []
    for line in text.lines:
        words = line.text[max(0, end - line.start) :]
        if not words:
            continue
        if prescribed().furniture.fullmatch(words):
            break
        is_signed = prescribed().signature.fullmatch(words) or kind_of_agency(words) is not None
        if not is_signed:
            kept.append(words)
    return _PUNCTUATION.sub("", "".join(kept))
