"""Rules on form and publication: what a report's text and its registration say of themselves.

Pure: text and registration go in, remarks come out. What is prescribed is in
`prescribed.yaml`; the severity, title and advice of each rule are in the catalogue.

| rule | looks at |
|---|---|
| `publication.outdated_notice`, `.notice_typo` | notices and orders the text cites |
| `publication.missing_section`, `.renamed_section`, `.section_order`, `.empty_section` | parts |
| `publication.period` | the period of the statistics |
| `publication.other_agency` | whom the text names as its own author |
| `publication.image_only` | whether the report is nothing but pictures |
| `publication.late`, `.late_unregulated`, `.early` | the day of publication |
| `publication.copied_last_year`, `.copied_other` | the prose of other reports |
| `publication.authority` | figures in the row 规章 |
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from gongkai.form import Form
from gongkai.report import Reader, Remark
from tasks.formal.aggregation import declared
from tasks.formal.author import of_author
from tasks.formal.authority import of_authority
from tasks.formal.copies import Copied, copies
from tasks.formal.dates import of_dates
from tasks.formal.notices import of_notices
from tasks.formal.period import of_period
from tasks.formal.sections import of_sections
from tasks.formal.text import Text

__all__ = ["Copied", "aggregates", "copies", "of_authority", "of_registration", "of_text"]

PARTED = ("2019", "2021")
"""The forms that have six parts."""

FEWEST = 200
"""Letters below which a text is no report's, but what is left of one."""


def of_text(
    texts: Sequence[str],
    paged: bool,
    form: Form,
    year: int | None,
    agency: str | None,
    reader: Reader,
) -> tuple[Remark, ...]:
    """What is not as prescribed about one document by itself.

    What was recognised from pictures is not certain to the letter: there such a
    remark is `not_checkable`.

    Args:
        texts: the text of each page, or one text without pages.
        paged: whether they are pages.
        form: the form the document is on.
        year: of the report.
        agency: that publishes it.
        reader: by what means it was read.
    """
    text = Text(tuple(texts), paged)
    remarks: list[Remark] = []
    if len(text.tight) >= FEWEST:
        if form.form in PARTED:
            remarks += of_sections(text)
        remarks += of_notices(text, year)
        remarks += of_period(text, year)
        remarks += of_author(text, agency)
    if reader != "ocr":
        return tuple(remarks)
    return (_of_pictures(), *(_unsure(remark) for remark in remarks))


def aggregates(texts: Sequence[str], agency: str | None) -> str:
    """The sentence in which a report declares that it covers agencies below; else empty."""
    return declared(Text(tuple(texts), len(texts) > 1), agency)


def of_registration(
    agency: str | None, year: int | None, published_on: dt.date | None
) -> tuple[Remark, ...]:
    """What is not as prescribed about when a report was published."""
    return tuple(of_dates(agency, year, published_on))


def _of_pictures() -> Remark:
    message = "报告全文是图片或扫描件，文字和数字不能检索、复制，请公布可以复制文字的网页或文件。"
    return Remark("publication.image_only", message)


def _unsure(remark: Remark) -> Remark:
    message = f"{remark.message}（文字由图片识别而来，可能有误，请对照原文。）"
    return replace(remark, message=message, outcome="not_checkable")
