"""Numbers in prose, only with the sentence that says them."""

from __future__ import annotations

import pytest

from tasks.reshape.stated import quotations

PAGES = (
    "2010年政府信息公开工作年度报告\n2010年，我局共收到政府信息公开申\n请1,234件，",
    "其中当面申请12件。全年已答复1230件，答复率99%。\n未发生因政府信息公开引起的行政诉讼。"
    "行政复议案件3件，均维持。",
)


def test_quantities_with_sentence_and_page() -> None:
    found = {q.quantity: q for q in quotations(PAGES)}
    assert {code: q.value for code, q in found.items()} == {
        "received": 1234,
        "answered": 1230,
        "reviewed": 3,
        "litigated": 0,
    }
    assert found["received"].page == 1
    assert found["received"].sentence.endswith("其中当面申请12件。")
    assert found["answered"].page == 2


def test_a_source_without_pages() -> None:
    assert {q.page for q in quotations(["".join(PAGES)], paged=False)} == {None}


@pytest.mark.parametrize(
    ("sentence", "quantity", "value"),
    [
        ("全年受理依申请公开15件。", "received", 15),
        ("全年受理信息公开申请15件。", "received", 15),
        ("共收到15件政府信息公开申请。", "received", 15),
        ("未收到公民、法人的信息公开申请。", "received", 0),
        ("15件申请均已按时答复。", "answered", 15),
        ("答复率为100%。", "answered", None),
        ("因政府信息公开申请行政复议2件。", "reviewed", 2),
        ("没有发生行政复议、行政诉讼案件。", "reviewed", 0),
        ("没有发生行政复议、行政诉讼案件。", "litigated", 0),
        ("提起行政诉讼4起。", "litigated", 4),
        ("全年主动公开信息12345条。", "received", None),
    ],
)
def test_wordings(sentence: str, quantity: str, value: int | None) -> None:
    found = {q.quantity: q.value for q in quotations([sentence])}
    assert found.get(quantity) == value


NOTHING: dict[str, int] = {}


