"""PDF files in which notes, layers or the way of drawing make another number seen than the text has."""

from collections.abc import Callable
from typing import Final

from tests.shown.pdf import ADVANCE, SIZE, Paper, Print, Spot

ALL: Final = "{A}{H}{B}"
_WHITE: Final = "1 g 0 0 WIDTH HEIGHT re f 0 g\n"
_OTHER: Final = _WHITE + "BT /F1 9.5 Tf 1 0 0 1 1.5 2.6 Tm ({T}) Tj ET"


def _note(
    name: str,
    why: str,
    kind: str,
    entries: str = "",
    look: str | None = None,
    shown: str | None = None,
) -> Print:
    def draw(spot: Spot) -> str:
        spot.note(kind, entries, look=look)
        return spot.say("{S}")

    return Print(name, why, draw, shown)


def _line_note(
    name: str,
    why: str,
    kind: str,
    entries: Callable[[tuple[float, float, float, float]], str],
    shown: str | None = None,
) -> Print:
    def draw(spot: Spot) -> str:
        spot.note(kind, entries(spot.rect("{S}")))
        return spot.say("{S}")

    return Print(name, why, draw, shown)


def _layer(
    name: str, config: str, shown: str | None, *, note: bool = False, why: str = ""
) -> Print:
    """A digit, or a note, in an optional layer."""

    def draw(spot: Spot) -> str:
        if "layer" not in spot.known:
            spot.known["layer"] = spot.paper.add("<< /Type /OCG /Name (Old) >>")
            spot.paper.entry(
                spot.paper.root,
                f"/OCProperties << /OCGs [ {spot.known['layer']} 0 R ] /D << {config.replace('OCG', str(spot.known['layer']) + ' 0 R')} >> >>",
            )
        layer = spot.known["layer"]
        if note:
            spot.note(
                "FreeText", f"/OC {layer} 0 R /Contents ({{T}}) /DA (/Helv 9 Tf)", look=_OTHER
            )
            return spot.say("{S}")
        spot.resource("Properties", "L1", lambda: f"{layer} 0 R")
        return (
            spot.say("{A}", x=spot.left(ALL))
            + "/OC /L1 BDC\n"
            + spot.say("{H}", x=spot.after(ALL, "{A}"))
            + "EMC\n"
            + spot.say("{B}", x=spot.after(ALL, "{A}{H}"))
        )

    return Print(name, why or config, draw, shown)


