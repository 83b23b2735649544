"""Names of agencies and the ways in which titles say whose and which year's a report is."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from tests.press.prose import preface
from tests.wording.draft import Draft

_FIRST: Final = "青云临白南新望长安宁和永清丰平顺昌兴福康泰瑞祥嘉"
_SECOND: Final = "禾溪川石屏桥江岭山湖泉塘坪洲湾港原林谷峰源沙田堰"
_ONE: Final = "螅沣垌浐澥渑碶峁浯梓筻濠"
REPORT: Final = "政府信息公开工作年度报告"

_ORGANS: Final = (
    ("教育局", "教育局"),
    ("住房和城乡建设局", "住建局"),
    ("人力资源和社会保障局", "人社局"),
    ("卫生健康委员会", "卫健委"),
    ("市场监督管理局", "市场监管局"),
    ("发展和改革委员会", "发改委"),
    ("农业农村局", "农业农村局"),
    ("自然资源和规划局", "自然资源和规划局"),
    ("文化广电和旅游局", "文广旅局"),
    ("审计局", "审计局"),
)


def _place(rng: Random) -> str:
    return rng.choice(_FIRST) + rng.choice(_SECOND)


def plain_name(rng: Random, number: int) -> str:
    """An ordinary agency; another number is another place."""
    first, second = _FIRST[number % 24], _SECOND[(number // 24 + number) % 24]
    city = f"{first}{second}市"
    district = f"{_place(rng)}{rng.choice('区县')}"
    return city + district + rng.choice(("人民政府", *(full for full, _ in _ORGANS)))


def _department(rng: Random) -> tuple[str, str]:
    area = f"{_place(rng)}{rng.choice('区县市')}"
    full, short = rng.choice(_ORGANS)
    return area + full, area + short


NAMES: Final[dict[str, Callable[[Random], str]]] = {
    "town of one character": lambda r: f"{_place(r)}县{r.choice(_ONE)}镇人民政府",
    "development zone": lambda r: (
        f"{_place(r)}{r.choice(('经济技术', '高新技术产业', '循环经济', '农业'))}开发区管理委员会"
    ),
    "administrative committee": lambda r: f"{_place(r)}市{_place(r)}新区管委会",
    "sumu": lambda r: f"{_place(r)}旗{r.choice('哈乌巴查')}{r.choice('达兰彦拉')}图苏木人民政府",
    "banner": lambda r: f"{_place(r)}{r.choice(('左旗', '右旗', '中旗', '旗'))}人民政府",
    "league": lambda r: f"{_place(r)}盟{r.choice(('行政公署', '审计局', '民政局'))}",
    "prefecture": lambda r: f"{_place(r)}地区{r.choice(('行政公署', '财政局'))}",
    "corps": lambda r: (
        f"新疆生产建设兵团第{r.choice('一二三四五六七八九')}师{r.choice(('教育局', '审计局', '民政局'))}"
    ),
    "street": lambda r: f"{_place(r)}市{_place(r)}区{_place(r)}街道办事处",
    "branch": lambda r: (
        f"{_place(r)}市{r.choice(('公安局', '生态环境局', '自然资源局'))}{_place(r)}分局"
    ),
    "without 人民政府": lambda r: f"{_place(r)}县{_place(r)}{r.choice('乡镇')}",
    "office of a government": lambda r: f"{_place(r)}市人民政府办公室",
    "ethnic township": lambda r: (
        f"{_place(r)}县{_place(r)}{r.choice(('回族', '苗族', '满族'))}乡人民政府"
    ),
    "vertical": lambda r: f"国家税务总局{_place(r)}县税务局",
}


def digits_of(year: int, style: str) -> str:
    """A year in Chinese digits."""
    zero = {"circle": "〇", "white": "○", "latin": "O", "word": "零", "small": "o"}[style]
    return "".join(zero if c == "0" else "一二三四五六七八九"[int(c) - 1] for c in str(year))


def year_title(kind: str) -> Callable[[Draft, Random], None]:
    """A title that says the year in a certain way."""

    def change(draft: Draft, rng: Random) -> None:
        name, year = draft.heading_names or draft.agency, draft.year
        left, right = rng.choice((("（", "）"), ("(", ")"), ("〔", "〕")))
        in_words = {
            "year 二〇二二": "circle",
            "year 二○二二": "white",
            "year 二O二二": "latin",
            "year 二零二二": "word",
        }
        if kind in in_words:
            said = digits_of(year, in_words[kind])
            draft.title = rng.choice(
                ((name, f"{said}年{REPORT}"), (f"{name}{said}年{rng.choice(('度', ''))}{REPORT}",))
            )
        elif kind == "year behind in brackets":
            said = rng.choice((f"{year}年度", f"{year}年", f"{year}"))
            title = rng.choice((REPORT, "政府信息公开年度报告", "政府信息公开工作年报"))
            draft.title = (f"{name}{title}{left}{said}{right}",)
            if rng.random() < 0.4:
                draft.title = (name, f"{title}{left}{said}{right}")
        elif kind == "year on a line of its own":
            draft.title = rng.choice(
                (
                    (f"{year}", f"{name}{REPORT}"),
                    (f"{year}年", name, REPORT),
                    (name, f"{year}年度", REPORT),
                )
            )
        elif kind == "year only in the period":
            draft.title = rng.choice(((f"{name}{REPORT}",), (name, REPORT)))
            stop = rng.choice(("自{y}年1月1日起，至{y}年12月31日止", "{y}年1月1日至12月31日"))
            draft.preface = (
                preface(draft.agency, year, draft.form).partition("所列数据")[0]
                + f"本年度报告中所列数据的统计期限为{stop.format(y=year)}。",
            )
        elif kind == "year in full-width digits":
            wide = "".join(chr(ord(c) + 0xFEE0) for c in str(year))
            draft.title = (name, f"{wide}年{REPORT}")
        elif kind == "year with spaces":
            draft.title = (f"{name} {year} 年 度 {REPORT}",)
        elif kind == "year of publication beside":
            draft.title = (f"{name}{year}年{REPORT}",)
            draft.preface = (
                preface(draft.agency, year, draft.form),
                f"发布日期：{year + 1}年1月{rng.randint(5, 29)}日　信息来源：{draft.agency}",
            )

    return change


YEAR_KINDS: Final = (
    "year 二〇二二",
    "year 二○二二",
    "year 二O二二",
    "year 二零二二",
    "year behind in brackets",
    "year on a line of its own",
    "year only in the period",
    "year in full-width digits",
    "year with spaces",
    "year of publication beside",
)


def other_name(kind: str) -> Callable[[Draft, Random], None]:
    """An agency with a name of a certain kind."""

    def change(draft: Draft, rng: Random) -> None:
        draft.agency = NAMES[kind](rng)
        if draft.form == "2014" and kind == "vertical":
            draft.agency = NAMES["street"](rng)

    return change


def short_name(draft: Draft, rng: Random) -> None:
    """The title shortens the name that the sidecar gives in full."""
    full, short = _department(rng)
    if rng.random() < 0.3:
        area = f"{_place(rng)}{rng.choice('市县')}"
        full, short = f"{area}人民政府办公室", f"{area}政府办公室"
    city = f"{_place(rng)}市"
    full = city + full if full[2] != "市" and rng.random() < 0.5 else full
    draft.agency = short
    draft.heading_names = short
    draft.sidecar = {"agency": full, "year": draft.year}


def signature_name(draft: Draft, rng: Random) -> None:
    """The title has no name; the preface and the sidecar have it."""
    draft.title = (f"{draft.year}年{REPORT}",)
    if rng.random() < 0.6:
        draft.sidecar = {"agency": draft.agency, "year": draft.year}
