"""The one family of exceptions this product raises on purpose."""

from __future__ import annotations


class GongkaiError(Exception):
    """Base of the family. The message is a full Chinese sentence for people."""


class ReadingError(GongkaiError):
    """One document cannot be read; the run goes on without it.

    Attributes:
        reason: a key of `gongkai.reasons.REASONS`.
        details: the values its sentence is filled with.
    """

    def __init__(self, reason: str, **details: object) -> None:
        """Keep the reason's key and what fills its sentence."""
        super().__init__(reason)
        self.reason = reason
        self.details = details


class DeclarationError(GongkaiError):
    """A form or a rule is declared wrongly (raised at start, names the file)."""


class BusyError(GongkaiError):
    """Another run holds the lock of the same output folder."""


class RunError(GongkaiError):
    """The job itself cannot go on (input folder missing, output not writable)."""
