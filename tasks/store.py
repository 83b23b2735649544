"""What has been read already: small files per document, by content hash.

A document has up to three: what it says itself (`readings`), what its picture
says (`pictures`), what the second reader says (`seconds`). A reading is good
while the code that reads and the declaration of the form it was read as are
what they were; a change of one form leaves the other forms' readings alone. A file
begins with what it depends on and a checksum of the rest: one that is damaged, or is
no file, is as good as none, and what stands where it belongs is set aside.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

import gongkai
import tasks.extract
import tasks.formal
import tasks.reshape
import tasks.second
from gongkai.errors import RunError
from gongkai.form import FORMS, forms
from gongkai.names import of_file, opened_file
from gongkai.report import Reading, Second

_READING = TypeAdapter(Reading)
_SECONDS = TypeAdapter(dict[str, Second])
_ENGINES = (
    *("camelot-py", "playa-pdf", "pypdfium2", "numpy", "opencv-python-headless"),
    *("lxml", "python-docx", "rapidocr", "onnxruntime"),
)
Kind = Literal["readings", "pictures"]
PASSING = frozenset({"timeout", "crashed", "vanished", "library_missing"})
"""Reasons that may be the machine's and not the document's: tried again next time."""


class Store:
    """The readings kept under one folder."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which need not exist yet."""
        self.folder = folder

    def get(self, sha256: str, kind: Kind = "readings") -> Reading | None:
        """Return a reading of a document, or None if it must be read (again)."""
        kept = self._kept(self._path(kind, sha256))
        if kept is None:
            return None
        head, body = kept
        try:
            reading = _READING.validate_json(body)
        except ValidationError:  # written by older code, or damaged on disk: read it again
            return None
        return reading if head == fingerprint(reading) else None

    def year(self, sha256: str) -> int | None:
        """The report year of a document as it was read before, by itself or by its picture."""
        kinds: tuple[Kind, ...] = ("readings", "pictures")
        known = (self.get(sha256, kind) for kind in kinds) if sha256 else ()
        return next((r.year for r in known if r is not None and r.year is not None), None)

    def put(self, sha256: str, reading: Reading, kind: Kind = "readings") -> None:
        """Keep a reading, whole or not at all.

        Raises:
            RunError: it cannot be written.
        """
        if reading.reason not in PASSING:
            body = _READING.dump_json(reading)
            self._keep(self._path(kind, sha256), fingerprint(reading), body)

    def seconds(self, sha256: str, means: str = "") -> dict[str, Second]:
        """What the second reader read so far in a document, by `tasks.second.settle.place_of`.

        Args:
            sha256: of the document.
            means: what it was read with besides this program (`tasks.second.means`):
                what other means read is not good.
        """
        kept = self._kept(self._path("seconds", sha256))
        if kept is None or kept[0] != _second_digest(means):
            return {}
        try:
            return _SECONDS.validate_json(kept[1])
        except ValidationError:
            return {}

    def add_seconds(self, sha256: str, read: Mapping[str, Second], means: str = "") -> None:
        """Keep more of what the second reader read with these means.

        Raises:
            RunError: it cannot be written.
        """
        body = _SECONDS.dump_json({**self.seconds(sha256, means), **read})
        self._keep(self._path("seconds", sha256), _second_digest(means), body)

    def picture(self, name: str) -> Path:
        """Where the picture of that name is kept."""
        return self.folder / "evidence" / name[:2] / f"{name}.png"

    def _path(self, kind: str, sha256: str) -> Path:
        return self.folder / kind / sha256[:2] / f"{sha256}.json"

    @staticmethod
    def _kept(path: Path) -> tuple[str, bytes] | None:
        """The fingerprint a file was written under, and what it holds; None if it is not whole."""
        try:
            with opened_file(path) as file:
                head, _, body = file.read().partition(b"\n")
        except OSError:  # there is none, or something stands in its place: `_keep` will see to it
            return None
        depends, _, checksum = head.decode("ascii", "replace").partition(" ")
        return (depends, body) if checksum == hashlib.sha256(body).hexdigest() else None

    def _keep(self, path: Path, depends: str, body: bytes) -> None:
        head = f"{depends} {hashlib.sha256(body).hexdigest()}\n"
        with writing(path):
            clear(path, self.folder)
            write_whole(path, head.encode() + body)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never half.

    Raises:
        OSError: it cannot be written; then nothing is left of it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(0o644)
            os.replace(file.name, path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def clear(path: Path, root: Path) -> None:
    """Set aside what stands where a file should be written, or one of its folders under `root`.

    It is moved into a hidden folder beside it, whatever it is; a file at `path` stays.

    Raises:
        OSError: it cannot be moved.
    """
    between = [p for p in reversed(path.parents) if p == root or root in p.parents]
    wrong = [p for p in between if os.path.lexists(p) and not p.is_dir()]
    if path.is_dir():
        wrong.append(path)
    for obstacle in wrong:
        aside = tempfile.mkdtemp(dir=obstacle.parent, prefix=".aside-")
        with suppress(FileNotFoundError):  # another process was quicker
            obstacle.rename(Path(aside) / obstacle.name)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Tell what keeps a file from being written as what it is: the machine's, no document's.

    Raises:
        RunError: instead of the OSError.
    """
    try:
        yield
    except OSError as error:
        raise unwritable(path.parent, error) from error


FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
CLOSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def unwritable(folder: Path, error: OSError) -> RunError:
    """Say why nothing can be written in a folder, and what to do."""
    if error.errno in FULL:
        return RunError("folder_full", folder=of_file(folder))
    if error.errno in CLOSED:
        return RunError("folder_closed", folder=of_file(folder))
    return RunError("folder_refused", folder=of_file(folder))


def fingerprint(reading: Reading) -> str:
    """What a reading depends on besides its document."""
    declared = forms()
    if reading.form is not None and reading.form in declared:
        form = declared[reading.form].digest
    else:
        form = "".join(each.digest for each in declared.values())
    return hashlib.sha256(f"{code_digest()} {form}".encode()).hexdigest()


def _second_digest(means: str) -> str:
    """What a second reading depends on besides its document."""
    return (
        hashlib.sha256(f"{code_digest()} {means}".encode()).hexdigest() if means else code_digest()
    )


@lru_cache(maxsize=1)
def code_digest() -> str:
    """A digest of the code and the libraries that turn a document into a reading."""
    rooms = (gongkai, tasks.extract, tasks.formal, tasks.reshape, tasks.second)
    folders = [Path(str(room.__file__)).parent for room in rooms]
    # The forms are left out: a reading depends on its own form alone, see `fingerprint`.
    sources = sorted(
        path
        for folder in folders
        for kind in ("*.py", "*.yaml")
        for path in folder.rglob(kind)
        if path.parent != FORMS
    )
    sources.append(Path(__file__).with_name("read.py"))
    digest = hashlib.sha256(json.dumps({name: _version(name) for name in _ENGINES}).encode())
    for source in sources:
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()


def _version(library: str) -> str:
    """The version of a library, empty where it is not installed (picture reading is an extra)."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
