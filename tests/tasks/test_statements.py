"""What prose says beside the tables: sentences, published and made up, and traps one by one."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
import yaml

from expectations.rules import rule_book
from gongkai.report import Statement
from tasks.reshape.stated import reasons, stated
from tasks.reshape.stated.declared import vocabulary
from tests.growth import grows_too_fast
from tests.press.decoys import COUNTED, DENIED, VALUES, decoy_prose, statement_prose
from tests.press.random_reports import random_figures

AGENCY = "沭阳县发展和改革局"
YEAR = 2023

_KIND = {"count": "=", "share": "%", "growth": "^"}
_SCOPE = {"whole": "", "narrower": "<", "unsure": "?"}


def shown(statement: Statement) -> str:
    denied = "!" if statement.denied else ""
    value = f"{statement.value}{_SCOPE[statement.scope]}{denied}"
    return f"{statement.quantity}{_KIND[statement.kind]}{value}"


def said(*texts: str, agency: str | None = AGENCY, year: int | None = YEAR) -> str:
    return " ".join(map(shown, stated(texts, True, year, agency)))


CASES: list[tuple[str, int, str, str]] = [
    (group["agency"], group["year"], sentence, expected)
    for group in yaml.safe_load(Path(__file__).with_name("statements.yaml").read_bytes())
    for sentence, expected in group["sentences"].items()
]


@pytest.mark.parametrize(("agency", "year", "sentence", "expected"), CASES)
def test_sentences(agency: str, year: int, sentence: str, expected: str) -> None:
    assert said(sentence, agency=agency, year=year) == expected


def test_every_quantity_is_asked_for_by_a_rule() -> None:
    asked = {rule.says for rule in rule_book().values() if rule.kind == "prose"}
    assert asked == set(vocabulary().quantities)


def test_every_quantity_is_counted_and_denied_in_a_case() -> None:
    cases = " ".join(expected for *_, expected in CASES).split()
    quantities = vocabulary().quantities
    assert {case.partition("=")[0] for case in cases if "=" in case} >= set(quantities)
    denied = {case.partition("=")[0] for case in cases if case.endswith("!")}
    assert denied >= set(quantities) - NEVER_DENIED


NEVER_DENIED = {
    "handled",
    "answered",
    "granted",
    "granted_or_partly",
    "partly_granted",
    "unable",
    "otherwise",
    "by_persons",
    "by_organisations",
    "documents_published",
    "documents_in_force",
}


def test_values_and_what_words_round() -> None:
    (rounded,) = stated(["收到政府信息公开申请1.2万件。"], True, YEAR, AGENCY)
    assert (rounded.value, rounded.tolerance) == (Decimal(12_000), Decimal(500))
    _, share = stated(["予以公开208件（17.46%）。"], True, YEAR, AGENCY)
    assert (share.value, share.tolerance) == (Decimal("17.46"), Decimal("0.005"))


def test_pages_lines_and_quotes() -> None:
    pages = [
        "一、总体情况\n（二）依申请公开情况。2023 年，我局共收到政府信\n息公开申请 1,2",
        "34 件，办\n结 1230\n件。\n- 2 -",
        "结转下年度继续办\n理 4 件。",
    ]
    found = stated(pages, True, YEAR, AGENCY)
    assert [(s.quantity, s.value, s.page) for s in found] == [
        ("answered", Decimal(1230), 1),
        ("carried_over", Decimal(4), 3),
    ]
    whole = stated(
        ["2023 年，我局共收到政府信\n息公开申请 12\n件，办结 11", "件。"], True, YEAR, AGENCY
    )
    assert [(s.quantity, s.value, s.page) for s in whole] == [
        ("received", Decimal(12), 1),
        ("answered", Decimal(11), 1),
    ]
    assert whole[0].sentence == "2023年,我局共收到政府信息公开申请12件,办结11件。"


def test_a_year_over_two_lines_is_one() -> None:
    text = "答复申请9件。与202\n2年收到申请398件相比，申请数量有所变化。"
    assert said(text) == "answered=9 received=398<"


def test_a_source_without_pages_has_none() -> None:
    assert {s.page for s in stated(["收到政府信息公开申请12件。"], False, YEAR, AGENCY)} == {None}
    assert reasons([REASONS[0]], False)[0][1] is None


def test_the_year_is_the_only_one_named_where_it_is_not_known() -> None:
    assert said("2023年收到政府信息公开申请12件。", year=None) == "received=12"
    both = "2022年收到政府信息公开申请12件。2023年收到政府信息公开申请15件。"
    assert said(both, year=None) == "received=12? received=15?"


def test_other_years_parts_and_sections_go_on_into_the_next_sentence() -> None:
    assert said("2022年收到政府信息公开申请20件。答复18件。") == "received=20< answered=18?"
    assert said("2022年收到申请20件。2023年答复申请18件。") == "received=20< answered=18"
    assert said("受理热线工单500件。办结500件。") == ""
    assert said("收到政府信息公开申请20件。全年办结20件。") == "received=20 answered=20"
    assert (
        said("其中，A局收到申请2件，答复2件；B局收到申请3件。")
        == "received=2< answered=2< received=3<"
    )


TABLES = (
    "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"
    "规章 10件 31件 0\n行政规范性文件 6件 2件 19件\n第二十条第（八）项\n"
    "信息内容 本年收费金额（单位：万元）\n行政事业性收费 7730.28\n"
    "三、收到和处理政府信息公开申请情况\n（本列数据的勾稽关系为：第一项加第二项之和，等\n"
    "于第三项加第四项之和）\n申请人情况\n自然\n人\n法人或其他组织\n商业 总计\n企业\n",
    "一、本年新收政府信息公开申请数量 22 0 0 0 0 0 22\n二、上年结转政府信息公开申请数量 3件 0 0 0 0 0 3件\n"
    "三\n、\n本\n年\n度\n办\n理\n结\n果\n（一）予以公开 5 0 0 0 0 0 5件\n（二）部分公开（区分处理的，只计这一情\n"
    "形，不计其他情形） 4 0 0 0 0 0 4件\n（三）不予公\n开\n1.属于国家秘密 1 0 0 0 0 0 1\n"
    "2.其他法律行政止公开 0 0 0 0 0 0 0\n（六）其他处\n理\n1.申请人无正当理由逾期不补\n"
    "正、行政机关不再处理其政府\n信息公开申请\n0 0 0 0 0 0 0\n（七）总计 25 0 0 0 0 0 25\n"
    "四、结转下年度继续办理 2件 0 0 0 0 0 2件\n四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n"
    "结果\n维持\n结果\n纠正\n总计\n未经复议直接起诉 复议后起诉\n0 1 0 0 1 0 0 0 0 0 0 0 1 0 1\n",
)
STATISTICS = (
    "政府信息公开情况统计表\n统计指标\n单位\n统计数\n三、依申请公开情况\n——\n——\n（一）收到申请数\n件\n355\n"
    "1.当面申请数\n件\n263\n（二）申请办结数\n件\n346\n四、行政复议数量\n件\n9\n五、行政诉讼数量\n件\n5\n"
)


@pytest.mark.parametrize("pages", [TABLES, (STATISTICS,), ("".join(TABLES),)])
def test_tables_state_nothing(pages: tuple[str, ...]) -> None:
    assert stated(pages, True, YEAR, AGENCY) == ()
    assert reasons(pages, True) == ()


def test_prose_around_tables_is_read_and_notes_between_them() -> None:
    before = "一、总体情况\n全年收到政府信息公开申请22件。\n"
    note = "注：行政复议、行政诉讼数量含上年度结转数量。\n"
    after = (
        "五、存在的主要问题及改进情况\n未发生行政复议。\n六、其他需要报告的事项\n未发出收费通知。"
    )
    pages = (before + TABLES[0], TABLES[1] + note + after)
    assert said(*pages) == "received=22 reviewed=0! fee_notices=0!"
    assert reasons(pages, True) == (("注:行政复议、行政诉讼数量含上年度结转数量。", 2),)


REASONS = (
    "因机构改革，结转数与上年不一致。",
    "由于统计口径调整，上年结转申请数与上年度报告结转数不符。",
    "部分规范性文件有效期届满自动失效，现行有效件数相应减少。",
    "注：行政复议、行政诉讼数量含上年度结转数量。",
    "因职能划转，2件申请移交县自然资源局，结转数较上年度报告相应核减。",
    "说明：表中数据不含已划转的乡镇。",
    "2023年现行有效规范性文件数与2022年数据有出入，主要原因是开展了规范性文件集中清理。",
    "上年结转申请数与上年度报告数据不一致，系上年度统计有误。",
    "备注：上年度结转数据已更正。",
    "受统计口径变化影响，行政许可数量较上年大幅减少。",
    "因原县农机局并入我局，上年结转申请数相应增加2件。",
    "本年度行政规范性文件现行有效件数与上年度不衔接，原因是2件文件到期自动失效。",
    "需要说明的是，因系统升级，2022年度结转件数统计有误，本年度予以更正。",
    "因原教育局与体育局合并，上年结转为两局之和。",
    "由于街道合并，上年结转件数为原两个街道结转数之和。",
    "因机构改革，我局由原两局合并组建，本年度上年结转申请5件为原两局结转件数合计。",
    "经核查，上年度报告中结转下年度继续办理数量填报有误，现更正为5件。",
    "说明：2022年度结转下年度继续办理数误填为9件，实际应为5件。",
    "备注：因部分复议案件跨年度办理，行政复议数包含2022年受理、2023年审结的1件。",
)
NO_REASONS = (
    "因政府信息公开被申请行政复议3件。",
    "由于工作人员业务不熟，答复质量还不高。",
    "因公开意识不强，主动公开数量不足。",
    "因机构改革，人员变动较大，政府信息公开工作力量有待加强。",
    "进一步规范统计口径，提高数据质量。",
    "存在问题的主要原因是工作人员兼职较多。",
    "收到政府信息公开申请12件，比上年减少3件。",
    "因本机关不掌握等原因无法提供12件。",
    "动态调整主动公开目录，定期清理现行有效的规范性文件。",
    "注重数据质量，加强统计分析。",
    "开展规范性文件清理，废止3件、失效2件。",
    "主要是主动公开的深度不够，不同部门之间存在差异。",
    "做好机构改革后政府信息公开职能调整工作。",
    "申请内容主要是征地拆迁类，数量较上年增加。",
    "全年因申请人撤回终止办理的申请3件。",
    "因数据更新不及时，部分栏目内容与实际不符。",
    "注：点击此处下载附件。",
    "说明：本报告电子版可在政府网站下载。",
)


@pytest.mark.parametrize("sentence", REASONS)
def test_reasons(sentence: str) -> None:
    ((quoted, page),) = reasons([sentence], True)
    assert (quoted, page) == (sentence.replace("，", ",").replace("：", ":"), 1)


@pytest.mark.parametrize("sentence", NO_REASONS)
def test_no_reasons(sentence: str) -> None:
    assert reasons([sentence], True) == ()


TEXTS = yaml.safe_load(Path(__file__).with_name("prose_texts.yaml").read_bytes())
FOUND = 0.6
"""Share of what is truly stated that is to be found; the rest is asked about at most."""


def _is_true(one: Statement, states: dict[str, float]) -> bool:
    slack = one.tolerance + (Decimal("0.06") if one.kind != "count" else 0)
    if one.kind == "share" and f"{one.quantity}.s" not in states:
        part = Decimal(str(states.get(one.quantity, -1)))
        wholes = [Decimal(str(states[q])) for q in ("answered", "received") if states.get(q)]
        return any(abs(100 * part / whole - one.value) <= slack for whole in wholes)
    key = one.quantity + {"count": "", "growth": ".g", "share": ".s"}[one.kind]
    return key in states and abs(Decimal(str(states[key])) - one.value) <= slack


def test_texts_of_whole_reports_are_never_taken_for_more_than_they_say() -> None:
    found, every = 0, 0
    for text in TEXTS["reports"]:
        said = stated([text["text"]], False, text["year"], text["agency"])
        sure = [one for one in said if one.scope == "whole" and one.quantity != "fee_notices"]
        assert [one for one in sure if not _is_true(one, text["states"])] == []
        counts = {one.quantity for one in sure if one.kind == "count"}
        wanted = {key for key in text["states"] if "." not in key and key != "fee_notices"}
        found, every = found + len(counts & wanted), every + len(wanted)
    assert found / every > FOUND


@pytest.mark.parametrize("trap", TEXTS["traps"], ids=lambda trap: trap["text"][:30])
def test_traps(trap: dict[str, str | int]) -> None:
    said = stated([str(trap["text"])], False, int(trap["year"]), str(trap["agency"]))
    assert {one.quantity for one in said if one.scope == "whole"} <= set(trap.get("states", ()))


def test_consistent_reports_full_of_numbers_are_never_contradicted() -> None:
    for seed in range(60):
        rng = Random(seed)
        cells = random_figures(rng)
        paragraphs = decoy_prose(rng, AGENCY, YEAR, cells)
        found = stated(["\n".join(paragraphs)], True, YEAR, AGENCY)
        for one in found:
            total = VALUES.get(one.quantity)
            if one.kind == "count" and one.scope == "whole" and total is not None:
                assert one.value == total(cells), one.sentence


@pytest.mark.parametrize("quantity", sorted(COUNTED))
def test_every_wording_of_a_statement_is_found(quantity: str) -> None:
    for seed in range(40):
        rng = Random(seed)
        value = rng.choice((0, 1, 7, 12, 305, 1234))
        sentence = statement_prose(rng, quantity, value, YEAR)
        found = [s for s in stated([sentence], True, YEAR, AGENCY) if s.quantity == quantity]
        assert [(s.value, s.scope) for s in found] == [(Decimal(value), "whole")], sentence


def test_wordings_are_of_declared_quantities() -> None:
    assert set(COUNTED) == set(vocabulary().quantities)
    assert set(DENIED) <= set(COUNTED)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "件",
        "申请",
        "1件",
        "收到申请",
        "共计",
        "未发生",
        "行政复议、",
        "公民、法人",
        "(",
        "收到申请12件。",
        "公开12件、" * 50 + "。",
        "通过" * 190 + "等平台共。",
        "因" * 100 + "。",
    ],
)
def test_hostile_texts_of_twice_the_length_take_twice_the_time(piece: str) -> None:
    def read(text: str) -> None:
        stated([text], True, YEAR, AGENCY)
        reasons([text], True)

    once = piece * (15_000 // len(piece))
    assert not grows_too_fast(read, once, 2 * once)
