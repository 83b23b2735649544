"""How a printed label speaks for a declared one by its words."""

from __future__ import annotations

from itertools import combinations

import pytest

from gongkai.form import Form, forms
from gongkai.label import Label, core
from gongkai.likeness import SURE, Grade, distance, grade_of, likenesses, most_like

SURELY: list[tuple[str, str, Grade]] = [
    ("政府规章", "规章", "reworded"),
    ("本年度处理决定数量", "本年处理决定数量", "reworded"),
    ("纠正结果", "结果纠正", "reworded"),
    ("重复申请的", "重复申请", "reworded"),
    ("各类行政规范性文件", "行政规范性文件", "reworded"),
    ("保护第三方合法权利", "保护第三方合法权益", "mistyped"),
    ("属于国家机密", "属于国家秘密", "mistyped"),
    ("属于国家密秘", "属于国家秘密", "reworded"),
    ("危机三安全一稳定", "危及三安全一稳定", "mistyped"),
    ("属于三类内部事物信息", "属于三类内部事务信息", "mistyped"),
    ("行攻处罚", "行政处罚", "mistyped"),
    ("行政处处罚", "行政处罚", "mistyped"),
    ("法律服务机沟", "法律服务机构", "mistyped"),
    ("末经复议直接起诉", "未经复议直接起诉", "same"),
    ("其他法律行政止公开", "其他法律行政法规禁止公开", "shortened"),
]

OTHERWISE = [
    ("现行失效件数", "现行有效件数"),
    ("行政处分", "行政处罚"),
    ("行政处理", "行政处罚"),
    ("行政认可", "行政许可"),
    ("规定", "规章"),
    ("规张", "规章"),
    ("其他规章", "规章"),
    ("逾期办结数", "延期办结数"),
    ("上年处理决定数量", "本年处理决定数量"),
    ("前期处理决定数量", "本年处理决定数量"),
    ("本年退费金额", "本年收费金额"),
    ("结果撤销", "结果纠正"),
    ("已经审结", "尚未审结"),
    ("历年新收政府信息公开申请数量", "本年新收政府信息公开申请数量"),
    ("结转上年度继续办理", "结转下年度继续办理"),
    ("其他法律行政法规准许公开", "其他法律行政法规禁止公开"),
    ("不予公开", "予以公开"),
    ("行政事业性收费项目数", "行政事业性收费"),
    ("行政性收费", "行政事业性收费"),
    ("事业性收费", "行政事业性收费"),
    ("行政许可项目数", "行政许可"),
    ("本年处理决定公开数量", "本年处理决定数量"),
    ("本年制发份数", "本年制发件数"),
    ("未要求提供公开出版物", "要求提供公开出版物"),
    ("经复议直接起诉", "未经复议直接起诉"),
    ("末要求提供公开出版物", "要求提供公开出版物"),
    ("本年审批决定数量", "本年处理决定数量"),
]


@pytest.mark.parametrize(("printed", "declared", "grade"), SURELY)
def test_what_agencies_do_to_a_label_changes_nothing(
    printed: str, declared: str, grade: Grade
) -> None:
    assert grade_of(printed, declared) == grade


@pytest.mark.parametrize(("printed", "declared"), OTHERWISE)
def test_a_word_of_another_sense_is_never_a_slip(printed: str, declared: str) -> None:
    assert grade_of(printed, declared) not in SURE


def test_exchanged_neighbours_count_as_one_letter() -> None:
    assert distance("属于国家密秘", "属于国家秘密") == 1
    assert distance("", "规章") == 2


def test_no_two_labels_of_a_table_are_one_but_for_words_without_meaning() -> None:
    for form in forms().values():
        for table in form.tables:
            for entries in (table.items, table.measures):
                for one, other in combinations(entries, 2):
                    cores = [
                        {"".join(sorted(core(label.words))) for label in entry.labels}
                        for entry in (one, other)
                    ]
                    recurring = {b.words for b in one.labels} & {b.words for b in other.labels}
                    shared = {c for c in cores[0] & cores[1] if len(c) > 1}
                    assert recurring or not shared, (table.table, one.code, other.code, shared)


def test_every_label_of_a_form_is_nearest_to_its_own_item() -> None:
    for form in forms().values():
        for table in form.tables:
            items = [(item.code, item.labels) for item in table.items]
            for item in table.items:
                found = likenesses(item.labels[0], items)
                same = {one.code for one in found if one.grade == "same"}
                assert item.code in same


def test_a_heading_as_near_to_two_measures_is_neither() -> None:
    candidates = [("a", [Label("", "本年甲类件数")]), ("b", [Label("", "本年乙类件数")])]
    assert most_like(Label("", "本年丙类件数"), candidates) is None
    assert most_like(Label("", "本年甲类数"), candidates) == "a"


def _candidates(form: Form) -> list[tuple[str, tuple[Label, ...]]]:
    return [(item.code, item.labels) for item in form.table["applications"].items]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("2.其他法律行政止公开", "3.3.2"),
        ("5.要求行政机关确认或重新出具获取信息", "3.5.5"),
        ("1.申请人无正当理由逾期不补正，行政机关不再处理其申请", "3.6.1"),
    ],
)
def test_a_misprint_is_known_by_its_likeness(form: Form, printed: str, code: str) -> None:
    assert most_like(Label.of(printed), _candidates(form)) == code


@pytest.mark.parametrize("printed", ["属于", "备注：含上年结转", ""])
def test_what_is_not_clearly_one_label_is_none(form: Form, printed: str) -> None:
    assert most_like(Label.of(printed), _candidates(form)) is None


def test_two_equally_like_candidates_are_refused() -> None:
    candidates = [("a", [Label.of("属于甲类内部信息")]), ("b", [Label.of("属于乙类内部信息")])]
    assert most_like(Label.of("属于丙类内部信息"), candidates) is None
