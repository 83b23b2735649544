"""Bands to figures: every cell of a table of the form, by its printed labels.

Rows are known by their own label, columns by the labels above them, both in
spite of what agencies do to them. Nothing is known by position alone, and where
two rows or columns could be the same thing, that is said and nothing is chosen.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gongkai.form import FormTable, Item
from gongkai.label import Label, is_same, most_alike, normalise
from gongkai.number import parse, plain, rounded
from gongkai.reasons import DOUBTS
from gongkai.report import Box, Figure, Grid, GridCell, Remark, State
from tasks.reshape.bands import Band, bands, is_wordy
from tasks.reshape.recognise import EDGE

BROKEN = "、".join
"""How several labels are listed in one sentence."""

AMISS = frozenset(
    {
        "reading.missing_table",
        "reading.missing_row",
        "reading.missing_cell",
        "reading.unknown_row",
        "reading.unknown_column",
        "reading.merged_cell",
        "reading.ambiguous_row",
        "reading.ambiguous_cell",
    }
)
"""Remarks after which another way of finding the rules may do better."""

Key = tuple[str, str]
"""(item, measure)."""

COUNTS = frozenset("件条项宗份个人次")
"""Units that count; which of them an agency prints makes no difference to the number."""

_ANY_UNIT = r"((?:人民币)?[十百千万亿]*元|[十百千万亿]*[件条项宗份个人次]|[十百千万亿]+)"
_UNIT = re.compile(rf"\((?:计量)?(?:单位)?:?{_ANY_UNIT}\)|单位:?{_ANY_UNIT}")


@dataclass
class _Row:
    """A band and what its label says it is: an item's code, `header`, or empty."""

    band: Band
    kind: str
    item: str = ""
    label: str = ""


@dataclass(frozen=True)
class Placed:
    """A table of the form as one document prints it."""

    figures: tuple[Figure, ...]
    remarks: tuple[Remark, ...]

    @property
    def is_amiss(self) -> bool:
        """Whether another way of finding the rules may do better."""
        return any(remark.rule in AMISS for remark in self.remarks)

    @property
    def faults(self) -> int:
        """Cells that are not there and rows not understood: fewer is a better reading."""
        amiss = sum(remark.rule in AMISS for remark in self.remarks)
        return amiss + sum(figure.state == "absent" for figure in self.figures)


def place(table: FormTable, grids: Sequence[Grid]) -> Placed:
    """Place the parts of one table, in reading order, on the form.

    Returns:
        every cell of the table once, in the form's order, and what was noticed.
    """
    if not grids:
        message = f"没有找到{table.name}，该表各项均未能读取，请核对原文是否缺表或表格无框线。"
        return Placed(
            tuple(_absent(table)), (Remark("reading.missing_table", message, table.table),)
        )
    found = [band for part, grid in enumerate(grids) for band in bands(grid, part)]
    placer = _Columns(table) if table.layout == "columns" else _Rows(table)
    return placer.place(found)


def _absent(table: FormTable) -> Iterator[Figure]:
    for item, measure in table.cells:
        unit = table.measure[measure].unit
        yield Figure(table.table, item, measure, "absent", None, unit, "", None, None)


