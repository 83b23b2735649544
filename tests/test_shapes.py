"""A sample of the accuracy set in every run of the tests; `make accuracy` reads all of it.

Scans and lying text layers of it are read by `tests/flows/test_run.py` and in `make accuracy`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest

from tests.accuracy.score import score
from tests.accuracy.verdicts import trial
from tests.press.shapes import text_shapes
from tests.press.specimen import Specimen
from tests.press.web_pages import html_shapes
from tests.press.word_files import word_shapes

UNEVEN = {"mostly blank", "combined"}
"""Shapes some of whose reports break a rule as they are printed."""

REAL_FIGURES = {"示例市长岭区教育局"}
"""Agencies printed with the published figures of a real one, its mistakes included."""


def _sample() -> Iterator[Specimen]:
    yield from islice(text_shapes(), 0, None, 8)
    yield from islice(html_shapes(), 0, None, 12)
    yield from islice(word_shapes(), 0, None, 11)


@pytest.mark.parametrize("specimen", _sample(), ids=lambda specimen: specimen.name)
def test_every_cell(specimen: Specimen) -> None:
    done = score(specimen)
    assert done.silent == ()
    assert done.named
    assert done.wrong == ()
    uneven = specimen.shape in UNEVEN or specimen.gold["agency"] in REAL_FIGURES
    if specimen.family in ("text", "html") and not uneven:
        assert done.status == "published", done.reason


def test_there_are_enough_of_them() -> None:
    families = (text_shapes, html_shapes, word_shapes)
    assert sum(1 for family in families for _ in family()) >= 150


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 5, 9])
def test_whose_mistake_it_is(number: int) -> None:
    """In a text PDF, a web page and a Word file; more by `make accuracy FAMILY=verdicts`."""
    done = trial(number)
    assert done.right, (done.name, done.said)
    assert not done.blamed
