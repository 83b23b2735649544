"""The quality report as a set of files: small pages, valid links, nothing from elsewhere."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup

from expectations.finding import Finding, Part, Suggestion
from expectations.outcomes import NAMES, Tally
from expectations.rules import rule_book
from gongkai.form import Form
from gongkai.report import Report
from tasks.review.pages import MOST_NAMES, MOST_ROWS, TEMPLATES, sheets, write_pages
from tasks.review.paging import MOST_BYTES, MOST_LISTED, Entry, section
from tasks.store import Store
from tasks.validate import Checked, key
from tests.tasks.test_release import report

MOST = 300_000
Tag = tuple[str, dict[str, str | None]]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags(text: str) -> list[Tag]:
    """Every tag of a page with its attributes."""
    parser = _Tags()
    parser.feed(text)
    return parser.tags


def check_site(folder: Path) -> set[Path]:
    """No page is large, no link leads nowhere, nothing is fetched; all pages, as reached."""
    pages = {path.resolve(): path.read_text("utf-8") for path in folder.rglob("*.html")}
    found = {path: tags(text) for path, text in pages.items()}
    anchors = {path: {a["id"] for _, a in of if a.get("id")} for path, of in found.items()}
    leads: dict[Path, set[Path]] = {}
    for path, text in pages.items():
        assert len(text.encode()) < MOST, path
        assert "url(" not in text
        assert not any(name.startswith("on") for _, a in found[path] for name in a)
        scripts = [a for tag, a in found[path] if tag == "script"]
        is_index = path == (folder / "index.html").resolve()
        assert [a["src"] for a in scripts] == ["search/search.js"] * is_index
        assert text.count("<script") == len(scripts)
        assert re.search(r"<script[^>]*>[^<]", text) is None
        assert ("script-src" in text) == is_index
        sources = [str(a["src"]) for tag, a in found[path] if "src" in a and tag != "script"]
        assert all(source.startswith("../pictures/") for source in sources)
        assert all(a.get("alt") for tag, a in found[path] if tag == "img")
        assert all(a.get("scope") for tag, a in found[path] if tag == "th")
        shown = [tag for tag, _ in found[path] if tag in ("table", "caption")]
        assert shown == ["table", "caption"] * shown.count("table")
        ids = [a["id"] for _, a in found[path] if a.get("id")]
        assert len(ids) == len(set(ids))
        for _, attributes in found[path]:
            href = attributes.get("href")
            if href is None:
                continue
            if href.startswith(("http://", "https://")):
                assert attributes["rel"] == "noreferrer noopener"
                continue
            file, _, anchor = unquote(href).partition("#")
            target = (path.parent / file).resolve() if file else path
            if file.endswith(".png"):
                assert target.is_file(), href
                continue
            assert target in pages, href
            assert not anchor or anchor in anchors[target], href
            leads.setdefault(path, set()).add(target)
    reached: set[Path] = set()
    ahead = {(folder / "index.html").resolve()}
    while ahead:
        reached |= ahead
        ahead = {to for path in ahead for to in leads.get(path, ())} - reached
    assert reached == set(pages)
    for row in searched(folder):
        assert not row[4] or (folder / "reports" / f"{row[4]}.html").resolve() in pages
    return reached


def searched(folder: Path) -> list[list[Any]]:
    """Every report of the search index, as the script that searches it gets them."""
    about = _handed(folder / "search" / "about.js", "about")
    files = range(1, about["files"] + 1)
    rows = [_handed(folder / "search" / f"reports-{n}.js", "add") for n in files]
    assert sum(len(part) for part in rows) == about["reports"]
    for number, part in enumerate(rows, start=1):
        for row in part:
            name, first, last = about["regions"][row[2]]
            assert first <= number <= last, name
    return [row for part in rows for row in part]


def _handed(path: Path, to: str) -> Any:
    text = path.read_text("utf-8")
    assert "<" not in text
    found = re.fullmatch(rf"gongkai\.{to}\((.*)\);\n", text, re.S)
    assert found is not None
    return json.loads(found[1])


def _many(form: Form, count: int) -> tuple[list[Report], dict[str, tuple[Finding, ...]]]:
    """Reports of every status, most of them of a year whose year before is missing."""
    base = report(form, "甲县", 2023)
    statuses = ("held", "held", "published", "unreadable", "published")
    reports, findings = [], {}
    for number in range(count):
        status = statuses[number % len(statuses)]
        agency = f"示例市第{number:05d}局"
        made = replace(
            base, report_id=f"{number:016x}", agency=agency, status=status,
            document=replace(base.document, source=f"{agency}.pdf", sha256=f"{number:064x}"),
            reason="文件损坏，请重新取得。" if status == "unreadable" else "",
        )  # fmt: skip
        reports.append(made)
        name = key(made)
        missing = Finding(name, "cause.missing_year", "info", "not_checkable", "缺。", key="y")
        severity = "error" if status == "held" else "warning"
        failed = Finding(name, "applications.balance", severity, "fail", "不平。" * 40, key="b")
        if status != "unreadable":
            findings[name] = (failed, missing) if number % 5 != 4 else (missing,)
    return reports, findings


def _write(folder: Path, reports: list[Report], findings, **more) -> str:
    made = sheets(Checked(tuple(reports), findings, {}))
    write_pages(folder, made, Store(folder / "store"), "r-test", **more)
    return (folder / "index.html").read_text("utf-8")


def test_every_report_of_many_is_reached(tmp_path: Path, form: Form) -> None:
    reports, findings = _many(form, 1234)
    index = _write(tmp_path, reports, findings)
    reached = check_site(tmp_path)
    lists = [path for path in reached if path.parent == tmp_path.resolve()]
    text = "".join(path.read_text("utf-8") for path in lists)
    for number, made in enumerate(reports):
        assert f"示例市第{number:05d}局" in text
        page = (tmp_path / "reports" / f"{key(made)}.html").resolve()
        assert (page in reached) == (made.status != "unreadable" and number % 5 != 4)
    assert "暂缓发布的报告（494 份）" in index
    assert {p.name for p in tmp_path.glob("held-*.html")} == {"held-2.html", "held-3.html"}
    assert {p.name for p in tmp_path.glob("missing-*.html")} == {"missing-1.html", "missing-2.html"}
    assert index.count('href="reports/') >= MOST_ROWS


def test_pages_lead_to_their_neighbours_and_say_what_they_hold(tmp_path: Path, form: Form) -> None:
    reports, findings = _many(form, 1234)
    _write(tmp_path, reports, findings)
    page = (tmp_path / "held-2.html").read_text("utf-8")
    assert '<a href="index.html#held">上一页</a>' in page
    assert '<a href="held-3.html">下一页</a>' in page
    assert "第 2 页，共 3 页" in page
    rows = re.findall(r">(示例市第\d+局)　2023 年</a>", page)
    assert len(rows) == MOST_ROWS
    assert rows == sorted(rows)
    assert f"{rows[0]} – {rows[-1]}" in page


def test_a_small_release_is_one_page(tmp_path: Path, form: Form) -> None:
    index = _write(tmp_path, *_many(form, 20))
    check_site(tmp_path)
    assert {path.name for path in tmp_path.glob("*.html")} == {
        *("index.html", "rules.html", "missing-1.html")
    }
    assert "上一页" not in index
    for name in ("held", "failed", "asked", "quiet"):
        assert f'<h2 id="{name}">' in index


def test_nothing_at_all_is_a_report_too(tmp_path: Path) -> None:
    index = _write(tmp_path, [], {})
    check_site(tmp_path)
    assert "没有暂缓发布的报告。" in index
    assert "所有规则都已通过。" in index


def test_a_page_ends_by_bytes_as_well() -> None:
    long = [Entry(str(n), Markup("长") * 10_000) for n in range(30)]
    made = section("held", "长", long, MOST_NAMES)
    assert made is not None
    assert all(page.size <= MOST_BYTES for page in made.pages)
    assert [entry for page in made.pages for entry in page.entries] == long


def test_very_many_pages_are_listed_in_groups() -> None:
    made = section("quiet", "多", (Entry(str(n), Markup("名")) for n in range(1000)), 1)
    assert made is not None
    assert len(made.pages) == 1000
    assert len(made.listed) <= MOST_LISTED
    assert (made.listed[0].first, made.listed[-1].last) == ("0", "999")


def test_names_that_are_very_long(tmp_path: Path, form: Form) -> None:
    reports, findings = _many(form, 300)
    long = [replace(made, agency=f"{made.agency}{'<长>' * 500}") for made in reports]
    _write(tmp_path, long, findings)
    check_site(tmp_path)


def test_the_rules_page_has_every_rule_with_its_counts(tmp_path: Path, form: Form) -> None:
    counts = dict(zip(NAMES, (11, 22, 33, 44, 55, 66), strict=True))
    tallies = [Tally("applications.balance", "2021", year, counts) for year in (2022, 2023)]
    coverage = {"2021": "两格以内的错一定发现。\n同增同减的发现不了<b>。"}
    index = _write(tmp_path, *_many(form, 10), tallies=tallies, coverage=coverage)
    check_site(tmp_path)
    page = (tmp_path / "rules.html").read_text("utf-8")
    ids = {str(a["id"]) for _, a in tags(page) if a.get("id")}
    assert set(rule_book()) <= ids
    for rule in rule_book().values():
        assert all(f'href="#{name}"' in page for name in rule.related)
    assert "通过 44　未通过 110　已说明 88　不能核对 66　不适用 22　出错 132" in page
    assert "能发现什么、发现不了什么" in page
    assert "2021 年表式</h3>" in page
    assert "同增同减的发现不了&lt;b&gt;。" in page
    (row,) = re.findall(r"<tr>.*?</tr>", index, re.S)[-1:]
    assert re.findall(r'class="number">(\S+?)<', row) == ["44", "110", "88", "66", "22", "132"]


def test_held_reports_are_ordered_by_gravity_or_to_be_found(tmp_path: Path, form: Form) -> None:
    reports, findings = _many(form, 10)
    gravest = reports[6]
    findings[key(gravest)] += (replace(findings[key(gravest)][0], key="b2"),)
    index = _write(tmp_path / "few", reports, findings)
    assert re.findall(r">示例市第(\d+)局　2023 年</a><br>", index)[0] == "00006"
    reports, findings = _many(form, 600)
    findings[key(gravest)] += (replace(findings[key(gravest)][0], key="b2"),)
    index = _write(tmp_path / "many", reports, findings)
    assert re.findall(r">示例市第(\d+)局　2023 年</a><br>", index)[0] == "00000"
    assert "按地区和机关名称排列。" in index


def _of_regions(form: Form, counts: dict[str, int]) -> tuple[list[Report], Any]:
    """Held and other reports, so many of each region."""
    reports, findings = _many(form, sum(counts.values()))
    names = [region for region, count in counts.items() for _ in range(count)]
    named = [
        replace(made, agency=f"{region}{str(made.agency).removeprefix('示例市')}")
        for made, region in zip(reports, names, strict=True)
    ]
    return named, findings


def test_a_long_list_is_paged_by_region(tmp_path: Path, form: Form) -> None:
    counts = {"宿迁市": 300, "安庆市": 300, "沭阳县": 5, "上海市": 800}
    index = _write(tmp_path, *_of_regions(form, counts))
    check_site(tmp_path)
    assert "按地区查看（4 个地区" in index
    pages = {
        p.name: p.read_text("utf-8").partition('id="rules"')[0]
        for p in (tmp_path / "index.html", *tmp_path.glob("held-*"))
    }
    for region in counts:
        files = re.findall(rf'<a href="((?:index|held)[^"]+)">{region}</a>（(\d+) 份）', index)
        ((file, said),) = files
        rows = {n: len(re.findall(rf">{region}第\d+局　", page)) for n, page in pages.items()}
        assert rows[file.partition("#")[0]] == max(rows.values())
        assert sum(rows.values()) == int(said)
        assert sum(count > 0 for count in rows.values()) == -(-int(said) // MOST_ROWS)
    assert "本页地区：安庆市" in "".join(pages.values())


def test_the_index_names_cell_numbers_page_and_whose(tmp_path: Path, form: Form) -> None:
    reports, findings = _many(form, 5)
    held = reports[0]
    cell = ("applications", "3.7", "total")
    way = Suggestion(1, "mistyped", cell, Decimal(33), Decimal(32))
    own = replace(
        findings[key(held)][0], suggestions=(way,), verdict="source",
        parts=(Part(cell, Decimal(33), 1),), claim="表三不平",
    )  # fmt: skip
    index = _write(tmp_path, reports, {**findings, key(held): (own,)})
    (row,) = re.findall(r'<tr><th scope="row"><a href="[^"]+">示例市第00000局.*?</tr>', index, re.S)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row)
    assert cells == ["“（七）总计”行“总计”列", "33 → 32", "第 1 页", "原文即错", "1", "0"]
    (found,) = [row for row in searched(tmp_path) if row[0] == "示例市第00000局"]
    assert found[5:] == [0, "收办平衡", "“（七）总计”行“总计”列", "33 → 32", "第 1 页"]


def test_agencies_without_a_report_on_the_year_before_are_a_line_with_a_link(
    tmp_path: Path, form: Form
) -> None:
    index = _write(tmp_path, *_many(form, 300))
    assert "有 240 个机关缺少上年报告，跨年的规则因此没有核对：" in index
    assert '<a href="missing-1.html">查看名单</a>' in index
    assert "年报告）" not in index


def test_every_report_in_force_is_in_the_search_index(tmp_path: Path, form: Form) -> None:
    reports, findings = _many(form, 1234)
    hostile = "</script><script>alert(1)</script>\u2028"
    reports[0] = replace(reports[0], agency=hostile)
    _write(tmp_path, reports, findings)
    rows = searched(tmp_path)
    assert {row[0] for row in rows} == {str(made.agency) for made in reports}
    about = _handed(tmp_path / "search" / "about.js", "about")
    assert (about["years"], about["reports"]) == ([2023], 1234)
    statuses = {row[0]: about["statuses"][row[3]] for row in rows}
    assert statuses["示例市第00003局"] == "无法读取"
    assert statuses["示例市第00001局"] == "暂缓发布"
    assert max(len(p.read_bytes()) for p in (tmp_path / "search").iterdir()) < 600_000


def test_the_searching_script_writes_no_markup() -> None:
    script = (TEMPLATES / "search.js").read_text("utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "fetch("):
        assert word not in script
