"""One pass over the tree of a web page: its visible lines, its tables, its containers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from gongkai.errors import ReadingError
from tasks.extract.colour import colour
from tasks.extract.marks import is_watermark
from tasks.extract.unread import NotingWalk
from tasks.extract.web.attribute import is_taken_away
from tasks.extract.web.css.cascade import Cascade, Won
from tasks.extract.web.css.doubtful import Reach, Standing, Where, doubtful
from tasks.extract.web.css.harmless import names
from tasks.extract.web.css.sheet import Declaration
from tasks.extract.web.css.sight import is_box
from tasks.extract.web.css.values import length
from tasks.extract.web.foreign import Foreign
from tasks.extract.web.linked import linked
from tasks.extract.web.made import makes_words
from tasks.extract.web.script import Scripts
from tasks.extract.web.shell import Facts
from tasks.extract.web.style import BLOCKS, STRUCK, Style, is_gone, share, styled
from tasks.extract.web.table import PARTS, Table

_SCREEN = 600.0
"""Points a window is high."""

MOST_ELEMENTS = 100_000
"""Tags; a page of a report has a few thousand."""

_DRAWINGS = names("img image svg canvas object embed video iframe")
_CONTAINERS = names(
    "zoom trs_editor trs_editor_view article-content articlecontent xxgk-content xxgkcontent "
    "pages_content pages-content ivs_content ucapcontent zoomcon news_content view-content "
    "article_content articlecontainer content-article"
)
"""Ids and classes in which the site systems in use put an article's text."""


_ROWS = PARTS | names("col colgroup caption")
_SHADOW = ("shadowrootmode", "shadowroot")
_WRITER = re.compile(r"Mso\w*|xl\d+|font\d+|s\d+|GramE|SpellE|apple-\S*|15|16|ql-\S*", re.I)
"""Classes that Word, Excel and editors give to pieces of text."""

_TOLD = names("rt rtc col colgroup")
"""Tags that show no letters in their place, and yet bear on what is seen of a cell."""

