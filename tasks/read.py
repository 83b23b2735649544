"""One document, from its bytes to a `Reading`: what a worker process does.

Pure but for reading the file. The only place where extraction and reshaping
meet: reshaping says whether what was extracted is the form, and a slower
extraction is tried only where it is not.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai.confidence import UNSTYLED
from gongkai.errors import ReadingError
from gongkai.form import Form, forms
from gongkai.label import normalise
from gongkai.names import cut
from gongkai.report import Box, Figure, Picture, Prose, Reading, Remark, Statement
from gongkai.signature import signature
from gongkai.unit import COUNTS, said_units
from tasks.extract.kind import KINDS, kind_of
from tasks.extract.opening import opened_source
from tasks.extract.pdf.page import opened
from tasks.extract.pdf.text_pdf import TextPdf
from tasks.extract.picture.installed import can_read_pictures
from tasks.extract.position import displayed
from tasks.extract.source import Source
from tasks.extract.unpaged import Unpaged
from tasks.extract.web.assets import digest
from tasks.formal import aggregates, of_text
from tasks.formal.blanks import of_blanks
from tasks.reshape.in_pictures import in_pictures
from tasks.reshape.lines import Lines
from tasks.reshape.notes import notes
from tasks.reshape.own_words import agency_of_text, year_of_text
from tasks.reshape.place import place
from tasks.reshape.placing import Placed
from tasks.reshape.recognise import (
    assign,
    form_of,
    has_tables,
    pages_with_tables,
    rows_of,
)
from tasks.reshape.stated import contradictions, quotations, reasons, stated
from tasks.reshape.title import Title, find_title, mentions_report, period_year
from tasks.reshape.unread import unread
from tasks.reshape.verbatim import verbatim
from tasks.reshape.years import headings_of_others

_LOG = logging.getLogger("gongkai.reading")

MOST_SCANNED = 60
"""So many pages are read as pictures; a longer scan is a collection, or a book."""

FEWEST_LETTERS = 20
"""A document with fewer letters has no text layer worth the name."""

MOST_LETTERS = 400_000
"""A document with more letters is no report; the longest yearbooks have half as many."""

UNKNOWN_LETTERS = frozenset(
    {
        *("reading.missing_table", "reading.missing_row", "reading.missing_cell"),
        *("reading.lost_table", "reading.lost_row", "reading.unlabelled_row"),
        *("reading.unknown_row", "reading.unknown_column", "reading.unclear_number"),
        *("reading.label_doubtful", "reading.ambiguous_row", "reading.missing_column"),
    }
)
"""What comes of letters whose codes say nothing (private use): only the picture shows them."""

MOSTLY = 0.5
"""Share of digits that are invisible in the text layer that an OCR program put under a scan."""


@dataclass(frozen=True)
class _Attempt:
    engine: str
    placed: Mapping[str, Placed]
    regions: dict[str, tuple[tuple[int, Box], ...]]

    @property
    def faults(self) -> int:
        return sum(placed.faults for placed in self.placed.values())

    @property
    def is_amiss(self) -> bool:
        return any(placed.is_amiss for placed in self.placed.values())


def read(path: Path) -> Reading:
    """Read one document by what it says itself: a text layer, HTML, a Word file.

    Whatever keeps it from being read becomes a reason; `Reading.picture` says
    whether `read_picture` should be tried: also where the file leads the program
    astray, since its pages may be drawn all the same.

    Raises:
        OSError: the file cannot be read from disk.
    """
    kind = kind_of(path)
    try:
        reading = _read(path)
    except ReadingError as error:
        reading = _failed(error)
    except OSError:
        raise
    except ImportError as error:
        reading = _uninstalled(error)
    except Exception:  # noqa: BLE001 - parsers raise whatever comes of damaged objects
        _LOG.info("the document leads the reader astray", exc_info=True)
        reading = Reading(reason="failed", picture="better")
    picture = reading.picture if kind.key == "pdf" else ""
    return replace(reading, media_type=kind.media_type, picture=picture)


def read_picture(path: Path, probe: bool = False) -> Reading:
    """Read a PDF by the picture of its pages, whatever its text layer says.

    Args:
        path: the PDF.
        probe: give up where the first page does not look like a report's.

    Raises:
        OSError: the file cannot be read from disk.
    """
    try:
        from tasks.extract.picture.scan import Scan

        with opened(path) as document:
            if len(document) > MOST_SCANNED:
                raise ReadingError("too_many_pages", pages=len(document), limit=MOST_SCANNED)
            scan = Scan(document)
            if probe and not _looks_like_report(scan):
                raise ReadingError("not_a_report")
            reading = displayed(_reading(scan), scan.positions)
    except ReadingError as error:
        reason = "no_text_in_picture" if error.reason == "no_text" else error.reason
        reading = replace(_failed(ReadingError(reason, **error.details)), reader="ocr")
    except ImportError as error:
        reading = _uninstalled(error)
    return replace(reading, media_type=KINDS["pdf"].media_type)


def preferred(text: Reading, picture: Reading) -> Reading:
    """Which of two readings of one PDF counts: the one with tables, then the fuller one.

    What the picture does not say of agency and year, the text layer may.
    """
    if picture.reason:
        return picture if text.picture == "needed" else text
    if not text.reason and (text.picture != "better" or _absent(picture) > _absent(text)):
        return text
    if text.reason == "locked":
        picture = _locked(picture)
    return replace(
        picture,
        title=picture.title or text.title,
        agency=picture.agency or text.agency,
        year=picture.year or text.year,
    )


def lied(picture: Reading) -> Reading:
    """A reading by picture of a PDF whose text layer says other numbers than are printed."""
    message = (
        "文件的文字层与印出的数字不符（复制出来的数字是错的），已改按图片识别，"
        "请提醒机关重新生成文件。"
    )
    return _by_picture(picture, Remark("reading.lying_text", message))


def _locked(picture: Reading) -> Reading:
    """A reading by picture of a PDF that everybody may look at and nobody may copy from."""
    message = "文件设有权限限制，不允许提取文字，已改按图片识别，请提醒机关公布不加限制的版本。"
    return _by_picture(picture, Remark("reading.locked", message))


def _by_picture(picture: Reading, why: Remark) -> Reading:
    """A reading by picture of a PDF that has a text layer: it is no picture to a person."""
    own = (remark for remark in picture.remarks if remark.rule != "publication.image_only")
    return replace(picture, remarks=(*own, why))


def _absent(reading: Reading) -> int:
    return sum(figure.state == "absent" for figure in reading.figures)


def title_year(path: Path) -> int | None:
    """The report year on the title page alone, cheaply; None where it cannot be told."""
    try:
        with opened_source(path) as source:
            year = find_title(source.head).year
            if year is None and isinstance(source, TextPdf) and can_read_pictures():
                year = _pictured_year(source)
            return year
    except ReadingError:
        return None


def _pictured_year(source: TextPdf) -> int | None:
    """The year on a title page that is a picture."""
    from tasks.extract.picture.scan import Scan

    pictured = source.document.has_pictures()
    return find_title(Scan(source.document).head).year if pictured else None


def _uninstalled(error: ImportError) -> Reading:
    """No reading, by no fault of the document's: something is not installed, or not whole."""
    _LOG.info("a library is missing", exc_info=True)
    return Reading(reason="library_missing", details={"name": error.name or str(error)})


