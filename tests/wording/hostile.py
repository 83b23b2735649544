"""placeholder"""

from collections.abc import Iterator

from tests.wording.write import Page

COUNT = 0


def hostile_pages(seed: int = 0, count: int = COUNT) -> Iterator[Page]:
    return iter(())
