"""How an upright page lies on the page as displayed: skewed, turned, or photographed askew.

Tables are read where rows are level; boxes are published where people see them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from gongkai.report import Box, Reading

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Position:
    """The way from an upright page to the page as displayed, and back.

    Attributes:
        back: from points of the upright page to points of the page as displayed (3, 3).
    """

    back: Matrix

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Position:
        """Take the matrix from its nine numbers, row by row (`Reading.upright`)."""
        return cls(np.array(numbers, dtype=np.float64).reshape(3, 3))

    @classmethod
    def turned(cls, degrees: int, width: float, height: float) -> Position:
        """A page that must be turned by 90, 180 or 270 degrees clockwise to be upright.

        Args:
            degrees: by how much.
            width: of the page as displayed, in points.
            height: the same.
        """
        quarters = {
            90: (0, 1, 0, -1, 0, height, 0, 0, 1),
            180: (-1, 0, width, 0, -1, height, 0, 0, 1),
            270: (0, -1, width, 1, 0, 0, 0, 0, 1),
        }
        return cls.of(quarters[degrees])

    @property
    def numbers(self) -> tuple[float, ...]:
        """The nine numbers of the matrix, row by row."""
        return tuple(self.back.ravel().tolist())

    def on_page(self, box: Box) -> Box:
        """What encloses a box of the upright page on the page as displayed."""
        x0, y0, x1, y1 = box
        corners = np.array([[[x0, y0], [x1, y0], [x1, y1], [x0, y1]]], dtype=np.float64)
        moved = cv2.perspectiveTransform(corners, self.back)[0]
        left, top = moved.min(axis=0).tolist()
        right, bottom = moved.max(axis=0).tolist()
        return round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)

    def on_upright(self, box: Box) -> Box:
        """The box of the upright page that `on_page` encloses (nearly, under perspective)."""
        forth = np.linalg.inv(self.back)
        middle = np.array([[[(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]]])
        x, y = cv2.perspectiveTransform(middle, forth)[0, 0].tolist()
        near = np.array([[[x, y], [x + 1, y], [x, y + 1]]])
        here, right, down = cv2.perspectiveTransform(near, self.back)[0]
        # The enclosing box adds up what both sides of the slanted one reach along each axis.
        reach = np.abs(np.stack([right - here, down - here], axis=1))
        wide, high = np.linalg.solve(reach, [box[2] - box[0], box[3] - box[1]]).tolist()
        return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2

    def straighten(self, image: npt.NDArray[np.uint8], scale: float) -> npt.NDArray[np.uint8]:
        """The picture of a page as displayed, made upright at the same scale.

        Args:
            image: in greys.
            scale: its pixels per point.
        """
        height, width = (side / scale for side in image.shape[:2])
        whole = (0.0, 0.0, float(width), float(height))
        _, _, right, foot = Position.of(np.linalg.inv(self.back).ravel().tolist()).on_page(whole)
        points = np.diag([scale, scale, 1.0])
        forth = points @ np.linalg.inv(self.back) @ np.linalg.inv(points)
        size = (round(right * scale), round(foot * scale))
        return np.asarray(cv2.warpPerspective(image, forth, size, borderValue=255), dtype=np.uint8)


def displayed(reading: Reading, positions: Mapping[int, Position]) -> Reading:
    """A reading of upright pages with all boxes where they are on the pages as displayed.

    Args:
        reading: with boxes of upright pages.
        positions: by page, of those that are not upright as displayed.
    """

    def moved(page: int, box: Box) -> Box:
        return positions[page].on_page(box) if page in positions else box

    return replace(
        reading,
        figures=tuple(
            replace(figure, box=moved(figure.page, figure.box))
            if figure.page is not None and figure.box is not None
            else figure
            for figure in reading.figures
        ),
        remarks=tuple(
            replace(remark, places=tuple((page, moved(page, box)) for page, box in remark.places))
            for remark in reading.remarks
        ),
        regions={
            table: tuple((page, moved(page, box)) for page, box in parts)
            for table, parts in reading.regions.items()
        },
        anchors=tuple(
            replace(anchor, box=moved(anchor.page, anchor.box)) for anchor in reading.anchors
        ),
        upright={page: position.numbers for page, position in positions.items()},
    )