class _Placer:
    """What both layouts share: headers, cells to figures, remarks."""

    def __init__(self, table: FormTable) -> None:
        self.table = table
        self.remarks: list[Remark] = []
        self.sections = sorted((normalise(text) for text in table.sections), key=len, reverse=True)
        self.placed: dict[Key, tuple[Band, GridCell, str]] = {}
        self.paths: dict[tuple[object, ...], tuple[str, bool, str]] = {}

    def remark(
        self,
        rule: str,
        message: str,
        keys: Iterable[Key] = (),
        places: Iterable[tuple[int, Box]] = (),
    ) -> None:
        cells = tuple((self.table.table, item, measure) for item, measure in keys)
        self.remarks.append(Remark(rule, message, self.table.table, cells, tuple(places)))

    def name(self, item: str, measure: str = "") -> str:
        """`“（一）予以公开”行“总计”列` as the form prints them."""
        row = f"“{self.table.item[item].label}”"
        if not measure:
            return row
        column = f"“{self.table.measure[measure].label}”"
        return f"{row}行{column}列" if self.table.layout == "rows" else f"{row}的{column}"

    def path(self, header: Sequence[Band], band: Band, cell: GridCell) -> tuple[str, bool, str]:
        """The labels above a cell: normalised without sections, whether in one file, as printed.

        The header may stand on another page, with other margins.
        """
        column = (id(header[0]), id(header[-1]), len(header), band.edges, cell.box[0], cell.box[2])
        if column not in self.paths:
            self.paths[column] = self._path(header, band, cell)
        return self.paths[column]

    def _path(self, header: Sequence[Band], band: Band, cell: GridCell) -> tuple[str, bool, str]:
        above: dict[GridCell, None] = {}
        for part in header:
            shift = _shift(part.edges, band.edges)
            foot = max(b.box[3] for b in header if b.part == part.part) + EDGE
            within = (c for c in part.spanning if c.box[3] <= foot)
            beside = _ordered((*part.cells, *within))
            above.update(dict.fromkeys(c for c in beside if c.text and _is_above(c, cell, shift)))
        rest = normalise("".join(without_unit(c.text) for c in above if not self.is_note(c)))
        for section in self.sections:
            rest = rest.replace(section, "")
        rows = Counter(c.row for c in above)
        printed = "".join(c.text for c in above)
        return rest, all(count == 1 for count in rows.values()), printed

    def is_note(self, cell: GridCell) -> bool:
        """Whether a text inside the table is a title or a note and heads no column."""
        text = normalise(cell.text)
        return text.startswith(("注", "备注", "说明", "单位")) or text in (
            normalise(self.table.title),
            normalise(f"{self.table.number}{self.table.title}"),
        )

    def figures(self) -> Iterator[Figure]:
        for blank in _absent(self.table):
            held = self.placed.get((blank.item, blank.measure))
            yield self.figure(blank, *held) if held else blank

    def figure(self, blank: Figure, band: Band, cell: GridCell, header_unit: str) -> Figure:
        """Read one cell; what is not understood stays a blank with its text, and is said."""
        key = (blank.item, blank.measure)
        where = f"{self.table.name}{self.name(*key)}"
        printed = parse(cell.text)
        unit = printed.unit or header_unit or blank.unit
        if printed.state == "unclear":
            self.remark(
                "reading.unclear_number",
                f"{where}印的是“{cell.text}”，不是可以认定的数字，未予采用，请人工核对。",
                [key],
            )
            return replace(blank, state="blank", raw=cell.text, page=band.page, box=cell.box)
        for doubt in cell.doubts:
            self.remark(
                "reading.doubtful_number",
                f"{where}印的是“{' '.join(cell.lines)}”，{DOUBTS[doubt]}，请对照原文核定。",
                [key],
            )
        if "".join(cell.text.split()) != "".join(cell.camelot.split()):
            self.remark(
                "reading.texts_differ",
                f"{where}两种读法不一致：“{cell.text}”与“{cell.camelot}”，请对照原文核定。",
                [key],
            )
        if printed.spaced:
            self.remark(
                "reading.spaced_number",
                f"{where}的数字中间有空格或换行（“{' '.join(cell.lines)}”），"
                f"按连写读作 {printed.value}，请核对。",
                [key],
            )
        if printed.value is not None:
            self.remark_size(key, where, cell.text, printed.value)
        if printed.state == "number" and unit != blank.unit and not {unit, blank.unit} <= COUNTS:
            self.remark(
                "reading.other_unit",
                f"{where}的单位印作“{unit}”，表式规定为“{blank.unit}”，数字照原样保留，请核对。",
                [key],
            )
        state: State = "number" if printed.state == "number" else "blank"
        return replace(
            blank,
            state=state,
            value=printed.value,
            unit=unit,
            raw=cell.text,
            page=band.page,
            box=cell.box,
        )

    def remark_size(self, key: Key, where: str, raw: str, value: Decimal) -> None:
        """Say where a number is more than its published column can hold."""
        fits = rounded(value)
        if fits is None:
            self.remark(
                "reading.too_large",
                f"{where}印的是“{raw}”，超出件数或金额的合理范围，未予采用，请核对。",
                [key],
            )
        elif fits != value:
            self.remark(
                "reading.rounded",
                f"{where}印的是“{raw}”，小数超过四位，发布时保留四位为 {plain(fits)}，"
                "原文照录在 raw 列。",
                [key],
            )

    def result(self) -> Placed:
        figures = tuple(self.figures())
        return Placed(figures, tuple(self.remarks))


