"""Nights that go wrong: the command tried from outside, by the contract alone."""
