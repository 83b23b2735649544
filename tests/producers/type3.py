"""Draws painted pages with Type 3 fonts: every glyph is a small drawing of its own."""

import zlib
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from tests.press.lettering import FONT
from tests.producers.painter import Letters, Page, Rule

IN_ONE_FONT: Final = 200
CMAP: Final = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CMapName /Of-Type-3 def /CMapType 2 def\n"
    "1 begincodespacerange <00> <FF> endcodespacerange\n"
)


class _Pen(BasePen):  # type: ignore[misc]
    """Writes outlines as operators of a content stream; curves of TrueType become cubic ones."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.said: list[str] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.said.append(f"{pt[0]:g} {pt[1]:g} m")

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.said.append(f"{pt[0]:g} {pt[1]:g} l")

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        places = " ".join(f"{place:.0f}" for pt in (pt1, pt2, pt3) for place in pt)
        self.said.append(f"{places} c")

    def _closePath(self) -> None:  # noqa: N802
        self.said.append("h")


@cache
def _font() -> TTFont:
    return TTFont(FONT)


def with_type3(pages: Sequence[Page], *, unicode: bool = True) -> bytes:
    """The pages as a PDF.

    Args:
        pages: What is drawn.
        unicode: Whether its fonts say what their glyphs are.
    """
    letters = sorted(
        {
            char
            for page in pages
            for mark in page.marks
            if isinstance(mark, Letters)
            for char in mark.text
        }
    )
    place = {char: divmod(number, IN_ONE_FONT) for number, char in enumerate(letters)}
    bodies: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]

    def add(body: bytes) -> int:
        bodies.append(body)
        return len(bodies)

    fonts = [
        _type3(letters[start : start + IN_ONE_FONT], add, unicode=unicode)
        for start in range(0, len(letters), IN_ONE_FONT)
    ]
    named = b" ".join(b"/F%d %d 0 R" % (number, font) for number, font in enumerate(fonts))
    kids = []
    for page in pages:
        drawing = add(_stream(_content(page, place)))
        kids.append(
            add(
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R"
                b"/Resources<</Font<<%s>>>>>>" % (page.width, page.height, drawing, named)
            )
        )
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    bodies[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), listed)
    return _file(bodies)


def _type3(letters: Sequence[str], add: Any, *, unicode: bool) -> int:
    font = _font()
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    units = font["head"].unitsPerEm
    procedures, widths = [], []
    for number, char in enumerate(letters):
        name = names.get(ord(char), ".notdef")
        pen = _Pen(glyphs)
        glyphs[name].draw(pen)
        width = font["hmtx"].metrics[name][0]
        widths.append(b"%d" % width)
        box = f"{-units // 4} {-units // 2} {units * 5 // 4} {units * 3 // 2}"
        drawing = f"{width} 0 {box} d1\n{' '.join(pen.said)} f"
        procedures.append(b"/g%d %d 0 R" % (number, add(_stream(drawing))))
    differences = b" ".join(b"/g%d" % number for number in range(len(letters)))
    table = b""
    if unicode:
        lines = [f"<{n:02X}> <{char.encode('utf-16-be').hex()}>" for n, char in enumerate(letters)]
        blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
        cmap = CMAP + "\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
        table = b"/ToUnicode %d 0 R" % add(
            _stream(cmap + "\nendcmap CMapName currentdict /CMap defineresource pop end end")
        )
    return int(
        add(
            b"<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[%.6f 0 0 %.6f 0 0]"
            b"/FirstChar 0/LastChar %d/Widths[%s]/Encoding<</Type/Encoding/Differences[0 %s]>>"
            b"/CharProcs<<%s>>/Resources<<>>%s>>"
            % (
                1 / units,
                1 / units,
                len(letters) - 1,
                b" ".join(widths),
                differences,
                b" ".join(procedures),
                table,
            )
        )
    )


def _content(page: Page, place: dict[str, tuple[int, int]]) -> str:
    lines = []
    for mark in page.marks:
        red, green, blue = mark.ink
        if isinstance(mark, Letters):
            lines.append(
                f"{red:g} {green:g} {blue:g} rg BT {mark.x:.2f} {page.height - mark.y:.2f} Td"
            )
            current = -1
            run = ""
            for char in mark.text:
                font, code = place[char]
                if font != current:
                    if run:
                        lines.append(f"<{run}> Tj")
                    lines.append(f"/F{font} {mark.size:g} Tf")
                    current, run = font, ""
                run += f"{code:02X}"
            lines.append(f"<{run}> Tj ET")
        elif isinstance(mark, Rule):
            dash = " ".join(f"{length:g}" for length in mark.dash)
            lines.append(
                f"{red:g} {green:g} {blue:g} RG [{dash}] 0 d {mark.width:g} w"
                f" {mark.x0:.2f} {page.height - mark.y0:.2f} m"
                f" {mark.x1:.2f} {page.height - mark.y1:.2f} l S"
            )
        else:
            side = mark.size
            x, y = mark.x - side / 2, page.height - mark.y - side / 2
            lines.append(f"{red:g} {green:g} {blue:g} rg {x:.2f} {y:.2f} {side:g} {side:g} re f")
    return "\n".join(lines)


def _stream(text: str) -> bytes:
    data = zlib.compress(text.encode("latin-1"), 9)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(data), data)


def _file(bodies: Sequence[bytes]) -> bytes:
    pdf = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(pdf)
    pdf += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    pdf += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    pdf += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, start)
    return bytes(pdf)
