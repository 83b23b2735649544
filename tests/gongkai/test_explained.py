"""What stands in brackets behind a label."""

from __future__ import annotations

import pytest

from gongkai.explained import explained, is_narrowed

HARMLESS = [
    "规范性文件（指各行政机关印发的有正式文号的文件）",
    "规章（设区的市、自治州人民政府应提供相关数据）",
    "本年增/减（指…，减用负值表示，如-8）",
    "处理决定数量（指2019年办件量）",
    "本年收费金额（单位：万元，保留两位小数）",
    "行政许可（件）",
    "自然人（个人）",
    "行政处罚【以系统登记为准】",
    "规章（根据国办公开办函〔2021〕30号统计，没有的填“0”）",
]

TURNING = [
    "行政处罚（历年累计）",
    "行政处罚（含下级机关）",
    "行政处罚（其中网上办理）",
    "行政处罚（仅一季度）",
    "行政处罚（指2018年办件量）",
    "本年制发件数（%）",
    "本年制发件数（百件）",
    "本年制发件数（单位：页）",
    "本年制发件数（单位：部门）",
    "行政许可（占比）",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_an_explanation_changes_nothing(text: str) -> None:
    label, explanation = explained(text)
    assert label and explanation
    assert not is_narrowed(explanation, label, 2019)


@pytest.mark.parametrize("text", TURNING)
def test_another_time_part_or_unit_is_no_explanation(text: str) -> None:
    label, explanation = explained(text)
    assert is_narrowed(explanation, label, 2019)


def test_a_number_in_brackets_is_part_of_the_label() -> None:
    assert explained("（二）部分公开") == ("（二）部分公开", "")
    assert explained("第二十条第（五）项（以台账为准）") == ("第二十条第（五）项", "以台账为准")


def test_what_a_label_may_say_turns_nothing() -> None:
    assert is_narrowed("历史累计", "现行有效件数", 2023)
    assert not is_narrowed("历史累计", "现行有效件数", 2023, ["历史累计"])
    assert not is_narrowed("指2018年事项数", "上一年项目数量", 2019)


@pytest.mark.parametrize(
    "text",
    ["行政许可（注销）", "行政许可（变更）", "行政处罚（减轻）", "行政强制（解除）", "商业企业（外资）",
     "行政事业性收费（退费）", "行政强制（申请法院）"],
)  # fmt: skip
def test_a_bracket_that_names_another_act_or_group_is_no_explanation(text: str) -> None:
    label, explanation = explained(text)
    assert is_narrowed(explanation, label, 2024)
