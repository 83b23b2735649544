"""Web pages and Word files of the accuracy set, for the tests of their readers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from gongkai.form import forms
from gongkai.report import Grid
from tasks.extract.unpaged import Unpaged
from tasks.extract.web.page import opened_web
from tasks.reshape.place import place
from tasks.reshape.recognise import assign
from tasks.reshape.title import find_title
from tests.press.specimen import Specimen

PROSE = "<p>" + "依据条例编制本报告，所列数据的统计期限为全年。" * 40 + "</p>"
"""Enough words to be a page with an article."""


def opened_page(folder: Path, page: str | bytes) -> Unpaged:
    """A web page, opened."""
    path = folder / "page.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    with opened_web(path) as opened:
        return opened


def extents(grid: Grid) -> dict[str, tuple[int, int, int, int]]:
    """The rows and columns of the cells with text."""
    return {c.text: (c.row, c.row_end, c.column, c.column_end) for c in grid.cells if c.text}


def check_specimen(
    specimen: Specimen, path: Path, opened: Callable[[Path], Any], second: Callable[..., Any]
) -> None:
    """A specimen is read as its gold says, and its second reader agrees on every figure."""
    path.write_bytes(specimen.content)
    form = forms()[specimen.form]
    with opened(path) as source:
        title = find_title(source.head)
        grids = next(iter(source.attempts(form, (), ())))[1]
    assert (title.agency, title.year) == (specimen.gold["agency"], specimen.gold["year"])
    parts = assign(grids, form)
    figures = {
        (f.table, f.item, f.measure): f
        for table in form.tables
        for f in place(table, parts[table.table]).figures
    }
    again = second(path, [figure.pointer for figure in figures.values() if figure.pointer])
    for cell in specimen.gold["cells"]:
        figure = figures[cell["table"], cell["item"], cell["measure"]]
        value = None if cell["value"] is None else Decimal(cell["value"])
        assert (figure.state, figure.value) == (cell["state"], value), (specimen.name, cell)
        if figure.state != "absent":
            printed = "".join((cell["raw"] or "").split())
            # Of a cell of which a style sheet hides something the second reader says nothing.
            read = again.get(figure.pointer, printed)
            assert "".join(read.split()) == printed, (specimen.name, cell)
