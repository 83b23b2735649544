"""Tables of the form of 2021 that agree with what a passage says, and keep every sum of the form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from random import Random
from typing import Final

from tests.press.form_2021 import (
    APPLICATION_MEASURES,
    APPLICATIONS,
    DISCLOSURE,
    RESULT_LEAVES,
    REVIEW,
    CellKey,
)

Fixed = Mapping[tuple[str, str], int]
"""Cells of tables 三 and 四 that are set besides the quantities, by item and measure."""

LEAVES: Final[dict[str, tuple[str, ...]]] = {
    "granted": ("3.1",),
    "partly_granted": ("3.2",),
    "unable": ("3.4.1", "3.4.3", "3.4.2"),
    "refused": ("3.3.7", *(f"3.3.{n}" for n in (1, 2, 3, 4, 5, 6, 8))),
    "unprocessed": tuple(f"3.5.{n}" for n in range(1, 6)),
    "otherwise": ("3.6.3", "3.6.1", "3.6.2"),
}
"""The rows that a result of requests is counted in; a number goes to the first that is free."""

SINGLE: Final[dict[str, tuple[str, str]]] = {
    "regulations_issued": ("regulations", "issued"),
    "documents_issued": ("normative_documents", "issued"),
    "documents_repealed": ("normative_documents", "repealed"),
    "documents_in_force": ("normative_documents", "in_force"),
    "licensing_decided": ("licensing", "decisions"),
    "penalties_decided": ("penalty", "decisions"),
    "coercion_decided": ("coercion", "decisions"),
    "fees_charged": ("fees", "amount"),
}
"""Quantities that are one cell of table 二."""


class ImpossibleError(ValueError):
    """No tables can agree with all that is said."""


class Chance:
    """Numbers for what is not said, none of which is one of those to be kept clear of."""

    def __init__(self, rng: Random, avoid: Iterable[str]) -> None:
        self.rng = rng
        self.avoid = {int(n) for n in avoid if n.isdecimal()}

    def number(self, low: int, high: int) -> int:
        """A number from `low` to about `high`."""
        value = self.rng.randint(low, high)
        while value in self.avoid:
            value += 1
        return value


def tables(said: Mapping[str, Decimal], fixed: Fixed, chance: Chance) -> dict[CellKey, str]:
    """The printed cells of tables 二, 三 and 四.

    Args:
        said: counts by quantity; fees in 万元.
        fixed: cells that are set besides.
        chance: for what is not said.

    Raises:
        ImpossibleError: Nothing agrees with all of it.
    """
    known = {quantity: int(v) for quantity, v in said.items() if quantity != "fees_charged"}
    cells = _disclosure(said, chance)
    cells |= _requests(known, fixed, chance)
    return cells | _cases(known, fixed, chance)


def _disclosure(said: Mapping[str, Decimal], chance: Chance) -> dict[CellKey, str]:
    value = {q: str(said[q]) for q in SINGLE if q in said}
    if "documents_published" in said and "documents_issued" not in said:
        value["documents_issued"] = str(said["documents_published"])
    value.setdefault("regulations_issued", "0")
    value.setdefault("documents_issued", str(chance.number(1, 9)))
    value.setdefault("documents_repealed", str(chance.number(1, 6)))
    least = int(value["documents_issued"])
    value.setdefault("documents_in_force", str(chance.number(least + 5, least + 60)))
    for quantity in ("licensing_decided", "penalties_decided", "coercion_decided"):
        value.setdefault(quantity, str(chance.number(100, 900)))
    value.setdefault("fees_charged", f"{chance.number(100, 300)}.5")
    cells = {(DISCLOSURE, *SINGLE[q]): text for q, text in value.items()}
    for measure in ("repealed", "in_force"):
        cells[DISCLOSURE, "regulations", measure] = "0"
    return cells


def _part(whole: int, part: int) -> int:
    if part > whole:
        raise ImpossibleError(f"{part} of {whole}")
    return whole - part


def _results(known: dict[str, int], fixed: Fixed) -> dict[str, int]:
    """The results that are said, or set by their rows, or what is left of a sum that is said."""
    found = {q: known[q] for q in LEAVES if q in known}
    for quantity, leaves in LEAVES.items():
        if set_rows := [fixed[leaf, "total"] for leaf in leaves if (leaf, "total") in fixed]:
            found.setdefault(quantity, sum(set_rows))
    if (both := known.get("granted_or_partly")) is not None:
        if "granted" in found:
            found.setdefault("partly_granted", _part(both, found["granted"]))
        found.setdefault("partly_granted", both // 3)
        found.setdefault("granted", _part(both, found["partly_granted"]))
        if found["granted"] + found["partly_granted"] != both:
            raise ImpossibleError("granted and partly")
    return found


def _flow(
    known: dict[str, int], least: int, open_ended: bool, chance: Chance
) -> tuple[int, int, int, int]:
    """New, carried in, answered, carried over: what is said of them, and the rest to fit.

    Args:
        known: what is said.
        least: the sum of the results that are said.
        open_ended: whether there may be results besides.
        chance: for what nothing is said of.
    """
    new, carried, done, left = (
        known.get(q) for q in ("received", "carried_in", "answered", "carried_over")
    )
    applicants = [known[q] for q in ("by_persons", "by_organisations") if q in known]
    if len(applicants) == 2:
        new = sum(applicants) if new is None else new
        if new != sum(applicants):
            raise ImpossibleError("applicants")
    if new is None:
        if done is None:
            start = max(least, sum(applicants) + (carried or 0))
            done = start + (chance.number(11, 60) if open_ended else start - least)
        new = done + (left or 0) - (carried or 0)
        if new < sum(applicants):
            raise ImpossibleError("more applicants than requests")
    if done is None:
        done = new + (carried or 0) - (left or 0)
        if done > least and not open_ended:
            if left is not None:
                raise ImpossibleError("results left over")
            left, done = done - least, least
        elif done < least:
            if carried is not None:
                raise ImpossibleError("more results than requests")
            carried, done = least + (left or 0) - new, least
    if carried is None and left is None:
        carried, left = max(0, done - new), max(0, new - done)
    carried = done + (left or 0) - new if carried is None else carried
    left = new + carried - done if left is None else left
    if new + carried != done + left or min(new, carried, done, left) < 0:
        raise ImpossibleError("flow")
    return new, carried, done, left


def _requests(known: dict[str, int], fixed: Fixed, chance: Chance) -> dict[CellKey, str]:
    results = _results(known, fixed)
    free = [q for q in ("unable", "refused", "granted", "unprocessed", "otherwise",
                        "partly_granted") if q not in results]  # fmt: skip
    least = sum(results.values())
    new, carried, done, left = _flow(known, least, bool(free), chance)
    rest = done - least
    if rest < 0 or (rest and not free):
        raise ImpossibleError("results")
    if rest:
        results[free[0]] = rest
    total = {"1": new, "2": carried, "3.7": done, "4": left}
    for quantity, leaves in LEAVES.items():
        for leaf in leaves:
            total[leaf] = fixed.get((leaf, "total"), 0)
        over = _part(results.get(quantity, 0), sum(total[leaf] for leaf in leaves))
        if over:
            open_leaf = [leaf for leaf in leaves if (leaf, "total") not in fixed]
            if not open_leaf:
                raise ImpossibleError(quantity)
            total[open_leaf[0]] += over
    organisations = known.get("by_organisations")
    if organisations is None:
        persons = known.get("by_persons")
        organisations = new // 4 if persons is None else _part(new, persons)
    business, waiting = {"1": organisations, "2": 0, "3.7": 0}, organisations
    for item in (*RESULT_LEAVES, "4"):
        business[item] = min(waiting, total[item])
        waiting -= business[item]
        business["3.7"] += business[item] if item != "4" else 0
    if waiting:
        raise ImpossibleError("organisations")
    cells: dict[CellKey, str] = {}
    for item, value in total.items():
        row = dict.fromkeys(APPLICATION_MEASURES, 0)
        row |= {"natural_person": value - business[item], "business": business[item]}
        row["total"] = value
        cells |= {(APPLICATIONS, item, measure): str(count) for measure, count in row.items()}
    return cells


def _cases(known: dict[str, int], fixed: Fixed, chance: Chance) -> dict[CellKey, str]:
    """Table 四."""
    lost = known.get("lawsuits_lost", 0)
    direct, after = known.get("litigated_directly"), known.get("litigated_after_review")
    if (suits := known.get("litigated")) is not None:
        if direct is None:
            direct = suits if after is None else _part(suits, after)
        after = _part(suits, direct) if after is None else after
        if direct + after != suits:
            raise ImpossibleError("lawsuits")
    direct = chance.number(1, 5) + lost if direct is None else direct
    after = chance.number(1, 5) if after is None else after
    set_reviews = sum(n for (item, _), n in fixed.items() if item == "reconsideration")
    reviews = known.get("reviewed")
    if reviews is None:
        reviews = known.get("reviews_corrected", 0) + set_reviews + chance.number(1, 7)
    lost_directly = min(lost, direct)
    cells: dict[CellKey, str] = {}
    for item, total, corrected in (
        ("reconsideration", reviews, known.get("reviews_corrected", 0)),
        ("litigation_direct", direct, lost_directly),
        ("litigation_after_reconsideration", after, lost - lost_directly),
    ):
        row = {m: fixed.get((item, m), 0) for m in ("upheld", "other", "pending")}
        row["corrected"] = corrected or fixed.get((item, "corrected"), 0)
        over = _part(total, sum(row.values()))
        if over:
            unset = [m for m in ("upheld", "other", "pending") if (item, m) not in fixed]
            if not unset:
                raise ImpossibleError(item)
            row[unset[0]] += over
        row["total"] = total
        cells |= {(REVIEW, item, measure): str(count) for measure, count in row.items()}
    return cells
