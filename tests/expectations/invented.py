"""Invented figures of table 三 that add up, of the size and sparseness of published ones.

The shares are those of a city's report (3,500 applications a year) and of agencies
that had 20 to 30; most cells are 0, and one applicant in thirty is not a natural person.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

from expectations.locate import Cell, Identity
from gongkai.form import Form

TABLE = "applications"
LEAVES = {
    "3.1": 1175,
    "3.2": 319,
    "3.3.1": 1,
    "3.3.2": 27,
    "3.3.3": 6,
    "3.3.4": 38,
    "3.3.5": 20,
    "3.3.6": 9,
    "3.3.7": 21,
    "3.3.8": 20,
    "3.4.1": 968,
    "3.4.2": 26,
    "3.4.3": 3,
    "3.5.1": 305,
    "3.5.2": 39,
    "3.5.3": 1,
    "3.5.4": 58,
    "3.5.5": 4,
    "3.6": 287,
    "3.6.1": 40,
    "3.6.2": 10,
    "3.6.3": 287,
}
WHO = {
    "natural_person": 3402,
    "business": 99,
    "research": 1,
    "social_welfare": 4,
    "legal_service": 5,
    "other_organisation": 2,
}

Values = dict[Cell, int]


def items(form: Form) -> list[str]:
    """The rows of table 三 that are printed."""
    return [
        item.code
        for item in form.table[TABLE].items
        if not (item.code == "3.6" and "3.6.1" in form.table[TABLE].item)
    ]


def identities(form: Form) -> list[Identity]:
    """Every in-table identity of tables 三 and 四."""
    rows, columns = items(form), list(form.table[TABLE].measure)
    leaves = [item for item in rows if item.startswith("3.") and item != "3.7"]
    made = [
        Identity(
            f"balance {m}",
            {(TABLE, "1", m): 1, (TABLE, "2", m): 1, (TABLE, "3.7", m): -1, (TABLE, "4", m): -1},
        )
        for m in columns
    ]
    made += [
        Identity(f"row_sum {item}", {(TABLE, item, m): -1 if m == "total" else 1 for m in columns})
        for item in rows
    ]
    made += [
        Identity(
            f"column_sum {m}",
            {(TABLE, "3.7", m): -1, **{(TABLE, item, m): 1 for item in leaves}},
        )
        for m in columns
    ]
    table = form.table["review_litigation"]
    made += [
        Identity(
            f"review {item}",
            {(table.table, item, m): -1 if m == "total" else 1 for m in table.measure},
        )
        for item in table.item
    ]
    return made


def report(form: Form, random: Random) -> Values:
    """A table 三 that adds up; two in three are of small agencies."""
    size = random.random()
    most = 40 if size < 0.65 else 400 if size < 0.85 else 6000
    answered = random.randint(most // 8, most)
    rows = items(form)
    values = dict.fromkeys(((TABLE, item, m) for item in rows for m in (*WHO, "total")), 0)
    leaves = [item for item in rows if item in LEAVES]
    shares = [LEAVES[item] * random.gammavariate(0.5, 1) + 1e-9 for item in leaves]
    only_people = most == 40 and random.random() < 0.7
    who = [1.0 if name == "natural_person" or not only_people else 0.0 for name in WHO]
    who = [known * share for known, share in zip(who, WHO.values(), strict=True)]
    for _ in range(answered):
        _count(values, random.choices(leaves, shares)[0], random.choices(list(WHO), who)[0])
    for measure in WHO:
        for item in leaves:
            values[TABLE, "3.7", measure] += values[TABLE, item, measure]
        done = values[TABLE, "3.7", measure]
        carried = sum(random.random() < 0.04 for _ in range(done)) if done else 0
        values[TABLE, "2", measure] = min(done, carried)
        values[TABLE, "4", measure] = sum(random.random() < 0.04 for _ in range(done))
        values[TABLE, "1", measure] = (
            done + values[TABLE, "4", measure] - values[TABLE, "2", measure]
        )
    for item in rows:
        values[TABLE, item, "total"] = sum(values[TABLE, item, measure] for measure in WHO)
    return values


def _count(values: Values, item: str, measure: str) -> None:
    values[TABLE, item, measure] += 1


# Mistakes in one cell: what is printed instead of a number


def typed(value: int, random: Random) -> int:
    digits = list(str(value))
    place = random.randrange(len(digits))
    digits[place] = random.choice([d for d in "0123456789" if d != digits[place]])
    return int("".join(digits))


def added(value: int, random: Random) -> int:
    digits = str(value)
    place = random.randrange(len(digits) + 1)
    return int(digits[:place] + random.choice("123456789") + digits[place:])


def lost(value: int, random: Random) -> int:
    digits = str(value)
    place = random.randrange(len(digits))
    return int(digits[:place] + digits[place + 1 :] or "0")


def turned(value: int, random: Random) -> int:
    digits = list(str(value))
    if len(digits) < 2:
        return value
    place = random.randrange(len(digits) - 1)
    digits[place : place + 2] = digits[place + 1], digits[place]
    return int("".join(digits))


def drawn(value: int, random: Random) -> int:
    return random.randint(0, max(20, 2 * value))


def nothing(value: int, random: Random) -> int:
    return 0


Slip = Callable[[int, Random], int]
SLIPS: Mapping[str, Slip] = {
    "typed": typed,
    "added": added,
    "lost": lost,
    "turned": turned,
    "drawn": drawn,
    "nothing": nothing,
}


def damage(values: Values, count: int, random: Random, slips: Sequence[Slip]) -> Values:
    """The same figures with so many wrong cells, half of them among those that are not 0."""
    printed = dict(values)
    filled = [cell for cell, value in values.items() if value]
    wrong = 0
    for _ in range(300):  # an agency of one-digit numbers has no digits to exchange
        cell = random.choice(filled if random.random() < 0.5 else list(values))
        if printed[cell] == values[cell]:
            printed[cell] = random.choice(slips)(values[cell], random)
            wrong += printed[cell] != values[cell]
        if wrong == count:
            return printed
    return dict(values)


def shift(values: Values, cells: Sequence[Cell], random: Random, least: int = 1) -> Values:
    """The same figures with a run of neighbouring cells moved by one place."""
    for _ in range(300):
        first = random.randrange(len(cells) - 2)
        last = random.randrange(first + 2, len(cells))
        run = list(cells[first : last + 1])
        if random.random() < 0.5:
            run.reverse()
        printed = dict(values)
        printed[run[0]] = 0
        for before, after in itertools.pairwise(run):
            printed[after] = values[before]
        if sum(printed[cell] != values[cell] for cell in cells) >= least:
            return printed
    return dict(values)


def column(form: Form, measure: str) -> list[Cell]:
    return [(TABLE, item, measure) for item in items(form)]


def row(form: Form, item: str) -> list[Cell]:
    return [(TABLE, item, measure) for measure in form.table[TABLE].measure]


def fails(identities: Sequence[Identity], values: Mapping[Cell, int | None]) -> Iterator[str]:
    """Keys of the identities that do not add up."""
    for identity in identities:
        if sum(c * (values.get(cell) or 0) for cell, c in identity.coefficients.items()):
            yield identity.key
