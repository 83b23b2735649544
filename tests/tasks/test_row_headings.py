"""Headings over and beside rows: the rows keep their own labels, another time or scope is held."""

from __future__ import annotations

import pytest

from gongkai.form import Form
from tasks.reshape.place import place
from tasks.reshape.placing import Placed
from tests.tasks.test_place import applications, grid, rules, value

YEAR = 2024


def _placed(form: Form, heading: str, before: str, corner: str = "") -> Placed:
    """Table 三 with a heading in a row of its own above an item's row."""
    rows = applications(form)
    rows[0][0] = corner
    table = form.table["applications"]
    at = next(n for n, row in enumerate(rows) if row[0] == table.item[before].label)
    if heading:
        rows.insert(at, [heading, *[None] * 7])
    return place(table, [grid(rows)], YEAR)


@pytest.mark.parametrize(
    "heading",
    [
        "（三）不予公开",
        "三、本年度办理结果",
        f"三、{YEAR}年度办理结果",
        "不予公开（本机关）",
        "其中：",
    ],
)
def test_the_forms_own_headings_say_nothing(form: Form, heading: str) -> None:
    placed = _placed(form, heading, "3.3.1")
    assert not {"reading.other_year", "reading.label_doubtful"} & set(rules(placed))
    assert value(placed, "3.3.1", "total") is not None


@pytest.mark.parametrize(
    "heading",
    [
        "（三）上年度不予公开",
        "（三）不予公开（上半年）",
        f"（三）{YEAR - 1}年不予公开",
        "三、上年度办理结果",
        "历年累计",
        "第四季度",
    ],
)
def test_a_heading_of_another_time_is_held_for_its_rows(form: Form, heading: str) -> None:
    placed = _placed(form, heading, "3.3.1")
    (said,) = [
        r for r in placed.remarks if r.rule in ("reading.other_year", "reading.label_doubtful")
    ]
    assert ("applications", "3.3.8", "total") in said.cells
    assert ("applications", "1", "total") not in said.cells
    assert heading in said.message


@pytest.mark.parametrize(
    "heading", ["（三）不予公开（全市合计）", "（三）不予公开（其中涉企）", "全市汇总"]
)
def test_a_heading_of_another_scope_is_held_for_its_rows(form: Form, heading: str) -> None:
    assert "reading.label_doubtful" in rules(_placed(form, heading, "3.3.1"))


def test_a_heading_of_another_group_is_told(form: Form) -> None:
    placed = _placed(form, "（四）无法提供", "3.3.1")
    (said,) = [r for r in placed.remarks if r.rule == "reading.label_variant"]
    assert "无法提供" in said.message
    assert value(placed, "3.3.1", "total") is not None


@pytest.mark.parametrize(
    ("corner", "held"),
    [
        ("", False),
        ("项目", False),
        ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", False),
        (f"{YEAR}年度", False),
        ("上年度", True),
        (f"{YEAR - 1}年数据", True),
        ("上半年", True),
        ("全市汇总数", True),
    ],
)
def test_what_stands_above_the_labels_is_of_all_rows(form: Form, corner: str, held: bool) -> None:
    placed = _placed(form, "", "1", corner)
    said = {"reading.other_year", "reading.label_doubtful"} & set(rules(placed))
    assert bool(said) == held


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("1", f"一、{YEAR}年新收政府信息公开申请数量"),
        ("1", "一、本年收到政府信息公开申请数量（含网上申请、信函申请）"),
        ("2", f"二、{YEAR - 1}年结转政府信息公开申请数量"),
        ("4", f"四、结转至{YEAR + 1}年继续办理"),
        ("3.3.7", "7.属于行政执法卷宗"),
        ("3.5.2", "2.重复性申请"),
    ],
)
def test_a_year_written_out_and_other_nouns_are_the_same(form: Form, item: str, label: str) -> None:
    rows = applications(form)
    table = form.table["applications"]
    at = next(n for n, row in enumerate(rows) if row[0] == table.item[item].label)
    rows[at][0] = label
    placed = place(table, [grid(rows)], YEAR)
    assert set(rules(placed)) <= {"reading.label_variant"}
    assert value(placed, item, "natural_person") is not None


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("1", f"一、{YEAR - 1}年新收政府信息公开申请数量"),
        ("1", "一、本年新收政府信息公开申请数量（含网上申请，不含信函）"),
        ("1", "一、本年新收政府信息公开申请数量（含下属单位）"),
        ("2", f"二、{YEAR}年结转政府信息公开申请数量"),
        ("4", f"四、结转至{YEAR}年继续办理"),
    ],
)
def test_another_year_or_part_is_held(form: Form, item: str, label: str) -> None:
    rows = applications(form)
    table = form.table["applications"]
    at = next(n for n, row in enumerate(rows) if row[0] == table.item[item].label)
    rows[at][0] = label
    placed = place(table, [grid(rows)], YEAR)
    held = {"reading.label_doubtful", "reading.unknown_row", "reading.ambiguous_row"}
    assert held & set(rules(placed))
