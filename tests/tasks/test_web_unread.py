"""Web pages: what a person may see in a cell and no reader reads, and letters hard to see."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.reasons import DOUBTS
from tasks.extract.colour import BLACK, WHITE, Colour, colour, ground, is_faint
from tests.tasks.unpaged import PROSE, opened_page

SHEET = """<style>
.one:before{content:"1"} td.two::after{content:'\\32'} #three:after{content:attr(title)}
.main .four i::before{content:"4"} .sign:before{content:"\\e601"} .ends:after{content:""}
.clear:after{content:".";height:0;visibility:hidden} .tile{background:url(9.png)}
[lang]:before{content:""}
@media print{.paper:after{content:"7"}}
.white{color:#fff}
</style>"""
SCRIPT = """<script>
document.getElementById("named").innerText = 45; other.innerHTML = "45";
$(".filled").text(45); var plain = 1;
</script>"""


def _doubts(folder: Path, cell: str, page: str = "") -> tuple[str, ...]:
    """The doubts of the first cell of a table."""
    table = f"<table><tr>{cell}<td>z</td></tr></table>"
    return opened_page(folder, f"<meta charset=utf-8>{page}{PROSE}{table}").grids[0].cells[0].doubts


@pytest.mark.parametrize(
    "inside",
    [
        "<select><option>44<option selected>45</select>",
        "<input value=45>",
        "<input type=tel value=45>",
        "<input type=checkbox checked>",
        "<textarea>45</textarea>",
        "45<img src=1.png>",
        "45<svg><text>1</text></svg>",
        "45<canvas></canvas>",
        "45<object data=1.svg></object>",
        "45<iframe src=1.html></iframe>",
        "<meter value=45></meter>",
        "<script>document.write(45)</script>",
        "4<script src=5.js></script>",
        "<div style='background-image:url(45.png)'></div>",
        "<div class=tile></div>",
    ],
)
def test_what_is_seen_and_not_read_is_doubted(tmp_path: Path, inside: str) -> None:
    assert _doubts(tmp_path, f"<td>{inside}</td>", SHEET) == ("unread",)
    assert "unread" in DOUBTS


@pytest.mark.parametrize(
    "inside",
    [
        "<select style='display:none'><option>45</select>",
        "<div hidden><input value=45></div>",
        "<input type=hidden value=45>",
        "12<script>document.v = 13;</script>",
        "12<script type='text/html'>document.write(45)</script>",
        "12<span class=sign></span><b class=ends></b><b class=clear></b><b class=paper></b>",
        "<p class=MsoNormal><span lang=EN-US></span></p>",
        "<a id=bookmark></a>12<br id=end>",
        "<button>12</button>",
    ],
)
def test_what_is_not_seen_or_is_read_is_not_doubted(tmp_path: Path, inside: str) -> None:
    assert _doubts(tmp_path, f"<td>{inside}</td>", SHEET + SCRIPT) == ()


@pytest.mark.parametrize(
    ("cell", "doubted"),
    [
        ("<td><span id=named></span>", True),
        ("<td><span id=other>44</span>", True),
        ("<td id=named>", True),
        ("<td><span class=filled></span>", True),
        ("<td><span class=filled>44</span>", True),
        ("<td><span class=plain></span>", False),
        ("<td><span id=x></span>", True),
        ("<td><span id=x>12</span>", False),
        ("<td><count-up to=45></count-up>", True),
        ("<td><span v-text=n></span>", True),
        ("<td><span data-value=45></span>", True),
        ("<td><span data-colwidth=45></span>", False),
    ],
)
def test_what_a_script_may_fill_is_doubted(tmp_path: Path, cell: str, doubted: bool) -> None:
    assert bool(_doubts(tmp_path, cell, SCRIPT)) == doubted
    if "named" not in cell:
        assert "unread" not in _doubts(tmp_path, "<td>45", SCRIPT)


@pytest.mark.parametrize(
    ("cell", "doubted"),
    [
        ("<td><i class=one>45</i>", True),
        ("<td class=two>45", True),
        ("<td><b id=three>45</b>", True),
        ("<td><i>45</i>", False),
        ("<td class=main><p class=four><i>45</i></p>", True),
        ("<td><b>45</b>", False),
    ],
)
def test_words_of_a_style_sheet_are_doubted(tmp_path: Path, cell: str, doubted: bool) -> None:
    assert _doubts(tmp_path, cell, SHEET) == ("styled",) * doubted
    assert _doubts(tmp_path, "<td>45", "<style>*:before{content:'4'}</style>") == ("styled",)


def test_what_stands_outside_a_cell_is_no_matter(tmp_path: Path) -> None:
    page = "<form><input><select><option>1</select></form><img src=1.png><div id=named></div>"
    assert _doubts(tmp_path, "<td>12", page + SHEET + SCRIPT) == ()
    inner = "<table><tr><td>本年新收政府信息公开申请数量<td>7</table>"
    layout = f"<table><tr><td><img src=1.png>{inner}<td><input></table>"
    grid = opened_page(tmp_path, PROSE + layout).grids[-1]
    assert [cell.doubts for cell in grid.cells] == [(), ()]


@pytest.mark.parametrize(
    ("inside", "hidden"),
    [
        ("<i style='color:#F2F2F2'>9</i>45", True),
        ("<i style='color:rgb(240, 240, 240)'>9</i>45", True),
        ("<i style='color:rgb(94% 94% 94%)'>9</i>45", True),
        ("<i style='color:hsl(0, 0%, 95%)'>9</i>45", True),
        ("<i style='color:WhiteSmoke'>9</i>45", True),
        ("<i style='color:rgba(0,0,0,.05)'>9</i>45", True),
        ("<i style='opacity:.1'>9</i>45", True),
        ("<i style='-webkit-text-fill-color:transparent'>9</i>45", False),
        ("<font color=f2f2f2>9</font>45", True),
        ("<b class=white>9</b>45", True),
        ("<div style='background:#036'><b class=white>45</b></div>", False),
        ("<div style='background:#036 url(1.png)'><b class=white>45</b></div>", True),
        ("<b style='color:#000;background-color:black'>45</b>", True),
        ("<b style='color:#999'>45</b><b style='color:red'>45</b>", False),
        ("4<i class=white>.</i>5", True),
        ("45<i class=white>万</i>元", True),
        ("45<i class=white><s>万</s>&nbsp;件</i>", False),
        ("<b style='color:var(--ink)'>45</b>", False),
    ],
)
def test_letters_hard_to_see_are_doubted(tmp_path: Path, inside: str, hidden: bool) -> None:
    assert ("hidden" in _doubts(tmp_path, f"<td>{inside}</td>", SHEET)) == hidden


def test_what_a_table_has_behind_its_letters_counts_and_what_is_around_it_not(
    tmp_path: Path,
) -> None:
    page = "<table bgcolor=#003366><tr><td class=white>45<td>z</table>"
    assert opened_page(tmp_path, SHEET + PROSE + page).grids[0].cells[0].doubts == ()
    page = "<div style='background:#036'><table><tr><td class=white>45<td>z</table></div>"
    assert opened_page(tmp_path, SHEET + PROSE + page).grids[0].cells[0].doubts == ("hidden",)
    page = "<div style='background:#000'><table><tr><td>45<td>z</table></div>"
    assert opened_page(tmp_path, PROSE + page).grids[0].cells[0].doubts == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#fff", WHITE),
        (" Black ", BLACK),
        ("rgb(1 2 3 / 50%)", Colour(1, 2, 3, 0.5)),
        ("rgba(100%, 0%, 0%, 1)", Colour(255, 0, 0)),
        ("rgb(1)", None),
        ("rgb(1.2.3, 0, 0)", None),
        ("inherit", None),
        ("", None),
    ],
)
def test_colours_are_read(written: str, read: Colour | None) -> None:
    assert colour(written) == read


def test_a_colour_is_faint_on_one_like_it() -> None:
    grey = {level: Colour(level, level, level) for level in (0xBF, 0xD8)}
    assert is_faint(grey[0xD8], WHITE)
    assert not is_faint(grey[0xBF], WHITE)
    assert not is_faint(grey[0xD8], BLACK)
    assert ground("no-repeat #000 0 0", WHITE) == BLACK
    assert ground("rgba(0,0,0,.5)", WHITE) == Colour(127.5, 127.5, 127.5)
    assert ground("none", BLACK) == BLACK
