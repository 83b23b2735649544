"""Cells of a web page read again from the pixels that a browser paints.

The browser shows the page as people see it, without a network and without running any of
its scripts; where its cells lie is asked by their structure, and what stands in them is
recognised from the picture. So what a style sheet hides, reorders or generates, in whatever
way, is hidden, reordered or generated here too. The text of the page is never asked for.
"""

from __future__ import annotations

import base64
import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from math import ceil, floor
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from gongkai.report import Box
from tasks.extract.web.assets import asset
from tasks.extract.web.letters import decoded
from tasks.second.boxes import STYLES, Laid, Rect, laid_out, tables_in, templates
from tasks.second.browser import BrowserError, Event, Session, end, session
from tasks.second.crop import Image

_LOG = logging.getLogger("gongkai.browser")

LONGEST = 4_000_000
"""Letters; a longer page is not painted."""

PAGE_SECONDS = 20.0
"""A page the browser has not painted by then is given up, and the browser with it."""

WIDTH, HEIGHT = 1280, 900
"""The window, in CSS pixels."""

POINTS = 0.75
"""Points of a CSS pixel."""

SCALE = 2.0
"""Pixels of a picture per CSS pixel; half as many again where one is not read surely."""

MOST_PIXELS = 24_000_000
"""Of one picture, at `SCALE`; a table of a form has four million."""

_LONGEST_SIDE = 8_000
"""CSS pixels a picture may be wide or high."""

MOST_FLOATING, MOST_TEMPLATES, MOST_ASKED = 100, 200, 2_000
"""So many things of a page are looked at, and so many of its requests answered."""

_SNAPSHOT = {"computedStyles": STYLES, "includeDOMRects": True}

_POLICY = "script-src 'none'"
"""Nothing runs. Scripts are not switched off as such: then the page would show what is meant
for those who have none (`noscript`, `scripting: none`), and people do not see that."""

_INK = 60
"""Ink differs so much from the paper of its cell (of 255)."""

_ROOM = 3.0
"""Points of paper around a cell that is looked at alone."""

_RULED = 1.5
"""Points along the edge of a cell in which rules may be left over."""

_ALONG = 0.9
"""What runs along so much of an edge is a rule, and no digit."""

MOST_REMEMBERED = 20_000
"""Pictures of lines whose reading is kept: most cells of all pages are the same few numbers."""


class Painted:
    """A page as the browser has painted it: where its cells lie, and pictures of its tables."""

    def __init__(self, browser: Session, path: Path, pointers: Sequence[str]) -> None:
        """Have a page painted and find some of its cells.

        Raises:
            BrowserError: it cannot be, or not in time.
        """
        self._browser = browser
        _show(browser, path)
        snapshot = browser.call("DOMSnapshot.captureSnapshot", _SNAPSHOT)
        layout = laid_out(snapshot, frozenset(pointers), self._inside(snapshot))
        self.cells: Mapping[str, Laid] = layout.cells
        self._unfloat(layout.floating)
        self._clips = _clips(layout.cells.values())
        self._pictures: dict[tuple[int, float], Image] = {}

    def _inside(self, snapshot: Mapping[str, Any]) -> dict[int, int]:
        """How many tables each template has, with those of the templates in it."""
        outer = templates(snapshot)
        found = dict.fromkeys(outer, 0)
        waiting = [(number, number) for number in outer]
        for _ in range(MOST_TEMPLATES):
            if not waiting:
                break
            template, number = waiting.pop()
            wanted = {"backendNodeId": number, "depth": -1, "pierce": True}
            tables, apart = tables_in(self._browser.call("DOM.describeNode", wanted)["node"])
            found[template] += tables
            waiting += [(template, inner) for inner in apart]
        return found

    def _unfloat(self, floating: Sequence[tuple[int, str]]) -> None:
        """Take away what hangs before the page wherever it is scrolled to."""
        if not floating:
            return
        self._browser.call("DOM.getDocument", {"depth": 0})
        numbers = [number for number, _ in floating[:MOST_FLOATING]]
        wanted = {"backendNodeIds": numbers}
        pushed = self._browser.call("DOM.pushNodesByBackendIdsToFrontend", wanted)["nodeIds"]
        for node, (_, style) in zip(pushed, floating, strict=False):
            unseen = f"{style};opacity:0!important"
            given = {"nodeId": node, "name": "style", "value": unseen}
            self._browser.call("DOM.setAttributeValue", given)

    def is_pictured(self, pointer: str) -> bool:
        """Whether a cell lies on a picture."""
        laid = self.cells[pointer]
        return laid.box is not None and laid.table in self._clips

    def paper(self, pointer: str) -> Box:
        """The cell alone on a paper of its own, with room around it: its box there in points."""
        left, top, right, bottom = self._box(pointer)
        return (0.0, 0.0, (right - left) * POINTS + 2 * _ROOM, (bottom - top) * POINTS + 2 * _ROOM)

    def cell(self, pointer: str, scale: float) -> Image:
        """A picture of that, so many pixels per point: dark ink on light paper, no rules."""
        table = self.cells[pointer].table
        x, y = self._clips[table][:2]
        left, top, right, bottom = (side * POINTS * scale for side in self._box(pointer))
        x, y = x * POINTS * scale, y * POINTS * scale
        whole = self._picture(table, scale)
        cell = whole[ceil(top - y) : floor(bottom - y), ceil(left - x) : floor(right - x)]
        room = round(_ROOM * scale)
        if 0 in cell.shape:
            return np.full((2 * room, 2 * room), 255, np.uint8)
        plain = _plain(cell, round(_RULED * scale))
        return np.pad(plain, room, constant_values=int(np.median(plain)))

    def _box(self, pointer: str) -> Rect:
        box = self.cells[pointer].box
        assert box is not None
        return box

    def _picture(self, table: int, scale: float) -> Image:
        """A table in greys, so many pixels per point."""
        if (table, scale) not in self._pictures:
            left, top, right, bottom = self._clips[table]
            clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
            shot = {
                "format": "png",
                "optimizeForSpeed": True,
                "captureBeyondViewport": True,
                "clip": {**clip, "scale": scale * POINTS / SCALE},
            }
            content = base64.b64decode(self._browser.call("Page.captureScreenshot", shot)["data"])
            image = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_GRAYSCALE)
            if image is None:
                raise BrowserError("its picture is none")
            self._pictures[table, scale] = image
        return self._pictures[table, scale]


