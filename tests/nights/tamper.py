"""Valid releases with one thing changed and their checksums repaired: `verify` must notice."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from tests.nights.inputs import ANOTHER, CELL, PAPERS, agency, printed, report, with_cells
from tests.nights.judge import manners
from tests.nights.place import Place
from tests.nights.releases import Row, current, parquets
from tests.nights.runs import run


class Copy:
    """A release to be changed; `repair` makes its manifest fit again."""

    def __init__(self, release: Path, folder: Path) -> None:
        self.folder = folder / release.name
        shutil.copytree(release, self.folder)
        self.manifest = json.loads((self.folder / "manifest.json").read_bytes())
        self.touched: set[Path] = set()

    def rows(self, path: Path) -> list[Row]:
        """The rows of a file."""
        return pq.ParquetFile(path).read().to_pylist()

    def put(self, path: Path, rows: list[Row]) -> None:
        """Writes a file anew with its own schema."""
        schema = pq.read_schema(path)
        path.unlink()
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), path)
        self.touched.add(path)

    def repair(self) -> None:
        """Puts checksums, bytes and rows of the touched files right, and writes the manifest."""
        files = {entry["path"]: entry for entry in self.manifest.get("files", [])}
        for path in self.touched:
            name = path.relative_to(self.folder).as_posix()
            if not path.exists():
                files.pop(name, None)
                continue
            content = path.read_bytes()
            entry = files.setdefault(name, {"path": name})
            entry |= {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
            if path.suffix == ".parquet" and content[:4] == content[-4:] == b"PAR1":
                entry["rows"] = pq.ParquetFile(path).metadata.num_rows
        if "files" in self.manifest:
            self.manifest["files"] = [files[name] for name in sorted(files)]
        text = json.dumps(self.manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        (self.folder / "manifest.json").write_text(text, encoding="utf-8")

    def files(self, *where: str) -> list[Path]:
        """Files with rows in some of the release's folders, or of some names."""
        return [
            path
            for path in parquets(self.folder)
            if path.relative_to(self.folder).parts[0].removesuffix(".parquet") in where
            and pq.ParquetFile(path).metadata.num_rows
        ]


Change = Callable[[Random, Copy], str | None]
"""Changes one thing and says what; `None` where there is nothing of the kind."""


def other(rng: Random, value: Any) -> Any:
    """Another value of the same type."""
    match value:
        case bool():
            return not value
        case None:
            return None
        case int():
            return value + rng.choice((-1, 1, 10))
        case float():
            return value / 2 + 0.01
        case Decimal():
            return value + rng.choice((Decimal(1), Decimal("0.0000000001")))
        case datetime() | date():
            return value.replace(year=value.year - 1)
        case list():
            return value[:-1]
        case _:
            return f"{value}x"


def changed(
    where: Sequence[str],
    column: str,
    to: Callable[[Random, Row], Any] | None = None,
    which: Callable[[Row], bool] = lambda row: True,
) -> Change:
    """Changes a column of one row.

    Args:
        where: In which folders or files.
        column: Which column; rows where it is null or empty are passed over.
        to: What stands there afterwards, or some columns; another value if not given.
        which: Rows that may be chosen.
    """

    def change(rng: Random, copy: Copy) -> str | None:
        files = copy.files(*where)
        rng.shuffle(files)
        for path in files:
            rows = copy.rows(path)
            if column not in (rows[0] if rows else {}):
                continue
            fit = [row for row in rows if which(row) and (to or row[column] not in (None, [], ""))]
            if not fit:
                continue
            row = rng.choice(fit)
            was = dict(row)
            new = to(rng, row) if to else other(rng, row[column])
            row.update(new if isinstance(new, dict) else {column: new})
            if row == was:
                continue
            copy.put(path, rows)
            what = {name: (was[name], row[name]) for name in row if row[name] != was[name]}
            name = path.relative_to(copy.folder).as_posix()
            place = was.get("key") or f"{was.get('item', '')} {was.get('measure', '')}"
            return f"{name} {place}: {str(what)[:120]}"
        return None

    return change


def rows_of(where: Sequence[str], edit: Callable[[Random, list[Row]], str | None]) -> Change:
    """Changes which rows a file has."""

    def change(rng: Random, copy: Copy) -> str | None:
        files = copy.files(*where)
        if not files:
            return None
        path = rng.choice(files)
        rows = copy.rows(path)
        said = edit(rng, rows)
        if said is None:
            return None
        copy.put(path, rows)
        return f"{path.relative_to(copy.folder)}: {said}"

    return change


