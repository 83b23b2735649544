"""Web pages (HTML) to grids: what a browser shows of them, with pointers to the cells.

`WebPage` reads with libxml2; `second_texts` reads single cells again with Python's own
parser and a state machine of its own. The two share the bytes' decoding and nothing else.

What is laid out here without being HTML (`Marks`, `Slot`, `printed`, `grid_of`) serves
Word files too.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import groupby, islice
from pathlib import Path
from statistics import median
from typing import Any

import charset_normalizer
from lxml import etree

from gongkai.errors import ReadingError
from gongkai.form import Form
from gongkai.number import parse
from gongkai.report import Box, Grid, GridCell, Line, Reader
from tasks.extract.kind import utf_16

# --- cells before they have a place -----------------------------------------

BODY_SIZE = 12.0
"""Points of letters whose size nothing says."""

SMALL = 0.75
"""Digits smaller than this share of the largest in a cell are another size."""

COLUMN, ROW = 100.0, 20.0
"""Points a column is wide and a row is high where the source has no paper."""

MOST_COLUMNS = 100
"""A cell that says it spans more columns spans so many; no form has as many."""

MOST_SLOTS = 20_000
"""A table with more places than this (rows × columns) is not read: it is no form."""

_NO_WIDTH = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
"""Characters that take no room: soft hyphens, zero-width spaces and joiners, direction marks."""


@dataclass(frozen=True)
class Marks:
    """How letters are set, as far as it bears on what a person reads.

    Attributes:
        struck: a line runs through them; they do not count as printed.
        raised: above or below the line, as footnote marks are.
        pale: in white.
        size: height in points.
    """

    struck: bool = False
    raised: bool = False
    pale: bool = False
    size: float = BODY_SIZE


Piece = tuple[str, Marks]
"""Some letters of one line set alike."""


@dataclass(frozen=True)
class Slot:
    """A cell before it has a place: what stands in it and how far it reaches.

    Attributes:
        rows: how many rows it spans; 0: all that follow.
        drawn: whether a picture stands in it.
    """

    lines: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    pointer: str = ""
    columns: int = 1
    rows: int = 1
    drawn: bool = False


@dataclass(frozen=True)
class Placed:
    """A slot and the rows and columns it covers; the ends are exclusive."""

    row: int
    column: int
    row_end: int
    column_end: int
    slot: Slot


def tight(text: str) -> str:
    """Text with its white space collapsed and characters without width left out."""
    return " ".join(text.translate(_NO_WIDTH).split())


def printed(lines: Iterable[Sequence[Piece]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a person reads in a cell: its lines, and what makes its digits doubtful.

    Returns:
        the lines that are not empty, and keys of `gongkai.reasons.DOUBTS`.
    """
    kept: list[str] = []
    doubts: dict[str, None] = {}
    sizes: set[float] = set()
    for pieces in lines:
        line = tight("".join(text for text, marks in pieces if not marks.struck))
        if kept and line and _runs_on(kept[-1], line):
            doubts["parted"] = None
        if line:
            kept.append(line)
        for text, marks in _number(pieces):
            if not any(c.isdigit() for c in text):
                continue
            for name in ("struck", "raised"):
                if getattr(marks, name):
                    doubts[name] = None
            if marks.pale:
                doubts["hidden"] = None
            if not marks.struck:
                sizes.add(marks.size)
    if sizes and min(sizes) < SMALL * max(sizes):
        doubts["raised"] = None
    return tuple(kept), tuple(doubts)


def _runs_on(upper: str, lower: str) -> bool:
    """Whether two lines put together would make one number of what may be two."""
    figures = "0123456789０１２３４５６７８９.,．，"
    return upper[-1] in figures and lower[0] in figures


