"""One document, from its bytes to a `Reading`: what a worker process does.

Pure but for reading the file. The only place where extraction and reshaping
meet: reshaping says whether what was extracted is the form, and a slower
extraction is tried only where it is not.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
import numpy.typing as npt

from gongkai.errors import ReadingError
from gongkai.form import Form, forms
from gongkai.label import normalise
from gongkai.report import Figure, Line, Reading, Remark
from tasks.extract.grid import grids
from tasks.extract.ink import SCALE, has_ink
from tasks.extract.page import Characters, Pdf, lines, opened
from tasks.reshape.place import place
from tasks.reshape.placing import Placed
from tasks.reshape.recognise import assign, form_of, has_tables, pages_with_tables
from tasks.reshape.title import Title, find_title, mentions_report, period_year

MOST_PAGES = 200
"""A longer document is no single report; reading it would only cost time."""

LARGEST = 200 * 1024 * 1024
"""Bytes; a larger file is not opened."""

FEWEST_LETTERS = 20
"""A document with fewer letters has no text layer worth the name."""


@dataclass(frozen=True)
class _Attempt:
    engine: str
    placed: Mapping[str, Placed]
    regions: dict[str, tuple[tuple[int, tuple[float, float, float, float]], ...]]

    @property
    def faults(self) -> int:
        return sum(placed.faults for placed in self.placed.values())


def read(path: Path) -> Reading:
    """Read one document; whatever keeps it from being read becomes a reason.

    Raises:
        OSError: the file cannot be read from disk.
    """
    try:
        return _read(path)
    except ReadingError as error:
        details = {key: str(value) for key, value in error.details.items()}
        return Reading(reason=error.reason, details=details)


def title_year(path: Path) -> int | None:
    """The report year on the title page alone, cheaply; None where it cannot be told."""
    try:
        with opened(path) as document:
            return find_title(_printed_lines(document.characters(1))).year
    except ReadingError:
        return None


def _read(path: Path) -> Reading:
    size = path.stat().st_size
    if size > LARGEST:
        limit = LARGEST // 2**20
        raise ReadingError("too_large", size=size // 2**20, limit=limit)
    with opened(path) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise ReadingError("too_many_pages", pages=count, limit=MOST_PAGES)
        if document.is_cropped():
            with tempfile.TemporaryDirectory() as folder:
                copy = Path(folder) / "uncropped.pdf"
                document.save_uncropped(copy)
                return _read(copy)
        texts = [document.text(page) for page in range(1, count + 1)]
        whole = normalise("".join(texts))
        if len(whole) < FEWEST_LETTERS:
            raise ReadingError("no_text")
        first_page = document.characters(1)
        title = find_title(_printed_lines(first_page))
        known = Reading(title=title.text, agency=title.agency, year=title.year, pages=count)
        form = form_of(whole, forms())
        if not (title.text or has_tables(whole, forms()) or mentions_report("".join(texts[:1]))):
            return _refused(known, "not_a_report")
        if form is None:
            if has_tables(whole, forms()):
                return _refused(known, "unknown_form", forms="、".join(forms()))
            return _refused(known, "no_tables")
        best = _best_attempt(path, document, form, texts, {1: first_page})
        if best is None:
            return _refused(known, "no_tables", form=form.form)
        return Reading(
            form=form.form,
            title=title.text,
            agency=title.agency,
            year=title.year,
            pages=count,
            figures=_figures(best, form),
            remarks=(*_about_title(title, texts), *_remarks(best), *_inked(document, best, form)),
            regions=best.regions,
            engine=best.engine,
        )


def _refused(known: Reading, reason: str, form: str | None = None, **details: str) -> Reading:
    return Reading(
        reason=reason,
        details=details,
        form=form,
        title=known.title,
        agency=known.agency,
        year=known.year,
        pages=known.pages,
    )


def _printed_lines(chars: Characters) -> list[Line]:
    """The printed lines of a page with the size of their letters."""
    found = []
    for line in lines(chars, range(len(chars.text))):
        text = "".join(chars.text[i] for i in line)
        found.append(Line(text, median(chars.sizes[i] for i in line)))
    return found


def _best_attempt(
    path: Path,
    document: Pdf,
    form: Form,
    texts: Sequence[str],
    chars: dict[int, Characters],
) -> _Attempt | None:
    """Read the tables the cheap way, and dearer ways only while something is amiss.

    First the pages that print the form's labels, by the PDF's own rules; then
    with their neighbours (a row of numbers alone prints no label); then with the
    rules of the rendered page as well. The reading with the fewest faults wins.
    `chars` are the pages' characters known so far; more are added.
    """
    pages = pages_with_tables(texts, form)
    if not pages:
        return None
    wider = [p for p in (pages[0] - 1, *pages, pages[-1] + 1) if 1 <= p <= len(texts)]
    best: _Attempt | None = None
    for chosen, engine in ((pages, "vector"), (wider, "vector"), (wider, "combined")):
        if best is not None and (not _amiss(best) or (engine == "vector" and chosen == pages)):
            continue
        for page in chosen:
            if page not in chars:
                chars[page] = document.characters(page)
        attempt = _attempt(path, chosen, engine, form, chars)
        if best is None or attempt.faults < best.faults:
            best = attempt
    return best if best is not None and any(best.regions.values()) else None


def _attempt(
    path: Path, pages: Sequence[int], engine: str, form: Form, chars: Mapping[int, Characters]
) -> _Attempt:
    parts = assign(grids(path, pages, engine, chars), form)
    placed = {table.table: place(table, parts[table.table]) for table in form.tables}
    regions = {
        table: tuple((grid.page, grid.box) for grid in found) for table, found in parts.items()
    }
    return _Attempt(engine, placed, regions)


def _amiss(attempt: _Attempt) -> bool:
    return any(placed.is_amiss for placed in attempt.placed.values())


def _figures(attempt: _Attempt, form: Form) -> tuple[Figure, ...]:
    return tuple(f for table in form.tables for f in attempt.placed[table.table].figures)


def _remarks(attempt: _Attempt) -> tuple[Remark, ...]:
    return tuple(remark for placed in attempt.placed.values() for remark in placed.remarks)


def _inked(document: Pdf, attempt: _Attempt, form: Form) -> Iterator[Remark]:
    """Cells without text in which something is drawn all the same."""
    blank = [f for f in _figures(attempt, form) if f.state == "blank" and not f.raw]
    greys: dict[int, npt.NDArray[np.uint8]] = {}
    for figure in blank:
        if figure.page is None or figure.box is None:
            continue
        if figure.page not in greys:
            greys[figure.page] = document.greys(figure.page, SCALE)
        if has_ink(greys[figure.page], figure.box):
            table = form.table[figure.table]
            item, measure = table.item[figure.item], table.measure[figure.measure]
            message = (
                f"{table.name}“{item.label}”行“{measure.label}”列看上去印有内容，"
                "但没有文字可读（可能是图片或表单域），请对照原文核定。"
            )
            cell = (figure.table, figure.item, figure.measure)
            yield Remark("reading.ink_without_text", message, figure.table, (cell,))


def _about_title(title: Title, texts: Sequence[str]) -> tuple[Remark, ...]:
    stated = period_year("".join(texts))
    if title.year is None or stated is None or stated == title.year:
        return ()
    message = (
        f"标题写的是 {title.year} 年，正文写的统计期限是 {stated} 年，无法判断是哪一年的报告，"
        "请核对原文，并在随附的 .source.json 中写明 year。"
    )
    return (Remark("report.year_unclear", message),)
