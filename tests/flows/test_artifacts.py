"""What is left in Prefect is said in sentences, and nothing in a document acts upon it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.artifacts import MOST_HELD, held_table, plain, sentences, summary_markdown

SUMMARY: dict[str, Any] = {
    "documents": 19, "published": 15, "held": 4, "no_form": 0, "unreadable": 0, "duplicate": 0, "not_a_report": 0,
    "read": 19, "seconds": 85.5, "fresh": True, "release": "data/processed/releases/r-1",
}  # fmt: skip


@dataclass
class _Document:
    source: str


@dataclass
class _Report:
    document: _Document
    reason: str
    status: str = "held"


@dataclass
class _Sheet:
    name: str
    report: _Report


def _sheet(
    name: str = "示例市水务局 2024", reason: str = "有 1 处问题须先核实。", status: str = "held"
) -> Any:
    return _Sheet(name, _Report(_Document(f"a/{name}.pdf"), reason, status))


def test_it_says_how_many_which_and_why_and_where_to_read_on() -> None:
    said = summary_markdown(SUMMARY, [_sheet(), _sheet("别的", status="published")])
    assert "收到文件 19 份：发布 15，暂缓 4" in said
    assert "**示例市水务局 2024**（a/示例市水务局 2024.pdf）：有 1 处问题须先核实。" in said
    assert "别的" not in said
    index = Path("data/processed/releases/r-1/quality/index.html").resolve()
    assert f"[数据质量报告]({index.as_uri()})" in said
    assert not {"published:", "fresh:", "seconds:"} & set(said.split())


def test_what_is_new_is_said_only_where_it_is_there() -> None:
    assert len(sentences(SUMMARY)) == 2
    told = sentences(
        {**SUMMARY, "read": 0, "fresh": False, "vanished": ["x", "y"], "superseded": 3},
        english=True,
    )
    assert [line.split()[0] for line in told] == ["19", "Nothing", "3", "2", "Same"]
    assert "Nothing is new" in sentences({**SUMMARY, "unchanged": True}, english=True)[-1]
    assert "put reports" in sentences({**SUMMARY, "documents": 0}, english=True)[1]


def test_nothing_in_a_document_acts_upon_the_page() -> None:
    hostile = "a|b\n# <img src=x onerror=alert(1)> [x](javascript:1) `c` **d** ![e](f) &amp;\u202e"
    said = plain(hostile)
    assert "\n" not in said
    assert "<" not in said
    assert "](" not in said
    assert "\u202e" not in said
    page = summary_markdown(SUMMARY, [_sheet(hostile, hostile)])
    assert "<img" not in page
    assert "](javascript" not in page


def test_long_lists_are_cut_and_the_rest_is_told() -> None:
    made = [_sheet(f"甲{number}") for number in range(MOST_HELD + 9)]
    assert len(held_table(made)) == MOST_HELD
    said = summary_markdown(SUMMARY, made)
    assert "甲19**" in said
    assert "甲20**" not in said
    assert f"另有 {MOST_HELD + 9 - 20} 份" in said
