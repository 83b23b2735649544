"""An adversary: the smallest violation of a rule, printed, read and judged like any report.

`python -m tests.violations [count]` makes violations of random rules and compares the findings
with exactly those that must come out; `--clean` does the same with sound reports whose prose is
full of other numbers, from which nothing may come.
"""
