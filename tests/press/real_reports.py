"""The sample's reports of real agencies: published figures, prose of the press's own.

The prose repeats the key numbers of the published reports, and their slips where these matter:
利通区's denies a lawsuit that table 四 counts, 宿迁市's of 2024 counts filed cases otherwise.
"""

from dataclasses import replace
from typing import Final

from tests.press.figures import published_figures
from tests.press.form_2021 import APPLICATIONS, DISCLOSURE, REVIEW
from tests.press.model import Break, Layout, PrintedReport, Prose
from tests.press.prose import FILLERS, PROBLEMS, official_prose, preface

REPORT: Final = "年政府信息公开工作年度报告"
SONG: Final = "AR PL UMing CN"
KAI: Final = "AR PL UKai CN"
HEI: Final = "WenQuanYi Zen Hei"
TEST: Final = "Gongkai Test Serif"
BLUE: Final = "#C6D9F1"


def _prose(agency: str, year: int, overview: tuple[str, ...], other: str) -> Prose:
    return Prose((preface(agency, year),), (FILLERS[0], *overview), PROBLEMS, (other,))


def suqian_2023() -> PrintedReport:
    """Seven-digit figures; table 三 split before 3.4.1 with a repeated header."""
    agency = "宿迁市人民政府"
    requests = (
        "2023年，全市共收办政府信息公开申请案件3607件，同比增长70.3%，其中，自然人申请3493件，"
        "法人或其他组织申请114件；予以公开1191件、部分公开328件、不予公开142件、无法提供1078件、"
        "不予处理406件、作其他处理（含申请人主动撤回申请）341件、转下年度办理121件。"
    )
    fees = "2023年对25件政府信息公开申请案件收取了信息处理费2950元。"
    return PrintedReport(
        agency,
        2023,
        (agency, f"2023{REPORT}"),
        published_figures("suqian_2023"),
        prose=_prose(agency, 2023, (requests,), fees),
        layout=Layout(
            "word",
            body_font=SONG,
            row_height=21,
            label_widths=(0.06, 0.14, 0.31),
            repeat_header=True,
            breaks=(Break(APPLICATIONS, "3.4.1"),),
        ),
    )


def suqian_2024() -> PrintedReport:
    """A browser's print: table 三 split inside （四）无法提供, no repeated header."""
    agency = "宿迁市人民政府"
    requests = (
        "2024年，全市共收办政府信息公开申请案件3646件，同比增长1.05%，其中，予以公开1431件、部分公开"
        "471件、不予公开92件、无法提供941件、不予处理117件、作其他处理469件、转下年度办理125件。"
    )
    cases = "全市全年备案政府信息依申请公开领域行政复议案件134件，行政诉讼案件57件。"
    fees = "2024年有3件政府信息公开申请案件收取信息处理费2230元。"
    return PrintedReport(
        agency,
        2024,
        (f"{agency}2024{REPORT}",),
        published_figures("suqian_2024"),
        prose=_prose(agency, 2024, (requests, cases), fees),
        layout=Layout(
            "browser",
            body_font=HEI,
            body_size=14,
            table_size=9,
            margins=(72, 62, 72, 62),
            border_width=0.75,
            breaks=(Break(APPLICATIONS, "3.4.2"),),
        ),
    )


def hongze_2023() -> PrintedReport:
    """The totals of table 四 printed 0, one row 其他处理, a slip in a label; header rows parted."""
    agency = "洪泽区人民政府"
    requests = "2023年全区受理政府信息公开申请21件，均在法定期限答复。"
    channel = "2023年，我区在政府网站平台主动公开政府信息1136条。"
    fees = "2023年，全年收取政府信息公开信息处理费0元。"
    return PrintedReport(
        agency,
        2023,
        (agency, f"2023{REPORT}"),
        published_figures("hongze_2023"),
        labels={"3.3.2": "2.其他法律行政止公开", "review.total": "总 计"},
        prose=_prose(agency, 2023, (channel, requests), fees),
        layout=Layout(
            "word",
            body_font=TEST,
            table_font=SONG,
            row_height=22,
            header_row_height=26,
            label_widths=(0.06, 0.17, 0.32),
            mirrored=True,
            shading=BLUE,
            stub="vertical",
            breaks=(Break(DISCLOSURE, "block.6.head"), Break(APPLICATIONS, "3.4.3")),
        ),
    )


