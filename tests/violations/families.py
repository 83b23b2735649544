"""A government that counts something else than the agencies below it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.violations.sound import CITY, Given, R, sound
from tests.violations.violation import Violation, made

DECLARED = "本报告汇总了全市各县区政府和市政府各部门的政府信息公开工作情况。"


def _whole(rng: Random, children: tuple[Given, ...], year: int) -> Given:
    numbers = {cell: sum(child.numbers[cell] for child in children) for cell in children[0].numbers}
    return replace(
        children[0],
        agency=CITY,
        numbers=numbers,
        sentences=(DECLARED,),
        year=year,
        day=f"{year + 1}-03-20",
    )


def _family(rng: Random, complete: bool) -> tuple[Given, tuple[Given, ...], str]:
    year = rng.randint(2022, 2025)
    names = ("示例市青禾区教育局", "示例市云溪县审计局")
    children = tuple(sound(rng, "2021", name, year) for name in names)
    listed = f"- agency: {CITY}\n  children: [{', '.join(names)}]\n"
    return (
        _whole(rng, children, year),
        children,
        listed + (f"  complete: [{year}]\n" if complete else ""),
    )


def less_than_child(rng: Random, _: str) -> Violation:
    """A government that counts fewer than one agency below it."""
    whole, (one, other), register = _family(rng, complete=False)
    more = whole.numbers[R, "reconsideration", "upheld"] + 1
    added = more - one.numbers[R, "reconsideration", "upheld"]
    one = one.plus((R, "reconsideration", "upheld"), (R, "reconsideration", "total"), by=added)
    rule = "agencies.at_least"
    return made(rule, whole, one, other, places={(rule, one.agency)}, register=register)


def not_the_sum(rng: Random, _: str) -> Violation:
    """A government that counts one more than all agencies below it."""
    whole, children, register = _family(rng, complete=True)
    whole = whole.plus((R, "reconsideration", "upheld"), (R, "reconsideration", "total"))
    return made("agencies.sum", whole, *children, places={("agencies.sum", "")}, register=register)
