"""Which release is gone by, when the named one or its name is not what it was."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai.errors import RunError
from gongkai.report import Document
from tasks.publish.lock import exclusive
from tasks.publish.trusted import current, damaged_files, manifest_of, trusted
from tasks.publish.unchanged import forget, inputs_digest, is_unchanged, remember
from tests.tasks.test_nights import OTHER, OTHERS, RIGHT, Nights, rows, said, states, total


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Nights, str, str]:
    """Two nights, the first of which brought what the second corrected."""
    nights = Nights(tmp_path_factory.mktemp("published"))
    first = nights.night(*OTHERS, said("甲县", 2023, RIGHT))
    second = nights.night(*OTHERS, said("甲县", 2023, OTHER))
    os.utime(first / "manifest.json", (1, 1))
    return nights, first.name, second.name


@pytest.fixture
def two(published: tuple[Nights, str, str], tmp_path: Path) -> tuple[Nights, Path, Path]:
    """A copy of both, to be damaged."""
    nights, first, second = published
    shutil.copytree(nights.processed, tmp_path, dirs_exist_ok=True)
    releases = tmp_path / "releases"
    return replace(nights, processed=tmp_path), releases / first, releases / second


def flip(path: Path) -> None:
    """One bit in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def noticed(processed: Path) -> list[str]:
    return [one.code for one in trusted(processed).noticed]


