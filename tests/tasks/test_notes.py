"""Captions and notes beside the tables, and what of them may make other numbers of theirs."""

from __future__ import annotations

import pytest

from gongkai.form import Form
from tasks.reshape.notes import notes

AGENCY = "示例市水务局"


def said(form: Form, *beside: str, title: str = "三、收到和处理政府信息公开申请情况") -> list[str]:
    lines = [title, *beside[:1], "（一）予以公开 3 0 0", "（七）总计 3 0 0", *beside[1:]]
    return [remark.rule for remark in notes(form, ["\n".join(lines)], 2024, AGENCY)]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("（数据截至2023年12月31日）", "reading.other_year"),
        ("（2024年上半年数据）", "reading.other_year"),
        ("（2023年度数据）", "reading.other_year"),
        ("注：表中行政处罚数量为2023年数据。", "reading.other_year"),
        ("下表为市发展和改革委员会数据：", "reading.note"),
        ("注：行政许可数量未含下属分局办理的320件。", "reading.note"),
        ("更正：“予以公开”与“部分公开”两行数据填反", "reading.note"),
        ("注：行政处罚应为165件。", "reading.note"),
        ("单位：百件", "reading.other_unit"),
    ],
)
def test_what_is_said_beside_a_table_may_turn_its_numbers(form: Form, line: str, rule: str) -> None:
    assert said(form, line) == [rule]
    assert said(form, "", line) == [rule]


@pytest.mark.parametrize(
    "line",
    [
        "注：2023年行政处罚为140件，今年增加16件。",
        "注：行政许可含水土保持方案审批。",
        "（注：本机关无规章制定权）",
        "填表人：张三 审核人：李四",
        "（数据截至2024年12月31日）",
        "单位：件",
        "单位：万元",
        "下表为示例市水务局数据：",
    ],
)
def test_what_only_explains_holds_nothing(form: Form, line: str) -> None:
    assert said(form, line) == []


@pytest.mark.parametrize(
    ("title", "rules"),
    [
        ("三、上一年度收到和处理政府信息公开申请情况", ["reading.other_year"]),
        ("三、2023年收到和处理政府信息公开申请情况", ["reading.other_year"]),
        ("三、2024年收到和处理政府信息公开申请情况", []),
        ("三、示例市林业局收到和处理政府信息公开申请情况", ["reading.note"]),
        ("三、本机关收到和处理政府信息公开申请情况", []),
    ],
)
def test_a_heading_may_name_another_time_or_body(form: Form, title: str, rules: list[str]) -> None:
    assert said(form, title=title) == rules
