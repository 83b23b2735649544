"""Web pages: what a browser shows and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.form import forms
from gongkai.report import Grid, GridCell
from tests.tasks.unpaged import PROSE, extents, opened_page


def _table(folder: Path, table: str) -> Grid:
    return opened_page(folder, f"<meta charset=utf-8>{PROSE}{table}").grids[0]


def _cell(folder: Path, inside: str) -> GridCell:
    return _table(folder, f"<table><tr><td>{inside}</td><td>z</td></tr></table>").cells[0]


# Spans.


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d",
            {"a": (0, 2, 0, 1), "b": (0, 1, 1, 3), "c": (1, 2, 1, 2), "d": (1, 2, 2, 3)},
        ),
        (
            "<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d",
            {"a": (0, 3, 0, 1), "b": (0, 1, 1, 2), "c": (1, 2, 1, 2), "d": (2, 3, 1, 2)},
        ),
        (
            "<tr><td rowspan=9>a<td>b<tr><td>c",
            {"a": (0, 2, 0, 1), "b": (0, 1, 1, 2), "c": (1, 2, 1, 2)},
        ),
        (
            "<tr><td colspan=1000>a<tr><td>b<td>c",
            {"a": (0, 1, 0, 2), "b": (1, 2, 0, 1), "c": (1, 2, 1, 2)},
        ),
        (
            "<tr><td>a<td rowspan=2>b<tr><td colspan=2>c",
            {"a": (0, 1, 0, 1), "b": (0, 2, 1, 2), "c": (1, 2, 0, 1)},
        ),
        (
            "<thead><tr><td rowspan=5>a<td>b</thead><tbody><tr><td>c<td>d",
            {"a": (0, 1, 0, 1), "b": (0, 1, 1, 2), "c": (1, 2, 0, 1), "d": (1, 2, 1, 2)},
        ),
        (
            "<tfoot><tr><td>z</tfoot><tbody><tr><td>a",
            {"a": (0, 1, 0, 1), "z": (1, 2, 0, 1)},
        ),
        (
            "<tr><td rowspan=2>a<td rowspan=2>b<tr></tr><tr><td>c<td>d",
            {"a": (0, 1, 0, 1), "b": (0, 1, 1, 2), "c": (1, 2, 0, 1), "d": (1, 2, 1, 2)},
        ),
        (
            "<tr><td>a<td style='display:none'>x<td>b<tr style='display:none'><td>y<tr><td>c<td>d",
            {"a": (0, 1, 0, 1), "b": (0, 1, 1, 2), "c": (1, 2, 0, 1), "d": (1, 2, 1, 2)},
        ),
        (
            "<tr><td colspan='2px'>a<tr><td>b<td>c",
            {"a": (0, 1, 0, 2), "b": (1, 2, 0, 1), "c": (1, 2, 1, 2)},
        ),
    ],
)
def test_cells_span_what_a_browser_lets_them_span(
    tmp_path: Path, rows: str, expected: dict[str, tuple[int, int, int, int]]
) -> None:
    assert extents(_table(tmp_path, f"<table>{rows}</table>")) == expected


def test_a_short_row_is_filled_unless_it_holds_figures(tmp_path: Path) -> None:
    grid = _table(
        tmp_path,
        "<table><tr><td>a<td>b<td>c<tr><td>（三）不予公开<tr><td>（四）<td>7</table>",
    )
    columns = {r: [c.column for c in grid.cells if c.row == r] for r in range(3)}
    assert columns == {0: [0, 1, 2], 1: [0, 1, 2], 2: [0, 1]}


def test_boxes_are_a_lattice_and_tables_stand_below_each_other(tmp_path: Path) -> None:
    page = opened_page(
        tmp_path,
        PROSE + "<table><tr><td rowspan=2>a<br>b<td>c<tr><td>d</table><table><tr><td>e</table>",
    )
    first, second = page.grids
    merged = first.cells[0]
    assert merged.box == (0.0, 0.0, 100.0, 40.0)
    assert merged.middles == (10.0, 30.0)
    assert first.cells[-1].box == (100.0, 20.0, 200.0, 40.0)
    assert second.box[1] > first.box[3]
    assert (first.page, second.page) == (0, 0)


def test_a_table_with_enormous_spans_is_left_out(tmp_path: Path) -> None:
    bomb = "<table><tr>" + "<td rowspan=65534 colspan=1000>1" * 9 + "<tr><td>x" * 300 + "</table>"
    page = opened_page(tmp_path, f"{PROSE}{bomb}<table><tr><td>1</table>")
    assert [len(grid.cells) for grid in page.grids] == [1]


# What stands in a cell.


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("\n\t&nbsp;12&nbsp;\n", ("12",)),
        ("1<span>2</span><b>3</b>", ("123",)),
        ("1\n2", ("1 2",)),
        ("\u300012\u200b\ufeff3", ("123",)),
        ("一、<br>总计", ("一、", "总计")),
        ("<p>规范性</p>\n<p>文件</p>", ("规范性", "文件")),
        ("<span>（一）</span><span>予以</span>公开", ("（一）予以公开",)),
        ("<pre>a\nb</pre>", ("a", "b")),
        ("&#49;&#x32;", ("12",)),
        ("<!-- 9 -->5<script>6</script><style>7</style><template>8</template>", ("5",)),
        ("5<span style='DISPLAY:none !important'>6</span><i hidden>7</i>", ("5",)),
        ("5<span style='visibility:hidden'>6</span><i style='font-size:0px'>7</i>", ("5",)),
        ("5<i style='opacity:0'>6</i><i style='text-indent:-9999px'>7</i>", ("5",)),
        ("<i style='opacity:1'>6</i>", ("6",)),
        ("5<span class=past>6</span>", ("5",)),
        ("5<span class=paper>6</span>", ("56",)),
        ("<input value=5><input type=hidden value=6>", ("5",)),
        ("5<table><tr><td>6</td></tr></table>", ("5", "6")),
        ("5<del>6</del><s>7</s><u style='text-decoration:line-through'>8</u>", ("5",)),
    ],
)
def test_a_cell_says_what_a_browser_shows(
    tmp_path: Path, inside: str, lines: tuple[str, ...]
) -> None:
    sheet = "<style>.past{display:none} @media print{.paper{display:none}}</style>"
    cell = _table(tmp_path, f"{sheet}<table><tr><td>{inside}</td></tr></table>").cells[0]
    assert cell.lines == lines
    assert cell.again == cell.text == "".join(lines)


@pytest.mark.parametrize(
    ("inside", "doubts"),
    [
        ("12", ()),
        ("<s>3</s>12", ("struck",)),
        ("<s>无</s>12", ()),
        ("12<sup>1</sup>", ("raised",)),
        ("12<sub>1</sub>", ("raised",)),
        ("12<span style='vertical-align:super'>1</span>", ("raised",)),
        ("12<span style='font-size:6px'>1</span>", ("raised",)),
        ("12<small>（其中<sup>1</sup>件）</small>", ()),
        ("1<br>2", ("parted",)),
        ("<p>1,</p><p>234</p>", ("parted",)),
        ("12<br>件", ()),
        ("<font color='#FFFFFF'>12</font>", ("hidden",)),
        ("<span style='color:#fff'>说明</span>12", ()),
        ("<img src=12.png>", ("drawn",)),
        ("12<img src=line.png>", ("unread",)),
        ("<img src=12.png style='display:none'>", ()),
    ],
)
def test_digits_that_are_no_plain_number_are_doubted(
    tmp_path: Path, inside: str, doubts: tuple[str, ...]
) -> None:
    assert _cell(tmp_path, inside).doubts == doubts


def test_a_picture_in_a_cell_is_ink(tmp_path: Path) -> None:
    page = opened_page(tmp_path, PROSE + "<table><tr><td><img src=1.png><td></table>")
    drawn, empty = page.grids[0].cells
    assert page.has_ink(0, drawn.box)
    assert not page.has_ink(0, empty.box)


def test_pointers_count_all_tables_rows_and_cells(tmp_path: Path) -> None:
    page = opened_page(
        tmp_path,
        PROSE
        + "<table style='display:none'><tr><td>0</table>"
        + "<table><tr style='display:none'><td>1<tr><th>2<td>3"
        + "<table><tr><td>4</table>long words<tr><td>5</table>",
    )
    pointers = {c.text: c.pointer for grid in page.grids for c in grid.cells if c.pointer}
    assert pointers == {
        "2": "table[2]/tr[2]/td[1]",
        "34long words": "table[2]/tr[2]/td[2]",
        "5": "table[2]/tr[3]/td[1]",
        "4": "table[3]/tr[1]/td[1]",
    }


def test_tables_around_tables_are_layout(tmp_path: Path) -> None:
    inner = "<table><tr><td>本年新收政府信息公开申请数量<td>7</table>"
    page = opened_page(tmp_path, f"{PROSE}<table><tr><td>导航<td>{inner}</table>")
    assert [len(grid.cells) for grid in page.grids] == [2]


def test_the_text_has_lines_and_nothing_hidden(tmp_path: Path) -> None:
    page = opened_page(
        tmp_path,
        "<title>不显示</title><noscript>不显示</noscript><p>一<br>二</p><div>三<p>四</div>"
        "<table><tr><td>五<td>六</table>" + "七" * 40,
    )
    assert page.texts == ["一\n二\n三\n四\n五\n六\n" + "七" * 40]
    assert (page.reader, page.pages) == ("html", 0)
    assert list(page.attempts(forms()["2021"], (), ())) == [("html", list(page.grids))]


# Letters.


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>", "gb18030"),
        ("<meta charset='GBK'>", "gb18030"),
        ("<meta charset='gb2312'>", "utf-8"),
        ("<meta charset='iso-8859-1'>", "gb18030"),
        ("<meta charset='utf-8'>", "gb18030"),
        ("<meta charset='base64'>", "utf-8"),
        ("", "gb18030"),
        ("", "utf-16"),
        ("", "utf-16-le"),
        ("<meta charset='big5'>", "big5hkscs"),
    ],
)
def test_letters_are_found_whatever_is_declared(
    tmp_path: Path, declared: str, encoding: str
) -> None:
    words = "示例市資訊公開年報" if "big5" in encoding else "示例市镕堃信息公开"
    page = opened_page(
        tmp_path, f"<html><head>{declared}</head><p>{words * 30}</p>".encode(encoding)
    )
    assert page.texts == [words * 30]


def test_one_broken_letter_does_not_change_the_encoding(tmp_path: Path) -> None:
    for encoding in ("utf-8", "gb18030"):
        page = f"<meta charset='{encoding}'><p>{'公开' * 500}</p>".encode(encoding) + b"\xe5\xff"
        assert "公开" * 500 in opened_page(tmp_path, page).texts[0]
