"""Runs programs outside the repository's environment: `python -m tests.producers.foreign`.

Called by `make` with the Python that has the packages: `foreign TOOL SOURCE TARGET [FONT]`. It reads
HTML, Typst markup, a PDF or painted pages as JSON, and writes a PDF.
"""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

PRIVATE = 0xE000


def weasyprint(source: Path, target: Path, _: Path) -> None:
    """HTML by WeasyPrint."""
    import weasyprint as program  # type: ignore[import-not-found]

    program.HTML(str(source)).write_pdf(str(target))


def typst(source: Path, target: Path, font: Path) -> None:
    """Typst markup."""
    import typst as program  # type: ignore[import-not-found]

    target.write_bytes(program.compile(str(source), font_paths=[str(font.parent)]))


def cairo(source: Path, target: Path, _: Path) -> None:
    """Painted pages by cairo, which finds the font by fontconfig."""
    _cairo(source, target, outlines=False)


def cairo_outlines(source: Path, target: Path, _: Path) -> None:
    """Painted pages by cairo, the letters as filled paths."""
    _cairo(source, target, outlines=True)


def _cairo(source: Path, target: Path, *, outlines: bool) -> None:
    import math

    import cairocffi  # type: ignore[import-not-found]

    pages = json.loads(source.read_text(encoding="utf-8"))
    surface = cairocffi.PDFSurface(str(target), pages[0]["width"], pages[0]["height"])
    context = cairocffi.Context(surface)
    context.select_font_face("GongkaiTestSerif")
    for page in pages:
        surface.set_size(page["width"], page["height"])
        for mark in page["marks"]:
            context.set_source_rgb(*mark["ink"])
            if "text" in mark:
                context.save()
                context.translate(mark["x"], mark["y"])
                context.rotate(-math.radians(mark["turn"]))
                context.set_font_size(mark["size"])
                context.move_to(0, 0)
                if outlines:
                    context.text_path(mark["text"])
                    context.fill()
                else:
                    context.show_text(mark["text"])
                context.restore()
            elif "x0" in mark:
                context.set_line_width(mark["width"])
                context.set_dash(mark["dash"])
                context.move_to(mark["x0"], mark["y0"])
                context.line_to(mark["x1"], mark["y1"])
                context.stroke()
            else:
                side = mark["size"]
                context.rectangle(mark["x"] - side / 2, mark["y"] - side / 2, side, side)
                context.fill()
        context.show_page()
    surface.finish()


def fpdf2(source: Path, target: Path, font: Path) -> None:
    """Painted pages by fpdf2."""
    from fpdf import FPDF  # type: ignore[import-untyped]

    pages = json.loads(source.read_text(encoding="utf-8"))
    pdf = FPDF(unit="pt")
    pdf.set_auto_page_break(False)
    pdf.add_font("serif", fname=str(font))
    for page in pages:
        pdf.add_page(format=(page["width"], page["height"]))
        for mark in page["marks"]:
            ink = [round(share * 255) for share in mark["ink"]]
            if "text" in mark:
                pdf.set_font("serif", size=mark["size"])
                pdf.set_text_color(*ink)
                with pdf.rotation(mark["turn"], mark["x"], mark["y"]):
                    pdf.text(mark["x"], mark["y"], mark["text"])
            elif "x0" in mark:
                pdf.set_draw_color(*ink)
                pdf.set_line_width(mark["width"])
                dash = mark["dash"]
                pdf.set_dash_pattern(*(dash or (0, 0)))
                pdf.line(mark["x0"], mark["y0"], mark["x1"], mark["y1"])
            else:
                pdf.set_fill_color(*ink)
                side = mark["size"]
                pdf.rect(mark["x"] - side / 2, mark["y"] - side / 2, side, side, style="F")
    target.write_bytes(bytes(pdf.output()))


def mupdf(source: Path, target: Path, font: Path) -> None:
    """Painted pages by MuPDF."""
    import pymupdf  # type: ignore[import-not-found]

    pages = json.loads(source.read_text(encoding="utf-8"))
    document = pymupdf.open()
    for each in pages:
        page = document.new_page(width=each["width"], height=each["height"])
        page.insert_font(fontname="F0", fontfile=str(font))
        shape = page.new_shape()
        for mark in each["marks"]:
            if "text" in mark:
                spot = pymupdf.Point(mark["x"], mark["y"])
                morph = (spot, pymupdf.Matrix(mark["turn"])) if mark["turn"] else None
                shape.insert_text(
                    spot,
                    mark["text"],
                    fontsize=mark["size"],
                    fontname="F0",
                    color=mark["ink"],
                    morph=morph,
                )
            elif "x0" in mark:
                shape.draw_line((mark["x0"], mark["y0"]), (mark["x1"], mark["y1"]))
                dash = f"[{' '.join(map(str, mark['dash']))}] 0" if mark["dash"] else None
                shape.finish(width=mark["width"], color=mark["ink"], dashes=dash)
            else:
                side = mark["size"] / 2
                x, y = mark["x"], mark["y"]
                shape.draw_rect((x - side, y - side, x + side, y + side))
                shape.finish(width=0, fill=mark["ink"], color=None)
        shape.commit()
    document.subset_fonts()
    document.save(str(target), garbage=4, deflate=True)