def _clips(cells: Collection[Laid]) -> dict[int, Rect]:
    """By table, the part of the page that holds its cells, where that is of a bearable size."""
    around: dict[int, Rect] = {}
    for laid in cells:
        if laid.box is not None:
            left, top, right, bottom = laid.box
            known = around.get(laid.table, laid.box)
            around[laid.table] = (
                *(max(min(a, b) - 2, 0.0) for a, b in zip(known[:2], (left, top), strict=True)),
                *(max(a, b) for a, b in zip(known[2:], (right, bottom), strict=True)),
            )  # type: ignore[assignment]
    found = {}
    for table, (left, top, right, bottom) in around.items():
        whole = (float(int(left)), float(int(top)), float(int(right) + 2), float(int(bottom) + 2))
        wide, high = whole[2] - whole[0], whole[3] - whole[1]
        if max(wide, high) <= _LONGEST_SIDE and wide * high * SCALE**2 <= MOST_PIXELS:
            found[table] = whole
    return found


def _plain(cell: Image, band: int) -> Image:
    """A cell with dark ink on light paper, and without what is left of rules along its edges."""
    paper = int(np.median(cell))
    ink = np.abs(cell.astype(np.int16) - paper) > _INK
    plain = cell.copy()
    for lines, shares in ((plain, ink.mean(axis=1)), (plain.T, ink.mean(axis=0))):
        for edge in (slice(None, band), slice(max(len(shares) - band, 0), None)):
            lines[edge][shares[edge] >= _ALONG] = paper
    lighter = np.count_nonzero(plain > paper + _INK)
    is_light_on_dark = lighter > np.count_nonzero(plain < paper - _INK)
    return 255 - plain if is_light_on_dark else plain


def _show(browser: Session, path: Path) -> None:
    """Have the browser show a page that is at no address, with what lies beside it."""
    text = decoded(path)
    if len(text) > LONGEST:
        raise BrowserError("the page is too long")
    browser.deadline = time.monotonic() + PAGE_SECONDS
    visit = _Visit(browser, path, text)
    browser.listen = visit.hear
    try:
        for method, parameters in _SETTINGS:
            browser.call(method, parameters)
        browser.call("Page.navigate", {"url": visit.address})
        browser.wait_for(lambda: visit.is_loaded)
    finally:
        browser.listen = visit.refuse


_SETTINGS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Page.enable", {}),
    ("DOM.enable", {}),
    ("Fetch.enable", {"patterns": [{"urlPattern": "*"}]}),
    (
        "Emulation.setDeviceMetricsOverride",
        {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": SCALE, "mobile": False},
    ),
    ("Animation.enable", {}),
    ("Animation.setPlaybackRate", {"playbackRate": 1000}),  # what fades in is there at once
)


