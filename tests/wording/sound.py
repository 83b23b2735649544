"""Kinds of wording that change nothing: what a careful reader reads in only one way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final

from tests.press.form_2021 import (
    APPLICATIONS,
    DISCLOSURE,
    REVIEW,
    REVIEW_ITEMS,
    REVIEW_MEASURES,
)
from tests.press.forms import FORMS, FormName
from tests.press.numbers import full_width
from tests.press.random_reports import ORGANS, PLACES, YEARS
from tests.wording import names, typos
from tests.wording.draft import Box, Draft, Line, Sheet, Suffix, new_draft
from tests.wording.write import Page, finished

COUNT: Final = 180
NEW: Final[tuple[FormName, ...]] = ("2021", "2019")
ALL: Final[tuple[FormName, ...]] = ("2021", "2019", "2014")
STATISTICS: Final = "statistics"


class UnfitError(Exception):
    """The variant cannot be made of this draft."""


@dataclass(frozen=True)
class Kind:
    """A kind of wording.

    Attributes:
        stage: 0 names and years, 1 figures and labels, 2 tables.
        takes: what it changes; two kinds that take the same do not meet.
    """

    name: str
    change: Callable[[Draft, Random], None]
    stage: int
    forms: tuple[FormName, ...] = NEW
    suffixes: tuple[Suffix, ...] = (".html", ".docx", ".pdf")
    takes: frozenset[str] = field(default_factory=frozenset)


# Labels and headings.

_ITEM_LABELS: Final = ("regulations", "normative_documents", "licensing", "penalty", "coercion")
_HEADS: Final = ("issued", "repealed", "in_force", "decisions", "made", "disclosed", "projects")
_BLOCKS: Final = ("block.1", "block.5", "block.6", "block.8", "block.9")
_MEASURES: Final = ("natural_person", "business", "research", "social_welfare", "legal_service")
_SECTIONS: Final = ("section.2", "section.3", "section.4")


def _known(draft: Draft, labels: tuple[str, ...]) -> list[str]:
    return [
        text for text in labels if text in FORMS[draft.form].labels and text not in draft.labels
    ]


def _leaves(draft: Draft) -> list[str]:
    if draft.form == "2014":
        return [i for _, i, _ in draft.figures if i not in draft.labels and i.count(".") > 0]
    items = {k[1] for k in draft.figures if k[0] == APPLICATIONS}
    return [i for i in sorted(items) if i not in draft.labels]


def explained_labels(draft: Draft, rng: Random) -> None:
    """Explanations in brackets behind labels of rows and columns."""
    rows = _known(draft, _ITEM_LABELS) + [i for i in _leaves(draft) if i.count(".") == 2]
    for label in typos.some(rng, rows + _known(draft, _HEADS)):
        year = draft.year if label in ("issued", "repealed", "decisions", "made") else None
        draft.labels[label] = draft.text(label) + typos.explanation(rng, count=False, year=year)
    if draft.form == "2019" and rng.random() < 0.7:
        draft.labels["prior_year_items"] = (
            f"上一年项目数量（{rng.choice(('指', '即', ''))}{draft.year - 1}年{rng.choice(('', '底'))}事项数）"
        )
        draft.labels["change"] = (
            "本年增/减（"
            + rng.choice(
                ("减少的以负数表示，如-3", "增加填正数，减少填负数", "减用负值表示，如“-5”")
            )
            + "）"
        )


def explained_headings(draft: Draft, rng: Random) -> None:
    """Explanations in brackets behind headings and bands."""
    for label in typos.some(rng, _known(draft, _SECTIONS + _BLOCKS)):
        draft.labels[label] = draft.text(label) + typos.explanation(
            rng, count=label != "block.8" and label != "section.2" and label != "block.9"
        )


def with_units(draft: Draft, rng: Random) -> None:
    """The unit in brackets behind labels and headers."""
    unit = rng.choice(("（件）", "(件)", "（单位：件）", "（件数）", "/件"))
    for label in typos.some(rng, _known(draft, _ITEM_LABELS + _HEADS[:4]), 6):
        draft.labels[label] = draft.text(label) + unit
    if "fees" in FORMS[draft.form].labels and draft.form == "2021":
        draft.labels["amount"] = rng.choice(
            (
                "本年收费金额（万元）",
                "本年收费金额（单位：万元，保留小数）",
                "本年收费金额(万元，据实填写)",
                "本年收费金额/万元",
                "本年收费金额（单位：人民币万元）",
            )
        )


def harmless_words(draft: Draft, rng: Random) -> None:
    """A harmless word before, behind or within the form's terms."""
    labels = [
        text
        for text in FORMS[draft.form].labels
        if text not in draft.labels and not text.startswith("section")
    ]
    rng.shuffle(labels)
    wanted = rng.randint(2, 6)
    for label in labels:
        text = typos.reworded(draft.text(label), rng)
        if text and wanted:
            draft.labels[label] = text
            wanted -= 1


