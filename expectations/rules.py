"""The rule book, loaded; and its checks on one form, each with the cells it takes.

A rule is declared for a table; a check is one rule in one place: the balance of
one column, the sum of one row. A check knows its cells and coefficients and
nothing of data frames, of Great Expectations or of any report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from gongkai.errors import DeclarationError
from gongkai.form import Form, FormTable
from gongkai.unit import COUNTS

RULES = Path(__file__).parent / "rules.yaml"

Cell = tuple[str, str, str]
"""(table, item, measure)."""


class Side(BaseModel):
    """One side of an identity: codes to add up; `one_of` are alternatives."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    items: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    one_of: tuple[tuple[str, ...], ...] = ()


class Rule(BaseModel):
    """One entry of the rule book.

    Attributes:
        whose: of a `reading` rule, whose matter it is: `source` if it is about what is
            printed in the cells, `extraction` if about how we read it, empty if either.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str
    kind: Literal["identity", "count", "amount", "reading"]
    severity: Literal["error", "warning", "info"]
    title: str
    advice: str
    words: str = ""
    basis: str = ""
    table: str | None = None
    each: Literal["item", "measure"] | None = None
    left: Side = Side()
    right: Side = Side()
    blank_details: Literal["zero"] | None = None
    whose: Literal["", "source", "extraction"] = ""


@dataclass(frozen=True)
class Check:
    """One rule in one place.

    Attributes:
        key: unique on a form: `applications.balance[natural_person]`.
        left, right: the cells of both sides, all coefficients 1; a check on single
            values (`count`, `amount`) has its cells on the left.
        one_of: groups of cells of the right side; the first group of which any
            cell is printed is added, the others stand for it.
    """

    key: str
    rule: Rule
    left: tuple[Cell, ...]
    right: tuple[Cell, ...] = ()
    one_of: tuple[tuple[Cell, ...], ...] = ()
    signed: bool = False

    @property
    def is_sum(self) -> bool:
        """Whether it says what one cell, a total, is the sum of."""
        return self.rule.kind == "identity" and len(self.left) == 1


@lru_cache(maxsize=1)
def rule_book() -> Mapping[str, Rule]:
    """All rules by id, in the order of the file.

    Raises:
        DeclarationError: the file is not a valid rule book.
    """
    try:
        rules = TypeAdapter(tuple[Rule, ...]).validate_python(yaml.safe_load(RULES.read_bytes()))
    except (ValidationError, yaml.YAMLError) as error:
        raise DeclarationError(f"规则目录 {RULES.name} 有误：{error}") from error
    book = {rule.id: rule for rule in rules}
    if len(book) != len(rules):
        raise DeclarationError(f"规则目录 {RULES.name} 中有重复的编号。")
    return book


def checks(form: Form) -> Iterator[Check]:
    """Every check of a form on its cells (rules of kind `reading` have none)."""
    for rule in rule_book().values():
        if rule.kind == "identity":
            table = form.table.get(rule.table or "")
            if table is not None:
                yield from _identities(rule, table)
        elif rule.kind in ("count", "amount"):
            yield from _domains(rule, form)


def _identities(rule: Rule, table: FormTable) -> Iterator[Check]:
    codes = table.measure if rule.each == "measure" else table.item
    known = set(table.cells)
    for code in codes:

        def cells(names: tuple[str, ...], here: str = code) -> tuple[Cell, ...]:
            pairs = [(n, here) if rule.each == "measure" else (here, n) for n in names]
            return tuple((table.table, *pair) for pair in pairs)

        left = cells((*rule.left.items, *rule.left.measures))
        right = cells((*rule.right.items, *rule.right.measures))
        groups = (cells(group) for group in rule.right.one_of)
        one_of = tuple(group for group in groups if {cell[1:] for cell in group} <= known)
        used = {cell[1:] for cell in (*left, *right, *(c for g in one_of for c in g))}
        if not used <= known:
            raise DeclarationError(
                f"规则 {rule.id} 用到了表式中没有的格子：{sorted(used - known)}，请改正规则目录。"
            )
        yield Check(f"{rule.id}[{code}]", rule, left, right, one_of)


def _domains(rule: Rule, form: Form) -> Iterator[Check]:
    for table in form.tables:
        for signed in (False, True):
            cells = tuple(
                (table.table, item, measure)
                for item, measure in table.cells
                if (table.unit(item, measure) in COUNTS) == (rule.kind == "count")
                and table.measure[measure].signed == signed
            )
            if cells:
                place = f"{table.table}.signed" if signed else table.table
                yield Check(f"{rule.id}[{place}]", rule, cells, signed=signed)
