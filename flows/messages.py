"""What the `gongkai` command says to people, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping

REPORT_PAGE = "quality/index.html"
"""The quality report's first page, in the release."""

WAYS: Mapping[str, tuple[str, str]] = {
    "vector": ("文字层，按文件自带的框线", "text layer, the PDF's own rules"),
    "combined": ("文字层，加上页面图上的框线", "text layer, rules of the rendered page too"),
    "drawn": ("文字层，按页面图上的虚线和底色", "text layer, dotted rules and colours"),
    "aligned": ("文字层，没有框线，按对齐", "text layer, no rules, by alignment"),
    "refused": ("没有读出表格，原因见各文件", "no tables, see the reasons"),
    "ocr": ("识别图片", "pictures (OCR)"),
    "html": ("网页", "web pages"),
    "docx": ("Word 文件", "Word files"),
    "second": ("再次读取", "second reading"),
    "failed": ("没有读完", "not finished"),
}
"""By what means documents are read, as a run tells it."""

MESSAGES: Mapping[str, tuple[str, str]] = {
    "about": (
        "公开：把政府信息公开工作年度报告变成可以放心使用的数据。",
        "gongkai: annual reports on government information disclosure, as data to trust.",
    ),
    "run": ("主任务：采集、读取、核对、发布、出具质量报告。", "The main job, once."),
    "backfill": ("按报告年度补做往年的报告。", "The same for past report years."),
    "serve": ("按计划每晚运行，并可随时补做往年。", "Serve the nightly and backfill deployments."),
    "extract": (
        "读取一份文件并显示每个数字及其位置，不写任何文件。",
        "Read one document to the screen.",
    ),
    "verify": ("重新核对一个已发布的目录。", "Re-check a release by itself."),
    "rules": ("显示全部规则，或规则能发现什么。", "The rule book, and what it can see."),
    "version": ("显示版本", "show the version"),
    "accept_removals": (
        "报告确已移走：大量文件消失时也继续运行",
        "many reports were taken away on purpose: go on",
    ),
    "rules_json": ("以 JSON 输出全部规则", "print all rules as JSON"),
    "rules_markdown": ("输出规则目录的文档页", "print the documentation page of the rules"),
    "coverage": (
        "某一表式（2014、2019 或 2021）的规则能发现、能指出几处错误",
        "what the rules of a form (2014, 2019, 2021) detect and locate",
    ),
    "no_form": ("没有表式 {form}，可选 {forms}", "no form {form}; there are {forms}"),
    "raw": ("报告所在的目录（默认 data/raw）", "folder of report documents (default data/raw)"),
    "processed": (
        "输出目录（默认 data/processed）",
        "folder of results (default data/processed)",
    ),
    "years": ("报告年度，如 2019-2023 或 2022", "report years, like 2019-2023 or 2022"),
    "file": ("一份报告文件", "a report document"),
    "json": ("以 JSON 输出", "print JSON"),
    "release": ("发布目录（含 manifest.json）", "a release folder (with manifest.json)"),
    "lang": ("提示语言：zh 或 en", "language of messages: zh or en"),
    "help": ("显示本说明", "show this help"),
    "usage": ("用法：", "usage: "),
    "commands": ("命令", "commands"),
    "options": ("选项", "options"),
    "arguments": ("参数", "arguments"),
    "wrong_call": (
        "命令写法有误：{why}。请用 gongkai --help 查看用法。",
        "wrong call: {why}. See gongkai --help.",
    ),
    "wrong_arguments": (
        "缺少命令或参数，或有不认识的参数",
        "missing or unknown command or argument",
    ),
    "wrong_years": (
        "--years 应写成 2019-2023 或 2022 这样的年度",
        "--years must be like 2019-2023 or 2022",
    ),
    "no_folder": ("找不到目录 {path}", "no such folder: {path}"),
    "no_file": ("找不到文件 {path}", "no such file: {path}"),
    "no_manifest": (
        "{path} 不是一个发布目录：缺少 manifest.json",
        "{path} is not a release: it has no manifest.json",
    ),
    "starting": ("正在启动……", "starting …"),
    "serving": (
        "已就绪：每晚按 {cron}（北京时间）运行，可随时补做往年；Prefect 在 {url}。",
        "ready: nightly at {cron} (Beijing time), backfill on demand; Prefect is at {url}.",
    ),
    "waiting": (
        "另一次运行正在使用输出目录（{holder}），最多等待 {most}。",
        "another run is using the output folder ({holder}); waiting for it, at most {most}.",
    ),
    "set_aside": (
        "Prefect 的 {path} 已损坏，已改名为 {aside}，本次另建一个；发布的数据不受影响，"
        "以前的运行记录在改名后的文件中。",
        "Prefect's {path} is damaged; it was renamed to {aside} and a new one is made. "
        "The data are not affected, earlier run records are in the renamed file.",
    ),
    "interrupted": (
        "已中断，上一次发布仍然有效；重新运行会从中断处继续。",
        "Interrupted; the last release stays valid, the next run goes on from here.",
    ),
    "failed": (
        "任务没有完成：{why}",
        "The job failed: {why}",
    ),
    "unexpected": (
        "出现未预料的错误（{why}），上一次发布仍然有效；详情见 {log}。",
        "unexpected error ({why}); the last release stays valid; details in {log}.",
    ),
    "nowhere": ("（无处可写）", "(nothing could be written)"),
    "summary": (
        "收到文件 {documents} 份：发布 {published}，暂缓 {held}，没有统一表式 {no_form}，"
        "无法读取 {unreadable}，重复 {duplicate}，不是年度报告 {not_a_report}。",
        "{documents} documents: {published} published, {held} held, {no_form} without a form, "
        "{unreadable} unreadable, {duplicate} duplicate, {not_a_report} not a report.",
    ),
    "ways": ("读取方式：", "ways of reading:"),
    "way": (
        "  {name}：{count} 份（{documents_share:.0%}），用时 {seconds} 秒（{seconds_share:.0%}）",
        "  {name}: {count} documents ({documents_share:.0%}), "
        "{seconds} seconds ({seconds_share:.0%})",
    ),
    "no_pictures": (
        "没有安装图片识别组件，扫描件没有读取，数字也没有再次读取；"
        "请用 pip install 'gongkai[ocr]' 安装。",
        "Pictures cannot be read here, nothing was read twice: pip install 'gongkai[ocr]'.",
    ),
    "read_some": ("本次新读取 {read} 份。", "{read} read now."),
    "read_none": (
        "文件都已读取过且没有变化，本次没有重新读取。",
        "Nothing has changed: nothing was read again.",
    ),
    "took": ("共用时 {seconds:.1f} 秒。", "{seconds:.1f} seconds in all."),
    "superseded": (
        "另有 {superseded} 份旧版本已被更新的版本取代，旧版本的数字仍可查。",
        "{superseded} old versions were replaced by newer ones; their figures can still be read.",
    ),
    "vanished": (
        "有 {gone} 份以前的报告不在原始目录中了，其数字仍保留在 earlier/ 中。",
        "{gone} reports of before are no longer there; their figures stay in earlier/.",
    ),
    "vanished_more": (
        "  另有 {more} 份，见质量报告。",
        "  and {more} more, see the quality report.",
    ),
    "current_unreadable": (
        "current.json 已损坏，改用最新的完整发布，并重新写出 current.json。",
        "current.json was damaged: the newest whole release was gone by, and it was written anew.",
    ),
    "release_lost": (
        "当前发布 {release} 不完整，没有可用的清单。",
        "the current release {release} is not whole: it has no sound manifest.",
    ),
    "release_damaged": (
        "当前发布 {release} 有 {count} 个文件损坏或缺失（{files}），已重新写出。",
        "{count} files of the current release {release} were damaged or missing ({files}); "
        "it was written anew.",
    ),
    "release_instead": (
        "改以完整的发布 {release} 为准。",
        "release {release}, which is whole, was gone by instead.",
    ),
    "unchanged": (
        "文件、规则和程序都没有变化，沿用原发布，没有重新核对。",
        "Nothing is new: the release stays as it is, nothing was judged again.",
    ),
    "read_nothing": (
        "目录中没有文件，请把报告放入 --raw 所指的目录后重新运行。",
        "There are no documents; put reports into the folder given by --raw.",
    ),
    "same_release": (
        "结果与当前发布完全相同，沿用原发布。",
        "Same result: the release stays as it is.",
    ),
    "release_at": ("发布目录：{release}", "release: {release}"),
    "quality_at": ("质量报告：{release}/{page}", "quality report: {release}/{page}"),
    "verified": (
        "核对无误：{files} 个文件、{rows} 行数据与发布时一致，全部规则重新核对通过。",
        "Verified: {files} files, {rows} rows as released, every rule run again.",
    ),
    "differs": ("发现 {count} 处不符：", "{count} differences:"),
}
