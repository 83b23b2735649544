"""Style sheets of web pages: what wins is what is read, what is not understood is in doubt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tasks.extract.web.again as web_again
from expectations.rules import rule_book
from gongkai.confidence import confidence, confidences
from tasks.extract.web.assets import digest
from tasks.one import again
from tasks.read import read
from tests.press.web_pages import html_shapes
from tests.tasks.unpaged import PROSE, opened_page


def _cell(folder: Path, sheet: str, inside: str, head: str = "<!doctype html>"):
    """The first cell of a table, under a style sheet."""
    page = f"{head}<meta charset=utf-8><style>{sheet}</style>{PROSE}"
    table = f"<div class=out><table class=t><tr class=r><td class=c>{inside}</td><td>z</td></tr></table></div>"
    return opened_page(folder, page + table).grids[0].cells[0]


DIGIT = "20<i class='x y' id=n data-k=v>9</i>3"


@pytest.mark.parametrize(
    "sheet",
    [
        "td .x{display:none}",
        "td > .x{display:none}",
        "tr td i.x.y{visibility:hidden}",
        "[data-k]{display:none}",
        "[data-k=V i]{display:none}",
        "i:nth-child(1){display:none}",
        "td i:not(.z){display:none}",
        ":is(.x,.z){display:none}",
        ":where(#n){display:none}",
        "*.x{display:none}",
        "I.x{DISPLAY:NONE}",
        ".\\78{display:none}",
        "@media screen{.x{display:none}}",
        "@media screen and (min-width:600px){.x{display:none}}",
        "@media (400px <= width < 2000px){.x{display:none}}",
        "@media not print{.x{display:none}}",
        "@media (min-width:40em),print{.x{display:none}}",
        "@supports (display:grid){.x{display:none}}",
        "@supports not (display:subgrid2){.z{color:red}} .x{display:none}",
        "@layer a{.x{display:none}}",
        "@layer a,b;@layer b{.x{display:none}}@layer a{.x{display:inline}}",
        "@layer a{.x{display:inline}} .x{display:none}",
        "@layer a{.x{display:none!important}} .x{display:inline!important}",
        "td{& .x{display:none}}",
        "td{.x{display:none}}",
        "td{i&{color:red} >.x{display:none}}",
        "<!-- .x{display:none} -->",
        ".x{display:none!important}.x{display:inline}",
        ".x.y{display:none}.x{display:inline}",
        "#n{display:none}i.x.y{display:inline}",
        ".x{display:inline}.x{display:none}",
        ".x{display:none;display:foo}",
        ".x{display:none}.x{display:block\\9}",
        ".x{--d:none;display:var(--d)}",
        ":root{--d:none}.x{display:var(--e,var(--d))}",
        ".x{font:0/0 a}",
        ".x{font-size:0}",
        ".x{font-size:calc(1px - 1px)}",
        ".x{opacity:0}",
        ".x{opacity:.1}.x{opacity:0%}",
        ".x{color:transparent}",
        ".x{display:inline-block;width:0;overflow:hidden}",
        ".x{display:block;max-height:0;overflow:clip}",
        ".x{float:right;height:0;overflow:hidden}",
        ".x{content-visibility:hidden}",
        ".x{transform:scale(0)}",
        ".x{scale:0}",
        ".x{position:relative;left:-9999px}",
        ".x{display:inline-block;text-indent:-9999px}",
        ".x{clip-path:inset(50%)}",
        "{}.x{display:none}",
        ".x{;;color:red;;display:none",
        "@charset 'utf-8';@import 'gone.css';.x{display:none}",
    ],
)
def test_what_a_browser_hides_is_not_read(tmp_path: Path, sheet: str) -> None:
    cell = _cell(tmp_path, sheet, DIGIT)
    assert cell.text == "203"


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print{.x{display:none}}",
        "@media (max-width:768px){.x{display:none}}",
        "@media only screen and (max-width:600px){.x{display:none}}",
        "@media screen and (prefers-color-scheme:dark){.x{display:none}}",
        "@supports not (display:grid){.x{display:none}}",
        ".x{display:none}.x{display:inline}",
        ".x{display:none}td .x{display:inline}",
        ".x{display:none}",
        "p .x{display:none}",
        ".x:hover{display:none}",
        ".x:focus-within,.x:active{display:none}",
        ".x,.y::-moz-foo(2){display:none}",
        ".x{display:none\\9}",
        ".x{*display:none;_display:none}",
        ".x{display:nonsense}",
        ".x{color:red;font-family:宋体;border:1px solid;padding:2px;letter-spacing:1px;line-height:1.5}",
        "table,td{border-collapse:collapse;vertical-align:middle;text-align:center;word-break:break-all}",
        "td{height:0;overflow:hidden}",
        ".t{width:100%;table-layout:fixed;margin:0 -5.4pt;position:relative;float:left;transform:translateZ(0)}",
        ".out{overflow-x:auto;max-width:100%;transform:translate3d(0,0,0);float:left;position:absolute;left:10px}",
        ".out{animation:a 1s}@keyframes a{from{opacity:0}to{opacity:1}}",
        "html{filter:grayscale(100%)}body{zoom:1}.x{*zoom:1}",
        ".c:before{content:''}.out:after{content:'.';display:block;height:0;visibility:hidden}",
        ".r:hover,.r:nth-child(2n){background:#eee}",
        "a[href]:after{content:attr(href)}",
        ".x{transition:all .3s;cursor:pointer;user-select:none;box-shadow:0 0 1px red}",
        ".x{position:relative;top:1px}",
        "@font-face{font-family:icon;src:url(i.woff)}.icon{font-family:icon}",
        "@font-face{font-family:'my';src:local('SimSun')}.x{font-family:my}",
        ".x{mso-number-format:General;layout-grid-mode:line;text-justify:inter-ideograph}",
        ".x{filter:alpha(opacity=0);filter:progid:DXImageTransform.Microsoft.gradient()}",
        ".x{letter-spacing:-0.3pt;text-indent:0;word-spacing:normal}",
    ],
)
def test_what_changes_no_number_is_read_without_a_doubt(tmp_path: Path, sheet: str) -> None:
    if sheet == ".x{display:none}":
        sheet += "i{display:inline!important}"
    cell = _cell(tmp_path, sheet, DIGIT)
    assert (cell.text, cell.doubts) == ("2093", ())


@pytest.mark.parametrize(
    ("sheet", "inside"),
    [
        ("@container (min-width:1px){.x{display:none}}", DIGIT),
        (".x:nonsense-of-tomorrow{display:none}", DIGIT),
        ("@scope (td){.x{display:none}}", DIGIT),
        (".x{clip-path:url(#a)}", DIGIT),
        (".x{position:absolute}", DIGIT),
        (".x{float:left}", DIGIT),
        (".c p{display:flex;flex-direction:row-reverse}", "<p><i>2</i><i>3</i></p>"),
        (".c p{display:grid;grid-template-areas:'b a'}", "<p><i>2</i><i>3</i></p>"),
        (".x{order:-1}", DIGIT),
        (".x{unicode-bidi:bidi-override;direction:rtl}", DIGIT),
        ("table{direction:rtl}", "203"),
        (".x{rotate:180deg}", DIGIT),
        (".c{transform:rotate(180deg)}", "609"),
        (".out{transform:scaleX(-1)}", "609"),
        (".x{letter-spacing:-1em}", DIGIT),
        (".x{margin-left:-1em}", DIGIT),
        (".c p{width:12px;overflow:hidden}", "<p>2039</p>"),
        (".c p{height:9px;overflow:hidden}", "<p>2039</p>"),
        (".c:before{content:'1'}", "203"),
        (".c:after{content:counter(a)}", "203"),
        (".c::first-letter{font-size:0}", "203"),
        (".x{text-security:disc;-webkit-text-security:disc}", DIGIT),
        ("@font-face{font-family:odd;src:url(o.woff)}.c{font-family:odd}", "203"),
        (".x{property-of-tomorrow:1}", DIGIT),
        (".c{mask-image:linear-gradient(red,blue)}", "203"),
        (".x{animation:a 1s forwards}@keyframes a{to{opacity:0}}", DIGIT),
        (".x{all:unset}", DIGIT),
        (".x{filter:opacity(0)}", DIGIT),
        (".c{color:color-mix(in srgb,white,white)}", "203"),
        ("", "<ol><li>203</li></ol>"),
        ("", "<bdo dir=rtl>203</bdo>"),
        ("", "<ruby>203<rt>9</rt></ruby>"),
        ("", "<b><template shadowrootmode=open>8</template>203</b>"),
        ("", "<marquee>203</marquee>"),
    ],
)
def test_what_may_change_a_number_is_in_doubt_and_quoted(
    tmp_path: Path, sheet: str, inside: str
) -> None:
    cell = _cell(tmp_path, sheet, inside)
    assert {"styled", "unread"} & set(cell.doubts), (cell.text, cell.doubts)
    if "styled" in cell.doubts:
        assert cell.quotes


@pytest.mark.parametrize(
    ("script", "doubted"),
    [
        ("document.querySelectorAll('.x').forEach(e=>e.remove())", True),
        ("for(const e of document.querySelectorAll('td i'))e.style.display='none'", True),
        ("$('td i.x').hide()", True),
        ("var a=document.getElementsByTagName('i');a[0].innerText=''", True),
        ("document.getElementsByClassName('x')[0].textContent='1'", True),
        ("document.styleSheets[0].insertRule('td .x{display:none}')", True),
        ("$('head').append('<style>.x{display:none}</style>')", True),
        ("$('td').each(function(){$(this).find('i').hide()})", True),
        ("$('.TRS_Editor table').css('width','100%')", False),
        ("$('#zoom td').css('font-size', 16)", False),
        ("var t=document.getElementsByTagName('table');t[0].style.width='100%'", False),
        ("$('.nav li').hover(function(){$(this).show()})", False),
        ("$('.other').hide();$('.z').remove()", False),
        ("// $('.x').hide()\nvar a=1", False),
        ("$('tr:odd').addClass('odd')", False),
    ],
)
def test_a_script_that_names_what_stands_in_a_cell_is_quoted(
    tmp_path: Path, script: str, doubted: bool
) -> None:
    cell = _cell(
        tmp_path, ".x,.y,#n{color:red}", DIGIT, f"<!doctype html><script>{script}</script>"
    )
    assert ("styled" in cell.doubts) == doubted
    if doubted:
        assert cell.quotes[0].startswith(("script", ".x", "td .x"))


def test_sheets_that_lie_beside_the_page_are_read_and_others_are_said(tmp_path: Path) -> None:
    folder = tmp_path / "page_assets"
    folder.mkdir()
    (folder / "a.css").write_text("@import 'b.css'; .y{display:inline}")
    (folder / "b.css").write_text(".x{display:none!important}")
    head = (
        "<!doctype html><link rel=stylesheet href=page_assets/a.css>"
        "<link rel=stylesheet href=/css/site.css><link rel=stylesheet href=../../etc/passwd>"
        "<link rel=stylesheet media=print href=/css/print.css>"
    )
    page = f"{head}<meta charset=utf-8>{PROSE}<table><tr><td>{DIGIT}<td>z</table>"
    opened = opened_page(tmp_path, page)
    assert opened.grids[0].cells[0].text == "203"
    assert list(opened.missing) == ["/css/site.css", "../../etc/passwd"]


def test_a_sheet_that_is_not_at_hand_is_said_and_lowers_confidence_and_holds_nothing(
    tmp_path: Path,
) -> None:
    content = next(html_shapes()).content.decode("utf-8")
    content = re.sub(r"<link[^<>]*stylesheet[^<>]*>", "", content)
    readings = {}
    for name, head in {"all": "", "gone": "<link rel=stylesheet href=/css/site.css>"}.items():
        page = tmp_path / f"{name}.html"
        page.write_text(content.replace("</head>", f"{head}</head>"), encoding="utf-8")
        readings[name] = again(page, read(page), 0.05)
    said = [r for r in readings["gone"].remarks if r.rule == "reading.sheet_missing"]
    assert "/css/site.css" in said[0].message
    assert rule_book()["reading.sheet_missing"].severity == "info"
    number = {name: next(f for f in r.figures if f.value) for name, r in readings.items()}
    sure = {name: confidence("html", figure) for name, figure in number.items()}
    assert sure["gone"] < sure["all"]
    for figure in number.values():
        assert confidence("html", figure) in confidences("html", figure)


def test_a_page_too_large_for_the_second_reader_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(next(html_shapes()).content)
    monkeypatch.setattr(web_again, "LARGEST", 1000)
    rules = {remark.rule for remark in again(page, read(page), 0.05).remarks}
    assert "reading.read_once" in rules


def test_what_lies_beside_a_page_changes_what_it_is_read_by(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<link rel=stylesheet href=a.css>")
    nothing = digest(page)
    (tmp_path / "_assets").mkdir()
    (tmp_path / "_assets" / "other.css").write_text("a")
    assert digest(page) == nothing == ""
    (tmp_path / "_assets" / "a.css").write_text("a")
    shared = digest(page)
    (tmp_path / "page_assets").mkdir()
    (tmp_path / "page_assets" / "b.css").write_text("a")
    assert len({nothing, shared, digest(page)}) == 3
