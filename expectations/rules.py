"""The rule book, loaded: every entry of `rules/*.yaml`, in the order of the levels.

What the entries mean is said at the top of each file. Everything that evaluates or
shows a rule derives from here: checks, suites, SQL, findings, documentation.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from expectations.formula import parse_formula, parse_sum
from gongkai.declaration import parse
from gongkai.errors import DeclarationError
from gongkai.form import forms

RULES = Path(__file__).parent / "rules"

Severity = Literal["error", "warning", "info"]
Level = Literal["causes", "table", "years", "prose", "agencies", "publication", "reading"]
Arithmetic = Literal["formula", "count", "amount", "unchanged", "slip", "jump"]
Kind = Literal[Arithmetic, "prose", "children", "noticed", "cause"]
LEVELS: tuple[Level, ...] = get_args(Level)


class Explanation(BaseModel):
    """What a sentence that gives a reason must say to explain a failure, in one clause.

    Attributes:
        about: regular expression of the number the rule is about.
        differs: of why it is another.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    about: str
    differs: str

    def holds(self, sentence: str) -> bool:
        """Whether one of a sentence's clauses says both."""
        clauses = re.split("[，,；;：:。](?!与上|与去|同上)", sentence)
        return any(
            re.search(self.about, clause) and re.search(self.differs, clause) for clause in clauses
        )


class Rule(BaseModel):
    """One entry of the rule book; the top of `rules/table.yaml` says what each key means.

    Attributes:
        level: the file it stands in.
        whose: of what is noticed, whose matter it is: `source` if it is about what is
            printed in the cells, `extraction` if about how we read it, empty if either.
        none: as `accepts`, where the prose says that there was none.
        edit: of a cause, what happened.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str
    level: Level
    kind: Kind = "formula"
    severity: Severity = "error"
    title: str
    words: str = ""
    basis: str = ""
    advice: str = ""
    related: tuple[str, ...] = ()
    formula: str = ""
    when: str = ""
    table: str = ""
    tables: tuple[str, ...] = ()
    each: Literal["item", "measure"] | None = None
    over: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    blank_details: Literal["zero"] | None = None
    weaker_than: str = ""
    explained_by: Explanation | None = None
    ratio: int = 0
    least: int = 0
    says: str = ""
    accepts: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    asks: Literal["", "always"] = ""
    whose: Literal["", "source", "extraction"] = ""
    edit: str = ""

    @cached_property
    def is_checked(self) -> bool:
        """Whether it is arithmetic over the cells of one report and the year before."""
        return self.kind in get_args(Arithmetic)

    @property
    def needs_last(self) -> bool:
        """Whether it needs the report on the year before."""
        return self.level == "years"

    def valid(self, form: str, year: int | None) -> bool:
        """Whether it is valid for reports of a year on a form."""
        if self.forms and form not in self.forms:
            return False
        if year is None:
            return self.since is None and self.until is None
        return (self.since or year) <= year <= (self.until or year)


@lru_cache(maxsize=1)
def rule_book() -> Mapping[str, Rule]:
    """All rules by id, level by level, in the order of the files.

    Raises:
        DeclarationError: a file is no valid part of the rule book.
    """
    book: dict[str, Rule] = {}
    for level in LEVELS:
        path = RULES / f"{level}.yaml"
        try:
            entries = parse(path.read_bytes()) or []
            given = [{"level": level, **entry} for entry in entries]
            for rule in TypeAdapter(tuple[Rule, ...]).validate_python(given):
                if rule.id in book:
                    raise DeclarationError("rule_twice", rule=rule.id, file=path.name)
                _parse(rule)
                book[rule.id] = rule
        except (ValidationError, yaml.YAMLError, TypeError) as error:
            raise DeclarationError("declaration", file=path.name, why=error) from error
    for rule in book.values():
        named = {*rule.related, *((rule.weaker_than,) if rule.weaker_than else ())}
        unknown = sorted(named - set(book)) + sorted(set(rule.forms) - set(forms()))
        if unknown:
            raise DeclarationError("rule_unknown", rule=rule.id, unknown=unknown)
    return book


def _parse(rule: Rule) -> None:
    """Parse every formula now, so that a wrong one is told by the file it stands in."""
    if rule.kind == "formula":
        parse_formula(rule.formula)
    for text in (rule.when or "0", *rule.accepts, *rule.none, *rule.shares):
        parse_sum(text)


def digest() -> str:
    """Changes with any change of the rule book."""
    found = hashlib.sha256()
    for path in sorted(RULES.glob("*.yaml")):
        found.update(path.read_bytes())
    return found.hexdigest()
