"""The only reader and writer of environment variables of the flows.

Prefect's are set before it is imported; whatever the user has set stays. Our own,
`GONGKAI_…`, are declared here once: `gongkai run`, `gongkai serve` and deployments of a
Prefect server all read them by this table, which refuses what it does not understand.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.machinery import PathFinder
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from gongkai.errors import SettingsError
from gongkai.sentences import Said, strip_control
from tasks.second.browser import AUTO, OFF

_QUIET = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
}

MOST_WORKERS = 256
MOST_SECONDS = 86_400
MOST_DOCUMENTS = 100_000
LONGEST_WAIT = 7 * 86_400


@dataclass(frozen=True)
class Setting:
    """One setting: how it is read, and what is said of it.

    Attributes:
        default: as it would be written.
        read: makes the value of a text; raises ValueError for anything not expected.
        meaning, expected: in Chinese and in English.
    """

    name: str
    default: str
    read: Callable[[str], Any]
    meaning: tuple[str, str]
    expected: tuple[str, str]


@dataclass(frozen=True)
class Settings:
    """What can be set from outside.

    Attributes:
        workers: reading processes.
        seconds: time limit per document.
        picture_seconds: the same where its pictures are read.
        second_share: share of the figures to read twice beside those that always are.
        shard: documents per Prefect task run.
        cron: when the nightly run starts, in Beijing time.
        wait: seconds to wait for another run on the same output folder.
        browser: what web pages are painted with: a path, `auto` or `off`.
    """

    workers: int
    seconds: float
    picture_seconds: float
    second_share: float
    shard: int
    cron: str
    wait: float
    browser: str


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
            raise ValueError(text)
        return int(text)

    return read


def _number(least: float, most: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", text) or not least <= float(text) <= most:
            raise ValueError(text)
        return float(text)

    return read


def _program(text: str) -> str:
    """A program that is there and may be run, or one of the two words."""
    try:
        is_program = Path(text).is_file() and os.access(text, os.X_OK)
    except OSError as error:  # no name a file can have
        raise ValueError(text) from error
    if text not in (AUTO, OFF) and not is_program:
        raise ValueError(text)
    return text


_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600}


def _duration(text: str) -> float:
    found = re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)([smh]?)", text)
    if found is None or (seconds := float(found[1]) * _UNITS[found[2]]) > LONGEST_WAIT:
        raise ValueError(text)
    return seconds


def _cron(text: str) -> str:
    """A schedule that Prefect accepts and that comes to pass."""
    croniter = _croniter()
    if not text.isascii() or len(text) > 100 or re.search(r"(?i)(?<![a-z])[rh](?![a-z])", text):
        raise ValueError(text)
    try:
        croniter.croniter(text, datetime(2026, 1, 1)).get_next()
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(text) from error
    return text


def _croniter() -> Any:
    """The parser of schedules inside Prefect, without importing all of Prefect (two seconds)."""
    name = "prefect._vendor.croniter"
    if name in sys.modules:
        return sys.modules[name]
    found = PathFinder.find_spec("prefect")
    folders = found.submodule_search_locations if found is not None else None
    init = Path(next(iter(folders or ["."]))) / "_vendor" / "croniter" / "__init__.py"
    if not init.is_file():
        from prefect._vendor import croniter

        return croniter
    own = "_prefect_croniter"
    if own not in sys.modules:
        spec = spec_from_file_location(own, init, submodule_search_locations=[str(init.parent)])
        assert spec is not None
        assert spec.loader is not None
        sys.modules[own] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[own])
    return sys.modules[own]


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "GONGKAI_WORKERS",
        "",
        _whole(1, MOST_WORKERS),
        ("同时读取的进程数，默认为处理器核数", "reading processes, by default the number of cores"),
        (f"1 到 {MOST_WORKERS} 的整数", f"a whole number from 1 to {MOST_WORKERS}"),
    ),
    Setting(
        "GONGKAI_SECONDS",
        "60",
        _number(0.001, MOST_SECONDS),
        ("读取一份文件的时限，秒", "time limit per document, in seconds"),
        (f"0.001 到 {MOST_SECONDS} 的秒数", f"a number of seconds from 0.001 to {MOST_SECONDS}"),
    ),
    Setting(
        "GONGKAI_PICTURE_SECONDS",
        "600",
        _number(0.001, MOST_SECONDS),
        ("识别一份文件图片的时限，秒", "the same where pictures are read, in seconds"),
        (f"0.001 到 {MOST_SECONDS} 的秒数", f"a number of seconds from 0.001 to {MOST_SECONDS}"),
    ),
    Setting(
        "GONGKAI_SECOND_SHARE",
        "0.05",
        _number(0, 1),
        (
            "文字层其余数字中再次读取的比例",
            "share of a text layer's other figures that are read twice",
        ),
        ("0 到 1 的小数", "a number from 0 to 1"),
    ),
    Setting(
        "GONGKAI_SHARD",
        "64",
        _whole(1, MOST_DOCUMENTS),
        ("每个 Prefect 任务读取的文件数", "documents per Prefect task run"),
        (f"1 到 {MOST_DOCUMENTS} 的整数", f"a whole number from 1 to {MOST_DOCUMENTS}"),
    ),
    Setting(
        "GONGKAI_CRON",
        "0 2 * * *",
        _cron,
        ("每晚运行的时间，北京时间", "schedule of `gongkai serve`, Beijing time"),
        ("cron 写法，如 0 2 * * *", "a cron schedule like 0 2 * * *"),
    ),
    Setting(
        "GONGKAI_WAIT",
        "6h",
        _duration,
        (
            "另一次运行占用输出目录时最多等多久",
            "how long to wait for another run on the same output folder",
        ),
        (
            "0 到 7 天的时间，如 90（秒）、30m 或 6h",
            "a time of up to 7 days like 90 (seconds), 30m or 6h",
        ),
    ),
    Setting(
        "GONGKAI_BROWSER",
        AUTO,
        _program,
        (
            "把网页画出来以便再次读取的浏览器",
            "browser (Chromium or Chrome) that paints web pages for the second reader",
        ),
        (
            "可执行文件的路径，或 auto（在 PATH 中查找）、off（不用）",
            "the path of a program, `auto` (looked for on the PATH) or `off`",
        ),
    ),
)
"""Every setting, in the order of the README."""


def settings() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: some are not as expected; the message names every one of them.
    """
    values: dict[str, Any] = {}
    wrong: list[Said] = []
    for setting in SETTINGS:
        given = os.environ.get(setting.name, "").strip()
        try:
            # A default is right by itself (a test says so); a schedule's parser is slow to load.
            values[setting.name] = setting.read(given) if given else _default(setting)
        except ValueError:
            wrong.append(_told(setting, given))
    if wrong:
        raise SettingsError("settings", wrong=_Several(tuple(wrong)))
    return Settings(*(values[setting.name] for setting in SETTINGS))


