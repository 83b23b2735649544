"""Grids to figures: by label, in spite of what agencies do, and never by guess."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from gongkai.form import Form
from gongkai.report import Figure, Grid, GridCell
from gongkai.unit import printed_unit
from tasks.reshape.place import place
from tasks.reshape.placing import Placed

APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
WIDTH, HEIGHT = 40.0, 20.0


def grid(rows: Sequence[Sequence[str | None]], page: int = 1, left: float = 50.0) -> Grid:
    """A grid from rows of texts; None continues the cell at its left."""
    cells = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text is None:
                continue
            end = column + 1
            while end < len(texts) and texts[end] is None:
                end += 1
            box = (left + column * WIDTH, row * HEIGHT, left + end * WIDTH, (row + 1) * HEIGHT)
            lines = tuple(text.split("\n")) if text else ()
            middles = tuple((row + 0.5) * HEIGHT for _ in lines)
            cells.append(GridCell(row, column, row + 1, end, box, lines, middles, "".join(lines)))
    width = left + len(rows[0]) * WIDTH
    return Grid(page, (left, 0.0, width, len(rows) * HEIGHT), tuple(cells))


def numbers(count: int, first: int = 0) -> list[str]:
    return [str(first + n) for n in range(count)]


def applications(form: Form, skip: Sequence[str] = ("3.6",)) -> list[list[str | None]]:
    """Table 三 with one label column; row n holds n*10 … n*10+6."""
    rows: list[list[str | None]] = [["", *APPLICANTS]]
    for place_, item in enumerate(form.table["applications"].items):
        if item.code not in skip:
            rows.append([item.label, *numbers(7, place_ * 10)])
    return rows


def by_key(placed: Placed) -> dict[tuple[str, str], Figure]:
    return {(figure.item, figure.measure): figure for figure in placed.figures}


def rules(placed: Placed) -> list[str]:
    return [remark.rule for remark in placed.remarks]


def value(placed: Placed, item: str, measure: str) -> Decimal | None:
    return by_key(placed)[item, measure].value


def test_every_cell_once_in_the_order_of_the_form(form: Form) -> None:
    table = form.table["applications"]
    placed = place(table, [grid(applications(form))])
    assert [(f.item, f.measure) for f in placed.figures] == list(table.cells)
    assert rules(placed) == []
    assert (
        value(placed, "3.4.2", "research") == [i.code for i in table.items].index("3.4.2") * 10 + 2
    )
    assert {f.state for f in placed.figures if f.item == "3.6"} == {"absent"}


def test_a_missing_table_is_all_absent_and_said(form: Form) -> None:
    placed = place(form.table["applications"], [])
    assert {f.state for f in placed.figures} == {"absent"}
    assert rules(placed) == ["reading.missing_table"]


def test_swapped_columns_and_rows_follow_their_labels(form: Form) -> None:
    rows = applications(form)
    for row in rows:
        row[1], row[7] = row[7], row[1]
    rows[3], rows[4] = rows[4], rows[3]
    placed = place(form.table["applications"], [grid(rows)])
    assert rules(placed) == []
    assert value(placed, "3.1", "natural_person") == 20
    assert value(placed, "3.1", "total") == 26


def test_two_rows_that_could_be_the_same_are_both_refused(form: Form) -> None:
    rows = applications(form)
    rows.insert(6, list(rows[5]))
    placed = place(form.table["applications"], [grid(rows)])
    assert "reading.ambiguous_row" in rules(placed)
    assert by_key(placed)["3.3.1", "total"].state == "absent"
    assert value(placed, "3.3.2", "total") is not None


def test_a_missing_row_is_said(form: Form) -> None:
    placed = place(form.table["applications"], [grid(applications(form, skip=("3.6", "3.4.1")))])
    assert rules(placed) == ["reading.missing_row"]
    assert "1.本机关不掌握相关政府信息" in placed.remarks[0].message


def test_an_unknown_row_is_quoted_and_not_taken(form: Form) -> None:
    rows = applications(form)
    rows.insert(5, ["9.属于工作秘密", *numbers(7)])
    placed = place(form.table["applications"], [grid(rows)])
    assert rules(placed) == ["reading.extra_row"]
    assert "9.属于工作秘密" in placed.remarks[0].message


def test_an_unknown_row_where_an_item_is_missing_may_be_that_item(form: Form) -> None:
    rows = applications(form)
    at = next(i for i, row in enumerate(rows) if row[0] == "7.属于行政执法案卷")
    rows[at][0] = "7.属于工作秘密"
    placed = place(form.table["applications"], [grid(rows)])
    assert rules(placed) == ["reading.unknown_row", "reading.missing_row"]
    assert {item for _, item, _ in placed.remarks[0].cells} == {"3.3.7"}
    assert "“7.属于行政执法案卷”，也可能是表式以外的行" in placed.remarks[0].message


def test_an_unknown_column_is_said_and_not_taken(form: Form) -> None:
    rows = applications(form)
    rows[0][5] = "境外组织"
    placed = place(form.table["applications"], [grid(rows)])
    assert set(rules(placed)) >= {"reading.unknown_column", "reading.missing_cell"}
    assert by_key(placed)["1", "legal_service"].state == "absent"


@pytest.mark.parametrize(("column", "heading"), [(1, "非自然人"), (7, "上年总计")])
def test_a_heading_that_turns_the_meaning_is_not_alike(
    form: Form, column: int, heading: str
) -> None:
    rows = applications(form)
    rows[0][column] = heading
    placed = place(form.table["applications"], [grid(rows)])
    measure = form.table["applications"].measures[column - 1].code
    assert by_key(placed)["1", measure].state == "absent"


def test_a_column_beside_of_another_year_is_not_taken(form: Form) -> None:
    rows = disclosure()
    rows[1] = ["信息内容", "本年制发件数", "上年现行有效件数", "现行有效件数"]
    rows[3] = ["规范性文件", "22", "55", ""]
    placed = place(form.table["proactive_disclosure"], [grid(rows)])
    assert by_key(placed)["normative_documents", "in_force"].state == "blank"


@pytest.mark.parametrize("said", ["", "—", "/"])
def test_other_handling_as_a_heading_is_no_row(form: Form, said: str) -> None:
    rows = applications(form)
    at = next(i for i, row in enumerate(rows) if str(row[0]).startswith("1.申请人无正当"))
    rows.insert(at, ["（六）其他处理", *[said] * 7])
    placed = place(form.table["applications"], [grid(rows)])
    assert rules(placed) == []
    assert by_key(placed)["3.6", "total"].state == "absent"


def test_a_row_after_a_blank_last_row_of_another_table_is_not_its_half(form: Form) -> None:
    rows = applications(form)
    rows[-1][1:] = [""] * 7
    other = grid([["", *numbers(7, 91)]])
    placed = place(form.table["applications"], [grid(rows), other])
    assert by_key(placed)["4", "total"].state == "blank"
    assert "reading.unlabelled_row" in rules(placed)


def test_a_misprinted_label_is_read_and_said(form: Form) -> None:
    rows = applications(form)
    at = next(i for i, row in enumerate(rows) if row[0] == "2.其他法律行政法规禁止公开")
    rows[at][0] = "2.其他法律行政止公开"
    placed = place(form.table["applications"], [grid(rows)])
    assert rules(placed) == ["reading.label_variant"]
    assert value(placed, "3.3.2", "natural_person") is not None


def test_one_row_of_other_handling(form: Form) -> None:
    placed = place(
        form.table["applications"], [grid(applications(form, skip=("3.6.1", "3.6.2", "3.6.3")))]
    )
    assert rules(placed) == []
    assert by_key(placed)["3.6", "total"].state == "number"
    assert by_key(placed)["3.6.1", "total"].state == "absent"


@pytest.mark.parametrize("cut", range(2, 26))
@pytest.mark.parametrize("repeat", [False, True])
def test_a_page_break_anywhere(form: Form, cut: int, repeat: bool) -> None:
    rows = applications(form)
    whole = place(form.table["applications"], [grid(rows)])
    lower = [rows[0], *rows[cut:]] if repeat else rows[cut:]
    parts = [grid(rows[:cut]), grid(lower, page=2, left=65.0)]
    placed = place(form.table["applications"], parts)
    assert rules(placed) == []
    assert [f.value for f in placed.figures] == [f.value for f in whole.figures]
    assert {f.page for f in placed.figures if f.box} == {1, 2}


def test_a_header_alone_at_the_foot(form: Form) -> None:
    rows = applications(form)
    placed = place(form.table["applications"], [grid(rows[:1]), grid(rows[1:], page=2)])
    assert rules(placed) == []


@pytest.mark.parametrize("numbers_below", [False, True])
def test_a_row_cut_in_two(form: Form, numbers_below: bool) -> None:
    rows = applications(form)
    at = next(i for i, row in enumerate(rows) if str(row[0]).startswith("（二）"))
    label, figures = str(rows[at][0]), list(rows[at][1:])
    blank: list[str | None] = [""] * 7
    upper = [label[:15], *(blank if numbers_below else figures)]
    lower = [label[15:], *(figures if numbers_below else blank)]
    parts = [grid([*rows[:at], upper]), grid([lower, *rows[at + 1 :]], page=2)]
    placed = place(form.table["applications"], parts)
    assert rules(placed) == []
    figure = by_key(placed)["3.2", "natural_person"]
    assert figure.raw == figures[0]
    assert figure.page == (2 if numbers_below else 1)


def test_a_row_and_a_number_in_it_cut_in_two(form: Form) -> None:
    rows = applications(form)
    at = next(i for i, row in enumerate(rows) if str(row[0]).startswith("（二）"))
    label = str(rows[at][0])
    upper = [label[:19], "140", "425", "无", "无", "549", "354", "1,46"]
    lower = [label[19:], *[""] * 6, "8"]
    parts = [grid([*rows[:at], upper]), grid([lower, *rows[at + 1 :]], page=2, left=65.0)]
    placed = place(form.table["applications"], parts)
    assert rules(placed) == []
    read = [figure.value for figure in placed.figures if figure.item == "3.2"]
    assert read == [140, 425, None, None, 549, 354, 1468]


def test_running_numbers_before_the_labels_are_no_figures(form: Form) -> None:
    rows = [[str(place_), *row] for place_, row in enumerate(applications(form))]
    rows[0][0] = "序号"
    placed = place(form.table["applications"], [grid(rows)])
    assert rules(placed) == []
    assert value(placed, "3.1", "natural_person") == 20


def test_a_number_over_two_columns_is_not_taken(form: Form) -> None:
    rows = applications(form)
    rows[1][2:4] = ["5", None]
    placed = place(form.table["applications"], [grid(rows)])
    assert by_key(placed)["1", "business"].state == "absent"
    assert by_key(placed)["1", "research"].state == "absent"
    assert "reading.missing_cell" in rules(placed)


def test_text_that_is_no_number_is_kept_as_text(form: Form) -> None:
    rows = applications(form)
    rows[1][1] = "详见附件"
    placed = place(form.table["applications"], [grid(rows)])
    figure = by_key(placed)["1", "natural_person"]
    assert (figure.state, figure.value, figure.raw) == ("blank", None, "详见附件")
    assert rules(placed) == ["reading.unclear_number"]


def test_readers_that_disagree_are_not_believed(form: Form) -> None:
    whole = grid(applications(form))
    cells = [
        GridCell(*[*vars(c).values()][:7], again="99") if c.text == "25" else c for c in whole.cells
    ]
    placed = place(form.table["applications"], [Grid(1, whole.box, tuple(cells))])
    assert rules(placed) == ["reading.texts_differ"]


REVIEW_TOP: list[str | None] = ["行政复议", *[None] * 4, "行政诉讼", *[None] * 9]
REVIEW_MIDDLE: list[str | None] = [
    *[""] * 5,
    "未经复议直接起诉",
    *[None] * 4,
    "复议后起诉",
    *[None] * 4,
]
REVIEW_FEET: list[str | None] = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总 计"] * 3


def test_review_and_litigation(form: Form) -> None:
    table = form.table["review_litigation"]
    placed = place(table, [grid([REVIEW_TOP, REVIEW_MIDDLE, REVIEW_FEET, [*numbers(15)]])])
    assert rules(placed) == []
    assert [figure.value for figure in placed.figures] == list(range(15))


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_review_and_litigation_over_two_pages(form: Form, cut: int) -> None:
    rows = [REVIEW_TOP, REVIEW_MIDDLE, REVIEW_FEET, [*numbers(15)]]
    placed = place(form.table["review_litigation"], [grid(rows[:cut]), grid(rows[cut:], page=2)])
    assert rules(placed) == []
    assert [figure.value for figure in placed.figures] == list(range(15))


def test_units_torn_off_by_a_page_break_are_put_back(form: Form) -> None:
    rows = [REVIEW_TOP, REVIEW_MIDDLE, REVIEW_FEET, [*numbers(15)]]
    torn = grid([["件", "", *["件"] * 13]], page=2)
    placed = place(form.table["review_litigation"], [grid(rows), torn])
    assert rules(placed) == []
    assert [f.raw for f in placed.figures] == [f"{n}件" if n != 1 else "1" for n in range(15)]
    whole = applications(form)
    parts = [grid(whole[:9]), grid([["", "件", *[""] * 6]], page=2), grid(whole[9:], page=2)]
    placed = place(form.table["applications"], parts)
    item = form.table["applications"].items[7]
    assert by_key(placed)[item.code, "natural_person"].raw == f"{whole[8][1]}件"
    assert rules(placed) == []


def test_units_torn_off_that_have_no_row_are_said(form: Form) -> None:
    rows = [REVIEW_TOP, REVIEW_MIDDLE, REVIEW_FEET, [*numbers(15)]]
    placed = place(form.table["review_litigation"], [grid(rows), grid([["件"] * 15], page=3)])
    assert rules(placed) == ["reading.unlabelled_row"]


def test_a_heading_of_review_known_by_likeness_is_said(form: Form) -> None:
    feet = [*REVIEW_FEET[:5], "维持结果维持", *REVIEW_FEET[6:]]
    rows = [REVIEW_TOP, REVIEW_MIDDLE, feet, [*numbers(15)]]
    placed = place(form.table["review_litigation"], [grid(rows)])
    assert rules(placed) == ["reading.label_variant"]
    assert value(placed, "litigation_direct", "upheld") == 5


def test_two_rows_of_review_figures_are_refused(form: Form) -> None:
    rows = [REVIEW_TOP, REVIEW_MIDDLE, REVIEW_FEET, [*numbers(15)], [*numbers(15, 20)]]
    placed = place(form.table["review_litigation"], [grid(rows)])
    assert {f.state for f in placed.figures} == {"absent"}
    assert "reading.ambiguous_row" in rules(placed)


def disclosure(
    fee_header: str = "本年收费金额（单位：万元）", fee: str = "2317.8万元"
) -> list[list[str | None]]:
    return [
        ["第二十条第（一）项", None, None, None],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "0", "0", "0"],
        ["规范性文件", "22（其中修订16件）", "1", "1,420"],
        ["第二十条第（五）项", None, None, None],
        ["信息内容", "本年处理决定数量", None, None],
        ["行政许可", "550", None, None],
        ["第二十条第（六）项", None, None, None],
        ["信息内容", "本年处理决定数量", "", ""],
        ["行政处罚", "4119", "", ""],
        ["行政强制", "195", "", ""],
        ["第二十条第（八）项", None, None, None],
        ["信息内容", fee_header, None, None],
        ["行政事业性收费", fee, None, None],
    ]  # fmt: skip


def test_disclosure(form: Form) -> None:
    placed = place(form.table["proactive_disclosure"], [grid(disclosure())])
    assert rules(placed) == []
    assert value(placed, "normative_documents", "issued") == 22
    assert value(placed, "penalty", "decisions") == 4119
    fee = by_key(placed)["fees", "amount"]
    assert (fee.value, fee.unit, fee.raw) == (Decimal("2317.8"), "万元", "2317.8万元")


@pytest.mark.parametrize(
    ("header", "fee"), [("本年收费金额（单位：元）", "100"), ("本年收费金额", "100元")]
)
def test_another_unit_is_never_taken_for_the_forms(form: Form, header: str, fee: str) -> None:
    placed = place(form.table["proactive_disclosure"], [grid(disclosure(header, fee))])
    assert rules(placed) == ["reading.other_unit"]
    assert by_key(placed)["fees", "amount"].unit == "元"


def test_up_to_ten_decimals_are_exact_and_more_are_held_never_rounded(form: Form) -> None:
    table = form.table["proactive_disclosure"]
    for fee in ("4166.241619", "5949.0886670001", "0.0000000001"):
        placed = place(table, [grid(disclosure(fee=fee))])
        assert rules(placed) == []
        assert by_key(placed)["fees", "amount"].value == Decimal(fee)
    placed = place(table, [grid(disclosure(fee="5949.08866700011"))])
    assert rules(placed) == ["reading.too_precise"]
    assert by_key(placed)["fees", "amount"].value == Decimal("5949.08866700011")


def test_header_units() -> None:
    assert printed_unit("本年收费金额（单位：万元）") == "万元"
    assert printed_unit("本年收费金额（单位:元）") == "元"
    assert printed_unit("本年收费金额（元）") == "元"
    assert printed_unit("本年收费金额（单位：人民币元）") == "元"
    assert printed_unit("第二十条第（八）项（单位：元）本年收费金额") == "元"
    assert printed_unit("本年制发件数（单位：万件）") == "万件"
    assert printed_unit("本年收费金额") == ""


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("3.3.2", "2.其他法律行政法规准许公开"),
        ("3.1", "（一）予以部分公开"),
    ],
)
def test_a_row_label_with_other_words_is_a_doubt_about_its_cells(
    form: Form, code: str, printed: str
) -> None:
    rows = applications(form)
    label = form.table["applications"].item[code].label
    rows[next(i for i, row in enumerate(rows) if row[0] == label)][0] = printed
    placed = place(form.table["applications"], [grid(rows)])
    (remark,) = placed.remarks
    assert remark.rule == "reading.label_doubtful"
    assert {item for _, item, _ in remark.cells} == {code}


@pytest.mark.parametrize("printed", ["本年撤销决定数量", "本期处理决定数量"])
def test_a_heading_with_other_words_is_a_doubt_about_its_column(form: Form, printed: str) -> None:
    rows = disclosure()
    at = next(i for i, row in enumerate(rows) if "本年处理决定数量" in row)
    rows[at] = [printed if text == "本年处理决定数量" else text for text in rows[at]]
    placed = place(form.table["proactive_disclosure"], [grid(rows)])
    assert "reading.label_doubtful" in rules(placed)
    assert {m for r in placed.remarks for _, _, m in r.cells} == {"decisions"}


def test_a_row_of_figures_that_names_another_year_is_a_doubt(form: Form) -> None:
    rows = [["", *REVIEW_TOP], ["", *REVIEW_MIDDLE], ["", *REVIEW_FEET], ["2022年", *numbers(15)]]
    table = form.table["review_litigation"]
    assert "reading.other_year" in rules(place(table, [grid(rows)], 2023))
    assert "reading.other_year" not in rules(place(table, [grid(rows)], 2022))


@pytest.mark.parametrize("years", [("2023年", "2022年"), ("2022年", "2023年"), ("23年", "22年")])
def test_last_years_column_beside_a_blank_one_is_not_taken(
    form: Form, years: tuple[str, str]
) -> None:
    own = 0 if years[0].endswith("23年") else 1
    figures = ["", "45"] if own == 0 else ["45", ""]
    rows: list[list[str | None]] = [
        ["第二十条第（五）项", None, None],
        ["信息内容", "本年处理决定数量", None],
        ["", *years],
        ["行政许可", *figures],
    ]
    placed = place(form.table["proactive_disclosure"], [grid(rows)], 2023)
    assert by_key(placed)["licensing", "decisions"].state == "blank"
    assert "reading.extra_column" in rules(placed)


@pytest.mark.parametrize("printed", ["125000（元）", "125（千元）"])
def test_a_unit_in_brackets_behind_an_amount_is_its_unit(form: Form, printed: str) -> None:
    placed = place(form.table["proactive_disclosure"], [grid(disclosure(fee=printed))])
    assert "reading.other_unit" in rules(placed)
