"""Pages close to sound ones, in which what looks like harmless wording is another thing.

Each names the cells concerned and what may be published of them: nothing where two readings are
possible, `absent` where the agency's row or column is none of the form's, or the one number that a
careful person reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from random import Random
from typing import Final

from tests.press.form_2021 import APPLICATION_MEASURES, APPLICATIONS, DISCLOSURE, REVIEW, CellKey
from tests.press.forms import FormName
from tests.press.prose import preface
from tests.press.random_reports import YEARS
from tests.wording import names, typos
from tests.wording.draft import Concern, Draft, Line, Sheet, new_draft
from tests.wording.write import Page, finished

Case = Callable[[Draft, Random], None]
CASES: Final[dict[str, tuple[Case, FormName]]] = {}
_PERSONS: Final = ("natural_person", "business", "research", "legal_service")


def case(name: str, form: FormName = "2021") -> Callable[[Case], Case]:
    """Enters a case under its name."""

    def enter(function: Case) -> Case:
        CASES[name] = (function, form)
        return function

    return enter


# Figures that are not zero where it matters.


def _figure(draft: Draft, item: str, measure: str) -> CellKey:
    """A figure of table 二 of two digits that no other cell of it has."""
    key = (DISCLOSURE, item, measure)
    others = {v for k, v in draft.figures.items() if k != key}
    draft.figures[key] = draft.rng.choice([str(n) for n in range(11, 99) if str(n) not in others])
    return key


def _request(draft: Draft, item: str, measure: str) -> CellKey:
    """Adds to a result of table 三 and to every total that it goes into."""
    more = draft.rng.randint(13, 59)
    for row in (item, "1", "3.7"):
        for column in (measure, "total"):
            key = (APPLICATIONS, row, column)
            draft.figures[key] = str(int(draft.figures[key]) + more)
    return APPLICATIONS, item, measure


def _lawsuit(draft: Draft, item: str, measure: str) -> CellKey:
    more = draft.rng.randint(3, 29)
    for column in (measure, "total"):
        key = (REVIEW, item, column)
        draft.figures[key] = str(int(draft.figures[key]) + more)
    return REVIEW, item, measure


def _only(draft: Draft, *keys: CellKey, why: str = "") -> None:
    """These cells must be held."""
    draft.concerns += [Concern(key) for key in keys]
    draft.why = why


def _not_there(draft: Draft, *keys: CellKey, why: str = "") -> None:
    """These cells are none of the page's: held or absent."""
    draft.concerns += [Concern(key, ("absent",)) for key in keys]
    draft.why = why


def _as_is(draft: Draft, *keys: CellKey, why: str = "") -> None:
    """The number of the gold may be published, no other."""
    draft.concerns += [Concern(key, (draft.figures[key],)) for key in keys]
    draft.why = why


# Labels that are another thing.


@case("invalid documents in place of those in force")
def _invalid(draft: Draft, rng: Random) -> None:
    keys = [_figure(draft, i, "in_force") for i in ("regulations", "normative_documents")]
    draft.labels["in_force"] = rng.choice(
        ("已失效件数", "现行失效件数", "宣布失效件数", "拟废止件数", "本年失效件数")
    )
    draft.build()
    _not_there(draft, *keys, why="失效 is not 有效")


@case("row of invalid documents")
def _invalid_row(draft: Draft, rng: Random) -> None:
    keys = [_figure(draft, "normative_documents", m) for m in ("issued", "repealed", "in_force")]
    draft.labels["normative_documents"] = rng.choice(
        (
            "失效行政规范性文件",
            "非规范性文件",
            "已废止规范性文件",
            "其他非规范性文件",
            "拟出台规范性文件",
        )
    )
    draft.build()
    _not_there(draft, *keys, why="another kind of documents")


@case("other regulations beside the regulations")
def _other_regulations(draft: Draft, rng: Random) -> None:
    item = rng.choice(("regulations", "normative_documents"))
    keys = [_figure(draft, item, m) for m in ("issued", "repealed", "in_force")]
    draft.build()
    sheet = draft.sheet(DISCLOSURE)
    name = draft.text(item)
    sheet.copy_row(
        sheet.row_of(item),
        {0: f"{rng.choice(('其他', '未公开', '部门'))}{name}", 1: "3", 2: "1", 3: "204"},
    )
    _as_is(draft, *keys, why="the row of the agency's own stands below")


@case("two rows claim one place")
def _twice(draft: Draft, rng: Random) -> None:
    item = rng.choice(("regulations", "normative_documents", "licensing", "penalty"))
    measure = "issued" if item in ("regulations", "normative_documents") else "decisions"
    key = _figure(draft, item, measure)
    draft.build()
    sheet = draft.sheet(DISCLOSURE)
    text = draft.text(item)
    sheet.copy_row(
        sheet.row_of(item), {0: text, 1: str(int(draft.value(key)) + 7), 2: "5", 3: "66"}
    )
    _only(draft, key, why="two rows with the same label and other numbers")


@case("two results claim one place")
def _twice_result(draft: Draft, rng: Random) -> None:
    first, second = rng.choice(
        (("3.3.1", "3.3.2"), ("3.3.5", "3.3.6"), ("3.5.2", "3.5.3"), ("3.4.1", "3.4.2"))
    )
    keys = [_request(draft, first, "natural_person"), _request(draft, second, "natural_person")]
    draft.labels[second] = draft.text(first)
    draft.build()
    _only(draft, *keys, why=f"{first} and {second} are both labelled alike, number and all")


