"""Word files: what a person may see in a cell and no reader reads, and letters hard to see."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tasks.word_parts import opened_file, run, tbl, tc, tr

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


def _doubts(folder: Path, content: str, properties: str = "", table: str = "") -> tuple[str, ...]:
    """The doubts of a cell with this in its paragraph."""
    cell = f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{content}</w:p></w:tc>"
    rows = f"<w:tbl><w:tblPr>{table}</w:tblPr>{tr(cell, tc('z'))}</w:tbl>"
    return opened_file(folder, rows).grids[0].cells[0].doubts


def _field(told: str, result: str = "", form: str = "", properties: str = "") -> str:
    def char(kind: str, inside: str = "") -> str:
        own = f'<w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar>'
        return f"<w:r><w:rPr>{properties}</w:rPr>{own}</w:r>"

    return (
        char("begin", f"<w:ffData>{form}</w:ffData>" if form else "")
        + f"<w:r><w:instrText>{told}</w:instrText></w:r>"
        + (char("separate") + result if result else "")
        + char("end")
    )


def _control(kind: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


LIST = (
    '<w:ddList><w:result w:val="1"/><w:listEntry w:val="44"/><w:listEntry w:val="45"/></w:ddList>'
)
CHOICE = '<w:dropDownList w:lastValue="45"><w:listItem w:value="45"/></w:dropDownList>'


@pytest.mark.parametrize(
    "content",
    [
        _field("FORMDROPDOWN", form=LIST),
        _field("FORMDROPDOWN", run("44"), LIST),
        _field("FORMCHECKBOX", form="<w:checkBox/>"),
        _field("FORMTEXT", form='<w:textInput><w:default w:val="45"/></w:textInput>'),
        _field("EQ \\o(45,—)"),
        '<w:fldSimple w:instr="EQ \\o(45)"/>',
        _field(" PAGE ", run("45")),
        _field("numpages \\* MERGEFORMAT", run("45")),
        _field('DATE \\@ "d"', run("45")),
        f'<w:fldSimple w:instr=" SEQ a ">{run("45")}</w:fldSimple>',
        run("4") + "<w:r><w:drawing/></w:r>",
        run("4") + "<w:r><w:pict/></w:r>",
        run("4") + "<w:r><w:object/></w:r>",
        f"<w:r><w:pict><w:txbxContent><w:p>{run('45')}</w:p></w:txbxContent></w:pict></w:r>",
        _control(CHOICE, "<w:r/>"),
        _control('<w:dataBinding w:xpath="/a"/>', run("44")),
        "<w:r><w:yearShort/></w:r>",
        "<w:r><w:contentPart/></w:r>",
    ],
)
def test_what_is_seen_and_not_read_is_doubted(tmp_path: Path, content: str) -> None:
    assert _doubts(tmp_path, content) == ("unread",)


@pytest.mark.parametrize(
    "content",
    [
        _field("FORMTEXT", run("45"), '<w:textInput><w:default w:val="4"/></w:textInput>'),
        _field("=SUM(LEFT)", run("45")),
        _field("XE 词条") + run("45"),
        _field("FORMDROPDOWN", form=LIST, properties="<w:vanish/>"),
        _field("QUOTE", run("45", "<w:vanish/>")),
        "<w:r><w:rPr><w:vanish/></w:rPr><w:drawing/></w:r>",
        f'<w:r><w:drawing {WP}><wp:anchor><wp:docPr hidden="1"/></wp:anchor></w:drawing></w:r>',
        f"<w:del><w:r>{CHOICE}<w:drawing/></w:r></w:del>" + run("45"),
        _control(CHOICE, run("45")),
        _control("<w:text/>", "<w:r/>"),
        "<w:r><!-- 9 --><w:t>45</w:t><w:lastRenderedPageBreak/></w:r>",
    ],
)
def test_what_is_not_seen_or_is_read_is_not_doubted(tmp_path: Path, content: str) -> None:
    assert _doubts(tmp_path, content) == ()


def test_a_control_around_a_cell_or_in_a_merged_one_counts(tmp_path: Path) -> None:
    bound = _control('<w:dataBinding w:xpath="/a"/>', tc("44"))
    assert [c.doubts for c in opened_file(tmp_path, tbl(tr(bound, tc("z")))).grids[0].cells] == [
        ("unread",),
        (),
    ]
    listed = (
        f"<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p>{_field('FORMDROPDOWN', form=LIST)}</w:p></w:tc>"
    )
    merged = tr(tc("4", '<w:hMerge w:val="restart"/>'), listed, tc("z"))
    assert opened_file(tmp_path, tbl(merged)).grids[0].cells[0].doubts == ("unread",)
    chunk = "<w:tc><w:altChunk/><w:p/></w:tc>"
    assert opened_file(tmp_path, tbl(tr(chunk, tc("z")))).grids[0].cells[0].doubts == ("unread",)


def test_what_stands_outside_a_cell_is_no_matter(tmp_path: Path) -> None:
    outside = f"<w:p>{_field('FORMDROPDOWN', form=LIST)}<w:r><w:drawing/></w:r></w:p>"
    grid = opened_file(tmp_path, outside + tbl(tr(tc("45"), tc("z"))) + outside).grids[0]
    assert [cell.doubts for cell in grid.cells] == [(), ()]


def _fill(inside: str) -> str:
    return f"<w14:textFill {W14}>{inside}</w14:textFill>"


@pytest.mark.parametrize(
    ("properties", "hidden"),
    [
        ('<w:color w:val="F2F2F2"/>', True),
        ('<w:color w:val="d9d9d9"/>', True),
        ('<w:color w:val="000000" w:themeColor="background1"/>', True),
        ('<w:color w:val="A6A6A6" w:themeColor="background1" w:themeShade="A6"/>', False),
        ('<w:color w:val="808080"/>', False),
        ('<w:color w:val="auto"/>', False),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>', False),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>', False),
        ('<w:color w:val="000000"/><w:highlight w:val="black"/>', True),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="solid" w:color="000000" w:fill="auto"/>', False),
        ('<w:w w:val="1"/>', True),
        ('<w:w w:val="80"/>', False),
        (_fill("<w14:noFill/>"), True),
        (_fill('<w14:solidFill><w14:srgbClr w14:val="FEFEFE"/></w14:solidFill>'), True),
        (_fill('<w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill>'), True),
        (_fill('<w14:solidFill><w14:schemeClr w14:val="tx1"/></w14:solidFill>'), False),
        (
            _fill('<w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="95000"/>'
            "</w14:srgbClr></w14:solidFill>"),
            True,
        ),
    ],
)  # fmt: skip
def test_letters_hard_to_see_are_doubted(tmp_path: Path, properties: str, hidden: bool) -> None:
    assert _doubts(tmp_path, run("9", properties) + run("45")) == ("hidden",) * hidden


def test_what_is_behind_the_letters_counts(tmp_path: Path) -> None:
    white, dark = run("45", '<w:color w:val="FFFFFF"/>'), '<w:shd w:val="clear" w:fill="1F3864"/>'
    assert _doubts(tmp_path, white) == ("hidden",)
    assert _doubts(tmp_path, white, dark) == ()
    assert _doubts(tmp_path, white, table=dark) == ()
    assert _doubts(tmp_path, f"<w:pPr>{dark}</w:pPr>{white}") == ()
    light = '<w:shd w:val="clear" w:fill="auto"/>'
    assert _doubts(tmp_path, white, light) == ("hidden",)
    assert _doubts(tmp_path, run("45"), '<w:shd w:val="clear" w:fill="000000"/>') == ()
