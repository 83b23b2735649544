"""By whom the figures of a release were read, first and a second time: for its manifest."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version

from lxml import etree

from gongkai.report import Reader, Reading, SecondBy

_FIRST: Mapping[Reader, tuple[str, ...]] = {
    "text": ("pypdfium2", "camelot-py"),
    "ocr": ("rapidocr", "onnxruntime"),
    "html": ("libxml2",),
    "docx": ("python-docx",),
}
"""Libraries that read a document first, by its reader."""

_MEANS: tuple[SecondBy, ...] = ("pixels", "parser")

_RECOGNISER = ("rapidocr", "onnxruntime")


def readers_of(readings: Iterable[Reading], painted_by: str) -> dict[str, dict[str, list[str]]]:
    """The first and the second readers that were in use, with their versions.

    Args:
        readings: of all documents; those without figures say nothing.
        painted_by: the browser that painted web pages.

    Returns:
        by reader (as in the column `reader`), what read `first` and what `second`.
    """
    used: dict[Reader, set[SecondBy]] = {}
    for reading in readings:
        if reading.figures:
            means = used.setdefault(reading.reader, set())
            means.update(f.second_by for f in reading.figures if f.second is not None)
    return {
        reader: {
            "first": [_named(name) for name in _FIRST[reader]],
            "second": [
                name for by in _MEANS if by in means for name in _second(reader, by, painted_by)
            ],
        }
        for reader, means in sorted(used.items())
    }


def _second(reader: Reader, by: SecondBy, painted_by: str) -> list[str]:
    if by == "pixels":
        painter = f"{painted_by} painted" if reader == "html" else _named("pypdfium2")
        return [painter, *map(_named, _RECOGNISER)]
    parser = "html.parser" if reader == "html" else "expat"
    return [f"{parser} of Python {platform.python_version()}"]


def _named(library: str) -> str:
    if library == "libxml2":
        return f"libxml2 {'.'.join(map(str, etree.LIBXML_VERSION))}"
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:  # reading pictures is an extra of the installation
        return library
