"""A web page, opened: a document without pages, or the reason why it is no report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree

from gongkai.errors import ReadingError
from tasks.extract.unpaged import Unpaged
from tasks.extract.unread import doubted
from tasks.extract.web.letters import decoded
from tasks.extract.web.shell import refuse_shell
from tasks.extract.web.title import head_of, is_link
from tasks.extract.web.walk import PageWalk


@contextmanager
def opened_web(path: Path) -> Iterator[Unpaged]:
    """Open a web page.

    Raises:
        ReadingError: it is empty, too large or nested too deep, or no page with an article
            (`script_page`, `error_page`, `empty_page`, `only_pictures`, `attachment_only`).
    """
    walk = PageWalk(_tree(decoded(path)), path)
    page = Unpaged("html", walk, head_of(walk))
    page.missing = tuple(dict.fromkeys(walk.missing))
    if walk.over_all:
        for grid in page.grids:
            for cell in grid.cells:
                walk.quote(cell.pointer, walk.over_all)
    page.grids = doubted(page.grids, walk.noted, walk.quoted)
    own = "\n".join(line.text for line in walk.lines if not is_link(line))
    refuse_shell(own, walk.facts, page.grids, walk.drawings)
    yield page


def restyled(path: Path) -> frozenset[str]:
    """The cells of a web page, by their pointers, of which a style sheet hides or strikes parts."""
    return frozenset(PageWalk(_tree(decoded(path)), path).restyled)


def _tree(text: str) -> Any:
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        default_doctype=False,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ReadingError("empty_page") from error
    # libxml2 hands over what it read before it gave up, and only its log says so.
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise ReadingError("too_complex")
    if root is None:
        raise ReadingError("empty_page")
    return root
