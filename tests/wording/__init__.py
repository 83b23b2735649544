"""Whole reports in the wording that agencies use, with exact gold, and hostile twins of them.

A sound report is one that a careful civil servant reads in only one way; its gold says what
stands in every cell of the form. In a hostile twin something that looks like harmless wording is
really another thing, and the cells concerned must be held, or hold the one right value.
`python -m tests.wording` reads them all and tells what became of them.
"""
