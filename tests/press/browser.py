"""The browser's producer: HTML and CSS, printed by chromium."""

import subprocess
import tempfile
from html import escape
from pathlib import Path
from typing import Final

from tests.press.flow import Heading, NewPage, Table, Title, Words, flow
from tests.press.fontconfig import environment
from tests.press.form_2021 import DISCLOSURE
from tests.press.grid import Grid, Slot
from tests.press.model import Layout, PrintedReport
from tests.press.pushes import Pushes
from tests.press.stamp import without_clock

FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--disable-pdf-tagging",
)
LINE: Final = 1.75
CENTRED: Final = "text-align: center; text-indent: 0"


def print_browser(report: PrintedReport, pushes: Pushes) -> bytes:
    """The report as chromium prints it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, target = Path(folder) / "report.html", Path(folder) / "report.pdf"
        source.write_text(web_page(report, pushes), encoding="utf-8")
        subprocess.run(
            [
                "chromium",
                *FLAGS,
                f"--user-data-dir={folder}/profile",
                f"--print-to-pdf={target}",
                source.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
            env=environment(Path(folder)),
        )
        return without_clock(target.read_bytes())


def web_page(report: PrintedReport, pushes: Pushes) -> str:
    """The report as one HTML page with its style."""
    parts: list[str] = []
    for block in flow(report):
        match block:
            case Title(lines):
                parts.append(f"<h1>{'<br>'.join(escape(line) for line in lines)}</h1>")
            case Heading(text):
                parts.append(_heading(text))
            case Words(texts, above):
                parts += _paragraphs((*texts, *pushes.fillers.get(above, ())))
            case Table(grid, heading, centred):
                if heading and centred:
                    parts.append(f'<p style="{CENTRED}">{escape(heading)}</p>')
                elif heading:
                    if grid.name != DISCLOSURE:
                        parts += _paragraphs(pushes.fillers.get(grid.name, ()))
                    parts.append(_heading(heading, pushes.space.get(grid.name, 0)))
                parts.append(_table(grid, report.layout))
            case NewPage():
                parts.append('<div style="break-before: page"></div>')
    title = escape("".join(report.title_lines))
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_style(report.layout)}</style></head>\n<body>\n{chr(10).join(parts)}\n"
        "</body></html>\n"
    )


def _style(layout: Layout) -> str:
    top, right, bottom, left = layout.margins
    width, height = layout.page
    size = layout.body_size
    fonts = ", ".join(f'"{font}"' for font in (layout.digit_font, layout.body_font) if font)
    separate = layout.borders == "separate"
    edge = f"{layout.border_width}pt solid #000"
    # With separate borders each cell draws its right and bottom edge, the table the others.
    table_edge = f"border-top: {edge}; border-left: {edge};" if separate else ""
    cell_edge = f"border-right: {edge}; border-bottom: {edge};" if separate else f"border: {edge};"
    # Rows are kept whole by their lines: `break-inside: avoid` would keep all the rows together
    # that a merged cell spans.
    least = 1 if layout.rows_may_break else 20
    rules = [
        f"@page {{ size: {width}pt {height}pt; margin: {top}pt {right}pt {bottom}pt {left}pt;"
        f"{_page_number(layout)} }}",
        f"body {{ margin: 0; font: {size}pt/{size * LINE}pt {fonts}; }}",
        f"h1 {{ font-size: {size * 1.35}pt; line-height: {size * 2}pt; text-align: center;"
        " margin: 0; font-weight: normal; }",
        f"h2 {{ font-size: {size}pt; font-weight: normal; margin: 0; text-indent: 2em; }}",
        "p { margin: 0; text-indent: 2em; text-align: justify; }",
        f"table {{ width: 100%; table-layout: fixed; {table_edge} border-spacing: 0;"
        f" border-collapse: {'separate' if separate else 'collapse'};"
        f" font-size: {layout.table_size}pt; line-height: 1.25; }}",
        f"td {{ {cell_edge} padding: 1pt 2.5pt; text-align: center; vertical-align: middle;"
        f" orphans: {least}; widows: {least}; }}",
        f"tr {{ height: {layout.row_height}pt; }}",
        f"tr.head {{ height: {layout.header_row_height}pt; }}",
        f"thead {{ display: table-{'header' if layout.repeat_header else 'row'}-group; }}",
        ".stub { orphans: 1; widows: 1; }",
        ".label, .identity { text-align: left; }",
        ".group { text-align: center; }",
        f".number {{ text-align: {layout.number_align};"
        f" vertical-align: {'top' if layout.valign == 'top' else 'middle'};"
        f" word-break: {'break-all' if layout.break_digits else 'normal'}; }}",
    ]
    if layout.mirrored:
        rules.append(f"@page :left {{ margin-left: {right}pt; margin-right: {left}pt; }}")
    if layout.table_font:
        rules.append(f'td {{ font-family: "{layout.table_font}"; }}')
    if layout.shading:
        rules.append(f".band, .header, .identity {{ background: {layout.shading}; }}")
    if layout.stub == "vertical":
        rules.append(".stub div { writing-mode: vertical-rl; margin: auto; }")
    return "\n".join(rules)


def _page_number(layout: Layout) -> str:
    if not layout.footer:
        return ""
    before, _, after = layout.footer.partition("{}")
    return (
        f' @bottom-center {{ content: "{before}" counter(page) "{after}";'
        f' font: 10.5pt "{layout.body_font}"; }}'
    )


def _heading(text: str, before: float = 0) -> str:
    # Padding, because a margin at the top of a page is dropped.
    return f'<h2 style="padding-top: {before:.1f}pt">{escape(text)}</h2>'


def _paragraphs(texts: tuple[str, ...]) -> list[str]:
    return [f"<p>{escape(text)}</p>" for text in texts]


def _table(grid: Grid, layout: Layout) -> str:
    columns = "".join(f'<col style="width: {share * 100:.3f}%">' for share in grid.widths)
    rows = [
        f"<tr{' class=head' if key.startswith('head.') else ''}>"
        + "".join(_cell(slot, layout) for slot in grid.in_row(row))
        + "</tr>"
        for row, key in enumerate(grid.row_keys)
    ]
    head = "\n".join(rows[: grid.header_rows])
    rest = "\n".join(rows[grid.header_rows :])
    opening = f"<thead>{head}</thead>\n" if head else ""
    return f"<table><colgroup>{columns}</colgroup>\n{opening}<tbody>{rest}</tbody></table>"


def _cell(slot: Slot, layout: Layout) -> str:
    spans = f' rowspan="{slot.rows}"' if slot.rows > 1 else ""
    spans += f' colspan="{slot.columns}"' if slot.columns > 1 else ""
    role = f"{slot.role} group" if slot.role == "label" and slot.rows > 1 else slot.role
    text = escape(slot.text)
    if slot.role == "stub":
        text = "<br>".join(slot.text) if layout.stub == "narrow" else f"<div>{text}</div>"
    return f'<td class="{role}"{spans}>{text}</td>'