def _number(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """A line up to a bracket: what stands in it is a remark and may be set smaller."""
    for text, marks in pieces:
        before = re.split("[（(]", text, maxsplit=1)
        yield before[0], marks
        if len(before) > 1:
            return


def expanded(groups: Sequence[Sequence[Sequence[Slot]]]) -> list[Placed]:
    """Give the cells of a table their places, as browsers do.

    A cell takes the first free place of its row. It spans no further than its row
    group, and where it would cover another cell it ends before that.

    Args:
        groups: row groups (thead, tbody …), each its rows, each its cells.

    Returns:
        every cell, none over another; empty where the table has more than `MOST_SLOTS`.
    """
    found: list[Placed] = []
    taken: set[tuple[int, int]] = set()
    first = 0
    for group in groups:
        last = first + len(group)
        for row, slots in enumerate(group, start=first):
            column = 0
            for slot in slots:
                while (row, column) in taken:
                    column += 1
                wide = min(max(slot.columns, 1), MOST_COLUMNS)
                high = min(slot.rows or last, last - row)
                wide = next((n for n in range(1, wide) if (row, column + n) in taken), wide)
                own = range(column, column + wide)
                high = next(
                    (n for n in range(1, high) if any((row + n, c) in taken for c in own)), high
                )
                taken.update((r, c) for r in range(row, row + high) for c in own)
                found.append(Placed(row, column, row + high, column + wide, slot))
                column += wide
                if len(taken) > MOST_SLOTS:
                    return []
        first = last
    return found


def grid_of(cells: Sequence[Placed], top: float) -> tuple[Grid, tuple[Box, ...]] | None:
    """Lay cells out on a lattice of equal columns and rows.

    Rows and columns in which no cell begins have no extent. A row without figures that
    ends early is filled with empty cells; one with figures keeps its hole, because
    nobody can tell which of its cells is missing.

    Returns:
        the grid and the boxes of the cells with pictures; None where there is no cell.
    """
    if not cells:
        return None
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    moved = [
        Placed(
            bisect_left(rows, cell.row),
            bisect_left(columns, cell.column),
            bisect_left(rows, cell.row_end),
            bisect_left(columns, cell.column_end),
            cell.slot,
        )
        for cell in cells
    ]
    moved += _fillers(moved, len(rows), len(columns))
    moved.sort(key=lambda cell: (cell.row, cell.column))
    made = [_grid_cell(cell, top) for cell in moved]
    drawn = tuple(cell.box for cell, placed in zip(made, moved, strict=True) if placed.slot.drawn)
    box = (0.0, top, len(columns) * COLUMN, top + len(rows) * ROW)
    return Grid(0, box, tuple(made)), drawn


def _fillers(cells: Sequence[Placed], rows: int, columns: int) -> Iterator[Placed]:
    covered = {
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row_end)
        for column in range(cell.column, cell.column_end)
    }
    with_figures = {
        row
        for cell in cells
        if parse("".join(cell.slot.lines)).state == "number"
        for row in range(cell.row, cell.row_end)
    }
    for row in set(range(rows)) - with_figures:
        for column in range(columns):
            if (row, column) not in covered:
                yield Placed(row, column, row + 1, column + 1, Slot())


def _grid_cell(cell: Placed, top: float) -> GridCell:
    lines = cell.slot.lines
    y0, y1 = top + cell.row * ROW, top + cell.row_end * ROW
    step = (y1 - y0) / max(len(lines), 1)
    return GridCell(
        cell.row,
        cell.column,
        cell.row_end,
        cell.column_end,
        (cell.column * COLUMN, y0, cell.column_end * COLUMN, y1),
        lines,
        tuple(y0 + (place + 0.5) * step for place in range(len(lines))),
        "".join(lines),
        cell.slot.doubts,
        cell.slot.pointer,
    )


def grids_of(tables: Iterable[Sequence[Placed]]) -> tuple[list[Grid], frozenset[Box]]:
    """Lay out tables one below the other; also the boxes of the cells with pictures."""
    grids: list[Grid] = []
    boxes: set[Box] = set()
    top = 0.0
    for cells in tables:
        laid = grid_of(cells, top)
        if laid is not None:
            grids.append(laid[0])
            boxes.update(laid[1])
            top = laid[0].box[3] + ROW
    return grids, frozenset(boxes)


# --- bytes to letters ---------------------------------------------------------

LARGEST = 20 * 1024 * 1024
"""Bytes; no report's page is larger, and a larger one only costs time."""

MOST_ELEMENTS = 100_000
"""Tags; a page of a report has a few thousand."""

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]+)",
    re.I,
)
_CHARSET_WITHIN = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "utf-8": "utf-8",
}
"""What pages declare that is worth believing, and what it is really: gb2312 pages use GBK's
letters. Others (iso-8859-1) are what a server adds to pages it knows nothing about."""

_GUESSED_FROM = 256 * 1024
_FREQUENT = ("政府", "信息", "公开", "年")
"""Words of every report's page: what has most of them is decoded rightly."""

_FAULTS = 500
"""One letter in so many may be broken and the encoding still be right."""

_DATA_URL = re.compile(r"data:[\w.+/-]{1,80};base64,[A-Za-z0-9+/=%]+")