@case("a label between two others")
def _between(draft: Draft, rng: Random) -> None:
    draft.leave_out(*draft.keys(DISCLOSURE, "regulations"))
    keys = [_figure(draft, "normative_documents", m) for m in ("issued", "repealed", "in_force")]
    draft.labels["normative_documents"] = rng.choice(
        ("规", "文件规章", "规章规范性文件", "规章或文件", "规章、行政规范性文件")
    )
    draft.build()
    draft.why = "the label may be 规章 or 规范性文件, and there is no other row"
    for _, _, measure in keys:
        draft.concerns += [
            Concern((DISCLOSURE, item, measure), ("absent",))
            for item in ("regulations", "normative_documents")
        ]


@case("numbers of two rows of a group exchanged in labels")
def _exchanged_labels(draft: Draft, rng: Random) -> None:
    first, second = rng.choice(
        (("3.3.1", "3.3.4"), ("3.5.1", "3.5.3"), ("3.4.1", "3.4.2"), ("3.3.6", "3.3.7"))
    )
    person = rng.choice(_PERSONS)
    one, other = _request(draft, first, person), _request(draft, second, person)
    a, b = draft.text(first), draft.text(second)
    # The row's place and number are those of the other one; its words and figures belong together.
    draft.labels[first], draft.labels[second] = f"{a[:2]}{b[2:]}", f"{b[:2]}{a[2:]}"
    draft.build()
    draft.concerns += [Concern(one, (draft.value(other),)), Concern(other, (draft.value(one),))]
    draft.why = "the words of the rows stand in another order than on the form"


@case("revoked in place of upheld")
def _revoked(draft: Draft, rng: Random) -> None:
    measure, texts = rng.choice(
        (
            ("upheld", ("结果撤销", "撤回申请", "不予维持", "不予受理")),
            ("corrected", ("结果驳回", "调解结案", "申请撤回")),
        )
    )
    keys = [_lawsuit(draft, item, measure) for item in ("reconsideration", "litigation_direct")]
    draft.labels[measure] = rng.choice(texts)
    draft.build()
    _not_there(draft, *keys, why="another outcome than the form asks for")


@case("another act of the agency")
def _another_act(draft: Draft, rng: Random) -> None:
    item, texts = rng.choice(
        (
            ("licensing", ("行政确认", "行政备案", "行政裁决", "撤销行政许可", "不予行政许可")),
            ("penalty", ("行政处分", "不予行政处罚", "撤销行政处罚", "刑事处罚", "行政检查")),
            ("coercion", ("行政征收", "行政强制执行申请", "行政检查", "行政给付")),
        )
    )
    key = _figure(draft, item, "decisions")
    draft.labels[item] = rng.choice(texts)
    draft.build()
    _not_there(draft, key, why="the row is another kind of act")


@case("one character makes another term")
def _another_term(draft: Draft, rng: Random) -> None:
    label, text = rng.choice(
        (
            ("repealed", "本年修订件数"),
            ("repealed", "本年修改件数"),
            ("issued", "本年备案件数"),
            ("in_force", "现行修改件数"),
            ("legal_service", "法律援助机构"),
            ("research", "科技企业"),
            ("social_welfare", "社会公用企业"),
            ("3.5.2", "2.非重复申请"),
            ("3.3.1", "1.不属于国家秘密"),
            ("3.3.1", "1.属于商业秘密"),
            ("3.3.7", "7.不属于行政执法案卷"),
            ("3.3.4", "4.侵害第三方合法权益"),
            ("3.4.1", "1.本机关掌握相关政府信息"),
            ("3.4.3", "3.补正后申请内容已明确"),
            ("3.5.3", "3.未要求提供公开出版物"),
            ("3.1", "（一）不予公开"),
        )
    )
    draft.labels[label] = text
    if label in ("repealed", "issued", "in_force"):
        keys = [_figure(draft, item, label) for item in ("regulations", "normative_documents")]
    elif label in APPLICATION_MEASURES:
        keys = [_request(draft, "3.1", label)]
    else:
        keys = [_request(draft, label, "natural_person")]
    draft.build()
    _not_there(draft, *keys, why=f"{text} is no slip of the pen but another term")


@case("late in place of extended", "2014")
def _late(draft: Draft, rng: Random) -> None:
    item, text = rng.choice(
        (
            ("3.2.2", "2.逾期办结数"),
            ("3.2.2", "2.未办结数"),
            ("3.3.2", "2.不同意公开答复数"),
            ("3.1.3", "3.电话申请数"),
            ("4.1", "（一）撤销具体行政行为数"),
            ("1.2.3", "3.政务微信公开政府信息数"),
        )
    )
    key = ("statistics", item, "count")
    draft.figures[key] = str(int(draft.figures[key]) + 3)
    for total in {"3.2.2": ("3.2",), "3.3.2": ("3.3",), "3.1.3": ("3.1",), "4.1": ("4",)}.get(
        item, ()
    ):
        above = ("statistics", total, "count")
        draft.figures[above] = str(int(draft.figures[above]) + 3)
    draft.labels[item] = text
    draft.build()
    _not_there(draft, key, why=f"{text} is another item, or no item, of the form")