class _Rows(_Placer):
    """Items run down, measures across (tables 二 and 三)."""

    def __init__(self, table: FormTable) -> None:
        super().__init__(table)
        self.by_words: dict[str, list[tuple[Label, str]]] = {}
        for item in table.items:
            for label in item.labels:
                self.by_words.setdefault(label.words, []).append((label, item.code))
        self.by_heading = {
            normalise(text): measure.code
            for measure in table.measures
            for text in (measure.label, *measure.aliases)
        }
        self.likenesses = [
            (m.code, [*m.labels, *(Label("", part + normalise(m.label)) for part in self.sections)])
            for m in table.measures
        ]
        self.groups = {normalise(t) for g in table.groups for t in (g.label, *g.aliases)}
        self.replacing = {item.code for item in table.items if item.instead_of}
        self.headings = {*self.by_heading, *self.sections}

    def place(self, found: Sequence[Band]) -> Placed:
        rows = self.joined([self.classified(band) for band in found])
        self.settle_unknown(rows)
        self.tell_groups(rows)
        self.refuse_repeated(rows)
        headers: list[list[Band]] = []
        after_data = True
        for row in rows:
            if row.kind == "header":
                if after_data:
                    headers.append([])
                headers[-1].append(row.band)
                after_data = False
            elif row.kind == "item":
                after_data = True
                self.place_row(row, headers)
        self.say_missing(rows)
        return self.result()

    def classified(self, band: Band) -> _Row:
        """Say what a band is by its own words."""
        words = band.words
        item, label = self.item_of(_runs(words))
        lines = (line for cell in band.cells for line in cell.lines)
        items = {self.item_of([text])[0] for text in (*words, *lines)} - {"", *self.replacing}
        if len(items) > 1:
            return _Row(band, "unknown", label="".join(words))
        if item:
            return _Row(band, "item", item, label)
        if not words:
            item, label = self.item_of(_runs(band.words_beside))
            return _Row(band, "item", item, label) if item else _Row(band, "orphan")
        texts = {normalise(word) for word in words}
        if texts <= self.groups:
            return _Row(band, "group", label="".join(words))
        if texts & self.headings and not band.has_numbers:
            return _Row(band, "header")
        if not band.has_numbers and not any(Label.of(word).number for word in words):
            return _Row(band, "header", label="".join(words))
        return _Row(band, "unknown", label="".join(words))

    def item_of(self, runs: Iterable[str]) -> tuple[str, str]:
        """The item whose label one of the runs is to the letter, and that run."""
        for run in runs:
            printed = Label.of(without_unit(run))
            for label, code in self.by_words.get(printed.words, ()):
                if is_same(printed, label):
                    return code, run
        return "", ""

    def joined(self, rows: Sequence[_Row]) -> list[_Row]:
        """Put rows back together that a page break cut in two."""
        whole: list[_Row] = []
        for row in rows:
            before = next((r for r in reversed(whole) if r.band.part < row.band.part), None)
            opens = before is not None and all(
                r is before or r.kind == "header"
                for r in whole
                if r.band.part == row.band.part or r is before
            )
            follows = before is not None and row.band.page == before.band.page + 1
            if before is not None and follows and opens and before.kind != "header":
                merged = self.merged(before, row)
                if merged is not None:
                    whole[whole.index(before)] = merged
                    continue
            whole.append(row)
        return whole

    def merged(self, upper: _Row, lower: _Row) -> _Row | None:
        """The row that two bands on both sides of a page break are halves of, if they are."""
        if lower.kind in ("item", "group") or upper.kind == "group":
            return None
        if lower.kind == "orphan":
            if not lower.band.has_numbers:
                return upper
            if upper.kind == "orphan" or upper.band.has_numbers:
                return None
            return replace_row(upper, _stacked(upper.band, lower.band))
        runs = [
            head + tail
            for head in _runs(upper.band.words, to_end=True)
            for tail in _runs(lower.band.words)
        ]
        item, label = self.item_of(runs)
        stacked = _stacked(upper.band, lower.band)
        if item:
            return _Row(stacked, "item", item, label)
        if upper.kind == "unknown" and lower.label and not Label.of(lower.label).number:
            return _Row(stacked, "unknown", label=upper.label + lower.label)
        return None

    def settle_unknown(self, rows: Sequence[_Row]) -> None:
        """Know a misprinted label by its likeness, among the items that are still missing there."""
        order = list(self.table.item)
        for position, row in enumerate(rows):
            if row.kind == "header" and row.label and self.looks_like_row(rows, position):
                row.kind = "unknown"
            if row.kind != "unknown":
                continue
            known = [r.item for r in rows if r.kind == "item"]
            before = [r.item for r in rows[:position] if r.kind == "item"]
            after = [r.item for r in rows[position:] if r.kind == "item"]
            first = order.index(before[-1]) + 1 if before else 0
            last = order.index(after[0]) if after else len(order)
            missing = [code for code in order[first:last] if code not in known]
            candidates = [(code, self.table.item[code].labels) for code in missing]
            for run in [row.label, *_runs(row.band.words)]:
                code = most_alike(Label.of(run), candidates)
                if code is not None:
                    row.kind, row.item, row.label = "item", code, run
                    self.remark(
                        "reading.label_variant",
                        f"{self.table.name}的行标签印作“{run}”，按{self.name(code)}读取。",
                        places=[(row.band.page, row.band.box)],
                    )
                    break
            if row.kind == "unknown":
                self.say_unknown(row)

    def looks_like_row(self, rows: Sequence[_Row], position: int) -> bool:
        """Whether words that are no known header stand between two rows of the same part."""
        row = rows[position]
        neighbours = [*rows[max(0, position - 1) : position], *rows[position + 1 : position + 2]]
        return (
            bool(neighbours)
            and all(n.kind in ("item", "group") for n in neighbours)
            and (all(n.band.part == row.band.part for n in neighbours))
        )

    def say_unknown(self, row: _Row) -> None:
        place = [(row.band.page, row.band.box)]
        if row.band.has_numbers:
            self.remark(
                "reading.unknown_row",
                f"{self.table.name}有一行标签印作“{row.label}”，不能认定是表式中的哪一行，其数字未予采用，请核对。",
                places=place,
            )
        else:
            self.remark(
                "reading.extra_words",
                f"{self.table.name}中另有文字“{row.label}”，不属于表式。",
                places=place,
            )

    def tell_groups(self, rows: Sequence[_Row]) -> None:
        """A row that others may replace is a mere heading where they stand below it."""
        there = {row.item for row in rows if row.kind == "item"}
        for row in rows:
            replaces = self.table.item[row.item].instead_of if row.kind == "item" else ()
            if there & set(replaces) and not row.band.has_numbers:
                row.kind, row.item = "group", ""

    def refuse_repeated(self, rows: Sequence[_Row]) -> None:
        """Two rows that could both be the same item are both refused."""
        counted = Counter(row.item for row in rows if row.kind == "item")
        repeated = [code for code, count in counted.items() if count > 1]
        if not repeated:
            return
        same = [row for row in rows if row.item in repeated]
        listed = BROKEN(f"{self.name(code)}（{counted[code]} 行）" for code in repeated)
        self.remark(
            "reading.ambiguous_row",
            f"{self.table.name}中有多行都可能是同一项：{listed}，无法判断取哪一行，均未采用，请核对原文。",
            [key for key in self.table.cells if key[0] in repeated],
            [(row.band.page, row.band.box) for row in same],
        )
        for row in same:
            row.kind = "refused"

    def place_row(self, row: _Row, headers: Sequence[Sequence[Band]]) -> None:
        item = self.table.item[row.item]
        wanted = item.measures or tuple(self.table.measure)
        cells = _right_of_label(row)
        best: dict[str, list[tuple[GridCell, str]]] = {}
        for header in (part for block in reversed(headers) for part in _readings(block)):
            columns = self.columns(header, row.band, cells, wanted)
            if len(columns) > len(best):
                best = columns
            if len(best) == len(wanted):
                break
        unit = printed_unit(row.label)
        for measure in wanted:
            candidates = [(cell, unit or header) for cell, header in best.get(measure, [])]
            self.choose(row, item, measure, candidates)
        self.say_strangers(row, [cell for pairs in best.values() for cell, _ in pairs], cells)

    def columns(
        self, header: Sequence[Band], band: Band, cells: Sequence[GridCell], wanted: Sequence[str]
    ) -> dict[str, list[tuple[GridCell, str]]]:
        """Which cells of a row stand under which measure; the unit the header prints.

        A header is known by likeness only for a measure that none names to the letter.
        """
        found: dict[str, list[tuple[GridCell, str]]] = {}
        unnamed: list[tuple[GridCell, str, str]] = []
        for cell in cells:
            path, single, printed = self.path(header, band, cell)
            measure = self.by_heading.get(path)
            if measure in wanted:
                found.setdefault(str(measure), []).append((cell, printed_unit(printed)))
            elif path and single:
                unnamed.append((cell, path, printed))
        named = set(found)
        for cell, path, printed in unnamed:
            likely = most_alike(Label("", path), self.likenesses)
            if likely in wanted and likely not in named:
                found.setdefault(str(likely), []).append((cell, printed_unit(printed)))
                self.say_likeness(band, cell, printed, str(likely))
        return found

    def say_likeness(self, band: Band, cell: GridCell, printed: str, measure: str) -> None:
        label = self.table.measure[measure].label
        message = f"{self.table.name}的栏目印作“{printed}”，按“{label}”读取。"
        if all(remark.message != message for remark in self.remarks):
            self.remark("reading.label_variant", message, places=[(band.page, cell.box)])

    def choose(
        self, row: _Row, item: Item, measure: str, candidates: Sequence[tuple[GridCell, str]]
    ) -> None:
        """Take the one cell under a measure; a second one with text makes it unclear."""
        key = (item.code, measure)
        where = f"{self.table.name}{self.name(*key)}"
        filled = [pair for pair in candidates if pair[0].text]
        if len(filled) == 2 and isinstance(row.band, Halves):
            filled = row.band.joined(filled)
        if not candidates:
            self.remark(
                "reading.missing_cell",
                f"{where}在原文中没有找到对应的格子，请核对。",
                [key],
                [(row.band.page, row.band.box)],
            )
            return
        if len(filled) > 1:
            texts = BROKEN(f"“{cell.text}”" for cell, _ in filled)
            self.remark(
                "reading.ambiguous_cell",
                f"{where}对应多个有内容的格子：{texts}，均未采用，请核对。",
                [key],
                [(row.band.page, cell.box) for cell, _ in filled],
            )
            return
        cell, unit = (filled or candidates)[0]
        if cell in row.band.spanning and cell.text:
            self.remark(
                "reading.merged_cell",
                f"{where}所在的格子跨了几行，印有“{cell.text}”，无法判断属于哪一行，未予采用。",
                [key],
                [(row.band.page, cell.box)],
            )
            return
        self.placed[key] = (_home(row.band, cell), cell, unit)

    def say_strangers(self, row: _Row, used: Sequence[GridCell], cells: Sequence[GridCell]) -> None:
        """A number in a row that stands under no measure is said, never dropped."""
        for cell in cells:
            if cell not in used and parse(cell.text).state == "number":
                self.remark(
                    "reading.unknown_column",
                    f"{self.table.name}{self.name(row.item)}行的“{cell.text}”上方没有可以认定的栏目，未予采用，请核对。",
                    places=[(row.band.page, cell.box)],
                )

    def say_missing(self, rows: Sequence[_Row]) -> None:
        there = {row.item for row in rows}
        excused = {
            code
            for item in self.table.items
            if item.instead_of and (item.code in there) != bool(there & set(item.instead_of))
            for code in (item.code, *item.instead_of)
            if (code == item.code) != (item.code in there)
        }
        missing = [code for code in self.table.item if code not in there | excused]
        missing = [c for c in missing if not self.table.item[c].instead_of]
        if missing:
            listed = BROKEN(self.name(code) for code in missing)
            self.remark(
                "reading.missing_row",
                f"{self.table.name}中没有找到以下各行：{listed}，请核对原文是否缺行。",
                [key for key in self.table.cells if key[0] in missing],
            )
        for row in rows:
            if row.kind == "group" and row.band.has_numbers:
                self.remark(
                    "reading.group_numbers",
                    f"{self.table.name}的“{row.label}”是分组标题，不应有数字，该行数字未予采用。",
                    places=[(row.band.page, row.band.box)],
                )
            elif row.kind == "orphan" and row.band.has_numbers:
                self.remark(
                    "reading.unknown_row",
                    f"{self.table.name}有一行数字前面没有标签，不能认定属于哪一行，未予采用，请核对。",
                    places=[(row.band.page, row.band.box)],
                )


