"""Makes the font that stands in for what PDFs do not embed: `python -m tests.press.make_fallback`.

The characters of GB 2312 from an installed Droid Sans Fallback (Debian's `fonts-droid-fallback`),
without hints, and the signs it lacks from DejaVu Sans (`fonts-dejavu-core`). Needed again only when
more characters are wanted.
"""

from pathlib import Path
from typing import Final

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from tasks.extract.pdf.library import FONT

FONTS: Final = Path("/usr/share/fonts/truetype")
CHINESE: Final = FONTS / "droid" / "DroidSansFallbackFull.ttf"
SIGNS: Final = FONTS / "dejavu" / "DejaVuSans.ttf"
FAMILY: Final = "Gongkai Sans"

ROWS: Final = (range(0xA1, 0xA4), range(0xB0, 0xF8))
"""First bytes of GB 2312: its signs and full-width letters, and its 6,763 Chinese characters."""

BLOCKS: Final = (
    range(0x20, 0x7F),
    range(0xA0, 0x100),
    range(0x2010, 0x2028),
    range(0x2030, 0x203C),
    range(0x2150, 0x2180),
    range(0x2190, 0x2194),
    range(0x2212, 0x2237),
    range(0x2460, 0x249C),
    range(0x3000, 0x3020),
    range(0xFE30, 0xFE70),
    range(0xFF00, 0xFFF0),
)
"""Digits, dashes, slashes, brackets and marks of every kind, as code points."""


EAST_ASIAN: Final = 0b11111 << 16 | 1
"""Code pages the font says it is for, by which PDFium chooses: Latin 1, and the East Asian ones."""


def characters() -> set[int]:
    """Everything GB 2312 holds, and the signs, as code points."""
    found = {code for block in BLOCKS for code in block}
    for row in ROWS:
        for first in row:
            for second in range(0xA1, 0xFF):
                found |= {ord(c) for c in bytes((first, second)).decode("gb2312", "ignore")}
    return found


def main() -> None:
    """Writes `tasks/extract/pdf/fonts/GongkaiSans.ttf`."""
    font, signs = TTFont(CHINESE, recalcTimestamp=False), TTFont(SIGNS)
    wanted = characters()
    options = Options()
    options.hinting = False
    options.glyph_names = False
    options.layout_features = []
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "gasp", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font["OS/2"].ulCodePageRange1 = EAST_ASIAN
    missing = wanted - font.getBestCmap().keys()
    _add(font, signs, sorted(missing & signs.getBestCmap().keys()))
    for name in font["name"].names:
        if name.nameID in (1, 4, 6, 16):
            name.string = FAMILY.replace(" ", "") if name.nameID == 6 else FAMILY
    font.save(FONT)


def _add(font: TTFont, other: TTFont, codes: list[int]) -> None:
    """Adds the glyphs of some characters of another font, at this font's scale."""
    scale = font["head"].unitsPerEm / other["head"].unitsPerEm
    outlines, names = other.getGlyphSet(), other.getBestCmap()
    for code in codes:
        pen = TTGlyphPen(None)
        drawn = DecomposingRecordingPen(outlines)
        outlines[names[code]].draw(drawn)
        drawn.replay(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        glyph = pen.glyph()
        glyph.recalcBounds(None)
        name = f"sign{code:04X}"
        font["glyf"][name] = glyph
        width = round(other["hmtx"][names[code]][0] * scale)
        font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


if __name__ == "__main__":
    main()
