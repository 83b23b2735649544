"""Prints the test corpus: `python -m tests.press.corpus [number …]`.

Some thirty invented reports from LibreOffice and chromium, each differing from the next in where
its pages end, in labels, numbers and setting. Writes `tests/corpus/pdf/<name>.pdf` and its gold
`<name>.json`. Forty more come from `canvas_reports` at test time.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.press.form_2021 import (
    APPLICATION_MEASURES,
    APPLICATIONS,
    DISCLOSURE,
    REVIEW,
    CellKey,
)
from tests.press.gold import write_gold
from tests.press.model import A4_LANDSCAPE, Break, Layout, PrintedReport, Producer
from tests.press.paging import PagingError
from tests.press.printer import print_report
from tests.press.prose import official_prose, statistics_table
from tests.press.random_reports import (
    ORGANS,
    PLACES,
    Style,
    printed_cells,
    random_figures,
    random_report,
)

FOLDER: Final = Path(__file__).parents[1] / "corpus" / "pdf"
LARGEST: Final = 100_000
TEST: Final = "Gongkai Test Serif"
HEI: Final = "WenQuanYi Zen Hei"
SONG: Final = "AR PL UMing CN"
BLUE: Final = "#C6D9F1"
GREY: Final = "#D9D9D9"

HALF_WIDTH: Final = {
    "identity": "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)",
    "3.1": "(一)予以公开",
    "3.2": "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",
    "3.3": "(三)不予公开",
    "3.4": "(四)无法提供",
    "3.5": "(五)不予处理",
    "3.6": "(六)其他处理",
    "3.7": "(七)总计",
    "amount": "本年收费金额(单位:万元)",
}
SUM: Final = {"total": "合计", "review.total": "合计", "3.7": "（七）合计"}
SPACED: Final = {
    "total": "总 计",
    "review.total": "总  计",
    "3.7": "（七） 总 计",
    "1": "一、 本年新收政府信息公开申请数量",
}
NEXT_YEAR: Final = {"4": "四、结转下一年度继续办理", "normative_documents": "规范性文件"}
COMMAS: Final = {
    "3.3.1": "1、属于国家秘密",
    "3.3.2": "2、其他法律行政法规禁止公开",
    "3.3.3": '3、危及"三安全一稳定"',
    "3.5.2": "2、重复申请",
    "3.6.3": "3、其他",
}
SHORT: Final = {"3.6.1": "1.逾期不补正", "3.6.2": "2.逾期不缴费"}


@dataclass(frozen=True)
class Case:
    """One report of the corpus; `layout` holds what differs from the plain layout."""

    name: str
    producer: Producer
    breaks: tuple[Break, ...] = ()
    layout: Mapping[str, Any] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    style: Style = "plain"
    zero: str = "0"
    scale: int = 60
    one_row: bool = False
    statistics: bool = False
    leave_out: tuple[str, ...] = ()
    """Items of table 三 that this report does not print."""


def _at(row: str, table: str = APPLICATIONS) -> tuple[Break, ...]:
    return (Break(table, row),)


def _inside(row: str) -> tuple[Break, ...]:
    return (Break(APPLICATIONS, row, inside=True),)


NARROW: Final = {"label_widths": (0.07, 0.13, 0.24), "rows_may_break": True}
CASES: Final = (
    Case("header_alone", "word", _at("1")),
    Case("before_2", "word", _at("2"), {"repeat_header": True, "shading": BLUE}),
    Case("before_3_1", "browser", _at("3.1"), {"stub": "vertical"}),
    Case("before_3_2", "word", _at("3.2"), {"body_font": HEI}, HALF_WIDTH),
    Case("inside_3_2", "word", _inside("3.2"), {**NARROW, "row_height": 19}, SUM),
    Case("inside_3_2_web", "browser", _inside("3.2"), {**NARROW, "body_font": HEI}),
    Case("before_3_3_1", "word", _at("3.3.1"), {"stub": "vertical"}),
    Case("before_3_3_3", "browser", _at("3.3.3"), {"repeat_header": True}, COMMAS),
    Case("before_3_3_4", "word", _at("3.3.4"), {"header": "stacked"}, style="thousands", scale=900),
    Case("before_3_3_8", "word", _at("3.3.8"), {"mirrored": True}, SPACED, zero="—"),
    Case("before_3_4_1", "browser", _at("3.4.1"), {"borders": "separate", "border_width": 1}),
    Case("before_3_4_2", "word", _at("3.4.2"), {"header": "total_apart"}, zero=""),
    Case("before_3_4_3", "word", _at("3.4.3"), {"rows_may_break": True}, one_row=True),
    Case("before_3_5_1", "browser", _at("3.5.1"), {"shading": GREY}, style="full_width"),
    Case("before_3_5_2", "word", _at("3.5.2"), {"stub": "pairs"}, NEXT_YEAR),
    Case("before_3_5_4", "word", _at("3.5.4"), {"repeat_header": True, "header": "total_apart"}),
    Case("before_3_5_5", "browser", _at("3.5.5"), {"number_align": "right"}, style="unit"),
    Case("before_3_6", "word", _at("3.6"), {"border_width": 1.5}, one_row=True, zero="/"),
    Case("before_3_6_1", "word", _at("3.6.1"), {"merged_groups": False}, SHORT),
    Case("inside_3_6_1", "word", _inside("3.6.1"), NARROW),
    Case("inside_3_6_2", "browser", _inside("3.6.2"), {**NARROW, "stub": "vertical"}),
    Case("before_3_6_3", "browser", _at("3.6.3"), {"valign": "top"}, style="thousands", scale=900),
    Case("before_3_7", "word", _at("3.7"), {"body_font": HEI, "border_width": 0.25}),
    Case("before_4", "word", _at("4"), {"repeat_header": True}, SUM),
    Case("blocks_parted", "word", _at("block.5", DISCLOSURE), {"blocks": "half"}),
    Case("block_head_parted", "browser", _at("block.6.head", DISCLOSURE), {"shading": BLUE}),
    Case("block_rows_parted", "word", _at("coercion", DISCLOSURE), {"digit_font": "DejaVu Serif"}),
    Case("review_parted", "word", _at("data", REVIEW), {"table_size": 9.5}, HALF_WIDTH),
    Case(
        "three_breaks",
        "word",
        (*_at("fees", DISCLOSURE), *_at("3.3.6"), *_at("data", REVIEW)),
        {"body_font": HEI, "mirrored": True},
    ),
    Case(
        "landscape",
        "word",
        _at("3.3.3"),
        {"page": A4_LANDSCAPE, "table_size": 9, "row_height": 17},
        scale=12_000,
    ),
    Case(
        "landscape_web",
        "browser",
        _at("3.4.1"),
        {"page": A4_LANDSCAPE, "table_size": 9, "row_height": 17},
        scale=12_000,
    ),
    Case("large_numbers", "word", (), {"label_widths": (0.06, 0.16, 0.36)}, scale=200_000),
    Case(
        "large_numbers_web",
        "browser",
        (),
        {"label_widths": (0.06, 0.16, 0.36), "break_digits": True, "body_font": HEI},
        scale=200_000,
    ),
    Case("statistics_before", "word", (), {"repeat_header": True}, statistics=True),
    Case(
        "statistics_before_web",
        "browser",
        _at("3.3.7"),
        {"merged_groups": False, "body_font": HEI},
        statistics=True,
    ),
    Case("row_missing", "word", _at("3.5.3"), leave_out=("3.5.4", "3.3.3")),
)


def corpus_report(number: int, case: Case) -> PrintedReport:
    """The report of a case; its figures come from the case's number."""
    rng = Random(2021 + number)
    figures = random_figures(rng, scale=case.scale, other_as_one_row=case.one_row)
    agency = f"示例市{PLACES[number % len(PLACES)]}{ORGANS[number % len(ORGANS)]}"
    year = 2021 + number % 5
    prose = official_prose(agency, year, figures)
    if case.statistics:
        prose = replace(prose, statistics=statistics_table(rng))
    for item in case.leave_out:
        _move(figures, item, "3.1")
    plain: dict[str, Any] = {
        "producer": case.producer,
        "body_font": TEST,
        "body_size": 14,
        "table_size": 10,
        "row_height": 19,
        "label_widths": (0.06, 0.15, 0.32),
        "footer": ("-{}-", "- {} -", "— {} —", "{}", "")[number % 5],
        "breaks": case.breaks,
    }
    return PrintedReport(
        agency,
        year,
        (agency, f"{year}年政府信息公开工作年度报告"),
        printed_cells(figures, case.style, case.zero),
        labels=case.labels,
        prose=prose,
        layout=Layout(**{**plain, **case.layout}),
    )


