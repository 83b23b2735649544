"""The statutory forms as data: `forms/*.yaml`, loaded and checked once.

A form has tables, a table has items (rows of the form) and measures (columns).
Every figure of a form is one (table, item, measure). Nothing outside this
module knows a label or a code by heart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from gongkai.declaration import parse
from gongkai.errors import DeclarationError
from gongkai.label import Label, normalise

FORMS = Path(__file__).parent / "forms"


class _Declared(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Labelled(_Declared):
    """What a form names: a code, the label it prints, and others that agencies print for it."""

    code: str
    label: str
    aliases: tuple[str, ...] = ()

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The declared label first, then its aliases."""
        return tuple(Label.of(text) for text in (self.label, *self.aliases))


class Measure(Labelled):
    """A column of a table.

    Attributes:
        unit: what its numbers are in (件, 万元); empty where the form leaves it open
            or the items have units of their own.
        signed: whether its numbers may be negative (本年增/减).
        says: words that an explanation behind its label may use although they would narrow
            another's (what is in force was made in all years: 历史累计).
    """

    unit: str
    signed: bool = False
    says: tuple[str, ...] = ()


class Group(Labelled):
    """A label that groups items and has no figures of its own."""


class Item(Labelled):
    """A row of a table.

    Attributes:
        measures: codes of the measures it has figures for; empty means all.
        instead_of: items this row stands for where an agency prints it instead.
        unit: of its numbers, where each row has its own.
        under: the item or group it belongs to, where labels recur in other places.
    """

    measures: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()
    unit: str = ""
    under: str = ""


class FormTable(_Declared):
    """A table of a form.

    Attributes:
        layout: `rows` where items run down and measures across; `columns` where
            each column is one (item, measure) and there is one row of figures.
        value: `integer` (published as int64) or `decimal` (decimal128(20,4)).
        sections: labels that are printed in the table and carry no figure.
        partial: whether agencies print shorter or longer tables of their own.
    """

    table: str
    number: str
    title: str
    layout: Literal["rows", "columns"]
    value: Literal["integer", "decimal"]
    measures: tuple[Measure, ...]
    items: tuple[Item, ...]
    sections: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    partial: bool = False

    @cached_property
    def measure(self) -> Mapping[str, Measure]:
        """Measures by code."""
        return {measure.code: measure for measure in self.measures}

    @cached_property
    def item(self) -> Mapping[str, Item]:
        """Items by code, in the form's order."""
        return {item.code: item for item in self.items}

    @cached_property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """Every (item, measure) of the table, in the form's order."""
        return tuple(
            (item.code, measure.code)
            for item in self.items
            for measure in self.measures
            if not item.measures or measure.code in item.measures
        )

    @cached_property
    def alternatives(self) -> Mapping[str, tuple[str, ...]]:
        """Items that may rightly be missing, and the items printed in their place."""
        found: dict[str, tuple[str, ...]] = {}
        for item in self.items:
            if item.instead_of:
                found[item.code] = item.instead_of
                found.update(dict.fromkeys(item.instead_of, (item.code,)))
        return found

    @cached_property
    def headings(self) -> frozenset[str]:
        """What the table prints above its columns and between its rows, normalised."""
        labels = (text for measure in self.measures for text in (measure.label, *measure.aliases))
        return frozenset(normalise(text) for text in (*labels, *self.sections))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every label the table prints, normalised with its number."""
        labelled = (*self.items, *self.groups, *self.measures)
        texts = [text for entry in labelled for text in (entry.label, *entry.aliases)]
        return frozenset(normalise(text) for text in (*texts, *self.sections))

    def unit(self, item: str, measure: str) -> str:
        """The unit of a figure; empty where the form leaves it open."""
        return self.item[item].unit or self.measure[measure].unit

    @property
    def name(self) -> str:
        """The table as people call it: `表三（收到和处理政府信息公开申请情况）`."""
        return f"表{self.number}（{self.title}）" if self.number else f"《{self.title}》"


class Form(_Declared):
    """A statutory form.

    Attributes:
        marks: phrases printed on this form and on no other.
        since, until: the report years it is the form of; `until` is None for today's.
        digest: changes with any change of its declaration.
    """

    form: str
    name: str
    basis: str
    since: int
    until: int | None = None
    marks: tuple[str, ...]
    tables: tuple[FormTable, ...]
    digest: str

    @cached_property
    def table(self) -> Mapping[str, FormTable]:
        """Tables by code."""
        return {table.table: table for table in self.tables}

    def cells(self) -> Iterator[tuple[str, str, str]]:
        """Every (table, item, measure) of the form, in its order."""
        for table in self.tables:
            for item, measure in table.cells:
                yield table.table, item, measure


def load_form(path: Path) -> Form:
    """Read and check one declaration.

    Raises:
        DeclarationError: it is not a valid form; the message names file and place.
    """
    text = path.read_bytes()
    try:
        form = Form(**parse(text), digest=hashlib.sha256(text).hexdigest())
    except (ValidationError, TypeError, yaml.YAMLError) as error:
        raise DeclarationError("declaration", file=path.name, why=error) from error
    for table in form.tables:
        codes = [item.code for item in table.items]
        unknown = {m for item in table.items for m in item.measures} - set(table.measure)
        unknown |= {c for item in table.items for c in item.instead_of} - set(codes)
        groups = {group.code for group in table.groups}
        unknown |= {item.under for item in table.items if item.under} - set(codes) - groups
        if unknown or len(codes) != len(set(codes)):
            raise DeclarationError(
                "form_codes", file=path.name, table=table.table, unknown=sorted(unknown)
            )
    return form


def form_for(year: int) -> Form | None:
    """The form the reports of a year are to be on; None before the first."""
    for form in forms().values():
        if form.since <= year and (form.until is None or year <= form.until):
            return form
    return None


@lru_cache(maxsize=1)
def forms() -> Mapping[str, Form]:
    """All declared forms by code, newest first."""
    loaded = [load_form(path) for path in sorted(FORMS.glob("*.yaml"), reverse=True)]
    return {form.form: form for form in loaded}
