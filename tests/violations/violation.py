"""Documents of which one breaks a rule, with what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.violations.sound import Given

Place = tuple[str, str]
"""A rule, and where: what stands in brackets behind it in a finding's key."""

DETAILS = ("natural_person", "business", "research", "social_welfare", "legal_service")


@dataclass(frozen=True)
class Violation:
    """Documents of which one violates a rule.

    Attributes:
        rule: the one that is meant.
        reports: the first is the one that is judged.
        expected: every finding of at least a warning that must come out, and no other; where it
            is a rule that only informs, all findings of that rule as well.
        register: the register of agencies, as YAML.
    """

    rule: str
    reports: tuple[Given, ...]
    expected: frozenset[Place]
    register: str = ""

    @property
    def asked(self) -> frozenset[str]:
        """The rules of which every finding counts."""
        return frozenset({self.rule, *(rule for rule, _ in self.expected)})


Make = Callable[[Random, str], Violation]


def made(rule: str, *reports: Given, places: set[Place], register: str = "") -> Violation:
    """A violation of a rule and of what else it cannot but violate."""
    return Violation(rule, reports, frozenset(places), register)


def one(rule: str, *reports: Given, place: str = "") -> Violation:
    """A violation of a rule at one place, and of no other."""
    return made(rule, *reports, places={(rule, place)})
