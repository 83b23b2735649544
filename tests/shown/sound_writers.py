"""Tables and paragraphs as Word, Excel, WPS, editors and the table classes of libraries write them.

Every writer shows each cell of the report once, where its row and column stand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from random import Random
from typing import Final

from tests.press.web_pages import Cell, Row, Table, Text, Writer

Number = Callable[[str, Random], str]
"""How the text of a cell is written."""


def spans(cell: Cell, *, always: bool = False) -> str:
    """`rowspan` and `colspan` of a cell, where they are not 1 or always."""
    found = ""
    if cell.rows > 1 or always:
        found += f' rowspan="{cell.rows}"'
    if cell.columns > 1 or always:
        found += f' colspan="{cell.columns}"'
    return found


def _text(text: str) -> str:
    return escape(text, quote=False)


# The text of a cell.


def plain(text: str, _rng: Random) -> str:
    return _text(text)


def with_space(text: str, _rng: Random) -> str:
    return f"\n\t\t\t{_text(text)}\n\t\t" if text else "&nbsp;"


def word_run(text: str, rng: Random) -> str:
    size = rng.choice(("9.0pt", "10.5pt", "12.0pt"))
    return (
        "<p class=MsoNormal align=center style='margin-top:0cm;text-align:center;text-indent:0cm;"
        "mso-char-indent-count:0;layout-grid-mode:char;mso-layout-grid-align:none;"
        "word-break:break-all;punctuation-wrap:simple;text-autospace:none;vertical-align:middle;"
        f"line-height:150%'><span lang=EN-US style='font-size:{size};line-height:150%;"
        'font-family:"Times New Roman",serif;mso-fareast-font-family:仿宋_GB2312;color:black;'
        f"mso-font-kerning:0pt'>{_text(text) or '&nbsp;'}<o:p></o:p></span></p>"
    )


def word_spacerun(text: str, _rng: Random) -> str:
    return (
        "<p class=MsoNormal align=center style='mso-margin-top-alt:auto;text-align:center;"
        "tab-stops:45.8pt 91.6pt;mso-pagination:widow-orphan'><span lang=EN-US "
        "style='font-size:10.5pt;letter-spacing:.5pt'><span style='mso-spacerun:yes'>&nbsp;</span>"
        f"{_text(text)}<span style='mso-spacerun:yes'>&nbsp; </span></span><o:p></o:p></p>"
    )


def word_pieces(text: str, _rng: Random) -> str:
    pieces = "".join(
        f"<span lang=EN-US style='font-size:12.0pt;letter-spacing:-.1pt'>{_text(char)}</span>"
        for char in text
    )
    return f"<p align=center style='text-align:center'>{pieces}<o:p></o:p></p>"


def wps_run(text: str, _rng: Random) -> str:
    return (
        '<p class="MsoNormal" style="text-indent:0.0000pt;mso-char-indent-count:0.0000;'
        "text-autospace:ideograph-numeric;mso-pagination:none;layout-grid-mode:char;"
        'text-align:center;line-height:20.0000pt;mso-line-height-rule:exactly;">'
        "<span style=\"mso-spacerun:'yes';font-family:仿宋_GB2312;mso-hansi-font-family:Calibri;"
        'font-size:10.5000pt;mso-font-kerning:1.0000pt;"><font face="仿宋_GB2312">'
        f"{_text(text)}</font></span><span style=\"mso-spacerun:'yes';font-size:10.5000pt;\">"
        "<o:p></o:p></span></p>"
    )


def font_soup(text: str, rng: Random) -> str:
    colour = rng.choice(("#000000", "black", "#333"))
    return (
        f'<div align="center"><font color="{colour}" face="宋体" size="2"><span '
        'style="FONT-SIZE: 10.5pt; LETTER-SPACING: 0.5pt; mso-bidi-font-size: 12.0pt">'
        f"<font size=2><strong></strong>{_text(text) or '&nbsp;'}</font></span></font></div>"
    )


def nested_spans(text: str, _rng: Random) -> str:
    return (
        '<span style="color: rgb(51, 51, 51); font-size: 14px; orphans: 2; widows: 2; float: none; '
        'display: inline !important; text-decoration-style: initial;"><span style="font-family: '
        '仿宋; -webkit-text-stroke-width: 0px; white-space: normal; word-spacing: 0px;"><span '
        f'style="letter-spacing: 0.5pt; text-indent: 0px">{_text(text)}</span></span></span>'
    )


def tabular(text: str, _rng: Random) -> str:
    return f'<span style="font-variant-numeric:tabular-nums;font-weight:600">{_text(text)}</span>'


def editor_run(text: str, _rng: Random) -> str:
    return (
        '<p style="text-align: center; text-indent: 0em; line-height: 1.5em; margin: 0px;"><span '
        'style="font-size: 14px; font-family: 宋体, SimSun; text-wrap: wrap;">'
        f"{_text(text) or '<br/>'}</span></p>"
    )


def div_cell(text: str, _rng: Random) -> str:
    return f'<div class="cell">{_text(text)}</div>'


NUMBERS: Final[dict[str, Number]] = {
    "plain": plain,
    "spaces": with_space,
    "word run": word_run,
    "word spacerun": word_spacerun,
    "word pieces": word_pieces,
    "wps run": wps_run,
    "font soup": font_soup,
    "nested spans": nested_spans,
    "tabular": tabular,
    "editor run": editor_run,
}


@dataclass
class Markup(Writer):
    """One way of writing tables.

    Attributes:
        table_tag: attributes of the table, with `{width}` for its number of columns.
        around: what stands before and after each table.
        row_tag: attributes of every row.
        cell_tag: attributes of every cell of the body.
        head_tag: attributes of every cell of the header.
        number: how the text of a cell is written.
        label: the same of labels and headers, if it is otherwise.
        head: whether header rows stand in a `thead`, of `th`.
        columns: what a `col` has for attributes; none if it is empty.
        always: whether spans of 1 are written.
        last: a last row, made of the table.
        paragraph: attributes of a paragraph.
    """

    rng: Random
    table_tag: str = ""
    around: tuple[str, str] = ("", "")
    row_tag: str = ""
    cell_tag: str = ""
    head_tag: str = ""
    number: Number = plain
    label: Number | None = None
    head: bool = False
    columns: str = ""
    always: bool = False
    last: Callable[[Table], str] | None = None
    paragraph: str = ""
    run: tuple[str, str] = ("", "")
    heads: str = ""

    def cell(self, cell: Cell) -> str:
        return self._cell(cell, "td", self.cell_tag)

    def _cell(self, cell: Cell, name: str, tag: str) -> str:
        write = self.number if cell.is_number or self.label is None else self.label
        return (
            f"<{name}{spans(cell, always=self.always)}{tag}>{write(cell.text, self.rng)}</{name}>"
        )

    def row(self, row: Row, number: int) -> str:
        tag = self.row_tag.format(number=number, parity="odd" if number % 2 else "even")
        return f"<tr{tag}>" + "\n".join(self.cell(cell) for cell in row) + "</tr>"

    def head_row(self, row: Row) -> str:
        cells = "".join(self._cell(cell, "th", self.head_tag) for cell in row)
        return f"<tr>{cells}</tr>"

    def col_group(self, table: Table) -> str:
        columns = (f"<col {self.columns}>" for _ in range(table.width))
        return f"<colgroup>{''.join(columns)}</colgroup>" if self.columns else ""

    def table(self, table: Table) -> str:
        head = table.head if self.head else 0
        top = "\n".join(self.head_row(row) for row in table.rows[:head])
        body = "\n".join(self.row(row, number) for number, row in enumerate(table.rows[head:]))
        top = f"<thead{self.heads}>{top}</thead>" if top else ""
        last = self.last(table) if self.last else ""
        before, after = self.around
        return (
            f"{before}<table{self.table_tag}>{self.col_group(table)}{top}\n"
            f"<tbody>{body}\n{last}</tbody></table>{after}\n"
        )

    def text(self, block: Text) -> str:
        before, after = self.run
        if block.kind == "title":
            return (
                f'<p{self.paragraph} align="center">{before}<b>{_text(block.text)}</b>{after}</p>'
            )
        if block.kind == "heading":
            return f"<p{self.paragraph}>{before}<strong>{_text(block.text)}</strong>{after}</p>"
        return f"<p{self.paragraph}>{before}{_text(block.text)}{after}</p>"


@dataclass
class Apart(Markup):
    """A component's table: the header is a table of its own over the body's."""

    def table(self, table: Table) -> str:
        if not table.head:
            return super().table(table)
        top = "\n".join(self.head_row(row) for row in table.rows[: table.head])
        body = "\n".join(self.row(row, n) for n, row in enumerate(table.rows[table.head :]))
        group = self.col_group(table)
        zero = ' cellspacing="0" cellpadding="0" border="0"'
        return (
            '<div class="el-table el-table--fit el-table--border el-table--enable-row-hover" '
            'style="width: 100%;"><div class="hidden-columns"></div>'
            f'<div class="el-table__header-wrapper"><table{zero} class="el-table__header" '
            f'style="width: 100%;">{group}<thead class="has-gutter is-group">{top}</thead></table>'
            '</div><div class="el-table__body-wrapper is-scrolling-none">'
            f'<table{zero} class="el-table__body" style="width: 100%;">{group}<tbody>{body}'
            "</tbody></table><!----></div><!----><!----><!----><!---->"
            '<div class="el-table__column-resize-proxy" style="display: none;"></div></div>\n'
        )


class Fixed(Apart):
    """The same with the header in the table, and a copy over it for the column that stays in place.

    In the copy the cells of the other columns are there, but not visible.
    """

    _hidden: frozenset[int] = frozenset()

    def _cell(self, cell: Cell, name: str, tag: str) -> str:
        hidden = id(cell) in self._hidden
        return super()._cell(cell, name, tag.replace("is-center", "is-center is-hidden", hidden))

    def table(self, table: Table) -> str:
        width = f"width: {80 * table.width}px;"
        rows = tuple(tuple(replace(cell) for cell in row) for row in table.rows)
        self.table_tag = f' class="el-table__body" cellspacing="0" style="{width}"'
        whole = Markup.table(self, replace(table, rows=rows))
        self._hidden = frozenset(id(cell) for cell in _beside_the_first(rows))
        copy = Markup.table(self, replace(table, rows=rows))
        self._hidden = frozenset()
        return (
            f'<div class="el-table el-table--border" style="{width}">'
            f'<div class="el-table__body-wrapper is-scrolling-left">{whole}</div>'
            '<div class="el-table__fixed" style="width: 80px; height: 100%;">'
            f'<div class="el-table__fixed-body-wrapper" style="top: 0px;">{copy}</div></div></div>'
        )


def _beside_the_first(rows: tuple[Row, ...]) -> list[Cell]:
    """The cells that do not begin in the first column."""
    found: list[Cell] = []
    over = 0
    for row in rows:
        found += row if over else row[1:]
        over = over - 1 if over else row[0].rows - 1
    return found


_WORD_TABLE: Final = (
    ' class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 width="100%" '
    "style='width:100.0%;border-collapse:collapse;border:none;mso-border-alt:solid windowtext "
    ".5pt;mso-yfti-tbllook:1184;mso-padding-alt:0cm 5.4pt 0cm 5.4pt;mso-border-insideh:"
    ".5pt solid windowtext;mso-table-layout-alt:fixed'"
)
_WORD_CELL: Final = (
    " style='width:40.0pt;border:solid windowtext 1.0pt;border-left:none;mso-border-left-alt:"
    "solid windowtext .5pt;padding:0cm 1.4pt 0cm 1.4pt;height:19.85pt;word-break:break-all'"
)
_WORD_ROW: Final = " style='mso-yfti-irow:{number};page-break-inside:avoid;height:19.85pt'"


def _width_row(table: Table) -> str:
    cells = "".join(f"<td width={60 + n} style='border:none'></td>" for n in range(table.width))
    return f"<![if !supportMisalignedColumns]>\n <tr height=0>{cells}</tr>\n <![endif]>\n"


def _excel_width_row(table: Table) -> str:
    cells = "".join("<td width=72 style='width:54pt'></td>" for _ in range(table.width))
    return (
        "<![if supportMisalignedColumns]>\n <tr height=0 style='display:none'>"
        f"{cells}</tr>\n <![endif]>\n"
    )


Make = Callable[[Random], Writer]


def _markup(tag: str, **more: object) -> Make:
    def make(rng: Random) -> Writer:
        numbers = more.get("numbers", ("plain", "spaces", "tabular", "nested spans"))
        assert isinstance(numbers, tuple)
        rest = {key: value for key, value in more.items() if key != "numbers"}
        return replace(
            Markup(rng, tag, number=NUMBERS[rng.choice(numbers)]),
            **rest,  # type: ignore[arg-type]
        )

    return make


def _element(kind: type[Apart], tag: str = "") -> Make:
    return lambda rng: kind(
        rng,
        tag,
        cell_tag=' class="el-table_1_column_1 is-center el-table__cell"',
        head_tag=' class="el-table_1_column_1 is-center is-leaf el-table__cell"',
        row_tag=' class="el-table__row"',
        number=div_cell,
        head=True,
        columns='name="el-table_1_column_1" width="80"',
        always=True,
    )


_P: Final = (
    ' class=MsoNormal style="text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt;'
    'mso-line-height-rule:exactly;text-justify:inter-ideograph;layout-grid-mode:char"'
)
_RUN: Final = (
    "<span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体;"
    "mso-bidi-font-family:仿宋_GB2312'>",
    "<span lang=EN-US><o:p></o:p></span></span>",
)
_BARE: Final = ("plain", "spaces", "tabular")
_EDITED: Final = ("editor run", "nested spans", "plain")
_SCOPED: Final = ' scope="col"'
_BOOTSTRAP: Final = ' class="table table-bordered table-striped table-hover"'

WRITERS: Final[dict[str, Make]] = {
    "word": _markup(
        _WORD_TABLE,
        row_tag=_WORD_ROW,
        cell_tag=f" valign=center{_WORD_CELL}",
        last=_width_row,
        numbers=("word run", "word spacerun", "word pieces"),
        paragraph=_P,
        run=_RUN,
    ),
    "word grid": _markup(
        " class=MsoTableGrid border=1 align=center style='border-collapse:collapse;"
        "mso-table-anchor-horizontal:margin;margin-left:6.75pt;margin-right:6.75pt;"
        "mso-table-lspace:9.0pt;mso-table-overlap:never'",
        row_tag=_WORD_ROW,
        cell_tag=_WORD_CELL,
        numbers=("word run", "word pieces"),
        around=(
            "<div align=center>",
            "</div><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>",
        ),
        paragraph=_P,
        run=_RUN,
    ),
    "excel": _markup(
        " x:str border=0 cellpadding=0 cellspacing=0 width=720 style='border-collapse:collapse;"
        "table-layout:fixed;width:540pt'",
        columns="width=72 style='mso-width-source:userset;mso-width-alt:2304;width:54pt'",
        row_tag=" height=38 style='mso-height-source:userset;height:28.5pt'",
        cell_tag=" class=xl65 width=72 style='border-top:none;width:54pt'",
        last=_excel_width_row,
        numbers=("plain", "tabular"),
    ),
    "excel numbers": _markup(
        ' border="1" cellspacing="0" style="border-collapse:collapse;mso-table-layout-alt:fixed"',
        cell_tag=' class="xl67" x:num align="center"',
        row_tag=' height="19"',
        numbers=_BARE,
    ),
    "wps": _markup(
        ' class="MsoTableGrid" border="1" cellspacing="0" style="border-collapse:collapse;'
        "border:none;mso-border-left-alt:0.5000pt solid windowtext;mso-table-layout-alt:fixed;"
        'mso-padding-alt:0.0000pt 5.4000pt 0.0000pt 5.4000pt;"',
        cell_tag=' width="76" valign="center" style="padding:0.0000pt 5.4000pt;border-left:'
        '1.0000pt solid windowtext;mso-border-left-alt:0.5000pt solid windowtext;"',
        row_tag=' style="height:22.6500pt;"',
        numbers=("wps run",),
        paragraph=' class="MsoNormal" style="text-indent:32.0000pt;mso-char-indent-count:2.0000;"',
    ),
    "font soup": _markup(
        ' border="1" bordercolor="#000000" cellpadding="2" style="BORDER-COLLAPSE: collapse"',
        numbers=("font soup",),
        cell_tag=' bgColor="#ffffff" vAlign="middle" noWrap',
        run=('<font face="仿宋_GB2312" size="4">', "</font>"),
        label=font_soup,
        around=('<div style="OVERFLOW-X: auto">', "</div>"),
    ),
    "dongyi": _markup(
        ' id="Table1" cellSpacing="1" cellPadding="3" width="100%" align="center" border="0" '
        'bgcolor="#cccccc"',
        cell_tag=' class="tdbg" bgcolor="#FFFFFF" align="middle"',
        numbers=("font soup", "plain"),
    ),
    "ueditor": _markup(
        ' class="noBorderTable" interlaced="enabled" data-sort="sortDisabled" width="100%"',
        row_tag=' class="ue-table-interlace-color-{parity}"',
        numbers=_EDITED,
        cell_tag=' valign="middle" align="center" style="border: 1px solid rgb(0, 0, 0); '
        'word-break: break-all; padding: 0px 7px;"',
        paragraph=' style="text-indent: 2em; text-align: justify;"',
    ),
    "tinymce": _markup(
        ' class="mce-item-table" style="border-collapse: collapse; width: 100%; height: 792px;" '
        'border="1" data-mce-style="border-collapse: collapse; width: 100%;"',
        columns='style="width: 9.99973%;"',
        cell_tag=' style="width: 10%; height: 18px; text-align: center;"',
        numbers=_EDITED,
    ),
    "wangeditor": _markup(
        ' border="0" width="100%" cellpadding="0" cellspacing="0"',
        numbers=_EDITED,
        around=('<div class="w-e-text">', "</div>"),
        head=True,
    ),
    "wordpress": _markup(
        ' class="has-fixed-layout"',
        around=('<figure class="wp-block-table is-style-stripes aligncenter">', "</figure>"),
        cell_tag=' class="has-text-align-center" data-align="center"',
        numbers=_BARE,
    ),
    "bootstrap": _markup(
        _BOOTSTRAP,
        around=('<div class="table-responsive">', "</div>"),
        head=True,
        head_tag=f'{_SCOPED} class="text-center"',
        cell_tag=' class="text-center"',
        numbers=_BARE,
    ),
    "bootstrap small": _markup(
        ' class="table table-sm table-condensed table-bordered align-middle mb-0"',
        heads=' class="thead-dark table-light"',
        head=True,
        numbers=_BARE,
        around=('<div class="table-responsive-md">', "</div>"),
        row_tag=' class="active"',
    ),
    "bootstrap-table": _markup(
        _BOOTSTRAP,
        head=True,
        head_tag=' style="text-align: center; vertical-align: middle; "',
        cell_tag=' style="text-align: center; vertical-align: middle; "',
        numbers=_BARE,
        row_tag=' data-index="{number}"',
        around=(
            '<div class="bootstrap-table bootstrap3"><div class="fixed-table-toolbar"></div>'
            '<div class="fixed-table-container" style="padding-bottom: 0px;">'
            '<div class="fixed-table-header" style="display: none;"><table></table></div>'
            '<div class="fixed-table-body"><div class="fixed-table-loading table table-bordered">'
            '<span class="loading-wrap"><span class="loading-text">正在努力地加载数据中，请稍候'
            "</span></span></div>",
            '</div><div class="fixed-table-footer" style="display: none;"></div></div></div>',
        ),
    ),
    "datatables": _markup(
        ' class="display dataTable no-footer" cellspacing="0" width="100%" role="grid"',
        row_tag=' role="row" class="{parity}"',
        head=True,
        head_tag=' class="sorting_disabled"',
        around=(
            '<div class="dataTables_wrapper no-footer"><div class="dataTables_processing" '
            'style="display: none;">处理中...</div>',
            '<div class="dataTables_info"></div></div>',
        ),
        numbers=_BARE,
    ),
    "layui": _markup(
        ' class="layui-table" lay-size="sm" lay-even',
        head=True,
        numbers=_BARE,
        around=('<div class="layui-form">', "</div>"),
        columns='width="90"',
    ),
    "layui view": _markup(
        ' class="layui-table" cellspacing="0" cellpadding="0" border="0"',
        head=True,
        cell_tag=' align="center" data-field="a"',
        number=lambda text, _: (
            f'<div class="layui-table-cell laytable-cell-1-0-0" style="height:auto;white-space:'
            f'normal">{_text(text)}</div>'
        ),
        around=(
            '<div class="layui-form layui-border-box layui-table-view"><div '
            'class="layui-table-box"><div class="layui-table-body">',
            "</div></div></div>",
        ),
    ),
    "element apart": _element(Apart),
    "element": _element(Fixed, ' class="el-table__body" cellspacing="0" style="width:100%"'),
    "antd": _markup(
        ' style="table-layout: auto;"',
        head=True,
        heads=' class="ant-table-thead"',
        cell_tag=' class="ant-table-cell"',
        head_tag=' class="ant-table-cell"',
        numbers=_BARE,
        row_tag=' class="ant-table-row ant-table-row-level-0" data-row-key="{number}"',
        around=(
            '<div class="ant-table-wrapper"><div class="ant-spin-nested-loading"><div '
            'class="ant-spin-container"><div class="ant-table ant-table-bordered"><div '
            'class="ant-table-container"><div class="ant-table-content">',
            "</div></div></div></div></div></div>",
        ),
    ),
    "iview": _markup(
        ' cellspacing="0" cellpadding="0" border="0" style="width: 100%;"',
        head=True,
        row_tag=' class="ivu-table-row"',
        number=lambda text, _: f'<div class="ivu-table-cell"><span>{_text(text)}</span></div>',
        around=(
            '<div class="ivu-table-wrapper ivu-table-wrapper-with-border"><div class="ivu-table '
            'ivu-table-default ivu-table-border"><div class="ivu-table-body">',
            "</div></div></div>",
        ),
    ),
    "amazeui": _markup(
        ' class="am-table am-table-bordered am-table-striped am-table-centered"',
        head=True,
        around=('<div class="am-scrollable-horizontal">', "</div>"),
        numbers=_BARE,
    ),
    "uikit": _markup(
        ' class="uk-table uk-table-divider uk-table-striped uk-table-small"',
        head=True,
        around=('<div class="uk-overflow-auto">', "</div>"),
        numbers=_BARE,
    ),
    "bulma": _markup(
        ' class="table is-bordered is-striped is-narrow is-hoverable is-fullwidth"',
        head=True,
        around=('<div class="table-container">', "</div>"),
        numbers=_BARE,
    ),
    "foundation": _markup(
        ' class="hover unstriped"',
        around=('<div class="table-scroll">', "</div>"),
        head=True,
        numbers=_BARE,
    ),
    "semantic": _markup(' class="ui celled structured striped table"', head=True, numbers=_BARE),
    "pure": _markup(
        ' class="pure-table pure-table-bordered"',
        head=True,
        numbers=_BARE,
        row_tag=' class="pure-table-{parity}"',
    ),
    "markdown": _markup(
        "",
        head=True,
        head_tag=' align="center"',
        cell_tag=' align="center"',
        around=('<div class="markdown-body">', "</div>"),
        numbers=_BARE,
    ),
    "hover script": _markup(
        ' class="tab_con t1" width="100%"',
        row_tag=' onmouseover="this.style.backgroundColor='
        "'#eef'\" onmouseout=\"this.style.backgroundColor=''\"",
        around=('<div style="overflow:auto">', "</div>"),
        numbers=_BARE,
        cell_tag=' nowrap="nowrap" style="white-space:nowrap;min-width:30px"',
    ),
    "overflow box": _markup(
        ' border="1" style="min-width:600px;width:100%;word-wrap:break-word;empty-cells:show"',
        around=(
            '<div style="width:100%;overflow-x:auto;-webkit-overflow-scrolling:touch;'
            'position:relative">',
            '<div style="clear:both"></div></div>',
        ),
        numbers=_BARE,
    ),
    "float": _markup(
        ' border="1" align="left" cellspacing="0" style="float:left;clear:both;width:100%;'
        'border-spacing:0;caption-side:top;direction:ltr;unicode-bidi:normal;opacity:1"',
        cell_tag=' style="width:10%;position:relative;text-overflow:clip;overflow:visible"',
        around=("", '<div class="clearfix" style="clear:both"></div>'),
        numbers=_EDITED,
    ),
    "heights": _markup(
        ' border="1" style="height:auto;max-width:100%;transform:none;transition:all .3s"',
        row_tag=' height="30" style="min-height:30px"',
        cell_tag=' height="30" width="60" '
        'style="height:30px;line-height:1.2;font-size:14px;text-indent:0;padding:5px 2px"',
        numbers=("editor run", "word run", "plain"),
    ),
}
"""By name."""