def _failed(error: ReadingError) -> Reading:
    details = {key: str(value) for key, value in error.details.items()}
    picture: Picture = "needed" if error.reason in ("no_text", "locked") else ""
    return Reading(reason=error.reason, details=details, picture=picture)


def _read(path: Path) -> Reading:
    with opened_source(path) as source:
        reading = _reading(source)
        if isinstance(source, TextPdf):
            shown = displayed(reading, source.positions)
            return replace(shown, picture=_picture(source, reading))
        if isinstance(source, Unpaged) and source.reader == "html":
            return _beside(reading, source.missing, digest(path))
        return reading


_MOST_ADDRESSES = 3
"""Of style sheets, that are named."""

_LONGEST_ADDRESS = 60
"""Letters of an address that are repeated."""


def _beside(reading: Reading, missing: Sequence[str], beside: str) -> Reading:
    """A reading of a web page, with what lay beside it and what did not."""
    if not (missing and reading.figures):
        return replace(reading, beside=beside)
    names = "、".join(f"“{cut(name, _LONGEST_ADDRESS)}”" for name in missing[:_MOST_ADDRESSES])
    message = (
        f"网页引用的 {len(missing)} 个样式表不在手边（{names}等），看到的样子可能与原网页不同。"
    )
    if len(missing) <= _MOST_ADDRESSES:
        message = message.replace("等）", "）")
    return replace(
        reading,
        beside=beside,
        figures=tuple(replace(f, score=min(f.score, UNSTYLED)) for f in reading.figures),
        remarks=(*reading.remarks, Remark("reading.sheet_missing", message)),
    )


