"""What the prose says of what the tables count, and of reasons for differences.

Everything that is said is kept, with what it is said of. A word that is not known to be
harmless, or that a number is of a part, means that a rule only asks.

`quantities.yaml`: how each number is written. `declared`: that file, compiled. `body`: the
sentences without the tables. `scope`: whose cases, of when. `clauses`: a sentence in its
parts. `frame`: what goes on from clause to clause. `numbers`, `denials`, `percentages` and
`respectively`: the ways to state something. `said`: what is stated. `reasons`: remarks on
why numbers differ. `sums`: what of it does not come to the rest.
`quoted`: what of it is kept of reports before 2014, which have no tables. Each imports from
those before it.
"""

from tasks.reshape.stated.quoted import quotations
from tasks.reshape.stated.reasons import reasons
from tasks.reshape.stated.said import stated
from tasks.reshape.stated.sums import contradictions

__all__ = ["contradictions", "quotations", "reasons", "stated"]
