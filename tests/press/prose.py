"""The sentences around the tables, in the language such reports are written in."""

from collections.abc import Mapping
from random import Random
from typing import Final

from tests.press.form_2021 import APPLICATIONS, REVIEW, CellKey
from tests.press.forms import FormName
from tests.press.model import Prose
from tests.press.numbers import reading
from tests.press.prose_2014 import old_prose

FILLERS: Final = (
    "（一）主动公开情况。围绕群众关心关注的重点领域，及时公开政策文件、规划计划和财政预决算等"
    "信息，做好政策解读和回应关切工作。",
    "（二）依申请公开情况。畅通申请渠道，规范登记、审核、办理、答复、归档各环节，依法保障申请人"
    "合法权益。",
    "（三）政府信息管理情况。落实先审后发制度，严格保密审查，动态调整主动公开目录，定期清理现行"
    "有效的规范性文件。",
    "（四）政府信息公开平台建设情况。加强政府网站和政务新媒体管理，及时更新栏目内容，方便公众检索、"
    "查阅和下载。",
    "（五）监督保障情况。明确分管领导和责任科室，组织业务培训，开展日常检查，未发生责任追究情形。",
    "坚持以公开为常态、不公开为例外，把政务公开工作与业务工作同部署、同推进、同落实。",
    "聚焦优化营商环境，集中公开惠企政策和办事指南，推动政策直达基层、直达企业。",
    "依托便民服务中心设立政务公开专区，提供查询、咨询和打印服务，配备专人引导。",
)
"""Paragraphs that say nothing particular; printed to push a table down a page."""

UNNUMBERED: Final = 5
"""The fillers from here on have no number of their own."""

PROBLEMS: Final = (
    "存在的主要问题：一是主动公开的深度还不够，二是政策解读的形式较为单一，三是业务人员的能力有待"
    "提升。",
    "改进情况：加强业务培训，丰富解读形式，完善工作机制，推动政府信息公开工作提质增效。",
)


def official_prose(
    agency: str, year: int, cells: Mapping[CellKey, str | None], form: FormName = "2021"
) -> Prose:
    """Prose whose numbers are those of the tables."""
    if form == "2014":
        return old_prose(agency, year, cells)
    new, earlier, done, later = (_total(cells, item) for item in ("1", "2", "3.7", "4"))
    review = _cases(cells, "reconsideration")
    suits = _cases(cells, "litigation_direct") + _cases(cells, "litigation_after_reconsideration")
    requests = (
        f"{year}年，共收到政府信息公开申请{new}件，上年结转{earlier}件，办结{done}件，"
        f"结转下年度继续办理{later}件。"
    )
    cases = f"因政府信息公开被申请行政复议{review}件、提起行政诉讼{suits}件。"
    return Prose(
        preface=(preface(agency, year, form),),
        overview=(FILLERS[0], requests + cases),
        problems=PROBLEMS,
        other=(f"{year}年度未收取政府信息公开信息处理费。无其他需要报告的事项。",),
    )


def preface(agency: str, year: int, form: FormName = "2021") -> str:
    """The paragraph under the title."""
    trial = "（试行）" if form == "2019" else ""
    return (
        f"本报告由{agency}根据《中华人民共和国政府信息公开条例》和《政府信息公开工作年度报告格式"
        f"{trial}》编制。所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    )


def statistics_table(rng: Random) -> tuple[tuple[str, ...], ...]:
    """A table that is none of the form's, as agencies like to put into part 一."""
    channels = ("政府网站", "政务微信", "政府公报", "其他方式")
    rows = [(channel, f"{rng.randint(0, 9999)}", f"{rng.randint(0, 99)}") for channel in channels]
    return (("公开渠道", "公开信息数（条）", "政策解读数（篇）"), *rows)


def _total(cells: Mapping[CellKey, str | None], item: str) -> str:
    return reading(cells.get((APPLICATIONS, item, "total")))[1] or "0"


def _cases(cells: Mapping[CellKey, str | None], item: str) -> int:
    return int(reading(cells.get((REVIEW, item, "total")))[1] or 0)
