"""Reports in real wording by a second hand, who has not read the product.

Sound pages print what agencies print and can be read in only one way; hostile pages look like
them, but a cell is another thing or can be read in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from tests.press.form_2021 import (
    APPLICATION_MEASURES,
    APPLICATIONS,
    DISCLOSURE,
    REVIEW,
    REVIEW_ITEMS,
    REVIEW_MEASURES,
    CellKey,
)
from tests.press.forms import FORMS, FormName
from tests.wording.draft import Box, Concern, Draft, Line, Sheet, Suffix, new_draft
from tests.wording.write import Page, finished

After = Callable[[str], str]
"""What is done to a web page's source when it is written."""
Make = Callable[[Draft], After | None]

_PLACES: Final = [
    "临河县",
    "云溪区",
    "石泉市",
    "清水县",
    "安平区",
    "永和县",
    "东山县",
    "南陵市",
    "北川县",
    "西林区",
    "长宁县",
    "新丰县",
]
_BODIES: Final = [
    "民政局",
    "水利局",
    "教育局",
    "财政局",
    "审计局",
    "统计局",
    "司法局",
    "交通运输局",
    "农业农村局",
]
_ANY: Final[tuple[Suffix, ...]] = (".html", ".docx", ".pdf")
_FLOWING: Final[tuple[Suffix, ...]] = (".html", ".docx")
_WEB: Final[tuple[Suffix, ...]] = (".html",)
_LEAVES: Final = tuple(i for i in FORMS["2021"].applications if i.count(".") == 2)


@dataclass(frozen=True)
class Kind:
    """A kind of wording: how it is made, on which form, in which files, with which figures."""

    name: str
    make: Make
    form: FormName
    suffixes: tuple[Suffix, ...]
    scale: int


@dataclass(frozen=True)
class Wide:
    """A cell over several rows or columns."""

    text: str
    rows: int = 1
    columns: int = 1


SOUND: Final[dict[str, Kind]] = {}
HOSTILE: Final[dict[str, Kind]] = {}


def _kind(
    into: dict[str, Kind],
    name: str,
    suffixes: tuple[Suffix, ...] = _ANY,
    form: FormName = "2021",
    scale: int = 0,
) -> Callable[[Make], Make]:
    def note(make: Make) -> Make:
        into[name] = Kind(name, make, form, suffixes, scale)
        return make

    return note


def second_sound(seed: int, count: int) -> Iterator[Page]:
    """Sound pages: every kind in turn.

    Args:
        seed: names the corpus.
        count: how many pages.
    """
    yield from _pages(SOUND, "sound", seed, count)


def second_hostile(seed: int, count: int) -> Iterator[Page]:
    """Hostile pages: every kind in turn.

    Args:
        seed: names the corpus.
        count: how many pages.
    """
    yield from _pages(HOSTILE, "hostile", seed, count)


def _pages(kinds: dict[str, Kind], word: str, seed: int, count: int) -> Iterator[Page]:
    order = list(kinds.values())
    for number in range(count):
        kind, turn = order[number % len(order)], number // len(order)
        rng = Random(f"second/{word}/{seed}/{number}")
        year = rng.choice((2019, 2020) if kind.form == "2019" else (2021, 2022, 2023, 2024))
        draft = new_draft(
            rng,
            f"second-{word}-{number:03}",
            kind.form,
            rng.choice(_PLACES) + rng.choice(_BODIES),
            year,
            kind.scale or rng.choice((6, 20, 60)),
            one_row=kind.form == "2019",
        )
        draft.suffix = kind.suffixes[(number + turn) % len(kind.suffixes)]
        draft.kinds.append(kind.name)
        for measure in ("issued", "repealed", "in_force", "made", "disclosed", "disclosed_total"):
            if (DISCLOSURE, "regulations", measure) in draft.figures:
                draft.figures[DISCLOSURE, "regulations", measure] = "0"
        if kind.form == "2021":
            issued, repealed, in_force = draft.keys(DISCLOSURE, "normative_documents")
            held = int(draft.figures[issued]) + int(draft.figures[repealed])
            draft.figures[in_force] = str(held + rng.randint(0, 30))
        if word == "hostile":
            _distinct(draft)
        after = kind.make(draft)
        if not draft.blocks:
            draft.build()
        page = finished(draft)
        if after and page.suffix == ".html":
            page = replace(page, content=after(page.content.decode()).encode())
        yield page


def _distinct(d: Draft) -> None:
    """Figures of which no two that could be taken for each other are alike."""
    figures, rng = d.figures, d.rng
    rows = [i for i in FORMS[d.form].applications if (APPLICATIONS, i, "total") in figures]
    results = [i for i in rows if i.startswith("3.") and i != "3.7"]
    first = iter(rng.sample(range(11, 60), len(results) + 2))
    for item in [*results, "2", "4"]:
        parts = (next(first), rng.randint(5, 9), *(rng.randint(0, 2) for _ in range(2)))
        _row(d, item, (*parts, rng.randint(3, 4), rng.randint(0, 2)))
    for measure in APPLICATION_MEASURES[:-1]:
        done = sum(int(figures[APPLICATIONS, i, measure]) for i in results)
        figures[APPLICATIONS, "3.7", measure] = str(done)
    _row(d, "3.7", [int(figures[APPLICATIONS, "3.7", m]) for m in APPLICATION_MEASURES[:-1]])
    one = [
        int(figures[APPLICATIONS, "3.7", m])
        + int(figures[APPLICATIONS, "4", m])
        - int(figures[APPLICATIONS, "2", m])
        for m in APPLICATION_MEASURES[:-1]
    ]
    _row(d, "1", one)
    some = iter(rng.sample(range(2, 30), 12))
    for item in REVIEW_ITEMS:
        parts4 = [next(some) for _ in REVIEW_MEASURES[:-1]]
        for measure, number in zip(REVIEW_MEASURES, [*parts4, sum(parts4)], strict=True):
            figures[REVIEW, item, measure] = str(number)
    if d.form == "2021":
        more = iter(rng.sample(range(12, 90), 6))
        issued, repealed = next(more), next(more)
        figures[DISCLOSURE, "normative_documents", "issued"] = str(issued)
        figures[DISCLOSURE, "normative_documents", "repealed"] = str(repealed)
        figures[DISCLOSURE, "normative_documents", "in_force"] = str(issued + 100 + next(more))
        for item in ("licensing", "penalty", "coercion"):
            figures[DISCLOSURE, item, "decisions"] = str(next(more) + 100)
        figures[DISCLOSURE, "fees", "amount"] = f"{rng.randint(11, 95)}.25"


def _row(d: Draft, item: str, parts: Sequence[int]) -> None:
    for measure, number in zip(APPLICATION_MEASURES, [*parts, sum(parts)], strict=True):
        d.figures[APPLICATIONS, item, measure] = str(number)


def _move(d: Draft, item: str, to: str) -> None:
    """Counts the requests of one result under another one."""
    for measure in APPLICATION_MEASURES:
        here, there = (APPLICATIONS, item, measure), (APPLICATIONS, to, measure)
        d.figures[there] = str(int(d.figures[there]) + int(d.figures[here]))
        d.figures[here] = "0"


def _built(d: Draft, table: str) -> Sheet:
    if not d.blocks:
        d.build()
    return d.sheet(table)


def _sheet(d: Draft, name: str, rows: Sequence[Sequence[str | CellKey | Wide]], head: int) -> Sheet:
    """A table from its rows; a key stands for its number."""
    boxes: list[Box] = []
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            box = Box(row, column, "", "header" if row < head else "label")
            if isinstance(cell, Wide):
                box.text, box.rows, box.columns = cell.text, cell.rows, cell.columns
            elif isinstance(cell, tuple):
                box.text, box.role, box.key = d.printed.get(cell, d.figures[cell]), "number", cell
            else:
                box.text = cell
            taken |= {(row + r, column + c) for r in range(box.rows) for c in range(box.columns)}
            boxes.append(box)
    width = max(column for _, column in taken) + 1
    return Sheet(name, [1 / width] * width, boxes, head)