@case("projects in place of an amount")
def _not_an_amount(draft: Draft, rng: Random) -> None:
    key = _figure(draft, "fees", "amount")
    draft.labels["amount"] = rng.choice(
        (
            "本年收费项目数量",
            "本年收费笔数",
            "本年减免金额（单位：万元）",
            "本年收费次数（单位：次）",
        )
    )
    draft.build()
    _not_there(draft, key, why="not the amount that was charged")


@case("other applicants")
def _other_applicants(draft: Draft, rng: Random) -> None:
    measure, texts = rng.choice(
        (
            ("natural_person", ("法人", "外国人", "非自然人", "律师")),
            ("business", ("个体工商户", "事业单位", "农民专业合作社")),
            ("research", ("新闻媒体", "学校", "中介机构")),
            ("social_welfare", ("村（居）委会", "行业协会", "党政机关")),
        )
    )
    key = _request(draft, rng.choice(("3.1", "3.4.1", "3.2")), measure)
    draft.labels[measure] = rng.choice(texts)
    draft.build()
    _not_there(draft, key, why="other applicants than the form's column")


@case("another case than reconsideration")
def _other_case(draft: Draft, rng: Random) -> None:
    item, texts = rng.choice(
        (
            ("reconsideration", ("行政调解", "行政赔偿", "行政裁决", "人民调解")),
            ("litigation_direct", ("民事诉讼", "行政公益诉讼", "复议前调解")),
        )
    )
    key = _lawsuit(draft, item, "upheld")
    draft.labels[item] = rng.choice(texts)
    draft.build()
    _not_there(draft, key, why="another kind of case")


@case("litigation after reconsideration twice")
def _after_twice(draft: Draft, rng: Random) -> None:
    keys = [
        _lawsuit(draft, i, "upheld")
        for i in ("litigation_direct", "litigation_after_reconsideration")
    ]
    draft.labels["litigation_direct"] = rng.choice(("复议后起诉", "经复议后起诉", "复议后再起诉"))
    draft.build()
    _only(draft, *keys, why="both groups are labelled as after reconsideration")


# What heads several rows, or the labels themselves.


def _under(draft: Draft, rng: Random) -> tuple[str, CellKey]:
    """A heading of table 三 over several rows, and a request that stands under it."""
    group = rng.choice(("3.3", "3.4", "3.5"))
    item = rng.choice([i for _, i, m in draft.figures if i.startswith(f"{group}.")])
    return group, _request(draft, item, rng.choice(_PERSONS))


@case("rows under a heading of another time")
def _heading_of_another_time(draft: Draft, rng: Random) -> None:
    group, key = _under(draft, rng)
    number, label = draft.text(group)[:3], draft.text(group)[3:]
    time = rng.choice(("上年度", "上半年", "历年累计", f"{draft.year - 1}年", "第四季度", "去年"))
    draft.labels[group] = rng.choice((f"{number}{time}{label}", f"{number}{label}（{time}）"))
    draft.build()
    _only(draft, key, why="the rows' heading says another time")


@case("results of another time")
def _results_of_another_time(draft: Draft, rng: Random) -> None:
    _, key = _under(draft, rng)
    draft.labels["3"] = rng.choice(
        (
            "三、上年度办理结果",
            f"三、{draft.year - 1}年办理结果",
            "三、上半年办理结果",
            "三、历年办理结果",
        )
    )
    draft.build()
    _only(draft, key, why="the results are another time's")


@case("rows under a heading of another scope")
def _heading_of_another_scope(draft: Draft, rng: Random) -> None:
    group, key = _under(draft, rng)
    draft.labels[group] = draft.text(group) + rng.choice(
        ("（全市合计）", "（不含下属单位）", "（仅网上申请）", "（其中涉企）", "（系统内汇总）")
    )
    draft.build()
    _only(draft, key, why="the rows' heading says another scope")


@case("another time above the labels")
def _corner(draft: Draft, rng: Random) -> None:
    _, key = _under(draft, rng)
    draft.labels["identity"] = rng.choice(
        (
            "上年度数据",
            f"{draft.year - 1}年度",
            "历年累计数",
            "全市汇总数",
            "上半年统计",
            f"（{draft.year - 1}年数据，第一项加第二项之和，等于第三项加第四项之和）",
        )
    )
    draft.build()
    _only(draft, key, why="the cell above the labels says another time or scope")


@case("a year written out that is another")
def _other_year_in_label(draft: Draft, rng: Random) -> None:
    item = rng.choice(("1", "2", "4"))
    label, turned = {
        "1": ("一、{}年新收政府信息公开申请数量", draft.year - 1),
        "2": ("二、{}年结转政府信息公开申请数量", draft.year - 2),
        "4": ("四、结转{}年度继续办理", draft.year - 1),
    }[item]
    key = (APPLICATIONS, item, "natural_person")
    draft.labels[item] = label.format(turned)
    draft.build()
    _not_there(draft, key, (APPLICATIONS, item, "total"), why="the label says another year")


# Scope and unit.


@case("scope of a column turned")
def _scope(draft: Draft, rng: Random) -> None:
    measure, body = rng.choice((("issued", "制发件数"), ("repealed", "废止件数")))
    keys = [_figure(draft, i, measure) for i in ("regulations", "normative_documents")]
    scope = rng.choice(
        (
            "历年累计",
            "上年",
            "上一年度",
            "五年累计",
            f"{draft.year - 1}年",
            f"{draft.year - 2}年以来累计",
        )
    )
    draft.labels[measure] = scope + body
    draft.build()
    _not_there(draft, *keys, why="not this year's number")


