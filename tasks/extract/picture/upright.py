"""The picture of a page made upright, flat and clean, with the way back to the page.

Upright: turned so that its text reads from left to right, the sheet of a photograph
cut out, skew and perspective taken out by its long rules (or its lines of text).
Clean: paper is 255 and ink near 0 everywhere, a seal's red is gone and the black
under it stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from tasks.extract.picture.clean import cleaned
from tasks.extract.picture.detect import is_upside_down
from tasks.extract.picture.glance import LOOK, letters, samples, small_of, text_runs
from tasks.extract.picture.pixels import PAPER, Image
from tasks.extract.picture.seal import black_seal_of, seal_of, without_seal
from tasks.extract.picture.sheet import sheet_of
from tasks.extract.picture.slope import slopes_of
from tasks.extract.position import Matrix, Position


@dataclass(frozen=True)
class Upright:
    """A page made upright.

    Attributes:
        colours: the upright page without the seal (rows, columns, 3).
        clean: the same in greys, ink dark on white paper.
        seal: where a seal's ink is; it is taken out of the pictures unless it is black.
        scale: pixels per point of these pictures.
        position: how the page lies in the picture it was made from.
    """

    colours: Image
    clean: Image
    seal: npt.NDArray[np.bool_]
    scale: float
    position: Position

    @property
    def width(self) -> float:
        """Of the upright page, in points."""
        return float(self.colours.shape[1] / self.scale)

    @property
    def height(self) -> float:
        """Of the upright page, in points."""
        return float(self.colours.shape[0] / self.scale)


def upright(image: Image, scale: float) -> Upright:
    """Make the picture of a page upright and clean.

    Args:
        image: RGB (rows, columns, 3).
        scale: pixels per point.
    """
    straight, position = straightened(image, scale)
    seal = seal_of(straight, scale)
    colours = without_seal(straight, seal)
    clean = cleaned(colours, scale)
    if not seal.any():
        seal = black_seal_of(clean, scale)
    return Upright(colours, clean, seal, scale, position)


def straightened(image: Image, scale: float) -> tuple[Image, Position]:
    """Make the picture of a page upright and leave it as dirty as it is.

    Args:
        image: RGB (rows, columns, 3).
        scale: pixels per point.
    """
    turned, forth = _turned(image, scale)
    straight, more = _straight(turned, scale)
    points = np.diag([scale, scale, 1.0])
    back = np.linalg.inv(points) @ np.linalg.inv(more @ forth) @ points
    return straight, Position(back)


def _turned(image: Image, scale: float) -> tuple[Image, Matrix]:
    """The picture with its text upright, and where its pixels went (by quarter turns)."""
    small = small_of(image, scale)
    ink = letters(small)
    along, down = text_runs(ink), text_runs(np.ascontiguousarray(ink.T))
    # Turned anticlockwise, a text that ran down runs to the right, or upside down to the left.
    quarters = 1 if int(down.sum()) > int(along.sum()) else 0
    small, ink = (np.ascontiguousarray(np.rot90(part, quarters)) for part in (small, ink))
    if is_upside_down(samples(small, ink)):
        quarters += 2
    turned = np.ascontiguousarray(np.rot90(image, quarters))
    return turned, _quarter_turns(quarters, image.shape[1], image.shape[0])


def _quarter_turns(quarters: int, width: int, height: int) -> Matrix:
    """Where the pixels of a picture go that is turned anticlockwise."""
    matrix = np.eye(3)
    for _ in range(quarters):
        matrix = np.array([[0.0, 1, 0], [-1, 0, width], [0, 0, 1]]) @ matrix
        width, height = height, width
    return matrix


def _straight(image: Image, scale: float) -> tuple[Image, Matrix]:
    """The picture with rules and lines of text straight, and where its pixels went."""
    small = small_of(image, scale)
    size = (small.shape[1], small.shape[0])
    sheet = sheet_of(small)
    matrix = np.eye(3)
    if sheet is not None:
        matrix, size = sheet
        small = cv2.warpPerspective(small, matrix, size, borderValue=PAPER)
    slopes = slopes_of(small)
    if slopes is not None:
        matrix = slopes @ matrix
    elif sheet is None:
        return image, np.eye(3)
    grow = np.diag([scale / LOOK, scale / LOOK, 1.0])
    matrix = grow @ matrix @ np.linalg.inv(grow)
    full = (round(size[0] * scale / LOOK), round(size[1] * scale / LOOK))
    straight = cv2.warpPerspective(
        image,
        matrix,
        full,
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(PAPER, PAPER, PAPER),
    )
    return straight, matrix
