"""The `gongkai` command. Exit status: 0 done, 1 the job failed, 2 the call is wrong.

Results go to stdout, everything else to stderr. What is slow to import is
imported by the command that needs it.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import gongkai
from flows.environment import (
    Settings,
    keep_to_itself,
    only_ours,
    prefect_home,
    quiet_terminal,
    settings,
    speak_directly,
)
from flows.log import LOGGER, set_up, to_stderr
from flows.messages import MESSAGES, REPORT_PAGE, WAYS
from gongkai.errors import DISK, GongkaiError, SettingsError, disk_error
from gongkai.names import file_bytes
from gongkai.sentences import strip_control, told
from tasks.extract.picture.installed import can_read_pictures

DONE, FAILED, WRONG_CALL = 0, 1, 2

_STARTED = time.monotonic()
"""Before anything slow is imported: people count from when they pressed Enter."""

MOST_VANISHED = 20
"""Reports that are gone are named on the terminal up to so many."""

Say = Callable[..., str]


class _WrongCallError(Exception):
    """The call is wrong; carries a message key and what fills it."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        del message  # argparse's own English; ours says what to do
        raise _WrongCallError("wrong_arguments")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    if arguments is None:
        _with_docstrings()
    _have_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = _speaker(given)
    english = say is _ENGLISH
    try:
        call = _parser(say).parse_args(given)
        call.english = english
        call.began = _STARTED if arguments is None else time.monotonic()
        status: int = call.command(call, say)
        sys.stdout.flush()
        return status
    except _WrongCallError as wrong:
        to_stderr(say("wrong_call", why=say(wrong.message, **wrong.values)))
        return WRONG_CALL
    except SystemExit:  # argparse has shown what was asked for
        _leave_stdout()
        raise
    except SettingsError as error:
        to_stderr(error.told(english))
        return WRONG_CALL
    except GongkaiError as error:
        to_stderr(say("failed", why=error.told(english)))
        return FAILED
    except BrokenPipeError:
        # Whoever reads has seen enough (`gongkai rules | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return DONE
    except KeyboardInterrupt:
        to_stderr(say("interrupted"))
        return FAILED
    except OSError as error:
        if error.errno not in DISK:
            return _unexpected(error, say)
        _leave_stdout()
        to_stderr(say("failed", why=disk_error(error).told(english)))
        return FAILED
    except Exception as error:  # the boundary: people get a sentence, the log the traceback
        return _unexpected(error, say)


def _with_docstrings() -> None:
    """Begin again where Python leaves docstrings out (`-OO`): libraries of the gate read theirs."""
    if sys.flags.optimize > 1:
        environment = {name: text for name, text in os.environ.items() if name != "PYTHONOPTIMIZE"}
        command = [sys.executable, "-m", "flows.cli", *sys.argv[1:]]
        os.execve(sys.executable, command, environment)  # noqa: S606 - this very program


def _unexpected(error: Exception, say: Say) -> int:
    why = strip_control(f"{type(error).__name__}: {error}")
    to_stderr(say("unexpected", why=why, log=_kept(traceback.format_exc()) or say("nowhere")))
    return FAILED


def _kept(log: str) -> Path | None:
    """Write down what happened where it can be written; return where that is."""
    for folder in (Path.cwd, lambda: Path(tempfile.gettempdir())):
        try:
            path = folder() / "gongkai-error.log"
            if path.exists() and not path.is_file():  # a pipe would never take it
                continue
            path.write_text(log, encoding="utf-8", errors="backslashreplace")
            return path
        except OSError:  # here it cannot: the next place is tried, and in the end it is said
            continue
    return None


def _have_streams() -> None:
    """Have all three standard streams, whatever the caller has closed, taking any letter."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is this one
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # until the end
            setattr(sys, name, nowhere)
        reconfigure = getattr(getattr(sys, name), "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _leave_stdout() -> None:
    """What is still to be written to a full or closed output is not tried again at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _say_chinese(message: str, **values: object) -> str:
    return MESSAGES[message][False].format(**values)


def _say_english(message: str, **values: object) -> str:
    return MESSAGES[message][True].format(**values)


_ENGLISH: Say = _say_english


def _speaker(given: Sequence[str]) -> Say:
    """Look up messages in the language asked for; known before the call is parsed."""
    english = "--lang=en" in given or any(pair == ("--lang", "en") for pair in pairwise(given))
    return _ENGLISH if english else _say_chinese


