"""The press's fonts, and lines of text set in them."""

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

SERIF: Final = "GongkaiTestSerif"
SONG: Final = "STSong-Light"
FONT: Final = Path(__file__).parent / "fonts" / "GongkaiTestSerif.ttf"
NEVER_FIRST: Final = "，。、；：？！）》”’"


@cache
def register_fonts() -> frozenset[int]:
    """Registers the press's fonts with reportlab; returns the characters of its own one."""
    font = TTFont(SERIF, str(FONT))
    pdfmetrics.registerFont(font)
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    return frozenset(font.face.charToGlyph)


class Face(NamedTuple):
    """A font for Chinese and one for ASCII, as word processors pair them."""

    east: str
    west: str

    def of(self, char: str) -> str:
        """The font that prints a character."""
        return self.west if char.isascii() else self.east


@cache
def _char_width(char: str, font: str) -> float:
    return float(pdfmetrics.stringWidth(char, font, 1000)) / 1000


def text_width(text: str, face: Face, size: float) -> float:
    """Width of a line."""
    return sum(_char_width(char, face.of(char)) for char in text) * size


def wrap(text: str, width: float, face: Face, size: float, indent: float = 0) -> list[str]:
    """Breaks a text after any character, as Chinese is, but never before closing punctuation."""
    lines: list[str] = []
    line, used = "", indent
    for char in text:
        advance = _char_width(char, face.of(char)) * size
        if line and used + advance > width:
            if char in NEVER_FIRST and len(line) > 1:
                line, carried = line[:-1], line[-1]
                lines.append(line)
                line, used = carried, text_width(carried, face, size)
            else:
                lines.append(line)
                line, used = "", 0.0
        line += char
        used += advance
    return [*lines, line] if line else lines