def _move(figures: dict[CellKey, str], item: str, to: str) -> None:
    """Counts an item's numbers with another item and takes its row away."""
    for measure in APPLICATION_MEASURES:
        number = int(figures.pop((APPLICATIONS, item, measure)))
        key = (APPLICATIONS, to, measure)
        figures[key] = str(int(figures[key]) + number)


def canvas_reports(count: int = 40, seed: int = 0) -> Iterator[PrintedReport]:
    """Reports for `print_canvas`, made at test time."""
    for number in range(count):
        yield random_report(Random(f"{seed}/{number}"))


def main(numbers: list[int]) -> None:
    """Prints the cases of these numbers, or all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for number, case in enumerate(CASES, start=1):
            if not numbers or number in numbers:
                _write(number, case, Path(profile))


def _write(number: int, case: Case, profile: Path) -> None:
    report = corpus_report(number, case)
    pdf = _print_tuned(report, profile)
    if len(pdf) > LARGEST:
        raise ValueError(f"{number} {case.name}: {len(pdf)} bytes")
    name = f"{number:02}_{case.name}"
    (FOLDER / f"{name}.pdf").write_bytes(pdf)
    write_gold(report, FOLDER / f"{name}.json", file=f"{name}.pdf", family="text")
    print(f"{name}: {len(pdf)} bytes")


def _print_tuned(report: PrintedReport, profile: Path) -> bytes:
    """Prints with the first row height at which the wanted break can be had."""
    height = report.layout.row_height
    for more in (0.0, 1.5, 3.0, -2.0, 5.0):
        try:
            layout = replace(report.layout, row_height=height + more)
            return print_report(replace(report, layout=layout), profile)
        except PagingError as error:
            print(error, file=sys.stderr)
    raise PagingError(f"no row height will do for {report.layout.breaks}")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]])
