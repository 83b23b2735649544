"""Scans and photographs of printed reports: PDFs whose pages are pictures and nothing else.

A printed PDF is rendered, treated the way a scanner, a telephone or a careless clerk treats paper,
and stored as pictures again. Everything is drawn from a seed; no external program is used.
"""

import io
import math
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import cycle
from random import Random
from typing import Final, Literal

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont, TiffImagePlugin

from tasks.extract.pdf.library import pdfium
from tests.press.canvas import print_canvas
from tests.press.forms import FORMS, FormName
from tests.press.gold import said
from tests.press.lettering import FONT
from tests.press.model import PrintedReport
from tests.press.shapes import documents
from tests.press.specimen import Specimen
from tests.press.stamp import without_clock

Pixels = npt.NDArray[np.uint8]
Mode = Literal["rgb", "grey", "1-bit"]
Encoding = Literal["jpeg", "flate", "ccitt"]

SEAL_SIZE: Final = 119.0
"""42 mm in points, the size of a government's round seal."""
SEAL_RED: Final = (0.80, 0.10, 0.12)
DESK: Final = (92, 84, 78)
"""What lies around a photographed sheet."""


@dataclass(frozen=True)
class Seal:
    """A red round seal; its middle is given in shares of the page's width and height."""

    page: int = -1
    x: float = 0.62
    y: float = 0.5
    strength: float = 0.55
    angle: float = 8
    text: str = "示例市人民政府办公室"


@dataclass(frozen=True)
class Scan:
    """What a machine does to the pages; the default is a clean scan.

    Attributes:
        dpi: Pixels to the inch of the stored picture.
        mode: Colour, grey or black and white.
        encoding: How the picture is stored; `ccitt` needs black and white.
        quality: Of JPEG.
        skew: Degrees, anticlockwise.
        blur: Standard deviation of a Gaussian, in points on the paper.
        salt: Share of pixels that turn black or white.
        noise: Standard deviation of the sensor's noise, of 255.
        contrast: 1 keeps black black; 0.4 leaves a pale grey.
        uneven: How much darker the darkest corner is, as a share.
        seals: What was stamped before scanning.
        perspective: How far the sheet's corners move, as a share of its width.
        border: Width of the dark border that the scanner's lid leaves, in points.
        turn: Degrees by which the stored picture is turned anticlockwise.
        rotate: The page's `/Rotate`, clockwise, as a reader applies it.
        threshold: What is black in black and white.
    """

    dpi: int = 200
    mode: Mode = "rgb"
    encoding: Encoding = "flate"
    quality: int = 80
    skew: float = 0
    blur: float = 0.18
    salt: float = 0
    noise: float = 0
    contrast: float = 1
    uneven: float = 0
    seals: tuple[Seal, ...] = ()
    perspective: float = 0
    border: float = 0
    turn: Literal[0, 90, 180, 270] = 0
    rotate: Literal[0, 90, 180, 270] = 0
    threshold: int = 175


@dataclass(frozen=True)
class Picture:
    """A picture as a PDF stores it.

    Attributes:
        data: The encoded samples.
        width: In pixels.
        height: In pixels.
        filter: Name of the PDF filter that decodes it.
        colours: `DeviceRGB` or `DeviceGray`.
        bits: Of one sample.
        size: Width and height of its page in points.
        rotate: `/Rotate` of its page.
    """

    data: bytes
    width: int
    height: int
    filter: Literal["DCTDecode", "FlateDecode", "CCITTFaxDecode"]
    colours: Literal["DeviceRGB", "DeviceGray"]
    bits: int
    size: tuple[float, float]
    rotate: int = 0


def scan(pdf: bytes, options: Scan, seed: int = 0) -> bytes:
    """The PDF as it comes back from paper, its pages pictures only."""
    return picture_pdf(scanned_pages(pdf, options, seed))


