"""Web pages: what a browser shows, where it stands, and pages that are no report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.errors import ReadingError
from gongkai.form import forms
from gongkai.report import Grid, GridCell
from tasks.extract import web
from tasks.extract.web import Slot, WebPage, expanded, grid_of, opened_web, second_texts
from tasks.reshape.place import place
from tasks.reshape.recognise import assign
from tasks.reshape.title import Title, find_title
from tests.press.bad_files import BAD_FILES
from tests.press.specimen import Specimen
from tests.press.web_pages import html_shapes

PROSE = "<p>" + "依据条例编制本报告，所列数据的统计期限为全年。" * 40 + "</p>"
"""Enough words to be a page with an article."""


def _opened(folder: Path, page: str | bytes) -> WebPage:
    path = folder / "page.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    with opened_web(path) as opened:
        return opened


def _table(folder: Path, table: str) -> Grid:
    return _opened(folder, f"<meta charset=utf-8>{PROSE}{table}").grids[0]


def _cell(folder: Path, inside: str) -> GridCell:
    return _table(folder, f"<table><tr><td>{inside}</td><td>z</td></tr></table>").cells[0]


def _extents(grid: Grid) -> dict[str, tuple[int, int, int, int]]:
    return {c.text: (c.row, c.row_end, c.column, c.column_end) for c in grid.cells if c.text}


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
    assert _extents(_table(tmp_path, f"<table>{rows}</table>")) == expected


_SLOTS = st.builds(Slot, columns=st.integers(0, 5), rows=st.integers(0, 5))


@given(st.lists(st.lists(st.lists(_SLOTS, max_size=6), max_size=6), max_size=3))
def test_an_expanded_table_covers_its_grid_exactly_once(groups: list[list[list[Slot]]]) -> None:
    cells = expanded(groups)
    assert len(cells) == sum(len(row) for group in groups for row in group)
    laid = grid_of(cells, 0.0)
    if laid is None:
        assert not cells
        return
    grid = laid[0]
    covered = [
        (row, column)
        for cell in grid.cells
        for row in range(cell.row, cell.row_end)
        for column in range(cell.column, cell.column_end)
    ]
    rows = max(cell.row_end for cell in grid.cells)
    columns = max(cell.column_end for cell in grid.cells)
    assert sorted(covered) == [(r, c) for r in range(rows) for c in range(columns)]


def test_a_short_row_is_filled_unless_it_holds_figures(tmp_path: Path) -> None:
    grid = _table(
        tmp_path,
        "<table><tr><td>a<td>b<td>c<tr><td>（三）不予公开<tr><td>（四）<td>7</table>",
    )
    columns = {r: [c.column for c in grid.cells if c.row == r] for r in range(3)}
    assert columns == {0: [0, 1, 2], 1: [0, 1, 2], 2: [0, 1]}


def test_boxes_are_a_lattice_and_tables_stand_below_each_other(tmp_path: Path) -> None:
    page = _opened(
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
        ("12<img src=line.png>", ()),
        ("<img src=12.png style='display:none'>", ()),
    ],
)
def test_digits_that_are_no_plain_number_are_doubted(
    tmp_path: Path, inside: str, doubts: tuple[str, ...]
) -> None:
    assert _cell(tmp_path, inside).doubts == doubts


def test_a_picture_in_a_cell_is_ink(tmp_path: Path) -> None:
    page = _opened(tmp_path, PROSE + "<table><tr><td><img src=1.png><td></table>")
    drawn, empty = page.grids[0].cells
    assert page.has_ink(0, drawn.box)
    assert not page.has_ink(0, empty.box)


def test_pointers_count_all_tables_rows_and_cells(tmp_path: Path) -> None:
    page = _opened(
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
    page = _opened(tmp_path, f"{PROSE}<table><tr><td>导航<td>{inner}</table>")
    assert [len(grid.cells) for grid in page.grids] == [2]


def test_the_text_has_lines_and_nothing_hidden(tmp_path: Path) -> None:
    page = _opened(
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
    page = _opened(tmp_path, f"<html><head>{declared}</head><p>{words * 30}</p>".encode(encoding))
    assert page.texts == [words * 30]


def test_one_broken_letter_does_not_change_the_encoding(tmp_path: Path) -> None:
    for encoding in ("utf-8", "gb18030"):
        page = f"<meta charset='{encoding}'><p>{'公开' * 500}</p>".encode(encoding) + b"\xe5\xff"
        assert "公开" * 500 in _opened(tmp_path, page).texts[0]


# The title.

NAME = "示例市教育局2023年政府信息公开工作年度报告"
FOUND = ("示例市教育局", 2023)
BARE = "2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<h1>{NAME}</h1>{PROSE}", FOUND),
        (f"<p>示例市教育局</p><p>{BARE}</p>{PROSE}", FOUND),
        (f"<title>{NAME}_示例市人民政府网站</title>{PROSE}", FOUND),
        (f"<title>{NAME} - 政府信息公开年报 | 示例市</title>{PROSE}", FOUND),
        (f"<title>示例市——{NAME}</title>{PROSE}", FOUND),
        (f"<title>示例市</title><meta name=ArticleTitle content={NAME}>{PROSE}", FOUND),
        (f"<title>甲市乙局2020年政府信息公开工作年度报告</title><h1>{NAME}</h1>{PROSE}", FOUND),
        (f"<title>{NAME}</title><h1>{BARE}</h1>{PROSE}", FOUND),
        (f"<h1>{NAME}</h1><div>时间：2024-01-20</div><div id=zoom>{PROSE}</div>", FOUND),
        (
            f"<header><h1>示例市人民政府</h1></header><h1>{BARE}</h1><div id=zoom>{PROSE}</div>",
            (None, 2023),
        ),
        (f"<div><span>无障碍</span></div><div><h2>{NAME}</h2></div>{PROSE}", FOUND),
        (f"<div>无障碍</div><div class=t><p>{NAME}</p></div>{PROSE}", FOUND),
        (
            "<ul>"
            + f"<li><a href=1>{NAME.replace('2023', '2019')}</a>" * 9
            + f"</ul><p>{NAME}</p>{PROSE}",
            FOUND,
        ),
        (
            f"<p><a href=/>首页</a>&gt;年报</p><p style='font-size:22pt'>示例市教育局<br>{BARE}</p>{PROSE}",
            FOUND,
        ),
        (f"<table><tr><td>索引号：<td>1<tr><td>名称：<td>其他</table><p>{NAME}</p>{PROSE}", FOUND),
        (f"<table><tr><td>{NAME}<tr><td>{PROSE}</table>", FOUND),
        (PROSE, (None, None)),
    ],
)
def test_the_title_is_found(
    tmp_path: Path, page: str, expected: tuple[str | None, int | None]
) -> None:
    title = find_title(_opened(tmp_path, page).head)
    assert (title.agency, title.year) == expected


def test_a_page_without_title_has_none(tmp_path: Path) -> None:
    assert find_title(_opened(tmp_path, PROSE).head) == Title()


# Pages that are no report, and pages meant to do harm.


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"<html><body></body></html>", "empty_page"),
        (b"\n", "empty_page"),
        (b"<div id=app></div><script src=app.js></script>", "script_page"),
        (
            "<p>正在加载，请稍候，如长时间没有响应请刷新页面或者更换浏览器后重试。</p><script></script>",
            "script_page",
        ),
        ("<title>404</title><p>页面走丢了", "error_page"),
        ("<p>抱歉，您访问的页面不存在", "error_page"),
        (f"<h1>{NAME}</h1><p>附件：<a href='/files/1.pdf'>{NAME}.pdf</a>", "attachment_only"),
        (f"<p>正文见附件</p><a href='/down?id=1'>{NAME}.docx</a>", "attachment_only"),
        (
            f"<title>{NAME}</title><iframe src='/pdf/web/viewer.html?file=a.pdf'></iframe>",
            "attachment_only",
        ),
        ("<img src=1.jpg><img src=2.jpg>", "only_pictures"),
        ("<div>" * 400 + "年报", "too_complex"),
        ("<p>" * (web.MOST_ELEMENTS + 1), "too_complex"),
    ],
)
def test_a_page_without_an_article_says_why(tmp_path: Path, page: str | bytes, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        _opened(tmp_path, page)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("javascript_shell", "script_page"),
        ("challenge_page", "script_page"),
        ("not_found_page", "error_page"),
        ("blocked_page", "error_page"),
        ("empty_page", "empty_page"),
        ("no_bytes", "empty"),
    ],
)
def test_bad_pages_say_why(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        _opened(tmp_path, BAD_FILES[name].make())
    assert refused.value.reason == reason


def test_a_report_that_counts_404_applications_is_no_error(tmp_path: Path) -> None:
    page = "<h1>政府信息公开年报</h1><table><tr><td>收到<td>404<tr><td>403<td>502</table>"
    assert _opened(tmp_path, page).grids


def test_a_page_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LARGEST", 1000)
    with pytest.raises(ReadingError) as refused:
        _opened(tmp_path, PROSE * 9)
    assert refused.value.reason == "too_large"


def test_a_table_with_enormous_spans_is_left_out(tmp_path: Path) -> None:
    bomb = "<table><tr>" + "<td rowspan=65534 colspan=1000>1" * 9 + "<tr><td>x" * 3000 + "</table>"
    page = _opened(tmp_path, f"{PROSE}{bomb}<table><tr><td>1</table>")
    assert [len(grid.cells) for grid in page.grids] == [1]


def test_the_second_reader_gives_up_on_what_never_ends(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    for page in ("<table><tr><td>1" * 5000, "<table><tr><td>1</td>" + "<a " * 50_000):
        path.write_text(page)
        assert second_texts(path, ["table[1]/tr[1]/td[2]"]) == {}


# The second reader.

_WRAPS = (
    "{}", "<p>{}</p>", "<p>{}", "<b>{}</b>", "<b>{}", "<span>{}", "<div>{}", "<font size=2>{}",
    "&nbsp;{}&nbsp;", "{}</div>", "{}</p>", "<!-- 9 -->{}", "<i style='display:none'>7</i>{}",
    "<o:p>{}</o:p>", "<em><strong>{}</em></strong>", "<![if !x]>{}<![endif]>", "{}<br>", "<a>{}",
    "<script>if(1<2)document.write('<td>3</td>')</script>{}", "<input type=hidden value=4>{}",
    "<del>88</del>{}", "<center>{}", "<li>{}", "\n\t{}\n",
)  # fmt: skip
_ENDS = ("</td>", "", "\n")


@st.composite
def _sloppy_tables(draw: st.DrawFn) -> tuple[list[list[str]], str]:
    """The texts of a table's cells, and how a careless hand writes it."""
    rows = draw(
        st.lists(
            st.lists(st.integers(0, 9999).map(str), min_size=1, max_size=4), min_size=1, max_size=4
        )
    )
    page = draw(st.sampled_from(("<table>", "<TABLE><tbody>", "<table><thead>", "<table><form>")))
    for row in rows:
        page += "<tr>"
        for text in row:
            page += (
                "<td>" + draw(st.sampled_from(_WRAPS)).format(text) + draw(st.sampled_from(_ENDS))
            )
        page += draw(st.sampled_from(("</tr>", "", "</div>", "</tr></tbody><tbody>")))
    return rows, page + draw(st.sampled_from(("</table>", "</tbody></table>")))