def mistyped_rows(draft: Draft, rng: Random) -> None:
    """Typing errors in labels of rows."""
    wanted = rng.randint(1, 3)
    rows = _leaves(draft)
    rng.shuffle(rows)
    for label in rows:
        text = typos.mistyped(draft.text(label), rng, draft.form)
        if text and wanted:
            draft.labels[label] = text
            wanted -= 1


def mistyped_heads(draft: Draft, rng: Random) -> None:
    """Typing errors in headers, bands and the note on the identity."""
    heads = (
        "legal_service",
        "research",
        "social_welfare",
        "business",
        "in_force",
        "issued",
        "decisions",
        "prior_year_items",
        "disclosed_total",
        "litigation_direct",
        "fees",
        "other_services",
        "procurement",
        "block.1",
        "identity",
        "organisations",
        "3",
    )
    labels = _known(draft, heads)
    rng.shuffle(labels)
    wanted = rng.randint(1, 2)
    for label in labels:
        text = typos.mistyped(draft.text(label), rng, draft.form)
        if text and wanted:
            draft.labels[label] = text
            wanted -= 1


def mistyped_headings(draft: Draft, rng: Random) -> None:
    """A typing error in the heading of a table."""
    label = rng.choice(_known(draft, _SECTIONS))
    draft.labels[label] = typos.mistyped(draft.text(label), rng, draft.form) or draft.text(label)


def years_written_out(draft: Draft, rng: Random) -> None:
    """The year in place of 本年, 上年 and 下年度 in labels of rows."""
    year = draft.year
    written = {
        "1": (f"一、{year}年新收政府信息公开申请数量", f"一、{year}年度新收政府信息公开申请数量"),
        "2": (
            f"二、{year - 1}年结转政府信息公开申请数量",
            f"二、{year - 1}年度结转政府信息公开申请数",
        ),
        "3": (f"三、{year}年度办理结果", f"三、{year}年办理结果"),
        "4": (f"四、结转{year + 1}年度继续办理", f"四、结转至{year + 1}年继续办理"),
    }
    for label in typos.some(rng, _known(draft, tuple(written))):
        draft.labels[label] = rng.choice(written[label])


def other_nouns(draft: Draft, rng: Random) -> None:
    """Another word for the same kind of body, file or act."""
    written = {
        "research": ("科研单位", "科研组织"),
        "social_welfare": ("社会公益团体", "社会公益单位"),
        "legal_service": ("法律服务单位",),
        "1": ("一、本年收到政府信息公开申请数量", "一、本年度收到政府信息公开申请数"),
        "3.3.7": ("7.属于行政执法卷宗", "7.属于行政执法案件卷宗"),
        "3.5.2": ("2.重复性申请",),
        "penalty": ("行政处罚决定", "行政处罚决定数"),
        "licensing": ("行政许可决定", "行政许可决定数量"),
        "coercion": ("行政强制决定数",),
        "litigation_after_reconsideration": ("经复议后起诉", "行政复议后起诉"),
    }
    for label in typos.some(rng, _known(draft, tuple(written)), 4):
        draft.labels[label] = rng.choice(written[label])


