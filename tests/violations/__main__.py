"""`python -m tests.violations [count] [--clean]`."""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from random import Random

from expectations.finding import Finding
from tests.press.decoys import decoy_prose
from tests.violations.judged import judged, places
from tests.violations.sentences import decoys, truths
from tests.violations.smallest import violation
from tests.violations.sound import Given, before, sound

COUNT = 300
WORKERS = 2


def violations(count: int) -> bool:
    """Make violations of random rules; tell how many give exactly what they must, and if all."""
    right, every = Counter[str](), Counter[str]()
    with ProcessPoolExecutor(WORKERS) as pool:
        for rule, wrong in pool.map(_violated, range(count)):
            every[rule] += 1
            right[rule] += not wrong
            if wrong:
                print(wrong)
    print(f"exactly as expected: {right.total()} of {count} ({right.total() / count:.1%})")
    for rule in sorted(every):
        print(f"  {rule}: {right[rule]} of {every[rule]}")
    return right.total() == count


def _violated(number: int) -> tuple[str, str]:
    """The rule that a violation is of, and what is wrong with what came of it."""
    name, made = violation(number)
    found = places(judged(made.reports, Random(number), made.register), made.asked)
    if found == made.expected:
        return made.rule, ""
    said = "".join(made.reports[0].sentences)
    lost, extra = sorted(made.expected - found), sorted(found - made.expected)
    return made.rule, f"{name} {made.rule}: lost {lost}, extra {extra} {said}"


def clean(count: int) -> bool:
    """Print sound reports with prose full of numbers; tell what is said, and if it is nothing."""
    errors, prose, others = 0, 0, Counter[str]()
    with ProcessPoolExecutor(WORKERS) as pool:
        for number, found in enumerate(pool.map(_of_clean, range(count))):
            wrong = places(found)
            errors += any(f.holds for f in found)
            prose += any(rule.startswith("prose.") for rule, _ in wrong)
            others.update(rule for rule, _ in wrong)
            for finding in found:
                if finding.outcome == "fail" and finding.severity != "info":
                    print(f"{number} {finding.severity} {finding.key}: {finding.message}")
    print(f"{count} sound reports: {errors} with an error, {prose} with a warning from prose")
    print(f"  {dict(others)}")
    return not errors


def _of_clean(number: int) -> list[Finding]:
    rng = Random(f"clean {number}")
    form = rng.choice(("2021", "2021", "2021", "2019", "2019", "2014"))
    report = sound(rng, form)
    report = replace(report, sentences=_words(report, rng))
    has_last = form != "2014" and rng.random() < 0.5
    beside = (before(rng, report),) if has_last else ()
    return judged((report, *beside), rng)


def _words(report: Given, rng: Random) -> tuple[str, ...]:
    """True sentences and decoys, by either of two hands."""
    if report.form == "2021" and rng.random() < 0.5:
        cells = {cell: str(value) for cell, value in report.numbers.items()}
        return decoy_prose(rng, report.agency, report.year, cells)
    told = decoys(report.year, rng)
    if report.form != "2014":
        told += truths(report.numbers, report.year, rng, report.form)
    rng.shuffle(told)
    return tuple(told)


def main(arguments: list[str]) -> None:
    """Do one of the two."""
    numbers = [int(text) for text in arguments if text.isdecimal()]
    count = numbers[0] if numbers else COUNT
    if "--clean" in arguments:
        clean(count)
    else:
        violations(count)


if __name__ == "__main__":
    main(sys.argv[1:])
