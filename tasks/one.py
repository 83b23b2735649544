"""One document through every round of reading, in this process: for the screen and for tests."""

from __future__ import annotations

from pathlib import Path

from gongkai.report import Reading
from tasks.collect import file_hash
from tasks.extract.picture.installed import can_read_pictures
from tasks.read import lied, preferred, read, read_picture
from tasks.second.choose import chosen
from tasks.second.look import look
from tasks.second.settle import is_lying, place_of, settled


def read_one(path: Path, share: float = 0.05) -> Reading:
    """Read a document by itself, by its picture where it must be, and again in part.

    Args:
        path: the document.
        share: share of the figures read twice beside those that always are.

    Raises:
        OSError: the file cannot be read from disk.
    """
    reading = read(path)
    if not can_read_pictures():
        return reading
    if reading.picture:
        reading = preferred(reading, read_picture(path, reading.picture == "probe"))
    twice = again(path, reading, share)
    if is_lying(twice):
        picture = read_picture(path)
        if not picture.reason:
            return again(path, lied(picture), share)
    return twice


def again(path: Path, reading: Reading, share: float) -> Reading:
    """A reading with the second reader's beside it."""
    sha256 = file_hash(path)
    figures = chosen({sha256: reading}, share).get(sha256, [])
    cells = [
        {"key": place_of(f), "page": f.page, "box": f.box, "pointer": f.pointer} for f in figures
    ]
    return settled(reading, look(path, reading.reader, cells, reading.upright) if cells else {})
