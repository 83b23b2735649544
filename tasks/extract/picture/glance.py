"""A page looked at small, to find out how it lies: its letters, and where they run in lines."""

from __future__ import annotations

import cv2
import numpy as np

from tasks.extract.picture.clean import GROUND
from tasks.extract.picture.pixels import Image

LOOK = 1.5
"""Pixels per point at which a page is looked at to find out how it lies."""

TEXT_GAP = 3.5
"""Points; the letters of a line are nearer to each other than lines mostly are."""

TEXT_RUN = 30.0
"""Points; lines of text are longer."""

RULE_RUN = 25.0
"""Points; straight ink that is longer is a rule and says nothing of the text's direction."""

TALLEST = 24.0
"""Points; lines of text are lower."""

SAMPLES = 12
"""So many lines of text are asked which way up they are."""


def small_of(image: Image, scale: float) -> Image:
    """The picture in greys at the scale it is looked at."""
    height, width = image.shape[:2]
    size = (max(round(width * LOOK / scale), 8), max(round(height * LOOK / scale), 8))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def letters(small: Image) -> Image:
    """Ink of a small picture without rules (1 where there is some)."""
    light = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((round(GROUND * LOOK),) * 2, np.uint8))
    _, ink = cv2.threshold(light - small, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    rule = np.ones((1, round(RULE_RUN * LOOK)), np.uint8)
    rules = [cv2.morphologyEx(ink, cv2.MORPH_OPEN, box) for box in (rule, rule.T)]
    ink[cv2.dilate(rules[0] | rules[1], np.ones((3, 3), np.uint8)) > 0] = 0
    return np.asarray(ink, dtype=np.uint8)


def text_runs(ink: Image) -> Image:
    """Where ink runs on from left to right as a line of text does."""
    near = np.ones((1, round(TEXT_GAP * LOOK)), np.uint8)
    run = np.ones((1, round(TEXT_RUN * LOOK)), np.uint8)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, near)
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, run), dtype=np.uint8)


def samples(small: Image, ink: Image) -> list[Image]:
    """Some lines of text, the longest ones."""
    lines = cv2.dilate(text_runs(ink), np.ones((3, 1), np.uint8))
    outlines, _ = cv2.findContours(lines, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [cv2.boundingRect(outline) for outline in outlines]
    boxes = [b for b in boxes if 6 * LOOK <= b[3] <= TALLEST * LOOK]
    boxes.sort(key=lambda b: (-b[2], b[1], b[0]))
    return [
        small[max(y - 2, 0) : y + high + 2, max(x - 2, 0) : x + min(wide, 8 * high) + 2]
        for x, y, wide, high in boxes[:SAMPLES]
    ]
