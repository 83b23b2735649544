"""Web pages with one change."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Final

from tests.press.form_2021 import CellKey
from tests.press.web_pages import Writer, blocks
from tests.shown.model import MARK, Digits, Hostile, Where, agency_of, places, report

HIDDEN: Final = "{A}{B}"
"""What is shown where the digit `{H}` is not."""
ALL: Final = "{A}{H}{B}"
WHERE: Final[tuple[Where, ...]] = ("alone", "applications", "alone", "review", "alone")


@dataclass(frozen=True)
class Web:
    """A change of a page, in templates for `Digits`."""

    name: str
    why: str
    cell: str
    """What stands in the cell."""
    shown: str | None = HIDDEN
    head: str = ""
    top: str = ""
    """What stands above the report."""
    foot: str = ""
    """What stands at the end of the body."""
    td: str = ""
    """Attributes of the cell."""
    html: str = ""
    body: str = ""
    """Attributes of these elements."""
    doctype: str = "<!DOCTYPE html>"
    where: Where | None = None
    cells: tuple[CellKey, ...] = ()
    """The cells themselves, where it matters which."""
    edit: Callable[[str], str] | None = None
    """A change of the finished page."""
    assets: dict[str, str | bytes] = field(default_factory=dict)


BASE: Final = (
    "table{border-collapse:collapse;margin:8px auto}td{border:1px solid #000;padding:2px 6px}"
)


def span(
    name: str, why: str, css: str, attributes: str = 'class="k"', *, tag: str = "span",
    end: bool = False, shown: str | None = HIDDEN, where: Where | None = None, html: str = "",
    doctype: str = "<!DOCTYPE html>",
) -> Web:  # fmt: skip
    """A digit in an element of its own, which a style sheet hides (or shows again)."""
    piece = f"<{tag}{' ' * bool(attributes)}{attributes}>{{H}}</{tag}>"
    cell = f"{{A}}{{B}}{piece}" if end else f"{{A}}{piece}{{B}}"
    if end and shown == ALL:
        shown = "{A}{B}{H}"
    head = f"<style>{css}</style>" if css else ""
    return Web(name, why, cell, shown, head=head, where=where, html=html, doctype=doctype)


def inline(name: str, style: str, why: str = "", *, end: bool = True, tag: str = "span") -> Web:
    """A digit hidden by an attribute `style`."""
    return span(name, why or style, "", f'style="{style}"', tag=tag, end=end)


def pages(kind: str, cases: Sequence[Web], first: int) -> list[Hostile]:
    """The pages of some cases, whose agencies are numbered from `first` on."""
    return [_page(kind, case, first + at) for at, case in enumerate(cases)]


def _page(kind: str, case: Web, number: int) -> Hostile:
    cells = case.cells or places(number, case.where or WHERE[number % len(WHERE)])
    printed = report(number, cells)
    digits = Digits(case.name)
    writer = Writer()
    body = "\n".join(writer.block(block) for block in blocks(printed))
    title = escape("".join(printed.title_lines))

    def changed(match: re.Match[str]) -> str:
        given = f"{match[1]} {case.td}" if case.td else match[1]
        return f"<td{given}>{case.cell}</td>"

    body = re.sub(rf"<td([^>]*)>{MARK}</td>", changed, body)
    page = (
        f"{case.doctype}\n<html{' ' * bool(case.html)}{case.html}>\n<head>\n"
        f'<meta charset="utf-8">\n<title>{title}</title>\n<style>{BASE}</style>\n{case.head}</head>\n'
        f"<body{' ' * bool(case.body)}{case.body}>\n{case.top}"
        f'<div id="zoom" class="article">\n{body}\n</div>\n{case.foot}</body>\n</html>\n'
    )
    page = digits.fill(page.replace("{NAME}", case.name))
    if case.edit:
        page = case.edit(page)
    shown = None if case.shown is None else digits.fill(case.shown)
    assets = {
        path: content if isinstance(content, bytes) else digits.fill(content).encode()
        for path, content in case.assets.items()
    }
    return Hostile(
        case.name, ".html", page.encode(), shown, case.why, assets, agency_of(number), cells, kind
    )
