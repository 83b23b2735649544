"""Which report a document is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from gongkai.report import Document, Figure, Prose, Reading, Report, Sidecar
from tasks.agencies import Aggregator
from tasks.register import register, report_id


def _reading(
    agency: str | None = "甲县人民政府", year: int | None = 2023, count: int = 1
) -> Reading:
    figure = Figure(
        "applications", "1", "total", "number", Decimal(count), "件", str(count), 1, (0, 0, 1, 1)
    )
    return Reading(form="2021", agency=agency, year=year, pages=3, figures=(figure,))


def _register(*pairs: tuple[Document, Reading]) -> dict[str, Report]:
    """The reports by source, without what is said of form and publication."""
    reports = register([d for d, _ in pairs], {d.sha256: r for d, r in pairs}).reports
    return {report.document.source: _plain(report) for report in reports}


def _plain(report: Report) -> Report:
    own = (remark for remark in report.remarks if not remark.rule.startswith("publication."))
    return replace(report, remarks=tuple(own))


def _formal(*pairs: tuple[Document, Reading]) -> dict[str, list[str]]:
    reports = register([d for d, _ in pairs], {d.sha256: r for d, r in pairs}).reports
    rules = {r.document.source: [remark.rule for remark in r.remarks] for r in reports}
    return {
        source: [rule for rule in own if "publication" in rule] for source, own in rules.items()
    }


def test_a_late_report_is_remarked_and_a_corrected_one_is_not() -> None:
    late = _dated(B, 3), _reading(count=1)
    late = (replace(late[0], sidecar=Sidecar(published_on=dt.date(2024, 4, 2))), late[1])
    again = (replace(A, sidecar=Sidecar(published_on=dt.date(2024, 5, 9))), _reading(count=2))
    assert _formal(late, again) == {"b.pdf": ["publication.late"], "a.pdf": []}
    assert _formal((_dated(A, 9), _reading())) == {"a.pdf": []}


def test_whose_prose_is_anothers_is_remarked() -> None:
    prose = Prose(signature=tuple(range(128)))
    one, other = (replace(_reading(name), prose=prose) for name in ("甲县教育局", "乙县水利局"))
    said = _formal((_dated(A, 9), one), (_dated(B, 9), other))
    assert said == {name: ["publication.copied_other"] for name in ("a.pdf", "b.pdf")}


def test_rules_for_those_without_power_to_make_them() -> None:
    figure = Figure(
        "proactive_disclosure", "regulations", "issued", "number", Decimal(3), "件", "3", 1, None
    )
    reading = replace(_reading("甲县教育局"), figures=(figure,))
    assert _formal((_dated(A, 9), reading)) == {"a.pdf": ["publication.authority"]}


def _dated(document: Document, day: int) -> Document:
    return replace(document, sidecar=Sidecar(published_on=dt.date(2024, 1, day)))


A, B, C = (Document(f"{name}.pdf", name * 64, 1) for name in "abc")


def test_agency_and_year_make_the_identity() -> None:
    report = _register((A, _reading()))["a.pdf"]
    assert report.report_id == report_id("甲县人民政府", 2023)
    assert (report.version, report.status, report.remarks) == (1, None, ())


def test_the_sidecar_overrides_and_says_where_it_differs() -> None:
    document = replace(A, sidecar=Sidecar(agency="乙县人民政府", year=2022))
    report = _register((document, _reading()))["a.pdf"]
    assert (report.agency, report.year) == ("乙县人民政府", 2022)
    assert [remark.rule for remark in report.remarks] == ["report.sidecar_differs"]


def test_an_unknown_agency_or_year_is_said() -> None:
    report = _register((A, _reading(None, None)))["a.pdf"]
    assert {r.rule for r in report.remarks} == {"report.agency_unknown", "report.year_unknown"}


def test_same_bytes_are_duplicates_and_the_one_with_a_sidecar_counts() -> None:
    twin = Document("z.pdf", A.sha256, 1, Sidecar(agency="甲县人民政府"))
    reports = _register((A, _reading()), (twin, _reading()))
    assert reports["a.pdf"].status == "duplicate"
    assert "z.pdf" in reports["a.pdf"].reason
    assert reports["z.pdf"].status is None


def test_dated_documents_of_one_year_are_versions() -> None:
    reports = _register((_dated(A, 9), _reading(count=2)), (_dated(B, 3), _reading(count=1)))
    assert {s: r.version for s, r in reports.items()} == {"b.pdf": 1, "a.pdf": 2}
    assert all(report.remarks == () for report in reports.values())


def test_undated_documents_with_other_numbers_are_all_held() -> None:
    reports = _register((A, _reading(count=1)), (B, _reading(count=2)))
    for report in reports.values():
        assert [r.rule for r in report.remarks] == ["report.two_documents"]
        assert "a.pdf、b.pdf" in report.remarks[0].message
    assert {r.version for r in reports.values()} == {1, 2}


def test_undated_documents_with_the_same_numbers_are_duplicates() -> None:
    reports = _register((A, _reading()), (B, _reading()))
    assert reports["a.pdf"].status is None
    assert reports["b.pdf"].status == "duplicate"


def test_an_unreadable_twin_does_not_disturb_the_readable_one() -> None:
    unread = Reading(reason="no_tables", agency="甲县人民政府", year=2023)
    reports = _register((A, unread), (B, _reading()))
    assert reports["b.pdf"].version == 1
    assert reports["b.pdf"].remarks == ()
    assert (reports["a.pdf"].status, reports["a.pdf"].version) == ("unreadable", 2)


def test_order_of_arrival_does_not_matter() -> None:
    pairs = [(A, _reading(count=1)), (B, _reading(count=2)), (C, _reading("丙局", 2022))]
    assert _register(*pairs) == _register(*reversed(pairs))


def test_every_document_is_there_even_those_that_vanished() -> None:
    gone, also = Document("gone.pdf", "", 0), Document("also.pdf", "", 0)
    reports = _register((gone, Reading(reason="vanished")), (also, Reading(reason="vanished")))
    assert {r.status for r in reports.values()} == {"unreadable"}
    assert len({r.report_id for r in reports.values()}) == 2


def test_an_older_report_with_a_table_is_read_as_what_it_is() -> None:
    old = replace(_reading(year=2013), form="2014")
    report = _register((A, old))["a.pdf"]
    assert report.status is None
    (remark,) = report.remarks
    assert remark.rule == "report.other_form"
    assert "还没有全国统一的统计表式" in remark.message


@pytest.mark.parametrize("reason", ["no_tables", "unknown_form"])
def test_before_there_was_a_form_a_report_is_kept_without_one(reason: str) -> None:
    old = replace(_reading(year=2012), reason=reason, form=None, figures=())
    report = _register((A, old))["a.pdf"]
    assert report.status == "no_form"
    assert "2012 年度" in report.reason
    assert "2014 年起" in report.reason
    assert (report.agency, report.year) == ("甲县人民政府", 2012)


def test_what_cannot_be_read_stays_so_whatever_its_year() -> None:
    broken = replace(_reading(year=2012), reason="damaged", figures=())
    assert _register((A, broken))["a.pdf"].status == "unreadable"


@pytest.mark.parametrize(
    ("year", "form", "remarked"),
    [
        (2023, "2021", False),
        (2023, "2019", True),
        (2020, "2019", False),
        (2020, "2021", True),
        (2018, "2014", False),
    ],
)
def test_a_report_on_another_form_than_its_years_is_remarked(
    year: int, form: str, remarked: bool
) -> None:
    report = _register((A, replace(_reading(year=year), form=form)))["a.pdf"]
    rules = [remark.rule for remark in report.remarks]
    assert rules == (["report.other_form"] if remarked else [])
    if remarked:
        assert "已按所用表式读取" in report.remarks[0].message


def test_a_reason_without_a_sentence_costs_its_own_document() -> None:
    report = _register((A, replace(_reading(), reason="never_heard_of", figures=())))["a.pdf"]
    assert report.status == "unreadable"
    assert "没有预料" in report.reason
    assert "never_heard_of" not in report.reason


def test_a_shortened_name_in_the_title_is_no_difference() -> None:
    document = replace(A, sidecar=Sidecar(agency="示例市甲县卫生健康委员会", year=2023))
    report = _register((document, _reading(agency="甲县卫健委")))["a.pdf"]
    assert report.agency == "示例市甲县卫生健康委员会"
    assert report.remarks == ()


def test_the_office_of_a_government_is_another_body() -> None:
    document = replace(A, sidecar=Sidecar(agency="甲县人民政府办公室", year=2023))
    report = _register((document, _reading()))["a.pdf"]
    assert [remark.rule for remark in report.remarks] == ["report.sidecar_differs"]


@pytest.mark.parametrize("title", ["甲县住建局", "甲县建设局", "示例市甲县住房和城乡建设局"])
def test_the_registers_name_counts_where_a_title_has_a_short_or_another_one(title: str) -> None:
    full = "示例市甲县住房和城乡建设局"
    agencies = {full: Aggregator(agency=full, aliases=("甲县建设局",))}
    readings = {A.sha256: _reading(agency=title)}
    (report,) = register([A], readings, agencies=agencies).reports
    assert report.agency == full
    assert report.report_id == report_id(full, 2023)
