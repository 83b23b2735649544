"""The picture of a page in greys on even white paper, whatever light fell on it."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from tasks.extract.picture.pixels import PAPER, Image

GROUND = 14.0
"""Points; letters and rules are narrower, shading and shadows are wider."""

FAINT = 25
"""Ink is at least so much darker than paper; less contrast is an empty page."""


def cleaned(image: Image, scale: float) -> Image:
    """Greys on even white paper, ink at black."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    flat = flattened(grey, scale)
    sample = flat[::2, ::2].astype(np.uint8)
    level, _ = cv2.threshold(sample, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark = sample[sample <= level]
    if dark.size == 0:
        return np.full(grey.shape, PAPER, np.uint8)
    black = min(float(np.percentile(dark, 10)), PAPER - FAINT)
    stretched = (flat - black) * (PAPER / (PAPER - black))
    return np.asarray(np.clip(stretched, 0, PAPER), dtype=np.uint8)


def flattened(grey: Image, scale: float) -> npt.NDArray[np.float32]:
    """Greys on even white paper, 0 to 255; shaded cells are paper too."""
    ground = np.maximum(_ground(grey, scale), 1)
    return np.minimum(grey.astype(np.float32) * PAPER / ground, np.float32(PAPER))


def _ground(grey: Image, scale: float) -> npt.NDArray[np.float32]:
    """The paper's own brightness everywhere."""
    height, width = grey.shape
    step = max(round(scale), 1)
    small = cv2.resize(
        grey, (max(width // step, 1), max(height // step, 1)), interpolation=cv2.INTER_AREA
    )
    box = np.ones((round(GROUND),) * 2, np.uint8)
    light = cv2.morphologyEx(small, cv2.MORPH_CLOSE, box).astype(np.float32)
    smooth = cv2.blur(light, (5, 5))
    return np.asarray(cv2.resize(smooth, (width, height)), dtype=np.float32)
