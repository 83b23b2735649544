"""Tables in parts: a head of its own, a copy of the column that stays put; and what is neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tasks.unpaged import PROSE, opened_page

HEAD = "<table><tr><th>信息内容<th>本年制发件数<th>现行有效件数</table>"
BODY = "<table><tr><td>规章<td>1<td>2<tr><td>行政规范性文件<td>3<td>4</table>"
WHOLE = HEAD.removesuffix("</table>") + BODY.removeprefix("<table>")


def _texts(folder: Path, tables: str, sheet: str = "") -> list[list[str]]:
    page = f"<!doctype html><meta charset=utf-8><style>{sheet}</style>{PROSE}{tables}"
    grids = opened_page(folder, page).grids
    return [[cell.text for cell in grid.cells] for grid in grids]


def test_a_head_of_its_own_is_put_above_its_body(tmp_path: Path) -> None:
    apart = f"<div class=head>{HEAD}</div><div class=body>{BODY}</div>"
    assert _texts(tmp_path, apart) == _texts(tmp_path, WHOLE)


@pytest.mark.parametrize(
    "tables",
    [
        HEAD + WHOLE,  # the next has a head itself
        HEAD + BODY.replace("<td>2", "<td>2<td>5"),  # or is wider
        BODY + BODY,  # what comes first has numbers
        HEAD.replace("</table>", "<tr><td>规章<td>7<td>8</table>") + BODY,
    ],
)
def test_two_tables_stay_two(tmp_path: Path, tables: str) -> None:
    assert len(_texts(tmp_path, tables)) == 2


COPY = WHOLE.replace("<td>", "<td class=away>").replace("<th>", "<th class=away>")
COPY = COPY.replace("<td class=away>规章", "<td>规章").replace(
    "<td class=away>行政规范性文件", "<td>行政规范性文件"
)
AWAY = ".away{visibility:hidden}"


def test_a_copy_of_a_column_that_stays_put_is_left_out(tmp_path: Path) -> None:
    assert _texts(tmp_path, WHOLE + COPY, AWAY) == _texts(tmp_path, WHOLE)


@pytest.mark.parametrize(
    ("copy", "sheet"),
    [
        (COPY.replace("class=away>1", "class=away>"), ""),  # nothing is hidden
        (WHOLE.replace(">1<", "><").replace(">2<", "><"), AWAY),  # it was left blank
        (COPY.replace("规章", "规定"), AWAY),  # it says another thing
        (COPY.replace("<td class=away>1", "<td>1"), AWAY),  # it has a number
    ],
)
def test_another_table_of_the_same_form_is_no_copy(tmp_path: Path, copy: str, sheet: str) -> None:
    assert len(_texts(tmp_path, WHOLE + copy, sheet)) == 2
