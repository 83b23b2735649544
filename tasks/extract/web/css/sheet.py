"""One style sheet, as far as it bears on what is read: its rules without harmless declarations."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import tinycss2
from cssselect2.compiler import CompiledSelector
from cssselect2.parser import SelectorError, parse

from tasks.extract.web.css.harmless import bare, is_harmless, names
from tasks.extract.web.css.media import screen_holds, supports_holds
from tasks.extract.web.css.values import plain

LONGEST = 2_000_000
"""Letters of a page's sheets together; what follows is not read, which puts its tables in doubt."""

_DEEPEST = 16
"""Rules inside each other."""

_NAMED = re.compile(r"[.#]([\w-]+)")
_QUOTED = 120
"""Letters of a rule that are quoted."""

_NEVER = names(
    "hover active focus focus-visible focus-within visited target target-within fullscreen "
    "modal popover-open picture-in-picture user-valid user-invalid autofill -webkit-autofill "
    "placeholder-shown playing current past future -webkit-any-link-visited "
    "-webkit-full-screen state active-view-transition"
)
"""What an element is only when a hand has touched it."""


@dataclass(frozen=True)
class Declaration:
    """A property and its value, and what to quote of where it is from.

    Attributes:
        name: without a browser's prefix.
        sure: whether it is known that it holds.
        by_script: whether a script may make it hold.
    """

    name: str
    value: str
    important: bool
    quote: str
    sure: bool = True
    by_script: bool = False


@dataclass(frozen=True)
class Selector:
    """A selector, compiled.

    Attributes:
        sure: whether it picks exactly what browsers pick; else it may pick too much.
    """

    compiled: Any
    sure: bool


@dataclass(frozen=True)
class Picking:
    """The selectors of a rule, compiled when a page first has what they name.

    Args:
        tokens: of the list of selectors.
        any_case: whether classes and ids are the same in capitals.
    """

    tokens: tuple[Any, ...]
    any_case: bool = False

    @cached_property
    def names(self) -> tuple[frozenset[str], ...]:
        """Of each selector the classes and ids without which it picks nothing."""
        return tuple(frozenset(_needed(part, self.any_case)) for part in _parts(self.tokens))

    @cached_property
    def selectors(self) -> tuple[Selector, ...]:
        """All of them; none where browsers would pass the rule over."""
        found: list[Selector] = []
        for part in _parts(self.tokens):
            made = compiled(_lowered(part, self.any_case))
            if made is None:
                return ()
            found += made
        return tuple(found)

    def may_pick(self, names: Container[str]) -> bool:
        """Whether any of them may pick an element of a page that has these classes and ids."""
        return any(all(name in names for name in own) for own in self.names)


@dataclass(frozen=True)
class Rule:
    """Selectors and the declarations they give.

    Attributes:
        layer: the names of the layers around it; none: outside of every layer.
    """

    picking: Picking
    declared: tuple[Declaration, ...]
    layer: tuple[str, ...] = ()


