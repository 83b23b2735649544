"""What nobody should have to read, and whether a release is valid."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.nights.releases import digest
from tests.nights.runs import Ended, run

MACHINE: Final = re.compile(
    r"Traceback \(most recent|File \"[^\"]+\", line \d+|\b[A-Z]\w*(?:Error|Exception|Interrupt)\b"
    r"|\[Errno|\bobject at 0x|codec can't|\bNoneType\b|\bBrokenProcessPool\b|\bcore dumped\b"
    r"|<class '|Segmentation fault|errors\.pydantic|<(?:unicode|byte) string>|\bexpected <"
    r"|could not (?:find|determine|convert)|validation error|\| (?:ERROR|CRITICAL) +\|"
    r"|Is a directory|Not a directory|No space left|Read-only file|File (?:exists|name too long)"
    r"|Permission denied|Operation not permitted|No such file|Timed out while"
)
"""Words of the machine in what people read."""
CHINESE: Final = re.compile(r"[一-鿿]")
ALLOWED: Final = 60.0
"""Seconds a run may take; by the clock more where the machine is seen, or may be, busy."""


def machine_words(text: str) -> str:
    """The first words of the machine in a text with what stands around them, or nothing."""
    found = MACHINE.search(text)
    if not found:
        return ""
    return text[max(0, found.start() - 60) : found.end() + 100].replace("\n", "⏎")


def manners(ended: Ended, usual: float = 0, *, silent: bool = False) -> list[str]:
    """What is wrong with how a run ended, whatever it was about.

    Args:
        ended: The run.
        usual: Seconds by the clock that an undisturbed run takes at this time on this machine.
        silent: Whether what it says can't be seen.
    """
    wrong = []
    if ended.status is None:
        wrong.append(f"hangs: ended after {ended.wall:.0f} s")
    elif ended.cpu > ALLOWED or ended.wall > (max(ALLOWED, 4 * usual) if usual else 4 * ALLOWED):
        wrong.append(f"too long: {ended.wall:.0f} s, {ended.cpu:.0f} CPU s")
    if ended.status is not None and ended.status < 0:
        wrong.append(f"died of signal {-ended.status}")
    for name, text in (("stderr", ended.err), ("stdout", ended.out)):
        if words := machine_words(text):
            wrong.append(f"{name} has “{words}”")
    if ended.status in (1, 2) and not CHINESE.search(ended.err + ended.out) and not silent:
        wrong.append(f"status {ended.status} without a Chinese sentence")
    if ended.left:
        wrong.append(f"left running: {'; '.join(ended.left)}")
    return wrong


class Verifier:
    """`verify`, asked once for the same bytes."""

    def __init__(self, checkout: Path, temporary: Path) -> None:
        self._checkout, self._temporary = checkout, temporary
        self._known: dict[str, str] = {}

    def wrong(self, release: Path) -> str:
        """What `verify` says against a release, or nothing."""
        key = digest(release)
        if key not in self._known:
            ended = run(self._checkout, ["verify", str(release)], self._temporary)
            said = f"verify: {ended.status}: {ended.last}" if ended.status != 0 else ""
            self._known[key] = "; ".join([said, *manners(ended)] if said else manners(ended))
        return self._known[key]


def summary(wrong: Iterable[str], of: int, seconds: float) -> int:
    """Prints how many cases went wrong; the exit status."""
    count = len(list(wrong))
    print(f"{count} wrong of {of}, {seconds:.0f} s", flush=True)
    return 1 if count else 0
