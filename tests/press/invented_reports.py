"""The sample's reports of invented agencies, so that nobody real is blamed."""

from dataclasses import replace
from random import Random
from typing import Final

from tests.press.figures import changed
from tests.press.form_2021 import APPLICATIONS, DISCLOSURE, REVIEW, CellKey
from tests.press.model import A4_LANDSCAPE, Break, Layout, PrintedReport
from tests.press.numbers import full_width
from tests.press.prose import official_prose, statistics_table
from tests.press.random_reports import printed_cells, random_figures
from tests.press.real_reports import BLUE, HEI, REPORT, SONG, TEST

QINGHE: Final = "示例市青禾区人民政府"
YUNXI: Final = "示例市云溪县教育局"
LINCHUAN: Final = "示例市临川镇人民政府"
BAISHI: Final = "示例市白石县人民政府"
NANPING: Final = "示例市南屏区自然资源局"
XINQIAO: Final = "示例市新桥街道办事处"
WANGJIANG: Final = "示例市望江县卫生健康委员会"
CHANGLING: Final = "示例市长岭区审计局"
OFFICE: Final = "示例市人民政府办公室"
YUNXI_COUNTY: Final = "示例市云溪县人民政府"


def _zero_applications(*, one_row: bool = False) -> dict[CellKey, str]:
    figures = random_figures(Random(0), scale=1, other_as_one_row=one_row)
    return {key: "0" if key[0] == APPLICATIONS else value for key, value in figures.items()}


def _add(figures: dict[CellKey, str], numbers: dict[tuple[str, str], int]) -> dict[CellKey, str]:
    cells = dict(figures)
    for (item, measure), number in numbers.items():
        for column in (measure, "total"):
            key = (APPLICATIONS, item, column)
            cells[key] = str(int(cells[key]) + number)
    return cells


def qinghe_2025() -> PrintedReport:
    """自然人 60+0≠61+0 and 其他 1+0≠0+0, while the column 总计 balances."""
    person, other = "natural_person", "other_organisation"
    figures = _add(
        _zero_applications(),
        {
            ("1", person): 60,
            ("1", other): 1,
            ("3.1", person): 22,
            ("3.2", person): 5,
            ("3.3.7", person): 4,
            ("3.4.1", person): 24,
            ("3.5.1", person): 6,
            ("3.7", person): 61,
        },
    )
    return PrintedReport(
        QINGHE,
        2025,
        (QINGHE, f"2025{REPORT}"),
        figures,
        prose=official_prose(QINGHE, 2025, figures),
        layout=Layout(
            "word", body_font=TEST, row_height=20, breaks=(Break(APPLICATIONS, "3.5.3"),)
        ),
    )


def yunxi_2024() -> PrintedReport:
    """The row total of 3.4.1 is one too large; everything else agrees."""
    figures = random_figures(Random(24), scale=40)
    key = (APPLICATIONS, "3.4.1", "total")
    wrong = changed(figures, {key: str(int(figures[key]) + 1)})
    return PrintedReport(
        YUNXI,
        2024,
        (f"{YUNXI}2024{REPORT}",),
        wrong,
        prose=official_prose(YUNXI, 2024, figures),
        layout=Layout(
            "browser",
            body_font=HEI,
            table_size=10,
            row_height=21,
            border_width=0.5,
            number_align="right",
            breaks=(Break(APPLICATIONS, "4"),),
        ),
    )


def linchuan_2024() -> PrintedReport:
    """Numbers in every way of writing: 1,234, １２, 12件, 22（其中修订16件）, 2317.8万元, —."""
    figures = random_figures(Random(7), scale=900)
    cells = printed_cells(figures, "thousands")
    changes: dict[CellKey, str] = {
        (DISCLOSURE, "regulations", "issued"): "/",
        (DISCLOSURE, "regulations", "repealed"): "—",
        (DISCLOSURE, "regulations", "in_force"): "无",
        (DISCLOSURE, "normative_documents", "issued"): "22",
        (DISCLOSURE, "normative_documents", "repealed"): "22（其中修订16件）",
        (DISCLOSURE, "normative_documents", "in_force"): "12件",
        (DISCLOSURE, "licensing", "decisions"): "1,234",
        (DISCLOSURE, "coercion", "decisions"): "",
        (DISCLOSURE, "fees", "amount"): "2317.8万元",
    }
    for (table, item, measure), figure in figures.items():
        if table == REVIEW:
            changes[table, item, measure] = full_width(figure)
    return PrintedReport(
        LINCHUAN,
        2024,
        (LINCHUAN, f"2024{REPORT}"),
        {**cells, **changes},
        prose=official_prose(LINCHUAN, 2024, figures),
        layout=Layout(
            "word",
            body_font=TEST,
            table_font=HEI,
            table_size=9,
            row_height=19,
            label_widths=(0.05, 0.13, 0.3),
            header="total_apart",
            breaks=(Break(APPLICATIONS, "3.3.4"),),
        ),
    )


