"""What the release before has and this run does not bring: it is carried on.

Old versions stay readable beside the new ones; what vanished from the raw folder keeps
its figures, counts across years, and is listed. A run that would lose much of what is
published stops instead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from gongkai.columns import EARLIER as COLUMNS
from gongkai.errors import RunError
from gongkai.report import Figure, Report
from tasks.previous import WITH_FIGURES, Edition, Known, Previous

AgencyYear = tuple[str, int]

MOST_GONE, LARGEST_SHARE = 10, 0.25
"""More reports than this, and a larger share of all, do not vanish in a night by themselves."""

_NAMED = 20


@dataclass(frozen=True)
class Earlier:
    """Reports that the release before has and this run does not bring.

    Attributes:
        previous: the release they stand in.
        reports: by id and version.
        versions: the version each has now; most keep theirs.
        successors: of those a newer version of this run replaces, that report.
    """

    previous: Previous = field(default_factory=Previous)
    reports: tuple[Known, ...] = ()
    versions: Mapping[Edition, int] = field(default_factory=dict)
    successors: Mapping[Edition, Report] = field(default_factory=dict)

    @cached_property
    def editions(self) -> frozenset[Edition]:
        """Them by id and the version they had."""
        return frozenset(known.edition for known in self.reports)

    def version(self, known: Known) -> int:
        """The version a report has now."""
        return self.versions.get(known.edition, known.version)

    @property
    def vanished(self) -> tuple[Known, ...]:
        """Those that nothing of this run replaces."""
        return tuple(k for k in self.reports if k.edition not in self.successors)

    def figures(self, wanted: Collection[AgencyYear]) -> dict[AgencyYear, tuple[Figure, ...]]:
        """The figures of the newest version of some agencies' reports, where there are any."""
        newest: dict[AgencyYear, Known] = {}
        for known in sorted(self.reports, key=self.version):
            if known.agency is not None and known.year is not None:
                newest[known.agency, known.year] = known
        newest = {place: known for place, known in newest.items() if place in wanted}
        found = self.previous.figures({known.edition for known in newest.values()})
        return {p: found[known.edition] for p, known in newest.items() if known.edition in found}

    def tables(self) -> Iterator[tuple[str, int | None, pa.Table]]:
        """What a new release carries on: table, year and rows, in a fixed order.

        Raises:
            RunError: the figures of a report stand in a damaged file of the release before only.
        """
        parts: dict[str, list[pa.Table]] = {}
        carried: set[Edition] = set()
        for table, part in self.previous.fact_rows({k.report_id for k in self.reports}):
            parts.setdefault(table, []).append(part)
        for table, own in parts.items():
            rows = self._carried(pa.concat_tables(own).combine_chunks())
            if not rows.num_rows:
                continue
            names = (rows["report_id"].to_pylist(), rows["version"].to_pylist())
            carried.update(zip(*names, strict=True))
            for year in sorted(set(rows["year"].to_pylist()), key=lambda y: (y is None, y)):
                of_year = pc.is_null(rows["year"]) if year is None else pc.equal(rows["year"], year)
                yield table, year, _ordered(rows.filter(of_year))
        self._stop_where_figures_are_lost(carried)

    def _stop_where_figures_are_lost(self, carried: Collection[Edition]) -> None:
        """Refuse to carry on a report whose figures stood in a damaged file only."""
        lost = [
            known
            for known in self.reports
            if known.status in WITH_FIGURES
            and (known.report_id, self.version(known)) not in carried
        ]
        if lost and self.previous.mistrusted:
            raise RunError(
                "figures_lost",
                release=self.previous.folder.name if self.previous.folder else "",
                files="、".join(sorted(self.previous.mistrusted)[:3]),
                named="、".join(told(known) for known in lost[:_NAMED]),
            )

    def said(self, name: str) -> pa.Table:
        """The rows of `findings`, `statements` or `quotations` that are carried on, in order."""
        rows = self.previous.said(name, self.editions)
        return _ordered(self._carried(rows, is_filtered=True))

    def reports_table(self) -> pa.Table:
        """The carried reports with the published columns."""
        rows = []
        for known in self.reports:
            newer = self.successors.get(known.edition)
            new = {"version": self.version(known), "successor": newer.version if newer else None}
            rows.append({**known.row, **new})
        rows.sort(key=lambda row: (row["report_id"], row["version"]))
        return pa.Table.from_pylist(rows, schema=COLUMNS)

    def _carried(self, rows: pa.Table, *, is_filtered: bool = False) -> pa.Table:
        """The rows of these reports alone, with the version each has now."""
        pairs = list(zip(rows["report_id"].to_pylist(), rows["version"].to_pylist(), strict=True))
        if not is_filtered:
            rows = rows.filter(pa.array([pair in self.editions for pair in pairs], pa.bool_()))
            pairs = [pair for pair in pairs if pair in self.editions]
        if any(pair in self.versions for pair in pairs):
            place = rows.schema.get_field_index("version")
            now = pa.array([self.versions.get(pair, pair[1]) for pair in pairs], pa.int32())
            rows = rows.set_column(place, rows.schema.field(place), now)
        return rows


