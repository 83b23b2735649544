"""Reports as government sites publish them in HTML: the sites around them, and their tag soup.

The report itself comes from the browser's producer; here its blocks are written again the way
Word, WPS, site editors and hand-made pages write them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from itertools import cycle
from random import Random
from typing import Any, Final, Literal

from tests.press.flow import Heading, Title, Words, flow
from tests.press.flow import Table as PrintedTable
from tests.press.forms import FORMS, FormName
from tests.press.gold import said
from tests.press.grid import Grid
from tests.press.model import PrintedReport
from tests.press.numbers import full_width
from tests.press.prose import statistics_table
from tests.press.shapes import documents
from tests.press.specimen import Specimen

SITE: Final = "示例市人民政府"
SUFFIX: Final = "示例市人民政府 门户网站"
RARE: Final = "联系人：李堃、陈䶮，地址：示例市𠮷祥路１号。"
"""With characters outside GB2312 (堃), outside the old GBK (䶮) and outside the BMP (𠮷)."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table as the site's editor sees it."""

    text: str
    role: str
    rows: int = 1
    columns: int = 1

    @property
    def is_number(self) -> bool:
        return self.role == "number"


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table: its rows, of which the first `head` are header rows."""

    rows: tuple[Row, ...]
    head: int = 0

    @property
    def width(self) -> int:
        return sum(cell.columns for cell in self.rows[0])

    @property
    def is_long(self) -> bool:
        """Whether it is the long table of applications, or the one table of 2014."""
        return len(self.rows) > 20


@dataclass(frozen=True)
class Text:
    """A line or a paragraph outside the tables."""

    kind: Literal["title", "heading", "paragraph"]
    text: str


Block = Text | Table


def blocks(report: PrintedReport) -> tuple[Block, ...]:
    """Title lines, headings, paragraphs and tables of a report in their order."""
    found: list[Block] = []
    for block in flow(report):
        match block:
            case Title(lines):
                found += [Text("title", line) for line in lines]
            case Heading(text):
                found.append(Text("heading", text))
            case Words(texts):
                found += [Text("paragraph", text) for text in texts]
            case PrintedTable(grid, heading):
                found += [Text("heading", heading)] if heading else []
                found.append(table_of(grid))
    return tuple(found)


def table_of(grid: Grid) -> Table:
    """The cells of a grid, row by row."""
    rows = (
        tuple(Cell(slot.text, slot.role, slot.rows, slot.columns) for slot in grid.in_row(row))
        for row in range(len(grid.row_keys))
    )
    return Table(tuple(rows), grid.header_rows)


# How editors write a cell, a paragraph and a table.


def _spans(cell: Cell, quote: str = '"') -> str:
    spans = f" rowspan={quote}{cell.rows}{quote}" if cell.rows > 1 else ""
    return spans + (f" colspan={quote}{cell.columns}{quote}" if cell.columns > 1 else "")


def _stub(text: str, between: str = "<br>") -> str:
    return between.join(escape(char) for char in text)


def _content(cell: Cell) -> str:
    return _stub(cell.text) if cell.role == "stub" else escape(cell.text, quote=False)


def _pieces(text: str, longest: int = 4) -> list[str]:
    """A text in the pieces into which Word breaks it: digits apart, long words cut."""
    found = re.findall(r"[0-9.,]+|[^0-9.,]+", text)
    return [part[at : at + longest] for part in found for at in range(0, len(part), longest)]


class Writer:
    """Plain modern tables; the other writers differ from it."""

    def cell(self, cell: Cell) -> str:
        return f"<td{_spans(cell)}>{self.content(cell)}</td>"

    def content(self, cell: Cell) -> str:
        return _content(cell)

    def row(self, row: Row, _number: int) -> str:
        return "<tr>" + "".join(self.cell(cell) for cell in row) + "</tr>"

    def table(self, table: Table) -> str:
        rows = "\n".join(self.row(row, number) for number, row in enumerate(table.rows))
        return f'<table border="1" cellspacing="0" cellpadding="0">\n<tbody>{rows}</tbody></table>'

    def text(self, block: Text) -> str:
        if block.kind == "title":
            return f"<h1>{escape(block.text)}</h1>"
        if block.kind == "heading":
            return f"<h2>{escape(block.text)}</h2>"
        return f"<p>{escape(block.text)}</p>"

    def block(self, block: Block) -> str:
        return self.table(block) if isinstance(block, Table) else self.text(block)


class WordPaste(Writer):
    """Pasted from Word: broken spans, `o:p`, smart tags, conditional comments."""

    def __init__(self, *, digits_apart: bool = False) -> None:
        self.digits_apart = digits_apart

    def run(self, text: str) -> str:
        latin = all(char.isascii() for char in text)
        lang = ' lang="EN-US"' if latin else ""
        font = "Times New Roman" if latin else "宋体"
        return (
            f'<span{lang} style=\'font-size:10.5pt;font-family:"{font}";mso-bidi-font-family:'
            f"宋体;mso-font-kerning:0pt'>{escape(text, quote=False)}</span>"
        )

    def paragraph(self, text: str, align: str, rest: str = "") -> str:
        runs = "".join(map(self.run, _pieces(text, 1 if self.digits_apart else 4)))
        empty = "<span lang=EN-US>&nbsp;<o:p></o:p></span>" if not text.strip() else ""
        end = empty or '<span lang="EN-US"><o:p></o:p></span>'
        return (
            f'<p class="MsoNormal" align="{align}" style="text-align:{align};'
            f'mso-pagination:widow-orphan;{rest}">{runs}{end}</p>'
        )

    def cell(self, cell: Cell) -> str:
        if cell.role == "stub":
            inside = "\n".join(self.paragraph(char, "center") for char in cell.text)
        else:
            inside = self.paragraph(cell.text, "center" if cell.is_number else "left")
        return (
            f'<td width="{cell.columns * 71}"{_spans(cell)} valign="center" style="width:'
            f"{cell.columns * 53.1:.1f}pt;border:solid windowtext 1.0pt;mso-border-alt:solid "
            'windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt;height:19.85pt">\n  '
            f"{inside}\n  </td>"
        )

    def row(self, row: Row, number: int) -> str:
        cells = "\n  ".join(self.cell(cell) for cell in row)
        return f"<tr style='mso-yfti-irow:{number};height:19.85pt'>\n  {cells}\n </tr>"

    def table(self, table: Table) -> str:
        rows = "\n ".join(self.row(row, number) for number, row in enumerate(table.rows))
        missing = "".join(f'<td width="{width}"></td>' for width in [71] * table.width)
        return (
            '<table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0" width="100%"'
            " style='border-collapse:collapse;mso-padding-alt:0cm 5.4pt 0cm 5.4pt'>\n "
            f"{rows}\n <![if !supportMisalignedColumns]>\n <tr height=0>{missing}</tr>\n"
            " <![endif]>\n</table>\n"
            '<p class="MsoNormal"><span lang="EN-US"><o:p>&nbsp;</o:p></span></p>'
        )

    def text(self, block: Text) -> str:
        align = "center" if block.kind == "title" else "left"
        written = self.paragraph(block.text, align, "text-indent:32.0pt;line-height:28.0pt;")
        # The dates get a smart tag, as Word puts one around them.
        return re.sub(
            r"(<span lang=\"EN-US\"[^>]*>(\d{4})</span><span[^>]*>年)",
            r'<st1:chsdate w:st="on" Year="\2" Month="1" Day="1" IsLunarDate="False">\1',
            written,
        ).replace("日</span>", "日</span></st1:chsdate>")


class Editor(Writer):
    """UEditor, as WPS tables come out of it: widths, first row, breaks inside labels."""

    def cell(self, cell: Cell) -> str:
        text = _content(cell)
        if cell.role in ("label", "header") and len(cell.text) > 5:
            half = len(cell.text) // 2
            text = f"{escape(cell.text[:half])}<br/>{escape(cell.text[half:])}"
        inside = (
            '<p style="text-align:center;line-height:24px"><span style="font-family: 仿宋_GB2312;'
            f'font-size: 14px;">{text or "<br/>"}</span></p>'
        )
        return (
            f'<td width="{cell.columns * 64}" valign="center"{_spans(cell)} style="padding: 0px '
            f'7px; border-width: 1px; border-color: windowtext;">{inside}</td>'
        )

    def row(self, row: Row, number: int) -> str:
        first = ' class="firstRow"' if number == 0 else ""
        return f'<tr style=";height:26px"{first}>' + "".join(map(self.cell, row)) + "</tr>"

    def text(self, block: Text) -> str:
        style = "text-align: center;" if block.kind == "title" else "text-indent: 43px;"
        strong = ("<strong>", "</strong>") if block.kind != "paragraph" else ("", "")
        return (
            f'<p style="{style}"><span style="font-size: 21px;">{strong[0]}'
            f"{escape(block.text)}{strong[1]}</span></p>"
        )


class Semantic(Writer):
    """A page of a careful programmer: `th`, `thead`, `tbody`, `colgroup`, `caption`."""

    def cell(self, cell: Cell) -> str:
        if cell.is_number:
            return f'<td class="num"{_spans(cell)}>{_content(cell)}</td>'
        scope = "col" if cell.role in ("header", "identity") else "row"
        return f'<th scope="{scope}"{_spans(cell)}>{_content(cell)}</th>'

    def table(self, table: Table) -> str:
        rows = [self.row(row, number) for number, row in enumerate(table.rows)]
        columns = "".join("<col>" for _ in range(table.width))
        head = "\n".join(rows[: table.head])
        opening = f"<thead>\n{head}\n</thead>\n" if head else ""
        body = "\n".join(rows[table.head :])
        return (
            f'<table class="report"><colgroup>{columns}</colgroup>\n{opening}'
            f"<tbody>\n{body}\n</tbody>\n</table>"
        )


class Unclosed(Writer):
    """HTML of the nineties: no end tag that a browser can do without."""

    def cell(self, cell: Cell) -> str:
        return f"<td{_spans(cell, '')}>{_content(cell) or '&nbsp'}\n"

    def row(self, row: Row, _number: int) -> str:
        return "<tr>" + "".join(map(self.cell, row))

    def table(self, table: Table) -> str:
        rows = "".join(self.row(row, number) for number, row in enumerate(table.rows))
        return f"<table border=1 width=100%>\n{rows}</table>"

    def text(self, block: Text) -> str:
        return f"<p>{escape(block.text)}\n"


class Shouted(Writer):
    """Upper-case tags and attributes, and FONT."""

    def cell(self, cell: Cell) -> str:
        spans = _spans(cell).upper()
        return f"<TD ALIGN=middle{spans}><FONT SIZE=2>{_content(cell) or '&nbsp;'}</FONT></TD>"

    def row(self, row: Row, _number: int) -> str:
        return "<TR>" + "".join(map(self.cell, row)) + "</TR>"

    def table(self, table: Table) -> str:
        rows = "\n".join(self.row(row, number) for number, row in enumerate(table.rows))
        return f"<TABLE BORDER=1 CELLSPACING=0>\n<TBODY>{rows}</TBODY></TABLE>"

    def text(self, block: Text) -> str:
        return f"<P><FONT FACE=宋体>{escape(block.text)}</FONT></P>"


class Soup(Writer):
    """Tags that close nothing, tags that nothing closes, and tags where none may stand."""

    def cell(self, cell: Cell) -> str:
        if cell.is_number:
            return f"<td{_spans(cell)}><p><span><b>{_content(cell)}</p></td></span>"
        return f"<td{_spans(cell)}></p><div><font color=black>{_content(cell)}</div></td>"

    def row(self, row: Row, _number: int) -> str:
        return "<tr>" + "".join(map(self.cell, row)) + "</td></tr></tr>"

    def table(self, table: Table) -> str:
        rows = "\n<form>".join(self.row(row, number) for number, row in enumerate(table.rows))
        return f"<table border=1><center>\n<tbody></div>{rows}</tbody></form></table></center>"


class Spaced(Writer):
    """Non-breaking spaces, tabs and breaks around the numbers, and inside some labels."""

    def content(self, cell: Cell) -> str:
        if cell.is_number:
            return f"\n\t\t&nbsp;&nbsp;{escape(cell.text)}&nbsp;&#8203;\n\t"
        if cell.role == "label" and len(cell.text) > 4:
            return f"{escape(cell.text[:3])}&nbsp;{escape(cell.text[3:])}&emsp;"
        return super().content(cell)


class Entities(Writer):
    """Every digit as a character reference."""

    def content(self, cell: Cell) -> str:
        written = super().content(cell)
        return re.sub(r"\d", lambda match: f"&#{ord(match.group())};", written)


class Hiding(Writer):
    """Numbers that no visitor sees stand in comments and hidden elements of the cells."""

    def __init__(self, rng: Random, form: Literal["cells", "rows"] = "cells") -> None:
        self.rng = rng
        self.form = form

    def cell(self, cell: Cell) -> str:
        if self.form == "cells" and cell.is_number:
            false = self.rng.randint(100, 999)
            hidden = (
                f"<!-- {false} -->",
                f'<span style="display:none">{false}</span>',
                f'<span hidden="hidden">{false}</span>',
                f'<input type="hidden" name="v" value="{false}">',
                f'<b style="DISPLAY: none !important; color:red">{false}</b>',
                f"<script>document.v = {false};</script>",
                f'<i style="visibility:hidden">{false}</i>',
            )[self.rng.randrange(7)]
            parts = [_content(cell), hidden]
            self.rng.shuffle(parts)
            return f"<td{_spans(cell)}>{''.join(parts)}</td>"
        return super().cell(cell)

    def row(self, row: Row, number: int) -> str:
        shown = super().row(row, number)
        if self.form == "rows" and any(cell.is_number for cell in row):
            plain = tuple(replace(cell, rows=1) for cell in row)
            return shown + falsified(super().row(plain, number), self.rng).replace(
                "<tr>", '<tr style="display: none;">'
            )
        return shown


def falsified(html: str, rng: Random) -> str:
    """The same piece of HTML with another number in every cell that holds one."""
    return re.sub(r">\d+<", lambda _: f">{rng.randint(1000, 9999)}<", html)


# What is done to the blocks before they are written.

Change = Callable[[tuple[Block, ...]], tuple[Block, ...]]


def as_it_is(found: tuple[Block, ...]) -> tuple[Block, ...]:
    return found


def _tables(change: Callable[[Table], Sequence[Block]]) -> Change:
    def changed(found: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(
            new
            for block in found
            for new in (change(block) if isinstance(block, Table) else (block,))
        )

    return changed


def split_at(table: Table, at: int) -> tuple[Table, Table]:
    """A table in two; cells that span the cut carry on in the second part without their text."""
    first, open_cells = [], []
    for number, row in enumerate(table.rows[:at]):
        short = []
        for cell in row:
            over = number + cell.rows - at
            if over > 0:
                open_cells.append(replace(cell, text="", rows=over))
                short.append(replace(cell, rows=cell.rows - over))
            else:
                short.append(cell)
        first.append(tuple(short))
    rest = table.rows[at:]
    return Table(tuple(first), table.head), Table(((*open_cells, *rest[0]), *rest[1:]), 0)


def split(*, repeat_header: bool, between: str = "") -> Change:
    """The long table as two tables, as a page break in the source leaves it."""

    def parts(table: Table) -> Sequence[Block]:
        if not table.is_long:
            return (table,)
        first, second = split_at(table, table.head + (len(table.rows) - table.head) // 2)
        if repeat_header:
            second = Table((*table.rows[: table.head], *second.rows), table.head)
        return (first, *((Text("paragraph", between),) if between else ()), second)

    return _tables(parts)


def with_unrelated_tables(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """Tables of other things before, between and after those of the form."""
    rng = Random(7)
    new: list[Block] = []
    for block in found:
        if isinstance(block, Table) and not block.is_long:
            new.append(_statistics(rng))
        new.append(block)
    return (*new, _statistics(rng))


def _statistics(rng: Random) -> Table:
    head, *rows = statistics_table(rng)
    return Table(
        (
            tuple(Cell(text, "header") for text in head),
            *(tuple(Cell(text, "number") for text in row) for row in rows),
        ),
        1,
    )


def without_title(found: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(block for block in found if not isinstance(block, Text) or block.kind != "title")


# The page around the report.

Wrapper = Literal[
    "bare",
    "#zoom",
    ".TRS_Editor",
    ".trs_editor_view",
    ".article-content",
    ".xxgk-content",
    ".pages_content",
    "#ivs_content",
    "layout tables",
]
Charset = Literal[
    "utf-8 meta", "utf-8 bom", "gb2312 meta", "gb18030 silent", "xhtml gb2312", "utf-8 silent"
]


Besides = Callable[[PrintedReport, str, Random], str]
"""Makes HTML that stands beside the report from it, from its HTML and from chance."""


def nothing(report: PrintedReport, body: str, rng: Random) -> str:
    """No HTML."""
    return ""


@dataclass(frozen=True)
class Page:
    """How a report becomes a page.

    Attributes:
        writer: Writes tables and paragraphs; a fresh one for each page.
        change: What happens to the blocks before.
        wrapper: Where on the page the report stands.
        charset: Encoding, and how it is declared.
        title: Where the title is found besides the body.
        before: HTML above the report inside the content.
        after: HTML below it.
    """

    writer: Callable[[Random], Writer] = lambda _: Writer()
    change: Change = as_it_is
    wrapper: Wrapper = "bare"
    charset: Charset = "utf-8 meta"
    title: Literal["h1", "meta", "title"] = "h1"
    before: Besides = nothing
    after: Besides = nothing


def written(report: PrintedReport, page: Page, rng: Random) -> bytes:
    """The bytes of a page."""
    found = page.change(blocks(report))
    if page.title != "h1":
        found = without_title(found)
    writer = page.writer(rng)
    body = "\n".join(writer.block(block) for block in found)
    body = page.before(report, body, rng) + body + page.after(report, body, rng)
    whole = "".join(report.title_lines)
    published = f"{report.year + 1}-01-{rng.randint(10, 31)} {rng.randint(8, 17):02d}:26"
    html = site_page(body, whole, published, page, rng)
    if page.charset == "utf-8 bom":
        return b"\xef\xbb\xbf" + html.encode()
    return html.encode("gb18030" if "gb" in page.charset else "utf-8")


def site_page(body: str, title: str, published: str, page: Page, rng: Random) -> str:
    """The report's HTML in its place on a page."""
    opening = "<!DOCTYPE html>\n<html>\n"
    declared = {
        "utf-8 meta": '<meta charset="utf-8">\n',
        "gb2312 meta": ('<meta http-equiv=Content-Type content="text/html; charset=gb2312">\n'),
    }.get(page.charset, "")
    if page.charset == "xhtml gb2312":
        opening = (
            '<?xml version="1.0" encoding="gb2312"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 '
            'Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
            '<html xmlns="http://www.w3.org/1999/xhtml">\n'
        )
    metas = ""
    if page.wrapper != "bare" or page.title == "meta":
        metas = (
            f'<meta name="SiteName" content="{SITE}">\n'
            f'<meta name="PubDate" content="{published}">\n'
            '<meta name="ColumnName" content="政府信息公开年报">\n'
            f'<meta name="ContentSource" content="{SITE}办公室">\n'
        )
    if page.title == "meta":
        metas += f'<meta name="ArticleTitle" content="{escape(title)}">\n'
    head_title = {"h1": title, "meta": SUFFIX, "title": f"{title} - {SUFFIX}"}[page.title]
    if page.wrapper == "bare":
        inside = body
    elif page.wrapper == "layout tables":
        inside = _layout_tables(body, published)
    else:
        inside = _site(body, title, published, page, rng)
    return (
        f"{opening}<head>\n{declared}{metas}<title>{escape(head_title)}</title>\n{_STYLE}\n"
        f"{_SCRIPT}\n</head>\n<body>\n{inside}\n</body>\n</html>\n"
    )


