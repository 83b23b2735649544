"""Inputs that are no readable report: broken, empty, hostile, enormous, or of another kind.

Every function makes the bytes of one file, always the same ones; `BAD_FILES` lists them all.
"""

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from random import Random
from typing import Final, Literal

import numpy as np
from PIL import Image, ImageDraw

from tests.press.canvas import print_canvas
from tests.press.model import PrintedReport
from tests.press.scan import Picture, Scan, compact, picture_pdf, scanned_pages
from tests.press.shapes import documents
from tests.press.web_pages import SITE, Page, written
from tests.press.word_files import packed, unpacked, word_file

BOMB_SIZE: Final = 1_500_000_000
"""Bytes to which the zip bomb unpacks."""
A0_AT_600_DPI: Final = (19866, 28087)


@cache
def sample(number: int = 3) -> PrintedReport:
    """The good report that the bad files are made from."""
    return next(islice(documents("2021"), number, None))


# Web pages.


def _page() -> bytes:
    return written(sample(), Page(wrapper="#zoom"), Random(1))


def truncated_html() -> bytes:
    """A page whose transfer ended in the middle of the long table, inside a cell."""
    page = _page()
    at = page.index("不予公开".encode())
    return page[: at + 4]


def garbage_in_html() -> bytes:
    """A page with binary garbage, NUL bytes among it, in the middle of a table."""
    page = _page()
    at = page.index("不予公开".encode()) + 1
    return page[:at] + Random(2).randbytes(4096) + b"\0" * 64 + page[at + 40 :]


def surrogates_in_html() -> bytes:
    """A page with halves of letters, as bytes and as references, in its title, tables and styles."""
    half = b"&#xD800;\xed\xa0\x80&#57343;"
    page = _page().replace(b"<title>", b"<title>" + half).replace(b"</td>", half + b"</td>", 9)
    return page.replace(b"<td", b"<td title='" + half + b"' style='color:" + half + b"'")


def endless_word() -> bytes:
    """A page with a word of half a million digits."""
    page = _page()
    at = page.index("二、主动公开".encode())
    return page[:at] + b"1" * 500_000 + page[at:]


def long_attachment() -> bytes:
    """A page that only links to a report, by a name of a million letters with line breaks in it."""
    name = "政府信息公开年度报告\u202e" + "长\n" * 500_000
    return f"<html><body><p><a href='a.pdf'>{name}.pdf</a></p></body></html>".encode()


def javascript_shell() -> bytes:
    """The frame of an application; the report comes later, by script."""
    return (
        '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>政府信息公开</title>'
        '<link href="/static/css/app.4f2a.css" rel="stylesheet"></head><body><noscript><strong>'
        "请启用JavaScript后继续。</strong></noscript><div id=app></div>"
        '<script src="/static/js/chunk-vendors.9c1b.js"></script>'
        '<script src="/static/js/app.7d20.js"></script></body></html>'
    ).encode()


def not_found_page() -> bytes:
    """An error page in the site's frame, as sites answer with status 200."""
    columns = "".join(
        f'<li><a href="/col/{number}/">{text}</a></li>'
        for number, text in enumerate(("首页", "政务公开", "政务服务", "互动交流"))
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>404 - {SITE}</title></head><body>'
        f'<ul class="nav">{columns}</ul><div class="error"><h1>404</h1><p>抱歉，您访问的页面不存在或'
        '已被删除。</p><p><span id="s">5</span>秒后返回<a href="/">首页</a></p></div>'
        f"<ul><li>{SITE}2023年政府信息公开工作年度报告</li><li>政府信息公开指南</li></ul>"
        f'<div class="footer">主办单位：{SITE}办公室</div></body></html>'
    ).encode()


def blocked_page() -> bytes:
    """What a web application firewall answers."""
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>访问被拦截</title></head><body>'
        "<h2>您的访问被拦截</h2><p>您的请求疑似攻击行为，已被网站防火墙拦截。</p><p>事件编号："
        "1706663186-2a0f31，您的地址：192.0.2.7</p></body></html>"
    ).encode()