_INHERITED = names(
    "letter-spacing word-spacing line-height font-family font-size text-indent text-security "
    "direction writing-mode font-variant font-variant-numeric font-feature-settings"
)
"""Properties that an element hands down, and that one within may set anew."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BROKEN = names("block flex grid list-item table flow-root box -webkit-box -webkit-flex")
_PLAIN_MARKERS = names("none disc circle square disclosure-open disclosure-closed initial unset")
_DEEPEST_QUOTES = 5
"""Declarations that are quoted of a cell."""


class PageWalk(NotingWalk[Style, Table]):
    """What one pass over the tree finds.

    Args:
        root: of the tree.
        page: where the page lies, for the sheets beside it.

    Attributes:
        containers: the lines of each known container of articles.
        missing: addresses of style sheets that are not at hand.
        over_all: what to quote of an empty box in a colour that is laid over the page.
    """

    def __init__(self, root: Any, page: Path | None = None) -> None:
        super().__init__()
        self.containers: list[range] = []
        self.facts = Facts()
        self.over_all: tuple[str, ...] = ()
        any_case = _is_old(root)
        if any_case:
            _lower_names(root)
        found = linked(root, page, any_case)
        self.missing = found.missing
        scripts = Scripts.of(root, page)
        by_script = scripts.sheet(_telling(found.sheets), any_case)
        by_script.rules += scripts.switches(found.sheets)
        self._cascade = Cascade(root, [*found.sheets, by_script])
        self._foreign = Foreign(root, scripts)
        of_all = [scripts.rewrites(), "<style>…" * found.is_cut]
        of_all += ["<plaintext>" for _ in root.iter("plaintext")]
        first = Style(quotes=tuple(quote for quote in of_all if quote))
        self._known = found.names
        """Classes and ids of the sheets at hand."""
        self._is_uncertain = bool(found.missing) or bool(scripts.texts)
        self._stack: list[tuple[Style, int]] = [(first, -1)]
        """Per open element its style, and its first line if it is a container."""
        self._blocks = 0
        self._broken: list[Any] = []
        """Open elements of which a style sheet makes blocks."""
        for place, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
            if place > 2 * MOST_ELEMENTS:
                raise ReadingError("too_complex")
            tag = str(element.tag).lower()
            if tag in BLOCKS:
                self.line = None
            if event == "start":
                self._start(element, tag)
            else:
                self._end(element, tag)

    def _start(self, element: Any, tag: str) -> None:
        table = self.open[-1] if self.open and tag in PARTS else None
        inherited = table.close(tag) if table is not None else self._stack[-1][0]
        won = self._cascade.of(element)
        self._blocks += 1
        block = self._blocks if tag in BLOCKS and tag != "br" else 0
        style = styled(element, tag, won, inherited, block)
        if tag in _TOLD or not (style.gone or (style.hidden and inherited.hidden)):
            style = self._judged(element, tag, won, style)
        elif won.perhaps and not inherited.gone and self.open:
            # What may show it again is told even though it is not seen.
            style = self._judged(element, tag, Won({}, won.perhaps), style)
        if tag not in BLOCKS and won.get("display") in _BROKEN:
            self.line = None
            self._broken.append(element)
        self._stack.append((style, len(self.lines) if _is_container(element) else -1))
        self.facts.note(element, tag)
        away = style.hidden or inherited.gone or is_gone(element, tag, won)
        if tag in _DRAWINGS and not away:
            self.draw()
        elif tag == "table":
            self.enter(Table(len(self.tables) + 1, style))
        elif table is not None:
            table.begin(element, tag, style)
            if table.cell is not None:
                self.quote(table.cell.pointer, (*style.quotes, *style.placed, *table.quotes))
                self._stack[-1] = (replace(style, placed=()), self._stack[-1][1])
        elif tag == "input" and (element.get("type") or "text").lower() in ("text", "number"):
            self._add(element.get("value"))
        if self.open and self.open[-1].cell is not None:
            self._note_cell(element, tag, won, away)
        self._add(element.text)

    def _judged(self, element: Any, tag: str, won: Won, style: Style) -> Style:
        """A style with what may change the numbers within; what may in open cells is noted."""
        inside = bool(self.open) and self.open[-1].cell is not None and tag not in _ROWS
        plain = not (won.values or won.perhaps or element.attrib or len(element))
        if plain and tag not in ("li", "rt", "rtc"):
            return style
        where: Where = "part" if tag in _ROWS else "around"
        if inside and tag != "table":
            where = "inside"
        standing = Standing(
            where,
            tag,
            style.size,
            is_box("block" if tag in BLOCKS else "inline", won),
            lambda: "".join(element.itertext()),
            lambda: sum(1 for text in element.itertext() if text.strip()),
        )
        if where == "inside" and _is_watermark(element, won, style):
            return style
        hinted = _hinted(element, tag, won)
        if where == "around" and not self.open and _covers(element, hinted, style.size):
            self.over_all = _joined(self.over_all, hinted.values["position"].quote)
        set_anew = hinted.values.keys() & _INHERITED
        if set_anew and style.quotes:
            kept = tuple(q for q in style.quotes if q.partition("\0")[0] not in set_anew)
            style = replace(style, quotes=kept)
        for found in doubtful(hinted, standing, self._cascade):
            name = found.name if found.name in _INHERITED else ""
            style = self._doubt(element, where, f"{name}\0{found.quote}", found.reach, style)
        for quote in self._of_page(element, tag, won):
            style = self._doubt(element, where, quote, "cell" if inside else "within", style)
        return style

    def _of_page(self, element: Any, tag: str, won: Won) -> Iterator[str]:
        """What the page itself says that changes what is seen of an element."""
        if any(
            child.tag == "template" and any(child.get(name) is not None for name in _SHADOW)
            for child in element
        ):
            yield "<template shadowrootmode>"
        if tag in ("rt", "rtc") and any(c.isdigit() for c in "".join(element.itertext())):
            yield "<ruby><rt>"
            return
        listed = tag == "li" or won.get("display") == "list-item"
        if listed and self.open and self.open[-1].cell is not None:
            marker = _marker(element, won, self._cascade)
            if marker:
                yield marker
        if tag in ("col", "colgroup") and (
            won.get("visibility") in ("collapse", "hidden") or won.get("display") == "none"
        ):
            yield f"<{tag}>"

    def _doubt(self, element: Any, where: Where, quote: str, reach: Reach, style: Style) -> Style:
        """Keep what may change the numbers of cells for those it bears on."""
        if element.tag in ("col", "colgroup") and self.open:
            self.open[-1].quotes.append(quote)
            return style
        if where == "inside":
            pieces = reach != "piece" or self._is_piece(element)
            for table in self.open if pieces else ():
                if table.cell is not None:
                    self.quote(table.cell.pointer, (quote,))
        if reach == "within":
            return replace(style, quotes=_joined(style.quotes, quote))
        if where == "part":
            return replace(style, placed=_joined(style.placed, quote))
        return style

    def _is_piece(self, element: Any) -> bool:
        """Whether something else stands in the cell of an element."""
        own = _inked(element)
        return any(_inked(cell) > own for cell in self._around(element))

    def _around(self, element: Any) -> Iterator[Any]:
        for around in element.iterancestors("td", "th"):
            yield around
            return

    def quote(self, pointer: str, quotes: tuple[str, ...]) -> None:
        """Keep what may change what is seen of a cell."""
        quotes = tuple(quote.rpartition("\0")[2] for quote in quotes)
        if quotes:
            self.noted.setdefault(pointer, set()).add("styled")
            self.quoted[pointer] = _joined(self.quoted.get(pointer, ()), *quotes)

    def _note_cell(self, element: Any, tag: str, won: Won, away: bool) -> None:
        outer, own = self._stack[-2][0], self._stack[-1][0]
        struck = own.struck and not outer.struck and tag not in STRUCK
        itself = element.get("hidden") is not None or is_taken_away(element.get("style") or "")
        hidden = (away and not outer.gone) != itself
        if (struck or hidden) and (element.text or len(element)):
            self.restyled.update(t.cell.pointer for t in self.open if t.cell is not None)
        if away:
            return
        if self._foreign.shows(element, tag, won):
            self.leave()
        quotes = [*makes_words(won, self._stack[-1][0].size), self._foreign.leads(element)]
        if self._is_uncertain and tag not in _ROWS and _parts_number(element):
            quotes.append(self._unexplained(element, tag))
        for quote in quotes:
            if quote:
                for table in self.open:
                    if table.cell is not None:
                        self.quote(table.cell.pointer, (quote,))

    def _unexplained(self, element: Any, tag: str) -> str:
        """What to quote of an element within a number whose classes no sheet at hand explains."""
        names = [*(element.get("class") or "").split(), *filter(None, [element.get("id")])]
        if all(name in self._known or _WRITER.fullmatch(name) for name in names):
            return ""
        return f'<{tag} class="{" ".join(names)}">'

    def _end(self, element: Any, tag: str) -> None:
        if self._broken and self._broken[-1] is element:
            self._broken.pop()
            self.line = None
        begins = self._stack.pop()[1]
        if begins >= 0:
            self.containers.append(range(begins, len(self.lines)))
        if self.open and tag in PARTS:
            self.open[-1].close(tag)
        elif self.open and tag == "table":
            self.open.pop()
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        style = self._stack[-1][0]
        if text and self.open and not style.gone and _RIGHT_TO_LEFT.search(text):
            self.note("turned")
        if not text or style.gone or style.hidden:
            return
        for place, part in enumerate(re.split(r"\r\n?|\n", text) if style.pre else [text]):
            if place:
                self.line = None
            self.write(part, style)


def _is_watermark(element: Any, won: Won, style: Style) -> bool:
    """Whether an element in a cell holds pale letters of a watermark and lays nothing over it."""
    lays = any(name.startswith(("background", "box-shadow", "border")) for name in won.values)
    return style.pale and not lays and is_watermark("".join(element.itertext()))


def _telling(sheets: list[Any]) -> set[str]:
    """The classes and ids that bear on what is seen: those of rules that are not harmless."""
    return {
        name[1:]
        for sheet in sheets
        for rule in sheet.rules
        for needed in rule.picking.names
        for name in needed
    }


def _is_old(root: Any) -> bool:
    """Whether a page has no doctype that counts: names are the same in capitals then."""
    declared = root.getroottree().docinfo
    return not declared.doctype or (
        bool(declared.public_id) and "//dtd html 3" in declared.public_id.lower()
    )


def _lower_names(root: Any) -> None:
    for element in root.iter():
        for name in ("class", "id"):
            if value := element.get(name):
                element.set(name, value.lower())


def _inked(element: Any) -> int:
    return sum(len(text.split()) and len("".join(text.split())) for text in element.itertext())


def _joined(known: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *more)))[:_DEEPEST_QUOTES]


def _hinted(element: Any, tag: str, won: Won) -> Won:
    """What holds for an element, with what its tag and its attributes say themselves."""
    hints: dict[str, Declaration] = {}
    face = element.get("face") if tag == "font" else None
    if face:
        hints["font-family"] = Declaration("font-family", face.lower(), False, f'face="{face}"')
    turned = (element.get("dir") or "").strip().lower()
    if turned in ("ltr", "rtl"):
        hints["direction"] = Declaration("direction", turned, False, f'dir="{turned}"')
    if tag == "bdo" and turned == "rtl":
        hints["unicode-bidi"] = Declaration(
            "unicode-bidi", "isolate-override", False, '<bdo dir="rtl">'
        )
    return Won({**hints, **won.values}, won.perhaps, won.parts) if hints else won


def _marker(element: Any, won: Won, cascade: Cascade) -> str:
    """What to quote of a list that counts its lines, else an empty string."""
    around = element.getparent()
    usual = "decimal" if around is not None and around.tag == "ol" else "disc"
    given = won.get("list-style-type")
    if not given and around is not None:
        given = cascade.of(around).get("list-style-type")
    display = won.get("display") or "list-item"
    if display != "list-item" or (given or usual) in _PLAIN_MARKERS:
        return ""
    return f"<li>{{list-style-type:{given or usual}}}"


def _covers(element: Any, won: Won, size: float) -> bool:
    """Whether an element is an empty box in a colour, laid over much of the page."""
    if won.get("position") not in ("absolute", "fixed") or "".join(element.itertext()).strip():
        return False
    ground = colour(won.get("background-color"))
    if ground is None or ground.cover < 0.9 or share(won.get("opacity")) < 0.9:
        return False
    high = length(won.get("height"), size, _SCREEN)
    return high is not None and high > _SCREEN / 2


def _parts_number(element: Any) -> bool:
    """Whether an element with a class or an id begins or ends within a number."""
    if not (element.get("class") or element.get("id")):
        return False
    own = "".join(element.itertext())
    before = element.getprevious()
    around = element.getparent()
    left = (before.tail if before is not None else around.text if around is not None else "") or ""
    if before is not None and not left:
        left = "".join(before.itertext())
    right = element.tail or ""
    begins = left[-1:].isdigit() and own[:1].isdigit()
    return bool(begins or (own[-1:].isdigit() and right[:1].isdigit()))


def _is_container(element: Any) -> bool:
    named = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    return not _CONTAINERS.isdisjoint(named)