_STYLE: Final = """<link rel="stylesheet" href="/images/style.css">
<style type="text/css">
table { border-collapse: collapse } td { border: 1px solid #000 } .past { display: none }
.nav li { float: left; width: 90px }
</style>"""
_SCRIPT: Final = """<script type="text/javascript">
var _hmt = _hmt || []; if (1 < 2 && "<td>88</td>") { _hmt.push(["_trackPageview"]); }
document.write('<table><tr><td>本年新收政府信息公开申请数量</td><td>777</td></tr></table>'.slice(0, 0));
</script>"""
_COLUMNS: Final = ("首页", "政务公开", "政务服务", "互动交流", "走进示例", "数据开放", "专题专栏")
_NEWS: Final = (
    "示例市召开2024年政务公开工作推进会",
    "关于印发政务公开工作要点的通知",
    "示例市政府信息公开指南（2025年版）",
    "一图读懂：优化营商环境20条措施",
    "2025年第3期政府公报目录",
)


def _site(body: str, title: str, published: str, page: Page, rng: Random) -> str:
    """Navigation, breadcrumb, sidebars, content, related links and footer."""
    name = page.wrapper
    place = f'id="{name[1:]}"' if name.startswith("#") else f'class="{name[1:]}"'
    columns = "".join(f'<li><a href="/col/{n}/">{text}</a></li>' for n, text in enumerate(_COLUMNS))
    news = "".join(
        f'<li><a href="/art/{rng.randint(1000, 9999)}.html">{text}</a><span>01-{n + 11}</span></li>'
        for n, text in enumerate(_NEWS)
    )
    years = "".join(
        f'<li><a href="/nb/{year}.html">{SITE}{year}年政府信息公开工作年度报告</a></li>'
        for year in range(2016, 2026)
    )
    heading = f'<h1 class="article-title">{escape(title)}</h1>' if page.title == "h1" else ""
    return f"""<!--[if lt IE 9]><script src="/js/html5shiv.js"></script><![endif]-->
<noscript>您的浏览器不支持JavaScript，部分功能无法使用。</noscript>
<div class="header"><div class="logo"><img src="/images/logo.png" alt="{SITE}"></div>
<form action="/search"><input type="text" name="q" value="请输入关键字"><button>搜索</button></form>
<ul class="nav">{columns}</ul></div>
<div class="location">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt;
<a href="/zwgk/nb/">政府信息公开年报</a> &gt; 正文</div>
<div class="sidebar"><h3>政府信息公开年报</h3><ul>{years}</ul>
<h3>最新信息</h3><ul>{news}</ul></div>
<div class="main">{heading}
<div class="info"><span>发布时间：{published}</span> <span>来源：{SITE}办公室</span>
<span>浏览次数：<script>document.write(1024)</script></span> 【字体：<a>大</a> <a>中</a> <a>小</a>】</div>
<div {place}>
<!--content begin-->
{body}
<!--content end-->
</div>
<div class="related"><h3>相关链接</h3><ul>{news}</ul></div>
<p class="turn">上一篇：<a href="1.html">没有了</a> 下一篇：<a href="2.html">{_NEWS[0]}</a></p></div>
<div class="footer"><p>主办单位：{SITE}办公室　网站标识码：0000000001</p>
<p>备案号：示ICP备00000001号-1　公网安备 00000000000001号</p><p>{RARE}</p></div>"""