def challenge_page() -> bytes:
    """A script that a browser would have to solve before it is given the page."""
    script = "".join(Random(3).choices("abcdef0123456789", k=3000))
    return (
        f'<html><head><meta id="9DhefwqGPrzGxEp9hPaoag" content="{script}"><script>'
        f'var $_ts=window["$_ts"]||{{}};$_ts.nsd=37193;$_ts.cd="{script}";</script></head>'
        "<body></body></html>"
    ).encode()


def no_bytes() -> bytes:
    """Nothing at all."""
    return b""


def empty_page() -> bytes:
    """A page with nothing on it."""
    return b'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>\n\n</body></html>'


# Archives.


def _word() -> bytes:
    return word_file(sample(), (), Random(1))


def zip_bomb() -> bytes:
    """A small .docx whose document unpacks to 1.5 GB of paragraphs.

    One compressed piece is repeated: after a full flush, every piece stands for itself.
    """
    parts = unpacked(_word())
    head, body, _ = parts.pop("word/document.xml").partition(b"<w:body>")
    opening, closing = head + body, b"</w:body></w:document>"
    piece = b"<w:p><w:r><w:t>0</w:t></w:r></w:p>" * 30_000
    times = BOMB_SIZE // len(piece)
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed_opening = compressor.compress(opening) + compressor.flush(zlib.Z_FULL_FLUSH)
    packed_piece = compressor.compress(piece) + compressor.flush(zlib.Z_FULL_FLUSH)
    packed_end = compressor.compress(closing) + compressor.flush()
    check = zlib.crc32(opening)
    for _ in range(times):
        check = zlib.crc32(piece, check)
    check = zlib.crc32(closing, check)
    data = packed_opening + packed_piece * times + packed_end
    size = len(opening) + len(piece) * times + len(closing)
    return _with_raw_part(packed(parts), b"word/document.xml", data, size, check)


def _with_raw_part(archive: bytes, name: bytes, data: bytes, size: int, check: int) -> bytes:
    """The archive with one more part, given as a raw deflate stream."""
    end = archive.rindex(b"PK\x05\x06")
    count, length, start = struct.unpack_from("<HII", archive, end + 10)
    # Version, flags, method, time and date (31 January 2024), sums and lengths, name, no extra.
    common = struct.pack(
        "<HHHHHIIIHH", 20, 0, 8, 0x4800, 0x583F, check, len(data), size, len(name), 0
    )
    local = b"PK\x03\x04" + common + name + data
    entry = b"PK\x01\x02\x14\x00" + common + struct.pack("<HHHII", 0, 0, 0, 0, start) + name
    directory = archive[start : start + length] + entry
    return (
        archive[:start]
        + local
        + directory
        + b"PK\x05\x06"
        + struct.pack("<HHHHIIH", 0, 0, count + 1, count + 1, len(directory), start + len(local), 0)
    )