BROKEN_NAMES: dict[str, bytes] = {
    "cut": b'{"release": "r-12',
    "empty": b"",
    "no object": b"[]",
    "no text": b'{"release": 7}',
    "a path": b'{"release": "../../etc"}',
    "other bytes": b"\xff\xfe\x00",
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("content", BROKEN_NAMES.values(), ids=list(BROKEN_NAMES))
def test_without_a_name_the_newest_whole_release_is_taken_and_said(two, content: bytes) -> None:
    nights, _, second = two
    (nights.processed / "current.json").write_bytes(content)
    assert current(nights.processed) is None
    assert trusted(nights.processed).folder == second
    assert noticed(nights.processed) == ["current_unreadable", "release_instead"]
    assert nights.night(*OTHERS, said("甲县", 2023, OTHER)) == second
    assert current(nights.processed) == second


def test_a_pipe_where_a_file_should_be_is_not_waited_for(two) -> None:
    """Whoever opens a pipe waits for somebody who writes into it."""
    nights, first, second = two
    for path in (nights.processed / "current.json", nights.processed / ".inputs.json"):
        path.unlink(missing_ok=True)
        os.mkfifo(path)
    with at_most(20):
        assert noticed(nights.processed) == ["current_unreadable", "release_instead"]
        assert not is_unchanged(nights.processed, trusted(nights.processed), "any")
        assert nights.night(*OTHERS, said("甲县", 2023, OTHER)) == second
    assert (nights.processed / "current.json").is_file()
    for name in ("manifest.json", "findings.parquet"):
        (second / name).unlink()
        os.mkfifo(second / name)
        with at_most(20):
            assert trusted(nights.processed).folder == first
    (nights.processed / ".lock").unlink(missing_ok=True)
    os.mkfifo(nights.processed / ".lock")
    with at_most(20), pytest.raises(RunError, match="无法写入"), exclusive(nights.processed):
        pass


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Interrupt what waits for ever."""

    def interrupt(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_a_name_that_leads_nowhere_is_said(two) -> None:
    nights, first, second = two
    shutil.rmtree(second)
    assert trusted(nights.processed).folder == first
    assert noticed(nights.processed) == ["release_lost", "release_instead"]
    again = nights.night(*OTHERS, said("甲县", 2023, OTHER))
    assert states(again)["甲县2023.pdf"] == (2, "published")
    assert total(again, "earlier") == {1: 9}


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a figure's file": lambda f: flip(next((f / "facts").rglob("*.parquet"))),
    "what is carried on": lambda f: flip(next((f / "earlier").rglob("part-0.parquet"))),
    "the findings": lambda f: flip(f / "findings.parquet"),
    "the reports": lambda f: flip(f / "reports.parquet"),
    "a missing file": lambda f: (f / "statements.parquet").unlink(),
    "the manifest": lambda f: flip(f / "manifest.json"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=list(DAMAGE))
def test_a_flipped_bit_is_noticed_and_the_release_made_anew(two, damage) -> None:
    nights, first, second = two
    before = {p.relative_to(second): p.read_bytes() for p in second.rglob("*.parquet")}
    damage(second)
    release = trusted(nights.processed)
    assert not release.is_whole
    history = not any(path.startswith("facts/") for path in release.damaged)
    assert release.folder == (first if history else second)
    nights.day -= 1  # the day of the second night
    again = nights.night(*OTHERS, said("甲县", 2023, OTHER))
    assert again == second
    assert {p.relative_to(second): p.read_bytes() for p in second.rglob("*.parquet")} == before
    assert damaged_files(second) == frozenset()


def test_a_damaged_page_does_not_cost_the_history(two) -> None:
    nights, first, second = two
    shutil.rmtree(first)
    flip(second / "quality" / "index.html")
    release = trusted(nights.processed)
    assert (release.folder, release.damaged) == (second, {"quality/index.html"})
    assert nights.night(*OTHERS, said("甲县", 2023, OTHER)) == second
    assert damaged_files(second) == frozenset()


def test_of_the_only_release_what_is_whole_still_counts(two) -> None:
    nights, first, second = two
    shutil.rmtree(first)
    flip(next((second / "facts").rglob("*.parquet")))
    again = nights.night(*OTHERS, said("甲县", 2023, OTHER))
    assert states(again)["甲县2023.pdf"] == (2, "published")
    assert total(again, "earlier") == {1: 9}
    assert len({r["first_seen"] for r in rows(again, "reports")}) == 2


def test_figures_that_stand_in_a_damaged_file_alone_stop_the_run(two) -> None:
    nights, first, second = two
    shutil.rmtree(first)
    for path in (second / "facts").rglob("*.parquet"):
        flip(path)
    with pytest.raises(RunError, match="甲县"):
        nights.night(*OTHERS)
    assert current(nights.processed) == second
    assert nights.night(*OTHERS, said("甲县", 2023, OTHER)) == second


def test_a_manifest_is_its_own_proof(two) -> None:
    _, _, second = two
    said_ = json.loads((second / "manifest.json").read_bytes())
    said_["counts"]["published"] += 1
    (second / "manifest.json").write_text(json.dumps(said_), encoding="utf-8")
    assert manifest_of(second) is None


def test_nothing_new_is_told_by_input_program_and_release(two, tmp_path: Path) -> None:
    nights, first, second = two
    documents = [document for document, _ in OTHERS]
    digest = inputs_digest(tmp_path, documents, 0.05)
    assert digest == inputs_digest(tmp_path, documents[::-1], 0.05)
    remember(nights.processed, second.name, digest)
    assert is_unchanged(nights.processed, trusted(nights.processed), digest)
    others = {
        inputs_digest(tmp_path, documents, 0.06),
        inputs_digest(tmp_path, documents[1:], 0.05),
        inputs_digest(tmp_path, [*documents[1:], Document("new.pdf", "f" * 64, 1)], 0.05),
    }
    (tmp_path / "agencies.yaml").write_text("[]")
    others.add(inputs_digest(tmp_path, documents, 0.05))
    assert len(others) == 4
    for other in others:
        assert not is_unchanged(nights.processed, trusted(nights.processed), other)
    flip(second / "quality" / "index.html")
    assert not is_unchanged(nights.processed, trusted(nights.processed), digest)
    remember(nights.processed, first.name, digest)
    assert not is_unchanged(nights.processed, trusted(nights.processed), digest)
    forget(nights.processed)
    forget(nights.processed)


def test_a_file_of_nobody_in_the_release_is_noticed_and_the_release_made_anew(two) -> None:
    nights, _, second = two
    stray = second / "facts" / "applications" / "year=2023" / "more.parquet"
    shutil.copyfile(next(stray.parent.glob("*.parquet")), stray)
    assert trusted(nights.processed).damaged == {stray.relative_to(second).as_posix()}
    nights.day -= 1
    assert nights.night(*OTHERS, said("甲县", 2023, OTHER)) == second
    assert not stray.exists()
    assert damaged_files(second) == frozenset()
