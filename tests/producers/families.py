"""All documents by name: what is printed, by which program, in which geometry."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, Literal

from tests.press.model import PrintedReport
from tests.press.scan import Scan, picture_pdf, scan, scanned_pages
from tests.producers import tools
from tests.producers.ink import drawn
from tests.producers.pages import HORIZONTAL, NO_SIDES, SERIF, html_page, spaced_labels
from tests.producers.painter import Style, painted
from tests.producers.pictures import jbig2_pages, mixed, photographs
from tests.producers.reports import invented, varied
from tests.producers.type3 import with_type3
from tests.producers.typst_source import typst_source

Kind = Literal["text", "picture"]
Print = Callable[[PrintedReport, str], bytes]
"""Prints a report; the name is its seed."""


@dataclass(frozen=True)
class Family:
    """Documents that are alike.

    Attributes:
        name: In a few words; `photograph …` may be held.
        kind: Whether letters can be taken from the file, or only from its pictures.
        make: Prints a report.
        count: How many documents there are.
        committed: Whether the files lie in `files`, because other programs print them.
        given: What `invented` is given besides the name.
    """

    name: str
    kind: Kind
    make: Print
    count: int
    committed: bool = False
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """One document of a family."""

    family: Family
    number: int

    @property
    def name(self) -> str:
        """Unique, fit for a file name."""
        words = "".join(char if char.isalnum() else "-" for char in self.family.name)
        return f"{words}-{self.number}"

    def report(self) -> PrintedReport:
        """What is printed; but for the first of a family, the layout is drawn by chance."""
        given = dict(self.family.given)
        if self.number > 1:
            given["layout"] = {**varied(self.name), **given.get("layout", {})}
        return invented(self.name, **given)

    def printed(self) -> bytes:
        """The file's content, printed now."""
        return self.family.make(self.report(), self.name)


# Painted pages


def _ink(style: Style, report: PrintedReport, seed: str, *, rotate: int = 0) -> bytes:
    return drawn(painted(report, style, seed), rotate=rotate)


def _unembedded(report: PrintedReport, seed: str) -> bytes:
    return drawn(painted(report, Style(), seed), embedded=False)


def _painted(tool: str, style: Style, report: PrintedReport, seed: str) -> bytes:
    return tools.painted_by(tool, painted(report, style, seed))


def _type3(unicode: bool, report: PrintedReport, seed: str) -> bytes:
    return with_type3(painted(report, Style(), seed), unicode=unicode)


def _changed(tool: str, by: str, report: PrintedReport, seed: str) -> bytes:
    return tools.foreign(tool, _painted(by, Style(), report, seed), ".pdf")


def _again(options: tuple[str, ...], style: Style, report: PrintedReport, seed: str) -> bytes:
    return tools.ghostscript(_ink(style, report, seed), *options)


# Pages of HTML and Typst


def _html(
    program: str, style: str, report: PrintedReport, _: str, *, spaced: bool = False
) -> bytes:
    page = html_page(report, style)
    if spaced:
        page = spaced_labels(page)
    if program == "weasyprint":
        return tools.foreign("weasyprint", page.encode(), ".html")
    if program == "wkhtmltopdf":
        return tools.wkhtmltopdf(page)
    if program == "libreoffice":
        return tools.libreoffice(page.encode(), ".html")
    return tools.chromium(page)


def _typst(stroke: str, extra: str, report: PrintedReport, _: str) -> bytes:
    source = typst_source(report, font=SERIF, stroke=stroke, extra=extra)
    return tools.foreign("typst", source.encode(), ".typ")


def _word(report: PrintedReport, _: str) -> bytes:
    return tools.word(report)


# Pictures


def _scan(options: Scan, report: PrintedReport, seed: str) -> bytes:
    return scan(_ink(Style(), report, seed), options, seed=_number(seed))


def _number(seed: str) -> int:
    return sum(map(ord, seed))


def _mixed(how: str, report: PrintedReport, seed: str) -> bytes:
    pages = painted(report, Style(tables_apart=True), seed)
    pdf = drawn(pages)
    number = _number(seed)
    if how == "jbig2":
        pictures = jbig2_pages(pdf, Scan(dpi=250), number)
    elif how == "ccitt":
        pictures = scanned_pages(pdf, Scan(dpi=250, mode="1-bit", encoding="ccitt"), number)
    else:
        pictures = scanned_pages(pdf, Scan(dpi=200, encoding="jpeg", quality=70), number)
    return mixed(pdf, pictures, [page.tables for page in pages])


def _jbig2(report: PrintedReport, seed: str) -> bytes:
    options = Scan(dpi=250, skew=0.3, salt=0.0002)
    return picture_pdf(jbig2_pages(_ink(Style(), report, seed), options, _number(seed)))


def _photographs(angle: float, curve: float, report: PrintedReport, seed: str) -> bytes:
    pdf = _ink(Style(), report, seed)
    return photographs(pdf, dpi=220, angle=angle, curve=curve, shadow=0.4, seed=_number(seed))