def _layout_tables(body: str, published: str) -> str:
    """A page of nested tables, the report inside one of their cells."""
    columns = "".join(f'<td height="30"><a href="#">{text}</a></td>' for text in _COLUMNS)
    news = "".join(
        f'<tr><td width="8">·</td><td><a href="#">{text}</a></td><td>{n + 11}</td></tr>'
        for n, text in enumerate(_NEWS)
    )
    return f"""<table width="1002" border="0" align="center" cellpadding="0" cellspacing="0">
<tr><td><table width="100%"><tr>{columns}</tr></table></td></tr>
<tr><td><table width="100%" border="0"><tr>
<td width="240" valign="top"><table width="100%">{news}</table></td>
<td valign="top"><table width="96%" border="0" align="center">
<tr><td align="center" class="bt">发布日期：{published}</td></tr>
<tr><td class="content">
{body}
</td></tr>
<tr><td align="right"><a href="javascript:window.print()">【打印】</a></td></tr></table></td>
</tr></table></td></tr>
<tr><td align="center"><table><tr><td>版权所有：{SITE}</td><td>{RARE}</td></tr></table></td></tr>
</table>"""


def index_card(report: PrintedReport, body: str, rng: Random) -> str:
    """The table of catalogue data that disclosure platforms put above a document."""
    return f"""<table class="xxgk_head" width="100%"><tr><th>索 引 号：</th>
<td>00000000/{report.year + 1}-{rng.randint(10000, 99999)}</td><th>信息分类：</th>
<td>政府信息公开年报</td></tr><tr><th>发布机构：</th><td>{report.agency}</td><th>发文日期：</th>
<td>{report.year + 1}-01-20</td></tr><tr><th>文　　号：</th><td>无</td><th>有 效 性：</th>
<td>有效</td></tr></table>
"""