def decoded(path: Path) -> str:
    """The letters of a page, without pictures written into it.

    A byte order mark decides, then UTF-8 where the bytes are just that (a page that
    was saved anew often keeps its old declaration), then what the page declares, then
    a guess among the encodings of Chinese pages.

    Raises:
        ReadingError: the page is empty or too large.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise ReadingError("too_large", size=size // 2**20, limit=LARGEST // 2**20)
    content = path.read_bytes()
    if not content:
        raise ReadingError("empty")
    return _DATA_URL.sub("data:,", _letters(content)).replace("\0", "")


def _letters(content: bytes) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if wide := utf_16(content):
        return content.decode(wide, "replace")
    declared = _declared(content)
    for encoding in ("utf-8", declared):
        text = content.decode(encoding, "replace") if encoding else "\ufffd"
        if text.count("\ufffd") * _FAULTS <= sum(c > "\x7f" for c in text):
            return text
    if declared:
        tried = [content.decode(name, "replace") for name in (declared, "gb18030")]
        return max(tried, key=lambda text: sum(text.count(word) for word in _FREQUENT))
    guess = charset_normalizer.from_bytes(
        content[:_GUESSED_FROM], cp_isolation=["gb18030", "big5hkscs", "utf_8"]
    ).best()
    return content.decode(guess.encoding if guess else "gb18030", "replace")


def _declared(content: bytes) -> str:
    match = _CHARSET.search(content[:_CHARSET_WITHIN])
    if match is None:
        return ""
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return ""
    return _ENCODINGS.get(name, "")


# --- how an element is shown ----------------------------------------------------


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NOT_SHOWN = _names(
    "script style template noscript head title meta link iframe object audio video canvas svg "
    "map datalist noframes noembed select rp rt param source track area base col colgroup"
)
_BLOCKS = _names(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main "
    "menu nav ol option p pre section summary table tbody td textarea tfoot th thead tr ul"
)
_ASIDE = frozenset(("nav", "footer", "aside", "button", "option"))
_DRAWINGS = frozenset(("img", "svg", "canvas", "object", "embed", "video", "iframe"))
_HEADINGS = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 10.0, "h6": 8.0}
_SPEAKING = frozenset(
    (*_NOT_SHOWN, *_HEADINGS, *_ASIDE, *_names("a del s strike sup sub pre font"))
)
"""Tags that say how their letters are shown without any attribute."""

_FONT_SIZES = (7.5, 10.0, 12.0, 13.5, 18.0, 24.0, 36.0)
_NAMED_SIZES = {
    "xx-small": 7.0,
    "x-small": 7.5,
    "small": 10.0,
    "medium": 12.0,
    "large": 13.5,
    "x-large": 18.0,
    "xx-large": 24.0,
}
_POINTS = {"pt": 1.0, "px": 0.75, "em": 0.0, "rem": BODY_SIZE, "%": 0.0, "cm": 28.35, "mm": 2.835}
_LENGTH = re.compile(r"(-?\d{0,6}\.?\d{1,6})\s*(pt|px|em|rem|%|cm|mm)?")
_WHITE = re.compile(
    r"white|#fff|#ffff|#ffffff|#ffffffff|rgba?\(\s*255\s*,\s*255\s*,\s*255\s*(?:,\s*[\d.]+\s*)?\)"
)
_INVISIBLE = re.compile(r"transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\)")
_NO_HEIGHT = re.compile(r"0+(?:px|pt|em)?")
_AWAY = -999.0
"""Text shifted by so many points is not on the screen."""

_SIMPLE = re.compile(r"[a-z]*[1-6]?(?:[.#][\w-]+)?", re.I)
"""Selectors of one tag, class or id."""

_LONGEST_SHEET = 500_000
_LONGEST_STYLE = 2000


@dataclass(frozen=True)
class _Style:
    """How the letters of an element are shown; inherited."""

    marks: Marks = Marks()
    hidden: bool = False
    gone: bool = False
    link: bool = False
    aside: bool = False
    heading: bool = False
    pre: bool = False
    block: int = 0
    parent: int = 0


def _declarations(written: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for declaration in _uncommented(written).split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = value.lower().replace("!important", "").strip()
    return found


def _uncommented(sheet: str) -> str:
    first, *rest = sheet.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the rules that hold for every medium."""
    depth, selector, body = 0, "", ""
    for part in re.split("([{}])", _uncommented(sheet)):
        if part == "{":
            depth += 1
        elif part == "}":
            if depth == 1 and not selector.startswith("@"):
                yield selector, body
            depth, body = max(depth - 1, 0), ""
        elif depth == 0:
            selector = part.rpartition(";")[2].strip()
        elif depth == 1:
            body = part


class _Sheet:
    """The rules of a page's own style sheets for a single tag, class or id.

    Rules with more conditions are left out, and so are those for other media. What one of
    them hides is read all the same, as a table or a number too many.
    """

    def __init__(self, root: Any) -> None:
        self.rules: dict[str, dict[str, str]] = {}
        written = "".join(e.text or "" for e in root.iter("style"))[:_LONGEST_SHEET]
        for selectors, body in _rules(written):
            for selector in selectors.split(","):
                if _SIMPLE.fullmatch(selector.strip()):
                    self.rules.setdefault(selector.strip(), {}).update(_declarations(body))

    def properties(self, element: Any, tag: str) -> Mapping[str, str]:
        """What the sheets and the element itself say, the more particular last."""
        found: dict[str, str] = {}
        if self.rules:
            classes = (element.get("class") or "").split()
            names = [tag, *(p + "." + c for p in ("", tag) for c in classes)]
            names += [p + "#" + (element.get("id") or "") for p in ("", tag)]
            for name in names:
                found.update(self.rules.get(name, {}))
        if element.get("style"):
            found.update(_declarations(element.get("style")[:_LONGEST_STYLE]))
        return found


def _size(written: str, inherited: float) -> float:
    """A CSS font size in points."""
    match = _LENGTH.match(written)
    if match is None:
        return _NAMED_SIZES.get(written, inherited)
    number, unit = float(match[1]), match[2] or "px"
    if unit in ("em", "%"):
        return number * inherited / (100 if unit == "%" else 1)
    return number * _POINTS[unit]


def _is_hidden(properties: Mapping[str, str]) -> bool:
    """Whether what is in an element keeps its place but cannot be seen."""
    if properties.get("visibility") in ("hidden", "collapse"):
        return True
    if "font-size" in properties and _size(properties["font-size"], BODY_SIZE) <= 0:
        return True
    if re.fullmatch(r"0+(?:\.0*)?%?|\.0+", properties.get("opacity", "")):
        return True
    if properties.get("overflow") == "hidden" and _NO_HEIGHT.fullmatch(
        properties.get("max-height") or properties.get("height", "")
    ):
        return True
    if _INVISIBLE.fullmatch(properties.get("color", "")):
        return True
    shifts = ("text-indent", "left", "top", "margin-left")
    return any(_size(properties[name], 0) < _AWAY for name in shifts if name in properties)


