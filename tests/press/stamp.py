"""Takes the clock out of printed PDFs, so that printing again gives the same bytes."""

import re
from typing import Final

_DATE: Final = re.compile(rb"D:\d{14}(?:[+-]\d{2}'\d{2}'?|Z)?")
_ID: Final = re.compile(rb"(/ID\s*\[\s*<)([0-9A-Fa-f]+)(>\s*<)([0-9A-Fa-f]+)(>)")
_CHECKSUM: Final = re.compile(rb"(/DocChecksum\s*/)([0-9A-Fa-f]+)")
_FIXED: Final = b"D:20240131090000+08'00'"


def without_clock(pdf: bytes) -> bytes:
    """The same PDF with a fixed date and file id; no byte moves, so offsets stay right."""
    pdf = _DATE.sub(lambda m: _FIXED[:16] + m.group()[16:], pdf)
    pdf = _ID.sub(
        lambda m: m[1] + b"0" * len(m[2]) + m[3] + b"0" * len(m[4]) + m[5],
        pdf,
    )
    return _CHECKSUM.sub(lambda m: m[1] + b"0" * len(m[2]), pdf)
