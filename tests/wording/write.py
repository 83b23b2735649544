"""Drafts as files: web pages of several editors, Word files, PDF."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from random import Random
from typing import Final

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.press.form_2021 import CellKey
from tests.press.web_pages import Cell, Editor, Semantic, Table, Text, WordPaste, Writer
from tests.press.word_files import packed, unpacked
from tests.wording.draft import Box, Concern, Draft, Line, Sheet, State, Suffix

_STYLE: Final = (
    "body{font-family:SimSun,serif}table{border-collapse:collapse;margin:8px auto;width:96%}"
    "td{border:1px solid #000;padding:3px 5px;position:relative}h1,h2{text-align:center}"
)


@dataclass(frozen=True)
class Page:
    """A finished input.

    Attributes:
        kinds: of wording, the first one is what it is there for.
        gold: every cell of the form; empty for hostile pages.
        agency: the expected name.
        concerns: what a hostile page must not get wrong.
        sidecar: what lies beside it as `.source.json`.
    """

    name: str
    suffix: Suffix
    content: bytes
    kinds: tuple[str, ...]
    form: str
    agency: str
    year: int
    gold: dict[CellKey, State]
    concerns: tuple[Concern, ...] = ()
    sidecar: str = ""
    why: str = ""

    @property
    def is_hostile(self) -> bool:
        return bool(self.concerns)

    def write(self, folder: Path) -> Path:
        """Lays the file and its sidecar into a folder; returns the file's path."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.name}{self.suffix}"
        path.write_bytes(self.content)
        if self.sidecar:
            (folder / f"{self.name}.source.json").write_text(self.sidecar, encoding="utf-8")
        return path


def finished(draft: Draft) -> Page:
    """The draft as a file."""
    make = {".html": _html, ".docx": _word, ".pdf": _pdf}[draft.suffix]
    try:
        content = make(draft)
    except LookupError:
        # The press's font for PDF has no more characters than its own reports need.
        draft.suffix = ".docx"
        content = _word(draft)
    sidecar = json.dumps(draft.sidecar, ensure_ascii=False) if draft.sidecar else ""
    agency = (
        draft.sidecar["agency"] if draft.sidecar and "agency" in draft.sidecar else draft.agency
    )
    return Page(
        draft.name,
        draft.suffix,
        content,
        tuple(draft.kinds),
        draft.form,
        agency,
        draft.year,
        {} if draft.concerns else draft.gold(),
        tuple(draft.concerns),
        sidecar,
        draft.why,
    )


def _html(draft: Draft) -> bytes:
    rng = Random(f"page/{draft.name}")
    writer: Writer = rng.choice((Writer, WordPaste, Editor, Semantic))()
    pieces = []
    for block in draft.blocks:
        if isinstance(block, Sheet):
            pieces.append(writer.block(_table(block)))
        else:
            pieces.append(writer.block(Text(block.kind, block.text)))
    title = escape("".join(line.text for line in draft.lines("title")))
    body = "\n".join(pieces)
    page = (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>'
        f"\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<div class="article" id="zoom">\n{body}\n</div>\n</body>\n</html>\n'
    )
    for sign, markup in draft.marks.items():
        page = page.replace(sign, markup)
    return page.encode()


def _table(sheet: Sheet) -> Table:
    rows = tuple(
        tuple(Cell(b.text, b.role, b.rows, b.columns) for b in sheet.row(row))
        for row in range(sheet.height)
    )
    return Table(rows, sheet.head)


def _word(draft: Draft) -> bytes:
    document = Document()
    document.core_properties.title = "".join(line.text for line in draft.lines("title"))
    last = document.element.body.sectPr
    for block in draft.blocks:
        markup = _word_table(block, draft) if isinstance(block, Sheet) else _word_line(block, draft)
        last.addprevious(parse_xml(markup))
    buffer = io.BytesIO()
    document.save(buffer)
    return packed(unpacked(buffer.getvalue()))


def _word_line(line: Line, draft: Draft) -> str:
    align = "left" if line.kind == "paragraph" else "center"
    return _paragraph(line.text, draft, align, 44 if line.kind == "title" else 28)


def _paragraph(text: str, draft: Draft, align: str, size: int) -> str:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
    runs = ""
    for piece in re.split("([\ue000-\uf8ff])", text):
        if piece in draft.marks:
            runs += draft.marks[piece]
        elif piece:
            runs += (
                f'<w:r><w:rPr>{fonts}<w:sz w:val="{size}"/></w:rPr>'
                f'<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
            )
    return f'<w:p {nsdecls("w")}><w:pPr><w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'


def _word_table(sheet: Sheet, draft: Draft) -> str:
    total = sum(sheet.widths)
    widths = [round(9000 * width / total) for width in sheet.widths]
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for e in edges
    )
    rows = ""
    for row in range(sheet.height):
        cells, column = "", 0
        while column < sheet.width:
            box = sheet.covering(row, column)
            if box is None:
                break  # a row that is shorter than the table
            cells += _word_cell(box, row, sum(widths[column : column + box.columns]), draft)
            column += box.columns
        rows += f"<w:tr>{cells}</w:tr>"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>'
        f'{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}'
        f"</w:tblGrid>{rows}</w:tbl>"
    )


def _word_cell(box: Box, row: int, width: int, draft: Draft) -> str:
    about = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if box.columns > 1:
        about += f'<w:gridSpan w:val="{box.columns}"/>'
    if box.rows > 1:
        about += '<w:vMerge w:val="restart"/>' if box.row == row else "<w:vMerge/>"
    content = _paragraph(box.text, draft, "center", 18) if box.row == row else "<w:p/>"
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{content}</w:tc>"


def _pdf(draft: Draft) -> bytes:
    from tests.press.lettering import register_fonts
    from tests.press.sheet import Sheet as Canvas

    register_fonts()
    report = draft.report()
    canvas = Canvas(report)
    blocks = list(draft.blocks)
    heading = ""
    for number, block in enumerate(blocks):
        if isinstance(block, Sheet):
            canvas.table(block.grid(), heading, centred=False)
            heading = ""
        elif block.kind == "title":
            canvas.centred(block.text, report.layout.body_size * 1.35)
        elif block.kind == "heading":
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            if isinstance(following, Sheet):
                heading = block.text
            else:
                canvas.heading(block.text)
        else:
            canvas.paragraphs((block.text,))
    return canvas.finish()
