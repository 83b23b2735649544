"""Tables each column of which is one (item, measure), over one row of figures (四)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gongkai.form import FormTable
from gongkai.label import Label, normalise
from gongkai.likeness import most_like
from gongkai.report import GridCell
from tasks.reshape.bands import Band, Halves, home, is_number, is_wordy, ordered, stacked
from tasks.reshape.header import Above, readings
from tasks.reshape.lines import NO_LINES, Lines
from tasks.reshape.placing import BROKEN, LEGIBLE, Key, Placed, Placing, Taken
from tasks.reshape.years import is_of_another_time

Under = tuple[GridCell, Above | None]
"""A cell and, where the labels above it are known by likeness only, these labels."""

KNOWN = 0.66
"""Share of the columns whose headings are known, from which their order tells the rest."""


class ColumnTable(Placing):
    """Each column is one (item, measure), over one row of figures (table 四).

    Some agencies print one block per item, below each other, each with its own row.
    """

    def __init__(self, table: FormTable, year: int | None = None, lines: Lines = NO_LINES) -> None:
        super().__init__(table, year, lines)
        self.strays = False
        self.expected = {
            key: [normalise(i + m) for i in self.texts(key[0]) for m in self.texts("", key[1])]
            for key in table.cells
        }
        self.letters = set("".join(m.label for m in table.measures))
        self.item_of = {normalise(t): i.code for i in table.items for t in self.texts(i.code)}

    def place(self, found: Sequence[Band]) -> Placed:
        """Find the one row of figures of each block and read it under the labels above."""
        for block in self.blocks(self.joined(found)):
            self.place_block(block)
        missing = self.say_left_out([k for k in self.table.cells if k not in self.placed])
        if missing:
            listed = BROKEN(self.name(*key) for key in missing)
            self.remark(
                "reading.missing_cell",
                f"{self.table.name}中以下各格没有找到或不能认定：{listed}，请核对。",
                missing,
            )
        return self.result()

    def say_left_out(self, missing: Sequence[Key]) -> list[Key]:
        """Say which columns the agency left out; return the cells of which that is not certain.

        It left out a result of every item, or every result of an item, if all that is printed
        has its place and no heading of them is printed.
        """
        rest = list(missing)
        if not self.placed or self.strays:
            return rest
        names = {code: self.texts("", code) for code in self.table.measure}
        names |= {code: self.texts(code) for code in self.table.item}
        for code, labels in names.items():
            keys = [key for key in self.table.cells if code in key]
            others = [text for name, texts in names.items() if name != code for text in texts]
            paged = any(band.page for band, _, _ in self.placed.values())
            printed = paged and self.lines.has_heading(labels, others)
            if not set(keys) <= set(rest) or printed:
                continue
            self.remark(
                "reading.missing_column",
                f"{self.table.name}没有印出“{labels[0]}”一栏，请机关核对是否缺列。",
                keys,
            )
            rest = [key for key in rest if key not in keys]
        return rest

    def blocks(self, found: Sequence[Band]) -> list[list[Band]]:
        """Parts with a header of their own; a header that is repeated begins none."""
        blocks: list[list[Band]] = [[]]
        named: set[str] = set()
        for band in found:
            own = {self.item_of[w] for w in map(normalise, band.words) if w in self.item_of}
            over = {self.item_of[w] for w in _spanning_words(band) if w in self.item_of}
            has_data = any(self.is_data(b) for b in blocks[-1])
            if has_data and (own | over) - named and not self.is_data(band):
                blocks.append([])
            named |= own | over
            blocks[-1].append(band)
        return blocks

    def place_block(self, found: Sequence[Band]) -> None:
        """Read the one row of figures of a block."""
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
            return
        for band in (filled or data)[:1]:
            self.say_other_time(band)
            placed = [(self.placed_band(band, part), part) for part in readings(header)]
            best, part = max(placed, key=lambda found: len(found[0]), default=({}, header))
            self.take(band, part, self.by_order(band, part, best))
            self.anchor_items(header)
        for band in found[last + 1 :]:
            if band.is_torn_off:
                self.say_torn_off(band)

    def say_other_time(self, band: Band) -> None:
        """Say that a row of figures is labelled as another year's."""
        for cell in (*band.cells, *band.spanning):
            if is_wordy(cell) and is_of_another_time(normalise(cell.text), self.headings.year):
                self.remark(
                    "reading.other_year",
                    f"{self.table.name}的这行数字前印有“{cell.text}”，可能是其他年度的数字，"
                    "请对照原文核定。",
                    self.table.cells,
                    [(band.page, cell.box)],
                )

    def anchor_items(self, header: Sequence[Band]) -> None:
        """Note where the headings of the items stand."""
        for band in header:
            for cell in (*band.cells, *band.spanning):
                code = self.item_of.get(normalise(cell.text))
                if code is not None:
                    self.anchor(code, band.page, cell.box)

    @staticmethod
    def joined(found: Sequence[Band]) -> list[Band]:
        """Put units that a page break tore off back to the row of their numbers."""
        whole: list[Band] = []
        for band in found:
            before = whole[-1] if whole else None
            if before is not None and before.has_numbers and band.is_torn_off_from(before):
                whole[-1] = stacked(before, band)
            else:
                whole.append(band)
        return whole

    def is_data(self, band: Band) -> bool:
        """Whether a band is a row of figures: numbers or blanks, and no word of the header."""
        words = {normalise(cell.text) for cell in band.cells if is_wordy(cell)}
        heads = any(w in label or label in w for w in words for label in self.table.vocabulary)
        figures = sum(not is_wordy(cell) for cell in band.cells)
        if band.has_numbers:
            numbers = sum(is_number(cell) for cell in band.cells)
            return (numbers if heads else figures) > len(words)
        return figures > len(words) and not heads and figures >= len(self.table.measures)

    def placed_band(self, band: Band, header: Sequence[Band]) -> dict[Key, list[Under]]:
        """Which cells of the row of figures stand under which labels."""
        found: dict[Key, list[Under]] = {}
        for cell in ordered(band.cells):
            above = self.headings.above(header, band, cell)
            above = above._replace(path=self.beside(band, cell) + above.path)
            key = self.key_of(above.path, above.single)
            if key is not None:
                variant = None if above.path in self.expected[key] else above
                found.setdefault(key, []).append((cell, variant))
        return found

    def by_order(
        self, band: Band, header: Sequence[Band], found: dict[Key, list[Under]]
    ) -> dict[Key, list[Under]]:
        """Know columns with illegible headings by their place among the others.

        Only where there is a cell for every column of the form and most headings are
        known, each in its place: then there is but one thing the others can be.
        """
        keys = list(self.table.cells)
        cells = sorted(band.cells, key=lambda cell: cell.box[0])
        missing = [key for key in keys if key not in found]
        if not missing or len(cells) != len(keys) or len(found) < KNOWN * len(keys):
            return found
        due = dict(zip(keys, cells, strict=True))
        if any([cell for cell, _ in under] != [due[key]] for key, under in found.items()):
            return found
        self.say_order(band, header, {key: due[key] for key in missing})
        return found | {key: [(due[key], None)] for key in missing}

    def say_order(self, band: Band, header: Sequence[Band], known: Mapping[Key, GridCell]) -> None:
        """Say which columns are known by their place; a heading in words may mean another thing."""
        legible = {}
        for key, cell in known.items():
            above = self.headings.above(header, band, cell)
            if above.score >= LEGIBLE and self.letters.intersection(above.path):
                legible[key] = above.printed
        for key, printed in legible.items():
            message = f"{self.table.name}的栏目印作“{printed}”，按次序应为{self.name(*key)}"
            self.say_doubtful(message, [key], (band.page, known[key].box))
        others = [key for key in known if key not in legible]
        if others:
            listed = BROKEN(self.name(*key) for key in others)
            self.remark(
                "reading.by_order",
                f"{self.table.name}中以下各栏的名称认不清，其余各栏都在表式的位置上，"
                f"按次序认定：{listed}。",
                others,
            )

    def beside(self, band: Band, cell: GridCell) -> str:
        """The item at the left of a row of figures, where it stands there and not above."""
        left = [c for c in (*band.cells, *band.spanning) if c.box[2] <= cell.box[0] + 1]
        words = [normalise(c.text) for c in left]
        named = [word for word in words if word in self.item_of]
        return named[0] if len(named) == 1 else ""

    def take(
        self, band: Band, header: Sequence[Band], found: Mapping[Key, Sequence[Under]]
    ) -> None:
        """Take the one cell under each label; say what stands under none or under many."""
        used = {cell for cells in found.values() for cell, _ in cells}
        for cell in ordered(band.cells):
            if cell not in used and is_number(cell):
                self.strays = True
                heading = self.headings.above(header, band, cell).printed
                above = f"上方印作“{heading}”，不是可以认定的栏目" if heading else "上方没有栏目"
                lacking = BROKEN(self.name(*k) for k in self.table.cells if k not in found)
                may_be = lacking or "其中某一栏"
                self.remark(
                    "reading.unknown_column",
                    f"{self.table.name}的“{cell.text}”{above}，可能是{may_be}的数字，"
                    "也可能是表式以外的栏目，未予采用，请核对。",
                    places=[(band.page, cell.box)],
                )
        for key, several in found.items():
            cells = list(several)
            if isinstance(band, Halves):
                filled = [pair for pair in several if pair[0].text]
                cells = band.joined(filled) if len(filled) == 2 else filled or cells[:1]
            if len(cells) > 1 or key in self.placed:
                self.placed.pop(key, None)
                self.remark(
                    "reading.ambiguous_cell",
                    f"{self.table.name}{self.name(*key)}对应多个格子，均未采用，请核对。",
                    [key],
                    [(band.page, cell.box) for cell, _ in cells],
                )
                continue
            cell, variant = cells[0]
            self.placed[key] = (home(band, cell), cell, "")
            if variant is not None:
                item, measure = self.table.item[key[0]], self.table.measure[key[1]]
                label = f"“{item.label}·{measure.label}”"
                declared = tuple(self.expected[key])
                likeness = Taken(
                    "栏目", variant.printed, variant.path, label, declared, variant.score
                )
                self.say_likeness(likeness, [key], (band.page, cell.box))

    def texts(self, item: str, measure: str = "") -> list[str]:
        """The labels of an item, or of a measure where one is given."""
        entry = self.table.measure[measure] if measure else self.table.item[item]
        return [entry.label, *entry.aliases]

    def key_of(self, path: str, single: bool) -> Key | None:
        """The (item, measure) a header path names, to the letter or clearly by likeness."""
        for key, texts in self.expected.items():
            if path in texts:
                return key
        if not single or not path:
            return None
        named = [text for text in self.item_of if path.startswith(text)]
        if named:  # the rest must be like a measure by itself: the item says nothing of it
            item = max(named, key=len)
            rest = Label("", path.removeprefix(item))
            likely = most_like(rest, [(m.code, m.labels) for m in self.table.measures])
            return (self.item_of[item], likely) if likely else None
        codes = {f"{item}|{measure}": (item, measure) for item, measure in self.expected}
        labels = [(code, [Label("", t) for t in self.expected[key]]) for code, key in codes.items()]
        best = most_like(Label("", path), labels)
        return codes[best] if best else None


def _spanning_words(band: Band) -> list[str]:
    return [normalise(cell.text) for cell in band.spanning if is_wordy(cell)]


def is_stacked(table: FormTable, found: Sequence[Band]) -> bool:
    """Whether the items of such a table run down: each heads a row of figures.

    A row counts that has one item's label and right of it a figure or a blank for
    every measure and no further words.
    """
    labels = {normalise(t) for item in table.items for t in (item.label, *item.aliases)}
    labels |= {normalise(section) + label for section in table.sections for label in labels}
    heading = 0
    for band in found:
        named = [cell for cell in band.cells if normalise(cell.text) in labels]
        if len(named) != 1:
            continue
        right = [cell for cell in band.cells if cell.box[0] >= named[0].box[2] - 1]
        heading += len(right) >= len(table.measures) and not any(map(is_wordy, right))
    return heading > 1
