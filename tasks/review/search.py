"""The search index of the quality report: beside the pages, loaded when somebody searches.

The pages are whole without it. A browser that opens a page from disk may load a script
beside it but no data, so each file is a script that hands over one list; the first says what
there is, the others hold the reports, by region, so that a region is found in few of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from gongkai.agency import region_of
from gongkai.verdict import VERDICTS
from tasks.review.sheet import STATUSES, Sheet

FOLDER = "search"
MOST_BYTES = 500_000
"""Of the reports in one file."""

LONGEST = 80
"""Letters of a name, a cell or a problem; the report's page has the whole."""

NO_REGION = "地区不明"

Row = list[Any]


def write_search(folder: Path, made: Sequence[Sheet], script: str) -> None:
    """Write the index of all reports in force, and the script that searches it.

    Args:
        folder: of the quality report.
        made: every report.
        script: what `search.js` holds.
    """
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    ordered = sorted(
        (sheet for sheet in made if sheet.newer is None),
        key=lambda s: (region(s), s.report.agency or "", s.report.year or 0, s.name),
    )
    names = list(dict.fromkeys(region(sheet) for sheet in ordered))
    number = {name: at for at, name in enumerate(names)}
    ranges: dict[int, list[int]] = {}
    count = 0
    for count, (at_regions, text) in enumerate(_files(ordered, number), start=1):
        (place / f"reports-{count}.js").write_text(f"gongkai.add([{text}]);\n", encoding="utf-8")
        for at in at_regions:
            ranges.setdefault(at, [count, count])[1] = count
    about = {
        "regions": [[name, *ranges[at]] for at, name in enumerate(names)],
        "years": sorted({s.report.year for s in ordered if s.report.year is not None}),
        "statuses": list(STATUSES.values()),
        "verdicts": list(VERDICTS.values()),
        "files": count,
        "reports": len(ordered),
    }
    (place / "about.js").write_text(f"gongkai.about({_json(about)});\n", encoding="utf-8")
    (place / "search.js").write_text(script, encoding="utf-8")


def region(sheet: Sheet) -> str:
    """The region a report is listed under."""
    return region_of(sheet.report.agency or "") or NO_REGION


def _files(ordered: Iterable[Sheet], number: dict[str, int]) -> Iterator[tuple[set[int], str]]:
    """The reports as JSON, cut into files; with each the regions that are in it."""
    part: list[str] = []
    regions: set[int] = set()
    size = 0
    for sheet in ordered:
        row = _json(_row(sheet, number))
        length = len(row.encode())
        if part and size + length > MOST_BYTES:
            yield regions, ",\n".join(part)
            part, regions, size = [], set(), 0
        part.append(row)
        regions.add(number[region(sheet)])
        size += length
    if part:
        yield regions, ",\n".join(part)


def _row(sheet: Sheet, number: dict[str, int]) -> Row:
    """Name, year, region, status, page; of a problem also whose it is, what, cell and numbers."""
    report = sheet.report
    row: Row = [
        _short(report.agency or sheet.name),
        report.year or 0,
        number[region(sheet)],
        list(STATUSES).index(str(report.status)),
        sheet.page.removeprefix("reports/").removesuffix(".html") if sheet.speaks else "",
    ]
    if sheet.problems and (sheet.errors or sheet.warnings):
        lead = sheet.problems[0].lead
        names = list(VERDICTS.values())
        row += [
            names.index(lead.whose) if lead.whose else -1,
            _short(sheet.problems[0].rule.title),
            _short(lead.cell),
            " → ".join(_short(said) for said in (lead.printed, lead.likely) if said),
            lead.place,
        ]
    return row


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _json(data: object) -> str:
    """JSON that stands in a script as it is, wherever that is put."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
