"""Invented reports: consistent figures, varied printing, varied layout.

Everything is drawn from one `random.Random`, so a seed names a report.
"""

import re
from dataclasses import replace
from random import Random
from typing import Final, Literal

from tests.press.form_2014 import STATISTICS, UNITS
from tests.press.form_2021 import (
    APPLICATION_ITEMS,
    APPLICATION_MEASURES,
    APPLICATIONS,
    DISCLOSURE,
    DISCLOSURE_BLOCKS,
    RESULT_LEAVES,
    REVIEW,
    REVIEW_ITEMS,
    REVIEW_MEASURES,
    CellKey,
)
from tests.press.forms import FORMS, FormName
from tests.press.model import A4, A4_LANDSCAPE, Break, Layout, PrintedReport
from tests.press.numbers import full_width
from tests.press.prose import official_prose, statistics_table
from tests.press.random_2014 import random_cumulative, random_statistics
from tests.press.random_2019 import SIGNS, random_disclosure_2019, signed

Cells = dict[CellKey, str | None]

PLACES: Final = ("青禾区", "云溪县", "临川镇", "白石县", "南屏区", "新桥街道", "望江县", "长岭区")
ORGANS: Final = ("人民政府", "教育局", "自然资源局", "人民政府办公室", "卫生健康委员会", "审计局")

VARIANTS: Final[tuple[dict[str, str], ...]] = (
    {"total": "合计", "review.total": "合计", "3.7": "（七）合计"},
    {"total": "总 计", "review.total": "总  计", "3.7": "（七）总 计"},
    {"4": "四、结转下一年度继续办理", "normative_documents": "规范性文件"},
    {"3.1": "(一)予以公开", "3.3": "(三)不予公开", "3.4": "(四)无法提供", "3.7": "(七)总计"},
    {"3.3.1": "1、属于国家秘密", "3.5.2": "2、重复申请", "3.6.3": "3、其他"},
    {"3.3.3": '3.危及"三安全一稳定"', "block.5": "第二十条第(五)项"},
    {
        "3.6.1": "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "3.6.2": "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    },
    {"identity": "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)"},
)
"""Ways in which agencies print the form's labels."""
VARIANTS_2014: Final[tuple[dict[str, str], ...]] = (
    {
        "3.3.4.1": "其中：涉及国家秘密",
        "3.3.4.2": "涉及商业秘密",
        "3.3.4.3": "涉及个人隐私",
        "3.3.4.4": "危及国家安全、公共安全、经济安全和社会稳定",
        "3.3.4.5": "不是《条例》所指政府信息",
        "3.3.4.6": "法律法规规定的其他情形",
    },
    {"count": "数量"},
    {"indicator": "指标名称", "unit": "计量单位"},
    {"1.1": "（一）主动公开政府信息数", "2.1": "（一）回应公众关注热点或重大舆情数"},
    {"8.3.1": "1.专职人员数", "8.4": "（四）政府信息公开专项经费"},
    {"3.1": "(一)收到申请数", "3.2": "(二)申请办结数", "3.3": "(三)申请答复数"},
    {"appendix": "附表"},
)
YEARS: Final[dict[FormName, tuple[int, int]]] = {
    "2021": (2021, 2025),
    "2019": (2019, 2020),
    "2014": (2014, 2018),
}


