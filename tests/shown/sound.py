"""Sound reports on pages with the style sheets, scripts and markup that sites have.

On every page a visitor sees all cells of the report. `python -m tests.shown.sound_judge` reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape
from itertools import product
from random import Random
from typing import Any, Final

from tests.press.forms import FormName
from tests.press.gold import said
from tests.press.model import PrintedReport, Prose
from tests.press.random_reports import random_report
from tests.press.web_pages import Table, Writer, blocks
from tests.shown.sound_scripts import SCRIPTS, STRUCTURED
from tests.shown.sound_sheets import Assets, not_at_hand, with_script, with_sheet
from tests.shown.sound_sites import FRAMES, Frame
from tests.shown.sound_styles import EXCEL, STYLES, WORD
from tests.shown.sound_writers import WRITERS

COUNT: Final = 540
SITE: Final = "示例市人民政府门户网站"
_OTHER: Final = "上一年度报告正在整理，请在政府信息公开专栏查阅。"
_FIRST: Final = "青云临白南新望长安宁和永清丰平顺昌兴福康泰瑞祥嘉"
_SECOND: Final = "禾溪川石屏桥江岭山湖泉塘坪洲湾港原林谷峰源沙田堰"
_KINDS: Final = ("区", "县", "镇", "街道", "乡")
_ORGANS: Final = ("人民政府", "教育局", "自然资源局", "人民政府办公室", "审计局", "民政局")
_FORMS: Final[tuple[FormName, ...]] = ("2021", "2021", "2021", "2019", "2014", "2021", "2019")
_OF_WRITER: Final[dict[str, tuple[str, ...]]] = {
    "bootstrap": ("bootstrap-3.4.1.min.css", "bootstrap-4.6.2.min.css", "bootstrap-5.3.8.min.css"),
    "bootstrap small": ("bootstrap-4.6.2.min.css", "bootstrap-5.3.8.min.css"),
    "bootstrap-table": ("bootstrap-table-1.22.1.min.css",),
    "datatables": ("datatables-1.13.8.min.css",),
    "layui": ("layui-2.6.8.css", "layui-2.9.13.css"),
    "layui view": ("layui-2.6.8.css", "layui-2.9.13.css"),
    "element apart": ("element-ui-2.15.14.css",),
    "element": ("element-ui-2.15.14.css",),
    "antd": ("antd-4.24.15.min.css",),
    "iview": ("iview-4.7.0.css",),
    "amazeui": ("amazeui-2.7.2.min.css",),
    "uikit": ("uikit-3.16.0.min.css",),
    "bulma": ("bulma-0.9.4.min.css",),
    "foundation": ("foundation-6.8.1.min.css",),
    "semantic": ("semantic-table-2.5.0.min.css",),
    "pure": ("pure-2.1.0.min.css",),
    "markdown": ("github-markdown-5.8.1.css",),
    "tinymce": ("tinymce-content-6.8.5.min.css",),
}
"""The library of which the classes of a writer are."""
_BESIDE: Final = (
    "font-awesome-4.7.0.min.css",
    "animate-4.1.1.min.css",
    "normalize-8.0.1.css",
    "select2-4.0.13.min.css",
    "share-1.0.16.min.css",
    "swiper-3.4.2.min.css",
    "layer-2.6.8.css",
    "slick-1.8.1.css",
    "video-js-7.21.5.min.css",
    "photoswipe-4.1.3.css",
    "viewer-1.11.0.min.css",
    "tinymce-content-6.8.5.min.css",
    "quill-snow-1.3.7.css",
    "jquery-ui-1.13.2.min.css",
    "fullpage-2.9.7.min.css",
    "mescroll-1.4.2.min.css",
)
"""Libraries that any page may have besides."""
_WHOLE: Final = ("bootstrap", "foundation", "bulma", "semantic", "uikit", "antd", "iview")
"""Libraries that rule the whole page: no two of them on one."""


@dataclass(frozen=True)
class Sound:
    """A page whose figures a visitor sees.

    Attributes:
        name: of the file, without ending.
        content: the page.
        gold: as `tests.press.gold.said` gives it.
        assets: the files beside it, by their path from its folder.
        parts: of what it is made, to tell what pages have in common.
    """

    name: str
    content: bytes
    gold: dict[str, Any]
    assets: dict[str, bytes] = field(default_factory=dict)
    parts: tuple[str, ...] = ()


def sound_pages(seed: int = 0, count: int = COUNT) -> Iterator[Sound]:
    """Pages of different sites and writers; the same for the same seed."""
    rng = Random(f"sound/{seed}")
    pairs = list(product(FRAMES, WRITERS))
    rng.shuffle(pairs)
    for number in range(count):
        frame, writer = pairs[number % len(pairs)]
        yield sound_page(f"sound-{seed}-{number:04d}", number, frame, writer)


def sound_page(name: str, number: int, frame: str, writer: str) -> Sound:
    """One page; its name chooses all that is not given."""
    rng = Random(name)
    report = sound_report(rng, number)
    page = _Page(name, rng, FRAMES[frame], writer)
    html = page.written(report)
    form = report.form
    parts = (f"frame {frame}", f"writer {writer}", f"form {form}", *page.parts)
    return Sound(name, _encoded(html, rng), said(report), page.assets.files, parts)


def _encoded(html: str, rng: Random) -> bytes:
    if rng.random() < 0.2:
        return html.replace('charset="utf-8"', 'charset="gb2312"', 1).encode("gb18030")
    return (b"\xef\xbb\xbf" if rng.random() < 0.1 else b"") + html.encode()


def sound_report(rng: Random, number: int) -> PrintedReport:
    """A consistent report of an agency that no other number has."""
    form = _FORMS[number % len(_FORMS)]
    report = random_report(rng, form=form)
    first, rest = number % len(_FIRST), number // len(_FIRST)
    second = (first + rest) % len(_SECOND)
    kind, organ = _KINDS[number % 5], _ORGANS[number % 6]
    agency = f"示例市{_FIRST[first]}{_SECOND[second]}{kind}{organ}"
    old = report.agency
    return replace(
        report,
        agency=agency,
        title_lines=tuple(line.replace(old, agency) for line in report.title_lines),
        prose=Prose(
            **{key: _renamed(value, old, agency) for key, value in vars(report.prose).items()}
        ),
    )


def _renamed(value: Any, old: str, new: str) -> Any:
    if isinstance(value, str):
        return value.replace(old, new)
    return tuple(_renamed(part, old, new) for part in value)


class _Page:
    """A page in the making."""

    def __init__(self, name: str, rng: Random, frame: Frame, writer: str) -> None:
        self.assets = Assets(name)
        self.rng = rng
        self.frame = frame
        self.writer = writer
        self.parts: list[str] = []

    def written(self, report: PrintedReport) -> str:
        rng = self.rng
        found = blocks(report)
        writer = WRITERS[self.writer](rng)
        body = "\n".join(writer.block(block) for block in found)
        copy = ""
        if self.frame.copy[0] and rng.random() < 0.5:
            self.parts.append("hidden copy")
            plain = Writer()
            tables = (plain.table(block) for block in found if isinstance(block, Table))
            copy = self.frame.copy[0] + "\n".join(tables) + self.frame.copy[1]
        title = "".join(report.title_lines)
        date = f"{report.year + 1}-01-{rng.randint(10, 31)} {rng.randint(8, 17):02d}:26"
        inside = self.frame.body
        if "[[copy]]" not in inside:
            inside += "[[copy]]"
        inside = _filled(inside, title=title, date=date, site=SITE, other=_OTHER, copy=copy)
        inside = inside.replace("[[report]]", body)
        inside = _filled(inside, word=WORD, excel=EXCEL)
        head, end = self._head(title, date), self._scripts("end ", 1, 6)
        doctype = rng.choice(
            (
                "<!DOCTYPE html>\n",
                "<!DOCTYPE html>\n",
                '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
                '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n',
                "",
            )
        )
        return (
            f"{doctype}<html{self.frame.html}>\n<head>\n{head}</head>\n<body{self.frame.attributes}>\n"
            f"{inside}\n{end}</body>\n</html>\n"
        )

    def _head(self, title: str, date: str) -> str:
        rng = self.rng
        metas = '<meta charset="utf-8">\n'
        if rng.random() < 0.6:
            metas += (
                f'<meta name="SiteName" content="{SITE}">\n<meta name="PubDate" content="{date}">\n'
                '<meta name="ColumnName" content="政府信息公开年报">\n'
                f'<meta name="ArticleTitle" content="{escape(title)}">\n'
            )
        if rng.random() < 0.4:
            metas += (
                '<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">\n<meta '
                'name="renderer" content="webkit">\n<meta name="viewport" content="width='
                'device-width, initial-scale=1.0">\n'
            )
        office = _filled(self.frame.head, word=WORD, excel=EXCEL)
        return (
            f"{metas}<title>{escape(title)}-{SITE}</title>\n{self._sheets()}{office}{self._styles()}"
            f"{self._libraries()}{self._scripts('', 1, 4)}"
        )

    def _sheets(self) -> str:
        rng = self.rng
        names = [rng.choice(choice) for choice in self.frame.sheets]
        own = _OF_WRITER.get(self.writer, ())
        if (
            own
            and not self._clashes(names, own)
            and (self.writer == "element" or rng.random() < 0.85)
        ):
            names.append(rng.choice(own))
        if not any(name.startswith(_WHOLE) for name in names) and rng.random() < 0.15:
            names.insert(0, rng.choice(_OF_WRITER["bootstrap"]))
        names += rng.sample(_BESIDE, rng.choice((0, 0, 0, 1, 2)))
        names = list(dict.fromkeys(names))
        self.parts += [f"sheet {name}" for name in names]
        found = "".join(with_sheet(name, self.assets, rng) for name in names)
        if rng.random() < 0.3:
            self.parts.append("sheet not at hand")
            found += not_at_hand(rng)
        return found

    def _clashes(self, names: list[str], own: tuple[str, ...]) -> bool:
        if any(name.split("-")[0] == other.split("-")[0] for name in names for other in own):
            return True
        whole = any(name.startswith(_WHOLE) for name in names)
        return whole and own[0].startswith(_WHOLE)

    def _styles(self) -> str:
        rng = self.rng
        names = rng.sample(sorted(STYLES), rng.randint(4, 14))
        self.parts += [f"style {name}" for name in names]
        rules = [STYLES[name] for name in names]
        own = f"<style>{self.frame.style}</style>\n" if self.frame.style else ""
        at = rng.random()
        if at < 0.25:
            href = self.assets.put("style.css", "\n".join(rules))
            return f'<link rel="stylesheet" type="text/css" href="{href}">\n{own}'
        if at < 0.4:
            half = len(rules) // 2
            href = self.assets.put("css/site.css", "\n".join(rules[:half]))
            last = "\n".join(rules[half:])
            return f'<link href="{href}" rel="stylesheet" />\n<style>{last}</style>\n{own}'
        if at < 0.6:
            return "".join(f'<style type="text/css">\n{rule}\n</style>\n' for rule in rules) + own
        return '<style type="text/css">\n' + "\n".join(rules) + f"\n</style>\n{own}"

    def _libraries(self) -> str:
        rng = self.rng
        if rng.random() < 0.6:
            return ""
        name = rng.choice(("jquery-1.12.4.min.js", "jquery-1.12.4.min.js", "jquery-3.6.4.min.js"))
        found = with_script(name, self.assets, rng)
        self.parts.append(f"script {name}")
        if rng.random() < 0.3:
            other = rng.choice(("bootstrap-3.4.1.min.js", "slick-1.8.1.min.js"))
            found += with_script(other, self.assets, rng)
            self.parts.append(f"script {other}")
        return found

    def _scripts(self, where: str, least: int, most: int) -> str:
        rng = self.rng
        names = rng.sample(sorted(SCRIPTS), rng.randint(least, most))
        self.parts += [f"script {name}" for name in names]
        opening = rng.choice(
            ('<script type="text/javascript">', "<script>", '<script language="javascript">')
        )
        found = "".join(f"{opening}\n{SCRIPTS[name]}\n</script>\n" for name in names)
        if where and rng.random() < 0.2:
            self.parts.append("script in a file")
            source = self.assets.put("js/site.js", "\n".join(SCRIPTS[name] for name in names))
            found = f'<script src="{source}"></script>\n'
        return found + "".join(rng.sample(STRUCTURED, rng.choice((0, 1, 2))))


def _filled(template: str, **texts: str) -> str:
    for name, text in texts.items():
        template = template.replace(f"[[{name}]]", text)
    return template
