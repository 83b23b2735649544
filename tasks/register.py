"""Which report a document is: agency, year, version, and what keeps it apart from others."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import cast

from gongkai.form import form_for, forms
from gongkai.number import fitting
from gongkai.one_body import is_one_body
from gongkai.reasons import told
from gongkai.report import Document, Figure, Reading, Remark, Report, Status
from tasks.agencies import Agencies, RegisteredNames
from tasks.by_path import ByPath, by_path
from tasks.formal import Copied, copies, of_authority, of_registration
from tasks.previous import WITH_FIGURES, Edition, Known, Previous
from tasks.versions import Content, in_order


@dataclass(frozen=True)
class Registered:
    """All documents of a run in their places.

    Attributes:
        reports: one per document, ordered by source. Those with a reading that may be
            published have no status yet; the gate gives it.
        versions: the versions that reports of the release before have now.
    """

    reports: tuple[Report, ...]
    versions: Mapping[Edition, int]


EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def register(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    previous: Previous | None = None,
    today: dt.datetime = EPOCH,
    agencies: Agencies | None = None,
) -> Registered:
    """Give every document its place; none is lost.

    Args:
        documents: all that came in.
        readings: by content hash, for every hash in `documents`.
        previous: the release before, whose versions are kept.
        today: when what is new came in, unless its sidecar says so.
        agencies: the register, whose names count where a document shortens them.
    """
    kept, duplicates = _by_content(documents)
    names = RegisteredNames(agencies or {})
    identified = [_identified(document, readings[document.sha256], names) for document in kept]
    numbered, versions = _with_versions(identified, previous or Previous(), today)
    reports = _with_copies([_dated(report) for report in numbered])
    by_hash = {report.document.sha256: report for report in reports}
    for document in duplicates:
        same = by_hash[document.sha256]
        reason = f"与 {same.document.source} 的内容完全相同，只采用那一份，请移走多余的文件。"
        reports.append(
            replace(same, document=document, status="duplicate", reason=reason, remarks=())
        )
    return Registered(tuple(sorted(reports, key=lambda report: report.document.source)), versions)


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


def _identified(document: Document, reading: Reading, names: RegisteredNames) -> Report:
    sidecar = document.sidecar
    agency = sidecar.agency or reading.agency
    year = sidecar.year or reading.year
    remarks = [
        remark
        for remark in reading.remarks
        if not (remark.rule == "report.year_unclear" and sidecar.year is not None)
    ]
    path = by_path(document.source) if agency is None or year is None else ByPath()
    if agency is None and path.agency is not None and not reading.reason:
        agency = path.agency
        message = f"报告中没有认出机关名称，按文件名或所在文件夹登记为“{agency}”。"
        remarks.append(Remark("report.agency_from_path", message))
    if year is None and path.year is not None and not reading.reason:
        year = path.year
        message = f"报告中没有认出年度，按文件名登记为 {year} 年。"
        remarks.append(Remark("report.year_from_path", message))
    if agency is not None:
        agency = names.of(agency)
    if sidecar.fault:
        rule = "report.sidecar_fault" if sidecar.names_another else "report.sidecar_field"
        remarks.append(Remark(rule, sidecar.fault))
    differing = [
        f"{name}为“{said}”而标题页为“{read}”"
        for name, said, read in (
            ("机关", sidecar.agency, reading.agency),
            ("年度", sidecar.year, reading.year),
        )
        if said is not None and read is not None and not _is_same(said, read, names)
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


def _is_same(said: str | int, read: str | int, names: RegisteredNames) -> bool:
    """Whether two years are one, or two names one body's."""
    if isinstance(said, str) and isinstance(read, str):
        one, other = names.of(said), names.of(read)
        return one == other or is_one_body(one, other)
    return said == read


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


def _with_versions(
    reports: Sequence[Report], previous: Previous, today: dt.datetime
) -> tuple[list[Report], dict[Edition, int]]:
    """Number the contents of each report; those whose order is uncertain are held.

    Returns:
        the reports, and the versions that those of the release before have now.
    """
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        groups[report.report_id].append(report)
    numbered: list[Report] = []
    versions: dict[Edition, int] = {}
    for name, group in groups.items():
        read = [report for report in group if report.status is None]
        rest = [report for report in group if report.status is not None]
        known = [k for k in previous.by_id.get(name, ()) if k.status in WITH_FIGURES]
        kept, copies = _by_figures(read, known)
        placed, now = _placed(kept, known, previous, today)
        versions.update(now)
        numbered.extend(placed)
        highest = max([*(r.version for r in placed), *now.values()], default=0)
        rest = [*copies, *sorted(rest, key=lambda report: report.document.source)]
        for place, report in enumerate(rest, start=highest + 1):
            first_seen = _first_seen(report, previous, today)
            numbered.append(replace(report, version=place, first_seen=first_seen))
    return numbered, versions


