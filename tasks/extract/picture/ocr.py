"""Crops of one line of text to text. The only module that uses RapidOCR.

RapidOCR's wheel brings the networks (PP-OCRv6 det and rec, small); they are run
here by ONNX Runtime directly, because RapidOCR's own recogniser pads every crop
to 320 pixels and scores a text by the mean of its letters. A report has some 250
cells, most of them one digit, and one bad letter in a number must show.

Nothing is ever downloaded: a model that is not in the wheel is an error. The same
pixels give the same text and score, whatever is read together with them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from importlib.resources import as_file, files

import cv2
import numpy as np
import numpy.typing as npt
import onnxruntime

from tasks.extract.picture.pixels import PAPER, Image, grey_of, normal_of, rgb
from tasks.extract.picture.signs import UNTOLD, marks_of, sign_of

DETECTOR, RECOGNISER = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
CLASSIFIER = "ch_ppocr_mobile_v2.0_cls_mobile.onnx"

THREADS = 1
"""Threads of one network: workers are processes, one a core."""

HEIGHT = 48
"""Height in pixels the recogniser takes lines at."""

STEP = 16
"""Crops are padded to a multiple of so many pixels: what is beside a crop in its batch
then never changes its input, and crops of like width share a batch."""

NARROWEST = 48
"""Narrowest input in pixels: with less the recogniser has too few steps to see one digit."""

WIDEST = 2400
"""Widest input in pixels; a longer line is squeezed (some fifty letters)."""

BATCH = 4096
"""Pixels of width read in one go: bounds the memory (18,710 classes every 8 pixels)."""

NUMBERS = (
    *"23456789%/\\~·空零件宗份人次篇起亿千百十元约计共其中增",
    *("无無", "条條", "项項", "个個", "万萬", "减減"),
    "0Oo〇○",
    "1lI",
    ".．。,，、",
    "-—－–―─一_＿",
    "+＋",
    "(（",
    ")）",
)
"""What number cells are made of: digits, signs, placeholders, units, short remarks.

