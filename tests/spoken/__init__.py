"""Passages of annual reports that say numbers in prose, with what a careful reader takes from them.

Every passage is printed into a whole report whose tables agree with it, and again into reports
whose tables contradict it in one number. `python -m tests.spoken` reads them all and tells which
statements were found, which numbers were wrongly taken for statements, which contradictions were
noticed and where a contradiction was seen that is none.

The passages were written before the product understood them, from what real reports print, not
from the product's code. A passage is one string with its gold in it; `tests.spoken.passage` says
how to write one.
"""