@settings(max_examples=60, deadline=None)
@given(_sloppy_tables())
def test_both_readers_read_what_a_careless_hand_wrote(
    tmp_path_factory: pytest.TempPathFactory, written: tuple[list[list[str]], str]
) -> None:
    rows, table = written
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(PROSE + table, encoding="utf-8")
    expected = {
        f"table[1]/tr[{row}]/td[{column}]": text
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
    }
    with opened_web(path) as page:
        assert {c.pointer: c.text for g in page.grids for c in g.cells if c.pointer} == expected
    assert second_texts(path, list(expected)) == expected


def test_where_there_is_no_such_cell_the_second_reader_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<table><tr><td>1</td></tr></table>")
    pointers = ["table[1]/tr[1]/td[1]", "table[1]/tr[1]/td[2]", "table[2]/tr[1]/td[1]", "elsewhere"]
    assert second_texts(path, pointers) == {"table[1]/tr[1]/td[1]": "1"}


# Whole reports.


def check_specimen(
    specimen: Specimen, path: Path, opened: Callable[[Path], Any], second: Callable[..., Any]
) -> None:
    """A specimen is read as its gold says, and its second reader agrees on every figure."""
    path.write_bytes(specimen.content)
    form = forms()[specimen.form]
    with opened(path) as source:
        title = find_title(source.head)
        grids = next(iter(source.attempts(form, (), ())))[1]
    assert (title.agency, title.year) == (specimen.gold["agency"], specimen.gold["year"])
    parts = assign(grids, form)
    figures = {
        (f.table, f.item, f.measure): f
        for table in form.tables
        for f in place(table, parts[table.table]).figures
    }
    again = second(path, [figure.pointer for figure in figures.values() if figure.pointer])
    for cell in specimen.gold["cells"]:
        figure = figures[cell["table"], cell["item"], cell["measure"]]
        value = None if cell["value"] is None else Decimal(cell["value"])
        assert (figure.state, figure.value) == (cell["state"], value), (specimen.name, cell)
        if figure.state != "absent":
            printed = "".join((cell["raw"] or "").split())
            assert "".join(again[figure.pointer].split()) == printed, (specimen.name, cell)


def _some(specimens: Iterator[Specimen], every: int) -> list[Specimen]:
    return [one for number, one in enumerate(specimens) if number % every == 0]


def test_whole_pages_are_read_as_printed(tmp_path: Path) -> None:
    for specimen in _some(html_shapes(), 4):
        check_specimen(specimen, tmp_path / "page.html", opened_web, second_texts)


def test_a_wrong_gold_is_noticed(tmp_path: Path) -> None:
    specimen = next(html_shapes())
    cells = [dict(cell) for cell in specimen.gold["cells"]]
    number = next(cell for cell in cells if cell["state"] == "number")
    number["value"] = str(Decimal(number["value"]) + 1)
    wrong = replace(specimen, gold={**specimen.gold, "cells": cells})
    with pytest.raises(AssertionError):
        check_specimen(wrong, tmp_path / "page.html", opened_web, second_texts)