def _default(setting: Setting) -> Any:
    if not setting.default:
        return min(os.cpu_count() or 1, MOST_WORKERS)
    return setting.default if setting.read is _cron else setting.read(setting.default)


def _told(setting: Setting, found: str) -> Said:
    return Said(
        "setting",
        {
            "name": setting.name,
            "meaning": setting.meaning,
            "found": strip_control(found, 60),
            "expected": setting.expected,
        },
    )


@dataclass(frozen=True)
class _Several:
    """Sentences one after the other."""

    each: tuple[Said, ...]

    def told(self, english: bool) -> str:
        return "".join(f"\n  {said.told(english)}" for said in self.each)


def keep_to_itself(processed: Path | None = None) -> None:
    """Keep Prefect and Great Expectations from phoning home or writing into the user's home."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    if processed is not None:
        os.environ.setdefault("PREFECT_HOME", str(prefect_home(processed)))


def prefect_home(processed: Path) -> Path:
    """Where Prefect keeps its database, unless `PREFECT_HOME` says otherwise."""
    return Path(os.path.realpath(processed)) / ".prefect"


def only_ours() -> None:
    """Keep Prefect from starting a server by itself, which would outlive a killed command."""
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_ENABLED", "false")


def speak_directly() -> None:
    """Have what speaks to our own server, on this machine, go through no proxy."""
    for name in ("no_proxy", "NO_PROXY"):
        hosts = [*filter(None, os.environ.get(name, "").split(",")), "127.0.0.1"]
        os.environ[name] = ",".join(dict.fromkeys(hosts))
    for name in [n for n in os.environ if n.lower().endswith("_proxy")]:
        if os.environ[name].lower().startswith("socks"):
            del os.environ[name]  # Prefect's client cannot even be made with one of these


def quiet_terminal() -> None:
    """Keep Prefect's own log lines off the terminal; the command says what matters."""
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW", "ignore")


def today() -> dt.datetime:
    """Today's midnight in Beijing; `SOURCE_DATE_EPOCH` (seconds) repeats the run of another day."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    beijing = dt.timezone(dt.timedelta(hours=8))
    now = dt.datetime.fromtimestamp(int(given), beijing) if given else dt.datetime.now(beijing)
    return now.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(dt.UTC)


def table() -> Iterator[tuple[str, str, str]]:
    """The settings as the README lists them: name, default, meaning with what is expected."""
    for setting in SETTINGS:
        default = f"`{setting.default}`" if " " in setting.default else setting.default
        yield (
            setting.name,
            default or "number of cores",
            f"{setting.meaning[1]}; {setting.expected[1]}",
        )
