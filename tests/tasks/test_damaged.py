"""PDFs that lead a library astray: another way is tried, then the picture, and nothing is guessed."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

import tasks.extract.pdf.text_pdf as text_pdf
from gongkai.errors import ReadingError
from gongkai.reasons import told
from gongkai.report import Grid, Reading
from tasks.extract.pdf.grid import grids
from tasks.extract.pdf.page import Pdf, opened, well_formed
from tasks.read import preferred, read
from tasks.store import Store
from tests.conftest import CORPUS

PRINTED = CORPUS / "01_header_alone.pdf"
GOLD = {
    (cell["table"], cell["item"], cell["measure"]): cell
    for cell in json.loads(PRINTED.with_suffix(".json").read_text(encoding="utf-8"))["cells"]
}
LEFT_ASIDE = ("publication.", "reading.label_variant")
"""Remarks that say nothing against a number."""


def wrong(reading: Reading) -> list[tuple[str, str, str]]:
    """The cells whose number is another than the one that was printed before the damage."""
    return [
        key
        for figure in reading.figures
        if figure.state == "number"
        and (key := (figure.table, figure.item, figure.measure)) in GOLD
        and (GOLD[key]["state"] != "number" or Decimal(GOLD[key]["value"]) != figure.value)
    ]


def astray(*_: object, **__: object) -> list[Grid]:
    raise IndexError("list index out of range")


def test_another_way_is_tried_where_one_goes_astray(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(text_pdf, "grids", astray)
    with caplog.at_level(logging.INFO, "gongkai"):
        reading = read(PRINTED)
    assert (reading.reason, reading.engine) == ("", "pieced")
    assert wrong(reading) == []
    assert sum(figure.state == "number" for figure in reading.figures) > 100
    assert {record.name for record in caplog.records} == {"gongkai.reading"}


def test_the_picture_is_asked_for_where_every_way_goes_astray(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for way in ("grids", "pieced", "drawn", "aligned"):
        monkeypatch.setattr(text_pdf, way, astray)
    reading = read(PRINTED)
    assert (reading.reason, reading.picture) == ("no_tables", "better")


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (Pdf, "text"),
        (Pdf, "characters"),
        (Pdf, "directions"),
        (Pdf, "is_cropped"),
    ],
)
def test_the_picture_is_asked_for_wherever_the_text_goes_astray(
    monkeypatch: pytest.MonkeyPatch, owner: type, name: str
) -> None:
    monkeypatch.setattr(owner, name, astray)
    reading = read(PRINTED)
    assert (reading.reason, reading.picture) == ("failed", "better")
    sentence = told(reading.reason, reading.details)[1]
    assert "index" not in sentence
    pictured = Reading(reader="ocr", agency="示例市教育局")
    assert preferred(reading, pictured) == pictured
    assert preferred(reading, Reading(reason="no_tables")) == reading


def test_what_the_machine_does_is_not_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(text_pdf, "grids", full)
    with pytest.raises(OSError, match="space"):
        read(PRINTED)


def test_a_document_that_forbids_it_is_not_read_another_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def locked(*_: object) -> object:
        raise ReadingError("locked")

    monkeypatch.setattr(text_pdf, "grids", locked)
    reading = read(PRINTED)
    assert (reading.reason, reading.picture) == ("locked", "needed")


def _mapped(*letters: str) -> bytes:
    """A page that prints A, B, … and says in UTF-16 (hex) what letters these are."""
    shown = "".join(chr(ord("A") + place) for place in range(len(letters)))
    mapped = "".join(f"<{ord(a):02X}> <{b}>\n" for a, b in zip(shown, letters, strict=True))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{mapped}endbfchar endcmap end end"
    )
    page = f"BT /F 24 Tf 72 700 Td ({shown}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(page)} >>\nstream\n{page}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    body = "".join(f"{number} 0 obj\n{said}\nendobj\n" for number, said in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer << /Root 1 0 R /Size 7 >>\n%%EOF\n".encode()


@pytest.mark.parametrize(
    ("letters", "read_as"),
    [
        (("0031", "D835", "0032"), "1\ufffd2"),
        (("D835", "DFD8"), "\U0001d7d8"),
        (("DFD8", "D835"), "\ufffd\ufffd"),
        (("D835DFD8", "0031"), "\U0001d7d81"),
    ],
)
def test_half_a_letter_is_none(tmp_path: Path, letters: tuple[str, ...], read_as: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(_mapped(*letters))
    with opened(path) as document:
        characters = document.characters(1)
        document.text(1).encode()
    assert "".join(characters.text) == read_as
    assert len(characters.text) == len(characters.boxes)
    "".join(characters.text).encode()


def test_whole_letters_stay() -> None:
    for text in ("", "abc", "示例\U0001d7d8", "\ufffd"):
        assert well_formed(text) == text
    assert well_formed("a\ud835\udfd8b\udfd8") == "a\U0001d7d8b\ufffd"


def _damaged(content: bytes, kind: str, random: Random) -> bytes:
    damaged = bytearray(content)
    at = random.randrange(len(content))
    if kind == "bits":
        for _ in range(8):
            damaged[random.randrange(len(content))] ^= 1 << random.randrange(8)
    elif kind == "cut off":
        del damaged[max(at, len(content) // 2) :]
    elif kind == "cut out":
        del damaged[at : at + random.randrange(1, 2000)]
    elif kind == "twice":
        damaged[at:at] = content[at : at + random.randrange(1, 2000)]
    elif kind == "object":
        starts = [place for place in range(len(content)) if content.startswith(b" 0 obj", place)]
        start = random.choice(starts)
        end = content.index(b"endobj", start)
        damaged[start:end] = b" " * (end - start)
    else:
        place = content.index(kind.encode(), at if kind.encode() in content[at:] else 0)
        damaged[place + 1] = ord("X")
    return bytes(damaged)


KINDS = ("cut off", "object", "/Font", "startxref")


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_no_damage_is_a_wrong_number_that_nobody_doubts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def cheaply(path: Path, pages: Sequence[int], engine: str, chars: object) -> list[Grid]:
        # The way that draws every page costs ten times what the others do together.
        return grids(path, pages, engine, chars) if engine == "vector" else astray()

    monkeypatch.setattr(text_pdf, "grids", cheaply)
    path = tmp_path / "a.pdf"
    path.write_bytes(_damaged(PRINTED.read_bytes(), KINDS[number], Random(number)))
    reading = read(path)
    kept = Store(tmp_path / "store")
    kept.put("ab" * 32, reading)
    assert kept.get("ab" * 32) == reading
    assert reading.reason != "failed" or reading.picture
    doubts = [r.rule for r in reading.remarks if not r.rule.startswith(LEFT_ASIDE)]
    assert doubts or not wrong(reading)
