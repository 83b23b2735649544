"""What the prose says in numbers, each with the sentence to quote.

Reports before 2014 have no national form; what their prose says about requests,
answers, reviews and lawsuits is kept, where a clause says it of the agency itself,
of the report's year and of all cases. A word that is not known to be harmless, or
two clauses that disagree, mean no value.

`words`: counts and the words around them. `sentences`: pages to sentences and clauses.
`quantities`: how the four are written. `setting`: what the text is speaking of.
`statements`: what is stated, and what of it agrees. Each imports from those before it.
"""

from tasks.reshape.prose.statements import quotations

__all__ = ["quotations"]
