"""What was kept beside a web page for it to look as it did: style sheets, pictures, fonts.

They lie in the folder `NAME_assets` beside `NAME.html`, or in a folder `_assets` beside it that
pages share; by their path on the site or by their name alone. Nothing outside these folders
is ever given to a page.
"""

from __future__ import annotations

import hashlib
import mimetypes
import os
from collections.abc import Callable
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


def folders_of(page: Path) -> list[Path]:
    """Where the assets of a page may be: in a folder of its own, or in one that pages share."""
    return [page.with_name(page.stem + SUFFIX), page.with_name(SUFFIX)]


def asset(page: Path, url: str) -> tuple[str, bytes] | None:
    """The media type and the bytes of what a page asks for; None where it is not at hand.

    Pages and scripts are never given.
    """
    found = _found(page, url, lambda place: place.suffix.lower() not in _PAGES)
    if found is None:
        return None
    return mimetypes.guess_type(found[0].name)[0] or "application/octet-stream", found[1]


def script(page: Path, url: str) -> bytes | None:
    """The bytes of a script a page names, to be read and never run."""
    found = _found(page, url, lambda place: place.suffix.lower() in (".js", ".mjs"))
    return None if found is None else found[1]


def _found(page: Path, url: str, is_wanted: Callable[[Path], bool]) -> tuple[Path, bytes] | None:
    try:
        path = PurePosixPath(unquote(urlsplit(url).path, errors="strict"))
    except ValueError:
        return None
    named = [part for part in path.parts if part not in ("/", ".")]
    for folder in folders_of(page):
        parts = named[1:] if named[:1] == [folder.name] else named
        if not parts or ".." in parts or any("\0" in part for part in parts):
            continue
        for place in (folder.joinpath(*parts), folder / parts[-1]):
            if (content := _content(folder, place, is_wanted)) is not None:
                return place, content
    return None


def _content(folder: Path, place: Path, is_wanted: Callable[[Path], bool]) -> bytes | None:
    try:
        real, root = place.resolve(strict=True), folder.resolve(strict=True)
        if not real.is_relative_to(root) or not is_wanted(real):
            return None
        with opened_file(real) as file:
            content = file.read(LARGEST + 1)
    except (OSError, RuntimeError):  # it is not there, no file, or links lead in a circle
        return None
    return content if len(content) <= LARGEST else None


def digest(page: Path) -> str:
    """Changes with what is kept beside a page; empty where nothing is.

    Of the folder that pages share, what the page itself names counts.
    """
    found = hashlib.sha256()
    any_found = False
    own, shared = folders_of(page)
    text = _read(page) if _is_folder(shared) else b""
    for folder in (own, shared):
        if not _is_folder(folder):
            continue
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        if folder == shared:
            paths = [path for path in paths if os.fsencode(path.name) in text]
        for path in paths[:MOST]:
            content = _content(folder, path, lambda _: True)
            if content is not None:
                name = os.fsencode(path.relative_to(folder))
                found.update(name + b"\0" + hashlib.sha256(content).digest())
                any_found = True
    return found.hexdigest() if any_found else ""


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:  # a name that is too long is no folder's
        return False


def _read(page: Path) -> bytes:
    try:
        with opened_file(page) as file:
            return file.read()
    except OSError:  # its reader will say so
        return b""