def hidden_copy(report: PrintedReport, body: str, rng: Random) -> str:
    """An earlier version of the whole report, in places that no visitor sees."""
    false = falsified(body, rng)
    return (
        f'<div style="display:none">{false}</div>\n<!-- {false.replace("--", "- -")} -->\n'
        f"<template>{false}</template>\n"
        f'<script type="text/html" id="old">{false}</script>\n'
        f'<textarea style="display:none">{escape(false)}</textarea>\n'
    )


def copy_hidden_by_class(report: PrintedReport, body: str, rng: Random) -> str:
    """An earlier version that the page's style sheet hides."""
    return f'<div class="past">{falsified(body, rng)}</div>\n'


MSO: Final = """<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom>
</w:WordDocument></xml><![endif]--><!--[if gte mso 10]><style>table.MsoNormalTable
{mso-style-name:普通表格;}</style><![endif]-->
<div class="Section1" style="layout-grid:15.6pt">
"""


def mso_opening(report: PrintedReport, body: str, rng: Random) -> str:
    return MSO


def mso_closing(report: PrintedReport, body: str, rng: Random) -> str:
    return "</div>"


# What the report prints.

Printing = Callable[[PrintedReport], PrintedReport]


def as_printed(report: PrintedReport) -> PrintedReport:
    return report


