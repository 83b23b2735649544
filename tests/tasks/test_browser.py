"""Web pages read again by their pixels: what a browser paints, and what happens without one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from gongkai.confidence import UNSTYLED, confidence, confidences
from gongkai.errors import RunError
from gongkai.report import Figure, Reading, Second
from tasks.extract.web.assets import asset, digest
from tasks.one import read_one
from tasks.publish.readers import readers_of
from tasks.second import browser, painted
from tasks.second.browser import AUTO, OFF, Browser
from tasks.second.look import look
from tasks.second.means import means_of
from tests.conftest import ROOT
from tests.press.web_pages import html_shapes

HERE = browser.found(AUTO)
needs_browser = pytest.mark.skipif(HERE is None, reason="no Chromium or Chrome on the PATH")
PROGRAM = HERE.path if HERE else ""


@pytest.fixture(scope="module", autouse=True)
def _ended() -> Iterator[None]:
    """One browser serves all these tests and ends with them."""
    yield
    browser.end()


def page(folder: Path, head: str, *cells: str, around: str = "{}") -> Path:
    """A page with a table of one row of these cells."""
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    table = f"<table border=1><tr>{row}</tr></table>"
    path = folder / "page.html"
    path.write_text(
        f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body><p>政府信息公开</p>"
        f"{around.format(table)}</body></html>",
        encoding="utf-8",
    )
    return path


def seconds(path: Path, *pointers: str, program: str = PROGRAM) -> list[Second | None]:
    """What the second reader says of cells, by default the first of the first table."""
    wanted = pointers or ("table[1]/tr[1]/td[1]",)
    cells = [{"key": pointer, "pointer": pointer} for pointer in wanted]
    found = look(path, "html", cells, {}, program)
    return [found.get(pointer) for pointer in wanted]


def painted_as(text: str) -> list[Second | None]:
    return [Second(text, "pixels")]


STYLED = {
    "a descendant that is hidden": (
        "<style>td i i{display:none}</style>",
        "203<i><i>9</i></i>",
        "203",
    ),
    "a direction": ("", "<bdo dir=rtl>203</bdo>", "302"),
    "an order": (
        "<style>td div{display:flex;flex-direction:row-reverse;justify-content:start}</style>",
        "<div><b>2</b><b>0</b><b>3</b></div>",
        "302",
    ),
    "what a style sheet writes": ("<style>td::after{content:'7'}</style>", "203", "2037"),
    "what it writes instead": ("<style>td i::before{content:'45'}</style>", "<i></i>", "45"),
    "white on dark": ("<style>tr{background:#123;color:#fff}</style>", "1203", "1203"),
    "white on white": ("<style>td{color:#fff}</style>", "203", ""),
    "off the page": ("<style>table{position:absolute;left:-9000px}</style>", "203", ""),
    "nothing": ("", "", ""),
    "numbers against the rule": (
        "<style>table{border-collapse:collapse}td{padding:0;font-size:12px}</style>",
        "377,817",
        "377,817",
    ),
    "what fades in": (
        "<style>@keyframes f{from{opacity:0}}body{animation:f 30s}</style>",
        "203",
        "203",
    ),
    "what is meant for browsers without scripts": (
        "<style>@media (scripting:none){i{display:none}}</style>",
        "20<i>3</i><noscript>9</noscript>",
        "203",
    ),
}


@needs_browser
@pytest.mark.parametrize("how", STYLED)
def test_what_is_painted_is_read(how: str, tmp_path: Path) -> None:
    head, cell, expected = STYLED[how]
    assert seconds(page(tmp_path, head, cell)) == painted_as(expected)


@needs_browser
def test_what_hangs_before_the_page_is_taken_away(tmp_path: Path) -> None:
    banner = (
        "<div style='position:fixed;top:0;left:0;width:900px;height:900px;background:red'></div>{}"
    )
    assert seconds(page(tmp_path, "", "203", around=banner)) == painted_as("203")


@needs_browser
@pytest.mark.parametrize(
    ("style", "expected"),
    [("hidden", Second("", "pixels")), ("auto", Second("203", "parser"))],
)
def test_a_cell_that_is_cut_off_is_not_there_but_one_to_scroll_to_may_be(
    style: str, expected: Second, tmp_path: Path
) -> None:
    box = f"<div style='overflow:{style};height:30px'><p style='height:90px'></p>{{}}</div>77"
    assert seconds(page(tmp_path, "", "203", around=box)) == [expected]


@needs_browser
def test_cells_are_found_by_structure_whatever_is_not_shown(tmp_path: Path) -> None:
    before = (
        "<template><table><tr><td>9<template><table></table></template></table></template>"
        "<noscript><table><tr><td>8</td></tr></table></noscript><textarea><table></textarea>"
        "<table hidden><tr><td>7</td></tr></table>{}"
    )
    path = page(tmp_path, "", "203<table><tr><td>5</td></tr></table>", "16", around=before)
    wanted = ("table[4]/tr[1]/td[1]", "table[5]/tr[1]/td[2]", "table[6]/tr[1]/td[1]")
    assert [s and s.text for s in seconds(path, *wanted, program="")] == ["", "16", "5"]
    assert [s and s.text for s in seconds(path, *wanted)] == ["", "16", "5"]


@needs_browser
def test_a_style_sheet_beside_the_page_is_used(tmp_path: Path) -> None:
    path = page(tmp_path, "<link rel=stylesheet href='/css/site.css?v=2'>", "203<i>9</i>")
    assert seconds(path) == painted_as("2039")
    folder = tmp_path / "page_assets" / "css"
    folder.mkdir(parents=True)
    (folder / "site.css").write_text("i{display:none}", encoding="utf-8")
    assert seconds(path) == painted_as("203")


def test_nothing_outside_its_folder_is_given_to_a_page(tmp_path: Path) -> None:
    path = page(tmp_path, "")
    folder = tmp_path / "page_assets"
    (folder / "a").mkdir(parents=True)
    (tmp_path / "secret.css").write_text("x", encoding="utf-8")
    (folder / "a" / "b.css").write_text("own", encoding="utf-8")
    (folder / "link.css").symlink_to(tmp_path / "secret.css")
    (folder / "round.css").symlink_to(folder / "round.css")
    (folder / "frame.html").write_text("x", encoding="utf-8")
    for url in ("/a/b.css", "/page_assets/a/b.css", "https://example.invalid/a/b.css?x=1#y"):
        assert asset(path, f"http://page.invalid{url}" if url[0] == "/" else url) == (
            "text/css",
            b"own",
        )
    for name in (
        "link.css",
        "round.css",
        "../secret.css",
        "%2e%2e/secret.css",
        "frame.html",
        "",
        "a",
        "%00",
    ):
        assert asset(path, f"http://page.invalid/{name}") is None


def test_what_lies_beside_a_page_counts_among_the_means(tmp_path: Path) -> None:
    path = page(tmp_path, "")
    told = Browser("/x", "Chromium 1")
    assert (means_of("html", path, None), means_of("docx", path, told)) == ("", "")
    assert means_of("html", path, told) == "Chromium 1"
    (tmp_path / "page_assets").mkdir()
    (tmp_path / "page_assets" / "a.css").write_text("a", encoding="utf-8")
    first = digest(path)
    (tmp_path / "page_assets" / "a.css").write_text("b", encoding="utf-8")
    assert "" != first != digest(path) != ""


@needs_browser
def test_nothing_is_fetched(tmp_path: Path) -> None:
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        head = (
            f"<link rel=preconnect href='{address}'><link rel=prefetch href='{address}/p'>"
            f"<link rel=stylesheet href='{address}/s.css'><style>@import '{address}/i.css';"
            f"body{{background:url({address}/b.png)}}</style>"
            f"<meta http-equiv=refresh content='0;url={address}/r'>"
        )
        inside = f"203<img src='{address}/a.png' width=1 height=1><iframe src='{address}/f' width=1 height=1 frameborder=0></iframe>"
        path = page(tmp_path, head, inside, "16")
        assert seconds(path, "table[1]/tr[1]/td[2]") == painted_as("16")
        with pytest.raises(TimeoutError):
            asked.append(server.accept()[0].recv(1000))
    assert asked == []


@needs_browser
def test_no_script_runs(tmp_path: Path) -> None:
    change = "document.querySelector('td').textContent='666'"
    head = f"<script>addEventListener('load',()=>{{{change}}})</script>"
    inside = (
        f'<svg onload="{change}"><script>{change}</script></svg><img src=x onerror="{change}" hidden>'
        f'<iframe srcdoc="<script>parent.{change}</script>" hidden></iframe>'
        f'<iframe src="javascript:parent.{change}" hidden></iframe>{{}}'
    )
    assert seconds(page(tmp_path, head, "203", around=inside)) == painted_as("203")


@needs_browser
def test_a_killed_browser_is_restarted(tmp_path: Path) -> None:
    path = page(tmp_path, "", "203")
    assert seconds(path) == painted_as("203")
    browser._open[PROGRAM].kill()
    assert seconds(path) == painted_as("203")


@needs_browser
def test_a_page_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = page(tmp_path, "", "203")
    browser.session(PROGRAM)
    monkeypatch.setattr(painted, "PAGE_SECONDS", 0.001)
    assert seconds(path) == [Second("203", "parser")]
    assert PROGRAM not in browser._open
    monkeypatch.undo()
    assert seconds(path) == painted_as("203")


@needs_browser
def test_a_hostile_page_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painted, "PAGE_SECONDS", 1.5)
    deep = "<div style='filter:blur(90px);width:99999px;height:99999px'>" * 400 + "{}"
    assert seconds(page(tmp_path, "", "203", around=deep)) == [Second("203", "parser")]
    monkeypatch.undo()
    assert seconds(page(tmp_path, "", "203")) == painted_as("203")


WORKER = """
import resource, sys, time
from pathlib import Path
from tasks import worker
worker.guard()
from tasks.second import browser
from tasks.second.look import look
cells = [{"key": "k", "pointer": "table[1]/tr[1]/td[1]"}]
print(look(Path(sys.argv[1]), "html", cells, {}, sys.argv[2])["k"], flush=True)
print(browser._open[sys.argv[2]]._pid, flush=True)
time.sleep(60)
"""


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@needs_browser
@pytest.mark.parametrize("how", ["killed", "left"])
def test_a_browser_ends_with_its_worker_within_whose_limits_it_works(
    how: str, tmp_path: Path
) -> None:
    own = Path(tempfile.mkdtemp(dir="/tmp"))
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(page(tmp_path, "", "203")), PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(own)},
        text=True,
    )
    assert worker.stdout is not None
    assert worker.stdin is not None
    assert worker.stdout.readline() == "Second(text='203', by='pixels')\n"
    pid = int(worker.stdout.readline())
    assert _is_alive(pid)
    if how == "killed":
        worker.send_signal(signal.SIGKILL)
    else:
        worker.stdin.close()
    worker.wait()
    for _ in range(100):
        if not _is_alive(pid) and not list(own.glob("gongkai-*")):
            break
        time.sleep(0.1)
    assert not _is_alive(pid)
    assert list(own.glob("gongkai-*")) == []
    shutil.rmtree(own)


def test_without_a_browser_the_other_parser_reads(tmp_path: Path) -> None:
    path = page(tmp_path, "", "203")
    assert seconds(path, program="") == [Second("203", "parser")]
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    silent.chmod(0o755)
    assert not browser.is_up(str(silent))
    assert seconds(path, program=str(silent)) == [Second("203", "parser")]
    with pytest.raises(RunError, match="GONGKAI_BROWSER"):
        browser.found(str(silent))
    assert browser.found(OFF) is None


FIGURE = Figure(
    "applications", "1", "total", "number", Decimal(12), "件", "12", None, None, "table[1]"
)


def test_where_only_the_parser_agreed_less_is_said() -> None:
    by = {
        means: confidence("html", replace(FIGURE, second="12", second_by=means))
        for means in ("pixels", "parser", "")
    }
    assert by["pixels"] > by["parser"] == by[""] > confidence("html", FIGURE)
    published = replace(FIGURE, second="12")
    unstyled = {round(by[means] * UNSTYLED, 4) for means in ("pixels", "parser")}
    assert confidences("html", published) == {by["pixels"], by["parser"], *unstyled}


def test_a_manifest_names_the_readers() -> None:
    figures = (
        replace(FIGURE, second="12", second_by="parser"),
        replace(FIGURE, second="12", second_by="pixels"),
        FIGURE,
    )
    readings = [Reading(reader="html", figures=figures), Reading(reason="failed")]
    said = readers_of(readings, "Chromium 150.0")
    assert list(said) == ["html"]
    assert said["html"]["first"][0].startswith("libxml2 2.")
    assert [name.split()[0] for name in said["html"]["second"]] == [
        *("Chromium", "rapidocr", "onnxruntime", "html.parser"),
    ]
    assert readers_of([Reading(reader="html", figures=figures[:1])], "Chromium 150.0")["html"][
        "second"
    ][0].startswith("html.parser")
    assert json.dumps(said) == json.dumps(readers_of(reversed(readings), "Chromium 150.0"))


@needs_browser
@pytest.mark.parametrize("form", ["2021", "2019", "2014"])
def test_a_sound_page_is_agreed_on_by_its_pixels(form: str, tmp_path: Path) -> None:
    specimen = next(s for s in html_shapes() if s.form == form)
    path = tmp_path / "page.html"
    path.write_bytes(specimen.content)
    reading = read_one(path, browser=PROGRAM)
    there = [figure for figure in reading.figures if figure.state != "absent"]
    assert {figure.second_by for figure in there} == {"pixels"}
    assert not [remark for remark in reading.remarks if remark.rule == "reading.disagreement"]


def test_a_page_with_the_longest_name_has_no_folder_of_its_own(tmp_path: Path) -> None:
    page = tmp_path / ("年" * 83 + ".html")
    page.write_bytes(b"<p>x</p>")
    assert digest(page) == ""
    assert asset(page, "a.css") is None
