"""What placing a table takes in either layout: cells to figures, and what is noticed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gongkai.form import FormTable
from gongkai.label import LOST, LOST_LOCALLY, normalise
from gongkai.likeness import SURE, differences, distance, grade_of
from gongkai.number import DECIMALS, LARGEST, fitting, parse
from gongkai.reasons import DOUBTS, UNSURE
from gongkai.report import Anchor, Box, Figure, GridCell, Remark, State
from gongkai.unit import COUNTS
from tasks.reshape.bands import Band
from tasks.reshape.header import Headings
from tasks.reshape.lines import NO_LINES, Lines

BROKEN = "、".join
"""How several labels are listed in one sentence."""

AMISS = frozenset(
    {
        "reading.lost_table",
        "reading.lost_row",
        "reading.missing_cell",
        "reading.unlabelled_row",
        "reading.unknown_column",
        "reading.merged_cell",
        "reading.ambiguous_row",
        "reading.ambiguous_cell",
        "reading.shorter_table",
        "reading.local_row",
    }
)
"""Remarks on cells or rows without a place, after which another way of finding the rules may do
better. A word that is not known is no reason to look for other rules."""

WATERMARK = "reading.watermark"
"""Letters of a watermark beside a number: the remark quotes them."""

Key = tuple[str, str]
"""(item, measure)."""

LEGIBLE = 0.6
"""A label recognised with a lower score may itself be misread, and says nothing by one letter."""


@dataclass(frozen=True)
class Placed:
    """A table of the form as one document prints it.

    Attributes:
        figures: every cell of the table once, in the form's order.
        anchors: where rows run down, each row that was read (one per page it stands
            on); where an item heads columns, the cell of its heading.
    """

    figures: tuple[Figure, ...]
    remarks: tuple[Remark, ...]
    anchors: tuple[Anchor, ...] = ()

    @property
    def is_amiss(self) -> bool:
        """Whether another way of finding the rules may do better."""
        return any(remark.rule in AMISS for remark in self.remarks)

    @property
    def faults(self) -> int:
        """Cells that are not there and rows not understood: fewer is a better reading."""
        amiss = sum(max(1, len(r.places)) for r in self.remarks if r.rule in AMISS)
        return amiss + sum(figure.state == "absent" for figure in self.figures)


def absent(table: FormTable) -> Iterator[Figure]:
    """Every cell of a table, as one that is not in the document."""
    for item, measure in table.cells:
        unit = table.unit(item, measure)
        yield Figure(table.table, item, measure, "absent", None, unit, "", None, None)


@dataclass(frozen=True)
class Taken:
    """A label that is unlike the form's, and what it was taken for.

    Attributes:
        kind: 行标签 or 栏目.
        printed: the label on the page.
        words: the same as it is compared: normalised, without its number and sections.
        label: what it was taken for, as people say it.
        declared: what that is called in the form, normalised.
        score: how sure the reader is of the printed label.
    """

    kind: str
    printed: str
    words: str
    label: str
    declared: tuple[str, ...]
    score: float

    def is_harmless(self, partial: bool) -> bool:
        """Whether it can mean nothing else: misprinted, or hardly legible on a scan.

        Args:
            partial: whether agencies print rows of their own in its table.
        """
        most_lost = LOST_LOCALLY if partial else LOST
        return self.score < LEGIBLE or any(
            grade_of(self.words, normalise(label), most_lost) in SURE for label in self.declared
        )


class Placing:
    """What both layouts share: headers, cells to figures, remarks."""

    def __init__(self, table: FormTable, year: int | None = None, lines: Lines = NO_LINES) -> None:
        self.table = table
        self.lines = lines
        self.remarks: list[Remark] = []
        self.placed: dict[Key, tuple[Band, GridCell, str]] = {}
        self.anchors: dict[Anchor, None] = {}
        self.headings = Headings(table, year)

    def remark(
        self,
        rule: str,
        message: str,
        keys: Iterable[Key] = (),
        places: Iterable[tuple[int, Box]] = (),
    ) -> None:
        """Note something, about some cells or at some places on the pages."""
        cells = tuple((self.table.table, item, measure) for item, measure in keys)
        on_pages = tuple((page, box) for page, box in places if page)
        self.remarks.append(Remark(rule, message, self.table.table, cells, on_pages))

    def anchor(self, code: str, page: int, box: Box, pointer: str = "") -> None:
        """Note where the label of an item stands: on a page, or by a pointer."""
        if page or pointer:
            self.anchors[Anchor(self.table.table, code, page, box, pointer)] = None

    def say_once(self, rule: str, message: str, places: Iterable[tuple[int, Box]] = ()) -> None:
        """Note something that would else be noted at every row."""
        if all(remark.message != message for remark in self.remarks):
            self.remark(rule, message, places=places)

    def say_likeness(self, what: Taken, keys: Sequence[Key], place: tuple[int, Box]) -> None:
        """Say once that a label was known by likeness only; it may be another thing.

        Args:
            what: the label and what it was taken for.
            keys: the cells whose meaning hangs on it.
            place: page and box of it.
        """
        message = f"{self.table.name}的{what.kind}印作“{what.printed}”，按{what.label}读取"
        if what.is_harmless(self.table.partial):
            self.say_once("reading.label_variant", f"{message}。", [place])
        else:
            nearest = min(what.declared, key=lambda words: distance(what.words, normalise(words)))
            apart = BROKEN(_apart(*pair) for pair in differences(what.words, normalise(nearest)))
            self.say_doubtful(f"{message}，但{apart}" if apart else message, keys, place)

    def say_doubtful(self, message: str, keys: Sequence[Key], place: tuple[int, Box]) -> None:
        """Say that a label in other words than the form's may be another thing."""
        said = f"{message}，也可能是表式以外的另一项内容，请对照原文核定。"
        self.remark("reading.label_doubtful", said, keys, [place])

    def say_torn_off(self, band: Band) -> None:
        """Say that the ends of some numbers could not be put back to their beginnings."""
        self.remark(
            "reading.unlabelled_row",
            f"{self.table.name}换页处有一行只剩“{'、'.join(band.words)}”，"
            "疑为上页数字的后半，不能认定，请对照原文核定。",
            places=[(band.page, band.box)],
        )

    def name(self, item: str, measure: str = "") -> str:
        """`“（一）予以公开”行“总计”列` as the form prints them."""
        row = f"“{self.table.item[item].label}”"
        if not measure:
            return row
        column = f"“{self.table.measure[measure].label}”"
        return f"{row}行{column}列" if self.table.layout == "rows" else f"{row}的{column}"

    def figures(self) -> Iterator[Figure]:
        """Every cell of the table in the form's order, as placed or absent."""
        for blank in absent(self.table):
            held = self.placed.get((blank.item, blank.measure))
            yield self.figure(blank, *held) if held else blank

    def figure(self, blank: Figure, band: Band, cell: GridCell, header_unit: str) -> Figure:
        """Read one cell; what is not understood stays a blank with its text, and is said."""
        key = (blank.item, blank.measure)
        where = f"{self.table.name}{self.name(*key)}"
        printed = parse(cell.text, self.table.measure[blank.measure].signed)
        unit = printed.unit or header_unit or blank.unit
        found = replace(
            blank,
            state="blank",
            raw=cell.text,
            page=band.page or None,
            box=cell.box if band.page else None,
            pointer=cell.pointer,
            score=cell.score,
        )
        if printed.state == "unclear":
            self.remark(
                "reading.unclear_number",
                f"{where}印的是“{cell.text}”，不是可以认定的数字{_may_be(cell.text)}，"
                "未予采用，请人工核对。",
                [key],
            )
            return found
        quotes = "；".join(cell.quotes)
        for doubt in cell.doubts:
            why = DOUBTS[doubt].replace("{quotes}", quotes)
            self.remark(
                "reading.unsure" if doubt in UNSURE else "reading.doubtful_number",
                f"{where}印的是“{' '.join(cell.lines)}”，{why}，请对照原文核定。",
                [key],
            )
        if "".join(cell.text.split()) != "".join(cell.again.split()):
            self.remark(
                "reading.texts_differ",
                f"{where}两种读法不一致：“{cell.text}”与“{cell.again}”，请对照原文核定。",
                [key],
            )
        if cell.watermark:
            self.remarks.append(
                Remark(
                    WATERMARK,
                    f"{where}的数字旁另有“{cell.watermark}”，按水印处理，不计入数字。",
                    self.table.table,
                    ((self.table.table, *key),),
                    quote=(cell.watermark, band.page or None),
                )
            )
        if printed.spaced:
            self.remark(
                "reading.spaced_number",
                f"{where}的数字中间有空格或换行（“{' '.join(cell.lines)}”），"
                f"按连写读作 {printed.value}，也可能是几个数字，请核对。",
                [key],
            )
        if printed.value is not None:
            self.remark_size(key, where, cell.text, printed.value)
        if printed.state == "number" and is_other_unit(unit, blank.unit):
            self.remark(
                "reading.other_unit",
                f"{where}的单位印作“{unit}”，表式规定为“{blank.unit}”，数字照原样保留，请核对。",
                [key],
            )
        state: State = "number" if printed.state == "number" else "blank"
        return replace(found, state=state, value=printed.value, unit=unit)

    def remark_size(self, key: Key, where: str, raw: str, value: Decimal) -> None:
        """Say where a number is more than its published column can hold."""
        if abs(value) > LARGEST:
            self.remark(
                "reading.too_large",
                f"{where}印的是“{raw}”，超出件数或金额的合理范围，未予采用，请核对。",
                [key],
            )
        elif fitting(value) is None:
            self.remark(
                "reading.too_precise",
                f"{where}印的是“{raw}”，小数超过 {DECIMALS} 位，数据列放不下，不作四舍五入，"
                "请核对是否误填。",
                [key],
            )

    def result(self) -> Placed:
        """All figures and remarks."""
        figures = tuple(self.figures())
        return Placed(figures, tuple(self.remarks), tuple(self.anchors))


def _apart(printed: str, declared: str) -> str:
    """How some letters of a label are not those of the form."""
    if not declared:
        return f"比表式多出“{printed}”"
    return f"“{printed}”处表式为“{declared}”" if printed else f"比表式少“{declared}”"


def _may_be(text: str) -> str:
    """What else a text with digits in it may say, as part of a sentence."""
    found = re.findall(r"\d+(?:\.\d+)?", text)
    if not found:
        return ""
    listed = BROKEN(f"“{one}”" for one in found)
    return f"（{listed}可能是该格的数字，也可能只是其中一部分，或另有含义）"


def is_other_unit(printed: str, declared: str) -> bool:
    """Whether a printed unit gives a number another meaning than the form's."""
    return bool(declared) and printed != declared and not {printed, declared} <= COUNTS
