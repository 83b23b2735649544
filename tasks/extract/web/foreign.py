"""What a browser shows in an element besides the page's own text: controls, scripts' writing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tasks.extract.web.style import names

_CONTROLS = names("select textarea meter progress applet embed object iframe frame")
_NEVER_FILLED = names("a br hr wbr img col script style")
"""Empty elements that no script fills, or that are empty in most pages (bookmarks)."""

_RUN = re.compile(r"javascript|ecmascript|jscript|vbscript|module", re.I)
_WRITES = re.compile(
    r"write|inner|outer|text|html|append|prepend|insert|replace|before|after|value|create"
    r"|load|eval|child|node",
    re.I,
)
"""What a script says that puts words onto the page."""

_QUOTED = re.compile(r"\"[^\"\n]{1,200}\"|'[^'\n]{1,200}'|`[^`]{1,200}`")
_WORD = re.compile(r"[\w-]+")
_BOUND = re.compile(r"v-|ng-|x-|:|data-(?:bind|text|value|count|num|number|to|end)$")
"""Beginnings of attributes by which a script fills an element."""

_LONGEST_SCRIPT = 2_000_000


class Foreign:
    """Which elements of a page show what is not its text."""

    def __init__(self, root: Any) -> None:
        run = [script for script in root.iter("script") if _is_run(script)]
        handlers = root.xpath("//@*[starts-with(name(), 'on')]")
        written = "\n".join([*(script.text or "" for script in run), *handlers])[:_LONGEST_SCRIPT]
        self._scripted = bool(run)
        self._ids = {*_WORD.findall(written), *re.findall(r"\w+", written)}
        quoted = " ".join(_QUOTED.findall(written))
        self._classes = {*_WORD.findall(quoted)}

    def shows(self, element: Any, tag: str, properties: Mapping[str, str]) -> bool:
        """Whether an element shows, or may be made to show, what the page does not say as text."""
        if tag == "script":
            return _is_run(element) and bool(
                element.get("src") or _WRITES.search(element.text or "")
            )
        if tag == "input":
            return (element.get("type") or "").strip().lower() != "hidden"
        pictures = ("background", "background-image", "content")
        return (
            tag in _CONTROLS
            or bool(element.get("background"))
            or any("url(" in properties.get(name, "") for name in pictures)
            or self._is_filled(element, tag)
        )

    def _is_filled(self, element: Any, tag: str) -> bool:
        """Whether a script writes into an element: it names it, or finds it empty."""
        own = element.get("id")
        if own and own in self._ids:
            return True
        if tag in _NEVER_FILLED or len(element) or (element.text or "").strip():
            return False
        classes = (element.get("class") or "").split()
        return self._scripted and bool(
            own
            or "-" in tag
            or not self._classes.isdisjoint(classes)
            or any(_BOUND.match(str(name)) for name in element.attrib)
        )


def _is_run(script: Any) -> bool:
    """Whether a browser runs a script; others are templates and data."""
    kind = script.get("type") or ""
    return not kind.strip() or _RUN.search(kind) is not None