@dataclass
class Sheet:
    """What a style sheet says.

    Attributes:
        layers: in the order in which they are named.
        imports: addresses of other sheets, each with whether it holds, and its layer.
        initials: values of variables where nothing sets them (`@property`).
        fonts: families that it brings along (`@font-face`), with what to quote.
        frames: by the name of an animation, the declarations of its steps.
        names: classes and ids that it speaks of at all.
    """

    rules: list[Rule] = field(default_factory=list)
    layers: list[tuple[str, ...]] = field(default_factory=list)
    imports: list[tuple[str, bool | None, tuple[str, ...]]] = field(default_factory=list)
    initials: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)
    frames: dict[str, list[Declaration]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Around:
    """What stands around a rule.

    Attributes:
        parents: the selectors of the rule around it, as tokens; None outside of any.
        sure: whether all conditions around it are known to hold.
    """

    layer: tuple[str, ...] = ()
    parents: tuple[Any, ...] | None = None
    sure: bool = True
    depth: int = 0


@lru_cache(maxsize=64)
def parsed(text: str, any_case: bool) -> Sheet:
    """Parse a style sheet; many pages of a site have the same.

    Args:
        text: of the sheet.
        any_case: whether classes and ids are the same in capitals (pages without a doctype).
    """
    sheet = Sheet()
    rules = tinycss2.parse_stylesheet(text[:LONGEST], skip_comments=True, skip_whitespace=True)
    _Parser(sheet, any_case).take(rules, _Around())
    return sheet


@lru_cache(maxsize=4096)
def declarations(text: str) -> tuple[Declaration, ...]:
    """The declarations of a style attribute that are not harmless."""
    found = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
    return tuple(
        made
        for one in found
        if one.type == "declaration"
        for made in _declared(one, 'style="{}"', True)
    )


class _Parser:
    def __init__(self, sheet: Sheet, any_case: bool) -> None:
        self.sheet = sheet
        self.any_case = any_case
        self.unnamed = 0
        self.begun = False
        """Whether rules have come, behind which nothing is imported."""

    def take(self, nodes: Iterable[Any], around: _Around) -> None:
        if around.depth > _DEEPEST:
            return
        own: list[Any] = []
        for node in nodes:
            if node.type == "declaration":
                own.append(node)
            elif node.type == "qualified-rule":
                self._put(own, around)
                own = []
                self._style_rule(node, around)
            elif node.type == "at-rule":
                self._put(own, around)
                own = []
                self._at_rule(node, around)
        self._put(own, around)

    def _style_rule(self, rule: Any, around: _Around) -> None:
        self.begun = True
        prelude = _nested(rule.prelude, around.parents)
        inside = tinycss2.parse_blocks_contents(
            rule.content, skip_comments=True, skip_whitespace=True
        )
        self.take(inside, _Around(around.layer, tuple(prelude), around.sure, around.depth + 1))

    def _put(self, declared: Sequence[Any], around: _Around) -> None:
        """Keep a rule, if it says anything that is not harmless."""
        if not declared or around.parents is None:
            return
        self.sheet.names.update(_NAMED.findall(tinycss2.serialize(around.parents)))
        written = " ".join(tinycss2.serialize(around.parents).split())[:_QUOTED]
        made = [
            one
            for node in declared
            for one in _declared(
                node, written.replace("{", "").replace("}", "") + "{{{}}}", around.sure
            )
        ]
        if made:
            picking = Picking(around.parents, self.any_case)
            self.sheet.rules.append(Rule(picking, tuple(made), around.layer))

    def _at_rule(self, rule: Any, around: _Around) -> None:
        word = rule.lower_at_keyword
        if word == "import":
            if around.depth == 0 and not self.begun:
                self._import(rule)
            return
        self.begun |= word not in ("charset", "layer")
        if word == "property":
            self._property(rule)
        elif word == "layer":
            self._layer(rule, around)
        elif rule.content is None:
            return
        elif word in ("media", "supports"):
            holds = screen_holds(rule.prelude) if word == "media" else supports_holds(rule.prelude)
            if holds is not False:
                self._inside(rule, around, around.layer, holds is True)
        elif word in ("container", "scope", "when", "else", "-webkit-media"):
            self._inside(rule, around, around.layer, False)
        elif word == "font-face":
            self._font(rule)
        elif word in ("keyframes", "-webkit-keyframes"):
            self._keyframes(rule)

    def _inside(self, rule: Any, around: _Around, layer: tuple[str, ...], sure: bool) -> None:
        parse_inside = (
            tinycss2.parse_rule_list if around.parents is None else tinycss2.parse_blocks_contents
        )
        inside = parse_inside(rule.content, skip_comments=True, skip_whitespace=True)
        self.take(inside, _Around(layer, around.parents, around.sure and sure, around.depth + 1))

    def _layer(self, rule: Any, around: _Around) -> None:
        names = [
            (*around.layer, *name.strip().split("."))
            for name in plain(rule.prelude).split(",")
            if name.strip()
        ]
        if not names:
            self.unnamed += 1
            names = [(*around.layer, f" {self.unnamed}")]
        self.sheet.layers += [name for name in names if name not in self.sheet.layers]
        if rule.content is not None and len(names) == 1:
            self._inside(rule, around, names[0], True)

    def _import(self, rule: Any) -> None:
        tokens = [t for t in rule.prelude if t.type not in ("whitespace", "comment")]
        if not tokens:
            return
        first, rest = tokens[0], tokens[1:]
        if first.type in ("string", "url"):
            address = first.value
        elif first.type == "function" and first.lower_name == "url":
            address = next((t.value for t in first.arguments if t.type == "string"), "")
        else:
            return
        layer: tuple[str, ...] = ()
        holds: bool | None = True
        while rest and (
            (rest[0].type == "ident" and rest[0].lower_value == "layer")
            or (rest[0].type == "function" and rest[0].lower_name in ("layer", "supports"))
        ):
            taken, rest = rest[0], rest[1:]
            if taken.type == "function" and taken.lower_name == "supports":
                holds = supports_holds(taken.arguments)
            elif taken.type == "function":
                layer = tuple(plain(taken.arguments).split("."))
            else:
                self.unnamed += 1
                layer = (f" {self.unnamed}",)
        media = screen_holds(rest)
        if holds is not False and media is not False:
            sure = None if holds is None or media is None else True
            self.sheet.imports.append((address, sure, layer))

    def _font(self, rule: Any) -> None:
        """Keep a family whose letters the page brings along: its digits may look like others."""
        given = {
            one.lower_name: one.value
            for one in tinycss2.parse_blocks_contents(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            if one.type == "declaration"
        }
        source = plain(given.get("src", ()))
        if "url(" in source and _has_digits(plain(given.get("unicode-range", ()))):
            family = family_name(plain(given.get("font-family", ())))
            self.sheet.fonts[family] = f"@font-face{{font-family:{family}}}"

    def _property(self, rule: Any) -> None:
        for one in tinycss2.parse_blocks_contents(rule.content or (), skip_comments=True):
            if one.type == "declaration" and one.lower_name == "initial-value":
                self.sheet.initials[plain(rule.prelude)] = plain(one.value)

    def _keyframes(self, rule: Any) -> None:
        steps = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        name = family_name(plain(rule.prelude))
        self.sheet.frames[name] = [
            made
            for step in steps
            if step.type == "qualified-rule"
            for node in tinycss2.parse_blocks_contents(
                step.content, skip_comments=True, skip_whitespace=True
            )
            if node.type == "declaration"
            for made in _declared(node, f"@keyframes {name}{{{{{{}}}}}}", True)
        ]


def family_name(written: str) -> str:
    """A font's or an animation's name without quotes."""
    return written.strip().strip("\"'").lower()


def _has_digits(ranges: str) -> bool:
    """Whether a `unicode-range` has the digits, or there is none."""
    if not ranges:
        return True
    for part in ranges.lower().split(","):
        first, _, last = part.strip().removeprefix("u+").partition("-")
        low, high = first.replace("?", "0"), (last or first).replace("?", "f")
        try:
            if int(low, 16) <= ord("9") and int(high, 16) >= ord("0"):
                return True
        except ValueError:
            return True
    return False


def _declared(node: Any, quote: str, sure: bool) -> Iterator[Declaration]:
    name = node.lower_name if not node.name.startswith("--") else node.name
    if not name.startswith("--"):
        if is_harmless(name):
            return
        name = bare(name)
    value = plain(node.value)
    if not value or _is_no_value(value):
        return
    quoted = quote.format(f"{name}:{value}"[:_QUOTED])
    yield Declaration(name, value, bool(node.important), quoted, sure)


def _is_no_value(value: str) -> bool:
    """Whether no browser takes a value: old tricks of Internet Explorer, others' keywords."""
    return any(ord(c) < 32 for c in value) or "\\" in value or value.startswith(("-ms-", "-o-"))


def _nested(prelude: Sequence[Any], parents: Sequence[Any] | None) -> list[Any]:
    """The selectors of a rule, those of the rule around it put in for `&`."""
    if parents is None:
        return list(prelude)
    within = tinycss2.parse_component_value_list(f":is({tinycss2.serialize(parents)})")
    found: list[Any] = []
    for number, part in enumerate(_parts(prelude)):
        if number:
            found += tinycss2.parse_component_value_list(",")
        replaced, had = _replaced(part, within)
        if not had:
            replaced = [*within, *tinycss2.parse_component_value_list(" "), *part]
        found += replaced
    return found


def _replaced(tokens: Sequence[Any], within: Sequence[Any]) -> tuple[list[Any], bool]:
    found: list[Any] = []
    had = False
    for token in tokens:
        if token.type == "literal" and token.value == "&":
            found += within
            had = True
        elif token.type == "function" and "&" in token.serialize():
            inner, inner_had = _replaced(token.arguments, within)
            written = f"{token.name}({tinycss2.serialize(inner)})"
            found += tinycss2.parse_component_value_list(written)
            had |= inner_had
        else:
            found.append(token)
    return found, had


def _parts(tokens: Sequence[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _needed(tokens: Sequence[Any], any_case: bool) -> Iterator[str]:
    """The classes (`.a`) and ids (`#a`) a selector names outside of brackets."""
    before = ""
    for token in tokens:
        if token.type == "ident" and before == ".":
            yield "." + (token.lower_value if any_case else token.value)
        elif token.type == "hash":
            yield "#" + (token.value.lower() if any_case else token.value)
        before = token.value if token.type == "literal" else ""


def compiled(tokens: Sequence[Any]) -> list[Selector] | None:
    """A selector, compiled; an empty list where it never picks anything, None where it is none."""
    if not any(token.type != "whitespace" for token in tokens):
        return None
    known, sure, never = _without_unknown(tokens)
    if never:
        return []
    for attempt in (tokens, known):
        try:
            return [
                Selector(CompiledSelector(one), attempt is tokens or sure)
                for one in parse(list(attempt))
            ]
        except (SelectorError, ValueError, RecursionError):
            continue
    return None


def _without_unknown(tokens: Sequence[Any]) -> tuple[list[Any], bool, bool]:
    """A selector without the conditions that the library does not know.

    Returns:
        the rest, whether it picks the same, and whether it can never pick anything.
    """
    kept: list[Any] = []
    sure = True
    place = 0
    while place < len(tokens):
        token = tokens[place]
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        is_colon = token.type == "literal" and token.value == ":"
        if is_colon and after is not None and after.type == "ident":
            name = after.lower_value
            never = name in _NEVER or name.startswith(("-ms-", "-moz-", "-o-", "-khtml-"))
            if never and not (kept and kept[-1] == ":"):
                return [], True, True
        is_condition = is_colon and after is not None and after.type in ("ident", "function")
        if is_condition and not _compiles(tokens[place : place + 2]):
            sure, place = False, place + 2
            continue
        kept.append(token)
        place += 1
    if not any(token.type != "whitespace" for token in kept) or _ends_open(kept):
        kept += tinycss2.parse_component_value_list("*")
    return kept, sure, False


def _ends_open(tokens: Sequence[Any]) -> bool:
    """Whether a selector ends with what joins two (`td >`)."""
    inked = [token for token in tokens if token.type != "whitespace"]
    return bool(inked) and inked[-1].type == "literal" and inked[-1].value in ">+~"


def _compiles(tokens: Sequence[Any]) -> bool:
    try:
        for one in parse(list(tokens)):
            CompiledSelector(one)
    except (SelectorError, ValueError, RecursionError):
        return False
    return True


def _lowered(tokens: Sequence[Any], any_case: bool) -> list[Any]:
    """A selector whose tags (and classes and ids, if they count so) are in lower case."""
    found: list[Any] = []
    before = ""
    for token in _without_prefix(tokens):
        is_name = token.type == "ident" and before != ":" and (before != "." or any_case)
        if is_name or (token.type == "hash" and any_case):
            found.append(_renamed(token, token.value.lower()))
        elif token.type == "[] block" and _names_legacy(token):
            found += tinycss2.parse_component_value_list(f"{token.serialize()[:-1]} i]")
        elif token.type == "function":
            inner = tinycss2.serialize(_lowered(token.arguments, any_case))
            found += tinycss2.parse_component_value_list(f"{token.name}({inner})")
        else:
            found.append(token)
        before = token.value if token.type == "literal" else ""
    return found


_LEGACY = names(
    "accept accept-charset align alink axis bgcolor charset checked clear codetype color compact "
    "declare defer dir direction disabled enctype face frame hreflang http-equiv lang language "
    "link media method multiple nohref noresize noshade nowrap readonly rel rev rules scope "
    "scrolling selected shape target text type valign valuetype vlink"
)
"""Attributes whose values are the same in capitals (HTML, 16.2 Case-sensitivity of selectors)."""


def _names_legacy(block: Any) -> bool:
    """Whether an attribute's value counts in any case and no flag says so."""
    inner = [token for token in block.content if token.type not in ("whitespace", "comment")]
    return (
        len(inner) > 2
        and inner[0].type == "ident"
        and inner[0].lower_value in _LEGACY
        and not (
            inner[-1].type == "ident" and inner[-1].lower_value in ("i", "s") and len(inner) > 3
        )
    )


def _without_prefix(tokens: Sequence[Any]) -> list[Any]:
    """A selector without the namespaces of its tags (`h|span`, `*|*`): a page has one."""
    found: list[Any] = []
    for place, token in enumerate(tokens):
        if token.type == "literal" and token.value == "|":
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            if after is not None and (after.type == "ident" or after == "*"):
                before = found[-1] if found else None
                if before is not None and (before.type == "ident" or before == "*"):
                    found.pop()
                continue
        found.append(token)
    return found


def _renamed(token: Any, name: str) -> Any:
    if token.value == name:
        return token
    sign = "#" if token.type == "hash" else ""
    return tinycss2.parse_component_value_list(
        sign + tinycss2.serializer.serialize_identifier(name)
    )[0]
