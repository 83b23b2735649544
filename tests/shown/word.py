"""Word files with one change."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tests.press.form_2021 import CellKey
from tests.press.model import Layout
from tests.press.pushes import Pushes
from tests.press.word import word_document
from tests.press.word_files import packed, unpacked
from tests.shown.model import MARK, Digits, Hostile, Where, agency_of, places, report
from tests.shown.web import WHERE

LAYOUT: Final = Layout(
    "word",
    margins=(72, 62, 72, 62),
    body_font="SimSun",
    digit_font="Times New Roman",
    body_size=14,
    table_size=9.5,
    row_height=19,
    label_widths=(0.06, 0.15, 0.31),
)
Parts = dict[str, bytes]
_FONTS: Final = "@@FONTS@@"
_SIZE: Final = "@@SIZE@@"
_ORDER: Final = [
    "b",
    "i",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "SIZE",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
]
_NAMESPACES: Final = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "zz": "urn:of-nobody",
}


def run(text: str, properties: str = "", *, style: str = "", late: str = "", body: str = "") -> str:
    """A run like those of the cell.

    Args:
        text: Its text.
        properties: Properties of its own, self-closing; a size replaces that of the cell.
        style: A character style.
        late: Properties of later versions of Word, which stand last.
        body: What stands in place of the text.
    """
    found = re.findall(r"<w:(\w+)[^>]*/>", properties)
    pieces = dict(zip(found, re.findall(r"<w:\w+[^>]*/>", properties), strict=True))
    pieces["SIZE"] = pieces.pop("sz", _SIZE)
    own = "".join(pieces[name] for name in sorted(pieces, key=_ORDER.index))
    character = f'<w:rStyle w:val="{style}"/>' if style else ""
    text = body or f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r><w:rPr>{character}{_FONTS}{own}{late}</w:rPr>{text}</w:r>"


@dataclass(frozen=True)
class Doc:
    """A change of a Word file, in templates for `Digits`."""

    name: str
    why: str
    runs: str
    """What stands in the cell's paragraph."""
    shown: str | None = "{A}{B}"
    paragraph: str = ""
    """Properties of the cell's paragraph, in place of its spacing, indents and alignment."""
    after: str = ""
    """Paragraphs that follow in the cell."""
    cell: str = ""
    """Properties of the cell."""
    row: str = ""
    """Properties of the row, in place of its height."""
    styles: str = ""
    where: Where | None = None
    cells: tuple[CellKey, ...] = ()
    """The cells themselves, where it matters which."""
    edit: Callable[[Parts], None] | None = None


def files(kind: str, cases: Sequence[Doc], first: int) -> list[Hostile]:
    """The files of some cases, whose agencies are numbered from `first` on."""
    return [_file(kind, case, first + at) for at, case in enumerate(cases)]


_CELL: Final = re.compile(
    r"<w:tc>(<w:tcPr>(?:(?!</w:tcPr>).)*)</w:tcPr><w:p><w:pPr>((?:(?!</w:pPr>).)*)</w:pPr><w:r><w:rPr>"
    r"(<w:rFonts[^>]*/>)(<w:sz [^>]*/>)</w:rPr><w:t[^>]*>" + MARK + r"</w:t></w:r></w:p></w:tc>"
)


def _file(kind: str, case: Doc, number: int) -> Hostile:
    cells = case.cells or places(number, case.where or WHERE[number % len(WHERE)])
    digits = Digits(case.name)
    parts = unpacked(word_document(report(number, cells, LAYOUT), Pushes()))
    body = parts["word/document.xml"].decode()
    spaces = "".join(
        f' xmlns:{name}="{uri}"'
        for name, uri in _NAMESPACES.items()
        if f"xmlns:{name}=" not in body[:3000]
    )
    body = body.replace("<w:document ", f"<w:document{spaces} ", 1)

    def changed(match: re.Match[str]) -> str:
        properties, paragraph, fonts, size = match.groups()
        made = (
            f"<w:tc>{properties}{case.cell}</w:tcPr><w:p><w:pPr>{case.paragraph or paragraph}</w:pPr>"
            f"{case.runs}</w:p>{case.after}</w:tc>"
        )
        return digits.fill(made).replace(_FONTS, fonts).replace(_SIZE, size)

    rows = [_changed_row(row, changed, case) for row in re.split(r"(?=<w:tr>)", body)]
    parts["word/document.xml"] = "".join(rows).encode()
    if case.styles:
        add_styles(parts, case.styles)
    if case.edit:
        case.edit(parts)
    parts = {
        name: digits.fill(data.decode()).encode()
        if name.startswith("customXml/") or name.endswith(".htm")
        else data
        for name, data in parts.items()
    }
    shown = None if case.shown is None else digits.fill(case.shown)
    return Hostile(
        case.name, ".docx", packed(parts), shown, case.why, {}, agency_of(number), cells, kind
    )


def _changed_row(row: str, changed: Callable[[re.Match[str]], str], case: Doc) -> str:
    if MARK not in row:
        return row
    text, times = _CELL.subn(changed, row)
    if not times:
        raise ValueError(f"the cell of {case.name} is not found")
    if not case.row:
        return text
    return re.sub(r"<w:trPr>.*?</w:trPr>", f"<w:trPr>{case.row}</w:trPr>", text, count=1)


def add_styles(parts: Parts, styles: str) -> None:
    """Styles at the end of the others."""
    old = parts["word/styles.xml"].decode()
    parts["word/styles.xml"] = old.replace("</w:styles>", f"{styles}</w:styles>").encode()


def style(name: str, properties: str, kind: str = "character", based: str = "") -> str:
    """A style of one's own."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>{on}'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


def in_document(change: Callable[[str], str]) -> Callable[[Parts], None]:
    """A change of the document's text."""

    def edit(parts: Parts) -> None:
        parts["word/document.xml"] = change(parts["word/document.xml"].decode()).encode()

    return edit


def with_part(parts: Parts, name: str, content: str, kind: str, relation: str, mark: str) -> None:
    """A part beside the document, with its type and its relation.

    Args:
        parts: The file.
        name: The part's name from the root.
        content: What it holds.
        kind: Its content type.
        relation: The type of the relation.
        mark: The relation's id.
    """
    parts[name] = content.encode()
    types = parts["[Content_Types].xml"].decode()
    override = f'<Override PartName="/{name}" ContentType="{kind}"/>'
    parts["[Content_Types].xml"] = types.replace("</Types>", f"{override}</Types>").encode()
    path = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="{mark}" Type="{relation}" Target="/{name}"/>'
    relations = parts[path].decode()
    parts[path] = relations.replace("</Relationships>", f"{link}</Relationships>").encode()