Letters in one string look the same there and are read as the first of them; their
probabilities add up. Spaces are not told from the gaps between digits."""

TOLD = 0.9
"""From this score on the network is believed about a point or comma that has no clear shape."""

OTHER_DIGITS = "023456789"
"""Digits the network does not take for a lone dash or slash, nor those for them."""

_MARKS = {".": ".", "．": ".", "。": ".", ",": ",", "，": ",", "、": ","}


@dataclass(frozen=True)
class Letters:
    """What a crop of one line says, read freely and as a number; scores as in `texts_of`."""

    text: str
    score: float
    number: str
    number_score: float


def texts_of(crops: Sequence[Image], squeeze: float = 1.0) -> list[tuple[str, float]]:
    """Read crops of one line each; what has no text is an empty string.

    Args:
        crops: the lines.
        squeeze: factor by which crops are made narrower: Chinese is read as well at
            0.5 for half the cost, digits are not.

    Returns:
        per crop its text and the probability, 0 to 1, that the network gives to
        exactly this text (all ways to spell it over the picture summed). It is
        never more than the least sure letter's, and falls with every letter, so
        long prose scores low where a digit scores 0.99.
    """
    return [(letters.text, letters.score) for letters in letters_of(crops, squeeze)]


def numbers_of(crops: Sequence[Image]) -> list[tuple[str, float]]:
    """Read crops of number cells: only what numbers and placeholders are made of.

    Returns:
        as `texts_of`. The probability stays that among all letters: where the
        network would rather read another letter, the score is under 0.5. Lone
        dashes and slashes are told by their shape, which the network confuses
        with 一 and 1 (see `sign_of`).
    """
    return [(letters.number, letters.number_score) for letters in letters_of(crops)]


def letters_of(crops: Sequence[Image], squeeze: float = 1.0) -> list[Letters]:
    """Read crops both ways, `texts_of` and `numbers_of`, for the cost of one."""
    inputs = [_line(crop, squeeze) for crop in crops]
    keys = [_key(line) for line in inputs]
    once = dict(zip(keys, inputs, strict=True))
    read: dict[bytes, Letters] = {}
    waiting: list[bytes] = []
    for key in sorted(once, key=lambda key: (once[key].shape[1], key)):
        width = once[key].shape[1]
        full = (len(waiting) + 1) * width > BATCH
        if waiting and (full or once[waiting[0]].shape[1] != width):
            read |= _batch(waiting, once)
            waiting = []
        waiting.append(key)
    if waiting:
        read |= _batch(waiting, once)
    return [_with_sign(read[key], crop) for key, crop in zip(keys, crops, strict=True)]


def _with_sign(letters: Letters, crop: Image) -> Letters:
    """What was read as a number, corrected by the shape of a lone sign."""
    if not any(c in OTHER_DIGITS for c in letters.number) or letters.number_score < UNTOLD:
        sign, score = sign_of(crop)
        if sign:
            return replace(letters, number=sign, number_score=score)
    if "." not in letters.number:
        return letters
    own = [_MARKS[c] for c in letters.text if c in _MARKS]
    shapes = marks_of(crop)
    count = letters.number.count(".")
    if len(own) != count:
        own = ["?"] * count
    if len(shapes) != count:
        shapes = "?" * count
    told = [shape if mark == "?" else mark for mark, shape in zip(own, shapes, strict=True)]
    clash = any({mark, shape} == {".", ","} for mark, shape in zip(own, shapes, strict=True))
    unclear = clash or "?" in told or (letters.score < TOLD and "?" in shapes)
    places = iter(told)
    return replace(
        letters,
        number="".join(next(places).replace("?", ".") if c == "." else c for c in letters.number),
        number_score=min(letters.number_score, UNTOLD) if unclear else letters.number_score,
    )


def _key(line: Image) -> bytes:
    width: int = line.shape[1]
    return sha256(line.tobytes()).digest() + width.to_bytes(4)


def _line(crop: Image, squeeze: float) -> Image:
    """A crop in greys at the recogniser's height, padded with paper."""
    grey = grey_of(crop)
    height, width = grey.shape
    wide = int(min(max(round(width * squeeze * HEIGHT / height), 1), WIDEST))
    way = cv2.INTER_AREA if height > HEIGHT else cv2.INTER_CUBIC
    resized = cv2.resize(grey, (wide, HEIGHT), interpolation=way)
    padded = max(-(-wide // STEP) * STEP, NARROWEST)
    before = (padded - wide) // 2 if padded == NARROWEST else 0
    line = np.full((HEIGHT, padded), PAPER, np.uint8)
    line[:, before : before + wide] = resized
    return line


def _batch(keys: Sequence[bytes], lines: dict[bytes, Image]) -> dict[bytes, Letters]:
    normal = np.stack([normal_of(rgb(lines[key])) for key in keys])
    output = _recogniser().run(None, {"x": normal})[0]
    return {
        key: Letters(*_decoded(steps, only=False), *_decoded(steps, only=True))
        for key, steps in zip(keys, output, strict=True)
    }


def _decoded(steps: npt.NDArray[np.float32], only: bool) -> tuple[str, float]:
    """The best text over the steps of one line (steps, classes), and its probability."""
    letters = _alphabet()
    if only:
        letters, classes, starts = _numbers()
        steps = np.add.reduceat(steps[:, classes], starts, axis=1)
    best = steps.argmax(axis=1)
    changed = np.r_[True, best[1:] != best[:-1]]
    spelt = best[changed & (best != 0)]
    text = "".join(letters[i] for i in spelt)
    inner = text.strip()
    first = len(text) - len(text.lstrip())
    return inner, round(_probability(steps, spelt[first : first + len(inner)]), 4)


def _probability(steps: npt.NDArray[np.float32], spelt: npt.NDArray[np.intp]) -> float:
    """What all ways to spell a text over the steps add up to (CTC, class 0 between letters)."""
    states = np.zeros(2 * len(spelt) + 1, dtype=np.intp)
    states[1::2] = spelt
    # A letter may follow the one before it at once, unless they are the same.
    skips = np.zeros(len(states), dtype=bool)
    skips[3::2] = states[3::2] != states[1:-2:2]
    chances = steps[:, states].astype(np.float64)
    reached = np.zeros(len(states))
    reached[:2] = chances[0, :2]
    for chance in chances[1:]:
        before = reached.copy()
        before[1:] += reached[:-1]
        before[2:] += np.where(skips[2:], reached[:-2], 0.0)
        reached = before * chance
    return min(float(reached[-2:].sum()), 1.0)


@lru_cache(maxsize=1)
def detector() -> onnxruntime.InferenceSession:
    """The network that finds lines of text, loaded once."""
    return _session(DETECTOR)


@lru_cache(maxsize=1)
def _recogniser() -> onnxruntime.InferenceSession:
    return _session(RECOGNISER)


@lru_cache(maxsize=1)
def classifier() -> onnxruntime.InferenceSession:
    """The network that tells what stands on its head, loaded once."""
    return _session(CLASSIFIER)


def _session(model: str) -> onnxruntime.InferenceSession:
    """Load a network from RapidOCR's wheel.

    Raises:
        FileNotFoundError: the wheel has no such model.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    with as_file(files("rapidocr") / "models" / model) as path:
        if not path.exists():
            raise FileNotFoundError(path)
        return onnxruntime.InferenceSession(
            os.fspath(path), options, providers=["CPUExecutionProvider"]
        )


@lru_cache(maxsize=1)
def _alphabet() -> tuple[str, ...]:
    """What the recogniser's classes mean: nothing, its letters, a space."""
    known = _recogniser().get_modelmeta().custom_metadata_map["character"].splitlines()
    return ("", *known, " ")


@lru_cache(maxsize=1)
def _numbers() -> tuple[tuple[str, ...], npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The letters of numbers, the classes of all their likes, and where each letter's start."""
    place = {letter: i for i, letter in enumerate(_alphabet())}
    groups = [[0, place[" "]], *([place[c] for c in like if c in place] for like in NUMBERS)]
    starts = np.cumsum([0, *(len(group) for group in groups[:-1])])
    return ("", *(like[0] for like in NUMBERS)), np.concatenate(groups), starts
