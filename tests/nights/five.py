"""Nights in sequence: reports that come, are corrected, vanish and come back."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from tests.nights.inputs import (
    CELL,
    FEES,
    Paper,
    agency,
    put_sidecar,
    report,
    sidecar_of,
    with_cells,
    wrong,
)
from tests.nights.judge import Verifier, machine_words, manners
from tests.nights.place import Place
from tests.nights.releases import (
    AMOUNT,
    Row,
    cells,
    current,
    digest,
    figures,
    findings,
    parquets,
    reports,
    rows,
)
from tests.nights.runs import Ended, run

GONE: Final = re.compile("消失|不在|不见|移除|撤下|已删除|找不到|没有了")


@dataclass
class Nights:
    """One sequence of nights over one folder.

    Attributes:
        wrong: What was wrong, with the night.
        known: Every figure published so far: report, version and cell.
        first_seen: When each content came in.
        renumbers: Whether an older report may come in later, so that versions are counted anew.
        said: What the contract says and is not kept, said once.
    """

    checkout: Path
    place: Place
    verifier: Verifier
    night: int = 0
    wrong: list[str] = field(default_factory=list)
    known: set[tuple[Any, ...]] = field(default_factory=set)
    first_seen: dict[str, Any] = field(default_factory=dict)
    renumbers: bool = False
    said: set[str] = field(default_factory=set)
    last: Ended | None = None

    @property
    def raw(self) -> Path:
        """The raw folder."""
        return self.place.raw

    @property
    def release(self) -> Path:
        """The current release."""
        return current(self.place.processed) or self.place.processed / "none"

    def check(self, holds: object, words: str) -> None:
        """Notes what does not hold."""
        if not holds:
            self.wrong.append(f"night {self.night}: {words}")

    def run(self, *options: str, status: int = 0) -> Ended:
        """One night, and what holds after each."""
        self.night += 1
        self.place.options = list(options)
        was = self.release
        before = digest(was) if was.is_dir() else ""
        day = {"GONGKAI_TODAY": f"2024-03-{self.night:02}"}
        ended = run(self.checkout, self.place.arguments, self.place.temporary, day)
        self.last = ended
        for each in manners(ended):
            self.check(False, each)
        self.check(ended.status == status, f"status {ended.status}, not {status}: {ended.last}")
        if status != 0 or ended.status != 0:
            same = self.release == was and (not before or digest(was) == before)
            self.check(same, "stopped, but the release was replaced")
            return ended
        if said := self.verifier.wrong(self.release):
            self.check(False, said)
        for each in contract(self.release):
            self.check(each in self.said, each)
            self.said.add(each)
        now = _known(self.release, self.renumbers)
        if lost := self.known - now:
            example = sorted(lost, key=str)[0]
            self.check(False, f"{len(lost)} figures are nowhere any more, such as {example}")
        self.known |= now
        for row in self.every_report():
            key, seen = row["document_sha256"], row.get("first_seen")
            if seen is not None and self.first_seen.setdefault(key, seen) != seen:
                self.check(False, f"first_seen of {row['source']} was {self.first_seen[key]}")
        return ended

    def every_report(self) -> list[Row]:
        """The rows of `reports.parquet` and of `earlier/reports.parquet`."""
        return [*reports(self.release), *rows(self.release / "earlier" / "reports.parquet")]

    def of(self, whose: str) -> dict[int, Row]:
        """The rows of `reports.parquet` of an agency by version, without duplicates."""
        return {
            row["version"]: row
            for row in reports(self.release)
            if row["agency"] == whose and row["status"] != "duplicate"
        }

    def expect(self, whose: str, **versions: str) -> None:
        """Checks versions and status of an agency: `v1="held"`."""
        has = {f"v{version}": row["status"] for version, row in self.of(whose).items()}
        self.check(has == versions, f"{whose}: {has}, not {versions}")

    def value(self, whose: str, version: int, *where: str) -> str | None:
        """What is printed in `CELL` of a version, wherever it is readable."""
        for place, row in cells(self.release):
            its = (row["table"], row["item"], row["measure"])
            ours = (row["agency"], row["version"], *its) == (whose, version, *CELL)
            if ours and (not where or place in where):
                return str(row["raw"])
        return None

    def readable(self, whose: str, version: int, raw: str, *where: str) -> None:
        """Checks that a version says this."""
        has = self.value(whose, version, *where)
        places = "/".join(where) or "facts/held/earlier"
        self.check(has == raw, f"version {version} of {whose} says {has} in {places}, not {raw}")

    def outcomes(self, whose: str, version: int) -> set[str]:
        """The outcomes of the error findings of a version."""
        ids = {row["report_id"] for row in self.every_report() if row["agency"] == whose}
        return {
            row["outcome"]
            for row in findings(self.release)
            if row["report_id"] in ids and row["version"] == version and row["severity"] == "error"
        }

    def resolved(self, whose: str, version: int) -> None:
        """Checks that the errors of a version are closed, with the day."""
        has = self.outcomes(whose, version)
        self.check(has == {"resolved"}, f"errors of version {version} are {has or 'gone'}")
        closed = [row for row in findings(self.release) if row["outcome"] == "resolved"]
        for row in closed:
            dates = [value for value in row.values() if hasattr(value, "year")]
            said = re.search(r"\d{4}(-\d\d?-|年\d\d?月)\d\d?", row["message"])
            self.check(dates or said, f"resolved without a day: {row['message']}")

    def page(self, whose: str, *texts: str) -> None:
        """Checks that one page of an agency's report shows all these numbers."""
        ids = {row["report_id"] for row in self.every_report() if row["agency"] == whose}
        pages = [
            path.read_text("utf-8")
            for path in self.release.rglob("quality/**/*.html")
            if any(path.name.startswith(each) for each in ids)
        ]
        words = [set(re.findall(r"[\d.]+", re.sub(r"<[^>]*>", " ", page))) for page in pages]
        shown = any(set(texts) <= page for page in words)
        self.check(shown, f"no page of {whose} shows {' and '.join(texts)} side by side")

    def vanished(self, *papers: Paper) -> None:
        """Checks that these are listed as vanished, on the terminal and in the report."""
        path = self.release / "quality" / "index.html"
        page = path.read_text("utf-8") if path.is_file() else ""
        for where, text in (("the terminal", self.terminal), ("index.html", page)):
            for paper in papers:
                named = paper.name in text or paper.made.agency in text
                self.check(named, f"{paper.name} has vanished, and {where} does not name it")
            self.check(GONE.search(text), f"{where} does not say that something has vanished")

    def nothing_vanished(self, *papers: Paper) -> None:
        """Checks that the terminal names none of these as vanished."""
        for paper in papers if GONE.search(self.terminal) else ():
            named = paper.name in self.terminal or paper.made.agency in self.terminal
            self.check(not named, f"{paper.name} is said to have vanished")

    @property
    def terminal(self) -> str:
        """What the last night printed and said."""
        return "" if self.last is None else self.last.out + self.last.err