@case("scope in a bracket")
def _scope_bracket(draft: Draft, rng: Random) -> None:
    item = rng.choice(("licensing", "penalty", "coercion"))
    key = _figure(draft, item, "decisions")
    bracket = rng.choice(
        (
            "（上年数）",
            "（历年累计）",
            f"（{draft.year - 1}年）",
            "（同比增长%）",
            "（计划数）",
            "（其中：涉企）",
        )
    )
    draft.labels[item] = draft.text(item) + bracket
    draft.build()
    _not_there(draft, key, why="the bracket says another scope")


@case("received in all years")
def _all_years(draft: Draft, rng: Random) -> None:
    item, texts = rng.choice(
        (
            (
                "1",
                (
                    "一、历年累计收到政府信息公开申请数量",
                    "一、上年新收政府信息公开申请数量",
                    "一、本年新收信访件数量",
                ),
            ),
            (
                "2",
                (
                    "二、上年办结政府信息公开申请数量",
                    "二、历年结转政府信息公开申请总数",
                    "二、上年新收政府信息公开申请数量",
                ),
            ),
            ("4", ("四、结转上年度办理", "四、本年度逾期未办理", "四、历年累计未办结")),
        )
    )
    key = (APPLICATIONS, item, "natural_person")
    draft.labels[item] = rng.choice(texts)
    draft.build()
    _not_there(
        draft, key, (APPLICATIONS, item, "total"), why="another quantity than the form's row"
    )


@case("of which below")
def _of_which(draft: Draft, rng: Random) -> None:
    item = rng.choice(("licensing", "penalty", "coercion"))
    key = _figure(draft, item, "decisions")
    draft.build()
    sheet = draft.sheet(DISCLOSURE)
    part = rng.choice(("其中：涉企", "其中：", "其中：简易程序", "其中：重大"))
    sheet.copy_row(sheet.row_of(item), {0: part + draft.text(item), 1: str(rng.randint(1, 9))})
    _as_is(draft, key, why="the row below is a part of it")


@case("last year beside this year")
def _last_year(draft: Draft, rng: Random) -> None:
    keys = [_figure(draft, item, "decisions") for item in ("penalty", "coercion")]
    draft.build()
    sheet = draft.sheet(DISCLOSURE)
    head = next(
        b
        for b in sheet.boxes
        if b.role == "header" and b.row == sheet.row_of("penalty") - 1 and b.column
    )
    left = rng.random() < 0.5
    half = sheet.width - head.column
    if half < 2:
        raise ValueError(half)
    mine = head.column if left else head.column + 1
    other = head.column + 1 if left else head.column
    for box in [head, *(sheet.number(k) for k in keys)]:
        texts = f"{draft.year - 1}年处理决定数量" if box is head else str(rng.randint(100, 900))
        wide = box.columns
        box.column, box.columns = (mine, 1) if left else (mine, wide - 1)
        sheet.boxes.append(
            replace(box, column=other, columns=wide - 1 if left else 1, text=texts, key=None)
        )
    _as_is(draft, *keys, why="a column of last year's numbers beside")


@case("amount in 元")
def _in_yuan(draft: Draft, rng: Random) -> None:
    key = (DISCLOSURE, "fees", "amount")
    amount = rng.randint(1200, 987_654)
    draft.figures[key] = str(amount)
    draft.labels["amount"] = rng.choice(
        (
            "本年收费金额（单位：元）",
            "本年收费金额(元)",
            "本年收费金额（单位：人民币元）",
            "本年收费金额（单位：元，据实填写）",
        )
    )
    draft.build()
    tenth = f"{amount / 10_000:.4f}"
    draft.concerns = [Concern(key, (str(amount), tenth), "元")]
    draft.why = "the bracket turns the unit: the number in 元, or a ten-thousandth of it in 万元"


@case("amount in another unit in the cell")
def _unit_in_cell(draft: Draft, rng: Random) -> None:
    key = (DISCLOSURE, "fees", "amount")
    unit = rng.choice(("元", "亿元", "千元"))
    amount = rng.randint(12, 98) * 100
    draft.figures[key] = str(amount)
    draft.printed[key] = f"{amount}{unit}"
    draft.build()
    by_unit = {
        "元": (f"{amount / 10_000:.4f}",),
        "亿元": (f"{amount * 10_000}",),
        "千元": (f"{amount / 10:.2f}",),
    }
    draft.concerns = [Concern(key, (str(amount), *by_unit[unit]), unit)]
    draft.why = f"the header says 万元, the cell {unit}"


@case("ten thousands of decisions")
def _ten_thousands(draft: Draft, rng: Random) -> None:
    item = rng.choice(("licensing", "penalty"))
    key = _figure(draft, item, "decisions")
    number = f"{rng.randint(1, 9)}.{rng.randint(1, 9)}"
    whole = str(round(float(number) * 10_000))
    if rng.random() < 0.5:
        draft.printed[key] = f"{number}万件"
    else:
        draft.printed[key] = number
        draft.labels["decisions"] = f"本年处理决定数量（{rng.choice(('', '单位：'))}万件）"
    draft.build()
    draft.concerns = [Concern(key, (whole,))]
    draft.why = "counted in 万件"


@case("thousand in the header")
def _unit_of_requests(draft: Draft, rng: Random) -> None:
    item = rng.choice(("regulations", "normative_documents"))
    key = _figure(draft, item, "issued")
    draft.labels["issued"] = (
        f"本年制发件数（{rng.choice(('百件', '万字', '单位：页', '单位：部门', '%'))}）"
    )
    draft.build()
    draft.concerns = [Concern(key, ("absent",))]
    draft.why = "the bracket's unit is none of the form's"


