"""What the prose beside the tables says of what they count, and of reasons for differences.

`quantities.yaml` is how each number is written; `prose_of` leaves the tables' own text
out; `scope` says whether a clause is about all cases or about a part; `statements` and
`reasons` are what is kept. Where it is not sure, it says so: a rule then only informs.
"""

from tasks.reshape.stated.reasons import reasons
from tasks.reshape.stated.statements import stated

__all__ = ["reasons", "stated"]
