"""Word files: how digits are set, and whether a person may see something else in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.reasons import DOUBTS
from gongkai.report import GridCell
from tasks.extract.marks import turns_order
from tasks.extract.word.again import second_texts
from tests.tasks.word_parts import PROSE, SPACES, opened_file, package, run, tbl, tc, tr

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
RTL_MARK, OVERRIDE, POP, LEFT_MARK = "\u200f", "\u202e", "\u202c", "\u200e"


def _cells(folder: Path, rows: str, styles: str = "", table: str = "") -> tuple[GridCell, ...]:
    parts = {"word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>"} if styles else {}
    body = f"{PROSE}<w:tbl><w:tblPr>{table}</w:tblPr>{rows}</w:tbl>"
    return opened_file(folder, package(body, **parts)).grids[0].cells


def _cell(
    folder: Path,
    content: str,
    *,
    paragraph: str = "",
    cell: str = "",
    row: str = "",
    table: str = "",
    styles: str = "",
) -> GridCell:
    """The first cell of a table with this in its paragraph."""
    own = f"<w:tc><w:tcPr>{cell}</w:tcPr><w:p><w:pPr>{paragraph}</w:pPr>{content}</w:p></w:tc>"
    return _cells(folder, tr(own, tc("甲"), properties=row), styles, table)[0]


def _style(kind: str, name: str, inside: str) -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}">{inside}</w:style>'


@pytest.mark.parametrize(
    ("properties", "doubts"),
    [
        ("<w:webHidden/>", ("property",)),
        ("<w:specVanish/>", ("property",)),
        ('<w:fitText w:val="100"/>', ("property",)),
        ('<w:eastAsianLayout w:id="1" w:combine="1"/>', ("property",)),
        ('<w:eastAsianLayout w:vert="true"/>', ("property",)),
        ("<w:cs/>", ("property",)),
        ("<w:emboss/>", ("property",)),
        ("<w:notYetInvented/>", ("property",)),
        ("<w:rtl/>", ("turned",)),
        ('<w:spacing w:val="-60"/>', ("overlapping",)),
        ('<w:spacing w:val="200"/>', ("apart",)),
        ('<w:w w:val="33"/>', ("hidden",)),
        ('<w:sz w:val="2"/>', ("hidden",)),
        ('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', ("symbols",)),
        ('<w:rFonts w:ascii="Webdings"/>', ("symbols",)),
        ('<w:color w:val="000000" w:themeColor="text1" w:themeTint="0D"/>', ("hidden",)),
        ('<w:color w:val="FFFFFF" w:themeColor="text1"/>', ()),
        ('<w:shd w:val="diagStripe" w:color="000000" w:fill="FFFFFF"/>', ("property",)),
        ('<w:color w:val="000000"/><w:shd w:val="pct90" w:color="000000"/>', ("hidden",)),
        (
            f'<w14:textFill {W14}><w14:solidFill><w14:schemeClr w14:val="bg1"><w14:lumMod '
            'w14:val="95000"/></w14:schemeClr></w14:solidFill></w14:textFill>',
            ("hidden",),
        ),
        (f"<w14:textFill {W14}><w14:gradFill/></w14:textFill>", ("property",)),
        (f'<w14:textOutline {W14} w14:w="50000"><w14:solidFill/></w14:textOutline>', ("property",)),
    ],
)
def test_letters_set_otherwise_are_doubted(
    tmp_path: Path, properties: str, doubts: tuple[str, ...]
) -> None:
    cell = _cell(tmp_path, run("203", properties))
    assert (cell.text, cell.doubts) == ("203", doubts)
    assert set(doubts) <= DOUBTS.keys()
    assert _cell(tmp_path, run("甲", properties) + run("203")).doubts == ()


@pytest.mark.parametrize(
    "properties",
    [
        "<w:b/><w:bCs/><w:i/><w:u w:val='single'/><w:noProof/><w:kern w:val='2'/>",
        '<w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/>',
        '<w:lang w:val="en-US" w:bidi="ar"/><w:snapToGrid w:val="0"/><w:szCs w:val="24"/>',
        '<w:bdr w:val="none"/><w:em w:val="dot"/><w:effect w:val="none"/>',
        '<w:rtl w:val="0"/><w:cs w:val="off"/><w:webHidden w:val="false"/>',
        '<w:spacing w:val="-6"/><w:w w:val="80"/><w:position w:val="0"/>',
        '<w:eastAsianLayout w:id="12"/>',
        '<w:fitText w:val="260" w:id="7"/>',
        '<w:color w:val="000000" w:themeColor="text1"/>',
        '<w:shd w:val="pct10" w:color="auto" w:fill="FFFFFF"/>',
        '<w:shd w:val="clear" w:fill="D9D9D9" w:themeFill="background1" w:themeFillShade="D9"/>',
        f"<w14:ligatures {W14} w14:val='none'/>"
        f'<w14:textOutline {W14} w14:w="9525"><w14:noFill/></w14:textOutline>',
        f'<w14:textFill {W14}><w14:solidFill><w14:schemeClr w14:val="tx1"/></w14:solidFill>'
        "</w14:textFill>",
    ],
)  # fmt: skip
def test_what_is_usual_is_not(tmp_path: Path, properties: str) -> None:
    assert _cell(tmp_path, run("203", properties)).doubts == ()


@pytest.mark.parametrize(
    ("given", "doubts"),
    [
        ({"paragraph": "<w:bidi/>"}, ("turned",)),
        ({"paragraph": '<w:textDirection w:val="tbRl"/>'}, ("turned",)),
        ({"paragraph": '<w:framePr w:w="1"/>'}, ("property",)),
        ({"paragraph": '<w:spacing w:line="100" w:lineRule="exact"/>'}, ("clipped",)),
        ({"paragraph": '<w:spacing w:line="60" w:lineRule="auto"/>'}, ("clipped",)),
        ({"paragraph": '<w:ind w:left="-1500"/>'}, ("displaced",)),
        ({"paragraph": '<w:ind w:left="200" w:hanging="1500"/>'}, ("displaced",)),
        ({"paragraph": '<w:ind w:rightChars="-900" w:right="-1"/>'}, ("displaced",)),
        ({"cell": '<w:textDirection w:val="tbRlV"/>'}, ("turned",)),
        ({"cell": "<w:tcFitText/>"}, ("property",)),
        ({"cell": '<w:tcW w:w="350" w:type="dxa"/><w:tcFitText/>'}, ("property",)),
        ({"cell": '<w:tcMar><w:left w:w="9000" w:type="dxa"/></w:tcMar>'}, ("displaced",)),
        (
            {"cell": '<w:tcW w:w="600" w:type="dxa"/><w:tcMar><w:end w:w="700"/></w:tcMar>'},
            ("displaced",),
        ),
        ({"table": '<w:tblCellMar><w:left w:w="9000"/></w:tblCellMar>'}, ("displaced",)),
        ({"cell": "<w:cellDel/>"}, ("property",)),
        ({"cell": '<w:tcBorders><w:tl2br w:val="single"/></w:tcBorders>'}, ("struck",)),
        ({"row": '<w:trHeight w:val="80" w:hRule="exact"/>'}, ("clipped",)),
        ({"row": "<w:notYetInvented/>"}, ("property",)),
        ({"table": "<w:bidiVisual/>"}, ("turned",)),
    ],
)
def test_digits_placed_otherwise_are_doubted(
    tmp_path: Path, given: dict[str, str], doubts: tuple[str, ...]
) -> None:
    assert _cell(tmp_path, run("203"), **given).doubts == doubts
    assert _cell(tmp_path, run("乙"), **given).doubts == ()


@pytest.mark.parametrize(
    "given",
    [
        {"paragraph": '<w:keepNext/><w:widowControl w:val="0"/><w:jc w:val="center"/>'},
        {"paragraph": '<w:bidi w:val="0"/><w:adjustRightInd/><w:textAlignment w:val="auto"/>'},
        {"paragraph": '<w:spacing w:before="60" w:line="240" w:lineRule="exact"/>'},
        {"paragraph": '<w:spacing w:line="240" w:lineRule="auto"/>'},
        {"paragraph": '<w:ind w:left="-108" w:rightChars="-50" w:right="-105" w:hanging="108"/>'},
        {"paragraph": "<w:rPr><w:vanish/><w:rtl/></w:rPr>"},
        {"cell": '<w:tcW w:w="800" w:type="dxa"/><w:tcFitText/>'},
        {"cell": '<w:tcMar><w:left w:w="108" w:type="dxa"/></w:tcMar>'},
        {"table": '<w:tblCellMar><w:left w:w="0"/><w:right w:w="108"/></w:tblCellMar>'},
        {"cell": '<w:tcW w:w="800" w:type="dxa"/><w:vAlign w:val="center"/><w:noWrap/>'},
        {
            "cell": '<w:textDirection w:val="lrTb"/><w:tcBorders><w:tl2br w:val="nil"/></w:tcBorders>'
        },
        {"row": '<w:trHeight w:val="400" w:hRule="exact"/><w:cantSplit/><w:tblHeader/>'},
        {"row": '<w:trHeight w:val="80" w:hRule="atLeast"/><w:jc w:val="center"/>'},
        {"table": '<w:tblpPr w:tblpX="1"/><w:tblLayout w:type="fixed"/><w:bidiVisual w:val="0"/>'},
    ],
)
def test_digits_placed_as_usual_are_not(tmp_path: Path, given: dict[str, str]) -> None:
    assert _cell(tmp_path, run("203"), **given).doubts == ()


def test_a_fixed_row_cuts_what_is_more_than_it_holds(tmp_path: Path) -> None:
    fixed, narrow = '<w:trHeight w:val="400" w:hRule="exact"/>', '<w:tcW w:w="500" w:type="dxa"/>'
    assert _cell(tmp_path, run("1234567"), cell=narrow, row=fixed).doubts == ("clipped",)
    assert _cell(tmp_path, run("12"), cell=narrow, row=fixed).doubts == ()
    pushed = run("甲") + "</w:p><w:p>" + run("乙") + "</w:p><w:p>" + run("203")
    assert _cell(tmp_path, pushed, row=fixed).doubts == ("clipped",)


# Styles.


@pytest.mark.parametrize("name", ["vanish", "strike"])
@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "shown"),
    [
        ("<w:{}/>", "", "", False),
        ("", "<w:{}/>", "", False),
        ("<w:{}/>", "<w:{}/>", "", True),
        ("<w:{}/>", '<w:{} w:val="0"/>', "", False),
        ("<w:{}/>", "", '<w:{} w:val="0"/>', True),
        ("<w:{}/>", "<w:{}/>", "<w:{}/>", False),
    ],
)
def test_switches_of_styles_switch_over(
    tmp_path: Path, name: str, paragraph: str, character: str, direct: str, shown: bool
) -> None:
    styles = (
        _style("paragraph", "p", f"<w:rPr>{paragraph.format(name)}</w:rPr>")
        + _style("paragraph", "p2", '<w:basedOn w:val="p"/>')
        + _style("character", "c", f"<w:rPr>{character.format(name)}</w:rPr>")
    )
    own = f'<w:rStyle w:val="c"/>{direct.format(name)}'
    content = run("9", own) + run("203", f'<w:{name} w:val="0"/>')
    cell = _cell(tmp_path, content, paragraph='<w:pStyle w:val="p2"/>', styles=styles)
    assert cell.text == ("9203" if shown else "203")
    again = second_texts(tmp_path / "report.docx", [cell.pointer])
    assert again == {cell.pointer: cell.text}


def test_defaults_and_what_a_style_is_based_on_do_not_switch_over(tmp_path: Path) -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:strike/></w:rPr></w:rPrDefault></w:docDefaults>"
        + _style("character", "c", "<w:rPr><w:strike/><w:vanish/></w:rPr>")
        + _style("character", "d", '<w:basedOn w:val="c"/><w:rPr><w:vanish/></w:rPr>')
    )
    plain, based = '<w:strike w:val="0"/>', '<w:rStyle w:val="d"/>'
    words = run("依据条例编制本报告，所列数据的统计期限为全年。", plain)

    def text(*runs: str) -> str:
        cell = _cell(tmp_path, "".join(runs), styles=styles)
        again = second_texts(tmp_path / "report.docx", [cell.pointer])
        assert again == {cell.pointer: cell.text}
        return cell.text.removeprefix("依据条例编制本报告，所列数据的统计期限为全年。")

    assert text(words, run("9", based), run("7"), run("8", f"{based}{plain}")) == ""
    assert text(words, run("9", f'{based}{plain}<w:vanish w:val="0"/>')) == "9"


TABLE_STYLE = _style(
    "table",
    "t",
    '<w:rPr><w:color w:val="000000"/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="lastRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:rtl/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band2Horz"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr>',
)


def _look(**given: int) -> str:
    return '<w:tblStyle w:val="t"/><w:tblLook {}/>'.format(
        " ".join(f'w:{name}="{is_on}"' for name, is_on in given.items())
    )


def test_the_style_of_a_table_counts_where_the_table_uses_it(tmp_path: Path) -> None:
    rows = "".join(tr(tc(f"{n}1"), tc(f"{n}2")) for n in range(1, 5))
    off = {"firstRow": 0, "lastRow": 0, "firstColumn": 0, "noHBand": 1}

    def seen(**given: int) -> dict[str, tuple[str, ...]]:
        cells = _cells(tmp_path, rows, TABLE_STYLE, _look(**{**off, **given}))
        return {cell.text: cell.doubts for cell in cells if cell.doubts or not cell.text}

    assert seen() == {}
    assert seen(firstRow=1) == {}
    assert seen(lastRow=1) == {"": ()}
    assert seen(firstColumn=1) == {f"{n}1": ("turned",) for n in range(1, 5)}
    assert seen(noHBand=0) == dict.fromkeys(("21", "22", "41", "42"), ("hidden",))
    bits = '<w:tblStyle w:val="t"/><w:tblLook w:val="0480"/>'
    cells = _cells(tmp_path, rows, TABLE_STYLE, bits)
    assert {cell.text for cell in cells if cell.doubts} >= {"11", "21", "31", "41"}


def test_letters_on_dark_ground_are_seen(tmp_path: Path) -> None:
    rows = tr(tc("203", '<w:shd w:val="clear" w:fill="auto"/>'), tc("甲"))
    (cell, _) = _cells(tmp_path, rows, TABLE_STYLE, _look(firstRow=1))
    assert cell.doubts == ("hidden",)
    dark = '<w:shd w:val="clear" w:fill="auto" w:themeFill="text2"/>'
    assert _cell(tmp_path, run("203", '<w:color w:val="FFFFFF"/>'), cell=dark).doubts == ()
    assert _cell(tmp_path, run("203"), cell=dark).doubts == ()
    white = '<w:color w:val="auto" w:themeColor="background1"/>'
    assert _cell(tmp_path, run("203", white), cell=dark).doubts == ()


def test_colours_are_those_of_the_files_own_theme(tmp_path: Path) -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
        '<a:clrScheme><a:accent1><a:srgbClr val="FFFFFF"/></a:accent1></a:clrScheme><a:fontScheme>'
        '<a:minorFont><a:latin typeface="Wingdings"/></a:minorFont></a:fontScheme>'
        "</a:themeElements></a:theme>"
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        f'<Relationships><Relationship Type="{office}/theme" Target="theme.xml"/></Relationships>'
    )
    for properties, doubts in (
        ('<w:color w:val="000000" w:themeColor="accent1"/>', ("hidden",)),
        ('<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Arial"/>', ("symbols",)),
    ):
        body = PROSE + tbl(tr(f"<w:tc><w:p>{run('203', properties)}</w:p></w:tc>", tc("甲")))
        parts = {"word/theme.xml": theme, "word/_rels/document.xml.rels": relations}
        assert opened_file(tmp_path, package(body, **parts)).grids[0].cells[0].doubts == doubts


# The order of digits.


@pytest.mark.parametrize("element", ["bdo", "dir"])
def test_digits_whose_order_is_turned_are_doubted(tmp_path: Path, element: str) -> None:
    turned = f'<w:{element} w:val="rtl">{run("203")}</w:{element}>'
    cell = _cell(tmp_path, turned)
    assert cell.doubts == ("turned",)
    if element == "bdo":
        assert second_texts(tmp_path / "report.docx", [cell.pointer]) == {cell.pointer: "302"}
    assert _cell(tmp_path, turned.replace("rtl", "ltr")).doubts == ()
    assert _cell(tmp_path, turned.replace("203", "甲") + run("203")).doubts == ()


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (f"{OVERRIDE}203{POP}", True),
        (f"20{RTL_MARK}3", True),
        (f"{RTL_MARK}12/34", True),
        (f"20{LEFT_MARK}3", True),
        (f"20{POP}3", True),
        ("\u061c203", True),
        ("\u2068203\u2069", True),
        (f"{LEFT_MARK}203{LEFT_MARK}", False),
        ("\u202a203\u202c", False),
        ("\u2066203\u2069", False),
        (f"203{RTL_MARK}", False),
        (f"{RTL_MARK}甲", False),
        ("203", False),
    ],
)
def test_direction_marks_among_digits(tmp_path: Path, text: str, turns: bool) -> None:
    assert turns_order(text) is turns
    cell = _cell(tmp_path, run(text))
    assert cell.doubts == ("turned",) * turns
    digits = "".join(c for c in text if c.isalnum() or c == "/")
    assert cell.text == digits
    again = second_texts(tmp_path / "report.docx", [cell.pointer])[cell.pointer]
    assert again.replace(" ", "") == digits


def test_small_figures_over_others_and_placeholders_are_doubted(tmp_path: Path) -> None:
    def ruby(over: str) -> str:
        return (
            f"<w:r><w:ruby><w:rt>{run(over)}</w:rt><w:rubyBase>{run('203')}</w:rubyBase>"
            "</w:ruby></w:r>"
        )

    assert _cell(tmp_path, ruby("9")).doubts == ("raised",)
    assert _cell(tmp_path, ruby("er")).doubts == ()
    held = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>" + run("203") + "</w:sdtContent></w:sdt>"
    assert _cell(tmp_path, held.format("<w:showingPlcHdr/>")).doubts == ("unread",)
    assert _cell(tmp_path, held.format("<w:text/>")).doubts == ()


def test_the_second_reader_sees_signs_in_symbol_fonts(tmp_path: Path) -> None:
    cell = _cell(tmp_path, run("203", '<w:rFonts w:ascii="Wingdings"/>'))
    assert second_texts(tmp_path / "report.docx", [cell.pointer]) == {cell.pointer: "?"}