def _parser(say: Say) -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument("--lang", choices=("zh", "en"), default="zh", help=say("lang"))
    common.add_argument("-h", "--help", action="help", help=say("help"))
    parser = _Parser("gongkai", description=say("about"), add_help=False, parents=[common])
    version = f"gongkai {gongkai.__version__}"
    parser.add_argument("--version", action="version", version=version, help=say("version"))
    commands = parser.add_subparsers(title=say("commands"), metavar="", required=True)

    def command(name: str, run: Callable[..., int], folders: bool) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = commands.add_parser(
            name, help=say(name), description=say(name), add_help=False, parents=[common]
        )
        sub.set_defaults(command=run)
        if folders:
            sub.add_argument("--raw", default="data/raw", metavar="DIR", help=say("raw"))
            sub.add_argument(
                "--processed", default="data/processed", metavar="DIR", help=say("processed")
            )
        _translate(sub, say)
        return sub

    once = command("run", _run, folders=True)
    years = command("backfill", _backfill, folders=True)
    for job in (once, years):
        job.add_argument("--accept-removals", action="store_true", help=say("accept_removals"))
    years.add_argument("--years", required=True, help=say("years"))
    command("serve", _serve, folders=True)
    extract = command("extract", _extract, folders=False)
    extract.add_argument("file", metavar="FILE", help=say("file"))
    extract.add_argument("--json", action="store_true", help=say("json"))
    verify = command("verify", _verify, folders=False)
    verify.add_argument("release", metavar="RELEASE_DIR", help=say("release"))
    rules = command("rules", _rules, folders=False)
    shown = rules.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help=say("rules_json"))
    shown.add_argument("--markdown", action="store_true", help=say("rules_markdown"))
    shown.add_argument("--coverage", metavar="FORM", help=say("coverage"))
    _translate(parser, say)
    return parser


def _translate(parser: argparse.ArgumentParser, say: Say) -> None:
    """Give argparse's own headings the language of the messages."""

    class Formatter(argparse.HelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, prefix or say("usage"))

    parser.formatter_class = Formatter
    parser._positionals.title = say("arguments")
    parser._optionals.title = say("options")


def _folder(path: str) -> Path:
    folder = Path(path)
    if not folder.is_dir():
        raise _WrongCallError("no_folder", path=strip_control(path))
    return folder


def _run(call: argparse.Namespace, say: Say) -> int:
    return _job(call, say, "nightly", {})


def _backfill(call: argparse.Namespace, say: Say) -> int:
    first, _, last = call.years.partition("-")
    last = last or first
    years = [int(y) for y in (first, last) if len(y) == 4 and y.isascii() and y.isdigit()]
    if len(years) != 2 or years != sorted(years):
        raise _WrongCallError("wrong_years")
    return _job(call, say, "backfill", {"first_year": years[0], "last_year": years[1]})


def _job(call: argparse.Namespace, say: Say, name: str, more: dict[str, Any]) -> int:
    raw, processed = _folder(call.raw), Path(call.processed)
    given = settings()
    if call.accept_removals:
        more = {**more, "accept_removals": True}
    set_up()
    with _ending_orderly(), _alone(processed, given, call.english):
        to_stderr(say("starting"))
        summary = _in_prefect(
            call, say, name, {"raw": str(raw), "processed": str(processed)} | more
        )
    _tell(summary, call, say)
    return DONE


def _in_prefect(
    call: argparse.Namespace, say: Say, name: str, arguments: dict[str, Any]
) -> dict[str, Any]:
    """Run a flow, with a Prefect server of its own where no other is named."""
    with _prefect(call, say, schedules=False) as ready:
        import flows.run
        from flows.progress import shown
        from flows.server import at_server

        with at_server(ready), shown(call.english):
            summary: dict[str, Any] = getattr(flows.run, name)(**arguments)
    return summary


@contextmanager
def _prefect(call: argparse.Namespace, say: Say, schedules: bool) -> Iterator[Callable[[], str]]:
    """Prefect for one command; the value waits for its server and returns where that is."""
    processed = Path(call.processed)
    keep_to_itself(processed)
    only_ours()
    if not schedules:
        quiet_terminal()
    from flows.server import look_after, named_server, own_server

    def tell(path: Path, aside: Path) -> None:
        LOGGER.warning("%s", say("set_aside", path=path, aside=aside))

    home = Path(os.environ["PREFECT_HOME"])
    ours = home == prefect_home(processed)
    if ours:
        look_after(home, tell)
    named = named_server()
    if not named:
        speak_directly()
    with nullcontext(lambda: named) if named else own_server(home, schedules, tell, ours) as ready:
        yield ready


def _tell(summary: dict[str, Any], call: argparse.Namespace, say: Say) -> None:
    """Say what a run did."""
    from flows.artifacts import sentences

    print("\n".join(sentences(summary, call.english)))
    for noticed in summary.get("noticed", ()):
        print(say(noticed["code"], **noticed["values"]))
    gone = summary.get("vanished", [])
    for line in gone[:MOST_VANISHED]:
        print(f"  {strip_control(told(line, call.english))}")
    if len(gone) > MOST_VANISHED:
        print(say("vanished_more", more=len(gone) - MOST_VANISHED))
    _say_ways(summary["ways"], call.english, say)
    if not can_read_pictures():
        print(say("no_pictures"))
    print(say("release_at", **summary))
    print(say("quality_at", release=summary["release"], page=REPORT_PAGE))
    print(say("took", seconds=time.monotonic() - call.began))


