"""Colours, and whether letters of one can be seen on another."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb
from functools import lru_cache
from typing import NamedTuple

from PIL import ImageColor

FAINT = 1.45
"""Letters with less contrast to what is behind them are easily overlooked (black on white: 21)."""

_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")
_PART = re.compile(r"([\d.]+)(%?)")
_BARE = re.compile(r"[0-9a-f]{6}")
_LAYER = re.compile(r"[a-z-]+\([^()]*\)|[^\s,]+")


class Colour(NamedTuple):
    """Red, green and blue, 0 to 255, and how much of it covers what is behind, 0 to 1."""

    red: float
    green: float
    blue: float
    cover: float = 1.0

    def over(self, ground: Colour) -> Colour:
        """What is seen of it before another, which covers all."""
        mixed = (b + (f - b) * self.cover for f, b in zip(self[:3], ground[:3], strict=True))
        return Colour(*mixed)


BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)


@lru_cache(1024)
def is_faint(letters: Colour, ground: Colour) -> bool:
    """Whether letters are of nearly the colour of what is behind them."""
    light, dark = sorted((_luminance(letters.over(ground)), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05) < FAINT


def _luminance(colour: Colour) -> float:
    """How light a colour is (WCAG 2, relative luminance)."""
    parts = (part / 255 for part in colour[:3])
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@lru_cache(1024)
def colour(written: str) -> Colour | None:
    """A colour as CSS or HTML writes it, or None where it is none that is known."""
    name = written.strip().lower()
    if name == "transparent":
        return BLACK._replace(cover=0.0)
    if function := _FUNCTION.fullmatch(name):
        return _computed(function[1], _PART.findall(function[2]))
    try:
        red, green, blue, *cover = ImageColor.getrgb(f"#{name}" if _BARE.fullmatch(name) else name)
    except ValueError:
        return None
    return Colour(red, green, blue, cover[0] / 255 if cover else 1.0)


def _computed(kind: str, parts: list[tuple[str, str]]) -> Colour | None:
    try:
        numbers = [float(number) for number, _ in parts]
    except ValueError:
        return None
    if len(numbers) not in (3, 4):
        return None
    shares = [n / 100 if percent else n for n, (_, percent) in zip(numbers, parts, strict=True)]
    cover = min(shares[3], 1.0) if len(shares) == 4 else 1.0
    if kind == "hsl":
        red, green, blue = hls_to_rgb(numbers[0] / 360, numbers[2] / 100, numbers[1] / 100)
        return Colour(red * 255, green * 255, blue * 255, cover)
    tops = (s * 255 if percent else s for s, (_, percent) in zip(shares, parts[:3], strict=False))
    red, green, blue = (min(top, 255.0) for top in tops)
    return Colour(red, green, blue, cover)


def ground(written: str, behind: Colour) -> Colour:
    """What letters stand on where an element has this `background`.

    A picture may have any colour: pale letters on one are as good as on white.
    """
    if "url(" in written or "gradient" in written:
        return WHITE
    layers = (colour(layer) for layer in _LAYER.findall(written))
    return next((layer.over(behind) for layer in layers if layer is not None), behind)
