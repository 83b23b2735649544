"""What was printed once, kept by what it was printed from.

In `.cache/press` (git-ignored): a folder per state of the press, its fonts, the forms and the
libraries that draw; whatever another state printed is thrown away.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".cache" / "press"
LIBRARIES = ("reportlab", "pypdfium2", "pillow", "numpy", "opencv-python-headless", "python-docx")
SOURCES = ("tests/press", "tests/violations", "gongkai")


def kept(made_from: str, make: Callable[[], bytes]) -> bytes:
    """The bytes that were printed from something, printed now if they never were.

    Args:
        made_from: everything that they depend on, but for the press itself.
        make: prints them.
    """
    place = _folder() / hashlib.sha256(made_from.encode()).hexdigest()
    if place.is_file():
        return place.read_bytes()
    made = make()
    handle, name = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(made)
    Path(name).replace(place)
    return made


@lru_cache(maxsize=1)
def _folder() -> Path:
    """The folder of this press; those of others are removed."""
    own = FOLDER / press()[:16]
    own.mkdir(parents=True, exist_ok=True)
    for other in FOLDER.iterdir():
        if other != own:
            shutil.rmtree(other, ignore_errors=True)
    return own


@lru_cache(maxsize=1)
def press() -> str:
    """A digest of everything that prints: code, fonts, figures, forms, libraries."""
    found = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    for folder in SOURCES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
                found.update(path.read_bytes())
    return found.hexdigest()
