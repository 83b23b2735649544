"""Where one case is tried: a raw folder, a processed one, and how the command is called."""

from __future__ import annotations

import contextlib
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Place:
    """A folder for one case, filled from a good state.

    Attributes:
        folder: Everything of the case.
        raw, processed: What the command is pointed at; a case may point it elsewhere.
        command, options: What is called, and what follows the folders.
        settings: Environment variables.
        undo: What must be put right before the folder can be removed.
    """

    folder: Path
    raw: Path = field(init=False)
    processed: Path = field(init=False)
    command: list[str] = field(default_factory=lambda: ["run"])
    options: list[str] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    undo: list[Callable[[], object]] = field(default_factory=list)
    streams: tuple[str | None, str | None] = (None, None)
    whole: bool = False
    """Whether `command` is the whole call."""

    def __post_init__(self) -> None:
        """Points at the usual folders."""
        self.raw, self.processed = self.folder / "raw", self.folder / "processed"

    @property
    def temporary(self) -> Path:
        """The temporary folder of the runs."""
        return self.folder / "tmp"

    @property
    def call(self) -> list[str]:
        """What is called, folders or not."""
        return self.command if self.whole else self.arguments

    @property
    def arguments(self) -> list[str]:
        """The call with its folders."""
        folders = ["--raw", str(self.raw), "--processed", str(self.processed)]
        return [*self.command, *folders, *self.options]

    def lock(self, path: Path) -> bool:
        """Makes a file or folder unchangeable, for root too, as far as the file system can."""
        return self._do(["chattr", "+i", str(path)], ["chattr", "-i", str(path)])

    def read_only(self, path: Path) -> bool:
        """Mounts a folder over itself, read-only."""
        if not self._do(["mount", "--bind", str(path), str(path)], ["umount", "-l", str(path)]):
            return False
        done = subprocess.run(
            ["mount", "-o", "remount,ro,bind", str(path)], capture_output=True, check=False
        )
        return done.returncode == 0

    def small_disk(self, path: Path, size: int) -> bool:
        """Mounts a disk of so many bytes in a folder's place, with the folder's files on it."""
        aside = path.with_name(path.name + ".aside")
        path.rename(aside)
        path.mkdir()
        option = f"size={size},nr_inodes=0"
        mount = ["mount", "-t", "tmpfs", "-o", option, "tmpfs", str(path)]
        if not self._do(mount, ["umount", "-l", str(path)]):
            return False
        shutil.copytree(aside, path, symlinks=True, dirs_exist_ok=True)
        shutil.rmtree(aside)
        return True

    def _do(self, call: list[str], back: list[str]) -> bool:
        if subprocess.run(call, capture_output=True, check=False).returncode != 0:
            return False
        self.undo.append(lambda: subprocess.run(back, capture_output=True, check=False))
        return True


@contextlib.contextmanager
def placed(folder: Path, good: Path | None = None) -> Iterator[Place]:
    """A place that begins as a copy of a good one and is gone afterwards."""
    folder.mkdir(parents=True)
    place = Place(folder)
    if good is not None:
        for name in ("raw", "processed"):
            shutil.copytree(good / name, folder / name, symlinks=True)
    try:
        yield place
    finally:
        for back in reversed(place.undo):
            back()
        remove(folder)


def remove(path: Path) -> None:
    """Removes a file or folder of any kind."""
    if path.is_dir() and not path.is_symlink():
        path.chmod(stat.S_IRWXU)
        shutil.rmtree(path)
    elif path.is_symlink() or path.exists():
        path.unlink()


def size(folder: Path) -> int:
    """Bytes of all files in a folder, in blocks of 4096."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(-(-path.stat().st_size // 4096) * 4096 for path in files)
