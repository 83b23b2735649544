"""All violations, and one of them by its number."""

from __future__ import annotations

from random import Random

from tests.violations import families, formal, mistakes, tables, told
from tests.violations.violation import Make, Violation

TABLES: tuple[Make, ...] = (
    *(tables.detail, tables.balance, tables.column_sum, tables.review_sum, tables.part),
    *(tables.negative, tables.amount, tables.disclosed, tables.items_left, tables.in_force),
    *(tables.carried_share, tables.other_share),
    *(tables.statistics_sum, tables.statistics_sum, tables.statistics_part),
    *(tables.statistics_channels, tables.completed_answered),
    *(tables.blank_as_zero, tables.made_before, tables.completed, tables.documents_made),
)
MISTAKES: tuple[Make, ...] = (
    *(mistakes.mistyped, mistakes.transposed, mistakes.total_missing, mistakes.swapped),
    *(mistakes.offset, mistakes.column_shifted, mistakes.left_blank, mistakes.blank),
    mistakes.missing_year,
)
YEARS: tuple[Make, ...] = (
    *(tables.carried, tables.carried_elsewhere, tables.stock, tables.repealed, tables.unchanged),
    *(tables.slip, tables.items_stock, tables.disclosed_stock, tables.pending, tables.jump),
)
PROSE: tuple[Make, ...] = (
    *(told.said,) * 6,
    *(told.corrected, told.corrected, told.published, told.fee_notices),
    *(told.sums,),
    *(told.said_2014, told.said_2014),
)
"""The rules of prose are many: they come up as often."""

FAMILIES: tuple[Make, ...] = (families.less_than_child, families.not_the_sum)
FORM: tuple[Make, ...] = (
    *(
        formal.outdated,
        formal.notice_typo,
        formal.period,
        formal.other_agency,
        formal.other_author,
        formal.authority,
    ),
    *(formal.missing_section, formal.renamed_section, formal.section_order, formal.empty_section),
    *(formal.copied_last_year, formal.copied_other, formal.blank, formal.image_only),
    *(formal.late, formal.late_unregulated, formal.early),
    *(formal.other_form, formal.two_documents),
)
VIOLATIONS = (*TABLES, *MISTAKES, *YEARS, *PROSE, *FAMILIES, *FORM)


def violation(number: int) -> tuple[str, Violation]:
    """The violation of a number, always the same; and its name."""
    rng = Random(f"violation {number}")
    make = rng.choice(VIOLATIONS)
    form = rng.choice(("2021", "2021", "2019"))
    return f"{number} {make.__name__}", make(rng, form)


APART = {
    "review_litigation.part": "needs a table 四 without one of its cells, which cannot be printed",
    "cause.split": "a number split over two cells is as well a number mistyped",
    "cause.row_shifted": "as is a row shifted by one",
    "cause.other": "is none of the mistakes that happen",
}
"""Rules without a violation here, and why; what the reader notices has tests of its own."""
