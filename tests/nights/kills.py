"""The main process killed at random moments: what stays, and what the next run makes of it."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Final

from tests.nights.inputs import ANOTHER, PAPERS, with_cells
from tests.nights.judge import Verifier, manners, summary
from tests.nights.place import Place, placed
from tests.nights.releases import current, digest, parquets, rows
from tests.nights.runs import Run, run, signal_to
from tests.nights.states import good_place

DAY: Final = {"GONGKAI_TODAY": "2024-03-05"}
"""The same day for every run."""


@dataclass(frozen=True)
class Unkilled:
    """What a run makes that nobody killed.

    Attributes:
        good: The place before it.
        place: The place after it.
        seconds: By the clock.
    """

    good: Path
    place: Place
    seconds: float

    @property
    def release(self) -> Path:
        """What it published."""
        found = current(self.place.processed)
        if found is None:
            raise SystemExit("an unkilled run publishes nothing")
        return found


def kills(checkout: Path, folder: Path, count: int, seed: int) -> int:
    """Kills so many runs, every second one after a first release."""
    began = time.monotonic()
    good_place(checkout, folder / "good")
    verifier = Verifier(checkout, folder / "verify")
    fresh = Place(folder / "fresh")
    (fresh.processed).mkdir(parents=True)
    for paper in PAPERS:
        paper.put(fresh.raw)
    later = Place(folder / "later")
    shutil.copytree(folder / "good", later.folder, symlinks=True)
    ANOTHER.put(later.raw)
    corrected = PAPERS[3].made
    key = next(iter(corrected.cells))
    replace(PAPERS[3], made=with_cells(corrected, {key: "4321"})).put(later.raw)
    unkilled = [_unkilled(checkout, place) for place in (fresh, later)]
    failed = []
    for number in range(count):
        rng, so = Random(f"kill {seed} {number}"), unkilled[number % 2]
        with placed(folder / f"kill-{number}", so.good) as place:
            line, wrong = _one(checkout, place, rng, so, verifier)
        print(f"{number:3} {'WRONG' if wrong else 'right'} {line}", flush=True)
        for each in wrong:
            print(f"        {each}", flush=True)
        failed += [line] if wrong else []
    return summary(failed, count, time.monotonic() - began)


def _unkilled(checkout: Path, place: Place) -> Unkilled:
    good = place.folder.with_name(place.folder.name + "-good")
    shutil.copytree(place.folder, good, symlinks=True)
    ended = run(checkout, place.arguments, place.temporary, DAY)
    if ended.status != 0:
        raise SystemExit(f"the unkilled run fails: {ended.err[-2000:]}")
    print(f"unkilled, {place.folder.name}: {ended.wall:.0f} s, {ended.cpu:.0f} CPU s", flush=True)
    return Unkilled(good, place, ended.wall)


def _one(
    checkout: Path, place: Place, rng: Random, so: Unkilled, verifier: Verifier
) -> tuple[str, list[str]]:
    before = current(place.processed)
    its_digest = digest(before) if before else ""
    began = Run(checkout, place.arguments, place.temporary, DAY)
    words, moment = _moment(rng, place, so, began)
    ended_first = began.wait(until=moment)
    at = began.seconds()
    signal_to(began.process.pid, signal.SIGKILL)
    began.process.wait()
    wrong = []
    if left := began.leave(10):
        wrong.append(f"after the kill left running: {'; '.join(left)}")
    now = current(place.processed)
    if before is not None and (not before.is_dir() or digest(before) != its_digest):
        wrong.append("after the kill the release that was there is gone or another")
    if (before is None) != (now is None) and before is not None:
        wrong.append("after the kill current.json names no release")
    if now is not None and now != before and (said := verifier.wrong(now)):
        wrong.append(f"after the kill: {said}")
    again = run(checkout, place.arguments, place.temporary, DAY)
    wrong += [f"next run: {each}" for each in manners(again, so.seconds)]
    if again.status != 0:
        wrong.append(f"next run: status {again.status}: {again.last}")
    else:
        wrong += _same(place, so, verifier)
    which = "after a release" if before else "before any release"
    line = (
        f"{which}, {words}: {'ended first' if ended_first else 'killed'} at {at:.1f} s, "
        f"next run {again.wall:.0f} s, {again.cpu:.0f} CPU s"
    )
    return line, wrong


def _moment(rng: Random, place: Place, so: Unkilled, began: Run) -> tuple[str, Callable[[], bool]]:
    """A moment by the clock, or some time after something new lies among the releases."""
    if rng.random() < 0.6:
        at = rng.uniform(0.3, so.seconds)
        return f"at {at:.1f} s", lambda: began.seconds() >= at
    releases = place.processed / "releases"
    there = _names(releases)
    delay = rng.choice((0, rng.uniform(0, 0.5), rng.uniform(0, 5)))
    seen: list[float] = []

    def reached() -> bool:
        if not seen and _names(releases) != there:
            seen.append(time.monotonic())
        return bool(seen) and time.monotonic() - seen[0] >= delay

    return f"{delay:.1f} s after publishing began", reached


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def _same(place: Place, so: Unkilled, verifier: Verifier) -> list[str]:
    """Whether the folder is what an unkilled run makes of it."""
    wrong = []
    now = current(place.processed)
    if now is None:
        return ["next run: current.json names no release"]
    if said := verifier.wrong(now):
        wrong.append(f"next run: {said}")
    wrong += [f"next run: {each}" for each in differences(so.release, now)]
    store = {path.relative_to(place.processed) for path in (place.processed / "store").rglob("*")}
    usual = so.place.processed
    kept = {path.relative_to(usual) for path in (usual / "store").rglob("*")}
    if extra := sorted(map(str, store - kept)):
        wrong.append(f"left in the store: {extra[:5]}")
    if extra := sorted(_names(place.processed) - _names(usual)):
        wrong.append(f"left in the processed folder: {extra[:5]}")
    for name in sorted(_names(now.parent) - _names(so.release.parent) - {now.name}):
        if said := verifier.wrong(now.parent / name):
            wrong.append(f"left among the releases: {name}: {said}")
    return wrong


def differences(one: Path, other: Path) -> list[str]:
    """Parquet files of two releases whose bytes differ."""
    names = [{path.relative_to(release) for path in parquets(release)} for release in (one, other)]
    found = [f"{name} only in one" for name in sorted(names[0] ^ names[1])]
    for name in sorted(names[0] & names[1]):
        if (one / name).read_bytes() == (other / name).read_bytes():
            continue
        plain = [
            [
                {key: it for key, it in row.items() if key != "first_seen"}
                for row in rows(release / name)
            ]
            for release in (one, other)
        ]
        by = "in first_seen alone" if plain[0] == plain[1] else "in more than first_seen"
        found.append(f"{name} differs {by}")
    return found
