"""What the path of a file says of whose report it is and of which year: the weakest evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from gongkai.agency import kind_of_agency
from tasks.reshape.title import parse_title

_YEAR = re.compile(r"(?<!\d)(20[01234]\d)(?:年度?(?=.*(?:报告|年报))|年度|(?=年报|年度报告))")
"""A year of a report: a folder's, or a bare number's, may be that of its publication."""

_SEPARATORS = re.compile(r"[\s_—–-]+")


@dataclass(frozen=True)
class ByPath:
    """What a path says; None where it says nothing, or two things."""

    agency: str | None = None
    year: int | None = None


def by_path(source: str) -> ByPath:
    """The agency by a file's name, else by the folders it lies in; the year by its name alone.

    Args:
        source: path below the raw folder, with `/`.
    """
    path = PurePosixPath(source)
    years = set(map(int, _YEAR.findall(path.stem)))
    agency = None
    for part in (path.stem, *reversed(path.parent.parts)):
        title = parse_title(_SEPARATORS.sub("", part))
        agency = agency or title.agency or (part if kind_of_agency(part) is not None else None)
    return ByPath(agency, years.pop() if len(years) == 1 else None)