class _Columns(_Placer):
    """Each column is one (item, measure), over one row of figures (table 四)."""

    def place(self, found: Sequence[Band]) -> Placed:
        data = [band for band in found if self.is_data(band)]
        last = found.index(data[-1]) if data else len(found)
        header = [band for band in found[:last] if band not in data]
        filled = [band for band in data if any(cell.text for cell in band.cells)]
        if len(filled) > 1 or len({band.part for band in data}) < len(data):
            self.remark(
                "reading.ambiguous_row",
                f"{self.table.name}有 {len(data)} 行数字，表式只有一行，无法判断取哪一行，"
                "均未采用，请核对。",
                self.table.cells,
                [(band.page, band.box) for band in data],
            )
            return self.result()
        for band in (filled or data)[:1]:
            placed = [self.placed_band(band, part) for part in _readings(header)]
            self.take(band, max(placed, key=len, default={}))
        missing = [key for key in self.table.cells if key not in self.placed]
        if missing:
            listed = BROKEN(self.name(*key) for key in missing)
            self.remark(
                "reading.missing_cell",
                f"{self.table.name}中以下各格没有找到或不能认定：{listed}，请核对。",
                missing,
            )
        return self.result()

    def is_data(self, band: Band) -> bool:
        """Whether a band is a row of figures: numbers or blanks, and no word of the header."""
        words = {normalise(cell.text) for cell in band.cells if is_wordy(cell)}
        heads = any(w in label or label in w for w in words for label in self.table.vocabulary)
        figures = sum(not is_wordy(cell) for cell in band.cells)
        return figures > len(words) and (band.has_numbers or not heads)

    def placed_band(self, band: Band, header: Sequence[Band]) -> dict[Key, list[GridCell]]:
        """Which cells of the row of figures stand under which labels."""
        expected = {
            key: [normalise(i + m) for i in self.texts(key[0]) for m in self.texts("", key[1])]
            for key in self.table.cells
        }
        found: dict[Key, list[GridCell]] = {}
        for cell in _ordered(band.cells):
            path, single, _ = self.path(header, band, cell)
            key = self.key_of(path, single, expected)
            if key is not None:
                found.setdefault(key, []).append(cell)
        return found

    def take(self, band: Band, found: Mapping[Key, Sequence[GridCell]]) -> None:
        """Take the one cell under each label; say what stands under none or under many."""
        used = {cell for cells in found.values() for cell in cells}
        for cell in _ordered(band.cells):
            if cell not in used and parse(cell.text).state == "number":
                self.remark(
                    "reading.unknown_column",
                    f"{self.table.name}的“{cell.text}”上方没有可以认定的栏目，未予采用，请核对。",
                    places=[(band.page, cell.box)],
                )
        for key, cells in found.items():
            if len(cells) > 1:
                self.remark(
                    "reading.ambiguous_cell",
                    f"{self.table.name}{self.name(*key)}对应多个格子，均未采用，请核对。",
                    [key],
                    [(band.page, cell.box) for cell in cells],
                )
            else:
                self.placed[key] = (_home(band, cells[0]), cells[0], "")

    def texts(self, item: str, measure: str = "") -> list[str]:
        entry = self.table.measure[measure] if measure else self.table.item[item]
        return [entry.label, *entry.aliases]

    def key_of(self, path: str, single: bool, expected: Mapping[Key, Sequence[str]]) -> Key | None:
        for key, texts in expected.items():
            if path in texts:
                return key
        if not single or not path:
            return None
        codes = {f"{item}|{measure}": (item, measure) for item, measure in expected}
        labels = [(code, [Label("", t) for t in expected[key]]) for code, key in codes.items()]
        best = most_alike(Label("", path), labels)
        return codes[best] if best else None


