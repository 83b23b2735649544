"""Which figures of which reports are read a second time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from expectations.batch import batch_of
from expectations.unguarded import always, failing, sampled
from gongkai.form import Form, forms
from gongkai.report import Figure, Reading


def chosen(readings: Mapping[str, Reading], rate: float) -> dict[str, list[Figure]]:
    """The figures to read again, by document hash.

    Of a picture, a web page or a Word file all figures are read again: the first
    is read with less certainty, the others cost nothing. Of a text layer, those
    that arithmetic cannot vouch for, those of a rule that fails, and a sample.

    Args:
        readings: what was read, by document hash.
        rate: share of the other figures to read again, 0 to 1.
    """
    found: dict[str, list[Figure]] = {}
    for form in forms().values():
        on_form = {sha: r for sha, r in readings.items() if r.figures and r.form == form.form}
        for sha256, cells in zip(on_form, _suspect(form, list(on_form.values())), strict=True):
            reading = on_form[sha256]
            found[sha256] = [
                figure
                for figure in reading.figures
                if figure.state != "absent"
                and (
                    reading.reader != "text"
                    or (cell := (figure.table, figure.item, figure.measure)) in cells
                    or sampled(sha256, cell, rate)
                )
            ]
    return found


def _suspect(form: Form, readings: Sequence[Reading]) -> list[set[tuple[str, str, str]]]:
    index = [str(row) for row in range(len(readings))]
    batch = batch_of(form, index, [reading.figures for reading in readings])
    return [cells | always(form.form) for cells in failing(form, batch)]
