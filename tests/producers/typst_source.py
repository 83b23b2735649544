"""Reports as Typst markup."""

from tests.press.flow import Heading, NewPage, Table, Title, Words, flow
from tests.press.grid import Grid, Slot
from tests.press.model import PrintedReport


def typst_source(
    report: PrintedReport, *, font: str, stroke: str = "0.5pt", extra: str = ""
) -> str:
    """The report as markup.

    Args:
        report: What is printed.
        font: Family of all letters.
        stroke: A Typst value for the tables' `stroke`.
        extra: Markup at the beginning, as of a page's background.
    """
    layout = report.layout
    width, height = layout.page
    top, right, bottom, left = layout.margins
    parts = [
        f"#set page(width: {width}pt, height: {height}pt, margin: (top: {top}pt, right: {right}pt,"
        f' bottom: {bottom}pt, left: {left}pt), numbering: "- 1 -")',
        f'#set text(font: "{font}", size: {layout.body_size}pt, lang: "zh")',
        "#set par(first-line-indent: (amount: 2em, all: true), justify: true)",
        extra,
    ]
    for block in flow(report):
        match block:
            case Title(lines):
                for line in lines:
                    size = layout.body_size * 1.35
                    parts.append(f"#align(center)[#text(size: {size}pt, {_quoted(line)})]")
            case Heading(text):
                parts.append(f"#text({_quoted(text)})\n")
            case Words(texts):
                parts += [f"#text({_quoted(text)})\n" for text in texts]
            case Table(grid, heading):
                if heading:
                    parts.append(f"#block(sticky: true)[#h(2em)#text({_quoted(heading)})]\n")
                parts.append(_table(grid, report, stroke))
            case NewPage():
                parts.append("#pagebreak()")
    return "\n".join(parts) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _table(grid: Grid, report: PrintedReport, stroke: str) -> str:
    layout = report.layout
    columns = ", ".join(f"{share / sum(grid.widths) * 100:.3f}%" for share in grid.widths)
    lines = [
        f"#text(size: {layout.table_size}pt)[#table(columns: ({columns}), stroke: {stroke},"
        f" inset: (x: 2.5pt, y: {max((layout.row_height - layout.table_size) / 2, 0.8):.2f}pt),"
        " align: center + horizon,"
    ]
    header: list[str] = []
    body: list[str] = []
    for row in range(len(grid.row_keys)):
        target = header if row < grid.header_rows else body
        target += [_cell(slot) for slot in grid.in_row(row)]
    if layout.repeat_header and header:
        lines.append(f"table.header({', '.join(header)}),")
        header = []
    lines.append(", ".join([*header, *body]))
    lines.append(")]\n")
    return "\n".join(lines)


def _cell(slot: Slot) -> str:
    align = ", align: left + horizon" if slot.role in ("label", "identity") else ""
    text = slot.text
    content = f"#text({_quoted(text)})"
    if slot.role == "stub":
        content = " \\ ".join(f"#text({_quoted(char)});" for char in text)
    return (
        f"table.cell(x: {slot.column}, y: {slot.row}, rowspan: {slot.rows},"
        f" colspan: {slot.columns}{align})[#set par(first-line-indent: 0pt, justify: false);"
        f" {content}]"
    )