def in_full_width(report: PrintedReport) -> PrintedReport:
    cells = {key: text and full_width(text) for key, text in report.cells.items()}
    return replace(report, cells=cells)


def with_zero(zero: str) -> Printing:
    """Prints another sign for nothing."""

    def printed(report: PrintedReport) -> PrintedReport:
        cells = {key: zero if text == "0" else text for key, text in report.cells.items()}
        return replace(report, cells=cells)

    return printed


def set_otherwise(**layout: Any) -> Printing:
    """Another layout."""
    return lambda report: replace(report, layout=replace(report.layout, **layout))


ALL: Final = tuple(FORMS)
TABLES: Final[tuple[FormName, ...]] = ("2021", "2019")
"""The forms that have tables 二 and 四."""


@dataclass(frozen=True)
class _Shape:
    shape: str
    page: Page
    forms: tuple[FormName, ...] = ALL
    printing: Printing = as_printed


SHAPES: Final = (
    _Shape("plain, utf-8 meta", Page()),
    _Shape("utf-8 with BOM", Page(wrapper="#zoom", charset="utf-8 bom")),
    _Shape("utf-8 not declared", Page(wrapper=".pages_content", charset="utf-8 silent")),
    _Shape("gb2312 declared, gb18030 inside", Page(wrapper=".TRS_Editor", charset="gb2312 meta")),
    _Shape("gb18030 not declared", Page(wrapper=".article-content", charset="gb18030 silent")),
    _Shape(
        "xhtml with xml declaration, gb2312", Page(wrapper="#ivs_content", charset="xhtml gb2312")
    ),
    _Shape("site, .trs_editor_view", Page(wrapper=".trs_editor_view")),
    _Shape("site, catalogue card, .xxgk-content", Page(wrapper=".xxgk-content", before=index_card)),
    _Shape("layout tables", Page(wrapper="layout tables", writer=lambda _: Editor())),
    _Shape(
        "layout tables, gb2312, unclosed tags",
        Page(wrapper="layout tables", charset="gb2312 meta", writer=lambda _: Unclosed()),
    ),
    _Shape(
        "pasted from Word",
        Page(
            wrapper="#zoom",
            writer=lambda _: WordPaste(),
            before=mso_opening,
            after=mso_closing,
        ),
    ),
    _Shape(
        "pasted from Word, digits in spans of their own",
        Page(
            wrapper=".TRS_Editor",
            writer=lambda _: WordPaste(digits_apart=True),
            before=mso_opening,
            after=mso_closing,
        ),
        printing=with_zero(""),
    ),
    _Shape("UEditor, breaks in labels", Page(wrapper="#zoom", writer=lambda _: Editor())),
    _Shape("th, thead, colgroup", Page(writer=lambda _: Semantic())),
    _Shape("unclosed tags", Page(writer=lambda _: Unclosed(), charset="gb2312 meta")),
    _Shape("stray and missing tags", Page(writer=lambda _: Soup(), wrapper="#zoom")),
    _Shape("upper-case tags", Page(writer=lambda _: Shouted(), wrapper="#zoom")),
    _Shape("spans of header and numbers differ", Page(), TABLES, set_otherwise(blocks="uneven")),
    _Shape(
        "spans differ, pasted from Word",
        Page(writer=lambda _: WordPaste(), wrapper="#zoom"),
        TABLES,
        set_otherwise(blocks="uneven"),
    ),
    _Shape("full-width digits", Page(wrapper="#zoom"), printing=in_full_width),
    _Shape("spaces around numbers", Page(writer=lambda _: Spaced(), wrapper=".pages_content")),
    _Shape("digits as character references", Page(writer=lambda _: Entities())),
    _Shape("hidden numbers in cells", Page(writer=Hiding, wrapper="#zoom")),
    _Shape("hidden rows", Page(writer=lambda rng: Hiding(rng, "rows"), wrapper="#zoom")),
    _Shape("hidden earlier version", Page(before=hidden_copy, wrapper="#zoom")),
    _Shape("earlier version hidden by class", Page(before=copy_hidden_by_class)),
    _Shape("table in two, no header", Page(change=split(repeat_header=False))),
    _Shape(
        "table in two, header repeated",
        Page(change=split(repeat_header=True, between="（续表）"), writer=lambda _: Editor()),
    ),
    _Shape("table four as three rows", Page(), TABLES, set_otherwise(review="rows")),
    _Shape("table four in three parts", Page(), TABLES, set_otherwise(review="blocks")),
    _Shape(
        "unrelated tables",
        Page(change=with_unrelated_tables, wrapper="#zoom", before=index_card),
    ),
    _Shape("title in meta only", Page(title="meta", wrapper=".TRS_Editor")),
    _Shape("title in title only", Page(title="title", wrapper=".article-content")),
    _Shape("blank cells", Page(wrapper="#zoom"), printing=with_zero("")),
    _Shape("dashes", Page(wrapper="#zoom", writer=lambda _: Editor()), printing=with_zero("—")),
    _Shape("slashes", Page(writer=lambda _: WordPaste()), printing=with_zero("/")),
)


def _written(report: PrintedReport, page: Page, seed: int) -> bytes:
    return written(report, page, Random(seed))


def html_shapes() -> Iterator[Specimen]:
    """Every web page of the accuracy set."""
    sources = {form: cycle(documents(form)) for form in ALL}
    for number, shape in enumerate(SHAPES, start=1):
        for form in shape.forms:
            report = shape.printing(next(sources[form]))
            yield Specimen(
                name=f"html-{number:02d}-{form}",
                form=form,
                family="html",
                shape=shape.shape,
                suffix=".html",
                make=partial(_written, report, shape.page, number),
                gold=said(report),
            )
