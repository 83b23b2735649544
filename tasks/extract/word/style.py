"""How letters of a Word file are set: by their run, its style, the paragraph's, the defaults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tasks.extract.marks import Marks
from tasks.extract.word.markup import W, count, is_on, value

_SIZE = 10.0
"""Points of letters where nothing says their size (Word's own default)."""

_MOST_BASES = 20
"""Styles that are based on each other in a longer chain go round in a circle."""


@dataclass(frozen=True)
class RunStyle:
    """Run properties, with those that are not given None."""

    struck: bool | None = None
    vanished: bool | None = None
    raised: bool | None = None
    pale: bool | None = None
    size: float | None = None

    @classmethod
    def of(cls, properties: Any) -> RunStyle:
        """Read a `w:rPr`; there may be none."""
        if properties is None:
            return cls()
        struck = [is_on(properties, name) for name in ("strike", "dstrike")]
        raised = is_on(properties, "vertAlign")
        if (shift := value(properties, "position")) is not None:
            raised = bool(raised) or count(shift, 0) != 0
        color = value(properties, "color")
        return cls(
            any(struck) if struck != [None, None] else None,
            is_on(properties, "vanish"),
            raised,
            None if color is None else color.upper() == "FFFFFF",
            count(value(properties, "sz"), 0) / 2 or None,
        )

    def over(self, base: RunStyle) -> RunStyle:
        """These properties, and the base's where they are silent."""
        return replace(base, **{name: own for name, own in vars(self).items() if own is not None})

    @property
    def marks(self) -> Marks:
        """What a person sees of them."""
        return Marks(bool(self.struck), bool(self.raised), bool(self.pale), self.size or _SIZE)


class Styles:
    """Named styles, each with what it is based on."""

    def __init__(self, root: Any) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        path = f"{W}docDefaults/{W}rPrDefault/{W}rPr"
        self._defaults = RunStyle.of(None if root is None else root.find(path))
        self._styles = {style.get(f"{W}styleId"): style for style in found}
        self._known: dict[str | None, RunStyle] = {}
        self._plain = next((s.get(f"{W}styleId") for s in found if _is_plain(s)), None)

    def named(self, name: str | None) -> RunStyle:
        """The run properties a style gives."""
        if name not in self._known:
            own = RunStyle()
            for style in self._chain(name):
                own = own.over(RunStyle.of(style.find(f"{W}rPr")))
            self._known[name] = own
        return self._known[name]

    def paragraph(self, name: str | None) -> RunStyle:
        """What the letters of a paragraph are unless its runs say otherwise."""
        return self.named(name or self._plain).over(self._defaults)

    def numbering(self, name: str | None) -> Any:
        """The `w:numPr` a paragraph style gives, or None."""
        found = (style.find(f"{W}pPr/{W}numPr") for style in self._chain(name or self._plain))
        return next((numbering for numbering in found if numbering is not None), None)

    def _chain(self, name: str | None) -> Iterator[Any]:
        """A style and those it is based on."""
        for _ in range(_MOST_BASES):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(style, "basedOn")


def _is_plain(style: Any) -> bool:
    """Whether paragraphs that name no style have this one."""
    default = style.get(f"{W}default") in ("1", "true", "on")
    return default and style.get(f"{W}type") == "paragraph"