def _known(release: Path, renumbers: bool) -> set[tuple[Any, ...]]:
    return {
        (key[0], 0 if renumbers else key[1], *cell)
        for key, each in figures(release, "facts", "held", "earlier").items()
        for cell in each
        if cell[3] == "number"
    }


def contract(release: Path) -> Iterator[str]:
    """What the contract says of every release and this one does not keep."""
    for path in parquets(release):
        name = path.relative_to(release)
        schema = pq.ParquetFile(path).schema_arrow
        for place, kind in _decimals(schema):
            if kind != AMOUNT:
                yield f"{name}: {place} is {kind}"
        if name.parts[0] in ("facts", "held"):
            if missing := {"year", "table"} - set(schema.names):
                yield f"{name}: without {sorted(missing)}"
                continue
            kept = pq.ParquetFile(path).read(["year", "table"]).to_pylist()
            years = {str(row["year"]) for row in kept}
            if {row["table"] for row in kept} != {name.parts[1]}:
                yield f"{name}: another table inside"
            if years != {name.parts[2].removeprefix("year=")} and "None" not in years:
                yield f"{name}: years {sorted(years)} inside"
    for name, columns in (
        ("reports", {"url", "first_seen"}),
        ("findings", {"agency", "year", "page"}),
    ):
        if missing := columns - set(pq.read_schema(release / f"{name}.parquet").names):
            yield f"{name}: without {sorted(missing)}"
    for row in reports(release):
        if row.get("first_seen", "") is None:
            yield f"reports: no first_seen for {row['source']}"
    for row in findings(release):
        if "agency" in row and row["agency"] is None and row["rule"].startswith("applications"):
            yield f"findings: no agency for {row['key']}"
            break
    keys = [
        (place, row["report_id"], row["version"], row["table"], row["item"], row["measure"])
        for place, row in cells(release)
    ]
    if len(set(keys)) != len(keys):
        yield "a cell stands twice"
    if words := machine_words((release / "quality" / "index.html").read_text("utf-8")):
        yield f"people read “{words}”"


