"""The register of agencies: which government aggregates which, given by a file.

`agencies.yaml` in the raw folder is a list of entries

    - agency: 示例市人民政府
      children: [示例市教育局, 示例市青禾区人民政府]
      complete: [2023, 2024]     # report years for which the list is complete; may be left out
      aliases: [示例市政府]        # other names it appears under; may be left out
    - agency: 示例市教育局
      aliases: [示例市教体局]

Rules rest on it, so it is believed as a whole or not at all, and whatever is wrong with
it is told with the line. It is read event by event into what the entries can be, so
that nothing in it can grow: no aliases, no tags, no nesting.
"""

from __future__ import annotations

import codecs
import re
import stat
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import yaml
from pydantic import BaseModel, ConfigDict

from gongkai.declaration import LOADER
from gongkai.errors import RunError
from gongkai.names import agency_fault, of_file, shown
from gongkai.one_body import FullNames
from gongkai.sentences import Said

REGISTER = "agencies.yaml"

LARGEST = 4 * 1024 * 1024
"""Bytes; the names of every agency of a large province have less."""

FIRST_YEAR, LAST_YEAR = 2008, 2099
DEEPEST = 3
"""A list of entries, an entry, a list in it."""

_YEAR = re.compile(r"\d{4}", re.ASCII)
_OTHER = ("别的内容", "something else")


