"""The measure of growth itself."""

from __future__ import annotations

from tests.growth import grows_too_fast


def _steps(count: int) -> None:
    for _ in range(count):
        pass


def test_what_takes_as_long_as_its_input_does_not_grow_too_fast() -> None:
    assert not grows_too_fast(_steps, 20_000, 40_000)
    assert not grows_too_fast(lambda size: None, 1, 2)


def test_what_takes_the_square_of_its_input_does() -> None:
    assert grows_too_fast(lambda size: _steps(size * size), 500, 1000)
