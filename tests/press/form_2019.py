"""The form on trial of 2019 (国办公开办函〔2019〕60号), where it differs from that of 2021."""

from typing import Final

from tests.press.form_2021 import (
    APPLICATION_GROUPS,
    APPLICATION_HEADERS,
    APPLICATION_MEASURES,
    APPLICATIONS,
    DISCLOSURE,
    REVIEW,
    REVIEW_ITEMS,
    REVIEW_LABELS,
    REVIEW_MEASURES,
    SECTIONS,
    CellKey,
)
from tests.press.form_2021 import APPLICATION_ITEMS as ITEMS_2021

_ITEMS: Final = ("prior_year_items", "change", "decisions")

DISCLOSURE_BLOCKS: Final[tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]] = (
    ("block.1", ("regulations", "normative_documents"), ("made", "disclosed", "disclosed_total")),
    ("block.5", ("licensing", "other_services"), _ITEMS),
    ("block.6", ("penalty", "coercion"), _ITEMS),
    ("block.8", ("fees",), ("prior_year_items", "change")),
    ("block.9", ("procurement",), ("projects", "amount")),
)
"""The blocks of table 二: label id, items, measures."""

DISCLOSURE_LABELS: Final[dict[str, str]] = {
    "block.1": "第二十条第（一）项",
    "block.5": "第二十条第（五）项",
    "block.6": "第二十条第（六）项",
    "block.8": "第二十条第（八）项",
    "block.9": "第二十条第（九）项",
    "content": "信息内容",
    "made": "本年新制作数量",
    "disclosed": "本年新公开数量",
    "disclosed_total": "对外公开总数量",
    "prior_year_items": "上一年项目数量",
    "change": "本年增/减",
    "decisions": "处理决定数量",
    "projects": "采购项目数量",
    "amount": "采购总金额",
    "regulations": "规章",
    "normative_documents": "规范性文件",
    "licensing": "行政许可",
    "other_services": "其他对外管理服务事项",
    "penalty": "行政处罚",
    "coercion": "行政强制",
    "fees": "行政事业性收费",
    "procurement": "政府集中采购",
}

APPLICATION_ITEMS: Final[dict[str, str]] = {
    item: label for item, label in ITEMS_2021.items() if not item.startswith("3.6.")
}
"""（六）其他处理 is one row."""

LABELS: Final[dict[str, str]] = {
    **SECTIONS,
    **DISCLOSURE_LABELS,
    **APPLICATION_HEADERS,
    **{group: label for group, label in APPLICATION_GROUPS.items() if group != "3.6"},
    **APPLICATION_ITEMS,
    **REVIEW_LABELS,
}
"""Every text of the form by its id."""

CELLS: Final[tuple[CellKey, ...]] = (
    *(
        (DISCLOSURE, item, measure)
        for _, items, measures in DISCLOSURE_BLOCKS
        for item in items
        for measure in measures
    ),
    *(
        (APPLICATIONS, item, measure)
        for item in APPLICATION_ITEMS
        for measure in APPLICATION_MEASURES
    ),
    *((REVIEW, item, measure) for item in REVIEW_ITEMS for measure in REVIEW_MEASURES),
)
"""Every cell of a 2019 report: 22 + 161 + 15."""
