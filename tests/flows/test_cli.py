"""The `gongkai` command as people call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from expectations.rules import rule_book
from flows.cli import main
from flows.messages import MESSAGES
from tasks.publish.lock import exclusive
from tests.compare import gold_of
from tests.conftest import GOLD, ROOT, SAMPLE

REPORT = str(ROOT / gold_of(GOLD / "litong_2023.json")["file"])


@pytest.mark.parametrize(
    "command", [[], ["run"], ["backfill"], ["serve"], ["extract"], ["verify"], ["rules"]]
)
def test_every_command_has_help_in_both_languages(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for language, word in (("zh", "用法"), ("en", "usage")):
        with pytest.raises(SystemExit) as ended:
            main([*command, "--lang", language, "--help"])
        assert ended.value.code == 0
        said = capsys.readouterr().out
        assert word in said
        if command:
            assert MESSAGES[command[0]][language == "en"][:8] in said


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["nonsense"],
        ["run", "--nonsense"],
        ["run", "--raw", "/no/such/folder"],
        ["backfill"],
        ["backfill", "--years", "yesterday", "--raw", str(SAMPLE)],
        ["backfill", "--years", "2023-2021", "--raw", str(SAMPLE)],
        ["extract", "/no/such/file.pdf"],
        ["verify", "/no/such/release"],
    ],
)
def test_a_wrong_call_is_status_2_and_a_sentence(
    call: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(call) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("命令写法有误")
    assert main([*call, "--lang", "en"]) == 2
    assert "wrong call" in capsys.readouterr().err


def test_extract_shows_every_number_and_where_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", REPORT]) == 0
    said = capsys.readouterr().out
    assert "利通区人民政府" in said
    assert "自然人：22件　第" in said


def test_extract_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", REPORT, "--json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert (content["agency"], content["year"], len(content["figures"])) == (
        "利通区人民政府",
        2023,
        207,
    )
    assert {"table", "item", "measure", "state", "value", "raw", "page", "box"} <= set(
        content["figures"][0]
    )


def test_extract_of_no_report_gives_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    assert main(["extract", str(tmp_path / "a.pdf")]) == 0
    assert "文件是空的" in capsys.readouterr().out


def test_a_second_run_at_once_says_so_and_stops(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with exclusive(tmp_path):
        assert main(["run", "--raw", str(SAMPLE), "--processed", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "另一次运行正在使用" in err
    assert "Traceback" not in err


@pytest.mark.slow
def test_run_and_verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = Path(REPORT).parent
    assert main(["run", "--raw", str(raw), "--processed", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "收到文件 1 份：发布 1" in said
    assert "quality/index.html" in said
    assert main(["run", "--raw", str(raw), "--processed", str(tmp_path)]) == 0
    assert "本次没有重新读取" in capsys.readouterr().out
    (release,) = (tmp_path / "releases").iterdir()
    assert main(["verify", str(release)]) == 0
    assert "核对无误" in capsys.readouterr().out
    (release / "reports.parquet").write_bytes(b"")
    assert main(["verify", str(release)]) == 1
    assert "与清单不符" in capsys.readouterr().out


def test_rules_as_table_json_and_coverage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    table = capsys.readouterr().out
    assert "applications.balance" in table
    assert "1 + 2 = 3.7 + 4" in table
    assert main(["rules", "--json"]) == 0
    told = {rule["id"]: rule for rule in json.loads(capsys.readouterr().out)}
    assert set(told) == set(rule_book())
    assert told["proactive_disclosure.stock"]["since"] == 2022
    assert main(["rules", "--coverage", "2021"]) == 0
    assert "任意 1 个填错都必定能指出是哪一格" in capsys.readouterr().out
    assert main(["rules", "--coverage", "1999"]) == 2
    assert "2014" in capsys.readouterr().err


def test_every_message_has_both_languages() -> None:
    for key, (chinese, english) in MESSAGES.items():
        assert any("\u4e00" <= c <= "\u9fff" for c in chinese), key
        assert english, key
