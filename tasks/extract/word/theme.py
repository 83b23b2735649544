"""The colours and fonts a Word file has names for."""

from __future__ import annotations

from collections.abc import Callable
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Any

from tasks.extract.colour import Colour, colour
from tasks.extract.word.markup import W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_OFFICE = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
"""The colours of a file without any of its own."""

_SLOTS = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""Names in the text, by those in the theme."""

_USUAL = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
"""What paper and text are, unless the settings say otherwise."""

_LONG = {"background1": "bg1", "text1": "t1", "background2": "bg2", "text2": "t2"}
_LONG |= {"tx1": "t1", "tx2": "t2"}


class Theme:
    """What names of colours and fonts mean."""

    def __init__(self, theme: Any = None, settings: Any = None) -> None:
        self._colours = dict(_OFFICE)
        self._fonts: dict[str, str] = {}
        if theme is not None:
            for scheme in theme.iter(f"{_A}clrScheme"):
                for slot in scheme:
                    for given in slot:
                        written = given.get("lastClr") or given.get("val") or ""
                        self._colours[str(slot.tag).removeprefix(_A)] = written
            for kind in ("major", "minor"):
                for fonts in theme.iter(f"{_A}{kind}Font"):
                    for script in ("latin", "ea", "cs"):
                        font = fonts.find(_A + script)
                        if font is not None:
                            self._fonts[kind + script] = font.get("typeface") or ""
        mapping = None if settings is None else settings.find(f"{W}clrSchemeMapping")
        given = {} if mapping is None else {n: mapping.get(W + n) for n in _USUAL}
        self._papers = {name: given.get(name) or usual for name, usual in _USUAL.items()}

    def colour(self, name: str | None) -> Colour | None:
        """The colour of a name, None where there is no such name."""
        name = _LONG.get(name or "", name or "")
        name = self._papers.get(name, name)
        return colour(self._colours.get(_SLOTS.get(name, name), ""))

    def font(self, name: str) -> str:
        """The font of a name such as `minorHAnsi`."""
        kind = name[:5]
        script = {"EastAsia": "ea", "Bidi": "cs"}.get(name[5:], "latin")
        return self._fonts.get(kind + script, "")

    def named(self, element: Any, prefix: str = "theme") -> Colour | None:
        """The colour an element of the text names (`w:themeColor`, `w:themeFill`), if any."""
        name = element.get(f"{W}{prefix}" + ("Color" if prefix == "theme" else ""))
        found = self.colour(name) if name else None
        if found is None:
            return None
        tint, shade = (_share(element.get(f"{W}{prefix}{change}")) for change in ("Tint", "Shade"))
        if tint is not None:
            return _relit(found, lambda light: light * tint + 1 - tint)
        return _relit(found, lambda light: light * shade) if shade is not None else found


def changed(found: Colour, changes: Any, name: str) -> Colour:
    """A colour made lighter or darker by what stands in its element (`lumMod`, `lumOff` …).

    Args:
        found: the colour.
        changes: the elements.
        name: of the attribute that has their values, in thousandths of a percent.
    """
    for change in changes:
        kind = str(change.tag).rpartition("}")[2]
        try:
            share = int(change.get(name) or "") / 100_000
        except ValueError:
            continue
        by = {
            "lumMod": lambda light, s=share: light * s,
            "shade": lambda light, s=share: light * s,
            "lumOff": lambda light, s=share: light + s,
            "tint": lambda light, s=share: light * s + 1 - s,
        }.get(kind)
        found = _relit(found, by) if by else found
    return found


def _share(written: str | None) -> float | None:
    """A share written as two digits of base 16."""
    try:
        return int(written or "", 16) / 255
    except ValueError:
        return None


def _relit(found: Colour, light: Callable[[float], float]) -> Colour:
    """A colour with another lightness."""
    hue, lightness, saturation = rgb_to_hls(*(part / 255 for part in found[:3]))
    parts = hls_to_rgb(hue, min(max(light(lightness), 0.0), 1.0), saturation)
    red, green, blue = (part * 255 for part in parts)
    return Colour(red, green, blue, found.cover)