def scanned_pages(pdf: bytes, options: Scan, seed: int = 0) -> list[Picture]:
    """The pages of a PDF as a machine stores them."""
    document = pdfium.PdfDocument(pdf)
    try:
        count = len(document)
        pages = []
        for number in range(count):
            seals = [seal for seal in options.seals if seal.page % count == number]
            pixels = rendered(document, number, options.dpi)
            rng = np.random.default_rng((seed, number))
            pixels = treated(pixels, options, seals, rng)
            pages.append(stored(pixels, options))
        return pages
    finally:
        document.close()


def partly_scanned(pdf: bytes, options: Scan, seed: int = 0) -> bytes:
    """A PDF whose first page is text as it was, all others pictures."""
    whole = pdfium.PdfDocument.new()
    parts = (pdfium.PdfDocument(pdf), pdfium.PdfDocument(scan(pdf, options, seed)))
    try:
        for part, pages in zip(parts, ([0], range(1, len(parts[1]))), strict=True):
            whole.import_pages(part, list(pages))
        buffer = io.BytesIO()
        whole.save(buffer)
        return without_clock(buffer.getvalue())
    finally:
        for document in (whole, *parts):
            document.close()


def rendered(document: pdfium.PdfDocument, number: int, dpi: float) -> Pixels:
    """A page in colours."""
    page = document[number]
    try:
        bitmap = page.render(scale=dpi / 72, rev_byteorder=True)
        try:
            return np.ascontiguousarray(bitmap.to_numpy()[:, :, :3])
        finally:
            bitmap.close()
    finally:
        page.close()