def _swap_in(d: Draft, sheet: Sheet) -> None:
    """Puts a table in the place of the one of the same name."""
    if not d.blocks:
        d.build()
    d.blocks[d.place(sheet.name)] = sheet


def _before(d: Draft, table: str, *lines: str) -> None:
    _built(d, table)
    place = d.place(table)
    d.blocks[place:place] = [Line("paragraph", line) for line in lines]


def _behind(d: Draft, table: str, *lines: str) -> None:
    _built(d, table)
    place = d.place(table) + 1
    d.blocks[place:place] = [Line("paragraph", line) for line in lines]


def _sign(d: Draft, *lines: str) -> None:
    if not d.blocks:
        d.build()
    d.blocks += [Line("paragraph", line) for line in lines]


def _relabel(d: Draft, change: Callable[[str], str], items: Sequence[str] = ()) -> None:
    form = FORMS[d.form].labels
    for item in items or FORMS[d.form].applications:
        d.labels[item] = change(form[item])


def _review_key(item: str, measure: str) -> CellKey:
    return (REVIEW, item, measure)


_CASES: Final = (
    ("reconsideration", "行政复议"),
    ("litigation_direct", "未经复议直接起诉"),
    ("litigation_after_reconsideration", "复议后起诉"),
)
_RESULTS: Final = (
    ("upheld", "结果维持"),
    ("corrected", "结果纠正"),
    ("other", "其他结果"),
    ("pending", "尚未审结"),
    ("total", "总计"),
)
_CHINESE: Final = str.maketrans("0123456789", "〇一二三四五六七八九")
_WIDE: Final = str.maketrans("0123456789.", "０１２３４５６７８９．")


# Sound: titles, names and years.


@_kind(SOUND, "年度 in brackets behind the title")
def _year_in_brackets(d: Draft) -> None:
    d.title = (d.agency, f"政府信息公开工作年度报告（{d.year}年度）")


@_kind(SOUND, "year in Chinese digits")
def _year_chinese(d: Draft) -> None:
    d.title = (f"{d.agency}{str(d.year).translate(_CHINESE)}年度", "政府信息公开工作报告")


@_kind(SOUND, "year on a line of its own")
def _year_alone(d: Draft) -> None:
    d.title = (f"{d.year}年度", f"{d.agency}政府信息公开工作年度报告")


@_kind(SOUND, "title in one line with 年报")
def _title_short(d: Draft) -> None:
    d.title = (f"{d.agency}{d.year}年度政府信息公开年报",)


@_kind(SOUND, "title with 关于")
def _title_about(d: Draft) -> None:
    d.title = (f"{d.agency}关于{d.year}年度政府信息公开工作情况的报告",)


@_kind(SOUND, "title with spaces and full-width digits")
def _title_spaced(d: Draft) -> None:
    year = str(d.year).translate(_WIDE)
    d.title = (f"{d.agency} {year} 年　政府信息公开工作　年度报告",)


@_kind(SOUND, "agency in the signature only")
def _signature_only(d: Draft) -> None:
    d.title = (f"{d.year}年政府信息公开工作年度报告",)
    d.preface = (
        f"根据《中华人民共和国政府信息公开条例》规定，现公布本机关{d.year}年政府信息公开工作年度"
        f"报告。所列数据统计期限自{d.year}年1月1日起至{d.year}年12月31日止。",
    )
    _sign(d, d.agency, f"{d.year + 1}年1月{d.rng.randint(5, 28)}日")


@_kind(SOUND, "letterhead and document number")
def _letterhead(d: Draft) -> None:
    d.title = (f"{d.agency}文件", f"〔{d.year + 1}〕{d.rng.randint(1, 9)}号")
    d.title += (f"{d.agency}{d.year}年政府信息公开工作年度报告",)


@_kind(SOUND, "year and agency in two title lines with a colon and dashes")
def _title_dashes(d: Draft) -> None:
    d.title = (f"{d.agency}政府信息公开工作年度报告", f"——{d.year}年度")


@_kind(SOUND, "date of signature in Chinese in the next year")
def _signature_date(d: Draft) -> None:
    year = str(d.year + 1).translate(_CHINESE)
    _sign(d, d.agency, f"{year}年一月十五日")


@_kind(SOUND, "office that wrote it in the contact line")
def _contact(d: Draft) -> None:
    _sign(
        d,
        f"如对本报告有疑问，请与{d.agency}办公室联系（地址：人民路18号，电话：0555-6712308，"
        "邮编：243000）。",
    )


@_kind(SOUND, "block of metadata above the report", _WEB)
def _metadata(d: Draft) -> After:
    head = (
        f"<div class='meta'><ul><li>索引号：00{d.rng.randint(100000, 999999)}/{d.year + 1}-0001</li>"
        f"<li>发布机构：{d.agency}</li><li>生成日期：{d.year + 1}-01-18</li>"
        f"<li>有效性：有效</li><li>主题分类：政府信息公开年报</li></ul></div>"
    )
    return lambda text: text.replace('<div class="article"', head + '<div class="article"')


@_kind(SOUND, "links to the reports of other years", _WEB)
def _other_years(d: Draft) -> After:
    links = "".join(
        f'<li><a href="t{year}.html">{d.agency}{year}年政府信息公开工作年度报告</a></li>'
        for year in (d.year - 1, d.year - 2)
    )
    foot = f'<div class="related"><h3>相关文章</h3><ul>{links}</ul></div></body>'
    return lambda text: text.replace("</body>", foot)


@_kind(SOUND, "tools, counters and footer of the site", _WEB)
def _site(d: Draft) -> After:
    top = (
        '<div class="top"><a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; '
        f"政府信息公开年报</div><p class='info'>发布时间：{d.year + 1}-01-22 09:30 来源：{d.agency} "
        "浏览次数：<span id='hits'>1264</span> 字体：【大 中 小】 打印</p>"
    )
    foot = (
        "<div class='foot'>版权所有 备案号：皖ICP备05012345号 网站标识码：3405210001</div></body>"
    )
    return lambda text: text.replace('<div class="article"', top + '<div class="article"').replace(
        "</body>", foot
    )


@_kind(SOUND, "article inside a layout table", _WEB)
def _layout_table(_d: Draft) -> After:
    def wrap(text: str) -> str:
        text = text.replace(
            '<div class="article"',
            '<table width="1000"><tbody><tr><td width="200"><ul><li>机构职能</li><li>政策文件</li>'
            '</ul></td><td width="800"><div class="article"',
        )
        return text.replace("</div>\n</body>", "</div></td></tr></tbody></table>\n</body>")

    return wrap


# Sound: headings and what stands around the tables.


@_kind(SOUND, "headings in other words")
def _headings(d: Draft) -> None:
    d.labels["section.2"] = "二、主动公开政府信息的情况"
    d.labels["section.3"] = "三、收到和处理政府信息公开申请的情况"
    d.labels["section.4"] = "四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况"


@_kind(SOUND, "headings with （一） in place of 一、")
def _headings_brackets(d: Draft) -> None:
    for number, name in enumerate("一二三四五六", 1):
        text = FORMS["2021"].labels[f"section.{number}"]
        d.labels[f"section.{number}"] = f"（{name}）{text[2:]}"


@_kind(SOUND, "headings without numbers")
def _headings_bare(d: Draft) -> None:
    for number in range(1, 7):
        d.labels[f"section.{number}"] = FORMS["2021"].labels[f"section.{number}"][2:]


