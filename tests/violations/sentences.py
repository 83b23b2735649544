"""Sentences of annual reports: true ones about the tables, and others full of other numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

Numbers = Mapping[tuple[str, str, str], int]

A, R, P = "applications", "review_litigation", "proactive_disclosure"
GROUPS = {
    "refused": ("不予公开", "3.3."),
    "unable": ("无法提供", "3.4."),
    "unprocessed": ("不予处理", "3.5."),
    "otherwise": ("其他处理", "3.6"),
}


def quantity(code: str, n: Numbers) -> int:
    """What the tables count of a quantity, added up by hand."""
    if code in GROUPS:
        prefix = GROUPS[code][1]
        return sum(
            v for (t, i, m), v in n.items() if t == A and i.startswith(prefix) and m == "total"
        )
    single = {
        "received": (A, "1", "total"),
        "carried_in": (A, "2", "total"),
        "answered": (A, "3.7", "total"),
        "carried_over": (A, "4", "total"),
        "granted": (A, "3.1", "total"),
        "partly_granted": (A, "3.2", "total"),
        "by_persons": (A, "1", "natural_person"),
        "reviewed": (R, "reconsideration", "total"),
        "documents_issued": (P, "normative_documents", "issued"),
        "documents_repealed": (P, "normative_documents", "repealed"),
        "documents_in_force": (P, "normative_documents", "in_force"),
        "regulations_issued": (P, "regulations", "issued"),
        "licensing_decided": (P, "licensing", "decisions"),
        "penalties_decided": (P, "penalty", "decisions"),
        "coercion_decided": (P, "coercion", "decisions"),
        "fees_charged": (P, "fees", "amount"),
        "handled": (A, "3.7", "total"),
    }
    if code in single:
        return n[single[code]]
    if code == "by_organisations":
        return n[A, "1", "total"] - n[A, "1", "natural_person"]
    if code == "granted_or_partly":
        return n[A, "3.1", "total"] + n[A, "3.2", "total"]
    suits = [
        n[R, item, "total"] for item in ("litigation_direct", "litigation_after_reconsideration")
    ]
    return {
        "litigated": sum(suits),
        "litigated_directly": suits[0],
        "litigated_after_review": suits[1],
    }[code]


SAYING: dict[str, tuple[str, ...]] = {
    "received": (
        "{y}年，本机关共收到政府信息公开申请{v}件。",
        "全年共受理政府信息公开申请{v}件，均依法办理。",
        "{y}年度，我单位新收政府信息公开申请 {v} 件。",
        "一年来，共收到{v}件政府信息公开申请。",
        "本年度共接到公民、法人和其他组织提出的政府信息公开申请{v}件。",
    ),
    "carried_in": ("上年结转政府信息公开申请{v}件。", "另有上年度结转申请{v}件。"),
    "answered": ("{y}年共答复政府信息公开申请{v}件。", "全年办结申请{v}件。", "已办结{v}件。"),
    "carried_over": (
        "结转下年度继续办理{v}件。",
        "{v}件结转至下一年度继续办理。",
        "结转下年{v}件。",
    ),
    "granted": ("办理结果中，予以公开{v}件。", "其中，予以公开的{v}件。"),
    "partly_granted": ("部分公开{v}件。", "其中部分公开的{v}件。"),
    "granted_or_partly": ("予以公开及部分公开{v}件。", "其中，予以公开和部分公开{v}件。"),
    "refused": ("不予公开{v}件。", "其中，不予公开的{v}件。"),
    "unable": ("无法提供{v}件。", "因本机关不掌握等原因无法提供{v}件。"),
    "unprocessed": ("不予处理{v}件。", "属于信访、重复申请等不予处理的{v}件。"),
    "otherwise": ("其他处理{v}件。", "作其他处理{v}件。"),
    "by_persons": ("新收的申请中，自然人申请{v}件。", "申请人中，自然人{v}件。"),
    "by_organisations": ("新收的申请中，法人或其他组织申请{v}件。",),
    "reviewed": (
        "{y}年，因政府信息公开引发的行政复议{v}件。",
        "全年发生涉及政府信息公开的行政复议案件{v}件。",
        "因政府信息公开被申请行政复议{v}件。",
    ),
    "litigated": (
        "因政府信息公开被提起行政诉讼{v}件。",
        "{y}年发生政府信息公开行政诉讼案件{v}件。",
    ),
    "litigated_directly": ("未经复议直接起诉{v}件。",),
    "litigated_after_review": ("复议后起诉{v}件。",),
    "documents_issued": ("{y}年，制发行政规范性文件{v}件。", "全年共制定行政规范性文件{v}件。"),
    "documents_repealed": ("废止行政规范性文件{v}件。",),
    "documents_in_force": (
        "现行有效的行政规范性文件{v}件。",
        "截至年底，现行有效行政规范性文件共{v}件。",
    ),
    "regulations_issued": ("{y}年，制定政府规章{v}件。",),
    "handled": ("全年共办理政府信息公开申请{v}件。", "依申请公开共办理{v}件。"),
    "licensing_decided": ("{y}年作出行政许可决定{v}件。", "准予行政许可{v}件。"),
    "penalties_decided": ("全年作出行政处罚决定{v}起。", "{y}年实施行政处罚{v}件。"),
    "coercion_decided": ("全年作出行政强制决定{v}件。",),
    "fees_charged": ("{y}年行政事业性收费共{v}万元。",),
}
DENYING: dict[str, tuple[str, ...]] = {
    "received": ("{y}年，本机关未收到政府信息公开申请。",),
    "reviewed": ("未发生因政府信息公开被申请行政复议的情况。",),
    "litigated": (
        "全年未发生涉及政府信息公开的行政诉讼案件。",
        "没有因政府信息公开被提起行政诉讼的情形。",
    ),
    "documents_issued": ("{y}年未制发行政规范性文件。",),
}


def _numeral(value: int, rng: Random) -> str:
    if value and value < 11 and rng.random() < 0.15:
        return "零一二三四五六七八九十"[value]
    if value >= 1000 and rng.random() < 0.4:
        return f"{value:,}"
    if rng.random() < 0.1:
        return str(value).translate({ord("0") + d: ord("０") + d for d in range(10)})
    return str(value)


def says(code: str, value: int, year: int, rng: Random) -> str:
    """A sentence that says a quantity is so much."""
    if value == 0 and code in DENYING and rng.random() < 0.7:
        return rng.choice(DENYING[code]).format(y=year)
    return rng.choice(SAYING[code]).format(y=year, v=_numeral(value, rng))


OF_2021 = ("documents", "regulations", "licensing", "penalties", "coercion", "fees")
"""Beginnings of codes that only the table of 2021 counts in this way."""


def truths(n: Numbers, year: int, rng: Random, form: str) -> list[str]:
    """True sentences about some of the quantities, one or two with a percentage."""
    codes = [c for c in SAYING if form == "2021" or not c.startswith(OF_2021)]
    chosen = sorted(rng.sample(codes, rng.randint(4, 12)), key=list(SAYING).index)
    told = [says(code, quantity(code, n), year, rng) for code in chosen if _sayable(code, n)]
    done = quantity("answered", n)
    if done:
        granted = quantity("granted", n)
        told.append(f"其中，予以公开{granted}件，占{100 * granted / done:.1f}%。")
    return told


def _sayable(code: str, n: Numbers) -> bool:
    """Whether an office would say it: nobody reports that nothing was repealed."""
    return quantity(code, n) > 0 or code in DENYING


def _count(rng: Random) -> int:
    return rng.choice((rng.randint(1, 30), rng.randint(31, 999), rng.randint(1000, 99999)))


DECOYS: tuple[Callable[[Random, int], str], ...] = (
    lambda r, y: (
        f"全年通过政府网站公开信息{_count(r)}条，政务微信发布信息{_count(r)}条，同比增长{r.randint(3, 80)}%。"
    ),
    lambda r, y: (
        f"主动公开政府信息{_count(r)}条，其中部门文件{_count(r)}件、工作动态{_count(r)}条。"
    ),
    lambda r, y: f"受理群众信访{_count(r)}件，办结{_count(r)}件，办结率{r.randint(90, 99)}%。",
    lambda r, y: f"12345热线共接到群众咨询投诉{_count(r)}件，答复{_count(r)}件。",
    lambda r, y: f"办理人大代表建议{_count(r)}件、政协提案{_count(r)}件，均在规定时间内答复。",
    lambda r, y: f"组织政府信息公开业务培训{r.randint(1, 9)}次，参训{_count(r)}人次。",
    lambda r, y: f"其中，区政府办公室代表区政府受理政府信息公开申请{_count(r)}件。",
    lambda r, y: f"区政府办代表区政府受理政府信息公开申请{_count(r)}件，均按时答复。",
    lambda r, y: f"{y - 1}年共收到政府信息公开申请{_count(r)}件，答复{_count(r)}件。",
    lambda r, y: f"其中网络申请{_count(r)}件、信函申请{_count(r)}件、当面申请{r.randint(0, 9)}件。",
    lambda r, y: f"上半年收到政府信息公开申请{_count(r)}件，第三季度收到{_count(r)}件。",
    lambda r, y: f"自《条例》施行以来，累计收到政府信息公开申请{_count(r)}件。",
    lambda r, y: f"全年共答复网民留言{_count(r)}条，受理网上咨询{_count(r)}件。",
    lambda r, y: f"力争{y + 1}年政府信息公开申请按时答复率达到100%，杜绝行政诉讼败诉。",
    lambda r, y: f"约有{r.randint(2, 9)}0余件申请涉及征地拆迁，需要多个科室会商办理。",
    lambda r, y: f"作出行政许可决定{_count(r)}件、行政处罚决定{_count(r)}件，全部在网上公示。",
    lambda r, y: (
        f"开展政策解读{_count(r)}次，发布图解{_count(r)}个，召开新闻发布会{r.randint(1, 9)}场。"
    ),
    lambda r, y: (
        f"修订完善制度{r.randint(1, 9)}项，更新公开指南{r.randint(1, 5)}次，建成公开专区{r.randint(1, 9)}个。"
    ),
    lambda r, y: f"向档案馆、图书馆移交政府信息{_count(r)}份，现场查阅{_count(r)}人次。",
    lambda r, y: f"审查各部门报送的规范性文件{_count(r)}件，提出意见{_count(r)}条。",
    lambda r, y: "对不予公开的信息，严格审查把关，避免因答复不规范引发行政复议和行政诉讼。",
    lambda r, y: f"督促{r.randint(2, 30)}个部门整改问题{_count(r)}个，通报{r.randint(1, 5)}次。",
    lambda r, y: f"收到转办的市长信箱来信{_count(r)}封，回复{_count(r)}封。",
    lambda r, y: f"累计制定规范性文件{_count(r)}件，历年清理{_count(r)}件。",
)
"""Numbers that are of something else, of a part, of another time, or not exact."""


def decoys(year: int, rng: Random) -> list[str]:
    """Some of the other sentences."""
    return [make(rng, year) for make in rng.sample(DECOYS, rng.randint(4, 12))]


_DONE = (
    "制定了工作方案",
    "明确了责任分工",
    "完善了工作流程",
    "建立了通报制度",
    "配备了专职人员",
    "开展了实地督导",
)
_ON = (
    "惠企政策",
    "义务教育",
    "食品安全",
    "农村供水",
    "养老服务",
    "就业创业",
    "征收补偿",
    "生态环境",
    "安全生产",
    "财政资金",
)
_BY = (
    "召开座谈会",
    "走访基层一线",
    "设立咨询台",
    "发放明白卡",
    "录制短视频",
    "举办开放日",
    "组织专题宣讲",
    "开设专栏",
)
_FOR = (
    "让群众看得懂",
    "使企业找得到",
    "把好审核关口",
    "打通最后一步",
    "减少重复提交",
    "回应社会关切",
)


def work(rng: Random) -> tuple[str, ...]:
    """Paragraphs of an agency's own about its work, without numbers; no two are alike."""
    said = []
    for subject in rng.sample(_ON, 8):
        first, second = rng.sample(_BY, 2)
        said.append(
            f"围绕{subject}领域，{rng.choice(_DONE)}，由分管领导牵头逐项推进，通过{first}、{second}等办法，"
            f"{rng.choice(_FOR)}，并把{subject}方面的意见建议逐条整理后交业务科室研究采纳。"
        )
    return tuple(said)