def _styled(
    element: Any, tag: str, properties: Mapping[str, str], inherited: _Style, block: int
) -> _Style:
    """The style of an element's own letters; `block` is its number if it is a block, else 0."""
    if not (block or element.attrib or properties or tag in _SPEAKING):
        return inherited
    return _Style(
        _marked(element, tag, properties, inherited.marks),
        inherited.hidden or _is_hidden(properties),
        inherited.gone
        or tag in _NOT_SHOWN
        or element.get("hidden") is not None
        or properties.get("display") == "none",
        inherited.link or (tag == "a" and bool(element.get("href"))),
        inherited.aside or tag in _ASIDE,
        inherited.heading or tag in ("h1", "h2", "h3"),
        inherited.pre or tag == "pre" or properties.get("white-space", "").startswith("pre"),
        block or inherited.block,
        inherited.block if block else inherited.parent,
    )


def _marked(element: Any, tag: str, properties: Mapping[str, str], inherited: Marks) -> Marks:
    """How an element sets its own letters."""
    size = _HEADINGS.get(tag, inherited.size)
    if tag == "font" and (given := re.match(r"\s*(\d)", element.get("size") or "")):
        size = _FONT_SIZES[min(max(int(given[1]), 1), 7) - 1]
    if "font-size" in properties:
        size = _size(properties["font-size"], inherited.size)
    if not (properties or size != inherited.size or tag in _SPEAKING):
        return inherited
    decoration = properties.get("text-decoration", "") + properties.get("text-decoration-line", "")
    color = properties.get("color") or (element.get("color") or "").strip().lower()
    aligned = properties.get("vertical-align", "") if tag not in _BLOCKS else ""
    return Marks(
        inherited.struck or tag in ("del", "s", "strike") or "line-through" in decoration,
        inherited.raised or tag in ("sup", "sub") or aligned in ("super", "sub"),
        bool(_WHITE.fullmatch(color)) if color else inherited.pale,
        size,
    )


# --- the page ---------------------------------------------------------------------


