"""Which form, which pages, which grid is which table."""

from __future__ import annotations

from gongkai.form import Form, forms
from gongkai.label import normalise
from gongkai.report import Grid
from tasks.reshape.recognise import assign, form_of, pages_with_tables
from tests.tasks.test_place import applications, disclosure, grid


def _given(form: Form, *grids: Grid) -> dict[str, int]:
    return {table: len(parts) for table, parts in assign(grids, form).items() if parts}


def _form(text: str) -> str | None:
    found = form_of(normalise(text), forms())
    return found.form if found else None


def test_the_form_is_decided_by_what_only_it_prints() -> None:
    assert _form("信息内容 本年制发件数 本年废止件数") == "2021"
    assert _form("本年新制作数量 对外公开总数量") == "2019"
    assert _form("政府信息公開情況統計表 回應解讀情況") == "2014"
    assert _form("公开数量 申请数量") is None


def test_pages_from_the_first_to_the_last_with_labels(form: Form) -> None:
    pages = [
        "一、总体情况。行政许可",
        "本年制发件数 现行有效件数",
        "图片",
        "结果维持 结果纠正",
        "五、问题",
    ]
    assert pages_with_tables(pages, form) == [2, 3, 4]
    assert pages_with_tables(["概述"], form) == []
    cut = ["本年制发件数 现行有效件数", "公开年报\n件 件 ８\n五、存在的问题", "六、其他"]
    assert pages_with_tables(cut, form) == [1, 2]


def test_each_grid_is_the_table_it_prints(form: Form) -> None:
    whole = grid(applications(form), page=2)
    assert _given(form, grid(disclosure()), whole) == {"proactive_disclosure": 1, "applications": 1}


def test_a_table_that_shares_words_with_the_form_is_not_the_form(form: Form) -> None:
    statistics = grid([["类别", "其他", "合计"], ["网站", "12", "30"]])
    licensing = grid([["事项", "数量"], ["行政许可", "7"], ["行政处罚", "8"], ["行政强制", "0"]])
    assert _given(form, statistics, licensing) == {}


def test_a_part_without_labels_goes_on_from_the_page_before(form: Form) -> None:
    rows = applications(form)
    parts = [grid(rows[:-1]), grid([["续", *["5"] * 7]], page=2)]
    assert _given(form, *parts) == {"applications": 2}
    apart = [grid(rows[:-1]), grid([["续", *["5"] * 7]], page=3)]
    assert _given(form, *apart) == {"applications": 1}


def test_a_band_alone_at_the_foot_belongs_to_what_follows(form: Form) -> None:
    rows = disclosure()
    assert _given(form, grid(rows[:1]), grid(rows[1:], page=2)) == {"proactive_disclosure": 2}
