"""The fast producer: draws a report with reportlab, needs no system package."""

from typing import Final

from tests.press.flow import Heading, NewPage, Table, Title, Words, flow
from tests.press.lettering import FONT, register_fonts
from tests.press.model import Layout, PrintedReport
from tests.press.sheet import Sheet, Turn

__all__: Final = ["FONT", "print_canvas"]


def print_canvas(report: PrintedReport) -> bytes:
    """The report as PDF; the same report gives the same bytes."""
    register_fonts()
    sheet = Sheet(report)
    layout = report.layout
    blocks = list(flow(report))
    # What stands between a new page and its table is turned like the table.
    leads = False
    for place, block in enumerate(blocks):
        match block:
            case Title(lines):
                for line in lines:
                    sheet.centred(line, layout.body_size * 1.35)
                sheet.space(layout.body_size)
            case Heading(text):
                sheet.face_pages(sheet.turned if leads else "")
                sheet.heading(text)
            case Words(texts) if texts:
                sheet.face_pages(sheet.turned if leads else "")
                sheet.paragraphs(texts)
            case Table(grid, heading, centred):
                sheet.face_pages(_turn(layout, block))
                sheet.table(grid, heading, centred=centred)
                leads = False
            case NewPage():
                following = [later for later in blocks[place:] if isinstance(later, Table)]
                sheet.new_page(_turn(layout, following[0]) if following else "")
                leads = True
    return sheet.finish()


def _turn(layout: Layout, table: Table) -> Turn:
    return layout.sideways if table.grid.name in layout.sideways_tables else ""
