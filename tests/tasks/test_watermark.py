"""Which pale letters of a page are a watermark's, and that no part of a number is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.extract.pdf.page import opened
from tests.tasks.pdf_parts import grid, pdf

PALE = "0.8 g"


def letters(text: str, *, turned: bool = True, size: int = 12, colour: str = PALE) -> str:
    """Operators that print a word over the middle cell of the grid."""
    matrix = "0.866 0.5 -0.5 0.866 118 692" if turned else "1 0 0 1 118 700"
    return f"q {colour} BT /F {size} Tf {matrix} Tm ({text}) Tj ET Q"


def read(tmp_path: Path, middle: str) -> tuple[str, str]:
    """The characters of the page, and its text."""
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf(grid(middle)))
    with opened(path) as document:
        return "".join(document.characters(1).text), document.text(1)


@pytest.mark.parametrize(
    "middle",
    [
        letters("Draft"),
        letters("Draft", size=40),
        letters("Draft") * 3,
        letters("Draft 2") + letters("Draft 2", size=14),
        letters("Draft copy", colour="0.7 0.8 0.95 rg"),
    ],
)
def test_pale_words_that_lie_aslant_belong_to_no_cell(tmp_path: Path, middle: str) -> None:
    characters, text = read(tmp_path, middle)
    assert characters == "55555555"
    assert "Draft" not in text


@pytest.mark.parametrize(
    "middle",
    [
        letters("7"),
        letters("D"),
        letters("17"),
        letters("Draft 2"),
        letters("Draft", colour="0 g"),
        letters("Draft", turned=False),
    ],
)
def test_what_may_be_the_cells_own_stays_in_it(tmp_path: Path, middle: str) -> None:
    characters, _ = read(tmp_path, middle)
    assert len(characters) > len("55555555")


def test_the_picture_without_a_watermark_has_all_else_and_is_drawn_with_it_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf(grid(letters("Draft"))))
    with opened(path) as document:
        shown, clean = document.greys(1, 1.0), document.unmarked_greys(1, 1.0)
        again = document.greys(1, 1.0)
    assert (clean >= shown).all()
    assert (clean != shown).any()
    assert (again == shown).all()
