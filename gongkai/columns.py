"""The published columns and what they mean, declared once.

Writing, the manifest's data dictionary and the tests all use these schemas;
the meaning of a column travels with the Parquet file as field metadata.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pyarrow as pa

from gongkai.form import FormTable
from gongkai.verdict import MEANINGS, VERDICTS

AMOUNT = pa.decimal128(38, 10)
"""Exact amounts: up to ten decimals, as printed; what has more is held, never rounded."""

CELL = pa.struct(
    [
        ("year", pa.int32()),
        ("table", pa.string()),
        ("item", pa.string()),
        ("measure", pa.string()),
        ("value", AMOUNT),
        ("coefficient", pa.int32()),
    ]
)


SUGGESTION = pa.struct(
    [
        ("set", pa.int32()),
        ("edit", pa.string()),
        ("table", pa.string()),
        ("item", pa.string()),
        ("measure", pa.string()),
        ("printed", AMOUNT),
        ("proposed", AMOUNT),
    ]
)
"""One change of one set of changes that would settle a finding; sets are alternatives."""


READERS = "读取方式：text 文字层，ocr 识别图片，html 网页，docx Word 文件"


def _field(name: str, kind: pa.DataType, meaning: str, nullable: bool = True) -> pa.Field:
    return pa.field(name, kind, nullable=nullable, metadata={"meaning": meaning})


_IDENTITY = (
    _field("report_id", pa.string(), "机关与年度的标识，同一报告重新发布时不变", nullable=False),
    _field("version", pa.int32(), "版次，机关重新发布时为 2、3……", nullable=False),
)

_WHOSE = (
    _field("agency", pa.string(), "机关名称，取自标题或随附的来源说明，未认出的为空"),
    _field("year", pa.int32(), "报告年度，未认出的为空"),
)

REPORTS = pa.schema(
    [
        *_IDENTITY,
        *_WHOSE,
        _field("form", pa.string(), "所用表式，按内容认定"),
        _field("scope", pa.string(), "统计范围：aggregate 报告自称汇总所属单位，没有说的为空"),
        _field("title", pa.string(), "标题页印出的标题"),
        _field("source", pa.string(), "相对于 --raw 的路径", nullable=False),
        _field("document_sha256", pa.string(), "文件内容的 SHA-256", nullable=False),
        _field("media_type", pa.string(), "文件类型"),
        _field("pages", pa.int32(), "页数，网页和 Word 文件为空"),
        _field("reader", pa.string(), READERS),
        _field("url", pa.string(), "发布网址，取自随附的来源说明"),
        _field(
            "first_seen",
            pa.timestamp("us", tz="UTC"),
            "首次收到的时间：来源说明中的采集时间，没有的为首次读到它的那一天（北京时间）零时",
        ),
        _field(
            "status",
            pa.string(),
            "published、held、no_form、unreadable、duplicate 或 not_a_report",
            nullable=False,
        ),
        _field("reason", pa.string(), "未发布的原因和处理办法，已发布的为空", nullable=False),
        _field("published_on", pa.date32(), "机关发布日期，取自随附的来源说明"),
        _field("collected_at", pa.timestamp("us", tz="UTC"), "采集时间，取自随附的来源说明"),
    ]
)

FINDINGS = pa.schema(
    [
        *_IDENTITY,
        *_WHOSE,
        _field("rule", pa.string(), "规则编号，见规则目录", nullable=False),
        _field(
            "severity", pa.string(), "error 暂缓发布，warning 请核对，info 说明", nullable=False
        ),
        _field(
            "outcome",
            pa.string(),
            "fail、explained、not_checkable、broken；报告由新版取代的，fail、broken 改为 resolved",
            nullable=False,
        ),
        _field("resolved_on", pa.date32(), "outcome 为 resolved 时，收到新版的日期（北京时间）"),
        _field("table", pa.string(), "所涉表"),
        _field("page", pa.int32(), "所涉第一格或第一处的页码，从 1 起，没有页的文件为空"),
        _field("left", AMOUNT, "等式左边"),
        _field("right", AMOUNT, "等式右边"),
        _field("difference", AMOUNT, "左边减右边"),
        _field("cells", pa.list_(CELL), "参与计算的每一格", nullable=False),
        _field("message", pa.string(), "给人看的中文说明", nullable=False),
        _field("key", pa.string(), "规则和所在的行、列，一份报告中不重复", nullable=False),
        _field("under", pa.string(), "所属的根本原因（另一条发现的 key），没有的为空值"),
        _field("quote", pa.string(), "所依据的原句，或说明了原因的原句"),
        _field("quote_page", pa.int32(), "原句的页码，从 1 起，没有页的文件为空"),
        _field(
            "suggestions",
            pa.list_(SUGGESTION),
            "建议的改法，set 相同的为一种改法，几种并列的无法判断是哪一种；数据不作改动",
            nullable=False,
        ),
        _field(
            "verdict",
            pa.string(),
            "；".join(f"{code} {VERDICTS[code]}（{MEANINGS[code]}）" for code in VERDICTS),
            nullable=False,
        ),
    ]
)

QUOTATIONS = pa.schema(
    [
        *_IDENTITY,
        *_WHOSE,
        _field(
            "quantity",
            pa.string(),
            "received 收到申请，answered 答复，reviewed 行政复议，litigated 行政诉讼",
            nullable=False,
        ),
        _field("value", pa.int64(), "句中所写的件数", nullable=False),
        _field("sentence", pa.string(), "所引的原句", nullable=False),
        _field("page", pa.int32(), "页码，从 1 起，没有页的文件为空"),
    ]
)


STATEMENTS = pa.schema(
    [
        *_IDENTITY,
        *_WHOSE,
        _field(
            "quantity",
            pa.string(),
            "说的是什么数，代码见规则目录的 says；reason 说明不一致的原因，aggregates 自称汇总",
            nullable=False,
        ),
        _field("kind", pa.string(), "count 件数，share 占比（%），growth 同比（%）；不是数的为空"),
        _field("value", AMOUNT, "句中所写的数，说没有的为 0；不是数的为空"),
        _field("tolerance", AMOUNT, "句中的数四舍五入的余地；不是数的为空"),
        _field("scope", pa.string(), "whole 全部，narrower 一部分，unsure 不能肯定；不是数的为空"),
        _field("denied", pa.bool_(), "是否说没有；不是数的为空"),
        _field("sentence", pa.string(), "所引的原句", nullable=False),
        _field("page", pa.int32(), "页码，从 1 起，没有页的文件为空"),
    ]
)

RULE_SUMMARY = pa.schema(
    [
        _field("rule", pa.string(), "规则编号", nullable=False),
        _field("form", pa.string(), "表式", nullable=False),
        _field("year", pa.int32(), "报告年度，年度不明的为空"),
        *(
            _field(name, pa.int64(), f"{meaning}的报告数", nullable=False)
            for name, meaning in (
                ("pass", "通过"),
                ("fail", "未通过"),
                ("explained", "不符而报告已说明原因，或只作说明"),
                ("not_checkable", "缺数而不能核对"),
                ("not_applicable", "不适用"),
                ("broken", "规则运行出错"),
            )
        ),
    ]
)

AGENCIES = pa.schema(
    [
        _field("agency", pa.string(), "汇总的政府", nullable=False),
        _field("child", pa.string(), "它所汇总的下级单位", nullable=False),
        _field("complete", pa.list_(pa.int32()), "下级单位名单完整的报告年度", nullable=False),
    ]
)

EARLIER = pa.schema(
    [
        *REPORTS,
        _field("release", pa.string(), "首次发布该报告的发布编号", nullable=False),
        _field("successor", pa.int32(), "取代它的版次；为空的是文件已不在，尚无新版取代"),
    ]
)


@lru_cache(maxsize=8)
def facts(value: str) -> pa.Schema:
    """The columns of a fact table.

    Args:
        value: `integer` (int64) or `decimal` (decimal128(38,10)), as the form declares.
    """
    kind = pa.int64() if value == "integer" else AMOUNT
    return pa.schema(
        [
            *_IDENTITY,
            *_WHOSE,
            _field("form", pa.string(), "表式", nullable=False),
            _field("table", pa.string(), "表的编码", nullable=False),
            _field("item", pa.string(), "行的编码", nullable=False),
            _field("measure", pa.string(), "列的编码", nullable=False),
            _field("value", kind, "印出的数字，state 不是 number 时为空"),
            _field("unit", pa.string(), "单位：件、万元等", nullable=False),
            _field(
                "state",
                pa.string(),
                "number 有数字，blank 有格无数，absent 没有此格",
                nullable=False,
            ),
            _field("raw", pa.string(), "格子里印的原文", nullable=False),
            _field("reader", pa.string(), READERS, nullable=False),
            _field("page", pa.int32(), "页码，从 1 起，没有页的文件为空"),
            *(
                _field(side, pa.float64(), f"格子{name}（点，原点在页面左上角）")
                for side, name in (("x0", "左边"), ("y0", "上边"), ("x1", "右边"), ("y1", "下边"))
            ),
            _field("pointer", pa.string(), "格子在网页或 Word 文件中的位置，有页的文件为空"),
            _field(
                "confidence",
                pa.float64(),
                "把握程度，0 到 1，含义见 gongkai/confidence.py",
                nullable=False,
            ),
            _field("second", pa.string(), "第二次独立读取的结果，没有读第二次的为空值"),
        ]
    )


def schema_of(table: FormTable) -> pa.Schema:
    """The fact columns of one table of a form."""
    return facts(table.value)


def dictionary(schema: pa.Schema) -> Mapping[str, str]:
    """Column name to its meaning."""
    return {field.name: field.metadata[b"meaning"].decode() for field in schema}
