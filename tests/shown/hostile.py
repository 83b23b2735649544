"""All hostile inputs, and the sound ones that look like them."""

from functools import cache
from typing import Final, Literal

from tests.shown import (
    harmless,
    pdf,
    pdf_notes,
    web,
    web_hidden,
    web_later,
    web_made,
    web_order,
    web_script,
    word,
    word_hidden,
)
from tests.shown.model import Hostile

__all__: Final = ["FORMATS", "Format", "Hostile", "harmless_inputs", "hostile_inputs"]

Format = Literal["web", "word", "pdf"]
FORMATS: Final[tuple[Format, ...]] = ("web", "word", "pdf")


@cache
def hostile_inputs(kind: Format) -> tuple[Hostile, ...]:
    """The hostile inputs of one format; every one is another agency's."""
    if kind == "word":
        return tuple(word.files("word_hidden", word_hidden.CASES, 1))
    if kind == "pdf":
        return tuple(pdf.files("pdf_notes", pdf_notes.CASES, 1))
    found: list[Hostile] = []
    for name, cases in (
        ("web_hidden", web_hidden.CASES),
        ("web_order", web_order.CASES),
        ("web_made", web_made.CASES),
        ("web_later", web_later.CASES),
        ("web_script", web_script.CASES),
    ):
        found += web.pages(name, cases, 1 + len(found))
    return tuple(found)


@cache
def harmless_inputs(kind: Format) -> tuple[Hostile, ...]:
    """The sound inputs of one format, of agencies that no hostile one has."""
    return tuple(harmless.documents(kind, 801))