def _decimals(schema: pa.Schema) -> Iterator[tuple[str, Any]]:
    def inside(name: str, kind: Any) -> Iterator[tuple[str, Any]]:
        if pa.types.is_decimal(kind):
            yield name, kind
        elif pa.types.is_list(kind):
            yield from inside(name, kind.value_type)
        elif pa.types.is_struct(kind):
            for each in kind:
                yield from inside(f"{name}.{each.name}", each.type)

    for each in schema:
        yield from inside(each.name, each.type)


# The papers.

WHO: Final = agency(0)
SOUND: Final = report(WHO)
OTHERS: Final = tuple(Paper(f"其他/{n}.html", "html", report(agency(n))) for n in range(5, 8))
"""What lies beside it all nights."""


def _first() -> Paper:
    return Paper("甲/2023.html", "html", with_cells(wrong(SOUND), {CELL: "1001"}))


def _second() -> Paper:
    return Paper("甲/2023.html", "html", with_cells(SOUND, {CELL: "2002"}))


def _third() -> Paper:
    return Paper("甲/2023.html", "html", with_cells(SOUND, {CELL: "3003"}))


def _begin(nights: Nights, first: Paper | None = None) -> None:
    for paper in (*OTHERS, first or _first()):
        paper.put(nights.raw)


Sequence_ = Callable[[Nights], None]


def five_nights(nights: Nights) -> None:
    """Comes with a mistake; nothing; corrected; taken away; comes back changed."""
    _begin(nights)
    nights.run()
    nights.expect(WHO, v1="held")
    nights.readable(WHO, 1, "1001", "held")
    before = nights.release
    its = digest(before, ".parquet")
    nights.run()
    nights.check(nights.release == before, "a quiet night makes another release")
    nights.check(digest(nights.release, ".parquet") == its, "a quiet night makes other Parquet")
    _second().put(nights.raw)
    nights.run()
    nights.check(nights.of(WHO).get(2, {}).get("status") == "published", "version 2 not published")
    nights.readable(WHO, 2, "2002", "facts")
    nights.readable(WHO, 1, "1001")
    nights.resolved(WHO, 1)
    nights.page(WHO, "1001", "2002")
    (nights.raw / _first().name).unlink()
    nights.run()
    nights.vanished(_first())
    nights.readable(WHO, 2, "2002")
    nights.readable(WHO, 1, "1001")
    nights.check(nights.value(WHO, 2, "facts") is None, "vanished, and still in facts")
    _third().put(nights.raw)
    nights.run()
    nights.check(nights.of(WHO).get(3, {}).get("status") == "published", "version 3 not published")
    nights.readable(WHO, 3, "3003", "facts")
    nights.readable(WHO, 2, "2002")
    nights.readable(WHO, 1, "1001")
    nights.nothing_vanished(_first())


def pdf_nights(nights: Nights) -> None:
    """The same with a PDF, corrected and taken away."""
    first = replace(_first(), name="甲/2023.pdf", kind="pdf")
    _begin(nights, first)
    nights.run()
    nights.expect(WHO, v1="held")
    replace(_second(), name=first.name, kind="pdf").put(nights.raw)
    nights.run()
    nights.readable(WHO, 2, "2002", "facts")
    nights.readable(WHO, 1, "1001")
    nights.resolved(WHO, 1)
    nights.page(WHO, "1001", "2002")
    (nights.raw / first.name).unlink()
    nights.run()
    nights.vanished(first)
    nights.readable(WHO, 2, "2002")


def beside_with_dates(nights: Nights) -> None:
    """A corrected one beside the first, told apart by `published_on`."""
    _begin(nights, replace(_first(), name="甲/z.html", sidecar={"published_on": "2024-01-20"}))
    nights.run()
    replace(_second(), name="甲/a.html", sidecar={"published_on": "2024-02-10"}).put(nights.raw)
    nights.run()
    _beside(nights)
    later = nights.release
    nights.run()
    nights.check(nights.release == later, "a quiet night makes another release")


def beside_at_once(nights: Nights) -> None:
    """Both in the first night, dates against the names; then without the older."""
    _begin(nights, replace(_first(), name="甲/z.html", sidecar={"published_on": "2024-01-20"}))
    replace(_second(), name="甲/a.html", sidecar={"published_on": "2024-02-10"}).put(nights.raw)
    nights.run()
    _beside(nights)
    (nights.raw / "甲/z.html").unlink()
    nights.run()
    nights.readable(WHO, 2, "2002", "facts")
    nights.readable(WHO, 1, "1001")