NOTES: Final = (
    _note("note-strike-out", "struck out, without a look of its own", "StrikeOut", "/C [ 1 0 0 ]"),
    _note(
        "note-strike-look",
        "struck out, with a look",
        "StrikeOut",
        "/C [ 1 0 0 ]",
        "1 0 0 RG 1 w 0 5 m WIDTH 5 l S",
    ),
    _note(
        "note-free-text",
        "a white box with another number",
        "FreeText",
        "/Contents ({T}) /DA (/Helv 9 Tf 0 g)",
        _OTHER,
        "{T}",
    ),
    _note(
        "note-free-text-bare",
        "a white box that every viewer draws itself",
        "FreeText",
        "/Contents ({T}) /C [ 1 1 1 ] /DA (/Helv 9 Tf 0 g)",
    ),
    _note("note-stamp", "a stamp with another number", "Stamp", "/Name /Draft", _OTHER, "{T}"),
    _note("note-watermark", "a watermark with another number", "Watermark", "", _OTHER, "{T}"),
    _note("note-stamp-white", "a white stamp", "Stamp", "", _WHITE, ""),
    _note(
        "note-square-white",
        "a square filled white",
        "Square",
        "/C [ 1 1 1 ] /IC [ 1 1 1 ] /BS << /W 0 >>",
        _WHITE,
        "",
    ),
    _note(
        "note-square-fill",
        "a square filled white, without a look",
        "Square",
        "/C [ 1 1 1 ] /IC [ 1 1 1 ]",
    ),
    _note(
        "note-circle-black",
        "a circle filled black",
        "Circle",
        "/C [ 0 0 0 ] /IC [ 0 0 0 ]",
        "0 g 0 0 WIDTH HEIGHT re f",
    ),
    _note("note-redact", "to be blackened", "Redact", "/IC [ 0 0 0 ]", "0 g 0 0 WIDTH HEIGHT re f"),
    _note("note-redact-planned", "to be blackened, not yet", "Redact", "/IC [ 0 0 0 ]"),
    _note(
        "note-highlight-opaque",
        "a marker that covers",
        "Highlight",
        "/C [ 1 1 0 ]",
        "1 1 0 rg 0 0 WIDTH HEIGHT re f",
    ),
    _line_note(
        "note-ink",
        "crossed out by hand",
        "Ink",
        lambda r: (
            f"/C [ 1 0 0 ] /BS << /W 2 >> /InkList [ [ {r[0]} {r[1]} {r[2]} {r[3]} ] [ {r[0]} {r[3]} {r[2]} {r[1]} ] ]"
        ),
    ),
    _note(
        "note-ink-look",
        "crossed out by hand, with a look",
        "Ink",
        "/C [ 1 0 0 ] /InkList [ ]",
        "1 0 0 RG 1 w 0 0 m WIDTH HEIGHT l S 0 HEIGHT m WIDTH 0 l S",
    ),
    _note("note-line", "a line through it", "Line", "/L [ 0 0 1 1 ]", "1 w 0 5 m WIDTH 5 l S"),
    _note(
        "note-polyline",
        "lines through it",
        "PolyLine",
        "/Vertices [ 0 0 1 1 ]",
        "1 w 0 3 m WIDTH 7 l S 0 7 m WIDTH 3 l S",
    ),
    _note(
        "note-polygon-white",
        "a white polygon",
        "Polygon",
        "/Vertices [ 0 0 1 1 1 0 ] /IC [ 1 1 1 ]",
        _WHITE,
        "",
    ),
    _note(
        "note-caret",
        "a caret that asks for a digit more",
        "Caret",
        "/Contents ({H})",
        "0 0 1 rg 0 0 m 8 0 l 4 8 l f",
    ),
    _note(
        "note-file",
        "the pin of an attached file upon it",
        "FileAttachment",
        "/Name /PushPin",
        "0 0 1 rg 0 0 WIDTH HEIGHT re f",
    ),
    _note(
        "note-text-icon",
        "the sign of a note upon it",
        "Text",
        "/Name /Note /Contents (x)",
        "1 1 0 rg 0 0 WIDTH HEIGHT re f",
    ),
    _note(
        "note-widget",
        "a form field with another value",
        "Widget",
        "/FT /Tx /T (n) /V ({T}) /DA (/F1 9.5 Tf 0 g)",
        _OTHER,
        "{T}",
    ),
    _note(
        "note-widget-white",
        "a form field without a value upon it",
        "Widget",
        "/FT /Tx /T (n) /MK << /BG [ 1 1 1 ] >>",
        _WHITE,
        "",
    ),
    _note(
        "note-widget-button",
        "a button upon it",
        "Widget",
        "/FT /Btn /Ff 65536 /T (b) /MK << /BG [ 0.8 0.8 0.8 ] >>",
        "0.8 g 0 0 WIDTH HEIGHT re f",
    ),
    _note(
        "note-not-printed",
        "seen on screens, not in print",
        "FreeText",
        "/F 0 /Contents ({T}) /DA (/F1 9 Tf)",
        _OTHER,
        "{T}",
    ),
    _note(
        "note-unknown-kind",
        "a kind of note that nobody knows, with a look",
        "Oddity",
        "/Contents ({T})",
        _OTHER,
    ),
)


def _field(name: str, why: str, entries: str, shown: str | None) -> Print:
    """A form field in a cell that has no other number."""

    def draw(spot: Spot) -> str:
        spot.note(
            "Widget",
            f"/FT /Tx /T (n{spot.middle:.0f}{spot.base:.0f}) {entries}",
            look="BT /F1 9.5 Tf 1 0 0 1 1.5 2.6 Tm ({S}) Tj ET",
        )
        return ""

    return Print(name, why, draw, shown)


FIELDS: Final = (
    _field("field-value", "a form field alone has the number", "/V ({S})", "{S}"),
    _field(
        "field-other-value", "a form field shows other digits than its value", "/V ({T})", "{S}"
    ),
)

LAYERS: Final = (
    _layer("layer-off", "/OFF [ OCG ]", "{A}{B}"),
    _layer("layer-base-off", "/BaseState /OFF", "{A}{B}"),
    _layer("layer-base-off-on", "/BaseState /OFF /ON [ OCG ]", ALL),
    _layer("layer-note-off", "/OFF [ OCG ]", "{S}", note=True, why="a note in a layer that is off"),
    _layer("layer-note-on", "/ON [ OCG ]", "{T}", note=True, why="a note in a layer that is on"),
)


