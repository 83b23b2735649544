"""The main job as Prefect flows: collect, read, register, validate, publish, review.

`nightly` takes everything under the raw folder, `backfill` some past years; both
are the same stages. A task run is a shard of documents, not one document.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.states import Failed
from prefect.utilities.annotations import quote

from expectations.guarded import coverage_text
from flows.artifacts import held_table, summary_markdown
from flows.environment import settings, today
from flows.log import of_run
from flows.messages import MESSAGES
from flows.progress import course, progress
from flows.reading import Read, Rounds
from gongkai.errors import GongkaiError, disk_error
from gongkai.form import forms
from gongkai.names import of_file
from gongkai.report import Document
from tasks.agencies import Agencies, load_agencies
from tasks.collect import collect, path_of
from tasks.earlier import earlier_of, gone, stop_where_much_is_gone, told
from tasks.extract.picture.installed import can_read_pictures
from tasks.pool import Answer, Pool
from tasks.previous import Previous, previous_of
from tasks.publish.lock import exclusive, spoken
from tasks.publish.release import Release, publish
from tasks.publish.trusted import Noticed, Trusted, manifest_of, trusted
from tasks.publish.unchanged import forget, inputs_digest, is_unchanged, remember
from tasks.register import Registered, register
from tasks.review.pages import Sheet, sheets, wanted_pictures, write_pages
from tasks.second.browser import Browser, found
from tasks.store import PASSING, Store
from tasks.validate import Checked, validate

T = TypeVar("T")

RAW, PROCESSED = "data/raw", "data/processed"

COUNTED = (
    *("documents", "published", "held", "superseded"),
    *("no_form", "unreadable", "duplicate", "not_a_report"),
)
"""What a manifest counts and a run tells."""


@dataclass(frozen=True)
class Summary:
    """What a run did, for the terminal and for Prefect's artifact.

    Attributes:
        read: documents read now, not taken from the store.
        seconds, reading_seconds: of the whole run, and of reading documents.
        worker_megabytes: the most memory a reading process used.
        ways: by means of reading, how many documents and seconds of a worker it took.
        superseded: of the published and the held, those a newer version replaces; the
            others are counted as `published` and `held`.
        fresh: False where the release was there already.
        unchanged: whether input and program are what the current release was made from,
            so that nothing was judged again.
        vanished: the reports of the release before that are no longer there, in words.
        noticed: what was not as it should be in the output folder.
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
    superseded: int = 0
    unchanged: bool = False
    vanished: tuple[str, ...] = ()
    noticed: tuple[Noticed, ...] = ()


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
    course().enter("collect")
    return collect(raw)


@task(name="read", cache_policy=NO_CACHE)
def carry_out(pool: Pool, shard: list[dict[str, Any]]) -> list[Answer]:
    """Have a shard of documents read by the workers; same bytes fail the same, so no retry."""
    began = time.monotonic()
    answers = list(progress(pool.run(shard)))
    for answer in answers:
        if answer.error:
            path = of_file(answer.order["path"])
            of_run("%s %s: %s", path, answer.reason, answer.error)
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
    course().enter("years", len(orders))
    answers = progress(pool.run(orders))
    return {str(answer.order["sha256"]): answer.year for answer in answers}


@task(name="validate", cache_policy=NO_CACHE)
def validate_reports(registered: Registered, previous: Previous, agencies: Agencies) -> Checked:
    """Run the rule book, one Great Expectations run per form, and apply the gate."""
    course().enter("validate")
    earlier = earlier_of(previous, registered.reports, registered.versions)
    return validate(registered.reports, earlier, agencies)


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
    course().enter("draw", len(orders))
    return sum(not answer.reason for answer in progress(pool.run(orders)))


@task(
    name="publish",
    retries=2,
    retry_delay_seconds=2,
    retry_condition_fn=_may_pass,
    cache_policy=NO_CACHE,
)
def publish_release(
    processed: Path, checked: Checked, store: Store, made: list[Sheet], painted_by: str
) -> Release:
    """Write the release and its quality report whole, then switch to it."""
    course().enter("publish")
    coverage = {form.name: coverage_text(form) for form in forms().values()}
    return publish(
        processed,
        checked,
        lambda folder, release: write_pages(
            folder, made, store, release, checked.tallies, coverage, checked.earlier
        ),
        painted_by,
    )


def _told(job: Callable[[], Summary]) -> dict[str, Any]:
    """Do the job; what stops it on purpose is the failed run's message, without a traceback."""
    try:
        return asdict(job())
    except (GongkaiError, OSError) as error:
        told = disk_error(error) if isinstance(error, OSError) else error
        get_run_logger().error("%s", told)
        return cast(dict[str, Any], Failed(message=str(told), data=told))


@flow(name="nightly", validate_parameters=True)
def nightly(
    raw: str = RAW, processed: str = PROCESSED, accept_removals: bool = False
) -> dict[str, Any]:
    """The main job over everything under `raw`."""
    return _told(lambda: _job(Path(raw), Path(processed), None, accept_removals))


