"""How letters of a Word file are set: by their run, its style, the paragraph's, the table's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

from tasks.extract.colour import BLACK, WHITE, Colour, colour, is_faint
from tasks.extract.marks import Marks
from tasks.extract.word.known import RUN, W14, Strange, doubts_of, strange
from tasks.extract.word.markup import W, count, is_on, value
from tasks.extract.word.paragraph import ParagraphStyle
from tasks.extract.word.theme import Theme, changed

_AUTO = Colour(-1, -1, -1)
"""Letters black or white, whichever can be seen."""

_CLEAR = 70_000
"""Letters are all but clear from this share on, in thousandths of a percent."""

_NARROW = 40
"""Letters set to less than this percentage of their width are hardly more than lines."""

_TINY = 4.0
"""Points; smaller letters are no more than dots."""

_CLOSER, _WIDER = -0.15, 0.5
"""Letters moved together by more than this share of their size lie over each other; moved
apart by so much they may be several numbers."""

_SYMBOLS = frozenset(
    (
        *("wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol", "zapfdingbats"),
        *("marlett", "mt extra", "monotype sorts", "bookshelf symbol 7", "opensymbol"),
        *("segoe mdl2 assets", "segoe fluent icons", "ms outlook", "ms reference specialty"),
    )
)
"""Fonts that show signs where others show letters."""

_SCRIPTS = ("ascii", "hAnsi", "eastAsia")
"""What a run names fonts for; one of them is that of its digits."""

_THICK = 12_700
"""A line around letters thicker than this (a point) takes them up."""

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
    """Run properties, with those that are not given None.

    Attributes:
        spacing: points letters are moved apart.
        fit: which stretch of text they belong to that is fitted to a width, and to how many points.
        fonts: by the scripts they are for.
        strange: properties that are not known.
    """

    struck: bool | None = None
    struck_twice: bool | None = None
    vanished: bool | None = None
    raised: bool | None = None
    narrow: bool | None = None
    ink: Colour | None = None
    ground: Colour | None = None
    size: float | None = None
    spacing: float | None = None
    fit: tuple[str, float] | None = None
    fonts: Mapping[str, str] = field(default_factory=dict)
    strange: Strange = field(default_factory=dict)

    @classmethod
    def of(cls, properties: Any, theme: Theme | None = None) -> RunStyle:
        """Read a `w:rPr`; there may be none."""
        if properties is None:
            return cls()
        theme = theme or Theme()
        raised = is_on(properties, "vertAlign")
        if (shift := value(properties, "position")) is not None:
            raised = bool(raised) or count(shift, 0) != 0
        spacing = value(properties, "spacing")
        return cls(
            is_on(properties, "strike"),
            is_on(properties, "dstrike"),
            is_on(properties, "vanish"),
            raised,
            None if (width := value(properties, "w")) is None else count(width, 100) < _NARROW,
            _text_fill(properties, theme) or _ink(properties, theme),
            _marker(properties) or shading(properties, theme),
            count(value(properties, "sz"), 0) / 2 or None,
            None if spacing is None else count(spacing, 0) / 20,
            _fit(properties),
            _fonts(properties, theme),
            {**strange(properties, RUN), **_effects(properties)},
        )

    def over(self, base: RunStyle) -> RunStyle:
        """These properties, and the base's where they are silent."""
        given = {name: own for name, own in vars(self).items() if own is not None}
        merged = {name: {**getattr(base, name), **given[name]} for name in ("fonts", "strange")}
        return replace(base, **{**given, **merged})

    @property
    def marks(self) -> Marks:
        """What a person sees of them."""
        struck = bool(self.struck or self.struck_twice)
        return Marks(struck, bool(self.raised), self.is_pale, self.height)

    @property
    def height(self) -> float:
        """The size of the letters, in points."""
        return self.size or _SIZE

    def doubts(self) -> Iterator[str]:
        """Keys of `gongkai.reasons.DOUBTS` for digits set like this, beside what `marks` says."""
        yield from doubts_of(self.strange)
        if any(font.strip().lower() in _SYMBOLS for font in self.fonts.values()):
            yield "symbols"
        moved = (self.spacing or 0.0) / self.height
        if moved < _CLOSER:
            yield "overlapping"
        if moved > _WIDER:
            yield "apart"

    @property
    def is_pale(self) -> bool:
        """Whether they can hardly be seen."""
        coloured = self.ink is not None and self.ink != _AUTO
        if self.narrow or self.height < _TINY:
            return True
        return coloured and is_faint(self.ink or BLACK, self.ground or WHITE)


