"""Sentences full of numbers: true ones in many wordings, and others that tables do not count.

`decoy_prose` is for reports in which nothing is wrong: whoever finds a contradiction in it is
mistaken. `statement_prose` says one number, which may be wrong on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from random import Random
from typing import Final

from tests.press.form_2021 import APPLICATIONS, DISCLOSURE, REVIEW, CellKey
from tests.press.numbers import full_width, reading

Cells = Mapping[CellKey, str | None]

COUNTED: Final[dict[str, tuple[str, ...]]] = {
    "received": (
        "{y}年，共收到政府信息公开申请{n}件。",
        "全年共受理依申请公开事项{n}件。",
        "{y}年度，本机关新收政府信息公开申请{n}件。",
        "本年度收到公民、法人或者其他组织提出的政府信息公开申请共计{n}件。",
        "全年收到{n}件政府信息公开申请。",
        "{y}年1月1日至12月31日，本机关共收到信息公开申请{n}件，均依法依规登记办理。",
        "{y}年，政府信息公开申请总数为{n}件。",
        "进一步规范办理流程，全年接收政府信息公开申请{n}件。",
        "（二）依申请公开情况。{y}年，本机关收到依申请公开{n}件，均在法定期限内予以答复。",
        "今年以来，共收到各类政府信息公开申请{n}件。",
    ),
    "carried_in": (
        "上年结转政府信息公开申请{n}件。",
        "上年度结转申请{n}件。",
        "{last}年结转至本年度办理的政府信息公开申请{n}件。",
        "上一年度结转政府信息公开申请{n}件。",
    ),
    "answered": (
        "全年共办结政府信息公开申请{n}件。",
        "{y}年，本机关答复政府信息公开申请{n}件。",
        "本年度依法答复信息公开申请{n}件。",
        "{n}件政府信息公开申请均已按时办结。",
        "全年办结信息公开申请共{n}件，答复率100%。",
    ),
    "carried_over": (
        "结转下年度继续办理的政府信息公开申请{n}件。",
        "{n}件申请结转下一年度办理。",
        "政府信息公开申请转下年度办理{n}件。",
        "结转至{next}年办理的申请{n}件。",
    ),
    "granted": (
        "从办理结果看，予以公开{n}件。",
        "作出予以公开决定{n}件。",
        "予以公开的申请{n}件。",
    ),
    "partly_granted": ("从办理结果看，部分公开{n}件。", "予以部分公开{n}件。"),
    "granted_or_partly": ("予以公开及部分公开{n}件。", "予以公开和部分公开共{n}件。"),
    "refused": ("从办理结果看，不予公开{n}件。", "依法作出不予公开决定{n}件。"),
    "unable": ("因本机关不掌握等原因无法提供{n}件。", "无法提供政府信息的{n}件。"),
    "unprocessed": ("属信访、重复申请等不予处理{n}件。", "不予处理的申请{n}件。"),
    "otherwise": ("政府信息公开申请作其他处理{n}件。", "申请的办理结果为其他处理的{n}件。"),
    "by_persons": (
        "从申请主体看，自然人申请{n}件。",
        "自然人提出政府信息公开申请{n}件。",
    ),
    "by_organisations": (
        "从申请主体看，法人或其他组织申请{n}件。",
        "法人和其他组织提出申请{n}件。",
    ),
    "reviewed": (
        "因政府信息公开被申请行政复议{n}件。",
        "全年因政府信息公开引发的行政复议案件{n}件。",
        "{y}年，本机关涉及政府信息公开的行政复议{n}件。",
        "发生{n}件因政府信息公开申请行政复议的案件。",
    ),
    "litigated": (
        "因政府信息公开被提起行政诉讼{n}件。",
        "全年因政府信息公开引发的行政诉讼案件{n}件。",
        "{y}年，本机关涉政府信息公开行政诉讼{n}件。",
    ),
    "litigated_directly": ("涉政府信息公开的行政诉讼中，未经复议直接起诉{n}件。",),
    "litigated_after_review": ("涉政府信息公开的行政诉讼中，复议后起诉{n}件。",),
    "reviews_corrected": (
        "因政府信息公开被行政复议机关纠错{n}件。",
        "政府信息公开行政复议被纠错{n}件。",
    ),
    "lawsuits_lost": ("政府信息公开行政诉讼败诉{n}件。", "因政府信息公开行政诉讼被纠错{n}件。"),
    "regulations_issued": ("全年制定规章{n}件。", "{y}年共制定政府规章{n}件。"),
    "documents_issued": (
        "全年制发行政规范性文件{n}件。",
        "{y}年，本机关共制定行政规范性文件{n}件。",
        "本年度印发行政规范性文件{n}件，均及时公开。",
        "制定出台规范性文件{n}件。",
    ),
    "documents_published": ("主动公开行政规范性文件{n}件。", "全年公开规范性文件{n}件。"),
    "documents_repealed": ("全年废止行政规范性文件{n}件。", "本年废止规范性文件{n}件。"),
    "documents_in_force": (
        "截至{y}年12月31日，现行有效行政规范性文件{n}件。",
        "现行有效的行政规范性文件共{n}件。",
    ),
    "fee_notices": ("全年发出收费通知{n}件。", "共发出信息处理费缴费通知{n}件。"),
    "handled": (
        "全年共办理政府信息公开申请{n}件。",
        "{y}年，依申请公开共办理{n}件。",
        "本年度依法处理政府信息公开申请{n}件。",
    ),
    "licensing_decided": (
        "{y}年作出行政许可决定{n}件。",
        "行政许可本年处理决定数量{n}件。",
        "准予行政许可{n}件，均已公示。",
    ),
    "penalties_decided": (
        "全年作出行政处罚决定{n}件。",
        "本年共实施行政处罚{n}起。",
        "行政处罚方面，全年处理决定{n}件。",
    ),
    "coercion_decided": ("全年作出行政强制决定{n}件。", "行政强制处理决定数量{n}件。"),
    "fees_charged": (
        "{y}年行政事业性收费{n}万元。",
        "全年共收取行政事业性收费{n}万元，收费标准已在网站公示。",
    ),
}
"""Sentences that state a number of each quantity."""

DENIED: Final[dict[str, tuple[str, ...]]] = {
    "received": (
        "{y}年，本机关未收到政府信息公开申请。",
        "本年度未收到公民、法人或者其他组织提出的政府信息公开申请。",
        "全年没有收到信息公开申请。",
    ),
    "carried_in": ("无上年结转申请。", "不存在上年度结转的政府信息公开申请。"),
    "carried_over": ("无结转下年度办理的政府信息公开申请。",),
    "reviewed": (
        "全年未发生因政府信息公开引起的行政复议案件。",
        "没有因政府信息公开被申请行政复议的情况。",
        "无政府信息公开行政复议案件。",
    ),
    "litigated": (
        "未发生涉及政府信息公开的行政诉讼案件。",
        "{y}年，没有因政府信息公开被提起行政诉讼。",
        "无因政府信息公开引发的行政诉讼。",
    ),
    "reviews_corrected": ("未发生政府信息公开行政复议被纠错的情况。",),
    "lawsuits_lost": ("未发生因依申请公开行政诉讼败诉情形。", "政府信息公开无行政诉讼败诉案件。"),
    "regulations_issued": ("本年度未制定规章。",),
    "documents_issued": ("本年度未制发行政规范性文件。", "{y}年没有制定行政规范性文件。"),
    "documents_repealed": ("本年度未废止行政规范性文件。",),
    "fee_notices": ("{y}年未发出收费通知。", "本年度政府信息公开未发生收费情况。"),
    "licensing_decided": ("本年度未作出行政许可决定。",),
    "penalties_decided": ("{y}年没有作出行政处罚决定。", "全年未实施行政处罚。"),
    "coercion_decided": ("全年无行政强制。", "本年度未作出行政强制决定。"),
    "fees_charged": ("本年未收取行政事业性收费。",),
}
"""Sentences that say that there was none."""

DECOYS: Final = (
    # channels and posts
    "全年通过政府门户网站公开政府信息{a}条，政务微信公众号发布信息{b}条，微博发布{c}条，发布政策解读{d}篇。",
    "主动公开政府信息{a}条，同比增长{p}%，其中重点领域信息{b}条、占{p}%。",
    "编发政府公报{d}期，刊登各类文件{b}件，免费向社会赠阅{a}册。",
    "政府网站总访问量达{a}万人次，较上年增长{p}%。",
    "公开财政预决算信息{b}条、重大建设项目信息{c}条、公共资源交易信息{a}条。",
    "举办新闻发布会{d}场，在线访谈{d}期，回应社会关切{b}次。",
    # consultations, petitions, proposals
    "办理人大代表建议{b}件、政协委员提案{c}件，办结率和满意率均为100%，并按要求公开答复全文。",
    "全年受理12345政务服务热线工单{a}件，办结{a}件，按时办结率99.{d}%。",
    "接待群众来信来访{b}件（次），答复{b}件，办结{c}件。",
    "“领导信箱”收到群众留言{b}件，答复{c}件；开展网上调查{d}次，收到意见建议{b}条。",
    "受理咨询电话{a}次，现场接待群众咨询{b}人次。",
    "政务服务大厅全年受理各类申请{a}件，办结{a}件。",
    "办理行政许可{a}件、行政处罚{b}件，均在规定时限内公示。",
    # narrower scopes
    "其中，办公室直接受理政府信息公开申请{c}件，答复{c}件。",
    "其中，通过网络渠道收到申请{b}件，信函渠道收到申请{c}件，当面提交申请{d}件。",
    "从申请内容看，主要涉及征地拆迁{c}件、规划建设{d}件、教育医疗{d}件。",
    "上半年收到政府信息公开申请{c}件，下半年收到政府信息公开申请{b}件。",
    "第一季度共收到政府信息公开申请{d}件。",
    "下属单位共收到政府信息公开申请{c}件。",
    "按期答复率为100%，平均办理时限为{d}个工作日，延期答复{d}件。",
    "教育领域收到政府信息公开申请{d}件，自然资源领域收到{c}件。",
    "指导各单位规范办理政府信息公开申请约{c}件。",
    # other years and spans
    "{last}年，共收到政府信息公开申请{b}件，办结{b}件，因政府信息公开引发行政复议{d}件。",
    "自条例施行以来，累计收到政府信息公开申请{a}件，累计答复{a}件。",
    "与{last}年收到的{b}件相比，申请数量有所变化。",
    "近三年来，共收到政府信息公开申请{a}件。",
    # documents that are not issued ones
    "全年审查规范性文件{c}件，备案规范性文件{d}件，提出审查意见{b}条。",
    "开展规范性文件专项清理，共梳理各类文件{b}件，解读规范性文件{d}件。",
    "印发各类公文{a}件，其中主动公开{b}件、依申请公开{c}件、不予公开{d}件。",
    "修订完善政府信息公开制度{d}项，制定工作规章制度{d}项。",
    # others' cases, plans, rules
    "司法行政部门全年共办理行政复议案件{b}件，审结{c}件，纠错{d}件。",
    "参加行政复议、行政诉讼业务培训{d}次，组织旁听庭审{d}场，编发典型案例{d}件。",
    "下一步，力争政府信息公开申请按时答复率达到100%，杜绝行政诉讼败诉案件。",
    "如发生行政复议、行政诉讼，及时组织应诉；确保不发生因答复不当引发的行政诉讼。",
    "对申请内容不明确的，指导申请人补正{d}件次；会商疑难申请{d}件。",
    "对未按期答复、未收取费用等情形逐件核查，发现问题{d}个，全部整改。",
    "减免行政事业性收费{b}万元，罚没收入{c}万元。",
    # trainings and inspections
    "组织政府信息公开业务培训{d}次，培训{b}人次，开展专项检查{d}次，通报{d}家单位。",
    "在第三方评估中得分9{d}.{d}分，较上年提高{d}.{d}分，列全市第{d}位。",
    "社会评议满意率达9{d}%，未发生责任追究情形。",
    "动态调整主动公开目录{d}次，新增事项{c}项，删除{d}项。",
)
"""Sentences that a consistent report may have whatever its tables say."""

HARMLESS: Final = (
    "坚持以公开为常态、不公开为例外，依法保障公众知情权。",
    "规范登记、审核、办理、答复、归档各环节，提高答复质量。",
)

Total = Callable[[Cells], "int | None"]


def _cell(table: str, item: str, measure: str) -> Total:
    def value(cells: Cells) -> int | None:
        printed = reading(cells.get((table, item, measure)))[1]
        return int(Decimal(printed)) if printed is not None else None

    return value


def _sum(*parts: Total) -> Total:
    def value(cells: Cells) -> int | None:
        numbers = [part(cells) for part in parts]
        known = [number for number in numbers if number is not None]
        return sum(known) if known else None

    return value


def _results(group: str, count: int) -> Total:
    return _sum(
        *(_cell(APPLICATIONS, f"{group}.{place}", "total") for place in range(1, count + 1))
    )


def _otherwise(cells: Cells) -> int | None:
    """（六）其他处理, which some reports print as one row and others as three."""
    one = _cell(APPLICATIONS, "3.6", "total")(cells)
    return one if one is not None else _results("3.6", 3)(cells)


def _organisations(cells: Cells) -> int | None:
    whole, persons = (_cell(APPLICATIONS, "1", m)(cells) for m in ("total", "natural_person"))
    return None if whole is None or persons is None else whole - persons


VALUES: Final[dict[str, Total]] = {
    "received": _cell(APPLICATIONS, "1", "total"),
    "carried_in": _cell(APPLICATIONS, "2", "total"),
    "answered": _cell(APPLICATIONS, "3.7", "total"),
    "carried_over": _cell(APPLICATIONS, "4", "total"),
    "granted": _cell(APPLICATIONS, "3.1", "total"),
    "partly_granted": _cell(APPLICATIONS, "3.2", "total"),
    "granted_or_partly": _sum(
        _cell(APPLICATIONS, "3.1", "total"), _cell(APPLICATIONS, "3.2", "total")
    ),
    "refused": _results("3.3", 8),
    "unable": _results("3.4", 3),
    "unprocessed": _results("3.5", 5),
    "otherwise": _otherwise,
    "by_persons": _cell(APPLICATIONS, "1", "natural_person"),
    "by_organisations": _organisations,
    "reviewed": _cell(REVIEW, "reconsideration", "total"),
    "litigated": _sum(
        _cell(REVIEW, "litigation_direct", "total"),
        _cell(REVIEW, "litigation_after_reconsideration", "total"),
    ),
    "litigated_directly": _cell(REVIEW, "litigation_direct", "total"),
    "litigated_after_review": _cell(REVIEW, "litigation_after_reconsideration", "total"),
    "reviews_corrected": _cell(REVIEW, "reconsideration", "corrected"),
    "lawsuits_lost": _sum(
        _cell(REVIEW, "litigation_direct", "corrected"),
        _cell(REVIEW, "litigation_after_reconsideration", "corrected"),
    ),
    "regulations_issued": _cell(DISCLOSURE, "regulations", "issued"),
    "documents_issued": _cell(DISCLOSURE, "normative_documents", "issued"),
    "documents_repealed": _cell(DISCLOSURE, "normative_documents", "repealed"),
    "documents_in_force": _cell(DISCLOSURE, "normative_documents", "in_force"),
    "licensing_decided": _cell(DISCLOSURE, "licensing", "decisions"),
    "penalties_decided": _cell(DISCLOSURE, "penalty", "decisions"),
    "coercion_decided": _cell(DISCLOSURE, "coercion", "decisions"),
}
"""What the tables of 2019 and 2021 say of each quantity; None where they do not say it."""

_NUMERALS: Final = "零一二三四五六七八九十"


def written(rng: Random, value: int) -> str:
    """A number as prose prints it: digits of either width, with separators, in numerals."""
    ways = [str(value), str(value), f" {value} ", full_width(str(value))]
    if value >= 1000:
        ways.append(f"{value:,}")
    if 0 < value <= 10:
        ways.append(_NUMERALS[value])
    return rng.choice(ways)


def statement_prose(rng: Random, quantity: str, value: int, year: int = 2023) -> str:
    """One sentence that states a quantity, in a wording and a way to print it drawn by chance.

    Args:
        rng: the only source of chance.
        quantity: a code of `COUNTED`.
        value: the number it says; for 0 the sentence may deny that there was any.
        year: the report's year.
    """
    years = {"y": year, "last": year - 1, "next": year + 1}
    if value == 0 and quantity in DENIED and rng.random() < 0.7:
        return rng.choice(DENIED[quantity]).format(**years)
    return rng.choice(COUNTED[quantity]).format(n=written(rng, value), **years)


def decoy_prose(rng: Random, agency: str, year: int, cells: Cells) -> tuple[str, ...]:
    """Paragraphs for a report without a mistake: true numbers among others.

    Args:
        rng: the only source of chance.
        agency: whose report it is.
        year: the report's year.
        cells: printed texts of the tables of 2019 or 2021 by table, item and measure.
    """
    true = [
        statement_prose(rng, quantity, value, year)
        for quantity, total in VALUES.items()
        if (value := total(cells)) is not None and rng.random() < 0.5
    ]
    if rng.random() < 0.6:
        true.append(_flow(rng, year, cells))
    others = [_decoy(rng, text, year) for text in rng.sample(DECOYS, rng.randint(6, 14))]
    sentences = [*true, *others, *rng.sample(HARMLESS, 1)]
    rng.shuffle(sentences)
    paragraphs, place = [f"{year}年，{agency}持续推进政府信息公开工作。"], 0
    while place < len(sentences):
        size = rng.randint(1, 4)
        paragraphs.append("".join(sentences[place : place + size]))
        place += size
    return tuple(paragraphs)


def _decoy(rng: Random, text: str, year: int) -> str:
    return text.format(
        a=rng.randint(1000, 90_000),
        b=rng.randint(60, 900),
        c=rng.randint(11, 59),
        d=rng.randint(2, 9),
        p=f"{rng.uniform(1, 90):.1f}",
        last=year - 1,
        next=year + 1,
    )


def _flow(rng: Random, year: int, cells: Cells) -> str:
    """One long sentence from receipt to result, as most reports have it."""

    def said(quantity: str) -> str:
        return f"{VALUES[quantity](cells) or 0}"

    return rng.choice(
        (
            f"{year}年，共收到政府信息公开申请{said('received')}件，上年结转{said('carried_in')}件，"
            f"办结{said('answered')}件，结转下年度继续办理{said('carried_over')}件。",
            f"全年新收政府信息公开申请{said('received')}件（自然人{said('by_persons')}件、法人或其他组织"
            f"{said('by_organisations')}件），加上上年结转{said('carried_in')}件，已办结"
            f"{said('answered')}件；其中，予以公开{said('granted')}件、部分公开"
            f"{said('partly_granted')}件、不予公开{said('refused')}件、无法提供{said('unable')}件、"
            f"不予处理{said('unprocessed')}件、其他处理{said('otherwise')}件。",
            f"全年答复政府信息公开申请{said('answered')}件（其中予以公开{said('granted')}件，部分公开"
            f"{said('partly_granted')}件），另有{said('carried_over')}件结转下年度办理。因政府信息公开"
            f"被申请行政复议{said('reviewed')}件、被提起行政诉讼{said('litigated')}件。",
        )
    )
