"""The three forms side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from tests.press import form_2014, form_2019, form_2021
from tests.press.form_2021 import CellKey

FormName = Literal["2021", "2019", "2014"]
Blocks = tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]


@dataclass(frozen=True)
class Form:
    """One form.

    Attributes:
        name: Its year.
        sections: The headings of a report's parts by id.
        labels: Every text of the form by its id.
        cells: Every cell of the form, in its order.
        disclosure_blocks: Of table 二: label id, items, measures.
        application_items: The rows of table 三 with their labels.
    """

    name: FormName
    sections: Mapping[str, str]
    labels: Mapping[str, str]
    cells: tuple[CellKey, ...]
    disclosure_blocks: Blocks = ()
    application_items: Mapping[str, str] | None = None

    @property
    def applications(self) -> tuple[str, ...]:
        """The items of table 三."""
        return tuple(self.application_items or ())

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids of the six parts."""
        return tuple(f"section.{number}" for number in range(1, 7))


FORMS: Final[dict[FormName, Form]] = {
    "2021": Form(
        "2021",
        form_2021.SECTIONS,
        form_2021.LABELS,
        form_2021.CELLS,
        form_2021.DISCLOSURE_BLOCKS,
        form_2021.APPLICATION_ITEMS,
    ),
    "2019": Form(
        "2019",
        form_2021.SECTIONS,
        form_2019.LABELS,
        form_2019.CELLS,
        form_2019.DISCLOSURE_BLOCKS,
        form_2019.APPLICATION_ITEMS,
    ),
    "2014": Form("2014", form_2014.SECTIONS, form_2014.LABELS, form_2014.CELLS),
}
