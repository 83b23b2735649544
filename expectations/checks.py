"""The rules on one form: checks, a rule in one place, with the cells each takes.

A check knows its cells and coefficients and nothing of data frames, of Great
Expectations or of any report. What evaluates rules (numpy, Great Expectations,
SQL) evaluates checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from expectations.formula import Operator, Part, matching, parse_formula, parse_sum
from expectations.rules import Rule, rule_book
from gongkai.errors import DeclarationError
from gongkai.form import Form, FormTable, form_for, forms
from gongkai.unit import COUNTS

Cell = tuple[str, str, str]
"""(table, item, measure)."""


@dataclass(frozen=True)
class Term:
    """A cell with its coefficient; `last` if it is of the report on the year before.

    Attributes:
        parts: the cells it is the total of, where a blank may count as zero: it does not
            where one of these has a number other than zero.
    """

    cell: Cell
    coefficient: int = 1
    last: bool = False
    parts: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Side:
    """One side of a check.

    Attributes:
        terms: what is added up.
        one_of: groups of terms; the first group in which there is a number (if there is none:
            of which any cell is printed) is added as well, the others stand for it.
        largest: the largest number printed is meant, not the sum.
    """

    terms: tuple[Term, ...] = ()
    one_of: tuple[tuple[Term, ...], ...] = ()
    largest: bool = False

    @property
    def every(self) -> tuple[Term, ...]:
        """All terms, with those of every alternative."""
        return (*self.terms, *(term for group in self.one_of for term in group))


@dataclass(frozen=True)
class Check:
    """One rule in one place.

    Attributes:
        key: unique on a form: `applications.balance[natural_person]`.
        form: the form's code.
        left, right: both sides; a check on single values has its cells on the left.
        signed: of a check on single values, whether they may be negative.
        when: where this sum is below the rule's `least`, the check is not applicable.
    """

    key: str
    rule: Rule
    form: str
    left: Side
    operator: Operator = "="
    right: Side = Side()
    signed: bool = False
    when: Side | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every cell that may take part."""
        return (*self.left.every, *self.right.every)

    @property
    def is_identity(self) -> bool:
        """Whether it is an equation within one report that guards its cells."""
        rule = self.rule
        is_equation = rule.kind == "formula" and self.operator == "="
        return is_equation and not rule.needs_last and rule.severity != "info"

    @property
    def is_sum(self) -> bool:
        """Whether it says what one cell, a total, is the sum of."""
        return self.is_identity and len(self.left.terms) == 1 and len(self.right.every) > 1


_FIRST, _LAST = 2008, 2099
"""Years of reports there may be."""


@lru_cache(maxsize=1024)
def years_of(check: Check) -> frozenset[int] | None:
    """The report years for which a check is applicable; None for all, known or not.

    A check against the year before is not, where the form of that year has none of the
    cells it takes from there.
    """
    rule = check.rule
    if rule.since is None and rule.until is None and not rule.needs_last:
        return None
    years = range(max(_FIRST, rule.since or 0), min(_LAST, rule.until or _LAST) + 1)
    if not rule.needs_last:
        return frozenset(years)
    is_formula = rule.kind == "formula"
    taken = {term.cell for term in check.terms if term.last or not is_formula}
    before = {form.form: taken & set(form.cells()) for form in forms().values()}
    due = {year: form_for(year - 1) for year in years}
    return frozenset(year for year, form in due.items() if form and before[form.form])


@lru_cache(maxsize=8)
def checks_of(form: str) -> tuple[Check, ...]:
    """Every check of a form by its code, in the order of the rule book."""
    made = tuple(checks(forms()[form]))
    totals = {
        check.left.terms[0].cell: tuple(term.cell for term in check.right.every)
        for check in made
        if check.is_sum
    }
    return tuple(
        replace(check, right=_with_parts(check.right, totals))
        if check.rule.blank_details
        else check
        for check in made
    )


def _with_parts(side: Side, totals: Mapping[Cell, tuple[Cell, ...]]) -> Side:
    """A side whose terms know what they are the totals of."""

    def known(terms: Iterable[Term]) -> tuple[Term, ...]:
        return tuple(replace(term, parts=totals.get(term.cell, ())) for term in terms)

    return replace(side, terms=known(side.terms), one_of=tuple(map(known, side.one_of)))


def checks(form: Form) -> Iterator[Check]:
    """Every check of a form, in the order of the rule book."""
    for rule in rule_book().values():
        if not rule.is_checked or (rule.forms and form.form not in rule.forms):
            continue
        if rule.kind == "formula":
            table = form.table.get(rule.table)
            if table is not None:
                yield from _of_formula(rule, form, table)
        elif rule.kind in ("count", "amount"):
            yield from _domains(rule, form)
        else:
            yield from _of_last_year(rule, form)


