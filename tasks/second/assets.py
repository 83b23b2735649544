"""What was kept beside a web page for it to look as it did: style sheets, pictures, fonts.

They lie in the folder `NAME_assets` beside `NAME.html`, by their path on the site or by
their name alone. Nothing outside that folder is ever given to a page.
"""

from __future__ import annotations

import hashlib
import mimetypes
import os
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from gongkai.names import opened_file

SUFFIX = "_assets"

LARGEST = 20 * 2**20
"""Bytes of one file."""

MOST = 500
"""Files looked at of one page."""

_PAGES = frozenset((".htm", ".html", ".xhtml", ".xml", ".svg", ".shtml", ".js", ".mjs"))
"""A page in a page is none of its own assets, and nothing runs."""


def folder_of(page: Path) -> Path:
    """Where the assets of a page are, if it has any."""
    return page.with_name(page.stem + SUFFIX)


def asset(page: Path, url: str) -> tuple[str, bytes] | None:
    """The media type and the bytes of what a page asks for; None where it is not at hand."""
    folder = folder_of(page)
    try:
        path = PurePosixPath(unquote(urlsplit(url).path, errors="strict"))
    except ValueError:
        return None
    parts = [part for part in path.parts if part != "/"]
    if parts[:1] == [folder.name]:
        del parts[0]
    if not parts or ".." in parts or any("\0" in part for part in parts):
        return None
    for place in (folder.joinpath(*parts), folder / parts[-1]):
        if (content := _content(folder, place)) is not None:
            return mimetypes.guess_type(place.name)[0] or "application/octet-stream", content
    return None


def _content(folder: Path, place: Path) -> bytes | None:
    try:
        real, root = place.resolve(strict=True), folder.resolve(strict=True)
        if not real.is_relative_to(root) or real.suffix.lower() in _PAGES:
            return None
        with opened_file(real) as file:
            content = file.read(LARGEST + 1)
    except (OSError, RuntimeError):  # it is not there, no file, or links lead in a circle
        return None
    return content if len(content) <= LARGEST else None


def digest(page: Path) -> str:
    """Changes with what is kept beside a page; empty where nothing is."""
    folder = folder_of(page)
    if not folder.is_dir():
        return ""
    found = hashlib.sha256()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in paths[:MOST]:
        content = _content(folder, path)
        if content is not None:
            name = os.fsencode(path.relative_to(folder))
            found.update(name + b"\0" + hashlib.sha256(content).digest())
    return found.hexdigest()
