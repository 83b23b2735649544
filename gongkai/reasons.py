"""Why a document is not among the published: each a sentence that says what to do.

Keys are kept in the reading store and never shown; people see the sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Reason:
    """The status a reason leads to and its sentence, with `{places}` to fill."""

    status: Literal["unreadable", "not_a_report"]
    sentence: str


REASONS: Mapping[str, Reason] = {
    "empty": Reason("unreadable", "文件是空的（0 字节），请重新下载或向报送机关索取后放回原处。"),
    "damaged": Reason(
        "unreadable", "文件不完整或已损坏，无法作为 PDF 打开，请重新下载或向报送机关索取完整文件。"
    ),
    "encrypted": Reason(
        "unreadable", "文件设有打开密码，请向报送机关索取不加密的版本，或去除密码后放回原处。"
    ),
    "locked": Reason(
        "unreadable",
        "文件设有权限限制，不允许提取文字，请向报送机关索取未加限制的版本。",
    ),
    "not_pdf": Reason(
        "unreadable",
        "文件内容是{kind}，不是 PDF，目前只能读取带文字层的 PDF，请换成报告的 PDF 版本。",
    ),
    "too_many_pages": Reason(
        "unreadable",
        "文件共有 {pages} 页，超过单份年度报告的上限 {limit} 页，疑为汇编，请拆分后逐份放入。",
    ),
    "too_large": Reason(
        "unreadable", "文件大小为 {size} MB，超过上限 {limit} MB，请压缩图片或拆分后放入。"
    ),
    "no_text": Reason(
        "unreadable",
        "文件没有文字层（多为扫描件或图片），目前不能识别图片，请向报送机关索取文字版。",
    ),
    "no_tables": Reason(
        "unreadable",
        "这是一份年度报告，但正文中没有找到带框线的统计表，表格可能是图片或另附文件，"
        "请索取含表格的文字版。",
    ),
    "unknown_form": Reason(
        "unreadable",
        "这是一份年度报告，但没有印出{forms}年表式特有的栏目，可能使用了旧表式，"
        "目前不能读取，请核对该年度应使用的表式。",
    ),
    "timeout": Reason(
        "unreadable",
        "读取超过 {seconds} 秒仍未完成，已停止，"
        "请检查文件是否异常（例如图形过多），或另存为普通 PDF 后重试。",
    ),
    "crashed": Reason(
        "unreadable",
        "读取这份文件时程序意外中止（已连续试过两次），其他文件不受影响，"
        "请把该文件另存为普通 PDF 后重试，并告知维护人员。",
    ),
    "failed": Reason(
        "unreadable",
        "读取这份文件时出现未预料的错误（{error}），其他文件不受影响，请告知维护人员。",
    ),
    "vanished": Reason(
        "unreadable", "文件在处理过程中被移走、改动或无权读取，请确认文件存在且可读后重新运行。"
    ),
    "not_a_report": Reason(
        "not_a_report",
        "文件中没有“政府信息公开工作年度报告”的标题，也没有其统计表，看来不是此类报告，请移出或换成正确的文件。",
    ),
}


DOUBTS: Mapping[str, str] = {
    "raised": "其中有大小或高低不一的数字，可能带有注释号",
    "parted": "数字分成几行而每行都未排满，可能是几个数字",
    "struck": "数字中间有横线，可能是删去的内容",
    "overlapping": "有数字互相重叠，可能是盖住的旧数字或水印",
    "overflowing": "数字超出所在的格子，可能与相邻格的数字相混",
    "hidden": "数字是看不见的文字，可能与印出的不同",
}
"""Why digits in a cell may not be what a person reads there; each part of a sentence."""


def sentence(reason: str, details: Mapping[str, str]) -> str:
    """Return the sentence of a reason, filled in."""
    return REASONS[reason].sentence.format(**details)
