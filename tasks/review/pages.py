"""The pages of the quality report: an index, lists, the rules, and a page per report.

Plain files that open from disk: one style sheet inlined, pictures beside, no font and
nothing fetched from elsewhere. Whatever comes out of a document is escaped by the
templates. What is short stands in the index; what is long goes on in pages of its own,
so that the index opens at once, however many reports. One script searches the index; its
data lies beside (`tasks.review.search`), and every page is whole without it.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from expectations.outcomes import Tally
from gongkai.report import Report
from gongkai.verdict import VERDICTS
from tasks.earlier import Earlier
from tasks.review.evidence import Picture
from tasks.review.paging import MOST_BYTES, Entry, Section, section
from tasks.review.rules_page import OUTCOME_NAMES, form_title, levels
from tasks.review.search import region, write_search
from tasks.review.sheet import STATUSES, Sheet, sheets, wanted_pictures
from tasks.store import Store

__all__ = ["Sheet", "sheets", "wanted_pictures", "write_pages"]

TEMPLATES = Path(__file__).parent / "templates"

MOST_ROWS = 200
MOST_NAMES = 500
READER_NAMES = {"text": "文字层", "ocr": "图片识别", "html": "网页", "docx": "Word 文件"}
LABEL = 32
"""Letters of a name in the range of a page."""


def write_pages(
    folder: Path,
    made: Sequence[Sheet],
    store: Store,
    release_id: str,
    tallies: Iterable[Tally] = (),
    coverage: Mapping[str, str] | None = None,
    earlier: Earlier | None = None,
) -> None:
    """Write the whole quality report into `folder`.

    Args:
        folder: may exist; the index is `index.html` in it.
        made: from `sheets`.
        store: where the pictures were drawn; one that is missing is said so.
        release_id: shown on every page.
        tallies: how often each rule came to each outcome.
        coverage: per form, by its name or code, a paragraph on what the rules can see and
            what they cannot.
        earlier: reports whose documents are no longer there.
    """
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    drawn = _take_pictures(folder / "pictures", wanted_pictures(made), store)
    shared = {
        "release": release_id,
        "style": _template_text("style.css"),
        "drawn": drawn,
        "readers": READER_NAMES,
    }
    catalogue = levels(made, tallies)
    told = {form_title(form): said for form, said in (coverage or {}).items()}
    parts = _placed([part for part in _sections(made, earlier or Earlier()) if part is not None])
    missing = _missing(made)
    replaced = [sheet for sheet in made if sheet.newer is not None]
    index = {
        "count": len(made),
        "statuses": STATUSES,
        "counts": Counter(str(sheet.report.status) for sheet in made if sheet.newer is None),
        "replaced": len(replaced),
        "sections": {part.name: part for part in parts},
        "missing": missing and {"count": missing.count, "file": missing.pages[0].file},
        "verdicts": verdicts(made),
        "failed_rules": [row for level in catalogue for row in level.rows if row.has_failed],
        "outcomes": OUTCOME_NAMES,
        "coverage": told,
    }
    _write(folder / "index.html", "index.html", shared | index)
    titles = {row.rule.id: row.rule.title for level in catalogue for row in level.rows}
    rules = {
        "levels": catalogue,
        "titles": titles,
        "coverage": told,
        "outcomes": OUTCOME_NAMES,
    }
    _write(folder / "rules.html", "rules.html", shared | rules)
    _write_lists(folder, [*parts, *([missing] if missing else [])], shared)
    write_search(folder, made, _template_text("search.js"))
    page = _templates().get_template("report.html")
    for sheet in made:
        if sheet.speaks:
            (folder / sheet.page).write_text(page.render(shared, sheet=sheet), encoding="utf-8")


def verdicts(made: Iterable[Sheet]) -> list[tuple[str, int]]:
    """Per verdict, in Chinese, how many of the findings that hold a report have it."""
    counted = Counter(p.finding.verdict for s in made for p in s.problems if p.finding.holds)
    return [(name, counted[verdict]) for verdict, name in VERDICTS.items()]


def _sections(made: Sequence[Sheet], earlier: Earlier) -> Iterator[Section | None]:
    """All lists of reports, the index's first one first."""
    in_force = [sheet for sheet in made if sheet.newer is None]
    held = [sheet for sheet in in_force if sheet.report.status == "held"]
    published = [sheet for sheet in in_force if sheet.report.status == "published"]
    failed = [sheet for sheet in made if sheet.report.status not in ("held", "published")]
    asked = [sheet for sheet in published if sheet.warnings]
    quiet = [sheet for sheet in published if not sheet.warnings]
    yield _held(held)
    yield section(
        "failed",
        f"没有采用的文件（{len(failed)} 份）",
        _entries("failed", sorted(failed, key=lambda s: s.report.document.source)),
        MOST_ROWS,
        heads=("文件", "情况", "原因和处理办法"),
    )
    yield _vanished(earlier)
    yield _replaced(made, earlier)
    yield section(
        "asked",
        f"已发布、但请核对的报告（{len(asked)} 份）",
        _entries("asked", _by_region(asked)),
        MOST_NAMES,
    )
    yield section(
        "quiet",
        f"已发布、没有问题的报告（{len(quiet)} 份）",
        _entries("quiet", _by_region(quiet)),
        MOST_NAMES,
    )


