"""The sheet of paper on a photograph, which lies on something darker."""

from __future__ import annotations

import cv2
import numpy as np

from tasks.extract.picture.pixels import Image
from tasks.extract.position import Matrix

DESK = 0.006
"""The corners of a photographed sheet are all so far from the picture's (share of its width)."""

SHEET = 0.4
"""A photographed sheet covers at least this share of the picture."""

DARKER_DESK = 40
"""What lies around a sheet is so much darker (of 255)."""


def sheet_of(small: Image) -> tuple[Matrix, tuple[int, int]] | None:
    """How a sheet that lies on something darker fills the picture; None where none does."""
    height, width = small.shape
    smooth = cv2.medianBlur(small, 5)
    rim = np.concatenate([smooth[:3].ravel(), smooth[-3:].ravel(), smooth[:, :3].ravel()])
    rim = np.concatenate([rim, smooth[:, -3:].ravel()])
    desk, paper = float(np.percentile(rim, 75)), float(np.percentile(smooth, 75))
    if paper - desk < DARKER_DESK:
        return None
    # Light falls off over a photograph: the sheet is whatever is lighter than the desk.
    bright = (smooth > desk + DARKER_DESK / 2).astype(np.uint8)
    bright = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = cv2.convexHull(max(outlines, key=cv2.contourArea))
    corners = cv2.approxPolyDP(outline, 0.02 * cv2.arcLength(outline, True), True).reshape(-1, 2)
    if len(corners) != 4 or cv2.contourArea(corners) < SHEET * width * height:
        return None
    sums, differences = corners.sum(axis=1), corners[:, 0] - corners[:, 1]
    order = [sums.argmin(), differences.argmax(), sums.argmax(), differences.argmin()]
    seen = corners[order].astype(np.float32)
    whole = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    if len(set(map(int, order))) < 4 or np.abs(seen - whole).max(axis=1).min() < DESK * width:
        return None
    sides = np.linalg.norm(seen - np.roll(seen, -1, axis=0), axis=1)
    size = (round(float(sides[0] + sides[2]) / 2), round(float(sides[1] + sides[3]) / 2))
    flat = np.array([[0, 0], [size[0], 0], size, [0, size[1]]], np.float32)
    return cv2.getPerspectiveTransform(seen, flat).astype(np.float64), size