def _reading(source: Source) -> Reading:
    """Read an open document, whatever it is."""
    texts = source.texts
    whole = normalise("".join(texts))
    if len(whole) < FEWEST_LETTERS:
        raise ReadingError("no_text")
    if len(whole) > MOST_LETTERS:
        raise ReadingError("too_complex")
    title, from_text = _identified(find_title(source.head), texts)
    known = Reading(
        reader=source.reader,
        title=title.text,
        agency=title.agency,
        year=title.year,
        pages=source.pages,
    )
    form = form_of(whole, forms())
    if not (title.text or has_tables(whole, forms()) or mentions_report("".join(texts[:1]))):
        return replace(known, reason="not_a_report")
    if form is None or title.year is None or title.year < form.since:
        year = title.year or period_year("".join(texts))
        found = quotations(texts, paged=source.pages > 0, year=year)
        known = replace(known, quotations=found)
    if form is None:
        if has_tables(whole, forms()):
            details = {"forms": "、".join(forms())}
            return replace(known, reason="unknown_form", details=details)
        return replace(known, reason="no_tables")
    best = _best_attempt(source, form, title.year)
    if best is None:
        return replace(known, reason="no_tables", form=form.form)
    paged = source.pages > 0
    words = verbatim(texts)
    prose = Prose(
        stated(texts, paged, title.year, title.agency),
        reasons(texts, paged),
        aggregates(texts, title.agency),
        signature(texts, title.agency),
    )
    drawn = source.drawn if isinstance(source, Unpaged) else ()
    best = replace(best, placed=in_pictures(best.placed, form, "\n".join(texts), drawn))
    figures = _figures(best, form)
    others = _headings_of_others(form, title.year, texts)
    remarks = (
        *from_text,
        *_about_title(title, texts),
        *_of_other_years(others, title.year, texts),
        *_remarks(best),
        *notes(form, texts, title.year, title.agency, [line for _, line in others]),
        *unread(form, figures, "".join(texts)),
        *_inked(source, best, form),
        *_of_other_units(form, figures, "".join(texts)),
        *map(words.remark, of_text(texts, paged, form, title.year, title.agency, source.reader)),
        *map(words.remark, _of_sums(prose.statements, source.reader)),
        *of_blanks(form, figures),
    )
    return replace(
        known,
        form=form.form,
        figures=figures,
        remarks=remarks,
        prose=words.prose(prose),
        regions=best.regions,
        anchors=tuple(a for placed in best.placed.values() for a in placed.anchors),
        engine=best.engine,
    )


def _identified(title: Title, texts: Sequence[str]) -> tuple[Title, tuple[Remark, ...]]:
    """A title with the agency and the year that the text says where the title does not."""
    agency = title.agency or agency_of_text(texts)
    year = title.year or year_of_text(texts)
    remarks = []
    if agency and not title.agency:
        message = f"标题中没有机关名称，按正文中的“{agency}”登记。"
        remarks.append(Remark("report.agency_from_text", message))
    if year and not title.year:
        message = f"标题中没有年度，按正文写明的统计期限登记为 {year} 年。"
        remarks.append(Remark("report.year_from_text", message))
    return replace(title, agency=agency, year=year), tuple(remarks)


def _looks_like_report(source: Source) -> bool:
    head = source.head
    return bool(find_title(head).text) or mentions_report("".join(line.text for line in head))


def _picture(source: TextPdf, reading: Reading) -> Picture:
    """Whether the pages' pictures may say more than the text layer, see `Reading.picture`."""
    pictured = source.document.has_pictures
    if reading.reason in ("no_tables", "unknown_form", "not_a_report"):
        return "better" if source.went_astray or pictured() else "probe"
    rules = {remark.rule for remark in reading.remarks}
    if rules & UNKNOWN_LETTERS and source.has_private_letters:
        return "better"
    without = {"reading.missing_table", "reading.lost_table"}
    doubtful = bool(rules & without) or source.hidden_share > MOSTLY
    return "better" if doubtful and (source.went_astray or pictured()) else ""


