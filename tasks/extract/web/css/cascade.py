"""What the style sheets of a page say of an element: the declarations that win (CSS Cascade 5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import tinycss2
from cssselect2 import ElementWrapper, Matcher

from tasks.extract.web.css.sheet import Declaration, Sheet, declarations
from tasks.extract.web.css.shorthand import longhands
from tasks.extract.web.css.values import plain

_LONGEST_STYLE = 4000
_MOST_VARIABLES = 32
"""Variables inside each other; more go round in a circle."""

MADE = ("before", "after", "marker", "first-letter", "first-line")
"""Parts of an element that a sheet can speak of by themselves."""


@dataclass(frozen=True)
class Won:
    """What holds for an element.

    Attributes:
        values: by property, with what to quote.
        perhaps: declarations of which it cannot be told whether they hold.
        parts: the same values of what is made before and behind its words, and of its first ones.
    """

    values: Mapping[str, Declaration] = field(default_factory=dict)
    perhaps: Sequence[Declaration] = ()
    parts: Mapping[str, Mapping[str, Declaration]] = field(default_factory=dict)

    def get(self, name: str, otherwise: str = "") -> str:
        """The value of a property."""
        found = self.values.get(name)
        return otherwise if found is None else found.value


NOTHING = Won()

Rank = tuple[bool, tuple[int, ...], bool, tuple[int, int, int], int]
"""Important or not, layer, in the element itself or not, specificity, order."""


class Cascade:
    """The sheets of a page and its elements.

    Args:
        root: of the page's tree.
        sheets: in the order in which the page names them.
    """

    def __init__(self, root: Any, sheets: Iterable[Sheet]) -> None:
        self._matcher = Matcher()
        self._wrapped: dict[Any, Any] = {}
        self._variables: dict[Any, Mapping[str, str]] = {}
        self.fonts: dict[str, str] = {}
        self._initials: dict[str, str] = {}
        self.frames: dict[str, list[Declaration]] = {}
        layers: list[tuple[str, ...]] = []
        self._layers = layers
        rules = 0
        named = {
            name
            for element in root.iter()
            for name in (
                *("." + one for one in (element.get("class") or "").split()),
                "#" + (element.get("id") or ""),
            )
        }
        for sheet in sheets:
            self.fonts.update(sheet.fonts)
            self._initials.update(sheet.initials)
            self.frames.update(sheet.frames)
            layers += [name for name in sheet.layers if name not in layers]
            for rule in sheet.rules:
                for selector in rule.picking.selectors if rule.picking.may_pick(named) else ():
                    rules += 1
                    self._matcher.add_selector(selector.compiled, (rule, selector.sure, rules))
        if rules:
            self._wrapped = {
                wrapper.etree_element: wrapper
                for wrapper in ElementWrapper.from_html_root(root).iter_subtree()
            }

    def of(self, element: Any) -> Won:
        """What holds for an element; ask for the elements around it first."""
        ranked: dict[str, list[tuple[Rank, Declaration]]] = {}
        perhaps: list[Declaration] = []
        wrapper = self._wrapped.get(element)
        if wrapper is not None:
            for specificity, _, part, (rule, sure, order) in self._matcher.match(wrapper):
                layer = self._layer(rule.layer)
                for declared in rule.declared:
                    if not (sure and declared.sure):
                        if part is None or part in MADE:
                            perhaps.append(declared)
                        continue
                    rank = _rank(declared, layer, False, specificity, order)
                    ranked.setdefault(part or "", []).append((rank, declared))
        if style := element.get("style"):
            for declared in declarations(style[:_LONGEST_STYLE]):
                rank = _rank(declared, (), True, (0, 0, 0), 0)
                ranked.setdefault("", []).append((rank, declared))
        variables = self._inherited(element, ranked.get("", ()))
        if not ranked and not perhaps:
            return NOTHING
        parts = {part: _winners(found, variables) for part, found in ranked.items() if part in MADE}
        return Won(_winners(ranked.get("", ()), variables), perhaps, parts)

    def _layer(self, names: tuple[str, ...]) -> tuple[int, ...]:
        """The place of a layer: later ones count more, what is in none counts most."""
        if not names:
            return ()
        return tuple(
            self._layers.index(names[:depth]) if names[:depth] in self._layers else -1
            for depth in range(1, len(names) + 1)
        )

    def _inherited(
        self, element: Any, ranked: Sequence[tuple[Rank, Declaration]]
    ) -> Mapping[str, str]:
        """The variables of an element: its own, and those of what is around it."""
        around = self._variables.get(element.getparent(), self._initials)
        own = {
            declared.name: declared.value
            for _, declared in sorted(ranked, key=lambda pair: pair[0])
            if declared.name.startswith("--")
        }
        if own or around:
            self._variables[element] = {**around, **own} if own else around
            return self._variables[element]
        return around


_OUTSIDE = 1 << 30
"""The place of what is in no layer, behind all layers."""


def _rank(
    declared: Declaration,
    layer: tuple[int, ...],
    attached: bool,
    specificity: tuple[int, int, int],
    order: int,
) -> Rank:
    place = (*layer, _OUTSIDE)
    if declared.important:
        # What is important in an earlier layer is stronger.
        place = tuple(-level for level in place)
    return declared.important, place, attached, specificity, order


def _winners(
    ranked: Iterable[tuple[Rank, Declaration]], variables: Mapping[str, str]
) -> dict[str, Declaration]:
    won: dict[str, Declaration] = {}
    for _, declared in sorted(ranked, key=lambda pair: pair[0]):
        if declared.name.startswith("--"):
            continue
        if declared.name == "all":
            won = {name: one for name, one in won.items() if name in ("direction", "unicode-bidi")}
        value = declared.value
        if "var(" in value:
            found = _filled(value, variables)
            if found is None:
                won.pop(declared.name, None)
                continue
            value = found
        for name, own in longhands(declared.name, value):
            won.pop(name, None)
            won[name] = Declaration(name, own, declared.important, declared.quote, declared.sure)
    return won


def _filled(value: str, variables: Mapping[str, str]) -> str | None:
    """A value with its variables filled in, or None where one is missing."""
    for _ in range(_MOST_VARIABLES):
        if "var(" not in value:
            return value
        tokens = tinycss2.parse_component_value_list(value)
        parts = list(_parts(tokens, variables))
        if any(part is None for part in parts):
            return None
        value = " ".join("".join(part or "" for part in parts).split())
        if len(value) > _LONGEST_STYLE:
            return None
    return None


def _parts(tokens: Sequence[Any], variables: Mapping[str, str]) -> Iterator[str | None]:
    for token in tokens:
        if token.type == "function" and token.lower_name == "var":
            name, comma, otherwise = token.serialize()[4:-1].partition(",")
            found = variables.get(name.strip())
            yield found if found is not None else otherwise.strip() if comma else None
        elif token.type == "function":
            inner = list(_parts(token.arguments, variables))
            if any(part is None for part in inner):
                yield None
            else:
                yield f"{token.lower_name}({''.join(part or '' for part in inner)})"
        else:
            yield plain([token]) if token.type != "whitespace" else " "


_STRING = re.compile(r"\"([^\"]*)\"|'([^']*)'")


def quoted_words(content: str) -> str:
    """The words that a `content` puts onto the page, without those that are computed."""
    return "".join(one or other for one, other in _STRING.findall(content))
