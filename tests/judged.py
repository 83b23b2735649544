"""The gate of the product with the comparisons as its judge, for tests of what comes after it.

Great Expectations judges in `tests/expectations/test_verdict.py`, `test_parity.py` and in the
whole runs of `tests/flows`.
"""

from __future__ import annotations

from functools import partial

import tasks.validate
from expectations.verdict import comparisons

validate = partial(tasks.validate.validate, by=comparisons)
"""`tasks.validate.validate`, at once."""