def _best_attempt(source: Source, form: Form, year: int | None) -> _Attempt | None:
    """Read the tables the cheap way, and dearer ways only while something is amiss.

    The reading with the fewest faults wins.
    """
    pages = pages_with_tables(source.texts, form) if source.pages else []
    if source.pages and not pages:
        return None
    last = len(source.texts)
    wider = [p for p in (pages[0] - 1, *pages, pages[-1] + 1) if 1 <= p <= last] if pages else []
    best: _Attempt | None = None
    lines = Lines.of(source.texts)
    for engine, grids in source.attempts(form, pages, wider):
        parts = assign(grids, form)
        placed = {
            table.table: place(table, parts[table.table], year, lines) for table in form.tables
        }
        regions = {
            table: tuple((grid.page, grid.box) for grid in found if grid.page)
            for table, found in parts.items()
        }
        attempt = _Attempt(engine, placed, regions)
        if any(parts.values()) and (best is None or attempt.faults < best.faults):
            best = attempt
        if best is not None and not best.is_amiss:
            break
    return best


def _figures(attempt: _Attempt, form: Form) -> tuple[Figure, ...]:
    return tuple(f for table in form.tables for f in attempt.placed[table.table].figures)


def _remarks(attempt: _Attempt) -> tuple[Remark, ...]:
    return tuple(remark for placed in attempt.placed.values() for remark in placed.remarks)


def _inked(source: Source, attempt: _Attempt, form: Form) -> Iterator[Remark]:
    """Cells without text in which something is drawn all the same."""
    for figure in _figures(attempt, form):
        if figure.state != "blank" or figure.raw or figure.page is None or figure.box is None:
            continue
        if source.has_ink(figure.page, figure.box):
            table = form.table[figure.table]
            item, measure = table.item[figure.item], table.measure[figure.measure]
            message = (
                f"{table.name}“{item.label}”行“{measure.label}”列看上去印有内容，"
                "但没有文字可读（可能是图片或表单域），请对照原文核定。"
            )
            cell = (figure.table, figure.item, figure.measure)
            yield Remark("reading.ink_without_text", message, figure.table, (cell,))


def _headings_of_others(
    form: Form, year: int | None, texts: Sequence[str]
) -> Sequence[tuple[int, str]]:
    """Page and line of what heads another year's report or table above rows of the form."""
    if year is None:
        return ()
    labels = frozenset[str]().union(*(rows_of(table) for table in form.tables))
    return tuple(dict.fromkeys(headings_of_others(texts, year, labels)))


def _of_other_years(
    headings: Sequence[tuple[int, str]], year: int | None, texts: Sequence[str]
) -> Iterator[Remark]:
    """What is said of such lines."""
    for page, line in headings:
        where = f"第 {page} 页" if len(texts) > 1 else "文中"
        message = (
            f"本报告是 {year} 年的，{where}另有“{line}”一行，其后的表格可能是别的年度的，"
            "请对照原文核定。"
        )
        yield Remark("reading.other_year", message)


def _of_other_units(form: Form, figures: Sequence[Figure], text: str) -> Iterator[Remark]:
    """Amounts whose unit the text beside the tables says otherwise (`单位：元` above them)."""
    said = said_units(text)
    for figure in figures:
        table = form.table[figure.table]
        is_amount = table.unit(figure.item, figure.measure) not in COUNTS
        others = said - {figure.unit}
        if is_amount and figure.value and others:
            item, measure = table.item[figure.item], table.measure[figure.measure]
            message = (
                f"{table.name}“{item.label}”行“{measure.label}”列的单位"
                f"按“{figure.unit or '未注明'}”登记，"
                f"但文中另写有以“{'、'.join(sorted(others))}”为单位，请对照原文核定该数的单位。"
            )
            cell = (figure.table, figure.item, figure.measure)
            yield Remark("reading.other_unit", message, figure.table, (cell,))


def _of_sums(statements: Sequence[Statement], reader: str) -> tuple[Remark, ...]:
    """What the prose says against itself; of pictures, only that it cannot be told for certain."""
    found = contradictions(statements)
    if reader != "ocr":
        return found
    return tuple(replace(remark, outcome="not_checkable") for remark in found)


def _about_title(title: Title, texts: Sequence[str]) -> tuple[Remark, ...]:
    stated = period_year("".join(texts))
    if title.year is None or stated is None or stated == title.year:
        return ()
    message = (
        f"标题写的是 {title.year} 年，正文写的统计期限是 {stated} 年，无法判断是哪一年的报告，"
        "请核对原文，并在随附的 .source.json 中写明 year。"
    )
    return (Remark("report.year_unclear", message),)
