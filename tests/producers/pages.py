"""Reports as HTML pages for programs that print HTML."""

import re
from typing import Final

from tests.press.browser import web_page
from tests.press.model import PrintedReport
from tests.press.pushes import Pushes

SERIF: Final = "GongkaiTestSerif"
_CAPTION: Final = re.compile(r"(<h2[^>]*>)")


def html_page(report: PrintedReport, style: str = "", *, font: str = SERIF) -> str:
    """The report as one page.

    Args:
        report: What is printed.
        style: CSS rules that stand after the page's own.
        font: Family of all letters.
    """
    page = web_page(report, Pushes())
    rules = f'body, td, h1, h2, p {{ font-family: "{font}"; }}\n{style}'
    return page.replace("</style>", f"\n{rules}</style>", 1)


def font_face(url: str, name: str = SERIF) -> str:
    """The rule that makes a font file known to a program without fontconfig."""
    return f'@font-face {{ font-family: "{name}"; src: url("{url}"); }}\n'


NO_SIDES: Final = (
    "td:first-child { border-left: none; } table { border-left: none; border-right: none; }"
    " tr > td:last-child { border-right: none; }"
)
"""Takes the outer rules at the left and the right away."""
HORIZONTAL: Final = "td { border-left: none !important; border-right: none !important; }"
"""Leaves only horizontal rules."""


def spaced_labels(page: str) -> str:
    """The page with a space between the letters of short labels: 行 政 许 可."""

    def spaced(match: re.Match[str]) -> str:
        text = match[2]
        if 2 <= len(text) <= 6 and all("一" <= char <= "鿿" for char in text):
            return f"{match[1]}{' '.join(text)}{match[3]}"
        return match[0]

    return re.sub(r'(<td class="(?:label|header)[^"]*"[^>]*>)([^<]*)(</td>)', spaced, page)
