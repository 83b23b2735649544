"""What a browser shows in an element besides the page's own text: controls, scripts' writing."""

from __future__ import annotations

import re
from typing import Any

from tasks.extract.web.css.cascade import Won
from tasks.extract.web.css.harmless import names
from tasks.extract.web.script import Scripts, is_run

_CONTROLS = names(
    "select textarea meter progress applet embed object iframe frame marquee xmp plaintext math"
)
_NEVER_FILLED = names("a br hr wbr img col script style")
"""Empty elements that no script fills, or that are empty in most pages (bookmarks)."""

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

_LED = re.compile(r"v-|ng-|x-(?!ms)|:|@|data-(?:bind|ng-|v-)|\*ng|\[|wire:")
"""Beginnings of attributes by which a script shows, hides or fills an element."""


class Foreign:
    """Which elements of a page show what is not its text."""

    def __init__(self, root: Any, scripts: Scripts) -> None:
        written = "\n".join(scripts.texts)
        self._scripted = any(is_run(script) for script in root.iter("script"))
        self._ids = {*_WORD.findall(written), *re.findall(r"\w+", written)}
        quoted = " ".join(_QUOTED.findall(written))
        self._classes = {*_WORD.findall(quoted)}

    def shows(self, element: Any, tag: str, won: Won) -> bool:
        """Whether an element shows, or may be made to show, what the page does not say as text."""
        if tag == "script":
            return is_run(element) and bool(
                element.get("src") or _WRITES.search(element.text or "")
            )
        if tag == "input":
            return (element.get("type") or "").strip().lower() != "hidden"
        pictures = ("background-image", "content")
        if tag == "template" or ("-" in tag and ":" not in tag):
            return self._scripted
        return (
            tag in _CONTROLS
            or bool(element.get("background"))
            or any("url(" in won.get(name) for name in pictures)
            or self._is_filled(element, tag)
        )

    def leads(self, element: Any) -> str:
        """The attribute by which a script shows, hides or fills an element, if there is one."""
        if not self._scripted:
            return ""
        return next((str(name) for name in element.attrib if _LED.match(str(name))), "")

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
