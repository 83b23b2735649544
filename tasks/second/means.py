"""What a second reading depends on besides the document and this program."""

from __future__ import annotations

from pathlib import Path

from gongkai.report import Reader
from tasks.extract.web.assets import digest
from tasks.second.browser import Browser


def means_of(reader: Reader, path: Path, browser: Browser | None) -> str:
    """The browser a web page is painted with, and what lies beside it; empty for all else.

    Args:
        reader: by what means the document was read first.
        path: of the document.
        browser: what web pages are painted with, if anything.
    """
    if reader != "html" or browser is None:
        return ""
    return " ".join(filter(None, (browser.version, digest(path))))
