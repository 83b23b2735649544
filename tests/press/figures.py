"""The published figures of real reports, and changes made to them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.press.form_2021 import (
    APPLICATION_MEASURES,
    APPLICATIONS,
    REVIEW,
    REVIEW_MEASURES,
    CellKey,
)
from tests.press.forms import FORMS

FOLDER: Final = Path(__file__).parent / "figures"


def published_figures(name: str) -> dict[CellKey, str]:
    """The printed strings of `figures/<name>.json` by cell."""
    published = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    tables, form = published["tables"], FORMS[published.get("form", "2021")]
    of_disclosure = {
        item: measures for _, items, measures in form.disclosure_blocks for item in items
    }
    cells: dict[CellKey, str] = {}
    for table, rows in tables.items():
        for item, values in rows.items():
            measures: tuple[str, ...] = of_disclosure.get(item, ())
            if table == APPLICATIONS:
                measures = APPLICATION_MEASURES
            elif table == REVIEW:
                measures = REVIEW_MEASURES
            cells |= {
                (table, item, measure): value
                for measure, value in zip(measures, values, strict=True)
            }
    return cells


def changed(
    figures: Mapping[CellKey, str], changes: Mapping[CellKey, str]
) -> dict[CellKey, str | None]:
    """The figures with some cells printed differently.

    Raises:
        KeyError: A change names a cell that is not printed.
    """
    for key in changes:
        if key not in figures:
            raise KeyError(key)
    return {**figures, **changes}
