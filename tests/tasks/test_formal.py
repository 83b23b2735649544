"""Rules on form and publication."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import numpy as np
import pytest

from gongkai.errors import ReadingError
from gongkai.form import Form, forms
from gongkai.report import Figure, Remark
from gongkai.signature import PLACES
from tasks.extract.opening import opened_source
from tasks.formal import Copied, aggregates, copies, of_authority, of_registration, of_text
from tasks.formal.author import is_other
from tasks.formal.copies import BANDS, COPIED
from tasks.reshape.title import find_title
from tests.conftest import SAMPLE, SHARED
from tests.growth import grows_too_fast

AGENCY = "示例市云溪县教育局"
PREFACE = (
    "本报告由示例市云溪县教育局根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府"
    "信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕"
    "30号）编制。所列数据的统计期限自2023年1月1日起至2023年12月31日止。"
)
PARTS = (
    (
        "一、总体情况",
        "（一）主动公开情况。我局及时公开政策文件、规划计划和财政预决算等信息，做好政策解读和回应关切。\n"
        "（二）依申请公开情况。2023年，共收到政府信息公开申请3件，均已答复。",
    ),
    ("二、主动公开政府信息情况", "第二十条第（一）项\n信息内容 本年制发件数\n规章 0"),
    (
        "三、收到和处理政府信息公开申请情况",
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n"
        "一、本年新收政府信息公开申请数量 3\n二、上年结转政府信息公开申请数量 0\n"
        "三、本年度办理结果\n四、结转下年度继续办理 0",
    ),
    ("四、政府信息公开行政复议、行政诉讼情况", "行政复议 行政诉讼\n结果维持 0"),
    (
        "五、存在的主要问题及改进情况",
        "存在的主要问题：公开的深度还不够，政策解读的形式较为单一。\n改进情况：加强业务培训，丰富解读形式。",
    ),
    ("六、其他需要报告的事项", "2023年度未收取政府信息公开信息处理费。无其他需要报告的事项。"),
)


def text(
    preface: str = PREFACE,
    headings: dict[int, str] | None = None,
    bodies: dict[int, str] | None = None,
    order: tuple[int, ...] = (1, 2, 3, 4, 5, 6),
) -> str:
    """A report's text with other words in some places."""
    lines = ["示例市云溪县教育局", "2023年政府信息公开工作年度报告", preface]
    for part in order:
        heading, body = PARTS[part - 1]
        lines += [(headings or {}).get(part, heading), (bodies or {}).get(part, body)]
    return "\n".join(lines) + "\n"


def said(
    content: str,
    agency: str | None = AGENCY,
    year: int | None = 2023,
    form: str = "2021",
    reader: str = "html",
    paged: bool = False,
) -> dict[str, Remark]:
    """What is said of a text, by rule without its first word."""
    remarks = of_text([content], paged, forms()[form], year, agency, reader)  # type: ignore[arg-type]
    return {remark.rule.removeprefix("publication."): remark for remark in remarks}


@pytest.mark.parametrize("paged", [True, False])
def test_a_report_as_prescribed(paged: bool) -> None:
    assert said(text(), paged=paged) == {}


def test_a_report_of_2020_on_the_trial_form() -> None:
    preface = PREFACE.replace("2023", "2020").replace("〔2021〕30号", "〔2019〕60号")
    assert said(text(preface), year=2020, form="2019") == {}


def test_the_form_of_2014_has_no_parts_to_check() -> None:
    assert said("切实加强组织领导，完善工作机制。" * 20, year=2016, form="2014") == {}


