"""Whether a run would bring what the last one brought: the same input, by the same program.

Then nothing is judged or written again. What the last run was made from is kept beside
the releases; where that is missing, or not what it should be, the run is made whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from gongkai.names import file_bytes
from gongkai.report import Document
from tasks.agencies import REGISTER
from tasks.collect import path_of
from tasks.extract.web import assets
from tasks.publish.trusted import Trusted
from tasks.store import write_whole

STATE = ".inputs.json"
_ROOT = Path(__file__).parents[2]
_PACKAGES = ("gongkai", "expectations", "tasks", "flows")
_CODE = (".py", ".yaml", ".json", ".html", ".css")
_LIBRARIES = (
    *("camelot-py", "playa-pdf", "pypdfium2", "numpy", "opencv-python-headless", "lxml"),
    *("python-docx", "rapidocr", "onnxruntime", "pyarrow", "great-expectations", "jinja2"),
    *("scipy", "pillow", "pandas"),
)


def inputs_digest(
    raw: Path, documents: Sequence[Document], second_share: float, painted_by: str = ""
) -> str:
    """What a run's release is made from, but for the release before.

    Args:
        raw: the folder the register of agencies lies in.
        documents: all that are looked at, with their sidecars.
        second_share: share of figures read twice beside those that always are.
        painted_by: the browser that paints web pages; empty where there is none.
    """
    found = hashlib.sha256(program_digest().encode())
    register = raw / REGISTER
    found.update(register.read_bytes() if register.is_file() else b"")
    found.update(repr(second_share).encode())
    found.update(painted_by.encode())
    for document in sorted(documents, key=lambda d: d.source):
        found.update(repr(document).encode("utf-8", "backslashreplace"))
        if painted_by:
            found.update(assets.digest(path_of(raw, document)).encode())
    return found.hexdigest()


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Changes with any change of this program or of a library that decides what comes out."""
    found = hashlib.sha256(json.dumps([(name, _version(name)) for name in _LIBRARIES]).encode())
    for package in _PACKAGES:
        for path in sorted((_ROOT / package).rglob("*")):
            if path.is_file() and path.suffix in _CODE:
                found.update(path.relative_to(_ROOT).as_posix().encode() + path.read_bytes())
    return found.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def remember(processed: Path, release_id: str, digest: str) -> None:
    """Keep what the current release was made from."""
    content = json.dumps({"release": release_id, "inputs": digest})
    write_whole(processed / STATE, content.encode())


def forget(processed: Path) -> None:
    """Have the next run made whole, because something may come out otherwise then."""
    (processed / STATE).unlink(missing_ok=True)


def is_unchanged(processed: Path, release: Trusted, digest: str) -> bool:
    """Whether the current release is whole and was made from just this."""
    if not release.is_whole or release.folder is None:
        return False
    try:
        kept = json.loads(file_bytes(processed / STATE))
    except (OSError, ValueError, RecursionError):
        return False
    return bool(kept == {"release": release.folder.name, "inputs": digest})