def sums(rule: Rule, form: Form, texts: Sequence[str]) -> tuple[Side, ...]:
    """The sums a prose rule accepts, over the cells of a form that has them all."""
    table = form.table.get(rule.table)
    if table is None:
        return ()
    return tuple(_side(parse_sum(text), table, rule, "", ()) for text in texts)


def _of_formula(rule: Rule, form: Form, table: FormTable) -> Iterator[Check]:
    formula = parse_formula(rule.formula)
    for code in _places(rule, table):
        over = _alike(rule, table)
        left = _side(formula.left, table, rule, code, over)
        right = _side(formula.right, table, rule, code, over)
        taken = {term.cell for term in left.terms}
        if any(part.function == "sum" for part in formula.right):
            right = replace(right, terms=tuple(t for t in right.terms if t.cell not in taken))
        if any(part.function == "max" for part in formula.left):
            taken = {term.cell for term in right.terms}
            left = replace(left, terms=tuple(t for t in left.terms if t.cell not in taken))
        if not _known([*left.every, *right.every], rule, table):
            continue
        key = f"{rule.id}[{code}]" if code else rule.id
        check = Check(key, rule, form.form, left, formula.operator, right)
        if rule.when:
            when = _side(parse_sum(rule.when), table, rule, code, over)
            check = replace(check, when=when)
        yield check


def _known(terms: Sequence[Term], rule: Rule, table: FormTable) -> bool:
    """Whether this form has the cells; a rule that no form can check is a mistake."""
    known = set(table.cells)
    unknown = {t.cell[1:] for t in terms if not t.last} - known
    if unknown and not any(
        {t.cell[1:] for t in terms if not t.last} <= set(other.table[rule.table].cells)
        for other in forms().values()
        if rule.table in other.table
    ):
        raise DeclarationError("rule_cells", rule=rule.id, unknown=sorted(unknown))
    return not unknown


def _places(rule: Rule, table: FormTable) -> Sequence[str]:
    """The codes of `each` for which the rule has a check."""
    if rule.each is None:
        return ("",)
    codes = tuple(table.measure if rule.each == "measure" else table.item)
    patterns = rule.over or ("*",)
    return [code for pattern in patterns for code in matching(pattern, codes)]


def _alike(rule: Rule, table: FormTable) -> tuple[str, ...]:
    """The codes of the other direction, that a formula names."""
    return tuple(table.item if rule.each == "measure" else table.measure)


def _side(
    parts: Sequence[Part], table: FormTable, rule: Rule, here: str, codes: tuple[str, ...]
) -> Side:
    terms: dict[Term, None] = {}
    one_of: tuple[tuple[Term, ...], ...] = ()
    for part in parts:
        for item, measure in _cells(part, table, rule, here, codes):
            last = part.function == "last"
            term = Term((table.table, item, measure), part.coefficient, last)
            groups = _alternatives(table, term) if rule.each != "item" else ()
            if groups:
                one_of = groups
            else:
                terms[term] = None
    return Side(tuple(terms), one_of, any(part.function == "max" for part in parts))


def _cells(
    part: Part, table: FormTable, rule: Rule, here: str, codes: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """The (item, measure) a part of a formula names."""
    item, slash, measure = part.codes.partition("/")
    if slash:
        for code in [*matching(item, table.item)] or [item]:
            yield code, measure
        return
    named = [*matching(part.codes, codes)] or [part.codes]
    for code in named:
        yield (code, here) if rule.each == "measure" else (here, code)


def _alternatives(table: FormTable, term: Term) -> tuple[tuple[Term, ...], ...]:
    """The rows a form prints for an item, or the item in their place: either may be there."""
    for item in table.items:
        if item.instead_of and term.cell[1] in (item.code, *item.instead_of):
            groups = (item.instead_of, (item.code,))
            return tuple(
                tuple(replace(term, cell=(table.table, code, term.cell[2])) for code in group)
                for group in groups
            )
    return ()


def _domains(rule: Rule, form: Form) -> Iterator[Check]:
    for table in form.tables:
        for signed in (False, True):
            cells = tuple(
                Term((table.table, item, measure))
                for item, measure in table.cells
                if (table.unit(item, measure) in COUNTS) == (rule.kind == "count")
                and table.measure[measure].signed == signed
            )
            if cells:
                place = f"{table.table}.signed" if signed else table.table
                key = f"{rule.id}[{place}]"
                yield Check(key, rule, form.form, Side(cells), signed=signed)


def _of_last_year(rule: Rule, form: Form) -> Iterator[Check]:
    """Checks that compare cells one by one with last year's."""
    every = tuple(form.cells())
    if rule.kind == "slip":
        every = tuple(c for c in every if form.table[c[0]].unit(c[1], c[2]) not in COUNTS)
    if rule.over:
        wanted = {tuple(text.split("/")) for text in rule.over}
        every = tuple(cell for cell in every if cell in wanted)
    if every:
        terms = tuple(Term(cell) for cell in every)
        yield Check(rule.id, rule, form.form, Side(terms))
