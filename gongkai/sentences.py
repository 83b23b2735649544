"""What errors and checks say to people: every sentence in Chinese and in English, once.

Keys and values are what is raised, kept and compared; sentences are only shown.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

SENTENCES: Mapping[str, tuple[str, str]] = {
    # the output folder
    "busy": (
        "另一次运行正在使用输出目录 {folder}（{holder}），等了 {waited} 仍未结束，"
        "本次未做任何改动，请等它结束后再运行，或把 GONGKAI_WAIT 设得更长。",
        "another run is using the output folder {folder} ({holder}) and did not end within "
        "{waited}; nothing was changed, run again when it has ended, or set GONGKAI_WAIT higher.",
    ),
    "not_writable": (
        "输出目录 {folder} 无法写入（{why}），请检查权限和磁盘空间。",
        "the output folder {folder} cannot be written: {why}; check permissions and disk space.",
    ),
    "disk_full": (
        "{why}，写不下 {path}，上一次发布仍然有效，请腾出空间后重新运行。",
        "{why}: {path} could not be written; the last release stays valid, "
        "free some space and run again.",
    ),
    "disk_refused": (
        "{path} 无法读写：{why}，上一次发布仍然有效，请检查权限和磁盘后重新运行。",
        "{path} cannot be read or written: {why}; the last release stays valid, "
        "check permissions and disk and run again.",
    ),
    # Prefect
    "prefect_start": (
        "Prefect 服务没有启动成功（{why}），请检查 {folder}，或用 PREFECT_API_URL 指明已有的服务。",
        "the Prefect server did not start ({why}); check {folder}, "
        "or name a server of your own in PREFECT_API_URL.",
    ),
    "prefect_away": (
        "连不上 PREFECT_API_URL 所指的 Prefect 服务 {url}，请启动该服务，或去掉这个设置。",
        "the Prefect server at {url}, set by PREFECT_API_URL, cannot be reached; "
        "start it, or remove the setting.",
    ),
    # settings
    "settings": ("设置有误：{wrong}", "wrong settings: {wrong}"),
    "setting": (
        "{name}（{meaning}）是“{found}”，应为：{expected}。",
        "{name} ({meaning}) is '{found}', expected is {expected}.",
    ),
    # input
    "no_raw": (
        "找不到原始文件目录 {folder}，请用 --raw 指明报告所在的目录。",
        "there is no folder {folder}; name the folder of the reports by --raw.",
    ),
    "register": (
        "机关名录 {file} 有误，{expected}，请改正：{why}",
        "the register of agencies {file} is wrong, {expected}: {why}",
    ),
    "register_twice": (
        "机关名录 {file} 中有重复的机关，请合并后重新运行。",
        "the register of agencies {file} names an agency twice; merge the entries and run again.",
    ),
    "no_release": (
        "{folder} 不是一个发布目录：缺少完好的 {manifest}，请检查路径。",
        "{folder} is not a release: it has no sound {manifest}; check the path.",
    ),
    # one document on the screen
    "title": ("标题：{title}", "title: {title}"),
    "agency_year": ("机关：{agency}　年度：{year}", "agency: {agency}  year: {year}"),
    "unknown": ("（未认出）", "(not recognised)"),
    "pages": ("页数：{pages}", "pages: {pages}"),
    "unreadable": ("未能读取：{why}", "not read: {why}"),
    "form": ("表式：{name}（{basis}）", "form: {name} ({basis})"),
    "blank": ("（空）", "(blank)"),
    "absent": ("（没有此格）", "(no such cell)"),
    "printed": ("，原文“{raw}”", ", printed '{raw}'"),
    "read_again": ("，再次读作“{second}”", ", read again as '{second}'"),
    "where": ("　第 {page} 页 ({box})", "  page {page} ({box})"),
    "noticed": ("读取时注意到", "noticed while reading"),
    "all_adds_up": (
        "表内等式全部成立（能核对的 {count} 条）。",
        "All that can be checked within the document adds up ({count} checks).",
    ),
    "does_not_add_up": ("对不上的地方（{count} 处）", "what does not add up ({count})"),
    "side": (
        "  {severity}　{where}：{left} {operator} {right} 不成立，应为{words}（{rule}：{formula}）",
        "  {severity}  {where}: {left} {operator} {right} does not hold ({rule}: {formula})",
    ),
    "error": ("暂缓发布", "holds back"),
    "warning": ("请核对", "please check"),
    "info": ("说明", "note"),
    # declarations that come with the program
    "declaration": ("声明 {file} 有误：{why}", "the declaration {file} is wrong: {why}"),
    "formula_shape": (
        "公式“{text}”有误：应写成“左边 = 右边”，也可用 <= 或 >=。",
        "the formula '{text}' is wrong: expected is 'left = right', or with <= or >=.",
    ),
    "formula_place": (
        "公式“{text}”第 {position} 个字符起无法理解，请改正。",
        "the formula '{text}' cannot be understood from character {position} on.",
    ),
    "form_codes": (
        "声明 {file} 的 {table} 有误：编码重复，或引用了未声明的编码 {unknown}，请改正。",
        "{table} of the declaration {file} is wrong: a code is there twice, "
        "or codes are named that are not declared: {unknown}.",
    ),
    "way_without_number": (
        "声明 {file} 中“{code}”的写法没有数：{way}，请改正。",
        "a way of writing '{code}' in the declaration {file} has no number: {way}.",
    ),
    "rule_cells": (
        "规则 {rule} 用到了表式中没有的格子：{unknown}，请改正规则目录。",
        "the rule {rule} uses cells that no form has: {unknown}.",
    ),
    "rule_twice": (
        "规则目录中有重复的编号 {rule}，请改正 {file}。",
        "the rule {rule} is there twice ({file}); give it another name.",
    ),
    "rule_unknown": (
        "规则 {rule} 提到了不存在的规则或表式 {unknown}，请改正。",
        "the rule {rule} names rules or forms that do not exist: {unknown}.",
    ),
}


@dataclass(frozen=True)
class Said:
    """Something to be told to people in their language.

    Attributes:
        key: of `SENTENCES`; anything else is a sentence already and told as it stands.
        values: what fills it; a value may be a pair (Chinese, English), an error or
            another `Said`, told in the same language.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def told(self, english: bool = False) -> str:
        """The sentence, filled."""
        if self.key not in SENTENCES:
            return self.key
        filled = {name: told(value, english) for name, value in self.values.items()}
        return SENTENCES[self.key][english].format(**filled)

    def __str__(self) -> str:
        """The Chinese sentence."""
        return self.told()


def told(value: object, english: bool = False) -> str:
    """A value as it stands in a sentence of one language."""
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(v, str) for v in value):
        return str(value[english])
    own = getattr(value, "told", None)
    return str(own(english)) if callable(own) else str(value)


def strip_control(text: str, longest: int = 300) -> str:
    """Text from elsewhere as it may be shown on one line of a terminal."""
    shown = "".join(
        repr(c)[1:-1] if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c
        for c in text[: longest + 1]
    )
    return shown if len(text) <= longest else f"{shown[:longest]}…"
