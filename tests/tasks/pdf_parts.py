"""Small PDFs written by hand, for what no library for making them writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gongkai.form import forms
from gongkai.report import GridCell
from tasks.extract.opening import opened_source

WIDE, HIGH = 60, 30
LEFT, TOP = 50, 750


def pdf(content: str, annotations: Sequence[str] = (), page: str = "", *more: str) -> bytes:
    """A page with this content.

    Args:
        content: its operators; `/F` is a font, `/T` one of the file's own (a Type 3).
        annotations: dictionaries.
        page: further entries of the page.
        more: objects from number 7 on.
    """
    notes = " ".join(f"<< /Type /Annot {note} >>" for note in annotations)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 800] /Contents 4 0 R {page} "
        f"/Resources << /Font << /F 5 0 R /T 7 0 R >> /Properties << /Off 6 0 R >> >> "
        f"/Annots [{notes}] >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /OCG /Name (Layer) >>",
        *(more or ("null",)),
    ]
    written, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return written + f"{end}startxref\n{len(written)}\n%%EOF\n".encode()


def grid(middle: str) -> str:
    """A grid of 3 × 3 cells with a 5 in each; `middle` draws what is in the middle one.

    That cell reaches from (110, 690) to (170, 720).
    """
    right, foot = LEFT + 3 * WIDE, TOP - 3 * HIGH
    rules = [f"{LEFT} {TOP - i * HIGH} m {right} {TOP - i * HIGH} l S" for i in range(4)]
    rules += [f"{LEFT + i * WIDE} {TOP} m {LEFT + i * WIDE} {foot} l S" for i in range(4)]
    fives = [
        write("5", LEFT + place % 3 * WIDE + 25, TOP - (place // 3 + 1) * HIGH + 10)
        for place in range(9)
        if place != 4
    ]
    return "\n".join((*rules, *fives, middle))


def write(text: str, x: float = 130, y: float = 700, set_as: str = "", font: str = "F") -> str:
    """Operators that write a text."""
    return f"BT /{font} 10 Tf {set_as} 1 0 0 1 {x} {y} Tm ({text}) Tj ET"


def read_cells(folder: Path, content: bytes) -> list[GridCell]:
    """The cells of the first way that finds the table of a PDF."""
    path = folder / "hand.pdf"
    path.write_bytes(content)
    with opened_source(path) as source:
        for _, grids in source.attempts(forms()["2021"], [1], [1]):
            if grids:
                return list(grids[0].cells)
    return []