DOTTED: Final = "td { border-style: dotted !important; border-width: 1pt !important; }"
DASHED: Final = "td { border-style: dashed !important; }"
DOUBLE: Final = "td { border: 2.2pt double #000 !important; }"
WATERMARK: Final = (
    'body::before { content: "内部资料　请勿外传"; position: fixed; top: 45%; left: 10%;'
    " font-size: 44pt; color: #ddd; transform: rotate(-35deg); z-index: -1; }"
)
LOW: Final = (
    "td { line-height: 1.15 !important; padding: 0.4pt 1.5pt !important; font-size: 7.5pt; }"
    " tr { height: auto !important; }"
)
TYPST_WATERMARK: Final = (
    '#set page(background: rotate(-30deg, text(48pt, fill: luma(215), "内部资料　请勿外传")))'
)
TURNED: Final = {"row_height": 13, "header_row_height": 13, "margins": (46, 50, 46, 50)}
TIGHT: Final = {"table_size": 7.5, "row_height": 9, "header_row_height": 9}
LONG: Final = {
    "label_widths": (0.05, 0.09, 0.14),
    "row_height": 15,
}
CUT: Final = {
    "margins": (50, 54, 132, 54),
    "table_size": 7.5,
    "row_height": 11,
    "header_row_height": 11,
    "label_widths": (0.05, 0.12, 0.16),
}
ROWS: Final = {"layout": {"review": "rows", "repeat_header": True}}
BLOCKS: Final = {"layout": {"review": "blocks"}}
REPEATED: Final = {"layout": {"repeat_header": True}}
MARKED: Final = Style(watermark="内部资料")
FAINT: Final = Style(
    watermark="示例市政府信息公开",
    watermark_ink=(0.72, 0.8, 0.92),
    watermark_turn=30,
    watermark_size=17,
)

DRAWN: Final = (
    Family("no side rules", "text", partial(_ink, Style(sides=False)), 4),
    Family("horizontal rules only", "text", partial(_ink, Style(sides=False, inner=False)), 3),
    Family("rules dot by dot", "text", partial(_ink, Style(rules="dots")), 3),
    Family("dashed rules", "text", partial(_ink, Style(rules="dashed")), 2),
    Family("double rules", "text", partial(_ink, Style(rules="double")), 2),
    Family("watermark, turned and pale", "text", partial(_ink, MARKED), 3),
    Family("watermark, blue", "text", partial(_ink, FAINT), 3),
    Family("line remnants", "text", partial(_ink, Style(remnants=True)), 3),
    Family("last letter of headers apart", "text", partial(_ink, Style(split_last=True)), 4),
    Family("letter-spaced labels", "text", partial(_ink, Style(spaced=True)), 3),
    Family(
        "header repeated, cases as rows",
        "text",
        partial(_ink, Style(repeat_header=True)),
        4,
        given=ROWS,
    ),
    Family("cases stacked", "text", partial(_ink, Style()), 3, given=BLOCKS),
    Family(
        "landscape tables",
        "text",
        partial(_ink, Style(tables_landscape=True)),
        2,
        given={"layout": TURNED},
    ),
    Family(
        "landscape tables, Rotate 90",
        "text",
        partial(_ink, Style(tables_landscape=True), rotate=90),
        2,
        given={"layout": TURNED},
    ),
    Family(
        "landscape tables, Rotate 270",
        "text",
        partial(_ink, Style(tables_landscape=True), rotate=270),
        2,
        given={"layout": TURNED},
    ),
    Family("low rows", "text", partial(_ink, Style(tight=True)), 3, given={"layout": TIGHT}),
    Family("long labels over pages", "text", partial(_ink, Style()), 3, given={"layout": LONG}),
    Family(
        "long labels cut by pages",
        "text",
        partial(_ink, Style(cut_rows=True, tables_apart=True)),
        2,
        given={"layout": CUT},
    ),
    Family("cases in two columns", "text", partial(_ink, Style(pairs=True)), 2),
    Family("fonts not embedded", "text", _unembedded, 2),
    Family("a run for every letter", "text", partial(_ink, Style(by_letter=True)), 2),
    Family("letters drawn twice", "text", partial(_ink, Style(fake_bold=True)), 2),
    Family("Type 3 fonts", "text", partial(_type3, True), 2),
    Family("Type 3 fonts without Unicode", "picture", partial(_type3, False), 2),
)
PICTURES: Final = (
    Family("prose text, tables JBIG2", "picture", partial(_mixed, "jbig2"), 3),
    Family("prose text, tables CCITT", "picture", partial(_mixed, "ccitt"), 2),
    Family("prose text, tables JPEG", "picture", partial(_mixed, "jpeg"), 3),
    Family("scan, JBIG2", "picture", _jbig2, 2),
    Family(
        "scan, 180 dpi, colour",
        "picture",
        partial(_scan, Scan(dpi=180, encoding="jpeg", quality=75, noise=3)),
        3,
    ),
    Family(
        "scan, 250 dpi, grey, skewed",
        "picture",
        partial(_scan, Scan(dpi=250, mode="grey", encoding="jpeg", skew=0.8, noise=4)),
        3,
    ),
    Family("photograph, at an angle", "picture", partial(_photographs, 0.06, 0.01), 2),
    Family("photograph, curved page", "picture", partial(_photographs, 0.04, 0.035), 2),
    Family("photograph, curved more", "picture", partial(_photographs, 0.1, 0.06), 2),
)