def ways_of_applying(draft: Draft, rng: Random) -> None:
    """A bracket that names by which ways requests came: all that there are."""
    if not _known(draft, ("1",)):
        raise UnfitError
    label = "1"
    draft.labels[label] = draft.text(label) + rng.choice(
        (
            "（含网上申请、信函申请和当面申请）",
            "（包括网络、邮寄、现场提交等各种渠道）",
            "（含信函、传真、电子邮件）",
        )
    )


def other_numbering(draft: Draft, rng: Random) -> None:
    """Row numbers in another style, or going on over the groups."""
    style = rng.choice(("circled", "brackets", "comma", "on", "none"))
    leaves = [i for i in _leaves(draft) if i.count(".") == 2]
    for place, item in enumerate(leaves, 1):
        text = draft.text(item)
        number, point, rest = text.partition(".")
        if not point or not number.isdigit():
            continue
        own = int(number)
        sign = {
            "circled": chr(0x2460 + own - 1),
            "brackets": f"（{own}）",
            "comma": f"{own}、",
            "on": f"{place}.",
            "none": "",
        }[style]
        draft.labels[item] = sign + rest


def headings_renumbered(draft: Draft, rng: Random) -> None:
    """The headings of the parts with restarting, other or no numbers."""
    style = rng.choice(("none", "brackets", "later", "restart", "arabic"))
    for number in range(1, 7):
        label = f"section.{number}"
        if label in draft.labels:
            continue
        rest = draft.text(label).partition("、")[2]
        restart = number if number < 3 else number - 2
        sign = {
            "none": "",
            "brackets": f"（{'一二三四五六'[number - 1]}）",
            "later": f"{'二三四五六七'[number - 1]}、",
            "restart": f"{'一二三四五六'[restart - 1]}、",
            "arabic": f"{number}. ",
        }[style]
        draft.labels[label] = sign + rest


# Figures.


def change_signs(draft: Draft, rng: Random) -> None:
    """Signs of change in 本年增/减."""
    more, less = rng.choice(
        (
            ("↑", "↓"),
            ("增", "减"),
            ("+", "-"),
            ("增加", "下降"),
            ("增加", "减少"),
            ("", "—"),
            ("＋", "－"),
            ("上升", "下降"),
            ("", "−"),
            ("+", "–"),
            ("新增", "减少"),
            ("↑ ", "↓ "),
        )
    )
    for item in {k[1] for k in draft.figures if k[2] == "change"}:
        before = (DISCLOSURE, item, "prior_year_items")
        key = (DISCLOSURE, item, "change")
        size = rng.randint(1, 48)
        number = rng.choice((size, -size))
        if number < 0:
            draft.figures[before] = str(int(draft.figures[before]) + size)
        draft.figures[key] = str(number)
        draft.printed[key] = (more if number > 0 else less) + str(size)


def separators(draft: Draft, rng: Random) -> None:
    """Thousands separators of one kind."""
    sign = rng.choice((",", "，", " ", "’", "'", "\u2009", "\u00a0", "\u202f", ","))
    for key, figure in draft.figures.items():
        if figure.isdigit() and len(figure) > 3 and key not in draft.printed:
            draft.printed[key] = f"{int(figure):,}".replace(",", sign)


def blanks(draft: Draft, rng: Random) -> None:
    """Zeros that are not printed, or as signs for nothing; totals keep their numbers."""
    sign = rng.choice(("", "", "/", "—", "无", "－", "-"))
    share = rng.choice((0.3, 0.7, 1.0))
    for key, figure in draft.figures.items():
        is_total = key[2] == "total" or key[1] in ("3.7", "1", "2", "4")
        if figure == "0" and not is_total and key[0] != DISCLOSURE and rng.random() < share:
            draft.printed[key] = sign


