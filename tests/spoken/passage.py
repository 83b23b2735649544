"""A passage of prose with its gold in one string, and how the string is written.

In the string stand, besides the words as printed:

* `{received=28}` prints 28 and says that the quantity `received` is 28;
* `{received=28|二十八}` says the same and prints 二十八;
* `{received=0|}` prints nothing: the words around it say that there was none;
* `{answered/received=53}` says one or the other, and a reader may take it for either;
* `{?granted=3}` may be taken as said, but need not be;
* `{!answered=6|}` the same, and the tables that agree with the passage have it so;
* `{granted%=33.9}` a share in per cent, `{received^=-12.5|12.5}` growth against last year;
* `{@3.4.1=2}` and `{@reconsideration.upheld=2}` print 2 and set that cell of the tables, which is
  no quantity of its own (a row of table 三 in its column 总计, a cell of table 四);
* `{y}` `{last}` `{next}` the report's year and those beside it, `{a}` the agency, `{s}` its short
  name.

Every other number is one that must not be taken for a statement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Final, Literal

Kind = Literal["count", "share", "growth"]
KINDS: Final[dict[str, Kind]] = {"": "count", "%": "share", "^": "growth"}

AGENCIES: Final[dict[str, tuple[str, str]]] = {
    "教育": ("示例市青禾区教育局", "区教育局"),
    "应急": ("示例市云溪县应急管理局", "县应急局"),
    "人社": ("示例市南屏区人力资源和社会保障局", "南屏区人社局"),
    "资源": ("示例市白石县自然资源局", "县自然资源局"),
    "卫健": ("示例市望江县卫生健康委员会", "县卫健委"),
    "住建": ("示例市住房和城乡建设局", "市住建局"),
    "市监": ("示例市市场监督管理局", "市市场监管局"),
    "审计": ("示例市长岭区审计局", "区审计局"),
    "县": ("示例市云溪县人民政府", "云溪县"),
    "市": ("示例市人民政府", "示例市"),
    "办": ("示例市人民政府办公室", "市政府办公室"),
    "镇": ("示例市临川镇人民政府", "临川镇"),
    "街道": ("示例市新桥街道办事处", "新桥街道"),
    "水利": ("示例市丹江县水利局", "县水利局"),
    "民政": ("示例市北亭区民政局", "北亭区民政局"),
    "交通": ("示例市交通运输局", "市交通局"),
    "司法": ("示例市清泉县司法局", "县司法局"),
    "城管": ("示例市东苑区城市管理局", "区城管局"),
    "分局": ("示例市生态环境局青禾分局", "青禾分局"),
    "区": ("示例市青禾区人民政府", "青禾区"),
    "乡": ("示例市石桥县大坪乡人民政府", "大坪乡"),
}
"""Invented agencies: full name and the short one they use of themselves."""

DEPARTMENTS: Final = ("教育", "应急", "人社", "资源", "卫健", "住建", "市监", "审计")
"""From which a passage takes its agency if it names none."""

YEARS: Final = (2021, 2022, 2023, 2024, 2025)
"""Years that reports of the form of 2021 are on."""


@dataclass(frozen=True)
class Said:
    """One number that a passage says of what the tables count.

    Attributes:
        quantity: a code of the product's rules, such as `received`.
        kind: a number of cases, a share in per cent, or growth in per cent.
        value: exact, as said; fees in 万元.
        instead: another quantity that the same words may as well be taken for, or empty.
    """

    quantity: str
    value: Decimal
    kind: Kind = "count"
    instead: str = ""

    @property
    def quantities(self) -> tuple[str, ...]:
        """The quantities that the words may be taken for."""
        return (self.quantity, self.instead) if self.instead else (self.quantity,)


@dataclass(frozen=True)
class Passage:
    """Some sentences of one report, and what they say.

    Attributes:
        name: its kind and its number among those of the kind.
        kind: what is particular about its wording.
        agency, year: whose report it stands in.
        text: as printed in part 一.
        preface: printed instead of the usual preface, if any.
        gold: what must be found.
        allowed: what may be found as well.
        implied: what of the allowed the tables that agree have so.
        cells: cells of tables 三 and 四 that the words fix, as (item, measure).
        others: the numbers in it, as printed, that say nothing of the tables.
        trap: whether it says something that could wrongly be taken for a statement.
    """

    name: str
    kind: str
    agency: str
    year: int
    text: str
    preface: str
    gold: tuple[Said, ...]
    allowed: tuple[Said, ...]
    implied: tuple[Said, ...]
    cells: tuple[tuple[tuple[str, str], int], ...]
    others: tuple[str, ...]
    trap: bool


@dataclass(frozen=True)
class Written:
    """A passage as it was written down.

    Attributes:
        text: with the gold in it.
        agency: a key of `AGENCIES`; any department where it is empty.
        trap: that it is one, where none of its numbers shows it.
        preface: with the gold in it, printed instead of the usual preface.
        year: where the words need a certain one, else 0.
    """

    text: str
    agency: str = ""
    trap: bool = False
    preface: str = ""
    year: int = 0


_MARK = re.compile(r"\{([?!@]?)([\w.]+)(?:/(\w+))?([%^]?)=(-?[\d.]+)(?:\|([^}]*))?\}")
_NAMES = re.compile(r"\{(y|last|next|a|s)\}")
_DATE = re.compile(r"\d+年(?:度|\d+月(?:\d+日)?)?|\d+月(?:\d+日)?|〔\d+〕\d+号|\d+号|第\d+条")
_NUMBER = re.compile(r"\d+(?:[.,，]\d+)*")


def passage(kind: str, number: int, written: Written, seed: int) -> Passage:
    """The passage that was written down, with an agency and a year by chance.

    Args:
        kind: of its wording.
        number: among those of the kind.
        written: as written down.
        seed: of what is left to chance.
    """
    rng = Random(f"{seed} {kind} {number}")
    agency, short = AGENCIES[written.agency or rng.choice(DEPARTMENTS)]
    year = written.year or rng.choice(YEARS)
    names = {
        "y": str(year),
        "last": str(year - 1),
        "next": str(year + 1),
        "a": agency,
        "s": short,
    }
    source = written.preface + "\n" + written.text
    marks = list(_MARK.finditer(source))
    bare = _DATE.sub(" ", _NAMES.sub(" ", _MARK.sub("#", source)).replace(" 年", " "))
    others = tuple(_NUMBER.findall(bare))
    found = [(m[1], Said(m[2], Decimal(m[5]), KINDS[m[4]], m[3] or "")) for m in marks]
    printed = [_NAMES.sub(lambda m: names[m[1]], _MARK.sub(_printed, part)) for part in
               (written.preface, written.text)]  # fmt: skip
    rows = [said.quantity for sign, said in found if sign == "@"]
    return Passage(
        name=f"{kind} {number}",
        kind=kind,
        agency=agency,
        year=year,
        text=printed[1],
        preface=printed[0],
        gold=tuple(dict.fromkeys(said for sign, said in found if not sign)),
        allowed=tuple(said for sign, said in found if sign in ("?", "!")),
        implied=tuple(said for sign, said in found if sign == "!"),
        cells=tuple((_cell(s.quantity), int(s.value)) for sign, s in found if sign == "@"),
        others=others,
        trap=written.trap or bool(others) or any(cell[0] == "3" for cell in rows),
    )


def _printed(mark: re.Match[str]) -> str:
    return str(mark[5] if mark[6] is None else mark[6])


def _cell(code: str) -> tuple[str, str]:
    """The item and measure of a cell: rows of table 三 are digits, cells of table 四 two words."""
    if code[0].isdigit():
        return code, "total"
    item, _, measure = code.partition(".")
    return item, measure
