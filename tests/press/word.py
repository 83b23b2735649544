"""The word processor's producer: python-docx writes, LibreOffice prints."""

import io
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from tests.press.flow import Heading, NewPage, Table, Title, Words, flow
from tests.press.fontconfig import environment
from tests.press.form_2021 import DISCLOSURE
from tests.press.grid import Grid, Slot
from tests.press.model import Layout, PrintedReport
from tests.press.pushes import Pushes
from tests.press.stamp import without_clock

CELL_MARGIN: Final = 2.7
LINE: Final = 1.75
"""Line spacing of the prose in ems: 28 points for 16, as official papers are set."""
EXPORT: Final = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'

Docx = Any


def print_word(report: PrintedReport, pushes: Pushes, profile: Path) -> bytes:
    """The report as LibreOffice prints it.

    Args:
        report: What to print.
        pushes: Room to put above the tables, so that pages end where the layout wants it.
        profile: A folder for LibreOffice's settings; reusing one saves its first start.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.docx"
        source.write_bytes(word_document(report, pushes))
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                EXPORT,
                "--outdir",
                folder,
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=180,
            env=environment(Path(folder)),
        )
        return without_clock(source.with_suffix(".pdf").read_bytes())


def word_document(report: PrintedReport, pushes: Pushes) -> bytes:
    """The report as a .docx file."""
    layout = report.layout
    document = Document()
    document.core_properties.title = "".join(report.title_lines)
    document.core_properties.author = report.agency
    _set_page(document, layout)
    body = document.element.body
    last = body.sectPr
    size = layout.body_size

    def add(*blocks: str) -> None:
        for block in blocks:
            last.addprevious(parse_xml(block))

    heading_font = layout.heading_font or layout.body_font
    for block in flow(report):
        match block:
            case Title(lines):
                for line in lines:
                    big = size * 1.35
                    add(_paragraph(line, heading_font, layout, big, align="center", line=size * 2))
            case Heading(text, before):
                add(_heading(text, layout, before))
            case Words(texts, above):
                add(*_prose((*texts, *pushes.fillers.get(above, ())), layout))
            case Table(grid, heading, centred):
                if heading and centred:
                    add(_centred(heading, layout))
                elif heading:
                    if grid.name != DISCLOSURE:
                        add(*_prose(pushes.fillers.get(grid.name, ()), layout))
                    add(_heading(heading, layout, pushes.space.get(grid.name, 0)))
                elif body[-2].tag.endswith("}tbl"):
                    # Two tables without a paragraph between them would become one.
                    add(_paragraph("", layout.body_font, layout, layout.table_size))
                add(_table(grid, layout))
            case NewPage():
                add(f'<w:p {nsdecls("w")}><w:r><w:br w:type="page"/></w:r></w:p>')
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _twips(points: float) -> int:
    return round(points * 20)


def _set_page(document: Docx, layout: Layout) -> None:
    section = document.sections[0]
    width, height = layout.page
    section.page_width, section.page_height = Pt(width), Pt(height)
    if width > height:
        section.orientation = WD_ORIENT.LANDSCAPE
    top, right, bottom, left = layout.margins
    section.top_margin, section.right_margin = Pt(top), Pt(right)
    section.bottom_margin, section.left_margin = Pt(bottom), Pt(left)
    section.footer_distance, section.header_distance = Pt(bottom / 2), Pt(top / 2)
    if layout.mirrored:
        document.settings.element.append(parse_xml(f"<w:mirrorMargins {nsdecls('w')}/>"))
    if layout.footer:
        document.settings.odd_and_even_pages_header_footer = layout.mirrored
        _set_footer(section.footer, layout, "right" if layout.mirrored else "center")
        if layout.mirrored:
            _set_footer(section.even_page_footer, layout, "left")


def _set_footer(footer: Docx, layout: Layout, align: str) -> None:
    before, _, after = layout.footer.partition("{}")
    properties = _run_properties(layout.body_font, layout.digit_font, 14)

    def run(content: str) -> str:
        return f"<w:r>{properties}{content}</w:r>"

    def text(words: str) -> str:
        return run(f'<w:t xml:space="preserve">{escape(words)}</w:t>') if words else ""

    field = "".join(
        run(content)
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>PAGE</w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    old = footer.paragraphs[0]._p
    old.addprevious(
        parse_xml(
            f'<w:p {nsdecls("w")}><w:pPr><w:jc w:val="{align}"/></w:pPr>{text(before)}'
            f"{field}{text(after)}</w:p>"
        )
    )
    old.getparent().remove(old)


def _run_properties(east: str, west: str, size: float) -> str:
    western = west or east
    return (
        f'<w:rPr><w:rFonts w:ascii="{western}" w:hAnsi="{western}" w:eastAsia="{east}" '
        f'w:cs="{western}" w:hint="eastAsia"/><w:sz w:val="{round(size * 2)}"/></w:rPr>'
    )


def _paragraph(
    text: str,
    font: str,
    layout: Layout,
    size: float,
    *,
    align: str = "both",
    indent: float = 0,
    line: float = 0,
    before: float = 0,
) -> str:
    spacing = f'<w:spacing w:before="{_twips(before)}" w:after="0"'
    spacing += f' w:line="{_twips(line)}" w:lineRule="exact"/>' if line else "/>"
    return (
        f'<w:p {nsdecls("w")}><w:pPr><w:widowControl w:val="0"/>{spacing}'
        f'<w:ind w:firstLine="{_twips(indent)}"/><w:jc w:val="{align}"/></w:pPr>'
        f"<w:r>{_run_properties(font, layout.digit_font, size)}"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _prose(texts: tuple[str, ...], layout: Layout) -> list[str]:
    size = layout.body_size
    return [
        _paragraph(text, layout.body_font, layout, size, indent=2 * size, line=size * LINE)
        for text in texts
    ]


def _heading(text: str, layout: Layout, before: float) -> str:
    size = layout.body_size
    font = layout.heading_font or layout.body_font
    return _paragraph(
        text, font, layout, size, indent=2 * size, line=size * LINE, before=before, align="left"
    )


def _centred(text: str, layout: Layout) -> str:
    size = layout.body_size
    return _paragraph(text, layout.body_font, layout, size, align="center", line=size * LINE)


def _table(grid: Grid, layout: Layout) -> str:
    _, right, _, left = layout.margins
    measure = layout.page[0] - left - right
    widths = [_twips(share * measure) for share in grid.widths]
    eighths = round(layout.border_width * 8)
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{_twips(CELL_MARGIN)}" w:type="dxa"/>' for side in ("left", "right")
    )
    owner = {
        (row, column): slot
        for slot in grid.slots
        for row in range(slot.row, slot.row + slot.rows)
        for column in range(slot.column, slot.column + slot.columns)
    }
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(grid, row, owner, widths, layout) for row in range(len(grid.row_keys)))
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(
    grid: Grid,
    row: int,
    owner: dict[tuple[int, int], Slot],
    widths: list[int],
    layout: Layout,
) -> str:
    is_head = grid.row_keys[row].startswith("head.")
    height = layout.header_row_height if is_head else layout.row_height
    repeated = layout.repeat_header and row < grid.header_rows
    properties = (
        f"{'' if layout.rows_may_break else '<w:cantSplit/>'}"
        f'<w:trHeight w:val="{_twips(height)}" w:hRule="atLeast"/>'
        f"{'<w:tblHeader/>' if repeated else ''}"
    )
    cells, column = "", 0
    while column < len(grid.widths):
        slot = owner[row, column]
        cells += _cell(slot, row, sum(widths[column : column + slot.columns]), layout)
        column += slot.columns
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(slot: Slot, row: int, width: int, layout: Layout) -> str:
    begins = slot.row == row
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if slot.columns > 1:
        properties += f'<w:gridSpan w:val="{slot.columns}"/>'
    if slot.rows > 1:
        properties += '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    if layout.shading and slot.role in ("band", "header", "identity"):
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{layout.shading[1:]}"/>'
    if slot.role == "stub" and layout.stub == "vertical":
        properties += '<w:textDirection w:val="tbRlV"/>'
    top = layout.valign == "top" and slot.role == "number"
    properties += f'<w:vAlign w:val="{"top" if top else "center"}"/>'
    content = _cell_paragraphs(slot, layout) if begins else "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _cell_paragraphs(slot: Slot, layout: Layout) -> str:
    align = "center"
    if slot.role == "identity" or (slot.role == "label" and slot.rows == 1):
        align = "left"
    elif slot.role == "number" and layout.number_align == "right":
        align = "right"
    pieces = list(slot.text) if slot.role == "stub" and layout.stub == "narrow" else [slot.text]
    font = layout.table_font or layout.body_font
    return "".join(
        _paragraph(piece, font, layout, layout.table_size, align=align) for piece in pieces
    )
