"""The frozen types that cross rooms: from a file on disk to a checked report.

Boxes are `(x0, y0, x1, y1)` in PDF points, origin at the top left of the page
as displayed; pages count from 1. Web pages and Word files have no pages: there
a page is 0 inside the reader and null when published, boxes only order the
cells of one table, and a pointer says where in the source a cell stands.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Outcome = Literal["pass", "fail", "explained", "not_checkable", "not_applicable", "broken"]
"""What a rule comes to on a report."""
Box = tuple[float, float, float, float]
State = Literal["number", "blank", "absent"]
Status = Literal["published", "held", "no_form", "unreadable", "duplicate", "not_a_report"]
Reader = Literal["text", "ocr", "html", "docx"]
Picture = Literal["", "needed", "better", "probe"]


@dataclass(frozen=True)
class Sidecar:
    """What a `NAME.source.json` beside a document adds to or overrides in it.

    Attributes:
        fault: a Chinese sentence where the sidecar itself is wrong, else empty.
        lost: the fields that were wrong and are not used.
        names_another: whether what was lost may have named another agency or year than the
            document does: a name that cannot be one, a number like a year, or all of it.
    """

    agency: str | None = None
    year: int | None = None
    url: str | None = None
    published_on: dt.date | None = None
    collected_at: dt.datetime | None = None
    fault: str = ""
    lost: tuple[str, ...] = ()
    names_another: bool = False


@dataclass(frozen=True)
class Document:
    """A file that came in.

    Attributes:
        source: its path relative to the raw folder, with `/`.
        sha256: of its bytes.
        size: in bytes.
    """

    source: str
    sha256: str
    size: int
    sidecar: Sidecar = field(default_factory=Sidecar)


@dataclass(frozen=True)
class Line:
    """A printed line: its text and the height of its letters in points."""

    text: str
    size: float


@dataclass(frozen=True)
class GridCell:
    """A cell of a table with its merged extent.

    Attributes:
        row, column: of its first part; row_end, column_end are exclusive.
        lines: what stands in the cell, line by line.
        middles: the vertical middle of each line, in points from the top of the page.
        again: the same cell as another library has it (Camelot), else the same text.
        doubts: why its digits may not be one plain number (keys of `gongkai.reasons.DOUBTS`).
        pointer: where the cell stands in a source without pages, else empty.
        score: how sure the reader is of the text, 0 to 1; 1 where it is no guess.
        quotes: what the document says that makes it `styled`.
        watermark: letters beside a number that are no part of it, by their colour, angle or size.
    """

    row: int
    column: int
    row_end: int
    column_end: int
    box: Box
    lines: tuple[str, ...]
    middles: tuple[float, ...]
    again: str
    doubts: tuple[str, ...] = ()
    pointer: str = ""
    score: float = 1.0
    quotes: tuple[str, ...] = ()
    watermark: str = ""

    @property
    def text(self) -> str:
        """What is printed in the cell; where a line wraps says nothing."""
        return "".join(self.lines)


@dataclass(frozen=True)
class Grid:
    """A table, or the part of one that stands on one page (0: the source has no pages)."""

    page: int
    box: Box
    cells: tuple[GridCell, ...]


SecondBy = Literal["pixels", "parser", ""]
"""What the second reader looked at: the pixels of the cell, the file with another parser, or
nothing that is known (it was not asked, or the figure comes from a release)."""


@dataclass(frozen=True)
class Second:
    """What the second reader read at one place; empty text where nothing is printed."""

    text: str
    by: SecondBy


@dataclass(frozen=True)
class Figure:
    """One cell of the form as a document prints it.

    Attributes:
        value: exact; None unless `state` is `number`.
        unit: as printed behind the number or in the header, else the form's.
        raw: exactly what is printed in the cell, empty where there is none.
        page, box: where; None where the document has no such cell, or no pages.
        pointer: where, in a source without pages, else empty.
        score: how sure the reader is of the text, 0 to 1.
        second: what the second reader read there, None where it was not asked.
        second_by: by what means; not published, but for the confidence that comes of it.
    """

    table: str
    item: str
    measure: str
    state: State
    value: Decimal | None
    unit: str
    raw: str
    page: int | None
    box: Box | None
    pointer: str = ""
    score: float = 1.0
    second: str | None = None
    second_by: SecondBy = ""


@dataclass(frozen=True)
class Anchor:
    """Where the label of a row, or the heading of a column, of a table stands.

    Attributes:
        code: of the item or the measure.
        page: 0 where the source has no pages.
        box: what encloses the row (or the heading), on that page.
        pointer: where the label stands in a source without pages, else empty.
    """

    table: str
    code: str
    page: int
    box: Box
    pointer: str = ""


@dataclass(frozen=True)
class Remark:
    """Something the reader noticed about a document, to become a finding.

    Attributes:
        rule: id of a rule of kind `reading` in the catalogue; it has the severity.
        message: a full Chinese sentence.
        cells: the (table, item, measure) it is about.
        places: pages and boxes to show where no figure has one.
        outcome: `not_checkable` where the document does not say what the rule needs.
        quote: the sentence it rests on, with its page (None without pages).
    """

    rule: str
    message: str
    table: str | None = None
    cells: tuple[tuple[str, str, str], ...] = ()
    places: tuple[tuple[int, Box], ...] = ()
    outcome: Outcome = "fail"
    quote: tuple[str, int | None] | None = None


@dataclass(frozen=True)
class Quotation:
    """A number the prose says, with the sentence that says it.

    Attributes:
        quantity: `received`, `answered`, `reviewed` or `litigated`.
        page: where the sentence begins; None where the source has no pages.
    """

    quantity: str
    value: int
    sentence: str
    page: int | None


@dataclass(frozen=True)
class Statement:
    """What the prose says of something that the tables count.

    Attributes:
        quantity: what it is a number of, a code that rules name in `says`.
        kind: `count` a number of cases, `share` a percentage of all results, `growth`
            the change against last year in percent, negative where it fell.
        value: exact, as said; 0 where the sentence says that there was none.
        tolerance: half a unit of the last digit said, where words round (1.2万, 33.9%); else 0.
        scope: `whole` if the sentence is about all that the report's tables are about;
            `narrower` if about a part of it (a department, a channel, a kind of cases);
            `unsure` if that cannot be told.
        denied: whether the sentence says that there was none.
        sentence: to quote.
        page: where the sentence begins; None where the source has no pages.
    """

    quantity: str
    kind: Literal["count", "share", "growth"]
    value: Decimal
    tolerance: Decimal
    scope: Literal["whole", "narrower", "unsure"]
    denied: bool
    sentence: str
    page: int | None


@dataclass(frozen=True)
class Prose:
    """What the text around the tables says, as far as rules ask for it.

    Attributes:
        statements: numbers it says of what the tables count.
        reasons: sentences (with page) that give a reason why numbers differ from others.
        aggregates: the sentence in which the report says that it covers the agencies
            below as well; empty where it does not.
        signature: of its sentences, to tell copies (`gongkai.signature`); empty if too short.
    """

    statements: tuple[Statement, ...] = ()
    reasons: tuple[tuple[str, int | None], ...] = ()
    aggregates: str = ""
    signature: tuple[int, ...] = ()


@dataclass(frozen=True)
class Reading:
    """All that one document says, before anything is known of other documents.

    Attributes:
        reason: empty when tables were read, else a key of `gongkai.reasons`.
        beside: changes with what is kept beside a web page; empty where nothing is.
        details: what fills the reason's sentence.
        reader: by what means the figures were read.
        media_type: what kind of file it is; empty where that could not be told.
        figures: every cell of the form once, in the form's order.
        regions: per table the page and box of each of its parts.
        anchors: where the rows' labels stand.
        upright: by page, where it is not upright as displayed, the way from the upright
            page to it (`tasks.extract.position.Position`).
        engine: which way of finding the tables gave them.
        quotations: what the prose says, where there is no form to say it.
        prose: what the prose says beside the form's tables.
        picture: why the pages should be read as pictures as well, else empty:
            `needed` (there is no text to read, or none may be), `better` (tables are missing, the
            text is hidden) or `probe` (it does not look like a report at all).
    """

    reason: str = ""
    details: dict[str, str] = field(default_factory=dict)
    reader: Reader = "text"
    media_type: str = ""
    form: str | None = None
    title: str = ""
    agency: str | None = None
    year: int | None = None
    pages: int = 0
    figures: tuple[Figure, ...] = ()
    remarks: tuple[Remark, ...] = ()
    regions: dict[str, tuple[tuple[int, Box], ...]] = field(default_factory=dict)
    anchors: tuple[Anchor, ...] = ()
    upright: dict[int, tuple[float, ...]] = field(default_factory=dict)
    engine: str = ""
    quotations: tuple[Quotation, ...] = ()
    prose: Prose = field(default_factory=Prose)
    picture: Picture = ""
    beside: str = ""


@dataclass(frozen=True)
class Report:
    """A document in its place among the others: whose, which year, which version.

    Attributes:
        report_id: of agency and year; of the document where these are unknown.
        version: 1, 2, … whenever the content of an agency's report of a year is another.
        first_seen: when this version first came in; None before it is registered.
        status: None until the gate has decided.
        reason: a full Chinese sentence, empty when published.
    """

    report_id: str
    version: int
    document: Document
    reading: Reading
    agency: str | None
    year: int | None
    status: Status | None
    reason: str = ""
    remarks: tuple[Remark, ...] = ()
    first_seen: dt.datetime | None = None