def _by_figures(
    reports: Sequence[Report], known: Sequence[Known]
) -> tuple[list[Report], list[Report]]:
    """Those to be numbered, and those that only repeat another's figures on no day of their own."""
    dates = [report.document.sidecar.published_on for report in reports]
    if None not in dates and len(set(dates)) == len(dates):
        return list(reports), []
    hashes = {k.sha256 for k in known}
    kept: dict[object, Report] = {}
    copies = []
    order = {True: 0, False: 1}
    for report in sorted(
        reports, key=lambda r: (order[r.document.sha256 in hashes], r.document.source)
    ):
        first = kept.setdefault(tuple(_printed(report)), report)
        if first is not report:
            reason = (
                f"与 {first.document.source} 是同一机关同一年度的报告，表中数字完全相同，"
                "只采用那一份，请移走多余的文件。"
            )
            copies.append(replace(report, status="duplicate", reason=reason, remarks=()))
    return list(kept.values()), copies


def _placed(
    reports: Sequence[Report], known: Sequence[Known], previous: Previous, today: dt.datetime
) -> tuple[list[Report], dict[Edition, int]]:
    """The documents of one report in order, among the contents known before."""
    matched = _matched(reports, known, previous)
    contents = [
        Content(
            report.document.source,
            match.version if match else None,
            report.document.sidecar.published_on or (match.published_on if match else None),
            (match.first_seen if match else None) or _first_seen(report, previous, today),
            contested=match.contested if match else False,
        )
        for report, match in matched
    ]
    here = {match.edition for _, match in matched if match is not None}
    contents += [
        Content(k.source, k.version, k.published_on, k.first_seen or today, False, k.contested)
        for k in known
        if k.edition not in here
    ]
    ordered, is_uncertain = in_order(contents)
    place = {id(content): number for number, content in enumerate(ordered, start=1)}
    placed = [
        replace(report, version=place[id(content)], first_seen=content.first_seen)
        for (report, _), content in zip(matched, contents, strict=False)
    ]
    versions = {
        (k.report_id, k.version): place[id(content)]
        for k in known
        for content in contents
        if content.version == k.version
    }
    return (_contested(placed) if is_uncertain else placed), versions


def _matched(
    reports: Sequence[Report], known: Sequence[Known], previous: Previous
) -> list[tuple[Report, Known | None]]:
    """Each document with the known content it is: the same bytes, or the same in print."""
    by_hash = {k.sha256: k for k in known}
    found: dict[str, Known | None] = {
        r.document.source: by_hash.get(r.document.sha256) for r in reports
    }
    taken = {k.edition for k in found.values() if k is not None}
    free = [k for k in known if k.edition not in taken]
    if free and any(match is None for match in found.values()):
        editions = {k.edition for k in free}
        figures = previous.figures(editions)
        said = _said(previous, editions)
        for report in reports:
            if found[report.document.source] is not None:
                continue
            for k in reversed(free):
                printed = sorted(map(_cell, figures.get(k.edition, ())))
                if printed == sorted(map(_cell, report.reading.figures)) and (
                    said.get(k.edition, set()) == _statements(report)
                ):
                    found[report.document.source] = k
                    free.remove(k)
                    break
    return [(report, found[report.document.source]) for report in reports]


def _said(previous: Previous, editions: set[Edition]) -> dict[Edition, set[tuple[object, ...]]]:
    found: dict[Edition, set[tuple[object, ...]]] = {}
    for row in previous.said("statements", editions).to_pylist():
        if row["kind"] is not None:
            own = found.setdefault((row["report_id"], row["version"]), set())
            own.add((row["quantity"], row["kind"], Decimal(row["value"]), row["scope"]))
    return found


def _statements(report: Report) -> set[tuple[object, ...]]:
    said = report.reading.prose.statements
    return {(s.quantity, s.kind, fitting(s.value), s.scope) for s in said}


def _first_seen(report: Report, previous: Previous, today: dt.datetime) -> dt.datetime:
    """When a document first came in: known before, said by its collector, or today."""
    known = previous.arrivals.get(report.document.sha256)
    return known or report.document.sidecar.collected_at or today


def _contested(reports: Sequence[Report]) -> list[Report]:
    listed = "、".join(sorted(report.document.source for report in reports))
    message = (
        f"同一机关同一年度有 {len(reports)} 份数字不同的文件（{listed}），无法判断哪一份有效，"
        "请在文件旁的 .source.json 中写明各自的 published_on，或移走无效的一份。"
    )
    remark = Remark("report.two_documents", message)
    return [replace(report, remarks=(*report.remarks, remark)) for report in reports]


def _cell(figure: Figure) -> tuple[str, str, str, str, str]:
    return (figure.table, figure.item, figure.measure, figure.state, str(figure.value))


def _printed(report: Report) -> list[tuple[str, str, str, str, object]]:
    return [(f.table, f.item, f.measure, f.state, f.value) for f in report.reading.figures]