@dataclass
class _Line:
    """A visual line; `table` is the number of the innermost table it stands in, or 0."""

    table: int
    pieces: list[tuple[str, _Style]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return tight("".join(text for text, style in self.pieces if not style.marks.struck))

    @property
    def size(self) -> float:
        return median(style.marks.size for text, style in self.pieces for c in text if c.strip())

    @property
    def style(self) -> _Style:
        return self.pieces[0][1]

    @property
    def is_link(self) -> bool:
        return all(style.link for text, style in self.pieces if text.strip())


@dataclass
class _Cell:
    """A cell of a table: its text is the page's lines from `first` to before `last`."""

    element: Any
    number: int
    columns: int
    rows: int
    gone: bool
    first: int
    last: int = -1
    drawn: bool = False


@dataclass
class _Row:
    element: Any
    number: int
    group: int
    style: _Style
    cells: list[_Cell] = field(default_factory=list)
    open: _Cell | None = None


@dataclass
class _Table:
    """A table as written; `group` counts the row groups, `order` is where each is shown."""

    element: Any
    number: int
    style: _Style
    group_style: _Style
    first: int
    group: int = 0
    order: dict[int, int] = field(default_factory=lambda: {0: 1})
    rows: list[_Row] = field(default_factory=list)
    open: _Row | None = None
    last: int = -1
    inner: list[tuple[int, int]] = field(default_factory=list)

    def is_layout(self, letters: Sequence[int]) -> bool:
        """Whether most of what stands in it stands in tables inside it.

        Args:
            letters: how many letters the page has before each line.
        """
        inner = sum(letters[last] - letters[first] for first, last in self.inner)
        return inner * 2 > letters[self.last] - letters[self.first]


class _Walk:
    """One pass over the tree: visible lines, and which of them are in which cell.

    The tree of a sloppy page nests cells in each other (`<td><div>1<td>2`); rows and
    cells are told by their order alone, as browsers do.
    """

    def __init__(self, root: Any) -> None:
        self.lines: list[_Line] = []
        self.tables: list[_Table] = []
        self.containers: list[tuple[int, int]] = []
        self.titles: dict[str, str] = {}
        self.files: list[str] = []
        self.scripts = 0
        self.pictures = 0
        self._stack: list[tuple[_Style, int]] = [(_Style(), -1)]
        self._open: list[_Table] = []
        self._blocks = 0
        self._line: _Line | None = None
        self._sheet = _Sheet(root)
        for place, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
            if place > 2 * MOST_ELEMENTS:
                raise ReadingError("too_complex")
            if event == "start":
                self._start(element, str(element.tag).lower())
            else:
                self._end(element, str(element.tag).lower())

    def _start(self, element: Any, tag: str) -> None:
        inherited = self._stack[-1][0]
        if tag in _BLOCKS:
            self._break()
        table = self._open[-1] if self._open else None
        if table is not None and tag in _TABLE_PARTS:
            inherited = self._start_part(table, element, tag)
        self._blocks += 1
        block = self._blocks if tag in _BLOCKS and tag != "br" else 0
        properties = self._sheet.properties(element, tag)
        style = _styled(element, tag, properties, inherited, block)
        self._note(element, tag)
        away = element.get("hidden") is not None or properties.get("display") == "none"
        if tag in _DRAWINGS and not (away or style.hidden or inherited.gone):
            self._note_drawing()
        begins = len(self.lines) if _is_container(element) else -1
        self._stack.append((style, begins))
        if tag == "table":
            self.tables.append(_Table(element, len(self.tables) + 1, style, style, len(self.lines)))
            self._open.append(self.tables[-1])
        elif table is not None and tag in ("td", "th"):
            self._start_cell(table, element, style)
        elif table is not None and tag == "tr" and table.open is not None:
            table.open.style = style
        elif table is not None and tag in _GROUPS:
            table.group_style = style
        if tag == "input" and (element.get("type") or "text").lower() in ("text", "number"):
            self._add(element.get("value"))
        self._add(element.text)

    def _start_part(self, table: _Table, element: Any, tag: str) -> _Style:
        """Close what a row group, a row or a cell ends; return the style it inherits."""
        self._close_cell(table)
        if tag in ("td", "th"):
            if table.open is None:
                self._start_row(table, None)
            assert table.open is not None
            return table.open.style
        table.open = None
        if tag == "tr":
            self._start_row(table, element)
            return table.group_style
        table.group += 1
        table.order[table.group] = _GROUPS.get(tag, 1)
        return table.style

    def _start_row(self, table: _Table, element: Any) -> None:
        row = _Row(element, len(table.rows) + 1, table.group, table.group_style)
        table.rows.append(row)
        table.open = row

    def _start_cell(self, table: _Table, element: Any, style: _Style) -> None:
        row = table.open
        assert row is not None
        cell = _Cell(
            element,
            len(row.cells) + 1,
            _span(element.get("colspan")) or 1,
            _span(element.get("rowspan")),
            style.gone,
            len(self.lines),
        )
        row.cells.append(cell)
        row.open = cell

    def _close_cell(self, table: _Table) -> None:
        if table.open is not None and table.open.open is not None:
            self._break()
            table.open.open.last = len(self.lines)
            table.open.open = None

    def _end(self, element: Any, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
        _, begins = self._stack.pop()
        if begins >= 0:
            self.containers.append((begins, len(self.lines)))
        table = self._open[-1] if self._open else None
        if table is not None:
            row = table.open
            if row is not None and row.open is not None and row.open.element is element:
                self._close_cell(table)
            elif row is not None and row.element is element:
                self._close_cell(table)
                table.open = None
            elif table.element is element:
                self._end_table(table)
            elif tag in _GROUPS:
                self._close_cell(table)
                table.open = None
                table.group += 1
                table.order[table.group] = 1
                table.group_style = table.style
        self._add(element.tail)

    def _end_table(self, table: _Table) -> None:
        self._close_cell(table)
        table.last = len(self.lines)
        self._open.pop()
        if self._open:
            self._open[-1].inner.append((table.first, table.last))

    def _break(self) -> None:
        self._line = None

    def _add(self, text: str | None) -> None:
        style = self._stack[-1][0]
        if not text or style.gone or style.hidden:
            return
        for place, part in enumerate(re.split(r"\r\n?|\n", text) if style.pre else [text]):
            if place:
                self._break()
            if self._line is None and not tight(part):
                continue
            if self._line is None:
                self._line = _Line(self._open[-1].number if self._open else 0)
                self.lines.append(self._line)
            self._line.pieces.append((part, style))

    def _note(self, element: Any, tag: str) -> None:
        """Keep what an element says besides its letters."""
        if tag == "script":
            self.scripts += 1
        elif tag == "title":
            self.titles.setdefault("title", "".join(element.itertext()))
        elif tag == "meta":
            name = (element.get("name") or element.get("property") or "").lower()
            if name in ("articletitle", "og:title"):
                self.titles.setdefault("meta", element.get("content") or "")
        elif tag == "a":
            words = islice(element.itertext(), _FEW_PIECES)
            self._note_file(element.get("href"), "".join(words))
        elif tag in ("iframe", "embed", "object"):
            self._note_file(element.get("src") or element.get("data"), "")

    def _note_drawing(self) -> None:
        self.pictures += 1
        for table in self._open:
            if table.open is not None and table.open.open is not None:
                table.open.open.drawn = True

    def _note_file(self, address: str | None, words: str) -> None:
        if address and (_FILE.search(address) or _FILE.search(words.strip())):
            self.files.append(tight(words) or address)


_GROUPS = {"thead": 0, "tbody": 1, "tfoot": 2}
_TABLE_PARTS = frozenset(("td", "th", "tr", *_GROUPS))
_FEW_PIECES = 20
"""Of a link's words; one that is never closed holds the rest of the page."""

_FILE = re.compile(r"\.(?:pdf|docx?|wps|ofd|xlsx?|et|rtf|zip|rar|7z)(?:$|[?&#\s])", re.I)
_CONTAINERS = _names(
    "zoom trs_editor trs_editor_view article-content articlecontent xxgk-content xxgkcontent "
    "pages_content pages-content ivs_content ucapcontent zoomcon news_content view-content "
    "article_content articlecontainer content-article"
)
"""Ids and classes in which the site systems in use put an article's text."""


def _is_container(element: Any) -> bool:
    names = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    return not _CONTAINERS.isdisjoint(names)


def _span(written: str | None) -> int:
    """How many rows or columns an attribute names: its leading digits, as browsers read it."""
    match = re.match(r"\s*\+?(\d{1,5})", written or "")
    return int(match[1]) if match else 1


_HEAD_LINES = 6
"""With what stands before and between them no more than `find_title` looks at."""

_SEPARATOR = Line("。", 0.0)
"""A line no title can run over."""

_META_SIZE, _TITLE_SIZE = 2.0, 1.0
"""What a page says of itself is smaller than all it prints: it counts where that is silent."""

_NAMES_REPORT = re.compile(r"公开.{0,16}(?:报告|年报)")
_ENDS_TITLE = re.compile(r"(?:报告|年报)(?:[（(].{0,12}[）)])?》?$")
_SITE = re.compile(r"\s*(?:[_|｜]|——|--|(?<=\D)[-–—](?=\D)|\s-\s|>|»)\s*")


class WebPage:
    """An open web page: a `tasks.extract.source.Source` without pages."""

    reader: Reader = "html"
    pages: int = 0

    def __init__(self, walk: _Walk) -> None:
        self._walk = walk
        self._lines = [(line, line.text) for line in walk.lines]
        letters = [0]
        for _, text in self._lines:
            letters.append(letters[-1] + sum(c.isalnum() for c in text))
        shown = [t for t in walk.tables if not t.style.gone and not t.is_layout(letters)]
        self._grids, self._drawn = grids_of(self._cells(table) for table in shown)
        self._inner = {t.number for t in walk.tables if not t.inner and len(t.rows) > 1}

    @property
    def texts(self) -> Sequence[str]:
        """All visible text, a line break between blocks; one entry."""
        return ["\n".join(text for _, text in self._lines if text)]

    @property
    def grids(self) -> Sequence[Grid]:
        """Every table that is not mere layout, in the order of the source."""
        return self._grids

    @property
    def head(self) -> Sequence[Line]:
        """The lines the title may stand on.

        First, small, what the page calls itself, then a heading before the article, then the
        article's first lines.
        """
        own = (_own_name(self._walk.titles.get(name, "")) for name in ("title", "meta"))
        found = [
            Line(text, size)
            for text, size in zip(own, (_TITLE_SIZE, _META_SIZE), strict=True)
            if text
        ]
        span = self._article()
        headings = [
            (line, text)
            for line, text in self._lines[: span[0]]
            if text and line.style.heading and not line.is_link and not line.style.aside
        ][-2:]
        if len(headings) > 1 and not _belong_together(*(line.style for line, _ in headings)):
            headings = headings[1:]
        for part in (_set_apart(headings), _set_apart(self._beginning(span))):
            found += [_SEPARATOR, *part]
        return found

    def attempts(
        self,
        form: Form,  # noqa: ARG002
        pages: Sequence[int],  # noqa: ARG002
        wider: Sequence[int],  # noqa: ARG002
    ) -> Iterator[tuple[str, list[Grid]]]:
        """The tables as written: there is one way to read them."""
        yield self.reader, list(self._grids)

    def has_ink(self, page: int, box: Box) -> bool:  # noqa: ARG002
        """Whether a picture stands in a cell that has no text."""
        return box in self._drawn

    def _cells(self, table: _Table) -> Sequence[Placed]:
        rows = sorted(
            (row for row in table.rows if not row.style.gone and not self._is_flat(row)),
            key=lambda row: (table.order[row.group], row.group),
        )
        groups = [list(same) for _, same in groupby(rows, key=lambda row: row.group)]
        return expanded(
            [
                [[self._slot(table, row, c) for c in row.cells if not c.gone] for row in group]
                for group in groups
            ]
        )

    def _is_flat(self, row: _Row) -> bool:
        """Whether a row has no height, as the last one of Word's tables that sets the widths."""
        if row.element is None or row.element.get("height") != "0":
            return False
        return not any(
            text for cell in row.cells for _, text in self._lines[cell.first : cell.last]
        )

    def _slot(self, table: _Table, row: _Row, cell: _Cell) -> Slot:
        own = self._walk.lines[cell.first : cell.last]
        lines, doubts = printed([(t, style.marks) for t, style in line.pieces] for line in own)
        if cell.drawn and not lines:
            doubts = (*doubts, "drawn")
        pointer = f"table[{table.number}]/tr[{row.number}]/td[{cell.number}]"
        return Slot(lines, doubts, pointer, cell.columns, cell.rows, cell.drawn)

    def _article(self) -> tuple[int, int]:
        """The lines of the article: the known container with the most of them, or all."""
        known = max(self._walk.containers, key=lambda span: span[1] - span[0], default=(0, 0))
        return known if known[0] < known[1] else (0, len(self._lines))

    def _beginning(self, span: tuple[int, int]) -> list[tuple[_Line, str]]:
        """The lines around the first that may end a title, else the first of the article.

        Links are left out, and tables of figures where there is anything else.
        """
        own = [(line, text) for line, text in self._lines[span[0] : span[1]] if text]
        plain = [
            (line, text)
            for line, text in own
            if not line.is_link and not line.style.aside and line.table not in self._inner
        ]
        chosen = plain or own
        ends = (
            place
            for place, (_, text) in enumerate(chosen)
            if _ENDS_TITLE.search(text)
            and "公开" in "".join(text for _, text in chosen[max(place - 3, 0) : place + 1])
        )
        first = max(next(ends, 0) - 3, 0)
        return chosen[first : first + _HEAD_LINES]


def _set_apart(lines: Sequence[tuple[_Line, str]]) -> Iterator[Line]:
    """Lines to look for a title in, with separators where they stand in different places."""
    before: _Line | None = None
    for line, text in lines:
        if before is not None and not _belong_together(before.style, line.style):
            yield _SEPARATOR
        yield Line(text, line.size)
        before = line


def _belong_together(one: _Style, other: _Style) -> bool:
    """Whether two lines stand in one block, or in two of the same parent."""
    return one.block == other.block or one.parent == other.parent


def _own_name(written: str) -> str:
    """What a page calls itself, without the site's name before or behind it."""
    parts = [part for part in _SITE.split(tight(written)) if part]
    return next((p for p in parts if _NAMES_REPORT.search(p)), parts[0] if parts else "")


# --- pages that are no report ---------------------------------------------------------

_FEW_LETTERS = 30
"""A page with fewer letters of its own and with scripts waits for them to write it."""

_SHORT = 600
"""Letters outside links; a page with more of them says something itself."""

_ERROR = re.compile(
    r"^\W*(?:http|error|错误)?\W*(?:40\d|41\d|50\d|52\d)(?!\s*[\d件条项])|not found"
    r"|forbidden|bad gateway|访问被|请求被|被拦截"
    r"|被拒绝|拒绝访问|禁止访问|无法访问|无权访问|访问受限|您访问的|你访问的|您请求的|请求的页面"
    r"|页面不存在|页面未找到|找不到(?:该|您|你|页面|网页|文件)|不存在或|已被删除|已删除|已失效|网站维护"
    r"|系统维护|服务器(?:错误|内部|繁忙)|出错了|防火墙|云防护|创宇|(?:访问|请求)过于频繁"
    r"|access denied",
    re.I | re.M,
)
_WAITS = re.compile(
    r"javascript|正在加载|加载中|请稍[候后等]|安全验证|浏览器(?:不支持|版本过低)|人机验证|loading",
    re.I,
)


@contextmanager
def opened_web(path: Path) -> Iterator[WebPage]:
    """Open a web page.

    Raises:
        ReadingError: it is empty, too large or nested too deep, or no page with an article
            (`script_page`, `error_page`, `empty_page`, `attachment_only`).
    """
    walk = _Walk(_tree(decoded(path)))
    page = WebPage(walk)
    _refuse_shell(walk, page)
    yield page


def _tree(text: str) -> Any:
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ReadingError("empty_page") from error
    # libxml2 hands over what it read before it gave up, and only its log says so.
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise ReadingError("too_complex")
    if root is None:
        raise ReadingError("empty_page")
    return root


def _refuse_shell(walk: _Walk, page: WebPage) -> None:
    """Refuse a page whose visible text is none, an error, or a link to the report."""
    if any(len(grid.cells) >= 4 and grid.box[2] > COLUMN for grid in page.grids):
        return
    own = "\n".join(line.text for line in walk.lines if not line.is_link)
    letters = sum(c.isalnum() for c in own)
    called = " ".join(walk.titles.values())
    if letters > _SHORT:
        return
    if _ERROR.search(f"{called}\n{own}"):
        raise ReadingError("error_page")
    if walk.files and _NAMES_REPORT.search("\n".join((called, own, *walk.files))):
        raise ReadingError("attachment_only", files="、".join(walk.files[:3]))
    waits = letters < _FEW_LETTERS or _WAITS.search(own)
    if walk.scripts and waits:
        raise ReadingError("script_page")
    if letters < _FEW_LETTERS:
        raise ReadingError("only_pictures" if walk.pictures else "empty_page")


# --- the second reader -----------------------------------------------------------------

AGAIN_LARGEST = 4_000_000
"""Letters; Python's parser is slow, and a longer page is not read again."""

_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_UNSEEN = _names("head noscript template select svg object video audio canvas rt rp")
_UNPARSED = _names("iframe noembed noframes xmp textarea title")
_LINE_ENDS = _names(
    "address article blockquote caption center dd div dl dt fieldset footer form h1 h2 h3 h4 "
    "h5 h6 header hr li main ol p pre section ul br"
)
_OUTER: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("thead", "tbody", "tfoot"), frozenset()),
    "tr": _names("thead tbody tfoot"),
    **dict.fromkeys(("td", "th"), _names("tr thead tbody tfoot")),
}
"""The parts of a table, each with those that may stay open around it."""