def _part(
    name: str,
    why: str,
    before: str,
    shown: str | None = "{A}{B}",
    *,
    size: float = SIZE,
    matrix: str = "1 0 0 1",
    resources: tuple[tuple[str, str, str], ...] = (),
) -> Print:
    """One digit drawn otherwise than the others."""

    def draw(spot: Spot) -> str:
        for kind, key, value in resources:
            spot.resource(kind, key, lambda value=value: value)  # type: ignore[misc]
        return spot.say("{A}{B}", x=spot.left(ALL)) + spot.say(
            "{H}", x=spot.after(ALL, "{A}{B}"), before=before, size=size, matrix=matrix
        )

    return Print(name, why, draw, shown)


def _around(
    name: str,
    why: str,
    begin: str,
    end: str = "",
    shown: str | None = "{A}{B}",
    *,
    resources: Callable[[Spot], None] | None = None,
) -> Print:
    """Operators before and after the last digit; `X`, `Y` its left lower corner, `W` its width."""

    def draw(spot: Spot) -> str:
        if resources:
            resources(spot)
        x = spot.after(ALL, "{A}{B}")

        def put(text: str) -> str:
            text = spot.digits.fill(text)
            return (
                text.replace("XX", f"{x:.2f}")
                .replace("YY", f"{spot.base - 2:.2f}")
                .replace("BASE", f"{spot.base:.2f}")
                .replace("WW", f"{ADVANCE:.2f}")
            )

        return spot.say("{A}{B}", x=spot.left(ALL)) + put(begin) + spot.say("{H}", x=x) + put(end)

    return Print(name, why, draw, shown)


def _smask(spot: Spot) -> None:
    def make() -> str:
        group = spot.paper.stream(
            "0 g 0 0 2000 2000 re f",
            "/Type /XObject /Subtype /Form /BBox [ 0 0 2000 2000 ] /Group << /S /Transparency /CS /DeviceGray >>",
        )
        return f"<< /SMask << /S /Luminosity /G {group} 0 R >> >>"

    spot.resource("ExtGState", "SM", make)


def _form(content: str, box: str) -> Callable[[Spot], str]:
    """The digits in a form that another form draws."""

    def draw(spot: Spot) -> str:
        font = f"/Resources << /Font {spot.paper.fonts} 0 R >>"
        inner = spot.paper.stream(
            spot.digits.fill(content), f"/Type /XObject /Subtype /Form /BBox [ {box} ] {font}"
        )
        outer = spot.paper.stream(
            "/I Do",
            f"/Type /XObject /Subtype /Form /BBox [ 0 -9 90 20 ] /Resources << /XObject << /I {inner} 0 R >> >>",
        )
        name = f"O{outer}"
        spot.resource("XObject", name, lambda: f"{outer} 0 R")
        return f"q 1 0 0 1 {spot.left('{S}'):.2f} {spot.base:.2f} cm /{name} Do Q\n"

    return draw


def _lying_font(spot: Spot) -> str:
    """The text layer says other digits than the glyphs show."""

    def make() -> str:
        pairs = "\n".join(
            f"<{ord(a):02x}> <{ord(b):04x}>"
            for a, b in zip("0123456789", "5678901234", strict=True)
        )
        cmap = spot.paper.stream(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            f"1 begincodespacerange <00> <ff> endcodespacerange\n10 beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
        )
        font = spot.paper.add(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode {cmap} 0 R >>"
        )
        return f"{font} 0 R"

    spot.resource("Font", "FL", make)
    return spot.say("{S}", font="FL")


def _differences(spot: Spot) -> str:
    """The code of 1 draws 8, that of 2 draws 7, that of 3 draws 6."""

    def make() -> str:
        font = spot.paper.add(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [ 49 /eight /seven /six ] >> >>"
        )
        return f"{font} 0 R"

    spot.resource("Font", "FD", make)
    return spot.say("213", font="FD")


def _type3(procedure: str, code: str = "{H}") -> Callable[[Spot], str]:
    """The last digit in a font of procedures."""

    def draw(spot: Spot) -> str:
        def make() -> str:
            glyph = spot.paper.stream(procedure)
            names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
            procs = " ".join(f"/{name} {glyph} 0 R" for name in names)
            differences = " ".join(f"/{name}" for name in names)
            widths = "556 " * 10
            font = spot.paper.add(
                f"<< /Type /Font /Subtype /Type3 /FontBBox [ 0 0 556 720 ] /FontMatrix [ 0.001 0 0 0.001 0 0 ] /CharProcs << {procs} >> /Encoding << /Type /Encoding /Differences [ 48 {differences} ] >> /FirstChar 48 /LastChar 57 /Widths [ {widths}] /Resources << >> >>"
            )
            return f"{font} 0 R"

        spot.resource("Font", "F3", make)
        return spot.say("{A}{B}", x=spot.left(ALL)) + spot.say(
            code, x=spot.after(ALL, "{A}{B}"), font="F3"
        )

    return draw