class _Visit:
    """One page being loaded: what it asks for is answered from memory and from beside it."""

    def __init__(self, browser: Session, path: Path, text: str) -> None:
        self.browser = browser
        self.path = path
        self.text = text
        self.address = "http://page.invalid/page.html"
        self.is_loaded = False
        self._served = False
        self._asked = 0

    def hear(self, event: Event) -> None:
        """Answer what the page asks for, and notice when it is whole."""
        if event["method"] == "Page.loadEventFired":
            self.is_loaded = self._served
        elif event["method"] == "Fetch.requestPaused":
            self._answer(event["params"])

    def refuse(self, event: Event) -> None:
        """Give nothing any more."""
        if event["method"] == "Fetch.requestPaused":
            self._fail(event["params"])

    def _answer(self, asked: Mapping[str, Any]) -> None:
        self._asked += 1
        url, kind = asked["request"]["url"], asked["resourceType"]
        if kind == "Document":
            if self._served or url != self.address:
                self._fail(asked)
            else:
                self._served = True
                content = self.text.encode("utf-8", "replace")
                self._fulfil(asked, "text/html; charset=utf-8", content)
            return
        found = asset(self.path, url) if self._asked <= MOST_ASKED else None
        if found is None:
            self._fail(asked)
        else:
            self._fulfil(asked, *found)

    def _fulfil(self, asked: Mapping[str, Any], media_type: str, content: bytes) -> None:
        headers = {
            "Content-Type": media_type,
            "Content-Security-Policy": _POLICY,
            "Cache-Control": "no-store",
            "Access-Control-Allow-Origin": "*",
        }
        given = {
            "requestId": asked["requestId"],
            "responseCode": 200,
            "responseHeaders": [{"name": n, "value": v} for n, v in headers.items()],
            "body": base64.b64encode(content).decode("ascii"),
        }
        self.browser.send("Fetch.fulfillRequest", given)

    def _fail(self, asked: Mapping[str, Any]) -> None:
        # A page that would lead elsewhere stays where it is.
        reason = "Aborted" if asked["resourceType"] == "Document" else "BlockedByClient"
        given = {"requestId": asked["requestId"], "errorReason": reason}
        self.browser.send("Fetch.failRequest", given)


Read = Callable[[Sequence[Image]], Sequence[tuple[str, float]]]


class Remembered:
    """A recogniser that reads the same picture of a line once."""

    def __init__(self, read: Read) -> None:
        """Keep what `read` reads."""
        self._read = read
        self._known: OrderedDict[tuple[tuple[int, ...], bytes], tuple[str, float]] = OrderedDict()

    def __call__(self, crops: Sequence[Image]) -> list[tuple[str, float]]:
        """Read lines, as the recogniser does."""
        keys = [(crop.shape, crop.tobytes()) for crop in crops]
        new = {k: c for k, c in zip(keys, crops, strict=True) if k not in self._known}
        read = dict(zip(new, self._read(list(new.values())), strict=True))
        found = [read[key] if key in read else self._known[key] for key in keys]
        self._known.update(read)
        while len(self._known) > MOST_REMEMBERED:
            self._known.popitem(last=False)
        return found


_remembered: dict[str, Remembered] = {}


def _recogniser(name: str) -> Remembered:
    from tasks.extract.picture import ocr

    if name not in _remembered:
        _remembered[name] = Remembered(getattr(ocr, name))
    return _remembered[name]


Scored = Mapping[str, tuple[float, str]]
"""By key the score of a reading, and what was read."""

Reads = Callable[[Callable[..., Any], Sequence[Mapping[str, Any]], Any], Scored]


def painted_texts(
    path: Path,
    pointers: Sequence[str],
    program: str,
    read: Reads,
) -> Scored:
    """Read cells of a web page from its pixels.

    Args:
        path: of the page.
        pointers: of cells as `tasks.extract.web` names them.
        program: the browser.
        read: reads cells off drawn pages in several ways (`tasks.second.look`).

    Returns:
        by pointer; no entry where the pixels tell nothing: the page has no such cell,
        it must be scrolled to, or the browser gave the page up.
    """
    is_fresh = True
    for _ in range(2):
        try:
            browser = session(program)
            is_fresh, browser.is_used = not browser.is_used, True
            return _read_off(Painted(browser, path, pointers), read)
        except BrowserError as error:
            _LOG.info("the browser %s", error)
            end()
            if is_fresh:
                break  # it is this page: one before it may else have left the browser busy
    return {}


def _read_off(page: Painted, read: Reads) -> Scored:
    found: dict[str, tuple[float, str]] = {}
    cells: list[dict[str, Any]] = []
    for pointer, laid in page.cells.items():
        if laid.box is None:
            found[pointer] = (1.0, "")
        elif page.is_pictured(pointer):
            cells.append({"key": pointer, "page": pointer, "box": page.paper(pointer)})
    near, nearer = SCALE / POINTS, 1.5 * SCALE / POINTS
    numbers, texts = _recogniser("numbers_of"), _recogniser("texts_of")
    ways = ((near, numbers), (nearer, numbers), (nearer, texts))
    found.update(read(lambda cell, scale: (page.cell(cell, scale), None, scale), cells, ways))
    return found
