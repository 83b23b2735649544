"""What the prose says of what the tables count: real sentences, and traps."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from tasks.reshape.stated import reasons, stated
from tasks.reshape.stated.quantities import quantities

OFFICE = "上海市人民政府办公厅"
CITY = "宿迁市人民政府"


def said(
    text: str | list[str], year: int = 2023, agency: str = "甲县教育局"
) -> list[tuple[str, str, Decimal, str]]:
    texts = [text] if isinstance(text, str) else text
    return [(s.quantity, s.kind, s.value, s.scope) for s in stated(texts, True, year, agency)]


def whole(text: str | list[str], year: int = 2023, agency: str = "甲县教育局") -> dict[str, int]:
    """The counts of the whole."""
    return {
        q: int(v)
        for q, kind, v, scope in said(text, year, agency)
        if kind == "count" and scope == "whole"
    }


def test_real_sentences_of_an_office() -> None:
    text = (
        "市政府共受理政府信息公开申请 1295 件，办结 1191 件（含上年结转 189 件），均在法定期限内答复。"
        "其中，予以公开及部分公开 208 件（17.46%），不予公开 20 件（1.68%），因本机关不掌握等原因无法提供 564 件"
        "（47.36%），属信访、重复申请等不予处理 80 件（6.72%），其他处理 319 件（26.78%，含申请人主动撤回 157 件）。"
        "全年未发生因依申请公开被行政复议纠错或行政诉讼败诉情形。"
    )
    assert whole(text, 2025, OFFICE) == {
        "received": 1295,
        "answered": 1191,
        "granted_or_partly": 208,
        "refused": 20,
        "unable": 564,
        "unprocessed": 80,
        "otherwise": 319,
        "reviews_corrected": 0,
        "lawsuits_lost": 0,
    }
    shares = {q: v for q, kind, v, _ in said(text, 2025, OFFICE) if kind == "share"}
    assert shares["refused"] == Decimal("1.68")
    assert len(shares) == 5
    assert ("carried_in", "count", Decimal(189), "unsure") in said(text, 2025, OFFICE)


def test_real_sentences_of_a_city() -> None:
    text = (
        "全市全年共收办政府信息公开申请案件3607件（市政府349件、市各有关部门933件、沭阳县477件），同比增长70.3%，"
        "其中，自然人申请3493件，法人或其他组织申请114件；予以公开1191件、部分公开328件、不予公开142件、"
        "无法提供1078件、不予处理406件、作其他处理（含申请人主动撤回申请）341件、转下年度办理121件。"
    )
    assert whole(text, 2023, CITY) == {
        "received": 3607,
        "by_persons": 3493,
        "by_organisations": 114,
        "granted": 1191,
        "partly_granted": 328,
        "refused": 142,
        "unable": 1078,
        "unprocessed": 406,
        "otherwise": 341,
        "carried_over": 121,
    }
    assert ("received", "growth", Decimal("70.3"), "whole") in said(text, 2023, CITY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023 年全区受理政府信息公开申请 21 件，均在法定期限答复。", {"received": 21}),
        ("2023年度我单位共收到依申请信息公开26件，及时回复申请人。", {"received": 26}),
        ("全年共收到十二件政府信息公开申请。", {"received": 12}),
        ("２０２３年共收到政府信息公开申请１，２３４件。", {"received": 1234}),
        ("未收到公民、法人和其他组织提出的政府信息公开申请。", {"received": 0}),
        ("因政府信息公开被申请行政复议3件、提起行政诉讼12件。", {"reviewed": 3, "litigated": 12}),
        ("未发生因政府信息公开引起的行政复议、行政诉讼案件。", {"reviewed": 0, "litigated": 0}),
        ("未经复议直接起诉2件，复议后起诉1件。", {"litigated_directly": 2, "litigated_after_review": 1}),
        ("2023年，制发行政规范性文件2件，废止11件，现行有效11件。",
         {"documents_issued": 2, "documents_repealed": 11, "documents_in_force": 11}),
        ("公开现行有效的 11个行政规范性文件。", {"documents_in_force": 11}),
        ("主动公开行政规范性文件 6件。", {"documents_published": 6}),
        ("结转下年度继续办理5件。", {"carried_over": 5}),
        ("共有5件申请结转至下一年度办理。", {"carried_over": 5}),
        ("2023年度，县教育局政府信息公开未发生收费情况。", {"fee_notices": 0}),
    ],
)  # fmt: skip
def test_sentences_about_all(text: str, found: dict[str, int]) -> None:
    agency = "甲区人民政府" if "全区" in text else "甲县教育局"
    assert whole(text, 2023, agency) == found


@pytest.mark.parametrize(
    "text",
    [
        "公开政府信息1136条，其中政策文件21件。",
        "受理群众信访29件，办结3件，办结率93%。",
        "12345热线共接到咨询投诉72542件，答复944件。",
        "办理人大代表建议12件、政协提案9件，均按时答复。",
        "区政府办代表区政府受理政府信息公开申请17件。",
        "2022年共收到政府信息公开申请15件。",
        "上半年收到政府信息公开申请7件。",
        "累计收到政府信息公开申请700件。",
        "其中网络申请12件、信函申请3件。",
        "共收到政府信息公开申请约30件。",
        "共收到政府信息公开申请30余件。",
        "力争按时答复率100%，杜绝行政诉讼败诉。",
        "避免因答复不规范引发行政复议和行政诉讼。",
        "审查各部门报送的规范性文件45件。",
        "作出行政许可决定158件、行政处罚决定20件。",
        "通过网上平台收到政府信息公开申请12件。",
        "全年办理行政诉讼案件36件，无一败诉。",
        "收到教师资格认定申请1280件。",
        "市政府收到以区政府为被申请人的行政复议案件19件。",
        "印发各类公文79256件，其中主动公开535件、不予公开7件。",
        "近三年来，共收到政府信息公开申请78583件。",
        "政务服务大厅全年受理各类申请74838件，办结74838件。",
        "教育领域收到政府信息公开申请8件。",
    ],
)
def test_sentences_about_something_else_or_a_part(text: str) -> None:
    assert whole(text) == {}


def test_a_part_is_told_as_a_part() -> None:
    assert said("区政府办代表区政府受理政府信息公开申请17件。", 2024, "甲区人民政府") == [
        ("received", "count", Decimal(17), "narrower")
    ]


def test_a_rounded_number_has_room() -> None:
    (one,) = stated(["全年共收到政府信息公开申请1.2万件。"], True, 2023, "甲市人民政府")
    assert (one.value, one.tolerance) == (12000, 500)


def test_a_sentence_over_two_pages_has_the_page_it_begins_on() -> None:
    (one,) = stated(["前文。全年共收到政府信息公", "开申请15件。"], True, 2023, "甲县教育局")
    assert (one.quantity, one.value, one.page) == ("received", 15, 1)
    (other,) = stated(["全年共收到政府信息公开申请15件。"], False, 2023, None)
    assert other.page is None


TABLE = (
    "二、主动公开政府信息情况 第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 "
    "三、收到和处理政府信息公开申请情况 一、本年新收政府信息公开申请数量 22 0 0 0 0 0 22 "
    "（一）予以公开 3件 0 0 0 0 0 3 四、政府信息公开行政复议、行政诉讼情况 行政复议 4件 "
    "五、存在的主要问题及改进情况 存在的主要问题是公开深度不够。全年发生政府信息公开行政复议案件2件。"
)


def test_the_tables_own_text_says_nothing() -> None:
    assert whole(["一、总体情况 共收到政府信息公开申请22件。" + TABLE]) == {
        "received": 22,
        "reviewed": 2,
    }


@pytest.mark.parametrize(
    "letters", ["1", "一", "件", "申请", "收到", "(1件)", "未", "共收到申请1件,"]
)
def test_hostile_text_takes_no_time(letters: str) -> None:
    began = time.monotonic()
    said(letters * (100_000 // len(letters)))
    said((letters * 100 + "。") * 300)
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    ("text", "is_reason"),
    [
        ("因机构改革，结转数与上年不一致。", True),
        ("由于统计口径调整，上年结转申请数与上年度报告结转数不符。", True),
        ("注：行政复议、行政诉讼数量含上年度结转数量。", True),
        ("因部分规范性文件有效期届满失效，现行有效件数相应减少。", True),
        ("因工作需要，组织业务培训3次。", False),
        ("共收到政府信息公开申请12件。", False),
        ("主要是公开的深度不够。", False),
    ],
)
def test_reasons(text: str, is_reason: bool) -> None:
    assert bool(reasons([text], True)) == is_reason


def test_every_quantity_is_asked_for_by_a_rule() -> None:
    from expectations.rules import rule_book

    asked = {rule.says for rule in rule_book().values() if rule.kind == "prose"}
    assert asked == set(quantities())
