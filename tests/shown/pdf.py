"""PDF files with one change: their objects taken apart, changed and written again."""

import base64
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tests.press.canvas import print_canvas
from tests.press.documents import PLAIN
from tests.shown.model import MARK, Digits, Hostile, Where, agency_of, places, report
from tests.shown.web import WHERE

SIZE: Final = 9.5
ADVANCE: Final = 0.556 * SIZE
_LAYOUT: Final = replace(PLAIN, digit_font="Helvetica")
_PLACE: Final = re.compile(rf"BT 1 0 0 1 ([\d.]+) ([\d.]+) Tm \({MARK}\) Tj T\* ET")


class Paper:
    """A file's objects, and what is put into them."""

    def __init__(self, data: bytes) -> None:
        found = re.findall(rb"(?m)^(\d+) 0 obj\s(.*?)\s*endobj", data, re.S)
        self.objects: dict[int, bytes] = {int(number): body for number, body in found}
        self.root = next(n for n, body in self.objects.items() if b"/Type /Catalog" in body)
        self.pages = [n for n, body in self.objects.items() if b"/Type /Page\n" in body + b"\n"]
        self.fonts = next(
            n for n, body in self.objects.items() if body.lstrip().startswith(b"<<\n/F1 ")
        )
        self.annotations: dict[int, list[int]] = {}
        self.fields: list[int] = []

    def add(self, body: str | bytes) -> int:
        """A new object's number."""
        number = max(self.objects) + 1
        self.objects[number] = body.encode("latin-1") if isinstance(body, str) else body
        return number

    def stream(self, content: str, entries: str = "") -> int:
        """A new stream's number."""
        data = content.encode("latin-1")
        return self.add(
            f"<< {entries} /Length {len(data)} >>\nstream\n".encode("latin-1")
            + data
            + b"\nendstream"
        )

    def content(self, page: int) -> str:
        """What a page draws."""
        body = self.objects[self._contents(page)]
        data = body.split(b"stream\n", 1)[1].rsplit(b"endstream", 1)[0].strip()
        if b"ASCII85Decode" not in body:
            return data.decode("latin-1")
        return zlib.decompress(base64.a85decode(data.removesuffix(b"~>"))).decode("latin-1")

    def draw(self, page: int, content: str) -> None:
        """Another content of a page."""
        data = content.encode("latin-1")
        self.objects[self._contents(page)] = (
            f"<< /Length {len(data)} >>\nstream\n".encode("latin-1") + data + b"\nendstream"
        )

    def entry(self, number: int, entry: str) -> None:
        """One more entry of a dictionary."""
        self.objects[number] = self.objects[number].replace(
            b"<<", b"<< " + entry.encode("latin-1") + b" ", 1
        )

    def resource(self, page: int, kind: str, name: str, value: str) -> None:
        """A resource of a page."""
        if kind == "Font":
            self.entry(self.fonts, f"/{name} {value}")
            return
        body = self.objects[page]
        key = f"/{kind} <<".encode()
        if key not in body:
            body = body.replace(b"/Resources <<", b"/Resources << " + key + b" >>", 1)
        self.objects[page] = body.replace(key, key + f" /{name} {value}".encode("latin-1"), 1)

    def annotate(self, page: int, number: int) -> None:
        """An annotation on a page."""
        self.annotations.setdefault(page, []).append(number)

    def bytes(self) -> bytes:
        """The file."""
        for page, numbers in self.annotations.items():
            self.entry(page, f"/Annots [ {' '.join(f'{n} 0 R' for n in numbers)} ]")
        if self.fields:
            fields = " ".join(f"{number} 0 R" for number in self.fields)
            self.entry(
                self.root,
                f"/AcroForm << /Fields [ {fields} ] /DR << /Font {self.fonts} 0 R >> /DA (/F1 9.5 Tf 0 g) >>",
            )
        out, starts = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
        for number, body in sorted(self.objects.items()):
            starts[number] = len(out)
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        last = max(self.objects) + 1
        table = f"xref\n0 {last}\n0000000000 65535 f \n" + "".join(
            f"{starts[n]:010d} 00000 n \n" if n in starts else "0000000000 00000 f \n"
            for n in range(1, last)
        )
        end = f"trailer\n<< /Root {self.root} 0 R /Size {last} >>\nstartxref\n{len(out)}\n%%EOF\n"
        return out + table.encode() + end.encode()

    def _contents(self, page: int) -> int:
        found = re.search(rb"/Contents (\d+) 0 R", self.objects[page])
        assert found
        return int(found[1])


