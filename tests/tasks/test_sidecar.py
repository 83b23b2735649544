"""Sidecars: a wrong field costs that field alone, and nothing hostile comes out."""

from __future__ import annotations

import datetime as dt
import json
from random import Random

import pytest

from gongkai.report import Sidecar
from tasks.sidecar import LARGEST, parsed

GOOD = {
    "agency": "示例市青禾区人民政府",
    "year": 2024,
    "url": "https://www.example.gov.cn/a.pdf",
    "published_on": "2025-01-20",
    "collected_at": "2025-02-01T08:00:00+08:00",
}
SOUND = parsed("r.source.json", json.dumps(GOOD).encode())


def read(text: str | bytes) -> Sidecar:
    content = text if isinstance(text, bytes) else text.encode()
    sidecar = parsed("r.source.json", content)
    for said in (sidecar.agency, sidecar.url, sidecar.fault):
        (said or "").encode()  # all that comes out can be written down
    assert len(sidecar.fault) < 1000, "a fault repeats no long value"
    assert "\n" not in sidecar.fault
    return sidecar


def test_a_full_sidecar() -> None:
    assert SOUND.fault == ""
    assert (SOUND.agency, SOUND.year, SOUND.url) == (GOOD["agency"], 2024, GOOD["url"])
    assert SOUND.published_on == dt.date(2025, 1, 20)
    assert SOUND.collected_at == dt.datetime(2025, 2, 1, 0, tzinfo=dt.UTC)
    assert read(json.dumps({**GOOD, "something_else": 1, "year": None})).fault == ""


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(GOOD),
        "\ufeff" + json.dumps(GOOD, ensure_ascii=False),
        json.dumps({**GOOD, "note": "\ud800", "more": [1e300, {"year": 7}]}),
        json.dumps(GOOD)[:-1] + ', "n": 1e999, "m": NaN, "big": 1' + "0" * 5000 + "}",
        json.dumps(GOOD)[:-1] + ', "other": {"year": 1, "year": 2}, "a": 1, "a": 2}',
    ],
)
def test_what_is_no_field_of_it_does_no_harm(text: str) -> None:
    assert read(text) == SOUND


WRONG = {
    "agency": [
        *('"../../etc/passwd"', '"<script>alert(1)</script>"', '""', '"局"', "7", "[]", "{}"),
        *('"\\ud800市人民政府"', '"示例市\\u0000局"', '"示例市\\u202e局"', '"示例市\\n局"', "true"),
        *('"' + "长" * 100_000 + '"', '"示例市\\u200b局"', "NaN", "1e999"),
    ],
    "year": [
        *('"2023"', "true", "1023", "2023.0", "1e999", "-1e999", "NaN", "Infinity", "2e3"),
        *("1" + "0" * 400, "9" * 100_000, "99999999999999999999", "-2023", "[2023]", '"\\ud800"'),
    ],
    "url": [
        *('"javascript:alert(1)"', '"http://a/\\ud800"', '"http://"', '"http://[a"', "1"),
        *('"https://user:secret@example.gov.cn/"', '"https://user@example.gov.cn/"'),
        *('"http://a/ b"', '"http://a/\\nb"', '"http://a/\\u202eb"', '"http://a:99999/"'),
        *('" http://a/"', '"http:\\\\\\\\a"', '"http://a/<b>"', '"//a/b"', '"http://a/\\u0000"'),
        '"http://a/' + "a" * 1_000_000 + '"',
    ],
    "published_on": [
        *('"昨天"', "20240101", '"2024-02-30"', '"0001-01-01"', '"9999-12-31"', '"2024-1-1"'),
        *('"2024-01-31\\ud800"', '"２０２４-01-31"', "[]", "1e999", '"2024-W05-3"'),
    ],
    "collected_at": [
        *('"now"', "1706659200", '"2024-01-31\\ud80010:00:00"', '"9999-12-31T23:59:59-23:59"'),
        *('"0001-01-01T00:00:00+23:59"', '"2024-01-31T25:00:00"', "{}", "NaN"),
    ],
}
CASES = [(field, value) for field, values in WRONG.items() for value in values]


