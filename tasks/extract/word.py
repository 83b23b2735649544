"""Word files (.docx) to grids: what Word shows of them, with pointers to the cells.

`WordFile` reads with python-docx's parser; `second_texts` reads single cells again with
expat and a state machine of its own. The two share nothing.

Only the parts that hold the text are unpacked; pictures, macros and links are never touched.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any
from xml.parsers import expat

from docx.oxml import parse_xml
from lxml import etree

from gongkai.errors import ReadingError
from gongkai.form import Form
from gongkai.report import Box, Grid, Line, Reader
from tasks.extract.web import (
    MOST_COLUMNS,
    MOST_SLOTS,
    Marks,
    Piece,
    Placed,
    Slot,
    grids_of,
    printed,
    tight,
)

# --- the archive -----------------------------------------------------------------

MOST_UNPACKED = 100 * 1024 * 1024
"""Bytes all members say they have; more is a picture book or a trap."""

LARGEST_PART = 16 * 1024 * 1024
"""Bytes of XML; a report's text has less than a tenth of this."""

MOST_MEMBERS = 5000

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MAIN = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DTD = tuple(
    text.encode(code)
    for text in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_DOCUMENT = "word/document.xml"


class _Package:
    """The parts of a Word file, found by their relations and unpacked within limits."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        members = archive.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED:
            raise ReadingError(
                "too_large_unpacked", size=unpacked // 2**20, limit=MOST_UNPACKED // 2**20
            )
        self.members = {m.filename.replace("\\", "/").lstrip("/"): m for m in members}
        main = self._related("", "/officeDocument")
        self.main = main if main in self.members else _DOCUMENT

    def document(self) -> Any:
        """The root of the text."""
        if self.main not in self.members:
            raise ReadingError("damaged")
        return self._xml(self.main)

    def beside(self, kind: str) -> Any:
        """The root of a part the text refers to (`styles`, `numbering`), or None."""
        name = self._related(self.main, f"/{kind}")
        return self._xml(name) if name in self.members else None

    def _related(self, source: str, kind: str) -> str:
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self.members:
            return ""
        for relation in self._xml(relations):
            if (relation.get("Type") or "").endswith(kind) and relation.get("TargetMode") is None:
                target = relation.get("Target") or ""
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return ""

    def _xml(self, name: str) -> Any:
        member = self.members[name]
        if member.file_size > LARGEST_PART:
            raise ReadingError(
                "too_large_unpacked",
                size=member.file_size // 2**20,
                limit=LARGEST_PART // 2**20,
            )
        if member.flag_bits & 1:
            raise ReadingError("encrypted")
        content = self.archive.read(member)
        # No Word file has a DTD; it is how XML is made to expand without end.
        if any(mark in content for mark in _DTD):
            raise ReadingError("unsafe_document")
        return parse_xml(content.replace(_STRICT, _MAIN))


_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,  # a compression Python has not
    EOFError,
    etree.XMLSyntaxError,
    ValueError,
)
"""What a broken archive, or XML that is none, raises."""

# --- how letters are set -----------------------------------------------------------

_W = f"{{{_MAIN.decode()}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OFF = frozenset(("0", "false", "off", "none", "baseline"))
_SIZE = 10.0
"""Points of letters where nothing says their size (Word's own default)."""

_MOST_BASES = 20
"""Styles that are based on each other in a longer chain go round in a circle."""


def _value(element: Any, name: str) -> str | None:
    """`w:val` of a child element; empty where the child has none, None where there is no child."""
    child = element.find(f"{_W}{name}") if element is not None else None
    return None if child is None else (child.get(f"{_W}val") or "")


def _count(written: str | None, otherwise: int) -> int:
    match = re.match(r"\s*(-?\d{1,6})", written or "")
    return int(match[1]) if match else otherwise


@dataclass(frozen=True)
class _Set:
    """Run properties, with those that are not given None."""

    struck: bool | None = None
    vanished: bool | None = None
    raised: bool | None = None
    pale: bool | None = None
    size: float | None = None

    @classmethod
    def of(cls, properties: Any) -> _Set:
        """Read a `w:rPr`."""
        if properties is None:
            return cls()
        struck = [_value(properties, name) for name in ("strike", "dstrike")]
        aligned, shift = _value(properties, "vertAlign"), _value(properties, "position")
        vanished, color = _value(properties, "vanish"), _value(properties, "color")
        size = _count(_value(properties, "sz"), 0)
        raised = None if aligned is None else aligned not in _OFF
        return cls(
            None
            if struck == [None, None]
            else any(s is not None and s not in _OFF for s in struck),
            None if vanished is None else vanished not in _OFF,
            raised if shift is None else bool(raised) or _count(shift, 0) != 0,
            None if color is None else color.upper() == "FFFFFF",
            size / 2 if size else None,
        )

    def over(self, base: _Set) -> _Set:
        """These properties, and the base's where they are silent."""
        given = {name: own for name, own in vars(self).items() if own is not None}
        return replace(base, **given)

    @property
    def marks(self) -> Marks:
        return Marks(bool(self.struck), bool(self.raised), bool(self.pale), self.size or _SIZE)


class _Styles:
    """Named styles, each with what it is based on."""

    def __init__(self, root: Any) -> None:
        styles = [] if root is None else root.findall(f"{_W}style")
        self.styles = {style.get(f"{_W}styleId"): style for style in styles}
        self.known: dict[str | None, _Set] = {}
        defaults = None
        if root is not None:
            defaults = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
        self.defaults = _Set.of(defaults)
        self.plain = next(
            (
                style.get(f"{_W}styleId")
                for style in styles
                if style.get(f"{_W}type") == "paragraph"
                and style.get(f"{_W}default") in ("1", "true", "on")
            ),
            None,
        )

    def chain(self, name: str | None) -> Iterator[Any]:
        """A style and those it is based on."""
        for _ in range(_MOST_BASES):
            style = self.styles.get(name)
            if style is None:
                return
            yield style
            name = _value(style, "basedOn")

    def set_of(self, name: str | None) -> _Set:
        """The run properties a style gives."""
        if name not in self.known:
            found = _Set()
            for style in self.chain(name):
                found = found.over(_Set.of(style.find(f"{_W}rPr")))
            self.known[name] = found
        return self.known[name]

    def paragraph(self, style: str | None) -> _Set:
        """What the letters of a paragraph are unless its runs say otherwise."""
        return self.set_of(style or self.plain).over(self.defaults)

    def numbering(self, style: str | None) -> Any:
        """The `w:numPr` a paragraph style gives, or None."""
        found = (s.find(f"{_W}pPr/{_W}numPr") for s in self.chain(style or self.plain))
        return next((numbering for numbering in found if numbering is not None), None)


# --- numbers Word counts itself --------------------------------------------------------

_DIGITS = "〇一二三四五六七八九"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEVELS = 9
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def _chinese(number: int) -> str:
    """一 to 九十九; larger numbers digit by digit."""
    if number >= 100:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return (
        (_DIGITS[tens] if tens > 1 else "")
        + "十" * (tens > 0)
        + (_DIGITS[ones] if ones or not tens else "")
    )


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * min(count, 10)
    return written


def _lettered(number: int, first: str) -> str:
    place = (number - 1) % 26
    return chr(ord(first) + place) * min((number - 1) // 26 + 1, 5)


def _from(start: int, last: int) -> Callable[[int], str]:
    """Ready-made numbers of Unicode (①, ⑴, ⒈), plain ones beyond the last."""
    return lambda n: chr(start + n - 1) if 1 <= n <= last else str(n)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": lambda n: str(n).translate({48 + d: 0xFF10 + d for d in range(10)}),
    "decimalFullWidth2": lambda n: str(n).translate({48 + d: 0xFF10 + d for d in range(10)}),
    "decimalEnclosedCircle": _from(0x2460, 20),
    "decimalEnclosedCircleChinese": _from(0x2460, 20),
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    "japaneseDigitalTenThousand": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    "chineseLegalSimplified": lambda n: "".join(_LEGAL[int(d)] for d in str(n)),
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10],
    "ideographZodiac": lambda n: _BRANCHES[(n - 1) % 12],
    "ideographEnclosedCircle": _from(0x3280, 10),
    "lowerLetter": lambda n: _lettered(n, "a"),
    "upperLetter": lambda n: _lettered(n, "A"),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "none": lambda _: "",
    "bullet": lambda _: "",
}
"""How Word writes a number; a format that is not here is written in plain digits."""


@dataclass(frozen=True)
class _Level:
    """A level of a list: where it starts, how it is counted and written.

    Attributes:
        restarts: whether it begins anew below a higher level.
        legal: whether all its numbers are written in plain digits.
    """

    start: int
    format: str
    text: str
    restarts: bool
    legal: bool

    @classmethod
    def of(cls, level: Any) -> _Level:
        """Read a `w:lvl`."""
        legal = _value(level, "isLgl")
        return cls(
            _count(_value(level, "start"), 0),
            _value(level, "numFmt") or "decimal",
            _value(level, "lvlText") or "",
            _value(level, "lvlRestart") != "0",
            legal is not None and legal not in _OFF,
        )


@dataclass(frozen=True)
class _List:
    """A `w:num`: the counters it shares, its levels, and those it begins anew."""

    counters: str
    levels: Mapping[int, _Level]
    anew: Collection[int]


class _Numbering:
    """The lists of a document, counted as its paragraphs come."""

    def __init__(self, root: Any) -> None:
        self.lists: dict[str, _List] = {}
        self.counters: dict[str, list[int | None]] = {}
        self.begun: set[tuple[str, int]] = set()
        if root is None:
            return
        abstract = {a.get(f"{_W}abstractNumId"): a for a in root.findall(f"{_W}abstractNum")}
        for number in root.findall(f"{_W}num"):
            counters = _value(number, "abstractNumId") or ""
            levels = _levels(abstract[counters]) if counters in abstract else {}
            anew = set()
            for override in number.findall(f"{_W}lvlOverride"):
                at = _count(override.get(f"{_W}ilvl"), 0)
                levels.update(_levels(override))
                start = _value(override, "startOverride")
                if start is not None and at in levels:
                    levels[at] = replace(levels[at], start=_count(start, 1))
                    anew.add(at)
            self.lists[number.get(f"{_W}numId") or ""] = _List(counters, levels, anew)

    def label(self, properties: Any) -> str:
        """Count a paragraph with these `w:numPr`; return what Word prints before it."""
        number, at = _value(properties, "numId") or "", _count(_value(properties, "ilvl"), 0)
        own = self.lists.get(number)
        if own is None or at not in own.levels or not 0 <= at < _LEVELS:
            return ""
        counts = self.counters.setdefault(own.counters, [None] * _LEVELS)
        if at in own.anew and (number, at) not in self.begun:
            counts[at] = None
        self.begun.add((number, at))
        for level in range(at + 1):
            before, start = counts[level], own.levels[level].start if level in own.levels else 0
            if before is None:
                counts[level] = start
            elif level == at:
                counts[level] = before + 1
        for level in range(at + 1, _LEVELS):
            if level not in own.levels or own.levels[level].restarts:
                counts[level] = None
        return self._written(own.levels, counts, at)

    @staticmethod
    def _written(levels: Mapping[int, _Level], counts: Sequence[int | None], at: int) -> str:
        if levels[at].format == "bullet":
            return ""

        def number(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            count = counts[level] if 0 <= level < _LEVELS else None
            if count is None or level not in levels:
                return ""
            form = "decimal" if levels[at].legal else levels[level].format
            return _FORMATS.get(form, str)(count) if count > 0 else str(count)

        return re.sub(r"%(\d)", number, levels[at].text)


def _levels(parent: Any) -> dict[int, _Level]:
    return {
        _count(level.get(f"{_W}ilvl"), 0): _Level.of(level) for level in parent.findall(f"{_W}lvl")
    }


# --- the text -------------------------------------------------------------------------------

_AROUND = frozenset(
    f"{_W}{name}"
    for name in (
        *("ins", "moveTo", "customXml", "smartTag", "sdtContent", "hyperlink"),
        *("dir", "bdo", "fldSimple", "rubyBase", "ruby"),
    )
)
"""Elements that stand around what they hold and change nothing in it."""

_BREAKS = frozenset((f"{_W}br", f"{_W}cr"))
_SIGNS = {f"{_W}tab": " ", f"{_W}ptab": " ", f"{_W}noBreakHyphen": "-"}
_DRAWINGS = frozenset((f"{_W}drawing", f"{_W}pict", f"{_W}object"))
_UNKNOWN_SIGN = "\ufffd"


@dataclass
class _Line:
    """A line as far as paragraphs and breaks make them; `table` as in `_Table.number`, or 0."""

    table: int
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return tight("".join(text for text, marks in self.pieces if not marks.struck))

    @property
    def size(self) -> float:
        return median(marks.size for text, marks in self.pieces for c in text if c.strip())


@dataclass
class _Cell:
    """A cell: its text is the document's lines from `first` to before `last`."""

    number: int
    column: int
    columns: int
    above: bool
    first: int
    last: int = -1
    drawn: bool = False


@dataclass
class _Row:
    number: int
    gone: bool
    cells: list[_Cell] = field(default_factory=list)


@dataclass
class _Table:
    number: int
    first: int
    last: int = -1
    rows: list[_Row] = field(default_factory=list)
    inner: list[tuple[int, int]] = field(default_factory=list)


class _Walk:
    """One pass over the text: visible lines, and which of them are in which cell."""

    def __init__(self, body: Any, styles: _Styles, numbering: _Numbering) -> None:
        self.lines: list[_Line] = []
        self.tables: list[_Table] = []
        self.drawings = 0
        self._styles = styles
        self._numbering = numbering
        self._line: _Line | None = None
        self._open: list[tuple[_Table, _Cell]] = []
        self._fields: list[bool] = []
        """Per open field, whether its result has begun."""
        self._boxes: list[Any] = []
        self._blocks(body)

    def _blocks(self, parent: Any) -> None:
        for element in parent:
            tag = element.tag
            if tag == f"{_W}p":
                self._paragraph(element)
            elif tag == f"{_W}tbl":
                self._table(element)
            elif tag == f"{_W}sdt":
                self._blocks(element.findall(f"{_W}sdtContent/*"))
            elif tag in _AROUND:
                self._blocks(element)
            elif tag == f"{_MC}AlternateContent":
                self._blocks(_choice(element))

    def _paragraph(self, paragraph: Any) -> None:
        properties = paragraph.find(f"{_W}pPr")
        style = _value(properties, "pStyle")
        base = self._styles.paragraph(style)
        boxes, self._boxes = self._boxes, []
        self._line = None
        first = len(self.lines)
        self._inline(paragraph, base)
        self._number(properties, style, base, first)
        self._line = None
        for box in self._boxes:
            self._blocks(box)
        self._boxes = boxes
        self._line = None

    def _number(self, properties: Any, style: str | None, base: _Set, first: int) -> None:
        """Put the number Word counts before a paragraph's text."""
        numbering = properties.find(f"{_W}numPr") if properties is not None else None
        if numbering is None or _value(numbering, "numId") is None:
            numbering = self._styles.numbering(style)
        if numbering is None:
            return
        label = self._numbering.label(numbering)
        if not label or len(self.lines) == first or base.vanished:
            return
        if self.lines[first].text[:1].isdigit():
            # Not part of the number behind it: a line of its own makes that doubtful.
            self.lines.insert(first, _Line(self.lines[first].table, [(label, base.marks)]))
        else:
            self.lines[first].pieces.insert(0, (label, base.marks))

    def _inline(self, parent: Any, base: _Set) -> None:
        for element in parent:
            tag = element.tag
            if tag == f"{_W}r":
                self._run(element, base)
            elif tag == f"{_W}sdt":
                self._inline(element.findall(f"{_W}sdtContent/*"), base)
            elif tag in _AROUND:
                self._inline(element, base)
            elif tag == f"{_MC}AlternateContent":
                self._inline(_choice(element), base)
            elif isinstance(tag, str) and tag.startswith(_M):
                # What is a fraction or an exponent there would run together into one number.
                own = replace(base, raised=True)
                for text in element.iter(f"{_M}t"):
                    self._add(text.text, own)

    def _run(self, run: Any, base: _Set) -> None:
        properties = run.find(f"{_W}rPr")
        named = self._styles.set_of(_value(properties, "rStyle"))
        own = _Set.of(properties).over(named.over(base))
        self._content(run, own)

    def _content(self, run: Any, own: _Set) -> None:
        for element in run:
            tag = element.tag
            if tag == f"{_W}t":
                self._add(element.text, own)
            elif tag in _SIGNS:
                self._add(_SIGNS[tag], own)
            elif tag in _BREAKS:
                self._line = None
            elif tag == f"{_W}sym":
                self._add(_UNKNOWN_SIGN, own)
            elif tag == f"{_W}fldChar":
                self._field(element.get(f"{_W}fldCharType"))
            elif tag == f"{_W}ruby":
                self._inline(element.findall(f"{_W}rubyBase/*"), own)
            elif tag in _DRAWINGS:
                self._drawing(element, own)
            elif tag == f"{_MC}AlternateContent":
                self._content(_choice(element), own)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, drawing: Any, own: _Set) -> None:
        """Keep text boxes for the end of the paragraph; what else is drawn cannot be read."""
        boxes = [
            box
            for box in drawing.iter(f"{_W}txbxContent")
            if not any(e.tag == f"{_MC}Fallback" for e in box.iterancestors())
        ]
        if boxes and not own.vanished:
            outer = {id(e) for box in boxes for e in box.iter(f"{_W}txbxContent") if e is not box}
            self._boxes += [box for box in boxes if id(box) not in outer]
        elif not own.vanished:
            self.drawings += 1
            for _, cell in self._open:
                cell.drawn = True

    def _add(self, text: str | None, own: _Set) -> None:
        if not text or own.vanished or not all(self._fields):
            return
        if self._line is None:
            if not tight(text):
                return
            self._line = _Line(self._open[-1][0].number if self._open else 0)
            self.lines.append(self._line)
        self._line.pieces.append((text, own.marks))

    def _table(self, element: Any) -> None:
        table = _Table(len(self.tables) + 1, len(self.lines))
        self.tables.append(table)
        for number, row in enumerate(_parts(element, "tr"), start=1):
            properties = row.find(f"{_W}trPr")
            gone = properties is not None and any(
                _value(properties, name) not in (None, *_OFF) for name in ("del", "hidden")
            )
            made = _Row(number, gone)
            table.rows.append(made)
            self._row(table, made, row)
        table.last = len(self.lines)
        if self._open:
            self._open[-1][0].inner.append((table.first, table.last))

    def _row(self, table: _Table, made: _Row, row: Any) -> None:
        column = min(row.grid_before, MOST_COLUMNS)
        for number, element in enumerate(_parts(row, "tc"), start=1):
            properties = element.find(f"{_W}tcPr")
            columns = min(max(element.grid_span, 1), MOST_COLUMNS)
            cell = _Cell(number, column, columns, element.vMerge == "continue", len(self.lines))
            column += columns
            self._line = None
            if made.gone:
                continue
            self._open.append((table, cell))
            self._blocks(element)
            self._open.pop()
            self._line = None
            cell.last = len(self.lines)
            if _value(properties, "hMerge") in ("continue", "") and made.cells:
                before = made.cells[-1]
                before.columns += columns
                before.last = cell.last
            else:
                made.cells.append(cell)


def _parts(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, whatever stands around them."""
    for element in parent:
        if element.tag == f"{_W}{name}":
            yield element
        elif element.tag == f"{_W}sdt":
            yield from _parts(element.findall(f"{_W}sdtContent/*"), name)
        elif element.tag in _AROUND:
            yield from _parts(element, name)


def _choice(alternatives: Any) -> Any:
    """What a newer program shows of several alternatives, else what an old one does."""
    choice = alternatives.find(f"{_MC}Choice")
    fallback = alternatives.find(f"{_MC}Fallback")
    return choice if choice is not None else fallback if fallback is not None else ()


# --- the document --------------------------------------------------------------------------

_HEAD_LINES = 14
_FEW_LETTERS = 20
"""A document with fewer letters than this is none, or a picture of one."""


class WordFile:
    """An open Word file: a `tasks.extract.source.Source` without pages."""

    reader: Reader = "docx"
    pages: int = 0

    def __init__(self, walk: _Walk) -> None:
        self._walk = walk
        self._lines = [(line, line.text) for line in walk.lines]
        letters = [0]
        for _, text in self._lines:
            letters.append(letters[-1] + sum(c.isalnum() for c in text))
        self.letters = letters[-1]
        self.drawings = walk.drawings
        shown = [table for table in walk.tables if not _is_layout(table, letters)]
        self._grids, self._drawn = grids_of(self._cells(table) for table in shown)

    @property
    def texts(self) -> Sequence[str]:
        """All visible text, a line break between paragraphs; one entry."""
        return ["\n".join(text for _, text in self._lines if text)]

    @property
    def grids(self) -> Sequence[Grid]:
        """Every table that is not mere layout, in the order of the source."""
        return self._grids

    @property
    def head(self) -> Sequence[Line]:
        """The first lines that are in no table; those of tables where there are no others."""
        filled = [(line, text) for line, text in self._lines if text]
        outside = [(line, text) for line, text in filled if not line.table]
        return [Line(text, line.size) for line, text in (outside or filled)[:_HEAD_LINES]]

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
        """The cells of a table at their places; a merged cell reaches down to its last part."""
        found: list[Placed] = []
        above: dict[int, int] = {}
        rows = [row for row in table.rows if not row.gone]
        width = max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)
        if len(rows) * width > MOST_SLOTS:
            return []
        for place, row in enumerate(rows):
            below: dict[int, int] = {}
            for cell in row.cells:
                upper = above.get(cell.column)
                end = cell.column + cell.columns
                slot = self._slot(table, row, cell)
                if cell.above and upper is not None and found[upper].column_end == end:
                    found[upper] = _merged(found[upper], place + 1, slot)
                    below[cell.column] = upper
                    continue
                below[cell.column] = len(found)
                found.append(Placed(place, cell.column, place + 1, end, slot))
            above = below
        return found

    def _slot(self, table: _Table, row: _Row, cell: _Cell) -> Slot:
        own = self._walk.lines[cell.first : cell.last]
        lines, doubts = printed(line.pieces for line in own)
        if cell.drawn and not lines:
            doubts = (*doubts, "drawn")
        pointer = f"tbl[{table.number}]/tr[{row.number}]/tc[{cell.number}]"
        return Slot(lines, doubts, pointer, drawn=cell.drawn)


def _merged(upper: Placed, row_end: int, below: Slot) -> Placed:
    """A cell with one more part below it; Word does not show what stands in that part."""
    doubts = upper.slot.doubts
    if any(c.isdigit() for line in below.lines for c in line):
        doubts = (*doubts, "hidden")
    return replace(upper, row_end=row_end, slot=replace(upper.slot, doubts=doubts))


def _is_layout(table: _Table, letters: Sequence[int]) -> bool:
    """Whether most of what stands in a table stands in tables inside it."""
    inner = sum(letters[last] - letters[first] for first, last in table.inner)
    return inner * 2 > letters[table.last] - letters[table.first]


@contextmanager
def opened_word(path: Path) -> Iterator[WordFile]:
    """Open a Word file.

    Raises:
        ReadingError: it is damaged, encrypted, unpacks to too much, has a DTD, or has no text.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            package = _Package(archive)
            body = package.document().find(f"{_W}body")
            styles = _Styles(package.beside("styles"))
            numbering = _Numbering(package.beside("numbering"))
            if body is None:
                raise ReadingError("damaged")
            file = WordFile(_Walk(body, styles, numbering))
    except RuntimeError as error:  # what zipfile raises where it wants a password
        raise ReadingError("encrypted") from error
    except _BROKEN as error:
        raise ReadingError("damaged") from error
    if file.letters < _FEW_LETTERS:
        raise ReadingError("only_pictures" if file.drawings else "empty_page")
    yield file


# --- the second reader ------------------------------------------------------------------------

_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_SKIPPED = frozenset(("del", "moveFrom", "delText", "instrText", "delInstrText", "rt"))
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_AGAIN_LARGEST = 16 * 1024 * 1024


class _DtdError(Exception):
    """The text has a document type: no Word file has."""


class _Again:
    """Cells by their place among the elements, as expat reports them."""

    def __init__(self, wanted: Collection[str]) -> None:
        self.wanted = wanted
        self.read: dict[str, list[str]] = {}
        self.path: list[str] = []
        self.skipped = 0
        self.tables = 0
        self.places: list[list[int]] = []
        """Per open table: its number, its row, its cell, whether in the cell."""
        self.runs: list[bool] = []
        """Per open run, whether its letters are seen."""
        self.fields: list[bool] = []
        self.deleted_rows: list[bool] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        space, _, local = name.rpartition(" ")
        own = local if space in _SPACES else ""
        self.path.append(own)
        if self.skipped or name == _FALLBACK or (own in _SKIPPED and self.path[-2:-1] != ["trPr"]):
            self.skipped += 1
            return
        value = next((v for k, v in attributes.items() if k.endswith(" val")), "")
        if own == "tbl":
            self.tables += 1
            self.places.append([self.tables, 0, 0, 0])
            self.deleted_rows.append(False)
        elif own == "tr" and self.places:
            self.places[-1][1:] = [self.places[-1][1] + 1, 0, 0]
            self.deleted_rows[-1] = False
        elif own == "tc" and self.places:
            self.places[-1][2:] = [self.places[-1][2] + 1, 1]
            if self.pointer(self.places[-1]) in self.wanted and not self.deleted_rows[-1]:
                self.read[self.pointer(self.places[-1])] = []
        elif own == "del" and self.deleted_rows:
            self.deleted_rows[-1] = True
        elif own == "r":
            self.runs.append(True)
        elif own in ("vanish", "strike", "dstrike") and self.path[-3:-1] == ["r", "rPr"]:
            self.runs[-1] = self.runs[-1] and value in ("0", "false", "off")
        elif own == "fldChar":
            self.field(next((v for k, v in attributes.items() if k.endswith(" fldCharType")), ""))
        elif own in ("tab", "ptab") and self.path[-2:-1] == ["r"]:
            self.put(" ")
        elif own == "noBreakHyphen":
            self.put("-")
        elif own == "sym":
            self.put("?")

    def field(self, kind: str) -> None:
        """Follow a field: what stands before its result is an instruction."""
        if kind == "begin":
            self.fields.append(False)
        elif self.fields and kind == "separate":
            self.fields[-1] = True
        elif self.fields and kind == "end":
            del self.fields[-1]

    def end(self, _: str) -> None:
        """Leave an element."""
        own = self.path.pop()
        if self.skipped:
            self.skipped -= 1
        elif own == "tbl" and self.places:
            self.places.pop()
            self.deleted_rows.pop()
        elif own == "tc" and self.places:
            self.places[-1][3] = 0
        elif own == "r" and self.runs:
            self.runs.pop()

    def letters(self, text: str) -> None:
        """Take the letters of a `w:t`."""
        if self.path and self.path[-1] == "t" and not self.skipped:
            self.put(text)

    def put(self, text: str) -> None:
        """Put seen letters into every open cell they stand in."""
        if (self.runs and not self.runs[-1]) or False in self.fields:
            return
        for place in self.places:
            if place[3] and (pieces := self.read.get(self.pointer(place))) is not None:
                pieces.append(text)

    @staticmethod
    def pointer(place: Sequence[int]) -> str:
        return f"tbl[{place[0]}]/tr[{place[1]}]/tc[{place[2]}]"


def second_texts(path: Path, pointers: Collection[str]) -> dict[str, str]:
    """Read cells again, independently, with another parser.

    Args:
        path: of the Word file.
        pointers: of cells as `WordFile` names them.

    Returns:
        their texts; no entry where this reader finds no such cell.
    """
    again = _Again(frozenset(pointers))
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = again.start
    parser.EndElementHandler = again.end
    parser.CharacterDataHandler = again.letters
    parser.StartDoctypeDeclHandler = _refuse_dtd
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_DOCUMENT) as text:
            content = text.read(_AGAIN_LARGEST + 1)
            if len(content) > _AGAIN_LARGEST:
                return {}
            parser.Parse(content, True)
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, expat.ExpatError, _DtdError):
        return {}  # the first reader has said what is wrong
    return {
        pointer: re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+", " ", "".join(pieces)).strip()
        for pointer, pieces in again.read.items()
    }


def _refuse_dtd(*_: object) -> None:
    raise _DtdError