def printed_unit(text: str) -> str:
    """The last unit a header, a band or a row label names (`（单位：万元）`), or empty."""
    found = [one or other for one, other in _UNIT.findall(_compact(text))]
    return found[-1].removeprefix("人民币") if found else ""


def without_unit(text: str) -> str:
    """A label without the unit in brackets behind it."""
    compact = _compact(text)
    return _UNIT.sub("", compact) if _UNIT.search(compact) else text


def _compact(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(text.split()))


def replace_row(row: _Row, band: Band) -> _Row:
    """The same row over another band."""
    return _Row(band, row.kind, row.item, row.label)


def _readings(header: Sequence[Band]) -> Iterator[Sequence[Band]]:
    """How a header that may stand on several pages can be meant: repeated, or cut in two."""
    parts = sorted({band.part for band in header}, reverse=True)
    if len(parts) > 1:
        yield [band for band in header if band.part == parts[0]]
    yield header
    for part in parts[1:]:
        yield [band for band in header if band.part == part]


def _runs(words: Sequence[str], to_end: bool = False) -> list[str]:
    """Neighbouring words put together, the rightmost and shortest first."""
    ends = [len(words)] if to_end else range(len(words), 0, -1)
    return ["".join(words[first:end]) for end in ends for first in range(end - 1, -1, -1)]


