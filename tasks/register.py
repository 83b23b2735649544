"""Which report a document is: agency, year, version, and what keeps it apart from others."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from gongkai.form import form_for, forms
from gongkai.reasons import told
from gongkai.report import Document, Reading, Remark, Report, Status
from tasks.formal import Copied, copies, of_authority, of_registration


def register(documents: Sequence[Document], readings: Mapping[str, Reading]) -> list[Report]:
    """Give every document its place; none is lost.

    Args:
        documents: all that came in.
        readings: by content hash, for every hash in `documents`.

    Returns:
        one report per document, ordered by source. Those with a reading that may
        be published have no status yet; the gate gives it.
    """
    kept, duplicates = _by_content(documents)
    reports = [_identified(document, readings[document.sha256]) for document in kept]
    reports = _with_copies([_dated(report) for report in _with_versions(reports)])
    by_hash = {report.document.sha256: report for report in reports}
    for document in duplicates:
        same = by_hash[document.sha256]
        reason = f"与 {same.document.source} 的内容完全相同，只采用那一份，请移走多余的文件。"
        reports.append(
            replace(same, document=document, status="duplicate", reason=reason, remarks=())
        )
    return sorted(reports, key=lambda report: report.document.source)


def _dated(report: Report) -> Report:
    """Say whether a report came in time; a corrected one is not judged by its own date."""
    if report.status is not None or report.version > 1:
        return report
    published_on = report.document.sidecar.published_on
    said = of_registration(report.agency, report.year, published_on)
    return replace(report, remarks=(*report.remarks, *said))


def _with_copies(reports: Sequence[Report]) -> list[Report]:
    """Say of which reports the prose is another's, or last year's."""
    known = [
        Copied(f"{r.report_id}-{r.version}", r.agency, r.year, r.reading.prose.signature)
        for r in reports
        if r.status is None and r.agency is not None and r.year is not None
    ]
    said = copies(known)
    return [
        replace(r, remarks=(*r.remarks, *said.get(f"{r.report_id}-{r.version}", ())))
        for r in reports
    ]


def report_id(agency: str, year: int) -> str:
    """The identity of a report, stable over its versions: 16 hex digits."""
    return hashlib.sha256(f"{agency}\n{year}".encode()).hexdigest()[:16]


def _by_content(documents: Sequence[Document]) -> tuple[list[Document], list[Document]]:
    """The first document of every content (one with a sidecar if any), and the rest."""
    kept: dict[str, Document] = {}
    duplicates = []
    ordered = sorted(documents, key=lambda d: (d.sidecar.agency is None, d.source))
    for document in ordered:
        if document.sha256 and document.sha256 in kept:
            duplicates.append(document)
        else:
            kept[document.sha256 or document.source] = document
    return list(kept.values()), duplicates


def _identified(document: Document, reading: Reading) -> Report:
    sidecar = document.sidecar
    agency = sidecar.agency or reading.agency
    year = sidecar.year or reading.year
    remarks = [
        remark
        for remark in reading.remarks
        if not (remark.rule == "report.year_unclear" and sidecar.year is not None)
    ]
    if sidecar.fault:
        remarks.append(Remark("report.sidecar_fault", sidecar.fault))
    differing = [
        f"{name}为“{said}”而标题页为“{read}”"
        for name, said, read in (
            ("机关", sidecar.agency, reading.agency),
            ("年度", sidecar.year, reading.year),
        )
        if said is not None and read is not None and said != read
    ]
    if differing:
        message = f"来源说明中的{'，'.join(differing)}，按来源说明登记，请核对。"
        remarks.append(Remark("report.sidecar_differs", message))
    if agency is None:
        message = "标题页上没有认出机关名称，请在文件旁的 .source.json 中写明 agency。"
        remarks.append(Remark("report.agency_unknown", message))
    if year is None:
        message = "标题页上没有认出报告年度，请在文件旁的 .source.json 中写明 year。"
        remarks.append(Remark("report.year_unknown", message))
    if agency is not None and year is not None:
        identity = report_id(agency, year)
    else:
        identity = hashlib.sha256((document.sha256 or document.source).encode()).hexdigest()[:16]
    remarks.extend(_other_form(reading, year))
    if reading.form is not None:
        remarks.extend(of_authority(forms()[reading.form], reading.figures, agency))
    report = Report(identity, 1, document, reading, agency, year, None, "", tuple(remarks))
    reason, details = reading.reason, reading.details
    first = min(form.since for form in forms().values())
    if reason in ("no_tables", "unknown_form") and year is not None and year < first:
        reason, details = "no_form", {"year": str(year), "first": str(first)}
    if reason:
        status, said = told(reason, details)
        return replace(report, status=cast(Status, status), reason=said, remarks=())
    return report


def _other_form(reading: Reading, year: int | None) -> list[Remark]:
    """Say that a report is not on the form of its year."""
    due = form_for(year) if year is not None else None
    if year is None or reading.form is None or (due and due.form == reading.form):
        return []
    used = forms()[reading.form]
    proper = f"应使用{due.name}（{due.basis}）" if due else "还没有全国统一的统计表式"
    message = (
        f"{year} 年度的报告{proper}，本报告使用的是"
        f"{used.name}（{used.basis}），已按所用表式读取，请提醒机关。"
    )
    return [Remark("report.other_form", message)]


def _with_versions(reports: Sequence[Report]) -> list[Report]:
    """Number the documents of one agency and year; those whose order is unknown are held."""
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        groups[report.report_id].append(report)
    numbered: list[Report] = []
    for group in groups.values():
        read = [report for report in group if report.status is None]
        rest = [report for report in group if report.status is not None]
        if len(read) > 1:
            read = _in_order(read)
        ordered = [*read, *sorted(rest, key=lambda report: report.document.source)]
        numbered.extend(replace(r, version=place) for place, r in enumerate(ordered, start=1))
    return numbered


def _in_order(reports: Sequence[Report]) -> list[Report]:
    """Order several documents of one agency and year, or say that it cannot be done."""
    dates = [report.document.sidecar.published_on for report in reports]
    if None not in dates and len(set(dates)) == len(dates):
        return sorted(reports, key=lambda report: str(report.document.sidecar.published_on))
    ordered = sorted(reports, key=lambda report: report.document.source)
    first = ordered[0]
    if all(_printed(report) == _printed(first) for report in ordered[1:]):
        reason = (
            f"与 {first.document.source} 是同一机关同一年度的报告，表中数字完全相同，"
            "只采用那一份，请移走多余的文件。"
        )
        rest = [replace(r, status="duplicate", reason=reason, remarks=()) for r in ordered[1:]]
        return [first, *rest]
    listed = "、".join(report.document.source for report in ordered)
    message = (
        f"同一机关同一年度有 {len(ordered)} 份数字不同的文件（{listed}），无法判断哪一份有效，"
        "请在文件旁的 .source.json 中写明各自的 published_on，或移走无效的一份。"
    )
    remark = Remark("report.two_documents", message)
    return [replace(report, remarks=(*report.remarks, remark)) for report in ordered]


def _printed(report: Report) -> list[tuple[str, str, str, str, object]]:
    return [(f.table, f.item, f.measure, f.state, f.value) for f in report.reading.figures]