def shading(properties: Any, theme: Theme, bare: Colour | None = None) -> Colour | None:
    """The colour a run, a paragraph, a cell or a table has behind its letters, if any.

    Args:
        properties: that may hold a `w:shd`.
        theme: what names of colours mean.
        bare: what is behind them where it says that there is no colour.
    """
    shade = properties.find(f"{W}shd") if properties is not None else None
    if shade is None:
        return None
    pattern = shade.get(f"{W}val") or "clear"
    fill = theme.named(shade, "themeFill") or colour(shade.get(f"{W}fill") or "")
    if pattern in ("clear", "nil"):
        return fill or bare
    lines = theme.named(shade) or colour(shade.get(f"{W}color") or "") or BLACK
    if pattern == "solid":
        return lines
    share = count(pattern.removeprefix("pct"), 50) / 100 if pattern.startswith("pct") else 0.5
    return lines._replace(cover=share).over(fill or bare or WHITE)


def _effects(properties: Any) -> dict[str, bool]:
    """Effects that are harmless but where they are strong: a thick outline, a run of colours."""
    found = {}
    outline = properties.find(f"{W14}textOutline")
    if outline is not None:
        is_drawn = outline.find(f"{W14}noFill") is None
        found["w14:textOutline"] = is_drawn and count(outline.get(f"{W14}w"), 0) > _THICK
    fill = properties.find(f"{W14}textFill")
    if fill is not None:
        found["w14:textFill"] = fill.find(f"{W14}gradFill") is not None
    shade = properties.find(f"{W}shd")
    if shade is not None:
        pattern = shade.get(f"{W}val") or "clear"
        plain = pattern in ("clear", "nil", "solid") or pattern.startswith("pct")
        found["shd"] = not plain
    return found


def _fit(properties: Any) -> tuple[str, float] | None:
    given = properties.find(f"{W}fitText")
    if given is None:
        return None
    return given.get(f"{W}id") or "", count(given.get(f"{W}val"), 0) / 20


def _fonts(properties: Any, theme: Theme) -> dict[str, str]:
    given = properties.find(f"{W}rFonts")
    found = {}
    for script in () if given is None else _SCRIPTS:
        name, named = given.get(W + script), given.get(f"{W}{script}Theme")
        if name or named:
            # The name in a theme counts before the font.
            found[script] = (theme.font(named) if named else "") or name or ""
    return found


def _marker(properties: Any) -> Colour | None:
    name = value(properties, "highlight") or ""
    return colour(_HIGHLIGHTS.get(name, name))


def _ink(properties: Any, theme: Theme) -> Colour | None:
    given = properties.find(f"{W}color")
    if given is None:
        return None
    # The name in a theme counts before the value.
    return theme.named(given) or colour(given.get(f"{W}val") or "") or _AUTO


def _text_fill(properties: Any, theme: Theme) -> Colour | None:
    """The colour of Word's text effects, which counts before the plain one."""
    fill = properties.find(f"{W14}textFill")
    if fill is None:
        return None
    if any(count(a.get(f"{W14}val"), 0) >= _CLEAR for a in fill.iter(f"{W14}alpha")):
        return WHITE
    if fill.find(f"{W14}noFill") is not None:
        return WHITE
    solid = fill.find(f"{W14}solidFill/*")
    name = "" if solid is None else solid.get(f"{W14}val") or ""
    found = theme.colour(name) or colour(name)
    return changed(found, solid, f"{W14}val") if found is not None else None


_Set = TypeVar("_Set", bound="_Setting")


