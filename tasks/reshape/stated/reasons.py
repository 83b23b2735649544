"""Sentences in which a report itself gives the reason why its numbers differ from others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai.text import BREAK
from tasks.reshape.stated.body import body

_LONGEST = 200
"""Letters of a sentence that is still a remark."""

_THING = (
    r"(?:结转|申请(?:数|件|量|总)|件数|数量|数据|规范性文件|规章|复议|诉讼|总数|总计|收费金额"
    r"|许可|处罚|强制)"
)
_DIFFERS = (
    r"(?:不(?:尽|完全)?一致|不相[同等符]|不(?:尽)?相同|不符|存在差异|有(?:所)?(?:差异|出入|差别)|不衔接|对不上"
    r"|相差|差异|之和|[数件]合计)"
)
_CHANGES = (
    r"(?:(?:相应|有所|大幅|明显)?(?:减少|增加|调[减增整]|核[减增]|变动|变化)|自动失效|一并计入|重新(?:统计|核定|认定)"
    r"|(?:已|现|特此|数据|予以|进行了?)更正|误[填报计]|(?:划[转入出]|移交|并入|承接|剔除|扣除)(?!工作))"
)
_REASON = (
    r"(?<!原)因(?!此|而|地|势|人|素|公|政府信息公开|信息公开|依申请)|由于|原因(?:是|为|系)?|系[因由]?"
    r"|所致|主要是"
)
_WHY = (
    r"机构改革|职能(?:划转|调整|变更|整合|移交)|职责(?:划转|调整|整合|移交)|口径|区划|合并|撤销"
    r"|有效期(?:届满|已?满|已?到)|到期|自动失效|(?:集中|全面|专项)?清理|划转|移交|并入"
    r"|统计(?:方法|范围|标准|方式|错误|失误|误差)|填报(?:错误|有误|失误)|误[填报计]|漏[填报计]"
    r"|重新(?:统计|核定|认定)|并案|撤回"
)
_COUNTED = (
    r"(?:含|包含|包括|不含|不包括|未含|计入|未计入|不计入|未纳入|剔除|扣除|更正)"
    r"[^,;。]{0,20}(?:结转|上一?年|往年|数量|件数|申请|案件|系统|单位|部门|镇|街道|\d+[件起])"
)
_NOTE = re.compile(
    r"[(*※]?(?:注|说明|备注|附注)\d?[:、.]|[^,;。]{0,12}(?:需要|特此|特别|有关情况)说明"
)
_GIVEN = re.compile(
    rf"(?:{_REASON})[^;。]{{0,60}}?(?:{_WHY})|(?:{_WHY})[^;。]{{0,20}}?(?:原因|所致|影响|导致|,)"
)
_DEVIATION = re.compile(
    rf"{_THING}[^;。]{{0,40}}?(?:{_DIFFERS}|{_CHANGES})|(?:{_DIFFERS}|{_CHANGES})[^;。]{{0,30}}?{_THING}"
)
_DIFFERENCE = re.compile(rf"{_THING}[^;。]{{0,40}}?{_DIFFERS}")
_RULE = re.compile(rf"(?:{_THING}|数)[^;。]{{0,20}}?{_COUNTED}|统计(?:口径|范围)")
_BECAUSE = re.compile(_REASON)
_PLAN = re.compile(
    r"下一步|将(?:进一步|继续|加强|持续)|力争|确保|存在的?(?:主要)?(?:问题|不足)|进一步(?:加强|提升|完善|规范)|不够|栏目|网站|链接|页面"
)


def reasons(texts: Sequence[str], paged: bool) -> tuple[tuple[str, int | None], ...]:
    """Sentences that give a reason, or a rule of counting, for numbers that differ.

    Args:
        texts: the text of each page, tables and all.
        paged: whether these are pages; else there is none to tell.

    Returns:
        The sentences in their order, each with the page it begins on.
    """
    return tuple(
        (sentence.text.replace(BREAK, ""), sentence.page if paged else None)
        for sentence in body(texts)
        if _is_reason(sentence.text)
    )


def _is_reason(text: str) -> bool:
    if len(text) > _LONGEST or _PLAN.search(text):
        return False
    if _NOTE.match(text):
        return bool(_DEVIATION.search(text) or _RULE.search(text))
    if _DIFFERENCE.search(text):
        return bool(_BECAUSE.search(text) or _GIVEN.search(text))
    return bool(_GIVEN.search(text) and _DEVIATION.search(text))