# Signs within cells.


def _sign_case(name: str, texts: Callable[[str], tuple[str, ...]], why: str) -> None:
    @case(name)
    def made(draft: Draft, rng: Random) -> None:
        choice = rng.choice(("two", "three", "four"))
        if choice == "two":
            item = rng.choice(("licensing", "penalty", "coercion"))
            key = _figure(draft, item, "decisions")
        elif choice == "three":
            key = _request(draft, rng.choice(("3.1", "3.3.7", "3.4.1")), "natural_person")
        else:
            key = _lawsuit(draft, "reconsideration", "upheld")
        draft.printed[key] = rng.choice(texts(draft.value(key)))
        draft.build()
        _only(draft, key, why=why)


_sign_case(
    "arrow in a count",
    lambda n: (f"↑{n}", f"{n}↑", f"↓{n}", f"▲{n}"),
    "an arrow where nothing changes",
)
_sign_case(
    "more or less in a count",
    lambda n: (f"增加{n}", f"减{n}", f"增{n}", f"减少{n}", f"下降{n}"),
    "增 or 减 where nothing changes",
)
_sign_case(
    "minus in a count",
    lambda n: (f"-{n}", f"－{n}", f"—{n}", f"−{n}"),
    "a dash or a minus before a count",
)
_sign_case(
    "two numbers in a cell",
    lambda n: (
        f"{n}/{int(n) + 3}",
        f"{n}（{int(n) + 2}）",
        f"{n}+2",
        f"{n} {int(n) + 5}",
        f"{n}、{int(n) + 1}",
    ),
    "which of two numbers?",
)
_sign_case(
    "decimal point in a count",
    lambda n: (f"1.{int(n):03d}", f"{n[0]}.452", f"{n[0]}.{n[-1]}5"),
    "thousands or decimals of a count?",
)
_sign_case(
    "comma at no thousands",
    lambda n: (f"{n},4", f"{n}，45", f"{n[0]},{n[-1]}", f"1,{n[:2]}"),
    "a comma that separates no thousands",
)
_sign_case(
    "letters for digits",
    lambda n: (f"{n[:-1]}O", f"l{n}", f"{n}?", f"{n[0]}*"),
    "a letter or a sign in place of a digit",
)


@case("decimal comma in an amount")
def _decimal_comma(draft: Draft, rng: Random) -> None:
    key = (DISCLOSURE, "fees", "amount")
    draft.figures[key] = "1.45"
    digits = str(rng.randint(1, 9))
    draft.printed[key] = rng.choice(
        (f"{digits},45", f"{digits}，4", f"{digits},4523", f"1{digits},06")
    )
    draft.build()
    _only(draft, key, why="a decimal comma or a separator")


@case("amount that looks like thousands")
def _like_thousands(draft: Draft, rng: Random) -> None:
    key = (DISCLOSURE, "fees", "amount")
    draft.figures[key] = f"{rng.randint(1, 9)}.{rng.randint(101, 999)}"
    draft.build()
    _as_is(draft, key, why="a point in an amount is a decimal point")


@case("footnote behind a number")
def _footnote(draft: Draft, rng: Random) -> None:
    key = _figure(draft, rng.choice(("licensing", "penalty")), "decisions")
    number = rng.randint(1, 3)
    sign = draft.mark(
        rng.choice((f"<sup>{number}</sup>", f"<sup>[{number}]</sup>", f"<sup>（{number}）</sup>"))
    )
    draft.printed[key] = draft.value(key) + sign
    gold = draft.value(key)
    draft.build()
    draft.concerns = [Concern(key, (gold,))]
    draft.why = "a raised number is a note"


@case("pale digit beside a number")
def _pale_digit(draft: Draft, rng: Random) -> None:
    key = _figure(draft, rng.choice(("licensing", "penalty", "coercion")), "decisions")
    gold, digit = draft.value(key), rng.randint(1, 9)
    style = rng.choice(
        (
            "color:#ddd",
            "color:#e5e5e5;font-size:22px",
            "position:absolute;left:3px;top:2px;color:#e0e0e0;transform:rotate(-30deg)",
            "color:#ccc;opacity:.4",
        )
    )
    sign = draft.mark(f'<span style="{style}">{digit}</span>')
    draft.printed[key] = rng.choice((gold + sign, sign + gold))
    draft.build()
    draft.concerns = [Concern(key, (gold,))]
    draft.why = "a digit of a watermark beside the number"


@case("black letter with a digit")
def _black_letters(draft: Draft, rng: Random) -> None:
    key = _request(draft, rng.choice(("3.1", "3.2", "3.4.2")), rng.choice(_PERSONS))
    value = draft.value(key)
    draft.printed[key] = rng.choice(
        (f"第{value}", f"约{value}", f"{value}余", f"近{value}", f"{value}%")
    )
    draft.build()
    _only(draft, key, why="the words beside the number make it another one")


# Rows and columns that do not fit.


