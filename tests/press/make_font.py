"""Makes the press's own font: `python -m tests.press.make_font`.

Takes the glyphs the press needs from an installed Noto Serif CJK SC, turns their cubic outlines
into quadratic ones (reportlab embeds TrueType only) and gives the result a name of its own, as
the OFL asks of modified versions. Needed again only when the press prints a new character.
"""

import re
import string
from pathlib import Path
from typing import Final

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

HERE: Final = Path(__file__).parent
FONT: Final = HERE / "fonts" / "GongkaiTestSerif.ttf"
FAMILY: Final = "Gongkai Test Serif"
SOURCE: Final = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
FACE: Final = "Noto Serif CJK SC"
MAX_ERROR: Final = 3.0
"""In units of 1/1000 em: invisible at the sizes of a table, and it keeps the file small."""

SPARE: Final = (
    "０１２３４５６７８９，。、；：？！（）《》〔〕【】“”‘’—－…·％＋＝／"
    "省市县区乡镇街道办事处厅局委员会院所站州盟旗村社开发高新经济技术园港湖江河海山岭泉桥"
    "财政司法税务交通运输水利农业农村林业商务文化旅游广播电视体育应急管理统计医疗保障住房城建设"
    "数据科学工业信息生态环境民族宗教退役军人市场监督金融国有资产乡村振兴消防气象邮政烟草"
    "甲乙丙丁东南西北中上下左右前后大小长短年月日时分元角亿千百"
)
"""Characters that tests may want to print though the press does not yet."""


def wanted_characters() -> set[str]:
    """Every character that stands in the press's sources and figures, ASCII and the spare ones."""
    files = [*sorted(HERE.glob("*.py")), *sorted((HERE / "figures").glob("*.json"))]
    texts = "".join(path.read_text(encoding="utf-8") for path in files)
    east = set(re.findall(r"[^\x00-\x7f]", texts))
    return east | set(SPARE) | set(string.printable[:95])


def source_face() -> TTFont:
    """The simplified Chinese face of the installed collection."""
    for face in TTCollection(SOURCE, lazy=True).fonts:
        if face["name"].getDebugName(1) == FACE:
            return face
    raise LookupError(f"{SOURCE} has no face {FACE}")


def main() -> None:
    """Writes `fonts/GongkaiTestSerif.ttf`."""
    face = source_face()
    cmap, outlines = face.getBestCmap(), face.getGlyphSet()
    codes = sorted(ord(char) for char in wanted_characters() if ord(char) in cmap)
    names = {code: f"u{code:04X}" for code in codes}
    glyphs, metrics = {}, {}
    for name, original in [(".notdef", ".notdef"), *((names[c], cmap[c]) for c in codes)]:
        pen = TTGlyphPen(None)
        outlines[original].draw(Cu2QuPen(pen, max_err=MAX_ERROR, reverse_direction=True))
        glyph = glyphs[name] = pen.glyph()
        glyph.recalcBounds(None)
        metrics[name] = (face["hmtx"][original][0], getattr(glyph, "xMin", 0))
    builder = FontBuilder(face["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(metrics)
    ascent, descent = face["hhea"].ascent, face["hhea"].descent
    builder.setupHorizontalHeader(ascent=ascent, descent=descent)
    builder.setupNameTable(
        {
            "copyright": face["name"].getDebugName(0),
            "familyName": FAMILY,
            "styleName": "Regular",
            "uniqueFontIdentifier": f"{FAMILY}: subset for tests",
            "fullName": FAMILY,
            "psName": FAMILY.replace(" ", ""),
            "version": "Version 1.000",
            "licenseDescription": "SIL Open Font License, Version 1.1",
            "licenseInfoURL": "https://openfontlicense.org",
        }
    )
    builder.setupOS2(sTypoAscender=ascent, usWinAscent=ascent, usWinDescent=-descent)
    builder.setupPost(keepGlyphNames=False)
    # A fixed date, so that the same characters make the same file.
    builder.updateHead(created=3_800_000_000, modified=3_800_000_000)
    builder.font.recalcTimestamp = False
    FONT.parent.mkdir(exist_ok=True)
    builder.save(FONT)


if __name__ == "__main__":
    main()