def _programs() -> Iterator[Family]:
    def by(
        name: str,
        make: Print,
        count: int = 1,
        kind: Kind = "text",
        given: Mapping[str, Any] | None = None,
    ) -> Family:
        return Family(name, kind, make, count, committed=True, given=given or {})

    for program, title in (
        ("weasyprint", "WeasyPrint"),
        ("wkhtmltopdf", "wkhtmltopdf"),
        ("chromium", "Chromium"),
    ):
        html = partial(_html, program)
        yield by(f"{title}, plain", partial(html, ""), 2)
        yield by(f"{title}, dotted rules", partial(html, DOTTED), 1)
        yield by(f"{title}, dashed rules", partial(html, DASHED), 1)
        yield by(f"{title}, no side rules", partial(html, NO_SIDES), 1)
        yield by(f"{title}, horizontal rules", partial(html, HORIZONTAL), 1)
        yield by(f"{title}, header repeated, cases as rows", partial(html, ""), 1, given=ROWS)
    for program, title in (("weasyprint", "WeasyPrint"), ("chromium", "Chromium")):
        html = partial(_html, program)
        yield by(f"{title}, watermark", partial(html, WATERMARK))
        yield by(f"{title}, spaced labels", partial(html, "", spaced=True))
        yield by(f"{title}, low rows", partial(html, LOW))
        yield by(f"{title}, double rules", partial(html, DOUBLE))
    yield by("Typst, plain", partial(_typst, "0.5pt", ""), 2)
    yield by("Typst, header repeated", partial(_typst, "0.5pt", ""), 1, given=REPEATED)
    yield by("Typst, cases as rows", partial(_typst, "0.5pt", ""), 1, given=ROWS)
    yield by("Typst, cases stacked", partial(_typst, "0.5pt", ""), 1, given=BLOCKS)
    dotted = '(paint: black, thickness: 0.8pt, dash: "dotted")'
    yield by("Typst, dotted rules", partial(_typst, dotted, ""))
    yield by("Typst, horizontal rules", partial(_typst, "(x: none, y: 0.5pt)", ""))
    yield by("Typst, watermark", partial(_typst, "0.5pt", TYPST_WATERMARK))
    for tool, title in (("cairo", "cairo"), ("fpdf2", "fpdf2"), ("mupdf", "MuPDF")):
        yield by(f"{title}, plain", partial(_painted, tool, Style()), 2)
        yield by(f"{title}, no side rules", partial(_painted, tool, Style(sides=False)))
        yield by(f"{title}, watermark", partial(_painted, tool, MARKED))
    yield by("cairo, outlines", partial(_painted, "cairo_outlines", Style()), 1, "picture")
    yield by("Ghostscript", partial(_again, (), Style()), 2)
    yield by("Ghostscript, old file", partial(_again, ("-dCompatibilityLevel=1.3",), Style()))
    yield by("Ghostscript, no side rules", partial(_again, (), Style(sides=False)))
    outlines = partial(_again, ("-dNoOutputFonts",), Style())
    yield by("Ghostscript, outlines", outlines, 1, "picture")
    yield by("LibreOffice, Word file", _word, 2)
    yield by("LibreOffice, cases as rows", _word, 2, given=ROWS)
    yield by("LibreOffice, HTML", partial(_html, "libreoffice", ""), 1)
    yield by("digits in private use", partial(_changed, "private_digits", "cairo"), 2, "picture")
    yield by(
        "digits in private use, fpdf2", partial(_changed, "private_digits", "fpdf2"), 1, "picture"
    )
    yield by(
        "label letters in private use", partial(_changed, "private_labels", "cairo"), 2, "picture"
    )
    yield by("fonts without Unicode", partial(_changed, "without_unicode", "cairo"), 2, "picture")
    yield by("copying forbidden, AES 256", partial(_changed, "forbidden", "cairo"))
    yield by("copying forbidden, RC4", partial(_changed, "forbidden_rc4", "fpdf2"))
    yield by("copying forbidden, AES 128", partial(_changed, "forbidden_aes128", "mupdf"))


FAMILIES: Final = (*DRAWN, *_programs(), *PICTURES)


def documents() -> list[Document]:
    """Every document, the quick ones first."""
    return [
        Document(family, number) for family in FAMILIES for number in range(1, family.count + 1)
    ]
