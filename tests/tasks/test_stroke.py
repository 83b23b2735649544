"""Rules of drawn pictures become strokes, strokes become tables, letters become neither."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from tasks.extract.lattice import Lattice, lattices
from tasks.extract.picture.stroke import Stroke, strokes
from tests.press.canvas import FONT

SCALE = 200 / 72
WIDTH, HEIGHT = 420.0, 300.0
ROWS, COLUMNS = (40, 70, 100, 160, 190), (30, 120, 200, 320, 390)


def _page() -> np.ndarray:
    return np.full((round(HEIGHT * SCALE), round(WIDTH * SCALE), 3), 255, np.uint8)


def _ruled(page: np.ndarray, colour=(0, 0, 0), width: float = 0.5, pattern=None) -> np.ndarray:
    """A table of 4 rows and 4 columns; `pattern` is dash and gap in points."""
    thick = max(round(width * SCALE), 1)

    def draw(x0: float, y0: float, x1: float, y1: float) -> None:
        length = max(x1 - x0, y1 - y0)
        dash, gap = pattern or (length, 0)
        at = 0.0
        while at < length:
            end = min(at + dash, length)
            ends = ((x0 + at, y0), (x0 + end, y1)) if x1 > x0 else ((x0, y0 + at), (x1, y0 + end))
            a, b = (tuple(round(c * SCALE) for c in point) for point in ends)
            cv2.line(page, a, b, colour, thick)
            at += dash + gap

    for y in ROWS:
        draw(COLUMNS[0], y, COLUMNS[-1], y)
    for x in COLUMNS:
        draw(x, ROWS[0], x, ROWS[-1])
    return page


def _tables(page: np.ndarray) -> list[Lattice]:
    return lattices(*strokes(page, SCALE), WIDTH, HEIGHT)


def _is_the_table(found: list[Lattice]) -> bool:
    (table,) = found
    return (
        table.rows.shape == (5,)
        and table.columns.shape == (5,)
        and np.abs(table.rows - ROWS).max() < 2
        and np.abs(table.columns - COLUMNS).max() < 2
        and len(np.unique(table.owner)) == 16
    )


def _noisy(page: np.ndarray) -> np.ndarray:
    grain = np.random.default_rng(1).normal(0, 10, page.shape)
    return np.clip(page + grain, 0, 255).astype(np.uint8)


def _jpeg(page: np.ndarray) -> np.ndarray:
    _, data = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, 40])
    return cv2.imdecode(data, cv2.IMREAD_COLOR)


def _broken(page: np.ndarray) -> np.ndarray:
    lost = np.random.default_rng(2).random(page.shape[:2]) < 0.15
    page[lost] = 255
    return page


def _double(page: np.ndarray) -> np.ndarray:
    _ruled(page)
    shift = round(2 * SCALE)
    return np.minimum(page, np.roll(page, (shift, shift), (0, 1)))


def _skewed(page: np.ndarray) -> np.ndarray:
    turn = cv2.getRotationMatrix2D((page.shape[1] / 2, page.shape[0] / 2), 0.2, 1)
    return cv2.warpAffine(page, turn, page.shape[1::-1], borderValue=(255, 255, 255))


def _shaded() -> np.ndarray:
    page = _page()
    a, b = (tuple(round(c * SCALE) for c in point) for point in ((28, 38), (392, 192)))
    cv2.rectangle(page, a, b, (215, 225, 240), -1)
    return page


def _shades(page: np.ndarray) -> np.ndarray:
    """Cells told apart by their grounds alone."""
    for row in range(4):
        for column in range(4):
            shade = (255, 228)[(row + column) % 2]
            a = tuple(round(c * SCALE) for c in (COLUMNS[column], ROWS[row]))
            b = tuple(round(c * SCALE) - 1 for c in (COLUMNS[column + 1], ROWS[row + 1]))
            cv2.rectangle(page, a, b, (shade, shade, 255), -1)
    return page


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(_ruled(_page()), id="black"),
        pytest.param(_ruled(_page(), width=0.1), id="hairline"),
        pytest.param(_broken(_ruled(_page(), width=0.1)), id="broken hairline"),
        pytest.param(_ruled(_page(), width=2.5), id="thick"),
        pytest.param(_ruled(_page(), colour=(150, 190, 230)), id="coloured"),
        pytest.param(_ruled(_page(), colour=(205, 205, 205)), id="pale"),
        pytest.param(_ruled(_page(), pattern=(2.25, 2.25)), id="dashed"),
        pytest.param(_ruled(_page(), pattern=(0.7, 1.6)), id="dotted"),
        pytest.param(_ruled(_shaded(), colour=(255, 255, 255), width=1), id="white on shaded"),
        pytest.param(_double(_page()), id="double"),
        pytest.param(_noisy(_ruled(_page())), id="noise"),
        pytest.param(_jpeg(_ruled(_page())), id="jpeg"),
        pytest.param(_skewed(_ruled(_page())), id="skewed"),
        pytest.param(_shades(_page()), id="shades"),
    ],
)
def test_rules_of_every_kind_make_the_table(page: np.ndarray) -> None:
    assert _is_the_table(_tables(page))


def test_letters_are_no_table() -> None:
    picture = Image.fromarray(_page())
    draw = ImageDraw.Draw(picture)
    for size, y in ((10.5, 20), (16, 60), (22, 100)):
        font = ImageFont.truetype(str(FONT), round(size * SCALE))
        for line in range(3):
            text = "一二三十工王本年度政府信息公开1110"
            draw.text((30, (y + line * size * 1.3) * SCALE), text, font=font, fill=0)
    draw.line([(30, 280 * SCALE), (900, 280 * SCALE)], fill=0, width=2)  # an underline
    assert _tables(np.asarray(picture)) == []


def test_a_frame_around_the_page_is_no_table() -> None:
    page = _ruled(_page())
    cv2.rectangle(page, (20, 20), (page.shape[1] - 20, page.shape[0] - 20), (0, 0, 0), 2)
    assert _is_the_table(_tables(page))


def test_a_blank_page_has_no_table() -> None:
    assert _tables(_page()) == []


def _around(left: float, right: float, top: float, foot: float) -> tuple[list, list]:
    level = [Stroke(left, top, right), Stroke(left, foot, right)]
    return level, [Stroke(top, left, foot), Stroke(top, right, foot)]


def test_tables_come_in_reading_order() -> None:
    level, upright = [], []
    for top in (200.0, 40.0):
        one, other = _around(30, 300, top, top + 60)
        level += [*one, Stroke(30, top + 30, 300)]
        upright += other
    found = lattices(level, upright, WIDTH, HEIGHT)
    assert [table.rows.tolist() for table in found] == [[40, 70, 100], [200, 230, 260]]


def test_a_table_without_sides_keeps_its_outer_cells() -> None:
    level = [Stroke(30, y, 390) for y in ROWS]
    upright = [Stroke(ROWS[0], x, ROWS[-1]) for x in COLUMNS[1:-1]]
    (table,) = lattices(level, upright, WIDTH, HEIGHT)
    assert table.columns.tolist() == list(COLUMNS)


def test_a_table_that_goes_on_overleaf_keeps_its_last_row() -> None:
    level = [Stroke(30, y, 390) for y in ROWS[:-1]]
    upright = [Stroke(ROWS[0], x, ROWS[-1]) for x in COLUMNS]
    (table,) = lattices(level, upright, WIDTH, HEIGHT)
    assert table.rows.tolist() == list(ROWS)


@st.composite
def _merged_tables(draw: st.DrawFn) -> tuple[list[float], list[float], np.ndarray]:
    """Edges, and the owner of each part after some rectangles of parts were merged."""
    sides = []
    for start, least in ((30.0, 14), (20.0, 52)):
        steps = draw(st.lists(st.floats(least, 120), min_size=2, max_size=7))
        sides.append((start + np.cumsum([0.0, *steps])).tolist())
    rows, columns = sides
    owner = np.arange((len(rows) - 1) * (len(columns) - 1)).reshape(len(rows) - 1, -1)
    for _ in range(draw(st.integers(0, 3))):
        top, left = (draw(st.integers(0, side - 1)) for side in owner.shape)
        foot = draw(st.integers(top + 1, min(top + 3, owner.shape[0])))
        right = draw(st.integers(left + 1, min(left + 3, owner.shape[1])))
        part = owner[top:foot, left:right]
        if all((owner == cell).sum() == 1 for cell in part.ravel()):
            owner[top:foot, left:right] = part[0, 0]
    return rows, columns, owner


def _drawn(edges: list[float], across: list[float], owner: np.ndarray, jitter) -> list[Stroke]:
    """The rules of one direction, runs of them as one stroke, none exactly where it should be."""
    found = []
    for place, edge in enumerate(edges):
        start = None
        for part in range(len(across)):
            inside = 0 < place < len(edges) - 1
            ruled = part < len(across) - 1 and not (
                inside and owner[place - 1, part] == owner[place, part]
            )
            if ruled and start is None:
                start = across[part]
            if not ruled and start is not None:
                found.append(Stroke(start + jitter(), edge + jitter() / 3, across[part] + jitter()))
                start = None
    return found


@settings(max_examples=200, deadline=None)
@given(_merged_tables(), st.integers(0, 2**32))
def test_any_merged_table_comes_back(drawn: tuple, seed: int) -> None:
    rows, columns, owner = drawn
    every_row = all((owner[i] != owner[i + 1]).any() for i in range(len(owner) - 1))
    every_column = all((owner.T[i] != owner.T[i + 1]).any() for i in range(len(owner.T) - 1))
    if not (every_row and every_column) or len(np.unique(owner)) < 2:
        return  # an edge without a rule is none
    rng = np.random.default_rng(seed)

    def jitter() -> float:
        return float(rng.uniform(-1.5, 1.5))

    level = _drawn(rows, columns, owner, jitter)
    upright = _drawn(columns, rows, owner.T, jitter)
    (table,) = lattices(level, upright, columns[-1] + 50, rows[-1] + 50)
    assert np.abs(table.rows - rows).max() < 1
    assert np.abs(table.columns - columns).max() < 1
    same = owner.ravel()[:, None] == owner.ravel()
    assert ((table.owner.ravel()[:, None] == table.owner.ravel()) == same).all()