@_kind(SOUND, "caption 单位：件 above tables 三 and 四")
def _caption_unit(d: Draft) -> None:
    _before(d, APPLICATIONS, "单位：件")
    _before(d, REVIEW, "（单位：件）")


@_kind(SOUND, "numbered captions above the tables")
def _caption_numbers(d: Draft) -> None:
    _before(d, DISCLOSURE, f"表1　{d.year}年主动公开政府信息情况统计表")
    _before(d, APPLICATIONS, f"表2　{d.year}年收到和处理政府信息公开申请情况统计表")
    _before(d, REVIEW, f"表3　{d.year}年政府信息公开行政复议、行政诉讼情况统计表")


@_kind(SOUND, "notes below the tables that change nothing")
def _notes(d: Draft) -> None:
    _behind(d, DISCLOSURE, f"注：以上数据统计截止时间为{d.year}年12月31日。")
    _behind(d, APPLICATIONS, "说明：1.本表由办公室负责填报；2.申请人情况以申请表所填内容为准。")


@_kind(SOUND, "heading as the first row of its table")
def _heading_inside(d: Draft) -> None:
    for table, number in ((DISCLOSURE, 2), (APPLICATIONS, 3), (REVIEW, 4)):
        sheet = _built(d, table)
        place = d.place(table)
        text = FORMS["2021"].labels[f"section.{number}"]
        d.blocks = [b for n, b in enumerate(d.blocks) if n != place - 1]
        sheet.insert_row(0)
        sheet.boxes.append(Box(0, 0, text, "band", 1, sheet.width))
        sheet.head += bool(sheet.head)


@_kind(SOUND, "tables 三 and 四 in one table")
def _glued(d: Draft) -> None:
    d.layout["glued"] = True


@_kind(SOUND, "table 三 continued in a second table under 续表")
def _continued(d: Draft) -> None:
    d.layout["applications_cut"] = "3.4.1"
    d.build()
    places = [n for n, b in enumerate(d.blocks) if isinstance(b, Sheet) and b.name == APPLICATIONS]
    d.blocks.insert(places[1], Line("paragraph", "续表"))


# Sound: labels of table 三.


@_kind(SOUND, "table 三: rows without their numbers")
def _no_numbers(d: Draft) -> None:
    _relabel(
        d, lambda text: text.split(".", 1)[1], [i for i in _LEAVES if i in FORMS["2021"].labels]
    )


@_kind(SOUND, "table 三: 1、 or （1） or ① in place of 1.")
def _other_numbers(d: Draft) -> None:
    style = d.rng.choice(("{}、", "（{}）", "({})", "①"))

    def change(text: str) -> str:
        number, rest = text.split(".", 1)
        sign = chr(0x2460 + int(number) - 1) if style == "①" else style.format(number)
        return sign + rest

    _relabel(d, change, _LEAVES)


@_kind(SOUND, "table 三: brackets and marks of half width")
def _half_width(d: Draft) -> None:
    table = str.maketrans("（），“”：", '(),"":')
    for label, text in FORMS["2021"].labels.items():
        if not label.startswith("section"):
            d.labels[label] = text.translate(table)


@_kind(SOUND, "table 三: （件） behind the rows")
def _pieces(d: Draft) -> None:
    _relabel(d, lambda text: f"{text}（件）", ("1", "2", "3.1", "3.7", "4"))


@_kind(SOUND, "table 三: articles of the rules in brackets behind groups and rows")
def _articles(d: Draft) -> None:
    d.labels["3.3"] = "（三）不予公开（《条例》第十四条、第十五条、第十六条）"
    d.labels["3.5"] = "（五）不予处理（《条例》第三十五条、第三十六条、第三十九条）"
    d.labels["3.3.1"] = "1.属于国家秘密（《条例》第十四条）"
    d.labels["3.3.4"] = "4.保护第三方合法权益（《条例》第十五条）"
    d.labels["3.4.1"] = "1.本机关不掌握相关政府信息（《条例》第三十六条第四项）"


@_kind(SOUND, "table 三: the years themselves in rows 一, 二 and 四")
def _own_years(d: Draft) -> None:
    d.labels["1"] = f"一、{d.year}年新收政府信息公开申请数量"
    d.labels["2"] = f"二、{d.year - 1}年结转政府信息公开申请数量"
    d.labels["4"] = f"四、结转{d.year + 1}年度继续办理"


@_kind(SOUND, "table 三: 本年度 and 数 in place of 本年 and 数量")
def _own_words(d: Draft) -> None:
    d.labels["1"] = "一、本年度新收政府信息公开申请数"
    d.labels["2"] = "二、上年度结转政府信息公开申请数"
    d.labels["4"] = "四、结转下年度继续办理数"
    d.labels["3"] = "三、本年度办理结果情况"


@_kind(SOUND, "table 三: long rows cut short")
def _short_rows(d: Draft) -> None:
    d.labels["3.2"] = "（二）部分公开"
    d.labels["3.6.1"] = "1.申请人无正当理由逾期不补正"
    d.labels["3.6.2"] = "2.申请人逾期未按收费通知要求缴纳费用"
    d.labels["3.5.5"] = "5.要求行政机关确认或重新出具"


@_kind(SOUND, "table 三: 项目 or 指标 in the corner")
def _corner(d: Draft) -> None:
    d.labels["identity"] = d.rng.choice(("项目", "指标名称", "申请处理情况"))


@_kind(SOUND, "table 三: 法人和其他组织, 合计, 其他组织")
def _header_words(d: Draft) -> None:
    d.labels["organisations"] = "法人和其他组织"
    d.labels["total"] = "合计"
    d.labels["other_organisation"] = "其他组织"
    d.labels["applicants"] = "申请人类别"


@_kind(SOUND, "table 三: （人） and spaces in the headers")
def _header_spaces(d: Draft) -> None:
    d.labels["natural_person"] = "自 然 人"
    d.labels["other_organisation"] = "其　他"
    d.labels["total"] = "总　计"


@_kind(SOUND, "table 三: the total apart from 申请人情况")
def _total_apart(d: Draft) -> None:
    d.layout["header"] = "total_apart"


@_kind(SOUND, "table 三: headers cut into two rows")
def _stacked(d: Draft) -> None:
    d.layout["header"] = "stacked"


@_kind(SOUND, "table 三: the total as the first column")
def _total_first(d: Draft) -> None:
    for box in _built(d, APPLICATIONS).boxes:
        if box.columns == 7 or box.column < 3:
            continue
        box.column = 3 if box.column == 9 else box.column + 1


