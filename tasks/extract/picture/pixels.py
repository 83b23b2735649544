"""What a picture is here, and the little everybody does with one."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]
"""A picture in greys (rows, columns) or RGB (rows, columns, 3)."""

Pixels = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels of the picture asked about."""

PAPER = 255

SMALLEST = 3
"""Regions with fewer pixels in either direction are specks."""


def cut(image: Image, box: Pixels) -> Image:
    """The part of a picture in a box, at least a pixel, as far as it is on the picture."""
    height, width = image.shape[:2]
    x0, y0 = min(max(int(box[0]), 0), width - 1), min(max(int(box[1]), 0), height - 1)
    x1, y1 = max(int(np.ceil(box[2])), x0 + 1), max(int(np.ceil(box[3])), y0 + 1)
    return image[y0:y1, x0:x1]


def normal_of(image: Image) -> npt.NDArray[np.float32]:
    """Channels first, -1 to 1."""
    return (image.transpose(2, 0, 1).astype(np.float32) / 127.5) - 1.0


def grey_of(image: Image) -> Image:
    """A picture in greys."""
    return image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)


def rgb(image: Image) -> Image:
    """A picture in RGB, be it grey all over."""
    return image if image.ndim == 3 else cv2.cvtColor(image, cv2.COLOR_GRAY2RGB)