def cell_units(draft: Draft, rng: Random) -> None:
    """Units in the cells."""
    table = rng.choice((DISCLOSURE, DISCLOSURE, APPLICATIONS, REVIEW))
    gap = rng.choice(("", "", " "))
    for key, figure in draft.figures.items():
        if key[0] != table or key in draft.printed or not figure.replace(".", "").isdigit():
            continue
        unit = "万元" if key[1:] == ("fees", "amount") else "件"
        if key[1] == "procurement" and key[2] == "amount":
            unit = "元"
        elif key[2] in ("prior_year_items", "change", "projects"):
            unit = "项"
        draft.printed[key] = figure + gap + unit


def many_decimals(draft: Draft, rng: Random) -> None:
    """An amount with many decimals."""
    item = "fees" if draft.form == "2021" else "procurement"
    amount = f"{rng.randint(1, 9999)}.{rng.randint(10**4, 10**8 - 1)}"
    draft.figures[DISCLOSURE, item, "amount"] = amount.rstrip("0")


def wide_digits(draft: Draft, rng: Random) -> None:
    """Full-width digits in one table or all."""
    table = rng.choice((DISCLOSURE, APPLICATIONS, REVIEW, ""))
    for key, figure in draft.figures.items():
        if table in ("", key[0]) and key not in draft.printed and figure.isdigit():
            draft.printed[key] = full_width(figure)


# Rows and columns left out or merged.


def no_regulations(draft: Draft, rng: Random) -> None:
    """The row of 规章 is left out."""
    draft.leave_out(*draft.keys(DISCLOSURE, "regulations"))


def no_coercion(draft: Draft, rng: Random) -> None:
    """A row of the fifth, sixth or eighth block is left out."""
    item = rng.choice(("coercion", "licensing", "fees"))
    draft.leave_out(*draft.keys(DISCLOSURE, item))


def no_total(draft: Draft, rng: Random) -> None:
    """Table 三 has no column 总计."""
    draft.leave_out(*draft.keys(APPLICATIONS, measure="total"))


def no_review_table(draft: Draft, rng: Random) -> None:
    """A sentence in place of table 四."""
    draft.leave_out(*draft.keys(REVIEW))


def review_sentence(draft: Draft, rng: Random) -> None:
    """Puts the sentence where the table was not printed."""
    whose = rng.choice(("本单位", "本机关", "我局", ""))
    when = rng.choice((f"{draft.year}年", "本年度", "报告期内"))
    text = rng.choice(
        (
            f"{when}{whose}未发生因政府信息公开引起的行政复议、行政诉讼。",
            f"{when}，{whose}没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
            f"{when}{whose}无政府信息公开行政复议、行政诉讼案件。",
        )
    )
    at = next(
        n
        for n, b in enumerate(draft.blocks)
        if isinstance(b, Line) and b.text == draft.text("section.4")
    )
    draft.blocks.insert(at + 1, Line("paragraph", text))


# Tables.


def extra_row(draft: Draft, rng: Random) -> None:
    """A row of table 二 that the form does not have."""
    sheet = draft.sheet(DISCLOSURE)
    item = "normative_documents"
    text = rng.choice(
        (
            "其他主动公开文件",
            "其他公开文件",
            "其他文件",
            "党委文件",
            "其他政策性文件",
            "政策解读材料",
            "其他主动公开的信息",
            "工作动态信息",
        )
    )
    numbers = {place: str(rng.randint(0, 300)) for place in range(1, 4)}
    sheet.copy_row(sheet.row_of(item), {0: text, **numbers})


def sum_row(draft: Draft, rng: Random) -> None:
    """合计 under the first block of table 二."""
    sheet = draft.sheet(DISCLOSURE)
    measures = [k[2] for k in draft.keys(DISCLOSURE, "normative_documents")]
    items = [i for i in ("regulations", "normative_documents") if draft.keys(DISCLOSURE, i)]
    sums = [str(sum(int(draft.figures[DISCLOSURE, i, m]) for i in items)) for m in measures]
    text = rng.choice(("合计", "总计", "合  计", "小计"))
    sheet.copy_row(sheet.row_of("normative_documents"), {0: text, **dict(enumerate(sums, 1))})


