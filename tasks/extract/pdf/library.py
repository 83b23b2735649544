"""PDFium as it is on every machine: with fonts of our own, and no others.

Many reports embed no fonts. PDFium then measures and draws with what the machine
has: with nothing, a label or a number with a space in it loses what follows, and
the second reader sees empty cells; with one font or another, boxes differ. So the
same document would give other results elsewhere. Everything that uses PDFium
takes it from here; Camelot, in the same process, shares it.
"""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

FONT = Path(__file__).parent / "fonts" / "GongkaiSans.ttf"

_POINTER = ctypes.POINTER(ctypes.c_char)
_FOLDER = ctypes.create_string_buffer(bytes(FONT.parent))
_FOLDERS = (_POINTER * 2)(ctypes.cast(_FOLDER, _POINTER))
"""Ends with a null pointer; PDFium keeps both, so they live as long as the process."""


def _start_with_own_fonts() -> None:
    """Start PDFium again, before any document is open: fonts can be named only at its start."""
    raw.FPDF_DestroyLibrary()
    raw.FPDF_InitLibraryWithConfig(
        raw.FPDF_LIBRARY_CONFIG(
            version=2, m_pUserFontPaths=_FOLDERS, m_pIsolate=None, m_v8EmbedderSlot=0
        )
    )


_start_with_own_fonts()

__all__ = ["FONT", "pdfium", "raw"]
