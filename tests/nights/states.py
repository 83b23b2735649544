"""Broken states at random: what a run makes of them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.nights.damage import (
    ALL,
    BESIDES,
    CALL,
    FAMILIES,
    FOR_THE_RELEASE,
    FOR_TWO,
    Damage,
    Family,
    more,
)
from tests.nights.inputs import PAPERS
from tests.nights.judge import Verifier, machine_words, manners, summary
from tests.nights.place import Place, placed
from tests.nights.releases import by_agency, current, digest, pages_text, reports
from tests.nights.runs import Ended, Run, run


def good_place(checkout: Path, folder: Path) -> float:
    """Two nights that went well, as a folder to copy; seconds of a run with nothing new."""
    place = Place(folder)
    for papers in (PAPERS[:2], PAPERS[2:], ()):
        for paper in papers:
            paper.put(place.raw)
        ended = run(checkout, place.arguments, place.temporary)
        if ended.status != 0 or current(place.processed) is None:
            raise SystemExit(f"the good run fails: {ended.status} {ended.err[-2000:]}")
    print(f"good: {ended.wall:.0f} s, {ended.cpu:.0f} CPU s with nothing new", flush=True)
    return ended.wall


def states(checkout: Path, folder: Path, count: int, seed: int, only: Sequence[str]) -> int:
    """Tries so many states."""
    began = time.monotonic()
    good = folder / "good"
    usual = good_place(checkout, good)
    verifier = Verifier(checkout, folder / "verify")
    families = [family for family in FAMILIES if not only or family.__name__ in only]
    failed = []
    drawn = _rounds(families, seed)
    for number in range(count):
        family, rng = drawn[number % len(drawn)], Random(f"state {seed} {number}")
        if number % len(drawn) == 0:
            drawn = _rounds(families, f"{seed} {number}")
            family = drawn[0]
        with placed(folder / f"state-{number}", good) as place:
            line, wrong = _one(checkout, place, family, rng, good, usual, verifier)
        print(f"{number:3} {'WRONG' if wrong else 'right'} {line}", flush=True)
        for each in wrong:
            print(f"        {each}", flush=True)
        failed += [line] if wrong else []
    return summary(failed, count, time.monotonic() - began)


def _rounds(families: Sequence[Family], seed: object) -> list[Family]:
    drawn = list(families)
    Random(f"rounds {seed}").shuffle(drawn)
    return drawn


def _one(
    checkout: Path,
    place: Place,
    family: Family,
    rng: Random,
    good: Path,
    usual: float,
    verifier: Verifier,
) -> tuple[str, list[str]]:
    """One state: its line, and what was wrong."""
    new = more(place) if rng.random() < 0.4 else None
    damage = family(rng, place)
    names = [family.__name__]
    if damage is None:
        return f"{family.__name__}: not on this machine", []
    if family in FOR_TWO and rng.random() < 0.5:
        second = rng.choice([each for each in BESIDES if each != family])
        if (other := second(rng, place)) is not None:
            damage = damage.with_another(other)
            names.append(second.__name__)
    ended = Run(checkout, place.call, place.temporary, place.settings, place.streams).end()
    wrong = [
        *manners(ended, usual, silent=any(place.streams)),
        *_said(damage, ended, place, rng),
        *_kept(damage, ended, place, names, good, verifier),
    ]
    is_there = new is not None and (place.raw / new.name).is_file()
    if ended.status == 0 and new is not None and is_there and (release := current(place.processed)):
        status = {key[0]: said[0] for key, said in by_agency(release).items()}
        if status.get(new.made.agency) != "published" and not damage.statuses & CALL:
            wrong.append(f"what was new is {status.get(new.made.agency)}")
    besides = " + something new" if new else ""
    line = (
        f"{'+'.join(names)}: {damage.done}{besides} → {ended.status}, {ended.wall:.0f} s, "
        f"{ended.cpu:.0f} CPU s, “{ended.last}”"
    )
    return line, wrong


def _said(damage: Damage, ended: Ended, place: Place, rng: Random) -> list[str]:
    """Whether it ended as it must and said what it must."""
    wrong = []
    if ended.status not in damage.statuses:
        wrong.append(f"status {ended.status}, not {sorted(damage.statuses)}")
    terminal = ended.err + ended.out
    if not any(place.streams) and ended.status in damage.statuses - CALL:
        must_tell = ended.status != 0 or damage.statuses == {0}
        untold = [words for words in damage.told if not any(word in terminal for word in words)]
        if must_tell:
            wrong += [f"nothing of {' or '.join(words)} on the terminal" for words in untold]
    if damage.says and ended.status == 0 and (release := current(place.processed)):
        pages = pages_text(release)
        wrong += [f"{word} nowhere" for word in damage.says if word not in terminal + pages]
    return wrong


def _kept(
    damage: Damage,
    ended: Ended,
    place: Place,
    names: Sequence[str],
    good: Path,
    verifier: Verifier,
) -> list[str]:
    """Whether nothing good was lost."""
    wrong = []
    was = current(good / "processed")
    if was is None or not place.processed.is_dir():
        return []
    now = current(place.processed)
    its_own = bool(FOR_THE_RELEASE & set(names)) or "first_run" in names
    if not its_own and place.processed.name != "raw":
        kept = place.processed / "releases" / was.name
        moved = names[0] == "structure" and "releases" in damage.done
        if not moved and not kept.is_dir():
            wrong.append("the release that was there is gone")
        elif not moved and digest(kept) != digest(was):
            wrong.append("the release that was there is another")
        if ended.status != 0 and now != kept and not moved and "current.json" not in damage.done:
            wrong.append(f"status {ended.status}, but current.json names {now and now.name}")
    if ended.status != 0:
        return wrong
    if now is None and damage.touched == ALL:
        return wrong
    if now is None:
        return [*wrong, "status 0, and current.json names no release"]
    if said := verifier.wrong(now):
        wrong.append(said)
    if words := machine_words(pages_text(now)):
        wrong.append(f"people read “{words}”")
    row = next((row for row in reports(now) if row["source"] == PAPERS[1].name), {})
    for column, says in damage.notes:
        if str(row.get(column, says)) != says:
            wrong.append(f"the sidecar's {column} is lost: {row.get(column)}")
    before, after = by_agency(was), by_agency(now)
    for key, said_before in before.items():
        if key[0] not in damage.touched and after.get(key) != said_before:
            has = after.get(key)
            other = "gone" if has is None else f"{said_before[0]} → {has[0]}, other figures"
            wrong.append(f"{key[0]} {key[1]}: {other}")
    return wrong