def _ordered(rows: pa.Table) -> pa.Table:
    """Reports by id and version; the rows of each stay in their order."""
    place = pa.array(range(rows.num_rows), pa.int64())
    keys = [("report_id", "ascending"), ("version", "ascending"), ("__place", "ascending")]
    return rows.append_column("__place", place).sort_by(keys).drop_columns(["__place"])


def earlier_of(
    previous: Previous,
    reports: Sequence[Report],
    versions: Mapping[Edition, int] | None = None,
) -> Earlier:
    """What the release before has and this run does not bring.

    A document that cannot be read today, but could before, brings nothing: what it
    brought before is carried on.

    Args:
        previous: the release before.
        reports: those of this run.
        versions: the versions that known reports have now, where another.
    """
    brought = {r.document.sha256 for r in reports if _brings(r)}
    here = {(r.report_id, r.version) for r in reports if _brings(r)}
    versions = {e: v for e, v in (versions or {}).items() if e[1] != v}
    kept = tuple(
        known
        for known in previous.reports
        if known.sha256 not in brought
        and (known.report_id, versions.get(known.edition, known.version)) not in here
    )
    newest = newest_of(reports)
    earlier = Earlier(previous, kept, versions)
    successors = {
        known.edition: newest[known.report_id]
        for known in kept
        if known.report_id in newest and newest[known.report_id].version > earlier.version(known)
    }
    return replace(earlier, successors=successors)


def newest_of(reports: Sequence[Report]) -> dict[str, Report]:
    """The newest version of each report that has figures, by its id."""
    found: dict[str, Report] = {}
    for report in reports:
        is_read = report.status in (None, "published", "held")
        if is_read and found.get(report.report_id, report).version <= report.version:
            found[report.report_id] = report
    return found


def _brings(report: Report) -> bool:
    """Whether a document of this run is read, or the same as one that is."""
    return report.status in (None, "published", "held", "no_form", "duplicate")


def gone(previous: Previous, reports: Sequence[Report]) -> list[Known]:
    """Reports of the release before that no document of this run brings, in any version.

    By content: a renamed file is not gone, nor one replaced by another version.
    """
    brought = {r.document.sha256 for r in reports if _brings(r)}
    here = {r.report_id for r in reports if _brings(r)}
    return [
        known
        for known in previous.reports
        if not known.is_carried and known.sha256 not in brought and known.report_id not in here
    ]


def stop_where_much_is_gone(previous: Previous, lost: Sequence[Known]) -> None:
    """Refuse to go on where all documents are gone, or more than a quarter and more than ten.

    Raises:
        RunError: so much is gone; names what.
    """
    before = sum(not known.is_carried for known in previous.reports)
    many = len(lost) > MOST_GONE and len(lost) > LARGEST_SHARE * before
    if lost and (len(lost) == before or many):
        more = len(lost) - _NAMED
        also = (f" 等 {len(lost)} 份", f" and {more} more") if more > 0 else ""
        raise RunError(
            "removals",
            before=before,
            gone=len(lost),
            named="、".join(told(known) for known in lost[:_NAMED]),
            more=also,
        )


def told(known: Known) -> str:
    """`甲县人民政府 2023（甲县/2023.pdf）`: a report of the release before, for people."""
    whose = " ".join(str(said) for said in (known.agency, known.year) if said is not None)
    return f"{whose}（{known.source}）" if whose else known.source
