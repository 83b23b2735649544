"""Word files: what Word shows and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.report import GridCell
from tasks.extract.word import numerals
from tests.tasks.unpaged import extents
from tests.tasks.word_parts import control, opened_file, run, tbl, tc, tr

BEGIN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def _cell(folder: Path, content: str) -> GridCell:
    table = tbl(tr(f"<w:tc>{content}</w:tc>", tc("z")))
    return opened_file(folder, table).grids[0].cells[0]


def _spans(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (tr(tc("a", BEGIN), tc("b", _spans(2))), tr(tc("", GO_ON), tc("c"), tc("d"))),
            {"a": (0, 2, 0, 1), "b": (0, 1, 1, 3), "c": (1, 2, 1, 2), "d": (1, 2, 2, 3)},
        ),
        (
            (
                tr(tc("a", BEGIN), tc("b")),
                tr(tc("c", BEGIN), tc("d")),
                tr(tc("", GO_ON), tc("e")),
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
                tr(
                    tc("a", '<w:hMerge w:val="restart"/>'),
                    tc("", '<w:hMerge w:val="continue"/>'),
                    tc("b"),
                ),
                tr(tc("c"), tc("d"), tc("e")),
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
            (tr(tc("a"), tc("b")), tr(tc("c"), properties='<w:gridBefore w:val="1"/>')),
            {"a": (0, 1, 0, 1), "b": (0, 1, 1, 2), "c": (1, 2, 1, 2)},
        ),
        (
            (
                tr(tc("a"), tc("b")),
                tr(tc("x"), properties="<w:del/>"),
                tr(tc("c"), tc("d"), properties="<w:ins/>"),
            ),
            {"a": (0, 1, 0, 1), "b": (0, 1, 1, 2), "c": (1, 2, 0, 1), "d": (1, 2, 1, 2)},
        ),
        (
            (control(tr(tc("a"), control(tc("b")))),),
            {"a": (0, 1, 0, 1), "b": (0, 1, 1, 2)},
        ),
    ],
)
def test_cells_span_what_word_lets_them_span(
    tmp_path: Path, rows: tuple[str, ...], expected: dict[str, tuple[int, int, int, int]]
) -> None:
    assert extents(opened_file(tmp_path, tbl(*rows)).grids[0]) == expected


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
BOX = "<w:txbxContent><w:p>" + run("框") + "</w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (run("1") + run("2"), ("12",)),
        (f"<w:ins>{run('5')}</w:ins><w:del><w:r><w:delText>6</w:delText></w:r></w:del>", ("5",)),
        (f"<w:moveFrom>{run('6')}</w:moveFrom><w:moveTo>{run('5')}</w:moveTo>", ("5",)),
        (run("6", "<w:vanish/>") + run("5", '<w:vanish w:val="0"/>'), ("5",)),
        (run("6", '<w:rStyle w:val="secret"/>') + run("5"), ("5",)),
        (run("6", "<w:strike/>") + run("7", "<w:dstrike/>") + run("5"), ("5",)),
        (f"<w:smartTag><w:hyperlink>{run('5')}</w:hyperlink></w:smartTag>", ("5",)),
        (control(run("5")), ("5",)),
        (f'<w:fldSimple w:instr="=SUM(LEFT)">{run("5")}</w:fldSimple>', ("5",)),
        (
            _field("begin") + "<w:r><w:instrText>=1+</w:instrText></w:r>" + run("6") + _field("separate") + run("5") + _field("end"),
            ("5",),
        ),
        ("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r>", ("一", "二 三")),
        ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>2</w:t></w:r>", ("1-2",)),
        ('<w:r><w:t>1</w:t><w:sym w:font="Symbol" w:char="F032"/></w:r>', ("1\ufffd",)),
        (f"<w:r><w:ruby><w:rt>{run('9')}</w:rt><w:rubyBase>{run('5')}</w:rubyBase></w:ruby></w:r>", ("5",)),
        (
            f"<w:r><w:drawing><mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}"
            "</mc:Fallback></mc:AlternateContent></w:drawing></w:r>" + run("5"),
            ("5", "框"),
        ),
        (
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("5"),
            ("5", "框"),
        ),
        (f'<mc:AlternateContent><mc:Choice Requires="zz">{run("6")}</mc:Choice><mc:Fallback>{run("5")}</mc:Fallback></mc:AlternateContent>', ("5",)),
        (
            f'<mc:AlternateContent xmlns:zz="urn:z" xmlns:k="{W14}"><mc:Choice Requires="k zz">{run("6")}</mc:Choice><mc:Choice Requires="k">{run("5")}'
            f'</mc:Choice><mc:Fallback>{run("7")}</mc:Fallback></mc:AlternateContent>',
            ("5",),
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
        (run("12"), ()),
        (run("3", "<w:strike/>") + run("12"), ("struck",)),
        (run("12") + run("1", '<w:vertAlign w:val="superscript"/>'), ("raised",)),
        (run("12") + run("1", '<w:vertAlign w:val="baseline"/>'), ()),
        (run("12") + run("1", '<w:position w:val="6"/>'), ("raised",)),
        (run("12") + run("1", '<w:sz w:val="10"/>'), ("raised",)),
        (run("1") + "<m:oMath><m:r><m:t>2</m:t></m:r></m:oMath>", ("raised",)),
        (run("12", '<w:color w:val="FFFFFF"/>'), ("hidden",)),
        (run("1") + "</w:p><w:p>" + run("2"), ("parted",)),
        ('<w:pPr><w:pStyle w:val="listed"/></w:pPr>' + run("2"), ()),
        ('<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr>' + run("2"), ("parted",)),
        ('<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr>' + run("甲", "<w:strike/>") + run("2"), ("parted",)),
        ("<w:r><w:drawing/></w:r>", ("drawn",)),
    ],
)  # fmt: skip
def test_digits_that_are_no_plain_number_are_doubted(
    tmp_path: Path, content: str, doubts: tuple[str, ...]
) -> None:
    assert _cell(tmp_path, f"<w:p>{content}</w:p>").doubts == doubts


def test_what_a_merged_cell_hides_is_doubted(tmp_path: Path) -> None:
    rows = (tr(tc("12", BEGIN), tc("b")), tr(tc("3", GO_ON), tc("c")))
    cell = opened_file(tmp_path, tbl(*rows)).grids[0].cells[0]
    assert (cell.text, cell.doubts) == ("12", ("hidden",))


def test_a_picture_in_a_cell_is_ink(tmp_path: Path) -> None:
    picture = "<w:tc><w:p><w:r><w:drawing/></w:r></w:p></w:tc>"
    file = opened_file(tmp_path, tbl(tr(picture, tc(""))))
    drawn, empty = file.grids[0].cells
    assert file.has_ink(0, drawn.box)
    assert not file.has_ink(0, empty.box)


def test_pointers_count_all_tables_rows_and_cells(tmp_path: Path) -> None:
    inner = tbl(tr(tc("4")))
    outer = tbl(
        tr(tc("x"), properties="<w:del/>"),
        tr(tc("2"), f"<w:tc><w:p>{run('很长的文字')}</w:p>{inner}<w:p/></w:tc>"),
    )
    file = opened_file(tmp_path, outer + tbl(tr(tc("5"))))
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
        f"{run(text)}</w:p>"
    )


def test_automatic_numbers_stand_before_their_text(tmp_path: Path) -> None:
    body = (
        _listed("新收", 1) + _listed("结转", 1) + _listed("公开", 1, 1) + _listed("秘密", 1, 2)
        + _listed("禁止", 1, 2) + _listed("无法", 1, 1) + _listed("没有", 1, 2) + _listed("另起", 2, 2)
        + _listed("接续", 2, 2) + '<w:p><w:pPr><w:pStyle w:val="listed"/></w:pPr>' + run("式样") + "</w:p>"
        + _listed("圈", 3) + _listed("圈", 3) + _listed("圈", 3) + _listed("母", 3, 1) + _listed("无", 99)
    )  # fmt: skip
    assert opened_file(tmp_path, body).texts[0].split("\n")[1:] == [
        "一、新收", "二、结转", "（一）公开", "1.秘密", "2.禁止", "（二）无法", "1.没有", "5.另起",
        "6.接续", "三、式样", "⑲圈", "⑳圈", "21圈", "21-a)母", "无",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (47, "四十七"), (100, "一〇〇")],
)
def test_chinese_numbers(number: int, written: str) -> None:
    assert numerals.written("chineseCounting", number) == written
