"""Reading documents in rounds: what they say themselves, their pictures, and a second time.

Each round asks the store first and the workers for the rest; a worker keeps what
it read in the store, so that a killed run loses only what it was on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.environment import Settings
from gongkai.report import Document, Reading, Second
from tasks.collect import path_of
from tasks.extract.web.assets import digest
from tasks.pool import Answer
from tasks.read import lied, preferred
from tasks.second.browser import Browser
from tasks.second.choose import chosen
from tasks.second.means import means_of
from tasks.second.settle import is_lying, place_of, settled
from tasks.store import Store

PICTURED = ("text", "ocr")
"""What is read a second time by its picture."""

TWICE, REFUSED, FAILED = "second", "refused", "failed"
"""Ways beside those of `Reading.engine`."""

Order = dict[str, Any]
Carry = Callable[[str, list[Order]], Sequence[Answer]]
"""Has orders of one kind carried out by the workers, in shards; an answer per order."""


@dataclass(frozen=True)
class Read:
    """Everything that was read, and what it took.

    Attributes:
        readings: by document hash; the empty hash is a file that vanished.
        fresh: how many documents were read now, not taken from the store.
        ways: by means of reading, how many of these it gave in the end, and the seconds
            of workers spent on it, in vain or not.
        worker_megabytes: the most memory a worker used.
    """

    readings: Mapping[str, Reading]
    fresh: int
    ways: Mapping[str, tuple[int, float]]
    worker_megabytes: int


def way_of(reading: Reading) -> str:
    """By what means a reading was made, as a run tells it."""
    return reading.engine or REFUSED


class Rounds:
    """The rounds of reading over some documents."""

    def __init__(
        self,
        raw: Path,
        store: Store,
        settings: Settings,
        pictures: bool,
        carry: Carry,
        browser: Browser | None = None,
    ) -> None:
        """Read what lies under `raw`; `pictures` is whether these can be read here at all."""
        self.browser = browser if pictures else None
        self.raw = raw
        self.store = store
        self.settings = settings
        self.pictures = pictures
        self.carry = carry
        self.seconds: Counter[str] = Counter()
        self.twice = 0
        self.fresh: set[str] = set()
        self.peak = 0
        self.documents: dict[str, Document] = {}

    def read(self, documents: Sequence[Document]) -> Read:
        """Read every document once by itself, by picture where it must, and again in part."""
        self.documents = {d.sha256: d for d in reversed(documents) if d.sha256}
        readings = self._by_themselves()
        wanting = {sha: r for sha, r in readings.items() if r.picture}
        for sha256, picture in self._by_picture(wanting).items():
            readings[sha256] = preferred(readings[sha256], picture)
        readings = self._twice(readings)
        lying = {sha: r for sha, r in readings.items() if is_lying(r)}
        pictures = self._by_picture(lying)
        readings.update(self._twice({s: lied(p) for s, p in pictures.items() if not p.reason}))
        readings[""] = Reading(reason="vanished")
        return Read(readings, len(self.fresh), self._ways(readings), self.peak)

    def _ways(self, readings: Mapping[str, Reading]) -> dict[str, tuple[int, float]]:
        counts = Counter(way_of(readings[sha256]) for sha256 in self.fresh)
        counts[TWICE] = self.twice
        spent = {way: round(milliseconds / 1000, 1) for way, milliseconds in self.seconds.items()}
        ways = [way for way, _ in counts.most_common() if way != TWICE]
        ways += [way for way in sorted(spent) if way not in (*ways, TWICE)]
        return {way: (counts[way], spent.get(way, 0.0)) for way in (*ways, TWICE)}

    def _by_themselves(self) -> dict[str, Reading]:
        orders = {sha256: self._order("read", sha256) for sha256 in self.documents}
        return self._readings("读取", orders, "readings")

    def _by_picture(self, wanting: Mapping[str, Reading]) -> dict[str, Reading]:
        if not self.pictures:
            return {}
        orders = {
            sha256: {
                **self._order("picture", sha256),
                "probe": reading.picture == "probe",
                "seconds": self.settings.picture_seconds,
            }
            for sha256, reading in wanting.items()
        }
        return self._readings("识别图片", orders, "pictures")

    def _readings(self, name: str, orders: dict[str, Order], kind: Any) -> dict[str, Reading]:
        """What the store has, and what the workers read now."""
        known = {sha256: self.store.get(sha256, kind) for sha256 in orders}
        readings = {
            sha256: reading
            for sha256, reading in known.items()
            if reading is not None and self._is_as_before(sha256, reading)
        }
        missing = [order for sha256, order in orders.items() if sha256 not in readings]
        for answer in self._answers(name, missing):
            sha256 = str(answer.order["sha256"])
            self.fresh.add(sha256)
            failed = Reading(reason=answer.reason or "failed", details=answer.details)
            readings[sha256] = self.store.get(sha256, kind) or failed
        return readings

    def _is_as_before(self, sha256: str, reading: Reading) -> bool:
        """Whether what lies beside a web page is what lay there when it was read."""
        if reading.reader != "html":
            return True
        return reading.beside == digest(path_of(self.raw, self.documents[sha256]))

    def _twice(self, readings: Mapping[str, Reading]) -> dict[str, Reading]:
        """The readings with the second reader's beside them."""
        orders = []
        means = {sha256: self._means(sha256, reading) for sha256, reading in readings.items()}
        for sha256, figures in chosen(readings, self.settings.second_share).items():
            if readings[sha256].reader in PICTURED and not self.pictures:
                continue
            known = self.store.seconds(sha256, means[sha256])
            cells = [
                {"key": place_of(f), "page": f.page, "box": f.box, "pointer": f.pointer}
                for f in figures
                if place_of(f) not in known
            ]
            if cells:
                order = {
                    **self._order("second", sha256),
                    "reader": readings[sha256].reader,
                    "upright": readings[sha256].upright,
                    "cells": cells,
                    "means": means[sha256],
                    "browser": self.browser.path if self.browser and means[sha256] else "",
                    "seconds": self.settings.picture_seconds,
                }
                orders.append(order)
        self._answers("再次读取", orders)
        return {
            sha256: settled(reading, self._seconds(sha256, reading, means[sha256]))
            for sha256, reading in readings.items()
        }

    def _means(self, sha256: str, reading: Reading) -> str:
        if not reading.figures or self.browser is None:
            return ""
        return means_of(reading.reader, path_of(self.raw, self.documents[sha256]), self.browser)

    def _seconds(self, sha256: str, reading: Reading, means: str) -> Mapping[str, Second]:
        """What the second reader read; without the browser where that could not be started."""
        if not reading.figures:
            return {}
        return self.store.seconds(sha256, means) or self.store.seconds(sha256)

    def _answers(self, name: str, orders: list[Order]) -> Sequence[Answer]:
        answers = self.carry(name, orders) if orders else []
        for answer in answers:
            self.seconds[answer.way or FAILED] += round(answer.seconds * 1000)
            self.twice += answer.way == TWICE
            self.peak = max(self.peak, answer.peak)
        return answers

    def _order(self, job: str, sha256: str) -> Order:
        return {
            "do": job,
            "path": str(path_of(self.raw, self.documents[sha256])),
            "sha256": sha256,
            "store": str(self.store.folder),
        }