def running_numbers(draft: Draft, rng: Random) -> None:
    """A column of running numbers before a table."""
    sheet = draft.sheet(APPLICATIONS if rng.random() < 0.6 else DISCLOSURE)
    sheet.insert_column(0, 0.06)
    head = rng.choice(("序号", "编号", "行次"))
    filled = {b.row for b in sheet.boxes if b.key}
    if sheet.name == APPLICATIONS:
        first = min(filled)
        sheet.boxes.append(Box(0, 0, head, "header", rows=first))
        rows = range(first, sheet.height)
    else:
        rows = range(sheet.height)
    number = 0
    for row in rows:
        if row in filled:
            number += 1
            sheet.boxes.append(Box(row, 0, str(number), "label"))
        else:
            band = [b for b in sheet.row(row) if b.role == "band"]
            if band:
                band[0].column, band[0].columns = 0, band[0].columns + 1
            else:
                sheet.boxes.append(Box(row, 0, head, "header"))


def remarks_column(draft: Draft, rng: Random) -> None:
    """A column 备注 behind a table."""
    sheet = draft.sheet(rng.choice((APPLICATIONS, DISCLOSURE)))
    at = sheet.width
    sheet.widths.append(0.1)
    head = rng.choice(("备注", "说明", "备 注"))
    filled = {b.row for b in sheet.boxes if b.key}
    words = ("", "", "", "无", "据实填报", "已核对")
    if sheet.name == APPLICATIONS:
        sheet.boxes.append(Box(0, at, head, "header", rows=min(filled)))
    for row in range(sheet.height):
        if row in filled:
            sheet.boxes.append(Box(row, at, rng.choice(words), "label"))
        elif sheet.name == DISCLOSURE:
            band = [b for b in sheet.row(row) if b.role == "band"]
            if band:
                band[0].columns += 1
            else:
                sheet.boxes.append(Box(row, at, head, "header"))


def two_header_rows(draft: Draft, rng: Random) -> None:
    """Texts of one header in two rows."""
    sheet = draft.sheet(APPLICATIONS)
    heads = [b for b in sheet.boxes if b.role == "header" and b.row + b.rows == sheet.head]
    at = sheet.head
    sheet.insert_row(at)
    sheet.head += 1
    for box in sheet.boxes:
        if box.role == "identity":
            box.rows += 1
    for box in heads:
        if len(box.text) >= 4 and box.rows == 1:
            cut = 2 if rng.random() < 0.7 or len(box.text) < 6 else len(box.text) - 2
            sheet.boxes.append(replace(box, row=at, text=box.text[cut:], rows=1))
            box.text = box.text[:cut]
        else:
            box.rows += 1


def heading_inside(draft: Draft, rng: Random) -> None:
    """Headings of tables as their first rows."""
    for table in rng.sample((DISCLOSURE, APPLICATIONS, REVIEW), rng.randint(1, 3)):
        at = draft.place(table)
        line = draft.blocks[at - 1]
        if not isinstance(line, Line) or line.kind != "heading":
            raise UnfitError
        sheet = draft.sheet(table)
        sheet.insert_row(0)
        sheet.boxes.append(Box(0, 0, line.text, "band", columns=sheet.width))
        sheet.head += sheet.head > 0
        del draft.blocks[at - 1]


def without_heading(draft: Draft, rng: Random) -> None:
    """The heading of a table is left out."""
    at = draft.place(rng.choice((DISCLOSURE, APPLICATIONS, REVIEW)))
    line = draft.blocks[at - 1]
    if not isinstance(line, Line) or line.kind != "heading":
        raise UnfitError
    del draft.blocks[at - 1]


