"""The ladder of readers: seconds a document and a page, each beside its plain peers.

One process, one thread, best of some rounds, the contestants taking turns: the
ratios are what counts, not the seconds.
"""

from __future__ import annotations

import tempfile
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

import camelot
import pdfplumber
from rapidocr import RapidOCR

from gongkai.report import Reading
from tasks.extract.pdf.library import pdfium
from tasks.one import again
from tasks.read import read, read_picture
from tests.press.canvas import print_canvas
from tests.press.random_reports import random_report
from tests.press.scan import scan_shapes
from tests.press.shapes import text_shapes
from tests.press.specimen import Specimen
from tests.press.web_pages import html_shapes
from tests.press.word_files import word_shapes

Job = Callable[[Path], object]
ROUNDS = 2
DPI = 200


@dataclass(frozen=True)
class Rung:
    """Some documents that are read in one way, and what else could read them."""

    name: str
    paths: Sequence[Path]
    ours: Job
    peers: Mapping[str, Job]


def camelot_lattice(path: Path) -> None:
    """Plain Camelot as its documentation shows it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        camelot.read_pdf(path, flavor="lattice", pages="all")


def pdfplumber_tables(path: Path) -> None:
    """Plain pdfplumber as its documentation shows it."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()


def rapidocr_pages(path: Path) -> None:
    """Plain RapidOCR over the rendered pages, on one thread as ours; text only, no tables."""
    engine = _rapidocr()
    document = pdfium.PdfDocument(path)
    for page in document:
        engine(page.render(scale=DPI / 72).to_numpy())
    document.close()


def _rapidocr() -> RapidOCR:
    if not _ENGINE:
        threads = {"EngineConfig.onnxruntime.intra_op_num_threads": 1}
        _ENGINE.append(RapidOCR(params={**threads, "Global.log_level": "critical"}))
    return _ENGINE[0]


_ENGINE: list[RapidOCR] = []


def ladder() -> None:
    """Print a rung a line: ours, and how many times longer each peer takes."""
    print("\nladder: one process, one thread; peers as a multiple of ours")
    print(f"  {'way':34} {'docs':>4} {'s/document':>10} {'s/page':>8}   peers")
    with tempfile.TemporaryDirectory() as folder:
        for rung in rungs(Path(folder)):
            _tell(rung)


def rungs(folder: Path) -> Iterator[Rung]:
    """Every way of reading, cheapest first."""
    pdf_peers = {"camelot lattice": camelot_lattice, "pdfplumber": pdfplumber_tables}
    ruled = [print_canvas(random_report(Random(seed), plain=True)) for seed in range(6)]
    vector = _written(folder, "vector", ruled, ".pdf")
    yield Rung("text layer, own rules (vector)", vector, read, pdf_peers)
    ways = _by_way(folder, islice(text_shapes(), 20, None))
    for way, name in (
        ("combined", "text layer, rendered rules too"),
        ("drawn", "text layer, rules as seen"),
        ("aligned", "text layer, no rules"),
    ):
        if ways.get(way):
            yield Rung(f"{name} ({way})", ways[way][:4], read, pdf_peers)
    readings = {path: read(path) for path in vector}
    yield Rung("second reading of a text layer", vector, _second(readings), {})
    scans = [s for s in scan_shapes() if s.shape.startswith("200")][:3]
    pictures = _saved(folder, scans)
    yield Rung("pictures (ocr)", pictures, read_picture, {"plain RapidOCR": rapidocr_pages})
    seen = {path: read_picture(path) for path in pictures}
    yield Rung("second reading of a picture", pictures, _second(seen), {})
    yield Rung("web pages (html)", _saved(folder, list(islice(html_shapes(), 6))), read, {})
    yield Rung("Word files (docx)", _saved(folder, list(islice(word_shapes(), 6))), read, {})


def _second(readings: Mapping[Path, Reading]) -> Job:
    return lambda path: again(path, readings[path], share=0.05)


def _by_way(folder: Path, specimens: Iterable[Specimen]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in _saved(folder, [s for s in specimens if s.form == "2021"]):
        found.setdefault(read(path).engine, []).append(path)
    return found


def _saved(folder: Path, specimens: Sequence[Specimen]) -> list[Path]:
    paths = [folder / f"{s.name}{s.suffix}" for s in specimens]
    for path, specimen in zip(paths, specimens, strict=True):
        path.write_bytes(specimen.content)
    return paths


def _written(folder: Path, name: str, contents: Sequence[bytes], suffix: str) -> list[Path]:
    paths = [folder / f"{name}{number}{suffix}" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def _tell(rung: Rung) -> None:
    jobs = {"": rung.ours, **rung.peers}
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            began = time.perf_counter()
            for path in rung.paths:
                job(path)
            best[name] = min(best[name], time.perf_counter() - began)
    ours = best.pop("")
    pages = sum(_pages(path) for path in rung.paths)
    peers = "  ".join(f"{name} {seconds / ours:.1f} x" for name, seconds in best.items())
    count = len(rung.paths)
    page = f"{ours / pages:8.3f}" if pages else f"{'-':>8}"
    print(f"  {rung.name:34} {count:4} {ours / count:10.3f} {page}   {peers}")


def _pages(path: Path) -> int:
    if path.suffix != ".pdf":
        return 0
    document = pdfium.PdfDocument(path)
    count = len(document)
    document.close()
    return count