def private_digits(source: Path, target: Path, _: Path) -> None:
    """The PDF with all digits as private-use characters in its text layer."""
    _mapped(source, target, lambda char: chr(PRIVATE + ord(char)) if char in "0123456789" else char)


def private_labels(source: Path, target: Path, _: Path) -> None:
    """The PDF with some letters of labels as private-use characters in its text layer."""
    letters = "予公复请息"
    _mapped(
        source,
        target,
        lambda char: chr(PRIVATE + letters.index(char)) if char in letters else char,
    )


def without_unicode(source: Path, target: Path, _: Path) -> None:
    """The PDF without any table from glyphs to Unicode."""
    _mapped(source, target, None)


def _mapped(source: Path, target: Path, change: Callable[[str], str] | None) -> None:
    import pikepdf  # type: ignore[import-not-found]

    with pikepdf.open(source) as pdf:
        found = 0
        for thing in pdf.objects:
            if not isinstance(thing, pikepdf.Dictionary) or "/ToUnicode" not in thing:
                continue
            found += 1
            if change is None:
                del thing["/ToUnicode"]
                continue
            stream: Any = thing["/ToUnicode"]
            stream.write(_changed(stream.read_bytes(), change))
        if not found:
            raise ValueError("no font of this PDF says what its glyphs are")
        pdf.save(target, deterministic_id=True)


def _changed(cmap: bytes, change: Callable[[str], str]) -> bytes:
    """A CMap whose targets are changed; ranges become single characters."""
    text = cmap.decode("latin-1")
    pairs: list[tuple[str, str]] = []
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        pairs += re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, start, several in re.findall(
            r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[(.*?)\])",
            block,
            re.DOTALL,
        ):
            targets = re.findall(r"<([0-9A-Fa-f]+)>", several)
            for offset in range(int(last, 16) - int(first, 16) + 1):
                code = f"{int(first, 16) + offset:0{len(first)}X}"
                pairs.append(
                    (code, targets[offset] if targets else f"{int(start, 16) + offset:04X}")
                )
    lines = []
    for code, unicode in pairs:
        chars = bytes.fromhex(unicode).decode("utf-16-be", "replace")
        new = "".join(map(change, chars)).encode("utf-16-be").hex().upper()
        lines.append(f"<{code}> <{new}>")
    blocks = [
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar"
        for part in (lines[place : place + 100] for place in range(0, len(lines), 100))
    ]
    digits = max((len(code) for code, _ in pairs), default=4)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n"
        f"<{'0' * digits}> <{'F' * digits}>\nendcodespacerange\n"
        + "\n".join(blocks)
        + "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("latin-1")


def forbidden(source: Path, target: Path, _: Path) -> None:
    """The PDF with a password of its owner only: copying, changing and printing are forbidden."""
    _locked(source, target, 6, aes=True)


def forbidden_rc4(source: Path, target: Path, _: Path) -> None:
    """The same with the older cipher."""
    _locked(source, target, 3, aes=False)


def forbidden_aes128(source: Path, target: Path, _: Path) -> None:
    """The same with the cipher between."""
    _locked(source, target, 4, aes=True)


def _locked(source: Path, target: Path, revision: Any, *, aes: bool) -> None:
    import pikepdf

    allow = pikepdf.Permissions(
        accessibility=False,
        extract=False,
        modify_annotation=False,
        modify_assembly=False,
        modify_form=False,
        modify_other=False,
        print_highres=False,
        print_lowres=False,
    )
    with pikepdf.open(source) as pdf:
        lock = pikepdf.Encryption(
            owner="owner", user="", R=revision, allow=allow, aes=aes, metadata=aes
        )
        pdf.save(target, encryption=lock)


TOOLS: dict[str, Callable[[Path, Path, Path], None]] = {
    tool.__name__: tool
    for tool in (
        weasyprint,
        typst,
        cairo,
        cairo_outlines,
        fpdf2,
        mupdf,
        private_digits,
        private_labels,
        without_unicode,
        forbidden,
        forbidden_rc4,
        forbidden_aes128,
    )
}

if __name__ == "__main__":
    TOOLS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
