"""What has been read already: one small file per document, by content hash.

A reading is good while the code that reads and the declaration of the form it
was read as are what they were; a change of one form leaves the other forms'
readings alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

import gongkai
import tasks.extract
import tasks.reshape
from gongkai.form import forms
from gongkai.report import Reading

_READING = TypeAdapter(Reading)
_ENGINES = ("camelot-py", "playa-pdf", "pypdfium2", "numpy", "opencv-python-headless")
_PASSING = frozenset({"timeout", "crashed", "vanished"})
"""Reasons that may be the machine's and not the document's: tried again next time."""


class Store:
    """The readings kept under one folder."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which need not exist yet."""
        self.folder = folder

    def get(self, sha256: str) -> Reading | None:
        """Return the reading of a document, or None if it must be read (again)."""
        try:
            content = self._path(sha256).read_bytes()
        except FileNotFoundError:
            return None
        head, _, body = content.partition(b"\n")
        try:
            reading = _READING.validate_json(body)
        except ValidationError:  # written by older code, or damaged on disk: read it again
            return None
        return reading if head.decode() == fingerprint(reading) else None

    def put(self, sha256: str, reading: Reading) -> None:
        """Keep a reading, whole or not at all."""
        if reading.reason not in _PASSING:
            head = fingerprint(reading).encode()
            write_whole(self._path(sha256), head + b"\n" + _READING.dump_json(reading))

    def picture(self, name: str) -> Path:
        """Where the picture of that name is kept."""
        return self.folder / "pictures" / name[:2] / f"{name}.png"

    def _path(self, sha256: str) -> Path:
        return self.folder / "readings" / sha256[:2] / f"{sha256}.json"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).chmod(0o644)
    os.replace(file.name, path)


def fingerprint(reading: Reading) -> str:
    """What a reading depends on besides its document."""
    declared = forms()
    if reading.form is not None and reading.form in declared:
        form = declared[reading.form].digest
    else:
        form = "".join(each.digest for each in declared.values())
    return hashlib.sha256(f"{code_digest()} {form}".encode()).hexdigest()


@lru_cache(maxsize=1)
def code_digest() -> str:
    """A digest of the code and the libraries that turn a document into a reading."""
    folders = [Path(str(m.__file__)).parent for m in (gongkai, tasks.extract, tasks.reshape)]
    sources = sorted(path for folder in folders for path in folder.glob("*.py"))
    sources.append(Path(__file__).with_name("read.py"))
    digest = hashlib.sha256(json.dumps({name: version(name) for name in _ENGINES}).encode())
    for source in sources:
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()
