"""Pictures of text to text. The only module that uses RapidOCR.

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

Image = npt.NDArray[np.uint8]
"""A picture in greys (rows, columns) or RGB (rows, columns, 3)."""

Pixels = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels of the picture asked about."""

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

PAPER = 255

FAINTEST = 40
"""A crop whose darkest and lightest parts differ by less is empty."""

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

TURNED_WIDTH = 192
"""Width in pixels that the network takes which tells what is upside down."""

TURNED = 0.6
"""Lines that on average look turned by more than this are upside down."""

INK = 0.3
"""The detector's output from which a pixel counts as text (its own default)."""

SURE = 0.5
"""A region whose mean output is less is no text (RapidOCR's default)."""

UNCLIP = 1.6
"""How far the detector's shrunken regions are grown again (RapidOCR's default)."""

FLAT = 1.8
"""A lone mark so many times wider than high is a dash: no digit is wider than high."""

FOOT = 3.5
"""The foot of a printed 一 is up to so many times as high as its stroke."""

SLANT = 0.14
"""A lone straight stroke that leans by this much of its height is a slash and no 1."""

STRAIGHT = 0.3
"""Unevenness of a stroke (of its width, and of its middle) up to which it is a mere line."""

TALL = 0.6
"""Patches of ink at least this share as high as the highest are digits (or letters)."""

LOW = 0.45
"""Points and commas begin no higher above the foot of the digits (share of their height)."""

HANGING, STANDING = 0.1, 0.05
"""A comma reaches so far below the digits' foot (share of their height), a point no further."""

TOLD = 0.9
"""From this score on the network is believed about a point or comma that has no clear shape."""

OTHER_DIGITS = "023456789"
"""Digits the network does not take for a lone dash or slash, nor those for them."""

UNTOLD = 0.5
"""Score where nobody can say: a point or a comma, a 1 or a slash."""

_MARKS = {".": ".", "．": ".", "。": ".", ",": ",", "，": ",", "、": ","}

CLEAR = 0.99
"""Score of a sign told by its shape alone."""

LEGIBLE = 0.7
"""Mean probability of the letters of a line that is one; noise has 0.2 to 0.6."""

SMALLEST = 3
"""Regions with fewer pixels in either direction are specks."""


@dataclass(frozen=True)
class Letters:
    """What a crop of one line says, read freely and as a number; scores as in `texts_of`."""

    text: str
    score: float
    number: str
    number_score: float


@dataclass(frozen=True)
class PageLine:
    """A line of text found on a picture.

    Attributes:
        score: as `texts_of` gives it.
        box: in pixels of that picture.
    """

    text: str
    score: float
    box: Pixels


def lines_of(image: Image, scale: float = 1.0, squeeze: float = 1.0) -> list[PageLine]:
    """Find and read the lines of an upright page, top to bottom, each left to right.

    What cannot be made out (a picture, noise) is left out.

    Args:
        image: the page.
        scale: by what the page is resized for finding (not for reading) the lines;
            letters of some 15 pixels are found well.
        squeeze: as in `texts_of`.
    """
    boxes = regions(image, scale)
    read = texts_of([cut(image, box) for box in boxes], squeeze)
    return [
        PageLine(text, score, box)
        for (text, score), box in zip(read, boxes, strict=True)
        if text.strip() and score >= LEGIBLE ** len(text)
    ]


