"""Web pages read twice: both readers agree, and whole reports are read as printed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extract.web.again import second_texts
from tasks.extract.web.page import opened_web
from tests.press.web_pages import html_shapes
from tests.tasks.unpaged import PROSE, check_specimen

_WRAPS = (
    "{}", "<p>{}</p>", "<p>{}", "<b>{}</b>", "<b>{}", "<span>{}", "<div>{}", "<font size=2>{}",
    "&nbsp;{}&nbsp;", "{}</div>", "{}</p>", "<!-- 9 -->{}", "<i style='display:none'>7</i>{}",
    "<o:p>{}</o:p>", "<em><strong>{}</em></strong>", "<![if !x]>{}<![endif]>", "{}<br>", "<a>{}",
    "<script>if(1<2)document.write('<td>3</td>')</script>{}", "<input type=hidden value=4>{}",
    "<del>88</del>{}", "<center>{}", "<li>{}", "\n\t{}\n",
)  # fmt: skip
_ENDS = ("</td>", "", "\n")


@st.composite
def _sloppy_tables(draw: st.DrawFn) -> tuple[list[list[str]], str]:
    """The texts of a table's cells, and how a careless hand writes it."""
    rows = draw(
        st.lists(
            st.lists(st.integers(0, 9999).map(str), min_size=1, max_size=4), min_size=1, max_size=4
        )
    )
    page = draw(st.sampled_from(("<table>", "<TABLE><tbody>", "<table><thead>", "<table><form>")))
    for row in rows:
        page += "<tr>"
        for text in row:
            page += (
                "<td>" + draw(st.sampled_from(_WRAPS)).format(text) + draw(st.sampled_from(_ENDS))
            )
        page += draw(st.sampled_from(("</tr>", "", "</div>", "</tr></tbody><tbody>")))
    return rows, page + draw(st.sampled_from(("</table>", "</tbody></table>")))


@settings(max_examples=60, deadline=None)
@given(_sloppy_tables())
def test_both_readers_read_what_a_careless_hand_wrote(
    tmp_path_factory: pytest.TempPathFactory, written: tuple[list[list[str]], str]
) -> None:
    rows, table = written
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(PROSE + table, encoding="utf-8")
    expected = {
        f"table[1]/tr[{row}]/td[{column}]": text
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
    }
    with opened_web(path) as page:
        assert {c.pointer: c.text for g in page.grids for c in g.cells if c.pointer} == expected
    assert second_texts(path, list(expected)) == expected


def test_where_there_is_no_such_cell_the_second_reader_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<table><tr><td>1</td></tr></table>")
    pointers = ["table[1]/tr[1]/td[1]", "table[1]/tr[1]/td[2]", "table[2]/tr[1]/td[1]", "elsewhere"]
    assert second_texts(path, pointers) == {"table[1]/tr[1]/td[1]": "1"}


def test_the_second_reader_gives_up_on_what_never_ends(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    for page in ("<table><tr><td>1" * 5000, "<table><tr><td>1</td>" + "<a " * 50_000):
        path.write_text(page)
        assert second_texts(path, ["table[1]/tr[1]/td[2]"]) == {}


def test_whole_pages_are_read_as_printed(tmp_path: Path) -> None:
    for specimen in islice(html_shapes(), 0, None, 8):
        check_specimen(specimen, tmp_path / "page.html", opened_web, second_texts)


def test_a_wrong_gold_is_noticed(tmp_path: Path) -> None:
    specimen = next(html_shapes())
    cells = [dict(cell) for cell in specimen.gold["cells"]]
    number = next(cell for cell in cells if cell["state"] == "number")
    number["value"] = str(Decimal(number["value"]) + 1)
    wrong = replace(specimen, gold={**specimen.gold, "cells": cells})
    with pytest.raises(AssertionError):
        check_specimen(wrong, tmp_path / "page.html", opened_web, second_texts)