@flow(name="backfill", validate_parameters=True)
def backfill(
    first_year: int,
    last_year: int,
    raw: str = RAW,
    processed: str = PROCESSED,
    accept_removals: bool = False,
) -> dict[str, Any]:
    """The main job over past report years, added to what is published already."""
    years = range(first_year, last_year + 1)
    return _told(lambda: _job(Path(raw), Path(processed), years, accept_removals))


def _job(raw: Path, processed: Path, years: range | None, accept_removals: bool) -> Summary:
    began = time.monotonic()
    given = settings()
    store = Store(processed / "store")
    with exclusive(processed, given.wait, _waits):
        agencies = load_agencies(raw)
        release = trusted(processed)
        previous = previous_of(release.folder, release.damaged)
        documents = collect_documents(raw)
        if years is not None:
            documents = _of_years(raw, store, previous, documents, years)
        browser = found(given.browser) if can_read_pictures() else None
        painted_by = browser.version if browser else ""
        digest = inputs_digest(raw, documents, given.second_share, painted_by)
        if is_unchanged(processed, release, digest):
            summary = _unchanged(release, time.monotonic() - began)
            of_run("%s", f"unchanged release={summary.release}")
            return summary
        with Pool(given.workers, given.seconds) as pool:
            started_reading = time.monotonic()
            done = _read(pool, raw, store, documents, browser)
            read_by = time.monotonic()
            registered = register(documents, done.readings, previous, today(), agencies)
            lost = gone(previous, registered.reports)
            if not accept_removals:
                stop_where_much_is_gone(previous, lost)
            checked = validate_reports(_unseen(registered), _unseen(previous), agencies)
            made = sheets(checked)
            draw_pictures(pool, raw, store, _unseen(made))
        published = publish_release(processed, _unseen(checked), store, _unseen(made), painted_by)
        if any(done.readings[d.sha256].reason in PASSING for d in documents):
            forget(processed)
        else:
            remember(processed, published.release_id, digest)
    summary = Summary(
        **_counts(published.folder),
        read=done.fresh,
        seconds=round(time.monotonic() - began, 1),
        reading_seconds=round(read_by - started_reading, 1),
        worker_megabytes=done.worker_megabytes,
        ways=dict(done.ways),
        fresh=published.fresh,
        release=str(published.folder),
        vanished=tuple(told(known) for known in lost),
        noticed=release.noticed,
    )
    _leave_artifacts(summary, made)
    of_run("run %s", " ".join(f"{name}={value}" for name, value in asdict(summary).items()))
    return summary


def _unchanged(release: Trusted, seconds: float) -> Summary:
    """What there is to say of a run that found nothing new."""
    assert release.folder is not None
    return Summary(
        **_counts(release.folder),
        read=0,
        seconds=round(seconds, 1),
        reading_seconds=0.0,
        worker_megabytes=0,
        ways={},
        fresh=False,
        release=str(release.folder),
        unchanged=True,
        noticed=release.noticed,
    )


def _counts(release: Path) -> dict[str, Any]:
    """How many documents of a release came to what."""
    counts = (manifest_of(release) or {})["counts"]
    return {name: counts.get(name, 0) for name in COUNTED}


def _waits(holder: tuple[str, str]) -> None:
    """Say once that another run is on, and that this one waits."""
    most = spoken(settings().wait)[0]
    of_run("%s", MESSAGES["waiting"][0].format(holder=holder[0], most=most))


def _read(
    pool: Pool,
    raw: Path,
    store: Store,
    documents: Sequence[Document],
    browser: Browser | None,
) -> Read:
    """Every document's reading, from the store or from the workers, a task run a shard."""

    def carry(_name: str, orders: list[dict[str, Any]]) -> list[Answer]:
        course().enter(orders[0]["do"], len(orders))
        shards = _shards(orders, settings().shard)
        return [a for shard in shards for a in carry_out(pool, _unseen(shard))]

    rounds = Rounds(raw, store, settings(), can_read_pictures(), carry, browser)
    return rounds.read(documents)


def _shards(orders: Sequence[T], size: int) -> Iterable[list[T]]:
    return (list(orders[first : first + size]) for first in range(0, len(orders), size))


def _of_years(
    raw: Path,
    store: Store,
    previous: Previous,
    documents: Sequence[Document],
    years: range,
) -> list[Document]:
    """The documents of some report years, and those of the current release, by content or path."""
    known: dict[str, int | None] = {}
    unknown = []
    for document in documents:
        year = document.sidecar.year or store.year(document.sha256)
        if year is None:
            unknown.append(document)
        else:
            known[document.source] = year
    looked_up: dict[str, int | None] = {}
    if unknown:
        with Pool(settings().workers, settings().seconds) as pool:
            looked_up = look_up_years(pool, raw, _unseen(unknown))
    known.update({document.source: looked_up.get(document.sha256) for document in unknown})
    return [
        d
        for d in documents
        if known[d.source] in years or d.source in previous.sources or d.sha256 in previous.hashes
    ]


def _leave_artifacts(summary: Summary, made: Sequence[Sheet]) -> None:
    """Leave the summary and the list of held reports in Prefect."""
    create_markdown_artifact(
        key="run-summary",
        markdown=summary_markdown(asdict(summary), made),
        description="本次运行摘要",
    )
    create_table_artifact(key="held-reports", table=held_table(made), description="暂缓发布的报告")