def without(rng: Random, rows: list[Row]) -> str:
    """A row removed."""
    return f"removed {str(rows.pop(rng.randrange(len(rows))))[:100]}"


def twice(rng: Random, rows: list[Row]) -> str:
    """A row twice."""
    at = rng.randrange(len(rows))
    rows.insert(at, rows[at])
    return f"twice {str(rows[at])[:100]}"


def one_more(column: str) -> Callable[[Random, list[Row]], str]:
    """A row added that differs from another in one column."""

    def edit(rng: Random, rows: list[Row]) -> str:
        row = dict(rng.choice(rows))
        row[column] = other(rng, row[column])
        rows.append(row)
        return f"added with {column} {row[column]}"

    return edit


def order(rng: Random, rows: list[Row]) -> str | None:
    """Two different rows change places."""
    if len(rows) < 2 or rows[0] == rows[-1]:
        return None
    rows[0], rows[-1] = rows[-1], rows[0]
    return "first and last row changed places"


def moved(rng: Random, copy: Copy) -> str | None:
    """A row moved between `facts` and `held`."""
    files = copy.files("facts", "held")
    rng.shuffle(files)
    for path in files:
        parts = path.relative_to(copy.folder).parts
        to = copy.folder / ("held" if parts[0] == "facts" else "facts") / Path(*parts[1:])
        rows = copy.rows(path)
        row = rows.pop(rng.randrange(len(rows)))
        if to.exists():
            copy.put(to, [*copy.rows(to), row])
        else:
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, to)
            copy.put(to, [row])
        copy.put(path, rows)
        return f"{row['item']} {row['measure']} moved from {parts[0]} to {to.parts[-4]}"
    return None


def report_moved(rng: Random, copy: Copy, said: bool = False) -> str | None:
    """All rows of a report moved between `facts` and `held`.

    Args:
        rng: Chance.
        copy: The release.
        said: Whether `reports` and the counts go with it.
    """
    path = copy.folder / "reports.parquet"
    rows = copy.rows(path)
    fit = [row for row in rows if row["status"] in ("published", "held")]
    if not fit:
        return None
    report = rng.choice(fit)
    was = report["status"]
    parts = ("facts", "held") if was == "published" else ("held", "facts")
    for file in copy.files(parts[0]):
        every = copy.rows(file)
        its = [row for row in every if row["report_id"] == report["report_id"]]
        if not its:
            continue
        to = copy.folder / parts[1] / file.relative_to(copy.folder / parts[0])
        if to.exists():
            copy.put(to, [*copy.rows(to), *its])
        else:
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, to)
            copy.put(to, its)
        rest = [row for row in every if row not in its]
        copy.put(file, rest)
        if not rest:
            file.unlink()
    if said:
        now = "held" if was == "published" else "published"
        report["status"] = now
        report["reason"] = "待核实" if now == "held" else ""
        counts = copy.manifest["counts"]
        counts[was] = counts.get(was, 0) - 1
        counts[now] = counts.get(now, 0) + 1
        copy.put(path, rows)
    return f"{report['agency']} moved from {parts[0]} to {parts[1]}"


def report_moved_and_said(rng: Random, copy: Copy) -> str | None:
    """The same with status, reason and counts."""
    return report_moved(rng, copy, said=True)


def file_gone(folder: str, keep_entry: bool = False) -> Change:
    """A file removed, with its entry or without."""

    def change(rng: Random, copy: Copy) -> str | None:
        found = sorted(path for path in copy.folder.glob(folder) if path.is_file())
        if not found:
            return None
        path = rng.choice(found)
        path.unlink()
        if not keep_entry:
            copy.touched.add(path)
        return f"{path.relative_to(copy.folder)} removed"

    return change


def file_more(name: str, entry: bool) -> Change:
    """A file added, with an entry or without."""

    def change(rng: Random, copy: Copy) -> str | None:
        path = copy.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".parquet":
            shutil.copy(rng.choice(copy.files("facts")), path)
        else:
            path.write_bytes(b"x")
        if entry:
            copy.touched.add(path)
        return f"{name} added"

    return change


