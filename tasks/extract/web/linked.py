"""The style sheets a page names: those in it, those that lie beside it, those not at hand."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

from tasks.extract.web.assets import asset, script
from tasks.extract.web.css.media import media_holds
from tasks.extract.web.css.sheet import LONGEST, Rule, Sheet, parsed

_CHARSET = re.compile(rb"@charset \"([\w-]{1,40})\"")
_MOST_SHEETS = 100
_DEEPEST = 8
"""Sheets that name each other."""

_NOT_RUN = frozenset(("noscript", "template"))


@dataclass
class Linked:
    """The sheets of a page in their order.

    Attributes:
        missing: addresses of those that are not at hand.
        is_cut: whether there was more of them than is read.
    """

    sheets: list[Sheet] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    is_cut: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The classes and ids of the sheets at hand."""
        return frozenset().union(*(sheet.names for sheet in self.sheets))


def linked(root: Any, page: Path | None, any_case: bool) -> Linked:
    """Find and parse the sheets of a page.

    Args:
        root: of its tree.
        page: where it lies; None where nothing lies beside it.
        any_case: whether classes and ids are the same in capitals.
    """
    base = next((str(one.get("href") or "") for one in root.iter("base")), "")
    reader = _Reader(page, any_case)
    titled = ""
    for element in root.iter("style", "link"):
        if any(str(around.tag) in _NOT_RUN for around in element.iterancestors()):
            continue
        holds = media_holds(element.get("media") or "")
        if holds is False or element.get("disabled") is not None:
            continue
        kind = (element.get("type") or "").strip().lower().partition(";")[0]
        if kind not in ("", "text/css"):
            continue
        if element.tag == "style":
            # What has children is broken markup, and its words are in its own text.
            reader.add(element.text or "", base, holds is True, (), 0)
            continue
        relations = (element.get("rel") or "").lower().split()
        address = (element.get("href") or "").strip()
        if "stylesheet" not in relations or not address:
            continue
        title = (element.get("title") or "").strip()
        if title and ("alternate" in relations or titled not in ("", title)):
            continue
        titled = titled or title
        reader.follow(_joined(base, address), holds is True, (), 0)
    return reader.found


def script_beside(address: str, page: Path | None, base: str) -> str:
    """The text of a script that lies beside a page, or in its address; empty if neither."""
    if address.lower().startswith("data:"):
        return _in_address(address) or ""
    content = script(page, _joined(base, address)) if page is not None else None
    return "" if content is None else _text(content)


def _joined(base: str, address: str) -> str:
    """An address as seen from another; as it is written where it is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


class _Reader:
    def __init__(self, page: Path | None, any_case: bool) -> None:
        self.page = page
        self.any_case = any_case
        self.found = Linked()
        self.letters = 0

    def add(self, text: str, at: str, sure: bool, layer: tuple[str, ...], depth: int) -> None:
        """Take a sheet and those it imports, which count before it."""
        self.letters += len(text)
        if self.letters > LONGEST or len(self.found.sheets) >= _MOST_SHEETS:
            self.found.is_cut = True
            return
        sheet = parsed(text, self.any_case)
        for address, holds, inside in sheet.imports:
            if depth < _DEEPEST:
                inner = (*layer, *inside)
                self.follow(_joined(at, address), sure and holds is True, inner, depth + 1)
        self.found.sheets.append(_within(sheet, sure, layer))

    def follow(self, address: str, sure: bool, layer: tuple[str, ...], depth: int) -> None:
        """Take the sheet at an address, if it lies beside the page."""
        if address.lower().startswith("data:"):
            text = _in_address(address)
            if text is not None:
                self.add(text, "", sure, layer, depth)
            return
        found = asset(self.page, address) if self.page is not None else None
        if found is None:
            self.found.missing.append(address)
            return
        self.add(_text(found[1]), address, sure, layer, depth)


def _text(content: bytes) -> str:
    """The text of a sheet or a script, in the letters it says or those of its time."""
    said = _CHARSET.match(content)
    try:
        return content.decode(said[1].decode("ascii") if said else "utf-8-sig")
    except (UnicodeDecodeError, LookupError):
        return content.decode("gb18030", "replace")


def _within(sheet: Sheet, sure: bool, layer: tuple[str, ...]) -> Sheet:
    """A sheet as it counts where it is named."""
    if sure and not layer:
        return sheet
    rules = [
        Rule(
            rule.picking,
            tuple(replace(one, sure=one.sure and sure) for one in rule.declared),
            (*layer, *rule.layer),
        )
        for rule in sheet.rules
    ]
    layers = ([layer] if layer else []) + [(*layer, *name) for name in sheet.layers]
    return replace(sheet, rules=rules, layers=layers)


def _in_address(address: str) -> str | None:
    """The text of a `data:` address."""
    head, comma, body = address.partition(",")
    if not comma:
        return None
    if head.lower().endswith(";base64"):
        try:
            return base64.b64decode(unquote(body)).decode("utf-8", "replace")
        except (binascii.Error, ValueError):
            return None
    return unquote(body)
