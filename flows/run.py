"""The main job as Prefect flows: collect, read, register, validate, publish, review.

`nightly` takes everything under the raw folder, `backfill` some past years; both
are the same stages. A task run is a shard of documents, not one document.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

import pyarrow.parquet as pq
from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

from expectations.guarded import coverage_text
from flows.environment import settings
from flows.progress import progress
from flows.reading import Read, Rounds
from gongkai.form import forms
from gongkai.names import of_file
from gongkai.report import Document, Report
from tasks.agencies import load_agencies
from tasks.collect import collect, path_of
from tasks.earlier import earlier_of
from tasks.extract.picture.installed import can_read_pictures
from tasks.pool import Answer, Pool
from tasks.publish.lock import exclusive
from tasks.publish.release import Release, current, publish
from tasks.register import register
from tasks.review.pages import Sheet, sheets, wanted_pictures, write_pages
from tasks.store import Store
from tasks.validate import Checked, validate

T = TypeVar("T")

RAW, PROCESSED = "data/raw", "data/processed"


@dataclass(frozen=True)
class Summary:
    """What a run did, for the terminal and for Prefect's artifact.

    Attributes:
        read: documents read now, not taken from the store.
        seconds, reading_seconds: of the whole run, and of reading documents.
        worker_megabytes: the most memory a reading process used.
        ways: by means of reading, how many documents and seconds of a worker it took.
        fresh: False where the release was there already.
    """

    documents: int
    published: int
    held: int
    no_form: int
    unreadable: int
    duplicate: int
    not_a_report: int
    read: int
    seconds: float
    reading_seconds: float
    worker_megabytes: int
    ways: dict[str, tuple[int, float]]
    fresh: bool
    release: str


def _unseen(value: T) -> T:
    """Pass something large to a task without Prefect looking through it for futures."""
    return cast(T, quote(value))


def _may_pass(_task: object, _run: object, state: Any) -> bool:
    """Retry what the disk or the network did; a wrong input stays wrong."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, OSError)


@task(
    name="collect",
    retries=2,
    retry_delay_seconds=2,
    retry_condition_fn=_may_pass,
    cache_policy=NO_CACHE,
)
def collect_documents(raw: Path) -> list[Document]:
    """Find the documents, their hashes and sidecars."""
    return collect(raw)


@task(name="read", cache_policy=NO_CACHE)
def carry_out(pool: Pool, name: str, shard: list[dict[str, Any]]) -> list[Answer]:
    """Have a shard of documents read by the workers; same bytes fail the same, so no retry."""
    began = time.monotonic()
    answers = list(progress(name, pool.run(shard), len(shard)))
    for answer in answers:
        if answer.error:
            path = of_file(answer.order["path"])
            get_run_logger().warning("%s %s %s: %s", name, path, answer.reason, answer.error)
    get_run_logger().info(
        "%s documents=%d refused=%d seconds=%.1f",
        shard[0]["do"],
        len(answers),
        sum(bool(answer.reason) for answer in answers),
        time.monotonic() - began,
    )
    return answers


@task(name="years", cache_policy=NO_CACHE)
def look_up_years(pool: Pool, raw: Path, documents: list[Document]) -> dict[str, int | None]:
    """The report year of documents that were never read, from their title pages alone."""
    orders = [{"do": "year", "path": str(path_of(raw, d)), "sha256": d.sha256} for d in documents]
    answers = progress("查年度", pool.run(orders), len(orders))
    return {str(answer.order["sha256"]): answer.year for answer in answers}


@task(name="validate", cache_policy=NO_CACHE)
def validate_reports(raw: Path, processed: Path, reports: list[Report]) -> Checked:
    """Run the rule book, one Great Expectations run per form, and apply the gate."""
    return validate(reports, earlier_of(current(processed), reports), load_agencies(raw))


@task(name="draw", cache_policy=NO_CACHE)
def draw_pictures(pool: Pool, raw: Path, store: Store, made: list[Sheet]) -> int:
    """Draw the pictures of the quality report that are not there yet."""
    pages: dict[tuple[Path, int], list[dict[str, Any]]] = {}
    for name, (report, picture) in sorted(wanted_pictures(made).items()):
        if not store.picture(name).is_file():
            page = (path_of(raw, report.document), picture.page)
            pages.setdefault(page, []).append(picture.drawn_to(store.picture(name)))
    orders = [
        {"do": "draw", "path": str(path), "page": page, "pictures": wanted}
        for (path, page), wanted in pages.items()
    ]
    return sum(not answer.reason for answer in progress("截图", pool.run(orders), len(orders)))