def baishi_2022() -> PrintedReport:
    """Labels in other words and brackets, header texts split over two cells."""
    figures = random_figures(Random(3), scale=60)
    labels = {
        "total": "总 计",
        "review.total": "总  计",
        "normative_documents": "规范性文件",
        "block.1": "第二十条第(一)项",
        "3.1": "(一)予以公开",
        "3.2": "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",
        "3.3": "(三)不予公开",
        "3.4": "(四) 无法提供",
        "3.5": "(五)不予处理",
        "3.6": "(六)其他处理",
        "3.7": "(七)总 计",
        "3.3.1": "1、属于国家秘密",
        "3.3.3": '3.危及"三安全一稳定"',
        "3.6.1": "1.逾期不补正",
        "3.6.2": "2.逾期不缴费",
        "4": "四、结转下一年度继续办理",
    }
    return PrintedReport(
        BAISHI,
        2022,
        (BAISHI, f"2022{REPORT}"),
        figures,
        labels=labels,
        prose=official_prose(BAISHI, 2022, figures),
        layout=Layout(
            "word",
            body_font=SONG,
            row_height=19,
            header="stacked",
            stub="narrow",
            shading=BLUE,
            breaks=(Break(APPLICATIONS, "3.3.8"),),
        ),
    )


def nanping_2023() -> PrintedReport:
    """Nothing wrong; a browser's print in which the row 3.6.2 goes on on the next page."""
    figures = random_figures(Random(5), scale=30)
    return PrintedReport(
        NANPING,
        2023,
        (NANPING, f"2023{REPORT}"),
        figures,
        prose=official_prose(NANPING, 2023, figures),
        layout=Layout(
            "browser",
            body_font=TEST,
            row_height=17,
            table_size=10,
            label_widths=(0.06, 0.13, 0.23),
            rows_may_break=True,
            breaks=(Break(APPLICATIONS, "3.6.2", inside=True),),
        ),
    )


def xinqiao_2022() -> PrintedReport:
    """A small office without any application; dashes for nothing; drawn by reportlab."""
    figures = _zero_applications(one_row=True)
    return PrintedReport(
        XINQIAO,
        2022,
        (f"{XINQIAO}2022{REPORT}",),
        printed_cells(figures, "plain", zero="—"),
        prose=official_prose(XINQIAO, 2022, figures),
        layout=Layout("canvas", digit_font="Times-Roman", breaks=(Break(APPLICATIONS, "3.5.2"),)),
    )


def wangjiang_2023() -> PrintedReport:
    """Nothing wrong; landscape, an unrelated table before, five-digit figures."""
    figures = random_figures(Random(12), scale=12_000)
    prose = replace(
        official_prose(WANGJIANG, 2023, figures), statistics=statistics_table(Random(12))
    )
    return PrintedReport(
        WANGJIANG,
        2023,
        (WANGJIANG, f"2023{REPORT}"),
        figures,
        prose=prose,
        layout=Layout(
            "word",
            page=A4_LANDSCAPE,
            body_font=HEI,
            table_size=9,
            row_height=16,
            border_width=0.25,
            breaks=(Break(APPLICATIONS, "3.3.5"),),
        ),
    )


def changling_2020() -> PrintedReport:
    """Nothing wrong; on the form of 2019, to be scanned."""
    figures = random_figures(Random(2020), scale=40, form="2019")
    return PrintedReport(
        CHANGLING,
        2020,
        (CHANGLING, f"2020{REPORT}"),
        figures,
        prose=official_prose(CHANGLING, 2020, figures, "2019"),
        layout=Layout("canvas", body_size=14, table_size=10, label_widths=(0.06, 0.14, 0.3)),
        form="2019",
    )


def shili_office_2024() -> PrintedReport:
    """The column total of 3.1 disagrees: a digit was lost; to be put on a site."""
    figures = random_figures(Random(2024), scale=300)
    key = (APPLICATIONS, "3.1", "total")
    wrong = changed(figures, {key: figures[key][:-1]})
    return PrintedReport(
        OFFICE,
        2024,
        (f"{OFFICE}2024{REPORT}",),
        wrong,
        prose=official_prose(OFFICE, 2024, figures),
        layout=Layout(),
    )


def yunxi_2017() -> PrintedReport:
    """Nothing wrong; on the form of 2014, for a Word file."""
    figures = random_figures(Random(2017), scale=80, form="2014")
    return PrintedReport(
        YUNXI_COUNTY,
        2017,
        (YUNXI_COUNTY, f"2017{REPORT}"),
        figures,
        prose=official_prose(YUNXI_COUNTY, 2017, figures, "2014"),
        layout=Layout("word"),
        form="2014",
    )