def review_rows(draft: Draft, rng: Random) -> None:
    """Table 四 turned: the cases are rows."""
    sheet = draft.sheet(REVIEW)
    heads = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    style = rng.choice(("flat", "turned", "group"))
    boxes: list[Box] = []
    names_of = (
        ("行政复议", "行政复议"),
        ("行政诉讼", "未经复议直接起诉"),
        ("行政诉讼", "复议后起诉"),
    )
    if style == "turned":
        # The results are rows, the cases are columns.
        boxes.append(Box(0, 0, rng.choice(("", "结果", "办理结果")), "header", rows=2))
        boxes.append(Box(0, 1, "行政复议", "header", rows=2))
        boxes.append(Box(0, 2, "行政诉讼", "header", columns=2))
        boxes += [Box(1, 2, names_of[1][1], "header"), Box(1, 3, names_of[2][1], "header")]
        for row, (measure, text) in enumerate(zip(REVIEW_MEASURES, heads, strict=True), 2):
            boxes.append(Box(row, 0, text, "label"))
            boxes += [
                Box(
                    row,
                    column,
                    sheet.number((REVIEW, item, measure)).text,
                    "number",
                    key=(REVIEW, item, measure),
                )
                for column, item in enumerate(REVIEW_ITEMS, 1)
            ]
        sheet.widths, sheet.head = [0.25] * 4, 2
    else:
        first = 2 if style == "group" else 1
        boxes.append(Box(0, 0, rng.choice(("类别", "项目", "案件类型")), "header", columns=first))
        boxes += [Box(0, n + first, text, "header") for n, text in enumerate(heads)]
        for row, (item, (group, text)) in enumerate(zip(REVIEW_ITEMS, names_of, strict=True), 1):
            if style == "flat":
                whole = (
                    group
                    if group == text
                    else f"{group}（{text}）"
                    if rng.random() < 0.5
                    else f"{group}—{text}"
                )
                boxes.append(Box(row, 0, whole, "label"))
            elif row == 1:
                boxes.append(Box(row, 0, group, "label", columns=2))
            else:
                if row == 2:
                    boxes.append(Box(row, 0, group, "label", rows=2))
                boxes.append(Box(row, 1, text, "label"))
            boxes += [
                Box(
                    row,
                    n + first,
                    sheet.number((REVIEW, item, m)).text,
                    "number",
                    key=(REVIEW, item, m),
                )
                for n, m in enumerate(REVIEW_MEASURES)
            ]
        sheet.widths, sheet.head = [0.2] * first + [0.12] * 5, 1
    sheet.boxes = boxes


def review_apart(draft: Draft, rng: Random) -> None:
    """Table 四 as two tables, one for each kind of case."""
    at = draft.place(REVIEW)
    sheet = draft.sheet(REVIEW)
    first = [b for b in sheet.boxes if b.column < 5]
    second = [replace(b, column=b.column - 5) for b in sheet.boxes if b.column >= 5]
    part = Sheet(REVIEW, [0.2] * 5, first, sheet.head)
    rest = Sheet("review part", [0.1] * 10, second, sheet.head)
    between: list[Line] = []
    if rng.random() < 0.5:
        between = [
            Line("paragraph", rng.choice(("（二）行政诉讼情况", "2.行政诉讼", "行政诉讼情况")))
        ]
    draft.blocks[at : at + 1] = [part, *between, rest]


def review_stub(draft: Draft, rng: Random) -> None:
    """Table 四 with a column of words before its numbers."""
    sheet = draft.sheet(REVIEW)
    sheet.insert_column(0, 0.08)
    sheet.boxes.append(Box(0, 0, rng.choice(("项目", "类别", "")), "header", rows=sheet.head))
    sheet.boxes.append(
        Box(sheet.head, 0, rng.choice(("数量", "件数", "案件数", "数量（件）")), "label")
    )


_LETTERS: Final = "政务公开信息网专用道观青云临白公示文档内部资料"