def treated(
    pixels: Pixels, options: Scan, seals: Sequence[Seal], rng: np.random.Generator
) -> Pixels:
    """A page as the machine sees it: colours, or one channel in the other modes."""
    scale = options.dpi / 72
    for seal in seals:
        pixels = stamped(pixels, seal, scale)
    if options.mode != "rgb":
        pixels = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if options.contrast < 1:
        pixels = _faded(pixels, options.contrast)
    if options.perspective:
        pixels = _photographed(pixels, options.perspective, rng)
    if options.skew:
        pixels = _skewed(pixels, options.skew)
    if options.blur:
        pixels = cv2.GaussianBlur(pixels, (0, 0), options.blur * scale)
    if options.uneven:
        pixels = _shaded(pixels, options.uneven, rng)
    if options.noise:
        pixels = _noisy(pixels, options.noise, rng)
    if options.salt:
        pixels = _salted(pixels, options.salt, rng)
    if options.border:
        pixels = _bordered(pixels, round(options.border * scale), rng)
    if options.mode == "1-bit":
        pixels = np.where(pixels < options.threshold, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(np.rot90(pixels, options.turn // 90))


def _faded(pixels: Pixels, contrast: float) -> Pixels:
    """Ink paler and paper a little grey."""
    table = np.clip(247 - (255 - np.arange(256.0)) * contrast, 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(pixels, table), np.uint8)


def _skewed(pixels: Pixels, degrees: float) -> Pixels:
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(
        pixels,
        turn,
        (width, height),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=_paper(pixels),
    )


def _paper(pixels: Pixels) -> tuple[float, float, float]:
    light = float(np.percentile(pixels[::16, ::16], 95))
    return light, light, light


def _photographed(pixels: Pixels, share: float, rng: np.random.Generator) -> Pixels:
    """The sheet lying on a desk, seen a little from one side."""
    height, width = pixels.shape[:2]
    margin = share * 0.5
    moves = rng.uniform(margin * 0.3, margin + share, (4, 2)) * width
    sheet = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    inwards = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], np.float32)
    seen = (sheet + inwards * moves).astype(np.float32)
    colour = DESK if pixels.ndim == 3 else (round(sum(DESK) / 3),) * 3
    return cv2.warpPerspective(
        pixels,
        cv2.getPerspectiveTransform(sheet, seen),
        (width, height),
        flags=cv2.INTER_AREA,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=colour,
    )


def _shaded(pixels: Pixels, depth: float, rng: np.random.Generator) -> Pixels:
    """Light that falls off towards one corner, and a soft shadow."""
    height, width = pixels.shape[:2]
    x, y = np.meshgrid(
        np.linspace(0, 1, width, dtype=np.float32), np.linspace(0, 1, height, dtype=np.float32)
    )
    from_x, from_y = rng.uniform(0, 1, 2)
    far = np.hypot(x - from_x, y - from_y)
    light = 1 - depth * far / float(far.max())
    middle, width_of_shadow = rng.uniform(0.2, 0.8), 0.25
    light -= 0.25 * depth * np.exp(-(((x + y) / 2 - middle) ** 2) / width_of_shadow**2)
    if pixels.ndim == 3:
        # Indoor light is a little yellow.
        return (pixels * (light[:, :, None] * np.array([1, 0.985, 0.95], np.float32))).astype(
            np.uint8
        )
    return (pixels * light).astype(np.uint8)


def _noisy(pixels: Pixels, deviation: float, rng: np.random.Generator) -> Pixels:
    grain = rng.standard_normal(pixels.shape, dtype=np.float32) * deviation
    return np.clip(pixels + grain, 0, 255).astype(np.uint8)


def _salted(pixels: Pixels, share: float, rng: np.random.Generator) -> Pixels:
    height, width = pixels.shape[:2]
    count = round(height * width * share)
    pixels = pixels.copy()
    for value in (0, 255):
        rows = rng.integers(0, height, count // 2)
        columns = rng.integers(0, width, count // 2)
        pixels[rows, columns] = value
    return pixels


def _bordered(pixels: Pixels, width: int, rng: np.random.Generator) -> Pixels:
    """A dark strip of uneven width at the left and the top edge."""
    pixels = pixels.copy()
    for line in (pixels, np.swapaxes(pixels, 0, 1)):
        length = line.shape[0]
        bend = np.cumsum(rng.normal(0, 0.15, length)) + np.linspace(width, width * 0.4, length)
        for index, reach in enumerate(np.clip(bend, 0, 2 * width).astype(int)):
            line[index, :reach] = 28
    return pixels


def stamped(pixels: Pixels, seal: Seal, scale: float) -> Pixels:
    """The page with a seal; the ink lets what is under it show through."""
    size = round(SEAL_SIZE * scale)
    cover = _seal_cover(seal.text, size, seal.angle) * seal.strength
    height, width = pixels.shape[:2]
    left, top = round(seal.x * width - size / 2), round(seal.y * height - size / 2)
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + size, width), min(top + size, height)
    cover = cover[y0 - top : y1 - top, x0 - left : x1 - left, None]
    ink = 1 - cover * (1 - np.array(SEAL_RED))
    pixels = pixels.copy()
    pixels[y0:y1, x0:x1] = (pixels[y0:y1, x0:x1] * ink).astype(np.uint8)
    return pixels


@cache
def _seal_cover(text: str, size: int, angle: float) -> npt.NDArray[np.float64]:
    """How much ink each pixel of a seal carries: a ring, a star, characters around it."""
    fine = size * 3
    plate = Image.new("L", (fine, fine), 0)
    draw = ImageDraw.Draw(plate)
    rim = round(fine * 0.028)
    draw.ellipse((rim, rim, fine - rim, fine - rim), outline=255, width=rim)
    middle, reach = fine / 2, fine * 0.15
    points = [
        (
            middle + (reach if index % 2 == 0 else reach * 0.382) * math.sin(index * math.pi / 5),
            middle - (reach if index % 2 == 0 else reach * 0.382) * math.cos(index * math.pi / 5),
        )
        for index in range(10)
    ]
    draw.polygon(points, fill=255)
    font = ImageFont.truetype(str(FONT), round(fine * 0.12))
    box = round(fine * 0.16)
    spread = 260 / max(len(text) - 1, 1)
    for index, char in enumerate(text):
        turn = -130 + index * spread
        tile = Image.new("L", (box, box), 0)
        ImageDraw.Draw(tile).text((box / 2, box / 2), char, fill=255, font=font, anchor="mm")
        tile = tile.rotate(-turn, Image.Resampling.BICUBIC)
        away = fine * 0.37
        x = middle + away * math.sin(math.radians(turn)) - box / 2
        y = middle - away * math.cos(math.radians(turn)) - box / 2
        plate.paste(255, (round(x), round(y)), tile)
    plate = plate.rotate(angle, Image.Resampling.BICUBIC)
    return np.asarray(plate.resize((size, size), Image.Resampling.LANCZOS)) / 255.0


def stored(pixels: Pixels, options: Scan) -> Picture:
    """A treated page as a picture of a PDF."""
    height, width = pixels.shape[:2]
    size = (width * 72 / options.dpi, height * 72 / options.dpi)
    colours: Literal["DeviceRGB", "DeviceGray"] = "DeviceRGB" if pixels.ndim == 3 else "DeviceGray"
    if options.encoding == "jpeg":
        data, bits = jpeg(pixels, options.quality), 8
        return Picture(data, width, height, "DCTDecode", colours, bits, size, options.rotate)
    if options.encoding == "ccitt":
        if options.mode != "1-bit":
            raise ValueError("CCITT stores black and white only")
        data = _group4(pixels)
        return Picture(data, width, height, "CCITTFaxDecode", colours, 1, size, options.rotate)
    bits = 1 if options.mode == "1-bit" else 8
    samples = np.packbits(pixels > 0, axis=1) if bits == 1 else pixels
    data = zlib.compress(samples.tobytes(), 6)
    return Picture(data, width, height, "FlateDecode", colours, bits, size, options.rotate)


def jpeg(pixels: Pixels, quality: int) -> bytes:
    """A JPEG file."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def _group4(pixels: Pixels) -> bytes:
    """CCITT group 4 data: Pillow writes a TIFF of one strip, and this takes the strip."""
    height, width = pixels.shape
    buffer = io.BytesIO()
    picture = Image.fromarray(pixels).convert("1", dither=Image.Dither.NONE)
    picture.save(buffer, "TIFF", compression="group4", strip_size=-(-width // 8) * height)
    buffer.seek(0)
    with TiffImagePlugin.TiffImageFile(buffer) as tiff:
        offsets, counts = tiff.tag_v2[273], tiff.tag_v2[279]
    if len(offsets) != 1:
        raise ValueError("the TIFF has more than one strip")
    return buffer.getvalue()[offsets[0] : offsets[0] + counts[0]]


def picture_pdf(pages: Sequence[Picture]) -> bytes:
    """A PDF with one picture to a page; a picture that comes again is stored once."""
    bodies: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    numbers: dict[int, int] = {}
    kids = []
    for page in pages:
        if id(page) not in numbers:
            bodies.append(_image_object(page))
            numbers[id(page)] = len(bodies)
        width, height = page.size
        drawing = b"q %.3f 0 0 %.3f 0 0 cm /P Do Q" % (width, height)
        bodies.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing))
        bodies.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.3f %.3f]/Rotate %d/Contents %d 0 R"
            b"/Resources<</XObject<</P %d 0 R>>>>>>"
            % (width, height, page.rotate, len(bodies), numbers[id(page)])
        )
        kids.append(b"%d 0 R" % len(bodies))
    bodies[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    pdf = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(pdf)
    pdf += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    pdf += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    pdf += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, start)
    return bytes(pdf)


def _image_object(page: Picture) -> bytes:
    parameters = b""
    if page.filter == "CCITTFaxDecode":
        parameters = b"/DecodeParms<</K -1/BlackIs1 true/Columns %d/Rows %d>>" % (
            page.width,
            page.height,
        )
    return (
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent %d"
        b"/Filter/%s%s/Length %d>>stream\n%s\nendstream"
        % (
            page.width,
            page.height,
            page.colours.encode(),
            page.bits,
            page.filter.encode(),
            parameters,
            len(page.data),
            page.data,
        )
    )


def compact(report: PrintedReport) -> PrintedReport:
    """The report on few pages, with ordinary ruled tables: reading it takes bounded time."""
    prose = report.prose
    layout = replace(
        report.layout,
        margins=(56, 54, 50, 54),
        body_size=12,
        table_size=9.5,
        row_height=17,
        header_row_height=19,
        label_widths=(0.055, 0.125, 0.28),
    )
    short = replace(
        prose,
        preface=prose.preface[:1],
        overview=prose.overview[-1:],
        problems=prose.problems[:1],
        other=prose.other[:1],
        parts=tuple(part[:1] for part in prose.parts),
    )
    return replace(report, prose=short, layout=layout)


ZEROS: Final = ("0", "", "/", "—", "0")
"""What reports print for nothing, in turn."""


def varied(report: PrintedReport, number: int) -> PrintedReport:
    """The report with another sign for nothing and another size of letters, by its number.

    Digits are narrow ones: wide ones would be broken over lines in cells of this size.
    """
    zero = ZEROS[number % len(ZEROS)]
    narrow = {ord("０") + digit: ord("0") + digit for digit in range(10)}
    cells = {
        key: zero if text == "0" else text and text.translate(narrow)
        for key, text in report.cells.items()
    }
    size = (9.5, 10, 9, 10.5)[number % 4]
    layout = replace(
        report.layout,
        table_size=size,
        row_height=size + 8,
        border_width=(0.5, 0.75, 1)[number % 3],
        digit_font=("", "Times-Roman", "", "Helvetica")[number // 2 % 4],
        number_align="right" if number % 7 == 3 else "center",
    )
    return replace(report, cells=cells, layout=layout)


@dataclass(frozen=True)
class _Shape:
    """One way of scanning, and the forms of which a document is scanned so."""

    shape: str
    options: Scan
    forms: tuple[FormName, ...] = ("2021", "2019", "2014")
    make: Callable[[bytes, Scan, int], bytes] = scan


NEW: Final[tuple[FormName, ...]] = ("2021", "2019")
ON_TABLE: Final = Seal(page=1, x=0.66, y=0.33)
ON_FIRST: Final = Seal(page=0, x=0.58, y=0.62, angle=-12)
AT_END: Final = Seal(page=-1, x=0.7, y=0.5, angle=3)
CLEAN: Final = Scan()
JPEG: Final = Scan(encoding="jpeg", quality=55)
GREY: Final = Scan(mode="grey", encoding="jpeg", quality=75)
PHOTO: Final = Scan(
    encoding="jpeg", quality=82, perspective=0.02, uneven=0.35, noise=5, blur=0.24, contrast=0.9
)
COARSE: Final = Scan(dpi=150, encoding="jpeg", quality=80)

SHAPES: Final = (
    _Shape("200 dpi, clean", CLEAN),
    _Shape("200 dpi, JPEG", JPEG),
    _Shape("200 dpi, grey noise", replace(GREY, noise=14, salt=0.0006)),
    _Shape("200 dpi, 1-bit", Scan(mode="1-bit", encoding="ccitt", salt=0.0004), NEW),
    _Shape("200 dpi, first page is text", GREY, make=partly_scanned),
    _Shape("300 dpi, 1-bit", Scan(dpi=300, mode="1-bit", encoding="ccitt")),
    _Shape("300 dpi, grey", replace(GREY, dpi=300)),
    _Shape("200 dpi, skewed 0.7", replace(JPEG, skew=0.7, quality=75)),
    _Shape("200 dpi, skewed 1.5", replace(GREY, skew=-1.5, noise=4)),
    _Shape("200 dpi, skewed 2.5", replace(CLEAN, skew=2.5, mode="grey"), NEW),
    _Shape("200 dpi, seal", replace(JPEG, quality=80, seals=(ON_TABLE, ON_FIRST))),
    _Shape("200 dpi, seal, grey", replace(GREY, seals=(ON_TABLE, AT_END)), NEW),
    _Shape("200 dpi, faded", replace(GREY, contrast=0.42, noise=4)),
    _Shape("200 dpi, dark border", replace(GREY, border=14, skew=-0.6, noise=3), ("2019", "2014")),
    _Shape("200 dpi, photograph", PHOTO),
    _Shape("250 dpi, photograph", replace(PHOTO, dpi=250, perspective=0.035, uneven=0.45), NEW),
    _Shape("200 dpi, turned 90", replace(JPEG, turn=90, quality=75), ("2021", "2014")),
    _Shape("200 dpi, turned 180", replace(GREY, turn=180), ("2019",)),
    _Shape("200 dpi, turned 90, /Rotate", replace(GREY, turn=90, rotate=90), ("2021",)),
    _Shape("200 dpi, upright, /Rotate 90", replace(GREY, rotate=90), ("2019",)),
    _Shape("150 dpi, clean", replace(COARSE, mode="grey", encoding="flate")),
    _Shape("150 dpi, JPEG", COARSE, NEW),
    _Shape("150 dpi, skewed, noise", replace(COARSE, skew=1.1, noise=7)),
    _Shape("150 dpi, seal", replace(COARSE, seals=(replace(ON_TABLE, strength=0.4), AT_END)), NEW),
    _Shape(
        "150 dpi, skewed, noise, seal",
        replace(COARSE, skew=-0.9, noise=5, seals=(replace(ON_TABLE, strength=0.4),)),
        NEW,
    ),
    _Shape(
        "200 dpi, skewed, noise, seal, border",
        replace(JPEG, quality=70, skew=1.2, noise=6, seals=(ON_TABLE,), border=10),
    ),
    _Shape(
        "300 dpi, 1-bit, skewed, seal",
        Scan(
            dpi=300,
            mode="1-bit",
            encoding="ccitt",
            skew=0.9,
            seals=(replace(AT_END, strength=0.5),),
        ),
        NEW,
    ),
)


def _scanned(
    make: Callable[[bytes, Scan, int], bytes], report: PrintedReport, options: Scan, seed: int
) -> bytes:
    return make(print_canvas(report), options, seed)


def scan_shapes(seed: int = 0) -> Iterator[Specimen]:
    """Every scan of the accuracy set, or of another one for another seed."""
    sources = {form: cycle(documents(form, seed)) for form in FORMS}
    number = 0
    for shape in SHAPES:
        for form in shape.forms:
            number += 1
            report = varied(compact(next(sources[form])), number + seed)
            options = shape.options if form in NEW else _over_numbers(shape.options)
            yield Specimen(
                name=f"scan-{number:02d}-{form}",
                form=form,
                family="scan",
                shape=shape.shape,
                suffix=".pdf",
                make=partial(_scanned, shape.make, report, options, number + 1000 * seed),
                gold=said(report),
            )


def _over_numbers(options: Scan) -> Scan:
    """The same with the seals of the table moved over the numbers of the 2014 form."""
    seals = tuple(replace(seal, x=0.78) if seal.page == 1 else seal for seal in options.seals)
    return replace(options, seals=seals)


ANYWHERE: Final = (
    ("200 dpi, red", replace(JPEG, quality=70, skew=0.8, noise=4)),
    ("200 dpi, grey", replace(GREY, skew=-0.4)),
    ("300 dpi, grey", replace(GREY, dpi=300, noise=5)),
    ("200 dpi, black in a 1-bit scan", Scan(mode="1-bit", encoding="ccitt", skew=-0.4)),
    ("300 dpi, black in a 1-bit scan", Scan(dpi=300, mode="1-bit", encoding="ccitt", skew=0.5)),
)
"""Scanners, for seals that cover headings, labels and figures alike."""


def stamped_shapes() -> Iterator[Specimen]:
    """Scans with two seals each, by chance anywhere on the tables: more than offices do."""
    for shape, options in ANYWHERE:
        for form in NEW:
            sources = list(documents(form))
            for number in range(3):
                name = f"stamped-{shape.split(',')[0][:3]}-{shape[9:12]}-{form}-{number}"
                rng = Random(name)
                report = varied(
                    compact(sources[(7 * number + 3) % len(sources)]), rng.randrange(50)
                )
                seals = tuple(_anywhere(rng) for _ in range(2))
                sealed = replace(options, seals=seals)
                make = partial(_scanned, scan, report, sealed, number)
                yield Specimen(name, form, "stamped", shape, ".pdf", make, said(report))


def _anywhere(rng: Random) -> Seal:
    return Seal(
        page=rng.choice((0, 1, 1)),
        x=rng.uniform(0.35, 0.85),
        y=rng.uniform(0.2, 0.6),
        strength=rng.uniform(0.4, 0.7),
        angle=rng.uniform(-20, 20),
    )
