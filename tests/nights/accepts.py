"""What `run` publishes of every corpus, `verify` accepts."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

from tests.nights.inputs import PAPERS, Kind, printed
from tests.nights.judge import machine_words, manners
from tests.nights.place import Place
from tests.nights.releases import current, pages_text, reports
from tests.nights.runs import ROOT, run
from tests.press.bad_files import BAD_FILES
from tests.press.canvas import print_canvas
from tests.press.form_2021 import APPLICATION_MEASURES, APPLICATIONS
from tests.press.forms import FormName
from tests.press.lying import lying_shapes
from tests.press.model import PrintedReport
from tests.press.random_reports import random_report
from tests.press.web_pages import html_shapes
from tests.press.word_files import word_shapes

Fill = Callable[[Path, Random], None]


def sample(raw: Path, rng: Random) -> None:
    """The sample that the repository comes with."""
    shutil.copytree(ROOT / "data" / "raw", raw, dirs_exist_ok=True)


def pdfs(raw: Path, rng: Random) -> None:
    """The prints of a word processor and a browser."""
    for path in sorted((ROOT / "tests" / "corpus" / "pdf").glob("*.pdf")):
        shutil.copy(path, raw)


def bad_files(raw: Path, rng: Random) -> None:
    """Files that are no readable report, beside some that are."""
    for name, bad in BAD_FILES.items():
        if name not in ("enormous_grey_scan", "many_pages"):
            (raw / f"{name}{bad.suffix}").write_bytes(bad.make())
    for paper in PAPERS:
        paper.put(raw)


def _spoilt(made: PrintedReport, rng: Random) -> PrintedReport:
    """A report with what agencies forget: blank totals, rows left out, words in cells."""
    cells = dict(made.cells)
    keys = [key for key, text in cells.items() if text is not None]
    kind = rng.choice(("sound", "totals", "rows", "cells", "columns", "words", "wrong", "several"))
    if kind in ("totals", "several"):
        for key in keys:
            if key[2] == "total" or key[1] in ("3.7", "review.total"):
                cells[key] = rng.choice(("", "/", "—"))
    if kind in ("rows", "several"):
        gone = set(rng.sample(sorted({key[:2] for key in keys}), rng.choice((1, 2, 4))))
        for key in keys:
            if key[:2] in gone:
                cells[key] = None
    if kind in ("columns", "several"):
        measure = rng.choice(APPLICATION_MEASURES)
        for key in keys:
            if (key[0], key[2]) == (APPLICATIONS, measure):
                cells[key] = None
    if kind in ("cells", "several"):
        for key in rng.sample(keys, rng.choice((1, 3, 20))):
            if cells[key] is not None:
                cells[key] = rng.choice(("", "/", "－"))
    if kind in ("words", "several"):
        for key in rng.sample(keys, 2):
            if cells[key] is not None:
                cells[key] = rng.choice(
                    ("约3", "3-5", "见附件", "1.2.3", "12件左右", "０", "1 2", "-3")
                )
    if kind in ("wrong", "several"):
        for key in rng.sample(keys, rng.choice((1, 3))):
            if cells[key] is not None:
                cells[key] = str(rng.randrange(500))
    return replace(made, cells=cells)


def prints(form: FormName, count: int) -> Fill:
    """Random prints of a form as PDF, web page and Word file, some spoilt."""

    def fill(raw: Path, rng: Random) -> None:
        for number in range(count):
            made = _spoilt(random_report(rng, form=form), rng)
            kind: Kind = rng.choice(("pdf", "html", "html", "docx"))
            try:
                content = printed(made, kind)
            except LookupError:
                # The font of the PDFs has not every letter.
                kind, content = "html", printed(made, "html")
            (raw / f"{number}.{kind}").write_bytes(content)

    return fill


def years(raw: Path, rng: Random) -> None:
    """Five years of some agencies, some years twice, so that rules across years have their say."""
    for agency in range(2):
        for year in range(2019, 2024):
            form: FormName = "2019" if year < 2021 else "2021"
            made = replace(random_report(rng, form=form), agency=f"示例市年{agency}局", year=year)
            title = (f"示例市年{agency}局", f"{year}年政府信息公开工作年度报告")
            made = _spoilt(replace(made, title_lines=title), rng)
            (raw / f"{agency}-{year}.html").write_bytes(printed(made, "html"))
            if rng.random() < 0.4:
                again = _spoilt(made, rng)
                (raw / f"{agency}-{year}-b.html").write_bytes(printed(again, "html"))


def shapes(raw: Path, rng: Random) -> None:
    """Some web pages, Word files and lying text layers of the accuracy set."""
    for make, share in ((html_shapes, 0.25), (word_shapes, 0.25), (lying_shapes, 0.1)):
        for specimen in make():
            if rng.random() < share:
                (raw / f"{specimen.name}{specimen.suffix}").write_bytes(specimen.content)


def mixed_up(raw: Path, rng: Random) -> None:
    """Random prints with other content inside: bytes changed in the web page or the Word file."""
    for number in range(10):
        made = random_report(rng)
        kind: Kind = rng.choice(("html", "html", "pdf"))
        content = bytearray(print_canvas(made) if kind == "pdf" else printed(made, kind))
        for _ in range(rng.choice((1, 4, 16))):
            content[rng.randrange(len(content))] = rng.randrange(256)
        if kind == "html" and rng.random() < 0.7:
            # A cell less in a row of the table: the grid does not close.
            cut = rng.choice([at for at in range(len(content)) if content.startswith(b"<td", at)])
            end = content.find(b"</td>", cut) + 5
            del content[cut:end]
        (raw / f"{number}.{kind}").write_bytes(content)


CORPORA: Final[dict[str, Fill]] = {
    "sample": sample,
    "pdfs": pdfs,
    "bad_files": bad_files,
    "2021": prints("2021", 12),
    "2019": prints("2019", 10),
    "2014": prints("2014", 10),
    "years": years,
    "shapes": shapes,
    "mixed_up": mixed_up,
}


def accepts(checkout: Path, folder: Path, seed: int, only: Sequence[str]) -> int:
    """Publishes and verifies every corpus, then the half of it beside what is known."""
    began, failed = time.monotonic(), 0
    for name, fill in CORPORA.items():
        if only and name not in only:
            continue
        rng = Random(f"accepts {seed} {name}")
        place = Place(folder / name)
        place.raw.mkdir(parents=True)
        fill(place.raw, rng)
        for night in ("all", "half"):
            if night == "half":
                documents = sorted(path for path in place.raw.rglob("*.*") if path.is_file())
                for path in rng.sample(documents, len(documents) // 2):
                    path.unlink()
                place.options = ["--accept-removals"]
            line, wrong = _one(checkout, place)
            failed += bool(wrong)
            print(f"{'WRONG' if wrong else 'right'} {name}, {night}: {line}", flush=True)
            for each in wrong:
                print(f"      {each}", flush=True)
    print(f"{failed} wrong, {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


def _one(checkout: Path, place: Place) -> tuple[str, list[str]]:
    ended = run(checkout, place.arguments, place.temporary, hangs=1800)
    # How long many documents take is no matter of this judge.
    wrong = [each for each in manners(ended, ended.wall) if not each.startswith("too long")]
    release = current(place.processed)
    if ended.status != 0 or release is None:
        return f"status {ended.status}, {ended.last}", [*wrong, "nothing published"]
    asked = run(checkout, ["verify", str(release)], place.temporary, hangs=1800)
    if asked.status != 0:
        wrong.append(f"verify: {asked.status}, {asked.last}")
        wrong += [f"  {line}" for line in (asked.out + asked.err).splitlines()[:8]]
    if words := machine_words(pages_text(release)):
        wrong.append(f"people read “{words}”")
    return (
        f"{len(reports(release))} documents, run {ended.wall:.0f} s, "
        f"verify {asked.wall:.0f} s, {asked.cpu:.0f} CPU s"
    ), wrong
