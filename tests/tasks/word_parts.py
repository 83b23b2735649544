"""Small Word files written by hand, for the tests of their reader."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tasks.extract.unpaged import Unpaged
from tasks.extract.word.file import opened_word

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
PROSE = "<w:p><w:r><w:t>依据条例编制本报告，所列数据的统计期限为全年。</w:t></w:r></w:p>"
STYLES = f"""<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr>
</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="base"><w:rPr>
<w:sz w:val="44"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="title"><w:basedOn
 w:val="base"/></w:style><w:style w:type="character" w:styleId="secret"><w:rPr><w:vanish/></w:rPr>
</w:style><w:style w:type="paragraph" w:styleId="listed"><w:pPr><w:numPr><w:numId w:val="1"/>
</w:numPr></w:pPr></w:style></w:styles>"""


def _level(at: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="7">'
    + _level(0, "japaneseCounting", "%1、")
    + _level(1, "chineseCounting", "（%2）")
    + _level(2, "decimal", "%3.")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="8">'
    + _level(0, "decimalEnclosedCircle", "%1", 19)
    + _level(1, "lowerLetter", "%1-%2)")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2">'
    + '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num></w:numbering>'
)


def package(body: str, document: str = "word/document.xml", **parts: str) -> bytes:
    """A Word file with a body and styles and lists, or with parts of its own."""
    folder, name = document.rsplit("/", 1)
    members = {
        "_rels/.rels": f'<Relationships><Relationship Type="{OFFICE}/officeDocument" Target="/{document}"/></Relationships>',
        document: f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{name}.rels": "<Relationships>"
        + "".join(
            f'<Relationship Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
            for kind in ("styles", "numbering")
        )
        + "</Relationships>",
        f"{folder}/styles.xml": STYLES,
        f"{folder}/numbering.xml": NUMBERING,
        **parts,
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in members.items():
            archive.writestr(member, text)
    return content.getvalue()


def opened_file(folder: Path, body: str | bytes) -> Unpaged:
    """A Word file, or one with this body, opened."""
    path = folder / "report.docx"
    path.write_bytes(body if isinstance(body, bytes) else package(PROSE + body))
    with opened_word(path) as opened:
        return opened


def run(text: str, properties: str = "") -> str:
    """A run of letters."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def tc(text: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def control(content: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"