_LONGEST_TAG = 10_000
_DEEPEST = 100
"""Tables inside each other; libxml2 gives up before that."""

_HIDING = re.compile(r"(?:^|[};\s])([.#][\w-]+)\s*\{[^{}]{0,500}?display\s*:\s*none", re.I)
_INVISIBLE_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0*\s*(?:[;!]|$)"
    r"|font-size\s*:\s*0+(?:px|pt|em|%)?\s*(?:[;!]|$)|line-through",
    re.I,
)


class _TooDeepError(Exception):
    """More tables inside each other than any page has."""


class _Again(HTMLParser):
    """Cells by their place among the tags, without a tree.

    Only what is needed to know which cell a letter is in: open elements since the last
    cell, and a table's row and cell number. A cell's text ends where the next begins.
    """

    def __init__(self, wanted: Collection[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.wanted = wanted
        self.read: dict[str, list[str]] = {}
        self.tables = 0
        self.places: list[list[int]] = []
        """Per open table: its number, its row, its cell, whether in a row, in a cell."""
        self.elements: list[tuple[str, bool]] = []
        self.unseen: set[str] = set()
        """Classes and ids (`.past`, `#old`) that a style sheet above hides."""

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002
        """Skip `<![if …]>` as browsers do; the library's own raises on some."""
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and the row or cell it is."""
        if tag == "table":
            self._open(tag, attrs)
            self.tables += 1
            self.places.append([self.tables, 0, 0, False, False])
            if len(self.places) > _DEEPEST:
                raise _TooDeepError
            return
        if self.places and tag in _OUTER:
            self._start_part(tag, self.places[-1])
        elif tag in ("p", "li", "option", "dd", "dt"):
            self._close(tag)
        if tag in _LINE_ENDS:
            self._put("\n")
        if tag == "input":
            given = {name: value or "" for name, value in attrs}
            if given.get("type", "text").lower() in ("text", "number"):
                self._put(given.get("value", ""))
        if tag not in _VOID:
            self._open(tag, attrs)
        if tag in _UNPARSED:
            self.set_cdata_mode(tag)

    def _start_part(self, tag: str, place: list[int]) -> None:
        """Close what a row group, a row or a cell ends, and count it."""
        self._unwind_to("table", _OUTER[tag])
        place[4] = False
        if tag == "tr" or (tag in ("td", "th") and not place[3]):
            place[1:4] = [place[1] + 1, 0, True]
        if tag in ("td", "th"):
            place[2] += 1
            place[4] = True
            if self._pointer() in self.wanted:
                self.read[self._pointer()] = []
        elif tag != "tr":
            place[3] = False

    def handle_endtag(self, tag: str) -> None:
        """Close an element; one that is not open is ignored."""
        if tag in _LINE_ENDS:
            self._put("\n")
        if self.places and tag == "table":
            self.places.pop()
            self._unwind_past("table")
        elif self.places and tag in ("td", "th", "tr", "thead", "tbody", "tfoot"):
            place = self.places[-1]
            if self._close(tag):
                place[4] = False
                if tag not in ("td", "th"):
                    place[3] = False
        else:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        """Put visible letters into every open cell they stand in."""
        if self.elements and self.elements[-1][0] == "style":
            self.unseen.update(_HIDING.findall(data.partition("@media")[0]))
            return
        self._put(re.sub(r"\s", " ", data))

    def _put(self, data: str) -> None:
        if self.elements and (
            self.elements[-1][1] or self.elements[-1][0] in _UNPARSED - {"textarea"}
        ):
            return
        for place in self.places:
            if place[4]:
                pieces = self.read.get(self._pointer(place))
                if pieces is not None:
                    pieces.append(data)

    def _pointer(self, place: Sequence[int] | None = None) -> str:
        table, row, cell = (place or self.places[-1])[:3]
        return f"table[{table}]/tr[{row}]/td[{cell}]"

    def _open(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        unseen = (
            tag in _UNSEEN
            or tag in ("script", "style", "del", "s", "strike")
            or "hidden" in given
            or not self.unseen.isdisjoint(
                [*("." + c for c in (given.get("class") or "").split()), f"#{given.get('id')}"]
            )
            or _INVISIBLE_STYLE.search(given.get("style") or "") is not None
        )
        above = bool(self.elements) and self.elements[-1][1]
        self.elements.append((tag, above or unseen))

    def _close(self, tag: str) -> bool:
        """Close the nearest such element that no cell or table parts from here."""
        for place in range(len(self.elements) - 1, -1, -1):
            name = self.elements[place][0]
            if name == tag:
                del self.elements[place:]
                return True
            if name == "table" or (
                name in ("td", "th") and tag not in ("tr", "thead", "tbody", "tfoot")
            ):
                return False
        return False

    def _unwind_to(self, tag: str, keep: Collection[str]) -> None:
        while self.elements and self.elements[-1][0] != tag and self.elements[-1][0] not in keep:
            self.elements.pop()

    def _unwind_past(self, tag: str) -> None:
        self._unwind_to(tag, ())
        if self.elements:
            self.elements.pop()


def second_texts(path: Path, pointers: Collection[str]) -> dict[str, str]:
    """Read cells again, independently, with another parser.

    Args:
        path: of the page.
        pointers: of cells as `WebPage` names them.

    Returns:
        their texts; no entry where this reader finds no such cell.
    """
    text = decoded(path)
    if len(text) > AGAIN_LARGEST:
        return {}
    reader = _Again(frozenset(pointers))
    try:
        reader.feed(text)
        # What is left is a tag that never ends; the library would try it at every letter.
        if len(reader.rawdata) < _LONGEST_TAG:
            reader.close()
    except _TooDeepError:
        return {}
    return {
        pointer: "".join(
            " ".join(_without_width(line).split()) for line in "".join(pieces).split("\n")
        )
        for pointer, pieces in reader.read.items()
    }


def _without_width(text: str) -> str:
    return re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text)
