"""Night after night: versions, what vanished, what was corrected, and what each release proves."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from gongkai.errors import RunError
from gongkai.form import forms
from gongkai.report import Document, Reading, Sidecar
from tasks.earlier import earlier_of, gone, stop_where_much_is_gone
from tasks.previous import previous_of
from tasks.publish.release import publish
from tasks.publish.trusted import current, trusted
from tasks.publish.verify import verify
from tasks.register import register
from tasks.review.pages import sheets, write_pages
from tasks.store import Store
from tests.expectations.given import A, P, Printed
from tests.judged import validate
from tests.tasks.test_earlier import carried, printed

FIRST = dt.datetime(2026, 3, 1, 16, tzinfo=dt.UTC)
"""Midnight of 2 March in Beijing."""

WRONG = {**carried(1, 0, 9), (A, "3.7", "total"): "9"}
"""9 new, 8 done, 1 carried on, and a total of 9: neither column nor row adds up."""
RIGHT = carried(1, 0, 9)
OTHER = carried(2, 0, 12)


def said(
    agency: str, year: int, numbers: Printed, name: str = "", sidecar: Sidecar | None = None
) -> tuple[Document, Reading]:
    """A document whose bytes are what it says, and its name unless another is given."""
    content = f"{agency}{year}{sorted(numbers.items())}"
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    document = Document(name or f"{agency}{year}.pdf", sha256, 10, sidecar or Sidecar())
    figures = printed(forms()["2021"], numbers)
    return document, Reading(
        form="2021", title=content[:9], agency=agency, year=year, figures=figures
    )


ACCEPTED: set[str] = set()
"""Releases that were verified: an id is of all that a release holds."""


@dataclass
class Nights:
    """An output folder, and the nights that publish into it."""

    processed: Path
    day: int = 0
    vanished: tuple[str, ...] = ()

    def night(self, *pairs: tuple[Document, Reading], accept: bool = False) -> Path:
        """Publish what is there tonight; the release is verified."""
        release = trusted(self.processed)
        previous = previous_of(release.folder, release.damaged)
        documents = [document for document, _ in pairs]
        readings = {document.sha256: reading for document, reading in pairs}
        now = FIRST + dt.timedelta(days=self.day)
        self.day += 1
        registered = register(documents, readings, previous, now)
        lost = gone(previous, registered.reports)
        if not accept:
            stop_where_much_is_gone(previous, lost)
        self.vanished = tuple(known.source for known in lost)
        earlier = earlier_of(previous, registered.reports, registered.versions)
        checked = validate(registered.reports, earlier)
        made = sheets(checked)
        store = Store(self.processed / "store")

        def write(folder: Path, name: str) -> None:
            write_pages(folder, made, store, name, checked.tallies, None, checked.earlier)

        folder = publish(self.processed, checked, write).folder
        if folder.name not in ACCEPTED:
            assert verify(folder) == []
            ACCEPTED.add(folder.name)
        assert current(self.processed) == folder
        return folder


@pytest.fixture
def nights(tmp_path: Path) -> Nights:
    return Nights(tmp_path)


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return pq.read_table(folder / f"{name}.parquet").to_pylist()


def states(folder: Path) -> dict[str, tuple[int, str]]:
    return {r["source"]: (r["version"], r["status"]) for r in rows(folder, "reports")}


def total(folder: Path, gate: str) -> dict[int, int]:
    """Per version the published total of new requests."""
    place = folder / gate / A
    found = ds.dataset(place, partitioning="hive").to_table().to_pylist() if place.is_dir() else []
    return {r["version"]: r["value"] for r in found if (r["item"], r["measure"]) == ("1", "total")}


def open_problems(folder: Path) -> set[tuple[int, str]]:
    found = rows(folder, "findings")
    return {(f["version"], f["outcome"]) for f in found if f["outcome"] in ("fail", "resolved")}


OTHERS = [said(f"丙{n}局", 2023, RIGHT) for n in range(4)]


def test_five_nights(nights: Nights) -> None:
    first = nights.night(*OTHERS, said("甲县", 2023, WRONG))
    assert states(first)["甲县2023.pdf"] == (1, "held")
    assert open_problems(first) == {(1, "fail")}

    second = nights.night(*OTHERS, said("甲县", 2023, WRONG))
    assert second == first

    third = nights.night(*OTHERS, said("甲县", 2023, RIGHT))
    assert states(third)["甲县2023.pdf"] == (2, "published")
    assert total(third, "earlier") == {1: 9}
    assert open_problems(third) == {(1, "resolved")}
    assert {f["resolved_on"] for f in rows(third, "findings") if f["outcome"] == "resolved"} == {
        dt.date(2026, 3, 4)
    }
    assert [(r["version"], r["successor"]) for r in rows(third, "earlier/reports")] == [(1, 2)]
    index = (third / "quality" / "index.html").read_text("utf-8")
    assert "暂缓发布的报告（0 份）" in index
    assert "已由新版取代的报告（1 份）" in index
    (page,) = (third / "quality" / "reports").glob("*-2.html")
    text = page.read_text("utf-8")
    assert "与第 1 版对照" in text
    assert "新版已无" in text

    fourth = nights.night(*OTHERS)
    assert nights.vanished == ("甲县2023.pdf",)
    assert total(fourth, "earlier") == {1: 9, 2: 9}
    assert "原件已不在的报告（2 份）" in (fourth / "quality" / "index.html").read_text("utf-8")
    assert {f["version"] for f in rows(fourth, "earlier/findings") if f["outcome"] == "fail"} == {1}

    fifth = nights.night(*OTHERS, said("甲县", 2023, OTHER))
    assert nights.vanished == ()
    assert states(fifth)["甲县2023.pdf"] == (3, "published")
    assert total(fifth, "earlier") == {1: 9, 2: 9}
    assert {r["version"]: r["successor"] for r in rows(fifth, "earlier/reports")} == {1: 3, 2: 3}
    assert open_problems(fifth) == {(1, "resolved")}
    seen = {r["source"]: r["first_seen"] for r in rows(fifth, "reports")}
    assert seen["丙0局2023.pdf"] == FIRST
    assert seen["甲县2023.pdf"] == FIRST + dt.timedelta(days=4)


def test_a_correction_beside_the_old_file_closes_the_old_ones_findings(nights: Nights) -> None:
    old = said("甲县", 2023, WRONG, "old.pdf")
    nights.night(*OTHERS, old)
    folder = nights.night(*OTHERS, old, said("甲县", 2023, RIGHT, "new.pdf"))
    assert states(folder)["old.pdf"] == (1, "held")
    assert states(folder)["new.pdf"] == (2, "published")
    assert open_problems(folder) == {(1, "resolved")}
    (row,) = [r for r in rows(folder, "reports") if r["source"] == "old.pdf"]
    assert row["reason"] == "机关已另行公布，由第 2 版（new.pdf）取代，本版不再需要核实。"
    assert (total(folder, "held"), total(folder, "facts")[2]) == ({1: 9}, 9)
    index = (folder / "quality" / "index.html").read_text("utf-8")
    assert "暂缓发布的报告（0 份）" in index


def test_two_undated_documents_that_come_together_are_both_held(nights: Nights) -> None:
    both = said("甲县", 2023, RIGHT, "a.pdf"), said("甲县", 2023, OTHER, "b.pdf")
    folder = nights.night(*OTHERS, *both)
    assert {states(folder)[name][1] for name in ("a.pdf", "b.pdf")} == {"held"}
    again = nights.night(*OTHERS, *both, said("丁局", 2023, RIGHT))
    assert {states(again)[name][1] for name in ("a.pdf", "b.pdf")} == {"held"}
    one = nights.night(*OTHERS, both[1], said("丁局", 2023, RIGHT))
    assert states(one)["b.pdf"] == (2, "published")


def test_days_of_publication_go_before_the_order_of_arrival(nights: Nights) -> None:
    def dated(numbers: Printed, name: str, day: int) -> tuple[Document, Reading]:
        sidecar = Sidecar(published_on=dt.date(2024, 1, day))
        return said("甲县", 2023, numbers, name, sidecar)

    late = dated(RIGHT, "late.pdf", 30)
    nights.night(*OTHERS, late)
    folder = nights.night(*OTHERS, late, dated(WRONG, "early.pdf", 9))
    assert states(folder)["early.pdf"] == (1, "held")
    assert states(folder)["late.pdf"] == (2, "published")
    assert open_problems(folder) == {(1, "resolved")}


def test_an_older_day_beside_a_document_without_one_is_uncertain(nights: Nights) -> None:
    undated = said("甲县", 2023, RIGHT, "a.pdf")
    nights.night(*OTHERS, undated)
    dated = said("甲县", 2023, OTHER, "b.pdf", Sidecar(published_on=dt.date(2024, 1, 9)))
    folder = nights.night(*OTHERS, undated, dated)
    assert {states(folder)[name][1] for name in ("a.pdf", "b.pdf")} == {"held"}
    overwritten = nights.night(*OTHERS, (replace(dated[0], source="a.pdf"), dated[1]))
    assert states(overwritten)["a.pdf"] == (2, "published")


def test_other_bytes_that_print_the_same_are_no_new_version(nights: Nights) -> None:
    first = nights.night(*OTHERS, said("甲县", 2023, RIGHT))
    document, reading = said("甲县", 2023, RIGHT)
    folder = nights.night(*OTHERS, (replace(document, sha256="e" * 64), reading))
    assert states(folder)["甲县2023.pdf"] == (1, "published")
    assert rows(folder, "earlier/reports") == []
    seen = [r["first_seen"] for f in (first, folder) for r in rows(f, "reports")]
    assert set(seen) == {FIRST}


def test_a_renamed_document_is_not_gone(nights: Nights) -> None:
    nights.night(*OTHERS, said("甲县", 2023, RIGHT))
    folder = nights.night(*OTHERS, said("甲县", 2023, RIGHT, "renamed.pdf"))
    assert nights.vanished == ()
    assert states(folder)["renamed.pdf"] == (1, "published")


def test_what_comes_back_unchanged_is_the_version_it_was(nights: Nights) -> None:
    one = said("甲县", 2023, RIGHT)
    nights.night(*OTHERS, one)
    nights.night(*OTHERS)
    folder = nights.night(*OTHERS, one)
    assert states(folder)["甲县2023.pdf"] == (1, "published")
    assert rows(folder, "earlier/reports") == []
    (row,) = [r for r in rows(folder, "reports") if r["source"] == "甲县2023.pdf"]
    assert row["first_seen"] == FIRST


def test_an_emptied_folder_stops_the_run(nights: Nights) -> None:
    folder = nights.night(*OTHERS)
    with pytest.raises(RunError, match=r"4 份报告中有 4 份.*丙0局2023\.pdf"):
        nights.night()
    assert current(nights.processed) == folder
    nights.night(accept=True)
    assert len(nights.vanished) == 4


def test_more_than_ten_and_more_than_a_quarter_stop_the_run(nights: Nights) -> None:
    many = [said(f"丁{n}局", 2023, RIGHT) for n in range(40)]
    nights.night(*many)
    nights.night(*many[10:])
    assert len(nights.vanished) == 10
    with pytest.raises(RunError, match="--accept-removals"):
        nights.night(*many[21:])
    folder = nights.night(*many[21:], accept=True)
    assert len(rows(folder, "earlier/reports")) == 21


def test_a_document_that_cannot_be_read_tonight_keeps_its_figures(nights: Nights) -> None:
    one = said("甲县", 2023, RIGHT)
    nights.night(*OTHERS, one)
    failed = (one[0], Reading(reason="timeout", details={"seconds": "60"}))
    folder = nights.night(*OTHERS, failed)
    assert nights.vanished == ("甲县2023.pdf",)
    assert total(folder, "earlier") == {1: 9}
    with pytest.raises(RunError, match="不能再读取"):
        nights.night(failed, *((d, Reading(reason="crashed")) for d, _ in OTHERS))
    again = nights.night(*OTHERS, one)
    assert states(again)["甲县2023.pdf"] == (1, "published")


def test_a_report_of_an_unknown_year_is_carried_on_too(nights: Nights) -> None:
    document, reading = said("甲县", 2023, RIGHT)
    folder = nights.night(*OTHERS, (document, replace(reading, year=None)))
    held = ds.dataset(folder / "held" / A, partitioning="hive").to_table()
    assert set(held["year"].to_pylist()) == {None}
    after = nights.night(*OTHERS)
    assert total(after, "earlier") == {1: 9}


AMOUNTS: Mapping[str, str] = {"4166.241619": "4166.2416190000", "0.0000123456": "0.0000123456"}


@pytest.mark.parametrize("amount", list(AMOUNTS))
def test_amounts_are_published_as_printed(nights: Nights, amount: str) -> None:
    numbers = {**RIGHT, (P, "fees", "amount"): amount}
    folder = nights.night(said("甲县", 2023, numbers))
    found = ds.dataset(folder / "facts" / P, partitioning="hive").to_table().to_pylist()
    (value,) = [r["value"] for r in found if r["item"] == "fees"]
    assert value == Decimal(amount)
    assert str(value) == AMOUNTS[amount]


def test_year_and_table_stand_in_every_file(nights: Nights) -> None:
    folder = nights.night(*OTHERS, said("甲县", 2022, WRONG))
    for path in [*folder.glob("facts/*/*/*.parquet"), *folder.glob("held/*/*/*.parquet")]:
        own = pq.ParquetFile(path).read()
        assert set(own["year"].to_pylist()) == {int(path.parent.name.removeprefix("year="))}
        assert set(own["table"].to_pylist()) == {path.parent.parent.name}
    for finding in rows(folder, "findings"):
        assert (finding["agency"], finding["year"]) != (None, None)
