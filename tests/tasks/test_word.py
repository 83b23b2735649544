"""Word files: what Word shows, where it stands, and files that are broken or traps."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from gongkai.errors import ReadingError
from gongkai.form import forms
from gongkai.report import Grid, GridCell
from tasks.extract import word
from tasks.extract.word import WordFile, opened_word, second_texts
from tasks.reshape.title import find_title
from tests.press.bad_files import BAD_FILES
from tests.press.word_files import word_shapes
from tests.tasks.test_web import check_specimen

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


def _package(body: str, document: str = "word/document.xml", **parts: str) -> bytes:
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


def _opened(folder: Path, body: str | bytes) -> WordFile:
    path = folder / "report.docx"
    path.write_bytes(body if isinstance(body, bytes) else _package(PROSE + body))
    with opened_word(path) as opened:
        return opened


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def _tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{_run(text)}</w:p></w:tc>"


def _tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def _cell(folder: Path, content: str) -> GridCell:
    table = _tbl(_tr(f"<w:tc>{content}</w:tc>", _tc("z")))
    return _opened(folder, table).grids[0].cells[0]


def _extents(grid: Grid) -> dict[str, tuple[int, int, int, int]]:
    return {c.text: (c.row, c.row_end, c.column, c.column_end) for c in grid.cells if c.text}


def _control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _spans(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


BEGIN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (_tr(_tc("a", BEGIN), _tc("b", _spans(2))), _tr(_tc("", GO_ON), _tc("c"), _tc("d"))),
            {"a": (0, 2, 0, 1), "b": (0, 1, 1, 3), "c": (1, 2, 1, 2), "d": (1, 2, 2, 3)},
        ),
        (
            (
                _tr(_tc("a", BEGIN), _tc("b")),
                _tr(_tc("c", BEGIN), _tc("d")),
                _tr(_tc("", GO_ON), _tc("e")),
            ),
            {
                "a": (0, 1, 0, 1),
                "b": (0, 1, 1, 2),
                "c": (1, 3, 0, 1),
                "d": (1, 2, 1, 2),
                "e": (2, 3, 1, 2),
            },
        ),
        (
            (
                _tr(
                    _tc("a", '<w:hMerge w:val="restart"/>'),
                    _tc("", '<w:hMerge w:val="continue"/>'),
                    _tc("b"),
                ),
                _tr(_tc("c"), _tc("d"), _tc("e")),
            ),
            {
                "a": (0, 1, 0, 2),
                "b": (0, 1, 2, 3),
                "c": (1, 2, 0, 1),
                "d": (1, 2, 1, 2),
                "e": (1, 2, 2, 3),
            },
        ),
        (
            (_tr(_tc("a"), _tc("b")), _tr(_tc("c"), properties='<w:gridBefore w:val="1"/>')),
            {"a": (0, 1, 0, 1), "b": (0, 1, 1, 2), "c": (1, 2, 1, 2)},
        ),
        (
            (
                _tr(_tc("a"), _tc("b")),
                _tr(_tc("x"), properties="<w:del/>"),
                _tr(_tc("c"), _tc("d"), properties="<w:ins/>"),
            ),
            {"a": (0, 1, 0, 1), "b": (0, 1, 1, 2), "c": (1, 2, 0, 1), "d": (1, 2, 1, 2)},
        ),
        (
            (_control(_tr(_tc("a"), _control(_tc("b")))),),
            {"a": (0, 1, 0, 1), "b": (0, 1, 1, 2)},
        ),
    ],
)
def test_cells_span_what_word_lets_them_span(
    tmp_path: Path, rows: tuple[str, ...], expected: dict[str, tuple[int, int, int, int]]
) -> None:
    assert _extents(_opened(tmp_path, _tbl(*rows)).grids[0]) == expected


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


BOX = "<w:txbxContent><w:p>" + _run("框") + "</w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (_run("1") + _run("2"), ("12",)),
        (f"<w:ins>{_run('5')}</w:ins><w:del><w:r><w:delText>6</w:delText></w:r></w:del>", ("5",)),
        (f"<w:moveFrom>{_run('6')}</w:moveFrom><w:moveTo>{_run('5')}</w:moveTo>", ("5",)),
        (_run("6", "<w:vanish/>") + _run("5", '<w:vanish w:val="0"/>'), ("5",)),
        (_run("6", '<w:rStyle w:val="secret"/>') + _run("5"), ("5",)),
        (_run("6", "<w:strike/>") + _run("7", "<w:dstrike/>") + _run("5"), ("5",)),
        (f"<w:smartTag><w:hyperlink>{_run('5')}</w:hyperlink></w:smartTag>", ("5",)),
        (_control(_run("5")), ("5",)),
        (f'<w:fldSimple w:instr="=SUM(LEFT)">{_run("5")}</w:fldSimple>', ("5",)),
        (
            _field("begin") + "<w:r><w:instrText>=1+</w:instrText></w:r>" + _run("6") + _field("separate") + _run("5") + _field("end"),
            ("5",),
        ),
        ("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r>", ("一", "二 三")),
        ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>2</w:t></w:r>", ("1-2",)),
        ('<w:r><w:t>1</w:t><w:sym w:font="Symbol" w:char="F032"/></w:r>', ("1\ufffd",)),
        (f"<w:r><w:ruby><w:rt>{_run('9')}</w:rt><w:rubyBase>{_run('5')}</w:rubyBase></w:ruby></w:r>", ("5",)),
        (
            f"<w:r><w:drawing><mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}"
            "</mc:Fallback></mc:AlternateContent></w:drawing></w:r>" + _run("5"),
            ("5", "框"),
        ),
        (
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + _run("5"),
            ("5", "框"),
        ),
    ],
)  # fmt: skip
def test_a_cell_says_what_word_shows(tmp_path: Path, content: str, lines: tuple[str, ...]) -> None:
    cell = _cell(tmp_path, f"<w:p>{content}</w:p>")
    assert cell.lines == lines
    assert cell.again == cell.text == "".join(lines)


@pytest.mark.parametrize(
    ("content", "doubts"),
    [
        (_run("12"), ()),
        (_run("3", "<w:strike/>") + _run("12"), ("struck",)),
        (_run("12") + _run("1", '<w:vertAlign w:val="superscript"/>'), ("raised",)),
        (_run("12") + _run("1", '<w:vertAlign w:val="baseline"/>'), ()),
        (_run("12") + _run("1", '<w:position w:val="6"/>'), ("raised",)),
        (_run("12") + _run("1", '<w:sz w:val="10"/>'), ("raised",)),
        (_run("1") + "<m:oMath><m:r><m:t>2</m:t></m:r></m:oMath>", ("raised",)),
        (_run("12", '<w:color w:val="FFFFFF"/>'), ("hidden",)),
        (_run("1") + "</w:p><w:p>" + _run("2"), ("parted",)),
        ('<w:pPr><w:pStyle w:val="listed"/></w:pPr>' + _run("2"), ()),
        ('<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr>' + _run("2"), ("parted",)),
        ("<w:r><w:drawing/></w:r>", ("drawn",)),
    ],
)  # fmt: skip
def test_digits_that_are_no_plain_number_are_doubted(
    tmp_path: Path, content: str, doubts: tuple[str, ...]
) -> None:
    assert _cell(tmp_path, f"<w:p>{content}</w:p>").doubts == doubts


def test_what_a_merged_cell_hides_is_doubted(tmp_path: Path) -> None:
    rows = (_tr(_tc("12", BEGIN), _tc("b")), _tr(_tc("3", GO_ON), _tc("c")))
    cell = _opened(tmp_path, _tbl(*rows)).grids[0].cells[0]
    assert (cell.text, cell.doubts) == ("12", ("hidden",))


def test_a_picture_in_a_cell_is_ink(tmp_path: Path) -> None:
    picture = "<w:tc><w:p><w:r><w:drawing/></w:r></w:p></w:tc>"
    file = _opened(tmp_path, _tbl(_tr(picture, _tc(""))))
    drawn, empty = file.grids[0].cells
    assert file.has_ink(0, drawn.box)
    assert not file.has_ink(0, empty.box)


def test_pointers_count_all_tables_rows_and_cells(tmp_path: Path) -> None:
    inner = _tbl(_tr(_tc("4")))
    outer = _tbl(
        _tr(_tc("x"), properties="<w:del/>"),
        _tr(_tc("2"), f"<w:tc><w:p>{_run('很长的文字')}</w:p>{inner}<w:p/></w:tc>"),
    )
    file = _opened(tmp_path, outer + _tbl(_tr(_tc("5"))))
    assert {c.text: c.pointer for g in file.grids for c in g.cells} == {
        "2": "tbl[1]/tr[2]/tc[1]",
        "很长的文字4": "tbl[1]/tr[2]/tc[2]",
        "4": "tbl[2]/tr[1]/tc[1]",
        "5": "tbl[3]/tr[1]/tc[1]",
    }


# Numbers Word counts.


def _listed(text: str, number: int, level: int = 0) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        f"{_run(text)}</w:p>"
    )


def test_automatic_numbers_stand_before_their_text(tmp_path: Path) -> None:
    body = (
        _listed("新收", 1) + _listed("结转", 1) + _listed("公开", 1, 1) + _listed("秘密", 1, 2)
        + _listed("禁止", 1, 2) + _listed("无法", 1, 1) + _listed("没有", 1, 2) + _listed("另起", 2, 2)
        + _listed("接续", 2, 2) + '<w:p><w:pPr><w:pStyle w:val="listed"/></w:pPr>' + _run("式样") + "</w:p>"
        + _listed("圈", 3) + _listed("圈", 3) + _listed("圈", 3) + _listed("母", 3, 1) + _listed("无", 99)
    )  # fmt: skip
    assert _opened(tmp_path, body).texts[0].split("\n")[1:] == [
        "一、新收", "二、结转", "（一）公开", "1.秘密", "2.禁止", "（二）无法", "1.没有", "5.另起",
        "6.接续", "三、式样", "⑲圈", "⑳圈", "21圈", "21-a)母", "无",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (47, "四十七"), (100, "一〇〇")],
)
def test_chinese_numbers(number: int, written: str) -> None:
    assert word._FORMATS["chineseCounting"](number) == written


# The document.


def test_the_head_has_the_sizes_of_its_styles(tmp_path: Path) -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="title"/></w:pPr>' + _run("示例市教育局") + "</w:p>"
        + '<w:p><w:pPr><w:pStyle w:val="title"/></w:pPr>' + _run("2023年政府信息公开工作年度报告") + "</w:p>"
    )  # fmt: skip
    file = _opened(tmp_path, _package(body + PROSE + _tbl(_tr(_tc("表内")))))
    assert [(line.text[:3], line.size) for line in file.head] == [
        ("示例市", 22.0),
        ("202", 22.0),
        ("依据条", 10.5),
    ]
    title = find_title(file.head)
    assert (title.agency, title.year) == ("示例市教育局", 2023)
    assert (file.reader, file.pages) == ("docx", 0)
    assert list(file.attempts(forms()["2021"], (), ())) == [("docx", list(file.grids))]


def test_the_text_is_found_wherever_the_package_has_it(tmp_path: Path) -> None:
    assert _opened(tmp_path, _package(PROSE, "doc/main.xml")).texts[0].startswith("依据条例")
    body = f"<w:document {SPACES}><w:body>{PROSE}</w:body></w:document>".replace(
        MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert (
        _opened(tmp_path, _package("", **{"word/document.xml": body})).texts[0].startswith("依据")
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04 and nothing more", "damaged"),
        (_package("<w:p>"), "damaged"),
        (_package("<w:p/>"), "empty_page"),
        (_package("<w:p><w:r><w:drawing/></w:r></w:p>"), "only_pictures"),
        (_package(PROSE, **{"word/styles.xml": "<!DOCTYPE x []><x/>"}), "unsafe_document"),
    ],
)
def test_a_file_without_a_text_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        _opened(tmp_path, content)
    assert refused.value.reason == reason
    assert second_texts(tmp_path / "report.docx", ["tbl[1]/tr[1]/tc[1]"]) == {}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("zip_bomb", "too_large_unpacked"),
        ("entity_bomb", "unsafe_document"),
        ("outside_entity", "unsafe_document"),
        ("truncated_docx", "damaged"),
        ("damaged_docx", "damaged"),
    ],
)
def test_bad_files_say_why(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        _opened(tmp_path, BAD_FILES[name].make())
    assert refused.value.reason == reason
    assert second_texts(tmp_path / "report.docx", ["tbl[1]/tr[1]/tc[1]"]) == {}


def test_an_encrypted_member_says_so(tmp_path: Path) -> None:
    content = bytearray(_package(PROSE))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(mark, place + 4)
    with pytest.raises(ReadingError) as refused:
        _opened(tmp_path, bytes(content))
    assert refused.value.reason == "encrypted"


@pytest.mark.parametrize(
    ("limit", "value"), [("MOST_UNPACKED", 100), ("LARGEST_PART", 100), ("MOST_MEMBERS", 2)]
)
def test_what_unpacks_to_too_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(word, limit, value)
    with pytest.raises(ReadingError) as refused:
        _opened(tmp_path, PROSE)
    assert refused.value.reason == "too_large_unpacked"


# The second reader.


def test_both_readers_agree_and_the_second_says_nothing_of_what_is_not_there(
    tmp_path: Path,
) -> None:
    cells = (
        "<w:p><w:ins>" + _run("12") + "</w:ins>" + _run("9", "<w:vanish/>") + "</w:p>",
        f"<w:p>{_run('甲')}</w:p>",
    )
    table = _tbl(_tr(*(f"<w:tc>{cell}</w:tc>" for cell in cells)))
    grid = _opened(tmp_path, table).grids[0]
    first = {cell.pointer: cell.text for cell in grid.cells}
    assert set(first.values()) == {"12", "甲"}
    pointers = [*first, "tbl[1]/tr[1]/tc[3]", "tbl[2]/tr[1]/tc[1]", "elsewhere"]
    assert second_texts(tmp_path / "report.docx", pointers) == first


def test_whole_files_are_read_as_printed(tmp_path: Path) -> None:
    for number, specimen in enumerate(word_shapes()):
        if number % 11 == 0:
            check_specimen(specimen, tmp_path / "report.docx", opened_word, second_texts)
