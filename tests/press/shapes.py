"""The shapes that reports printed as text PDFs come in."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from random import Random
from typing import Any, Final

from tests.press import extra_tables
from tests.press.canvas import print_canvas
from tests.press.documents import WIDE, Document, documents, made
from tests.press.forms import FORMS, FormName
from tests.press.gold import said
from tests.press.model import A4_LANDSCAPE, Break, Extra, PrintedReport
from tests.press.prose import official_prose
from tests.press.random_reports import VARIANTS, VARIANTS_2014
from tests.press.specimen import Specimen

__all__: Final = ["documents", "text_shapes"]

ALL: Final[tuple[FormName, ...]] = ("2021", "2019", "2014")
NEW: Final[tuple[FormName, ...]] = ("2021", "2019")
ENDS: Final[tuple[FormName, ...]] = ("2021", "2014")
OLD: Final[tuple[FormName, ...]] = ("2014",)
TRIAL: Final[tuple[FormName, ...]] = ("2019",)
ONLY: Final[tuple[FormName, ...]] = ("2021",)

BLUE: Final = "#C6D9F1"
PALE: Final = "#EAF1FA"
WHITE: Final = "#FFFFFF"
SILVER: Final = "#A6A6A6"

DIGITS: Final = frozenset("123456789")

Extras = Callable[[Random], tuple[Extra, ...]]


@dataclass(frozen=True)
class Shape:
    """What is special about some reports, printed once for each of its forms.

    Attributes:
        name: In a few words.
        forms: The forms it is printed in.
        layout: How its layout differs from the plain one.
        document: Its figures and labels, if not those that its name draws.
        extras: Other tables.
        filled: How many cells have a number, if not all.
    """

    name: str
    forms: tuple[FormName, ...]
    layout: Mapping[str, Any] = field(default_factory=dict)
    document: Document | None = None
    extras: Extras | None = None
    filled: int | None = None


OPEN: Final = {
    "padding": 5,
    "label_widths": (0.05, 0.15, 0.34),
    "table_size": 9,
    "row_height": 18,
    "margins": (60, 62, 56, 62),
}
"""Without rules between columns the texts need more room between them."""
SIDEWAYS: Final = {
    "margins": (50, 60, 50, 60),
    "table_size": 9,
    "row_height": 14,
    "header_row_height": 15,
    "repeat_header": True,
}
LANDSCAPE: Final = {"page": A4_LANDSCAPE, "margins": (60, 72, 60, 72), "row_height": 18}
ZEBRA: Final = {"rules": "none", "zebra": PALE, "shading": BLUE, **OPEN}
WHITE_RULES: Final = {
    "cell_colour": PALE,
    "shading": BLUE,
    "rule_colour": WHITE,
    "border_width": 1.5,
}
DETAILS: Final = (
    "3.3.4.1",
    "3.3.4.2",
    "3.3.4.3",
    "3.3.4.4",
    "3.3.4.5",
    "3.3.4.6",
    "2.2.1.a",
    "2.2.2.a",
    "1.1.b",
    "8.4",
)
"""Items of the 2014 table that agencies like to leave out."""


def _around(rng: Random) -> tuple[Extra, ...]:
    return (
        extra_tables.channels(rng, "section.2"),
        extra_tables.budget(rng, "section.3"),
        extra_tables.offices(rng, "section.5"),
    )


def _alike(rng: Random) -> tuple[Extra, ...]:
    return (
        extra_tables.receiving(rng, "section.3"),
        extra_tables.offices(rng, "section.4"),
    )


def _appendix(rng: Random) -> tuple[Extra, ...]:
    return (extra_tables.tasks(rng, "end"), extra_tables.receiving(rng, "end"))


SHAPES: Final = (
    Shape("ruled", ALL, document=Document(60)),
    Shape("ruled", ALL, {"digit_font": "Times-Roman"}, Document(900, zero="")),
    Shape("ruled", ALL, {"digit_font": "Helvetica", "border_width": 1}, Document(9, zero="—")),
    Shape("ruled", ALL, {"repeat_header": True, "row_height": 24}, Document(200, zero="/")),
    Shape("ruled", NEW, {"body_font": "STSong-Light", "digit_font": "Times-Roman"}),
    Shape("ruled", ONLY, {"table_size": 8.5}, Document(published="pingtan_2022")),
    Shape("ruled", TRIAL, document=Document(published="pingtan_2020")),
    Shape("ruled", TRIAL, document=Document(published="shanghai_office_2019")),
    Shape("wide numbers", NEW, WIDE, Document(12_000, "thousands", sign="plus")),
    Shape("wide numbers", OLD, document=Document(12_000, "thousands")),
    Shape("numbers with units", ALL, WIDE, Document(60, "unit", sign="words")),
    Shape("signs of change", TRIAL, document=Document(60, sign="slip")),
    Shape("signs of change", TRIAL, document=Document(200, sign="wide")),
    Shape("header and cells span other columns", NEW, {"blocks": "uneven"}),
    Shape("header and cells span other columns", TRIAL, {"blocks": "uneven", "border_width": 1}),
    Shape("leading column of numbers", OLD, {"statistics": "numbered"}),
    Shape("leading column of numbers", OLD, {"statistics": "numbered", "indent": False}),
    Shape("further column of numbers", OLD, {"statistics": "cumulative"}, Document(60)),
    Shape("further column of numbers", OLD, {"statistics": "cumulative"}, Document(9, zero="")),
    Shape("shorter table", OLD, document=Document(60, leave_out=DETAILS)),
    Shape(
        "shorter table",
        OLD,
        {"group_sign": "", "indent": False},
        Document(9, leave_out=(*DETAILS, "1.1.a", "2.2.2", "3.2", "3.2.1", "3.2.2", "9.3", "8.1")),
    ),
    Shape("horizontal rules only", ALL, {"rules": "horizontal", **OPEN}),
    Shape("no outer border", ALL, {"rules": "open"}),
    Shape("three-line table", ALL, {"rules": "three", "repeat_header": True, **OPEN}),
    Shape("dotted rules", ENDS, {"stroke": "dotted"}),
    Shape("dashed rules", NEW, {"stroke": "dashed"}),
    Shape("double rules", ENDS, {"stroke": "double", "padding": 3.5}),
    Shape("hairline rules", NEW, {"border_width": 0.1}),
    Shape("hairline rules", ENDS, {"border_width": 0}),
    Shape("white rules on shaded cells", NEW, WHITE_RULES),
    Shape("zebra rows", ENDS, {"zebra": PALE, "shading": BLUE}),
    Shape("zebra rows without rules", ALL, ZEBRA),
    Shape("coloured header", NEW, {"shading": "#F8CBAD"}),
    Shape("grey thin rules", ENDS, {"rule_colour": SILVER, "border_width": 0.25}),
    Shape("rules as bars", NEW, {"borders": "fills"}),
    Shape("boxes inside cells", ENDS, {"borders": "boxes", "inset": 0.7, "padding": 3.5}),
    Shape("rotated page", NEW, {"rotate": 90}),
    Shape("rotated page", ONLY, {"rotate": 180}),
    Shape("rotated page", ENDS, {"rotate": 270}),
    Shape("landscape page", NEW, LANDSCAPE),
    Shape("landscape page", OLD, {**LANDSCAPE, "rotate": 90, "repeat_header": True}),
    Shape("sideways table", NEW, {"sideways": "left", **SIDEWAYS}),
    Shape("sideways table", ENDS, {"sideways": "right", **SIDEWAYS}),
    Shape(
        "sideways table",
        ONLY,
        {
            "sideways": "left",
            "sideways_tables": ("applications", "review_litigation"),
            **SIDEWAYS,
        },
    ),
    Shape("cases as rows", NEW, {"review": "rows"}),
    Shape("cases as blocks", NEW, {"review": "blocks"}),
    Shape("extra tables", ALL, extras=_around),
    Shape("extra tables alike", NEW, extras=_alike),
    Shape("appendix", ENDS, extras=_appendix),
    Shape("two tables glued", NEW, {"glued": True}),
    Shape("table cut in two", ONLY, {"applications_cut": "3.4.1"}),
    Shape("table cut in two", TRIAL, {"applications_cut": "3.5.1"}),
    Shape("mostly blank", ALL, filled=7),
    Shape("mostly blank", ENDS, filled=0),
    Shape("encrypted", ONLY, {"encryption": "RC4 40"}),
    Shape("encrypted", ENDS, {"encryption": "RC4 128"}),
    Shape("encrypted", NEW, {"encryption": "AES 128"}),
    Shape("fake bold", NEW, {"fake_bold": True}),
    Shape("other words in labels", ONLY, document=Document(60, labels=VARIANTS[0] | VARIANTS[3])),
    Shape("other words in labels", NEW, document=Document(9, labels=VARIANTS[1] | VARIANTS[2])),
    Shape("other words in labels", OLD, document=Document(60, labels=VARIANTS_2014[0])),
    Shape("other headers", NEW, {"header": "total_apart", "stub": "pairs", "blocks": "half"}),
    Shape("other headers", NEW, {"header": "stacked", "merged_groups": False}),
    Shape(
        "table over pages",
        NEW,
        {"repeat_header": True, "breaks": (Break("applications", "3.4.1"),)},
    ),
    Shape("table over pages", ONLY, {"breaks": (Break("applications", "3.6.2"),)}),
    Shape(
        "row over pages",
        NEW,
        {"rows_may_break": True, "breaks": (Break("applications", "3.2", inside=True),)},
    ),
    Shape("header parted from its cells", NEW, {"breaks": (Break("review_litigation", "data"),)}),
    # Several at once.
    Shape(
        "combined",
        NEW,
        {
            "rules": "horizontal",
            "number_align": "right",
            "breaks": (Break("applications", "3.4.1"),),
            **OPEN,
        },
        Document(60),
    ),
    Shape("combined", ONLY, {"rules": "three", "merged_groups": False, **OPEN}, Document(60)),
    Shape("combined", OLD, {"rules": "horizontal", "indent": False, **OPEN}, Document(200)),
    Shape("combined", ONLY, {"rotate": 90, "rules": "horizontal", **OPEN}, Document(9)),
    Shape("combined", ONLY, {"glued": True, "review": "rows", "stroke": "dotted"}, extras=_alike),
    Shape("combined", TRIAL, {"blocks": "uneven", "rules": "open", "encryption": "RC4 128"}),
    Shape(
        "combined", TRIAL, {**WHITE_RULES, "fake_bold": True, "review": "blocks", "row_height": 16}
    ),
    Shape("combined", OLD, {"statistics": "cumulative", "rules": "three", **OPEN}),
    Shape("combined", OLD, {"statistics": "numbered", **ZEBRA}, extras=_appendix),
    Shape("combined", ONLY, {"applications_cut": "3.3.1", **LANDSCAPE, "stroke": "double"}),
    Shape("combined", ONLY, {"sideways": "right", **SIDEWAYS, "borders": "fills"}, filled=12),
    Shape("combined", ONLY, {"review": "rows", "rules": "three", **OPEN}, extras=_around),
)
_TURNS: Final = (
    Document(60),
    Document(200, zero=""),
    Document(9),
    Document(60, zero="/"),
    Document(200),
    Document(2),
    Document(60, zero="—", sign="words"),
    Document(200, sign="plus"),
)
"""The figures of shapes that have none of their own, drawn by their names."""


def text_shapes() -> Iterator[Specimen]:
    """Reports of all forms in all shapes; always the same ones."""
    for name, form, shape in named_shapes():
        report = shaped(name, form, shape)
        yield Specimen(
            name=name,
            form=form,
            family="text",
            shape=shape.name,
            suffix=".pdf",
            make=partial(print_canvas, report),
            gold=said(report),
        )


def named_shapes() -> Iterator[tuple[str, FormName, Shape]]:
    """The shapes with each of their forms, by names that do not change when others are added."""
    counts: Counter[str] = Counter()
    for shape in SHAPES:
        for form in shape.forms:
            base = f"text_{form}_{shape.name.replace(' ', '_')}"
            counts[base] += 1
            yield f"{base}_{counts[base]}", form, shape


def shaped(name: str, form: FormName, shape: Shape) -> PrintedReport:
    """The report of a shape in one form; its name chooses all that the shape leaves open."""
    rng = Random(name)
    number = rng.randrange(1000)
    document = shape.document or _TURNS[number % len(_TURNS)]
    layout = {**document.layout, **shape.layout}
    labels = {key: text for key, text in document.labels.items() if key in FORMS[form].labels}
    report = made(form, replace(document, layout=layout, labels=labels), name, number)
    if shape.filled is not None:
        report = _mostly_blank(rng, report, shape.filled)
    if shape.extras:
        report = replace(report, extras=shape.extras(rng))
    return report


def _mostly_blank(rng: Random, report: PrintedReport, filled: int) -> PrintedReport:
    """Takes all but some numbers out."""
    numbers = sorted(key for key, text in report.cells.items() if set(text or "") & DIGITS)
    kept = set(rng.sample(numbers, min(filled, len(numbers))))
    cells = {key: text if key in kept or text is None else "" for key, text in report.cells.items()}
    prose = official_prose(report.agency, report.year, cells, report.form)
    return replace(report, cells=cells, prose=prose)