def file_renamed(rng: Random, copy: Copy) -> str | None:
    """A file of figures renamed, or put in another year's folder."""
    path = rng.choice(copy.files("facts", "held"))
    to = rng.choice(
        (
            path.with_name("part-1.parquet"),
            path.parent.with_name("year=2016") / path.name,
            path.with_name("part-0.parquet.bak"),
        )
    )
    to.parent.mkdir(exist_ok=True)
    path.rename(to)
    copy.touched |= {path, to}
    return f"{path.relative_to(copy.folder)} → {to.parent.name}/{to.name}"


def file_spoilt(rng: Random, copy: Copy) -> str | None:
    """A Parquet file empty, cut or garbage, with a checksum that fits."""
    path = rng.choice(list(parquets(copy.folder)))
    content = path.read_bytes()
    path.write_bytes(rng.choice((b"", content[:-9], b"garbage", content[: len(content) // 2])))
    copy.touched.add(path)
    return f"{path.relative_to(copy.folder)} has {path.stat().st_size} bytes"


def page_changed(rng: Random, copy: Copy) -> str | None:
    """A page of the quality report says something else."""
    path = rng.choice(sorted(copy.folder.rglob("*.html")))
    text = path.read_text("utf-8")
    path.write_text(text.replace("1", "7", 1) + " ", encoding="utf-8")
    copy.touched.add(path)
    return f"{path.relative_to(copy.folder)} changed"


def column_gone(rng: Random, copy: Copy) -> str | None:
    """A column removed from a file, or of another type."""
    path = rng.choice(list(parquets(copy.folder)))
    table = pq.ParquetFile(path).read()
    name = rng.choice(table.column_names)
    pq.write_table(table.drop_columns([name]), path)
    copy.touched.add(path)
    return f"{path.relative_to(copy.folder)} without {name}"


def manifest(edit: Callable[[Random, dict[str, Any]], str | None]) -> Change:
    """Changes the manifest."""

    def change(rng: Random, copy: Copy) -> str | None:
        return edit(rng, copy.manifest)

    return change


def _counts(rng: Random, says: dict[str, Any]) -> str:
    key = rng.choice(sorted(key for key, it in says["counts"].items() if isinstance(it, int)))
    says["counts"][key] += 1
    return f"counts {key} + 1"


def _input_gone(rng: Random, says: dict[str, Any]) -> str:
    return f"input {says['inputs'].pop(rng.randrange(len(says['inputs'])))['source']} removed"


def _input_other(rng: Random, says: dict[str, Any]) -> str:
    entry = rng.choice(says["inputs"])
    key = rng.choice(("sha256", "source"))
    entry[key] = f"0{entry[key][1:]}"
    return f"input {key} {entry[key][:40]}"


def _input_more(rng: Random, says: dict[str, Any]) -> str:
    says["inputs"].append({**rng.choice(says["inputs"]), "source": "zzz.pdf", "sha256": "0" * 64})
    return "input added"


def _file_rows(rng: Random, says: dict[str, Any]) -> str:
    entry = rng.choice([entry for entry in says["files"] if entry.get("rows")])
    entry["rows"] += 1
    return f"rows of {entry['path']} + 1"


def _file_bytes(rng: Random, says: dict[str, Any]) -> str:
    entry = rng.choice(says["files"])
    entry["bytes"] += 1
    return f"bytes of {entry['path']} + 1"


def _file_sum(rng: Random, says: dict[str, Any]) -> str:
    entry = rng.choice(says["files"])
    entry["sha256"] = entry["sha256"][::-1]
    return f"sha256 of {entry['path']}"


def _release(rng: Random, says: dict[str, Any]) -> str:
    says["release"] = "r-0000000000000000"
    return "release named otherwise"


def _version(name: str) -> Callable[[Random, dict[str, Any]], str | None]:
    def edit(rng: Random, says: dict[str, Any]) -> str | None:
        if name not in says["versions"]:
            return None
        says["versions"][name] += "1"
        return f"version of {name}"

    return edit


def _key_gone(rng: Random, says: dict[str, Any]) -> str:
    key = rng.choice(sorted(says))
    del says[key]
    return f"manifest without {key}"


def _columns(rng: Random, says: dict[str, Any]) -> str | None:
    if "columns" not in says:
        return None
    table = rng.choice(sorted(says["columns"]))
    says["columns"][table].popitem()
    return f"a column of {table} without its meaning"


C: Final = ("facts", "held")
F: Final = ("findings",)
R: Final = ("reports",)


def _number(row: Row) -> bool:
    return bool(row["state"] == "number")


def _blank(row: Row) -> bool:
    return bool(row["state"] == "blank")


def _plus(rng: Random, row: Row) -> Row:
    """Value and raw a little more, the second reading as it was."""
    value = row["value"] + 1
    return {
        "value": value,
        "raw": f"{value.normalize() + 0:f}" if isinstance(value, Decimal) else f"{value}",
    }


def _plus_both(rng: Random, row: Row) -> Row:
    """The same, and the second reading too: only arithmetic can tell."""
    new = _plus(rng, row)
    return {**new, "second": new["raw"] if row["second"] is not None else None}


def _one_cell(rng: Random, row: Row) -> list[Row]:
    cells = [dict(cell) for cell in row["cells"]]
    cell = rng.choice(cells)
    name = rng.choice(
        [name for name in ("value", "coefficient", "item", "measure") if cell[name] is not None]
    )
    cell[name] = other(rng, cell[name])
    return cells


def _nudged(rng: Random, row: Row) -> Row:
    return {name: row[name] + 40 for name in ("x0", "x1", "y0", "y1")}


MUST: Final[dict[str, Change]] = {
    "cell value": changed(C, "value"),
    "cell value and raw, not second": changed(
        C, "value", _plus, lambda row: _number(row) and row.get("second") is not None
    ),
    "cell value, raw and second": changed(
        C, "value", _plus_both, lambda row: _number(row) and row["item"] in ("1", "3.7", "reconsideration")
    ),
    "cell number to blank": changed(C, "state", lambda rng, row: {"state": "blank", "value": None}, _number),
    "cell number to absent": changed(C, "state", lambda rng, row: {"state": "absent", "value": None}, _number),
    "cell blank to absent": changed(C, "state", lambda rng, row: "absent", _blank),
    "cell blank to 0": changed(C, "state", lambda rng, row: {"state": "number", "value": 0}, _blank),
    "cell raw": changed(C, "raw", lambda rng, row: row["raw"] + "1", _number),
    "cell raw in words": changed(C, "raw", lambda rng, row: "约" + row["raw"], _number),
    "cell raw emptied": changed(C, "raw", lambda rng, row: "", _number),
    "cell unit": changed(C, "unit", lambda rng, row: "元"),
    "cell box turned": changed(C, "x0", lambda rng, row: {"x0": row["x1"], "x1": row["x0"]}, lambda row: row["x0"] is not None),
    "cell box gone": changed(C, "x0", lambda rng, row: None, lambda row: row["x0"] is not None),
    "cell box off the page": changed(C, "x0", lambda rng, row: -500.0, lambda row: row["x0"] is not None),
    "cell page": changed(C, "page", lambda rng, row: 99, lambda row: row["page"] is not None),
    "cell confidence": changed(C, "confidence", lambda rng, row: 1.5),
    "cell reader": changed(C, "reader", lambda rng, row: "ocr" if row["reader"] != "ocr" else "text"),
    "cell second": changed(C, "second", lambda rng, row: "98765", lambda row: row["second"] is not None),
    "cell agency": changed(C, "agency"),
    "cell form": changed(C, "form", lambda rng, row: "2019" if row["form"] != "2019" else "2021"),
    "cell report": changed(C, "report_id"),
    "cell version": changed(C, "version"),
    "cell year": changed(C, "year"),
    "cell table": changed(C, "table"),
    "cell item": changed(C, "item"),
    "cell measure": changed(C, "measure"),
    "cell removed": rows_of(C, without),
    "cell twice": rows_of(C, twice),
    "cell moved": moved,
    "report moved": report_moved,
    "report moved and said": report_moved_and_said,
    "finding outcome": changed(F, "outcome", lambda rng, row: "explained" if row["outcome"] != "explained" else "fail"),
    "finding severity": changed(F, "severity", lambda rng, row: "warning" if row["severity"] != "warning" else "error"),
    "finding left": changed(F, "left"),
    "finding right": changed(F, "right"),
    "finding difference": changed(F, "difference"),
    "finding key": changed(F, "key"),
    "finding rule": changed(F, "rule"),
    "finding cells": changed(F, "cells"),
    "finding one cell": changed(F, "cells", _one_cell, lambda row: bool(row["cells"])),
    "finding report": changed(F, "report_id"),
    "finding version": changed(F, "version"),
    "finding agency": changed(F, "agency"),
    "finding year": changed(F, "year"),
    "finding table": changed(F, "table"),
    "finding under": changed(F, "under"),
    "finding suggestions": changed(F, "suggestions"),
    "finding verdict": changed(F, "verdict", lambda rng, row: "source" if row["verdict"] != "source" else "extraction"),
    "finding removed": rows_of(F, without),
    "finding twice": rows_of(F, twice),
    "finding added": rows_of(F, one_more("key")),
    "finding added for another rule": rows_of(F, one_more("rule")),
    "report status": changed(R, "status", lambda rng, row: "held" if row["status"] != "held" else "published"),
    "report reason": changed(R, "reason", lambda rng, row: "" if row["reason"] else "有误"),
    "report version": changed(R, "version"),
    "report year": changed(R, "year"),
    "report agency": changed(R, "agency"),
    "report form": changed(R, "form", lambda rng, row: "2019" if row["form"] != "2019" else "2021"),
    "report source": changed(R, "source"),
    "report sha256": changed(R, "document_sha256", lambda rng, row: row["document_sha256"][::-1]),
    "report reader": changed(R, "reader", lambda rng, row: "ocr" if row["reader"] != "ocr" else "text"),
    "report removed": rows_of(R, without),
    "report twice": rows_of(R, twice),
    "report id": changed(R, "report_id"),
    "statement value": changed(("statements",), "value"),
    "statement quantity": changed(("statements",), "quantity"),
    "statement removed": rows_of(("statements",), without),
    "agency removed": rows_of(("agencies",), without),
    "agency child": changed(("agencies",), "child"),
    "agency name": changed(("agencies",), "agency"),
    "summary count": changed(("rule_summary",), "pass"),
    "summary removed": rows_of(("rule_summary",), without),
    "summary twice": rows_of(("rule_summary",), twice),
    "earlier value": changed(("earlier",), "value"),
    "earlier raw": changed(("earlier",), "raw", lambda rng, row: row["raw"] + "1", lambda row: row.get("state") == "number"),
    "earlier removed": rows_of(("earlier",), without),
    "earlier twice": rows_of(("earlier",), twice),
    "earlier version": changed(("earlier",), "version"),
    "file of facts gone": file_gone("facts/*/*/*.parquet"),
    "file gone, entry kept": file_gone("**/*.parquet", keep_entry=True),
    "findings gone": file_gone("findings.parquet"),
    "reports gone": file_gone("reports.parquet"),
    "statements gone": file_gone("statements.parquet"),
    "summary gone": file_gone("rule_summary.parquet"),
    "index page gone": file_gone("quality/index.html"),
    "page gone": file_gone("quality/**/*.html"),
    "file added": file_more("facts/applications/year=2023/part-1.parquet", entry=True),
    "file added, no entry": file_more("facts/applications/year=2023/part-1.parquet", entry=False),
    "stray file, no entry": file_more("quality/x.txt", entry=False),
    "stray file": file_more("x.txt", entry=True),
    "file of another year added": file_more("facts/applications/year=2001/part-0.parquet", entry=True),
    "file renamed": file_renamed,
    "file spoilt": file_spoilt,
    "column gone": column_gone,
    "manifest counts": manifest(_counts),
    "manifest input gone": manifest(_input_gone),
    "manifest input other": manifest(_input_other),
    "manifest input more": manifest(_input_more),
    "manifest rows": manifest(_file_rows),
    "manifest bytes": manifest(_file_bytes),
    "manifest sha256": manifest(_file_sum),
    "manifest release": manifest(_release),
    "manifest rules": manifest(_version("rules")),
    "manifest key gone": manifest(_key_gone),
}  # fmt: skip
"""What must be noticed."""
MAY: Final[dict[str, Change]] = {
    "cell box moved": changed(C, "x0", _nudged, lambda row: row["x0"] is not None),
    "cell page, near": changed(C, "page"),
    "cell pointer": changed(C, "pointer"),
    "cells in another order": rows_of(C, order),
    "findings in another order": rows_of(F, order),
    "finding message": changed(F, "message"),
    "finding quote": changed(F, "quote"),
    "finding page": changed(F, "page"),
    "report title": changed(R, "title"),
    "report scope": changed(R, "scope", lambda rng, row: None if row["scope"] else "aggregate"),
    "report pages": changed(R, "pages"),
    "report media type": changed(R, "media_type"),
    "report url": changed(R, "url", lambda rng, row: "https://example.org/"),
    "report first_seen": changed(R, "first_seen"),
    "report published_on": changed(R, "published_on"),
    "report reason in words": changed(R, "reason"),
    "statement sentence": changed(("statements",), "sentence"),
    "statement twice": rows_of(("statements",), twice),
    "quotation value": changed(("quotations",), "value"),
    "page changed": page_changed,
    "picture gone": file_gone("quality/pictures/*.png"),
    "manifest product version": manifest(_version("gongkai")),
    "manifest columns": manifest(_columns),
}
"""What files alone may not tell: said, and not counted as wrong."""


def own_release(checkout: Path, folder: Path) -> Path:
    """A small release with everything in it: held, corrected, vanished, a register."""
    place = Place(folder / "own")
    place.raw.mkdir(parents=True)
    register = "- agency: 示例市人民政府\n  children: [示例市乙局, 示例市甲局]\n"
    (place.raw / "agencies.yaml").write_text(register, encoding="utf-8")
    for paper in (*PAPERS, ANOTHER):
        paper.put(place.raw)
    nights = (
        lambda: None,
        (place.raw / ANOTHER.name).unlink,
        lambda: with_paper(place.raw),
    )
    for night in nights:
        night()
        ended = run(checkout, place.arguments, place.temporary)
    release = current(place.processed)
    if ended.status != 0 or release is None:
        raise SystemExit(f"no release to tamper with: {ended.err[-2000:]}")
    return release


def with_paper(raw: Path) -> None:
    """A report corrected."""
    made = with_cells(report(agency(0)), {CELL: "4321"})
    (raw / "甲" / "2023.pdf").write_bytes(printed(made, PAPERS[0].kind))


def tamper(
    checkout: Path,
    folder: Path,
    count: int,
    seed: int,
    only: Sequence[str],
    releases: Sequence[Path],
) -> int:
    """Changes so many releases."""
    began = time.monotonic()
    good = [path.resolve() for path in releases] or [own_release(checkout, folder)]
    for release in good:
        ended = run(checkout, ["verify", str(release)], folder / "tmp")
        print(f"unchanged {release.name}: {ended.status}, {ended.wall:.0f} s, “{ended.last}”")
        if ended.status != 0:
            print("        a release that is refused as it is shows nothing of changes")
    kinds = {
        name: change
        for name, change in {**MUST, **MAY}.items()
        if not only or any(each in name for each in only)
    }
    slipped, noticed, failed = Counter[str](), Counter[str](), []
    names = list(kinds)
    Random(f"tamper {seed}").shuffle(names)
    for number in range(count):
        name, rng = names[number % len(names)], Random(f"tamper {seed} {number}")
        release = good[(number // len(names) + number) % len(good)]
        copy = Copy(release, folder / f"copy-{number}")
        said = kinds[name](rng, copy)
        if said is None:
            shutil.rmtree(copy.folder.parent)
            print(f"{number:3} none  {name}: nothing of the kind in {release.name}", flush=True)
            continue
        copy.repair()
        ended = run(checkout, ["verify", str(copy.folder)], folder / "tmp")
        shutil.rmtree(copy.folder.parent)
        bad = manners(ended)
        (noticed if ended.status == 1 else slipped)[name] += 1
        if name in MUST and ended.status != 1:
            bad.append("not noticed")
        word = "WRONG" if bad else "right" if ended.status == 1 else "slips"
        print(
            f"{number:3} {word} {name}: {said} → {ended.status}, {ended.wall:.0f} s, “{ended.last}”",
            *(f"\n        {each}" for each in bad),
            flush=True,
        )
        failed += [name] if bad else []
    for name in sorted(slipped):
        must = "must" if name in MUST else "may"
        print(f"slips ({must}): {name}, {slipped[name]} of {slipped[name] + noticed[name]}")
    total = noticed.total() + slipped.total()
    print(
        f"noticed {noticed.total()} of {total}; {len(failed)} wrong, {time.monotonic() - began:.0f} s"
    )
    return 1 if failed else 0
