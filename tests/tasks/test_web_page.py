"""Web pages as a whole: their titles, and pages that are no report."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.errors import ReadingError
from tasks.extract.web import letters, walk
from tasks.reshape.title import Title, find_title
from tests.press.bad_files import BAD_FILES
from tests.tasks.unpaged import PROSE, opened_page

NAME = "示例市教育局2023年政府信息公开工作年度报告"
FOUND = ("示例市教育局", 2023)
BARE = "2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<h1>{NAME}</h1>{PROSE}", FOUND),
        (f"<p>示例市教育局</p><p>{BARE}</p>{PROSE}", FOUND),
        (f"<title>{NAME}_示例市人民政府网站</title>{PROSE}", FOUND),
        (f"<title>{NAME} - 政府信息公开年报 | 示例市</title>{PROSE}", FOUND),
        (f"<title>示例市——{NAME}</title>{PROSE}", FOUND),
        (f"<title>示例市</title><meta name=ArticleTitle content={NAME}>{PROSE}", FOUND),
        (f"<title>甲市乙局2020年政府信息公开工作年度报告</title><h1>{NAME}</h1>{PROSE}", FOUND),
        (f"<title>{NAME}</title><h1>{BARE}</h1>{PROSE}", FOUND),
        (f"<h1>{NAME}</h1><div>时间：2024-01-20</div><div id=zoom>{PROSE}</div>", FOUND),
        (
            f"<header><h1>示例市人民政府</h1></header><h1>{BARE}</h1><div id=zoom>{PROSE}</div>",
            (None, 2023),
        ),
        (f"<div><span>无障碍</span></div><div><h2>{NAME}</h2></div>{PROSE}", FOUND),
        (f"<div>无障碍</div><div class=t><p>{NAME}</p></div>{PROSE}", FOUND),
        (
            "<ul>"
            + f"<li><a href=1>{NAME.replace('2023', '2019')}</a>" * 9
            + f"</ul><p>{NAME}</p>{PROSE}",
            FOUND,
        ),
        (
            f"<p><a href=/>首页</a>&gt;年报</p><p style='font-size:22pt'>示例市教育局<br>{BARE}</p>{PROSE}",
            FOUND,
        ),
        (f"<table><tr><td>索引号：<td>1<tr><td>名称：<td>其他</table><p>{NAME}</p>{PROSE}", FOUND),
        (f"<table><tr><td>{NAME}<tr><td>{PROSE}</table>", FOUND),
        (PROSE, (None, None)),
        (f"<title>示例市人民政府门户网站 {BARE}</title>{PROSE}", (None, 2023)),
        (f"<title>示例市人民政府 门户网站{BARE}</title>{PROSE}", (None, 2023)),
        (f"<title>示例市政务网 二〇二三年政府信息公开工作年度报告</title>{PROSE}", (None, 2023)),
        (f"<title>示例市信息公开专栏：{BARE}</title>{PROSE}", (None, 2023)),
        (f"<h1>示例市官网政府信息公开工作年度报告（2023年）</h1>{PROSE}", (None, 2023)),
        (f"<p>示例市财政局信息公开平台</p><p>{BARE}</p>{PROSE}", (None, 2023)),
        (f"<title>示例市政府网 {NAME}</title>{PROSE}", FOUND),
        (
            f"<p>示例市互联网<br>信息办公室<br>{BARE}</p>{PROSE}",
            ("示例市互联网信息办公室", 2023),
        ),
        (f"<h1>示例市政务网络中心{BARE}</h1>{PROSE}", ("示例市政务网络中心", 2023)),
    ],
)
def test_the_title_is_found(
    tmp_path: Path, page: str, expected: tuple[str | None, int | None]
) -> None:
    title = find_title(opened_page(tmp_path, page).head)
    assert (title.agency, title.year) == expected


def test_a_page_without_title_has_none(tmp_path: Path) -> None:
    assert find_title(opened_page(tmp_path, PROSE).head) == Title()


# Pages that are no report, and pages meant to do harm.


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"<html><body></body></html>", "empty_page"),
        (b"\n", "empty_page"),
        (b"<div id=app></div><script src=app.js></script>", "script_page"),
        (
            "<p>正在加载，请稍候，如长时间没有响应请刷新页面或者更换浏览器后重试。</p><script></script>",
            "script_page",
        ),
        ("<title>404</title><p>页面走丢了", "error_page"),
        ("<p>抱歉，您访问的页面不存在", "error_page"),
        (f"<h1>{NAME}</h1><p>附件：<a href='/files/1.pdf'>{NAME}.pdf</a>", "attachment_only"),
        (f"<p>正文见附件</p><a href='/down?id=1'>{NAME}.docx</a>", "attachment_only"),
        (
            f"<title>{NAME}</title><iframe src='/pdf/web/viewer.html?file=a.pdf'></iframe>",
            "attachment_only",
        ),
        ("<img src=1.jpg><img src=2.jpg>", "only_pictures"),
        ("<div>" * 400 + "年报", "too_complex"),
    ],
)
def test_a_page_without_an_article_says_why(tmp_path: Path, page: str | bytes, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        opened_page(tmp_path, page)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("javascript_shell", "script_page"),
        ("challenge_page", "script_page"),
        ("not_found_page", "error_page"),
        ("blocked_page", "error_page"),
        ("empty_page", "empty_page"),
        ("no_bytes", "empty_page"),
    ],
)
def test_bad_pages_say_why(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        opened_page(tmp_path, BAD_FILES[name].make())
    assert refused.value.reason == reason


def test_a_report_that_counts_404_applications_is_no_error(tmp_path: Path) -> None:
    page = "<h1>政府信息公开年报</h1><table><tr><td>收到<td>404<tr><td>403<td>502</table>"
    assert opened_page(tmp_path, page).grids


@pytest.mark.parametrize(
    ("room", "limit", "reason"),
    [(letters, "LARGEST", "too_large"), (walk, "MOST_ELEMENTS", "too_complex")],
)
def test_a_page_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: object, limit: str, reason: str
) -> None:
    monkeypatch.setattr(room, limit, 1000)
    with pytest.raises(ReadingError) as refused:
        opened_page(tmp_path, "<p>报告" * 1001)
    assert refused.value.reason == reason
