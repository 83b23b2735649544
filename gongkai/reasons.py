"""Why a document is not among the published: each a sentence that says what to do.

Keys are kept in the reading store and never shown; people see the sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gongkai.names import cut

_LONGEST = 200
"""Letters of what a document gives to a sentence, such as the names of its attachments."""


@dataclass(frozen=True)
class Reason:
    """The status a reason leads to and its sentence in both languages, with `{places}` to fill.

    The English sentence says by itself what kind of file it is: `{kind}` is Chinese.
    """

    status: Literal["unreadable", "not_a_report", "no_form"]
    sentence: str
    english: str


REASONS: Mapping[str, Reason] = {
    "empty": Reason(
        "unreadable",
        "文件是空的（0 字节），请重新下载或向报送机关索取后放回原处。",
        "the file is empty (0 bytes): download it again or ask the agency for it, and put it back.",
    ),
    "too_large_unpacked": Reason(
        "unreadable",
        "文件解压后超过 {limit} MB，疑为损坏或恶意文件，没有打开，请向报送机关索取正常保存的文件。",
        "unpacked the file is larger than {limit} MB, it may be damaged or hostile and was "
        "not opened: ask the agency for one that is saved normally.",
    ),
    "damaged": Reason(
        "unreadable",
        "文件不完整或已损坏，无法打开，请重新下载或向报送机关索取完整文件。",
        "the file is incomplete or damaged and cannot be opened: download it again or ask "
        "the agency for a complete one.",
    ),
    "encrypted": Reason(
        "unreadable",
        "文件设有打开密码，请向报送机关索取不加密的版本，或去除密码后放回原处。",
        "the file has a password: ask the agency for one without, or remove the password "
        "and put it back.",
    ),
    "locked": Reason(
        "unreadable",
        "文件设有权限限制，不允许提取文字，请向报送机关索取未加限制的版本。",
        "the file does not permit its text to be extracted: ask the agency for one without "
        "restrictions.",
    ),
    "old_word": Reason(
        "unreadable",
        "文件是{kind}，请用 WPS 或 Word 打开，另存为 .docx 或 PDF 后放回。",
        "the file is an old Word or WPS file: open it in WPS or Word and save it as .docx or PDF.",
    ),
    "ofd": Reason(
        "unreadable",
        "文件是{kind}，请用 OFD 阅读器打开，另存为 PDF 后放回。",
        "the file is an OFD file: open it in an OFD reader and save it as PDF.",
    ),
    "spreadsheet": Reason(
        "unreadable",
        "文件是{kind}，不是报告全文，请放入报告的网页、PDF 或 .docx 版本。",
        "the file is a spreadsheet, not a whole report: put in the web page, PDF or .docx.",
    ),
    "picture": Reason(
        "unreadable",
        "文件是单张{kind}，请把整份报告的各页合并为一个 PDF 后放回。",
        "the file is a single picture: put the pages of the report together in one PDF.",
    ),
    "archive": Reason(
        "unreadable",
        "文件是{kind}，请解压后把其中的报告逐份放入。",
        "the file is an archive: unpack it and put in its reports one by one.",
    ),
    "other_kind": Reason(
        "unreadable",
        "文件是{kind}，目前能读取网页、PDF 和 .docx，请换成其中一种版本。",
        "the file is of a kind that is not read: put in a web page, a PDF or a .docx.",
    ),
    "script_page": Reason(
        "unreadable",
        "网页没有正文，内容要靠脚本加载，请在浏览器中打开原网址，另存为 PDF 后放入。",
        "the web page has no text, its content is loaded by scripts: open the original "
        "address in a browser and save it as PDF.",
    ),
    "error_page": Reason(
        "unreadable",
        "保存下来的是出错或被拦截的网页，没有报告内容，请重新下载。",
        "what was saved is an error page or a blocked one, without a report: download it again.",
    ),
    "empty_page": Reason(
        "unreadable",
        "网页是空的，没有任何文字，请重新下载。",
        "the web page is empty, there is no text: download it again.",
    ),
    "attachment_only": Reason(
        "unreadable",
        "网页中只有附件链接（{files}），没有报告内容，请下载附件后放入。",
        "the web page has only links to attachments ({files}), no report: download these "
        "and put them in.",
    ),
    "only_pictures": Reason(
        "unreadable",
        "文件中只有图片，没有文字和表格，请把它另存为 PDF 后放回，PDF 中的图片可以识别。",
        "the file has only pictures, no text and no tables: save it as PDF, in which "
        "pictures can be recognised.",
    ),
    "too_complex": Reason(
        "unreadable",
        "文件结构过于庞大或嵌套过深，疑为损坏或恶意文件，请重新下载，或另存为 PDF 后放入。",
        "the file is built too large or too deep, it may be damaged or hostile: download "
        "it again, or save it as PDF.",
    ),
    "unsafe_document": Reason(
        "unreadable",
        "文件中含有不应有的外部引用或实体定义，疑为恶意文件，没有打开，"
        "请向报送机关索取正常保存的文件。",
        "the file has references to other files or entities that should not be there, it "
        "may be hostile and was not opened: ask the agency for one that is saved normally.",
    ),
    "too_many_pages": Reason(
        "unreadable",
        "文件共有 {pages} 页，超过单份年度报告的上限 {limit} 页，疑为汇编，请拆分后逐份放入。",
        "the file has {pages} pages, more than the {limit} of one annual report, it may be "
        "a compilation: split it and put in the parts.",
    ),
    "too_large": Reason(
        "unreadable",
        "文件大小为 {size} MB，超过上限 {limit} MB，请压缩图片或拆分后放入。",
        "the file has {size} MB, more than the {limit} MB that are read: compress its "
        "pictures or split it.",
    ),
    "no_text": Reason(
        "unreadable",
        "文件没有文字层（多为扫描件或图片），而本机没有安装图片识别组件，"
        "请用 pip install 'gongkai[ocr]' 安装后重新运行，或向报送机关索取文字版。",
        "the file has no text layer (mostly a scan or pictures), and pictures cannot be "
        "recognised here: pip install 'gongkai[ocr]' and run again, or ask the agency for "
        "a text version.",
    ),
    "no_text_in_picture": Reason(
        "not_a_report",
        "文件只有图片，图片中没有认出文字，看来不是年度报告，请移出或换成正确的文件。",
        "the file has only pictures, in which no text was recognised; it does not seem to "
        "be an annual report: take it out or put in the right file.",
    ),
    "picture_too_large": Reason(
        "unreadable",
        "第 {page} 页的图片有 {size} 百万像素，超过上限 {limit} 百万像素，"
        "请按 A4、300 dpi 重新扫描后放入。",
        "the picture of page {page} has {size} megapixels, more than the {limit} that are "
        "read: scan it again as A4 at 300 dpi.",
    ),
    "no_tables": Reason(
        "unreadable",
        "这是一份年度报告，但没有找到统计表，表格可能另附文件，请索取含表格的版本。",
        "this is an annual report, but no statistical tables were found, they may be in "
        "another file: ask for a version with the tables.",
    ),
    "unknown_form": Reason(
        "unreadable",
        "这是一份年度报告，但没有印出{forms}年表式特有的栏目，无法认定所用的表式，"
        "请核对该年度应使用的表式。",
        "this is an annual report, but nothing is printed that only a form has (forms "
        "{forms}), so that it cannot be told which form it is on: check which one the year "
        "should be on.",
    ),
    "no_form": Reason(
        "no_form",
        "{year} 年度还没有全国统一的统计表式（{first} 年起才有），报告已登记，不提取表格；"
        "正文中写明的收到、答复、复议、诉讼件数连同原句保存在 quotations.parquet。",
        "there is no national form of tables for {year} (there is from {first} on): the "
        "report is registered, no tables are extracted; numbers of requests, replies, "
        "reviews and lawsuits in its prose are in quotations.parquet with their sentences.",
    ),
    "timeout": Reason(
        "unreadable",
        "读取超过 {seconds} 秒仍未完成，已停止，"
        "请检查文件是否异常（例如图形过多），或另存为普通 PDF 后重试。",
        "reading was not done after {seconds} seconds and was stopped: check whether the "
        "file is unusual (very many drawings), or save it as a plain PDF and try again.",
    ),
    "crashed": Reason(
        "unreadable",
        "读取这份文件时程序意外中止（已连续试过两次），其他文件不受影响，"
        "请把该文件另存为普通 PDF 后重试，并告知维护人员。",
        "the program ended unexpectedly while reading this file (it was tried twice); "
        "other files are not affected: save it as a plain PDF and try again, and tell who "
        "maintains this.",
    ),
    "library_missing": Reason(
        "unreadable",
        "本机缺少读取这份文件所需的程序库（{name}），不是文件的问题，"
        "请告知维护人员重新安装本程序，装好后重新运行。",
        "a library that reading this file takes is not installed here ({name}); nothing is wrong "
        "with the file: tell who maintains this to install the program again, and run it again.",
    ),
    "failed": Reason(
        "unreadable",
        "读取这份文件时程序遇到没有预料的内容，没有读完，其他文件不受影响，"
        "请把该文件另存为普通 PDF 后重试，并把运行日志中这份文件的记录告知维护人员。",
        "the program met something unexpected in this file and did not read it to the end; other "
        "files are not affected: save it as a plain PDF and try again, and tell who maintains "
        "this what the log says of it.",
    ),
    "vanished": Reason(
        "unreadable",
        "文件（或文件夹）在处理过程中被移走、改动或无权读取，请确认它存在且可读后重新运行。",
        "the file (or folder) was moved, changed or made unreadable while it was worked on: make "
        "sure that it is there and can be read, and run again.",
    ),
    "not_a_report": Reason(
        "not_a_report",
        "文件中没有“政府信息公开工作年度报告”的标题，也没有其统计表，看来不是此类报告，请移出或换成正确的文件。",
        "the file has neither the title of an annual report on information disclosure nor "
        "its tables, it does not seem to be one: take it out or put in the right file.",
    ),
}


DOUBTS: Mapping[str, str] = {
    "drawn": "其中是图片而没有文字，数字可能印在图片里",
    "unsure": "识别得不够清楚",
    "stamped": "数字上盖有印章",
    "raised": "其中有大小或高低不一的数字，可能带有注释号",
    "apart": "数字之间隔得很开，可能是几个数字",
    "parted": "数字分成几行而每行都未排满，可能是几个数字",
    "struck": "数字中间有横线，可能是删去的内容",
    "overlapping": "有数字互相重叠，可能是盖住的旧数字或水印",
    "overflowing": "数字超出所在的格子，可能与相邻格的数字相混",
    "hidden": "数字是看不见的文字，可能与印出的不同",
    "styled": "网页的样式或脚本（{quotes}）可能使看到的数字与源代码中的不同",
    "annotated": "格子上有批注、涂改或签章，看到的可能与原来印出的不同",
    "turned": "数字的方向或先后次序与通常不同（如从右到左、倒置、镜像），看到的可能不同",
    "clipped": "行高或行距是固定的，数字可能被截去一部分",
    "displaced": "数字的位置移出了通常所在的地方，可能与相邻格的数字相混",
    "symbols": "数字用的是符号字体，看到的可能是别的符号",
    "property": "数字用了没有认出的格式，看到的可能不同",
    "unread": "其中还有表单控件、图片或脚本写出的内容，不是文字，没有读取",
}
"""Why digits in a cell may not be what a person reads there; each part of a sentence."""

UNSURE = frozenset({"unsure", "stamped"})
"""Doubts that a second reading which agrees does away with."""


def told(
    reason: str, details: Mapping[str, object], english: bool = False
) -> tuple[Literal["unreadable", "not_a_report", "no_form"], str]:
    """The status a reason leads to, and its sentence filled in.

    A reason that has no sentence, or lacks what fills it, is a fault of the
    program: it is told as one, and costs its own document alone. The sentence says
    nothing of the fault itself: that is for the log.
    """
    known = REASONS.get(reason, REASONS["failed"])
    try:
        said = {name: cut(str(value), _LONGEST) for name, value in details.items()}
        return known.status, _sentence(known, english).format(**said)
    except KeyError:
        failed = REASONS["failed"]
        return failed.status, _sentence(failed, english)


def _sentence(reason: Reason, english: bool) -> str:
    return reason.english if english else reason.sentence