@contextmanager
def _ending_orderly() -> Iterator[None]:
    """Take a polite request to end (systemd, `kill`) for what Ctrl-C is."""

    def interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, interrupt)
    except ValueError:  # not in the main thread: whoever started it ends it
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _say_ways(ways: dict[str, tuple[int, float]], english: bool, say: Say) -> None:
    """Say by what means documents were read, with the share of documents and of seconds."""
    if not any(count or seconds for count, seconds in ways.values()):
        return
    documents = sum(count for way, (count, _) in ways.items() if way != "second") or 1
    seconds = sum(spent for _, spent in ways.values()) or 1.0
    print(say("ways"))
    for way, (count, spent) in ways.items():
        if not count and not spent:
            continue
        print(
            say(
                "way",
                name=WAYS[way][english],
                count=count,
                # After a killed run more may be left to be read twice than to be read.
                documents_share=count / max(documents, count),
                seconds=spent,
                seconds_share=spent / seconds,
            )
        )


@contextmanager
def _alone(processed: Path, given: Settings, english: bool) -> Iterator[None]:
    """Hold the output folder before anything is started in it, waiting where it is held."""
    from tasks.publish.lock import exclusive, spoken

    def waits(holder: tuple[str, str]) -> None:
        most = spoken(given.wait)[english]
        said = MESSAGES["waiting"][english].format(holder=holder[english], most=most)
        LOGGER.info("%s", said)

    with exclusive(processed, given.wait, waits, lend=True):
        yield


def _serve(call: argparse.Namespace, say: Say) -> int:
    raw, processed = _folder(call.raw), Path(call.processed)
    cron = settings().cron
    set_up()
    try:
        processed.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_error(error, processed) from error
    with _ending_orderly(), _prefect(call, say, schedules=True) as ready:
        to_stderr(say("starting"))
        from flows.serve import serve_deployments
        from flows.server import at_server

        with at_server(ready) as url:
            LOGGER.info("%s", say("serving", cron=cron, url=url))
            serve_deployments(str(raw.resolve()), str(processed.resolve()))
    return DONE


def _extract(call: argparse.Namespace, _say: Say) -> int:
    path = Path(call.file)
    if not path.is_file():
        raise _WrongCallError("no_file", path=strip_control(call.file))
    from tasks.one import add_up, read_one
    from tasks.second.browser import found
    from tasks.show import as_text, reason_of

    browser = found(settings().browser)
    reading = read_one(path, browser=browser.path if browser else "")
    added = add_up(reading)
    if call.json:
        content: dict[str, Any] = {
            **asdict(reading),
            "reason": reason_of(reading, call.english),
            "departures": [asdict(found) for found in added.departures],
        }
        print(json.dumps(content, ensure_ascii=False, indent=1, default=str))
    else:
        print(as_text(reading, added, call.english))
    return FAILED if reading.reason else DONE


def _verify(call: argparse.Namespace, say: Say) -> int:
    folder = _folder(call.release)
    if not (folder / "manifest.json").is_file():
        raise _WrongCallError("no_manifest", path=strip_control(call.release))
    keep_to_itself()
    from tasks.publish.verify import verify

    differences = verify(folder, call.english)
    if differences:
        print(say("differs", count=len(differences)))
        print("\n".join(strip_control(difference) for difference in differences))
        return FAILED
    manifest = json.loads(file_bytes(folder / "manifest.json"))
    rows = sum(entry.get("rows", 0) for entry in manifest["files"])
    print(say("verified", files=len(manifest["files"]), rows=rows))
    return DONE


def _rules(call: argparse.Namespace, _say: Say) -> int:
    from expectations import catalogue
    from expectations.guarded import coverage_table
    from expectations.rules import rule_book
    from flows.book import coverage_in_english, rules_in_english
    from gongkai.form import forms

    if call.coverage is not None:
        if call.coverage not in forms():
            raise _WrongCallError("no_form", form=call.coverage, forms=", ".join(sorted(forms())))
        form = call.coverage
        print(coverage_in_english(form) if call.english else coverage_table(forms()[form]))
    elif call.json:
        entries = [catalogue.entry(rule) for rule in rule_book().values()]
        print(json.dumps(entries, ensure_ascii=False, indent=1))
    elif call.markdown:
        print(catalogue.as_markdown())
    else:
        print(rules_in_english() if call.english else catalogue.as_text())
    return DONE


if __name__ == "__main__":
    sys.exit(main())