def watermark_letters(draft: Draft, rng: Random) -> None:
    """Pale letters, straight or turned, inside cells of numbers."""
    sheets = [b for b in draft.blocks if isinstance(b, Sheet)]
    boxes = [b for sheet in sheets for b in sheet.boxes if b.key]
    word = "".join(rng.sample(_LETTERS, rng.randint(2, 4)))
    colour = rng.choice(("DDDDDD", "E0E0E0", "D9D9D9", "EEEEEE", "E7E6E6"))
    chosen = rng.sample(boxes, rng.randint(4, min(25, len(boxes))))
    turned = rng.random() < 0.6
    for number, box in enumerate(chosen):
        letter = word[number % len(word)]
        if draft.suffix == ".docx":
            sign = draft.mark(
                f'<w:r><w:rPr><w:color w:val="{colour}"/><w:sz w:val="{rng.choice((32, 44, 56))}"/></w:rPr>'
                f"<w:t>{letter}</w:t></w:r>"
            )
        elif turned:
            angle = rng.choice((-45, -30, -25, 30))
            sign = draft.mark(
                f'<span style="position:absolute;left:{rng.randint(0, 12)}px;top:{rng.randint(0, 8)}px;'
                f"transform:rotate({angle}deg);color:#{colour};opacity:.5;font-size:{rng.randint(18, 30)}px;"
                f'pointer-events:none">{letter}</span>'
            )
        else:
            sign = draft.mark(f'<span style="color:#{colour}">{letter}</span>')
        box.text = sign + box.text if rng.random() < 0.5 else box.text + sign


def columns_moved(draft: Draft, rng: Random) -> None:
    """The groups of table 四 in another order: 行政诉讼 before 行政复议."""
    sheet = draft.sheet(REVIEW)
    for box in sheet.boxes:
        box.column = box.column - 5 if box.column >= 5 else box.column + 10


def _k(
    name: str,
    change: Callable[[Draft, Random], None],
    stage: int,
    takes: str = "",
    forms: tuple[FormName, ...] = NEW,
    suffixes: tuple[Suffix, ...] = (".html", ".docx", ".pdf"),
) -> Kind:
    return Kind(name, change, stage, forms, suffixes, frozenset(takes.split()))


_WEB: Final[tuple[Suffix, ...]] = (".html", ".docx")
KINDS: Final[tuple[Kind, ...]] = (
    _k("explained labels", explained_labels, 1, "labels"),
    _k("explained headings", explained_headings, 1, "headings"),
    _k("units behind labels", with_units, 1, "labels"),
    _k("harmless words", harmless_words, 1, "words"),
    _k("mistyped rows", mistyped_rows, 1, "typos", ALL),
    _k("mistyped heads", mistyped_heads, 1, "typos heads"),
    _k("mistyped headings", mistyped_headings, 1, "headings"),
    _k("other numbering", other_numbering, 1, "numbers typos", ("2021", "2019")),
    _k("headings renumbered", headings_renumbered, 1, "headings"),
    _k("signs of change", change_signs, 1, "figures", ("2019",)),
    _k("thousands separators", separators, 1, "figures", ALL),
    _k("blank cells", blanks, 1, "blanks figures"),
    _k("units in cells", cell_units, 1, "figures"),
    _k("many decimals", many_decimals, 1, "amount"),
    _k("full-width digits", wide_digits, 1, "figures", ALL),
    _k("years written out", years_written_out, 1, "received"),
    _k("other nouns", other_nouns, 1, "received heads typos"),
    _k("ways of applying", ways_of_applying, 1, "received labels"),
    _k("no 规章", no_regulations, 1, "table2"),
    _k("no row of another block", no_coercion, 1, "table2", ("2021",)),
    _k("no 总计 column", no_total, 1, "table3 blanks"),
    _k("sentence for table 四", no_review_table, 1, "table4 headings"),
    _k("one row 其他处理", lambda d, r: None, 1, "one_row", ("2021",)),
    _k("extra row", extra_row, 2, "table2"),
    _k("合计 under table 二", sum_row, 2, "table2 figures"),
    _k("running numbers", running_numbers, 2, "table2 table3"),
    _k("备注 column", remarks_column, 2, "table2 table3"),
    _k("two header rows", two_header_rows, 2, "table3"),
    _k("heading inside table", heading_inside, 2, "table2 table3 table4 headings"),
    _k("heading left out", without_heading, 2, "headings"),
    _k("table 四 turned", review_rows, 2, "table4 heads"),
    _k("table 四 in two", review_apart, 2, "table4"),
    _k("table 四 with a stub", review_stub, 2, "table4"),
    _k("诉讼 before 复议", columns_moved, 2, "table4"),
    _k("watermark letters", watermark_letters, 2, "table2 table3 table4", NEW, _WEB),
    *(_k(kind, names.year_title(kind), 0, "title", ALL) for kind in names.YEAR_KINDS),
    *(_k(f"name: {kind}", names.other_name(kind), 0, "name", NEW) for kind in names.NAMES),
    _k("short name in title", names.short_name, 0, "name", NEW),
    _k("name in the preface alone", names.signature_name, 0, "title name", NEW),
)