def beside_without_dates(nights: Nights) -> None:
    """A corrected one beside the first, told apart by when each was first seen."""
    _begin(nights, replace(_first(), name="甲/z.html"))
    nights.run()
    replace(_second(), name="甲/a.html").put(nights.raw)
    nights.run()
    _beside(nights)
    replace(_third(), name="甲/b.html").put(nights.raw)
    nights.run()
    nights.readable(WHO, 3, "3003", "facts")
    nights.readable(WHO, 2, "2002")
    nights.readable(WHO, 1, "1001")


def _beside(nights: Nights) -> None:
    nights.readable(WHO, 2, "2002", "facts")
    nights.readable(WHO, 1, "1001")
    nights.check(nights.of(WHO).get(2, {}).get("status") == "published", "version 2 not published")
    nights.resolved(WHO, 1)
    nights.page(WHO, "1001", "2002")
    out = nights.last.out if nights.last else ""
    nights.check("暂缓 0" in out, f"the old version is still to be verified: {out.strip()[:60]}")


def older_beside(nights: Nights) -> None:
    """An older one is found beside a newer: it is version 1, or at least not the newest."""
    nights.renumbers = True
    _begin(nights, replace(_second(), name="甲/a.html", sidecar={"published_on": "2024-02-10"}))
    nights.run()
    replace(_first(), name="甲/z.html", sidecar={"published_on": "2024-01-20"}).put(nights.raw)
    nights.run()
    newest = max(nights.of(WHO).items(), default=(0, {}))[1]
    nights.check(newest.get("source") == "甲/a.html", "the older report counts as the newest")
    nights.check("2002" in _in_facts(nights), "the newer report's figures left facts")


def _in_facts(nights: Nights) -> set[str]:
    return {
        row["raw"]
        for place, row in cells(nights.release)
        if place == "facts"
        and row["agency"] == WHO
        and (row["table"], row["item"], row["measure"]) == CELL
    }


def still_wrong(nights: Nights) -> None:
    """A correction that is wrong again, and then one that is not."""
    _begin(nights)
    nights.run()
    bad = with_cells(wrong(SOUND, 9), {CELL: "2002"})
    replace(_first(), made=bad).put(nights.raw)
    nights.run()
    nights.check(nights.of(WHO).get(2, {}).get("status") == "held", "version 2 not held")
    nights.check("fail" in nights.outcomes(WHO, 2), "version 2 without a failing error")
    nights.readable(WHO, 2, "2002", "held")
    nights.readable(WHO, 1, "1001")
    nights.check(not _in_facts(nights), "something of it stands in facts")
    _third().put(nights.raw)
    nights.run()
    nights.readable(WHO, 3, "3003", "facts")
    nights.resolved(WHO, 2)
    nights.resolved(WHO, 1)


def worse(nights: Nights) -> None:
    """A sound report overwritten by a wrong one: held, and the sound figures stay readable."""
    _begin(nights, _second())
    nights.run()
    replace(_first(), made=with_cells(wrong(SOUND), {CELL: "3003"})).put(nights.raw)
    nights.run()
    nights.check(nights.of(WHO).get(2, {}).get("status") == "held", "version 2 not held")
    nights.readable(WHO, 1, "2002")
    nights.readable(WHO, 2, "3003", "held")


def same_figures(nights: Nights) -> None:
    """Overwritten by other bytes that say the same: no new version, nothing vanished."""
    _begin(nights)
    nights.run()
    path = nights.raw / _first().name
    path.write_bytes(path.read_bytes().replace(b"</body>", b"<!-- 1025 visits --></body>"))
    nights.run()
    nights.expect(WHO, v1="held")
    nights.nothing_vanished(_first())
    nights.check("resolved" not in nights.outcomes(WHO, 1), "closed, though it says the same")


def renamed(nights: Nights) -> None:
    """Renamed only: not gone, no new version."""
    _begin(nights)
    nights.run()
    (nights.raw / _first().name).rename(nights.raw / "年报.html")
    for paper in OTHERS:
        (nights.raw / paper.name).rename(nights.raw / Path(paper.name).name)
    nights.run()
    nights.expect(WHO, v1="held")
    nights.nothing_vanished(_first(), *OTHERS)
    nights.check({row["source"] for row in nights.of(WHO).values()} == {"年报.html"}, "old source")


