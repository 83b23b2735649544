"""Printed labels against declared ones."""

from __future__ import annotations

import pytest

from gongkai.label import LOST_LOCALLY, Label, is_misprint, is_same, normalise


@pytest.mark.parametrize(
    ("printed", "declared"),
    [
        (
            "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        ),
        ("1. 属 于 国 家 秘 密", "1.属于国家秘密"),
        ("１．属于国家秘密", "1.属于国家秘密"),
        ("3.危及“三安全一稳定”", '3.危及"三安全一稳定"'),
        ("（七） 总 计", "（七）总计"),
        ("四、结转下年度\n继续办理", "四、结转下年度继续办理"),
    ],
)
def test_same_label_in_another_dress(printed: str, declared: str) -> None:
    assert is_same(Label.of(printed), Label.of(declared))


def test_short_labels_need_their_number() -> None:
    declared = Label.of("3.其他")
    assert is_same(Label.of("3、其他"), declared)
    assert not is_same(Label.of("其他"), declared)
    assert not is_same(Label.of("2.其他"), declared)


def test_a_number_counts_only_where_punctuation_sets_it_off() -> None:
    assert Label.of("三安全一稳定") == Label("", "三安全一稳定")
    assert Label.of("三、本年度办理结果") == Label("三", "本年度办理结果")


def test_normalise_keeps_letters_and_digits_only() -> None:
    assert normalise("第二十条第（一）项 \n１") == "第二十条第一项1"


@pytest.mark.parametrize(
    ("printed", "declared", "same"),
    [
        ("其他法律行政止公开", "其他法律行政法规禁止公开", True),
        ("属于行政执法案卷类信息", "属于行政执法案卷", True),
        ("末经复议直接起诉", "未经复议直接起诉", True),
        ("维持结果维持", "结果维持", True),
        ("4不同意公开答复数", "不同意公开答复数", True),
        ("现行失效件数", "现行有效件数", False),
        ("本年退费金额", "本年收费金额", False),
        ("其他法律行政法规准许公开", "其他法律行政法规禁止公开", False),
        ("予以部分公开", "予以公开", False),
        ("同意全部公开答复数", "同意部分公开答复数", False),
        ("撤销具体行政行为数", "维持具体行政行为数", False),
        ("本级政府网站公开政府信息数", "政府网站公开政府信息数", False),
        ("2022年处理决定数量", "本年处理决定数量", False),
    ],
)
def test_a_label_with_other_words_may_be_another_thing(
    printed: str, declared: str, same: bool
) -> None:
    assert is_misprint(printed, declared) is same


def test_fewer_letters_may_be_lost_where_agencies_print_rows_of_their_own() -> None:
    assert is_misprint("微博回应事件数", "微博微信回应事件数")
    assert not is_misprint("微博回应事件数", "微博微信回应事件数", LOST_LOCALLY)
