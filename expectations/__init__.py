"""The rule book: declared in `rules.yaml`, compiled to Great Expectations suites."""