def _right_of_label(row: _Row) -> list[GridCell]:
    """The cells of a row right of its own label: what is left of that is no figure.

    The halves of a row that a page break cut may stand at different margins.
    """
    label = normalise(row.label)
    every = (*row.band.cells, *row.band.spanning)
    halves: Sequence[Sequence[GridCell]] = [every]
    if isinstance(row.band, Halves):
        lower = [cell for cell in every if row.band.is_lower(cell)]
        halves = [[cell for cell in every if cell not in lower], lower]
    found: list[GridCell] = []
    for half in halves:
        own = [c.box[2] for c in half if is_wordy(c) and normalise(c.text) in label]
        edge = max(own, default=float("-inf")) - EDGE
        found.extend(cell for cell in half if cell.box[0] >= edge)
    return _ordered(found)


def _ordered(cells: Iterable[GridCell]) -> list[GridCell]:
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _is_above(header: GridCell, cell: GridCell, shift: float) -> bool:
    """Whether a header cell stands over a cell: they share most of the narrower one's width."""
    left, right = header.box[0] + shift, header.box[2] + shift
    shared = min(right, cell.box[2]) - max(left, cell.box[0])
    return shared > 0.5 * min(right - left, cell.box[2] - cell.box[0])


def _shift(header: tuple[float, float], part: tuple[float, float]) -> float:
    """How far the columns of a header are moved on another page of the same table.

    Margins may be mirrored; a part may have lost its first column's left rule.
    """
    left, right = part[0] - header[0], part[1] - header[1]
    if abs(right) <= EDGE or abs(left) <= EDGE:
        return 0.0
    return right


