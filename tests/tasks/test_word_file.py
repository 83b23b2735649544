"""Word files as a whole: broken ones and traps, the second reader, and reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.errors import ReadingError
from gongkai.form import forms
from tasks.extract.word import package as archive
from tasks.extract.word.again import second_texts
from tasks.extract.word.file import opened_word
from tasks.reshape.title import find_title
from tests.press import word_files
from tests.press.bad_files import BAD_FILES
from tests.tasks.unpaged import check_specimen
from tests.tasks.word_parts import MAIN, PROSE, SPACES, opened_file, package, run, tbl, tc, tr


def test_the_head_has_the_sizes_of_its_styles(tmp_path: Path) -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="title"/></w:pPr>' + run("示例市教育局") + "</w:p>"
        + '<w:p><w:pPr><w:pStyle w:val="title"/></w:pPr>' + run("2023年政府信息公开工作年度报告") + "</w:p>"
    )  # fmt: skip
    file = opened_file(tmp_path, package(body + PROSE + tbl(tr(tc("表内")))))
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
    assert opened_file(tmp_path, package(PROSE, "doc/main.xml")).texts[0].startswith("依据条例")
    body = f"<w:document {SPACES}><w:body>{PROSE}</w:body></w:document>".replace(
        MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert (
        opened_file(tmp_path, package("", **{"word/document.xml": body}))
        .texts[0]
        .startswith("依据")
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04 and nothing more", "damaged"),
        (package("<w:p>"), "damaged"),
        (package("<w:p/>"), "empty_page"),
        (package("<w:p><w:r><w:drawing/></w:r></w:p>"), "only_pictures"),
        (package(PROSE, **{"word/styles.xml": "<!DOCTYPE x []><x/>"}), "unsafe_document"),
    ],
)
def test_a_file_without_a_text_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        opened_file(tmp_path, content)
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
        opened_file(tmp_path, BAD_FILES[name].make())
    assert refused.value.reason == reason
    assert second_texts(tmp_path / "report.docx", ["tbl[1]/tr[1]/tc[1]"]) == {}


def test_an_encrypted_member_says_so(tmp_path: Path) -> None:
    content = bytearray(package(PROSE))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(mark, place + 4)
    with pytest.raises(ReadingError) as refused:
        opened_file(tmp_path, bytes(content))
    assert refused.value.reason == "encrypted"


@pytest.mark.parametrize(
    ("limit", "value"), [("MOST_UNPACKED", 100), ("LARGEST_PART", 100), ("MOST_MEMBERS", 2)]
)
def test_what_unpacks_to_too_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(archive, limit, value)
    with pytest.raises(ReadingError) as refused:
        opened_file(tmp_path, PROSE)
    assert refused.value.reason == "too_large_unpacked"


# The second reader.


def test_both_readers_agree_and_the_second_says_nothing_of_what_is_not_there(
    tmp_path: Path,
) -> None:
    cells = (
        "<w:p><w:ins>" + run("12") + "</w:ins>" + run("9", "<w:vanish/>") + "</w:p>",
        f"<w:p>{run('甲')}</w:p>",
    )
    table = tbl(tr(*(f"<w:tc>{cell}</w:tc>" for cell in cells)))
    grid = opened_file(tmp_path, table).grids[0]
    first = {cell.pointer: cell.text for cell in grid.cells}
    assert set(first.values()) == {"12", "甲"}
    pointers = [*first, "tbl[1]/tr[1]/tc[3]", "tbl[2]/tr[1]/tc[1]", "elsewhere"]
    assert second_texts(tmp_path / "report.docx", pointers) == first


def test_whole_files_are_read_as_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_files, "SHAPES", word_files.SHAPES[::16])
    for specimen in word_files.word_shapes():
        check_specimen(specimen, tmp_path / "report.docx", opened_word, second_texts)
