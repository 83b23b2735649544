"""Where the error is: the smallest changes that make a report add up, and what happened.

Failing identities say that something is wrong; together with the holding ones they
often say what. `causes` first looks for mistakes that really happen (a digit typed
wrong, a total left at 0, a column moved by one place), then for the fewest cells of
any kind. It never changes a number: what it answers is a hint to look there.
"""

from expectations.locate.explain import causes
from expectations.locate.model import EDITS, Cause, Cell, Change, Identity, Repair

__all__ = ["EDITS", "Cause", "Cell", "Change", "Identity", "Repair", "causes"]