def _stacked(upper: Band, lower: Band) -> Band:
    """Two halves of one row as one band; the figure cells of both stay apart."""
    return Halves(
        upper.part,
        upper.page,
        upper.edges,
        upper.cells + lower.cells,
        upper.spanning + lower.spanning,
        lower,
    )


@dataclass(frozen=True)
class Halves(Band):
    """A band put together from both sides of a page break."""

    lower: Band

    def joined(self, pairs: Sequence[tuple[GridCell, str]]) -> list[tuple[GridCell, str]]:
        """One cell whose lines the page break cut apart, where there is one half on each side."""
        (upper, unit), (lower, _) = sorted(pairs, key=lambda pair: self.is_lower(pair[0]))
        if self.is_lower(upper) or not self.is_lower(lower):
            return list(pairs)
        whole = replace(
            upper,
            lines=upper.lines + lower.lines,
            middles=upper.middles + lower.middles,
            camelot=upper.camelot + lower.camelot,
            doubts=tuple(dict.fromkeys((*upper.doubts, *lower.doubts))),
        )
        return [(whole, unit)]

    def is_lower(self, cell: GridCell) -> bool:
        """Whether a cell stands on the second page."""
        return cell in (*self.lower.cells, *self.lower.spanning)


def _home(band: Band, cell: GridCell) -> Band:
    """The band whose page a cell stands on."""
    if isinstance(band, Halves) and band.is_lower(cell):
        return band.lower
    return band
