"""Where a page has lines of text, what they say, and whether they stand on their heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from tasks.extract.picture.ocr import HEIGHT, classifier, detector, texts_of
from tasks.extract.picture.pixels import (
    PAPER,
    SMALLEST,
    Image,
    Pixels,
    cut,
    grey_of,
    normal_of,
    rgb,
)

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

LEGIBLE = 0.7
"""Mean probability of the letters of a line that is one; noise has 0.2 to 0.6."""


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
    small = cv2.resize(rgb(image), size, interpolation=cv2.INTER_AREA)
    output = detector().run(None, {"x": normal_of(small)[None]})[0][0, 0]
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


def is_upside_down(crops: Sequence[Image]) -> bool:
    """Whether lines of text, cut from one page, stand on their heads; False without any."""
    if not crops:
        return False
    lines = []
    for crop in crops:
        grey = grey_of(crop)
        width = min(round(grey.shape[1] * HEIGHT / grey.shape[0]), TURNED_WIDTH)
        line = np.full((HEIGHT, TURNED_WIDTH), PAPER, np.uint8)
        line[:, :width] = cv2.resize(grey, (width, HEIGHT))
        lines.append(normal_of(rgb(line)))
    output = classifier().run(None, {"x": np.stack(lines)})[0]
    return bool(output[:, 1].mean() > TURNED)
