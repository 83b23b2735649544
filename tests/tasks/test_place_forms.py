"""The older forms and the shapes agencies give the tables: blocks, glued grids, other columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from gongkai.form import Form, forms
from gongkai.report import Grid
from tasks.reshape.place import place
from tasks.reshape.recognise import assign
from tasks.reshape.unread import unread
from tests.tasks.test_place import (
    APPLICANTS,
    REVIEW_FEET,
    REVIEW_MIDDLE,
    REVIEW_TOP,
    applications,
    by_key,
    grid,
    numbers,
    rules,
    value,
)

Texts = list[list[str | None]]
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


@pytest.fixture
def trial() -> Form:
    """The 2019 form."""
    return forms()["2019"]


@pytest.fixture
def old() -> Form:
    """The 2014 form."""
    return forms()["2014"]


def statistics(form: Form, skip: Sequence[str] = ()) -> Texts:
    """The table of 2014: label, unit, count; row n holds n."""
    table = form.table["statistics"]
    groups = {group.code: group.label for group in table.groups}
    rows: Texts = [["统计指标", "单位", "统计数"]]
    for count, item in enumerate(table.items):
        for code in (item.under.partition(".")[0], item.under):
            if code in groups:
                rows.append([groups.pop(code), "——", "——"])
        if item.code not in skip:
            rows.append([item.label, item.unit, str(count)])
    return rows


# --- 四 with headings that cannot be read --------------------------------------


def test_headings_that_cannot_be_read_are_known_by_the_others(form: Form) -> None:
    feet = [*REVIEW_FEET[:3], "口口", *REVIEW_FEET[4:11], "W1F", "囗", *REVIEW_FEET[13:]]
    placed = place(
        form.table["review_litigation"], [grid([REVIEW_TOP, REVIEW_MIDDLE, feet, numbers(15)])]
    )
    assert [figure.value for figure in placed.figures] == list(range(15))
    assert rules(placed) == ["reading.by_order"]
    (remark,) = placed.remarks
    assert len(remark.cells) == 3


@pytest.mark.parametrize("printed", ["结果撤销", "已经审结"])
def test_a_heading_in_other_words_is_a_doubt_whatever_its_place(form: Form, printed: str) -> None:
    feet = [*REVIEW_FEET[:3], printed, *REVIEW_FEET[4:]]
    placed = place(
        form.table["review_litigation"], [grid([REVIEW_TOP, REVIEW_MIDDLE, feet, numbers(15)])]
    )
    (remark,) = placed.remarks
    assert remark.rule == "reading.label_doubtful"
    assert remark.cells == (("review_litigation", "reconsideration", "pending"),)


@pytest.mark.parametrize(
    "feet",
    [
        [*REVIEW_FEET[:4], *["口"] * 6, *REVIEW_FEET[10:]],
        [REVIEW_FEET[1], REVIEW_FEET[0], *REVIEW_FEET[2:8], "口", *REVIEW_FEET[9:]],
    ],
)
def test_too_few_or_displaced_headings_tell_nothing(form: Form, feet: list[str | None]) -> None:
    placed = place(
        form.table["review_litigation"], [grid([REVIEW_TOP, REVIEW_MIDDLE, feet, numbers(15)])]
    )
    assert "reading.by_order" not in rules(placed)
    assert "reading.missing_cell" in rules(placed)


def test_a_speck_read_as_a_number_makes_no_row_of_figures_of_a_heading(form: Form) -> None:
    top = ["行政复议", *[None] * 4, *[""] * 9, "1"]
    placed = place(
        form.table["review_litigation"],
        [grid([top, REVIEW_MIDDLE, REVIEW_FEET, numbers(15)])],
    )
    assert [figure.value for figure in placed.figures][:14] == list(range(14))


# --- 四 in other arrangements ------------------------------------------------


@pytest.mark.parametrize("numbered", [False, True])
def test_review_with_a_row_for_each_item(form: Form, numbered: bool) -> None:
    rows: Texts = [
        ["", "", *RESULTS],
        ["行政复议", None, *numbers(5)],
        ["行政诉讼", "未经复议直接起诉", *numbers(5, 5)],
        ["行政诉讼", "复议后起诉", *numbers(5, 10)],
    ]
    if numbered:
        rows = [[str(place_) if place_ else "序号", *row] for place_, row in enumerate(rows)]
    placed = place(form.table["review_litigation"], [grid(rows)])
    assert rules(placed) == []
    assert [figure.value for figure in placed.figures] == list(range(15))


def blocks() -> Texts:
    return [
        ["行政复议", *[None] * 4],
        [*RESULTS],
        [*numbers(5)],
        ["行政诉讼", *[None] * 4],
        ["未经复议直接起诉", *[None] * 4],
        [*RESULTS],
        [*numbers(5, 5)],
        ["复议后起诉", *[None] * 4],
        [*RESULTS],
        [*numbers(5, 10)],
    ]


def test_review_in_blocks_below_each_other(form: Form) -> None:
    placed = place(form.table["review_litigation"], [grid(blocks())])
    assert rules(placed) == []
    assert [figure.value for figure in placed.figures] == list(range(15))


def test_two_blocks_of_the_same_item_are_refused(form: Form) -> None:
    rows = blocks()
    rows[7] = ["未经复议直接起诉", *[None] * 4]
    placed = place(form.table["review_litigation"], [grid(rows)])
    assert by_key(placed)["litigation_direct", "total"].state == "absent"
    assert "reading.ambiguous_row" in rules(placed)
    assert value(placed, "reconsideration", "total") == 4


# --- grids that hold more, or less, than one table ---------------------------


def glued(form: Form) -> Texts:
    """Tables 三 and 四 in one grid with their titles as rows."""
    upper = [[*row, *[None] * 7] for row in applications(form)]
    lower = [REVIEW_TOP, REVIEW_MIDDLE, REVIEW_FEET, [*numbers(15, 300)]]
    return [
        ["三、收到和处理政府信息公开申请情况", *[None] * 14],
        *upper,
        ["四、政府信息公开行政复议、行政诉讼情况", *[None] * 14],
        *lower,
    ]


def test_a_grid_with_two_tables_is_cut_between_them(form: Form) -> None:
    parts = assign([grid(glued(form))], form)
    assert {table: len(found) for table, found in parts.items()} == {
        "proactive_disclosure": 0,
        "applications": 1,
        "review_litigation": 1,
    }
    for table in ("applications", "review_litigation"):
        assert rules(place(form.table[table], parts[table])) == []
    review = place(form.table["review_litigation"], parts["review_litigation"])
    assert [figure.value for figure in review.figures] == list(range(300, 315))


def test_a_table_cut_in_two_with_its_header_repeated(form: Form) -> None:
    rows = applications(form)
    parts = [grid(rows[:9]), grid([rows[0], *rows[9:]])]
    placed = place(form.table["applications"], assign(parts, form)["applications"])
    assert rules(placed) == []


def test_figures_under_the_forms_headings_need_one_of_its_rows(form: Form) -> None:
    other = grid([["渠道", *APPLICANTS], ["网上受理", *numbers(7)], ["现场受理", *numbers(7)]])
    assert assign([other], form)["applications"] == []


# --- header and rows with other columns --------------------------------------


def uneven() -> Grid:
    """Table 二 of 2019 whose header is divided 1+2+1+1 and its rows 2+1+1+1."""
    return grid(
        [
            ["第二十条第（五）项", *[None] * 4],
            ["信息内容", "上一年项目数量", None, "本年增/减", "处理决定数量"],
            ["行政许可", None, "12", "减8", "340"],
            ["其他对外管理服务事项", None, "3", "增3", "0"],
        ]
    )


def test_columns_by_order_where_spans_differ(trial: Form) -> None:
    rows = [["信息内容", "上一年项目数量", None, "本年增/减", "处理决定数量"]]
    rows.append(["行政许可", "12", "－8", "340", None])
    placed = place(trial.table["proactive_disclosure"], [grid(rows)])
    read = [value(placed, "licensing", m) for m in ("prior_year_items", "change", "decisions")]
    assert read == [12, -8, 340]
    assert "reading.by_order" in rules(placed)


def test_columns_by_position_where_they_are_told_by_it(trial: Form) -> None:
    placed = place(trial.table["proactive_disclosure"], [uneven()])
    assert value(placed, "licensing", "change") == -8
    assert value(placed, "other_services", "change") == 3
    assert "reading.by_order" not in rules(placed)


def test_another_number_of_cells_is_never_matched_by_order(trial: Form) -> None:
    rows: Texts = [["信息内容", "上一年项目数量", None, "本年增/减", "处理决定数量"]]
    rows.append(["行政许可", "12", "340", None, None])
    placed = place(trial.table["proactive_disclosure"], [grid(rows)])
    states = {f.measure: f.state for f in placed.figures if f.item == "licensing"}
    assert (states["change"], states["decisions"]) == ("absent", "absent")
    assert "reading.missing_cell" in rules(placed)
    assert "reading.by_order" not in rules(placed)


def test_a_continuation_with_columns_of_other_widths(form: Form) -> None:
    rows = applications(form)
    lower = grid(rows[12:], page=2)
    moved = tuple(
        replace(cell, box=(*(x * 1.7 - 25 if i % 2 == 0 else x for i, x in enumerate(cell.box)),))
        for cell in lower.cells
    )
    parts = assign([grid(rows[:12]), Grid(2, lower.box, moved)], form)["applications"]
    placed = place(form.table["applications"], parts)
    assert set(rules(placed)) <= {"reading.by_order"}
    assert [f.value for f in placed.figures if f.item == "4"] == [
        float(text) for text in rows[-1][1:] if text
    ]


# --- the statistics of 2014 --------------------------------------------------


def test_statistics_row_by_row(old: Form) -> None:
    placed = place(old.table["statistics"], [grid(statistics(old))])
    assert rules(placed) == []
    assert [figure.value for figure in placed.figures] == list(range(58))


def test_labels_that_recur_are_known_by_the_row_above_them(old: Form) -> None:
    placed = place(old.table["statistics"], [grid(statistics(old))])
    order = list(old.table["statistics"].item)
    for code in ("4.2", "4.3", "5.2", "5.3"):
        assert value(placed, code, "count") == order.index(code)


def test_a_label_that_recurs_under_neither_of_its_rows_is_refused(old: Form) -> None:
    rows = statistics(old)
    lost = next(row for row in rows if row[0] == "（三）其他情形数")
    rows.remove(lost)
    rows.insert(3, lost)
    placed = place(old.table["statistics"], [grid(rows)])
    assert "reading.ambiguous_row" in rules(placed)
    assert by_key(placed)["4.3", "count"].state == "absent"
    assert value(placed, "5.3", "count") is not None


def test_a_column_of_other_years_is_left_alone(old: Form) -> None:
    rows = [
        [*row, "历年累计" if place_ == 0 else "9999"] for place_, row in enumerate(statistics(old))
    ]
    rows = [["序号" if i == 0 else str(i), *row] for i, row in enumerate(rows)]
    placed = place(old.table["statistics"], [grid(rows)])
    assert [figure.value for figure in placed.figures] == list(range(58))
    assert "reading.extra_column" in rules(placed)


def test_two_columns_with_the_same_heading_are_refused(old: Form) -> None:
    rows = [
        [*row, "统计数" if place_ == 0 else "9999"] for place_, row in enumerate(statistics(old))
    ]
    placed = place(old.table["statistics"], [grid(rows)])
    assert {f.state for f in placed.figures if f.item == "3.1"} == {"absent"}
    assert "reading.ambiguous_cell" in rules(placed)


def test_a_unit_of_its_own_is_compared(old: Form) -> None:
    rows = statistics(old)
    for row in rows:
        if row[0] in ("七、依申请公开信息收取的费用", "（一）收到申请数"):
            row[1] = "元" if str(row[0]).startswith("七") else "份"
    placed = place(old.table["statistics"], [grid(rows)])
    assert rules(placed) == ["reading.other_unit"]
    assert by_key(placed)["7", "count"].unit == "元"


def test_a_shorter_table_and_rows_of_its_own(old: Form) -> None:
    rows = statistics(old, skip=("1.2.5", "9.3"))
    rows.insert(-1, ["（四）开展政务公开日活动次数", "次", "77"])
    placed = place(old.table["statistics"], [grid(rows)])
    assert sorted(rules(placed)) == ["reading.local_row", "reading.shorter_table"]
    (local,) = [remark for remark in placed.remarks if remark.rule == "reading.local_row"]
    assert "开展政务公开日活动次数" in local.message
    assert "77" in local.message


def test_of_which_may_stand_before_any_of_its_rows(old: Form) -> None:
    rows = statistics(old)
    for row in rows:
        if row[0] == "涉及商业秘密":
            row[0] = "其中：2.涉及商业秘密"
    placed = place(old.table["statistics"], [grid(rows)])
    assert rules(placed) == []


# --- letters, pointers and places --------------------------------------------


def test_traditional_letters_and_radicals_are_the_same_labels(form: Form) -> None:
    rows = applications(form)
    rows[0][1], rows[0][3] = "⾃然人", "科硏機構".replace("硏", "研")
    rows[1][0] = "一、本年新收政府信息公開申請數量"
    rows[-1][0] = "四、結轉下年度繼續辦理"
    placed = place(form.table["applications"], [grid(rows)])
    assert rules(placed) == []


def test_a_source_without_pages_has_pointers_and_no_boxes(form: Form) -> None:
    whole = grid(applications(form), page=0)
    cells = tuple(replace(cell, pointer="table[1]", score=0.8) for cell in whole.cells)
    placed = place(form.table["applications"], [Grid(0, whole.box, cells)])
    figure = by_key(placed)["1", "total"]
    assert (figure.page, figure.box, figure.pointer, figure.score) == (None, None, "table[1]", 0.8)
    assert {(a.page, a.pointer) for a in placed.anchors} == {(0, "table[1]")}


def test_anchors_hold_the_figures_of_their_rows(form: Form) -> None:
    rows = applications(form)
    placed = place(form.table["applications"], [grid(rows[:9]), grid(rows[9:], page=2)])
    where = {(anchor.code, anchor.page): anchor.box for anchor in placed.anchors}
    for figure in placed.figures:
        if figure.box is None or figure.page is None:
            continue
        row = where[figure.item, figure.page]
        assert row[1] <= figure.box[1]
        assert figure.box[3] <= row[3]


def test_anchors_of_columns_are_the_headings_of_items(form: Form) -> None:
    rows = [REVIEW_TOP, REVIEW_MIDDLE, REVIEW_FEET, [*numbers(15)]]
    placed = place(form.table["review_litigation"], [grid(rows)])
    spans = {anchor.code: (anchor.box[0], anchor.box[2]) for anchor in placed.anchors}
    for figure in placed.figures:
        assert figure.box is not None
        left, right = spans[figure.item]
        assert left <= figure.box[0]
        assert figure.box[2] <= right


def test_a_row_that_is_printed_and_not_read_is_not_taken_for_missing(old: Form) -> None:
    rows = statistics(old, skip=("1.2.5", "5.3", "9.3"))
    placed = place(old.table["statistics"], [grid(rows)])
    printed = "".join(str(row[0]) for row in statistics(old, skip=("9.3",)))
    (remark,) = unread(old, placed.figures, printed)
    assert remark.rule == "reading.lost_row"
    assert [item for _, item, _ in remark.cells] == ["1.2.5", "5.3"]
    assert list(unread(old, placed.figures, "".join(str(row[0]) for row in rows))) == []
