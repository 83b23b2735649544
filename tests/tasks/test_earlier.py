"""What earlier releases brought counts, whichever run brought it; and which year is likelier wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from gongkai.errors import RunError
from gongkai.form import Form, forms
from gongkai.report import Document, Figure, Prose, Reading, Report
from tasks.agencies import Aggregator, load_agencies
from tasks.earlier import Earlier, earlier_of
from tasks.previous import Previous, previous_of
from tasks.publish.release import Release, publish
from tasks.publish.trusted import current
from tasks.publish.verify import verify
from tasks.register import report_id
from tasks.validate import Checked, key
from tests.expectations.given import A, P, Printed, figures
from tests.judged import validate

BOTH = ("natural_person", "total")


def printed(form: Form, numbers: Printed) -> tuple[Figure, ...]:
    """Figures as a document prints them, raw text and all."""
    return tuple(
        replace(f, raw=str(f.value)) if f.value is not None else f for f in figures(form, numbers)
    )


def report(
    agency: str,
    year: int,
    numbers: Printed,
    version: int = 1,
    form: str = "2021",
    aggregates: str = "",
) -> Report:
    name = f"{agency}{year}v{version}"
    reading = Reading(
        form=form,
        title=name,
        agency=agency,
        year=year,
        figures=printed(forms()[form], numbers),
        prose=Prose(aggregates=aggregates),
    )
    document = Document(f"{name}.pdf", (name.encode().hex() * 64)[:64], 10)
    return Report(report_id(agency, year), version, document, reading, agency, year, None)


def carried(out: int = 0, into: int = 0, new: int = 0) -> Printed:
    """A consistent 表三 of natural persons' requests: taken in, new, carried out."""
    done = {"1": new, "2": into, "3.1": new + into - out, "3.7": new + into - out, "4": out}
    return {(A, item, m): str(number) for item, number in done.items() for m in BOTH}


