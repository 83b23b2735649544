"""Which release may be gone by: the one that is named, if its files are what they were.

What is damaged is never read. Figures can be had from the documents again; where what only
the release knows is damaged, the newest release that is whole stands in for it, and where
there is none, the damaged files alone are left out.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gongkai.names import file_bytes
from tasks.collect import file_hash

MANIFEST = "manifest.json"
CURRENT = "current.json"
RELEASE_ID = re.compile(r"r-[0-9a-f]{16}")
DIGEST = "digest"
"""The manifest's field with the hash of all its others."""


@dataclass(frozen=True)
class Noticed:
    """Something about the output folder that people should know.

    Attributes:
        code: of `flows.messages`.
        values: what fills its sentence.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Trusted:
    """The release to go by.

    Attributes:
        folder: None before the first, or where none can be read at all.
        damaged: its files that are not what they were, relative to it.
        is_current: whether `current.json` names it.
        noticed: what was not as it should be.
    """

    folder: Path | None = None
    damaged: frozenset[str] = frozenset()
    is_current: bool = False
    noticed: tuple[Noticed, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it is the current release and nothing of it is damaged."""
        return self.is_current and not self.damaged


def current(processed: Path) -> Path | None:
    """The folder that `current.json` names, or None where it names none."""
    try:
        named = json.loads(file_bytes(processed / CURRENT))["release"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(named, str) or not RELEASE_ID.fullmatch(named):
        return None
    return processed / "releases" / named


def trusted(processed: Path) -> Trusted:
    """Find the release to go by; every file of it is read and compared with its hash."""
    named = current(processed)
    noticed: list[Noticed] = []
    if named is None and (processed / CURRENT).exists():
        noticed.append(Noticed("current_unreadable"))
    first: tuple[Path, frozenset[str]] | None = None
    for folder in _candidates(processed, named):
        damaged = damaged_files(folder)
        if damaged is None:
            if folder == named:
                noticed.append(Noticed("release_lost", {"release": folder.name}))
            continue
        if damaged and folder == named:
            listed = "、".join(sorted(damaged)[:3])
            values = {"release": folder.name, "count": str(len(damaged)), "files": listed}
            noticed.append(Noticed("release_damaged", values))
        own_history = folder == named and not any(map(_is_history, damaged))
        if own_history or not any(path.endswith(".parquet") for path in damaged):
            if folder != named and (noticed or named is None):
                noticed.append(Noticed("release_instead", {"release": folder.name}))
            return Trusted(folder, damaged, folder == named, tuple(noticed))
        first = first or (folder, damaged)
    if first is None:
        return Trusted(noticed=tuple(noticed))
    return Trusted(*first, first[0] == named, tuple(noticed))


def _is_history(path: str) -> bool:
    """Whether a file says what no document says: versions, what was before, what is carried on."""
    return path.endswith(".parquet") and not path.startswith(("facts/", "held/"))


def _candidates(processed: Path, named: Path | None) -> Iterator[Path]:
    """The named release, then all others, the newest first."""
    if named is not None:
        yield named
    others = []
    for folder in (processed / "releases").glob("r-*"):
        manifest = folder / MANIFEST
        if folder != named and RELEASE_ID.fullmatch(folder.name) and manifest.is_file():
            others.append((manifest.stat().st_mtime_ns, folder))
    for _, folder in sorted(others, reverse=True):
        yield folder


def damaged_files(folder: Path) -> frozenset[str] | None:
    """The files of a release that are missing, not what they were or of nobody.

    None without a manifest.
    """
    manifest = manifest_of(folder)
    if manifest is None:
        return None
    try:
        entries = {str(entry["path"]): str(entry["sha256"]) for entry in manifest["files"]}
    except (KeyError, TypeError):
        return None
    changed = {path for path, sha256 in entries.items() if _hash(folder / path) != sha256}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir()}
    return frozenset(changed | (there - set(entries) - {MANIFEST}))


def manifest_of(folder: Path) -> dict[str, Any] | None:
    """The manifest of a release; None where there is none, or not as it was written."""
    manifest = parsed(folder)
    if manifest is None or manifest.get(DIGEST) not in (None, digest_of(manifest)):
        return None
    return manifest


def parsed(folder: Path) -> dict[str, Any] | None:
    """What the manifest of a release says, be it as it was written or not; None without one."""
    try:
        manifest = json.loads(file_bytes(folder / MANIFEST))
    except (OSError, ValueError, RecursionError):
        return None
    return manifest if isinstance(manifest, dict) else None


def digest_of(manifest: Mapping[str, Any]) -> str:
    """The hash of a manifest's fields, its own digest left out."""
    fields = {name: value for name, value in manifest.items() if name != DIGEST}
    said = json.dumps(fields, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _hash(path: Path) -> str:
    try:
        return file_hash(path)
    except OSError:
        return ""