class _Setting(Protocol):
    """Properties that may be laid over others of their kind."""

    def over(self: _Set, base: _Set) -> _Set: ...


_TOGGLES = ("struck", "vanished")
"""Properties that styles switch over: two of them on are off again (ISO/IEC 29500-1, 17.7.3)."""


class Styles:
    """Named styles, each with what it is based on."""

    def __init__(self, root: Any, theme: Theme | None = None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        path = f"{W}docDefaults/{W}rPrDefault/{W}rPr"
        self.theme = theme or Theme()
        self.defaults = RunStyle.of(None if root is None else root.find(path), self.theme)
        path = f"{W}docDefaults/{W}pPrDefault/{W}pPr"
        self._paragraphs = ParagraphStyle.of(None if root is None else root.find(path))
        self._styles = {style.get(f"{W}styleId"): style for style in found}
        self._known: dict[str | None, RunStyle] = {}
        self._plain, self.plain_table = (
            next((s.get(f"{W}styleId") for s in found if _is_plain(s, kind)), None)
            for kind in ("paragraph", "table")
        )

    def own(self, properties: Any) -> RunStyle:
        """Read a `w:rPr`; there may be none."""
        return RunStyle.of(properties, self.theme)

    def named(self, name: str | None) -> RunStyle:
        """The run properties a style gives, with those of what it is based on."""
        if name not in self._known:
            styles = self.chain(name)
            self._known[name] = merged(RunStyle(), (self.own(s.find(f"{W}rPr")) for s in styles))
        return self._known[name]

    def layered(self, own: RunStyle, base: RunStyle) -> RunStyle:
        """The properties of a kind of style over those of the kinds before it.

        The kinds are those of tables, of paragraphs and of characters.
        """
        switched: dict[str, Any] = {}
        for name in _TOGGLES:
            before = getattr(base, name)
            turns = bool(getattr(own, name)) and not getattr(self.defaults, name)
            switched[name] = (not before) if turns else before
        return replace(own.over(base), **switched)

    def paragraph(self, name: str | None, table: RunStyle | None = None) -> RunStyle:
        """What the letters of a paragraph are unless its runs say otherwise.

        Args:
            name: of its style.
            table: what the style of the table around it gives.
        """
        base = self.layered(table or RunStyle(), self.defaults)
        return self.layered(self.named(name or self._plain), base)

    def set_as(self, name: str | None, own: Any, table: ParagraphStyle) -> ParagraphStyle:
        """How a paragraph is set.

        Args:
            name: of its style.
            own: its `w:pPr`, or None.
            table: what the style of the table around it gives.
        """
        found = merged(
            ParagraphStyle(),
            (ParagraphStyle.of(s.find(f"{W}pPr")) for s in self.chain(name or self._plain)),
        )
        return ParagraphStyle.of(own).over(found.over(table.over(self._paragraphs)))

    def shaded(self, name: str | None, own: Any) -> Colour | None:
        """The colour behind a paragraph, by itself or by its style."""
        properties = [own, *(s.find(f"{W}pPr") for s in self.chain(name or self._plain))]
        shades = (shading(given, self.theme) for given in properties)
        return next((shade for shade in shades if shade is not None), None)

    def numbering(self, name: str | None) -> Any:
        """The `w:numPr` a paragraph style gives, or None."""
        found = (style.find(f"{W}pPr/{W}numPr") for style in self.chain(name or self._plain))
        return next((numbering for numbering in found if numbering is not None), None)

    def chain(self, name: str | None) -> Iterator[Any]:
        """A style and those it is based on."""
        for _ in range(_MOST_BASES):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(style, "basedOn")


def merged(base: _Set, styles: Iterable[_Set]) -> _Set:
    """Several properties in one, each over those that come after it."""
    found = base
    for style in styles:
        found = found.over(style)
    return found


def _is_plain(style: Any, kind: str) -> bool:
    """Whether what is of a kind (paragraph, table) and names no style has this one."""
    default = style.get(f"{W}default") in ("1", "true", "on")
    return default and style.get(f"{W}type") == kind