def regions(image: Image, scale: float = 1.0) -> list[Pixels]:
    """Where an upright page has lines of text, top to bottom, each left to right."""
    height, width = image.shape[:2]
    if min(height, width) < SMALLEST:
        return []
    # The network halves its input five times.
    size = [max(round(side * scale / 32), 1) * 32 for side in (width, height)]
    small = cv2.resize(_rgb(image), size, interpolation=cv2.INTER_AREA)
    output = _detector().run(None, {"x": _normal(small)[None]})[0][0, 0]
    inked = cv2.dilate((output > INK).astype(np.uint8), np.ones((2, 2), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(inked)
    found: list[Pixels] = []
    for label in range(1, count):
        left, top, wide, high = stats[label, :4].tolist()
        within = np.s_[top : top + high, left : left + wide]
        if min(wide, high) < SMALLEST or output[within][labels[within] == label].mean() < SURE:
            continue
        grow = wide * high * UNCLIP / (2 * (wide + high))
        x, y = width / size[0], height / size[1]
        found.append(
            (
                max((left - grow) * x, 0.0),
                max((top - grow) * y, 0.0),
                min((left + wide + grow) * x, float(width)),
                min((top + high + grow) * y, float(height)),
            )
        )
    return _in_reading_order(found)


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


def is_upside_down(crops: Sequence[Image]) -> bool:
    """Whether lines of text, cut from one page, stand on their heads; False without any."""
    if not crops:
        return False
    lines = []
    for crop in crops:
        grey = _grey(crop)
        width = min(round(grey.shape[1] * HEIGHT / grey.shape[0]), TURNED_WIDTH)
        line = np.full((HEIGHT, TURNED_WIDTH), PAPER, np.uint8)
        line[:, :width] = cv2.resize(grey, (width, HEIGHT))
        lines.append(_normal(_rgb(line)))
    output = _classifier().run(None, {"x": np.stack(lines)})[0]
    return bool(output[:, 1].mean() > TURNED)


def sign_of(crop: Image) -> tuple[str, float]:
    """Tell a lone dash or slash (either way) by its shape, and how clear that is.

    Returns:
        `—`, `/`, a backslash, or an empty text where a crop is anything else; and
        a score as `numbers_of` gives it.
    """
    grey = _grey(crop)
    if int(grey.max()) - int(grey.min()) < FAINTEST:
        return "", 1.0
    _, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    largest = max((int(stats[i, cv2.CC_STAT_AREA]) for i in range(1, count)), default=0)
    marks = [i for i in range(1, count) if stats[i, cv2.CC_STAT_AREA] * 6 >= largest]
    if not marks or largest < SMALLEST:
        return "", 1.0
    boxes = stats[marks, :4]
    if all(_is_dash(labels == i, box) for i, box in zip(marks, boxes.tolist(), strict=True)):
        middles = boxes[:, 1] + boxes[:, 3] / 2
        level = np.ptp(middles) < max(boxes[:, 3].max(), SMALLEST)
        return ("—", CLEAR) if level else ("", 1.0)
    return _slash(labels == marks[0]) if len(marks) == 1 else ("", 1.0)


def _is_dash(mark: npt.NDArray[np.bool_], box: Sequence[int]) -> bool:
    """Whether a mark is one flat stroke, perhaps with the foot of a printed 一 at its end."""
    left, top, wide, high = box
    if wide < FLAT * high:
        return False
    part = mark[top : top + high, left : left + wide]
    heights = part.sum(axis=0)
    return _runs(part.T).max() == 1 and bool(heights.max() <= FOOT * np.median(heights) + 1)


def _slash(mark: npt.NDArray[np.bool_]) -> tuple[str, float]:
    """A slash if a mark is one straight slanted stroke of even width."""
    rows = np.flatnonzero(mark.any(axis=1))
    if len(rows) < 2 * SMALLEST or _runs(mark[rows]).max() > 1:
        return "", 1.0
    widths = mark[rows].sum(axis=1)
    width = float(np.median(widths))
    middles = np.array([np.flatnonzero(row).mean() for row in mark[rows]])
    inner = slice(2, -2)  # the ends of a stroke are cut as its font likes
    lean, offset = np.polyfit(rows[inner], middles[inner], 1)
    apart = np.abs(middles - (lean * rows + offset))[inner]
    widest, farthest = (1 + STRAIGHT) * width + 1, max(STRAIGHT * width, 1)
    # Noise frays a row or two; so may the flag of a small 1, which then is not clear.
    frayed = np.percentile(widths, 90) <= widest and np.percentile(apart, 90) <= farthest
    if abs(lean) < SLANT or not frayed:
        return "", 1.0
    clear = widths.max() <= widest and apart.max() <= farthest
    return "/" if lean < 0 else "\\", CLEAR if clear else UNTOLD


def _runs(mark: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """How many separate runs of ink every row has."""
    edges = np.diff(mark.astype(np.int8), axis=1, prepend=0)
    return np.asarray((edges == 1).sum(axis=1), dtype=np.intp)


def cut(image: Image, box: Pixels) -> Image:
    """The part of a picture in a box, at least a pixel, as far as it is on the picture."""
    height, width = image.shape[:2]
    x0, y0 = min(max(int(box[0]), 0), width - 1), min(max(int(box[1]), 0), height - 1)
    x1, y1 = max(int(np.ceil(box[2])), x0 + 1), max(int(np.ceil(box[3])), y0 + 1)
    return image[y0:y1, x0:x1]


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
    shapes = _marks(crop)
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


def _marks(crop: Image) -> str:
    """The points and commas of a number from left to right, by what hangs below its digits."""
    _, ink = cv2.threshold(_grey(crop), 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    boxes = sorted(stats[1:, :4].tolist())
    tallest = max((high for _, _, _, high in boxes), default=0)
    digits = [(top, high) for _, top, _, high in boxes if high >= TALL * tallest]
    if not digits:
        return ""
    foot = float(np.median([top + high for top, high in digits]))
    found = ""
    for _, top, wide, high in boxes:
        if high >= TALL * tallest or max(wide, high) < SMALLEST - 1:
            continue
        if top < foot - LOW * tallest:
            return ""  # something else stands between the digits
        hanging = (top + high - foot) / tallest
        found += "," if hanging > HANGING else "." if hanging < STANDING else "?"
    return found


def _key(line: Image) -> bytes:
    width: int = line.shape[1]
    return sha256(line.tobytes()).digest() + width.to_bytes(4)


def _line(crop: Image, squeeze: float) -> Image:
    """A crop in greys at the recogniser's height, padded with paper."""
    grey = _grey(crop)
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
    normal = np.stack([_normal(_rgb(lines[key])) for key in keys])
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


def _normal(image: Image) -> npt.NDArray[np.float32]:
    """Channels first, -1 to 1."""
    return (image.transpose(2, 0, 1).astype(np.float32) / 127.5) - 1.0


def _grey(image: Image) -> Image:
    return image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)


def _rgb(image: Image) -> Image:
    return image if image.ndim == 3 else cv2.cvtColor(image, cv2.COLOR_GRAY2RGB)


def _in_reading_order(boxes: Sequence[Pixels]) -> list[Pixels]:
    """Boxes by printed line: those whose middle is within the first one's height go together."""
    rows: list[list[Pixels]] = []
    for box in sorted(boxes, key=lambda box: (box[1] + box[3], box[0])):
        middle = (box[1] + box[3]) / 2
        if rows and rows[-1][0][1] < middle < rows[-1][0][3]:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [box for row in rows for box in sorted(row)]


@lru_cache(maxsize=1)
def _detector() -> onnxruntime.InferenceSession:
    return _session(DETECTOR)


@lru_cache(maxsize=1)
def _recogniser() -> onnxruntime.InferenceSession:
    return _session(RECOGNISER)


@lru_cache(maxsize=1)
def _classifier() -> onnxruntime.InferenceSession:
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