def litong_2023() -> PrintedReport:
    """The prose denies the lawsuit of table 四; the row 3.2 goes on on the next page."""
    agency = "利通区人民政府"
    requests = (
        "2023年，共收到政府信息公开申请22件，均在规定期限内完成答复。"
        "未发生涉及政府信息公开的行政诉讼案件。"
    )
    papers = (
        "通过区政府网站、政府公报等平台主动公开行政规范性文件6件，区政府（办）公文49件。"
        "公开利通区政府现行有效的11个行政规范性文件。"
    )
    return PrintedReport(
        agency,
        2023,
        (f"{agency}2023{REPORT}",),
        published_figures("litong_2023"),
        prose=_prose(agency, 2023, (papers, requests), "本年度未收取政府信息公开信息处理费。"),
        layout=Layout(
            "word",
            body_font=KAI,
            table_size=10.5,
            row_height=19,
            label_widths=(0.07, 0.13, 0.22),
            rows_may_break=True,
            stub="pairs",
            footer="— {} —",
            breaks=(Break(APPLICATIONS, "3.2", inside=True),),
        ),
    )


def _pingtan(year: int, layout: Layout) -> PrintedReport:
    agency = "平潭综合实验区"
    figures = published_figures(f"pingtan_{year}")
    prose = official_prose(agency, year, figures)
    return PrintedReport(
        agency, year, (agency, f"{year}{REPORT}"), figures, prose=prose, layout=layout
    )


def pingtan_2021() -> PrintedReport:
    """Table 四's header stands alone at the foot of a page, its numbers on the next."""
    return _pingtan(
        2021,
        Layout(
            "word",
            body_font=TEST,
            digit_font="DejaVu Serif",
            row_height=18,
            table_size=9,
            breaks=(Break(REVIEW, "data"),),
            footer="-{}-",
        ),
    )


def pingtan_2022() -> PrintedReport:
    """A browser's print with separate borders; table 二 split before 行政处罚's block."""
    return _pingtan(
        2022,
        Layout(
            "browser",
            body_font=TEST,
            borders="separate",
            border_width=1,
            shading="#EEEEEE",
            table_size=9.5,
            row_height=24,
            stub="vertical",
            blocks="half",
            breaks=(Break(DISCLOSURE, "block.6"),),
        ),
    )


def pingtan_2023() -> PrintedReport:
    """Table 三's header alone at the foot of a page."""
    return _pingtan(
        2023,
        Layout(
            "word",
            body_font=HEI,
            row_height=20,
            label_widths=(0.06, 0.15, 0.34),
            breaks=(Break(APPLICATIONS, "1"),),
        ),
    )


def shanghai_office_2025() -> PrintedReport:
    """Cells with remarks, a note under table 四; table 三 split before （六）其他处理."""
    agency = "上海市人民政府办公厅"
    requests = (
        "市政府共受理政府信息公开申请1295件，办结1191件（含上年结转189件），均在法定期限内答复。"
        "其中，予以公开及部分公开208件（17.46%），不予公开20件（1.68%），因本机关不掌握等原因无法提供"
        "564件（47.36%），属信访、重复申请等不予处理80件（6.72%），其他处理319件（26.78%）。"
    )
    papers = "全年主动公开市政府规章22件、市政府及市政府办公厅行政规范性文件34件。"
    note = "注：行政复议、行政诉讼数量含上年度结转数量。"
    fees = "2025年度本机关未收取信息公开处理费。"
    return PrintedReport(
        agency,
        2025,
        (agency, f"2025{REPORT}"),
        published_figures("shanghai_office_2025"),
        prose=replace(_prose(agency, 2025, (papers, requests), fees), review_note=note),
        layout=Layout(
            "browser",
            body_font=SONG,
            row_height=20,
            table_size=10,
            label_widths=(0.06, 0.14, 0.32),
            repeat_header=True,
            breaks=(Break(APPLICATIONS, "3.6.1"),),
            footer="{}",
        ),
    )


def shuyang_fgj_2023() -> PrintedReport:
    """Blank cells in five columns; the row 3.6.1 goes on on the next page."""
    agency = "沭阳县发展和改革局"
    requests = "2023年度我局共收到依申请信息公开26件，及时回复申请人。"
    channels = "全年共审核发布各类公开政府信息249条。"
    fees = "2023年度，县发展和改革局政府信息公开未发生收费情况。"
    return PrintedReport(
        agency,
        2023,
        (agency, f"2023{REPORT}"),
        published_figures("shuyang_fgj_2023"),
        prose=_prose(agency, 2023, (channels, requests), fees),
        layout=Layout(
            "word",
            body_font=HEI,
            body_size=15,
            table_size=10,
            row_height=18,
            label_widths=(0.07, 0.14, 0.28),
            border_width=1,
            rows_may_break=True,
            valign="top",
            breaks=(Break(APPLICATIONS, "3.6.1", inside=True),),
        ),
    )
