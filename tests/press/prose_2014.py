"""The sentences of the reports before 2019."""

from collections.abc import Mapping
from typing import Final

from tests.press.form_2014 import COUNT, STATISTICS
from tests.press.form_2021 import CellKey
from tests.press.model import Prose
from tests.press.numbers import reading

GENERAL: Final = (
    "切实加强组织领导，完善工作机制，明确责任分工，把政府信息公开工作列入年度重点工作，统筹安排、"
    "扎实推进。",
    "健全保密审查、依申请公开和监督检查等制度，规范公开流程，推动政府信息公开工作有序开展。",
)
PROBLEMS: Final = (
    "存在的主要问题：公开内容的深度和广度有待加强，政策解读的形式还不够丰富。",
    "改进措施：进一步加强学习培训，细化公开内容，拓宽公开渠道，提高信息公开的质量和时效。",
)


def old_prose(agency: str, year: int, cells: Mapping[CellKey, str | None]) -> Prose:
    """Prose whose numbers are those of the table."""
    requests = (
        f"{year}年，共收到政府信息公开申请{_number(cells, '3.1')}件，办结{_number(cells, '3.2')}件，"
        f"答复{_number(cells, '3.3')}件，其中同意公开答复{_number(cells, '3.3.2')}件、"
        f"不同意公开答复{_number(cells, '3.3.4')}件。"
    )
    channels = (
        f"全年主动公开政府信息{_number(cells, '1.1')}条，其中通过政府网站公开"
        f"{_number(cells, '1.2.2')}条、政务微博公开{_number(cells, '1.2.3')}条、政务微信公开"
        f"{_number(cells, '1.2.4')}条。"
    )
    cases = (
        f"全年因政府信息公开被申请行政复议{_number(cells, '4')}件、提起行政诉讼"
        f"{_number(cells, '5')}件，收到举报投诉{_number(cells, '6')}件。"
    )
    return Prose(
        preface=(
            f"根据《中华人民共和国政府信息公开条例》的要求，编制{agency}{year}年政府信息公开工作年度"
            f"报告。所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
        ),
        parts=(
            GENERAL,
            (channels,),
            (requests,),
            (f"{year}年未收取任何费用。",),
            (cases,),
            PROBLEMS,
        ),
        filler=f"填报单位（盖章）：{agency}",
        signatures=("单位负责人：　　　审核人：　　　填报人：", f"填报日期：{year + 1}年1月20日"),
    )


def _number(cells: Mapping[CellKey, str | None], item: str) -> str:
    return reading(cells.get((STATISTICS, item, COUNT)))[1] or "0"