@case("rows shifted against their labels")
def _shifted(draft: Draft, rng: Random) -> None:
    items = rng.choice(
        (
            ("3.3.1", "3.3.2", "3.3.3", "3.3.4"),
            ("3.5.1", "3.5.2", "3.5.3"),
            ("3.4.1", "3.4.2", "3.4.3"),
        )
    )
    for item in items[:-1]:
        _request(draft, item, "natural_person")
    draft.build()
    sheet = draft.sheet(APPLICATIONS)
    first, rest = items[0], items[1:]
    # One label reaches over two rows of numbers; the last row of the group has no label.
    label = sheet.label(first)
    texts = [sheet.label(item).text for item in items]
    for item, text in zip(rest[1:], texts[1:-1], strict=True):
        sheet.label(item).text = text
    gone = sheet.label(rest[0])
    sheet.boxes.remove(gone)
    label.rows = 2
    if len(rest) == 1:
        raise ValueError(items)
    _only(
        draft,
        *((APPLICATIONS, item, "natural_person") for item in items[1:-1]),
        why="one label over two rows of numbers, the last label missing",
    )


@case("a number short in a row")
def _short_row(draft: Draft, rng: Random) -> None:
    item = rng.choice(("3.1", "3.2", "3.4.1"))
    keys = [
        _request(draft, item, person) for person in ("natural_person", "business", "legal_service")
    ]
    draft.build()
    sheet = draft.sheet(APPLICATIONS)
    gone = sheet.number((APPLICATIONS, item, rng.choice(("research", "social_welfare"))))
    sheet.boxes.remove(gone)
    for box in sheet.row(gone.row):
        if box.column > gone.column:
            box.column -= 1
    _only(draft, *keys[2:], (APPLICATIONS, item, "total"), why="six numbers under seven headers")


@case("two columns of one name")
def _same_columns(draft: Draft, rng: Random) -> None:
    first, second = rng.choice(
        (("business", "research"), ("research", "social_welfare"), ("natural_person", "business"))
    )
    keys = [_request(draft, "3.1", first), _request(draft, "3.1", second)]
    draft.labels[second] = draft.text(first)
    draft.build()
    _only(draft, *keys, why="two columns with the same header")


@case("columns in another order")
def _other_order(draft: Draft, rng: Random) -> None:
    keys = [
        _request(draft, "3.1", "business"),
        _request(draft, "3.1", "legal_service"),
        _request(draft, "3.4.1", "research"),
    ]
    draft.build()
    sheet = draft.sheet(APPLICATIONS)
    first = next(b.column for b in sheet.boxes if b.key and b.key[2] == "business")
    moves = {
        first + n: first + m
        for n, m in enumerate(rng.choice(((1, 2, 0), (2, 1, 0), (0, 2, 1), (1, 0, 2))))
    }
    for box in sheet.boxes:
        if box.columns == 1 and box.role in ("number", "header") and box.column in moves:
            box.column = moves[box.column]
    _as_is(draft, *keys, why="the columns of the organisations stand in another order")


@case("total first")
def _total_first(draft: Draft, rng: Random) -> None:
    keys = [_request(draft, "3.1", "natural_person"), (APPLICATIONS, "1", "total")]
    draft.layout["header"] = "total_apart"
    draft.build()
    sheet = draft.sheet(APPLICATIONS)
    last = sheet.width - 1
    for box in sheet.boxes:
        if box.column == last:
            box.column = 3
        elif box.column >= 3:
            box.column += 1
    _as_is(draft, *keys, why="the column 总计 stands first")


@case("carried over in and out exchanged")
def _carried(draft: Draft, rng: Random) -> None:
    two, four = (APPLICATIONS, "2", "natural_person"), (APPLICATIONS, "4", "natural_person")
    for item, more in (("2", 11), ("1", 6), ("4", 17)):
        for measure in ("natural_person", "total"):
            key = (APPLICATIONS, item, measure)
            draft.figures[key] = str(int(draft.figures[key]) + more)
    draft.labels["2"] = "二、结转下年度继续办理"
    draft.labels["4"] = "四、上年结转政府信息公开申请数量"
    draft.build()
    draft.concerns = [Concern(two, (draft.value(four),)), Concern(four, (draft.value(two),))]
    draft.why = "the labels are exchanged; the words count, or nobody knows"


@case("a label gone from the row")
def _no_label(draft: Draft, rng: Random) -> None:
    item = rng.choice(("3.3.4", "3.5.2", "3.4.2", "3.3.7"))
    key = _request(draft, item, "natural_person")
    below = f"{item[:-1]}{int(item[-1]) - 1}"
    other = _request(draft, below, "natural_person")
    draft.labels[item] = ""
    draft.build()
    _as_is(draft, key, other, why="a row without label, the others around it in their places")


@case("two labels gone, one row too many")
def _rows_too_many(draft: Draft, rng: Random) -> None:
    group = rng.choice(("3.3.4", "3.5.2", "3.4.2"))
    key = _request(draft, group, "natural_person")
    draft.labels[group] = ""
    draft.build()
    sheet = draft.sheet(APPLICATIONS)
    texts = {n + 1: str(rng.randint(1, 40)) for n in range(len(APPLICATION_MEASURES))}
    sheet.copy_row(sheet.row_of(group), texts)
    _only(draft, key, why="two rows of numbers without label where the form has one row")


@case("heads of two forms")
def _two_forms(draft: Draft, rng: Random) -> None:
    keys = [
        _figure(draft, i, m)
        for i in ("regulations", "normative_documents")
        for m in ("issued", "repealed", "in_force")
    ]
    for measure, text in zip(
        ("issued", "repealed", "in_force"),
        ("本年新制作数量", "本年新公开数量", "对外公开总数量"),
        strict=True,
    ):
        draft.labels[measure] = text
    draft.build()
    _not_there(draft, *keys, why="heads of the form of 2019 in section one, of 2021 below")


