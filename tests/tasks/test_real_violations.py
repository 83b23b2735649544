"""Real reports whose mistakes are known come out with the right rule; sound ones stay silent."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from gongkai.form import forms
from gongkai.number import parse
from gongkai.report import Document, Figure, Prose, Reading, Report
from tasks.register import report_id
from tasks.reshape.stated import reasons, stated
from tasks.validate import Checked, key
from tests.judged import validate
from tests.press.figures import published_figures

AGENCIES = {
    "hongze": "洪泽区人民政府",
    "litong": "利通区人民政府",
    "pingtan": "平潭综合实验区",
    "shanghai_office": "上海市人民政府办公厅",
    "shuyang_fgj": "沭阳县发展和改革局",
    "suqian": "宿迁市人民政府",
}
SAID = {
    "litong_2023": (
        "2023年，共收到政府信息公开申请 22件，均在规定期限内完成答复。"
        "未发生涉及政府信息公开的行政诉讼案件。"
        "通过区政府网站、政府公报等平台主动公开行政规范性文件 6件，区政府（办）公文 49件。"
        "公开利通区政府现行有效的 11个行政规范性文件。"
    ),
    "suqian_2024": (
        "全市全年共收办政府信息公开申请案件3646件，同比增长1.05%，其中，予以公开1431件、部分公开471件、"
        "不予公开92件、无法提供941件、不予处理117件、作其他处理（含申请人主动撤回申请）469件、"
        "转下年度办理125件。全市全年备案政府信息依申请公开领域行政复议案件134件，行政诉讼案件57件。"
    ),
    "hongze_2023": "2023 年全区受理政府信息公开申请 21 件，均在法定期限答复。",
}


def real(
    name: str, said: str = "", changes: Mapping[tuple[str, str, str], str] | None = None
) -> Report:
    """A report with the published figures, and the sentences of its prose."""
    place, _, year = name.rpartition("_")
    cells = {**published_figures(name), **(changes or {})}
    code = "2021" if int(year) > 2020 else "2019"
    figures = []
    for table, item, measure in forms()[code].cells():
        text = cells.get((table, item, measure))
        said_there = parse(text) if text is not None else None
        state = "absent" if said_there is None else said_there.state
        value = said_there.value if said_there else None
        figures.append(Figure(table, item, measure, state, value, "件", text or "", None, None))
    agency, texts = AGENCIES[place], [said or SAID.get(name, "")]
    prose = Prose(stated(texts, True, int(year), agency), reasons(texts, True))
    reading = Reading(
        form=code, title=name, agency=agency, year=int(year), figures=tuple(figures), prose=prose
    )
    document = Document(name, name, 1)
    return Report(report_id(agency, int(year)), 1, document, reading, agency, int(year), None)


def failed(checked: Checked, report: Report, *severities: str) -> set[str]:
    """The keys of what failed in a report, root causes left out."""
    return {
        f.key
        for f in checked.findings[key(report)]
        if f.outcome == "fail" and f.severity in severities and not f.rule.startswith("cause.")
    }


def test_hongze_left_two_totals_at_zero() -> None:
    report = real("hongze_2023")
    checked = validate([report])
    places = ("reconsideration", "litigation_after_reconsideration")
    assert failed(checked, report, "error") == {f"review_litigation.row_sum[{p}]" for p in places}
    found = {f.key: f for f in checked.findings[key(report)] if f.suggestions}
    proposed = {s.cell[1]: (s.edit, s.proposed) for f in found.values() for s in f.suggestions}
    assert proposed == {
        places[0]: ("total_missing", Decimal(11)),
        places[1]: ("total_missing", Decimal(5)),
    }


def test_pingtan_2020_counts_six_too_many_in_one_of_two_rows() -> None:
    report = real("pingtan_2020")
    checked = validate([report])
    keys = {f"applications.column_sum[{m}]" for m in ("natural_person", "total")}
    assert failed(checked, report, "error") == keys
    cause = next(f for f in checked.findings[key(report)] if f.rule.startswith("cause."))
    sets: dict[int, set[str]] = {}
    for suggestion in cause.suggestions:
        sets.setdefault(suggestion.set, set()).add(suggestion.cell[1])
    assert list(sets.values()) == [{"3.1"}, {"3.2"}]


def test_litong_denies_the_one_lawsuit_it_counts_and_publishes_other_documents() -> None:
    report = real("litong_2023")
    checked = validate([report])
    assert failed(checked, report, "error", "warning") == {"prose.litigated"}
    finding = next(f for f in checked.findings[key(report)] if f.rule == "prose.litigated")
    assert finding.quote == ("未发生涉及政府信息公开的行政诉讼案件。", 1)
    asked = next(f for f in checked.findings[key(report)] if f.rule == "prose.documents_published")
    assert (asked.severity, asked.outcome, asked.left, asked.right) == ("info", "explained", 6, 2)
    assert checked.reports[0].status == "published"


def test_suqian_2024_says_other_numbers_of_reviews_and_lawsuits() -> None:
    before, report = real("suqian_2023"), real("suqian_2024")
    checked = validate([before, report])
    said = {"prose.reviewed", "prose.litigated"}
    assert failed(checked, report, "error", "warning") == said
    sides = {f.rule: (f.left, f.right) for f in checked.findings[key(report)] if f.rule in said}
    assert sides == {"prose.reviewed": (134, 170), "prose.litigated": (57, 77)}


@pytest.mark.parametrize(
    "names",
    [("suqian_2023", "suqian_2024"), ("pingtan_2021", "pingtan_2022", "pingtan_2023")],
)
def test_sound_series_are_silent_at_error(names: tuple[str, ...]) -> None:
    reports = [real(name) for name in names]
    checked = validate(reports)
    assert all(not failed(checked, report, "error") for report in reports)
    assert {report.status for report in checked.reports} == {"published"}


def test_pingtan_2023_does_not_continue_the_stock_of_2022() -> None:
    reports = [real(f"pingtan_{year}") for year in (2021, 2022, 2023)]
    checked = validate(reports)
    rule = "proactive_disclosure.stock[normative_documents]"
    assert failed(checked, reports[2], "warning") == {rule}
    message = next(f.message for f in checked.findings[key(reports[2])] if f.key == rule)
    assert "470 ≠ 698 + 77 - 132，差 173" in message
    assert "更可能是 2023 年度的报告有误" in message


def test_a_narrower_scope_is_told_and_is_no_failure() -> None:
    """As 洪泽 2024: the office's own 17 beside a table of the whole district."""
    said = "2023年，区政府办代表区政府受理政府信息公开申请17件，均按时答复。"
    report = real("hongze_2023", said)
    checked = validate([report])
    assert "prose.received" not in failed(checked, report, "error", "warning")
    told = next(f for f in checked.findings[key(report)] if f.rule == "prose.received")
    assert (told.severity, told.outcome) == ("info", "explained")


def test_what_does_not_carry_over_is_held_unless_the_report_gives_the_reason() -> None:
    """As 淮安 2024 to 2025: carried out and carried in differ."""
    changes = {("applications", "2", m): "7" for m in ("natural_person", "total")}
    changes |= {("applications", "4", m): "7" for m in ("natural_person", "total")}
    before = real("pingtan_2021")
    later = real("pingtan_2022", "", {k: v for k, v in changes.items() if k[1] == "2"})
    checked = validate([before, later])
    assert "applications.carried_over[total]" in failed(checked, later, "error")
    reason = "因机构改革，上年结转数与上一年度报告结转数不一致。"
    explained = validate([before, real("pingtan_2022", reason, changes)])
    kept = [f for f in explained.findings[key(later)] if f.rule == "applications.carried_over"]
    assert {f.outcome for f in kept} == {"explained"}
    assert reason.replace("，", ",") in kept[0].message
