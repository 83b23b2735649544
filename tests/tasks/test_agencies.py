"""The register of agencies: believed as a whole or not at all, and told by line."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path
from random import Random

import pytest
import yaml

import tasks.agencies
from gongkai.errors import RunError
from tasks.agencies import LARGEST, REGISTER, Agencies, Aggregator, RegisteredNames, load_agencies

SOUND = """# 机关名录
- agency: 示例市人民政府
  children: [示例市教育局, "示例市青禾区人民政府"]
  complete: [2023, 2024]
- agency: 示例市青禾区人民政府
  children:
    - 青禾区教育局
"""
READ = {
    "示例市人民政府": Aggregator(
        agency="示例市人民政府",
        children=("示例市教育局", "示例市青禾区人民政府"),
        complete=(2023, 2024),
    ),
    "示例市青禾区人民政府": Aggregator(agency="示例市青禾区人民政府", children=("青禾区教育局",)),
}


def load(folder: Path, content: str | bytes) -> Agencies:
    data = content if isinstance(content, bytes) else content.encode()
    (folder / REGISTER).write_bytes(data)
    return load_agencies(folder)


def refused(folder: Path, content: str | bytes) -> str:
    with pytest.raises(RunError) as caught:
        load(folder, content)
    message = str(caught.value)
    message.encode()
    assert REGISTER in message
    assert message.endswith("。")
    assert "请" in message
    assert len(message) < 600
    return message


@pytest.mark.parametrize("loader", [yaml.SafeLoader, tasks.agencies.LOADER])
@pytest.mark.parametrize(
    "content",
    [
        SOUND,
        "\ufeff" + SOUND,
        SOUND.replace("\n", "\r\n"),
        "---\n" + SOUND + "...\n",
        SOUND.replace("[2023, 2024]", "[2023, '2024']"),
    ],
)
def test_a_sound_register(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, loader: object
) -> None:
    monkeypatch.setattr(tasks.agencies, "LOADER", loader)
    assert load(tmp_path, content) == READ


def test_no_register_says_nothing(tmp_path: Path) -> None:
    assert load_agencies(tmp_path) == {}
    for content in ("[]", "# 待填\n", "---\n", "~"):
        assert load(tmp_path, content) == {}


BOMB = "a: &a [lol]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + below] * 9)}]\n"
    for below, name in zip("abcdefghi", "bcdefghij", strict=True)
)
ENTRY = "- agency: 示例市人民政府\n  children: "
HOSTILE = {
    "bomb": (BOMB, "第 1 行", "锚点"),
    "alias": (ENTRY + "[甲局, *a]", "第 2 行", "别名"),
    "anchor": (ENTRY + "&a [甲局]", "第 2 行", "锚点"),
    "recursive": ("&a [*a]", "第 1 行", "锚点"),
    "merge": (ENTRY + "[甲局]\n  <<: 甲局", "第 3 行", "不是机关名录中的项"),
    "tag": (ENTRY + "!!python/object/apply:os.system [ls]", "第 2 行", "类型标记"),
    "tag of a scalar": (ENTRY + "[!!str 甲局]", "第 2 行", "类型标记"),
    "huge year": (ENTRY + "[甲局]\n  complete: [99999999999999999999]", "第 3 行", "complete"),
    "endless year": (ENTRY + "[甲局]\n  complete: [1" + "0" * 5000 + "]", "第 3 行", "complete"),
    "real year": (ENTRY + "[甲局]\n  complete: [1e999]", "第 3 行", "complete"),
    "year as a word": (ENTRY + "[甲局]\n  complete: [二〇二三]", "第 3 行", "complete"),
    "years as one": (ENTRY + "[甲局]\n  complete: 2023", "第 3 行", "清单"),
    "year of nothing": (ENTRY + "[甲局]\n  complete: [[2023]]", "第 3 行", "嵌套过深"),
    "children as one": (ENTRY + "甲局", "第 2 行", "清单"),
    "child is a number": (ENTRY + "[2023]", "第 2 行", "机关名称"),
    "child is an entry": (ENTRY + "[甲局, {a: 1}]", "第 2 行", "嵌套过深"),
    "no children": ("- agency: 示例市人民政府", "第 1 行", "缺少 children"),
    "no agency": ("- children: [甲局]", "第 1 行", "缺少 agency"),
    "other key": (ENTRY + "[甲局]\n  note: x", "第 3 行", "不是机关名录中的项"),
    "key is a list": ("- ? [a, b]\n  : 1", "第 1 行", "不是机关名录中的项"),
    "key twice": (ENTRY + "[甲局]\n  children: [乙局]", "第 3 行", "不止一次"),
    "agency twice": (SOUND + "- agency: 示例市人民政府\n  children: []", "第 8 行", "已在第 2 行"),
    "child twice": (ENTRY + "\n    - 甲局\n    - 甲局", "第 4 行", "不止一次"),
    "itself": (ENTRY + "[示例市人民政府]", "第 1 行", "自己的下级"),
    "its own ancestor": (
        SOUND + "- agency: 青禾区教育局\n  children: [示例市人民政府]",
        "行",
        "自己的下级",
    ),
    "a word": ("示例市人民政府", "第 1 行", "清单"),
    "an entry": ("agency: 甲局\nchildren: []", "第 1 行", "清单"),
    "two files": (SOUND + "---\n" + SOUND, "第 8 行", "不止一份"),
    "deep": ("[" * 100_000, "第 1 行", "嵌套过深"),
    "deep block": ("- " * 10_000 + "a", "第 1 行", "嵌套过深"),
    "surrogate": (ENTRY + '["甲\\ud800局"]', "第 2 行", ""),
    "raw surrogate": (ENTRY.encode() + b"[\xed\xa0\x80]", "第 2 行", "UTF-8"),
    "turned": (ENTRY + '["甲\\u202e局"]', "第 2 行", "字符"),
    "markup": (ENTRY + "[<script>alert(1)</script>]", "第 2 行", "字符"),
    "long": (ENTRY + "[" + "局" * 100_000 + "]", "第 2 行", "机关名称"),
    "nul": (ENTRY + "[甲\0局]", "第 2 行", ""),
    "gbk": (SOUND.encode("gb18030"), "第 1 行", "UTF-8"),
    "utf-16": (SOUND.encode("utf-16"), "第 1 行", "UTF-8"),
    "open bracket": (ENTRY + "[甲局", "行", "语法"),
    "tab": ("- agency: 甲局\n\tchildren: []", "第 2 行", "语法"),
    "directive": ("%YAML 9.9\n---\n[]", "行", "语法"),
    "empty": ("", "", "空的"),
    "blank": (" \n\n", "", "空的"),
    "large": (b"#" * (LARGEST + 1), "", "MB"),
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("loader", [yaml.SafeLoader, tasks.agencies.LOADER])
def test_what_is_no_register_is_refused_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, loader: object
) -> None:
    monkeypatch.setattr(tasks.agencies, "LOADER", loader)
    content, line, why = HOSTILE[kind]
    message = refused(tmp_path, content)
    assert line in message
    assert why in message


def test_a_register_that_is_no_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / REGISTER
    for make in (path.mkdir, lambda: os.mkfifo(path), lambda: path.symlink_to("gone")):
        make()
        with pytest.raises(RunError, match="无法读取"):
            load_agencies(tmp_path)
        path.rmdir() if path.is_dir() else path.unlink()


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    tracemalloc.start()
    refused(tmp_path, BOMB)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * LARGEST


def test_damaged_bytes_are_a_register_or_refused(tmp_path: Path) -> None:
    random = Random(11)
    whole = SOUND.encode()
    refusals = 0
    for _ in range(300):
        damaged = bytearray(whole)
        at = random.randrange(len(damaged))
        damaged[at : at + random.randint(0, 3)] = random.randbytes(random.randint(0, 3))
        (tmp_path / REGISTER).write_bytes(damaged)
        try:
            for entry in load_agencies(tmp_path).values():
                "".join((entry.agency, *entry.children)).encode()
        except RunError:
            refusals += 1
    assert refusals > 100


def test_an_entry_may_say_other_names_alone(tmp_path: Path) -> None:
    entry = "- agency: 示例市住房和城乡建设局\n  aliases: [示例市建设局]\n"
    found = load(tmp_path, entry)
    full = "示例市住房和城乡建设局"
    assert found == {full: Aggregator(agency=full, aliases=("示例市建设局",))}
    assert RegisteredNames(found).of("示例市建设局") == full
    assert RegisteredNames(found).of("示例市住建局") == full
    assert RegisteredNames(found).of("另一市住建局") == "另一市住建局"
