"""What the README shows works: its code runs, its files are read, its commands exist."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from expectations.rules import rule_book
from flows.cli import main
from tasks.agencies import load_agencies
from tasks.publish.release import publish
from tasks.sidecar import parsed
from tests.conftest import ROOT
from tests.judged import validate
from tests.tasks.test_earlier import carried, report

README = (ROOT / "README.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_code_for_analysts_runs_on_a_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = [report("甲县", 2022, carried(3, 0, 9)), report("甲县", 2023, carried(1, 2, 5))]
    publish(
        tmp_path / "data" / "processed",
        validate(reports),
        lambda folder, _: folder.mkdir(exist_ok=True),
    )
    monkeypatch.chdir(tmp_path)
    said: dict[str, Any] = {}
    exec(blocks("python")[0], said)  # noqa: S102  # our own README
    assert said["totals"]["value"].tolist() == [6]
    assert set(said["held"]["year"]) == {2023}
    assert set(said["still_open"]["rule"]) == {"applications.carried_over"}


def test_the_register_is_read(tmp_path: Path) -> None:
    (tmp_path / "agencies.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    assert list(load_agencies(tmp_path)) == ["示例市人民政府", "示例市教育局"]


def test_the_sidecar_is_read() -> None:
    (line,) = re.findall(r'^`(\{"agency".*\})`', README, re.MULTILINE)
    content = line.replace("…", "某某").encode()
    assert set(json.loads(content)) <= set(vars(parsed("a", content)))
    assert parsed("a", content).fault == ""


def test_the_rule_is_that_of_the_rule_book() -> None:
    (entry,) = yaml.safe_load(blocks("yaml")[1])
    known = rule_book()[entry["id"]].model_dump(mode="json")
    words = ("words", "basis", "advice", "title", "explained_by")
    assert {k: v for k, v in entry.items() if k not in words}.items() <= known.items()


def test_every_command_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    commands = set(re.findall(r"^\| `gongkai (\w+)", README, re.MULTILINE))
    assert commands
    for command in commands:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0
    assert "--accept-removals" in capsys.readouterr().out