def _image(spot: Spot, x: float, width: float, grey: str) -> str:
    return f"q {width:.2f} 0 0 12 {x:.2f} {spot.base - 3:.2f} cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID {grey}> EI Q\n"


def _crop(paper: Paper) -> None:
    for page in paper.pages:
        paper.entry(page, "/CropBox [ 0 0 595.28 841.89 ] /UserUnit 2")


DRAWING: Final = (
    _part("draw-mode-3", "text that is not painted", "3 Tr"),
    _part("draw-mode-7", "text that only clips", "7 Tr"),
    _part("draw-stroke-white", "outlines in white", "1 Tr 1 G"),
    _part("draw-white", "white", "1 1 1 rg"),
    _part("draw-white-grey", "nearly white", "0.99 g"),
    _part("draw-white-cmyk", "no ink of four", "0 0 0 0 k"),
    _part(
        "draw-none",
        "a separation that paints nothing",
        "/SN cs 1 scn",
        resources=(
            (
                "ColorSpace",
                "SN",
                "[ /Separation /None /DeviceGray << /FunctionType 2 /Domain [ 0 1 ] /C0 [ 1 ] /C1 [ 0 ] /N 1 >> ]",
            ),
        ),
    ),
    _part(
        "draw-alpha",
        "transparent by ca",
        "/GZ gs",
        resources=(("ExtGState", "GZ", "<< /ca 0 /CA 0 >>"),),
    ),
    _part(
        "draw-alpha-tiny",
        "nearly transparent",
        "/GY gs",
        resources=(("ExtGState", "GY", "<< /ca 0.01 /CA 0.01 >>"),),
    ),
    _part("draw-tiny", "a size of a hundredth", "", size=0.1),
    _part("draw-matrix-flat", "a flat matrix", "", None, matrix="1 0 0 0.001"),
    _part("draw-scale", "scaled to nothing", "0.1 Tz", None),
    _part("draw-mirrored", "mirrored", "", None, matrix="-1 0 0 1"),
    _part("draw-upside-down", "upside down", "", None, matrix="1 0 0 -1"),
    _part("draw-raised", "raised and small", "4 Ts", None, size=5),
    _part("draw-turned", "turned by a right angle", "", None, matrix="0 1 -1 0"),
    Print(
        "draw-sheet-off",
        "a digit beside the sheet",
        lambda s: s.say("{A}{B}", x=s.left(ALL)) + s.say("{H}", x=-40),
    ),
    Print(
        "draw-turned-whole",
        "turned by half",
        lambda s: s.say("6{1}9", x=s.middle + 8, matrix="-1 0 0 -1", dy=6),
        None,
    ),
    Print(
        "draw-overprint",
        "two numbers over one another",
        lambda s: s.say("{S}") + s.say("{T}"),
        None,
    ),
    Print(
        "draw-spaced-back",
        "digits over one another",
        lambda s: s.say("{S}", before=f"{-ADVANCE:.2f} Tc"),
        None,
    ),
    Print(
        "draw-order-back",
        "digits drawn from the last to the first",
        lambda s: (
            s.say("{3}", x=s.after("{S}", "{1}{2}"))
            + s.say("{2}", x=s.after("{S}", "{1}"))
            + s.say("{1}", x=s.left("{S}"))
        ),
        "{S}",
    ),
    Print(
        "draw-order-mixed",
        "digits at other places than their order",
        lambda s: (
            s.say("{3}", x=s.left("{S}"))
            + s.say("{1}", x=s.after("{S}", "{1}{2}"))
            + s.say("{2}", x=s.after("{S}", "{1}"))
        ),
        "{R}",
    ),
    Print(
        "draw-covered",
        "a white box, and another number on it",
        lambda s: (
            s.say("{S}")
            + "q 1 g {:.2f} {:.2f} {:.2f} 11 re f Q\n".format(s.left("{S}") - 1, s.base - 2, 18)
            + s.say("{T}")
        ),
        "{T}",
    ),
    Print(
        "draw-black-box",
        "blackened",
        lambda s: s.say("{S}") + f"q 0 g {s.left('{S}') - 1:.2f} {s.base - 2:.2f} 18 11 re f Q\n",
        None,
    ),
    Print(
        "draw-line",
        "a line through the number",
        lambda s: (
            s.say("{S}")
            + f"q 0.8 w {s.left('{S}') - 1:.2f} {s.base + 3.2:.2f} m {s.left('{S}') + 17:.2f} {s.base + 3.2:.2f} l S Q\n"
        ),
        None,
    ),
    Print(
        "draw-line-box",
        "a thin box through the number",
        lambda s: (
            s.say("{S}") + f"q 1 0 0 rg {s.left('{S}') - 1:.2f} {s.base + 3:.2f} 18 0.7 re f Q\n"
        ),
        None,
    ),
    Print(
        "draw-image-over",
        "a white picture over the number",
        lambda s: s.say("{S}") + _image(s, s.left("{S}") - 1, 18, "FF"),
        "",
    ),
    Print(
        "draw-image-part",
        "a white picture over a digit",
        lambda s: s.say(ALL) + _image(s, s.after(ALL, "{A}{H}"), 6, "FF"),
        "{A}{H}",
    ),
    _around("draw-rect-over", "a white box over a digit", "", "q 1 g XX YY WW 10 re f Q\n"),
    _around("draw-clipped", "cut by a path", "q 0 0 1 1 re W n\n", "Q\n"),
    _around("draw-clipped-even", "cut by a path of no size", "q XX YY 0 0 re W* n\n", "Q\n"),
    _around(
        "draw-clip-text",
        "cut by text of mode 7",
        "q BT /F1 9 Tf 7 Tr 1 0 0 1 10 10 Tm (1) Tj ET\n",
        "Q\n",
    ),
    _around("draw-mask", "a soft mask of black", "q /SM gs\n", "Q\n", resources=_smask),
    _around(
        "draw-path-digit",
        "a bar drawn upon a digit",
        "q XX BASE WW 0 re n\n",
        "Q q 0 g XX BASE 1.2 7 re f Q\n",
        None,
    ),
    Print(
        "draw-form",
        "a form in a form",
        _form("BT /F1 9.5 Tf 1 0 0 1 0 0 Tm ({S}) Tj ET", "0 -3 60 12"),
        "{S}",
    ),
    Print(
        "draw-form-cut",
        "a form whose box cuts a digit off",
        _form(
            "BT /F1 9.5 Tf 1 0 0 1 0 0 Tm ({A}{B}) Tj 14 0 Td ET BT /F1 9.5 Tf 1 0 0 1 20 0 Tm ({H}) Tj ET",
            "0 -3 17 12",
        ),
        "{A}{B}",
    ),
    Print(
        "draw-actual-text",
        "ActualText says another number",
        lambda s: s.digits.fill("/Span << /ActualText ({T}) >> BDC\n") + s.say("{S}") + "EMC\n",
        "{S}",
    ),
    Print(
        "draw-actual-digit",
        "ActualText says one digit more",
        lambda s: (
            s.say("{A}", x=s.left("{S}"))
            + s.digits.fill("/Span << /ActualText ({B}{H}) >> BDC\n")
            + s.say("{B}", x=s.after("{S}", "{A}"))
            + "EMC\n"
        ),
        "{A}{B}",
    ),
    Print("draw-to-unicode", "ToUnicode says other digits", _lying_font, "{S}"),
    Print("draw-differences", "an encoding of other digits", _differences, "786"),
    Print("draw-type-3-blank", "a font whose glyph paints nothing", _type3("556 0 d0"), "{A}{B}"),
    Print(
        "draw-type-3-one",
        "a font whose every glyph is a stroke",
        _type3("556 0 d0 250 0 90 700 re f"),
        None,
    ),
    Print(
        "draw-pattern",
        "a pattern that paints nothing",
        lambda s: (
            s.resource(
                "Pattern",
                "P1",
                lambda: (
                    f"{s.paper.stream('', '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [ 0 0 5 5 ] /XStep 5 /YStep 5 /Resources << >>')} 0 R"
                ),
            ),
            s.say("{A}{B}", x=s.left(ALL))
            + s.say("{H}", x=s.after(ALL, "{A}{B}"), before="/Pattern cs /P1 scn"),
        )[1],
        "{A}{B}",
    ),
    Print(
        "draw-minus",
        "a line before the number",
        lambda s: (
            s.say("{S}")
            + f"q 0.9 w {s.left('{S}') - 5:.2f} {s.base + 3:.2f} m {s.left('{S}') - 1:.2f} {s.base + 3:.2f} l S Q\n"
        ),
        None,
    ),
)

CASES: Final = (*NOTES, *FIELDS, *LAYERS, *DRAWING)
