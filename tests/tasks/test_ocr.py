"""The networks: digits, signs, points and commas, lines, scores, and nothing downloaded."""

from __future__ import annotations

import socket

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tasks.extract.picture import detect, ocr, signs
from tests.press.canvas import FONT


def _printed(text: str, pixels: int = 26, size: tuple[int, int] | None = None) -> np.ndarray:
    """A line of text as a scanner sees it: a little blurred, on white paper."""
    font = ImageFont.truetype(str(FONT), pixels)
    width = round(font.getlength(text)) + 12
    picture = Image.new("L", size or (width, round(pixels * 1.5)), 255)
    ImageDraw.Draw(picture).text((6, picture.height / 2), text, font=font, fill=0, anchor="lm")
    return cv2.GaussianBlur(np.asarray(picture), (3, 3), 0)


@pytest.mark.parametrize("pixels", [18, 22, 26, 36])
@pytest.mark.parametrize(
    "text",
    [
        *"0123456789",
        "11",
        "111",
        "1000",
        "-8",
        "1,234",
        "12,345,678",
        "113.4265",
        "0.5",
        "5件",
        "无",
    ],
)
def test_numbers_come_back(text: str, pixels: int) -> None:
    ((found, score),) = ocr.numbers_of([_printed(text, pixels)])
    assert found == text
    assert score > 0.85


@pytest.mark.parametrize("pixels", [15, 20, 36])
@pytest.mark.parametrize("sign", ["—", "－", "/"])
def test_lone_signs_are_told_by_their_shape(sign: str, pixels: int) -> None:
    ((found, score),) = ocr.numbers_of([_printed(sign, pixels)])
    assert found == ("/" if sign == "/" else "—")
    assert score > 0.9


def test_a_one_is_no_slash() -> None:
    for pixels in range(12, 40, 2):
        assert signs.sign_of(_printed("1", pixels))[0] == ""


def test_words_read_as_a_number_score_low() -> None:
    ((_, score),) = ocr.numbers_of([_printed("行政许可")])
    assert score < 0.1


def test_words_are_read_squeezed_as_well() -> None:
    text = "一、本年新收政府信息公开申请数量"
    for squeeze in (1.0, 0.7, 0.5):
        ((found, score),) = ocr.texts_of([_printed(text)], squeeze)
        assert found == text
        assert score > 0.8


def test_an_empty_crop_is_an_empty_text() -> None:
    blank = np.full((40, 60), 255, np.uint8)
    assert ocr.texts_of([blank])[0][0] == ""
    assert ocr.numbers_of([blank])[0][0] == ""
    assert ocr.texts_of([]) == []


def test_what_is_read_together_changes_nothing() -> None:
    crops = [_printed(str(number)) for number in range(0, 400, 17)]
    together = ocr.numbers_of(crops)
    assert together == [ocr.numbers_of([crop])[0] for crop in crops]
    assert together == ocr.numbers_of(crops[::-1])[::-1]


def test_colours_and_greys_are_read_alike() -> None:
    grey = _printed("2048")
    colours = np.repeat(grey[..., None], 3, axis=2)
    assert ocr.texts_of([grey]) == ocr.texts_of([colours])


def test_the_score_is_the_probability_of_all_spellings() -> None:
    steps = np.array([[0.1, 0.6, 0.3], [0.5, 0.4, 0.1], [0.2, 0.1, 0.7]], np.float32)
    # `ab` may be spelt aab, abb, a-b, -ab, ab-.
    a, b = 1, 2
    ways = ((a, a, b), (a, b, b), (a, 0, b), (0, a, b), (a, b, 0))
    expected = sum(np.prod([steps[i, c] for i, c in enumerate(way)]) for way in ways)
    assert ocr._probability(steps, np.array([a, b])) == pytest.approx(expected, abs=1e-6)


def test_lines_of_a_page_in_reading_order() -> None:
    page = np.full((800, 1000), 255, np.uint8)
    for text, x, y in (("右行", 700, 100), ("左面一行", 100, 100), ("下面一行文字", 100, 400)):
        line = _printed(text, 30)
        page[y : y + line.shape[0], x : x + line.shape[1]] = line
    found = detect.lines_of(page)
    assert [line.text for line in found] == ["左面一行", "右行", "下面一行文字"]
    left, top, right, foot = found[2].box
    assert 80 < left < 120
    assert 380 < top < 420 < foot < 460
    assert right < 340


def test_a_line_on_its_head_is_noticed() -> None:
    lines = [_printed("政府信息公开工作年度报告"), _printed("本年新收政府信息公开申请数量")]
    assert not detect.is_upside_down(lines)
    assert detect.is_upside_down([np.rot90(line, 2) for line in lines])
    assert not detect.is_upside_down([])


def test_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("the recogniser must not use the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    for load in (ocr.detector, ocr._recogniser, ocr.classifier):
        load.cache_clear()
    assert ocr.numbers_of([_printed("12")])[0][0] == "12"
    assert detect.lines_of(np.full((64, 64), 255, np.uint8)) == []


def test_a_missing_model_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        ocr._session("no_such_model.onnx")
