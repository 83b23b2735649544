"""The `gongkai` command as people call it."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import gongkai
from expectations.rules import rule_book
from flows.cli import main
from flows.messages import MESSAGES
from tasks.publish.lock import exclusive
from tests.compare import gold_of
from tests.conftest import GOLD, ROOT, SAMPLE
from tests.flows.plain import nightly

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
        ["verify", str(SAMPLE)],
        ["backfill", "--years", "2019-2020-2021", "--raw", str(SAMPLE)],
        ["backfill", "--years", "99999999999999", "--raw", str(SAMPLE)],
        ["backfill", "--years", "２０２３", "--raw", str(SAMPLE)],
        ["run", "--lang", "fr"],
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
    assert main(["extract", str(tmp_path / "a.pdf")]) == 1
    assert "文件是空的" in capsys.readouterr().out
    assert main(["extract", str(tmp_path / "a.pdf"), "--json", "--lang", "en"]) == 1
    assert json.loads(capsys.readouterr().out)["reason"].startswith("the file is empty (0 bytes)")


def test_extract_says_what_does_not_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    report = str(ROOT / gold_of(GOLD / "qinghe_2025.json")["file"])
    assert main(["extract", report]) == 0
    said = capsys.readouterr().out
    assert "对不上的地方（2 处）" in said
    assert "“自然人”列：60 = 61 不成立" in said
    assert main(["extract", report, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["departures"]
    assert [(f["check"], f["left"], f["operator"], f["right"]) for f in found] == [
        ("applications.balance[natural_person]", "60", "=", "61"),
        ("applications.balance[other_organisation]", "1", "=", "0"),
    ]


def test_extract_starts_neither_prefect_nor_great_expectations() -> None:
    asked = (
        "import sys\nfrom flows.cli import main\n"
        f"status = main(['extract', {REPORT!r}, '--json'])\n"
        "heavy = [m for m in ('prefect', 'great_expectations') if m in sys.modules]\n"
        "print(status, heavy, file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ended.stderr.strip() == "0 []"


@pytest.mark.parametrize(
    "call",
    [
        ["--help"],
        ["--version"],
        ["run", "--help"],
        ["verify", "tests"],
        ["verify", "/no/such/release"],
        ["run", "--raw", "tests"],
    ],
)
def test_what_is_answered_at_once_imports_nothing_slow(call: list[str]) -> None:
    asked = (
        "import sys\nfrom flows.cli import main\n"
        f"try: main({call!r})\nexcept SystemExit: pass\n"
        "slow = ('prefect', 'great_expectations', 'pyarrow', 'numpy', 'duckdb', 'pydantic')\n"
        "print([m for m in slow if m in sys.modules], file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env={**os.environ, "GONGKAI_CRON": "0 25 * * *"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stderr.strip().splitlines()[-1] == "[]"


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"gongkai {gongkai.__version__}\n"


def test_a_second_run_at_once_says_so_and_stops(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GONGKAI_WAIT", "0")
    with exclusive(tmp_path):
        assert main(["run", "--raw", str(SAMPLE), "--processed", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "另一次运行正在使用" in err
    assert f"进程 {os.getpid()}" in err
    assert "Traceback" not in err


@pytest.mark.slow
def test_run_and_verify(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without Prefect; `test_run` runs the command with it."""
    raw = Path(REPORT).parent
    monkeypatch.setattr("flows.cli._in_prefect", lambda call, say, name, given: nightly(**given))
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


def test_what_stops_a_run_is_a_sentence_and_where_it_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(error: BaseException) -> Callable[..., int]:
        def run(*_: object) -> int:
            raise error

        return run

    monkeypatch.chdir(tmp_path)
    for error, status, chinese, english in (
        (OSError(errno.ENOSPC, "No space", "/d/x"), 1, "磁盘已满，写不下 /d/x", "disk is full"),
        (PermissionError(errno.EACCES, "no", "/d/x"), 1, "/d/x 无法读写：没有权限", "permission"),
        (OSError(errno.EROFS, "no", "/d/x"), 1, "/d/x 无法读写：磁盘或目录是只读的", "read-only"),
        (KeyboardInterrupt(), 1, "已中断", "Interrupted"),
        (BrokenPipeError(), 0, "", ""),
    ):
        monkeypatch.setattr("flows.cli._rules", fails(error))
        for language, said in (("zh", chinese), ("en", english)):
            assert main(["rules", "--lang", language]) == status
            err = capsys.readouterr().err
            assert said in err
            assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr("flows.cli._rules", fails(ZeroDivisionError("0\x1b[31m")))
    assert main(["rules"]) == 1
    err = capsys.readouterr().err
    assert "ZeroDivisionError: 0\\x1b[31m" in err
    assert str(tmp_path / "gongkai-error.log") in err
    assert "Traceback" in (tmp_path / "gongkai-error.log").read_text("utf-8")


def test_a_log_that_cannot_be_kept_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gongkai-error.log").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("flows.cli._rules", lambda *_: 1 // 0)
    assert main(["rules", "--lang", "en"]) == 1
    assert "nothing could be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    "closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full"]
)
def test_streams_that_are_closed_or_full(closed: str) -> None:
    for call in ("--version", "verify /no/such/release"):
        ended = subprocess.run(
            ["/bin/sh", "-c", f'"$0" -m flows.cli {call} {closed}', sys.executable],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode in (0, 1, 2), ended
        assert "Traceback" not in ended.stdout + ended.stderr
        assert "Exception ignored" not in ended.stdout + ended.stderr


def test_a_file_in_place_of_the_output_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path / "file", tmp_path / "file" / "out"):
        assert main(["run", "--raw", str(SAMPLE), "--processed", str(place)]) == 1
        err = capsys.readouterr().err
        assert "无法写入" in err
        assert "Traceback" not in err


@pytest.mark.slow
def test_the_command_has_its_docstrings_whatever_python_was_asked_to_leave_out() -> None:
    program = "import flows.cli, sys; sys.argv = ['gongkai', '--version']; flows.cli.main()"
    ran = subprocess.run(
        [sys.executable, "-OO", "-c", program],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "gongkai" in ran.stdout