def entity_bomb() -> bytes:
    """A .docx whose XML defines entities that grow to billions of characters."""
    entities = "".join(
        f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10)
    )
    document = (
        f'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY l0 "笑">{entities}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    )
    return packed({**unpacked(_word()), "word/document.xml": document.encode()})


def outside_entity() -> bytes:
    """A .docx whose XML asks for a file of the reading machine."""
    document = (
        '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:body></w:document>"
    )
    return packed({**unpacked(_word()), "word/document.xml": document.encode()})


def truncated_docx() -> bytes:
    """The first half of a .docx."""
    whole = _word()
    return whole[: len(whole) // 2]


def damaged_docx() -> bytes:
    """A .docx with a whole directory but bytes of its document overwritten."""
    whole = bytearray(_word())
    at = whole.index(b"word/document.xml") + 400
    whole[at : at + 64] = Random(4).randbytes(64)
    return bytes(whole)


def displaced_docx() -> bytes:
    """A .docx whose directory says that its parts begin before the file does."""
    whole = bytearray(_word())
    end = whole.rindex(b"PK\x05\x06")
    (start,) = struct.unpack_from("<I", whole, end + 16)
    struct.pack_into("<I", whole, end + 16, start + 10_000_000)
    return bytes(whole)


def other_zip() -> bytes:
    """An archive with several attachments in it, as sites offer for download."""
    return packed({"附件1.txt": "附件".encode("gb18030"), "年报/说明.txt": b"1\r\n2\r\n"})


def ofd_file() -> bytes:
    """A page in OFD, the national format of fixed documents."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    root = (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:OFD {space} Version="1.1" DocType="OFD">'
        "<ofd:DocBody><ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID>"
        "</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:Document {space}><ofd:CommonData>'
        "<ofd:MaxUnitID>1</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages/></ofd:Document>"
    )
    return packed({"OFD.xml": root.encode(), "Doc_0/Document.xml": document.encode()})


def xlsx_file() -> bytes:
    """A workbook with a few numbers."""
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    spaces = "http://schemas.openxmlformats.org"
    links = f"{spaces}/officeDocument/2006/relationships"
    opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{text}</t></is></c><c r="B{row}"><v>'
        f"{value}</v></c></row>"
        for row, (text, value) in enumerate((("予以公开", 12), ("部分公开", 3)), start=1)
    )
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{spaces}/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
            f'<Override PartName="/xl/sheet1.xml" ContentType="{kinds}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{spaces}/package/2006/relationships"><Relationship Id="rId1" '
            f'Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{spaces}/spreadsheetml/2006/main" xmlns:r="{links}"><sheets>'
            '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{spaces}/package/2006/relationships"><Relationship Id="rId1" '
            f'Type="{links}/worksheet" Target="sheet1.xml"/></Relationships>'
        ),
        "xl/sheet1.xml": (
            f'<worksheet xmlns="{spaces}/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>'
            "</worksheet>"
        ),
    }
    return packed({name: (opening + text).encode() for name, text in parts.items()})


# Other formats.


def ole_file() -> bytes:
    """The beginning of a .doc or .wps: an OLE header and a directory with a WordDocument."""
    free, end = b"\xff\xff\xff\xff", b"\xfe\xff\xff\xff"
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 16
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + b"\0" * 10
        + struct.pack("<IIIII", 1, 1, 0, 4096, 0xFFFFFFFE)
        + struct.pack("<III", 0, 0xFFFFFFFE, 0)
        + struct.pack("<I", 0)
        + free * 108
    )
    table = struct.pack("<I", 0xFFFFFFFD) + end + free * 126

    def entry(name: str, kind: int) -> bytes:
        words = (name + "\0").encode("utf-16-le")
        return (
            words.ljust(64, b"\0")
            + struct.pack("<HBB", len(words), kind, 1)
            + free * 3
            + b"\0" * 36
            + end
            + b"\0" * 8
        )

    directory = entry("Root Entry", 5) + entry("WordDocument", 2)
    return header + table + directory.ljust(512, b"\0")


def rtf_file() -> bytes:
    """A text in RTF."""
    words = "".join("\\'" + f"{byte:02x}" for byte in "示例市人民政府年度报告".encode("gb18030"))
    return (
        b"{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\\f0\\fs32 "
        + words.encode()
        + b"\\par}"
    )


def _scanned(options: Scan) -> list[Picture]:
    return scanned_pages(print_canvas(compact(sample())), options, seed=5)


def photograph_jpeg() -> bytes:
    """A telephone's picture of a page, as a file of its own."""
    options = Scan(
        encoding="jpeg", quality=80, perspective=0.02, uneven=0.35, noise=5, blur=0.24, contrast=0.9
    )
    return _scanned(options)[0].data


def screenshot_png() -> bytes:
    """A picture of a page in PNG."""
    page = _scanned(Scan(dpi=120))[0]
    pixels = np.frombuffer(zlib.decompress(page.data), np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels.reshape(page.height, page.width, 3)).save(buffer, "PNG")
    return buffer.getvalue()


# PDFs.


def _flate(picture: Image.Image, dpi: float) -> Picture:
    size = (picture.width * 72 / dpi, picture.height * 72 / dpi)
    data = zlib.compress(picture.tobytes(), 6)
    colours: Literal["DeviceRGB", "DeviceGray"] = (
        "DeviceRGB" if picture.mode == "RGB" else "DeviceGray"
    )
    return Picture(data, picture.width, picture.height, "FlateDecode", colours, 8, size)


def cat_pdf() -> bytes:
    """A page with a picture of a cat and nothing else."""
    picture = Image.new("RGB", (1240, 1754), "#f4efe6")
    draw = ImageDraw.Draw(picture)
    fur, dark = "#c98b4b", "#5a3a1e"
    draw.polygon([(360, 520), (400, 230), (560, 430)], fill=fur, outline=dark)
    draw.polygon([(880, 520), (840, 230), (680, 430)], fill=fur, outline=dark)
    draw.ellipse((330, 380, 910, 900), fill=fur, outline=dark, width=6)
    draw.ellipse((400, 860, 840, 1500), fill=fur, outline=dark, width=6)
    draw.arc((760, 1180, 1120, 1560), 270, 120, fill=fur, width=50)
    for x in (480, 680):
        draw.ellipse((x, 540, x + 90, 650), fill="#e8f2c0", outline=dark, width=4)
        draw.ellipse((x + 32, 550, x + 58, 640), fill="black")
    draw.polygon([(590, 700), (650, 700), (620, 735)], fill="#d9777f")
    draw.arc((560, 715, 620, 775), 0, 180, fill=dark, width=5)
    draw.arc((620, 715, 680, 775), 0, 180, fill=dark, width=5)
    for side in (-1, 1):
        for drop in (-30, 0, 30):
            draw.line((620 + side * 70, 740, 620 + side * 330, 735 + drop), fill=dark, width=3)
    return picture_pdf([_flate(picture, 150)])


def white_pages() -> bytes:
    """Three scanned pages on which nothing stands."""
    page = _flate(Image.new("L", (1654, 2339), 255), 200)
    return picture_pdf([page] * 3)


def enormous_scan(bits: int = 1) -> bytes:
    """An A0 sheet scanned at 600 dpi: 558 million pixels in a small file.

    Args:
        bits: 1 for black and white, 8 for grey (558 MB unpacked).
    """
    width, height = A0_AT_600_DPI
    compressor = zlib.compressobj(6)
    length = width if bits == 8 else -(-width // 8)
    white, rule = b"\xff" * length, b"\xff" * (length // 10)
    rule = rule + b"\0" * (length - 2 * len(rule)) + rule
    data = b"".join(
        compressor.compress(rule if row % 1000 < 12 else white) for row in range(height)
    )
    data += compressor.flush()
    size = (width * 72 / 600, height * 72 / 600)
    page = Picture(data, width, height, "FlateDecode", "DeviceGray", bits, size)
    return picture_pdf([page])


def enormous_grey_scan() -> bytes:
    """The same sheet in grey."""
    return enormous_scan(bits=8)


def many_pages() -> bytes:
    """300 scanned pages, all showing the same picture."""
    page = _scanned(Scan(mode="1-bit", encoding="ccitt"))[-1]
    return picture_pdf([page] * 300)


def truncated_pdf() -> bytes:
    """A scan whose transfer ended in the middle of a picture."""
    whole = picture_pdf(_scanned(Scan(mode="grey", encoding="jpeg")))
    return whole[: len(whole) // 2]


def page_without_end() -> bytes:
    """A PDF whose only page is larger than any sheet: 14400 by 14400 points, empty."""
    side = 14400.0
    page = _flate(Image.new("L", (10, 10), 255), 200)
    return picture_pdf([Picture(page.data, 10, 10, "FlateDecode", "DeviceGray", 8, (side, side))])


@dataclass(frozen=True)
class BadFile:
    """How to make a bad file, and the ending it comes with."""

    suffix: str
    make: Callable[[], bytes]


BAD_FILES: Final[Mapping[str, BadFile]] = {
    make.__name__: BadFile(suffix, make)
    for suffix, makers in {
        ".html": (
            truncated_html,
            garbage_in_html,
            surrogates_in_html,
            endless_word,
            long_attachment,
            javascript_shell,
            not_found_page,
            blocked_page,
            challenge_page,
            no_bytes,
            empty_page,
        ),
        ".docx": (
            zip_bomb,
            entity_bomb,
            outside_entity,
            truncated_docx,
            damaged_docx,
            displaced_docx,
            other_zip,
        ),
        ".doc": (ole_file,),
        ".ofd": (ofd_file,),
        ".xlsx": (xlsx_file,),
        ".rtf": (rtf_file,),
        ".jpg": (photograph_jpeg,),
        ".png": (screenshot_png,),
        ".pdf": (
            cat_pdf,
            white_pages,
            enormous_scan,
            enormous_grey_scan,
            many_pages,
            truncated_pdf,
            page_without_end,
        ),
    }.items()
    for make in makers
}
"""Every bad file by the name of its function."""