def swapped(nights: Nights) -> None:
    """Two files change places: nothing is another, nothing is gone."""
    _begin(nights)
    nights.run()
    one, two = nights.raw / _first().name, nights.raw / OTHERS[0].name
    contents = one.read_bytes(), two.read_bytes()
    two.write_bytes(contents[0])
    one.write_bytes(contents[1])
    nights.run()
    nights.expect(WHO, v1="held")
    nights.expect(agency(5), v1="published")
    nights.readable(WHO, 1, "1001", "held")
    nights.nothing_vanished(_first(), OTHERS[0])


def other_agency(nights: Nights) -> None:
    """A file is overwritten by another agency's report: the first one has vanished."""
    _begin(nights)
    nights.run()
    Paper(_first().name, "html", report(agency(9))).put(nights.raw)
    nights.run()
    nights.expect(agency(9), v1="published")
    nights.readable(WHO, 1, "1001")
    nights.vanished(_first())


def older_date(nights: Nights) -> None:
    """Overwritten by one with an older `published_on`: both stay readable, two versions."""
    nights.renumbers = True
    _begin(nights, replace(_first(), sidecar={"published_on": "2024-02-10"}))
    nights.run()
    replace(_second(), sidecar={"published_on": "2024-01-20"}).put(nights.raw)
    nights.run()
    versions = {
        row["raw"]: row["version"]
        for _, row in cells(nights.release)
        if row["agency"] == WHO and (row["table"], row["item"], row["measure"]) == CELL
    }
    nights.check(set(versions) == {"1001", "2002"}, f"readable: {versions}")
    nights.check(len(set(versions.values())) == 2, f"one version for two contents: {versions}")


def restored(nights: Nights) -> None:
    """Taken away and put back unchanged: the same version, first seen when it was."""
    _begin(nights, _second())
    nights.run()
    content = (nights.raw / _second().name).read_bytes()
    (nights.raw / _second().name).unlink()
    nights.run()
    nights.vanished(_second())
    (nights.raw / _second().name).write_bytes(content)
    nights.run()
    nights.expect(WHO, v1="published")
    nights.readable(WHO, 1, "2002", "facts")
    nights.nothing_vanished(_second())
    nights.run()
    nights.nothing_vanished(_second())


def restored_wrong(nights: Nights) -> None:
    """The first one is put back in the correction's place: known content, its old version."""
    _begin(nights)
    nights.run()
    _second().put(nights.raw)
    nights.run()
    _first().put(nights.raw)
    nights.run()
    nights.check("1001" not in _in_facts(nights), "the wrong figures stand in facts")
    nights.check(nights.value(WHO, 2) == "2002", "the correction's figures are not version 2")


def sidecar_only(nights: Nights) -> None:
    """A sidecar comes, changes and goes: the content is the same, so is the version."""
    _begin(nights, _second())
    nights.run()
    path = nights.raw / _second().name
    put_sidecar(path, {"url": "https://a.gov.cn/1", "published_on": "2024-01-20"})
    nights.run()
    nights.expect(WHO, v1="published")
    row = nights.of(WHO).get(1, {})
    nights.check(row.get("url") == "https://a.gov.cn/1", "url of the sidecar not in reports")
    put_sidecar(path, {"published_on": "2024-02-20"})
    nights.run()
    nights.expect(WHO, v1="published")
    sidecar_of(path).unlink()
    nights.run()
    nights.expect(WHO, v1="published")
    nights.readable(WHO, 1, "2002", "facts")


def duplicate(nights: Nights) -> None:
    """The same bytes twice: one counts; when the one that counts goes, the other does."""
    _begin(nights, _second())
    replace(_second(), name="甲/copy.html").put(nights.raw)
    nights.run()
    nights.expect(WHO, v1="published")
    counted = nights.of(WHO).get(1, {}).get("source", "甲/2023.html")
    (nights.raw / counted).unlink()
    nights.run()
    nights.expect(WHO, v1="published")
    nights.readable(WHO, 1, "2002", "facts")
    nights.nothing_vanished(_second())


MANY: Final = tuple(Paper(f"多/{n}.html", "html", report(agency(n), 2022)) for n in range(14))


