"""The programs that print the committed documents, and where they are.

`GONGKAI_PRODUCERS_PYTHON` names a Python with weasyprint, typst, cairocffi, fpdf2, pymupdf and
pikepdf; `GONGKAI_PRODUCERS_ROOT` a folder into which the Debian packages ghostscript, wkhtmltopdf
and libreoffice-writer were unpacked, `/` by default. Chromium is the machine's own.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from tests.press.browser import FLAGS
from tests.press.fontconfig import environment
from tests.press.lettering import FONT
from tests.press.model import PrintedReport
from tests.press.pushes import Pushes
from tests.press.stamp import without_clock
from tests.press.word import word_document
from tests.producers.painter import Page

REPOSITORY: Final = Path(__file__).resolve().parents[2]
SECONDS: Final = 180


def _root() -> Path:
    return Path(os.environ.get("GONGKAI_PRODUCERS_ROOT", "/"))


def _variables(folder: Path) -> dict[str, str]:
    root = _root()
    variables = environment(folder)
    if root == Path("/"):
        return variables
    libraries = root / "usr/lib/x86_64-linux-gnu"
    ghostscript = sorted((root / "usr/share/ghostscript").glob("[0-9]*"))
    return {
        **variables,
        "LD_LIBRARY_PATH": f"{root}/usr/lib/libreoffice/program:{libraries}:{root}/lib/x86_64-linux-gnu",
        "GS_LIB": ":".join(f"{each}/Resource/Init:{each}/lib" for each in ghostscript),
        "QT_PLUGIN_PATH": str(libraries / "qt5/plugins"),
    }


def foreign(tool: str, content: bytes, suffix: str) -> bytes:
    """What a tool of `foreign` makes of a file's content.

    Args:
        tool: Its name there.
        content: Of the file.
        suffix: The file's ending, with the dot.
    """
    python = os.environ["GONGKAI_PRODUCERS_PYTHON"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, target = folder / f"report{suffix}", folder / "printed.pdf"
        source.write_bytes(content)
        command = [
            python,
            "-m",
            "tests.producers.foreign",
            tool,
            str(source),
            str(target),
            str(FONT),
        ]
        variables = environment(folder)
        if tool.startswith("cairo"):
            variables = _variables(folder)
        _run(command, {**variables, "SOURCE_DATE_EPOCH": "1706662800"})
        return without_clock(target.read_bytes())


def painted_by(tool: str, pages: Sequence[Page]) -> bytes:
    """Painted pages as a tool of `foreign` draws them."""
    return foreign(tool, json.dumps([asdict(page) for page in pages]).encode(), ".json")


def wkhtmltopdf(html: str) -> bytes:
    """HTML as wkhtmltopdf prints it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, target = folder / "report.html", folder / "report.pdf"
        source.write_text(html, encoding="utf-8")
        command = [str(_root() / "usr/bin/wkhtmltopdf"), "-q", "--enable-local-file-access"]
        variables = {**_variables(folder), "QT_QPA_PLATFORM": "offscreen"}
        _run([*command, str(source), str(target)], variables)
        return without_clock(target.read_bytes())


def chromium(html: str) -> bytes:
    """HTML as Chromium prints it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "report.html", folder / "report.pdf"
        source.write_text(html, encoding="utf-8")
        flags = [*FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}"]
        _run(["chromium", *flags, source.as_uri()], environment(folder))
        return without_clock(target.read_bytes())


def libreoffice(content: bytes, suffix: str) -> bytes:
    """A file as LibreOffice prints it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"report{suffix}"
        source.write_bytes(content)
        root = _root()
        program = str(root / "usr/lib/libreoffice/program/soffice.bin")
        kind = "writer_pdf_Export" if suffix != ".html" else "writer_web_pdf_Export"
        command = [
            program,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            f"pdf:{kind}",
            "--outdir",
            name,
            str(source),
        ]
        variables = {**_variables(folder), "HOME": name, "SAL_USE_VCLPLUGIN": "svp"}
        # With a new profile the program ends with 81, which asks to be started again.
        _run(command, variables, allowed=(0, 81))
        if not source.with_suffix(".pdf").exists():
            _run(command, variables)
        return without_clock(source.with_suffix(".pdf").read_bytes())


def word(report: PrintedReport) -> bytes:
    """The report as a Word file that LibreOffice printed."""
    return libreoffice(word_document(report, Pushes()), ".docx")


def ghostscript(pdf: bytes, *options: str, device: str = "pdfwrite") -> bytes:
    """A PDF as Ghostscript writes it again.

    Args:
        pdf: What is written again.
        options: Further options.
        device: Ghostscript's output device.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, target = folder / "report.pdf", folder / "again.pdf"
        source.write_bytes(pdf)
        command = [str(_root() / "usr/bin/gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER"]
        command += [f"-sDEVICE={device}", *options, f"-sOutputFile={target}", str(source)]
        _run(command, _variables(folder))
        return without_clock(target.read_bytes())


def _run(
    command: Sequence[str], variables: dict[str, str], allowed: tuple[int, ...] = (0,)
) -> None:
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        timeout=SECONDS,
        env=variables,
        cwd=REPOSITORY,
    )
    if done.returncode not in allowed:
        said = done.stderr.decode("utf-8", "replace")[-1500:]
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {said}")
