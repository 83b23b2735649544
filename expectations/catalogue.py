"""The rule book as people read it: a table on the screen, a page of documentation, JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from expectations.checks import checks_of
from expectations.rules import LEVELS, Rule, rule_book
from gongkai.form import forms

LEVEL_NAMES: Final[Mapping[str, str]] = {
    "causes": "根本原因",
    "table": "表内",
    "years": "跨年",
    "prose": "正文与表",
    "agencies": "机关之间",
    "publication": "格式与发布",
    "reading": "读取",
}
SEVERITY_NAMES: Final[Mapping[str, str]] = {
    "error": "暂缓发布",
    "warning": "请核对",
    "info": "说明",
}


def by_level() -> Mapping[str, list[Rule]]:
    """The rules of each level, what they have in common last."""
    found: dict[str, list[Rule]] = {level: [] for level in (*LEVELS[1:], LEVELS[0])}
    for rule in rule_book().values():
        found[rule.level].append(rule)
    return found


def forms_of(rule: Rule) -> tuple[str, ...]:
    """The forms a rule is valid for, oldest first."""
    every = tuple(sorted(forms()))
    if rule.is_checked:
        return tuple(f for f in every if any(c.rule.id == rule.id for c in checks_of(f)))
    tables = {rule.table, *rule.tables} - {""}
    known = tuple(f for f in every if not tables or tables & set(forms()[f].table))
    return tuple(f for f in known if not rule.forms or f in rule.forms)


def years_of(rule: Rule) -> str:
    """The report years a rule is valid for, in words."""
    if rule.since and rule.until:
        return f"{rule.since}" if rule.since == rule.until else f"{rule.since}–{rule.until}"
    if rule.since:
        return f"{rule.since} 年起"
    return f"至 {rule.until}" if rule.until else "各年"


def formula_of(rule: Rule) -> str:
    """What a rule compares, compactly, over the codes of the form."""
    if rule.kind == "prose":
        sums = " 或 ".join(rule.accepts or rule.none)
        return f"{rule.says} = {sums}"
    if not rule.formula:
        return ""
    notes = []
    if rule.each:
        every, some = {"measure": ("每列", "列 "), "item": ("每行", "行 ")}[rule.each]
        notes.append(some + "、".join(rule.over) if rule.over else every)
    if rule.when:
        notes.append(f"{rule.when} >= {rule.least} 时")
    return f"{rule.formula}（{'，'.join(notes)}）" if notes else rule.formula


def severity_of(rule: Rule) -> str:
    """How grave a failure is, in words; a cause is as grave as what stands under it."""
    return "随所属各条" if rule.kind == "cause" else SEVERITY_NAMES[rule.severity]


def entry(rule: Rule) -> dict[str, object]:
    """One rule as plain data: as it is declared, with the forms it is valid for."""
    return {
        **rule.model_dump(mode="json", exclude_defaults=True),
        "kind": rule.kind,
        "severity": rule.severity,
        "forms": list(forms_of(rule)),
    }


LEGEND: Final = (
    "公式用表式的编号：1、3.7 是行，total 是栏，3.7/total 是一格（不是除法）；"
    "sum(…) 是相加，max(…) 是最大的；3.* 是下一级各行，3.** 是以下各级各行，* 是各栏"
    "（左边的一格除外）；last(…) 是上一年度报告的数。"
)
"""What the formulas mean."""


def as_text() -> str:
    """The catalogue as a table for the screen: id, severity, forms, formula or title."""
    lines = [LEGEND]
    for level, rules in by_level().items():
        lines.append(f"\n{LEVEL_NAMES[level]}（{len(rules)} 条）")
        width = max((len(rule.id) for rule in rules), default=0)
        for rule in rules:
            severity = severity_of(rule).ljust(5, "　")
            valid = "/".join(forms_of(rule)).ljust(14)
            years = years_of(rule) if rule.since or rule.until else ""
            said = "　".join(text for text in (rule.title, formula_of(rule), years) if text)
            lines.append(f"  {rule.id.ljust(width)}  {severity}  {valid}  {said}")
    return "\n".join(lines).lstrip("\n")


def as_markdown() -> str:
    """The documentation page of the rules, level by level."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield "# 规则目录"
    yield ""
    yield (
        "本页由 `gongkai rules --markdown` 从 `expectations/rules/*.yaml` 生成，请勿手改。"
        "“暂缓发布”的规则不通过时报告暂缓发布，“请核对”的提请核对，“说明”的只作说明。"
    )
    yield ""
    yield LEGEND.replace("*", "\\*")
    for level, rules in by_level().items():
        yield ""
        yield f"## {LEVEL_NAMES[level]}"
        for rule in rules:
            yield ""
            yield f"### {rule.title} `{rule.id}`"
            yield ""
            if rule.words:
                yield f"- 内容：{rule.words}"
            if formula_of(rule):
                table = f"`{rule.table}`：" if rule.table else ""
                yield f"- 公式：{table}`{formula_of(rule)}`"
            yield f"- 程度：{severity_of(rule)}"
            yield f"- 适用：{'、'.join(forms_of(rule))} 年表式，{years_of(rule)}"
            if rule.basis:
                yield f"- 依据：{rule.basis}"
            if rule.advice:
                yield f"- 处理：{rule.advice}"
            if rule.related:
                yield f"- 相关：{'、'.join(f'`{name}`' for name in rule.related)}"
