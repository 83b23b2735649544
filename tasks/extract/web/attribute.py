"""What a style attribute says so plainly that it takes no style sheet to know it."""

from __future__ import annotations

import re

_TAKEN_AWAY = re.compile(r"(?:^|;)\s*display\s*:\s*none\s*(?:;|!|$)", re.I)


def is_taken_away(style: str) -> bool:
    """Whether a style attribute says that nothing of an element is shown."""
    return _TAKEN_AWAY.search(style) is not None
