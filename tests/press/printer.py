"""Prints a report with the producer its layout names."""

import tempfile
from functools import partial
from pathlib import Path

from tests.press.model import PrintedReport


def print_report(report: PrintedReport, profile: Path | None = None) -> bytes:
    """The report as PDF, with its page breaks where the layout wants them.

    Args:
        report: What to print.
        profile: LibreOffice's settings folder, to be shared by many calls.
    """
    # The two big producers are imported only where they are used: tests run without them.
    if report.layout.producer == "canvas":
        from tests.press.canvas import print_canvas

        return print_canvas(report)
    from tests.press.paging import print_with_breaks

    if report.layout.producer == "browser":
        from tests.press.browser import print_browser

        return print_with_breaks(report, print_browser)
    from tests.press.word import print_word

    if profile is not None:
        return print_with_breaks(report, partial(print_word, profile=profile))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        return print_with_breaks(report, partial(print_word, profile=Path(folder)))
