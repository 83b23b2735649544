"""Whose mistake a failure is, in the sentence that a person of the office reads.

What is proved is said, and what it does not prove is said beside it: that two readers agree
proves the reading; of a question it is left open what the numbers are about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from expectations.finding import Finding
from expectations.rules import Level, rule_book
from expectations.whose import may_add_up
from gongkai.confidence import Agreement
from gongkai.verdict import VERDICTS, Whose

SENTENCES: Final[Mapping[Whose, str]] = {
    "source": "所涉数字两次独立读取一致，照原文所印不能成立，请机关核对更正。",
    "agreed": "所涉数字两次独立读取一致，原文所印即所读，不是读错。",
    "extraction": "两次独立读取结果不同，或读取的位置有误，是我们没有读准，"
    "核定之前不发布，不必退机关。",
    "undecided": "请先对照原文核定；确属原文问题的，再请机关更正。",
}

LEFT_OPEN: Final[Mapping[Level, str]] = {
    "prose": "正文和表格所指的范围、时间可能不同，只凭两数不等不能断定哪一处有误，"
    "请机关说明或更正。",
    "years": "两个年度的报告对不上，只凭这一点不能断定是哪一年有误，也可能另有原因，"
    "请机关说明或更正。",
    "agencies": "本级与下级的报告对不上，只凭这一点不能断定是哪一份有误，请双方核对。",
}
"""What agreeing readers do not prove, by the level of the rule."""

_BLANK = "其中有空格，空格不是零，应填什么数无从断定，请机关核对补填。"
_UNUSUAL = "是否有误要看实际情况，请机关核对。"


def sentence(finding: Finding, agreements: Sequence[Agreement]) -> str:
    """Whose mistake a failure is; empty for what is no failure, or no mistake of any number.

    Args:
        finding: one finding.
        agreements: of each of its cells, whether the second reader confirms it.
    """
    is_no_mistake = finding.outcome != "fail" or finding.severity == "info"
    is_of_no_number = rule_book()[finding.rule].level == "publication" and not agreements
    if is_no_mistake or is_of_no_number or finding.rule.startswith("report."):
        return ""
    said = f"{VERDICTS[finding.verdict]}：{_why_open(finding, agreements)}"
    said += SENTENCES[finding.verdict]
    return said + (_left_open(finding) if finding.verdict == "agreed" else "")


def _left_open(finding: Finding) -> str:
    rule = rule_book()[finding.rule]
    if may_add_up(finding) and rule.kind != "noticed":
        return _BLANK
    return LEFT_OPEN.get(rule.level, _UNUSUAL)


def _why_open(finding: Finding, agreements: Sequence[Agreement]) -> str:
    """Why nothing can be said yet, where that is known."""
    if finding.verdict != "undecided" or not agreements:
        return ""
    unconfirmed = sum(said != "agree" for said in agreements)
    if unconfirmed:
        return f"所涉 {len(agreements)} 格中有 {unconfirmed} 格没有经两次独立读取证实，"
    return "数字两次独立读取一致，但对这些格的读法另有疑问（见其他各条），"