@pytest.mark.parametrize(
    ("text", "year", "said"),
    [
        # a negation that is an attribute of something else, or a supposition
        (
            "对无法当面提交申请的群众，提供邮寄服务。2012年共收到政府信息公开申请25件。",
            None,
            {"received": 25},
        ),
        ("对无正当理由重复提出申请的，不再处理。2012年收到申请25件。", None, {"received": 25}),
        (
            "对未按规定公开引发的行政复议案件，追究责任。2012年发生行政复议4件。",
            None,
            {"reviewed": 4},
        ),
        ("全年没有行政复议被撤销、行政诉讼败诉的情况。", None, NOTHING),
        ("败诉的行政诉讼0件。", None, NOTHING),
        ("未发生因行政复议引起的行政诉讼。", None, NOTHING),
        ("除2件行政复议外，未发生其他行政复议。", None, NOTHING),
        ("未收到申请人的投诉。", None, NOTHING),
        ("3个部门未收到申请。", None, NOTHING),
        ("如未收到申请，应零报告。", None, NOTHING),
        ("对未收到申请的情况，应当说明。", None, NOTHING),
        ("网上未收到申请，当面收到申请3件。", None, NOTHING),
        ("无法收到申请。无超期答复申请。无效申请3件。", None, NOTHING),
        ("没有公开行政复议情况。未公开申请情况。", None, NOTHING),
        ("力争无行政诉讼，确保不发生行政复议。", None, NOTHING),
        ("基本没有行政复议。几乎未收到申请。", None, NOTHING),
        # comparisons
        ("收到申请比上年减少5件，为20件。", None, NOTHING),
        ("与2011年收到申请20件相比，今年收到申请30件。", 2012, {"received": 30}),
        ("2012年共收到申请25件，比上年增加5件。", 2012, {"received": 25}),
        ("2011年较上年有所增长，收到申请20件。", 2012, NOTHING),
        # other years and spans
        ("2011年收到申请20件，2012年收到申请30件。", None, NOTHING),
        ("2011年收到申请20件，2012年收到申请30件。", 2012, {"received": 30}),
        ("2011年收到申请20件。答复申请18件。2012年收到申请30件。", 2012, {"received": 30}),
        ("二〇一二年，我局共收到信息公开申请三百零五件。", 2012, {"received": 305}),
        ("二〇一一年，我局共收到信息公开申请三百零五件。", 2012, NOTHING),
        ("去年收到申请20件，答复20件。", None, NOTHING),
        ("08年收到申请20件，09年收到申请30件。", 2009, {"received": 30}),
        ("自2008年以来累计收到申请500件，其中2012年收到申请30件。", 2012, NOTHING),
        ("共收到申请500件。其中，2012年收到30件。", 2012, NOTHING),
        ("截至2012年底，共收到申请500件，答复480件。", 2012, NOTHING),
        ("2008-2012年共收到申请500件。", 2012, NOTHING),
        ("2012年3月收到申请1件。", 2012, NOTHING),
        ("上半年收到申请12件，下半年收到申请13件，全年共收到申请25件。", None, {"received": 25}),
        (
            "2012年1月1日至12月31日，我局共收到申请25件，已答复24件，1件正在办理。",
            2012,
            {"received": 25, "answered": 24},
        ),
        ("2008年5月1日至12月31日，共收到申请25件。", 2008, {"received": 25}),
        # a wider or narrower circle
        ("全市共收到申请350件，本机关收到25件。", None, NOTHING),
        ("全市共收到申请350件。本机关收到申请25件。", None, {"received": 25}),
        ("全市共收到申请350件。（二）答复情况共答复340件。", None, NOTHING),
        ("三、申请情况全市共收到350件。四、答复情况共答复340件。", None, NOTHING),
        ("一、概述全市工作有序推进。三、依申请公开情况共收到申请25件。", None, {"received": 25}),
        ("共收到申请350件（含各县区）。", None, NOTHING),
        ("共收到申请350件，其中市本级25件。", None, NOTHING),
        ("我局收到申请25件，直属单位收到申请10件。", None, {"received": 25}),
        # parts, lists and totals
        (
            "收到申请25件，其中24件当年答复，1件转入2013年答复；行政诉讼比上年减少2件，为1件。",
            None,
            {"received": 25},
        ),
        ("答复同意公开20件，答复不予公开5件，共25件。", None, NOTHING),
        ("20件按时答复，5件延期答复。", None, NOTHING),
        ("25件申请均在法定期限内予以答复。", None, {"answered": 25}),
        ("因政府信息公开引起行政复议，维持2件、撤销1件，合计3件。", None, NOTHING),
        ("共收到申请25件（其中网上20件）。", None, {"received": 25}),
        ("共收到申请25件。其中：网上收到申请20件；信函收到申请5件。", None, {"received": 25}),
        ("收到网上申请12件，收到信函申请13件。", None, NOTHING),
        ("收到公民申请20件、企业申请5件。", None, NOTHING),
        ("收到申请12件，收到申请13件，共收到申请25件。", None, {"received": 25}),
        ("收到申请30件，共受理申请25件。", None, NOTHING),
        ("答复20件，延期答复5件。", None, NOTHING),
        ("收到申请20件，另收到网上申请5件。", None, NOTHING),
        ("发生行政复议3件，另有1件正在审理。", None, NOTHING),
        ("已答复24件，另有1件正在办理。", None, {"answered": 24}),
        ("申请最多的是规划类，收到申请12件。", None, NOTHING),
        ("收到申请25件。收到申请26件。", None, NOTHING),
        ("发生2件行政复议、1件行政诉讼。", None, {"reviewed": 2, "litigated": 1}),
        ("行政复议、行政诉讼案件分别为3件和2件。", None, NOTHING),
        ("行政复议、行政诉讼各1件。", None, NOTHING),
        ("因政府信息公开引发的行政复议、行政诉讼案件共5件。", None, NOTHING),
        ("收到信息公开申请及行政复议申请共28件。", None, NOTHING),
        # other things that are received, answered and decided
        ("受理行政复议申请3件。收到信息公开申请十二件。", None, {"received": 12}),
        ("收到行政许可申请500件，其中政府信息公开申请25件。", None, NOTHING),
        ("发生行政复议12件，其中信息公开类3件。", None, {"reviewed": 3}),
        ("受理低保申请50件，办结50件。", None, NOTHING),
        ("接受咨询120件，答复120件。", None, NOTHING),
        ("办结人大代表建议、政协提案45件。", None, NOTHING),
        ("做到收到一件、答复一件。", None, NOTHING),
        ("全年办理行政复议12件，已结案的行政诉讼2件。", None, NOTHING),
        ("主动公开信息300条，依申请公开信息25条。", None, NOTHING),
        ("每收到一件申请，答复一件。", None, NOTHING),
        ("编发行政复议案例12例，答复书25份。", None, NOTHING),
        ("我局收到行政复议申请3件。因不服行政复议决定提起行政诉讼2件。", None, NOTHING),
        ("行政服务中心全年受理申请2500件，办结2500件。", None, NOTHING),
        ("受理依申请公开信息25条，答复信息25条。", None, NOTHING),
        # numbers that are not exact, or not to be read for certain
        ("收到申请约30件。", None, NOTHING),
        ("约收到申请30件。", None, NOTHING),
        ("收到申请30件不到。", None, NOTHING),
        ("收到申请30余件。", None, NOTHING),
        ("收到申请数十件。", None, NOTHING),
        ("收到申请二三件。", None, NOTHING),
        ("收到申请3-5件。", None, NOTHING),
        ("收到申请1.5万件。", None, NOTHING),
        ("收到申请12 13件。", None, NOTHING),
        ("收到申请一千二百三十四件。", None, {"received": 1234}),
        ("收到申请两件。", None, {"received": 2}),
        # sections as they are printed
        (
            "三、依申请公开情况（一）申请情况2010年度我局未收到政府信息公开申请。",
            2010,
            {"received": 0},
        ),
        (
            "六、行政复议、诉讼和申诉情况2012年行政复议3件，行政诉讼0件。",
            2012,
            {"reviewed": 3, "litigated": 0},
        ),
        (
            "2010年，未产生针对我局政府信息公开的行政复议与行政诉讼。",
            2010,
            {"reviewed": 0, "litigated": 0},
        ),
        (
            "在25件申请中，已答复24件，1件按规定延期。四、行政复议和行政诉讼情况2010年度，发生针对本部门"
            "有关政府信息公开事务的行政复议案2件，行政诉讼案1件，行政申诉案0件。",
            2010,
            {"answered": 24, "reviewed": 2, "litigated": 1},
        ),
        ("2010年我局未产生相关诉讼，没有相应费用支出。", 2010, {"litigated": 0}),
        (
            "没有因政府信息公开申请行政复议、提起行政诉讼的情况。",
            None,
            {"reviewed": 0, "litigated": 0},
        ),
        ("行政复议和行政诉讼案件均未发生。", None, {"reviewed": 0, "litigated": 0}),
        ("行政复议、行政诉讼均为0件。", None, {"reviewed": 0, "litigated": 0}),
        ("不存在因政府信息公开被申请行政复议的情况。", None, {"reviewed": 0}),
    ],
)
def test_only_what_is_said_for_certain(text: str, year: int | None, said: dict[str, int]) -> None:
    assert {q.quantity: q.value for q in quotations([text], year=year)} == said


def test_a_page_number_does_not_run_into_a_number() -> None:
    assert quotations(["2012年共收到申请\n3", "25件。"]) == ()
    (quotation,) = quotations(["一、概述。\n- 3 -", "2012年共收到申请25件。"])
    assert (quotation.value, quotation.page) == (25, 2)
    assert quotation.sentence == "2012年共收到申请25件。"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0),
        ("十", 10),
        ("十二", 12),
        ("一十二", 12),
        ("两百", 200),
        ("三百零五", 305),
        ("三百一十二", 312),
        ("一千零三", 1003),
        ("一万零一十二", 10_012),
        ("十二万", 120_000),
        ("二三", None),
        ("一百二", None),
        ("百千", None),
    ],
)
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert {q.value for q in quotations([f"收到申请{text}件。"])} == ({value} - {None})
