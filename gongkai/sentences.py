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
    "register_list": (
        "机关名录应是由 agency、children、complete 组成的清单，每一项以“- agency:”开头",
        "expected is a list of entries of agency, children and complete, "
        "each beginning with '- agency:'",
    ),
    "register_again": (
        "{agency}已在第 {earlier} 行列出，请合并为一项",
        "{agency} is listed in line {earlier} already; merge the entries",
    ),
    "register_utf8": (
        "不是 UTF-8 编码，请用 UTF-8 另存",
        "it is not UTF-8; save it as UTF-8",
    ),
    "register_yaml": (
        "不合 YAML 语法（缩进、冒号、括号或引号）",
        "it is no YAML (indentation, colons, brackets or quotes)",
    ),
    "register_letters": (
        "含有文本中不应有的字符",
        "it has characters that no text has",
    ),
    "register_two": (
        "文件中有不止一份名录（“---”之后又有内容）",
        "the file has more than one register (something follows '---')",
    ),
    "register_deep": (
        "嵌套过深，机关名录应是由 agency、children、complete 组成的清单",
        "it is nested too deeply; expected is a list of agency, children and complete",
    ),
    "register_alias": (
        "用了 YAML 的锚点或别名（& 或 *），请把名称写全",
        "it uses anchors or aliases of YAML (& or *); write the names out",
    ),
    "register_tag": (
        "用了 YAML 的类型标记（!），请去掉",
        "it uses tags of YAML (!); remove them",
    ),
    "register_entry": (
        "机关名录应是由 agency、children、complete 组成的清单，而这一项不是",
        "expected is an entry of agency, children and complete, and this is none",
    ),
    "register_key": (
        "{what}不是机关名录中的项，应为 agency、children、complete 或 aliases",
        "{what} is no part of an entry; expected is agency, children, complete or aliases",
    ),
    "register_repeated": (
        "{name} 写了不止一次",
        "{name} is written more than once",
    ),
    "register_lacks": (
        "缺少 {name}",
        "{name} is missing",
    ),
    "register_items": (
        "{name} 应是一个清单，写在方括号中或逐行以“-”开头",
        "{name} must be a list, in brackets or line by line after '-'",
    ),
    "register_agency": (
        "{what} 中应为机关名称（2 到 100 个字，没有特殊字符），而写的是{found}",
        "{what} must hold the name of an agency (2 to 100 letters, none "
        "of them special), found is {found}",
    ),
    "register_year": (
        "complete 中应为 {first} 到 {last} 之间的年度，而写的是{found}",
        "complete must hold years from {first} to {last}, found is {found}",
    ),
    "register_child_again": (
        "{child}在同一个 children 中写了不止一次",
        "{child} is written more than once in the same children",
    ),
    "register_cycle": (
        "{child}列在自己的下级之中",
        "{child} stands below itself",
    ),
    "register_line": (
        "机关名录 {file} 第 {line} 行有误：{why}，请改正后重新运行。",
        "the register of agencies {file} is wrong in line {line}: {why}; mend it and run again.",
    ),
    "register_unreadable": (
        "机关名录 {file} 无法读取（应是一个有权读取的文件），请改正后重新运行。",
        "the register of agencies {file} cannot be read; it must be a file that may be read.",
    ),
    "register_large": (
        "机关名录 {file} 超过 {limit} MB，不会是机关名录，请换成正确的文件。",
        "the register of agencies {file} is larger than {limit} MB and "
        "will be none; put the right file there.",
    ),
    "register_empty": (
        "机关名录 {file} 是空的，应是由 agency、children、complete 组成的清单，"
        "请恢复其内容；如果没有要登记的机关，"
        "请删除这个文件。",
        "the register of agencies {file} is empty; put its content back, "
        "or remove the file if there is no agency to list.",
    ),
    "register_syntax": (
        "机关名录 {file} 不合 YAML 语法，应是由 agency、children、complete 组成的清单，"
        "请改正后重新运行。",
        "the register of agencies {file} is no YAML; expected is a list "
        "of agency, children and complete.",
    ),
    "raw_closed": (
        "原始文件目录 {folder} 无权读取，请检查权限后重新运行。",
        "the folder {folder} may not be read; check its permissions and run again.",
    ),
    "folder_full": (
        "磁盘已满，{folder} 无法写入，请腾出空间后重新运行，已读取的内容不会丢失。",
        "the disk is full: {folder} cannot be written; free some space "
        "and run again, nothing that was read is lost.",
    ),
    "folder_closed": (
        "没有权限写入 {folder}（目录只读或属于别人），请改正权限后重新运行。",
        "{folder} may not be written (it is read-only or somebody else's); "
        "mend its permissions and run again.",
    ),
    "folder_refused": (
        "{folder} 无法写入，请检查磁盘后重新运行，已读取的内容不会丢失。",
        "{folder} cannot be written; check the disk and run again, nothing that was read is lost.",
    ),
    "no_workers": (
        "读取进程接连无法启动，请检查安装、内存和磁盘空间后重新运行。",
        "the reading processes do not start, one after the other; check "
        "the installation, memory and disk space and run again.",
    ),
    "no_browser": (
        "GONGKAI_BROWSER 指定的浏览器 {name} 不能运行，请检查该程序，或改为 auto、off。",
        "the browser {name} that GONGKAI_BROWSER names cannot be run; check the program, "
        "or set auto or off.",
    ),
    "no_process": (
        "无法启动读取进程，请检查内存、进程数上限和临时目录的权限后重新运行。",
        "no reading process can be started; check memory, the limit of "
        "processes and the temporary folder, and run again.",
    ),
    "removals": (
        "当前发布的 {before} 份报告中有 {gone} 份已不在原始文件目录中，或不能再读取："
        "{named}{more}。本次未作任何改动，"
        "请检查 --raw 所指的目录是否完整；确实要去掉这些报告的，请加 --accept-removals 重新运行。",
        "of the {before} reports in the current release {gone} are no longer "
        "in the raw folder, or can no longer be read: {named}{more}. Nothing "
        "was changed; check that the folder given by --raw is complete, "
        "and run again with --accept-removals if these reports are meant "
        "to go.",
    ),
    "no_release": (
        "{folder} 不是一个发布目录：缺少完好的 {manifest}，请检查路径。",
        "{folder} is not a release: it has no sound {manifest}; check the path.",
    ),
    "figures_lost": (
        "当前发布 {release} 有损坏的文件（{files}），而 {named} 的原件已不在，它们的数字只在那里，"
        "本次未作任何改动。请放回原件，或从备份中恢复该发布后重新运行。",
        "files of the current release {release} are damaged ({files}), and the documents of "
        "{named} are gone: their figures stand nowhere else. Nothing was changed; "
        "put the documents back, or restore the release from a backup, and run again.",
    ),
    # a release read back
    "manifest_changed": (
        "{manifest} 的校验值与其内容不符，清单可能被改动。",
        "the hash of {manifest} is not that of what it says; it may have been changed.",
    ),
    "other_id": (
        "发布编号 {release} 与清单所列的文件、输入和规则不符，可能被改动。",
        "release {release} is not what its files, inputs and rules come to; "
        "it may have been changed.",
    ),
    "other_folder": (
        "目录名 {folder} 不是清单中的发布编号 {release}。",
        "the folder is named {folder}, the manifest says {release}.",
    ),
    "file_extra": (
        "文件 {name} 不在清单中，可能是事后加入的。",
        "file {name} is not in the manifest; it may have been added.",
    ),
    "file_missing": (
        "文件 {name} 应有而不存在。",
        "file {name} should be there and is not.",
    ),
    "file_changed": (
        "文件 {name} 的内容与清单不符，可能被改动或损坏。",
        "file {name} is not what the manifest says; it may be changed or damaged.",
    ),
    "file_rows": (
        "文件 {name} 的行数与清单不符，或不是完好的 Parquet 文件。",
        "file {name} has not the rows that the manifest says, or is no sound Parquet file.",
    ),
    "file_columns": (
        "文件 {name} 的列与规定的不同。",
        "file {name} has not the declared columns.",
    ),
    "unknown_code": (
        "{source} 的状态 {status} 或表式 {form} 不是已知的。",
        "status {status} or form {form} of {source} is not known.",
    ),
    "unknown_cell": (
        "{file} 中 {report_id} 的 {item} {measure} 不是其表式的格子，或状态不是已知的。",
        "{item} {measure} of {report_id} in {file} is no cell of its form, "
        "or its state is not known.",
    ),
    "other_form": (
        "{report_id} 第 {version} 版的数字属 {form} 年表式，与 reports.parquet 所记的不同。",
        "the figures of {report_id}, version {version}, are on form {form}; "
        "reports.parquet says otherwise.",
    ),
    "half_statement": (
        "statements.parquet 中 {report_id} 的一句不完整。",
        "a statement of {report_id} in statements.parquet is not whole.",
    ),
    "unknown_rule": (
        "findings.parquet 中有不存在的规则 {rule}。",
        "there is no rule {rule}, named in findings.parquet.",
    ),
    "cell": (
        "{agency}（{year}）{table} {item} {measure} {wrong}。",
        "{agency} ({year}) {table} {item} {measure}: {wrong}.",
    ),
    "cell_report": (
        "所属的报告不在 reports.parquet 中，或机关、年度不同",
        "its report is not in reports.parquet, or is of another agency or year",
    ),
    "cell_value": (
        "发布的数字 {value} 与原文“{raw}”不符",
        "the number {value} is not what is printed, '{raw}'",
    ),
    "cell_state": (
        "状态是 {state}，却有数字或原文",
        "its state is {state}, and yet it has a number or a text",
    ),
    "cell_confidence": (
        "把握程度 {confidence} 与读取的情况不符",
        "its confidence {confidence} is not what its readings come to",
    ),
    "finding_twice": (
        "findings.parquet 中有重复的发现。",
        "a finding stands in findings.parquet twice.",
    ),
    "finding_lost": (
        "{report} 第 {version} 版的发现 {key} 重新核对时有，却没有发布。",
        "finding {key} of {report}, version {version}, comes out again and is not published.",
    ),
    "finding_extra": (
        "{report} 第 {version} 版的发现 {key} 重新核对时没有，不应发布。",
        "finding {key} of {report}, version {version}, is published and does not come out again.",
    ),
    "finding_differs": (
        "{report} 第 {version} 版的发现 {key} 重新核对的结果与发布的不同。",
        "finding {key} of {report}, version {version}, comes out otherwise than published.",
    ),
    "findings_more": (
        "另有 {more} 条发现不符。",
        "{more} more findings differ.",
    ),
    "summary_differs": (
        "rule_summary.parquet 与重新核对的各条规则的份数不符。",
        "rule_summary.parquet does not count what the rules come to.",
    ),
    "report_twice": (
        "reports.parquet 中有重复的报告和版次。",
        "a report stands in reports.parquet twice with one version.",
    ),
    "figures_extra": (
        "{report} 第 {version} 版有数字，reports.parquet 中却不是已发布或暂缓发布。",
        "{report}, version {version}, has figures and is neither published nor held.",
    ),
    "sql_differs": (
        "{report} 第 {version} 版的规则 {key} 用 SQL 重新计算的结果与发布的不同。",
        "rule {key} on {report}, version {version}, comes out otherwise in SQL than published.",
    ),
    "status_differs": (
        "{report} 第 {version} 版的状态 {found} 与其核对结果 {expected} 不符。",
        "the status of {report}, version {version}, is {found} and comes out as {expected}.",
    ),
    "successor": (
        "{report} 第 {version} 版所记的后继版次与 reports.parquet 不符。",
        "the version after {report}, version {version}, is not the one in reports.parquet.",
    ),
    "gate_differs": (
        "{report} 第 {version} 版的数字应在 {expected} 中，实际在 {found}。",
        "the figures of {report}, version {version}, should be in {expected} and are in {found}.",
    ),
    "cells_differ": (
        "{report} 第 {version} 版有 {found} 格，表式应有 {expected} 格，各一次。",
        "{report}, version {version}, has {found} cells, its form has {expected}, each once.",
    ),
    "other_year": (
        "{name} 中有其他年度的行。",
        "{name} has rows of another year.",
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
        "  {severity}　{where}：{left} {operator} {right} 不成立（“{words}”，{rule}：{formula}）",
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