def _draft(rng: Random, name: str, number: int, first: Kind) -> Draft:
    form: FormName = "2021" if rng.random() < 0.65 else "2019"
    if "2014" in first.forms and rng.random() < 0.2:
        form = "2014"
    if form not in first.forms:
        form = first.forms[0]
    year = rng.randint(*YEARS[form])
    scale = 12_000 if first.name == "thousands separators" else rng.choice((9, 60, 60, 900))
    one_row = form == "2019" or first.name == "one row 其他处理" or rng.random() < 0.1
    agency = names.plain_name(rng, number)
    draft = new_draft(rng, name, form, agency, year, scale, one_row=one_row)
    draw = rng.random()
    draft.suffix = ".html" if draw < 0.72 else ".docx" if draw < 0.87 else ".pdf"
    if draft.suffix not in first.suffixes:
        draft.suffix = ".html"
    if draft.suffix == ".pdf":
        # The press's font has the characters of these names.
        draft.agency = f"示例市{rng.choice(PLACES)}{rng.choice(ORGANS)}"
    draft.layout["blocks"] = rng.choice(("thirds", "thirds", "half"))
    draft.layout["header"] = rng.choice(("official", "official", "total_apart"))
    return draft


def sound_page(seed: int, number: int) -> Page:
    """One sound report: its first kind by its number, none to three others by chance."""
    first = KINDS[number % len(KINDS)]
    for attempt in range(20):
        rng = Random(f"wording/{seed}/{number}/{attempt}")
        try:
            return _sound_page(rng, f"sound-{seed}-{number:04d}", number, first)
        except UnfitError:
            continue
    raise RuntimeError(f"no page of {first.name}")


def _sound_page(rng: Random, name: str, number: int, first: Kind) -> Page:
    draft = _draft(rng, name, number, first)
    kinds, taken = [first], set(first.takes)
    for kind in rng.sample(KINDS, len(KINDS)):
        if len(kinds) > rng.choice((0, 1, 2, 3)):
            break
        fits = draft.form in kind.forms and draft.suffix in kind.suffixes
        if fits and not taken & kind.takes and kind.name not in ("one row 其他处理", first.name):
            kinds.append(kind)
            taken |= kind.takes
    draft.kinds = [kind.name for kind in kinds]
    ordered = sorted(kinds, key=lambda kind: kind.stage)
    for kind in (k for k in ordered if k.takes >= {"name"}):
        kind.change(draft, rng)
    for kind in (k for k in ordered if k.stage < 2 and not k.takes >= {"name"}):
        kind.change(draft, rng)
    draft.build()
    if "sentence for table 四" in draft.kinds:
        review_sentence(draft, rng)
    for kind in (k for k in ordered if k.stage == 2):
        kind.change(draft, rng)
    return finished(draft)


def sound_pages(seed: int = 0, count: int = COUNT) -> Iterator[Page]:
    """Sound reports; the same for the same seed."""
    return (sound_page(seed, number) for number in range(count))