@task(
    name="publish",
    retries=2,
    retry_delay_seconds=2,
    retry_condition_fn=_may_pass,
    cache_policy=NO_CACHE,
)
def publish_release(processed: Path, checked: Checked, store: Store, made: list[Sheet]) -> Release:
    """Write the release and its quality report whole, then switch to it."""
    coverage = {form.name: coverage_text(form) for form in forms().values()}
    return publish(
        processed,
        checked,
        lambda folder, release: write_pages(
            folder, made, store, release, checked.tallies, coverage
        ),
    )


@flow(name="nightly", validate_parameters=True)
def nightly(raw: str = RAW, processed: str = PROCESSED) -> dict[str, Any]:
    """The main job over everything under `raw`."""
    return asdict(_job(Path(raw), Path(processed), None))


@flow(name="backfill", validate_parameters=True)
def backfill(
    first_year: int, last_year: int, raw: str = RAW, processed: str = PROCESSED
) -> dict[str, Any]:
    """The main job over past report years, added to what is published already."""
    return asdict(_job(Path(raw), Path(processed), range(first_year, last_year + 1)))


def _job(raw: Path, processed: Path, years: range | None) -> Summary:
    began = time.monotonic()
    store = Store(processed / "store")
    with exclusive(processed), Pool(settings().workers, settings().seconds) as pool:
        documents = collect_documents(raw)
        if years is not None:
            documents = _of_years(pool, raw, processed, store, documents, years)
        started_reading = time.monotonic()
        done = _read(pool, raw, store, documents)
        read_by = time.monotonic()
        checked = validate_reports(raw, processed, _unseen(register(documents, done.readings)))
        made = sheets(checked)
        draw_pictures(pool, raw, store, _unseen(made))
        release = publish_release(processed, _unseen(checked), store, _unseen(made))
    statuses = [str(report.status) for report in checked.reports]
    counts = {
        name: statuses.count(name)
        for name in ("published", "held", "no_form", "unreadable", "duplicate", "not_a_report")
    }
    summary = Summary(
        documents=len(statuses),
        read=done.fresh,
        seconds=round(time.monotonic() - began, 1),
        reading_seconds=round(read_by - started_reading, 1),
        worker_megabytes=done.worker_megabytes,
        ways=dict(done.ways),
        fresh=release.fresh,
        release=str(release.folder),
        **counts,
    )
    _leave_artifacts(summary, made)
    said = " ".join(f"{name}={value}" for name, value in asdict(summary).items())
    get_run_logger().info("run %s", said)
    return summary


def _read(pool: Pool, raw: Path, store: Store, documents: Sequence[Document]) -> Read:
    """Every document's reading, from the store or from the workers, a task run a shard."""

    def carry(name: str, orders: list[dict[str, Any]]) -> list[Answer]:
        shards = _shards(orders, settings().shard)
        return [a for shard in shards for a in carry_out(pool, name, _unseen(shard))]

    return Rounds(raw, store, settings(), can_read_pictures(), carry).read(documents)


def _shards(orders: Sequence[T], size: int) -> Iterable[list[T]]:
    return (list(orders[first : first + size]) for first in range(0, len(orders), size))


def _of_years(
    pool: Pool,
    raw: Path,
    processed: Path,
    store: Store,
    documents: Sequence[Document],
    years: range,
) -> list[Document]:
    """The documents of some report years, and those of the current release."""
    known: dict[str, int | None] = {}
    unknown = []
    for document in documents:
        year = document.sidecar.year or store.year(document.sha256)
        if year is None:
            unknown.append(document)
        else:
            known[document.source] = year
    looked_up = look_up_years(pool, raw, _unseen(unknown)) if unknown else {}
    known.update({document.source: looked_up.get(document.sha256) for document in unknown})
    published = _published_sources(processed)
    return [d for d in documents if known[d.source] in years or d.source in published]


def _published_sources(processed: Path) -> set[str]:
    folder = current(processed)
    if folder is None:
        return set()
    sources = pq.read_table(folder / "reports.parquet", columns=["source"])["source"]
    return set(sources.to_pylist())


def _leave_artifacts(summary: Summary, made: Sequence[Sheet]) -> None:
    """Leave the summary and the list of held reports in Prefect."""
    create_markdown_artifact(
        key="run-summary",
        markdown="\n".join(f"- {name}: {value}" for name, value in asdict(summary).items()),
        description="本次运行摘要",
    )
    held = [
        {"报告": sheet.name, "文件": sheet.report.document.source, "原因": sheet.report.reason}
        for sheet in made
        if sheet.report.status == "held"
    ]
    create_table_artifact(key="held-reports", table=held[:500], description="暂缓发布的报告")