@case("head of the other form", "2019")
def _other_head(draft: Draft, rng: Random) -> None:
    measure, text = rng.choice((("disclosed_total", "现行有效件数"), ("disclosed", "本年废止件数")))
    keys = [_figure(draft, i, measure) for i in ("regulations", "normative_documents")]
    draft.labels[measure] = text
    draft.build()
    _not_there(draft, *keys, why="a head of the form of 2021 in that of 2019")


# Changes of the form of 2019.


@case("fewer said by the header", "2019")
def _fewer(draft: Draft, rng: Random) -> None:
    item = rng.choice(("licensing", "penalty", "coercion"))
    key = _figure(draft, item, "change")
    before = (DISCLOSURE, item, "prior_year_items")
    draft.figures[before] = str(int(draft.figures[before]) + 200)
    for other in draft.keys(DISCLOSURE, measure="change"):
        if other != key:
            draft.figures[other] = "0"
    draft.labels["change"] = rng.choice(("本年减", "本年减少", "本年减少数量", "本年取消"))
    draft.build()
    draft.concerns = [Concern(key, (f"-{draft.value(key)}", "absent"))]
    draft.why = "the header says that they became fewer"


@case("growth in per cent", "2019")
def _per_cent(draft: Draft, rng: Random) -> None:
    item = rng.choice(("licensing", "penalty"))
    key = _figure(draft, item, "change")
    if rng.random() < 0.5:
        draft.labels["change"] = rng.choice(
            ("本年增/减（%）", "同比增/减（%）", "本年增减幅度", "增减百分比")
        )
    else:
        draft.printed[key] = f"{draft.value(key)}%"
    draft.build()
    _not_there(draft, key, why="a share is no number of items")


@case("both signs of change", "2019")
def _both_signs(draft: Draft, rng: Random) -> None:
    item = rng.choice(("licensing", "penalty", "other_services"))
    key = _figure(draft, item, "change")
    value = draft.value(key)
    draft.printed[key] = rng.choice(
        (
            f"±{value}",
            f"增3减{value}",
            f"增/减{value}",
            f"+{value}/-2",
            f"↑↓{value}",
            f"增减{value}",
        )
    )
    draft.build()
    _only(draft, key, why="more or fewer?")


@case("arrow in last year's items", "2019")
def _arrow_before(draft: Draft, rng: Random) -> None:
    item = rng.choice(("licensing", "penalty", "coercion"))
    key = _figure(draft, item, "prior_year_items")
    draft.figures[DISCLOSURE, item, "change"] = "0"
    draft.printed[key] = rng.choice(("↑", "增", "减", "↓", "增加", "下降")) + draft.value(key)
    draft.build()
    _only(draft, key, why="a sign of change in a column that is none")


@case("amount of purchases in two units", "2019")
def _two_units(draft: Draft, rng: Random) -> None:
    key = _figure(draft, "procurement", "amount")
    draft.labels["amount"] = f"采购总金额（{rng.choice(('单位：', ''))}万元）"
    draft.printed[key] = f"{draft.value(key)}元"
    draft.build()
    value = draft.value(key)
    draft.concerns = [Concern(key, (value, f"{int(value) / 10_000:.4f}"), "元")]
    draft.why = "the header says 万元, the cell 元"


# Other years and agencies.


@case("table of last year beside")
def _other_year(draft: Draft, rng: Random) -> None:
    key = _request(draft, rng.choice(("3.1", "3.2", "3.4.1")), "natural_person")
    table = rng.choice((APPLICATIONS, REVIEW))
    if table == REVIEW:
        key = _lawsuit(draft, "reconsideration", "upheld")
    is_named = rng.random() < 0.6
    draft.build()
    at = draft.place(table)
    copy = _other_numbers(draft.sheet(table))
    if is_named:
        old = Line(
            "heading",
            f"附：{draft.year - 1}年度{typos.bare(draft.text('section.3' if table == APPLICATIONS else 'section.4'))}",
        )
        where = rng.choice((at + 1, len(draft.blocks)))
        draft.blocks[where:where] = [old, copy]
        _as_is(draft, key, why="the second table is last year's, as it says")
    else:
        draft.blocks.insert(at + 1, copy)
        _only(
            draft, key, why="two tables with other numbers, and nothing tells which is the report's"
        )


def _other_numbers(sheet: Sheet) -> Sheet:
    copy = deepcopy(sheet)
    copy.name = f"other {sheet.name}"
    numbers = {b.key: int(b.text) if b.text.isdigit() else 0 for b in copy.boxes if b.key}
    for box in copy.boxes:
        if box.key:
            box.text = str(numbers[box.key] * 2)
            box.key = None
    return copy


@case("table of another agency beside")
def _other_agency(draft: Draft, rng: Random) -> None:
    key = _request(draft, rng.choice(("3.1", "3.2")), "natural_person")
    draft.build()
    other = names.plain_name(rng, rng.randint(0, 500))
    copy = _other_numbers(draft.sheet(APPLICATIONS))
    line = Line("heading", f"附：{other}{draft.year}年收到和处理政府信息公开申请情况")
    draft.blocks += [line, copy]
    _as_is(draft, key, why="the table behind is another agency's")


