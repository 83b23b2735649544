"""Whatever is said to people is said in both languages, and nothing Chinese in English runs."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from flows.cli import main
from flows.environment import SETTINGS
from flows.messages import MESSAGES, WAYS
from flows.progress import STAGES
from gongkai import errors
from gongkai.errors import DISK, GongkaiError, ReadingError, RunError
from gongkai.reasons import REASONS, told
from gongkai.sentences import SENTENCES, Said, strip_control
from tests.conftest import ROOT, SAMPLE

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
ROOMS = ("gongkai", "expectations", "tasks", "flows")


def _places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def _every() -> Iterator[tuple[str, str, str]]:
    pairs: Mapping[str, Mapping[str, tuple[str, ...]]] = {
        "sentence": SENTENCES,
        "message": MESSAGES,
        "way": WAYS,
        "stage": {name: stage[:2] for name, stage in STAGES.items()},
        "disk": {str(number): said for number, said in DISK.items()},
        "meaning": {setting.name: setting.meaning for setting in SETTINGS},
        "expected": {setting.name: setting.expected for setting in SETTINGS},
    }
    for kind, catalogue in pairs.items():
        for key, (chinese, english) in catalogue.items():
            yield f"{kind} {key}", chinese, english


WITHOUT_WORDS = {"message usage", "sentence where"}
"""In these there is nothing but punctuation or a word that is the same for both."""


@pytest.mark.parametrize(("key", "chinese", "english"), _every(), ids=lambda value: value[:30])
def test_every_sentence_has_both_languages_and_the_same_places(
    key: str, chinese: str, english: str
) -> None:
    assert CHINESE.search(chinese), key
    assert english.strip()
    assert not CHINESE.search(english)
    assert _places(chinese) >= _places(english)
    # What is a word of Chinese is not filled into English.
    assert _places(chinese) - _places(english) <= {"words"}


@pytest.mark.parametrize("key", REASONS)
def test_every_reason_has_both_languages(key: str) -> None:
    reason = REASONS[key]
    assert CHINESE.search(reason.sentence)
    assert reason.english
    assert not CHINESE.search(reason.english)
    assert _places(reason.sentence) - _places(reason.english) <= {"kind", "error"}
    assert _places(reason.english) <= _places(reason.sentence)
    details = dict.fromkeys(_places(reason.sentence), "7")
    assert told(key, details, english=True)[0] == told(key, details)[0] == reason.status


def test_a_reason_without_what_fills_it_is_told_as_a_fault_in_both_languages() -> None:
    for english in (False, True):
        status, said = told("timeout", {}, english)
        assert status == "unreadable"
        assert "{" not in said
        assert bool(CHINESE.search(said)) is not english


def _raised() -> Iterator[tuple[str, int, ast.Call]]:
    family = {
        name
        for name, error in vars(errors).items()
        if isinstance(error, type) and issubclass(error, GongkaiError)
    }
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                is_told_on = isinstance(node, ast.Call) and not node.args and node.keywords
                if is_told_on and node.keywords[0].arg is None:
                    continue  # told on with its own key and values
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in family:
                    yield str(path.relative_to(ROOT)), node.lineno, node


def test_every_error_is_raised_by_a_key_with_what_its_sentences_need() -> None:
    wrong = []
    for path, line, call in _raised():
        name = call.func.id  # type: ignore[attr-defined]
        keys = (
            [n.value for n in ast.walk(call.args[0]) if isinstance(n, ast.Constant)]
            if call.args
            else []
        )
        if name == "ReadingError":
            known = all(key in REASONS for key in keys if isinstance(key, str))
        else:
            given = {keyword.arg for keyword in call.keywords}
            known = (
                len(keys) == 1 and keys[0] in SENTENCES and _places(SENTENCES[keys[0]][0]) == given
            )
        if not known:
            wrong.append(f"{path}:{line} {name} {keys}")
    assert wrong == []
    assert {call.func.id for *_, call in _raised()} >= {"RunError", "BusyError"}  # type: ignore[attr-defined]


def test_what_fills_a_sentence_is_told_in_its_language() -> None:
    inner = Said("no_raw", {"folder": "x"})
    error = RunError("declaration", file="a.yaml", why=inner)
    assert "找不到原始文件目录 x" in str(error)
    assert "there is no folder x" in error.told(english=True)
    pair = RunError("not_writable", folder="/d", why=("满", "full"))
    assert "（满）" in str(pair)
    assert "full" in pair.told(english=True)
    assert str(RunError("没有编号的句子")) == "没有编号的句子"
    assert ReadingError("timeout", seconds=3).details == {"seconds": 3}


def test_text_from_elsewhere_does_nothing_to_a_terminal() -> None:
    assert strip_control("a\x1b[31mb\u202ec\ud800d\n") == "a\\x1b[31mb\\u202ec\\ud800d\\n"
    assert strip_control("长" * 500) == "长" * 300 + "…"


CALLS = (
    [],
    ["--help"],
    ["run", "--help"],
    ["backfill", "--help"],
    ["serve", "--help"],
    ["extract", "--help"],
    ["verify", "--help"],
    ["rules", "--help"],
    ["run", "--raw", "/no/such/folder"],
    ["backfill", "--years", "x", "--raw", str(SAMPLE)],
    ["extract", "/no/such/file"],
    ["verify", "/no/such/folder"],
    ["verify", str(ROOT / "tests" / "flows")],
    ["rules", "--coverage", "1999"],
    ["rules", "--coverage", "2021"],
    ["rules"],
    ["nonsense"],
)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_nothing_chinese_is_said_in_english(
    call: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for given in ([*call, "--lang", "en"], ["--lang=en", *call]):
        try:
            main(given)
        except SystemExit as ended:
            assert ended.code == 0
        out, err = capsys.readouterr()
        assert out + err
        assert not CHINESE.search(out + err)


def test_what_is_chinese_in_an_english_extract_is_printed_in_the_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for content in (
        b"",
        b"PK\x03\x04 no archive",
        b"<html><body></body></html>",
        b"\xd0\xcf\x11\xe0" + b"0" * 600,
    ):
        (tmp_path / "a").write_bytes(content)
        assert main(["extract", str(tmp_path / "a"), "--lang", "en"]) == 1
        out, err = capsys.readouterr()
        assert not CHINESE.search(out + err)
