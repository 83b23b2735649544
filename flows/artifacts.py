"""What a run leaves in Prefect for people: sentences, and where the quality report is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from flows.messages import MESSAGES, REPORT_PAGE
from gongkai.sentences import strip_control
from tasks.review.pages import Sheet

MOST_HELD = 500
"""Held reports that are listed; the quality report has them all."""

FIRST_HELD = 20
"""Of these the summary itself tells."""


def summary_markdown(summary: Mapping[str, Any], made: Sequence[Sheet]) -> str:
    """A run in sentences: how many of what, which reports are held and why, where to read on."""
    index = Path(summary["release"]).resolve() / REPORT_PAGE
    held = [sheet for sheet in made if sheet.report.status == "held"]
    lines = ["## 本次运行", "", *(plain(line) for line in sentences(summary))]
    lines += ["", f"[数据质量报告]({index.as_uri()})（{plain(str(index))}）"]
    if held:
        lines += ["", f"## 暂缓发布的报告（{len(held)} 份）", ""]
        lines += [
            f"- **{plain(sheet.name)}**（{plain(sheet.report.document.source)}）："
            f"{plain(sheet.report.reason)}"
            for sheet in held[:FIRST_HELD]
        ]
    if len(held) > FIRST_HELD:
        lines.append(f"- 另有 {len(held) - FIRST_HELD} 份，见数据质量报告。")
    return "\n".join(lines)


def sentences(summary: Mapping[str, Any], english: bool = False) -> list[str]:
    """What a run did, a sentence each; the terminal says the same."""
    keys = ["summary"]
    if not summary["documents"]:
        keys.append("read_nothing")
    elif summary["read"]:
        keys.append("read_some")
    else:
        keys.append("read_none")
    if summary.get("superseded"):
        keys.append("superseded")
    if summary.get("vanished"):
        keys.append("vanished")
    if summary.get("unchanged"):
        keys.append("unchanged")
    elif not summary["fresh"]:
        keys.append("same_release")
    filled = {
        **summary,
        "superseded": summary.get("superseded", 0),
        "gone": len(summary.get("vanished", ())),
    }
    return [MESSAGES[key][english].format(**filled) for key in keys]


def held_table(made: Sequence[Sheet]) -> list[dict[str, str]]:
    """The held reports with their reasons, as a table."""
    return [
        {
            "报告": strip_control(sheet.name),
            "文件": strip_control(sheet.report.document.source),
            "原因": strip_control(sheet.report.reason, 2000),
        }
        for sheet in made
        if sheet.report.status == "held"
    ][:MOST_HELD]


def plain(text: str) -> str:
    """Text that came from a document, with nothing left that Markdown or HTML would act upon."""
    one_line = strip_control(re.sub(r"\s+", " ", text), 2000)
    escaped = one_line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]()#+!|~])", r"\\\1", escaped)
