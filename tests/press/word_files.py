"""Reports as Word files: merged cells, broken runs, tracked changes and what else offices leave.

The report comes from the word processor's producer; its XML is then changed the way people and
programs leave it. What a reader of the printed file sees stays what the gold says.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from random import Random
from typing import Any, Final

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.press.forms import FORMS, FormName
from tests.press.gold import said
from tests.press.model import PrintedReport
from tests.press.pushes import Pushes
from tests.press.shapes import documents
from tests.press.specimen import Specimen
from tests.press.web_pages import Printing, as_printed, in_full_width, set_otherwise, with_zero
from tests.press.word import word_document

Docx = Any
Xml = Any
Change = Callable[[Docx, Random], None]

W: Final = nsdecls("w")
WHO: Final = 'w:id="{}" w:author="经办人" w:date="2024-01-15T09:00:00Z"'
_NUMBER: Final = re.compile(r"[-－+减增少加]*[0-9０-９,.]+(?:件|项|万元|元|条|次|篇|个|人次|人)?")


def word_file(report: PrintedReport, changes: tuple[Change, ...], rng: Random) -> bytes:
    """The report as a .docx file after some changes to it."""
    document = Document(io.BytesIO(word_document(report, Pushes())))
    for change in changes:
        change(document, rng)
    buffer = io.BytesIO()
    document.save(buffer)
    return packed(unpacked(buffer.getvalue()))


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The parts of an archive by their names."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive without a clock: the same parts give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 31, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()


# What stands in a document.


def tables(document: Docx) -> list[Xml]:
    """The tables of the body, in their order."""
    return list(document.element.body.iter(qn("w:tbl")))


def text_of(element: Xml) -> str:
    """All text in an element."""
    return "".join(piece.text or "" for piece in element.iter(qn("w:t")))


def cells(document: Docx) -> list[Xml]:
    """Every cell of every table."""
    return list(document.element.body.iter(qn("w:tc")))


def number_cells(document: Docx) -> list[Xml]:
    """The cells that print a number."""
    return [cell for cell in cells(document) if _NUMBER.fullmatch(text_of(cell))]


def label_cells(document: Docx) -> list[Xml]:
    """The cells that print words."""
    return [cell for cell in cells(document) if re.search(r"[\u4e00-\u9fff]", text_of(cell))]


def the_run(cell: Xml) -> Xml:
    """The first run of a cell."""
    return next(cell.iter(qn("w:r")))


def another(number: str, rng: Random) -> str:
    """A number that is not this one."""
    wrong = number
    while wrong == number:
        wrong = str(rng.randint(1, 10 ** max(2, len(number)) - 1))
    return wrong


def with_text(run: Xml, text: str) -> Xml:
    """The same run with other words."""
    run = deepcopy(run)
    run.find(qn("w:t")).text = text
    return run


def _parsed(template: str) -> Xml:
    """An element from its XML, with the namespace of word processing declared."""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {W}", template, count=1))


# Changes.


def split_runs(document: Docx, rng: Random) -> None:
    """Labels and some numbers in many runs, with proofing marks, bookmarks and smart tags."""
    for cell in cells(document):
        for run in list(cell.iter(qn("w:r"))):
            text = text_of(run)
            if len(text) < 2:
                continue
            at = 0
            while at < len(text):
                size = rng.randint(1, 3)
                piece = with_text(run, text[at : at + size])
                if rng.random() < 0.15:
                    tag = _parsed('<w:smartTag w:uri="urn:x" w:element="chmetcnv"/>')
                    tag.append(piece)
                    piece = tag
                run.addprevious(piece)
                if rng.random() < 0.3:
                    run.addprevious(_parsed('<w:proofErr w:type="spellStart"/>'))
                if rng.random() < 0.1:
                    mark = f'w:id="{rng.randint(1000, 99999)}"'
                    run.addprevious(_parsed(f'<w:bookmarkStart {mark} w:name="_Hlk{at}"/>'))
                    run.addprevious(_parsed(f"<w:bookmarkEnd {mark}/>"))
                at += size
            run.getparent().remove(run)


def tracked(document: Docx, rng: Random) -> None:
    """Half of the numbers were corrected with tracked changes, in either order of old and new."""
    for index, cell in enumerate(number_cells(document)):
        if rng.random() < 0.5:
            continue
        run = the_run(cell)
        parent, at = run.getparent(), run.getparent().index(run)
        old = deepcopy(run)
        words = old.find(qn("w:t"))
        words.tag, words.text = qn("w:delText"), another(text_of(run), rng)
        deleted = _parsed(f"<w:del {WHO.format(2 * index)}/>")
        deleted.append(old)
        inserted = _parsed(f"<w:ins {WHO.format(2 * index + 1)}/>")
        inserted.append(run)
        both = [deleted, inserted] if rng.random() < 0.5 else [inserted, deleted]
        parent[at:at] = both


def tracked_rows(document: Docx, rng: Random) -> None:
    """Rows that tracked changes delete, and rows that they insert."""
    for table in tables(document):
        rows = [
            row
            for row in table.findall(qn("w:tr"))
            if sum(bool(_NUMBER.fullmatch(text_of(cell))) for cell in row) > 2
        ]
        for index, row in enumerate(rows[::4]):
            old = deepcopy(row)
            for run in old.iter(qn("w:r")):
                words = run.find(qn("w:t"))
                words.tag = qn("w:delText")
                if _NUMBER.fullmatch(words.text or ""):
                    words.text = another(words.text, rng)
            for run in list(old.iter(qn("w:r"))):
                deleted = _parsed(f"<w:del {WHO.format(9000 + index)}/>")
                run.addprevious(deleted)
                deleted.append(run)
            _row_properties(old).append(_parsed(f"<w:del {WHO.format(9500 + index)}/>"))
            _row_properties(row).append(_parsed(f"<w:ins {WHO.format(9700 + index)}/>"))
            row.addprevious(old)


def _row_properties(row: Xml) -> Xml:
    properties = row.find(qn("w:trPr"))
    if properties is None:
        properties = _parsed("<w:trPr/>")
        row.insert(0, properties)
    return properties


def hidden_text(document: Docx, rng: Random) -> None:
    """Numbers and words in hidden text beside those that are printed."""
    for cell in cells(document):
        run = next(cell.iter(qn("w:r")), None)
        if run is None or rng.random() < 0.5:
            continue
        number = _NUMBER.fullmatch(text_of(cell))
        secret = with_text(run, another(text_of(run), rng) if number else "（填报说明：12）")
        secret.find(f"{qn('w:rPr')}/{qn('w:sz')}").addprevious(_parsed("<w:vanish/>"))
        if rng.random() < 0.5:
            run.addprevious(secret)
        else:
            run.addnext(secret)


def content_controls(document: Docx, rng: Random) -> None:
    """Numbers in content controls around the run, the paragraph, the cell or the whole row."""
    rows = set()
    for cell in number_cells(document):
        control = _control(rng)
        inside = control[1]
        kind = rng.randrange(5)
        if kind == 0:
            run = the_run(cell)
            run.addprevious(control)
            inside.append(run)
        elif kind == 1:
            paragraph = cell.find(qn("w:p"))
            paragraph.addprevious(control)
            inside.append(paragraph)
        elif kind == 2:
            cell.addprevious(control)
            inside.append(cell)
        elif kind == 3 and cell.getparent().tag == qn("w:tr"):
            rows.add(cell.getparent())
    for index, table in enumerate(tables(document)):
        for row in [row for row in table.findall(qn("w:tr")) if row in rows][: 2 + index]:
            control = _control(rng)
            row.addprevious(control)
            control[1].append(row)


def _control(rng: Random) -> Xml:
    return _parsed(
        f'<w:sdt><w:sdtPr><w:alias w:val="数字 {rng.randint(1, 99)}"/>'
        f'<w:id w:val="{rng.randint(10**6, 10**9)}"/><w:text/></w:sdtPr><w:sdtContent/></w:sdt>'
    )


def nested(document: Docx, rng: Random) -> None:
    """Each table stands in the only cell of a frame."""
    for table in tables(document):
        frame = _parsed(
            '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol '
            'w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>'
            "<w:p/></w:tc></w:tr></w:tbl>"
        )
        table.addprevious(frame)
        cell = next(frame.iter(qn("w:tc")))
        cell.insert(1, table)


def nested_numbers(document: Docx, rng: Random) -> None:
    """Some numbers stand in a small table of their own inside their cell."""
    for cell in number_cells(document):
        if rng.random() < 0.8:
            continue
        paragraph = cell.find(qn("w:p"))
        small = _parsed(
            '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol '
            'w:w="500"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="500" w:type="dxa"/></w:tcPr>'
            "</w:tc></w:tr></w:tbl>"
        )
        next(small.iter(qn("w:tc"))).append(paragraph)
        cell.append(small)
        cell.append(_parsed("<w:p/>"))


_BOX: Final = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="2"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="1800000" cy="500000"/><wp:wrapNone/><wp:docPr id="{id}" name="文本框 {id}"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{content}</w:txbxContent>
</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape style="width:140pt;height:40pt"><v:textbox><w:txbxContent>{content}
</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def text_boxes(document: Docx, rng: Random) -> None:
    """Text boxes beside the tables: a stamp, a telephone number, a figure of something else."""
    note = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    two = note.format("网站访问量") + note.format("88888")
    contents = (note.format("公开方式：主动公开"), note.format("咨询电话 0000-1234567"), two)
    places = [table.getprevious() for table in tables(document)]
    for number, content in enumerate(contents, start=1):
        place = places[number % len(places)]
        place.append(parse_xml(_BOX.format(id=number + 20, content=content)))


def split_table(*, repeat_header: bool) -> Change:
    """The long table as two tables."""

    def change(document: Docx, rng: Random) -> None:
        table = max(tables(document), key=lambda one: len(one.findall(qn("w:tr"))))
        rows = table.findall(qn("w:tr"))
        second = deepcopy(table)
        for row in second.findall(qn("w:tr")):
            second.remove(row)
        head = [row for row in rows if not any(_NUMBER.fullmatch(text_of(c)) for c in row)][:4]
        if repeat_header:
            for row in head[: _header_rows(rows)]:
                second.append(deepcopy(row))
        rest = rows[len(rows) // 2 :]
        for row in rest:
            second.append(row)
        for merge in rest[0].iter(qn("w:vMerge")):
            # A cell that the cut divides begins again, without its text.
            merge.set(qn("w:val"), "restart")
        table.addnext(second)
        table.addnext(_parsed("<w:p/>"))

    return change


def _header_rows(rows: list[Xml]) -> int:
    """How many rows the first cell of a table covers, which is its header."""
    for number, row in enumerate(rows[1:], start=1):
        merge = row.find(f"{qn('w:tc')}/{qn('w:tcPr')}/{qn('w:vMerge')}")
        if merge is None or merge.get(qn("w:val")) == "restart":
            return number
    return 0


def without_grid(document: Docx, rng: Random) -> None:
    """Tables without `tblGrid` and cells without widths."""
    for table in tables(document):
        table.remove(table.find(qn("w:tblGrid")))
    for width in list(document.element.body.iter(qn("w:tcW"))):
        width.getparent().remove(width)


def with_hmerge(document: Docx, rng: Random) -> None:
    """Horizontal merges in the old way: `hMerge` and empty cells instead of `gridSpan`."""
    for cell in cells(document):
        properties = cell.find(qn("w:tcPr"))
        span = properties.find(qn("w:gridSpan"))
        if span is None:
            continue
        count = int(span.get(qn("w:val")))
        merge = properties.find(qn("w:vMerge"))
        span.addnext(_parsed('<w:hMerge w:val="restart"/>'))
        properties.remove(span)
        for _ in range(count - 1):
            empty = _parsed("<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>")
            if merge is not None:
                empty[0].append(deepcopy(merge))
            cell.addnext(empty)


_NOTES: Final = """<w:footnotes {w}><w:footnote w:type="separator" w:id="-1"><w:p><w:r>
<w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p>
<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>{notes}</w:footnotes>"""
_NOTE: Final = """<w:footnote w:id="{id}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r>
</w:p></w:footnote>"""


def footnotes(document: Docx, rng: Random) -> None:
    """Footnotes on labels and numbers; the notes hold numbers of their own."""
    texts = ("含上年度结转3件。", "其中涉及国家秘密12件。", "数据截至12月31日。")
    notes = "".join(_NOTE.format(id=number, text=text) for number, text in enumerate(texts, 1))
    package = document.part.package
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        _NOTES.format(w=W, notes=notes).encode(),
        package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    reference = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
    places = [label_cells(document)[-1], *rng.sample(number_cells(document), 2)]
    for number, cell in enumerate(places, start=1):
        the_run(cell).addnext(_parsed(reference.format(number)))


def page_header(document: Docx, rng: Random) -> None:
    """Words and numbers above and below every page."""
    section = document.sections[0]
    section.header.paragraphs[0].text = "示例市2018年政府信息公开资料汇编　第 7 号"
    section.footer.add_paragraph("内部编号 20180007")


def formula_fields(document: Docx, rng: Random) -> None:
    """Numbers that a formula field shows, simple and complex ones."""
    for cell in number_cells(document):
        run = the_run(cell)
        if rng.random() < 0.4:
            simple = _parsed('<w:fldSimple w:instr=" =SUM(LEFT) "/>')
            run.addprevious(simple)
            simple.append(run)
        elif rng.random() < 0.5:
            for content in (
                '<w:fldChar w:fldCharType="begin"/>',
                '<w:instrText xml:space="preserve"> =SUM(B5:B21)*1 </w:instrText>',
                '<w:fldChar w:fldCharType="separate"/>',
            ):
                run.addprevious(_parsed(f"<w:r>{content}</w:r>"))
            run.addnext(_parsed('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))


def breaks_in_labels(document: Docx, rng: Random) -> None:
    """Line breaks, tabs and soft hyphens inside labels; some labels in two paragraphs."""
    for cell in label_cells(document):
        paragraphs = cell.findall(qn("w:p"))
        text = text_of(cell)
        if len(paragraphs) != 1 or len(text) < 5:
            continue
        run, at = the_run(cell), rng.randint(2, len(text) - 2)
        kind = rng.randrange(3)
        if kind == 0:
            second = with_text(run, text[at:])
            run.find(qn("w:t")).text = text[:at]
            run.append(_parsed("<w:br/>"))
            run.addnext(second)
        elif kind == 1:
            second = deepcopy(paragraphs[0])
            next(second.iter(qn("w:t"))).text = text[at:]
            run.find(qn("w:t")).text = text[:at]
            paragraphs[0].addnext(second)
        else:
            run.insert(1, _parsed("<w:tab/>"))


def comments(document: Docx, rng: Random) -> None:
    """Reviewers' comments on numbers."""
    body = "".join(
        f'<w:comment {WHO.format(number)} w:initials="a"><w:p><w:r><w:t>应为{number + 40}？</w:t>'
        "</w:r></w:p></w:comment>"
        for number in range(3)
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    package = document.part.package
    blob = f"<w:comments {W}>{body}</w:comments>".encode()
    part = Part(PackURI("/word/comments.xml"), kind, blob, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
    for number, cell in enumerate(rng.sample(number_cells(document), 3)):
        run = the_run(cell)
        run.addprevious(_parsed(f'<w:commentRangeStart w:id="{number}"/>'))
        run.addnext(_parsed(f'<w:r><w:commentReference w:id="{number}"/></w:r>'))
        run.addnext(_parsed(f'<w:commentRangeEnd w:id="{number}"/>'))


_LEVELS: Final[tuple[tuple[re.Pattern[str], str, str], ...]] = (
    (re.compile(r"\d+([.、])(?=\D)"), "decimal", "%1{}"),
    (re.compile(r"[（(][一二三四五六七八九十]+([）)])"), "chineseCounting", "（%1{}"),
    (re.compile(r"[一二三四五六七八九十]+(、)"), "chineseCounting", "%1{}"),
)


def automatic_numbering(*, headings: bool) -> Change:
    """Labels whose numbers Word counts: “1.” is not in the text of “1.属于国家秘密”.

    A list begins anew wherever a label says one, so every number printed stays what it was.
    """

    def change(document: Docx, rng: Random) -> None:
        lists: list[tuple[str, str, int]] = []
        running: dict[int, tuple[int, int]] = {}
        body = document.element.body
        places = [p for cell in label_cells(document) for p in cell.findall(qn("w:p"))[:1]]
        if headings:
            places += [
                p for p in body.findall(qn("w:p")) if re.match("[一二三四五六]、", text_of(p))
            ]
        inside = set(places)
        for paragraph in body.iter(qn("w:p")):
            if paragraph not in inside:
                continue
            for level, (pattern, form, printed) in enumerate(_LEVELS):
                text = text_of(paragraph).lstrip("\u3000")
                match = pattern.match(text)
                if match is None or len(text) < 4:
                    continue
                value = _value(match.group())
                before, number = running.get(level, (-1, 0))
                if value != before + 1:
                    opening = "(" if match.group()[0] == "(" else "（"
                    text_of_level = printed.format(match.group(1)).replace("（", opening)
                    lists.append((form, text_of_level, value))
                    number = len(lists)
                running[level] = (value, number)
                words = next(paragraph.iter(qn("w:t")))
                words.text = text[match.end() :]
                paragraph.find(f"{qn('w:pPr')}/{qn('w:widowControl')}").addnext(
                    _parsed(
                        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{700 + number}"/></w:numPr>'
                    )
                )
                break
        _define_lists(document, lists)

    return change


def _value(printed: str) -> int:
    digits = re.match(r"\d+", printed)
    if digits:
        return int(digits.group())
    return "一二三四五六七八九十".index(printed.strip("（）()、")) + 1


def _define_lists(document: Docx, lists: list[tuple[str, str, int]]) -> None:
    numbering = document.part.numbering_part.element
    for number, (form, text, start) in enumerate(lists, start=701):
        numbering.insert(
            0,
            _parsed(
                f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
                f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
                f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>'
            ),
        )
        numbering.append(
            _parsed(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )


# The set.

ALL: Final = tuple(FORMS)
TABLES: Final[tuple[FormName, ...]] = ("2021", "2019")
"""The forms that have tables 二 and 四."""


@dataclass(frozen=True)
class _Shape:
    shape: str
    changes: tuple[Change, ...] = ()
    forms: tuple[FormName, ...] = ALL
    printing: Printing = as_printed


SHAPES: Final = (
    _Shape("merged cells"),
    _Shape("vertical text", printing=set_otherwise(stub="vertical")),
    _Shape("runs broken", (split_runs,)),
    _Shape("tracked changes in numbers", (tracked,)),
    _Shape("tracked rows", (tracked_rows,)),
    _Shape("hidden text", (hidden_text,)),
    _Shape("content controls", (content_controls,)),
    _Shape("tables nested in a frame", (nested,)),
    _Shape("numbers in nested tables", (nested_numbers,)),
    _Shape("text boxes, header and footer", (text_boxes, page_header)),
    _Shape("table in two", (split_table(repeat_header=False),)),
    _Shape("table in two, header repeated", (split_table(repeat_header=True),)),
    _Shape("no tblGrid", (without_grid,)),
    _Shape("hMerge", (with_hmerge,)),
    _Shape("spans of header and numbers differ", (), TABLES, set_otherwise(blocks="uneven")),
    _Shape("footnotes and comments", (footnotes, comments)),
    _Shape("numbers are formula fields", (formula_fields,)),
    _Shape("breaks and tabs in labels", (breaks_in_labels,)),
    _Shape("labels numbered automatically", (automatic_numbering(headings=False),)),
    _Shape("labels and headings numbered automatically", (automatic_numbering(headings=True),)),
    _Shape("full-width digits", (split_runs,), printing=in_full_width),
    _Shape("blank cells", printing=with_zero("")),
    _Shape("dashes", (tracked,), printing=with_zero("—")),
)


def _word_file(report: PrintedReport, changes: tuple[Change, ...], seed: int) -> bytes:
    return word_file(report, changes, Random(seed))


def word_shapes() -> Iterator[Specimen]:
    """Every Word file of the accuracy set."""
    sources = {form: cycle(documents(form)) for form in ALL}
    for number, shape in enumerate(SHAPES, start=1):
        for form in shape.forms:
            report = shape.printing(next(sources[form]))
            yield Specimen(
                name=f"docx-{number:02d}-{form}",
                form=form,
                family="docx",
                shape=shape.shape,
                suffix=".docx",
                make=partial(_word_file, report, shape.changes, number),
                gold=said(report),
            )
