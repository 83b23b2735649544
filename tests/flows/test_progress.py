"""One bar over the whole run, which never goes back; a line now and then without a terminal."""

from __future__ import annotations

import re

import pytest

from flows import log, progress
from flows.progress import EACH_SECONDS, STAGES, Course


def test_the_bar_goes_from_nothing_to_all_and_never_back() -> None:
    seen: list[tuple[float, str]] = []
    course = Course(move=lambda *at: seen.append(at), say=pytest.fail)
    for stage, total in (
        ("collect", 0), ("read", 7), ("picture", 2), ("second", 5), ("picture", 3), ("second", 1), ("validate", 0),
        ("draw", 4), ("publish", 1),
    ):  # fmt: skip
        course.enter(stage, total)
        for _ in range(total):
            course.step()
    percentages = [percentage for percentage, _ in seen]
    assert percentages == sorted(percentages)
    assert (percentages[0], percentages[-1]) == (0, 100)
    assert seen[3][1] == "读取 2/7"


def test_every_stage_ends_later_than_the_one_before() -> None:
    ends = [end for *_, end in STAGES.values()]
    assert ends == sorted(set(ends))
    assert ends[-1] == 100


def test_without_a_terminal_a_stage_is_said_when_it_begins_and_now_and_then() -> None:
    assert EACH_SECONDS == 30
    now, said = [0.0], []
    course = Course(english=True, say=said.append, clock=lambda: now[0])
    course.enter("collect")
    course.enter("read", 1000)
    for _ in range(1000):
        now[0] += 0.125  # no rounding in this
        course.step()
    assert said == ["reading 1000", *(f"reading {done}/1000" for done in (240, 480, 720, 960))]


def test_things_are_counted_as_they_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    course = Course(say=lambda _: None)
    monkeypatch.setattr(progress, "_course", course)
    course.enter("draw", 3)
    assert list(progress.progress("abc")) == ["a", "b", "c"]
    assert (course.done, course.percentage) == (3, STAGES["draw"][2])


def test_a_run_that_nobody_shows_has_one_course_too(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(progress, "_course", None)
    monkeypatch.setattr(progress.course(), "say", said.append)
    progress.course().enter("read", 2)
    assert list(progress.progress("ab")) == ["a", "b"]
    assert progress.course().done == 2
    assert said == ["读取 2"]
    monkeypatch.setattr(progress, "_course", None)
    assert list(progress.progress("ab")) == ["a", "b"]


def test_a_line_has_the_time_with_its_zone_and_the_level(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log.set_up()
    log.set_up()
    log.LOGGER.info("run documents=%d", 3)
    log.LOGGER.warning("x")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    stamp = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d"
    assert re.fullmatch(stamp + " INFO run documents=3", lines[0])
    assert re.fullmatch(stamp + " WARNING x", lines[1])
