"""Reasons to doubt that the digits of a cell are one plain number a person would read.

Text in a PDF can say what the paper does not show: raised footnote marks, struck
or covered digits, numbers that run over their cell. Each is told, none is settled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from gongkai.report import Box
from tasks.extract.pdf.page import Characters

RAISED = 0.12
"""Digits of one line whose feet are this share of their height apart are not one number."""

SMALL = 0.75
"""Digits lower than this share of the highest in a cell are another size."""

OVERLAP = 0.5
"""Characters that share this much of the narrower one's width lie over each other."""

OVER = 0.4
"""Points by which ink may cross the edge of its cell."""

CLOSE = 0.25
"""Digits in neighbouring cells nearer than this share of their width run over the rule."""

DIGIT = 0.5
"""Width of a digit as a share of its height, at least."""

PADDING = 16.0
"""Points a cell may keep free at both sides of its text together."""


SPREAD = 1.5
"""Digits of one number are set evenly: no step to the next is so many times the usual one."""

STEP, WIDE_STEP = 0.72, 1.43
"""The usual step from digit to digit, as a share of their height; of full-width digits."""


class Doubts:
    """What speaks against the digits of one table.

    Args:
        chars: the characters of the page.
        inside: which of them stand in which cell of the unmerged grid.
        owner: number of the merged cell of every cell of the unmerged grid.
        rules: left, height and right of every horizontal rule of the page, from the top.
    """

    def __init__(
        self,
        chars: Characters,
        inside: Mapping[tuple[int, int], Sequence[int]],
        owner: npt.NDArray[np.intp],
        rules: Sequence[tuple[float, float, float]],
    ) -> None:
        self.text = chars.text
        self.boxes = chars.box
        self.sizes = chars.sizes
        self.baselines = chars.baselines
        self.hidden = chars.hidden
        self.turned = chars.turned
        self.struck: list[bool] = (_struck(chars, rules) | chars.crossed).tolist()
        self.running_over = self._running_over(inside, owner)

    def of(self, printed: Sequence[Sequence[int]], box: Box) -> Iterator[str]:
        """Keys of `gongkai.reasons.DOUBTS` that apply to the printed lines of one cell."""
        digits = [[i for i in self._number(line) if self.text[i].isdigit()] for line in printed]
        every = [i for line in digits for i in line]
        if not every:
            return
        if len(every) > 1 and self._is_uneven(digits, every):
            yield "raised"
        if any(self._overlap(a, b) for line in printed for a, b in pairwise(line)):
            yield "overlapping"
        left = min(self.boxes[i][0] for i in every)
        right = max(self.boxes[i][2] for i in every)
        over = left < box[0] - OVER or right > box[2] + OVER
        if over or self.running_over.intersection(every):
            yield "overflowing"
        if any(self.struck[i] for i in every):
            yield "struck"
        if any(self.hidden[i] for i in every):
            yield "hidden"
        if any(self.turned[i] for i in every):
            yield "turned"
        if any(self._is_apart(line) for line in printed):
            yield "apart"
        if self._is_parted(printed, box[2] - box[0]):
            yield "parted"

    def _number(self, line: Sequence[int]) -> Sequence[int]:
        """A line up to a bracket: what stands in it is a remark and may be set smaller."""
        place = next((p for p, i in enumerate(line) if self.text[i] in "（("), len(line))
        return line[:place]

    def _is_uneven(self, digits: Sequence[Sequence[int]], every: Sequence[int]) -> bool:
        heights = [self.boxes[i][3] - self.boxes[i][1] for i in every]
        if min(heights) < SMALL * max(heights):
            return True
        for line in digits:
            feet = [self.baselines[i] for i in line]
            if line and max(feet) - min(feet) > RAISED * max(self.sizes[i] for i in line):
                return True
        return False

    def _overlap(self, one: int, other: int) -> bool:
        if self.text[one].isspace() or self.text[other].isspace():
            return False
        a, b = self.boxes[one], self.boxes[other]
        shared = min(a[2], b[2]) - max(a[0], b[0])
        return shared > OVERLAP * min(a[2] - a[0], b[2] - b[0])

    def _is_apart(self, line: Sequence[int]) -> bool:
        """Whether a gap without a space stands between two digits: perhaps two numbers."""
        pairs = [
            (one, other)
            for one, other in pairwise(line)
            if self.text[one].isdigit() and self.text[other].isdigit()
        ]
        steps = [self._middle(other) - self._middle(one) for one, other in pairs]
        if not steps:
            return False
        height = max(self.boxes[i][3] - self.boxes[i][1] for pair in pairs for i in pair)
        step = WIDE_STEP if self.text[pairs[0][0]] > "~" else STEP
        usual = min(steps) if len(steps) > 1 else step * height
        return max(steps) > SPREAD * max(usual, STEP * height / SPREAD)

    def _middle(self, char: int) -> float:
        return (self.boxes[char][0] + self.boxes[char][2]) / 2

    def _is_parted(self, printed: Sequence[Sequence[int]], width: float) -> bool:
        """Whether a line ends between digits before the cell is full: perhaps two numbers."""
        for upper, lower in pairwise(printed):
            if not (self.text[upper[-1]].isdigit() and self.text[lower[0]].isdigit()):
                continue
            length = self.boxes[upper[-1]][2] - self.boxes[upper[0]][0]
            advance = max(self.sizes[upper[-1]] * DIGIT, length / len(upper))
            if length + advance + PADDING < width:
                return True
        return False

    def _running_over(
        self, inside: Mapping[tuple[int, int], Sequence[int]], owner: npt.NDArray[np.intp]
    ) -> set[int]:
        """Digits so near to one on the same line of the next cell that they may be one number."""
        edge = {key: [i for i in found if self.text[i].isdigit()] for key, found in inside.items()}
        found: set[int] = set()
        for (row, column), digits in edge.items():
            beside = edge.get((row, column + 1), ())
            if not digits or not beside or owner[row, column] == owner[row, column + 1]:
                continue
            last = max(digits, key=lambda i: self.boxes[i][2])
            first = min(beside, key=lambda i: self.boxes[i][0])
            width = self.boxes[last][2] - self.boxes[last][0]
            apart = abs(self.baselines[last] - self.baselines[first])
            near = self.boxes[first][0] - self.boxes[last][2] < CLOSE * width
            if near and apart < RAISED * self.sizes[last]:
                found.update((last, first))
        return found


def _struck(
    chars: Characters, rules: Sequence[tuple[float, float, float]]
) -> npt.NDArray[np.bool_]:
    """Which characters have a horizontal rule through their middle half."""
    found = np.zeros(len(chars.text), dtype=bool)
    x = (chars.boxes[:, 0] + chars.boxes[:, 2]) / 2
    top, bottom = chars.boxes[:, 1], chars.boxes[:, 3]
    quarter = (bottom - top) / 4
    for left, level, right in rules:
        through = (left <= x) & (x <= right)
        found |= through & (top + quarter < level) & (level < bottom - quarter)
    return found
