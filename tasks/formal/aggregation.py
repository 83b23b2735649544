"""Whether a report says that it covers the agencies below its own."""

from __future__ import annotations

from gongkai.agency import kind_of_agency
from tasks.formal.prescribed import prescribed
from tasks.formal.text import Text


def declared(text: Text, agency: str | None) -> str:
    """The sentence that says so, shortened; empty where there is none."""
    if agency is not None and kind_of_agency(agency) == "township":
        return ""
    for start, sentence in text.sentences:
        for pattern in prescribed().aggregates:
            match = pattern.search(sentence)
            if match is not None and not prescribed().separate.search(sentence):
                return text.quote(start, sentence, match.group())[0]
    return ""
