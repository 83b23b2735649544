"""What the scripts of a page may do to the cells of its tables, told by their text alone.

A script that names what stands in a cell (by a selector, a class, an id, a tag), and says in the
same statement something that changes what is seen, puts the cell in doubt. What is named for
its width, its border or its letters' size is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tinycss2

from tasks.extract.web.css.harmless import UNDERSTOOD, names
from tasks.extract.web.css.sheet import Declaration, Picking, Rule, Sheet, compiled, parsed
from tasks.extract.web.linked import script_beside

LONGEST = 2_000_000
_MOST_STRINGS = 20_000
_LONGEST_STATEMENT = 4_000
_LIBRARY = 20_000
"""Letters; longer scripts are what many sites share, and full of words of their own."""

_QUOTED = 100

_LOADING = ("iframe", "frame", "embed", "object", "img", "input", "link", "meta", "form")
"""Tags that load what their attributes name."""

SCRIPT = "script"
"""The property of a declaration that says what a script may do."""

_RUN = re.compile(r"javascript|ecmascript|jscript|vbscript|module", re.I)
_BY_HAND = re.compile(
    r"on(?:click|dblclick|mouse|key|focus|blur|change|submit|input|select|touch|pointer|drag|drop"
    r"|copy|cut|paste|contextmenu|wheel|reset|search|invalid|beforeunload|unload|before|after)",
    re.I,
)
_STRING = re.compile(
    r"\"((?:[^\"\\\n]|\\.){1,500})\"|'((?:[^'\\\n]|\\.){1,500})'|`((?:[^`\\]|\\.){1,2000})`"
)
_SELECTOR = re.compile(r"[\w\s.#>+~*:()\[\]=\"'^$|,\\-]{1,200}")
_WORD = re.compile(r"[\w-]+")
_TAG_CALL = re.compile(
    r"(?:(?<![\w.$])(?:\$|jQuery)|document\s*\.\s*(?:querySelector(?:All)?|getElementsByTagName))\s*\(\s*$"
)
_CLASS_CALL = re.compile(
    r"getElementsByClassName\s*\(\s*$|(?:class(?:Name|List)|hasClass)[^;{}]{0,40}$"
)
_ID_CALL = re.compile(r"getElementById\s*\(\s*$")
_ASSIGNED = re.compile(r"(?:^|[;{}\s(,])([\w$]+)\s*=\s*[\w.$\s()]*$")
_PSEUDO_OF_JQUERY = re.compile(
    r":(?:eq|gt|lt|nth|contains)\([^()]*\)|:(?:odd|even|first|last|visible|hidden|header|parent|animated"
    r"|text|input|button|checkbox|radio)(?![\w-])"
)
_CHANGES = re.compile(
    # methods that change what is seen, and those that set something if they are given it
    r"\.\s*(?:hide|remove|toggle|detach|empty|replaceWith|replaceAll|append\w*|prepend\w*|before|after"
    r"|insert\w+|fade\w+|slide\w+|show|animate|sort|reverse|unwrap|wrapInner|load|write\w*|attachShadow"
    r"|removeChild|replaceChild\w*|removeProperty|setHTML\w*|count(?:To|Up)|counterUp|numberRoll)\s*\("
    r"|\.\s*(?:html|text|val|data|prop)\s*\(\s*(?!\))"
    # properties that are set
    r"|\.\s*(?:inner(?:HTML|Text)|outer(?:HTML|Text)|textContent|nodeValue|cssText|hidden|data|value)\s*[+]?=(?!=)"
    r"|[.\"'{,]\s*(?:display|visibility|opacity|direction|unicodeBidi|unicode-bidi|order|transform|filter"
    r"|clip\w*|clip-path|position|float|cssFloat|zoom|textIndent|letterSpacing|letter-spacing|left|content"
    r"|textDecoration|text-decoration|color)[\"']?\s*(?:[:,]|=(?!=))"
    r"|setAttribute\s*\(\s*[\"'](?:style|hidden|dir|class)|setProperty|\[[\"']inner"
)
_RENAMES = re.compile(r"\b(?:addClass|removeClass|toggleClass|className|classList)\b")
_SHEETS = re.compile(
    r"insertRule|addRule|adoptedStyleSheets|replaceSync|styleSheet|createElement|append|<style|cssText|innerHTML|write|html\(|textContent"
)
_LOOKS = names(
    "color background background-color background-image text-fill-color font-family padding "
    "padding-left padding-right margin margin-left margin-right margin-top margin-bottom "
    "line-height letter-spacing vertical-align list-style text-decoration font-variant "
    "outline-offset"
)
"""What a script switches on for its looks (a chosen row, a theme)."""

_REWRITES = re.compile(
    r"createTreeWalker|createNodeIterator|(?:document\.body|document\.documentElement|"
    r"\$\([\"'](?:body|html)[\"']\))\.(?:innerHTML\s*=(?!=)|html\((?!\)))"
)
_ESCAPED = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))")
_GOES_IN = re.compile(r"\.\s*(?:rows|cells|childNodes|children|firstChild|lastChild|nextSibling)\b")
"""From a table to what stands in it."""

_IS_SHEET = re.compile(r"[\w\])*]\s*\{[^{}]*[a-z-]+\s*:")
_TAG = re.compile(r"<[^<>]*>")
_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'\w\\])//[^\n]*", re.S)


@dataclass(frozen=True)
class Scripts:
    """The scripts of a page that a browser runs, and what they do when it is loaded.

    Attributes:
        texts: of each, without comments.
    """

    texts: tuple[str, ...]

    @classmethod
    def of(cls, root: Any, page: Path | None = None) -> Scripts:
        """Take them from a tree, and from beside the page where it lies."""
        base = next((str(one.get("href") or "") for one in root.iter("base")), "")
        found = []
        for script in root.iter("script"):
            if is_run(script):
                source = (script.get("src") or "").strip()
                found.append(script_beside(source, page, base) if source else script.text or "")
        found += [
            value
            for element in root.iter(*_LOADING)
            for value in element.attrib.values()
            if value.strip().lower().startswith("javascript:")
        ]
        found += [
            value
            for element in root.iter()
            for name, value in element.attrib.items()
            if str(name).lower().startswith("on") and not _BY_HAND.match(str(name))
        ]
        kept: list[str] = []
        left = LONGEST
        for text in found:
            kept.append(_COMMENT.sub(" ", text[:left]))
            left -= len(text)
            if left <= 0:
                break
        return cls(tuple(kept))

    def sheet(self, classes: Iterable[str], any_case: bool) -> Sheet:
        """What they may do, as rules of which it is not sure that they hold.

        Args:
            classes: those that bear on what is seen, by the sheets of the page.
            any_case: whether classes and ids are the same in capitals.
        """
        telling = frozenset(classes)
        made = Sheet()
        for text in self.texts:
            for number, match in enumerate(_STRING.finditer(text)):
                if number > _MOST_STRINGS:
                    break
                string = next(group for group in match.groups() if group is not None)
                string = _ESCAPED.sub(lambda code: chr(int(code[1] or code[2], 16)), string)
                if _IS_SHEET.search(string) and _SHEETS.search(text):
                    made.rules += _unsure(parsed(_TAG.sub("", string), any_case))
                else:
                    made.rules += _acts(text, match, string.strip(), telling)
        return made

    def switches(self, sheets: Iterable[Sheet]) -> list[Rule]:
        """The rules of a page's sheets that a script may switch on.

        It gives an element above a class that they name (`.ready td .k`), or sets a variable.
        """
        renaming = "\n".join(text for text in self.texts if _RENAMES.search(text))
        given = {word for match in _STRING.finditer(renaming) for word in _words(match)}
        setting = "\n".join(text for text in self.texts if "setProperty" in text)
        variables = {word for match in _STRING.finditer(setting) for word in _words(match)}
        variables = {word for word in variables if word.startswith("--") and len(word) > 2}
        found: list[Rule] = []
        for sheet in sheets:
            for rule in sheet.rules:
                tokens = without_outer(rule.picking.tokens, given) if given else None
                if tokens is not None:
                    declared = tuple(
                        replace(one, sure=False, by_script=True)
                        for one in rule.declared
                        if one.name not in _LOOKS
                    )
                    found.append(Rule(Picking(tokens, rule.picking.any_case), declared))
                set_by = [
                    one
                    for one in rule.declared
                    if one.name not in _LOOKS and _uses(one.value, variables)
                ]
                if set_by:
                    doubt = replace(set_by[0], name=SCRIPT, sure=False, by_script=True)
                    found.append(Rule(rule.picking, (doubt,)))
        return found

    def rewrites(self) -> str:
        """What to quote of a script that writes the whole page anew when it is loaded."""
        for text in self.texts:
            for match in _REWRITES.finditer(text):
                before = text[: match.start()]
                if match[0].startswith("create") or before.count("{") <= before.count("}"):
                    return f"script: {' '.join(text[match.start() :][:_QUOTED].split())}"
        return ""


def _words(match: re.Match[str]) -> list[str]:
    return _WORD.findall(next(group for group in match.groups() if group is not None))


def _uses(value: str, variables: Iterable[str]) -> bool:
    return "var(" in value and any(re.search(rf"{re.escape(n)}(?![\w-])", value) for n in variables)


def without_outer(tokens: Sequence[Any], classes: Container[str]) -> tuple[Any, ...] | None:
    """A list of selectors without classes of elements further out, None where there are none.

    `.ready td .k` without `ready` is `td .k`; of `.ready` itself nothing is taken.
    """
    kept: list[Any] = []
    changed = False
    for place, token in enumerate(tokens):
        named = (
            token.type == "ident" and place and tokens[place - 1] == "." and token.value in classes
        )
        if named and _goes_on(tokens[place + 1 :]):
            kept[-1:] = tinycss2.parse_component_value_list("*") if _is_bare(kept[:-1]) else []
            changed = True
        else:
            kept.append(token)
    return tuple(kept) if changed else None


def _is_bare(tokens: Sequence[Any]) -> bool:
    """Whether nothing of an element has been named yet."""
    return not tokens or tokens[-1].type == "whitespace" or tokens[-1] == ","


def _goes_on(tokens: Sequence[Any]) -> bool:
    """Whether a selector goes on to elements further in, up to the next of its list."""
    joined = False
    for one in tokens:
        if one == ",":
            return False
        if one.type == "whitespace" or one in (">", "+", "~"):
            joined = True
        elif joined:
            return True
    return False


def is_run(script: Any) -> bool:
    """Whether a browser runs a script; others are templates and data."""
    kind = script.get("type") or ""
    return not kind.strip() or _RUN.search(kind) is not None


def _unsure(sheet: Sheet) -> Iterator[Rule]:
    for rule in sheet.rules:
        declared = tuple(
            replace(one, sure=False, by_script=True)
            for one in rule.declared
            if one.name in UNDERSTOOD
        )
        yield Rule(rule.picking, declared, rule.layer)


def _acts(text: str, match: re.Match[str], string: str, telling: frozenset[str]) -> Iterator[Rule]:
    """The rule of one string of a script that picks elements, if it may change them."""
    before = text[max(match.start() - 80, 0) : match.start()]
    selector = _picks(before, string, len(text) < _LIBRARY)
    if not selector:
        return
    statement = _statement(text, match.end(), before)
    if not _may_change(statement, telling):
        return
    tokens = tinycss2.parse_component_value_list(_PSEUDO_OF_JQUERY.sub("", selector))
    if compiled(tokens):
        shown = " ".join(
            f"{before[before.rfind(chr(10)) + 1 :][-30:]}{match[0]}{statement}".split()
        )
        whole = _GOES_IN.search(statement) is None
        declared = Declaration(SCRIPT, "", False, f"script: {shown[:_QUOTED]}", False, whole)
        yield Rule(Picking(tuple(tokens)), (declared,))


def _picks(before: str, string: str, own: bool) -> str:
    """The selector that a string is, or an empty one."""
    if _ID_CALL.search(before) and _WORD.fullmatch(string):
        return f"[id='{string}']"
    if _TAG_CALL.search(before):
        return string if _SELECTOR.fullmatch(string) else ""
    if _CLASS_CALL.search(before):
        names = string.split()
        return "".join(f".{name}" for name in names) if all(map(_WORD.fullmatch, names)) else ""
    if string[:1] in (".", "#") and _SELECTOR.fullmatch(string):
        return string
    # A bare word may be a class that is put together elsewhere.
    bare_word = own and re.fullmatch(r"[a-zA-Z_][\w-]{1,40}", string)
    return f".{string},#{string}" if bare_word else ""


def _statement(text: str, begin: int, before: str) -> str:
    """What follows a string to the end of its statement; more where it is kept for later."""
    if kept := _ASSIGNED.search(before):
        name = re.escape(kept[1])
        later = text[begin : begin + 10 * _LONGEST_STATEMENT]
        return "\n".join(re.findall(rf"(?<![\w$.]){name}(?![\w$])[^;\n]{{0,400}}", later)[:50])
    depth = 0
    for place in range(begin, min(begin + _LONGEST_STATEMENT, len(text))):
        letter = text[place]
        if letter in "([{":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "}":
            depth -= 1
            if depth <= 0 and text[place + 1 : place + 20].lstrip()[:1] not in (")", ",", "."):
                return text[begin : place + 1]
        elif letter == ";" and depth <= 0:
            return text[begin:place]
    return text[begin : begin + _LONGEST_STATEMENT]


def _may_change(statement: str, telling: frozenset[str]) -> bool:
    if _CHANGES.search(statement):
        return True
    if not _RENAMES.search(statement):
        return False
    named = [word for match in _STRING.finditer(statement) for word in _words(match)]
    return not named or not telling.isdisjoint(named)
