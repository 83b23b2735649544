"""Draws the cells of the inputs, so that a person can check what is said to be shown.

Web pages are drawn by chromium, with scripts on and a window of 1280 points; PDF files by PDFium.
Word files cannot be drawn here.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from tests.shown.judge import write
from tests.shown.model import Hostile

CHROMIUM: Final = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--hide-scrollbars", "--virtual-time-budget=4000",
)  # fmt: skip
_PER_SHEET: Final = 36
_HEIGHT: Final = 64
_NAMES: Final = 250


def draw(inputs: Sequence[Hostile], folder: Path) -> None:
    """Contact sheets of the cells, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    _draw_web([one for one in inputs if one.suffix == ".html"], folder)
    _draw_pdf([one for one in inputs if one.suffix == ".pdf"], folder)


def _label(one: Hostile) -> tuple[str, str]:
    return one.name, f"-> {one.shown!r}"


def _draw_web(pages: Sequence[Hostile], folder: Path) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work:
        place = Path(work)
        for first in range(0, len(pages), _PER_SHEET):
            some = pages[first : first + _PER_SHEET]
            write([_scrolled(one) for one in some], place)
            rows = "".join(
                f'<tr><td style="width:{_NAMES}px;font:13px monospace">{_label(one)[0]}<br>{_label(one)[1]}</td>'
                f'<td><iframe src="{one.name}.html" style="width:1280px;height:{_HEIGHT}px;border:0"></iframe></td></tr>'
                for one in some
            )
            sheet = place / "sheet.html"
            sheet.write_text(
                f'<!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><table border=1 cellspacing=0>{rows}</table>',
                encoding="utf-8",
            )
            picture = folder / f"web-{first // _PER_SHEET:02d}.png"
            size = f"--window-size={1280 + _NAMES + 20},{len(some) * (_HEIGHT + 9) + 20}"
            profile = f"--user-data-dir={place / 'profile'}"
            subprocess.run(
                [*CHROMIUM, profile, size, f"--screenshot={picture}", str(sheet)],
                capture_output=True,
                check=False,
                timeout=240,
            )
            shutil.rmtree(place / "profile", ignore_errors=True)


def _scrolled(one: Hostile) -> Hostile:
    """The page with a script that scrolls to the row of the cell."""
    row = {
        "normative_documents": "行政规范性文件",
        "licensing": "行政许可",
        "penalty": "行政处罚",
        "coercion": "行政强制",
        "regulations": "规章",
    }
    table, item, _ = one.cells[0]
    label = row.get(item, "")
    number = {"proactive_disclosure": 0, "applications": 1, "review_litigation": 2}[table]
    from tests.press.form_2021 import APPLICATION_ITEMS

    label = label or APPLICATION_ITEMS.get(item, "")
    script = (
        "<script>addEventListener('load',()=>setTimeout(()=>{"
        f"const t=[...document.querySelectorAll('table')].filter(t=>!t.parentElement.closest('table'))[{number}];"
        f"let r=[...t.querySelectorAll('tr')].find(r=>'{label}'&&r.textContent.includes('{label}'));r=r||t.rows[t.rows.length-1];"
        "scrollTo(0,scrollY+r.getBoundingClientRect().top-12)},300))</script>"
    ).encode()
    return Hostile(one.name, one.suffix, one.content + script, one.shown, one.why, one.assets)


def _draw_pdf(files: Sequence[Hostile], folder: Path) -> None:
    for first in range(0, len(files), _PER_SHEET):
        some = files[first : first + _PER_SHEET]
        sheet = Image.new("RGB", (1150, len(some) * 60), "white")
        pen = ImageDraw.Draw(sheet)
        for at, one in enumerate(some):
            pen.text((4, at * 60 + 10), "  ".join(_label(one)), fill="black")
            sheet.paste(_pdf_cell(one), (340, at * 60))
        sheet.save(folder / f"pdf-{first // _PER_SHEET:02d}.png")


def _pdf_cell(one: Hostile) -> Image.Image:
    page, x, y = one.spot
    document = pdfium.PdfDocument(one.content)
    document.init_forms()
    scale = 2.2
    image: Image.Image = document[page].render(scale=scale, may_draw_forms=True).to_pil()
    unit = image.height / 841.89
    left, middle = x * unit, image.height - y * unit
    cut = image.crop(
        (
            int(left - 180 * unit),
            int(middle - 14 * unit),
            int(left + 180 * unit),
            int(middle + 12 * unit),
        )
    )
    return cut.resize((800, 58))
