"""Pages that are no report: shells for scripts, error pages, links to an attachment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from gongkai.errors import ReadingError
from gongkai.names import cut
from gongkai.report import Grid
from tasks.extract.marks import tight
from tasks.extract.slots import COLUMN

NAMES_REPORT = re.compile(r"公开.{0,16}(?:报告|年报)")

_FEW_LETTERS = 30
"""A page with fewer letters of its own and with scripts waits for them to write it."""

_SHORT = 600
"""Letters outside links; a page with more of them says something itself."""

_FEW_CELLS = 4
"""A grid of fewer cells is no table of figures."""

_FEW_PIECES = 20
"""Of a link's words; one that is never closed holds the rest of the page."""

_LONGEST = 60
"""Letters of an attachment's name that are repeated."""

_FILE = re.compile(r"\.(?:pdf|docx?|wps|ofd|xlsx?|et|rtf|zip|rar|7z)(?:$|[?&#\s])", re.I)
_ERROR = re.compile(
    r"^\W*(?:http|error|错误)?\W*(?:40\d|41\d|50\d|52\d)(?!\s*[\d件条项])|not found"
    r"|forbidden|bad gateway|访问被|请求被|被拦截"
    r"|被拒绝|拒绝访问|禁止访问|无法访问|无权访问|访问受限|您访问的|你访问的|您请求的|请求的页面"
    r"|页面不存在|页面未找到|找不到(?:该|您|你|页面|网页|文件)|不存在或|已被删除|已删除|已失效|网站维护"
    r"|系统维护|服务器(?:错误|内部|繁忙)|出错了|防火墙|云防护|创宇|(?:访问|请求)过于频繁"
    r"|access denied",
    re.I | re.M,
)
_WAITS = re.compile(
    r"javascript|正在加载|加载中|请稍[候后等]|安全验证|浏览器(?:不支持|版本过低)|人机验证|loading",
    re.I,
)


@dataclass
class Facts:
    """What a page has besides its letters.

    Attributes:
        titles: what it calls itself, in its `title` and its `meta`.
        files: the names of the documents it links to.
        scripts: how many it has.
    """

    titles: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    scripts: int = 0

    def note(self, element: Any, tag: str) -> None:
        """Take what an element adds."""
        if tag == "script":
            self.scripts += 1
        elif tag == "title":
            self.titles.setdefault("title", "".join(element.itertext()))
        elif tag == "meta":
            name = (element.get("name") or element.get("property") or "").lower()
            if name in ("articletitle", "og:title"):
                self.titles.setdefault("meta", element.get("content") or "")
        elif tag == "a":
            self._note_file(element.get("href"), islice(element.itertext(), _FEW_PIECES))
        elif tag in ("iframe", "embed", "object"):
            self._note_file(element.get("src") or element.get("data"), ())

    def _note_file(self, address: str | None, pieces: Iterable[str]) -> None:
        words = tight("".join(pieces))
        if address and (_FILE.search(address) or _FILE.search(words)):
            self.files.append(words or address)


def refuse_shell(own: str, facts: Facts, grids: Sequence[Grid], pictures: int) -> None:
    """Refuse a page whose visible text is none, an error, or a link to the report.

    Args:
        own: its text outside links.
        facts: what else it has, as tags.
        grids: its tables.
        pictures: how many can be seen.

    Raises:
        ReadingError: `script_page`, `error_page`, `only_pictures`, `empty_page` or
            `attachment_only`.
    """
    letters = sum(c.isalnum() for c in own)
    tabular = any(len(grid.cells) >= _FEW_CELLS and grid.box[2] > COLUMN for grid in grids)
    if tabular or letters > _SHORT:
        return
    called = " ".join(facts.titles.values())
    if _ERROR.search(f"{called}\n{own}"):
        raise ReadingError("error_page")
    if facts.files and NAMES_REPORT.search("\n".join((called, own, *facts.files))):
        raise ReadingError(
            "attachment_only", files="、".join(cut(name, _LONGEST) for name in facts.files[:3])
        )
    if facts.scripts and (letters < _FEW_LETTERS or _WAITS.search(own)):
        raise ReadingError("script_page")
    if letters < _FEW_LETTERS:
        raise ReadingError("only_pictures" if pictures else "empty_page")