def _quality(folder: Path, release_id: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(release_id, encoding="utf-8")


def run(
    processed: Path, *reports: Report, agencies: Mapping[str, Aggregator] | None = None
) -> Checked:
    """One run over some documents, published on top of what is there."""
    checked = validate(reports, earlier_of(previous_of(current(processed)), reports), agencies)
    made: Release = publish(processed, checked, _quality)
    assert verify(made.folder) == []
    return checked


def outcomes(checked: Checked, one: Report, rule: str) -> set[str]:
    return {f.outcome for f in checked.findings[key(one)] if f.rule == rule}


RULE = "applications.carried_over"


def test_figures_of_earlier_releases_count_whichever_run_brought_them(tmp_path: Path) -> None:
    first, second = report("甲县", 2022, carried(3, 0, 9)), report("甲县", 2023, carried(1, 2, 5))
    alone = validate([second])
    assert outcomes(alone, second, RULE) == {"not_checkable"}
    run(tmp_path, first)
    checked = run(tmp_path, second)
    assert outcomes(checked, second, RULE) == {"fail"}
    assert checked.reports[0].status == "held"
    third = report("乙县", 2023, carried(0, 0, 4))
    run(tmp_path, third)
    again = run(tmp_path, second)
    assert outcomes(again, second, RULE) == {"fail"}
    folder = current(tmp_path)
    assert folder is not None
    known = pq.read_table(folder / "earlier" / "reports.parquet").to_pylist()
    assert {(row["agency"], row["year"]) for row in known} == {("甲县", 2022), ("乙县", 2023)}
    assert not list((folder / "facts").rglob("*.parquet"))


def test_the_newest_version_counts(tmp_path: Path) -> None:
    wrong, right = report("甲县", 2022, carried(3, 0, 9)), report("甲县", 2022, carried(2, 0, 9), 2)
    later = report("甲县", 2023, carried(1, 2, 5))
    checked = validate([wrong, right, later])
    assert outcomes(checked, later, RULE) == set()
    run(tmp_path, wrong, right)
    assert outcomes(run(tmp_path, later), later, RULE) == set()


def test_what_this_run_reads_under_another_name_is_not_taken_from_before(tmp_path: Path) -> None:
    misnamed = report("甲县", 2022, carried(3, 0, 9))
    run(tmp_path, misnamed)
    named = replace(misnamed, agency="乙县", report_id=report_id("乙县", 2022))
    later = report("甲县", 2023, carried(1, 2, 5))
    assert outcomes(run(tmp_path, named, later), later, RULE) == {"not_checkable"}


def test_a_damaged_or_missing_release_brings_nothing(tmp_path: Path) -> None:
    assert previous_of(None) == Previous() == previous_of(tmp_path)
    assert earlier_of(previous_of(tmp_path), []) == Earlier()


def said(checked: Checked, one: Report, rule: str = RULE) -> str:
    return next(f.message for f in checked.findings[key(one)] if f.rule == rule)


def test_with_three_years_the_likelier_culprit_is_named() -> None:
    stock = {
        year: {(P, "normative_documents", "in_force"): str(n)}
        for year, n in ((2021, 5), (2022, 9), (2023, 5))
    }
    years = [report("甲县", year, numbers) for year, numbers in stock.items()]
    checked = validate(years)
    rule = "proactive_disclosure.stock"
    assert "更可能是 2022 年度的报告有误" in said(checked, years[1], rule)
    assert "更可能是 2022 年度的报告有误" in said(checked, years[2], rule)
    assert "恰好相反" in said(checked, years[2], rule)


def test_a_report_that_does_not_add_up_by_itself_is_the_likelier_culprit() -> None:
    broken = {**carried(3, 0, 9), (A, "4", "total"): "4"}
    years = [report("甲县", 2022, broken), report("甲县", 2023, carried(1, 3, 5))]
    assert "更可能是 2022 年度的报告有误" in said(validate(years), years[1])


def test_two_years_alone_do_not_tell() -> None:
    years = [report("甲县", 2022, carried(3, 0, 9)), report("甲县", 2023, carried(1, 2, 5))]
    assert "更可能" not in said(validate(years), years[1])


DECLARED = "本报告汇总全市各级行政机关数据。"


def _family(tmp_path: Path, lines: str) -> Mapping[str, Aggregator]:
    (tmp_path / "agencies.yaml").write_text(lines, encoding="utf-8")
    return load_agencies(tmp_path)


def test_agencies_are_compared_by_the_register(tmp_path: Path) -> None:
    register = _family(
        tmp_path, "- agency: 甲市人民政府\n  children: [甲市乙局, 甲市丙局]\n  complete: [2023]\n"
    )
    parts = [report("甲市乙局", 2023, carried(0, 0, 6)), report("甲市丙局", 2023, carried(0, 0, 2))]
    whole = report("甲市人民政府", 2023, carried(0, 0, 8), aggregates=DECLARED)
    assert run(tmp_path / "a", whole, *parts, agencies=register).reports[0].status == "published"
    less = report("甲市人民政府", 2023, carried(0, 0, 4), aggregates=DECLARED)
    checked = run(tmp_path / "b", less, *parts, agencies=register)
    assert outcomes(checked, less, "agencies.at_least") == {"fail"}
    assert outcomes(checked, less, "agencies.sum") == {"fail"}
    assert checked.reports[0].status == "held"
    undeclared = replace(less, reading=replace(less.reading, prose=Prose()))
    assert (
        run(tmp_path / "c", undeclared, *parts, agencies=register).reports[0].status == "published"
    )


def test_children_of_earlier_releases_are_compared_too(tmp_path: Path) -> None:
    register = {"甲市人民政府": Aggregator(agency="甲市人民政府", children=("甲市乙局",))}
    run(tmp_path, report("甲市乙局", 2023, carried(0, 0, 6)))
    less = report("甲市人民政府", 2023, carried(0, 0, 4), aggregates=DECLARED)
    checked = run(tmp_path, less, agencies=register)
    assert outcomes(checked, less, "agencies.at_least") == {"fail"}


@pytest.mark.parametrize(
    "text", ["- agency: 甲\n", "甲: 乙\n", "- {agency: 甲, children: [乙]}\n" * 2, "[\n"]
)
def test_a_register_that_is_none_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(RunError, match="机关名录"):
        _family(tmp_path, text)


def test_outcomes_are_counted_per_rule_and_year(tmp_path: Path) -> None:
    reports: Sequence[Report] = [
        report("甲县", 2022, carried(3, 0, 9)),
        report("甲县", 2023, carried(1, 2, 5)),
        report("乙县", 2023, carried(1, 2, 5)),
    ]
    run(tmp_path, *reports)
    folder = current(tmp_path)
    assert folder is not None
    rows = pq.read_table(folder / "rule_summary.parquet").to_pylist()
    of_rule = {row["year"]: row for row in rows if row["rule"] == RULE}
    assert {of_rule[2023][name] for name in ("fail", "not_checkable")} == {1}
    assert of_rule[2022]["not_checkable"] == 1
    for row in rows:
        counts = [
            row[n]
            for n in ("pass", "fail", "explained", "not_checkable", "not_applicable", "broken")
        ]
        assert sum(counts) == {2022: 1, 2023: 2}[row["year"]]


def test_suggestions_stand_beside_the_printed_numbers(tmp_path: Path) -> None:
    wrong = {**carried(0, 0, 12), (A, "3.1", "natural_person"): "72"}
    run(tmp_path, report("甲县", 2023, wrong))
    folder = current(tmp_path)
    assert folder is not None
    found = pq.read_table(folder / "findings.parquet").to_pylist()
    cause = next(f for f in found if f["rule"].startswith("cause.") and f["suggestions"])
    assert [
        (s["item"], s["measure"], s["printed"], s["proposed"]) for s in cause["suggestions"]
    ] == [("3.1", "natural_person", Decimal(72), Decimal(12))]
    under = {f["rule"] for f in found if f["under"] == cause["key"]}
    assert under == {"applications.row_sum", "applications.column_sum"}
    facts = ds.dataset(folder / "held" / "applications", partitioning="hive").to_table().to_pylist()
    assert [
        f["value"] for f in facts if (f["item"], f["measure"]) == ("3.1", "natural_person")
    ] == [72]
