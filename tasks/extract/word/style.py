"""How letters of a Word file are set: by their run, its style, the paragraph's, the defaults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tasks.extract.colour import BLACK, WHITE, Colour, colour, is_faint
from tasks.extract.marks import Marks
from tasks.extract.word.markup import W, count, is_on, value

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

_AUTO = Colour(-1, -1, -1)
"""Letters black or white, whichever can be seen."""

_LIGHT = frozenset(("background1", "light1", "bg1", "lt1"))
"""Names of the colour of paper in a theme."""

_CLEAR = 70_000
"""Letters are all but clear from this share on, in thousandths of a percent."""

_NARROW = 20
"""Letters set to less than this percentage of their width are no more than lines."""

_HIGHLIGHTS = {
    "darkBlue": "navy",
    "darkCyan": "teal",
    "darkGreen": "green",
    "green": "lime",
    "darkMagenta": "purple",
    "darkRed": "maroon",
    "darkYellow": "olive",
    "darkGray": "gray",
    "lightGray": "silver",
}
"""Colours of Word's marker that CSS calls otherwise."""

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
    narrow: bool | None = None
    ink: Colour | None = None
    ground: Colour | None = None
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
        return cls(
            any(struck) if struck != [None, None] else None,
            is_on(properties, "vanish"),
            raised,
            None if (width := value(properties, "w")) is None else count(width, 100) < _NARROW,
            _text_fill(properties) or _ink(properties),
            _marker(properties) or shading(properties),
            count(value(properties, "sz"), 0) / 2 or None,
        )

    def over(self, base: RunStyle) -> RunStyle:
        """These properties, and the base's where they are silent."""
        return replace(base, **{name: own for name, own in vars(self).items() if own is not None})

    @property
    def marks(self) -> Marks:
        """What a person sees of them."""
        return Marks(bool(self.struck), bool(self.raised), self.is_pale, self.size or _SIZE)

    @property
    def is_pale(self) -> bool:
        """Whether they can hardly be seen."""
        coloured = self.ink is not None and self.ink != _AUTO
        return bool(self.narrow) or (coloured and is_faint(self.ink or BLACK, self.ground or WHITE))


def shading(properties: Any) -> Colour | None:
    """The colour a run, a paragraph, a cell or a table has behind its letters, if any."""
    shade = properties.find(f"{W}shd") if properties is not None else None
    if shade is None:
        return None
    return colour(shade.get(W + ("color" if shade.get(f"{W}val") == "solid" else "fill")) or "")


def _marker(properties: Any) -> Colour | None:
    name = value(properties, "highlight") or ""
    return colour(_HIGHLIGHTS.get(name, name))


def _ink(properties: Any) -> Colour | None:
    given = properties.find(f"{W}color")
    if given is None:
        return None
    # The name in a theme counts before the value.
    if given.get(f"{W}themeColor") in _LIGHT and given.get(f"{W}themeShade") is None:
        return WHITE
    return colour(given.get(f"{W}val") or "") or _AUTO


def _text_fill(properties: Any) -> Colour | None:
    """The colour of Word's text effects, which counts before the plain one."""
    fill = properties.find(f"{_W14}textFill")
    if fill is None:
        return None
    if any(count(a.get(f"{_W14}val"), 0) >= _CLEAR for a in fill.iter(f"{_W14}alpha")):
        return WHITE
    if fill.find(f"{_W14}noFill") is not None:
        return WHITE
    solid = fill.find(f"{_W14}solidFill/*")
    name = "" if solid is None else solid.get(f"{_W14}val") or ""
    return WHITE if name in _LIGHT and not len(solid) else colour(name)


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