@pytest.mark.parametrize(("field", "value"), CASES, ids=lambda text: text[:30])
def test_a_wrong_field_is_lost_alone_and_told(field: str, value: str) -> None:
    others = {name: said for name, said in GOOD.items() if name != field}
    sidecar = read(json.dumps(others)[:-1] + f', "{field}": {value}}}')
    for name in GOOD:
        assert getattr(sidecar, name) == (None if name == field else getattr(SOUND, name))
    assert "r.source.json" in sidecar.fault
    assert f"：{field} " in sidecar.fault
    assert sidecar.fault.endswith("这一项未予采用，其余各项照用，请改正后重新运行。")
    assert "secret" not in sidecar.fault


def test_a_field_said_twice_is_not_believed() -> None:
    sidecar = read('{"year": 2022, "agency": "示例市教育局", "year": 2023}')
    assert (sidecar.year, sidecar.agency) == (None, "示例市教育局")
    assert "year 写了不止一次" in sidecar.fault


@pytest.mark.parametrize(
    ("field", "value", "another"),
    [
        *(("agency", value, True) for value in ('"示例市\\u200b局"', f'"{"长" * 101}"')),
        *(("agency", value, False) for value in ("true", "[]", '""', '"  "', "1e400")),
        *(("year", value, True) for value in ('"2023"', "1023", "20233")),
        *(("year", value, False) for value in ("true", "-1", "{}", "9" * 20, '"abc"', "2023.5")),
        ("url", "1", False),
    ],
)
def test_what_cannot_be_meant_names_no_other_report(field: str, value: str, another: bool) -> None:
    sidecar = read(f'{{"{field}": {value}}}')
    assert sidecar.lost == (field,)
    assert sidecar.names_another == another


def test_several_wrong_fields_are_all_told() -> None:
    sidecar = read('{"year": 1, "url": "ftp://a", "agency": "示例市教育局"}')
    assert sidecar == Sidecar("示例市教育局", fault=sidecar.fault, lost=("year", "url"))
    assert "year 应在" in sidecar.fault
    assert "；url 应为" in sidecar.fault
    assert "这几项未予采用" in sidecar.fault


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "语法"),
        (b"{", "语法"),
        (b"[]", "对象"),
        (b"null", "对象"),
        (b'{"year": 2023}\0', "语法"),
        (b'{"agency": "a\0b"}', "语法"),
        (b"[" * 100_000, "嵌套过深"),
        (b'{"year":' * 100_000, "嵌套过深"),
        (json.dumps(GOOD, ensure_ascii=False).encode("utf-16"), "UTF-8"),
        (json.dumps(GOOD, ensure_ascii=False).encode("gb18030"), "UTF-8"),
        (b'{"agency": "\xed\xa0\x80"}', "UTF-8"),
        (b" " * (LARGEST + 1), "MB"),
        (b"\0" * 5000, "语法"),
    ],
    ids=range(13),
)
def test_what_cannot_be_parsed_is_lost_whole(content: bytes, why: str) -> None:
    sidecar = read(content)
    assert sidecar == Sidecar(fault=sidecar.fault, lost=sidecar.lost, names_another=True)
    assert set(sidecar.lost) == set(GOOD)
    assert why in sidecar.fault
    assert "r.source.json" in sidecar.fault


def test_damaged_bytes_are_a_sidecar_or_a_fault() -> None:
    random = Random(11)
    whole = json.dumps(GOOD, ensure_ascii=False).encode()
    for _ in range(500):
        damaged = bytearray(whole)
        for _ in range(random.randint(1, 3)):
            at = random.randrange(len(damaged))
            damaged[at : at + random.randint(0, 4)] = random.randbytes(random.randint(0, 3))
        sidecar = read(bytes(damaged))
        if not sidecar.fault:
            said = json.loads(damaged)
            assert {name: said[name] for name in GOOD if name in said}.keys() == {
                name for name in GOOD if getattr(sidecar, name) is not None
            }