@dataclass
class Spot:
    """Where a number is drawn, and what its drawing may need."""

    paper: Paper
    page: int
    middle: float
    base: float
    digits: Digits
    first: bool
    """Whether it is the first place of its page, where resources are named."""
    known: dict[str, int] = field(default_factory=dict)
    """Objects that all places share, by name."""

    def left(self, text: str) -> float:
        """Where a centred number begins."""
        return self.middle - len(self.digits.fill(text)) * ADVANCE / 2

    def rect(self, text: str, more: float = 1.5) -> tuple[float, float, float, float]:
        """A box around a centred number."""
        left = self.left(text)
        right = left + len(self.digits.fill(text)) * ADVANCE
        return left - more, self.base - 2 - more / 2, right + more, self.base + 7.5 + more / 2

    def say(
        self,
        text: str,
        *,
        x: float | None = None,
        before: str = "",
        matrix: str = "1 0 0 1",
        font: str = "F1",
        size: float = SIZE,
        dy: float = 0,
    ) -> str:
        """A number drawn, by default in the middle of its cell."""
        text = self.digits.fill(text)
        start = self.left(text) if x is None else x
        return f"q BT /{font} {size} Tf {before} {matrix} {start:.3f} {self.base + dy:.3f} Tm ({text}) Tj ET Q\n"

    def after(self, whole: str, part: str) -> float:
        """Where a part of a centred number begins, behind `part`."""
        return self.left(whole) + len(self.digits.fill(part)) * ADVANCE

    def resource(self, kind: str, name: str, make: Callable[[], str]) -> str:
        """A resource of the page, made once."""
        key = f"{kind}/{name}/{self.page if kind != 'Font' else ''}"
        if key not in self.known:
            self.known[key] = 0
            self.paper.resource(self.page, kind, name, make())
        return name

    def note(
        self,
        kind: str,
        entries: str = "",
        rect: tuple[float, float, float, float] | None = None,
        look: str | None = None,
    ) -> None:
        """An annotation over the number.

        Args:
            kind: Its subtype.
            entries: What else it has.
            rect: Its place, by default around the number.
            look: What its appearance draws in a box whose origin is the place's left lower corner.
        """
        x0, y0, x1, y1 = rect or self.rect("{S}")
        quads = f"/QuadPoints [ {x0:.2f} {y1:.2f} {x1:.2f} {y1:.2f} {x0:.2f} {y0:.2f} {x1:.2f} {y0:.2f} ]"
        appearance = ""
        if look is not None:
            number = self.paper.stream(
                self.digits.fill(
                    look.replace("WIDTH", f"{x1 - x0:.2f}").replace("HEIGHT", f"{y1 - y0:.2f}")
                ),
                f"/Type /XObject /Subtype /Form /BBox [ 0 0 {x1 - x0:.2f} {y1 - y0:.2f} ] "
                f"/Resources << /Font {self.paper.fonts} 0 R /ExtGState << /M << /BM /Multiply >> /Z << /ca 0 /CA 0 >> >> >>",
            )
            appearance = f"/AP << /N {number} 0 R >>"
        marked = (
            quads if kind in ("Highlight", "Underline", "Squiggly", "StrikeOut", "Redact") else ""
        )
        flags = "" if "/F " in entries else "/F 4"
        number = self.paper.add(
            f"<< /Type /Annot /Subtype /{kind} /Rect [ {x0:.2f} {y0:.2f} {x1:.2f} {y1:.2f} ] {flags} {marked} "
            f"{self.digits.fill(entries)} {appearance} >>"
        )
        self.paper.annotate(self.page, number)
        if kind == "Widget":
            self.paper.fields.append(number)


@dataclass(frozen=True)
class Print:
    """A change of a PDF file."""

    name: str
    why: str
    draw: Callable[[Spot], str]
    """What is drawn in place of the number."""
    shown: str | None = "{A}{B}"
    whole: Callable[[Paper], None] | None = None
    """A change of the file, in the end."""
    where: Where | None = None


def files(kind: str, cases: Sequence[Print], first: int) -> list[Hostile]:
    """The files of some cases, whose agencies are numbered from `first` on."""
    return [_file(kind, case, first + at) for at, case in enumerate(cases)]


def _file(kind: str, case: Print, number: int) -> Hostile:
    cells = places(number, case.where or WHERE[number % len(WHERE)])
    digits = Digits(case.name)
    paper = Paper(print_canvas(report(number, cells, _LAYOUT)))
    known: dict[str, int] = {}
    spots: list[tuple[int, float, float]] = []
    for page in paper.pages:
        content = paper.content(page)
        first_here = True

        def drawn(match: re.Match[str], page: int = page) -> str:
            nonlocal first_here
            middle = float(match[1]) + len(MARK) * ADVANCE / 2
            spot = Spot(paper, page, middle, float(match[2]), digits, first_here, known)
            spots.append((paper.pages.index(page), middle, float(match[2])))
            first_here = False
            return case.draw(spot)

        changed = _PLACE.sub(drawn, content)
        if changed != content:
            paper.draw(page, changed)
    if len(spots) != len(cells):
        raise ValueError(f"{case.name}: drawn {len(spots)} times, not {len(cells)}")
    if case.whole:
        case.whole(paper)
    shown = None if case.shown is None else digits.fill(case.shown)
    return Hostile(
        case.name,
        ".pdf",
        paper.bytes(),
        shown,
        case.why,
        {},
        agency_of(number),
        cells,
        kind,
        spots[0],
    )
