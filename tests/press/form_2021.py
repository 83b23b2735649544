"""The official form of 2021 (国办公开办函〔2021〕30号), spelt out once for the press.

Every printed text of the form has an id here, so that a report may print a variant of it.
"""

from typing import Final

APPLICATIONS: Final = "applications"
DISCLOSURE: Final = "proactive_disclosure"
REVIEW: Final = "review_litigation"

SECTIONS: Final[dict[str, str]] = {
    "section.1": "一、总体情况",
    "section.2": "二、主动公开政府信息情况",
    "section.3": "三、收到和处理政府信息公开申请情况",
    "section.4": "四、政府信息公开行政复议、行政诉讼情况",
    "section.5": "五、存在的主要问题及改进情况",
    "section.6": "六、其他需要报告的事项",
}

DISCLOSURE_BLOCKS: Final[tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]] = (
    ("block.1", ("regulations", "normative_documents"), ("issued", "repealed", "in_force")),
    ("block.5", ("licensing",), ("decisions",)),
    ("block.6", ("penalty", "coercion"), ("decisions",)),
    ("block.8", ("fees",), ("amount",)),
)
"""The blocks of table 二: label id, items, measures."""

DISCLOSURE_LABELS: Final[dict[str, str]] = {
    "block.1": "第二十条第（一）项",
    "block.5": "第二十条第（五）项",
    "block.6": "第二十条第（六）项",
    "block.8": "第二十条第（八）项",
    "content": "信息内容",
    "issued": "本年制发件数",
    "repealed": "本年废止件数",
    "in_force": "现行有效件数",
    "decisions": "本年处理决定数量",
    "amount": "本年收费金额（单位：万元）",
    "regulations": "规章",
    "normative_documents": "行政规范性文件",
    "licensing": "行政许可",
    "penalty": "行政处罚",
    "coercion": "行政强制",
    "fees": "行政事业性收费",
}

APPLICATION_MEASURES: Final = (
    "natural_person",
    "business",
    "research",
    "social_welfare",
    "legal_service",
    "other_organisation",
    "total",
)
APPLICATION_HEADERS: Final[dict[str, str]] = {
    "identity": "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    "applicants": "申请人情况",
    "organisations": "法人或其他组织",
    "natural_person": "自然人",
    "business": "商业企业",
    "research": "科研机构",
    "social_welfare": "社会公益组织",
    "legal_service": "法律服务机构",
    "other_organisation": "其他",
    "total": "总计",
}
APPLICATION_GROUPS: Final[dict[str, str]] = {
    "3": "三、本年度办理结果",
    "3.3": "（三）不予公开",
    "3.4": "（四）无法提供",
    "3.5": "（五）不予处理",
    "3.6": "（六）其他处理",
}
"""Labels that head a group of rows. `3.6` is a row of its own where a report prints one row."""

APPLICATION_ITEMS: Final[dict[str, str]] = {
    "1": "一、本年新收政府信息公开申请数量",
    "2": "二、上年结转政府信息公开申请数量",
    "3.1": "（一）予以公开",
    "3.2": "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "3.3.1": "1.属于国家秘密",
    "3.3.2": "2.其他法律行政法规禁止公开",
    "3.3.3": "3.危及“三安全一稳定”",
    "3.3.4": "4.保护第三方合法权益",
    "3.3.5": "5.属于三类内部事务信息",
    "3.3.6": "6.属于四类过程性信息",
    "3.3.7": "7.属于行政执法案卷",
    "3.3.8": "8.属于行政查询事项",
    "3.4.1": "1.本机关不掌握相关政府信息",
    "3.4.2": "2.没有现成信息需要另行制作",
    "3.4.3": "3.补正后申请内容仍不明确",
    "3.5.1": "1.信访举报投诉类申请",
    "3.5.2": "2.重复申请",
    "3.5.3": "3.要求提供公开出版物",
    "3.5.4": "4.无正当理由大量反复申请",
    "3.5.5": "5.要求行政机关确认或重新出具已获取信息",
    "3.6": "（六）其他处理",
    "3.6.1": "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "3.6.2": "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.6.3": "3.其他",
    "3.7": "（七）总计",
    "4": "四、结转下年度继续办理",
}
RESULT_LEAVES: Final = tuple(
    item for item in APPLICATION_ITEMS if item.startswith("3.") and item not in ("3.6", "3.7")
)
"""The rows of 三、本年度办理结果 that add up to （七）总计 when 3.6 is printed as three rows."""

REVIEW_ITEMS: Final = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
REVIEW_MEASURES: Final = ("upheld", "corrected", "other", "pending", "total")
REVIEW_LABELS: Final[dict[str, str]] = {
    "reconsideration": "行政复议",
    "litigation": "行政诉讼",
    "litigation_direct": "未经复议直接起诉",
    "litigation_after_reconsideration": "复议后起诉",
    "upheld": "结果维持",
    "corrected": "结果纠正",
    "other": "其他结果",
    "pending": "尚未审结",
    "review.total": "总计",
}

LABELS: Final[dict[str, str]] = {
    **SECTIONS,
    **DISCLOSURE_LABELS,
    **APPLICATION_HEADERS,
    **APPLICATION_GROUPS,
    **APPLICATION_ITEMS,
    **REVIEW_LABELS,
}
"""Every text of the form by its id."""

CellKey = tuple[str, str, str]

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
"""Every cell a 2021 report may have: 10 + 182 + 15, `3.6` and `3.6.1`-`3.6.3` both counted."""