def random_figures(
    rng: Random,
    *,
    scale: int | None = None,
    other_as_one_row: bool = False,
    form: FormName = "2021",
) -> dict[CellKey, str]:
    """Plain figures that obey the identities of the form."""
    size = scale or rng.choice((2, 9, 60, 900, 12_000))
    if form == "2014":
        return random_statistics(rng, size)
    leaves = [item for item in RESULT_LEAVES if not item.startswith("3.6.")]
    one_row = other_as_one_row or form == "2019"
    leaves += ["3.6"] if one_row else ["3.6.1", "3.6.2", "3.6.3"]
    figures: dict[tuple[str, str], int] = {}
    for index, measure in enumerate(APPLICATION_MEASURES[:-1]):
        limit = size if index == 0 else max(1, size // 20)
        for item in leaves:
            figures[item, measure] = rng.randint(0, limit) if rng.random() < 0.45 else 0
        done = sum(figures[item, measure] for item in leaves)
        later = rng.randint(0, limit // 3) if rng.random() < 0.5 else 0
        earlier = min(done + later, rng.randint(0, limit // 3)) if rng.random() < 0.5 else 0
        figures["3.7", measure], figures["4", measure] = done, later
        figures["2", measure], figures["1", measure] = earlier, done + later - earlier
    items = [item for item in APPLICATION_ITEMS if (item, "natural_person") in figures]
    for item in items:
        figures[item, "total"] = sum(figures[item, m] for m in APPLICATION_MEASURES[:-1])
    cells: dict[CellKey, str] = {
        (APPLICATIONS, item, measure): str(value) for (item, measure), value in figures.items()
    }
    disclosure = random_disclosure_2019 if form == "2019" else _random_disclosure
    return {**disclosure(rng, size), **cells, **_random_review(rng, size)}


def _random_disclosure(rng: Random, size: int) -> dict[CellKey, str]:
    cells: dict[CellKey, str] = {}
    for _, items, measures in DISCLOSURE_BLOCKS:
        for item in items:
            for measure in measures:
                value = rng.randint(0, size * 40) if rng.random() < 0.7 else 0
                cells[DISCLOSURE, item, measure] = str(value)
    if rng.random() < 0.7:
        amount = rng.randint(1, size * 40_000)
        decimals = rng.choice((1, 2, 4, 6))
        cells[DISCLOSURE, "fees", "amount"] = f"{amount / 10_000:.{decimals}f}"
    return cells


def _random_review(rng: Random, size: int) -> dict[CellKey, str]:
    cells: dict[CellKey, str] = {}
    for item in REVIEW_ITEMS:
        parts = [rng.randint(0, size // 3 + 1) if rng.random() < 0.5 else 0 for _ in range(4)]
        for measure, value in zip(REVIEW_MEASURES, (*parts, sum(parts)), strict=True):
            cells[REVIEW, item, measure] = str(value)
    return cells


Style = Literal["plain", "thousands", "full_width", "unit"]
_FIGURE: Final = re.compile(r"-?\d+(?:\.\d+)?")
STYLES: Final[tuple[Style, ...]] = ("plain", "thousands", "full_width", "unit")


def printed_cells(figures: dict[CellKey, str], style: Style, zero: str = "0") -> Cells:
    """Prints figures the way one agency does, with its own sign for nothing."""
    cells: Cells = {}
    for key, figure in figures.items():
        if figure == "0":
            cells[key] = zero
        elif not _FIGURE.fullmatch(figure):
            cells[key] = figure
        elif style == "thousands":
            whole, point, decimals = figure.partition(".")
            cells[key] = f"{int(whole):,}{point}{decimals}"
        elif style == "full_width":
            cells[key] = full_width(figure)
        elif style == "unit":
            cells[key] = figure + _unit(key)
        else:
            cells[key] = figure
    return cells


def _unit(key: CellKey) -> str:
    table, item, measure = key
    if table == STATISTICS:
        return UNITS[item]
    if measure in ("prior_year_items", "change", "projects"):
        return "项"
    if item == "procurement":
        return "元"
    return "万元" if item == "fees" else "件"


def random_labels(rng: Random, form: FormName = "2021") -> dict[str, str]:
    """None to three of the known label variants."""
    labels: dict[str, str] = {}
    variants = VARIANTS_2014 if form == "2014" else VARIANTS
    for variant in rng.sample(variants, rng.choice((0, 0, 1, 2, 3))):
        labels |= variant
    return {key: text for key, text in labels.items() if key in FORMS[form].labels}


def random_breaks(rng: Random, cells: Cells, form: FormName = "2021") -> tuple[Break, ...]:
    """Where pages end: nowhere in particular, or at, or inside, one row of one to three tables."""
    if form == "2014":
        return ()
    rows = [i for i in APPLICATION_ITEMS if cells.get((APPLICATIONS, i, "total")) is not None]
    breaks: list[Break] = []
    if rng.random() < 0.3:
        breaks.append(Break(DISCLOSURE, rng.choice(("block.5", "block.6", "penalty", "fees"))))
    if rng.random() < 0.6:
        long = [item for item in ("3.2", "3.6.1", "3.6.2") if item in rows]
        inside = rng.random() < 0.25
        breaks.append(Break(APPLICATIONS, rng.choice(long if inside else rows), inside=inside))
    if rng.random() < 0.2:
        breaks.append(Break(REVIEW, "data"))
    return tuple(breaks)


def random_layout(rng: Random, cells: Cells, form: FormName = "2021") -> Layout:
    """A layout for the canvas in which every report fits."""
    side = rng.uniform(50, 90)
    # The unembedded font has no widths for digits, so a western font goes with it.
    song = rng.random() < 0.2
    label = rng.choice(((0.06, 0.15, 0.31), (0.05, 0.12, 0.3), (0.07, 0.14, 0.36)))
    return Layout(
        producer="canvas",
        page=A4_LANDSCAPE if rng.random() < 0.15 else A4,
        margins=(rng.uniform(60, 105), side, rng.uniform(60, 100), side + rng.uniform(-8, 8)),
        mirrored=rng.random() < 0.2,
        body_font="STSong-Light" if song else "",
        digit_font=rng.choice(("Times-Roman", "Helvetica", *(() if song else ("", "")))),
        body_size=rng.choice((12, 14, 16)),
        table_size=rng.choice((7.5, 9, 10.5)),
        row_height=rng.uniform(15, 27),
        header_row_height=rng.uniform(18, 34),
        label_widths=label,
        border_width=rng.choice((0.25, 0.5, 0.75, 1, 1.5)),
        borders=rng.choice(("lines", "boxes", "fills")),
        shading=rng.choice(("", "", "#C6D9F1", "#D9D9D9")),
        valign=rng.choice(("middle", "middle", "top")),
        number_align=rng.choice(("center", "center", "right")),
        stub=rng.choice(("narrow", "pairs")),
        header=rng.choice(("official", "official", "total_apart", "stacked")),
        blocks=rng.choice(("thirds", "half")),
        merged_groups=rng.random() < 0.85,
        repeat_header=rng.random() < 0.4,
        rows_may_break=rng.random() < 0.4,
        breaks=random_breaks(rng, cells, form),
        footer=rng.choice(("-{}-", "- {} -", "— {} —", "{}", "")),
    )


def random_report(rng: Random, *, plain: bool = False, form: FormName = "2021") -> PrintedReport:
    """A consistent report of an invented agency.

    Args:
        rng: The only source of chance.
        plain: Print the official labels, digits only, and zeros as 0.
        form: The form it follows.
    """
    one_row = rng.random() < 0.25
    figures = random_figures(rng, other_as_one_row=one_row, form=form)
    zero = rng.choice(("0", "0", "0", "", "/", "—", "－", "无"))
    style = rng.choice(STYLES)
    cells = printed_cells(figures, "plain") if plain else printed_cells(figures, style, zero)
    agency = f"示例市{rng.choice(PLACES)}{rng.choice(ORGANS)}"
    year = rng.randint(*YEARS[form])
    prose = official_prose(agency, year, figures, form)
    if rng.random() < 0.2:
        prose = replace(prose, statistics=statistics_table(rng))
    one_line = f"{agency}{year}年政府信息公开工作年度报告"
    two_lines = (agency, f"{year}年政府信息公开工作年度报告")
    title = two_lines if rng.random() < 0.7 else (one_line,)
    report = PrintedReport(
        agency=agency,
        year=year,
        title_lines=title,
        cells=cells,
        labels={} if plain else random_labels(rng, form),
        prose=prose,
        layout=random_layout(rng, cells, form),
        form=form,
    )
    if form == "2014":
        return _with_variants_of_2014(rng, report, figures)
    if form == "2019" and not plain:
        return _with_signs(rng, report)
    return report


def _with_signs(rng: Random, report: PrintedReport) -> PrintedReport:
    style = rng.choice(tuple(SIGNS))
    cells = {
        key: signed(text, style) if key[2] == "change" and text is not None else text
        for key, text in report.cells.items()
    }
    return replace(report, cells=cells)


def _with_variants_of_2014(
    rng: Random, report: PrintedReport, figures: dict[CellKey, str]
) -> PrintedReport:
    layout = replace(
        report.layout,
        statistics=rng.choice(("three", "three", "numbered", "cumulative")),
        indent=rng.random() < 0.7,
        group_sign=rng.choice(("——", "")),
    )
    cumulative = random_cumulative(rng, figures)
    return replace(report, layout=layout, cumulative=cumulative)
