"""Tables that agencies print beside the form's."""

from random import Random
from typing import Literal

from tests.press.model import Extra
from tests.press.prose import statistics_table

Above = Literal["section.2", "section.3", "section.4", "section.5", "end"]


def budget(rng: Random, above: Above) -> Extra:
    """Money, none of which the form asks for."""
    items = ("政务公开专项经费", "网站运行维护费", "业务培训费", "印刷费")
    rows = [
        (item, f"{rng.randint(1, 90_000) / 100:.2f}", f"{rng.randint(1, 90_000) / 100:.2f}")
        for item in items
    ]
    return Extra(
        above, (("项目", "预算数（万元）", "执行数（万元）"), *rows), "政务公开经费预算执行情况"
    )


def channels(rng: Random, above: Above) -> Extra:
    """How much was published where."""
    return Extra(above, statistics_table(rng), "信息公开渠道统计")


def receiving(rng: Random, above: Above) -> Extra:
    """A table in the words of table 三, which it is not."""
    head = ("受理渠道", "自然人", "法人或其他组织", "合计")
    rows = []
    for way in ("现场受理", "网上受理", "信函受理"):
        persons, others = rng.randint(0, 60), rng.randint(0, 9)
        rows.append((way, str(persons), str(others), str(persons + others)))
    return Extra(above, (head, *rows), "政务服务窗口咨询受理情况")


def offices(rng: Random, above: Above) -> Extra:
    """A table in the words of tables 二 and 四, which it is not."""
    head = ("科室", "行政许可事项", "行政处罚事项", "行政复议代理")
    rows = [
        (office, *(str(rng.randint(0, 40)) for _ in head[1:]))
        for office in ("办公室", "法规科", "审批科", "综合科")
    ]
    return Extra(above, (head, *rows), "各科室权责事项数量")


def tasks(rng: Random, above: Above) -> Extra:
    """A long table of an appendix."""
    head = ("序号", "重点任务", "计划数", "完成数", "完成率")
    names = (
        "政策解读",
        "在线访谈",
        "新闻发布会",
        "政府公报",
        "专题培训",
        "网站栏目更新",
        "意见征集",
        "政府开放日",
    )
    rows = []
    for number, name in enumerate(names, start=1):
        planned = rng.randint(2, 60)
        done = rng.randint(1, planned)
        rows.append((str(number), name, str(planned), str(done), f"{done / planned:.1%}"))
    return Extra(above, (head, *rows), "附件：政务公开重点任务完成情况")
