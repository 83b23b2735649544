"""PDFs whose text says something else than their pages show.

Two ways of lying: a font whose ToUnicode map is wrong, and an invisible text layer of poor
character recognition over the picture of a page. The gold is always what the page shows.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle, groupby
from random import Random
from typing import Any, Final
from unittest import mock

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from tests.press import sheet
from tests.press.canvas import print_canvas
from tests.press.forms import FORMS
from tests.press.gold import said
from tests.press.lettering import FONT
from tests.press.model import PrintedReport
from tests.press.scan import Scan, compact, scanned_pages
from tests.press.shapes import documents
from tests.press.specimen import Specimen

SHADOW: Final = 0xF0000
"""Added to a character's code, it names the same glyph; these are the characters that lie."""
OWN_SUBSET: Final = 3
"""The first subset of lying characters: before it lie three of 256 characters that tell the truth."""

Lie = Callable[[str], str]
"""What the text says where the page shows a character; nothing says nothing."""


def shadow(text: str) -> str:
    """The same text in lying characters."""
    return "".join(chr(SHADOW + ord(char)) if char.strip() else char for char in text)


class LyingFont(ttfonts.TTFont):
    """The press's font with a second, lying name for every glyph.

    The lying characters go into PDF fonts of their own, so that one number may lie alone.
    """

    def __init__(
        self, name: str, lie: Lie, *, always: Callable[[str], bool], mapped: bool = True
    ) -> None:
        """Makes the font.

        Args:
            name: Of the font, for reportlab.
            lie: What a lying character is said to be.
            always: Which characters lie even where the report does not ask for it.
            mapped: Whether the lying fonts have a ToUnicode map at all.
        """
        super().__init__(name, str(FONT), asciiReadable=False)
        # reportlab takes fonts with the same face for the same font.
        self.face.name = name.encode()
        self.lie = lie
        self.always = always
        self.mapped = mapped
        self.next_code = {False: 1, True: (OWN_SUBSET << 8) + 1}
        for table in (self.face.charToGlyph, self.face.charWidths):
            table |= {SHADOW + code: entry for code, entry in table.items() if code < SHADOW}

    def splitString(  # noqa: N802
        self, text: str, doc: Any, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """The text in the codes of its subsets."""
        if doc not in self.state:
            state = self._assignState(doc)
            state.subsets += [[0] for _ in range(OWN_SUBSET)]
            self.next_code = {False: 1, True: (OWN_SUBSET << 8) + 1}
        state = self.state[doc]
        codes: list[tuple[int, bytes]] = []
        for char in text:
            lies = ord(char) >= SHADOW or self.always(char)
            drawn = chr(SHADOW + ord(char)) if lies and ord(char) < SHADOW else char
            if ord(drawn) not in self.face.charToGlyph:
                raise LookupError(f"run tests.press.make_font: the font has no {char!r}")
            state.nextCode = self.next_code[lies]
            codes += super().splitString(drawn, doc, encoding)
            self.next_code[lies] = state.nextCode
        return [
            (number, b"".join(code for _, code in run))
            for number, run in groupby(codes, key=lambda part: part[0])
        ]

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Writes the fonts, the lying ones with a map that lies."""
        count = len(self.state[doc].subsets)
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(count)]
        with mock.patch.object(ttfonts, "makeToUnicodeCMap", self._map):
            super().addObjects(doc)
        if not self.mapped:
            for name in names[OWN_SUBSET:]:
                del doc.idToObject["BasicFonts"].dict[name].ToUnicode

    def _map(self, name: str, subset: Sequence[int]) -> str:
        lines = []
        for code, char in enumerate(subset):
            words = self.lie(chr(char - SHADOW)) if char >= SHADOW else chr(char)
            if words:
                lines.append(f"<{code:02X}> <{words.encode('utf-16-be').hex().upper()}>")
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def\n"
            f"/CMapName /{name} def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\n"
            "endcodespacerange\n"
            + "".join(
                f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n"
                for block in (lines[at : at + 100] for at in range(0, len(lines), 100))
            )
            + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        )


def permuted(order: str) -> Lie:
    """Digits say other digits: `order` gives what 0 to 9 say."""
    return lambda char: order[int(char)] if char in "0123456789" else char


def private_use(char: str) -> str:
    """A character of the private-use area."""
    return chr(0xE000 + ord(char) % 0x1000)


def control(char: str) -> str:
    """A control character."""
    return chr(1 + ord(char) % 8)


def unrelated(char: str) -> str:
    """A letter that has nothing to do with the character."""
    return chr(0x00C0 + ord(char) % 0x3F)


def other_words(char: str) -> str:
    """Another Chinese character, and digits for digits one further on."""
    return str((int(char) + 1) % 10) if char in "0123456789" else chr(ord(char) ^ 0x11)


def one_further(char: str) -> str:
    """The next digit."""
    return str((int(char) + 1) % 10) if char in "0123456789" else char


def silent(char: str) -> str:
    """Nothing."""
    return ""


def is_digit(char: str) -> bool:
    """Whether it is an ASCII or a full-width digit."""
    return char.isdigit()


def is_anything(char: str) -> bool:
    """Whether it shows at all."""
    return bool(char.strip())


def no_cell(number: int, text: str) -> bool:
    """No printed cell lies."""
    return False


def is_nothing(char: str) -> bool:
    """No character lies unasked."""
    return False


def printed_lying(
    report: PrintedReport,
    lie: Lie,
    *,
    always: Callable[[str], bool] = is_nothing,
    cells: Callable[[int, str], bool] = no_cell,
    mapped: bool = True,
) -> bytes:
    """A report whose pages are right and whose text lies.

    Args:
        report: What the pages show.
        lie: What a lying character says.
        always: Which characters lie wherever they stand.
        cells: Which printed cells lie besides, by their number and text.
        mapped: Whether the lying fonts have a ToUnicode map.
    """
    name = "PressLying"
    lying = {
        key: shadow(text) if text and cells(number, text) else text
        for number, (key, text) in enumerate(report.cells.items())
    }
    layout = replace(report.layout, body_font=name, digit_font="")
    font = LyingFont(name, lie, always=always, mapped=mapped)
    pdfmetrics.registerFont(font)
    try:
        return print_canvas(replace(report, cells=lying, layout=layout))
    finally:
        font.unregister()


# Pictures with an invisible text layer.


class _Invisible(Canvas):
    """Draws a picture on each page and all text invisibly over it."""

    pictures: Sequence[bytes] = ()

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._place_picture()

    def _place_picture(self) -> None:
        number = self.getPageNumber() - 1
        if number < len(self.pictures):
            width, height = self._pagesize
            picture = ImageReader(io.BytesIO(self.pictures[number]))
            self.drawImage(picture, 0, 0, width, height)

    def showPage(self) -> None:  # noqa: N802
        super().showPage()
        self._place_picture()

    def drawString(self, x: float, y: float, text: str, *_: Any, **__: Any) -> None:  # noqa: N802
        super().drawString(x, y, text, mode=3)

    def line(self, *_: Any) -> None:
        """Draws nothing: the rules stand on the picture."""

    def rect(self, *_: Any, **__: Any) -> None:
        """Draws nothing: the rules stand on the picture."""


def with_text_layer(shown: PrintedReport, read: PrintedReport, options: Scan, seed: int) -> bytes:
    """A scan of one report with the invisible text of another."""
    pages = scanned_jpegs(shown, options, seed)
    drawing = type("_WithPages", (_Invisible,), {"pictures": pages})
    with mock.patch.object(sheet, "Canvas", drawing):
        return print_canvas(read)


def scanned_jpegs(report: PrintedReport, options: Scan, seed: int) -> list[bytes]:
    """The scanned pages as JPEG files."""
    options = replace(options, encoding="jpeg")
    return [page.data for page in scanned_pages(print_canvas(report), options, seed)]


CONFUSED: Final = {
    "1": "7",
    "2": "7",
    "3": "8",
    "4": "1",
    "5": "6",
    "6": "8",
    "7": "1",
    "8": "3",
    "9": "0",
    "0": "6",
}
MISREAD: Final = {
    "政": "正", "府": "厅", "信": "位", "申": "中", "请": "清", "结": "经", "果": "未", "属": "局",
    "他": "化", "重": "量", "本": "不", "机": "相", "公": "分", "告": "合",
}  # fmt: skip
"""What poor recognition takes characters for."""


def another_report(report: PrintedReport) -> PrintedReport:
    """The figures of another report that has these rows.

    Such a text layer stays where the pages of an old file were replaced by pictures.
    """
    printed = {key for key, text in report.cells.items() if text is not None}
    for other in documents(report.form):
        if printed <= set(other.cells) and other.agency != report.agency:
            return replace(report, cells={key: other.cells[key] for key in report.cells})
    raise LookupError("no other report prints the same rows")


def poorly_read(report: PrintedReport, rng: Random, labels: Sequence[str]) -> PrintedReport:
    """The report as poor recognition reads it: digits wrong or missing, labels with errors."""
    cells: dict[Any, str | None] = {}
    for key, text in report.cells.items():
        roll = rng.random()
        if not text or roll < 0.72:
            cells[key] = text
        elif roll < 0.88:
            at = rng.randrange(len(text))
            cells[key] = text[:at] + CONFUSED.get(text[at], text[at]) + text[at + 1 :]
        elif roll < 0.94:
            cells[key] = text[:-1]
        else:
            cells[key] = ""
    misread = {
        label: "".join(
            MISREAD.get(char, char) if rng.random() < 0.3 else char for char in report.label(label)
        )
        for label in labels
    }
    return replace(report, cells=cells, labels={**report.labels, **misread})


# The set.

SOFT: Final = Scan(dpi=150, mode="grey", encoding="jpeg", quality=70, noise=4)
CLEAR: Final = Scan(dpi=200, encoding="jpeg", quality=85)
LARGE: Final = 2
"""Numbers of at least so many digits are long enough for one of them to lie alone."""


def in_table(number: int, text: str) -> bool:
    """Every printed cell."""
    return True


def short(number: int, text: str) -> bool:
    """Cells of one or two digits."""
    return len(text) <= LARGE


def one_cell(report: PrintedReport) -> Callable[[int, str], bool]:
    """One cell of several digits, or of any number if there is none."""
    found = [
        number
        for number, text in enumerate(report.cells.values())
        if text and text.isdigit() and text != "0"
    ]
    long = [n for n in found if len(list(report.cells.values())[n] or "") >= LARGE] or found
    chosen = long[len(long) // 2]
    return lambda number, _: number == chosen


Make = Callable[[PrintedReport, int], bytes]


def _font(lie: Lie, **named: Any) -> Make:
    return lambda report, _: printed_lying(report, lie, **named)


def _layer(options: Scan, *, poor: bool, labels: bool = True) -> Make:
    def make(report: PrintedReport, seed: int) -> bytes:
        keys = [key for key in report.official.labels if key[0].isdigit()] if labels else []
        read = poorly_read(report, Random(seed), keys) if poor else report
        return with_text_layer(report, read, options, seed)

    return make


SHIFTED: Final = permuted("3456789012")
SWAPPED: Final = permuted("0173856249")

SHAPES: Final[tuple[tuple[str, Make], ...]] = (
    ("digits permuted everywhere", _font(SHIFTED, always=is_digit)),
    ("digits permuted in the tables", _font(SWAPPED, cells=in_table)),
    ("short numbers wrong in the tables", _font(one_further, cells=short)),
    ("labels and digits in the private-use area", _font(private_use, always=is_anything)),
    ("digits in the private-use area", _font(private_use, always=is_digit)),
    ("labels and digits as control characters", _font(control, always=is_anything)),
    ("labels and digits as unrelated letters", _font(unrelated, always=is_anything)),
    ("labels and digits as other words", _font(other_words, always=is_anything)),
    ("no ToUnicode map", _font(silent, always=is_anything, mapped=False)),
    ("no ToUnicode map for digits", _font(silent, always=is_digit, mapped=False)),
    ("digits say nothing", _font(silent, always=is_digit)),
    ("poor invisible text, 150 dpi grey", _layer(SOFT, poor=True)),
    ("poor invisible text, 200 dpi", _layer(CLEAR, poor=True)),
    ("poor invisible digits, right labels", _layer(CLEAR, poor=True, labels=False)),
    ("right invisible text, 200 dpi", _layer(CLEAR, poor=False)),
    (
        "right invisible text, 150 dpi skewed",
        _layer(replace(SOFT, skew=0.8), poor=False),
    ),
    (
        "invisible text of another report, 200 dpi",
        lambda r, seed: with_text_layer(r, another_report(r), CLEAR, seed),
    ),
    ("one number lies", lambda r, _: printed_lying(r, one_further, cells=one_cell(r))),
)


def lying_shapes(seed: int = 0) -> Iterator[Specimen]:
    """Every lying PDF of the accuracy set, or of another one for another seed."""
    sources = {form: cycle(documents(form, seed)) for form in FORMS}
    for number, (shape, make) in enumerate(SHAPES, start=1):
        for form in FORMS:
            report = compact(next(sources[form]))
            yield Specimen(
                name=f"lying-{number:02d}-{form}",
                form=form,
                family="lying",
                shape=shape,
                suffix=".pdf",
                make=partial(make, report, number + 1000 * seed),
                gold=said(report),
            )
