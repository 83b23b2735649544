"""The domain: forms, labels, printed numbers, reports, facts and findings.

Everything here is pure: no file is written, no network, no Prefect, no Great
Expectations. The rooms above (`expectations`, `tasks`, `flows`) import from
here and never the other way round.
"""

__version__ = "0.1.0"
