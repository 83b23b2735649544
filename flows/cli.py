"""The `gongkai` command. Exit status: 0 done, 1 the job failed, 2 the call is wrong.

Results go to stdout, everything else to stderr. What is slow to import is
imported by the command that needs it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from flows.environment import keep_to_itself, quiet_terminal
from flows.messages import MESSAGES, WAYS
from gongkai.errors import GongkaiError
from tasks.extract.picture.installed import can_read_pictures

DONE, FAILED, WRONG_CALL = 0, 1, 2


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
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = _speaker(given)
    try:
        call = _parser(say).parse_args(given)
        status: int = call.command(call, say)
        return status
    except _WrongCallError as wrong:
        print(say("wrong_call", why=say(wrong.message, **wrong.values)), file=sys.stderr)
        return WRONG_CALL
    except GongkaiError as error:
        print(say("failed", why=str(error)), file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # Whoever reads has seen enough (`gongkai rules | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print(say("interrupted"), file=sys.stderr)
        return FAILED
    except Exception as error:  # the boundary: people get a sentence, the log the traceback
        log = Path("gongkai-error.log").resolve()
        log.write_text(traceback.format_exc(), encoding="utf-8")
        why = f"{type(error).__name__}: {error}"
        print(say("unexpected", why=why, log=log), file=sys.stderr)
        return FAILED


def _speaker(given: Sequence[str]) -> Callable[..., str]:
    """Look up messages in the language asked for; known before the call is parsed."""
    english = "--lang=en" in given or any(pair == ("--lang", "en") for pair in pairwise(given))

    def say(message: str, **values: object) -> str:
        return MESSAGES[message][english].format(**values)

    return say


def _parser(say: Callable[..., str]) -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument("--lang", choices=("zh", "en"), default="zh", help=say("lang"))
    common.add_argument("-h", "--help", action="help", help=say("help"))
    parser = _Parser("gongkai", description=say("about"), add_help=False, parents=[common])
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

    command("run", _run, folders=True)
    years = command("backfill", _backfill, folders=True)
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


def _translate(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
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
        raise _WrongCallError("no_folder", path=path)
    return folder


def _run(call: argparse.Namespace, say: Callable[..., str]) -> int:
    return _job(call, say, "nightly", {})


def _backfill(call: argparse.Namespace, say: Callable[..., str]) -> int:
    first, _, last = call.years.partition("-")
    if not (first.isdigit() and (last or first).isdigit() and int(first) <= int(last or first)):
        raise _WrongCallError("wrong_years")
    return _job(call, say, "backfill", {"first_year": int(first), "last_year": int(last or first)})


def _job(
    call: argparse.Namespace, say: Callable[..., str], name: str, years: dict[str, int]
) -> int:
    raw, processed = _folder(call.raw), Path(call.processed)
    _be_alone(processed)
    print(say("starting"), file=sys.stderr)
    import flows.run

    summary = getattr(flows.run, name)(raw=str(raw), processed=str(processed), **years)
    print(say("summary", **summary))
    read = "read_some" if summary["read"] else "read_none"
    print(say(read if summary["documents"] else "read_nothing", **summary))
    _say_ways(summary["ways"], call.lang == "en", say)
    if not can_read_pictures():
        print(say("no_pictures"))
    if not summary["fresh"]:
        print(say("same_release"))
    print(say("release_at", **summary))
    print(say("quality_at", **summary))
    return DONE


def _say_ways(ways: dict[str, tuple[int, float]], english: bool, say: Callable[..., str]) -> None:
    """Say by what means documents were read, with the share of documents and of seconds."""
    if not ways:
        return
    documents = sum(count for way, (count, _) in ways.items() if way != "second") or 1
    seconds = sum(spent for _, spent in ways.values()) or 1.0
    print(say("ways"))
    for way, (count, spent) in ways.items():
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


def _be_alone(processed: Path) -> None:
    """Say at once that another run is on, before anything is started."""
    from tasks.publish.lock import exclusive

    with exclusive(processed):
        keep_to_itself(processed)
        quiet_terminal()


def _serve(call: argparse.Namespace, say: Callable[..., str]) -> int:
    raw, processed = _folder(call.raw), Path(call.processed)
    processed.mkdir(parents=True, exist_ok=True)
    keep_to_itself(processed)
    print(say("starting"), file=sys.stderr)
    from flows.serve import serve_deployments

    serve_deployments(str(raw.resolve()), str(processed.resolve()))
    return DONE


def _extract(call: argparse.Namespace, _say: Callable[..., str]) -> int:
    path = Path(call.file)
    if not path.is_file():
        raise _WrongCallError("no_file", path=call.file)
    from gongkai.reasons import told
    from tasks.one import read_one
    from tasks.show import as_text

    reading = read_one(path)
    reason = told(reading.reason, reading.details)[1] if reading.reason else ""
    if call.json:
        content: dict[str, Any] = {**asdict(reading), "reason": reason}
        print(json.dumps(content, ensure_ascii=False, indent=1, default=str))
    else:
        print(as_text(reading, reason))
    return DONE


def _verify(call: argparse.Namespace, say: Callable[..., str]) -> int:
    folder = _folder(call.release)
    keep_to_itself()
    from tasks.publish.verify import verify

    differences = verify(folder)
    if differences:
        print(say("differs", count=len(differences)))
        print("\n".join(differences))
        return FAILED
    manifest = json.loads((folder / "manifest.json").read_bytes())
    rows = sum(entry.get("rows", 0) for entry in manifest["files"])
    print(say("verified", files=len(manifest["files"]), rows=rows))
    return DONE


def _rules(call: argparse.Namespace, _say: Callable[..., str]) -> int:
    from expectations import catalogue
    from expectations.guarded import coverage_table
    from expectations.rules import rule_book
    from gongkai.form import forms

    if call.coverage is not None:
        if call.coverage not in forms():
            raise _WrongCallError("no_form", form=call.coverage, forms="、".join(sorted(forms())))
        print(coverage_table(forms()[call.coverage]))
    elif call.json:
        entries = [catalogue.entry(rule) for rule in rule_book().values()]
        print(json.dumps(entries, ensure_ascii=False, indent=1))
    else:
        print(catalogue.as_markdown() if call.markdown else catalogue.as_text())
    return DONE


if __name__ == "__main__":
    sys.exit(main())
