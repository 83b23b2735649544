"""The quality report: what it says, shows and never lets through."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from expectations.finding import Finding, Part, Suggestion
from expectations.rules import rule_book
from gongkai.form import Form
from gongkai.report import Remark, Report, Sidecar
from gongkai.verdict import Whose
from tasks.picture import PADDING, RED, SCALE, draw
from tasks.review.evidence import pictures
from tasks.review.pages import Sheet, sheets, wanted_pictures, write_pages
from tasks.store import Store
from tasks.validate import Checked, key
from tests.compare import gold_of
from tests.conftest import GOLD, ROOT
from tests.judged import validate
from tests.tasks.test_release import report
from tests.tasks.test_review_paging import check_site, tags

HOSTILE = "<script>alert('x')</script><img src=http://evil.example/x.png>"
TOTAL = ("applications", "3.7", "total")
NEW = ("applications", "1", "total")
CARRIED, LEFT = ("applications", "2", "total"), ("applications", "4", "total")


def _write(folder: Path, *reports: Report) -> str:
    checked = validate(reports)
    write_pages(folder, sheets(checked), Store(folder / "store"), "r-test", checked.tallies)
    return (folder / "index.html").read_text("utf-8")


def _given(status: str, found: Report, *findings: Finding, others: tuple[Report, ...] = ()):
    """A report with findings made by hand, as the gate would have left it."""
    decided = replace(found, status=status)
    others = tuple(replace(other, status="published") for other in others)
    return Checked((decided, *others), {key(found): findings}, {})


def _page(folder: Path, checked: Checked) -> tuple[Sheet, str]:
    made = sheets(checked)
    write_pages(folder, made, Store(folder / "store"), "r-test")
    check_site(folder)
    sheet = next(s for s in made if s.problems or s.unchecked)
    return sheet, (folder / sheet.page).read_text("utf-8")


def _failed(found: Report, name: str = "applications.balance", **more) -> Finding:
    more = {"key": name, "claim": "表三“总计”列不平", "equation": "5 ≠ 6，差 1", **more}
    return Finding(key(found), name, "error", "fail", "表三“总计”列不平：5 ≠ 6，差 1。", **more)


def _cause(found: Report, *suggestions: Suggestion, **more) -> Finding:
    cells = dict.fromkeys(s.cell for s in suggestions)
    parts = tuple(Part(cell, Decimal(6), 1) for cell in cells)
    more = {"key": "cause.mistyped#1", "claim": "表三有 2 处不符，疑为数字打错", **more}
    return Finding(
        key(found), "cause.mistyped", "error", "fail", f"{more['claim']}。若改为 5，则消除。",
        parts=parts, suggestions=suggestions, proposal="若改为 5，则 2 处不符同时消除。", **more,
    )  # fmt: skip


def _text(page: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"<style>.*?</style>|<[^>]*>", "", page, flags=re.S))


def test_counts_failures_and_links(tmp_path: Path, form: Form) -> None:
    index = _write(tmp_path, report(form, "甲县", 2023, 4), report(form, "乙县", 2023, 5))
    assert "暂缓发布的报告（1 份）" in index
    assert "没有问题的报告（1 份）" in index
    assert "收办平衡" in index
    links = {str(a["href"]) for tag, a in tags(index) if tag == "a"}
    (link,) = (found for found in links if found.startswith("reports/"))
    page = (tmp_path / link).read_text("utf-8")
    assert "5 + 0 ≠ 6 + 0，差 1" in page
    assert "乙县　2023 年" in page
    assert "“总计”列" in page
    assert "尚不能判断" in page
    check_site(tmp_path)


def test_the_index_counts_each_outcome_of_a_rule_that_failed(tmp_path: Path, form: Form) -> None:
    index = _write(tmp_path, report(form, "甲县", 2023, 4), report(form, "乙县", 2023, 5))
    rows = re.findall(r"<tr>.*?</tr>", index, re.S)
    (row,) = (r for r in rows if "rules.html#applications.balance" in r)
    assert re.findall(r'class="number">(\S+?)<', row) == ["1", "1", "0", "0", "0", "0"]
    assert not any("#applications.carried_over" in r for r in rows)


def test_everything_from_a_document_is_escaped(tmp_path: Path, form: Form) -> None:
    bad = report(form, "甲县", 2023, 5)
    bad = replace(
        bad,
        agency=HOSTILE,
        document=replace(bad.document, source=f"{HOSTILE}.pdf"),
        reading=replace(bad.reading, title=HOSTILE),
        remarks=(
            Remark("reading.unknown_row", f"有一行“{HOSTILE}”。", "applications"),
            Remark("publication.period", "日期不同。", quote=(HOSTILE, 1)),
        ),
    )
    unread = replace(bad, report_id="f" * 16, status="unreadable", reason=HOSTILE)
    _write(tmp_path, bad, unread)
    said = 0
    for path in tmp_path.rglob("*.html"):
        text = path.read_text("utf-8")
        said += text.count("&lt;script&gt;")
        found = tags(text)
        assert text.count("<script") == (path.name == "index.html")
        assert all(not str(a.get("src", "")).startswith("http") for _, a in found)
    assert said > 8
    check_site(tmp_path)


def test_printed_sheets_carry_agency_and_release(tmp_path: Path, form: Form) -> None:
    bad = report(form, "甲县", 2023, 5)
    _write(tmp_path, replace(bad, agency='甲县</style>"\\局'))
    (path,) = (tmp_path / "reports").iterdir()
    page = path.read_text("utf-8")
    assert page.count("</style>") == 1
    style = page.partition("</style>")[0]
    name = r"甲县\00003c\00002fstyle\00003e\000022\00005c局\0030002023\000020年"
    assert f'@top-left {{ content: "{name}"; ' in style
    assert '@top-right { content: "发布编号\\000020r\\00002dtest"; ' in style
    assert "counter(page)" in style
    for name in ("index.html", "rules.html"):
        assert "发布编号\\000020r\\00002dtest" in (tmp_path / name).read_text("utf-8")


def test_the_address_of_the_source_is_a_link(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 5)
    url = "https://www.example.gov.cn/a?b=1&c='2'"
    document = replace(found.document, sidecar=Sidecar(url=url))
    _, page = _page(tmp_path, _given("held", replace(found, document=document), _failed(found)))
    assert '<a href="https://www.example.gov.cn/a?b=1&amp;c=&#39;2&#39;" rel="noref' in page


def test_a_picture_says_which_problem_it_is_of(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 5)
    parts = (Part(TOTAL, Decimal(6), 1),)
    store = Store(tmp_path / "store")
    checked = _given("held", found, _failed(found, parts=parts), _failed(found, "cells.count"))
    made = sheets(checked)
    for name in wanted_pictures(made):
        store.picture(name).parent.mkdir(parents=True)
        Image.new("P", (9, 9)).save(store.picture(name))
    write_pages(tmp_path, made, store, "r-test")
    check_site(tmp_path)
    page = (tmp_path / made[0].page).read_text("utf-8")
    (evidence,) = re.findall(r'<div class="evidence">(?:(?!</div>).)*<img.*?</div>', page, re.S)
    assert "问题 1：原文第 1 页，红框为所涉格子" in evidence
    assert "5 ≠ 6，差 1" in evidence
    assert 'alt="原文第 1 页的截图，红框内为“（七）总计”行“总计”列 6"' in evidence


def test_whose_mistake_it_is_is_said_with_what_that_does_not_prove(
    tmp_path: Path, form: Form
) -> None:
    found = report(form, "乙县", 2023, 5)
    twice = replace(
        found.reading, figures=tuple(replace(f, second=f.raw) for f in found.reading.figures)
    )
    found = replace(found, reading=twice)
    parts = (Part(TOTAL, Decimal(6), 1), Part(NEW, Decimal(5), 1))

    def said(rule: str, verdict: Whose, of: Report = found) -> str:
        _, page = _page(
            tmp_path, _given("held", of, _failed(of, rule, parts=parts, verdict=verdict))
        )
        (told,) = re.findall(r"<p>判断：(.*?)</p>", page)
        return told

    assert said("applications.balance", "source").startswith("原文即错：所涉数字两次独立读取一致")
    question = said("prose.received", "agreed")
    assert question.startswith("两次读取一致：")
    assert "范围、时间可能不同，只凭两数不等不能断定哪一处有误" in question
    assert "原文即错" not in question
    assert "不能断定是哪一年有误" in said("applications.carried_over", "agreed")
    assert "不必退机关" in said("applications.balance", "extraction")
    assert "对这些格的读法另有疑问" in said("applications.balance", "undecided")
    once = [
        replace(f, second=None) if (f.table, f.item, f.measure) == NEW else f for f in twice.figures
    ]
    found = replace(found, reading=replace(twice, figures=tuple(once)))
    assert "所涉 2 格中有 1 格没有经两次独立读取证实" in said(
        "applications.balance", "undecided", found
    )


def test_a_fault_of_form_without_a_number_is_no_matter_of_reading(
    tmp_path: Path, form: Form
) -> None:
    found = report(form, "乙县", 2023, 4)
    said = replace(_failed(found, "publication.image_only"), severity="warning")
    _, page = _page(tmp_path, _given("published", found, said))
    assert "判断：" not in page


def test_the_rules_are_told_in_the_words_of_the_forms(tmp_path: Path, form: Form) -> None:
    made = sheets(validate((report(form, "甲县", 2023, 4),)))
    store = Store(tmp_path / "store")
    write_pages(tmp_path, made, store, "r-test", coverage={form.name: "两格以内必能发现。"})
    check_site(tmp_path)
    page = (tmp_path / "rules.html").read_text("utf-8")
    assert f"<h3>{form.name}</h3>" in page
    assert f"（每列）</code>　{form.table['applications'].name}" in page
    assert "发现不了什么" in (tmp_path / "index.html").read_text("utf-8")
    write_pages(tmp_path, made, store, "r-test")
    for name in ("index.html", "rules.html"):
        assert "发现不了什么" not in (tmp_path / name).read_text("utf-8")


def test_a_missing_picture_is_said(tmp_path: Path, form: Form) -> None:
    _write(tmp_path, report(form, "甲县", 2023, 5))
    page = next((tmp_path / "reports").glob("*.html")).read_text("utf-8")
    assert "这张图片没有生成" in page


def test_a_root_cause_is_one_problem_with_its_rules_under_it(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 5)
    cause = _cause(found, Suggestion(1, "mistyped", TOTAL, Decimal(6), Decimal(5)))
    single = [
        _failed(found, "applications.balance", under=cause.key),
        _failed(found, "applications.row_sum", under=cause.key),
    ]
    sheet, page = _page(tmp_path, _given("held", found, cause, *single))
    assert (sheet.errors, sheet.warnings, len(sheet.problems)) == (1, 0, 1)
    assert page.count('class="problem') == 1
    text = _text(page)
    assert "第1种疑为数字打错“（七）总计”行“总计”列65" in text
    assert "仅供核对，发布的数字未作改动。" in text
    assert "若改为5，则2处不符同时消除。" in text
    assert "同一原因引起的不符（2处）" in text
    assert page.count("5 ≠ 6，差 1") == 2
    index = _text((tmp_path / "index.html").read_text("utf-8"))
    assert (
        "乙县2023年表三有2处不符，疑为数字打错。“（七）总计”行“总计”列6→5第1页尚不能判断10" in index
    )


def test_equally_small_changes_are_shown_as_a_tie(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 5)
    ways = [
        Suggestion(1, "mistyped", TOTAL, Decimal(6), Decimal(5)),
        Suggestion(2, "offset", TOTAL, Decimal(6), Decimal(4)),
        Suggestion(2, "offset", NEW, None, Decimal(4)),
    ]
    cause = _cause(found, *ways)
    under = [
        _failed(found, n, under=cause.key) for n in ("applications.balance", "applications.row_sum")
    ]
    _, page = _page(tmp_path, _given("held", found, cause, *under))
    text = _text(page)
    assert "有2种改法都能使这些不符消除，无法判断是哪一种" in text
    assert "第1种" in text
    assert "第2种疑为计错一格“（七）总计”行“总计”列64" in text
    assert "（空）4" in text
    assert 'rowspan="2"' in page


def test_what_the_report_explains_under_a_root_cause_is_said(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 5)
    cause = _cause(found, Suggestion(1, "mistyped", TOTAL, Decimal(6), Decimal(5)))
    rests = _failed(found, "applications.balance", under=cause.key, quote=("收到 5 件。", None))
    reason = _failed(
        found, "applications.carried_over", under=cause.key, quote=("因机构改革而不同。", 4)
    )
    checked = _given("held", found, cause, rests, replace(reason, outcome="explained"))
    sheet, page = _page(tmp_path, checked)
    assert sheet.errors == 1
    assert "原文：“收到 5 件。”" in page
    assert "报告已说明原因（第 4 页）：“因机构改革而不同。”" in page


def test_a_single_finding_shows_what_would_settle_it(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 5)
    way = Suggestion(1, "total_missing", TOTAL, Decimal(0), Decimal(5))
    single = _failed(found, suggestions=(way,), parts=(Part(TOTAL, Decimal(6), 1),))
    sheet, page = _page(tmp_path, _given("held", found, single))
    assert sheet.errors == 1
    assert "疑为总计漏填" in page
    assert len(sheet.problems[0].cells) == 1


def test_a_finding_under_a_key_that_is_not_there_stands_by_itself(
    tmp_path: Path, form: Form
) -> None:
    found = report(form, "乙县", 2023, 5)
    sheet, _ = _page(tmp_path, _given("held", found, _failed(found, under="cause.gone")))
    assert sheet.errors == 1


def test_what_was_not_checked_stands_at_the_end(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 5)
    waits = Finding(
        key(found), "review_litigation.row_sum", "info", "not_checkable", "表四没有填写。",
        parts=(Part(("review_litigation", "review", "total"), None, 1),), key="w",
    )  # fmt: skip
    cause = Finding(
        key(found), "cause.missing_year", "info", "not_checkable", "缺少上年报告。", key="y"
    )
    years = [
        Finding(key(found), rule, "info", "not_checkable", "缺少。", key=rule, under="y")
        for rule in ("applications.carried_over", "report.unchanged")
    ]
    sheet, page = _page(tmp_path, _given("published", found, waits, cause, *years))
    assert (sheet.problems, sheet.unchecked_rules, sheet.lacks_last) == ((), 3, True)
    text = _text(page)
    assert "没有核对的规则（3条）" in text
    assert "缺少上年报告。涉及规则：上年结转、与上年全同" in text
    assert "表四没有填写。" in text
    assert "问题清单" not in text


def test_only_a_missing_year_is_a_list_and_no_page(tmp_path: Path, form: Form) -> None:
    index = _write(tmp_path, report(form, "甲县", 2023, 4), report(form, "甲县", 2021, 4))
    assert not list((tmp_path / "reports").iterdir())
    assert "有 1 个机关缺少上年报告" in index
    listed = (tmp_path / "missing-1.html").read_text("utf-8")
    assert "甲县（缺 2020、2022 年报告）" in listed


def test_what_the_report_explains_is_no_question(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 5)
    sentence = "因机构改革，结转数与上年不一致。"
    explained = replace(
        _failed(found, "applications.carried_over", quote=(sentence, 4)), outcome="explained"
    )
    sheet, page = _page(tmp_path, _given("published", found, explained))
    assert (sheet.errors, sheet.warnings) == (0, 0)
    assert "报告已说明原因" in page
    assert f"<blockquote>{sentence}</blockquote>" in page
    assert "见原文第 4 页" in page
    assert "须核实</span>" not in page


def test_what_only_informs_is_not_said_to_be_explained(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 5)
    rule = next(r.id for r in rule_book().values() if r.kind == "prose")
    said = Finding(
        key(found), rule, "info", "explained", "说“收到 5 件。”，表中为 6。", key="p",
        claim="第 1 页说“收到 5 件。”，其中“新收”为 5", equation="5 ≠ 6", quote=("收到 5 件。", 1),
    )  # fmt: skip
    _, page = _page(tmp_path, _given("published", found, said))
    assert "报告已说明原因" not in page
    assert page.count("收到 5 件。") == 1
    assert "第 1 页说（见下引），其中“新收”为 5：" in page


def test_a_quotation_without_pages(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 5)
    said = _failed(found, "applications.balance", quote=(HOSTILE, None))
    _, page = _page(tmp_path, _given("held", found, said))
    assert "<blockquote>&lt;script&gt;" in page
    assert "见原文正文" in page


def _against_last(found: Report) -> Finding:
    parts = (Part(CARRIED, Decimal(0), 1), Part(LEFT, Decimal(3), -1, last=True))
    return _failed(found, "applications.carried_over", parts=parts)


def test_cells_of_the_year_before_are_shown_from_its_report(tmp_path: Path, form: Form) -> None:
    found, old = report(form, "乙县", 2023, 4), report(form, "乙县", 2022, 4)
    other = report(form, "丙县", 2022, 4)
    figures = [
        replace(f, value=Decimal(3), raw="3", page=2) if (f.table, f.item, f.measure) == LEFT else f
        for f in old.reading.figures
    ]
    new = replace(old, version=2, reading=replace(old.reading, figures=tuple(figures)))
    new = replace(new, document=replace(new.document, sha256="b" * 64))
    checked = _given("held", found, _against_last(found), others=(new, old, other))
    sheet, page = _page(tmp_path, checked)
    assert sheet.last is not None
    assert sheet.last.version == 2
    text = _text(page)
    assert "上年（2022年）报告：“四、结转下年度继续办理”行“总计”列3第2页" in text
    own, last = (
        [r.document.sha256 for r, p in wanted_pictures([sheet]).values() if p.last is is_last]
        for is_last in (False, True)
    )
    assert (own, last) == ([found.document.sha256], ["b" * 64])
    assert "上年（2022年）报告：原文第2页" in text


def test_a_year_before_that_is_not_at_hand_gives_its_value(tmp_path: Path, form: Form) -> None:
    found = report(form, "乙县", 2023, 4)
    sheet, page = _page(tmp_path, _given("held", found, _against_last(found)))
    row = sheet.problems[0].cells[1]
    assert (row.shown, row.second, row.place) == ("3", "", "")
    assert row.name.startswith("上年（2022 年）报告：")
    assert not any(p.last for _, p in wanted_pictures([sheet]).values())
    assert row.name in page


@pytest.mark.slow
def test_the_cells_in_question_are_boxed_on_the_picture(tmp_path: Path) -> None:
    from tasks.collect import collect
    from tasks.read import read
    from tasks.register import register

    source = gold_of(GOLD / "qinghe_2025.json")["file"]
    folder = (ROOT / source).parent
    documents = collect(folder)
    readings = {d.sha256: read(folder / d.source) for d in documents}
    checked = validate(register(documents, readings).reports)
    (sheet,) = [s for s in sheets(checked) if s.report.status == "held"]
    holding = [f for f in checked.findings[key(sheet.report)] if f.holds and f.equation]
    assert {"60 + 0 ≠ 61 + 0，差 1", "1 + 0 ≠ 0 + 0，差 1"} <= {f.equation for f in holding}
    wanted = wanted_pictures([sheet])
    assert wanted
    for finding in (p.finding for p in sheet.problems if p.finding.holds):
        shown = list(pictures(sheet.report, finding))
        assert sum(len(picture.boxes) for picture in shown) == len(finding.parts)
        for picture in shown:
            target = tmp_path / f"{picture.name}.png"
            draw(ROOT / source, picture.page, [picture.drawn_to(target)])
            image = Image.open(target).convert("RGB")
            x0, y0, _, y1 = picture.boxes[0]
            left = (x0 - picture.bands[0][0]) * SCALE + PADDING + 2
            column = [image.getpixel((round(left), y)) for y in range(image.height)]
            red = [sum(abs(a - b) for a, b in zip(p, RED, strict=True)) < 90 for p in column]
            assert sum(red) >= (y1 - y0) * SCALE - 4
