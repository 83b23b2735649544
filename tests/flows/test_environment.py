"""Settings: every wrong one is refused with a sentence, before anything starts."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from flows.cli import main
from flows.environment import SETTINGS, Settings, settings, speak_directly, table
from gongkai.errors import SettingsError
from tests.conftest import ROOT, SAMPLE

HOSTILE = (
    "abc",
    "-1",
    "nan",
    "inf",
    "-inf",
    "1 2",
    "1,5",
    "0x2",
    "１２",
    "1_0",
    "9" * 400,
    "\x1b[31m",
)

WRONG = {
    "GONGKAI_WORKERS": ("0", "257", "10000", "1.5"),
    "GONGKAI_SECONDS": ("0", "1e3", "86401"),
    "GONGKAI_PICTURE_SECONDS": ("0", "1e3", "86401"),
    "GONGKAI_SECOND_SHARE": ("7", "-0.1", "1.0000001"),
    "GONGKAI_SHARD": ("0", "1e3", "100001"),
    "GONGKAI_CRON": (
        "99 99 * * *",
        "* * *",
        "0 2 * * * * * *",
        "0 2 30 2 *",
        "H 2 * * *",
        "R * * * *",
    ),
    "GONGKAI_WAIT": ("6 h", "1d", "8000m00", "169h"),
    "GONGKAI_BROWSER": ("chromium-of-nobody", "/", __file__, "OFF"),
}

RIGHT = {
    "GONGKAI_WORKERS": (("1", 1), ("256", 256)),
    "GONGKAI_SECONDS": (("0.01", 0.01), ("86400", 86400.0)),
    "GONGKAI_PICTURE_SECONDS": (("0.01", 0.01), ("600", 600.0)),
    "GONGKAI_SECOND_SHARE": (("0", 0.0), ("1", 1.0), ("0.05", 0.05)),
    "GONGKAI_SHARD": (("1", 1), ("64", 64)),
    "GONGKAI_CRON": (("30 3 * * 1-5", "30 3 * * 1-5"), ("0 2 * * THU", "0 2 * * THU")),
    "GONGKAI_BROWSER": (("off", "off"), ("auto", "auto"), ("/bin/sh", "/bin/sh")),
    "GONGKAI_WAIT": (("0", 0.0), ("90", 90.0), ("90s", 90.0), ("1.5m", 90.0), ("6h", 21600.0)),
}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.name)
def test_a_wrong_setting_is_named_with_what_was_found_and_what_is_expected(
    setting, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for value in (*HOSTILE, *WRONG[setting.name]):
        monkeypatch.setenv(setting.name, value)
        with pytest.raises(SettingsError) as error:
            settings()
        for english in (False, True):
            said = error.value.told(english)
            assert setting.name in said
            assert setting.expected[english] in said
            assert "\x1b" not in said
            assert len(said) < 400
    place = ["--raw", str(SAMPLE), "--processed", str(tmp_path / "out")]
    for command in (["run"], ["backfill", "--years", "2023"], ["serve"]):
        assert main([*command, *place]) == 2
        assert setting.name in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.name)
def test_what_is_expected_is_taken(setting, monkeypatch: pytest.MonkeyPatch) -> None:
    place = list(Settings.__dataclass_fields__)[SETTINGS.index(setting)]
    assert f"GONGKAI_{place.upper()}" == setting.name
    for value, read in RIGHT[setting.name]:
        monkeypatch.setenv(setting.name, value)
        assert getattr(settings(), place) == read
    monkeypatch.setenv(setting.name, " ")
    default = getattr(settings(), place)
    assert setting.default == "" or setting.read(setting.default) == default


def test_every_wrong_setting_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, values in WRONG.items():
        monkeypatch.setenv(name, values[0])
    with pytest.raises(SettingsError) as error:
        settings()
    assert [name for name in WRONG if name in str(error.value)] == list(WRONG)


def test_the_readme_lists_the_settings_as_they_are() -> None:
    rows = re.findall(
        r"^\| `(GONGKAI_\w+)` \| (.+?) \| (.+?) \|$", (ROOT / "README.md").read_text("utf-8"), re.M
    )
    assert rows == list(table())


def test_our_own_server_is_spoken_to_through_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "all_proxy": "socks5://p:1",
        "HTTPS_PROXY": "SOCKS5h://p:1",
        "http_proxy": "http://p:1",
    }
    for name in (*given, "no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, given.get(name, "a.b"))
    for _ in range(2):
        speak_directly()
    assert (os.environ["no_proxy"], os.environ["NO_PROXY"]) == ("a.b,127.0.0.1",) * 2
    assert [name for name in given if name in os.environ] == ["http_proxy"]


def test_nothing_else_reads_our_settings() -> None:
    own = re.compile(r"""environ.{0,20}["']GONGKAI_|getenv.{0,5}["']GONGKAI_""")
    found = [
        path.name
        for room in ("gongkai", "expectations", "tasks", "flows")
        for path in (ROOT / room).rglob("*.py")
        if own.search(path.read_text("utf-8"))
    ]
    assert found == []