@_kind(SOUND, "table 三: running numbers in front")
def _running(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    sheet.insert_column(0, 0.05)
    sheet.boxes.append(Box(0, 0, "序号", "header", sheet.head))
    for number, row in enumerate(range(sheet.head, sheet.height), 1):
        sheet.boxes.append(Box(row, 0, str(number), "label"))


@_kind(SOUND, "table 三: a remarks column behind")
def _remarks(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    width = sheet.width
    sheet.insert_column(width, 0.06)
    sheet.boxes.append(Box(0, width, "备注", "header", sheet.head))
    for row in range(sheet.head, sheet.height):
        sheet.boxes.append(Box(row, width, "", "label"))
    sheet.covering(sheet.head, width).text = d.rng.choice(("", "均已答复", "详见台账"))  # type: ignore[union-attr]


@_kind(SOUND, "table 三: the group repeated in front of every row")
def _group_repeated(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    groups = [b for b in sheet.boxes if b.role == "label" and b.column == 1 and b.rows > 1]
    for group in groups:
        rows, group.rows = group.rows, 1
        sheet.boxes += [replace(group, row=group.row + n) for n in range(1, rows)]


@_kind(SOUND, "table 三: the group named once and not merged")
def _group_once(d: Draft) -> None:
    d.layout["merged_groups"] = False


@_kind(SOUND, "table 三: the group as a row above its rows")
def _group_above(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    groups = [b for b in sheet.boxes if b.role == "label" and b.column == 1 and b.rows > 1]
    for group in sorted(groups, key=lambda b: -b.row):
        start, rows, text = group.row, group.rows, group.text
        sheet.boxes.remove(group)
        for box in sheet.boxes:
            if start <= box.row < start + rows and box.column == 2:
                box.column, box.columns = 1, 2
        sheet.insert_row(start)
        sheet.boxes.append(Box(start, 1, text, "label", 1, sheet.width - 1))


@_kind(SOUND, "table 三: one column of labels, the group before the row")
def _one_label(d: Draft) -> None:
    labels = FORMS["2021"].labels
    rows: list[list[str | CellKey | Wide]] = [
        ["项目", *(labels[m] for m in APPLICATION_MEASURES)],
    ]
    for item in FORMS["2021"].applications:
        if (APPLICATIONS, item, "total") not in d.figures:
            continue
        group = labels[item[:3]] if item.count(".") == 2 else ""
        text = f"{group} {labels[item]}".strip()
        rows.append([text, *((APPLICATIONS, item, m) for m in APPLICATION_MEASURES)])
    _swap_in(d, _sheet(d, APPLICATIONS, rows, 1))


@_kind(SOUND, "table 三: header repeated in the middle")
def _header_again(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    row = sheet.row_of("3.4.1")
    stub = next(b for b in sheet.boxes if b.role == "stub")
    end, head = stub.row + stub.rows, sheet.head
    stub.rows = row - stub.row
    header = [b for b in sheet.boxes if b.row < head]
    for box in sheet.boxes:
        if box.row >= row:
            box.row += head
    sheet.boxes.append(Box(row + head, 0, stub.text, "stub", end - row))
    sheet.boxes += [replace(b, row=b.row + row) for b in header]


@_kind(SOUND, "table 三: a row of nothing left out")
def _row_out(d: Draft) -> None:
    _move(d, "3.5.3", "3.1")
    d.leave_out(*d.keys(APPLICATIONS, "3.5.3"))


@_kind(SOUND, "table 三: the group's letters below each other", _FLOWING)
def _vertical(d: Draft) -> After | None:
    mark = d.mark("<br/>" if d.suffix == ".html" else "<w:r><w:br/></w:r>")
    sheet = _built(d, APPLICATIONS)
    stub = next(b for b in sheet.boxes if b.role == "stub")
    stub.text = mark.join(stub.text)
    return None


# Sound: what stands in the cells.


def _nothing(sign: str, tables: Sequence[str] = (DISCLOSURE, APPLICATIONS, REVIEW)) -> Make:
    def make(d: Draft) -> None:
        for key, value in d.figures.items():
            # Totals keep their 0, as most agencies print it.
            total = key[2] == "total" or key[1] in ("1", "2", "3.7", "4")
            if value == "0" and key[0] in tables and not total:
                d.printed[key] = sign

    return make


for _sign_of_nothing, _name in (
    ("", "left blank"),
    ("/", "as /"),
    ("—", "as —"),
    ("无", "as 无"),
    ("-", "as -"),
):
    _kind(SOUND, f"nothing {_name}")(_nothing(_sign_of_nothing))


def _each(change: Callable[[str], str], d: Draft) -> None:
    for key, value in d.figures.items():
        d.printed[key] = change(value)


@_kind(SOUND, "thousands separated by commas", scale=40000)
def _commas(d: Draft) -> None:
    sign = d.rng.choice((",", "，"))
    _each(lambda text: text if "." in text else f"{int(text):,}".replace(",", sign), d)


@_kind(SOUND, "digits of full width")
def _full_width(d: Draft) -> None:
    _each(lambda text: text.translate(_WIDE), d)


@_kind(SOUND, "件 behind every number")
def _with_unit(d: Draft) -> None:
    for key, value in d.figures.items():
        d.printed[key] = value + ("万元" if key[2] == "amount" else "件")


@_kind(SOUND, "spaces around the numbers")
def _around(d: Draft) -> None:
    space = d.rng.choice(("\u3000", "\u00a0", " "))
    _each(lambda text: f"{space}{text}{space}", d)


@_kind(SOUND, "zeros behind the amount")
def _zeros(d: Draft) -> None:
    key = (DISCLOSURE, "fees", "amount")
    d.figures[key] = f"{d.rng.randint(2, 90)}.5"
    d.printed[key] = d.figures[key] + "0"
    d.labels["amount"] = "本年收费金额（单位：万元，保留两位小数）"


@_kind(SOUND, "digits in runs of their own", _WEB)
def _runs(_d: Draft) -> After:
    return lambda text: re.sub(
        r">(\d)(\d+)<", r"><span>\1</span><span lang='EN-US'>\2</span><", text
    )


@_kind(SOUND, "office markup between the cells", _WEB)
def _office(_d: Draft) -> After:
    def change(text: str) -> str:
        text = text.replace("</p></td>", "<o:p></o:p></p></td>")
        text = text.replace("<tbody>", "<!--[if gte mso 9]><xml></xml><![endif]--><tbody>")
        return text.replace(
            "</table>", "<!--[if !supportMisalignedColumns]--><!--[endif]--></table>"
        )

    return change


@_kind(SOUND, "characters without width around the numbers", _WEB)
def _no_width(_d: Draft) -> After:
    return lambda text: re.sub(r">(\d+)<", r">&#8203;\1&#xfeff;<", text)


@_kind(SOUND, "empty rows and an empty column from a spreadsheet", _FLOWING)
def _spreadsheet(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    width, height = sheet.width, sheet.height
    sheet.insert_column(width, 0.02)
    sheet.boxes += [Box(row, width, "", "label") for row in range(height)]
    sheet.boxes += [Box(height, column, "", "label") for column in range(width + 1)]


@_kind(SOUND, "tables in scrolling boxes", _WEB)
def _caption(_d: Draft) -> After:
    def change(text: str) -> str:
        text = re.sub(r"<table", '<div style="overflow-x:auto"><table', text)
        return text.replace("</table>", "</table></div>")

    return change


# Sound: table 二.


@_kind(SOUND, "table 二: the article in other words")
def _article(d: Draft) -> None:
    style = d.rng.choice(("第二十条第{}项", "第二十条（{}）项", "《条例》第二十条第（{}）项"))
    for number, name in ((1, "一"), (5, "五"), (6, "六"), (8, "八")):
        d.labels[f"block.{number}"] = style.format(name)


@_kind(SOUND, "table 二: the year itself in the headers")
def _block_years(d: Draft) -> None:
    d.labels["issued"] = f"{d.year}年制发件数"
    d.labels["repealed"] = f"{d.year}年废止件数"
    d.labels["in_force"] = f"现行有效件数（截至{d.year}年12月31日）"
    d.labels["decisions"] = f"{d.year}年处理决定数量"


@_kind(SOUND, "table 二: harmless words in the labels")
def _block_words(d: Draft) -> None:
    d.labels["regulations"] = "政府规章"
    d.labels["normative_documents"] = "规范性文件"
    d.labels["issued"] = "本年度制发数"
    d.labels["repealed"] = "本年度废止数"
    d.labels["in_force"] = "现行有效数"
    d.labels["decisions"] = "本年度处理决定数量（件）"


@_kind(SOUND, "table 二: the article beside its rows")
def _article_beside(d: Draft) -> None:
    sheet = _built(d, DISCLOSURE)
    bands = sorted((b for b in sheet.boxes if b.role == "band"), key=lambda b: b.row)
    ends = [*(b.row for b in bands[1:]), sheet.height]
    spans = [(b.row, end - b.row - 1, b.text) for b, end in zip(bands, ends, strict=True)]
    sheet.boxes = [b for b in sheet.boxes if b.role != "band"]
    gone = [b.row for b in bands]
    for box in sheet.boxes:
        box.row -= sum(row < box.row for row in gone)
    sheet.insert_column(0, 0.2)
    for number, (row, rows, text) in enumerate(spans):
        sheet.boxes.append(Box(row - number, 0, text, "label", rows))


@_kind(SOUND, "table 二: 合计 below the documents")
def _documents_total(d: Draft) -> None:
    sheet = _built(d, DISCLOSURE)
    texts = ["合计"]
    for measure in ("issued", "repealed", "in_force"):
        keys = [(DISCLOSURE, i, measure) for i in ("regulations", "normative_documents")]
        texts.append(str(sum(int(d.figures[key]) for key in keys)))
    sheet.copy_row(sheet.row_of("normative_documents"), dict(enumerate(texts)))


@_kind(SOUND, "table 二: a row of other documents")
def _other_documents(d: Draft) -> None:
    sheet = _built(d, DISCLOSURE)
    texts = ["其他主动公开文件", *(str(d.rng.randint(3, 40)) for _ in range(3))]
    sheet.copy_row(sheet.row_of("normative_documents"), dict(enumerate(texts)))


@_kind(SOUND, "table 二: no block of fees")
def _no_fees(d: Draft) -> None:
    d.leave_out(*d.keys(DISCLOSURE, "fees"))


@_kind(SOUND, "table 二: 说明 in brackets behind the rows")
def _block_notes(d: Draft) -> None:
    d.labels["normative_documents"] = "行政规范性文件（以本机关名义制发）"
    d.labels["licensing"] = "行政许可（含依申请政务服务事项中的许可）"
    d.labels["in_force"] = "现行有效件数（历年累计）"


@_kind(SOUND, "table 二 of 2019: signs of change", _ANY, "2019")
def _changes(d: Draft) -> None:
    style = d.rng.choice(("+-", "增减", "↑↓"))
    for key in d.keys(DISCLOSURE, measure="change"):
        number = d.rng.choice((-12, -3, 4, 15))
        d.figures[key] = str(number)
        d.printed[key] = f"{style[number < 0]}{abs(number)}"


@_kind(SOUND, "table 二 of 2019: explanations behind the headers", _ANY, "2019")
def _header_notes(d: Draft) -> None:
    d.labels["prior_year_items"] = f"上一年项目数量（指{d.year - 1}年事项数）"
    d.labels["change"] = "本年增/减（减少用负数表示）"
    d.labels["decisions"] = f"处理决定数量（{d.year}年办件量）"
    d.labels["amount"] = "采购总金额（单位：万元）"


# Sound: table 四.


@_kind(SOUND, "table 四: cases as rows")
def _review_rows(d: Draft) -> None:
    d.layout["review"] = "rows"


@_kind(SOUND, "table 四: three blocks")
def _review_blocks(d: Draft) -> None:
    d.layout["review"] = "blocks"


@_kind(SOUND, "table 四: results in rows and cases in columns")
def _review_turned(d: Draft) -> None:
    rows: list[list[str | CellKey | Wide]] = [
        [Wide("处理结果", 2), Wide("行政复议", 2), Wide("行政诉讼", 1, 2)],
        ["未经复议直接起诉", "复议后起诉"],
    ]
    for measure, text in _RESULTS:
        rows.append([text, *(_review_key(item, measure) for item, _ in _CASES)])
    _swap_in(d, _sheet(d, REVIEW, rows, 2))


@_kind(SOUND, "table 四: six columns with flat names")
def _review_six(d: Draft) -> None:
    names = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
    rows: list[list[str | CellKey | Wide]] = [["案件类型", *(text for _, text in _RESULTS)]]
    for (item, _), name in zip(_CASES, names, strict=True):
        rows.append([name, *(_review_key(item, measure) for measure, _ in _RESULTS)])
    _swap_in(d, _sheet(d, REVIEW, rows, 1))


@_kind(SOUND, "table 四: 类别, 结果 and 件数 in a list")
def _review_list(d: Draft) -> None:
    names = ("行政复议", "行政诉讼—未经复议直接起诉", "行政诉讼—复议后起诉")
    rows: list[list[str | CellKey | Wide]] = [["类别", "结果", "件数"]]
    for (item, _), name in zip(_CASES, names, strict=True):
        for number, (measure, text) in enumerate(_RESULTS):
            start: list[str | CellKey | Wide] = [] if number else [Wide(name, len(_RESULTS))]
            rows.append([*start, text, _review_key(item, measure)])
    _swap_in(d, _sheet(d, REVIEW, rows, 1))


@_kind(SOUND, "table 四: 结果 and 件数 side by side for each case")
def _review_beside(d: Draft) -> None:
    names = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
    rows: list[list[str | CellKey | Wide]] = [
        [Wide(name, 1, 2) for name in names],
        ["结果", "件数"] * 3,
    ]
    for measure, text in _RESULTS:
        cells: list[str | CellKey | Wide] = []
        for item, _ in _CASES:
            cells += [text, _review_key(item, measure)]
        rows.append(cells)
    _swap_in(d, _sheet(d, REVIEW, rows, 2))


@_kind(SOUND, "table 四: results in short")
def _review_short(d: Draft) -> None:
    d.labels |= {"upheld": "维持", "corrected": "纠正", "other": "其他", "pending": "未审结"}
    d.labels["review.total"] = "合计"


@_kind(SOUND, "table 四: cases in other words")
def _review_words(d: Draft) -> None:
    d.labels["reconsideration"] = "行政复议（件）"
    d.labels["litigation"] = "行政诉讼（件）"
    d.labels["litigation_direct"] = "未经复议直接提起诉讼"
    d.labels["litigation_after_reconsideration"] = "经复议后起诉"


@_kind(SOUND, "table 四: a label 件数 in front of the numbers")
def _review_front(d: Draft) -> None:
    sheet = _built(d, REVIEW)
    sheet.insert_column(0, 0.06)
    sheet.boxes.append(Box(0, 0, "类别", "header", sheet.head))
    sheet.boxes.append(Box(sheet.head, 0, "件数", "label"))


# Hostile.


def _a(item: str, measure: str = "total") -> CellKey:
    return (APPLICATIONS, item, measure)


def _n(measure: str) -> CellKey:
    return (DISCLOSURE, "normative_documents", measure)


def _held(d: Draft, why: str, *keys: CellKey) -> None:
    """These cells cannot be known from the page."""
    d.why = why
    d.concerns += [Concern(key) for key in keys]


def _gone(d: Draft, why: str, *keys: CellKey) -> None:
    """These cells are not printed, though something stands in their place."""
    d.why = why
    d.concerns += [Concern(key, ("absent",)) for key in keys]


def _only(d: Draft, why: str, *keys: CellKey) -> None:
    """These cells are what the figures say, and nothing else."""
    d.why = why
    d.concerns += [Concern(key, (d.figures[key],)) for key in keys]


@_kind(HOSTILE, "two rows of 不予公开 exchanged, labels and all")
def _rows_exchanged(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    one, two = d.rng.choice((("3.3.1", "3.3.2"), ("3.3.4", "3.3.7"), ("3.5.1", "3.5.2")))
    first, second = sheet.row_of(one), sheet.row_of(two)
    for box in sheet.boxes:
        if box.column >= 2 and box.row in (first, second):
            box.row = first + second - box.row
    _only(d, "the label says which row it is", *d.keys(APPLICATIONS, one))
    _only(d, "the label says which row it is", *d.keys(APPLICATIONS, two))


@_kind(HOSTILE, "two columns of 法人 exchanged, headers and all")
def _columns_exchanged(d: Draft) -> None:
    for box in _built(d, APPLICATIONS).boxes:
        if box.columns == 1 and box.column in (5, 7):
            box.column = 12 - box.column
    _only(d, "the header says which column it is", *d.keys(APPLICATIONS, measure="research"))
    _only(d, "the header says which column it is", *d.keys(APPLICATIONS, measure="legal_service"))


@_kind(HOSTILE, "the same label twice and another one missing")
def _label_twice(d: Draft) -> None:
    one, two = d.rng.choice((("3.3.1", "3.3.2"), ("3.4.1", "3.4.2"), ("3.5.1", "3.5.2")))
    d.labels[two] = FORMS["2021"].labels[one]
    _held(d, "two rows claim one place", _a(one))


@_kind(HOSTILE, "a row of another reason that the form does not have")
def _other_reason(d: Draft) -> None:
    item, text = d.rng.choice(
        (
            ("3.3.1", "1.属于商业秘密"),
            ("3.5.2", "2.咨询类申请"),
            ("3.5.3", "3.撤回申请"),
        )
    )
    d.labels[item] = text
    _gone(d, f"{text} is no row of the form", *d.keys(APPLICATIONS, item))


@_kind(HOSTILE, "逾期不补正 in the place of 补正后仍不明确")
def _other_item(d: Draft) -> None:
    d.labels["3.4.3"] = "3.申请人逾期不补正"
    _gone(d, "it is another result", _a("3.4.3"))


@_kind(HOSTILE, "an applicant that the form does not have")
def _other_applicant(d: Draft) -> None:
    measure, text = d.rng.choice(
        (("research", "新闻媒体"), ("legal_service", "境外机构"), ("business", "事业单位"))
    )
    d.labels[measure] = text
    _gone(d, f"{text} is no column of the form", _a("1", measure), _a("3.1", measure))


@_kind(HOSTILE, "上年结转 in the place of 结转下年度")
def _carried_twice(d: Draft) -> None:
    d.labels["4"] = "四、上年度结转政府信息公开申请数量"
    _held(d, "two rows are carried over from last year", _a("2"))
    d.concerns.append(Concern(_a("4"), ("absent",)))


@_kind(HOSTILE, "last year's number of new requests")
def _last_year_row(d: Draft) -> None:
    d.labels["1"] = f"一、{d.year - 1}年新收政府信息公开申请数量"
    _gone(d, "the row is of another year", _a("1"))


@_kind(HOSTILE, "headers of last year in table 二")
def _last_year_header(d: Draft) -> None:
    d.labels["issued"] = f"{d.year - 1}年制发件数"
    _gone(d, "the column is of another year", _n("issued"))


@_kind(HOSTILE, "another thing counted of documents")
def _other_count(d: Draft) -> None:
    measure, text = d.rng.choice(
        (("repealed", "本年修订件数"), ("issued", "本年备案件数"), ("in_force", "历年制发件数"))
    )
    d.labels[measure] = text
    _gone(d, f"{text} is not the form's", _n(measure))


@_kind(HOSTILE, "another thing counted of decisions")
def _other_decisions(d: Draft) -> None:
    d.labels["decisions"] = d.rng.choice(("本年受理申请数量", "本年立案数量", "事项数量"))
    keys = [(DISCLOSURE, i, "decisions") for i in ("licensing", "penalty", "coercion")]
    _gone(d, f"{d.labels['decisions']} is not the form's", *keys)


@_kind(HOSTILE, "行政处罚 and 行政强制 replaced by others")
def _other_acts(d: Draft) -> None:
    d.labels["coercion"] = "行政检查"
    _gone(d, "行政检查 is no row of the form", (DISCLOSURE, "coercion", "decisions"))


@_kind(HOSTILE, "fees in another unit in the header")
def _unit_header(d: Draft) -> None:
    d.labels["amount"] = "本年收费金额（单位：元）"
    key = (DISCLOSURE, "fees", "amount")
    number = d.rng.randint(11, 99) * 1000
    d.figures[key] = str(number)
    d.concerns.append(Concern(key, (str(number), f"{number / 10000}"), "元"))
    d.why = "the header says 元"


@_kind(HOSTILE, "fees in another unit in the cell")
def _unit_cell(d: Draft) -> None:
    key = (DISCLOSURE, "fees", "amount")
    number = d.rng.randint(11, 99) * 100
    d.figures[key] = str(number)
    d.printed[key] = f"{number}元"
    d.concerns.append(Concern(key, (str(number), f"{number / 10000}"), "元"))
    d.why = "the cell says 元, the header 万元"


@_kind(HOSTILE, "half a year")
def _half_year(d: Draft) -> None:
    d.title = (d.agency, f"{d.year}年上半年政府信息公开工作情况报告")
    d.preface = (f"所列数据的统计期限自{d.year}年1月1日起至{d.year}年6月30日止。",)
    _held(d, "half a year is no year", _a("1"), _a("3.7"))


@_kind(HOSTILE, "a quarter of a year")
def _quarter(d: Draft) -> None:
    d.title = (d.agency, f"{d.year}年第三季度政府信息公开工作情况统计")
    d.preface = (f"统计期限自{d.year}年7月1日起至{d.year}年9月30日止。",)
    _held(d, "a quarter is no year", _a("1"), _a("3.7"))


@_kind(HOSTILE, "the statistical period is another year")
def _other_period(d: Draft) -> None:
    year = d.year - 1
    d.preface = (
        f"本报告由{d.agency}编制。所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    )
    d.why = "title and period name different years"
    d.concerns.append(Concern("year"))


@_kind(HOSTILE, "a title of two years")
def _two_years(d: Draft) -> None:
    d.title = (d.agency, f"{d.year - 1}—{d.year}年度政府信息公开工作报告")
    d.preface = (f"统计期限自{d.year - 1}年1月1日起至{d.year}年12月31日止。",)
    _held(d, "the figures are of two years", _a("1"), _n("issued"))


@_kind(HOSTILE, "a form not filled in")
def _template(d: Draft) -> None:
    for key in d.figures:
        d.printed[key] = "XX"
    d.build()
    for line in d.lines("paragraph"):
        line.text = re.sub(r"\d+件", "XX件", line.text)
    _held(d, "no number is there", _a("1"), _a("3.7"))


@_kind(HOSTILE, "the text says that the table is of last year")
def _text_last_year(d: Draft) -> None:
    _before(d, APPLICATIONS, f"因系统调整，下表暂列{d.year - 1}年度数据，本年度数据另行公布。")
    _held(d, "the table is of another year", _a("1"), _a("3.7"))


@_kind(HOSTILE, "the caption names another agency")
def _caption_other(d: Draft) -> None:
    other = d.agency[:3] + ("气象局" if "气象局" not in d.agency else "林业局")
    _before(d, APPLICATIONS, f"{other}{d.year}年收到和处理政府信息公开申请情况统计表")
    _held(d, "the table is another agency's", _a("1"), _a("3.7"))


@_kind(HOSTILE, "the preface names another agency")
def _preface_other(d: Draft) -> None:
    d.preface = (
        f"本报告由{d.agency[:3]}林业局根据《中华人民共和国政府信息公开条例》编制。统计期限自"
        f"{d.year}年1月1日起至{d.year}年12月31日止。",
    )
    _held(d, "two agencies claim the report", _a("1"))


@_kind(HOSTILE, "two agencies' reports on one page")
def _two_reports(d: Draft) -> None:
    other = new_draft(d.rng, "other", "2021", d.agency[:3] + "林业局", d.year, 30, one_row=False)
    _distinct(other)
    other.build()
    d.build()
    _only(d, "the second report is another agency's", _a("1"), _a("3.1"), _n("issued"))
    d.blocks += other.blocks


@_kind(HOSTILE, "last year's table behind this year's")
def _comparison_table(d: Draft) -> None:
    other = new_draft(d.rng, "other", "2021", d.agency, d.year - 1, 30, one_row=False)
    _distinct(other)
    other.build()
    _behind(d, APPLICATIONS, f"附：{d.year - 1}年度收到和处理政府信息公开申请情况")
    d.blocks.insert(d.place(APPLICATIONS) + 2, other.sheet(APPLICATIONS))
    _only(d, "the second table is last year's", _a("1"), _a("3.1"), _a("3.7"))


@_kind(HOSTILE, "last year's table before this year's")
def _comparison_before(d: Draft) -> None:
    other = new_draft(d.rng, "other", "2021", d.agency, d.year - 1, 30, one_row=False)
    _distinct(other)
    other.build()
    _before(d, APPLICATIONS, f"{d.year - 1}年度（上年同期）：", f"{d.year}年度：")
    d.blocks.insert(d.place(APPLICATIONS) - 1, other.sheet(APPLICATIONS))
    _only(d, "the first table is last year's", _a("1"), _a("3.1"), _a("3.7"))


@_kind(HOSTILE, "a sample table before the real one")
def _sample(d: Draft) -> None:
    other = new_draft(d.rng, "other", "2021", d.agency, d.year, 30, one_row=False)
    _distinct(other)
    other.build()
    _before(d, REVIEW, "填表示例（以下数字仅供参考，不代表实际情况）：", "实际情况：")
    d.blocks.insert(d.place(REVIEW) - 1, other.sheet(REVIEW))
    _only(d, "the first table is a sample", *d.keys(REVIEW, "reconsideration"))


@_kind(HOSTILE, "tables of the office and of the whole system")
def _two_scopes(d: Draft) -> None:
    other = new_draft(d.rng, "other", "2021", d.agency, d.year, 30, one_row=False)
    _distinct(other)
    other.build()
    _before(d, APPLICATIONS, "（一）局机关", "（二）所属单位")
    d.blocks.insert(d.place(APPLICATIONS) - 1, other.sheet(APPLICATIONS))
    _held(d, "neither table is the whole agency", _a("1"), _a("3.7"))


@_kind(HOSTILE, "a correction at the end")
def _correction(d: Draft) -> None:
    key, new = _a("3.3.1", "natural_person"), str(d.rng.randint(61, 99))
    old = d.figures[key]
    _sign(
        d,
        f"更正：本报告第三部分表格中“属于国家秘密”自然人一栏{old}件系笔误，应为{new}件，总计数据相应"
        "调整。特此更正。",
    )
    d.why = "the agency itself says that the number is wrong"
    d.concerns.append(Concern(key, (new,)))


@_kind(HOSTILE, "tables before and after a correction")
def _corrected(d: Draft) -> None:
    other = new_draft(d.rng, "other", "2021", d.agency, d.year, 30, one_row=False)
    _distinct(other)
    other.build()
    _before(d, APPLICATIONS, "更正前：", "更正后：")
    d.blocks.insert(d.place(APPLICATIONS) - 1, other.sheet(APPLICATIONS))
    _only(d, "the first table is withdrawn", _a("1"), _a("3.1"), _a("3.7"))


@_kind(HOSTILE, "小计 below a group's rows")
def _subtotal_row(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    items = [i for i in _LEAVES if i.startswith("3.3.")]
    sums = [str(sum(int(d.figures[_a(i, m)]) for i in items)) for m in APPLICATION_MEASURES]
    row = sheet.row_of("3.3.8")
    group = sheet.covering(row, 1)
    assert group is not None
    sheet.copy_row(row, dict(enumerate(["小计", *sums])))
    group.rows += 1
    keys = [_a(i) for i in ("3.3.8", "3.4.1", "3.7")]
    _only(d, "小计 is no row of the form", *keys)


@_kind(HOSTILE, "小计 among the columns")
def _subtotal_column(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    sheet.insert_column(9, 0.07)
    organisations = sheet.header("法人或其他组织")
    organisations.columns = 6
    sheet.boxes.append(Box(2, 9, "小计", "header"))
    for item in {b.key[1] for b in sheet.boxes if b.key}:
        number = sum(int(d.figures[_a(item, m)]) for m in APPLICATION_MEASURES[1:-1])
        sheet.boxes.append(Box(sheet.row_of(item), 9, str(number), "number"))
    keys = [_a(i, m) for i in ("1", "3.1") for m in ("other_organisation", "total")]
    _only(d, "小计 is no column of the form", *keys)


@_kind(HOSTILE, "a column of shares behind the total")
def _share_column(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    width = sheet.width
    sheet.insert_column(width, 0.07)
    sheet.boxes.append(Box(0, width, "占比（%）", "header", 3))
    for item in {b.key[1] for b in sheet.boxes if b.key}:
        share = int(d.figures[_a(item)]) * 100 // int(d.figures[_a("1")])
        sheet.boxes.append(Box(sheet.row_of(item), width, str(share), "number"))
    _only(d, "a share is no total", *d.keys(APPLICATIONS, measure="total"))


@_kind(HOSTILE, "last year's numbers in a column between")
def _year_columns(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    sheet.insert_column(9, 0.07)
    sheet.header("法人或其他组织").columns = 5
    sheet.boxes.append(Box(1, 9, "上年总计", "header", 2))
    for item in {b.key[1] for b in sheet.boxes if b.key}:
        sheet.boxes.append(Box(sheet.row_of(item), 9, str(d.rng.randint(200, 900)), "number"))
    _only(d, "上年总计 is last year's", *d.keys(APPLICATIONS, measure="total"))


@_kind(HOSTILE, "last year's row below the first one")
def _year_row(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    numbers = [str(d.rng.randint(1, 9)) for _ in range(6)]
    texts = [f"其中：{d.year - 1}年同期", *numbers, str(sum(map(int, numbers)))]
    sheet.copy_row(sheet.row_of("1"), dict(enumerate(texts)))
    _only(d, "the row below is last year's", *d.keys(APPLICATIONS, "1"))


@_kind(HOSTILE, "last year's numbers in brackets")
def _bracketed(d: Draft) -> None:
    for item in ("1", "3.1"):
        for key in d.keys(APPLICATIONS, item):
            d.printed[key] = f"{d.figures[key]}（{d.rng.randint(1, 9)}）"
    _behind(d, APPLICATIONS, "注：括号内为上年同期数。")
    _only(d, "what stands in brackets is last year's", *d.keys(APPLICATIONS, "1"))


@_kind(HOSTILE, "the sign of a footnote behind a number", _FLOWING)
def _footnote(d: Draft) -> None:
    note = str(d.rng.randint(1, 3))
    web = d.suffix == ".html"
    run = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{note}</w:t></w:r>'
    mark = d.mark(f"<sup>{note}</sup>" if web else run)
    keys = (_n("issued"), (DISCLOSURE, "licensing", "decisions"))
    for key in keys:
        d.printed[key] = d.figures[key] + mark
    _behind(d, DISCLOSURE, f"{note} 含与其他单位联合制发、联合办理的数量。")
    _only(d, "the raised digit is a footnote's", *keys)


@_kind(HOSTILE, "a number struck through before the new one", _FLOWING)
def _struck(d: Draft) -> None:
    key = (DISCLOSURE, "penalty", "decisions")
    old = str(d.rng.randint(2, 9))
    run = f"<w:r><w:rPr><w:strike/></w:rPr><w:t>{old}</w:t></w:r>"
    mark = d.mark(f"<s>{old}</s>" if d.suffix == ".html" else run)
    d.printed[key] = mark + d.figures[key]
    _only(d, "the old number is struck through", key)


@_kind(HOSTILE, "a hidden number before the shown one", _FLOWING)
def _hidden(d: Draft) -> None:
    key = (DISCLOSURE, "licensing", "decisions")
    old = str(d.rng.randint(2, 9))
    run = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{old}</w:t></w:r>"
    web = f'<span style="display:none">{old}</span>'
    mark = d.mark(web if d.suffix == ".html" else run)
    d.printed[key] = mark + d.figures[key]
    _only(d, "nobody sees the first number", key)


@_kind(HOSTILE, "a number that is not exact")
def _about(d: Draft) -> None:
    key = (DISCLOSURE, "penalty", "decisions")
    d.printed[key] = d.rng.choice(("约{}", "{}余", "近{}", "{}以上")).format(d.figures[key])
    _held(d, "the cell says about how many", key)


@_kind(HOSTILE, "two numbers in one cell")
def _two_numbers(d: Draft) -> None:
    key = (DISCLOSURE, "licensing", "decisions")
    d.printed[key] = (
        f"{d.figures[key]}{d.rng.choice(('或', '、', '；', '/'))}{d.rng.randint(20, 99)}"
    )
    _held(d, "two numbers claim one cell", key)


@_kind(HOSTILE, "a share in the place of a count")
def _percent(d: Draft) -> None:
    key = (DISCLOSURE, "penalty", "decisions")
    d.printed[key] = f"{d.rng.randint(20, 99)}%"
    _held(d, "a share is no count", key)


@_kind(HOSTILE, "a count with decimals or below nothing")
def _no_count(d: Draft) -> None:
    key = (DISCLOSURE, "licensing", "decisions")
    d.printed[key] = d.rng.choice(("-{}", "{}.5")).format(d.figures[key])
    _held(d, "that is no count", key)


@_kind(HOSTILE, "letters that look like digits")
def _letters(d: Draft) -> None:
    key = (DISCLOSURE, "licensing", "decisions")
    tail = d.rng.choice(("10", "100"))
    d.figures[key] = f"2{tail}"
    d.printed[key] = "2" + d.rng.choice((tail.replace("0", "O"), tail.replace("1", "l")))
    _only(d, "a letter is no digit, or stands for the one it looks like", key)


@_kind(HOSTILE, "a number over two columns")
def _over_columns(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    one, two = _a("3.1", "business"), _a("3.1", "research")
    box = sheet.number(one)
    sheet.boxes.remove(sheet.number(two))
    box.columns = 2
    _held(d, "one number stands in two columns", one)


@_kind(HOSTILE, "a number over two rows")
def _over_rows(d: Draft) -> None:
    sheet = _built(d, DISCLOSURE)
    one, two = ((DISCLOSURE, i, "decisions") for i in ("penalty", "coercion"))
    sheet.boxes.remove(sheet.number(two))
    sheet.number(one).rows = 2
    _held(d, "one number stands in two rows", one)


@_kind(HOSTILE, "a cell too few in a row", _WEB)
def _too_few(d: Draft) -> None:
    sheet = _built(d, REVIEW)
    keys = [(REVIEW, "reconsideration", m) for m in ("corrected", "other")]
    sheet.boxes.remove(sheet.number(keys[0]))
    for box in sheet.boxes:
        if box.role == "number" and box.column > 1:
            box.column -= 1
    _held(d, "nobody knows which cell is missing", keys[0])


@_kind(HOSTILE, "numbers one row too low")
def _shifted(d: Draft) -> None:
    sheet = _built(d, APPLICATIONS)
    items = [f"3.3.{n}" for n in range(1, 9)]
    rows = {item: sheet.row_of(item) for item in items}
    for item, after in zip(items, [*items[1:], items[0]], strict=True):
        for key in d.keys(APPLICATIONS, item):
            sheet.number(key).row = rows[after]
    _behind(
        d,
        APPLICATIONS,
        "注：排版所限，“（三）不予公开”各行数字较项目名称整体下移一行，末行数字列于首行。",
    )
    _only(d, "the note says that the numbers stand one row too low", _a("3.3.1"), _a("3.3.2"))


@_kind(HOSTILE, "table 四: results in another order with their headers")
def _results_order(d: Draft) -> None:
    for box in _built(d, REVIEW).boxes:
        if box.columns == 1 and box.row and box.column % 5 < 2:
            box.column += 1 - 2 * (box.column % 5)
    keys = [(REVIEW, i, m) for i in REVIEW_ITEMS for m in ("upheld", "corrected")]
    _only(d, "the header says which result it is", *keys)


@_kind(HOSTILE, "table 四: the two suits exchanged")
def _suits_order(d: Draft) -> None:
    rows: list[list[str | CellKey | Wide]] = [
        [Wide("", 1, 2), *(text for _, text in _RESULTS)],
    ]
    direct, later = _CASES[1], _CASES[2]
    rows.append([Wide("行政诉讼", 2), later[1], *(_review_key(later[0], m) for m, _ in _RESULTS)])
    rows.append([direct[1], *(_review_key(direct[0], m) for m, _ in _RESULTS)])
    rows.append([Wide("行政复议", 1, 2), *(_review_key("reconsideration", m) for m, _ in _RESULTS)])
    _swap_in(d, _sheet(d, REVIEW, rows, 1))
    _only(d, "the label says which case it is", *d.keys(REVIEW))


@_kind(HOSTILE, "table 四: cases that the agency decided itself")
def _own_cases(d: Draft) -> None:
    d.labels["section.4"] = "四、本机关作为复议机关办理行政复议案件情况"
    d.labels["reconsideration"] = "本机关审理的行政复议"
    _gone(d, "they are not cases against it", (REVIEW, "reconsideration", "total"))


@_kind(HOSTILE, "table 四: suits of every kind")
def _all_cases(d: Draft) -> None:
    d.labels["litigation"] = "全部行政诉讼（含征地拆迁、行政处罚等各类案件）"
    _gone(d, "they are not about information", (REVIEW, "litigation_direct", "total"))


@_kind(HOSTILE, "table 四: a second row of cumulative numbers")
def _cumulative(d: Draft) -> None:
    sheet = _built(d, REVIEW)
    sheet.insert_column(0, 0.06)
    sheet.boxes.append(Box(0, 0, "年度", "header", 3))
    texts = [str(int(b.text) + (40 if b.column % 5 == 0 else 10)) for b in sheet.row(3)]
    sheet.boxes.append(Box(3, 0, "历年累计", "label"))
    this, that = [b for b in sheet.row(3) if b.key], texts
    sheet.boxes += [Box(3, b.column, text, "number") for b, text in zip(this, that, strict=True)]
    for box in this:
        box.row = 4
    sheet.boxes.append(Box(4, 0, f"{d.year}年", "label"))
    _only(d, "the first row is of all years", *d.keys(REVIEW))


@_kind(HOSTILE, "table 四: all cases of the county beside the real table")
def _county_cases(d: Draft) -> None:
    other = new_draft(d.rng, "other", "2021", d.agency, d.year, 30, one_row=False)
    _distinct(other)
    other.build()
    _behind(d, REVIEW, f"附：{d.agency[:3]}{d.year}年行政复议和行政应诉案件总体情况（全部案由）")
    d.blocks.insert(d.place(REVIEW) + 2, other.sheet(REVIEW))
    _only(d, "the second table is of all cases", (REVIEW, "reconsideration", "total"))


COUNT_SOUND: Final = 2 * len(SOUND)
COUNT_HOSTILE: Final = 2 * len(HOSTILE)