class TestSections:
    @pytest.mark.parametrize(
        ("part", "heading"),
        [
            (1, "一、 总体情况"),
            (1, "一、总体情况。"),
            (1, "一.总体情况"),
            (1, "一 总体情况"),
            (1, "第一部分 总体情况"),
            (1, "（一）总体情况"),
            (1, "总体情况"),
            (2, "二、行政机关主动公开政府信息情况"),
            (4, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
            (4, "四、政府信息公开行政复议和行政诉讼情况"),
            (5, "五、政府信息公开工作存在的主要问题及改进情况"),
            (5, "五、存在的主要问题和改进情况"),
            (6, "六、其它需要报告的事项"),
            (6, "六、其他需报告的事项"),
        ],
    )
    def test_accepted_headings(self, part: int, heading: str) -> None:
        assert said(text(headings={part: heading})) == {}

    def test_headings_that_wrap_or_run_into_text(self) -> None:
        wrapped = text(headings={3: "三、收到和处理政府信息公开申\n请情况"})
        assert said(wrapped, paged=True) == {}
        run_in = text().replace("等信息，", "等信息。").replace("\n五、存在", "五、存在")
        assert said(run_in.replace("改进情况\n存在", "改进情况存在")) == {}

    def test_a_table_of_contents_before_the_parts(self) -> None:
        contents = "\n".join(heading for heading, _ in PARTS)
        assert said(text(f"{contents}\n{PREFACE}")) == {}

    @pytest.mark.parametrize("part", [5, 6])
    def test_a_part_is_missing(self, part: int) -> None:
        order = tuple(n for n in range(1, 7) if n != part)
        bodies = {6: "无。"}
        remark = said(text(order=order, bodies=bodies))["missing_section"]
        assert PARTS[part - 1][0].split("、")[1] in remark.message

    def test_another_part_in_its_place(self) -> None:
        content = text(headings={6: "六、工作打算与展望"}, bodies={6: "继续做好各项工作。"})
        remark = said(content)["missing_section"]
        assert "第六部分是“工作打算与展望”" in remark.message
        assert remark.quote == ("六、工作打算与展望", None)

    def test_a_table_without_its_heading_is_not_missing(self) -> None:
        assert said(text(headings={2: "", 3: ""})) == {}

    @pytest.mark.parametrize(
        ("part", "heading"),
        [
            (1, "一、政府信息公开工作的基本情况"),
            (5, "五、存在的主要问题及改进措施"),
            (5, "五、存在的不足和下一步打算"),
            (6, "六、需要说明的其他情况"),
        ],
    )
    def test_renamed(self, part: int, heading: str) -> None:
        found = said(text(headings={part: heading}))
        assert list(found) == ["renamed_section"]
        assert heading in found["renamed_section"].message
        assert PARTS[part - 1][0] in found["renamed_section"].message

    def test_parts_in_another_order_with_other_numbers(self) -> None:
        headings = {4: "五、政府信息公开行政复议、行政诉讼情况", 5: "四、存在的主要问题及改进情况"}
        found = said(text(headings=headings, order=(1, 2, 3, 5, 4, 6)))
        assert "应为第" in found["section_order"].message

    def test_parts_in_another_order_with_their_numbers(self) -> None:
        content = text(order=(1, 2, 3, 5, 4, 6))
        assert "排在后面" in said(content)["section_order"].message
        # Within a page a PDF may give its text in another order than it is printed.
        assert "section_order" not in said(content, paged=True)

    def test_numbers_in_brackets_within_the_first_part_are_no_headings(self) -> None:
        body = "（一）主动公开政府信息情况\n公开各类信息12条。\n（二）收到和处理政府信息公开申请情况\n均已答复。"
        assert said(text(bodies={1: body})) == {}

    def test_the_preface_counts_other_parts(self) -> None:
        five = "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项五部分组成。"
        assert "“五部分”" in said(text(PREFACE + five))["missing_section"].message
        six = five.replace("五部分", "六部分")
        assert "行政复议、行政诉讼" in said(text(PREFACE + six))["missing_section"].message

    @pytest.mark.parametrize(
        "sentence",
        [
            "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议、"
            "提起行政诉讼情况、政府信息公开工作存在的主要问题及改进情况、其他需要报告的事项共六个部分组成。",
            "报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等6个部分。",
            "培训内容分为三部分。",
            "全文包括总体情况、主动公开政府信息情况以及其他需要报告的事项。",
        ],
    )
    def test_a_preface_that_counts_rightly(self, sentence: str) -> None:
        assert said(text(PREFACE + sentence)) == {}

    @pytest.mark.parametrize(
        "body", ["", "无", "无。", "暂无。", "本年度不存在问题。", "详见附件。", "按要求改进。"]
    )
    def test_nothing_about_problems(self, body: str) -> None:
        remark = said(text(bodies={5: body}))["empty_section"]
        assert "第五部分" in remark.message

    def test_a_short_but_full_answer(self) -> None:
        body = "公开内容不够丰富，今后将加强培训，充实公开内容。"
        assert said(text(bodies={5: body})) == {}

    @pytest.mark.parametrize(
        "body", ["无", "无其他需要报告的事项。", "无。\n示例市云溪县教育局\n2024年1月20日"]
    )
    def test_nothing_else_to_report_is_fine(self, body: str) -> None:
        assert said(text(bodies={6: body})) == {}

    @pytest.mark.parametrize(
        "body",
        ["", "示例市云溪县教育局\n2024年1月20日", "相关链接\n示例市召开推进会", "上一篇：没有了"],
    )
    def test_nothing_under_the_last_heading(self, body: str) -> None:
        assert "第六部分" in said(text(bodies={6: body}))["empty_section"].message

    def test_the_number_of_the_page_is_no_content(self) -> None:
        assert "empty_section" in said(text(bodies={6: "- 4 -"}), paged=True)


class TestNotices:
    @pytest.mark.parametrize(
        ("year", "form", "words"),
        [
            (
                2024,
                "2021",
                "按照《…年度报告有关事项的通知》（国办公开办函〔2019〕60号）要求编制《临川镇2024年年度报告》。",
            ),
            (2021, "2021", "根据国办公开办函[2019]60号文件要求，编制本年度报告。"),
            (2022, "2021", "根据《政府信息公开工作年度报告格式（试行）》编制本报告。"),
            (2019, "2019", "根据国办发〔2014〕32号要求，编制本年度报告。"),
            (2020, "2019", "根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。"),
            (2020, "2019", "根据《条例》第三十二条规定，编制本报告。"),
        ],
    )
    def test_outdated(self, year: int, form: str, words: str) -> None:
        found = said(text(words), year=year, form=form)
        assert list(found) == ["outdated_notice"]
        assert f"{year} 年度" in found["outdated_notice"].message
        assert found["outdated_notice"].quote

    @pytest.mark.parametrize(
        ("year", "words"),
        [
            (
                2021,
                "根据国办公开办函〔2021〕30号编制本年度报告，国办公开办函〔2019〕60号同时不再适用。",
            ),
            (2019, "根据2007年公布的条例（国务院令第492号，2019年修订为第711号）编制。"),
            (2020, "根据国办公开办函〔2019〕60号要求，编制本年度报告。"),
            (2023, "对涉及第三方的申请，按照条例第三十二条规定征求意见。"),
            (2023, "落实国办公开办函〔2019〕61号要求，规范平台建设。"),
            (2017, "根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制年度报告。"),
        ],
    )
    def test_in_force(self, year: int, words: str) -> None:
        assert said(text(words), year=year, form="2019" if year < 2021 else "2021") == {}

    @pytest.mark.parametrize(
        "words",
        [
            "根据国办公开办涵〔2021〕30号编制。",
            "根据《年度报告格式》的通知（国办公开办函〔2020〕30号）编制。",
            "根据《年度报告格式》的通知（国办发〔2021〕30号）编制。",
            "根据《年度报告格式》的通知（国办函〔2021〕30号）编制。",
            "根据《中华人民共和国政府信息公开条例》（国务院令第771号）编制。",
        ],
    )
    def test_misspelled(self, words: str) -> None:
        found = said(text(words))
        assert list(found) == ["notice_typo"]
        assert "请改正" in found["notice_typo"].message

    @pytest.mark.parametrize(
        "words",
        [
            "根据《年度报告格式》的通知（国办公开办函（2021）30号）编制。",
            "根据《年度报告格式》的通知(国办公开办函[2021]30号)、川办便函〔2022〕318号编制。",
            "按照年度报告格式和国办公开办函〔2019〕61号、国办函〔2020〕109号要求编制。",
            "根据《中华人民共和国政府信息公开条例》（国令第711号）编制。",
        ],
    )
    def test_rightly_spelled(self, words: str) -> None:
        assert said(text(words)) == {}


class TestPeriod:
    @pytest.mark.parametrize(
        ("words", "about"),
        [
            ("数据的统计期限自2023年1月1日起至202020年12月31日止。", "202020"),
            ("数据的统计期限自2023年1月1日起至2022年12月31日止。", "早于起期"),
            ("所列数据的统计期限自2022年1月1日起至2022年12月31日止。", "不是报告年度"),
            ("统计期限为2023年1月1日至11月30日。", "不是全年"),
            ("统计时限为2023年1月1日-2023年12月32日。", "不存在"),
            ("数据统计期自2022年12月1日至2023年12月31日。", "不是报告年度"),
        ],
    )
    def test_not_the_year(self, words: str, about: str) -> None:
        remark = said(text(words))["period"]
        assert about in remark.message
        assert remark.quote == (words, None)

    def test_the_ministry_that_forgot_the_year(self) -> None:
        words = "所列数据的统计期限自2010年1月1日起至2009年12月31日止。"
        assert "早于起期" in said(text(words), year=2010, form="2014")["period"].message

    @pytest.mark.parametrize(
        "words",
        [
            "统计期限自2023年1月1日起至12月31日止。",
            "本报告中所列数据统计期限为2023年1月1日－2023年12月31日。",
            "数据统计期限从2023年1月1日到12月31日止。",
            "统计期限为2023.1.1至2023.12.31。",
            "报告期内，自2023年3月1日至2023年5月31日开展集中检查。",
            "统计时间截至2023年12月31日。",
            "2023年1月1日至2023年6月30日，开展培训2次。",
            "因机构改革，数据的统计期限自本局挂牌成立之日2023年3月1日起至2023年12月31日止。",
            "",
        ],
    )
    def test_the_year_or_nothing(self, words: str) -> None:
        assert said(text(words)) == {}

    def test_the_first_year_began_in_may(self) -> None:
        words = "数据的统计期限自2008年5月1日起至2008年12月31日止。"
        assert said(text(words), year=2008, form="2014") == {}

    def test_no_year_known(self) -> None:
        assert said(text(), year=None) == {}
        assert "period" in said(text("统计期限自2023年1月1日起至2023年6月30日止。"), year=None)


class TestAuthor:
    @pytest.mark.parametrize(
        "name",
        [
            "示例市云溪县教育局",
            "云溪县教育局",
            "县教育局",
            "云溪县教育和体育局",
            "云溪县教育局办公室",
            "云溪县人民政府",
            "示例市人民政府办公室",
            "县政府办公室",
            "云溪县政务服务数据管理局",
            "云溪县教育局（原云溪县文化教育局）",
            "示例市教育局",
            "本机关",
            "各部门",
        ],
    )
    def test_may_be_the_agency(self, name: str) -> None:
        assert not is_other(AGENCY, name)

    @pytest.mark.parametrize("name", ["示例市云溪县审计局", "云溪县水利局", "示例市白石县教育局"])
    def test_is_another_agency(self, name: str) -> None:
        assert is_other(AGENCY, name)

    @pytest.mark.parametrize(
        ("agency", "name", "other"),
        [
            ("洪泽区人民政府", "淮安市洪泽区人民政府办公室", False),
            ("洪泽区人民政府", "洪泽县人民政府", False),
            ("宿迁市人民政府", "淮安市人民政府办公室", True),
            ("示例市青禾区人民政府", "示例市云溪县人民政府", True),
            ("示例市临川镇人民政府", "示例市白石镇人民政府", True),
            ("示例市临川镇人民政府", "临川镇政府", False),
            ("沭阳县发展和改革局", "沭阳县发改局", False),
            ("示例市卫生健康委员会", "示例市卫健委", False),
            ("国家税务总局宿迁市税务局", "宿迁市税务局", False),
            ("平潭综合实验区", "平潭综合实验区管委会", False),
        ],
    )
    def test_pairs(self, agency: str, name: str, other: bool) -> None:
        assert is_other(agency, name) is other

    @pytest.mark.parametrize(
        "words",
        [
            "本报告由示例市云溪县审计局根据条例编制。",
            "根据条例要求，编制示例市云溪县审计局2023年政府信息公开工作年度报告。",
            "现将示例市云溪县审计局2023年度政府信息公开工作报告如下。",
        ],
    )
    def test_another_author_is_held(self, words: str) -> None:
        remark = said(text(words))["other_author"]
        assert "审计局" in remark.message
        assert remark.quote == (normalize("NFKC", words), None)

    def test_another_name_in_the_text(self) -> None:
        words = "如有疑问，请与云溪县审计局办公室联系（电话：0000-0000000）。"
        remark = said(text(words))["other_agency"]
        assert "审计局" in remark.message
        assert remark.quote == (normalize("NFKC", words), None)

    @pytest.mark.parametrize(
        ("agency", "words"),
        [
            ("示例市临川镇人民政府", "我局积极配合调整，健全公开制度。"),
            ("示例市云溪县教育局", "我镇高度重视政府信息公开工作。"),
            ("示例市望江县卫生健康委员会", "我局认真落实条例要求。"),
            ("示例市新桥街道办事处", "我镇认真落实条例要求。"),
        ],
    )
    def test_a_word_only_others_call_themselves(self, agency: str, words: str) -> None:
        assert "自称" in said(text(words, bodies={1: words}), agency)["other_agency"].message

    @pytest.mark.parametrize(
        "words",
        [
            "我局委托第三方评估。",
            "由我委托管。",
            "我县、我区、我市工作。",
            "打破自我局限。",
            "我办认真落实。",
        ],
    )
    def test_words_everybody_uses(self, words: str) -> None:
        assert said(text(words)) == {}

    def test_no_agency_known(self) -> None:
        assert said(text("我镇认真落实。"), agency=None) == {}


class TestAggregates:
    @pytest.mark.parametrize(
        "words",
        [
            "本报告汇总全市数据。",
            "本报告涵盖各县区政府和市政府各部门的数据。",
            "涵盖各县区政府和市政府各部门。",
            "本报告综合了各县（市、区）政府和市级各部门的政府信息公开工作年度报告编制而成。",
            "本报告综合行政区域内总体情况编制。",
            "本报告所列数据包括县直各部门和各乡镇。",
        ],
    )
    def test_declared(self, words: str) -> None:
        content = text(PREFACE + words)
        for texts in ([content], [content, "第二页"]):
            assert normalize("NFKC", words) in aggregates(texts, "示例市云溪县人民政府")

    @pytest.mark.parametrize(
        "words",
        [
            "2023年，全市共收到申请3607件。",
            "公开内容涵盖各部门的财政预决算信息。",
            "县政府办公室汇总各部门公开目录。",
            "本报告数据不含各乡镇和县直各部门。",
            "加强对各部门年度报告的审核。",
        ],
    )
    def test_not_declared(self, words: str) -> None:
        assert aggregates([text(PREFACE + words)], "示例市云溪县人民政府") == ""


class TestRegistration:
    @pytest.mark.parametrize(
        ("agency", "year", "day", "rule"),
        [
            ("漳平市审计局", 2025, "2026-02-05", "late"),
            ("宿迁市公安局", 2023, "2024-01-31", None),
            ("宿迁市公安局", 2023, "2024-02-01", "late"),
            ("示例市人民政府办公室", 2024, "2025-02-06", "late"),
            ("国家税务总局宿迁市税务局", 2023, "2024-02-05", "late"),
            ("教育部", 2023, "2024-02-05", "late"),
            ("宿迁市人民政府", 2023, "2024-03-31", None),
            ("示例市人民政府", 2023, "2024-03-31", None),
            ("宿迁市人民政府", 2023, "2024-04-01", "late"),
            ("示例市临川镇人民政府", 2024, "2025-02-10", None),
            ("示例市临川镇人民政府", 2024, "2025-04-10", "late_unregulated"),
            ("平潭综合实验区", 2024, "2025-03-10", None),
            ("宿迁学院", 2024, "2025-04-10", "late_unregulated"),
            ("东方明珠", 2024, "2025-01-10", None),
            ("东方明珠", 2024, "2025-04-10", "late_unregulated"),
            (None, 2024, "2025-01-10", None),
            ("宿迁市公安局", 2017, "2018-03-31", None),
            ("宿迁市公安局", 2018, "2019-04-02", "late"),
            ("示例市临川镇人民政府", 2016, "2017-05-02", "late"),
            ("宿迁市公安局", 2023, "2023-12-31", "early"),
            ("宿迁市公安局", 2023, "2024-01-01", None),
        ],
    )
    def test_deadlines(self, agency: str, year: int, day: str, rule: str | None) -> None:
        remarks = of_registration(agency, year, dt.date.fromisoformat(day))
        assert [r.rule for r in remarks] == ([f"publication.{rule}"] if rule else [])
        assert all(remark.outcome == "fail" for remark in remarks)

    def test_a_message_says_day_deadline_and_delay(self) -> None:
        (remark,) = of_registration("宿迁市公安局", 2024, dt.date(2025, 2, 6))
        assert remark.message == (
            "2024 年度的报告公布于2025年2月6日，地市级部门应在2025年1月31日前公布"
            "（条例第四十九条），晚了 6 天。"
        )

    def test_what_cannot_be_checked(self) -> None:
        (undated,) = of_registration(AGENCY, 2023, None)
        (unknown,) = of_registration("东方明珠", 2023, dt.date(2024, 2, 20))
        assert {undated.rule, unknown.rule} == {"publication.late"}
        assert undated.outcome == unknown.outcome == "not_checkable"
        assert of_registration(AGENCY, None, dt.date(2024, 2, 20)) == ()


class TestPictures:
    def test_a_scan_is_said_to_be_one(self) -> None:
        assert list(said(text(), reader="ocr")) == ["image_only"]
        assert list(said("", reader="ocr")) == ["image_only"]
        assert said("", reader="text") == {}

    def test_what_was_recognised_is_not_certain(self) -> None:
        found = said(text("统计期限自2022年1月1日起至2022年12月31日止。"), reader="ocr")
        assert found["period"].outcome == "not_checkable"
        assert found["image_only"].outcome == "fail"


class TestAuthority:
    @staticmethod
    def figures(*values: int) -> tuple[Figure, ...]:
        measures = ("issued", "repealed", "in_force")
        return tuple(
            Figure("proactive_disclosure", item, m, "number", Decimal(v), "件", str(v), 1, None)
            for item in ("regulations", "normative_documents")
            for m, v in zip(measures, values, strict=True)
        )

    def test_regulations_of_those_who_may_not(self, form: Form) -> None:
        (remark,) = of_authority(form, self.figures(2, 0, 3), AGENCY)
        assert remark.rule == "publication.authority"
        assert [cell[1:] for cell in remark.cells] == [
            ("regulations", "issued"),
            ("regulations", "in_force"),
        ]

    @pytest.mark.parametrize("agency", ["宿迁市人民政府", "示例市人民政府", "教育部", None])
    def test_of_those_who_may_or_might(self, form: Form, agency: str | None) -> None:
        assert of_authority(form, self.figures(2, 0, 3), agency) == ()

    def test_none(self, form: Form) -> None:
        assert of_authority(form, self.figures(0, 0, 0), AGENCY) == ()
        assert of_authority(forms()["2014"], (), AGENCY) == ()


def _signature(seed: int, changed: int = 0) -> tuple[int, ...]:
    places = np.random.default_rng(seed).integers(0, 2**32, PLACES)
    places[np.random.default_rng(seed + 1).choice(PLACES, changed, replace=False)] += 1
    return tuple(int(place) % 2**32 for place in places)


class TestCopies:
    ONE = Copied("a", "示例市云溪县教育局", 2023, _signature(1))

    def test_last_years_text(self) -> None:
        earlier = Copied("b", self.ONE.agency, 2022, _signature(1, 6))
        found = copies([self.ONE, earlier])
        assert list(found) == ["a"]
        (remark,) = found["a"]
        assert remark.rule == "publication.copied_last_year"
        assert "2022 年度" in remark.message
        assert "95%" in remark.message

    def test_the_text_of_another_agency(self) -> None:
        other = Copied("b", "示例市云溪县审计局", 2023, _signature(1, 12))
        found = copies([self.ONE, other])
        assert [r.rule for r in found["a"] + found["b"]] == ["publication.copied_other"] * 2
        assert "“示例市云溪县审计局”" in found["a"][0].message
        assert "91%" in found["a"][0].message

    @pytest.mark.parametrize(
        "other",
        [
            Copied("b", "示例市云溪县审计局", 2023, _signature(1, 13)),
            Copied("b", "示例市云溪县审计局", 2022, _signature(1)),
            Copied("b", "示例市云溪县教育局", 2021, _signature(1)),
            Copied("b", "示例市云溪县教育局", 2023, _signature(1)),
            Copied("b", None, 2023, _signature(1)),
            Copied("b", "示例市云溪县审计局", None, _signature(1)),
            Copied("b", "示例市云溪县审计局", 2023, ()),
        ],
    )
    def test_no_copy(self, other: Copied) -> None:
        assert copies([self.ONE, other]) == {}

    def test_a_government_and_its_office_may_share_a_text(self) -> None:
        one = replace(self.ONE, agency="示例市人民政府")
        assert copies([one, replace(one, key="b", agency="示例市人民政府办公室")]) == {}

    def test_many_copies_name_three(self) -> None:
        names = ["审计", "水利", "财政", "民政", "司法", "统计"]
        others = [Copied(name, f"示例市云溪县{name}局", 2023, self.ONE.signature) for name in names]
        message = copies([self.ONE, *others])["a"][0].message
        assert message.count("“") == 3
        assert "等 6 个机关" in message

    def test_every_pair_is_found_whatever_the_order(self) -> None:
        reports = [Copied(f"{n}", f"示例市第{n}局", 2023, _signature(n)) for n in range(300)]
        twins = [Copied(f"t{n}", f"示例市甲{n}局", 2023, _signature(n, 12)) for n in range(300)]
        found = copies([*reports, *twins])
        assert set(found) == {report.key for report in (*reports, *twins)}
        assert found == copies([*reversed(twins), *reversed(reports)])

    def test_bands_leave_no_pair_out(self) -> None:
        most_different = PLACES - int(np.ceil(PLACES * COPIED))
        assert most_different + 1 == BANDS

    def test_twice_the_reports_take_twice_the_time(self) -> None:
        places = np.random.default_rng(5).integers(0, 2**32, (5_000, PLACES)).tolist()
        reports = [
            Copied(f"{n}", f"示例市第{n}局", 2023, tuple(row)) for n, row in enumerate(places)
        ]
        assert copies(reports) == {}
        assert not grows_too_fast(copies, reports[:2_500], reports)

    def test_nothing_to_compare(self) -> None:
        assert copies([]) == {}


HOSTILE = {
    "numbers": "一、" * 50_000,
    "lines": "一、\n" * 30_000,
    "headings": "一、总体情况\n" * 14_000,
    "brackets": "(" * 100_000,
    "digits": "1" * 100_000,
    "years": "2023年" * 20_000,
    "periods": "统计期限2023年" * 10_000,
    "claims": "本报告由" * 25_000,
    "places": "本报告由" + "县区" * 50_000,
    "summaries": "报告汇总" * 25_000,
    "reasons": "综合各" * 33_000,
    "notices": "国" * 100_000,
    "orders": "信息公开条例》(" * 12_000,
    "blank": "\n" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("paged", [True, False])
def test_hostile_texts_of_twice_the_length_take_twice_the_time(
    form: Form, name: str, paged: bool
) -> None:
    def read(text: str) -> None:
        of_text([text], paged, form, 2023, AGENCY, "text")
        aggregates([text, text], "示例市云溪县人民政府")

    text = HOSTILE[name]
    assert not grows_too_fast(read, text[: len(text) // 2], text)


REAL = [SHARED / "corpus" / "real" / "hongze_2023.pdf"]
PRINTED = [p for p in sorted(SAMPLE.rglob("*")) if p.suffix in (".pdf", ".html", ".docx")]


@pytest.mark.parametrize("path", PRINTED + REAL, ids=lambda path: path.name)
def test_the_sample_and_a_real_report_are_as_prescribed(path: Path) -> None:
    if not path.exists():
        pytest.skip("not on this machine")
    try:
        with opened_source(path) as source:
            texts, title, pages = list(source.texts), find_title(source.head), source.pages
    except ReadingError:
        pytest.skip("has no text layer")
    form = {2017: "2014", 2020: "2019"}.get(title.year or 0, "2021")
    remarks = of_text(texts, pages > 0, forms()[form], title.year, title.agency, "text")
    assert remarks == ()
    assert aggregates(texts, title.agency) == ""
