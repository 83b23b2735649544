"""Whose mistake a finding is: the codes of the column `verdict` and their names.

That two readers agree proves the reading; that what they read cannot be so proves the
agency's mistake. The one is not the other, and they have names of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Whose = Literal["source", "agreed", "extraction", "undecided"]

VERDICTS: Final[Mapping[Whose, str]] = {
    "source": "原文即错",
    "agreed": "两次读取一致",
    "extraction": "提取有误",
    "undecided": "尚不能判断",
}
"""What people call each."""

MEANINGS: Final[Mapping[Whose, str]] = {
    "source": "数字两次独立读取一致，而照原文所印，本报告表内的规则不能成立",
    "agreed": "数字两次独立读取一致，不是读错；原文是否有误没有证明",
    "extraction": "两次独立读取不同，或读取的位置有误",
    "undecided": "有的数字没有两次读取一致，或对其读法另有疑问",
}
"""What each says and what it does not, for whoever loads the findings."""
