"""Sentences in which a report itself gives the reason why its numbers differ from others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.reshape.stated.prose_of import prose_of

_REASON = re.compile(
    r"因(?!政府信息公开|此|为.{0,4}(?:重要|需要))|由于|原因|^注|说明:|系|所致|主要是|为此"
)
_DIFFERENCE = re.compile(
    r"不一致|不相[同等符]|不同|不符|差异|有出入|相差|调整|更正|扣除|剔除|口径|划[转入出]|移交|承接|并入"
    r"|失效|有效期|清理|重新(?:认定|统计|核定)|含上一?年|包含上一?年|不含|不包括|未计入|未纳入|机构改革|合并|撤销设立"
)
_NUMBERS = re.compile(
    r"结转|申请(?:数|件|量)|件数|数量|数据|统计|规范性文件|规章|现行有效|复议|诉讼|汇总|收费|许可|处罚"
)
LONGEST = 200


def reasons(texts: Sequence[str], paged: bool) -> tuple[tuple[str, int | None], ...]:
    """Sentences that give a reason, or a way of counting, for numbers, with their page.

    Args:
        texts: the text of each page.
        paged: whether these are pages; else there is no page to tell.
    """
    return tuple(
        (text, page if paged else None)
        for page, text in prose_of(texts)
        if len(text) <= LONGEST
        and _REASON.search(text)
        and _DIFFERENCE.search(text)
        and _NUMBERS.search(text)
    )
