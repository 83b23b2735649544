"""Find what came in: documents under a folder, their hashes and sidecars.

Nothing is opened as a document here and nothing is modified; whether a file is
a report is for the reader to say.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from gongkai.errors import RunError
from gongkai.names import of_file, opened_file, unwritten, written
from gongkai.report import Document, Sidecar
from tasks.agencies import REGISTER
from tasks.extract.web.assets import SUFFIX as ASSETS
from tasks.sidecar import LARGEST, SIDECAR, lost, parsed


def collect(raw: Path) -> list[Document]:
    """Return every document under `raw`, ordered by name.

    Hidden files, sidecars, the register of agencies, what is kept beside a page
    (`tasks.extract.web.assets`) and what is no file (a pipe, a
    device) are no documents. A file that vanishes or cannot be read while it is hashed
    is returned with an empty hash, and so are a link to nowhere and a folder that
    cannot be looked into.

    Raises:
        RunError: the folder does not exist, or cannot be looked into.
    """
    if not raw.is_dir():
        raise RunError("no_raw", folder=of_file(raw))
    return sorted((_document(raw, path) for path in _files(raw)), key=lambda d: d.source)


def path_of(raw: Path, document: Document) -> Path:
    """Where a document lies on disk: its source is its name as text, not always the name itself."""
    return raw / os.fsdecode(unwritten(document.source))


def _files(raw: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    for folder, folders, names in os.walk(raw, onerror=closed.append):
        stems = {Path(name).stem for name in names}
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and not (name.endswith(ASSETS) and name.removesuffix(ASSETS) in {"", *stems})
        ]
        for name in names:
            path = Path(folder, name)
            beside = name.endswith(SIDECAR) or path == raw / REGISTER
            if not name.startswith(".") and not beside and _may_be_document(path):
                yield path
    for error in closed:
        path = Path(os.fsdecode(error.filename))
        if path == raw:
            raise RunError("raw_closed", folder=of_file(raw)) from error
        yield path


def _may_be_document(path: Path) -> bool:
    """Whether a name is of a file, or of one that should be there and cannot be looked at."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _document(raw: Path, path: Path) -> Document:
    source = written(os.fsencode(path.relative_to(raw)))
    sidecar = sidecar_of(path)
    try:
        return Document(source, file_hash(path), path.stat().st_size, sidecar)
    except OSError:
        return Document(source, "", 0, sidecar)


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex.

    Raises:
        OSError: it cannot be read, or is no file (a pipe would never end).
    """
    with opened_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sidecar_of(path: Path) -> Sidecar:
    """Read `NAME.source.json` beside a document (`NAME` with or without its ending)."""
    for name in (path.name + SIDECAR, path.stem + SIDECAR):
        beside = path.with_name(name)
        try:
            beside.lstat()
        except OSError:
            continue  # there is none; a name may also be too long to have one
        try:
            with opened_file(beside) as file:
                return parsed(of_file(name), file.read(LARGEST + 1))
        except OSError:
            return lost(of_file(name), "不是可以读取的文件")
    return Sidecar()