def _vanished(earlier: Earlier) -> Section | None:
    """Reports that were there before and that nothing replaces."""
    show = _row("vanished")
    gone = sorted(earlier.vanished, key=lambda k: (k.agency or "", k.year or 0, k.source))
    return section(
        "vanished",
        f"原件已不在的报告（{len(gone)} 份）",
        (Entry(_label(known.agency or known.source), show(known)) for known in gone),
        MOST_ROWS,
        "下列报告以前收到过，现在原始文件目录中没有，或不能再读取。"
        "数字保留在发布目录的 earlier 中；请确认是否误删，误删的请放回。",
        ("报告", "文件", "原来的情况"),
    )


def _replaced(made: Sequence[Sheet], earlier: Earlier) -> Section | None:
    """Old versions that a newer one replaces, with the way to it."""
    show = _row("replaced")
    rows = [
        (
            sheet.report.agency or "",
            sheet.report.year or 0,
            sheet.report.version,
            sheet.report.document.source,
            sheet.page,
            sheet.newer,
        )
        for sheet in made
        if sheet.newer is not None
    ]
    rows += [
        (
            known.agency or "",
            known.year or 0,
            earlier.version(known),
            known.source,
            "",
            earlier.successors[known.edition],
        )
        for known in earlier.reports
        if known.edition in earlier.successors
    ]
    return section(
        "replaced",
        f"已由新版取代的报告（{len(rows)} 份）",
        (Entry(_label(row[0] or row[3]), show(*row)) for row in sorted(rows, key=lambda r: r[:4])),
        MOST_ROWS,
        "下列各版的问题不再处理。新旧两版的数字见新版的页面。",
        ("报告", "版次", "文件", "现行"),
    )


def _held(held: Sequence[Sheet]) -> Section | None:
    """The gravest first where one page holds all; else by region, to be found by its name."""

    def made(ordered: Sequence[Sheet], note: str) -> Section | None:
        title = f"暂缓发布的报告（{len(held)} 份）"
        heads = ("报告和首要问题", "格子", "原文 → 可能应为", "位置", "判断", "须核实", "请核对")
        return section("held", title, _entries("held", ordered), MOST_ROWS, note, heads)

    short = made(held, "")
    if short is None or len(short.pages) == 1:
        return short
    return made(_by_region(held), "按地区和机关名称排列。")


def _missing(made: Iterable[Sheet]) -> Section | None:
    """The agencies of which the report on a year before is missing, with those years.

    It asks nothing of anybody and may be as long as the register: a line in the index leads to it.
    """
    years: dict[str, set[int]] = {}
    for sheet in made:
        agency, year = sheet.report.agency, sheet.report.year
        if sheet.lacks_last and agency is not None and year is not None:
            years.setdefault(agency, set()).add(year - 1)
    show = _row("missing")
    return section(
        "missing",
        f"缺少上年报告的机关（{len(years)} 个）",
        (
            Entry(_label(agency), show(agency, "、".join(map(str, sorted(of_agency)))))
            for agency, of_agency in sorted(years.items())
        ),
        MOST_NAMES,
        "下列机关所列年度的报告不在手边，次年报告的跨年规则因此没有核对；补入后即可核对。",
    )


def _by_region(made: Iterable[Sheet]) -> list[Sheet]:
    return sorted(
        made, key=lambda s: (region(s), s.report.agency or "", s.report.year or 0, s.name)
    )


def _entries(kind: str, made: Iterable[Sheet]) -> Iterator[Entry]:
    show = _row(kind)
    for sheet in made:
        by_file = kind == "failed"
        name = sheet.report.document.source if by_file else sheet.report.agency
        yield Entry(_label(name or sheet.name), show(sheet), None if by_file else region(sheet))


def _row(kind: str) -> Callable[..., Markup]:
    """What writes one entry of a list."""
    made: Callable[..., Markup] = getattr(_templates().get_template("rows.html").module, kind)
    return made


def _label(name: str) -> str:
    return name if len(name) <= LABEL else f"{name[:LABEL]}…"


def _placed(parts: Iterable[Section]) -> list[Section]:
    """Decide which sections stand in the index: the held ones begin there, short ones fit."""
    placed = []
    room = MOST_BYTES
    for part in parts:
        fits = len(part.pages) == 1 and part.pages[0].size <= room
        if part.name == "held" or fits:
            room -= part.pages[0].size
            placed.append(part.begun_in_index())
        else:
            placed.append(part)
    return placed


def _write_lists(folder: Path, parts: Iterable[Section], shared: Mapping[str, Any]) -> None:
    template = _templates().get_template("list.html")
    pages_of = _row("pages")
    for part in parts:
        listed = pages_of(part) if part.further else Markup()
        for page in part.further:
            said = template.render(shared, part=part, page=page, listed=listed)
            (folder / page.file).write_text(said, encoding="utf-8")


def _write(path: Path, template: str, said: Mapping[str, Any]) -> None:
    path.write_text(_templates().get_template(template).render(said), encoding="utf-8")


def _take_pictures(
    folder: Path, wanted: Mapping[str, tuple[Report, Picture]], store: Store
) -> set[str]:
    """Link the pictures into the release; return the names of those that are there."""
    folder.mkdir(parents=True, exist_ok=True)
    there = {name for name in wanted if store.picture(name).is_file()}
    for name in there:
        target = folder / f"{name}.png"
        try:
            os.link(store.picture(name), target)
        except OSError:  # another file system, or one without links
            shutil.copyfile(store.picture(name), target)
    return there


@lru_cache(maxsize=1)
def _templates() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["css_string"] = css_string
    return made


def css_string(text: str) -> Markup:
    """A text as a string of CSS, whatever is in it: but for letters and digits all is escaped."""
    safe = (letter if letter.isalnum() else f"\\{ord(letter):06x}" for letter in text)
    return Markup(f'"{"".join(safe)}"')  # noqa: S704  # nothing is left that HTML acts upon


def _template_text(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")