@case("year of the title against the period")
def _two_years(draft: Draft, rng: Random) -> None:
    other = draft.year - 1 if draft.year > 2021 else draft.year + 1
    agency = draft.agency
    said = rng.choice(
        (
            "{y}年1月1日起，至{y}年12月31日止",
            "{y}年1月1日至{y}年12月31日",
            "{y}年1月1日起至12月31日止",
        )
    ).format(y=other)
    draft.preface = (
        f"本报告由{agency}根据《中华人民共和国政府信息公开条例》编制。所列数据的统计期限自{said}。",
    )
    draft.build()
    for line in draft.lines("paragraph"):
        line.text = line.text.replace(f"{draft.year}年", f"{other}年")
    draft.concerns = [Concern("year")]
    draft.why = f"the title says {draft.year}, all of the text {other}"


@case("sidecar of another body")
def _other_body(draft: Draft, rng: Random) -> None:
    area = draft.agency[:3] + draft.agency[3:6]
    pairs = (
        (f"{area}人民政府", f"{area}人民政府办公室"),
        (f"{area}人民政府办公室", f"{area}人民政府"),
        (f"{area[:3]}公安局", f"{area[:3]}公安局{area[3:5]}分局"),
        (f"{area[:3]}自然资源局{area[3:5]}分局", f"{area[:3]}自然资源局"),
        (f"{area}教育局", f"{area}体育局"),
        (f"{area}民政局", f"{area[:3]}民政局"),
        (f"{area}新桥镇人民政府", f"{area}人民政府"),
    )
    theirs, mine = rng.choice(pairs)
    draft.agency = mine
    draft.sidecar = {"agency": theirs, "year": draft.year}
    draft.build()
    draft.concerns = [Concern("agency", ("said",))]
    draft.why = f"the page is {mine}'s, the sidecar says {theirs}: held, or at least said"


@case("another region in the sidecar")
def _other_region(draft: Draft, rng: Random) -> None:
    first, second = names.plain_name(rng, 77), names.plain_name(rng, 208)
    organ = rng.choice(("教育局", "审计局", "人民政府"))
    mine, theirs = first[:6] + organ, second[:6] + organ
    draft.agency = mine
    draft.sidecar = {"agency": theirs, "year": draft.year}
    draft.build()
    draft.concerns = [Concern("agency", ("said",))]
    draft.why = f"the page is {mine}'s, the sidecar says {theirs}"


@case("another agency in the text")
def _copied(draft: Draft, rng: Random) -> None:
    other = names.plain_name(rng, rng.randint(0, 500))[:6] + draft.agency[6:]
    draft.preface = (preface(other, draft.year, draft.form),)
    draft.build()
    draft.concerns = [Concern("agency", ("said",))]
    draft.why = f"the title is {draft.agency}'s, the text says {other}: held, or at least said"


# The table of 2014.


@case("all years in place of this one", "2014")
def _cumulative(draft: Draft, rng: Random) -> None:
    keys = [("statistics", item, "count") for item in ("1.1", "3.1")]
    for key in keys:
        draft.figures[key] = str(int(draft.figures[key]) + 40)
    draft.figures["statistics", "3.1.4", "count"] = str(
        int(draft.figures["statistics", "3.1.4", "count"]) + 40
    )
    draft.labels["count"] = rng.choice(("历年累计", "上年数", "累计数", f"{draft.year - 1}年"))
    draft.build()
    _not_there(draft, *keys, why="the only column is not this year's")


@case("cumulative column first", "2014")
def _cumulative_first(draft: Draft, rng: Random) -> None:
    key = ("statistics", "1.2.2", "count")
    draft.figures[key] = str(int(draft.figures[key]) + 1)
    draft.layout["statistics"] = "cumulative"
    draft.build()
    sheet = draft.sheet("statistics")
    for box in sheet.boxes:
        box.column = {2: 3, 3: 2}.get(box.column, box.column)
    _as_is(draft, key, ("statistics", "3.1", "count"), why="历年累计 stands before 统计数")


@case("fee in 元", "2014")
def _fee_in_yuan(draft: Draft, rng: Random) -> None:
    key = ("statistics", rng.choice(("7", "8.4")), "count")
    draft.figures[key] = str(rng.randint(1200, 98_000))
    draft.build()
    sheet = draft.sheet("statistics")
    unit = next(b for b in sheet.row(sheet.row_of(key[1])) if b.text == "万元")
    unit.text = "元"
    value = draft.value(key)
    draft.concerns = [Concern(key, (value, f"{int(value) / 10_000:.4f}"), "元")]
    draft.why = "the row's unit is 元 in place of 万元"


COUNT: Final = 180


def hostile_page(seed: int, number: int) -> Page:
    """One hostile page: its case by its number, all else by chance."""
    name = list(CASES)[number % len(CASES)]
    make, form = CASES[name]
    rng = Random(f"hostile/{seed}/{number}")
    year = rng.randint(*YEARS[form])
    agency = names.plain_name(rng, number + 300)
    draft = new_draft(
        rng, f"hostile-{seed}-{number:04d}", form, agency, year, 40, one_row=form == "2019"
    )
    draft.kinds = [name]
    make(draft, rng)
    if not draft.marks and Random(draft.name).random() < 0.25:
        draft.suffix = ".docx"
    return finished(draft)


def hostile_pages(seed: int = 0, count: int = COUNT) -> Iterator[Page]:
    """Hostile pages; the same for the same seed."""
    return (hostile_page(seed, number) for number in range(count))
