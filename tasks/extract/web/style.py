"""How an element of a web page is shown: hidden, struck, raised, as a heading, in which block."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tasks.extract.colour import BLACK, WHITE, Colour, colour, ground, is_faint
from tasks.extract.marks import Marks
from tasks.extract.web.sheet import FONT_SIZES, is_hidden, points


def names(listed: str) -> frozenset[str]:
    """A set of tags, classes or ids."""
    return frozenset(listed.split())


BLOCKS = names(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main "
    "menu nav ol option p pre section summary table tbody td textarea tfoot th thead tr ul"
)
_NOT_SHOWN = names(
    "script style template noscript head title meta link iframe object audio video canvas svg "
    "map datalist noframes noembed select rp rt param source track area base col colgroup"
)
_ASIDE = names("nav footer aside button option")
_HEADINGS = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 10.0, "h6": 8.0}
_STRUCK, _RAISED = names("del s strike"), names("sup sub")
_SPEAKING = names("a pre font").union(_NOT_SHOWN, _ASIDE, _HEADINGS, _STRUCK, _RAISED)
"""Tags that say how their letters are shown without any attribute."""

_SHARE = re.compile(r"(\d{0,3}\.?\d{1,6})(%?)")


@dataclass(frozen=True)
class Style(Marks):
    """How the letters of an element are shown; inherited.

    Attributes:
        hidden: they keep their place but cannot be seen.
        gone: they are not laid out at all.
        link, aside, heading, pre: whether they stand in a link, in what surrounds an
            article, in a heading, in text whose line breaks count.
        block, parent: the numbers of the nearest block around them and of the one around that.
        ink: their colour, as it is written; `ground`: what a table has behind them.
        opacity: how much of them is seen, 0 to 1.
    """

    hidden: bool = False
    gone: bool = False
    link: bool = False
    aside: bool = False
    heading: bool = False
    pre: bool = False
    block: int = 0
    parent: int = 0
    ink: Colour = BLACK
    ground: Colour = WHITE
    opacity: float = 1.0


def is_gone(element: Any, properties: Mapping[str, str]) -> bool:
    """Whether an element is taken away by an attribute or a style sheet."""
    return element.get("hidden") is not None or properties.get("display") == "none"


def styled(
    element: Any, tag: str, properties: Mapping[str, str], inherited: Style, block: int
) -> Style:
    """The style of an element's own letters; `block` is its number if it is a block, else 0."""
    if not (block or element.attrib or properties or tag in _SPEAKING):
        return inherited
    decoration = properties.get("text-decoration", "") + properties.get("text-decoration-line", "")
    aligned = properties.get("vertical-align", "") if tag not in BLOCKS else ""
    ink = _ink(element, tag, properties) or inherited.ink
    behind = _ground(element, tag, properties, inherited.ground)
    opacity = inherited.opacity * _share(properties.get("opacity", ""))
    return Style(
        inherited.struck or tag in _STRUCK or "line-through" in decoration,
        inherited.raised or tag in _RAISED or aligned in ("super", "sub"),
        is_faint(ink._replace(cover=ink.cover * opacity), behind),
        _size(element, tag, properties, inherited.size),
        inherited.hidden or is_hidden(properties),
        inherited.gone or tag in _NOT_SHOWN or is_gone(element, properties),
        inherited.link or (tag == "a" and bool(element.get("href"))),
        inherited.aside or tag in _ASIDE,
        inherited.heading or tag in ("h1", "h2", "h3"),
        inherited.pre or tag == "pre" or properties.get("white-space", "").startswith("pre"),
        block or inherited.block,
        inherited.block if block else inherited.parent,
        ink,
        behind,
        opacity,
    )


def _ink(element: Any, tag: str, properties: Mapping[str, str]) -> Colour | None:
    """The colour an element gives its letters, or None where it gives none."""
    given = properties.get("-webkit-text-fill-color") or properties.get("color")
    return colour(given or (tag == "font" and element.get("color")) or "")


def _ground(element: Any, tag: str, properties: Mapping[str, str], inherited: Colour) -> Colour:
    """What is behind the letters of an element.

    Whatever is behind a table counts as white: pages lay so much over each other that
    it is seldom what is named around them.
    """
    behind = WHITE if tag == "table" else inherited
    given = properties.get("background-color") or properties.get("background")
    return ground(given or element.get("bgcolor") or "", behind)


def _share(written: str) -> float:
    """An opacity, from 0 to 1."""
    match = _SHARE.fullmatch(written)
    return min(float(match[1]) / (100 if match[2] else 1), 1.0) if match else 1.0


def _size(element: Any, tag: str, properties: Mapping[str, str], inherited: float) -> float:
    """The height of an element's letters, in points."""
    if "font-size" in properties:
        return points(properties["font-size"], inherited)
    if tag == "font" and (given := re.match(r"\s*(\d)", element.get("size") or "")):
        return FONT_SIZES[min(max(int(given[1]), 1), 7) - 1]
    return _HEADINGS.get(tag, inherited)