def many_removed(nights: Nights) -> None:
    """Twelve of fourteen go: stopped; meant: listed; ten of fourteen would have gone on."""
    for paper in MANY:
        paper.put(nights.raw)
    nights.run()
    texts = {paper.name: (nights.raw / paper.name).read_bytes() for paper in MANY}
    for paper in MANY[:12]:
        (nights.raw / paper.name).unlink()
    nights.run(status=1)
    named = [paper for paper in MANY[:12] if paper.name in nights.terminal]
    nights.check(len(named) == 12, f"names {len(named)} of the 12 that are gone")
    nights.check("--accept-removals" in nights.terminal, "does not say how to mean it")
    nights.run("--accept-removals")
    nights.vanished(MANY[0], MANY[11])
    nights.check(len(reports(nights.release)) == 2, "not two reports")
    for name, content in texts.items():
        (nights.raw / name).write_bytes(content)
    nights.run()
    nights.check(len(reports(nights.release)) == 14, "not fourteen reports after their return")
    for paper in MANY[:10]:
        (nights.raw / paper.name).unlink()
    nights.run()
    nights.vanished(*MANY[:10])
    for paper in MANY[10:]:
        (nights.raw / paper.name).unlink()
    nights.run(status=1)
    nights.run("--accept-removals")
    nights.check(not reports(nights.release), "reports of documents that are gone")


def many_renamed(nights: Nights) -> None:
    """All renamed into other folders: nothing is gone; then all content replaced: all is."""
    for paper in MANY[:12]:
        paper.put(nights.raw)
    nights.run()
    for number, paper in enumerate(MANY[:12]):
        to = nights.raw / f"{number % 3}" / f"{number}.html"
        to.parent.mkdir(exist_ok=True)
        (nights.raw / paper.name).rename(to)
    nights.run()
    nights.check(len(reports(nights.release)) == 12, "not twelve reports")
    nights.nothing_vanished(*MANY)
    for path in sorted(nights.raw.rglob("*.html")):
        path.write_bytes(b"")
    nights.run(status=1)


AMOUNTS: Final = (
    "4166.241619",
    "0.0000000001",
    "1234567.0123456789",
    "0.1000000000",
    "98765432.5",
)
TOO_FINE: Final = ("0.00000000001", "4166.24161912345", "1.00000000009")


def amounts(nights: Nights) -> None:
    """Up to ten decimals exact; more held, never rounded."""
    for number, text in enumerate((*AMOUNTS, *TOO_FINE)):
        made = with_cells(report(agency(number)), {FEES: text})
        Paper(f"{number}.html", "html", made).put(nights.raw)
    Paper("x.pdf", "pdf", with_cells(report(agency(12)), {FEES: AMOUNTS[0]})).put(nights.raw)
    nights.run()
    found = {
        (row["agency"], row["year"]): (place, row["raw"], row["value"], row["state"])
        for place, row in cells(nights.release)
        if (row["table"], row["item"], row["measure"]) == FEES
    }
    whose = [((agency(n), 2023), text) for n, text in enumerate(AMOUNTS)]
    whose.append(((agency(12), 2023), AMOUNTS[0]))
    for who, text in whose:
        has = found.get(who)
        exact = has is not None and has[0] == "facts" and has[2] == Decimal(text)
        nights.check(exact, f"{text} is {has}")
    for number, text in enumerate(TOO_FINE, start=len(AMOUNTS)):
        has = found.get((agency(number), 2023))
        held = has is not None and has[0] == "held" and has[1] == text
        nights.check(held, f"{text} is {has}")
        kept = has is not None and has[2] in (None, Decimal(text))
        nights.check(kept, f"{text} rounded: {has}")


SEQUENCES: Final[tuple[Sequence_, ...]] = (
    five_nights, beside_with_dates, beside_at_once, beside_without_dates, older_beside, still_wrong,
    worse, same_figures, renamed, swapped, other_agency, older_date, restored, restored_wrong,
    sidecar_only, duplicate, many_removed, many_renamed, amounts, pdf_nights,
)  # fmt: skip


def five(checkout: Path, folder: Path, only: Sequence[str]) -> int:
    """All sequences, or those named."""
    began = time.monotonic()
    failed = 0
    asked = [each for each in SEQUENCES if not only or each.__name__ in only]
    for sequence in asked:
        start = time.monotonic()
        place = Place(folder / sequence.__name__)
        place.raw.mkdir(parents=True)
        nights = Nights(checkout, place, Verifier(checkout, place.temporary))
        sequence(nights)
        failed += bool(nights.wrong)
        word = "WRONG" if nights.wrong else "right"
        seconds = time.monotonic() - start
        print(f"{word} {sequence.__name__}: {nights.night} nights, {seconds:.0f} s", flush=True)
        for each in nights.wrong:
            print(f"      {each}", flush=True)
    print(f"{failed} wrong of {len(asked)}, {time.monotonic() - began:.0f} s")
    return 1 if failed else 0