class Aggregator(BaseModel):
    """A government and the agencies whose numbers its own include."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    agency: str
    children: tuple[str, ...] = ()
    complete: tuple[int, ...] = ()
    aliases: tuple[str, ...] = ()


Agencies = Mapping[str, Aggregator]


class RegisteredNames:
    """The names by which a register has its agencies; made once for many documents."""

    def __init__(self, agencies: Agencies) -> None:
        entries = agencies.values()
        own = Counter(alias for entry in entries for alias in set(entry.aliases))
        self._aliases = {
            alias: entry.agency for entry in entries for alias in entry.aliases if own[alias] == 1
        }
        self._full = FullNames((*agencies, *(c for entry in entries for c in entry.children)))

    def of(self, name: str) -> str:
        """The register's name of an agency: its own, by an alias, or written out.

        A name that the register does not have, or that may be short for several, stays as it is.
        """
        return self._aliases.get(name) or self._full.resolved(name)


def load_agencies(raw: Path) -> Agencies:
    """Read the register of a raw folder; empty where there is none.

    Raises:
        RunError: the file is no register; the message says what is wrong, and in which line.
    """
    path = raw / REGISTER
    try:
        path.lstat()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _unreadable(path) from error
    register = _Register(path)
    return register.read()


@dataclass(frozen=True)
class _Scalar:
    text: str
    line: int
    plain: bool


@dataclass(frozen=True)
class _List:
    items: list[Any]
    line: int


@dataclass(frozen=True)
class _Entry:
    pairs: list[tuple[Any, Any]]
    line: int


def _unreadable(path: Path) -> RunError:
    return RunError("register_unreadable", file=of_file(path))


class _Register:
    """One file, read into entries; everything that is wrong names it and a line."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Agencies:
        """The entries by agency."""
        root = self._tree(self._text())
        if root is None:
            return {}
        if not isinstance(root, _List):
            self._refuse(root.line, "register_list")
        found: dict[str, Aggregator] = {}
        lines: dict[str, int] = {}
        for item in root.items:
            entry = self._entry(item)
            if entry.agency in found:
                earlier = lines[entry.agency]
                self._refuse(item.line, "register_again", agency=entry.agency, earlier=earlier)
            found[entry.agency], lines[entry.agency] = entry, item.line
        self._refuse_cycles(found, lines)
        return found

    def _refuse(self, line: int, key: str, **values: object) -> NoReturn:
        why = Said(key, values)
        raise RunError("register_line", file=of_file(self.path), line=line, why=why)

    def _text(self) -> str:
        try:
            if not stat.S_ISREG(self.path.stat().st_mode):
                raise _unreadable(self.path)
            with self.path.open("rb") as file:
                content = file.read(LARGEST + 1)
        except OSError as error:
            raise _unreadable(self.path) from error
        name = of_file(self.path)
        if len(content) > LARGEST:
            raise RunError("register_large", file=name, limit=LARGEST // 2**20)
        if not content.strip():
            raise RunError("register_empty", file=name)
        try:
            return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self._refuse(line, "register_utf8")

    def _tree(self, text: str) -> Any:
        """The one document in the file, as lists, entries and scalars; None where it has none."""
        try:
            events = yaml.parse(text, Loader=LOADER)
            return self._document(events)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._refuse(mark.line + 1 if mark else 1, "register_yaml")
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            self._refuse(line, "register_letters")
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise RunError("register_syntax", file=of_file(self.path)) from error

    def _document(self, events: Iterator[Any]) -> Any:
        open_: list[list[Any]] = []
        lines: list[int] = []
        root: Any = None
        documents = 0
        for event in events:
            line = event.start_mark.line + 1
            self._refuse_clever(event, line)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                self._refuse(line, "register_two")
            node: Any = None
            if isinstance(event, yaml.CollectionStartEvent):
                if len(open_) == DEEPEST:
                    self._refuse(line, "register_deep")
                open_.append([])
                lines.append(line)
                continue
            if isinstance(event, yaml.CollectionEndEvent):
                items, began = open_.pop(), lines.pop()
                if isinstance(event, yaml.MappingEndEvent):
                    pairs = list(zip(items[::2], items[1::2], strict=True))
                    node = _Entry(pairs, began)
                else:
                    node = _List(items, began)
            elif isinstance(event, yaml.ScalarEvent):
                node = _Scalar(event.value, line, not event.style)
            else:
                continue
            if open_:
                open_[-1].append(node)
            else:
                root = node
        is_nothing = isinstance(root, _Scalar) and root.plain and root.text in ("", "~", "null")
        return None if is_nothing else root

    def _refuse_clever(self, event: Any, line: int) -> None:
        """What YAML can do beyond lists and names has no place here, and can be made to explode."""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            self._refuse(line, "register_alias")
        if getattr(event, "tag", None) is not None:
            self._refuse(line, "register_tag")

    def _entry(self, item: Any) -> Aggregator:
        if not isinstance(item, _Entry):
            self._refuse(item.line, "register_entry")
        said: dict[str, Any] = {}
        for key, value in item.pairs:
            name = key.text if isinstance(key, _Scalar) else ""
            if name not in Aggregator.model_fields:
                what = shown(name) if name else ("不是文字的项", "what is no text")
                self._refuse(key.line, "register_key", what=what)
            if name in said:
                self._refuse(key.line, "register_repeated", name=name)
            said[name] = value
        for name in ("agency", "children"):
            if name not in said and not (name == "children" and "aliases" in said):
                self._refuse(item.line, "register_lacks", name=name)
        agency = self._agency(said["agency"], "agency")
        children = [self._agency(c, "children") for c in self._items(said, "children")]
        if "children" in said:
            self._refuse_repeated(said["children"], children)
        aliases = [self._agency(a, "aliases") for a in self._items(said, "aliases")]
        years = [self._year(year) for year in self._items(said, "complete")]
        return Aggregator(
            agency=agency,
            children=tuple(children),
            complete=tuple(years),
            aliases=tuple(aliases),
        )

    def _items(self, said: Mapping[str, Any], name: str) -> Sequence[Any]:
        if name not in said:
            return ()
        if not isinstance(said[name], _List):
            self._refuse(said[name].line, "register_items", name=name)
        items: list[Any] = said[name].items
        return items

    def _agency(self, node: Any, what: str) -> str:
        if not isinstance(node, _Scalar):
            self._refuse(node.line, "register_agency", what=what, found=_OTHER)
        name = node.text.strip()
        fault = agency_fault(name) or ("应为机关名称" if name.isascii() and name.isdigit() else "")
        if fault:
            self._refuse(node.line, "register_agency", what=what, found=shown(node.text))
        return name

    def _year(self, node: Any) -> int:
        text = node.text if isinstance(node, _Scalar) else ""
        if not (_YEAR.fullmatch(text) and FIRST_YEAR <= int(text) <= LAST_YEAR):
            found = shown(text) if text else _OTHER
            self._refuse(node.line, "register_year", first=FIRST_YEAR, last=LAST_YEAR, found=found)
        return int(text)

    def _refuse_repeated(self, node: _List, children: Sequence[str]) -> None:
        seen: set[str] = set()
        for item, child in zip(node.items, children, strict=True):
            if child in seen:
                self._refuse(item.line, "register_child_again", child=child)
            seen.add(child)

    def _refuse_cycles(self, found: Agencies, lines: Mapping[str, int]) -> None:
        """No agency may stand below itself: its numbers would be part of themselves."""
        done: set[str] = set()
        for agency in found:
            above: dict[str, Iterator[str]] = {agency: iter(found[agency].children)}
            while above:
                current = next(reversed(above))
                child = next(above[current], None)
                if child is None:
                    done.add(current)
                    above.popitem()
                elif child in above:
                    self._refuse(lines[current], "register_cycle", child=child)
                elif child in found and child not in done:
                    above[child] = iter(found[child].children)
